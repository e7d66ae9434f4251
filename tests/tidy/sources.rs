//! Rules about our own source files.

use std::path::PathBuf;

use crate::{files, read};

/// Which crates and modules a layer must not name: dependencies point downwards only.
const FORBIDDEN: [(&str, &[&str]); 6] = [
    ("crates/core/src", &["tokio", "rusqlite", "axum", "ringbook::", "std::fs", "std::net"]),
    ("src/store", &["axum", "crate::http", "crate::voice", "crate::actions", "crate::cli"]),
    ("src/actions", &["axum", "rusqlite", "crate::http", "crate::voice", "crate::cli"]),
    ("src/http", &["rusqlite", "crate::cli"]),
    ("src/voice", &["rusqlite", "crate::cli"]),
    ("src/reply", &["axum", "rusqlite"]),
];

const LINES_AT_MOST: usize = 500;

const UNFINISHED: [&str; 4] = ["TODO", "FIXME", "XXX", "unimplemented!"];

#[test]
fn layers_depend_downwards_only() {
    let mut broken = Vec::new();
    for (layer, forbidden) in FORBIDDEN {
        let is_test = |file: &PathBuf| file.file_stem().is_some_and(|stem| stem.to_string_lossy().ends_with("tests"));
        for file in files(layer, "rs").into_iter().filter(|file| !is_test(file)) {
            let source = read(&file);
            let code = source.lines().filter(|line| !line.trim_start().starts_with("//"));
            for (number, line) in code.enumerate() {
                broken.extend(
                    forbidden
                        .iter()
                        .filter(|name| line.contains(**name))
                        .map(|name| format!("{} (about line {}): {name}", file.display(), number + 1)),
                );
            }
        }
    }
    assert!(broken.is_empty(), "these know a layer they must not know:\n{}", broken.join("\n"));
}

#[test]
fn files_are_about_one_thing() {
    let long: Vec<String> = our_sources()
        .into_iter()
        .map(|file| (read(&file).lines().count(), file))
        .filter(|(lines, _)| *lines > LINES_AT_MOST)
        .map(|(lines, file)| format!("{} has {lines} lines", file.display()))
        .collect();
    assert!(long.is_empty(), "more than {LINES_AT_MOST} lines:\n{}", long.join("\n"));
}

#[test]
fn nothing_is_left_unfinished() {
    let mut marks = Vec::new();
    for file in files("src", "rs").into_iter().chain(files("crates/core/src", "rs")) {
        for (number, line) in read(&file).lines().enumerate() {
            if UNFINISHED.iter().any(|mark| line.contains(mark)) {
                marks.push(format!("{}:{}: {}", file.display(), number + 1, line.trim()));
            }
        }
    }
    assert!(marks.is_empty(), "{}", marks.join("\n"));
}

fn our_sources() -> Vec<PathBuf> {
    ["src", "crates", "tests", "bench"].into_iter().flat_map(|folder| files(folder, "rs")).collect()
}
