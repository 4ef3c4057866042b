//! Rules that look at the population.

use domain::{
    evaluation::{GroupKey, asks, score, statistics},
    indicators::{Direction, Fallback, Indicator, PercentileConvention, Rule, Scheme, Winsorise},
};
use formula::Exact;

use crate::kit::*;

fn population(values: &[&str]) -> Vec<Row> {
    values.iter().map(|value| row().with("x", value)).collect()
}

/// Points of every row of a population of plain numbers under one rule with full points 10.
#[track_caller]
fn check(rule: Rule, values: &[&str], expected: &[&str]) {
    check_scheme(&scheme().and(indicator("x", 10, rule)), &population(values), expected);
}

#[track_caller]
fn check_scheme(scheme: &Scheme, rows: &[Row], expected: &[&str]) {
    let points: Vec<String> = scores(scheme, rows).iter().map(|score| shown(score, 0)).collect();
    assert_eq!(points, expected);
}

fn percentile(convention: PercentileConvention) -> Rule {
    Rule::Percentile { peers: ALL, convention, minimum_peers: 1, fallback: Fallback::NoPoints }
}

fn z_score(width: &str) -> Rule {
    Rule::ZScore { peers: ALL, width: exact(width), minimum_peers: 2, fallback: Fallback::NoPoints }
}

#[test]
fn min_max_stretches_between_the_extremes() {
    check(min_max(ALL, 2, Fallback::NoPoints), &["2", "5", "8"], &["0", "5", "10"]);
    check(min_max(ALL, 2, Fallback::NoPoints), &["0", "1", "3"], &["0 zero", "3.3333", "10"]);
}

#[test]
fn less_can_be_better() {
    let rules =
        [min_max(ALL, 2, Fallback::NoPoints), percentile(PercentileConvention::Competition), z_score("2")];
    let expected = [["10", "5", "0"], ["10", "5", "0"], ["7.5", "5", "2.5"]];
    for (rule, expected) in rules.into_iter().zip(expected) {
        let lower = Indicator { direction: Direction::Lower, ..indicator("x", 10, rule) };
        check_scheme(&scheme().and(lower), &population(&["1", "2", "3"]), &expected);
    }
}

#[test]
fn percentiles_count_ties_by_convention() {
    check(percentile(PercentileConvention::MeanRank), &["1", "2", "2", "4"], &["2.5", "6.25", "6.25", "10"]);
    check(
        percentile(PercentileConvention::Competition),
        &["1", "2", "2", "4"],
        &["0", "3.3333", "3.3333", "10"],
    );
    check(percentile(PercentileConvention::MeanRank), &["7"], &["10"]);
    check(percentile(PercentileConvention::Competition), &["7"], &["10"]);
}

#[test]
fn values_equal_after_twelve_places_are_ties() {
    check(
        percentile(PercentileConvention::Competition),
        &["1.0000000000001", "1.0000000000004", "1.0000000000006"],
        &["0", "0", "10"],
    );
}

#[test]
fn values_a_double_cannot_tell_apart_are_not_ties() {
    let close = ["10000000000000000.1", "10000000000000000.2", "10000000000000000.3"];
    check(percentile(PercentileConvention::Competition), &close, &["0", "5", "10"]);
}

#[test]
fn z_scores_use_the_sample_deviation() {
    check(z_score("2"), &["1", "2", "3"], &["2.5", "5", "7.5"]); // deviation 1
    check(z_score("0.5"), &["1", "2", "3"], &["0", "5", "10 capped"]);
    check(z_score("2"), &["4", "4", "4"], &["0 no-reference", "0 no-reference", "0 no-reference"]);
}

#[test]
fn winsorising_cuts_the_tails() {
    let rule = Rule::MinMax {
        peers: ALL,
        winsorise: Some(Winsorise { lower: exact("0.25"), upper: exact("0.75") }),
        minimum_peers: 2,
        fallback: Fallback::NoPoints,
    };
    check(rule, &["0", "10", "20", "30", "1000"], &["0 zero", "0", "5", "10", "10 capped"]);
}

#[test]
fn a_group_that_is_too_small_falls_back_as_stated() {
    check(min_max(ALL, 3, Fallback::NoPoints), &["1", "2"], &["0 no-reference", "0 no-reference"]);
    let rule = Fallback::Rule(Box::new(linear("0", "4")));
    check(min_max(ALL, 3, rule), &["1", "2"], &["2.5 fallback", "5 fallback"]);
}

#[test]
fn a_group_without_spread_falls_back_too() {
    check(min_max(ALL, 2, Fallback::NoPoints), &["3", "3"], &["0 no-reference", "0 no-reference"]);
    let rule = Fallback::Rule(Box::new(linear("0", "4")));
    check(min_max(ALL, 2, rule), &["3", "3"], &["7.5 fallback", "7.5 fallback"]);
}

fn two_stages() -> Scheme {
    scheme().stages(&[("small", "从业人员 < 10人"), ("large", "从业人员 >= 10人")])
}

fn member(staff: &str, field: &str, x: &str) -> Row {
    let row = row().with("x", x);
    let row = if staff.is_empty() { row } else { row.with("staff", staff) };
    if field.is_empty() { row } else { row.with("field", field) }
}

#[test]
fn peers_are_those_of_the_same_stage() {
    let scheme = two_stages().and(indicator("x", 10, min_max(STAGE, 2, Fallback::NoPoints)));
    let rows = [member("1", "", "0"), member("2", "", "4"), member("10", "", "4"), member("11", "", "8")];
    check_scheme(&scheme, &rows, &["0 zero", "10", "0", "10"]);
}

#[test]
fn a_wider_group_is_the_stage_and_then_everybody() {
    let scheme = two_stages().and(indicator("x", 10, min_max(STAGE_AND_FIELD, 2, Fallback::WiderGroup)));
    let rows = [
        member("1", "it", "2"),
        member("1", "it", "4"),
        member("1", "bio", "6"),  // alone in its field: the stage, 2 … 6
        member("10", "bio", "4"), // alone in its stage: everybody, 2 … 6
        member("1", "", "5"),     // no field: the stage
    ];
    check_scheme(&scheme, &rows, &["0", "10", "10 fallback", "5 fallback", "7.5 fallback"]);
}

#[test]
fn who_has_no_stage_counts_only_among_all() {
    let all = two_stages().and(indicator("x", 10, min_max(ALL, 2, Fallback::NoPoints)));
    let rows = [member("1", "", "0"), member("2", "", "4"), member("", "", "8")];
    let scores = scores(&all, &rows);
    assert_eq!(shown(&scores[1], 0), "5");
    assert!(scores[2].indicators.is_empty());
    let stage = two_stages().and(indicator("x", 10, min_max(STAGE, 2, Fallback::NoPoints)));
    assert_eq!(shown(&crate::kit::scores(&stage, &rows)[1], 0), "10");
}

#[test]
fn the_vetoed_count_as_peers() {
    let scheme = scheme().and(indicator("x", 10, min_max(ALL, 2, Fallback::NoPoints))).veto("失信");
    let rows = [
        row().with("x", "0").with("listed", "false"),
        row().with("x", "5").with("listed", "false"),
        row().with("x", "10").with("listed", "true"),
    ];
    check_scheme(&scheme, &rows, &["0 zero", "5", "10"]);
}

#[test]
fn the_missing_are_no_peers() {
    check_scheme(
        &scheme().and(indicator("x", 10, min_max(ALL, 2, Fallback::NoPoints))),
        &[row().with("x", "2"), row(), row().with("x", "4")],
        &["0", "0 missing", "10"],
    );
}

#[test]
fn a_newcomer_is_scored_against_the_stored_reference() {
    let scheme = scheme().and(indicator("x", 10, percentile(PercentileConvention::MeanRank))).and(indicator(
        "x * 1",
        10,
        min_max(ALL, 2, Fallback::NoPoints),
    ));
    let calibration = calibrated(&scheme, &population(&["1", "2", "3", "4"]));
    let newcomer = |x: &str| {
        let score = score(&scheme, &calibration, &row().with("x", x));
        (shown(&score, 0), shown(&score, 1))
    };
    assert_eq!(newcomer("2.5"), ("6.25".to_owned(), "5".to_owned()));
    assert_eq!(newcomer("9"), ("10 capped".to_owned(), "10 capped".to_owned()));
    assert_eq!(newcomer("-1"), ("1.25".to_owned(), "0".to_owned()));
}

#[test]
fn only_groups_somebody_asks_for_are_kept() {
    let unused = Indicator {
        full: vec![points("0"), points("0")],
        ..indicator("x", 0, min_max(STAGE, 2, Fallback::NoPoints))
    };
    let scheme = two_stages().and(unused).and(indicator("x", 5, min_max(FIELD, 2, Fallback::WiderGroup)));
    let rows = [member("1", "it", "1"), member("1", "it", "2"), member("", "bio", "5")];
    let calibration = calibrated(&scheme, &rows);
    let keys: Vec<(usize, GroupKey)> = calibration.references.keys().cloned().collect();
    let key = |stage, field: Option<&str>| (1, GroupKey { stage, field: field.map(str::to_owned) });
    assert_eq!(keys, [key(None, None), key(None, Some("bio")), key(None, Some("it")), key(Some(0), None)]);
    assert_eq!(calibration.population, 3);
    assert_eq!(asks(&scheme).len(), 4); // by field, all, and each of two stages
}

#[test]
fn quantiles_are_of_type_seven() {
    let values: Vec<Exact> = ["1", "2", "4", "8"].map(exact).to_vec();
    let check = |share: &str, expected: &str| {
        assert_eq!(statistics::quantile(&values, &exact(share)), Some(exact(expected)), "at {share}");
    };
    check("0", "1");
    check("0.5", "3");
    check("0.25", "1.75");
    check("0.9", "6.8");
    check("1", "8");
    check("1/7", "1.428571428571");
}

#[test]
fn deviations_are_exact_roots() {
    let deviation = |values: &[&str]| {
        let values: Vec<Exact> = values.iter().map(|value| exact(value)).collect();
        let sum = values.iter().fold(Exact::ZERO, |sum, value| &sum + value);
        let squares = values.iter().fold(Exact::ZERO, |sum, value| &sum + &(value * value));
        statistics::deviation_of(values.len() as i64, &sum, &squares).map(|root| root.to_string())
    };
    assert_eq!(deviation(&["1"]), None);
    assert_eq!(deviation(&["1", "2"]).unwrap(), "0.707106781187");
    assert_eq!(deviation(&["1e12", "1000000000001"]).unwrap(), "0.707106781187");
    assert_eq!(deviation(&["3", "3", "3"]).unwrap(), "0");
}

#[test]
fn a_calibration_edited_by_hand_gives_points_and_no_panic() {
    let scheme = scheme().and(Indicator {
        direction: Direction::Lower,
        ..indicator("x", 10, percentile(PercentileConvention::Competition))
    });
    let mut calibration = calibrated(&scheme, &population(&["1", "2", "3", "4"]));
    for reference in calibration.references.values_mut() {
        reference.count = 2;
        if let Some(distribution) = &mut reference.distribution {
            distribution.below.truncate(1);
            distribution.values.push(0.5);
        }
    }
    for x in ["0", "1", "2", "2.5", "9"] {
        let score = score(&scheme, &calibration, &row().with("x", x));
        assert!(score.total >= points("0") && score.total <= points("10"));
    }
}
