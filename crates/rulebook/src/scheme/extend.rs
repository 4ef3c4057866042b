//! `extends`: a local scheme on top of another ("18+N").
//!
//! The extending file keeps its own identity (code, name, version, status, dates). It takes over stages,
//! pillars, vetoes and basis and adds its own; it may set full points, bonus cap, coverage, missing policy, field and grades
//! anew, and may change full points of base indicators under `adjust`.

use std::path::{Path, PathBuf};

use domain::Status;
use formula::Sentence;

use super::open_one;
use crate::{
    document::paths,
    reader::{Content, Entry, Node, Problems, Reading, beside, values},
    suggest,
};

/// Most schemes on top of each other.
const MAX_LEVELS: usize = 8;

/// A scheme and those below it as one tree.
pub(super) struct Merged {
    pub root: Node,
    pub items: Vec<(PathBuf, Node)>,
}

pub(super) fn open(
    reading: &mut Reading<'_>,
    path: &Path,
    asked: Option<&Node>,
    above: &mut Vec<PathBuf>,
    extending: &mut Vec<String>,
) -> Option<Merged> {
    if let Some(asked) = asked
        && (above.iter().any(|known| known == path) || above.len() >= MAX_LEVELS)
    {
        let message = Sentence::new("方案互相扩展，绕了一圈", "schemes extend each other in a circle");
        reading.problems.error("extends-circle", asked, message);
        return None;
    }
    above.push(path.to_owned());
    let root = open_one(reading, path, asked)?;
    let items = paths(root.get("items"), path);
    let Some(base) = root.get("extends") else {
        require_whole(&root, &mut reading.problems);
        return Some(Merged { root, items });
    };
    extending.push(root.source.path().to_owned());
    let base_path = beside(path, &values::text(base)?);
    let mut below = open(reading, &base_path, Some(base), above, extending)?;
    for (path, node) in items {
        if below.items.iter().all(|(known, _)| *known != path) {
            below.items.push((path, node));
        }
    }
    refuse_official_on_illustrative(&root, &below.root, &mut reading.problems);
    let root = merge(&below.root, &root, &mut reading.problems);
    Some(Merged { root, items: below.items })
}

/// Keys that a scheme needs unless it takes them over.
fn require_whole(root: &Node, problems: &mut Problems) {
    let keys = [
        ("full_points", "满分合计", "full points"),
        ("stages", "阶段", "stages"),
        ("pillars", "一级指标", "pillars"),
    ];
    for (key, zh, en) in keys.into_iter().filter(|(key, ..)| root.get(key).is_none()) {
        let message = Sentence::new(format!("缺少“{key}”（{zh}）"), format!("`{key}` is missing ({en})"));
        problems.error("missing-key", root, message);
    }
    if let Some(entry) = root.entry("adjust") {
        let message =
            Sentence::new("“adjust”只用于扩展别的方案（extends）时", "`adjust` only stands beside `extends`");
        problems.error("conflicting-keys", &entry.key, message);
    }
}

fn refuse_official_on_illustrative(root: &Node, base: &Node, problems: &mut Problems) {
    let status = |node: &Node| node.get("status").and_then(values::status);
    if status(root) == Some(Status::Official) && status(base) == Some(Status::Illustrative) {
        let message = Sentence::new(
            "所扩展的方案是示例，扩展后不能标为 official",
            "the scheme it extends is illustrative, so this one cannot be official",
        );
        problems.error("status-not-official", root.get("status").unwrap_or(root), message);
    }
}

/// The base with the extending scheme's entries laid over it.
fn merge(base: &Node, over: &Node, problems: &mut Problems) -> Node {
    let mut entries: Vec<Entry> = over
        .entries()
        .iter()
        .filter(|entry| {
            !matches!(entry.name(), "pillars" | "vetoes" | "adjust" | "items" | "stages" | "basis")
        })
        .cloned()
        .collect();
    for entry in base.entries() {
        let value = match entry.name() {
            "pillars" => merge_pillars(&adjusted(&entry.value, over, problems), over.list("pillars")),
            "vetoes" => appended(&entry.value, over.list("vetoes")),
            "items" | "basis" => continue,
            name if over.entry(name).is_some() => continue,
            _ => entry.value.clone(),
        };
        entries.push(Entry { key: entry.key.clone(), value });
    }
    if base.entry("vetoes").is_none() {
        entries.extend(over.entry("vetoes").cloned());
    }
    entries.extend(all_basis(over, base));
    Node { content: Content::Mapping(entries), ..over.clone() }
}

/// The documents of both, the extending scheme's own first.
fn all_basis(over: &Node, base: &Node) -> Option<Entry> {
    let first = over.entry("basis").or(base.entry("basis"))?;
    let listed = |node: &Node| -> Vec<Node> {
        match node.get("basis") {
            Some(given) if given.is_sequence() => given.items().to_vec(),
            Some(given) => vec![given.clone()],
            None => Vec::new(),
        }
    };
    let items = [listed(over), listed(base)].concat();
    let value = Node { content: Content::Sequence(items), ..first.value.clone() };
    Some(Entry { key: first.key.clone(), value })
}

fn appended(list: &Node, more: &[Node]) -> Node {
    let items = list.items().iter().chain(more).cloned().collect();
    Node { content: Content::Sequence(items), ..list.clone() }
}

/// A pillar that both have gets the indicators of both; any other is added.
fn merge_pillars(base: &Node, more: &[Node]) -> Node {
    let mut pillars: Vec<Node> = base.items().to_vec();
    for added in more {
        let code = added.get("code").and_then(Node::text);
        match pillars
            .iter_mut()
            .find(|pillar| code.is_some() && pillar.get("code").and_then(Node::text) == code)
        {
            Some(pillar) => *pillar = grown(pillar, added),
            None => pillars.push(added.clone()),
        }
    }
    Node { content: Content::Sequence(pillars), ..base.clone() }
}

fn grown(pillar: &Node, added: &Node) -> Node {
    let mut entries: Vec<Entry> = pillar.entries().to_vec();
    for key in ["indicators", "pillars"] {
        let Some(more) = added.entry(key) else { continue };
        match entries.iter_mut().find(|entry| entry.name() == key) {
            Some(entry) if key == "indicators" => entry.value = appended(&entry.value, more.value.items()),
            Some(entry) => entry.value = merge_pillars(&entry.value, more.value.items()),
            None => entries.push(more.clone()),
        }
    }
    Node { content: Content::Mapping(entries), ..pillar.clone() }
}

/// The base pillars with the full points that `adjust` sets.
fn adjusted(pillars: &Node, over: &Node, problems: &mut Problems) -> Node {
    let Some(adjust) = over.get("adjust") else { return pillars.clone() };
    let mut codes = Vec::new();
    indicator_codes(pillars, &mut codes);
    for entry in adjust.entries() {
        if !codes.iter().any(|code| code == entry.name()) {
            let name = entry.name();
            let message = Sentence::new(
                format!("所扩展的方案没有指标“{name}”"),
                format!("the scheme it extends has no indicator `{name}`"),
            );
            let hint = suggest::closest(name, codes.iter().map(String::as_str)).map(suggest::did_you_mean);
            let place = entry.key.head();
            problems
                .push(crate::Problem::error("unknown-indicator", place, message).with_optional_hint(hint));
        }
    }
    replace_full(pillars, adjust)
}

fn indicator_codes(pillars: &Node, codes: &mut Vec<String>) {
    for pillar in pillars.items() {
        codes.extend(pillar.list("indicators").iter().filter_map(|node| values::text_of(node, "code")));
        if let Some(below) = pillar.get("pillars") {
            indicator_codes(below, codes);
        }
    }
}

fn replace_full(node: &Node, adjust: &Node) -> Node {
    let content = match &node.content {
        Content::Sequence(items) => {
            Content::Sequence(items.iter().map(|item| replace_full(item, adjust)).collect())
        }
        Content::Mapping(entries) => {
            let code = node.get("code").and_then(Node::text).unwrap_or_default();
            let full =
                adjust.get(code).and_then(|change| change.get("full")).filter(|_| node.get("rule").is_some());
            Content::Mapping(entries.iter().map(|entry| replaced(entry, full, adjust)).collect())
        }
        other => other.clone(),
    };
    Node { content, ..node.clone() }
}

fn replaced(entry: &Entry, full: Option<&Node>, adjust: &Node) -> Entry {
    let value = match (entry.name(), full) {
        ("full", Some(full)) => full.clone(),
        ("indicators" | "pillars", _) => replace_full(&entry.value, adjust),
        _ => entry.value.clone(),
    };
    Entry { key: entry.key.clone(), value }
}
