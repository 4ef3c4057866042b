//! Every edge that stands in a shipped ladder is a case. Whether an edge belongs to the better side is turned round, one
//! edge at a time; nothing but an enterprise exactly on it can tell the difference, so a case has to fail.

#![expect(clippy::expect_used, reason = "a helper of a test may stop the test")]

use std::{
    fs,
    path::{Path, PathBuf},
};

use rulebook::{TestReport, test_path};

fn shipped() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rules")
}

/// A copy of the rule files that may be written to.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let (path, target) = {
            let path = entry.expect("an entry").path();
            let target = to.join(path.file_name().expect("a name"));
            (path, target)
        };
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).expect("a copy");
        }
    }
}

fn ladders(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(ladders(&path));
        } else if !path.to_string_lossy().ends_with(".cases.yaml") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The word that takes the edge to the other side.
const OTHER_SIDE: [(&str, &str); 8] = [
    ("at_least: ", "above: "),
    ("at_most: ", "below: "),
    ("above: ", "at_least: "),
    ("below: ", "at_most: "),
    (">= ", "> "),
    ("<= ", "< "),
    ("> ", ">= "),
    ("< ", "<= "),
];

/// Of two bands that meet, the end of one and the begin of the next.
const BANDS: [(&str, &str, &str, &str); 2] =
    [("below: ", "up_to: ", "from: ", "above: "), ("up_to: ", "below: ", "above: ", "from: ")];

fn is_band(line: &str) -> bool {
    line.trim_start().starts_with("- {") && line.contains("award: ") && !line.contains("when: ")
}

/// The file with each edge turned round, and the line it stands on.
fn turned(text: &str) -> Vec<(usize, String)> {
    let lines: Vec<&str> = text.lines().collect();
    let with = |changed: &[(usize, String)]| {
        let line = |(at, line): (usize, &&str)| {
            changed
                .iter()
                .find(|(here, _)| *here == at)
                .map_or_else(|| (*line).to_owned(), |(_, new)| new.clone())
        };
        lines.iter().enumerate().map(line).collect::<Vec<_>>().join("\n")
    };
    let mut all = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        if line.trim_start().starts_with('#') {
            continue;
        }
        if is_band(line) {
            let Some(next) = lines.get(at + 1).filter(|next| is_band(next)) else { continue };
            for (end, other_end, begin, other_begin) in BANDS {
                if line.contains(end) && next.contains(begin) {
                    let pair = [
                        (at, line.replacen(end, other_end, 1)),
                        (at + 1, next.replacen(begin, other_begin, 1)),
                    ];
                    all.push((at + 2, with(&pair)));
                }
            }
            continue;
        }
        for (word, other) in OTHER_SIDE {
            for (place, _) in line.match_indices(word) {
                // `> ` also ends `>= `-less words such as `>-`; a word that begins within another is not one.
                let before = line[..place].chars().next_back();
                if before.is_none_or(|one| " {(".contains(one)) {
                    let new = format!("{}{other}{}", &line[..place], &line[place + word.len()..]);
                    all.push((at + 1, with(&[(at, new)])));
                }
            }
        }
    }
    all
}

fn notices(report: &TestReport) -> bool {
    assert!(report.problems.is_empty(), "a turned edge is a good rule still: {:?}", report.problems);
    report.failed() > 0
}

#[test]
fn every_edge_of_every_ladder_is_a_case() {
    let folder = tempfile::tempdir().expect("a folder");
    copy(&shipped(), folder.path());
    let (mut edges, mut unseen) = (0, Vec::new());
    for path in ladders(&folder.path().join("ladders")) {
        let cases = path.with_extension("cases.yaml");
        let text = fs::read_to_string(&path).expect("a rule file");
        assert!(!notices(&test_path(&cases)), "{} passes as it is", path.display());
        for (line, other) in turned(&text) {
            edges += 1;
            fs::write(&path, other).expect("a rule file");
            if !notices(&test_path(&cases)) {
                let name = path.file_name().expect("a name").to_string_lossy().into_owned();
                unseen.push(format!("{name}:{line}: {}", text.lines().nth(line - 1).unwrap_or("").trim()));
            }
        }
        fs::write(&path, text).expect("a rule file");
    }
    assert!(edges > 150, "only {edges} edges were found");
    assert!(unseen.is_empty(), "no case stands on {} of {edges} edges:\n{}", unseen.len(), unseen.join("\n"));
}
