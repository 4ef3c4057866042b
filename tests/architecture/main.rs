//! Dependencies point one way, and one outside technology belongs to one crate.
//!
//! If you are here because this test failed: either the new dependency belongs into another crate (see the map in
//! `docs/ARCHITECTURE.md`), or the map has to change, with a record in `docs/adr/` that says why.

#![expect(clippy::expect_used, reason = "a test that cannot ask cargo has failed")]

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
    process::Command,
};

/// What each of our crates may depend on, of ours.
const MAP: &[(&str, &[&str])] = &[
    ("jifen-formula", &[]),
    ("jifen-domain", &["jifen-formula"]),
    ("jifen-rulebook", &["jifen-domain", "jifen-formula"]),
    ("jifen-columnar", &["jifen-domain", "jifen-formula"]),
    ("jifen-ingest", &["jifen-domain", "jifen-formula"]),
    ("jifen-export", &["jifen-domain", "jifen-formula"]),
    ("jifen-receipt", &["jifen-domain", "jifen-formula"]),
    ("jifen-demo", &["jifen-domain", "jifen-formula"]),
    (
        "jifen-run",
        &[
            "jifen-columnar",
            "jifen-domain",
            "jifen-export",
            "jifen-formula",
            "jifen-ingest",
            "jifen-receipt",
            "jifen-rulebook",
        ],
    ),
    ("jifen-store", &[]),
    (
        "jifen-server",
        &[
            "jifen-demo",
            "jifen-domain",
            "jifen-export",
            "jifen-formula",
            "jifen-ingest",
            "jifen-receipt",
            "jifen-rulebook",
            "jifen-run",
            "jifen-store",
        ],
    ),
    (
        "jifen-cli",
        &[
            "jifen-columnar",
            "jifen-demo",
            "jifen-domain",
            "jifen-export",
            "jifen-formula",
            "jifen-ingest",
            "jifen-receipt",
            "jifen-rulebook",
            "jifen-run",
            "jifen-server",
        ],
    ),
    ("jifen-tests", &[]),
];

/// Which crates may name a technology.
const OWNERS: &[(&str, &[&str])] = &[
    ("arrow", &["jifen-columnar", "jifen-ingest", "jifen-export"]),
    ("parquet", &["jifen-ingest", "jifen-export"]),
    ("quick-xml", &["jifen-ingest"]),
    ("rust_xlsxwriter", &["jifen-export"]),
    ("saphyr-parser", &["jifen-rulebook"]),
    ("clap", &["jifen-cli"]),
    ("sea-orm", &["jifen-store"]),
    ("axum", &["jifen-server"]),
    ("utoipa", &["jifen-server"]),
    ("argon2", &["jifen-server"]),
    ("ring", &["jifen-server"]),
    ("tokio-rustls", &["jifen-server"]),
    ("pinyin", &["jifen-server"]),
    ("dashu-ratio", &["jifen-formula"]),
    ("dashu-int", &["jifen-formula"]),
];

/// The normal (not test, not build) dependencies of each of our crates.
fn dependencies() -> BTreeMap<String, BTreeSet<String>> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--offline", "--format-version", "1"])
        .current_dir(kit::root())
        .output()
        .expect("cargo answers");
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).expect("metadata is JSON");
    let list = |value: &serde_json::Value| value.as_array().cloned().unwrap_or_default();
    list(&metadata["packages"])
        .iter()
        .map(|package| {
            let normal = list(&package["dependencies"])
                .iter()
                .filter(|dependency| dependency["kind"].is_null())
                .filter_map(|dependency| dependency["name"].as_str().map(str::to_owned))
                .collect();
            (package["name"].as_str().unwrap_or_default().to_owned(), normal)
        })
        .collect()
}

#[test]
fn our_crates_depend_on_each_other_only_as_the_map_says() {
    let dependencies = dependencies();
    let known: BTreeSet<&str> = MAP.iter().map(|(name, _)| *name).collect();
    assert_eq!(dependencies.keys().map(String::as_str).collect::<BTreeSet<_>>(), known, "crates on the map");
    for (name, allowed) in MAP {
        let ours: BTreeSet<&str> = dependencies[*name]
            .iter()
            .map(String::as_str)
            .filter(|dependency| known.contains(dependency))
            .collect();
        let allowed: BTreeSet<&str> = allowed.iter().copied().collect();
        assert!(ours.is_subset(&allowed), "{name} may not depend on {:?}", &ours - &allowed);
    }
}

#[test]
fn one_outside_technology_belongs_to_one_room() {
    for (name, dependencies) in dependencies() {
        for (technology, owners) in OWNERS {
            assert!(
                !dependencies.contains(*technology) || owners.contains(&name.as_str()),
                "{name} names {technology}, which belongs to {owners:?}"
            );
        }
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Every file below a folder that ends so.
fn files_of(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder of the sources") {
        let path = entry.expect("a file").path();
        if path.is_dir() {
            files_of(&path, ending, found);
        } else if path.to_string_lossy().ends_with(ending) {
            found.push(path);
        }
    }
}

/// Files below `folder` that say one of these words.
fn saying(folder: &Path, endings: &[&str], words: &[&str]) -> Vec<String> {
    let mut files = Vec::new();
    endings.iter().for_each(|ending| files_of(folder, ending, &mut files));
    assert!(files.len() > 20, "{}", folder.display());
    let says = |file: &PathBuf| {
        let text = std::fs::read_to_string(file).expect("a text");
        words.iter().find(|word| text.contains(*word)).map(|word| format!("{}: {word}", file.display()))
    };
    files.iter().filter_map(says).collect()
}

#[test]
fn the_program_starts_no_other_program() {
    let crates = std::fs::read_dir(root().join("crates"))
        .expect("the crates")
        .map(|entry| entry.expect("a file").path().join("src"));
    let mut found = Vec::new();
    for source in crates {
        let mut files = Vec::new();
        files_of(&source, ".rs", &mut files);
        found.extend(
            files
                .into_iter()
                .filter(|file| std::fs::read_to_string(file).expect("a text").contains("process::Command")),
        );
    }
    assert!(found.is_empty(), "a shell is one step away from these: {found:?}");
}

#[test]
fn the_console_makes_no_markup_or_program_of_data() {
    let words = [
        "dangerouslySetInnerHTML",
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "new Function(",
    ];
    let found = saying(&root().join("web/src"), &[".ts", ".tsx"], &words);
    assert!(found.is_empty(), "{found:?}");
}
