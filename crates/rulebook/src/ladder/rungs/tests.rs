//! The day of an application, and whether it is a review, choose the rules.

use std::{fs, path::Path};

use domain::cultivation::Application;
use formula::Language;
use jiff::civil::{Date, date};

use super::{Rung, load_rungs};
use crate::{check_path, render_all};

fn shipped() -> Vec<Rung> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rules/ladders");
    load_rungs(&[folder]).expect("the shipped ladders")
}

#[track_caller]
fn check(rung: &str, application: Application, expected: Option<&str>) {
    let rungs = shipped();
    let rung = rungs.iter().find(|known| known.code == rung).expect("a rung");
    let found = rung.version_for(application).map(|version| version.code.as_str());
    assert_eq!(found, expected, "{} {application:?}", rung.code);
}

#[test]
fn an_application_for_recognition_goes_by_its_day() {
    for (rung, old, new) in [
        ("specialised", "specialised-2022", "specialised-2026"),
        ("little-giant", "little-giant-2022", "little-giant-2026"),
    ] {
        check(rung, Application::recognition(date(2022, 7, 31)), None);
        check(rung, Application::recognition(date(2022, 8, 1)), Some(old));
        check(rung, Application::recognition(date(2026, 3, 31)), Some(old));
        check(rung, Application::recognition(date(2026, 4, 1)), Some(new));
        check(rung, Application::recognition(date(2030, 1, 1)), Some(new));
    }
}

#[test]
fn a_review_of_2026_goes_by_the_old_rules() {
    for (rung, old, new) in [
        ("specialised", "specialised-2022", "specialised-2026"),
        ("little-giant", "little-giant-2022", "little-giant-2026"),
    ] {
        check(rung, Application::review(date(2026, 3, 31)), Some(old));
        check(rung, Application::review(date(2026, 4, 1)), Some(old));
        check(rung, Application::review(date(2026, 12, 31)), Some(old));
        check(rung, Application::review(date(2027, 1, 1)), Some(new));
    }
    check("innovative", Application::review(date(2026, 6, 1)), Some("innovative-2022"));
}

#[test]
fn rungs_stand_in_order_from_the_lowest() {
    let rungs = shipped();
    let place = |code: &str| rungs.iter().position(|rung| rung.code == code).expect("a rung");
    for path in [["tech-sme", "high-tech", "tech-leader"], ["innovative", "specialised", "little-giant"]] {
        assert!(path.map(place).is_sorted(), "{path:?}");
    }
    assert!(place("gazelle-cultivation") < place("gazelle"));
    assert!(place("potential-unicorn") < place("unicorn"));
    assert_eq!(rungs.len(), 11);
}

/// Two versions of a rung beside a dictionary; the second in force from `from`.
fn two_versions(until: &str, from: Date) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: String| fs::write(folder.path().join(name), text).expect("a file");
    write(
        "items.yaml",
        "format: items/1\ncode: t\nname: 字典\nitems: [{code: a, name: 甲, type: truth, meaning: 甲。}]\n"
            .to_owned(),
    );
    let ladder = |code: &str, days: &str, more: &str| {
        format!(
            "format: ladder/1\ncode: {code}\nname: 示例阶梯\nversion: \"1\"\nrung: r\nstatus: illustrative\nin_force: {{{days}}}\nitems: items.yaml\n{more}hard: [{{code: \"1\", name: 甲, holds: 甲}}]\n"
        )
    };
    write("old.yaml", ladder("old", &format!("from: 2020-01-01{until}"), ""));
    write("new.yaml", ladder("new", &format!("from: {from}"), ""));
    folder
}

#[test]
fn two_versions_in_force_on_one_day_are_refused() {
    let folder = two_versions(", until: 2024-12-31", date(2024, 12, 31));
    let problems = load_rungs(&[folder.path().to_owned()]).expect_err("an overlap");
    assert_eq!(problems[0].code, "rung-overlap");
    let told = render_all(&problems, Language::Chinese);
    assert!(told.contains("与同一梯级的“new”在同一天有效"), "{told}");
    assert_eq!(check_path(folder.path()).counts().0, 1);
    let touching = two_versions(", until: 2024-12-31", date(2025, 1, 1));
    assert_eq!(load_rungs(&[touching.path().to_owned()]).expect("no overlap")[0].versions.len(), 2);
    assert!(check_path(touching.path()).is_ok());
    assert!(
        load_rungs(&[two_versions("", date(2025, 1, 1)).path().to_owned()]).is_err(),
        "the old has no end"
    );
}

#[test]
fn days_for_reviews_come_after_the_rules_have_ended() {
    let folder = two_versions(", until: 2024-12-31", date(2025, 1, 1));
    let path = folder.path().join("old.yaml");
    let text = fs::read_to_string(&path).expect("the file");
    let with = |from: &str, until: &str| {
        let reviews = format!("reviews: {{from: {from}, until: {until}, basis: {{title: 通知}}}}\nhard");
        fs::write(&path, text.replace("hard", &reviews)).expect("the file");
        check_path(folder.path()).problems.iter().map(|problem| problem.code).collect::<Vec<_>>()
    };
    assert!(with("2025-01-01", "2025-12-31").is_empty());
    assert_eq!(with("2024-12-31", "2025-12-31"), ["dates-order"]);
    assert_eq!(with("2025-12-31", "2025-01-01"), ["dates-order"]);
}

#[test]
fn a_file_that_is_no_ladder_is_refused_when_it_is_named() {
    let folder = two_versions("", date(2025, 1, 1));
    let problems = load_rungs(&[folder.path().join("items.yaml")]).expect_err("no ladder");
    assert_eq!(problems[0].code, "unknown-format");
}
