use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser::parse;

use super::{ENGLISH, Locale, Text};

const LOCALES: &[Locale] = &[ENGLISH];

fn locales_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales")
}

fn entries(path: &Path) -> Vec<PathBuf> {
    std::fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()).collect()
}

/// The messages that a pattern includes by name.
fn references(pattern: &Pattern<&str>) -> Vec<String> {
    let inline = |expression: &InlineExpression<&str>| match expression {
        InlineExpression::MessageReference { id, .. } => Some(id.name.to_owned()),
        _ => None,
    };
    let reference = |element: &PatternElement<&str>| match element {
        PatternElement::Placeable { expression: Expression::Inline(expression) } => inline(expression),
        _ => None,
    };
    pattern.elements.iter().filter_map(reference).collect()
}

#[test]
fn every_text_exists_in_every_language_and_every_message_is_used() {
    for locale in LOCALES {
        let mut defined = BTreeSet::new();
        let mut used: BTreeSet<String> = Text::ALL.iter().map(|text| text.id().to_owned()).collect();
        for file in locale.files {
            for entry in parse(*file).expect("the file parses").body {
                let Entry::Message(message) = entry else { continue };
                assert!(message.value.is_some(), "{} has no value", message.id.name);
                assert!(message.attributes.iter().all(|attribute| attribute.id.name == "ask"));
                assert!(defined.insert(message.id.name.to_owned()), "{} is there twice", message.id.name);
                used.extend(message.value.iter().flat_map(references));
                used.extend(message.attributes.iter().flat_map(|attribute| references(&attribute.value)));
            }
        }
        assert_eq!(defined, used, "in {}", locale.language);
    }
}

#[test]
fn every_file_of_every_locale_folder_is_embedded() {
    let languages: BTreeSet<String> = LOCALES.iter().map(|locale| locale.language.to_owned()).collect();
    let folders = entries(&locales_folder());
    let names = folders.iter().map(|path| path.file_name().unwrap().to_string_lossy().into_owned());
    assert_eq!(languages, names.collect());
    for locale in LOCALES {
        let folder = locales_folder().join(locale.language);
        let on_disk: BTreeSet<String> =
            entries(&folder).iter().map(|path| std::fs::read_to_string(path).unwrap()).collect();
        assert_eq!(on_disk, locale.files.iter().map(|file| (*file).to_owned()).collect());
    }
}
