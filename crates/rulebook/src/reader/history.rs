//! Histories: a value by the date from which it is in force.
//!
//! ```yaml
//! full:
//!   history:
//!     2024-01-01: {value: 8, basis: {title: 试行方案}}
//!     2025-01-01: 10
//! ```

use std::collections::BTreeSet;

use formula::Sentence;
use jiff::civil::Date;

use super::{Content, Dated, Entry, Node, Problems, record::BASIS, shape, values};

/// Whether a node is a history: a mapping with the one key `history`.
#[must_use]
pub fn is_history(node: &Node) -> bool {
    matches!(node.entries(), [only] if only.name() == "history")
}

/// Checks dates and their order, and each value with `check_value`.
pub(super) fn check(node: &Node, problems: &mut Problems, check_value: &mut dyn FnMut(&Node, &mut Problems)) {
    let Some(history) = node.get("history").filter(|history| !history.entries().is_empty()) else {
        let message = Sentence::new("history 里要有“日期: 值”", "a history holds `date: value` pairs");
        problems.error("wrong-type", node, message);
        return;
    };
    let mut last: Option<Date> = None;
    for entry in history.entries() {
        match values::date(&entry.key) {
            None => not_a_date(&entry.key, problems),
            Some(date) if last.is_some_and(|last| date <= last) => out_of_order(&entry.key, problems),
            Some(date) => last = Some(date),
        }
        let (value, basis) = parts(&entry.value);
        check_value(value, problems);
        if let Some(basis) = basis {
            shape::check_kind(basis, &BASIS, problems);
        }
    }
}

fn not_a_date(key: &Node, problems: &mut Problems) {
    let name = key.text().unwrap_or_default();
    let message = Sentence::new(format!("“{name}”不是日期"), format!("`{name}` is not a date"));
    let hint = Sentence::new("日期写成 2024-01-31 的样子", "write dates as in 2024-01-31");
    problems.error_with_hint("wrong-value", key, message, hint);
}

fn out_of_order(key: &Node, problems: &mut Problems) {
    let message =
        Sentence::new("历史中的日期要从早到晚排列，不能重复", "the dates of a history ascend, none twice");
    problems.error("history-order", key, message);
}

/// The value of an entry and its own basis: `{value, basis}` or the value itself.
fn parts(node: &Node) -> (&Node, Option<&Node>) {
    let detailed = node.entry("value").is_some()
        && node.entries().iter().all(|entry| matches!(entry.name(), "value" | "basis"));
    // A typed condition has a key `value` too, but never alone or with nothing but a basis.
    match node.entry("value") {
        Some(entry) if detailed => (&entry.value, node.get("basis")),
        _ => (node, None),
    }
}

/// The tree with every history replaced by its value in force on `date`. A history that starts later is reported and
/// keeps its first value.
pub fn resolve(node: &Node, date: Date, problems: &mut Problems) -> Node {
    if is_history(node)
        && let Some(history) = node.get("history")
    {
        return in_force(history, date, problems).unwrap_or_else(|| node.clone());
    }
    let content = match &node.content {
        Content::Mapping(entries) => Content::Mapping(
            entries
                .iter()
                .map(|entry| Entry { key: entry.key.clone(), value: resolve(&entry.value, date, problems) })
                .collect(),
        ),
        Content::Sequence(items) => {
            Content::Sequence(items.iter().map(|item| resolve(item, date, problems)).collect())
        }
        other => other.clone(),
    };
    Node { content, ..node.clone() }
}

fn in_force(history: &Node, date: Date, problems: &mut Problems) -> Option<Node> {
    let dated = |entry: &Entry| values::date(&entry.key);
    let reached = history.entries().iter().rfind(|entry| dated(entry).is_some_and(|since| since <= date));
    let entry = match reached {
        Some(entry) => entry,
        None => {
            let first = history.entries().iter().find(|entry| dated(entry).is_some())?;
            starts_later(first, date, problems);
            first
        }
    };
    let (value, basis) = parts(&entry.value);
    let mut value = resolve(value, date, problems);
    value.dated = Some(Box::new(Dated { since: dated(entry)?, basis: basis.cloned() }));
    Some(value)
}

fn starts_later(first: &Entry, date: Date, problems: &mut Problems) {
    let since = first.name();
    let message = Sentence::new(
        format!("{date}还没有值：历史从{since}开始"),
        format!("there is no value on {date}: the history starts on {since}"),
    );
    let hint = Sentence::new(
        "请补上更早的值，或把方案的生效日期改到这一天之后",
        "add an earlier value, or let the file come into force later",
    );
    problems.error_with_hint("history-gap", &first.key, message, hint);
}

/// Every date at which something in the tree changes.
#[must_use]
pub fn dates(node: &Node) -> BTreeSet<Date> {
    let mut found = BTreeSet::new();
    collect(node, &mut found);
    found
}

fn collect(node: &Node, found: &mut BTreeSet<Date>) {
    if is_history(node) {
        let keys = node.get("history").map_or(&[][..], Node::entries);
        found.extend(keys.iter().filter_map(|entry| values::date(&entry.key)));
    }
    for entry in node.entries() {
        collect(&entry.value, found);
    }
    for item in node.items() {
        collect(item, found);
    }
}
