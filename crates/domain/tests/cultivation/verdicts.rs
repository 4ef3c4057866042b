//! The verdict and its reasons, in the documented order of decisions.

use domain::cultivation::{ItemRule, Ladder, PassRule, Reason, Route, ScoreTarget, assess};

use crate::{kit::*, points};

fn why(reason: &Reason) -> String {
    match reason {
        Reason::Vetoed(code) => format!("否决{code}"),
        Reason::Unmet(code) => format!("不满足{code}"),
        Reason::ScoreTooLow(code) => format!("分低{code}"),
        Reason::Missing(code) => format!("缺{code}"),
        Reason::Undefined(code) => format!("不可比{code}"),
        Reason::ItemMissing(code) => format!("缺项{code}"),
        Reason::OfficerCheck(code) => format!("核验{code}"),
        Reason::ExpertsDecide(code) => format!("专家{code}"),
        Reason::Direct(code) => format!("直接{code}"),
    }
}

fn check(ladder: &Ladder, facts: &str, expected: &str) {
    let found = assess(ladder, &given(facts));
    let reasons: Vec<_> = found.reasons.iter().map(why).collect();
    let text = format!("{} {}", found.verdict.sentence().zh, reasons.join(" "));
    assert_eq!(text.trim_end(), expected, "{facts}");
}

/// Points: experts 0 … 100 or their record; 60 are asked for.
fn scored(hard: Vec<domain::cultivation::Clause>, direct: Vec<domain::cultivation::Clause>) -> Ladder {
    let experts = points::item(100, ItemRule::Judged { level: None });
    ladder(hard, direct, Some(points::card(100, vec![experts])))
}

#[test]
fn hard_conditions_come_first_and_vetoes_before_them() {
    let hard = vec![
        veto("V", group_none("重大事故")),
        clause("1", test("职工总数", "at_most", "500人")),
        clause("2", test("一类", "at_least", "1项")),
    ];
    let ladder = ladder(hard, vec![], None);
    check(&ladder, "重大事故 否，职工总数 500，一类 1", "符合");
    check(&ladder, "重大事故 是，职工总数 501，一类 1", "不符合 否决V 不满足1");
    check(&ladder, "职工总数 501", "不符合 不满足1");
    check(&ladder, "重大事故 否，一类 1", "数据不足 缺1");
    check(&ladder, "", "数据不足 缺V 缺1 缺2");
}

fn group_none(item: &str) -> domain::cultivation::Requirement {
    group(domain::cultivation::Group::None, vec![holds(item)])
}

#[test]
fn an_open_officer_check_keeps_it_from_being_met_and_a_no_fails_it() {
    let ladder = ladder(vec![officer("3"), clause("1", test("一类", "at_least", "1项"))], vec![], None);
    check(&ladder, "一类 1，核验结论 是", "符合");
    check(&ladder, "一类 1，核验结论 否", "不符合 不满足3");
    check(&ladder, "一类 1", "需人工核验 核验3");
    check(&ladder, "", "数据不足 缺1");
}

#[test]
fn a_number_that_is_undefined_goes_to_an_officer() {
    let ladder = ladder(vec![clause("5", test("研发费用 / 销售收入", "at_least", "4%"))], vec![], None);
    check(&ladder, "研发费用 5，销售收入 0", "需人工核验 不可比5");
    check(&ladder, "研发费用 5", "数据不足 缺5");
}

#[test]
fn met_only_when_even_the_conservative_points_pass() {
    let ladder = scored(vec![], vec![]);
    check(&ladder, "专家评分 60", "符合");
    check(&ladder, "专家评分 59", "不符合 分低P");
    check(&ladder, "", "有望 专家P");
}

#[test]
fn an_open_range_is_promising_even_with_an_officer_check_open() {
    let ladder = scored(vec![officer("3")], vec![]);
    check(&ladder, "", "有望 专家P 核验3");
    check(&ladder, "专家评分 60", "需人工核验 核验3");
    check(&ladder, "专家评分 59", "不符合 分低P");
}

#[test]
fn a_direct_clause_makes_points_unnecessary_but_not_the_hard_conditions() {
    let hard = vec![clause("1", test("职工总数", "at_most", "500人"))];
    let ladder = scored(hard, vec![clause("D", holds("核验结论"))]);
    check(&ladder, "职工总数 500，核验结论 是，专家评分 0", "符合 直接D");
    check(&ladder, "职工总数 501，核验结论 是，专家评分 100", "不符合 不满足1");
    check(&ladder, "核验结论 是", "数据不足 缺1");
    check(&ladder, "职工总数 500，核验结论 否，专家评分 59", "不符合 分低P");
    // Nobody said whether the direct clause is met: it might be.
    check(&ladder, "职工总数 500，专家评分 59", "数据不足 缺D");
    check(&ladder, "职工总数 500，专家评分 60", "符合");
    assert_eq!(assess(&ladder, &given("职工总数 500，核验结论 是")).route, Route::Direct(0));
}

#[test]
fn only_an_officer_can_open_a_direct_clause_that_asks_one() {
    let ladder = scored(vec![], vec![officer("D")]);
    check(&ladder, "专家评分 59", "需人工核验 核验D");
    check(&ladder, "专家评分 59，核验结论 否", "不符合 分低P");
    check(&ladder, "专家评分 59，核验结论 是", "符合 直接D");
}

#[test]
fn missing_data_decide_only_where_they_could() {
    use domain::cultivation::{Grading, RowAward};
    let row = RowAward { when: formula("一类 >= 1项"), award: range(30, 30) };
    let rows = Grading::Rows { rows: vec![row], otherwise: range(0, 0) };
    let by_data = domain::cultivation::ScoreItem {
        code: "C".to_owned(),
        recorded: None,
        ..points::item(30, ItemRule::Graded(rows))
    };
    let experts = points::item(70, ItemRule::Judged { level: None });
    let ladder = ladder(vec![], vec![], Some(points::card(100, vec![experts, by_data])));
    check(&ladder, "专家评分 60", "符合");
    check(&ladder, "专家评分 59", "数据不足 缺项C");
    check(&ladder, "专家评分 29", "不符合 分低P");
    check(&ladder, "", "有望 专家P");
    check(&ladder, "专家评分 59，一类 1", "符合");
}

#[test]
fn every_pass_rule_must_be_met() {
    let rule = |code: &str, of: ScoreTarget, above: bool, points: i64| PassRule {
        code: code.to_owned(),
        ..pass(of, above, points)
    };
    let mut card = points::card(100, vec![points::item(100, ItemRule::Judged { level: None })]);
    card.pass = vec![
        rule("T", ScoreTarget::Total, true, 70),
        rule("S", ScoreTarget::Section(0), false, 80),
        rule("I", ScoreTarget::Item(0, 0), true, 0),
    ];
    let ladder = ladder(vec![], vec![], Some(card));
    check(&ladder, "专家评分 80", "符合");
    check(&ladder, "专家评分 71", "不符合 分低S");
    check(&ladder, "专家评分 70", "不符合 分低T 分低S");
    check(&ladder, "专家评分 0", "不符合 分低T 分低S 分低I");
    assert_eq!(assess(&ladder, &given("专家评分 71")).unmet, 1, "a near miss");
}

#[test]
fn every_assessment_carries_the_note() {
    let note = assess(&scored(vec![], vec![]), &given("")).note;
    assert_eq!(note.zh, "测算结果仅供参考，以主管部门认定为准");
}
