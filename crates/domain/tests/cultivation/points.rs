//! Points of the scorecard: exact, expert ranges, the better of two, caps, missing data.

use domain::{
    Points,
    cultivation::{
        Alternative, BandAward, CaseAward, Grading, ItemRule, PointRange, RowAward, ScoreItem, ScoreTarget,
        Scorecard, Section, Settled, assess,
    },
};

use crate::kit::*;

fn bands(value: &str, edges: &[(&str, PointRange)]) -> Grading {
    let bands = edges.iter().enumerate().map(|(index, (edge, award))| BandAward {
        lower: (index > 0).then(|| edge.trim_start_matches('>').parse().expect("an edge")),
        lower_inclusive: !edge.starts_with('>'),
        award: *award,
    });
    Grading::Bands { value: formula(value), unit: None, bands: bands.collect() }
}

fn rd(over: &str) -> Grading {
    bands(
        &format!("研发费用 / {over}"),
        &[("", range(0, 0)), ("0.05", range(40, 40)), ("0.06", range(50, 50))],
    )
}

pub fn item(full: i64, rule: ItemRule) -> ScoreItem {
    ScoreItem {
        code: "A".to_owned(),
        name: named("评分项"),
        full: Points::from_whole(full),
        bonus: false,
        article: None,
        rule,
        recorded: Some(formula("专家评分")),
    }
}

pub fn card(cap: i64, items: Vec<ScoreItem>) -> Scorecard {
    let section = Section {
        code: "S".to_owned(),
        name: named("类别"),
        full: Points::from_whole(cap),
        cap: Points::from_whole(cap),
        article: None,
        items,
    };
    let pass = vec![pass(ScoreTarget::Total, false, 60)];
    Scorecard { full: Points::from_whole(cap), sections: vec![section], pass }
}

/// The range of one item and where its points come from.
fn points(rule: &ItemRule, facts: &str) -> String {
    let ladder = ladder(vec![], vec![], Some(card(100, vec![item(50, rule.clone())])));
    let score = assess(&ladder, &given(facts)).score.expect("a score");
    let item = &score.sections[0].items[0];
    let settled = match item.settled {
        Settled::ByData => "数据",
        Settled::ByExperts => "专家已评",
        Settled::AwaitingExperts => "待专家",
        Settled::MissingData => "缺失",
    };
    let refused = item.refused.as_ref().map(|given| format!(" 未采用{given}")).unwrap_or_default();
    format!("{} {settled}{refused}", item.range)
}

#[test]
fn bands_give_points_at_their_edges() {
    let rule = ItemRule::Graded(rd("销售收入"));
    let check = |facts: &str, expected: &str| assert_eq!(points(&rule, facts), expected, "{facts}");
    check("研发费用 30，销售收入 500", "50 数据");
    check("研发费用 29.99，销售收入 500", "40 数据");
    check("研发费用 25，销售收入 500", "40 数据");
    check("研发费用 24.99，销售收入 500", "0 数据");
    check("研发费用 30，销售收入 0", "0 数据");
    check("销售收入 500", "0–50 缺失");
}

#[test]
fn an_edge_may_belong_to_the_band_below() {
    let growth =
        bands("研发费用 / 销售收入 - 1", &[("", range(0, 0)), (">0", range(1, 2)), ("0.05", range(3, 4))]);
    let rule = ItemRule::Graded(growth);
    let check = |rd: &str, expected: &str| {
        assert_eq!(points(&rule, &format!("研发费用 {rd}，销售收入 1000")), expected, "{rd}");
    };
    check("1000", "0 数据");
    check("1000.000001", "1–2 待专家");
    check("1050", "3–4 待专家");
    check("999", "0 数据");
}

#[test]
fn rows_take_the_first_that_holds_and_widen_over_what_is_missing() {
    let row = |when: &str, award: i64| RowAward { when: formula(when), award: range(award, award) };
    let rows = vec![row("一类 >= 1项", 30), row("二类 >= 2项", 12), row("二类 >= 1项", 6)];
    let rule = ItemRule::Graded(Grading::Rows { rows, otherwise: range(0, 0) });
    let check = |facts: &str, expected: &str| assert_eq!(points(&rule, facts), expected, "{facts}");
    check("一类 1，二类 9", "30 数据");
    check("一类 1", "30 数据");
    check("一类 0，二类 2", "12 数据");
    check("一类 0，二类 1", "6 数据");
    check("一类 0，二类 0", "0 数据");
    check("二类 2", "12–30 缺失");
    check("一类 0", "0–12 缺失");
    check("", "0–30 缺失");
}

#[test]
fn experts_decide_within_the_level_and_their_record_settles_it() {
    let cases = vec![
        CaseAward { values: vec!["strong".to_owned()], award: range(7, 8) },
        CaseAward { values: vec!["weak".to_owned()], award: range(1, 2) },
    ];
    let level = Grading::Cases { value: formula("程度"), cases, otherwise: range(0, 0) };
    let check =
        |rule: &ItemRule, facts: &str, expected: &str| assert_eq!(points(rule, facts), expected, "{facts}");
    let judged = ItemRule::Judged { level: Some(level.clone()) };
    check(&judged, "程度 strong", "7–8 待专家");
    check(&judged, "程度 weak", "1–2 待专家");
    check(&judged, "程度 none", "0 数据");
    check(&judged, "", "0–50 待专家");
    check(&judged, "程度 strong，专家评分 8", "8 专家已评");
    check(&judged, "程度 strong，专家评分 6", "7–8 待专家 未采用6");
    check(&judged, "程度 strong，专家评分 7.5", "7–8 待专家 未采用7.5");
    check(&judged, "专家评分 33", "33 专家已评");
    check(&judged, "专家评分 51", "0–50 待专家 未采用51");
    // The same category from a department's data is missing, not awaited.
    check(&ItemRule::Graded(level), "", "0–8 缺失");
    check(&ItemRule::Judged { level: None }, "", "0–50 待专家");
}

#[test]
fn the_enterprise_chooses_the_better_and_what_is_undefined_cannot_be_chosen() {
    let alternative =
        |code: &str, over: &str| Alternative { code: code.to_owned(), name: named(over), grading: rd(over) };
    let rule = ItemRule::BestOf(vec![alternative("B1", "销售收入"), alternative("B2", "成本费用")]);
    let check = |facts: &str, expected: &str, chosen: Option<usize>| {
        assert_eq!(points(&rule, facts), expected, "{facts}");
        let ladder = ladder(vec![], vec![], Some(card(100, vec![item(50, rule.clone())])));
        let score = assess(&ladder, &given(facts)).score.expect("a score");
        assert_eq!(score.sections[0].items[0].chosen, chosen, "{facts}");
    };
    check("研发费用 50，销售收入 1000，成本费用 800", "50 数据", Some(1));
    check("研发费用 50，销售收入 1000，成本费用 1000", "40 数据", Some(0));
    check("研发费用 50，销售收入 0，成本费用 1000", "40 数据", Some(1));
    check("研发费用 50，销售收入 0，成本费用 0", "0 数据", None);
    check("研发费用 50，销售收入 1000", "40–50 缺失", Some(0));
    check("研发费用 60，销售收入 1000", "50 数据", Some(0));
    check("", "0–50 缺失", Some(0));
}

#[test]
fn a_section_is_capped_and_bonus_items_count_up_to_the_cap() {
    let experts = || item(28, ItemRule::Judged { level: None });
    let bonus = ScoreItem {
        bonus: true,
        recorded: None,
        ..item(2, ItemRule::Graded(bands("一类", &[("", range(0, 0)), ("1", range(1, 2))])))
    };
    let check = |facts: &str, expected: &str, capped: bool| {
        let ladder = ladder(vec![], vec![], Some(card(29, vec![experts(), bonus.clone()])));
        let score = assess(&ladder, &given(facts)).score.expect("a score");
        assert_eq!(
            (score.total.to_string().as_str(), score.sections[0].capped),
            (expected, capped),
            "{facts}"
        );
    };
    check("专家评分 28，一类 0", "28", false);
    check("专家评分 28，一类 1", "29", true);
    check("专家评分 20，一类 1", "21–22", false);
    check("一类 1", "1–29", true);
}

/// Four rows of 3 points, at most 5: 质量管理.
fn each() -> ItemRule {
    let row = |when: &str| RowAward { when: formula(when), award: range(3, 3) };
    let rows = vec![row("一类 >= 1项"), row("二类 >= 1项"), row("重大事故")];
    ItemRule::Graded(Grading::Sum { rows, cap: Points::from_whole(5) })
}

#[test]
fn rows_of_a_sum_add_up_to_a_cap() {
    let check = |facts: &str, expected: &str| assert_eq!(points(&each(), facts), expected, "{facts}");
    check("一类 0，二类 0，重大事故 否", "0 数据");
    check("一类 1，二类 0，重大事故 否", "3 数据");
    check("一类 1，二类 1，重大事故 否", "5 数据");
    check("一类 1，二类 1，重大事故 是", "5 数据");
}

#[test]
fn what_a_sum_cannot_tell_widens_it_only_where_it_matters() {
    let check = |facts: &str, expected: &str| assert_eq!(points(&each(), facts), expected, "{facts}");
    check("一类 1，二类 0", "3–5 缺失");
    check("一类 0", "0–5 缺失");
    check("一类 1，二类 1", "5 数据");
}
