//! Runs the cases of a scorecard.

use std::{collections::BTreeMap, path::Path};

use domain::{
    Points,
    cultivation::Issues,
    finance::{CreditScore, CreditScorecard},
    indicators::Dictionary,
};
use formula::{Exact, Sentence};
use jiff::civil::Date;

use super::{open, read};
use crate::{
    cases::{Case, CaseResult, Differences, Given},
    document,
    policy::expect::{compare_missing, unknown},
    reader::{
        Node, Problems, Reading,
        record::{Field, Keys, Kind, Record},
        values,
    },
};

/// What a case of a scorecard may expect.
pub static EXPECT: Record = Record {
    name: "expect_scorecard",
    zh: "预期的结果",
    en: "What a case of a scorecard expects",
    fields: &[
        Field::optional("grade", Kind::Text, "等级的代码", "The code of the grade"),
        Field::optional("total", Kind::Quantity, "总分", "The total"),
        Field::optional(
            "points",
            Kind::Map(Keys::Codes, &Kind::Quantity),
            "各特征的得分",
            "Points of characteristics",
        ),
        Field::optional("missing", Kind::List(&Kind::Text), "说出的缺失", "What is said to be missing"),
    ],
    choices: &[],
};

/// Runs the cases of the scorecard in a file; it is resolved for each case's day.
pub(crate) fn run_cases(reading: &mut Reading<'_>, path: &Path, cases: &[Case]) -> Vec<CaseResult> {
    let Some((root, dictionary)) = open(reading, path) else { return Vec::new() };
    let mut resolved: BTreeMap<Date, Option<CreditScorecard>> = BTreeMap::new();
    let mut results = Vec::new();
    for case in cases {
        let Some(day) = case.as_of.or_else(|| document::first_day(&root)) else { continue };
        let card =
            resolved.entry(day).or_insert_with(|| read(&root, &dictionary, day, &mut reading.problems));
        if let Some(card) = card {
            results.push(run(case, card, &dictionary, day, &mut reading.problems));
        }
    }
    results
}

fn run(
    case: &Case,
    card: &CreditScorecard,
    dictionary: &Dictionary,
    day: Date,
    problems: &mut Problems,
) -> CaseResult {
    let facts = Given::read(&case.given, dictionary, card.judged_on(day), problems);
    let scored = card.score(&facts);
    let mut found = Differences::new();
    if let Some(node) = case.expect.get("grade") {
        let actual = card.grades.get(scored.grade).map_or("—", |grade| grade.code.as_str());
        found.compare(node, Sentence::new("等级", "grade"), node.text().unwrap_or_default(), actual);
    }
    if let Some(node) = case.expect.get("total") {
        points(node, Sentence::new("总分", "total"), scored.total, &mut found);
    }
    lines(&case.expect, card, &scored, &mut found, problems);
    let issues: Issues = scored.lines.iter().map(|line| line.issues.clone()).collect();
    compare_missing(&case.expect, issues.sentences(dictionary), &mut found);
    CaseResult { sentence: case.sentence.clone(), place: case.place.clone(), differences: found.into_list() }
}

fn lines(
    expect: &Node,
    card: &CreditScorecard,
    scored: &CreditScore,
    found: &mut Differences,
    problems: &mut Problems,
) {
    let codes = || card.characteristics.iter().map(|one| one.code.as_str());
    for entry in expect.get("points").map_or(&[][..], Node::entries) {
        let Some(place) = codes().position(|code| code == entry.name()) else {
            unknown(&entry.key, codes(), problems);
            continue;
        };
        let what = Sentence::new(format!("{}的得分", entry.name()), format!("points of {}", entry.name()));
        points(&entry.value, what, scored.lines[place].points, found);
    }
}

fn points(node: &Node, what: Sentence, actual: Points, found: &mut Differences) {
    let wanted = values::quantity(node).map_or(Exact::ZERO, |given| given.value);
    found.compare(node, what, &format!("{wanted}分"), &format!("{actual}分"));
}
