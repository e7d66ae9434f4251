use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement, VariantKey};
use fluent_syntax::parser::parse;

use super::super::locales::Locale;
use super::Text;
use crate::language::Language;

/// What only some languages need to know: genders, articles, prepositions, a voice's capital.
const GRAMMAR: [&str; 7] = ["day-of-week", "gender", "hour-of-day", "kind", "names", "place", "sound"];
/// Arguments whose values are words of the code: each language has a variant for each of them.
const WORDS_OF_THE_CODE: [&str; 2] = ["field", "title"];

type Messages = BTreeMap<&'static str, Message<&'static str>>;

/// What a pattern needs: arguments, other messages, and the variants it tells apart.
#[derive(Debug, Default, PartialEq)]
struct Uses {
    arguments: BTreeSet<&'static str>,
    messages: BTreeSet<&'static str>,
    variants: BTreeSet<(&'static str, &'static str)>,
}

impl Uses {
    fn pattern(&mut self, pattern: &Pattern<&'static str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&'static str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                for variant in variants {
                    if let (InlineExpression::VariableReference { id }, VariantKey::Identifier { name }) =
                        (selector, &variant.key)
                    {
                        self.variants.insert((id.name, name));
                    }
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&'static str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.arguments.insert(id.name);
            }
            InlineExpression::MessageReference { id, .. } => {
                self.messages.insert(id.name);
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::FunctionReference { arguments, .. } => {
                arguments.positional.iter().for_each(|argument| self.inline(argument));
            }
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
            other => panic!("{other:?} is not understood here"),
        }
    }

    /// The same with everything that the messages need that it refers to.
    fn resolved(mut self, messages: &Messages) -> Self {
        for id in std::mem::take(&mut self.messages) {
            let referred = &messages.get(id).unwrap_or_else(|| panic!("{id} is referred to and not there"));
            let inner = uses(referred.value.as_ref()).resolved(messages);
            self.arguments.extend(inner.arguments);
            self.variants.extend(inner.variants);
        }
        self
    }
}

fn uses(pattern: Option<&Pattern<&'static str>>) -> Uses {
    let mut uses = Uses::default();
    pattern.into_iter().for_each(|pattern| uses.pattern(pattern));
    uses
}

fn messages(language: Language) -> Messages {
    let mut messages = Messages::new();
    for file in Locale::of(language).files {
        for entry in parse(*file).expect("the file parses").body {
            let Entry::Message(message) = entry else { continue };
            let id = message.id.name;
            assert!(message.value.is_some(), "{id} has no value");
            assert!(message.attributes.iter().all(|attribute| attribute.id.name == "ask"), "{id}");
            assert!(messages.insert(id, message).is_none(), "{id} is there twice in {}", language.code());
        }
    }
    messages
}

/// The value and the question of a text, each with what it needs from the code.
fn demands(language: Language, text: Text, messages: &Messages) -> Vec<Uses> {
    let id = text.id();
    let message = messages.get(id).unwrap_or_else(|| panic!("{id} is missing in {}", language.code()));
    let question = message.attributes.first().map(|attribute| uses(Some(&attribute.value)));
    let demanded = |mut uses: Uses| {
        uses.arguments.retain(|argument| !GRAMMAR.contains(argument));
        uses.variants.retain(|(argument, _)| WORDS_OF_THE_CODE.contains(argument));
        uses
    };
    let patterns = [Some(uses(message.value.as_ref())), question];
    patterns.into_iter().flatten().map(|uses| demanded(uses.resolved(messages))).collect()
}

#[test]
fn every_text_exists_in_every_language_and_needs_the_same_values() {
    let english = messages(Language::En);
    for language in Language::ALL {
        let messages = messages(language);
        for text in Text::ALL {
            let demanded = demands(Language::En, *text, &english);
            assert_eq!(demands(language, *text, &messages), demanded, "{} in {}", text.id(), language.code());
        }
    }
}

#[test]
fn every_message_is_used() {
    for language in Language::ALL {
        let messages = messages(language);
        let referred = messages.values().flat_map(|message| {
            let questions = message.attributes.iter().map(|attribute| &attribute.value);
            message.value.iter().chain(questions).flat_map(|pattern| uses(Some(pattern)).messages)
        });
        let used: BTreeSet<&str> = Text::ALL.iter().map(|text| text.id()).chain(referred).collect();
        let defined: BTreeSet<&str> = messages.keys().copied().collect();
        assert_eq!(defined, used, "in {}", language.code());
    }
}

fn entries(path: &Path) -> Vec<PathBuf> {
    std::fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()).collect()
}

#[test]
fn every_file_of_every_locale_folder_is_embedded() {
    let locales = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales");
    let languages: BTreeSet<String> = Language::ALL.map(|language| language.code().to_owned()).into();
    let folders = entries(&locales);
    let names = folders.iter().map(|path| path.file_name().unwrap().to_string_lossy().into_owned());
    assert_eq!(languages, names.collect());
    for language in Language::ALL {
        let files = entries(&locales.join(language.code()));
        let on_disk: BTreeSet<String> = files.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect();
        assert_eq!(on_disk, Locale::of(language).files.iter().map(|file| (*file).to_owned()).collect());
    }
}
