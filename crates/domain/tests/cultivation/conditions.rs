//! Typed conditions: three values, gaps, groups; what a table shows of them.

use domain::cultivation::{Group, Requirement, Row, assess, rows, rows_of_year};

use crate::kit::*;

/// What the first line of the table says: state, value, bound, gap, remark.
fn line(requirement: domain::cultivation::Requirement, facts: &str) -> String {
    let ladder = ladder(vec![clause("1", requirement)], vec![], None);
    let assessment = assess(&ladder, &given(facts));
    let rows = rows(&ladder, &assessment, &dictionary());
    shown(&rows[0])
}

fn shown(row: &Row) -> String {
    let parts = [
        row.state.map(|state| state.sentence().zh),
        row.value.as_ref().map(|cell| cell.text.zh.clone()),
        row.bound.as_ref().map(|bound| bound.zh.clone()),
        row.gap.as_ref().map(|gap| gap.zh.clone()),
        row.remark.as_ref().map(|remark| remark.zh.clone()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" | ")
}

#[test]
fn a_condition_tells_value_bound_and_gap() {
    let check = |value: &str, comparison: &str, bound: &str, facts: &str, expected: &str| {
        assert_eq!(
            line(test(value, comparison, bound), facts),
            expected,
            "{value} {comparison} {bound}: {facts}"
        );
    };
    let ratio = "研发费用 / 销售收入";
    check(
        ratio,
        "at_least",
        "4%",
        "研发费用 32，销售收入 1000",
        "不满足 | 3.2% | 不低于4% | 还差0.8个百分点（20%）",
    );
    check(ratio, "at_least", "4%", "研发费用 40，销售收入 1000", "满足 | 4% | 不低于4%");
    check(
        ratio,
        "above",
        "4%",
        "研发费用 40，销售收入 1000",
        "不满足 | 4% | 高于4% | 正好等于界限，不含在内",
    );
    check(ratio, "at_least", "4%", "销售收入 1000", "无法判断 | 不低于4% | 缺失：研发费用");
    check(ratio, "at_least", "4%", "", "无法判断 | 不低于4% | 缺失：研发费用、销售收入");
    check(ratio, "at_least", "4%", "研发费用 1，销售收入 0", "无法判断 | 不低于4% | 无法计算：除数为零");
    check("职工总数", "at_most", "500人", "职工总数 500", "满足 | 500人 | 不超过500人");
    check("职工总数", "at_most", "500人", "职工总数 501", "不满足 | 501人 | 不超过500人 | 超出1人（0.2%）");
    check(
        "职工总数",
        "below",
        "500人",
        "职工总数 500",
        "不满足 | 500人 | 低于500人 | 正好等于界限，不含在内",
    );
    check(
        "销售收入",
        "at_most",
        "2亿元",
        "销售收入 20000.01",
        "不满足 | 20000.01万元 | 不超过20000万元 | 超出0.01万元（不足0.1%）",
    );
    check("一类", "equals", "2项", "一类 3", "不满足 | 3项 | 等于2项 | 相差1项（50%）");
    check("一类", "not_equals", "2项", "一类 3", "满足 | 3项 | 不等于2项");
    check("一类", "at_least", "0项", "一类 0", "满足 | 0项 | 不低于0项");
    check("程度", "one_of", "strong、weak", "程度 weak", "满足 | 弱 | 属于强、弱");
    check("程度", "one_of", "strong", "程度 weak", "不满足 | 弱 | 属于强");
    check("程度", "not_equals", "strong", "程度 weak", "满足 | 弱 | 不等于强");
    check("程度", "equals", "strong", "", "无法判断 | 等于强 | 缺失：程度");
    check("核验结论", "equals", "是", "核验结论 否", "不满足 | 否 | 等于是");
    check(
        "证书到期日",
        "at_least",
        "2025-12-31",
        "证书到期日 2025-12-30",
        "不满足 | 2025-12-30 | 不低于2025-12-31",
    );
}

#[test]
fn a_bound_may_depend_on_the_enterprise() {
    let rate = "若 销售收入 <= 5000万元 则 5% 否则 若 销售收入 <= 20000万元 则 4% 否则 3%";
    let check = |sales: &str, rd: &str, expected: &str| {
        let facts = format!("研发费用 {rd}，销售收入 {sales}");
        assert_eq!(line(test("研发费用 / 销售收入", "at_least", rate), &facts), expected, "{facts}");
    };
    check("5000", "250", "满足 | 5% | 不低于5%");
    check("5000", "249.99", "不满足 | 4.9998% | 不低于5% | 还差0.0002个百分点（不足0.1%）");
    check("5000.01", "249.99", "满足 | 5% | 不低于4%");
    check("20000", "800", "满足 | 4% | 不低于4%");
    check("20000.01", "600.0003", "满足 | 3% | 不低于3%");
    check("20000.01", "600", "不满足 | 2.999999% | 不低于3% | 还差0.000001个百分点（不足0.1%）");
}

#[test]
fn groups_follow_kleene() {
    let check = |kind: Group, facts: &str, expected: &str| {
        let parts = vec![holds("核验结论"), test("一类", "at_least", "1项")];
        assert_eq!(line(group(kind, parts), facts), expected, "{kind:?}: {facts}");
    };
    check(Group::All, "核验结论 是，一类 1", "满足 | 同时满足");
    check(Group::All, "核验结论 是", "无法判断 | 同时满足");
    check(Group::All, "一类 0", "不满足 | 同时满足");
    check(Group::Any, "一类 1", "满足 | 满足其一");
    check(Group::Any, "一类 0", "无法判断 | 满足其一");
    check(Group::Any, "核验结论 否，一类 0", "不满足 | 满足其一");
    check(Group::None, "核验结论 否，一类 0", "满足 | 均不得有");
    check(Group::None, "核验结论 否", "无法判断 | 均不得有");
    check(Group::None, "一类 1", "不满足 | 均不得有");
}

#[test]
fn a_group_shows_its_parts_below_it() {
    let parts = vec![test("职工总数", "at_most", "500人"), test("销售收入", "at_most", "20000万元")];
    let ladder = ladder(vec![clause("2", group(Group::All, parts))], vec![], None);
    let assessment = assess(&ladder, &given("职工总数 501"));
    let rows = rows(&ladder, &assessment, &dictionary());
    let lines: Vec<_> = rows.iter().map(|row| format!("{} {}", row.depth, shown(row))).collect();
    assert_eq!(
        lines,
        [
            "0 不满足 | 同时满足",
            "1 不满足 | 501人 | 不超过500人 | 超出1人（0.2%）",
            "1 无法判断 | 不超过20000万元 | 缺失：销售收入",
        ]
    );
}

#[test]
fn the_distance_of_a_group_is_its_worst_or_nearest_part() {
    let check = |kind: Group, facts: &str, expected: Option<&str>| {
        let parts = vec![test("职工总数", "at_most", "500人"), test("一类", "at_least", "4项")];
        let ladder = ladder(vec![clause("1", group(kind, parts))], vec![], None);
        let gap = assess(&ladder, &given(facts)).largest_gap();
        assert_eq!(gap.map(|gap| gap.to_string()).as_deref(), expected, "{kind:?}: {facts}");
    };
    check(Group::All, "职工总数 600，一类 1", Some("0.75"));
    check(Group::All, "职工总数 600，一类 4", Some("0.2"));
    check(Group::Any, "职工总数 600，一类 1", Some("0.2"));
    check(Group::All, "职工总数 500，一类 4", None);
}

#[test]
fn conditions_that_cannot_be_compared_are_not_made() {
    use domain::cultivation::{Bound, Comparison, IllTyped, Test};
    let make = |value: &str, comparison: Comparison, bound: &str| {
        Test::new(formula(value), comparison, Bound::Formula(Box::new(formula(bound)))).err()
    };
    assert!(matches!(make("职工总数", Comparison::AtLeast, "销售收入"), Some(IllTyped::Different { .. })));
    assert!(matches!(make("程度", Comparison::AtLeast, "程度"), Some(IllTyped::NoOrder(_))));
    assert_eq!(make("一类", Comparison::OneOf, "二类"), Some(IllTyped::ListMismatch));
    assert_eq!(make("一类", Comparison::AtLeast, "二类"), None);
}

#[test]
fn a_group_is_called_what_the_file_calls_it() {
    let large = vec![test("销售收入", "at_least", "10000万元"), test("职工总数", "at_least", "50人")];
    let small = vec![test("销售收入", "below", "10000万元")];
    let Requirement::Group { group: all, parts, .. } = group(Group::All, large) else { unreachable!() };
    let called = Requirement::Group { name: Some(named("销售收入1亿元以上")), group: all, parts };
    let either = group(Group::Any, vec![called, group(Group::All, small)]);
    let ladder = ladder(vec![clause("1", either)], vec![], None);
    let assessment = assess(&ladder, &given("销售收入 12000，职工总数 60"));
    let names: Vec<String> =
        rows(&ladder, &assessment, &dictionary()).into_iter().map(|row| row.name.zh).collect();
    assert_eq!(names[1..], ["销售收入1亿元以上", "销售收入", "职工总数", "同时满足", "销售收入"]);
}

#[test]
fn what_is_missing_of_an_earlier_year_is_called_by_its_year() {
    let ladder = ladder(vec![clause("1", test("销售收入 / 销售收入[-2]", "at_least", "110%"))], vec![], None);
    let assessment = assess(&ladder, &given("销售收入 100"));
    let remark = |year| {
        let rows = rows_of_year(&ladder, &assessment, &dictionary(), year);
        rows[0].remark.clone().map(|remark| (remark.zh, remark.en)).unwrap()
    };
    assert_eq!(remark(Some(2024)), ("缺失：2022年销售收入".into(), "missing: 销售收入 of 2022".into()));
    assert_eq!(remark(None).0, "缺失：销售收入[-2]");
}
