//! The checks of a filing: rules/checks/filing.yaml.

use super::Cells;
use crate::{
    desk::Desk,
    problem::{Code, Problem, Stop},
    values::Facts,
};
use domain::{
    collection::{Check, CheckKind, Severity, jumps},
    indicators::{Dictionary, ItemKind},
};
use formula::{Exact, Fact, Outcome, ResultKind, Value};
use jiff::civil::Date;
use rulebook::{Checks, Loaded};
use std::collections::BTreeMap;

/// The file below `rules/`.
const CHECKS: &str = "checks/filing.yaml";

/// What is wrong with one field.
#[derive(Debug, Clone)]
pub(super) struct Wrong {
    pub(super) item: String,
    /// The permanent code.
    pub(super) code: String,
    pub(super) blocking: bool,
    pub(super) zh: String,
    pub(super) en: String,
}

/// The checks of this server.
pub(super) fn checks(desk: &Desk) -> Result<Loaded<Checks>, Stop> {
    rulebook::load_checks_from(&desk.app.rules, std::path::Path::new(CHECKS)).map_err(|problems| {
        tracing::error!(
            problems = rulebook::render_all(&problems, rulebook::Language::English),
            "checks/filing.yaml"
        );
        Problem::new(Code::InternalError).into()
    })
}

/// What the enterprise and the departments say together, for one year.
pub(super) struct Sheet<'a> {
    dictionary: &'a Dictionary,
    as_of: Date,
    /// What counts for the enterprise: its own cells over the departments' values.
    texts: BTreeMap<String, String>,
    before: BTreeMap<String, String>,
    cells: &'a Cells,
}

impl<'a> Sheet<'a> {
    /// The sheet of `facts` with `cells` typed over it; `last` are the values of the year before.
    pub(super) fn new(
        desk: &'a Desk,
        facts: &Facts,
        cells: &'a Cells,
        last: &BTreeMap<String, String>,
        year: i32,
    ) -> Self {
        let mut texts = BTreeMap::new();
        let mut before = last.clone();
        for value in facts.count(desk, false) {
            let Some(known) = value.known() else { continue };
            if value.period == year || value.period == 0 {
                texts.insert(value.item.to_owned(), known.to_owned());
            } else if value.period == year - 1 {
                before.insert(value.item.to_owned(), known.to_owned());
            }
        }
        for (item, cell) in cells {
            match &cell.value {
                Some(value) => texts.insert(item.clone(), value.clone()),
                None => texts.remove(item),
            };
        }
        let as_of = crate::batches::year_end(year);
        Self { dictionary: desk.app.rules.dictionary(), as_of, texts, before, cells }
    }

    fn number(&self, of: &BTreeMap<String, String>, item: &str) -> Option<Exact> {
        match self.dictionary.find(item)?.fact(of.get(item)?)? {
            Fact::Number(number) => Some(number),
            _ => None,
        }
    }

    /// Everything wrong with it, by item.
    pub(super) fn wrong(&self, facts: &Facts, checks: &[Check]) -> Vec<Wrong> {
        let mut wrong = self.not_values();
        for check in checks {
            let items: Vec<&str> = match check.items.is_empty() {
                true => facts.plan.items().map(|(code, _)| code).collect(),
                false => check.items.iter().map(String::as_str).collect(),
            };
            let found = items.into_iter().filter(|item| self.finds(&check.kind, facts, item));
            wrong.extend(found.filter(|item| self.unexplained(check, item)).map(|item| told(check, item)));
        }
        wrong.sort_by(|left, right| left.item.cmp(&right.item));
        wrong
    }

    /// A warning is settled by an explanation.
    fn unexplained(&self, check: &Check, item: &str) -> bool {
        let explained = self.cells.get(item).and_then(|cell| cell.explanation.as_deref());
        check.severity == Severity::Blocking || explained.is_none_or(|text| text.trim().is_empty())
    }

    fn finds(&self, kind: &CheckKind, facts: &Facts, item: &str) -> bool {
        let typed = self.cells.contains_key(item);
        match kind {
            CheckKind::Required => {
                let required = facts.plan.item(item).is_some_and(|item| item.required);
                let none = self.cells.get(item).is_some_and(|cell| cell.value.is_none());
                required && !self.texts.contains_key(item) && !none
            }
            CheckKind::Range => typed && self.out_of_range(item),
            CheckKind::Jump { factor } if typed => {
                let pair = self.number(&self.before, item).zip(self.number(&self.texts, item));
                pair.is_some_and(|(before, now)| jumps(&before, &now, factor))
            }
            CheckKind::Contradiction { when } => {
                typed && when.evaluate(self) == Outcome::Known(Value::Truth(true))
            }
            _ => false,
        }
    }

    fn out_of_range(&self, item: &str) -> bool {
        let kind = self.dictionary.find(item).map(|item| &item.kind);
        let (Some(ItemKind::Number { minimum, maximum, whole, .. }), Some(number)) =
            (kind, self.number(&self.texts, item))
        else {
            return false;
        };
        minimum.as_ref().is_some_and(|least| &number < least)
            || maximum.as_ref().is_some_and(|most| &number > most)
            || (*whole && !number.is_integer())
    }

    /// Cells that are no values of their items, or of no item.
    fn not_values(&self) -> Vec<Wrong> {
        let bad = |(item, cell): (&String, &super::Cell)| {
            let good = match (self.dictionary.find(item), &cell.value) {
                (None, _) => false,
                (Some(_), None) => true,
                (Some(known), Some(text)) => known.code == *item && known.fact(text).is_some(),
            };
            (!good).then(|| Wrong {
                item: item.clone(),
                code: "not-a-value".to_owned(),
                blocking: true,
                zh: "不是此项的数值".to_owned(),
                en: "is not a value of this item".to_owned(),
            })
        };
        self.cells.iter().filter_map(bad).collect()
    }
}

fn told(check: &Check, item: &str) -> Wrong {
    let english = |name: &domain::Name| name.in_language(formula::Language::English).to_owned();
    Wrong {
        item: item.to_owned(),
        code: check.code.clone(),
        blocking: check.severity == Severity::Blocking,
        zh: format!("{}；{}", check.explanation.zh, check.advice.zh),
        en: format!("{}; {}", english(&check.explanation), english(&check.advice)),
    }
}

impl formula::Facts for Sheet<'_> {
    fn item(&self, code: &str, back: u8) -> Option<Fact> {
        let of = match back {
            0 => &self.texts,
            1 => &self.before,
            _ => return None,
        };
        self.dictionary.find(code)?.fact(of.get(code)?)
    }

    fn as_of(&self) -> Date {
        self.as_of
    }

    fn has_label(&self, _: &str) -> Option<bool> {
        None
    }

    fn result(&self, _: ResultKind, _: Option<&str>) -> Option<Fact> {
        None
    }
}
