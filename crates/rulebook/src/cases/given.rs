//! What a case gives: the facts of one enterprise.

use std::collections::{BTreeMap, BTreeSet};

use domain::indicators::{Dictionary, Item, ItemKind};
use formula::{Exact, Fact, Facts, ResultKind, Sentence, Vocabulary};
use jiff::civil::Date;

use crate::{
    items,
    reader::{Entry, Node, Problem, Problems, values},
    suggest,
};

/// The facts a case gives. Items it does not name are missing.
#[derive(Debug, Clone)]
pub struct Given {
    facts: BTreeMap<(String, u8), Fact>,
    labels: Option<BTreeSet<String>>,
    results: BTreeMap<ResultKind, Fact>,
    as_of: Date,
}

impl Facts for Given {
    fn item(&self, code: &str, back: u8) -> Option<Fact> {
        self.facts.get(&(code.to_owned(), back)).cloned()
    }

    fn as_of(&self) -> Date {
        self.as_of
    }

    fn has_label(&self, label: &str) -> Option<bool> {
        self.labels.as_ref().map(|labels| labels.contains(label))
    }

    fn result(&self, kind: ResultKind, _: Option<&str>) -> Option<Fact> {
        self.results.get(&kind).cloned()
    }
}

impl Given {
    /// The facts under `given`. Unknown items and values of the wrong type are reported.
    pub fn read(given: &Node, dictionary: &Dictionary, as_of: Date, problems: &mut Problems) -> Self {
        let mut facts = Self { facts: BTreeMap::new(), labels: None, results: BTreeMap::new(), as_of };
        for entry in given.entries() {
            facts.add(entry, dictionary, problems);
        }
        facts
    }

    fn add(&mut self, entry: &Entry, dictionary: &Dictionary, problems: &mut Problems) {
        let (name, back) = name_and_period(entry.name());
        let Some(back) = back else {
            let message = Sentence::new("往年写作 [-1] 至 [-9]", "earlier years are written [-1] to [-9]");
            problems.error("wrong-value", &entry.key, message);
            return;
        };
        match dictionary.find(name) {
            Some(item) if item.kind == ItemKind::Labels => self.add_labels(&entry.value),
            None if name == "labels" || name == "标签" => self.add_labels(&entry.value),
            None if result_of(name).is_some() => self.add_result(name, entry, problems),
            None => unknown(&entry.key, name, dictionary, problems),
            Some(_) if entry.value.is_null() => {}
            Some(item) => {
                if let Some(fact) = fact(&entry.value, item, problems) {
                    self.facts.insert((item.code.clone(), back), fact);
                }
            }
        }
    }

    /// Results of an evaluation: points, stage, grade.
    fn add_result(&mut self, name: &str, entry: &Entry, problems: &mut Problems) {
        let Some(kind) = result_of(name).filter(|_| !entry.value.is_null()) else { return };
        let fact = match kind {
            ResultKind::Points => values::quantity(&entry.value).map(|points| Fact::Number(points.value)),
            ResultKind::Stage | ResultKind::Grade => {
                values::text(&entry.value).map(|text| Fact::Text(text.as_str().into()))
            }
        };
        match fact {
            Some(fact) => {
                self.results.insert(kind, fact);
            }
            None => {
                let message = Sentence::new(
                    format!("这不能作为{name}的值"),
                    format!("this cannot be a value of {name}"),
                );
                problems.error("wrong-value", &entry.value, message);
            }
        }
    }

    /// `null`: labels were not collected.
    fn add_labels(&mut self, node: &Node) {
        if node.is_null() {
            return;
        }
        let written = if node.is_sequence() { node.items() } else { std::slice::from_ref(node) };
        let split =
            |text: &str| text.split([';', '、', '；']).map(|part| part.trim().to_owned()).collect::<Vec<_>>();
        let labels = written.iter().filter_map(Node::text).flat_map(split).filter(|label| !label.is_empty());
        self.labels = Some(labels.collect());
    }
}

/// Which result of an evaluation a name means.
fn result_of(name: &str) -> Option<ResultKind> {
    match name {
        "积分" | "points" => Some(ResultKind::Points),
        "阶段" | "stage" => Some(ResultKind::Stage),
        "等级" | "grade" => Some(ResultKind::Grade),
        _ => None,
    }
}

/// `营业收入[-1]` → 营业收入, 1.
fn name_and_period(text: &str) -> (&str, Option<u8>) {
    let Some((name, index)) = text.trim().split_once('[') else { return (text.trim(), Some(0)) };
    let back = index.strip_suffix(']').and_then(|index| index.trim().strip_prefix('-'));
    let back = back.and_then(|back| back.parse().ok()).filter(|back| *back <= formula::limits::MAX_BACK);
    (name.trim(), back)
}

fn unknown(key: &Node, name: &str, dictionary: &Dictionary, problems: &mut Problems) {
    let message =
        Sentence::new(format!("数据字典里没有“{name}”"), format!("`{name}` is not in the data dictionary"));
    let names = dictionary.names();
    let hint = suggest::closest(name, names.iter().map(String::as_str)).map(suggest::did_you_mean);
    problems.push(Problem::error("unknown-name", key.head(), message).with_optional_hint(hint));
}

fn fact(node: &Node, item: &Item, problems: &mut Problems) -> Option<Fact> {
    let count = problems.len();
    let found = match &item.kind {
        ItemKind::Number { .. } => number(node, item, problems).map(Fact::Number),
        ItemKind::Truth => values::truth(node).map(Fact::Truth),
        ItemKind::Date => values::date(node).map(Fact::Date),
        ItemKind::Text { categories } => {
            let text = values::text(node)?;
            let code = categories.iter().find(|(code, name)| *code == text || name.zh == text);
            match code {
                Some((code, _)) => Some(Fact::Text(code.as_str().into())),
                None if categories.is_empty() => Some(Fact::Text(text.as_str().into())),
                None => None,
            }
        }
        ItemKind::CreditCode => values::text(node).map(|text| Fact::Text(text.as_str().into())),
        ItemKind::Labels => None,
    };
    if found.is_none() && !problems.errors_since(count) {
        let text = node.text().unwrap_or("…");
        let message = Sentence::new(
            format!("“{text}”不能作为{}的值", item.name.zh),
            format!("`{text}` cannot be a value of {}", item.code),
        );
        problems.error("wrong-value", node, message);
    }
    found
}

/// The number in the item's own unit.
fn number(node: &Node, item: &Item, problems: &mut Problems) -> Option<Exact> {
    let quantity = values::quantity(node)?;
    let Some(written) = quantity.unit else { return Some(quantity.value) };
    let dimension = item.unit().map_or(formula::Dimension::NONE, |unit| unit.dimension);
    if written.dimension != dimension {
        items::wrong_dimension(node, written, dimension, problems);
        return None;
    }
    let base = written.to_base(&quantity.value);
    Some(item.unit().map_or(base.clone(), |unit| unit.from_base(&base)))
}
