//! Runs the cases of a scheme.

use std::{collections::BTreeMap, path::Path};

use domain::{
    evaluation::{Calibration, Flags, Score, StageIssue, VetoState, calibrate, score},
    indicators::{Dictionary, Scheme},
};
use formula::{Exact, Facts, Sentence};
use jiff::civil::Date;

use super::{Opened, open, read};
use crate::{
    cases::{Case, CaseResult, Differences, Given},
    document::first_day,
    reader::{
        Node, Problem, Problems, Reading,
        record::{Field, Keys, Kind, Record},
        values,
    },
};

const POINTS: Kind = Kind::Quantity;

/// What a case of a scheme may expect.
pub static EXPECT: Record = Record {
    name: "expect_scheme",
    zh: "预期的结果",
    en: "What a case of a scheme expects",
    fields: &[
        Field::optional(
            "stage",
            Kind::Datum,
            "阶段代码；null 表示无法判定",
            "Code of the stage; null when none can be told",
        ),
        Field::optional("points", Kind::Map(Keys::Codes, &POINTS), "各指标得分", "Points of indicators"),
        Field::optional("pillars", Kind::Map(Keys::Codes, &POINTS), "各一级指标得分", "Points of pillars"),
        Field::optional("base", POINTS, "基础分", "Sum of base indicators"),
        Field::optional("bonus", POINTS, "加分", "Bonus, capped"),
        Field::optional("deduction", POINTS, "扣分", "Sum of deductions"),
        Field::optional("total", POINTS, "总分", "Total"),
        Field::optional(
            "grade",
            Kind::Datum,
            "等级代码；null 表示不评级",
            "Code of the grade; null for none",
        ),
        Field::optional(
            "vetoed",
            Kind::List(&Kind::Code),
            "一票否决的代码",
            "Codes of the vetoes that apply",
        ),
        Field::optional(
            "flags",
            Kind::Map(Keys::Codes, &Kind::List(&Kind::Code)),
            "各指标的标记",
            "Flags of indicators",
        ),
        Field::optional(
            "known",
            Kind::Whole { least: 0, most: 100_000 },
            "有数据的基础指标数",
            "Base indicators whose value is known",
        ),
    ],
    choices: &[],
};

/// Names of flags in case files and reports.
pub(crate) const FLAGS: &[(Flags, &str)] = &[
    (Flags::MISSING, "missing"),
    (Flags::UNDEFINED, "undefined"),
    (Flags::ZERO, "zero"),
    (Flags::CAPPED, "capped"),
    (Flags::FLOORED, "floored"),
    (Flags::FALLBACK, "fallback"),
    (Flags::NO_REFERENCE, "no_reference"),
    (Flags::SUBSTITUTED, "substituted"),
    (Flags::NOT_APPLICABLE, "not_applicable"),
];

/// Runs the cases of the scheme in a file; the scheme is resolved for each case's day.
pub(crate) fn run_cases(reading: &mut Reading<'_>, path: &Path, cases: &[Case]) -> Vec<CaseResult> {
    let Some(opened) = open(reading, path) else { return Vec::new() };
    let mut schemes: BTreeMap<Date, Option<Scheme>> = BTreeMap::new();
    let mut results = Vec::new();
    for case in cases {
        let Some(date) = case.as_of.or_else(|| first_day(&opened.root)) else { continue };
        let scheme =
            schemes.entry(date).or_insert_with(|| read::scheme(&opened, date, &mut reading.problems));
        if let Some(scheme) = scheme {
            results.push(run(case, scheme, &opened, date, &mut reading.problems));
        }
    }
    results
}

fn run(case: &Case, scheme: &Scheme, opened: &Opened, date: Date, problems: &mut Problems) -> CaseResult {
    let dictionary = &opened.dictionary;
    let facts = Given::read(&case.given, dictionary, date, problems);
    let calibration = population(case, scheme, dictionary, date, problems);
    let result = score(scheme, &calibration, &facts);
    let mut differences = Differences::new();
    compare(case, scheme, &result, &mut differences, problems);
    CaseResult {
        sentence: case.sentence.clone(),
        place: case.place.clone(),
        differences: differences.into_list(),
    }
}

fn population(
    case: &Case,
    scheme: &Scheme,
    dictionary: &Dictionary,
    date: Date,
    problems: &mut Problems,
) -> Calibration {
    let peers: Vec<Given> =
        case.peers.iter().map(|peer| Given::read(peer, dictionary, date, problems)).collect();
    let rows: Vec<&dyn Facts> = peers.iter().map(|peer| peer as &dyn Facts).collect();
    calibrate(scheme, &rows)
}

fn compare(case: &Case, scheme: &Scheme, score: &Score, found: &mut Differences, problems: &mut Problems) {
    let expect = &case.expect;
    let code = |node: &Node| node.text().map_or_else(|| "无".to_owned(), |text| text.trim().to_owned());
    if let Some(entry) = expect.entry("stage") {
        found.compare(&entry.value, word("阶段", "stage"), &code(&entry.value), &stage(scheme, score));
    }
    if let Some(entry) = expect.entry("grade") {
        let actual = score.grade.map_or("无", |grade| scheme.grades[grade].code.as_str());
        found.compare(&entry.value, word("等级", "grade"), &code(&entry.value), actual);
    }
    let totals = [
        ("base", "基础分", score.base),
        ("bonus", "加分", score.bonus),
        ("deduction", "扣分", score.deduction),
        ("total", "总分", score.total),
    ];
    for (key, zh, actual) in totals {
        if let Some(node) = expect.get(key) {
            number(node, word(zh, key), &actual.exact(), found);
        }
    }
    if let Some(node) = expect.get("known") {
        number(
            node,
            word("有数据的基础指标数", "known base indicators"),
            &Exact::from(i64::from(score.known)),
            found,
        );
    }
    vetoes(expect, scheme, score, found);
    indicators(expect, scheme, score, found, problems);
    pillars(expect, scheme, score, found, problems);
}

fn word(zh: &str, en: &str) -> Sentence {
    Sentence::new(zh, en)
}

fn number(node: &Node, what: Sentence, actual: &Exact, found: &mut Differences) {
    if let Some(expected) = values::quantity(node) {
        found.compare(node, what, &expected.value.to_string(), &actual.to_string());
    }
}

fn stage(scheme: &Scheme, score: &Score) -> String {
    match &score.stage {
        Ok(stage) => scheme.stages[*stage].code.clone(),
        Err(StageIssue::Several(stages)) => {
            stages.iter().map(|&stage| scheme.stages[stage].code.as_str()).collect::<Vec<_>>().join("+")
        }
        Err(_) => "无".to_owned(),
    }
}

fn vetoes(expect: &Node, scheme: &Scheme, score: &Score, found: &mut Differences) {
    let Some(node) = expect.get("vetoed") else { return };
    let mut expected: Vec<&str> = node.items().iter().filter_map(Node::text).collect();
    let states = scheme.vetoes.iter().zip(&score.vetoes);
    let mut actual: Vec<&str> = states
        .filter(|(_, state)| **state == VetoState::Vetoed)
        .map(|(veto, _)| veto.code.as_str())
        .collect();
    expected.sort_unstable();
    actual.sort_unstable();
    found.compare(node, word("一票否决", "vetoes"), &list(&expected), &list(&actual));
}

fn list(codes: &[&str]) -> String {
    if codes.is_empty() { "无".to_owned() } else { codes.join("、") }
}

fn indicators(
    expect: &Node,
    scheme: &Scheme,
    score: &Score,
    found: &mut Differences,
    problems: &mut Problems,
) {
    for entry in expect.get("points").map_or(&[][..], Node::entries) {
        let Some(index) = scheme.indicators.iter().position(|indicator| indicator.code == entry.name())
        else {
            unknown(&entry.key, "指标", "indicator", problems);
            continue;
        };
        let what = word(
            &format!("{}得分", scheme.indicators[index].name.zh),
            &format!("points of {}", entry.name()),
        );
        match score.indicators.get(index) {
            Some(indicator) => number(&entry.value, what, &indicator.points.exact(), found),
            None => found.compare(&entry.value, what, entry.value.text().unwrap_or_default(), "无"),
        }
    }
    for entry in expect.get("flags").map_or(&[][..], Node::entries) {
        let Some(index) = scheme.indicators.iter().position(|indicator| indicator.code == entry.name())
        else {
            unknown(&entry.key, "指标", "indicator", problems);
            continue;
        };
        let mut expected: Vec<&str> = entry.value.items().iter().filter_map(Node::text).collect();
        let flags = score.indicators.get(index).map_or_else(Flags::default, |indicator| indicator.flags);
        let mut actual: Vec<&str> =
            FLAGS.iter().filter(|(flag, _)| flags.has(*flag)).map(|(_, name)| *name).collect();
        expected.sort_unstable();
        actual.sort_unstable();
        let what = word(
            &format!("{}的标记", scheme.indicators[index].name.zh),
            &format!("flags of {}", entry.name()),
        );
        found.compare(&entry.value, what, &list(&expected), &list(&actual));
    }
}

fn pillars(expect: &Node, scheme: &Scheme, score: &Score, found: &mut Differences, problems: &mut Problems) {
    for entry in expect.get("pillars").map_or(&[][..], Node::entries) {
        let Some(index) = scheme.pillars.iter().position(|pillar| pillar.code == entry.name()) else {
            unknown(&entry.key, "一级指标", "pillar", problems);
            continue;
        };
        let what =
            word(&format!("{}得分", scheme.pillars[index].name.zh), &format!("points of {}", entry.name()));
        number(&entry.value, what, &score.pillars.get(index).copied().unwrap_or_default().exact(), found);
    }
}

fn unknown(key: &Node, zh: &str, en: &str, problems: &mut Problems) {
    let code = key.text().unwrap_or_default();
    let message =
        Sentence::new(format!("方案里没有{zh}“{code}”"), format!("the scheme has no {en} `{code}`"));
    problems.push(Problem::error("unknown-indicator", key.head(), message));
}
