//! Runs the cases of a product.

use std::{collections::BTreeMap, path::Path};

use domain::{
    cultivation::State,
    finance::{Offer, Product, Standing, offer},
    indicators::Dictionary,
};
use formula::{Exact, Sentence};
use jiff::civil::Date;

use super::{open, read};
use crate::{
    cases::{Case, CaseResult, Differences, Given},
    document,
    policy::expect::{STATES, compare_missing, compare_states, money, unknown},
    reader::{
        Node, Problems, Reading,
        record::{Field, Keys, Kind, Record, Word},
        values,
    },
    words,
};

const RESULTS: Kind = Kind::Word(&[
    Word::new("eligible", "符合准入条件", "eligible"),
    Word::new("officer", "待银行核验", "the bank must still answer"),
    Word::new("unknown", "数据不足", "data are missing"),
    Word::new("not", "不符合", "not eligible"),
]);

/// What a case of a product may expect.
pub static EXPECT: Record = Record {
    name: "expect_product",
    zh: "预期的结果",
    en: "What a case of a product expects",
    fields: &[
        Field::optional("result", RESULTS, "结论", "How it stands"),
        Field::optional("limit", Kind::Quantity, "额度", "The limit"),
        Field::optional(
            "no_more_than",
            Kind::Quantity,
            "数据不足时，额度最多是多少",
            "Where data are missing, what the limit is at most",
        ),
        Field::optional(
            "binding",
            Kind::List(&Kind::Text),
            "起作用的上限的代码",
            "The codes of the caps the limit comes from",
        ),
        Field::optional(
            "caps",
            Kind::Map(Keys::Codes, &Kind::Either(&[Kind::Datum])),
            "各项上限，取整前；不适用写 null",
            "Caps before rounding; null where one does not apply",
        ),
        Field::optional("rate", Kind::Quantity, "年利率", "The rate of a year"),
        Field::optional("sharing", Kind::Text, "适用的风险分担的代码", "The row of shares that holds"),
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

/// Runs the cases of the product in a file; it is resolved for each case's day.
pub(crate) fn run_cases(reading: &mut Reading<'_>, path: &Path, cases: &[Case]) -> Vec<CaseResult> {
    let Some((root, dictionary)) = open(reading, path) else { return Vec::new() };
    let mut resolved: BTreeMap<Date, Option<Product>> = BTreeMap::new();
    let mut results = Vec::new();
    for case in cases {
        let Some(day) = case.as_of.or_else(|| document::first_day(&root)) else { continue };
        let product =
            resolved.entry(day).or_insert_with(|| read(&root, &dictionary, day, &mut reading.problems));
        if let Some(product) = product {
            results.push(run(case, product, &dictionary, day, &mut reading.problems));
        }
    }
    results
}

fn run(
    case: &Case,
    product: &Product,
    dictionary: &Dictionary,
    day: Date,
    problems: &mut Problems,
) -> CaseResult {
    let facts = Given::read(&case.given, dictionary, product.judged_on(day), problems);
    let offered = offer(product, &facts);
    let mut found = Differences::new();
    compare(&case.expect, product, &offered, &mut found);
    caps(&case.expect, product, &offered, &mut found, problems);
    let clauses = product.conditions.iter().chain(&product.officer_checks);
    let states = offered.conditions.iter().chain(&offered.officer_checks).map(|found| found.state);
    let states: Vec<(&str, State)> = clauses.map(|clause| clause.code.as_str()).zip(states).collect();
    compare_states(&case.expect, &states, &mut found, problems);
    compare_missing(&case.expect, offered.lacking(dictionary), &mut found);
    CaseResult { sentence: case.sentence.clone(), place: case.place.clone(), differences: found.into_list() }
}

fn compare(expect: &Node, product: &Product, offered: &Offer, found: &mut Differences) {
    if let Some(node) = expect.get("result") {
        let actual =
            Standing::ALL.iter().find(|(each, _)| *each == offered.standing).map_or("", |(_, word)| word);
        found.compare(node, Sentence::new("结论", "result"), node.text().unwrap_or_default(), actual);
    }
    if let Some(node) = expect.get("limit") {
        let limit = offered.limit.as_ref().ok().map(|limit| limit.amount.yuan());
        amount(node, Sentence::new("额度", "limit"), limit.as_ref(), found);
    }
    if let Some(node) = expect.get("no_more_than") {
        let most = offered.no_more_than(product).map(|most| most.yuan());
        amount(node, Sentence::new("额度最多", "no more than"), most.as_ref(), found);
    }
    if let Some(node) = expect.get("binding") {
        let binding = offered.limit.as_ref().map_or(&[][..], |limit| limit.binding.as_slice());
        let codes = binding.iter().map(|place| product.limit.caps[*place].code.as_str());
        let wanted: Vec<String> = node.items().iter().filter_map(values::text).collect();
        let what = Sentence::new("起作用的上限", "binding caps");
        found.compare(node, what, &wanted.join("、"), &codes.collect::<Vec<_>>().join("、"));
    }
    if let Some(node) = expect.get("rate") {
        let wanted = values::quantity(node).map_or(Exact::ZERO, |rate| rate.in_base_units(None));
        let actual =
            offered.rate.as_ref().map_or_else(|_| "—".to_owned(), |rate| words::percent(&rate.yearly));
        found.compare(node, Sentence::new("年利率", "rate"), &words::percent(&wanted), &actual);
    }
    if let Some(node) = expect.get("sharing") {
        let row = offered.sharing.as_ref().ok().copied().flatten();
        let actual = row.map_or("—", |place| product.sharing[place].code.as_str());
        let what = Sentence::new("风险分担", "sharing");
        found.compare(node, what, node.text().unwrap_or_default(), actual);
    }
}

fn amount(node: &Node, what: Sentence, actual: Option<&Exact>, found: &mut Differences) {
    match actual {
        Some(actual) => money(node, what, actual, found),
        None => found.compare(node, what, node.text().unwrap_or_default(), "—"),
    }
}

fn caps(expect: &Node, product: &Product, offered: &Offer, found: &mut Differences, problems: &mut Problems) {
    let codes = || product.limit.caps.iter().map(|cap| cap.code.as_str());
    for entry in expect.get("caps").map_or(&[][..], Node::entries) {
        let Some(place) = codes().position(|code| code == entry.name()) else {
            unknown(&entry.key, codes(), problems);
            continue;
        };
        let what = Sentence::new(format!("上限{}", entry.name()), format!("cap {}", entry.name()));
        let cap = offered.caps[place].as_ref().ok();
        match (cap, values::quantity(&entry.value)) {
            (Some(cap), None) => {
                let actual = if cap.given { format!("{}元", cap.yuan) } else { "不适用".to_owned() };
                found.compare(&entry.value, what, "不适用", &actual);
            }
            (cap, Some(_)) => {
                let actual = cap.filter(|cap| cap.given).map(|cap| &cap.yuan);
                amount(&entry.value, what, actual, found);
            }
            (None, None) => found.compare(&entry.value, what, "不适用", "—"),
        }
    }
}
