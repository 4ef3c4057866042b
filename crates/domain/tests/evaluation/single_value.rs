//! Rules that look at one value.

use domain::indicators::{Case, Indicator, MissingPolicy, Rule};
use formula::Exact;

use crate::kit::*;

/// `rule` on the plain number `x`, full points 10.
#[track_caller]
fn check(rule: &Rule, value: &str, expected: &str) {
    check_indicator(indicator("x", 10, rule.clone()), value, expected);
}

#[track_caller]
fn check_indicator(indicator: Indicator, value: &str, expected: &str) {
    let scheme = scheme().and(indicator);
    let row = if value.is_empty() { row() } else { row().with("x", value) };
    assert_eq!(shown(&alone(&scheme, &row), 0), expected, "for {value:?}");
}

#[test]
fn a_band_starts_at_its_edge_unless_it_says_above() {
    let rule = bands(&[("", "0"), ("0.15", "4"), (">0.25", "8")]);
    check(&rule, "0.14999999999999999999", "0");
    check(&rule, "0.15", "4");
    check(&rule, "0.25", "4");
    check(&rule, "0.250000001", "8");
    check(&rule, "-3", "0");
    check(&rule, "0", "0 zero");
    check(&rule, "", "0 missing");
}

#[test]
fn growth_is_decided_exactly_on_the_edge() {
    // In doubles ½(1.2 + 1.1) − 1 is 0.1499999999999999 and falls into the band below.
    let rule = bands(&[("", "0"), ("0.15", "4")]);
    let scheme =
        scheme().and(indicator("(营业收入 / 营业收入[-1] + 研发费用 / 研发费用[-1]) / 2 - 1", 10, rule));
    let row = row().with("revenue", "1.2").last_year("revenue", "1").with("rd", "1.1").last_year("rd", "1");
    assert_eq!(shown(&alone(&scheme, &row), 0), "4");
}

#[test]
fn points_are_a_share_of_full_points_or_fixed_but_never_above_full() {
    let rule = bands(&[("", "0%"), ("1", "60%"), ("2", "12")]);
    check(&rule, "1", "6");
    check(&rule, "2", "10 capped");
}

#[test]
fn linear_runs_between_the_goalposts_either_way() {
    check(&linear("0", "3"), "1", "3.3333");
    check(&linear("0", "3"), "2", "6.6667");
    check(&linear("0", "3"), "3", "10");
    check(&linear("0", "3"), "4", "10 capped");
    check(&linear("0", "3"), "-1", "0");
    check(&linear("8", "4"), "7", "2.5");
    check(&linear("8", "4"), "9", "0");
    let efficacy = Rule::Linear { low: exact("10"), high: exact("20"), base: exact("0.6") };
    check(&efficacy, "10", "6");
    check(&efficacy, "15", "8");
    check(&efficacy, "0", "2 zero"); // below the goalpost it goes on falling: 60 − 40
}

#[test]
fn logarithm_needs_a_positive_value() {
    let rule = Rule::Log { scale: exact("1"), cap: exact("7") };
    check(&rule, "1", "3.3333"); // ln 2 / ln 8
    check(&rule, "3", "6.6667");
    check(&rule, "7", "10");
    check(&rule, "70", "10 capped");
    check(&rule, "-5", "0");
    check(&rule, "0", "0 zero");
}

#[test]
fn each_helping_counts_whole_or_in_part() {
    let whole = Rule::PerUnit { per: exact("2"), award: award("1.5"), whole: true };
    check(&whole, "1.99", "0");
    check(&whole, "5", "3");
    check(&whole, "100", "10 capped");
    check(&whole, "-4", "0");
    let part = Rule::PerUnit { per: exact("2"), award: award("10%"), whole: false };
    check(&part, "5", "2.5");
}

#[test]
fn floor_and_cap_are_shares_of_full_points() {
    let limited =
        Indicator { floor: exact("0.2"), cap: exact("0.9"), ..indicator("x", 10, linear("0", "10")) };
    check_indicator(limited.clone(), "1", "2 floored");
    check_indicator(limited.clone(), "2", "2");
    check_indicator(limited.clone(), "9", "9");
    check_indicator(limited.clone(), "9.5", "9 capped");
    check_indicator(limited.clone(), "0", "2 zero floored");
    check_indicator(limited, "", "0 missing"); // a floor is for known values
}

#[test]
fn a_missing_value_is_worth_what_the_policy_says_and_is_always_flagged() {
    let half = MissingPolicy::Share(exact("0.5"));
    let kind = Indicator { missing: Some(half), ..indicator("x", 10, linear("0", "10")) };
    check_indicator(kind.clone(), "", "5 missing substituted");
    check_indicator(kind.clone(), "0", "0 zero");
    let undefined = Indicator { value: formula("1 / x"), ..kind };
    check_indicator(undefined, "0", "5 undefined substituted");
}

#[test]
fn an_indicator_without_full_points_in_the_stage_does_not_apply() {
    check_indicator(indicator("x", 0, linear("0", "10")), "5", "0 not-applicable");
    check_indicator(indicator("x", 0, linear("0", "10")), "", "0 not-applicable");
}

#[test]
fn categories_by_code_and_by_yes_or_no() {
    let fields = Rule::Category {
        cases: vec![Case { values: vec!["it".to_owned(), "bio".to_owned()], award: award("7") }],
        otherwise: award("10%"),
    };
    let scheme = scheme().and(indicator("技术领域", 10, fields));
    assert_eq!(shown(&alone(&scheme, &row().with("field", "bio")), 0), "7");
    assert_eq!(shown(&alone(&scheme, &row().with("field", "agri")), 0), "1");
    assert_eq!(shown(&alone(&scheme, &row()), 0), "0 missing");

    let certified = Rule::Category {
        cases: vec![Case { values: vec!["true".to_owned()], award: award("5") }],
        otherwise: award("0"),
    };
    let scheme = kit_scheme().and(indicator("通过认证", 10, certified));
    assert_eq!(shown(&alone(&scheme, &row().with("certified", "true")), 0), "5");
    assert_eq!(shown(&alone(&scheme, &row().with("certified", "false")), 0), "0");
}

fn kit_scheme() -> domain::indicators::Scheme {
    scheme()
}

#[test]
fn a_formula_may_give_the_points() {
    let rule = Rule::Formula(formula("最小(x * 2, 缺则(发明专利, 0件) / 1件)"));
    let scheme = scheme().and(Indicator { floor: Exact::ZERO, ..indicator("x", 10, rule) });
    let check = |row: Row, expected: &str| assert_eq!(shown(&alone(&scheme, &row), 0), expected);
    check(row().with("x", "3").with("patents", "5"), "5");
    check(row().with("x", "30").with("patents", "11"), "10 capped");
    check(row().with("x", "-3").with("patents", "5"), "0");
    check(row().with("patents", "5"), "0 missing");
}
