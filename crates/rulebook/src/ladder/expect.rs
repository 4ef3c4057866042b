//! Runs the cases of a ladder.

use std::{collections::BTreeMap, path::Path};

use domain::{
    Points,
    cultivation::{Application, Assessment, Ladder, PointRange, State, Verdict, assess},
    indicators::Dictionary,
};
use formula::Sentence;
use jiff::civil::Date;

use super::{clauses::occasion_of, open, read};
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

/// Points, or `[low, high]`.
const RANGE: Kind = Kind::Either(&[Kind::Quantity, Kind::List(&Kind::Quantity)]);

const RESULTS: Kind = Kind::Word(&[
    Word::new("符合", "即使专家从严也符合，且没有待核验的", "met, even conservatively, and nothing is open"),
    Word::new("有望", "专家从宽时符合", "met if experts decide favourably"),
    Word::new("不符合", "有不可弥补的不满足", "not met"),
    Word::new("数据不足", "缺少能决定结果的数据", "data that decide are missing"),
    Word::new("需人工核验", "数据已够，等待人工核验", "an officer must still answer"),
]);

const STATES: Kind = Kind::Word(&[
    Word::new("met", "满足", "met"),
    Word::new("unmet", "不满足", "unmet"),
    Word::new("unknown", "无法判断", "cannot tell"),
    Word::new("officer", "待人工核验", "officer check pending"),
    Word::new("open", "区间未定", "the range of points is open"),
]);

/// What a case of a ladder may expect.
pub static EXPECT: Record = Record {
    name: "expect_ladder",
    zh: "预期的结果",
    en: "What a case of a ladder expects",
    fields: &[
        Field::optional("result", RESULTS, "总体结论", "The verdict"),
        Field::optional(
            "score",
            RANGE,
            "总分，或 [保守分, 乐观分]",
            "The total, or [conservative, optimistic]",
        ),
        Field::optional("sections", Kind::Map(Keys::Codes, &RANGE), "各类别得分", "Points of sections"),
        Field::optional("items", Kind::Map(Keys::Codes, &RANGE), "各评分项得分", "Points of items"),
        Field::optional(
            "conditions",
            Kind::Map(Keys::Codes, &STATES),
            "各条款的状态",
            "States of clauses and pass rules",
        ),
        Field::optional("missing", Kind::List(&Kind::Text), "缺失的数据项", "Items that are missing"),
        Field::optional(
            "unmet",
            Kind::Whole { least: 0, most: 1000 },
            "不满足的条款数",
            "How many clauses are unmet",
        ),
    ],
    choices: &[],
};

/// Runs the cases of the ladder in a file; the ladder is resolved for each case's day and occasion.
pub(crate) fn run_cases(reading: &mut Reading<'_>, path: &Path, cases: &[Case]) -> Vec<CaseResult> {
    let Some((root, dictionary)) = open(reading, path) else { return Vec::new() };
    let mut ladders: BTreeMap<Application, Option<Ladder>> = BTreeMap::new();
    let mut results = Vec::new();
    for case in cases {
        let Some(date) = case.as_of.or_else(|| document::first_day(&root)) else { continue };
        let occasion = case.occasion.as_deref().and_then(occasion_of).unwrap_or_default();
        let application = Application { on: date, occasion };
        let ladder = ladders
            .entry(application)
            .or_insert_with(|| read(&root, &dictionary, application, &mut reading.problems));
        if let Some(ladder) = ladder {
            results.push(run(case, ladder, &dictionary, date, &mut reading.problems));
        }
    }
    results
}

fn run(
    case: &Case,
    ladder: &Ladder,
    dictionary: &Dictionary,
    date: Date,
    problems: &mut Problems,
) -> CaseResult {
    let facts = Given::read(&case.given, dictionary, date, problems);
    let assessment = assess(ladder, &facts);
    let mut found = Differences::new();
    compare(&case.expect, ladder, &assessment, &mut found, problems);
    missing(&case.expect, dictionary, &assessment, &mut found);
    CaseResult { sentence: case.sentence.clone(), place: case.place.clone(), differences: found.into_list() }
}

fn compare(
    expect: &Node,
    ladder: &Ladder,
    assessment: &Assessment,
    found: &mut Differences,
    problems: &mut Problems,
) {
    if let Some(node) = expect.get("result") {
        let expected = node.text().unwrap_or_default();
        found.compare(node, word("结论", "verdict"), expected, &verdict(assessment.verdict));
    }
    if let (Some(node), Some(score)) = (expect.get("score"), &assessment.score) {
        range(node, word("总分", "total"), score.total, found);
    }
    if let Some(node) = expect.get("unmet") {
        let expected = node.text().unwrap_or_default();
        found.compare(node, word("不满足的条款数", "unmet clauses"), expected, &assessment.unmet.to_string());
    }
    let states = states(ladder, assessment);
    for entry in entries(expect, "conditions") {
        match states.iter().find(|(code, _)| code == entry.name()) {
            Some((code, state)) => {
                let what = word(&format!("条款{code}"), &format!("clause {code}"));
                found.compare(&entry.value, what, entry.value.text().unwrap_or_default(), key(*state));
            }
            None => unknown(&entry.key, states.iter().map(|(code, _)| code.as_str()), problems),
        }
    }
    for (under, ranges) in [("sections", sections(ladder, assessment)), ("items", items(ladder, assessment))]
    {
        for entry in entries(expect, under) {
            match ranges.iter().find(|(code, _)| code == entry.name()) {
                Some((code, actual)) => {
                    range(
                        &entry.value,
                        word(&format!("{code}得分"), &format!("points of {code}")),
                        *actual,
                        found,
                    );
                }
                None => unknown(&entry.key, ranges.iter().map(|(code, _)| code.as_str()), problems),
            }
        }
    }
}

fn missing(expect: &Node, dictionary: &Dictionary, assessment: &Assessment, found: &mut Differences) {
    let Some(node) = expect.get("missing") else { return };
    let expected: Vec<String> = node.items().iter().filter_map(values::text).collect();
    let actual: Vec<String> = assessment.missing().iter().map(|missing| name(missing, dictionary)).collect();
    let (mut expected, mut actual) = (expected, actual);
    expected.sort_unstable();
    actual.sort_unstable();
    found.compare(node, word("缺失的数据项", "missing items"), &expected.join("、"), &actual.join("、"));
}

fn name(missing: &formula::Missing, dictionary: &Dictionary) -> String {
    match missing {
        formula::Missing::Item { code, back } => {
            let name = dictionary.find(code).map_or(code.as_str(), |item| item.name.zh.as_str());
            if *back == 0 { name.to_owned() } else { format!("{name}[-{back}]") }
        }
        formula::Missing::Label(label) => label.clone(),
        formula::Missing::Result(kind, _) => format!("{kind:?}"),
    }
}

fn entries<'n>(expect: &'n Node, key: &str) -> &'n [crate::reader::Entry] {
    expect.get(key).map_or(&[][..], Node::entries)
}

fn verdict(verdict: Verdict) -> String {
    verdict.sentence().zh
}

fn key(state: State) -> &'static str {
    State::ALL.iter().find(|(each, _)| *each == state).map_or("", |(_, key)| key)
}

fn states(ladder: &Ladder, assessment: &Assessment) -> Vec<(String, State)> {
    let hard = ladder.hard.iter().zip(&assessment.hard);
    let clauses = hard.chain(ladder.direct.iter().zip(&assessment.direct));
    let clauses = clauses.map(|(clause, found)| (clause.code.clone(), found.state));
    let rules = ladder.scorecard.iter().flat_map(|card| &card.pass);
    let found = assessment.score.iter().flat_map(|score| &score.pass);
    clauses.chain(rules.zip(found).map(|(rule, found)| (rule.code.clone(), found.state))).collect()
}

fn sections(ladder: &Ladder, assessment: &Assessment) -> Vec<(String, PointRange)> {
    let sections = ladder.scorecard.iter().flat_map(|card| &card.sections);
    let found = assessment.score.iter().flat_map(|score| &score.sections);
    sections.zip(found).map(|(section, found)| (section.code.clone(), found.range)).collect()
}

fn items(ladder: &Ladder, assessment: &Assessment) -> Vec<(String, PointRange)> {
    let items = ladder.scorecard.iter().flat_map(|card| &card.sections).flat_map(|section| &section.items);
    let found = assessment.score.iter().flat_map(|score| &score.sections).flat_map(|section| &section.items);
    items.zip(found).map(|(item, found)| (item.code.clone(), found.range)).collect()
}

fn word(zh: &str, en: &str) -> Sentence {
    Sentence::new(zh, en)
}

/// An exact range reads `64`, a wider one `64–71`.
fn range(node: &Node, what: Sentence, actual: PointRange, found: &mut Differences) {
    let ends = if node.is_sequence() { node.items() } else { std::slice::from_ref(node) };
    let points: Vec<Points> =
        ends.iter().filter_map(values::quantity).filter_map(|end| Points::rounded(&end.value)).collect();
    let (Some(low), Some(high)) = (points.first(), points.last()) else { return };
    found.compare(node, what, &PointRange::between(*low, *high).to_string(), &actual.to_string());
}

fn unknown<'c>(key: &Node, codes: impl Iterator<Item = &'c str>, problems: &mut Problems) {
    let code = key.text().unwrap_or_default();
    let message = Sentence::new(format!("规则里没有代码“{code}”"), format!("the rule has no code `{code}`"));
    let hint = suggest::closest(code, codes).map(suggest::did_you_mean);
    problems.push(Problem::error("unknown-code", key.head(), message).with_optional_hint(hint));
}
