//! What-if, the least change of one item, and what would gain most.

use domain::{
    Points,
    evaluation::{Calibration, Goal, NoChange, Overlay, gains, least_change, score, what_if},
    indicators::{Case, Direction, Fallback, Indicator, Rule, Scheme},
};
use formula::Fact;
use proptest::prelude::*;

use crate::kit::*;

fn shown_fact(fact: &Fact) -> String {
    match fact {
        Fact::Number(number) => number.to_string(),
        Fact::Truth(truth) => truth.to_string(),
        Fact::Text(text) => text.to_string(),
        Fact::Date(date) => date.to_string(),
    }
}

/// `item: from → to, points before → after` of the indicator, or the reason why not.
fn least(scheme: &Scheme, row: &Row, item: &str, goal: Goal) -> String {
    let none = Calibration::default();
    match least_change(scheme, &none, row, &dictionary(), item, goal) {
        Err(reason) => format!("{reason:?}"),
        Ok(change) => {
            let points = |score: &domain::evaluation::Score| match goal {
                Goal::Grade(_) => score.total,
                Goal::NextBand { indicator } | Goal::MorePoints { indicator, .. } => {
                    score.indicators[indicator].points
                }
            };
            let from = change.from.as_ref().map_or("missing".to_owned(), shown_fact);
            let to = shown_fact(&change.to);
            format!("{from} → {to}, {} → {}", points(&change.before), points(&change.after))
        }
    }
}

const NEXT: Goal = Goal::NextBand { indicator: 0 };

fn intensity() -> Scheme {
    let rule = bands(&[("", "0"), ("0.03", "4"), (">0.05", "8"), ("0.1", "10")]);
    scheme().and(indicator("研发费用 / 营业收入", 10, rule))
}

#[test]
fn changes_are_scored_and_nothing_else_moves() {
    let scheme = intensity();
    let row = row().with("revenue", "1000").with("rd", "20");
    let none = Calibration::default();
    let changed =
        Overlay::new(&row).with_item("rd", 0, Some(fact("50"))).with_item("staff", 1, Some(fact("3")));
    let result = what_if(&scheme, &none, &changed);
    assert_eq!((shown(&result.before, 0), shown(&result.after, 0)), ("0".to_owned(), "4".to_owned()));
    let emptied = Overlay::new(&row).with_item("rd", 0, None);
    assert_eq!(shown(&what_if(&scheme, &none, &emptied).after, 0), "0 missing");
}

#[test]
fn the_next_band_by_either_item_rounded_to_the_safe_side() {
    let row = || row().with("revenue", "1000").with("rd", "20");
    assert_eq!(least(&intensity(), &row(), "rd", NEXT), "20 → 30, 0 → 4");
    assert_eq!(least(&intensity(), &row(), "revenue", NEXT), "1000 → 666.66, 0 → 4");
    let above = row().with("rd", "30");
    assert_eq!(least(&intensity(), &above, "rd", NEXT), "30 → 50.01, 4 → 8"); // above 5 %, not at it
    assert_eq!(least(&intensity(), &above, "revenue", NEXT), "1000 → 599.99, 4 → 8");
    let odd = row().with("revenue", "333.33");
    assert_eq!(least(&intensity(), &odd.with("rd", "1"), "rd", NEXT), "1 → 10, 0 → 4"); // 9.9999 rounds up
    let full = row().with("rd", "100");
    assert_eq!(least(&intensity(), &full, "rd", NEXT), "OutOfReach");
}

#[test]
fn a_missing_item_is_searched_from_zero() {
    let row = row().with("revenue", "1000");
    assert_eq!(least(&intensity(), &row, "rd", NEXT), "missing → 30, 0 → 4");
    let zero_is_worth_something = scheme().and(indicator("发明专利", 10, bands(&[("", "2"), ("5", "4")])));
    assert_eq!(least(&zero_is_worth_something, &row, "patents", NEXT), "missing → 0, 0 → 2");
}

#[test]
fn people_come_whole() {
    let rule = linear("0", "7");
    let scheme = scheme().and(indicator("从业人员 / 1人", 10, rule));
    let row = row().with("staff", "2");
    let goal = Goal::MorePoints { indicator: 0, by: Points::from_whole(1) };
    assert_eq!(least(&scheme, &row, "staff", goal), "2 → 3, 2.8571 → 4.2857");
}

#[test]
fn a_narrow_band_is_not_stepped_over() {
    let rule = bands(&[("", "0"), ("1000.5", "10"), ("1000.6", "1")]);
    let scheme = scheme().and(indicator("x", 10, rule));
    let goal = Goal::MorePoints { indicator: 0, by: Points::from_whole(5) };
    assert_eq!(least(&scheme, &row().with("x", "3"), "x", goal), "3 → 1000.5, 0 → 10");
    assert_eq!(least(&scheme, &row().with("x", "5000"), "x", goal), "5000 → 1000.59, 1 → 10");
}

#[test]
fn a_deduction_is_eased() {
    let scheme = scheme().under(DEDUCTION, indicator("x", 10, linear("0", "10")));
    let goal = Goal::MorePoints { indicator: 0, by: Points::from_whole(2) };
    assert_eq!(least(&scheme, &row().with("x", "5"), "x", goal), "5 → 3, 5 → 3");
}

#[test]
fn yes_or_no_and_categories_are_tried() {
    let case = |code: &str, worth: &str| Case { values: vec![code.to_owned()], award: award(worth) };
    let certified = Rule::Category { cases: vec![case("true", "5")], otherwise: award("0") };
    let scheme = scheme().and(indicator("通过认证", 10, certified));
    assert_eq!(least(&scheme, &row().with("certified", "false"), "certified", NEXT), "false → true, 0 → 5");
    let fields = Rule::Category { cases: vec![case("bio", "7")], otherwise: award("1") };
    let scheme = crate::kit::scheme().and(indicator("技术领域", 10, fields));
    assert_eq!(least(&scheme, &row().with("field", "it"), "field", NEXT), "it → bio, 1 → 7");
}

#[test]
fn the_next_grade_of_the_total() {
    let scheme = scheme()
        .and(indicator("研发费用 / 1万元", 50, linear("0", "200")))
        .and(indicator("从业人员 / 1人", 50, linear("0", "3")))
        .grade("A", 80)
        .grade("B", 40);
    let row = row().with("rd", "100").with("staff", "1");
    assert_eq!(least(&scheme, &row, "rd", Goal::Grade(0)), "OutOfReach");
    assert_eq!(least(&scheme, &row, "staff", Goal::Grade(1)), "AlreadyThere");
    let row = row.with("staff", "3");
    assert_eq!(least(&scheme, &row, "rd", Goal::Grade(0)), "100 → 120, 75 → 80");
}

#[test]
fn the_reason_is_given_where_there_is_no_change() {
    let scheme = intensity();
    let row = row().with("revenue", "1000").with("rd", "20");
    assert_eq!(least(&scheme, &row, "nothing", NEXT), "NotAdjustable");
    assert_eq!(least(&scheme, &row, "patents", NEXT), "OutOfReach");
    assert_eq!(least(&scheme, &row, "rd", Goal::Grade(3)), "NoSuchGoal");
    assert_eq!(least(&scheme, &row, "rd", Goal::NextBand { indicator: 9 }), "NoSuchGoal");
    let staged = intensity().stages(&[("young", "从业人员 < 5人"), ("old", "从业人员 >= 5人")]);
    assert_eq!(least(&staged, &row, "rd", NEXT), "NoStage");
}

#[test]
fn an_indicator_goal_stays_in_its_stage() {
    let scheme = scheme().stages(&[("small", "营业收入 < 500万元"), ("large", "营业收入 >= 500万元")]);
    let scheme = scheme.and(indicator("营业收入 / 1万元", 10, bands(&[("", "0"), ("600", "5")])));
    assert_eq!(least(&scheme, &row().with("revenue", "400"), "revenue", NEXT), "OutOfReach");
}

#[test]
fn what_gains_most_comes_first() {
    let scheme = intensity()
        .and(indicator("从业人员 / 1人", 10, linear("0", "100")))
        .and(indicator(
            "发明专利 / 1件",
            10,
            Rule::PerUnit { per: exact("3"), award: award("2"), whole: true },
        ))
        .and(indicator("净利润 / 1万元", 10, linear("0", "5")));
    let row = row()
        .with("revenue", "1000")
        .with("rd", "20")
        .with("staff", "50")
        .with("patents", "4")
        .with("profit", "9");
    let shown: Vec<String> = gains(&scheme, &Calibration::default(), &row, &dictionary())
        .iter()
        .map(|gain| {
            let change = &gain.change;
            let from = change.from.as_ref().map(shown_fact).unwrap_or_default();
            format!(
                "{} {} {from} → {}: +{}",
                gain.indicator,
                change.item,
                shown_fact(&change.to),
                gain.on_total
            )
        })
        .collect();
    // Revenue down by a third is a smaller change than research up by half, but nobody is advised to sell less.
    assert_eq!(shown, ["0 rd 20 → 30: +4", "2 patents 4 → 6: +2", "1 staff 50 → 60: +1"]);
}

#[test]
fn less_is_advised_only_where_more_of_nothing_helps() {
    let scheme = scheme().under(DEDUCTION, indicator("x", 10, linear("0", "10")));
    let all = gains(&scheme, &Calibration::default(), &row().with("x", "5"), &dictionary());
    let told: Vec<_> =
        all.iter().map(|gain| (shown_fact(&gain.change.to), gain.on_indicator.to_string())).collect();
    assert_eq!(told, [("4".to_owned(), "1".to_owned())]);
}

fn any_rule() -> impl Strategy<Value = Rule> {
    prop_oneof![
        prop::collection::vec((1i64..40, 0i64..10, any::<bool>()), 1..5).prop_map(|steps| {
            let (mut edge, mut all) = (-20, vec![(String::new(), "1".to_owned())]);
            for (step, worth, inclusive) in steps {
                edge += step;
                let mark = if inclusive { "" } else { ">" };
                all.push((format!("{mark}{}", exact(&edge.to_string()).shift(-1)), worth.to_string()));
            }
            let all: Vec<(&str, &str)> =
                all.iter().map(|(edge, worth)| (edge.as_str(), worth.as_str())).collect();
            bands(&all)
        }),
        (-10i64..10, 1i64..10).prop_map(|(low, width)| linear(&low.to_string(), &(low + width).to_string())),
        (1i64..5).prop_map(|per| Rule::PerUnit { per: per.into(), award: award("1"), whole: true }),
    ]
}

const FORMULAS: [&str; 4] =
    ["从业人员 / 7人", "从业人员 / (从业人员 + 9人) * 5", "3 - 从业人员 / 5人", "30人 / (从业人员 + 1人)"];

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    /// Bands may go up and down as they like; the other rules run one way, and so do the formulas.
    #[test]
    fn no_smaller_change_reaches_the_goal(rule in any_rule(), formula in 0usize..4, staff in 0i64..80, by in 1i64..60_000) {
        let scheme = scheme().and(indicator(FORMULAS[formula], 10, rule));
        let none = Calibration::default();
        let points = |staff: i64| score(&scheme, &none, &row().with("staff", &staff.to_string())).total;
        let target = points(staff) + Points(by);
        let goal = Goal::MorePoints { indicator: 0, by: Points(by) };
        let found = least_change(&scheme, &none, &row().with("staff", &staff.to_string()), &dictionary(), "staff", goal);
        let by_hand = (1..=400).flat_map(|far| [staff + far, staff - far]).find(|at| *at >= 0 && points(*at) >= target);
        match (found, by_hand) {
            (Ok(change), Some(at)) => prop_assert_eq!(change.to, Fact::Number(at.into())),
            (Ok(change), None) => prop_assert!(change.after.total >= target),
            (Err(reason), at) => prop_assert!(at.is_none(), "{reason:?}, but {at:?} reaches it"),
        }
    }

    #[test]
    fn no_change_changes_nothing(x in -50i64..50, staff in 0i64..20) {
        let scheme = scheme()
            .and(Indicator { direction: Direction::Lower, ..indicator("x", 10, min_max(ALL, 2, Fallback::NoPoints)) })
            .and(indicator("从业人员 / 1人", 10, linear("0", "9")));
        let row = row().with("x", &x.to_string()).with("staff", &staff.to_string());
        let calibration = calibrated(&scheme, &[row.clone(), crate::kit::row().with("x", "3")]);
        let same = what_if(&scheme, &calibration, &Overlay::new(&row));
        prop_assert_eq!(&same.after, &same.before);
        prop_assert_eq!(&same.after, &score(&scheme, &calibration, &row));
        let to_itself = Overlay::new(&row).with_item("x", 0, Some(fact(&x.to_string())));
        prop_assert_eq!(&what_if(&scheme, &calibration, &to_itself).after, &same.before);
    }
}

#[test]
fn an_unknown_item_is_not_adjustable_even_by_name() {
    assert_eq!(
        least(&intensity(), &row().with("revenue", "1").with("rd", "0.01"), "研发费用", NEXT),
        "0.01 → 0.03, 0 → 4"
    );
    assert_eq!(
        least_change(
            &intensity(),
            &Calibration::default(),
            &row().with("revenue", "1"),
            &dictionary(),
            "x y",
            NEXT
        ),
        Err(NoChange::NotAdjustable)
    );
}
