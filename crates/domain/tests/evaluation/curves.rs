//! The picture of a rule.

use domain::{
    evaluation::{Calibration, Curve, curve},
    indicators::{Award, Fallback, Indicator, Rule},
};

use crate::kit::*;

fn drawn(one: Indicator, value: Option<&str>) -> Option<Curve> {
    curve(&scheme().and(one), &Calibration::default(), &row(), (0, 0), value.map(exact).as_ref())
}

fn worth(curve: &Curve, value: &str) -> String {
    let value = exact(value);
    curve
        .line
        .iter()
        .find(|(at, _)| *at == value)
        .map_or("not drawn".to_owned(), |(_, points)| points.to_string())
}

fn stepped() -> Indicator {
    indicator("x", 10, bands(&[("", "0"), ("3", "4"), (">5", "10")]))
}

#[test]
fn a_band_is_drawn_as_a_step_at_its_edge() {
    let curve = drawn(stepped(), Some("4")).unwrap();
    assert_eq!(
        curve.marks.iter().map(|(at, points)| format!("{at}: {points}")).collect::<Vec<_>>(),
        ["3: 4", "5: 4"]
    );
    let jump = |edge: &str| {
        let at = curve.line.iter().position(|(at, _)| *at == exact(edge)).unwrap();
        [at - 1, at, at + 1].map(|at| curve.line[at].1.to_string())
    };
    assert_eq!(jump("3"), ["0", "4", "4"], "the edge belongs to the better band");
    assert_eq!(jump("5"), ["4", "4", "10"], "this one does not");
    assert!(curve.line.windows(2).all(|two| two[0].0 < two[1].0), "from left to right");
}

#[test]
fn a_slope_reaches_from_end_to_end_and_stays() {
    let rule = Rule::Linear { low: exact("10"), high: exact("20"), base: exact("0.5") };
    let curve = drawn(indicator("x", 8, rule), Some("15")).unwrap();
    assert_eq!((worth(&curve, "10"), worth(&curve, "20")), ("4".to_owned(), "8".to_owned()));
    assert_eq!(curve.line.last().unwrap().1, points("8"));
}

#[test]
fn whole_helpings_are_steps_up_to_full_points() {
    let rule = Rule::PerUnit { per: exact("2"), award: Award::Points(exact("3")), whole: true };
    let curve = drawn(indicator("x", 7, rule), None).unwrap();
    assert_eq!(["0", "2", "4", "6"].map(|at| worth(&curve, at)), ["0", "3", "6", "7"]);
    assert_eq!(curve.from, exact("0"), "nothing is drawn below zero where nothing happens there");
}

#[test]
fn a_value_far_outside_does_not_press_the_rule_together() {
    let near = drawn(stepped(), Some("6")).unwrap();
    assert!(near.from <= exact("3") && near.to >= exact("6"));
    let far = drawn(stepped(), Some("1000000")).unwrap();
    assert_eq!(far.to, exact("7"), "one width beyond the last edge");
}

#[test]
fn peers_are_drawn_from_the_smallest_to_the_largest() {
    let rule = Rule::MinMax { peers: ALL, winsorise: None, minimum_peers: 2, fallback: Fallback::NoPoints };
    let scheme = scheme().and(indicator("x", 10, rule));
    let all = ["10", "30", "20"].map(|value| row().with("x", value));
    let calibration = calibrated(&scheme, &all);
    let drawn = curve(&scheme, &calibration, &all[2], (0, 0), Some(&exact("20"))).unwrap();
    assert_eq!(drawn.marks, [(exact("10"), points("0")), (exact("30"), points("10"))]);
    let nobody = curve(&scheme, &Calibration::default(), &all[2], (0, 0), Some(&exact("20")));
    assert_eq!(nobody, None, "without peers there is no picture");
}

#[test]
fn what_is_no_function_of_one_number_has_no_picture() {
    let rule = Rule::Category { cases: Vec::new(), otherwise: award("0") };
    assert_eq!(drawn(indicator("field", 5, rule), None), None);
    assert_eq!(drawn(indicator("x", 5, Rule::Formula(formula("x"))), None), None);
}
