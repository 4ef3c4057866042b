//! Matching by columns and by the exact judge: the same standings, claims, lines and marks.

use std::path::Path;

use columnar::{Marks, Match, Matched, Options, Population, Results, match_policies};
use domain::{
    Points,
    cultivation::State,
    policies::{Policy, Standing, judge, order_key, settle},
};
use jiff::civil::date;
use proptest::prelude::*;
use rulebook::{Memory, load_policy_from};

use crate::tables::{EDGES, any_table};

pub const ITEMS: &str = "\
format: items/1
code: t
name: 测试字典
items:
  - {code: credit_code, name: 信用代码, type: credit_code, meaning: 。, source: 部门}
  - {code: rev, name: 收入, type: number, unit: 万元, meaning: 。, source: 部门}
  - {code: rd, name: 研发, type: number, unit: 万元, meaning: 。, source: 部门}
  - {code: staff, name: 职工, type: number, unit: 人, meaning: 。, source: 部门}
  - {code: share, name: 份额, type: number, unit: \"%\", meaning: 。, source: 部门}
  - {code: ratio, name: 比率, type: number, meaning: 。, source: 部门}
  - {code: absent, name: 没有的, type: number, unit: 万元, meaning: 。, source: 部门}
  - {code: sector, name: 行业, type: text, meaning: 。, source: 部门}
  - {code: listed, name: 上市, type: truth, meaning: 。, source: 部门}
  - {code: founded, name: 成立, type: date, meaning: 。, source: 部门}
";

/// Condition lists that reach every kind of condition; `EDGE` stands for a number that values sit on.
const CONDITIONS: [&str; 12] = [
    "value: 研发 / 收入, unit: \"%\", at_least: EDGE",
    "value: 研发 + 收入, above: EDGE万元",
    "value: 份额, at_most: EDGE%",
    "value: 职工, below: EDGE",
    "value: 比率 * 3, equals: EDGE",
    "value: 行业, one_of: [a, b]",
    "value: 行业, not_equals: a",
    "value: 上市, equals: 是",
    "holds: 非 上市 或 收入 > EDGE万元",
    "value: 满年数(成立), at_most: EDGE年",
    "value: 积分(), at_least: EDGE分",
    "any: [{value: 研发, at_least: EDGE万元}, {all: [{holds: 上市}, {value: 收入, below: EDGE万元}]}, {none: [{value: 没有的, above: 0元}, {holds: 上市}]}]",
];

const AWARDS: [&str; 9] = [
    "parts: [{code: a, name: 甲, amount: 研发 * 3%, cap: EDGE万元}]",
    "parts: [{code: a, name: 甲, amount: 20万元}]",
    "parts: [{code: a, name: 甲, amount: 收入 / 7, when: 上市}, {code: b, name: 乙, amount: 5000元}]",
    "parts: [{code: a, name: 甲, value: 研发, marginal: 是, bands: [{below: 1万元, rate: 0%}, {from: 1万元, rate: 7%}]}]",
    "{parts: [{code: a, name: 甲, amount: 研发 / 3}], cap: 2.5万元, rounding: {to: 100元, down: 是}}",
    "{parts: [{code: a, name: 甲, value: 研发, bands: [{below: EDGE万元, award: 3000元}, {from: EDGE万元, rate: 2.5%}], when: 收入 > 研发}], rounding: {to: 1元}}",
    "{parts: [{code: a, name: 甲, amount: (收入 - 研发) * 0.05, cap: 研发}, {code: b, name: 乙, amount: 份额 * 800元}], rounding: {to: 1元, down: 是}}",
    "{parts: [{code: a, name: 甲, amount: 研发 * 0.0005}], cap: 收入 / 3, rounding: {to: 3元, down: 是}}",
    "right: 优先",
];

#[derive(Debug, Clone)]
struct Written {
    conditions: Vec<(usize, usize)>,
    award: usize,
    edge: usize,
    officer: bool,
    budget: Option<(u32, bool)>,
}

fn written() -> impl Strategy<Value = Written> {
    let condition = (0..CONDITIONS.len(), 1..EDGES.len());
    let budget = prop::option::of((1u32..100_000, any::<bool>()));
    (prop::collection::vec(condition, 1..5), 0..AWARDS.len(), 1..EDGES.len(), any::<bool>(), budget).prop_map(
        |(conditions, award, edge, officer, budget)| Written { conditions, award, edge, officer, budget },
    )
}

impl Written {
    fn policy(&self, code: usize) -> Policy {
        let mut text = format!(
            "format: policy/1\ncode: p{code}\nname: 测试（示例）\nversion: \"1\"\nstatus: illustrative\n\
             in_force: {{from: 2020-01-01}}\nitems: items.yaml\nissuer: 局\nkind: grant\nway: on_request\n\
             data: {{year: last, judged_on: year_end}}\nconditions:\n"
        );
        for (number, (condition, edge)) in self.conditions.iter().enumerate() {
            let condition = CONDITIONS[*condition].replace("EDGE", EDGES[*edge]);
            text += &format!("  - {{code: \"{number}\", name: 条件, {condition}}}\n");
        }
        if self.officer {
            text += "officer_checks: [{code: K, name: 核, question: 是否属实？, answer: 上市}]\n";
        }
        let award = AWARDS[self.award].replace("EDGE", EDGES[self.edge]);
        text += &if award.starts_with('{') {
            format!("award: {award}\n")
        } else {
            format!("award: {{{award}}}\n")
        };
        if let (Some((yuan, line)), true) = (self.budget, self.award != AWARDS.len() - 1) {
            let runs_out = if line { "by_points, last: nothing" } else { "pro_rata" };
            text += &format!("budget: {{amount: {yuan}元, runs_out: {runs_out}}}\n");
        }
        let files = Memory::new([("items.yaml", ITEMS.to_owned()), ("p.yaml", text.clone())]);
        match load_policy_from(&files, Path::new("p.yaml"), date(2024, 6, 30)) {
            Ok(loaded) => loaded.value,
            // Random conditions may exclude each other: then the one without them stands in.
            Err(problems) if problems.iter().all(|each| each.code.ends_with("-unreachable")) => {
                Self { conditions: vec![(5, 1)], award: 1, ..self.clone() }.policy(code)
            }
            Err(problems) => panic!("{text}\n{problems:#?}"),
        }
    }
}

fn by_hand(one: Match<'_>, results: &Results) -> Matched {
    let mut found = Matched::default();
    for index in 0..one.population.len() {
        let facts = one.facts(index, Some(results));
        let judged = judge(one.policy, &facts);
        found.standings.push(judged.standing);
        let amount = judged.award.as_ref().ok().and_then(|award| award.amount);
        if let (Standing::Entitled, Some(amount)) = (judged.standing, amount) {
            let enterprise = u32::try_from(index).unwrap();
            found.claims.claims.push(domain::policies::Claim { enterprise, amount });
            found.claims.keys.extend(order_key(one.policy, &facts));
        }
        let mut marks = Marks::default();
        for (bit, clause) in judged.conditions.iter().chain(&judged.officer_checks).enumerate() {
            match clause.state {
                State::Unmet => marks.unmet |= 1 << bit,
                State::Unknown => marks.unknown |= 1 << bit,
                _ => {}
            }
        }
        found.marks.push(marks);
    }
    found
}

fn results(population: &Population) -> Results {
    let points = |index: usize| {
        [None, Some(Points(0)), Some(Points(25_000)), Some(Points(149_999)), Some(Points(150_000))][index % 5]
    };
    Results { points: (0..population.len()).map(points).collect(), ..Results::default() }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn columns_and_the_exact_judge_agree(table in any_table(), written in prop::collection::vec(written(), 1..6)) {
        let policies: Vec<Policy> = written.iter().enumerate().map(|(code, one)| one.policy(code)).collect();
        let population = table.population();
        let results = results(&population);
        let matches: Vec<Match<'_>> =
            policies.iter().map(|policy| Match { policy, population: &population }).collect();
        let expected: Vec<Matched> = matches.iter().map(|one| by_hand(*one, &results)).collect();
        let found = match_policies(&matches, Some(&results), true, &Options::with_threads(2));
        prop_assert_eq!(&found, &expected);
        let quick = match_policies(&matches, Some(&results), false, &Options::with_threads(1));
        for (quick, expected) in quick.iter().zip(&expected) {
            prop_assert_eq!((&quick.standings, &quick.claims), (&expected.standings, &expected.claims));
        }
        let refs: Vec<&Policy> = policies.iter().collect();
        let claims: Vec<_> = found.iter().map(|one| one.claims.clone()).collect();
        for (policy, settled) in policies.iter().zip(settle(&refs, &claims, &[], |index| index)) {
            let within = policy.budget.as_ref().is_none_or(|budget| settled.granted <= budget.amount);
            prop_assert!(within);
        }
    }
}
