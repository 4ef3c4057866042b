//! How many conditions an enterprise is short of a rung.

use domain::cultivation::{Clause, Group, Ladder, assess};

use crate::{kit::*, points};

#[track_caller]
fn check(ladder: &Ladder, facts: &str, expected: Option<usize>) {
    let found = assess(ladder, &given(facts));
    assert_eq!(found.short(ladder), expected, "{facts}: {:?}", found.reasons);
}

fn asking(clauses: Vec<Clause>) -> Ladder {
    ladder(clauses, vec![], None)
}

#[test]
fn single_conditions_count() {
    let ladder = asking(vec![
        clause("1", test("研发费用", "at_least", "100万元")),
        clause("2", test("职工总数", "at_most", "500人")),
        officer("3"),
    ]);
    check(&ladder, "研发费用 100，职工总数 500，核验结论 是", Some(0));
    check(&ladder, "研发费用 99，职工总数 500，核验结论 是", Some(1));
    check(&ladder, "研发费用 99，职工总数 501，核验结论 否", Some(3));
    check(&ladder, "职工总数 501", Some(1));
}

#[test]
fn of_a_group_every_part_counts_and_of_alternatives_the_nearest() {
    let both = group(Group::All, [test("研发费用", "at_least", "100万元"), test("一类", "at_least", "1项")]);
    let either = group(Group::Any, [both.clone(), holds("核验结论")]);
    check(&asking(vec![clause("1", both)]), "研发费用 9，一类 0", Some(2));
    check(&asking(vec![clause("1", either.clone())]), "研发费用 9，一类 0，核验结论 否", Some(1));
    check(&asking(vec![clause("1", either)]), "研发费用 100，一类 0，核验结论 否", Some(1));
}

#[test]
fn a_veto_is_no_near_miss() {
    let ladder = asking(vec![veto("1", group(Group::None, [holds("重大事故")]))]);
    check(&ladder, "重大事故 是", None);
    check(&ladder, "重大事故 否", Some(0));
}

#[test]
fn who_is_too_old_will_not_grow_younger() {
    let young = test("满年数(证书到期日)", "at_most", "5年");
    let old_enough = test("满年数(证书到期日)", "at_least", "5年");
    check(&asking(vec![clause("1", young.clone())]), "证书到期日 2015-01-01", None);
    check(&asking(vec![clause("1", old_enough)]), "证书到期日 2024-01-01", Some(1));
    let either = group(Group::Any, [young, test("研发费用", "at_least", "100万元")]);
    check(&asking(vec![clause("1", either)]), "证书到期日 2015-01-01，研发费用 9", Some(1));
}

#[test]
fn points_count_once_and_a_direct_clause_may_be_nearer() {
    let rule = domain::cultivation::ItemRule::Judged { level: None };
    let card = points::card(50, vec![points::item(50, rule)]);
    let direct = vec![clause("D", group(Group::All, [holds("核验结论"), holds("重大事故")]))];
    let ladder = ladder(vec![], direct, Some(card));
    check(&ladder, "核验结论 否，重大事故 否", Some(1));
    check(&ladder, "核验结论 是，重大事故 是", Some(0));
}

#[test]
fn what_is_lacking_is_told_with_its_gap_and_only_of_the_nearest_way() {
    let told = |ladder: &Ladder, facts: &str| {
        let lacking = assess(ladder, &given(facts)).lacking(ladder).expect("within reach");
        lacking.into_iter().map(|one| one.zh).collect::<Vec<_>>()
    };
    let own = asking(vec![clause("研发", test("研发费用", "at_least", "100万元"))]);
    assert_eq!(told(&own, "研发费用 90"), ["研发：还差10万元（10%）"]);
    let near = group(Group::All, [test("研发费用", "at_least", "100万元"), holds("核验结论")]);
    let far = group(Group::All, [test("一类", "at_least", "9项"), test("二类", "at_least", "9项")]);
    let either = asking(vec![clause("情形", group(Group::Any, [far, near]))]);
    assert_eq!(told(&either, "研发费用 90，核验结论 是，一类 0，二类 0"), ["研发费用：还差10万元（10%）"]);
    let rule = domain::cultivation::ItemRule::Judged { level: None };
    let scored = ladder(vec![], vec![], Some(points::card(50, vec![points::item(50, rule)])));
    assert_eq!(told(&scored, ""), ["得分要求：乐观分还差10分"]);
}
