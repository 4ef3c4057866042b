//! `cases/1`: cases beside a rule file. A case is a sentence with what is given and what is expected.

use std::path::{Path, PathBuf};

use formula::Sentence;
use jiff::civil::Date;

use crate::{
    formats,
    reader::{
        Content, Entry, Node, Place, Problems, Reading, beside,
        record::{Field, Keys, Kind, Record, Word},
        shape, values,
    },
};

mod given;
mod run;
#[cfg(test)]
mod tests;

pub use given::Given;
pub use run::{TestReport, render_test_report, test_path};

const FORMAT: Kind = Kind::Word(&[Word::new("cases/1", "用例", "cases beside a rule file")]);
const GIVEN: Kind = Kind::Map(Keys::Texts, &Kind::Either(&[Kind::Datum, Kind::List(&Kind::Text)]));

static CASE: Record = Record {
    name: "case",
    zh: "用例",
    en: "A case: a sentence, what is given, what is expected",
    fields: &[
        Field::required("case", Kind::Text, "一句话说明", "What the case says, one sentence"),
        Field::optional(
            "as_of",
            Kind::Date,
            "评价日；不写时随文件",
            "The day it is judged on; the file's own when left out",
        ),
        Field::optional(
            "occasion",
            crate::ladder::OCCASION,
            "认定还是复核（只用于阶梯）；不写为认定",
            "Recognition or review, for ladders; recognition when left out",
        ),
        Field::required(
            "given",
            GIVEN,
            "数据：数据项的名称或代码和值；null 表示缺失",
            "Items by name or code; null is missing",
        ),
        Field::optional(
            "peers",
            Kind::List(&GIVEN),
            "参照群体的数据",
            "The population that rules compare with",
        ),
        Field::required("expect", Kind::Map(Keys::Texts, &Kind::Anything), "预期的结果", "What is expected"),
    ],
    choices: &[],
};

/// The table of `cases/1`. What stands under `expect` depends on the rule's format.
pub static CASES: Record = Record {
    name: "cases",
    zh: "用例文件",
    en: "Cases of a rule file",
    fields: &[
        Field::required("format", FORMAT, "文件格式", "File format"),
        Field::required("of", Kind::Path, "所检验的规则文件", "The rule file they are about"),
        Field::optional(
            "as_of",
            Kind::Date,
            "评价日；不写时为规则生效的第一天",
            "The day they are judged on; the first day in force when left out",
        ),
        Field::optional(
            "given",
            GIVEN,
            "各用例共有的数据；用例自己写的优先",
            "Items every case shares; what a case gives itself comes first",
        ),
        Field::required("cases", Kind::List(&Kind::Record(&CASE)), "用例", "The cases"),
    ],
    choices: &[],
};

/// One case, not yet run.
#[derive(Debug, Clone)]
pub struct Case {
    /// What it says.
    pub sentence: String,
    /// Where it stands.
    pub place: Place,
    /// The day it is judged on, when it or its file says so.
    pub as_of: Option<Date>,
    /// The occasion it is judged for, as written; only ladders know any.
    pub occasion: Option<String>,
    /// Items by name.
    pub given: Node,
    /// The population to compare with.
    pub peers: Vec<Node>,
    /// What is expected.
    pub expect: Node,
}

/// What a case came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseResult {
    /// What it says.
    pub sentence: String,
    /// Where it stands.
    pub place: Place,
    /// Everything that is not as expected; empty when it passed.
    pub differences: Vec<Difference>,
}

/// One thing that is not as expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Where the expectation stands.
    pub place: Place,
    /// What was compared, e.g. 总分.
    pub what: Sentence,
    /// What the case says.
    pub expected: String,
    /// What the rule says.
    pub actual: String,
}

/// Collects what is not as expected.
#[derive(Debug, Default)]
pub struct Differences {
    list: Vec<Difference>,
}

impl Differences {
    /// None yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Compares two texts; `node` holds the expectation.
    pub fn compare(&mut self, node: &Node, what: Sentence, expected: &str, actual: &str) {
        if expected != actual {
            let (expected, actual) = (expected.to_owned(), actual.to_owned());
            self.list.push(Difference { place: node.head(), what, expected, actual });
        }
    }

    /// Everything found.
    #[must_use]
    pub fn into_list(self) -> Vec<Difference> {
        self.list
    }
}

/// A case file: the rule it is about and its cases.
pub(crate) struct CaseFile {
    pub of: PathBuf,
    pub of_node: Node,
    pub cases: Vec<Case>,
}

/// Reads a case file. `None` when its shape is wrong.
pub(crate) fn open(reading: &mut Reading<'_>, path: &Path) -> Option<CaseFile> {
    let root = reading.open(path, None)?;
    if !formats::expect(&root, &CASES, &mut reading.problems) {
        return None;
    }
    let count = reading.problems.len();
    shape::check(&root, &CASES, &mut reading.problems);
    if reading.problems.errors_since(count) {
        return None;
    }
    let of_node = root.get("of")?.clone();
    let common = root.get("as_of").and_then(values::date);
    let shared = root.get("given").map_or(&[][..], Node::entries);
    let cases = root.list("cases").iter().filter_map(|node| read_case(node, common, shared)).collect();
    Some(CaseFile { of: beside(path, &values::text(&of_node)?), of_node, cases })
}

fn read_case(node: &Node, common: Option<Date>, shared: &[Entry]) -> Option<Case> {
    let sentence = node.get("case")?;
    Some(Case {
        sentence: values::text(sentence)?,
        place: sentence.place(),
        as_of: node.get("as_of").and_then(values::date).or(common),
        occasion: values::text_of(node, "occasion"),
        given: with_shared(node.get("given")?, shared),
        peers: node.list("peers").to_vec(),
        expect: node.get("expect")?.clone(),
    })
}

/// What a case gives, and of the shared items those it does not give itself.
fn with_shared(given: &Node, shared: &[Entry]) -> Node {
    let missing = shared.iter().filter(|entry| given.entry(entry.name()).is_none()).cloned();
    let entries = given.entries().iter().cloned().chain(missing).collect();
    Node { content: Content::Mapping(entries), ..given.clone() }
}

/// Everything wrong with a case file, the rule it is about left aside.
pub(crate) fn check(reading: &mut Reading<'_>, path: &Path) {
    let Some(file) = open(reading, path) else { return };
    let Some(root) = reading.open(&file.of, Some(&file.of_node)) else { return };
    let Some(format) = formats::of(&root, &mut reading.problems) else { return };
    let Some(cases) = &format.cases else {
        let message = Sentence::new(
            format!("{}没有用例", format.record.zh),
            format!("{} files have no cases", formats::name(format.record)),
        );
        reading.problems.error("unknown-format", &file.of_node, message);
        return;
    };
    let count = reading.problems.len();
    for case in &file.cases {
        shape::check(&case.expect, cases.expect, &mut reading.problems);
    }
    refuse_repeated(&file.cases, &mut reading.problems);
    if !reading.problems.errors_since(count) {
        // Only for what it reports on the way: names that do not exist, values that do not fit.
        (cases.run)(reading, &file.of, &file.cases);
    }
}

/// A case file as Markdown: its sentences.
pub(crate) fn show(reading: &mut Reading<'_>, path: &Path, _: Option<Date>) -> Option<String> {
    let file = open(reading, path)?;
    let mut text = format!("# 用例 · Cases: {}\n\n", file.of.display());
    for case in &file.cases {
        text.push_str(&format!("- {}\n", case.sentence));
    }
    Some(text)
}

/// Two cases with one sentence cannot be told apart in a report.
fn refuse_repeated(cases: &[Case], problems: &mut Problems) {
    for (index, case) in cases.iter().enumerate() {
        if cases[..index].iter().any(|before| before.sentence == case.sentence) {
            let message = Sentence::new("另一个用例已经用了这句话", "another case says the same");
            problems.push(crate::Problem::error("duplicate-code", case.place.clone(), message));
        }
    }
}
