//! What a bank sees of a scorecard file that is wrong, reads of one that is right, and what holds for every scorecard shipped.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::{Path, PathBuf};

use domain::{Points, finance::CreditScorecard, policies::Fen};
use formula::{Fact, Facts, Language, ResultKind};
use jiff::civil::{Date, date};
use rulebook::{Memory, Problem, check_together, load_scorecard, load_scorecard_from, render_all, show_path};

const ITEMS: &str = "\
format: items/1
code: test
name: 测试字典
items:
  - {code: revenue, name: 营业收入, type: number, unit: 万元, meaning: 收入。, source: 税务}
  - {code: staff, name: 职工总数, type: number, unit: 人, meaning: 职工。, source: 人社}
";

const CARD: &str = "\
format: scorecard/1
code: test
name: 测试卡（示例）
version: \"1\"
status: illustrative
in_force: {from: 2026-01-01, until: 2026-12-31}
items: items.yaml
bank: 测试银行（示例）
products: [own]
data: {year: last, judged_on: year_end}
base: 5
characteristics:
  - code: size
    name: 规模
    value: 营业收入
    bands: [{below: 100万元, award: 0}, {from: 100万元, award: 20}]
    missing: 1
grades:
  - {code: A, name: 好, at_least: 20, share: 100%}
  - {code: B, name: 差, at_least: 0, share: 0%}
";

fn problems(text: &str) -> Vec<Problem> {
    let files = Memory::new([("items.yaml", ITEMS.to_owned()), ("p.yaml", text.to_owned())]);
    match load_scorecard_from(&files, "p.yaml".as_ref(), date(2026, 6, 30)) {
        Ok(loaded) => loaded.warnings,
        Err(problems) => problems,
    }
}

/// With one text replaced, exactly one problem of this code is found, and it points at `at`.
#[track_caller]
fn check(replace: &str, with: &str, code: &str, at: &str) {
    assert!(CARD.contains(replace), "{replace}");
    let text = CARD.replace(replace, with);
    let found = problems(&text);
    let shown = render_all(&found, Language::Chinese);
    assert_eq!(found.iter().map(|each| each.code).collect::<Vec<_>>(), [code], "{shown}");
    let line = text.lines().nth(found[0].place.start().line.saturating_sub(1)).unwrap();
    assert!(line.contains(at), "points at `{line}`\n{shown}");
    assert!(found[0].message.zh != found[0].message.en);
}

#[test]
fn a_right_card_has_no_problem() {
    assert_eq!(render_all(&problems(CARD), Language::Chinese), "");
}

#[test]
fn bins_touch_are_of_the_same_unit_and_the_one_for_what_is_missing_must_be_there() {
    check("value: 营业收入", "value: 营收入", "unknown-name", "营收入");
    check("from: 100万元, award", "from: 120万元, award", "bands-gap", "120");
    check("from: 100万元, award", "from: 90万元, award", "bands-overlap", "90");
    check("{from: 100万元, award", "{from: 100人, award", "unit-mismatch", "100人");
    check("    missing: 1\n", "", "missing-key", "code: size");
    check("missing: 1", "missing: 21", "award-above-full", "missing: 21");
    check("award: 20}", "award: [10, 20]}", "wrong-type", "[10, 20]");
    check("award: 20}", "award: -3}", "wrong-value", "-3");
}

#[test]
fn grades_descend_to_nothing_and_a_worse_one_never_suggests_more() {
    check("at_least: 0,", "at_least: 1,", "bands-gap", "at_least: 1");
    check("at_least: 20,", "at_least: 26,", "grade-unreachable", "at_least: 26");
    check(
        "at_least: 0, share: 0%}",
        "at_least: 20, share: 0%}\n  - {code: C, name: 零, at_least: 0, share: 0%}",
        "grades-order",
        "code: B",
    );
    check("share: 0%}", "share: 101%}", "wrong-value", "share: 101%");
    let text = CARD.replace("share: 100%", "share: 10%").replace("share: 0%", "share: 20%");
    assert_eq!(problems(&text).iter().map(|each| each.code).collect::<Vec<_>>(), ["against-direction"]);
}

#[test]
fn codes_stand_once_and_nothing_is_empty() {
    check("code: B", "code: A", "duplicate-code", "code: A");
    check("products: [own]", "products: []", "empty-group", "products: []");
    check("products: [own]", "productz: [own]", "unknown-key", "productz");
}

#[test]
fn a_history_gives_each_day_its_points() {
    let text = CARD.replace("base: 5", "base: {history: {2026-01-01: 5, 2026-07-01: 8}}");
    let files = Memory::new([("items.yaml", ITEMS.to_owned()), ("p.yaml", text)]);
    let most = |day: Date| load_scorecard_from(&files, "p.yaml".as_ref(), day).unwrap().value.most();
    assert_eq!(most(date(2026, 6, 30)), Points::from_whole(25));
    assert_eq!(most(date(2026, 7, 1)), Points::from_whole(28));
}

#[test]
fn two_versions_of_one_card_on_one_day_are_refused() {
    let other = CARD.replace("version: \"1\"", "version: \"2\"");
    let files =
        Memory::new([("items.yaml", ITEMS.to_owned()), ("one.yaml", CARD.to_owned()), ("two.yaml", other)]);
    let found = check_together(&files, &[PathBuf::from("one.yaml"), PathBuf::from("two.yaml")]);
    assert_eq!(found.iter().map(|each| each.code).collect::<Vec<_>>(), ["scorecard-overlap"]);
}

fn shipped() -> Vec<CreditScorecard> {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../rules/scorecards"));
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let cards = files.filter(|file| !file.to_string_lossy().ends_with(".cases.yaml"));
    cards.map(|file| load_scorecard(&file, date(2026, 6, 30)).unwrap().value).collect()
}

/// Facts of somebody of whom nothing at all is known.
struct Nothing;

impl Facts for Nothing {
    fn item(&self, _: &str, _: u8) -> Option<Fact> {
        None
    }
    fn as_of(&self) -> Date {
        date(2025, 12, 31)
    }
    fn has_label(&self, _: &str) -> Option<bool> {
        None
    }
    fn result(&self, _: ResultKind, _: Option<&str>) -> Option<Fact> {
        None
    }
}

#[test]
fn who_keeps_everything_back_is_never_better_off_and_a_suggestion_never_exceeds_the_limit() {
    for card in shipped() {
        let score = card.score(&Nothing);
        assert!(score.lines.iter().all(|line| line.value.is_none() && !line.issues.is_empty()));
        assert_eq!(score.grade, card.grades.len() - 1, "{}", card.code);
        let limits = [0, 1, 999_999, 1_000_000, 123_456_789].map(Fen);
        for (grade, limit) in (0..card.grades.len()).flat_map(|grade| limits.map(|limit| (grade, limit))) {
            let suggested = card.suggested(limit, grade);
            assert!(Fen::ZERO <= suggested && suggested <= limit);
            assert_eq!(suggested.0 % 1_000_000, 0);
        }
    }
}

#[test]
fn prose_says_that_an_example_is_one() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../rules/scorecards/five-dimensions-card.yaml");
    let text = show_path(path.as_ref(), None).unwrap();
    insta::assert_snapshot!(text);
}
