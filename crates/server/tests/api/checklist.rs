//! The page on security names tests: they exist.

use std::{fs, path::Path};

/// Every `name` in backquotes that looks like a test's: words with underscores, at least three of them.
fn named(page: &str) -> Vec<&str> {
    let rows = page.lines().filter(|line| line.starts_with('|'));
    let tests = rows.filter_map(|row| row.trim_end_matches('|').rsplit('|').next());
    tests.flat_map(|cell| cell.split('`').skip(1).step_by(2)).collect()
}

fn sources(folder: &Path, text: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, text);
        } else if path.extension().is_some_and(|kind| kind == "rs" || kind == "ts") {
            text.push_str(&fs::read_to_string(path).unwrap());
        }
    }
}

#[test]
fn every_test_that_the_page_on_security_names_exists() {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let page = fs::read_to_string(crates.join("../docs/SECURITY.md")).unwrap();
    let mut text = String::new();
    let ours = ["server", "store", "ingest", "export", "formula", "domain", "rulebook"];
    for folder in ours.iter().flat_map(|name| [format!("{name}/src"), format!("{name}/tests")]) {
        sources(&crates.join(folder), &mut text);
    }
    for folder in ["../tests", "../web/e2e"] {
        sources(&crates.join(folder), &mut text);
    }
    let named = named(&page);
    assert!(named.len() > 60, "{}", named.len());
    let missing: Vec<&&str> = named
        .iter()
        .filter(|name| {
            let ways = [format!("fn {name}("), format!("on_each_engine!({name},"), format!("test('{name}'")];
            ways.iter().all(|way| !text.contains(way))
        })
        .collect();
    assert!(missing.is_empty(), "docs/SECURITY.md names tests that are not there: {missing:?}");
}

#[test]
fn every_row_of_the_page_on_security_names_a_test_or_a_reason() {
    let page =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/SECURITY.md")).unwrap();
    for row in page
        .lines()
        .filter(|line| line.starts_with("| ") && !line.starts_with("| #") && !line.starts_with("| Asked"))
    {
        assert!(!named(row).is_empty() || row.contains("N/A: "), "{row}");
    }
}
