//! Runs the cases of a policy. `peers` are other enterprises that claim from the same budget.

use std::{collections::BTreeMap, path::Path};

use domain::{
    cultivation::State,
    indicators::Dictionary,
    policies::{Claim, Claims, Fen, Judged, Policy, Standing, judge, lacking, order_key, settle},
};
use formula::{Exact, Sentence};
use jiff::civil::Date;

use super::{open, read};
use crate::{
    cases::{Case, CaseResult, Differences, Given},
    document,
    reader::{
        Node, Problem, Problems, Reading,
        record::{Field, Keys, Kind, Record, Word},
        values,
    },
    suggest,
};

const RESULTS: Kind = Kind::Word(&[
    Word::new("entitled", "符合", "entitled"),
    Word::new("officer", "待人工核验", "an officer must still answer"),
    Word::new("unknown", "数据不足", "data are missing"),
    Word::new("not", "不符合", "not entitled"),
]);

pub(crate) const STATES: Kind = Kind::Word(&[
    Word::new("met", "满足", "met"),
    Word::new("unmet", "不满足", "unmet"),
    Word::new("unknown", "无法判断", "cannot tell"),
    Word::new("officer", "待人工核验", "officer check pending"),
]);

/// What a case of a policy may expect.
pub static EXPECT: Record = Record {
    name: "expect_policy",
    zh: "预期的结果",
    en: "What a case of a policy expects",
    fields: &[
        Field::optional("result", RESULTS, "结论", "How it stands"),
        Field::optional(
            "amount",
            Kind::Quantity,
            "金额：按公式、上限和取整",
            "The amount by formula, caps, rounding",
        ),
        Field::optional("granted", Kind::Quantity, "预算分配后的金额", "The amount after the budget"),
        Field::optional(
            "parts",
            Kind::Map(Keys::Codes, &Kind::Quantity),
            "各部分金额，取整前",
            "Amounts of parts, before rounding",
        ),
        Field::optional(
            "conditions",
            Kind::Map(Keys::Codes, &STATES),
            "各条件的状态",
            "States of conditions and checks",
        ),
        Field::optional("missing", Kind::List(&Kind::Text), "说出的缺失", "What is said to be missing"),
    ],
    choices: &[],
};

/// Runs the cases of the policy in a file; it is resolved for each case's day.
pub(crate) fn run_cases(reading: &mut Reading<'_>, path: &Path, cases: &[Case]) -> Vec<CaseResult> {
    let Some((root, dictionary)) = open(reading, path) else { return Vec::new() };
    let mut resolved: BTreeMap<Date, Option<Policy>> = BTreeMap::new();
    let mut results = Vec::new();
    for case in cases {
        let Some(day) = case.as_of.or_else(|| document::first_day(&root)) else { continue };
        let policy =
            resolved.entry(day).or_insert_with(|| read(&root, &dictionary, day, &mut reading.problems));
        if let Some(policy) = policy {
            results.push(run(case, policy, &dictionary, day, &mut reading.problems));
        }
    }
    results
}

fn run(
    case: &Case,
    policy: &Policy,
    dictionary: &Dictionary,
    day: Date,
    problems: &mut Problems,
) -> CaseResult {
    let judged_on = policy.judged_on(day);
    let facts = Given::read(&case.given, dictionary, judged_on, problems);
    let judged = judge(policy, &facts);
    let peers: Vec<Given> =
        case.peers.iter().map(|peer| Given::read(peer, dictionary, judged_on, problems)).collect();
    let mut found = Differences::new();
    compare(&case.expect, policy, &judged, dictionary, &mut found, problems);
    if let Some(node) = case.expect.get("granted") {
        let granted = granted(policy, &judged, &facts, &peers);
        money(node, Sentence::new("预算分配后的金额", "granted"), &granted.yuan(), &mut found);
    }
    CaseResult { sentence: case.sentence.clone(), place: case.place.clone(), differences: found.into_list() }
}

/// What the enterprise gets when everybody claims at once.
fn granted(policy: &Policy, judged: &Judged, facts: &Given, peers: &[Given]) -> Fen {
    let mut claims = Claims::default();
    let everybody = std::iter::once((facts, judged.clone()));
    let everybody = everybody.chain(peers.iter().map(|peer| (peer, judge(policy, peer))));
    for (enterprise, (facts, judged)) in (0u32..).zip(everybody) {
        let amount = judged.award.as_ref().ok().and_then(|award| award.amount);
        if let (Standing::Entitled, Some(amount)) = (judged.standing, amount) {
            claims.claims.push(Claim { enterprise, amount });
            claims.keys.extend(order_key(policy, facts));
        }
    }
    let settled = settle(&[policy], std::slice::from_ref(&claims), &[], |index| index);
    let own = claims.claims.iter().position(|claim| claim.enterprise == 0);
    own.and_then(|place| Some(settled.first()?.grants.get(place)?.amount)).unwrap_or_default()
}

fn compare(
    expect: &Node,
    policy: &Policy,
    judged: &Judged,
    dictionary: &Dictionary,
    found: &mut Differences,
    problems: &mut Problems,
) {
    if let Some(node) = expect.get("result") {
        let actual =
            Standing::ALL.iter().find(|(each, _)| *each == judged.standing).map_or("", |(_, word)| word);
        found.compare(node, Sentence::new("结论", "result"), node.text().unwrap_or_default(), actual);
    }
    if let Some(node) = expect.get("amount") {
        let what = Sentence::new("金额", "amount");
        match judged.award.as_ref().ok().and_then(|award| award.amount) {
            Some(amount) => money(node, what, &amount.yuan(), found),
            None => found.compare(node, what, node.text().unwrap_or_default(), "—"),
        }
    }
    states(expect, policy, judged, found, problems);
    parts(expect, policy, judged, found, problems);
    compare_missing(expect, lacking(judged, dictionary), found);
}

/// Compares what is said to be missing, in any order.
pub(crate) fn compare_missing(expect: &Node, told: Vec<Sentence>, found: &mut Differences) {
    let Some(node) = expect.get("missing") else { return };
    let mut expected: Vec<String> = node.items().iter().filter_map(values::text).collect();
    let mut actual: Vec<String> = told.into_iter().map(|each| each.zh).collect();
    expected.sort_unstable();
    actual.sort_unstable();
    found.compare(node, Sentence::new("缺失", "missing"), &expected.join("、"), &actual.join("、"));
}

fn states(expect: &Node, policy: &Policy, judged: &Judged, found: &mut Differences, problems: &mut Problems) {
    let clauses = policy.conditions.iter().chain(&policy.officer_checks);
    let states = judged.conditions.iter().chain(&judged.officer_checks).map(|found| found.state);
    let states: Vec<(&str, State)> = clauses.map(|clause| clause.code.as_str()).zip(states).collect();
    compare_states(expect, &states, found, problems);
}

/// Compares the states of conditions and checks, by code.
pub(crate) fn compare_states(
    expect: &Node,
    states: &[(&str, State)],
    found: &mut Differences,
    problems: &mut Problems,
) {
    for entry in expect.get("conditions").map_or(&[][..], Node::entries) {
        match states.iter().find(|(code, _)| *code == entry.name()) {
            Some((code, state)) => {
                let what = Sentence::new(format!("条件{code}"), format!("condition {code}"));
                let actual = State::ALL.iter().find(|(each, _)| each == state).map_or("", |(_, word)| word);
                found.compare(&entry.value, what, entry.value.text().unwrap_or_default(), actual);
            }
            None => unknown(&entry.key, states.iter().map(|(code, _)| *code), problems),
        }
    }
}

fn parts(expect: &Node, policy: &Policy, judged: &Judged, found: &mut Differences, problems: &mut Problems) {
    let domain::policies::Award::Money(money_award) = &policy.award else { return };
    let amounts = judged.award.as_ref().map_or(&[][..], |award| award.parts.as_slice());
    for entry in expect.get("parts").map_or(&[][..], Node::entries) {
        let place = money_award.parts.iter().position(|part| part.code == entry.name());
        let Some(place) = place else {
            unknown(&entry.key, money_award.parts.iter().map(|part| part.code.as_str()), problems);
            continue;
        };
        let what = Sentence::new(format!("{}的金额", entry.name()), format!("amount of {}", entry.name()));
        match amounts.get(place) {
            Some(part) => money(&entry.value, what, &part.yuan, found),
            None => found.compare(&entry.value, what, entry.value.text().unwrap_or_default(), "—"),
        }
    }
}

/// Amounts are compared as money, however they are written.
pub(crate) fn money(node: &Node, what: Sentence, actual: &Exact, found: &mut Differences) {
    let Some(expected) = values::quantity(node) else { return };
    let expected = expected.in_base_units(None);
    found.compare(node, what, &format!("{expected}元"), &format!("{actual}元"));
}

pub(crate) fn unknown<'c>(key: &Node, codes: impl Iterator<Item = &'c str>, problems: &mut Problems) {
    let code = key.text().unwrap_or_default();
    let message = Sentence::new(format!("规则里没有代码“{code}”"), format!("the rule has no code `{code}`"));
    let hint = suggest::closest(code, codes).map(suggest::did_you_mean);
    problems.push(Problem::error("unknown-code", key.head(), message).with_optional_hint(hint));
}
