//! `checks/1`: what is looked for in collected values before a batch is frozen (数据质量检查).

use std::path::{Path, PathBuf};

use domain::{
    collection::{Check, CheckKind, Severity},
    indicators::Dictionary,
};
use formula::{Exact, Expected, Sentence};
use jiff::civil::Date;

use crate::{
    document, formats, formulas, items,
    loaded::Loaded,
    reader::{
        Files, Node, Problem, Problems, Reading,
        record::{Field, Kind, NAME, Record, Word},
        shape, values,
    },
};

const FORMAT: Kind = Kind::Word(&[Word::new("checks/1", "数据质量检查", "checks of collected values")]);

const LOOKS_FOR: Kind = Kind::Word(&[
    Word::new("coverage", "有值的企业太少（least）", "an item that too few enterprises have (least)"),
    Word::new("required", "必填的数据缺失", "a required value that is missing"),
    Word::new("disputed", "来源之间的差异尚未裁定", "sources that differ, undecided"),
    Word::new("unreviewed", "填报尚未审核", "a filing that waits for review"),
    Word::new("range", "超出数据字典规定的范围", "a number outside the dictionary's range"),
    Word::new("outlier", "远离中位数（factor、minimum）", "a number far from the median (factor, minimum)"),
    Word::new("zero", "疑似缺失的零（most、minimum）", "a zero that looks like missing (most, minimum)"),
    Word::new("repeated", "多家企业数值完全相同（times）", "one number that many report (times)"),
    Word::new("contradiction", "数值之间矛盾（when）", "values that do not go together (when)"),
    Word::new("jump", "比上年突增或突减（factor）", "a number that jumped within a year (factor)"),
]);

const SEVERITY: Kind = Kind::Word(&[
    Word::new("blocking", "有发现就不能冻结", "findings stop the freeze"),
    Word::new("warning", "应当有人看一看", "somebody should look"),
    Word::new("note", "供参考", "good to know"),
]);

static CHECK: Record = Record {
    name: "check",
    zh: "一项检查",
    en: "A check",
    fields: &[
        Field::required("code", Kind::Code, "永久代码", "Permanent code"),
        Field::required("name", NAME, "名称", "Name"),
        Field::required("looks_for", LOOKS_FOR, "查什么", "What it looks for"),
        Field::required("severity", SEVERITY, "轻重", "What a finding means"),
        Field::optional(
            "only",
            Kind::OneOrMany(&Kind::Text),
            "只查这些数据项；不写则查批次的全部数据项",
            "These items only; all of the batch when left out",
        ),
        Field::optional("when", Kind::Formula, "矛盾的条件", "Holds when they do not go together"),
        Field::optional("least", Kind::Share, "至少有值的比例", "Least share with a value"),
        Field::optional("most", Kind::Share, "零所占比例的上限", "Largest share of zeros"),
        Field::optional("factor", Kind::Quantity, "倍数", "How many times"),
        Field::optional(
            "minimum",
            Kind::Whole { least: 3, most: 1_000_000 },
            "至少有这么多值才判断",
            "Values needed before it is judged",
        ),
        Field::optional("times", Kind::Whole { least: 2, most: 1_000_000 }, "出现次数", "How often"),
        Field::required("explanation", NAME, "为什么要紧", "Why a finding matters"),
        Field::required("advice", NAME, "怎么办", "What to do about it"),
    ],
    choices: &[],
};

/// The table of `checks/1`.
pub static CHECKS: Record = Record {
    name: "checks",
    zh: "数据质量检查",
    en: "Checks of collected values",
    fields: &[
        Field::required("format", FORMAT, "文件格式", "File format"),
        Field::required("code", Kind::Code, "永久代码", "Permanent code"),
        Field::required("name", NAME, "名称", "Name"),
        Field::required("items", Kind::OneOrMany(&Kind::Path), "数据字典文件", "Data dictionary"),
        Field::optional(
            "confirm_only",
            Kind::OneOrMany(&Kind::Text),
            "持有这些标签的企业只确认部门数据，不另填报",
            "Enterprises with one of these labels only confirm what departments report",
        ),
        Field::required("checks", Kind::List(&Kind::Record(&CHECK)), "各项检查", "The checks"),
    ],
    choices: &[],
};

/// A file of checks.
#[derive(Debug, Clone, PartialEq)]
pub struct Checks {
    /// The checks, in the order of the file.
    pub checks: Vec<Check>,
    /// Labels whose holders only confirm.
    pub confirm_only: Vec<String>,
}

/// Reads checks.
///
/// # Errors
/// Every problem of the file and its data dictionary, at least one of them an error.
pub fn load_checks_from(files: &dyn Files, path: &Path) -> Result<Loaded<Checks>, Vec<Problem>> {
    let mut reading = Reading::new(files);
    let opened = open(&mut reading, path);
    let Some((root, dictionary)) = opened else { return Loaded::finish(reading, None, None) };
    let value = read(&root, &dictionary, &mut reading.problems);
    Loaded::finish(reading, value, Some(dictionary))
}

/// Reports everything wrong with a file of checks.
pub(crate) fn check(reading: &mut Reading<'_>, path: &Path) {
    if let Some((root, dictionary)) = open(reading, path) {
        read(&root, &dictionary, &mut reading.problems);
    }
}

/// The checks as Markdown.
pub(crate) fn show(reading: &mut Reading<'_>, path: &Path, _date: Option<Date>) -> Option<String> {
    let (root, dictionary) = open(reading, path)?;
    let Checks { checks, .. } = read(&root, &dictionary, &mut reading.problems)?;
    let mut text =
        format!("# {}\n", values::text_of(&root, "name").unwrap_or_else(|| "数据质量检查".to_owned()));
    for check in checks {
        text.push_str(&format!(
            "\n## {}（{}，{}）\n\n{}\n\n{}\n",
            check.name.zh,
            check.code,
            check.severity.name().zh,
            check.explanation.zh,
            check.advice.zh
        ));
    }
    Some(text)
}

fn open(reading: &mut Reading<'_>, path: &Path) -> Option<(Node, Dictionary)> {
    let root = reading.open(path, None)?;
    if !formats::expect(&root, &CHECKS, &mut reading.problems) {
        return None;
    }
    shape::check(&root, &CHECKS, &mut reading.problems);
    let named = document::paths(root.get("items"), path);
    let named: Vec<(PathBuf, Option<&Node>)> =
        named.iter().map(|(path, node)| (path.clone(), Some(node))).collect();
    let dictionary = items::read_files(reading, &named)?;
    Some((root, dictionary))
}

fn read(root: &Node, dictionary: &Dictionary, problems: &mut Problems) -> Option<Checks> {
    document::refuse_repeated(root.list("checks").iter(), problems);
    let checks: Vec<Option<Check>> =
        root.list("checks").iter().map(|node| one(node, dictionary, problems)).collect();
    let labels = root.get("confirm_only");
    let labels =
        labels.map(|node| if node.is_sequence() { node.items() } else { std::slice::from_ref(node) });
    Some(Checks {
        checks: checks.into_iter().collect::<Option<_>>()?,
        confirm_only: labels.unwrap_or_default().iter().filter_map(values::text).collect(),
    })
}

fn one(node: &Node, dictionary: &Dictionary, problems: &mut Problems) -> Option<Check> {
    let kind = kind(node, dictionary, problems);
    let items = only(node, dictionary, problems);
    Some(Check {
        code: values::text_of(node, "code")?,
        name: node.get("name").and_then(values::name)?,
        severity: values::text_of(node, "severity").and_then(|word| Severity::from_word(&word))?,
        kind: kind?,
        items: items?,
        explanation: node.get("explanation").and_then(values::name)?,
        advice: node.get("advice").and_then(values::name)?,
    })
}

/// The codes of the items named, which may be written by name.
fn only(node: &Node, dictionary: &Dictionary, problems: &mut Problems) -> Option<Vec<String>> {
    let Some(given) = node.get("only") else { return Some(Vec::new()) };
    let named = if given.is_sequence() { given.items() } else { std::slice::from_ref(given) };
    let mut all = true;
    let mut codes = Vec::new();
    for node in named {
        let name = node.text().unwrap_or_default().trim();
        match dictionary.find(name) {
            Some(item) => codes.push(item.code.clone()),
            None => {
                all = false;
                let message = Sentence::new(
                    format!("数据字典里没有“{name}”"),
                    format!("`{name}` is not in the data dictionary"),
                );
                problems.error("unknown-name", node, message);
            }
        }
    }
    all.then_some(codes)
}

fn kind(node: &Node, dictionary: &Dictionary, problems: &mut Problems) -> Option<CheckKind> {
    let word = values::text_of(node, "looks_for")?;
    if word == "contradiction" {
        let when = Given { node, problems }.needed("when")?.clone();
        let when = formulas::read(&when, dictionary, Expected::Truth, problems)?;
        return Some(CheckKind::Contradiction { when });
    }
    let mut given = Given { node, problems };
    Some(match word.as_str() {
        "coverage" => CheckKind::Coverage { least: given.share("least")? },
        "required" => CheckKind::Required,
        "disputed" => CheckKind::Disputed,
        "unreviewed" => CheckKind::Unreviewed,
        "range" => CheckKind::Range,
        "outlier" => CheckKind::Outlier { factor: given.number("factor")?, minimum: given.whole("minimum")? },
        "zero" => CheckKind::SuspiciousZero { most: given.share("most")?, minimum: given.whole("minimum")? },
        "repeated" => CheckKind::Repeated { times: given.whole("times")? },
        "jump" => CheckKind::Jump { factor: given.number("factor")? },
        _ => return None,
    })
}

/// Keys that only some kinds of check have; one that is missing is reported.
struct Given<'a> {
    node: &'a Node,
    problems: &'a mut Problems,
}

impl Given<'_> {
    fn needed(&mut self, key: &str) -> Option<&Node> {
        let found = self.node.get(key);
        if found.is_none() {
            let message = Sentence::new(format!("缺少“{key}”"), format!("`{key}` is missing"));
            self.problems.error("missing-key", self.node, message);
        }
        found
    }

    fn share(&mut self, key: &str) -> Option<Exact> {
        self.needed(key).and_then(values::share)
    }

    fn number(&mut self, key: &str) -> Option<Exact> {
        self.needed(key).and_then(values::quantity).map(|quantity| quantity.in_base_units(None))
    }

    fn whole(&mut self, key: &str) -> Option<usize> {
        self.needed(key).and_then(values::whole).and_then(|number| usize::try_from(number).ok())
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::load_checks_from;
    use crate::reader::Memory;

    const ITEMS: &str = "format: items/1\ncode: x\nname: 字典\nitems:\n  - {code: rd, name: 研发费用, type: number, meaning: 费用}\n";

    fn problems(check: &str) -> Vec<&'static str> {
        let text = format!(
            "format: checks/1\ncode: x\nname: 检查\nitems: items.yaml\nchecks:\n  - {{code: a, name: 查, severity: warning, explanation: 为何, advice: 怎么办, {check}}}\n"
        );
        let files = Memory::new([("checks.yaml", text), ("items.yaml", ITEMS.to_owned())]);
        let loaded = load_checks_from(&files, Path::new("checks.yaml"));
        loaded.map_or_else(|found| found.iter().map(|one| one.code).collect(), |_| Vec::new())
    }

    #[test]
    fn a_check_asks_for_what_its_kind_needs() {
        assert_eq!(problems("looks_for: jump, factor: 3"), [] as [&str; 0]);
        assert_eq!(problems("looks_for: jump"), ["missing-key"]);
        assert_eq!(problems("looks_for: outlier, factor: 8"), ["missing-key"]);
        assert_eq!(problems("looks_for: range, only: 研发费"), ["unknown-name"]);
        assert_eq!(problems("looks_for: range, only: 研发费用"), [] as [&str; 0]);
        assert_eq!(problems("looks_for: magic"), ["wrong-value"]);
    }
}
