//! Migrations only ever go forward, one number at a time.

use crate::{files, root};

#[test]
fn migrations_are_numbered_without_gaps() {
    let folders: Vec<_> = std::fs::read_dir(root().join("migrations")).unwrap().map(|entry| entry.unwrap()).collect();
    assert!(!folders.is_empty());
    for folder in folders {
        let names: Vec<String> = files(&format!("migrations/{}", folder.file_name().display()), "sql")
            .iter()
            .map(|path| path.file_name().unwrap().display().to_string())
            .collect();
        assert!(!names.is_empty(), "{} is empty", folder.path().display());
        for (name, number) in names.iter().zip(1..) {
            assert!(name.starts_with(&format!("V{number:04}__")), "{name} should be number {number:04}");
        }
    }
}
