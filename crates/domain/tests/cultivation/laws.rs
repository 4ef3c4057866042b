//! Laws: a range never crosses itself, missing data only widen it, and what is met stays met with more points.

use domain::cultivation::{
    Alternative, Assessment, BandAward, Grading, ItemRule, Ladder, RowAward, Verdict, assess,
};
use proptest::prelude::*;

use crate::{kit::*, points};

/// Experts, rows, and the better of two ratios; 60 of 130 points asked for.
fn sample() -> Ladder {
    let edge = |lower: Option<&str>, award: i64| BandAward {
        lower: lower.map(|edge| edge.parse().expect("an edge")),
        lower_inclusive: true,
        award: range(award, award),
    };
    let ratio = |over: &str| Alternative {
        code: over.to_owned(),
        name: named(over),
        grading: Grading::Bands {
            value: formula(&format!("研发费用 / {over}")),
            unit: None,
            bands: vec![edge(None, 0), edge(Some("0.03"), 20), edge(Some("0.06"), 50)],
        },
    };
    let row = |when: &str, low: i64, high: i64| RowAward { when: formula(when), award: range(low, high) };
    let rows = vec![row("一类 >= 1项", 20, 30), row("二类 >= 3项", 10, 18), row("二类 >= 1项", 3, 6)];
    let items = vec![
        points::item(50, ItemRule::Judged { level: None }),
        points::item(50, ItemRule::BestOf(vec![ratio("销售收入"), ratio("成本费用")])),
        points::item(30, ItemRule::Graded(Grading::Rows { rows, otherwise: range(0, 0) })),
    ];
    let hard = vec![
        clause("1", test("职工总数", "at_most", "500人")),
        clause("2", test("研发费用 / 销售收入", "at_least", "3%")),
    ];
    ladder(hard, vec![clause("D", holds("核验结论"))], Some(points::card(130, items)))
}

const NAMES: [&str; 6] = ["研发费用", "销售收入", "成本费用", "一类", "二类", "职工总数"];

fn line(values: &[Option<u16>; 6], answer: Option<bool>) -> String {
    let mut parts: Vec<String> = NAMES
        .iter()
        .zip(values)
        .filter_map(|(name, value)| value.map(|value| format!("{name} {value}")))
        .collect();
    parts.extend(answer.map(|yes| format!("核验结论 {}", if yes { "是" } else { "否" })));
    parts.join("，")
}

fn value(most: u16) -> impl Strategy<Value = Option<u16>> {
    proptest::option::weighted(0.8, 0..=most)
}

fn values() -> impl Strategy<Value = [Option<u16>; 6]> {
    (value(100), value(1000), value(1000), value(2), value(4), value(600))
        .prop_map(|(a, b, c, d, e, f)| [a, b, c, d, e, f])
}

fn ranges(found: &Assessment) -> Vec<domain::cultivation::PointRange> {
    let score = found.score.as_ref().expect("a score");
    let items = score.sections.iter().flat_map(|section| section.items.iter().map(|item| item.range));
    score.sections.iter().map(|section| section.range).chain(items).chain([score.total]).collect()
}

/// 有望 and 需人工核验 both wait for people: neither is above the other.
fn rank(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Fails => 0,
        Verdict::NeedsData => 1,
        Verdict::NeedsOfficer | Verdict::Promising => 2,
        Verdict::Meets => 3,
    }
}

/// Found by the law below: 有望 with an undefined hard condition open turns to 需人工核验 when the points settle.
#[test]
fn when_the_experts_are_no_longer_needed_the_officer_still_is() {
    let verdict = |line: &str| assess(&sample(), &given(line)).verdict;
    assert_eq!(verdict("研发费用 19，销售收入 0，成本费用 1，职工总数 0"), Verdict::Promising);
    assert_eq!(verdict("研发费用 19，销售收入 0，成本费用 1，职工总数 0，一类 1"), Verdict::NeedsOfficer);
}

proptest! {
    #[test]
    fn low_is_never_above_high(values in values(), answer: Option<bool>) {
        for range in ranges(&assess(&sample(), &given(&line(&values, answer)))) {
            prop_assert!(range.low() <= range.high());
        }
    }

    #[test]
    fn missing_data_only_widen_ranges(values in values(), forget in 0usize..6) {
        let ladder = sample();
        let known = assess(&ladder, &given(&line(&values, None)));
        let mut fewer = values;
        fewer[forget] = None;
        let missing = assess(&ladder, &given(&line(&fewer, None)));
        for (narrow, wide) in ranges(&known).into_iter().zip(ranges(&missing)) {
            prop_assert!(wide.low() <= narrow.low() && narrow.high() <= wide.high(), "{narrow} not within {wide}");
        }
    }

    /// What a verdict says for sure stays true when missing data arrive.
    #[test]
    fn a_sure_verdict_survives_whatever_is_learned(values in values(), learned in values(), answer: Option<bool>) {
        let ladder = sample();
        let before = assess(&ladder, &given(&line(&values, None))).verdict;
        let mut more = values;
        for (value, learned) in more.iter_mut().zip(learned) {
            *value = value.or(learned);
        }
        let after = assess(&ladder, &given(&line(&more, answer))).verdict;
        if before == Verdict::Fails {
            prop_assert_eq!(after, Verdict::Fails);
        }
        if before == Verdict::Meets {
            prop_assert_eq!(after, Verdict::Meets);
        }
        if before == Verdict::Promising {
            prop_assert!(rank(after) >= rank(Verdict::Promising), "{:?}", after);
        }
    }

    #[test]
    fn improving_a_helpful_item_never_lowers_the_verdict(values in values(), helpful in prop::sample::select(vec![0usize, 3, 4]), more in 1u16..50) {
        let ladder = sample();
        let mut values = values;
        values[helpful].get_or_insert(0);
        let before = assess(&ladder, &given(&line(&values, Some(false))));
        let mut better = values;
        better[helpful] = better[helpful].map(|value| value + more);
        let after = assess(&ladder, &given(&line(&better, Some(false))));
        prop_assert!(rank(after.verdict) >= rank(before.verdict));
        for (low, high) in ranges(&before).into_iter().zip(ranges(&after)) {
            prop_assert!(low.low() <= high.low() && low.high() <= high.high());
        }
    }
}
