//! What every rule file has: dates in force, status and basis, codes, other files it names.

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
};

use domain::{Status, indicators::Dictionary};
use formula::Sentence;
use jiff::civil::Date;

use crate::{
    formats, items,
    reader::{Disk, Files, Node, Place, Problems, Reading, beside, history, record::Record, shape, values},
};

/// Days looked at when a file is checked: most changes that one file may hold.
const MAX_DATES: usize = 60;

/// The first day a rule is in force.
#[must_use]
pub fn first_day(root: &Node) -> Option<Date> {
    root.get("in_force").and_then(|given| given.get("from")).and_then(values::date)
}

/// The last day, when there is one.
#[must_use]
pub fn last_day(root: &Node) -> Option<Date> {
    root.get("in_force").and_then(|given| given.get("until")).and_then(values::date)
}

/// The first day in force and every later day something changes.
#[must_use]
pub fn dates(root: &Node) -> Vec<Date> {
    let Some(first) = first_day(root) else { return Vec::new() };
    let last = last_day(root).unwrap_or(Date::MAX);
    let later = history::dates(root).into_iter().filter(|date| *date > first && *date <= last);
    std::iter::once(first).chain(later).take(MAX_DATES).collect()
}

/// Reports dates out of order and a day on which the rule is not in force.
pub fn refuse_outside(root: &Node, date: Date, problems: &mut Problems) {
    let (from, until) = (first_day(root), last_day(root));
    let at = root.get("in_force").unwrap_or(root);
    if let (Some(from), Some(until)) = (from, until)
        && until < from
    {
        let message = Sentence::new("失效日期早于生效日期", "`until` is before `from`");
        problems.error("dates-order", at.get("until").unwrap_or(at), message);
    }
    if from.is_some_and(|from| date < from) || until.is_some_and(|until| date > until) {
        let message = Sentence::new(format!("{date}不在有效期内"), format!("it is not in force on {date}"));
        problems.error("not-in-force", at, message);
    }
}

/// An official rule names a document with its number; an example does not look official.
pub fn refuse_unfounded(root: &Node, problems: &mut Problems) {
    let Some(at) = root.get("status") else { return };
    let basis = values::basis_list(root, "basis");
    let name = root.get("name").and_then(values::name).unwrap_or_default();
    match values::status(at) {
        Some(Status::Official) if basis.iter().all(|document| document.number.is_none()) => {
            let message = Sentence::new(
                "official 的规则必须写明依据及文号",
                "an official rule names a document with its number",
            );
            let hint = Sentence::new(
                "请在 basis 里写 title 和 number；没有公布的规则请用 illustrative",
                "give `basis` a title and a number, or call it illustrative",
            );
            problems.error_with_hint("status-not-official", at, message, hint);
        }
        Some(Status::Illustrative) if looks_official(&name.zh, name.en.as_deref().unwrap_or_default()) => {
            let message = Sentence::new(
                "示例规则的名称看起来像正式规则",
                "the name of an illustrative rule looks official",
            );
            let hint = Sentence::new(
                "名称里请写明“示例”或“非官方”",
                "say in the name that it is an example: 示例 / illustrative",
            );
            problems.error_with_hint("illustrative-name", root.get("name").unwrap_or(root), message, hint);
        }
        _ => {}
    }
}

/// Claims to be the real thing, and does not say that it is an example.
fn looks_official(zh: &str, en: &str) -> bool {
    let claims = ["官方", "正式", "国家", "全国", "试行", "统一"];
    let modest = ["示例", "非官方", "试算", "样例", "演示", "参考"];
    let english = en.to_lowercase();
    let modest_english = ["illustrative", "example", "unofficial", "not official", "sample"];
    let claim_zh =
        claims.iter().any(|word| zh.contains(word)) && !modest.iter().any(|word| zh.contains(word));
    let claim_en = english.contains("official") && !modest_english.iter().any(|word| english.contains(word));
    claim_zh || claim_en
}

/// Reports a code that stands twice in a list.
pub fn refuse_repeated<'a>(nodes: impl Iterator<Item = &'a Node>, problems: &mut Problems) {
    let mut seen: HashMap<String, Place> = HashMap::new();
    for node in nodes {
        let Some(at) = node.get("code") else { continue };
        let Some(code) = values::text(at) else { continue };
        if let Some(first) = seen.get(&code) {
            let (file, line) = (first.file(), first.start().line);
            let (zh, en) = if file == at.source.path() {
                (format!("第{line}行"), format!("line {line}"))
            } else {
                (format!(" {file} 第{line}行"), format!("line {line} of {file}"))
            };
            let message = Sentence::new(
                format!("代码“{code}”在{zh}已经用过"),
                format!("the code `{code}` is already used on {en}"),
            );
            problems.error("duplicate-code", at, message);
        }
        seen.entry(code).or_insert_with(|| at.place());
    }
}

/// The paths a node names (one or a list), relative to the file it stands in.
#[must_use]
pub fn paths(node: Option<&Node>, file: &Path) -> Vec<(PathBuf, Node)> {
    let Some(node) = node else { return Vec::new() };
    let named = if node.is_sequence() { node.items() } else { std::slice::from_ref(node) };
    named.iter().filter_map(|node| Some((beside(file, &values::text(node)?), node.clone()))).collect()
}

/// The first and last day a rule file on disk is in force; `None` when it cannot be read or does not say.
#[must_use]
pub fn days_in_force(path: &Path) -> Option<(Date, Option<Date>)> {
    days_in_force_from(&Disk, path)
}

/// The first and last day a rule file among `files` is in force; `None` when it cannot be read or does not say.
#[must_use]
pub fn days_in_force_from(files: &dyn Files, path: &Path) -> Option<(Date, Option<Date>)> {
    let mut reading = Reading::new(files);
    let root = reading.open(path, None)?;
    Some((first_day(&root)?, last_day(&root)))
}

/// A file of the format `record` with `items`, histories still in it, and its data dictionary.
pub(crate) fn open_with_items(
    reading: &mut Reading<'_>,
    path: &Path,
    record: &'static Record,
) -> Option<(Node, Dictionary)> {
    let root = reading.open(path, None)?;
    if !formats::expect(&root, record, &mut reading.problems) {
        return None;
    }
    let count = reading.problems.len();
    shape::check(&root, record, &mut reading.problems);
    let named = paths(root.get("items"), path);
    let named: Vec<(PathBuf, Option<&Node>)> =
        named.iter().map(|(path, node)| (path.clone(), Some(node))).collect();
    let dictionary = items::read_files(reading, &named)?;
    if reading.problems.errors_since(count) {
        return None;
    }
    Some((root, dictionary))
}
