//! What if: the score of one enterprise with some data changed, against the stored calibration.

use formula::{Fact, Facts, ResultKind};
use jiff::civil::Date;

use super::{Calibration, Score, score};
use crate::indicators::Scheme;

/// Facts with some of them changed.
#[derive(Clone)]
pub struct Overlay<'a> {
    base: &'a dyn Facts,
    items: Vec<(String, u8, Option<Fact>)>,
    labels: Vec<(String, Option<bool>)>,
}

impl<'a> Overlay<'a> {
    /// The facts as they are.
    #[must_use]
    pub fn new(base: &'a dyn Facts) -> Self {
        Self { base, items: Vec::new(), labels: Vec::new() }
    }

    /// The same with the item `code`, `back` periods ago, set to `fact` (in the item's own unit); `None` makes it
    /// missing. The last change of an item counts.
    #[must_use]
    pub fn with_item(mut self, code: impl Into<String>, back: u8, fact: Option<Fact>) -> Self {
        let code = code.into();
        self.items.retain(|(other, at, _)| (other.as_str(), *at) != (code.as_str(), back));
        self.items.push((code, back, fact));
        self
    }

    /// The same with a label held or not; `None` makes it unknown.
    #[must_use]
    pub fn with_label(mut self, label: impl Into<String>, held: Option<bool>) -> Self {
        let label = label.into();
        self.labels.retain(|(other, _)| *other != label);
        self.labels.push((label, held));
        self
    }
}

impl Facts for Overlay<'_> {
    fn item(&self, code: &str, back: u8) -> Option<Fact> {
        match self.items.iter().find(|(other, at, _)| other == code && *at == back) {
            Some((_, _, fact)) => fact.clone(),
            None => self.base.item(code, back),
        }
    }

    fn as_of(&self) -> Date {
        self.base.as_of()
    }

    fn has_label(&self, label: &str) -> Option<bool> {
        match self.labels.iter().find(|(other, _)| other == label) {
            Some((_, held)) => *held,
            None => self.base.has_label(label),
        }
    }

    fn result(&self, kind: ResultKind, scheme: Option<&str>) -> Option<Fact> {
        self.base.result(kind, scheme)
    }
}

/// A score before and after changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhatIf {
    /// With the data as they are.
    pub before: Score,
    /// With the changes.
    pub after: Score,
}

/// Scores the enterprise as it is and as it would be, both against the same calibration: the population does not move.
#[must_use]
pub fn what_if(scheme: &Scheme, calibration: &Calibration, changed: &Overlay<'_>) -> WhatIf {
    WhatIf { before: score(scheme, calibration, changed.base), after: score(scheme, calibration, changed) }
}
