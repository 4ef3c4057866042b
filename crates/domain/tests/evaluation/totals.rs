//! Stages, totals, vetoes, coverage and grades.

use domain::{
    Points,
    evaluation::{StageIssue, VetoState},
    indicators::Scheme,
};
use formula::Missing;

use crate::kit::*;

fn hundred() -> Scheme {
    scheme()
        .and(indicator("x", 60, linear("0", "60")))
        .under(CHILD, indicator("研发费用 / 1万元", 40, linear("0", "40")))
        .under(BONUS, indicator("发明专利 / 1件", 20, linear("0", "20")))
        .under(DEDUCTION, indicator("从业人员 / 1人", 50, linear("0", "50")))
        .grade("A", 80)
        .grade("B", 40)
}

fn full_row(x: &str, rd: &str, patents: &str, staff: &str) -> Row {
    row().with("x", x).with("rd", rd).with("patents", patents).with("staff", staff)
}

/// base, bonus, deduction, total, grade
#[track_caller]
fn check(scheme: &Scheme, row: &Row, expected: (i64, i64, i64, i64), grade: Option<&str>) {
    let score = alone(scheme, row);
    let (base, bonus, deduction, total) = expected;
    let sums = [score.base, score.bonus, score.deduction, score.total];
    assert_eq!(sums, [base, bonus, deduction, total].map(Points::from_whole));
    assert_eq!(score.grade.map(|grade| scheme.grades[grade].code.as_str()), grade);
}

#[test]
fn the_total_is_base_plus_bonus_less_deduction_and_never_below_zero() {
    check(&hundred(), &full_row("50", "30", "10", "5"), (80, 10, 5, 85), Some("A"));
    check(&hundred(), &full_row("10", "5", "0", "40"), (15, 0, 40, 0), None);
    check(
        &Scheme { bonus_cap: Some(points("4")), ..hundred() },
        &full_row("50", "30", "10", "5"),
        (80, 4, 5, 79),
        Some("B"),
    );
}

#[test]
fn a_pillar_holds_its_children() {
    let score = alone(&hundred(), &full_row("50", "30", "10", "5"));
    assert_eq!(score.pillars, [80, 10, 5, 30].map(Points::from_whole));
    assert_eq!(score.indicators[1].lost(), points("10"));
}

#[test]
fn a_veto_withholds_the_grade_and_is_three_valued() {
    let scheme = hundred().veto("失信");
    let listed = alone(&scheme, &full_row("50", "30", "10", "5").with("listed", "true"));
    assert!(listed.vetoed() && !listed.ranked() && listed.grade.is_none());
    assert_eq!(listed.total, points("85"));
    let clear = alone(&scheme, &full_row("50", "30", "10", "5").with("listed", "false"));
    assert_eq!(clear.vetoes, [VetoState::Clear]);
    let unknown = alone(&scheme, &full_row("50", "30", "10", "5"));
    let missing = Missing::Item { code: "listed".to_owned(), back: 0 };
    assert_eq!(unknown.vetoes, [VetoState::Unknown([missing].into())]);
    assert!(unknown.ranked() && unknown.grade == Some(0));
}

#[test]
fn too_little_known_gives_no_grade() {
    let scheme = Scheme { minimum_coverage: Some(exact("0.6")), ..hundred() };
    check(&scheme, &row().with("x", "60"), (60, 0, 0, 60), None);
    check(&scheme, &row().with("x", "60").with("rd", "0"), (60, 0, 0, 60), Some("B"));
    let score = alone(&scheme, &row().with("x", "60"));
    assert_eq!((score.known, score.required), (1, 2)); // bonus and deduction do not count
    check(
        &Scheme { minimum_coverage: Some(exact("0.5")), ..scheme },
        &row().with("x", "60"),
        (60, 0, 0, 60),
        Some("B"),
    );
}

#[test]
fn without_a_stage_there_are_no_points() {
    let stages = |stages: &[(&str, &str)]| hundred().stages(stages);
    #[track_caller]
    fn check(scheme: &Scheme, row: &Row, issue: &StageIssue) {
        let score = alone(scheme, row);
        assert_eq!(score.stage.as_ref(), Err(issue));
        assert!(score.indicators.is_empty() && !score.ranked() && score.grade.is_none());
        assert_eq!((score.total, score.required), (Points::ZERO, 0));
    }
    let by_x = stages(&[("low", "x < 5"), ("high", "x > 5")]);
    check(&by_x, &row().with("x", "5"), &StageIssue::None);
    check(&by_x, &row(), &StageIssue::Missing([Missing::Item { code: "x".to_owned(), back: 0 }].into()));
    let overlapping = stages(&[("low", "x < 5"), ("lower", "x < 4"), ("rest", "x >= 5")]);
    check(&overlapping, &row().with("x", "1"), &StageIssue::Several(vec![0, 1]));
    check(
        &stages(&[("low", "1 / x > 1"), ("high", "1 / x <= 1")]),
        &row().with("x", "0"),
        &StageIssue::Undefined,
    );
}

#[test]
fn a_stage_that_holds_needs_no_data_of_the_others() {
    let scheme =
        hundred().stages(&[("young", "x < 5 或 从业人员 < 3人"), ("old", "非 (x < 5 或 从业人员 < 3人)")]);
    assert_eq!(alone(&scheme, &row().with("x", "1")).stage, Ok(0));
}
