//! The way up: better bands, the fewest of them, and the day something comes true by itself.

use crate::kit::{formula, given, ladder, named, pass, range, test};
use domain::{
    Points,
    cultivation::{
        BandAward, Grading, ItemRule, Ladder, ScoreItem, ScoreTarget, Scorecard, Section, assess, met_from,
    },
};
use formula::Exact;

fn bands(edges: &[(&str, i64)]) -> Vec<BandAward> {
    let band = |(edge, award): &(&str, i64)| BandAward {
        lower: edge.parse::<Exact>().ok(),
        lower_inclusive: true,
        award: range(*award, *award),
    };
    edges.iter().map(band).collect()
}

fn item(code: &str, value: &str, full: i64, edges: &[(&str, i64)]) -> ScoreItem {
    ScoreItem {
        code: code.to_owned(),
        name: named(code),
        full: Points::from_whole(full),
        bonus: false,
        article: None,
        rule: ItemRule::Graded(Grading::Bands { value: formula(value), unit: None, bands: bands(edges) }),
        recorded: None,
    }
}

/// 研发 0/20/40 from 3 % and 5 %, 科技人员 0/20/40 from 10 % and 30 %, 成本 20 at most half of sales, else 0.
fn sample() -> Ladder {
    let items = vec![
        item("研发", "研发费用 / 销售收入", 40, &[("", 0), ("0.03", 20), ("0.05", 40)]),
        item("人员", "科技人员 / 职工总数", 40, &[("", 0), ("0.1", 20), ("0.3", 40)]),
        item("成本", "成本费用 / 销售收入", 20, &[("", 20), ("0.5", 0)]),
    ];
    let full = Points::from_whole(100);
    let section = Section { code: "s".to_owned(), name: named("s"), article: None, full, cap: full, items };
    let card = Scorecard { full, sections: vec![section], pass: vec![pass(ScoreTarget::Total, false, 60)] };
    ladder(Vec::new(), Vec::new(), Some(card))
}

#[track_caller]
fn check(facts: &str, path: &[&str]) {
    let ladder = sample();
    let assessment = assess(&ladder, &given(facts));
    let (card, score) =
        (ladder.scorecard.as_ref().expect("a scorecard"), assessment.score.as_ref().expect("a score"));
    let found = assessment.cheapest(&ladder, &card.pass[0], &score.pass[0]);
    let found: Option<Vec<String>> = found.map(|steps| steps.iter().map(|step| step.sentence().zh).collect());
    assert_eq!(found.unwrap_or_default(), path, "{facts}");
}

#[test]
fn one_band_is_better_than_two_and_the_nearest_is_better_than_a_far_one() {
    // 20 + 20 + 0: one step up gives 60; research lacks 0.1 points of per cent of 5, staff 5 of 30.
    check(
        "研发费用 49，销售收入 1000，科技人员 25，职工总数 100，成本费用 800",
        &["研发：现为0.049，不低于0.05时得40分"],
    );
    check(
        "研发费用 31，销售收入 1000，科技人员 29，职工总数 100，成本费用 800",
        &["人员：现为0.29，不低于0.3时得40分"],
    );
}

#[test]
fn a_value_that_is_too_large_has_to_shrink_below_the_edge() {
    check(
        "研发费用 31，销售收入 1000，科技人员 15，职工总数 100，成本费用 500",
        &["成本：现为0.5，低于0.5时得20分"],
    );
}

#[test]
fn several_bands_are_taken_only_when_one_does_not_do() {
    // 0 + 20 + 0 lacks 40 points: research from nothing to the top is one step.
    check(
        "研发费用 10，销售收入 1000，科技人员 15，职工总数 100，成本费用 900",
        &["研发：现为0.01，不低于0.05时得40分"],
    );
    // 0 + 0 + 0 lacks 60.
    check(
        "研发费用 10，销售收入 1000，科技人员 5，职工总数 100，成本费用 520",
        &["研发：现为0.01，不低于0.05时得40分", "成本：现为0.52，低于0.5时得20分"],
    );
}

#[test]
fn what_passes_needs_no_step() {
    check("研发费用 50，销售收入 1000，科技人员 30，职工总数 100，成本费用 900", &[]);
}

#[test]
fn an_age_is_reached_on_a_day_and_nothing_else_comes_by_itself() {
    let since = given("证书到期日 2024-02-29，职工总数 5");
    let day = |requirement| met_from(&requirement, &since).map(|day: jiff::civil::Date| day.to_string());
    assert_eq!(day(test("满年数(证书到期日)", "at_least", "2年")), Some("2026-02-28".to_owned()));
    assert_eq!(day(test("满年数(证书到期日)", "above", "2年")), Some("2026-03-01".to_owned()));
    assert_eq!(day(test("满天数(证书到期日)", "at_least", "365日")), Some("2025-02-28".to_owned()));
    assert_eq!(day(test("满年数(证书到期日)", "at_most", "5年")), None);
    assert_eq!(day(test("职工总数", "at_least", "10人")), None);
    assert_eq!(met_from(&test("满年数(证书到期日)", "at_least", "2年"), &given("")), None);
}
