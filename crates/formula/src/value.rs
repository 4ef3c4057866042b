//! Values, facts and outcomes: what goes in and what comes out.

use std::{collections::BTreeSet, fmt, sync::Arc};

use jiff::civil::Date;

use crate::{Dimension, Exact};

/// The type of an expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Type {
    /// A number that measures something.
    Number(Dimension),
    /// A condition.
    Truth,
    /// A text or category code.
    Text,
    /// A calendar date.
    Date,
}

/// A value. Numbers are in base units (元, 人, 个, 年, 日, 分, ratio 1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A number in base units.
    Number(Exact),
    /// Met or unmet.
    Truth(bool),
    /// A text.
    Text(Arc<str>),
    /// A date.
    Date(Date),
}

/// A datum about one enterprise. Numbers are in the item's own unit, as the data dictionary says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    /// A number in the item's own unit.
    Number(Exact),
    /// Yes or no.
    Truth(bool),
    /// A text or category code.
    Text(Arc<str>),
    /// A date.
    Date(Date),
}

/// Results of an evaluation that a rule may ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ResultKind {
    /// Total points, a number in 分.
    Points,
    /// The stage's code, a text.
    Stage,
    /// The grade's code, a text.
    Grade,
}

/// What is known about one enterprise. Absence is `None`, never a zero.
pub trait Facts {
    /// The item `code`, `back` periods before the current one; `None` when missing.
    fn item(&self, code: &str, back: u8) -> Option<Fact>;

    /// The day on which ages and validities are judged.
    fn as_of(&self) -> Date;

    /// Whether the enterprise carries `label` on the as-of date; `None` when labels were not collected.
    fn has_label(&self, label: &str) -> Option<bool>;

    /// A result of the evaluation under `scheme` (`None`: the scheme at hand); `None` when there is none.
    fn result(&self, kind: ResultKind, scheme: Option<&str>) -> Option<Fact>;
}

/// Something that would have been needed and is not there.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Missing {
    /// An item of the data dictionary, `back` periods ago.
    Item {
        /// The item's code.
        code: String,
        /// Periods before the current one.
        back: u8,
    },
    /// Whether a label is held.
    Label(String),
    /// A result under a scheme (`None`: the one at hand).
    Result(ResultKind, Option<String>),
}

/// Why a number has no defined value although all data are there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Undefined {
    /// Division by zero.
    DivisionByZero,
    /// Growth from a base of zero or below ("不可比").
    NotComparable,
    /// Logarithm of zero or a negative number.
    LogarithmOfNonPositive,
    /// A number of periods that is not a whole number from 1 to 10.
    PeriodsOutOfRange,
    /// `clamp` with its low bound above its high bound.
    EmptyRange,
}

/// The outcome of an evaluation: known, or why not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// A value.
    Known(Value),
    /// Cannot tell: these are missing. Never empty.
    Missing(BTreeSet<Missing>),
    /// Cannot be computed although nothing is missing. Never empty.
    Undefined(BTreeSet<Undefined>),
}

impl Outcome {
    /// A known number.
    #[must_use]
    pub fn number(value: Exact) -> Self {
        Self::Known(Value::Number(value))
    }

    /// A known truth.
    #[must_use]
    pub fn truth(value: bool) -> Self {
        Self::Known(Value::Truth(value))
    }

    /// The number, when it is known and a number.
    #[must_use]
    pub fn as_number(&self) -> Option<&Exact> {
        match self {
            Self::Known(Value::Number(value)) => Some(value),
            _ => None,
        }
    }

    /// Met (`true`), unmet (`false`) or cannot tell (`None`).
    #[must_use]
    pub fn as_truth(&self) -> Option<bool> {
        match self {
            Self::Known(Value::Truth(value)) => Some(*value),
            _ => None,
        }
    }
}

/// One step of an explanation: a part of the formula, its outcome, and the parts it was made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The part as readable Chinese (with the names of the dictionary).
    pub text: String,
    /// What it came to, numbers in base units.
    pub outcome: Outcome,
    /// What it measures.
    pub kind: Type,
    /// The unit to show the number in: the item's own where there is one.
    pub unit: Option<&'static crate::Unit>,
    /// Its parts, in reading order. Literals are left out; parts that were not needed too.
    pub parts: Vec<Step>,
}

impl fmt::Display for Undefined {
    /// The Chinese wording; screens in other languages translate by variant.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::DivisionByZero => "除数为零",
            Self::NotComparable => "基期为零或为负，不可比",
            Self::LogarithmOfNonPositive => "对数的真数不大于零",
            Self::PeriodsOutOfRange => "年数不是1到10的整数",
            Self::EmptyRange => "下限高于上限",
        })
    }
}
