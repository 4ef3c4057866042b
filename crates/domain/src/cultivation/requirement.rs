//! Typed conditions: value, comparison and bound kept apart, so that the gap can be told.

use std::cmp::Ordering;

use formula::{Formula, Type, Unit, Value};

use crate::Name;

/// How a value is compared with its bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Comparison {
    /// 不低于: value ≥ bound.
    AtLeast,
    /// 高于: value > bound.
    Above,
    /// 不超过: value ≤ bound.
    AtMost,
    /// 低于: value < bound.
    Below,
    /// 等于.
    Equals,
    /// 不等于.
    NotEquals,
    /// 属于: value is one of a list.
    OneOf,
}

impl Comparison {
    /// Every comparison with its key in rule files and its wording.
    pub const ALL: [(Self, &'static str, &'static str, &'static str); 7] = [
        (Self::AtLeast, "at_least", "不低于", "at least"),
        (Self::Above, "above", "高于", "above"),
        (Self::AtMost, "at_most", "不超过", "at most"),
        (Self::Below, "below", "低于", "below"),
        (Self::Equals, "equals", "等于", "equal to"),
        (Self::NotEquals, "not_equals", "不等于", "not equal to"),
        (Self::OneOf, "one_of", "属于", "one of"),
    ];

    /// The comparison a rule file writes as `key`.
    #[must_use]
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.iter().find(|row| row.1 == key).map(|row| row.0)
    }

    /// 中文: `不低于` …
    #[must_use]
    pub fn zh(self) -> &'static str {
        Self::ALL.iter().find(|row| row.0 == self).map_or("", |row| row.2)
    }

    /// English: `at least` …
    #[must_use]
    pub fn en(self) -> &'static str {
        Self::ALL.iter().find(|row| row.0 == self).map_or("", |row| row.3)
    }

    /// Whether it asks for an order, which texts and truths do not have.
    #[must_use]
    pub fn orders(self) -> bool {
        matches!(self, Self::AtLeast | Self::Above | Self::AtMost | Self::Below)
    }

    /// Whether a value that stands to the bound as `ordering` says meets it.
    #[must_use]
    pub fn holds(self, ordering: Ordering) -> bool {
        match self {
            Self::AtLeast => ordering.is_ge(),
            Self::Above => ordering.is_gt(),
            Self::AtMost => ordering.is_le(),
            Self::Below => ordering.is_lt(),
            Self::Equals | Self::OneOf => ordering.is_eq(),
            Self::NotEquals => ordering.is_ne(),
        }
    }
}

/// What a value is held against.
#[derive(Debug, Clone, PartialEq)]
pub enum Bound {
    /// A number with its unit, or a formula where the bound depends on the enterprise.
    Formula(Box<Formula>),
    /// Fixed values: category codes, truths, dates. One for `equals`, several for `one_of`.
    Values(Vec<Value>),
}

/// Why value, comparison and bound do not go together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IllTyped {
    /// They are of different types or measure different things.
    Different {
        /// The value's.
        value: Type,
        /// The bound's.
        bound: Type,
    },
    /// Texts and truths have no order: only `equals`, `not_equals`, `one_of`.
    NoOrder(Type),
    /// `one_of` takes a list, everything else takes a single bound.
    ListMismatch,
}

/// One typed condition. Its parts fit together, or it could not have been made.
#[derive(Debug, Clone, PartialEq)]
pub struct Test {
    name: Option<Name>,
    value: Formula,
    unit: Option<&'static Unit>,
    comparison: Comparison,
    bound: Bound,
}

impl Test {
    /// A condition that `value` stands to `bound` as `comparison` says. Values are shown in `unit`.
    ///
    /// # Errors
    /// [`IllTyped`] when the three do not go together.
    pub fn new(value: Formula, comparison: Comparison, bound: Bound) -> Result<Self, IllTyped> {
        let kind = value.kind();
        if comparison.orders() && matches!(kind, Type::Text | Type::Truth) {
            return Err(IllTyped::NoOrder(kind));
        }
        match &bound {
            Bound::Formula(bound) if bound.kind() != kind => {
                return Err(IllTyped::Different { value: kind, bound: bound.kind() });
            }
            Bound::Formula(_) if comparison == Comparison::OneOf => return Err(IllTyped::ListMismatch),
            Bound::Values(values) if values.len() != 1 && comparison != Comparison::OneOf => {
                return Err(IllTyped::ListMismatch);
            }
            Bound::Values(values) => {
                if let Some(bound) =
                    values.iter().map(|bound| type_of(bound, kind)).find(|bound| *bound != kind)
                {
                    return Err(IllTyped::Different { value: kind, bound });
                }
            }
            Bound::Formula(_) => {}
        }
        Ok(Self { name: None, unit: value.display_unit(), value, comparison, bound })
    }

    /// The same with a name of its own, and shown in `unit` instead of the value's own.
    #[must_use]
    pub fn shown_as(self, name: Option<Name>, unit: Option<&'static Unit>) -> Self {
        Self { name, unit: unit.or(self.unit), ..self }
    }

    /// What the value is called, where the file says so.
    #[must_use]
    pub fn name(&self) -> Option<&Name> {
        self.name.as_ref()
    }

    /// The left side.
    #[must_use]
    pub fn value(&self) -> &Formula {
        &self.value
    }

    /// The unit both sides are shown in.
    #[must_use]
    pub fn unit(&self) -> Option<&'static Unit> {
        self.unit
    }

    /// How the sides are compared.
    #[must_use]
    pub fn comparison(&self) -> Comparison {
        self.comparison
    }

    /// The right side.
    #[must_use]
    pub fn bound(&self) -> &Bound {
        &self.bound
    }
}

/// The type of a fixed value; a number measures whatever the other side does.
fn type_of(value: &Value, other: Type) -> Type {
    match value {
        Value::Number(_) if matches!(other, Type::Number(_)) => other,
        Value::Number(_) => Type::Number(formula::Dimension::NONE),
        Value::Truth(_) => Type::Truth,
        Value::Text(_) => Type::Text,
        Value::Date(_) => Type::Date,
    }
}

/// How the parts of a group make one answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Group {
    /// 同时满足.
    All,
    /// 满足其一.
    Any,
    /// 均不得有.
    None,
}

/// What a clause asks of the data.
#[derive(Debug, Clone, PartialEq)]
pub enum Requirement {
    /// A value against a bound.
    Test(Box<Test>),
    /// A truth, e.g. `境内居民企业` or `有标签("高新技术企业")`.
    Holds {
        /// What it is called, where the file says so.
        name: Option<Name>,
        /// The truth.
        formula: Box<Formula>,
    },
    /// Several parts; never empty.
    Group {
        /// What it is called, where the file says so.
        name: Option<Name>,
        /// How they make one answer.
        group: Group,
        /// The parts, in file order.
        parts: Vec<Requirement>,
    },
}
