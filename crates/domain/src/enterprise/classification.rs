//! 企业划型 and the like: classes by lower bounds, a row of bounds per industry.
//!
//! A class needs **all** its lower bounds; who misses one drops to the next class; the last class takes the rest. So
//! one indicator below the smallest bound is enough for the last class, whatever else is missing.

use std::collections::BTreeSet;

use formula::{Exact, Facts, Formula, Missing, Outcome};

use crate::{Basis, Name, Status};

/// A classification, resolved for one date.
#[derive(Debug, Clone, PartialEq)]
pub struct Classification {
    /// Permanent code, e.g. `size-2017`.
    pub code: String,
    /// 名称.
    pub name: Name,
    /// Whether it may look official.
    pub status: Status,
    /// Documents it rests on.
    pub basis: Vec<Basis>,
    /// Code and name of each class, best first; the last takes the rest.
    pub classes: Vec<(String, Name)>,
    /// One row per industry, in file order: the first whose condition is met counts.
    pub rows: Vec<ClassRow>,
}

/// The bounds of one industry.
#[derive(Debug, Clone, PartialEq)]
pub struct ClassRow {
    /// 行业, e.g. 软件和信息技术服务业.
    pub name: Name,
    /// Holds for the enterprises of this row.
    pub when: Formula,
    /// Indicators with the lower bound of every class but the last, best first, in base units.
    pub bounds: Vec<(Formula, Vec<Exact>)>,
}

/// What a classification came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ClassVerdict {
    /// Decided by the known data.
    Known {
        /// Index of the class.
        class: usize,
        /// Index of the row.
        row: usize,
        /// Why it is not one class better; `None` for the best class.
        held_back: Option<HeldBack>,
    },
    /// Missing data could change the class.
    CannotTell {
        /// Index of the row, where that is known.
        row: Option<usize>,
        /// What is missing; empty when a formula is undefined.
        missing: BTreeSet<Missing>,
    },
    /// No row's condition is met.
    NoRow,
}

/// The bound that keeps an enterprise from the next better class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldBack {
    /// Index into [`ClassRow::bounds`]: the first that fails.
    pub bound: usize,
    /// Its value, base units.
    pub value: Exact,
    /// What the better class needs.
    pub at_least: Exact,
}

impl Classification {
    /// The class of one enterprise, exactly and three-valued: decided wherever the known data decide.
    #[must_use]
    pub fn classify(&self, facts: &dyn Facts) -> ClassVerdict {
        for (index, row) in self.rows.iter().enumerate() {
            let outcome = row.when.evaluate(facts);
            match outcome.as_truth() {
                Some(true) => return self.classify_in(index, facts),
                Some(false) => {}
                None => return ClassVerdict::CannotTell { row: None, missing: missing_of(outcome) },
            }
        }
        ClassVerdict::NoRow
    }

    fn classify_in(&self, row: usize, facts: &dyn Facts) -> ClassVerdict {
        let bounds = &self.rows[row].bounds;
        let values: Vec<Outcome> = bounds.iter().map(|(formula, _)| formula.evaluate(facts)).collect();
        let last = self.classes.len().saturating_sub(1);
        let mut held_back = None;
        for class in 0..last {
            match meets(bounds, &values, class) {
                Met::Yes => return ClassVerdict::Known { class, row, held_back },
                Met::No(by) => held_back = Some(by),
                Met::CannotTell(missing) => return ClassVerdict::CannotTell { row: Some(row), missing },
            }
        }
        ClassVerdict::Known { class: last, row, held_back }
    }
}

enum Met {
    Yes,
    No(HeldBack),
    CannotTell(BTreeSet<Missing>),
}

/// Whether all lower bounds of `class` are met. One known value below its bound decides, whatever is missing.
fn meets(bounds: &[(Formula, Vec<Exact>)], values: &[Outcome], class: usize) -> Met {
    let (mut missing, mut known) = (BTreeSet::new(), true);
    for (bound, ((_, edges), value)) in bounds.iter().zip(values).enumerate() {
        let Some(edge) = edges.get(class) else { continue };
        match value.as_number() {
            Some(value) if value < edge => {
                return Met::No(HeldBack { bound, value: value.clone(), at_least: edge.clone() });
            }
            Some(_) => {}
            None => {
                known = false;
                missing.append(&mut missing_of(value.clone()));
            }
        }
    }
    if known { Met::Yes } else { Met::CannotTell(missing) }
}

fn missing_of(outcome: Outcome) -> BTreeSet<Missing> {
    match outcome {
        Outcome::Missing(missing) => missing,
        Outcome::Known(_) | Outcome::Undefined(_) => BTreeSet::new(),
    }
}
