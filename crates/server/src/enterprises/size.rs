//! 企业划型 from the values there are.

use crate::rules::Rules;
use domain::enterprise::ClassVerdict;
use formula::{Exact, Fact, Facts, Missing, ResultKind};
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeMap;
use store::{
    enterprises::Enterprise,
    values::{Statement, ValueSource, latest},
};
use utoipa::ToSchema;

/// The class by size, or what is missing to tell it.
#[derive(Debug, Default, Serialize, ToSchema)]
#[schema(as = EnterpriseSize)]
pub(crate) struct Size {
    /// `large`, `medium`, `small`, `micro`; absent when it cannot be told.
    class: Option<String>,
    /// What the class is called.
    name: Option<String>,
    /// The year whose values were used.
    period: Option<i32>,
    /// Codes of the items that are missing.
    missing: Vec<String>,
}

/// One enterprise in one year, as the classification asks.
struct Year<'a> {
    values: BTreeMap<&'a str, Fact>,
    day: Date,
}

impl Facts for Year<'_> {
    fn item(&self, code: &str, back: u8) -> Option<Fact> {
        if back == 0 { self.values.get(code).cloned() } else { None }
    }

    fn as_of(&self) -> Date {
        self.day
    }

    fn has_label(&self, _label: &str) -> Option<bool> {
        None
    }

    fn result(&self, _kind: ResultKind, _scheme: Option<&str>) -> Option<Fact> {
        None
    }
}

/// The class of an enterprise by its latest year with values.
pub(crate) fn size(rules: &Rules, one: &Enterprise, statements: &[Statement], today: Date) -> Size {
    let counts = latest(statements);
    let period = counts.keys().map(|(_, period, _)| *period).filter(|period| *period > 0).max();
    let mut values = BTreeMap::new();
    // The source named first wins where several reported: they are tried from the last to the first.
    for source in ValueSource::ALL.iter().rev() {
        for ((item, of, from), (_, stated)) in &counts {
            if from == source
                && Some(*of) == period
                && let Some(number) = stated.text().and_then(|text| text.parse::<Exact>().ok())
            {
                values.insert(*item, Fact::Number(number));
            }
        }
    }
    let entry = one.industry.as_deref().and_then(|code| super::industry(rules, code));
    if let Some(industry) = entry.and_then(|entry| entry.size_industry.as_deref()) {
        values.insert("size_industry", Fact::Text(industry.into()));
    }
    match rules.sizes.classify(&Year { values, day: today }) {
        ClassVerdict::Known { class, .. } => {
            let (code, name) = &rules.sizes.classes[class];
            Size { class: Some(code.clone()), name: Some(name.zh.clone()), period, missing: Vec::new() }
        }
        ClassVerdict::CannotTell { missing, .. } => {
            let code = |one: Missing| match one {
                Missing::Item { code, .. } => Some(code),
                _ => None,
            };
            Size { period, missing: missing.into_iter().filter_map(code).collect(), ..Size::default() }
        }
        ClassVerdict::NoRow => Size { period, ..Size::default() },
    }
}
