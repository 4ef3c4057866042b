//! Three values, four standings: the truth tables.

use domain::{
    cultivation::{Group, State},
    policies::{Policy, Standing, failing, judge, lacking, pending},
};

use crate::kit::{at_least, award, clause, dictionary, given, group, holds, officer, part, policy};

/// A truth given as 是, 否 or not at all.
fn facts(name: &str, value: char) -> String {
    match value {
        '是' | '否' => format!("{name}={value} "),
        _ => String::new(),
    }
}

#[track_caller]
fn check_group(kind: Group, table: [(&str, State); 9]) {
    for (pair, expected) in table {
        let mut values = pair.chars();
        let text = facts("甲", values.next().unwrap()) + &facts("乙", values.next().unwrap());
        let both = clause("1", group(kind, vec![holds("甲"), holds("乙")]));
        let one = Policy { conditions: vec![both], ..policy("p") };
        let judged = judge(&one, &given(&(text + "研发费用=10")));
        assert_eq!(judged.conditions[0].state, expected, "{kind:?} {pair}");
        let standing = match expected {
            State::Met => Standing::Entitled,
            State::Unmet => Standing::Not,
            _ => Standing::Unknown,
        };
        assert_eq!(judged.standing, standing, "{kind:?} {pair}");
    }
}

#[test]
fn all_any_and_none_are_three_valued() {
    use State::{Met, Unknown, Unmet};
    check_group(
        Group::All,
        [
            ("是是", Met),
            ("是否", Unmet),
            ("是缺", Unknown),
            ("否是", Unmet),
            ("否否", Unmet),
            ("否缺", Unmet),
            ("缺是", Unknown),
            ("缺否", Unmet),
            ("缺缺", Unknown),
        ],
    );
    check_group(
        Group::Any,
        [
            ("是是", Met),
            ("是否", Met),
            ("是缺", Met),
            ("否是", Met),
            ("否否", Unmet),
            ("否缺", Unknown),
            ("缺是", Met),
            ("缺否", Unknown),
            ("缺缺", Unknown),
        ],
    );
    check_group(
        Group::None,
        [
            ("是是", Unmet),
            ("是否", Unmet),
            ("是缺", Unmet),
            ("否是", Unmet),
            ("否否", Met),
            ("否缺", Unknown),
            ("缺是", Unmet),
            ("缺否", Unknown),
            ("缺缺", Unknown),
        ],
    );
}

/// Condition, officer check and amount, each met, unmet or unknown: 27 rows.
#[test]
fn an_unmet_condition_decides_then_data_then_officers() {
    for condition in ['是', '否', '缺'] {
        for check in ['是', '否', '缺'] {
            for (amount, value) in [('有', "研发费用=10"), ('零', "研发费用=0"), ('缺', "")] {
                let text = facts("甲", condition) + &facts("核验", check) + value;
                let one = Policy {
                    conditions: vec![clause("1", holds("甲"))],
                    officer_checks: vec![officer("K")],
                    ..policy("p")
                };
                let expected = match (condition, check, amount) {
                    ('否', ..) | (_, '否', _) | (_, _, '零') => Standing::Not,
                    ('缺', ..) | (_, _, '缺') => Standing::Unknown,
                    (_, '缺', _) => Standing::Officer,
                    _ => Standing::Entitled,
                };
                let judged = judge(&one, &given(&text));
                assert_eq!(judged.standing, expected, "{condition}{check}{amount}");
                let told = |list: usize| list > 0;
                assert_eq!(told(failing(&one, &judged).len()), expected == Standing::Not, "{text}");
                assert!(expected != Standing::Unknown || told(lacking(&judged, &dictionary()).len()));
                assert!(expected != Standing::Officer || told(pending(&one, &judged).len()));
            }
        }
    }
}

#[test]
fn every_failing_condition_is_told_with_its_gap() {
    let either = group(Group::Any, vec![at_least("研发费用", "100万元"), holds("乙")]);
    let one = Policy {
        conditions: vec![
            clause("研发", at_least("研发费用", "50万元")),
            clause("守信", group(Group::None, vec![holds("甲")])),
            clause("择一", either),
        ],
        ..policy("p")
    };
    let judged = judge(&one, &given("研发费用=40 甲=是 乙=否"));
    let told: Vec<String> = failing(&one, &judged).into_iter().map(|each| each.zh).collect();
    assert_eq!(
        told,
        ["研发：还差10万元（20%）", "守信（甲）", "择一（以下无一满足：研发费用：还差60万元（60%）；乙）"]
    );
}

#[test]
fn parts_add_up_under_their_caps_and_are_rounded_once() {
    use domain::policies::{Award, Fen, Money, Part, Rounding};
    use formula::{Dimension, Expected};
    let cap = |text: &str| Some(crate::kit::formula(text, Expected::Number(Dimension::MONEY)));
    let parts = vec![
        Part { cap: cap("0.5元"), ..part("研发费用") },
        part("研发费用 / 30000"),
        part("0元 - 研发费用"),
        Part { when: Some(crate::kit::formula("甲", Expected::Truth)), ..part("100元") },
    ];
    let money = Money { parts, cap: None, rounding: Rounding::CENT };
    let one = Policy { award: Award::Money(Box::new(money)), ..policy("p") };
    let amount = |text: &str| judge(&one, &given(text)).award.map(|found| (found.amount, found.parts.len()));
    // 0.5 + 1/3 → 0.83; a part below nothing is nothing.
    assert_eq!(amount("研发费用=1 甲=否"), Ok((Some(Fen(83)), 4)));
    assert_eq!(amount("研发费用=1 甲=是"), Ok((Some(Fen(10_083)), 4)));
    assert!(amount("研发费用=1").is_err(), "whether a part is given is not known");
    let plain = Policy { award: award("研发费用"), ..policy("p") };
    assert_eq!(judge(&plain, &given("研发费用=1")).award.unwrap().amount, Some(Fen::from_yuan(10_000)));
}
