//! The part of `cargo deny check` that needs neither its binary nor a network: licences, banned
//! crates and duplicates of everything that ends up in the build, by the rules of deny.toml.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde::Deserialize;

use crate::root;

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    resolve: Resolve,
}

#[derive(Deserialize)]
struct Package {
    id: String,
    name: String,
    version: String,
    license: Option<String>,
    source: Option<String>,
}

#[derive(Deserialize)]
struct Resolve {
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
}

#[derive(Deserialize)]
struct Rules {
    licenses: Licenses,
    bans: Bans,
}

#[derive(Deserialize)]
struct Licenses {
    allow: Vec<String>,
}

#[derive(Deserialize)]
struct Bans {
    deny: Vec<Entry>,
    skip: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    #[serde(rename = "crate")]
    name: String,
}

fn rules() -> Rules {
    toml::from_str(&crate::read("deny.toml".as_ref())).unwrap()
}

/// Every package of another author that the build on this kind of machine uses.
fn packages() -> Vec<Package> {
    let host = format!("{}-unknown-linux-gnu", std::env::consts::ARCH);
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--offline", "--filter-platform", &host])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Metadata = serde_json::from_slice(&output.stdout).unwrap();
    let used: BTreeSet<String> = metadata.resolve.nodes.into_iter().map(|node| node.id).collect();
    metadata.packages.into_iter().filter(|package| package.source.is_some() && used.contains(&package.id)).collect()
}

#[test]
fn every_crate_has_an_allowed_licence() {
    let allowed: Vec<spdx::Licensee> =
        rules().licenses.allow.iter().map(|text| spdx::Licensee::parse(text).unwrap()).collect();
    let accepts = |licence: &str| {
        spdx::Expression::parse_mode(licence, spdx::ParseMode::LAX)
            .is_ok_and(|terms| terms.evaluate(|term| allowed.iter().any(|licensee| licensee.satisfies(term))))
    };
    let refused: Vec<String> = packages()
        .into_iter()
        .filter(|package| !package.license.as_deref().is_some_and(accepts))
        .map(|package| format!("{} {}: {:?}", package.name, package.version, package.license))
        .collect();
    assert!(refused.is_empty(), "licences that deny.toml does not allow:\n{}", refused.join("\n"));
}

#[test]
fn no_banned_crate_comes_in() {
    let banned: BTreeSet<String> = rules().bans.deny.into_iter().map(|entry| entry.name).collect();
    let found: Vec<String> =
        packages().into_iter().map(|package| package.name).filter(|name| banned.contains(name)).collect();
    assert!(found.is_empty(), "banned in deny.toml: {}", found.join(", "));
}

#[test]
fn second_versions_are_listed() {
    let skipped: BTreeSet<String> = rules().bans.skip.into_iter().map(|entry| entry.name).collect();
    let mut versions: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for package in packages() {
        versions.entry(package.name).or_default().push(package.version);
    }
    let found: BTreeMap<_, _> = versions.into_iter().filter(|(_, versions)| versions.len() > 1).collect();
    let unlisted: Vec<_> = found.iter().filter(|(name, _)| !skipped.contains(*name)).collect();
    assert!(unlisted.is_empty(), "several versions, and not under skip in deny.toml: {unlisted:?}");
    let stale: Vec<_> = skipped.iter().filter(|name| !found.contains_key(*name)).collect();
    assert!(stale.is_empty(), "under skip in deny.toml, but there is only one version: {stale:?}");
}
