//! Exact three-valued evaluation.
//!
//! A part is known, or missing (and names every item that is needed and not there), or undefined. In arithmetic and
//! comparisons missing wins over undefined: first the data must be complete. `且`, `或` and `非` follow Kleene.

use std::collections::BTreeSet;

use crate::{
    Arm, BinaryOperator, Exact, Expr, ExprKind, Fact, Facts, Formula, ItemRef, Missing, Outcome, Type,
    Undefined, Value, check::base_value,
};

mod calendar;
mod calls;
mod ln;

pub use ln::ln;

impl Formula {
    /// What the formula comes to on these facts. Numbers are in base units.
    #[must_use]
    pub fn evaluate(&self, facts: &dyn Facts) -> Outcome {
        Evaluation { formula: self, facts }.outcome(self.expr())
    }
}

/// Why a part is not known. Never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Why {
    Missing(BTreeSet<Missing>),
    Undefined(BTreeSet<Undefined>),
}

impl Why {
    fn missing(what: Missing) -> Self {
        Self::Missing(BTreeSet::from([what]))
    }

    fn undefined(why: Undefined) -> Self {
        Self::Undefined(BTreeSet::from([why]))
    }

    /// Both reasons; missing wins over undefined.
    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Missing(mut all), Self::Missing(more)) => {
                all.extend(more);
                Self::Missing(all)
            }
            (Self::Undefined(mut all), Self::Undefined(more)) => {
                all.extend(more);
                Self::Undefined(all)
            }
            (missing @ Self::Missing(_), _) | (_, missing) => missing,
        }
    }
}

pub(crate) type Part<T = Value> = Result<T, Why>;

/// Both values, or all the reasons why not.
fn both<A, B>(left: Part<A>, right: Part<B>) -> Part<(A, B)> {
    match (left, right) {
        (Ok(left), Ok(right)) => Ok((left, right)),
        (Err(why), Ok(_)) | (Ok(_), Err(why)) => Err(why),
        (Err(why), Err(more)) => Err(why.and(more)),
    }
}

/// All values, or all the reasons why not.
fn all<T>(parts: impl Iterator<Item = Part<T>>) -> Part<Vec<T>> {
    let mut values = Vec::new();
    let mut reasons: Option<Why> = None;
    for part in parts {
        match part {
            Ok(value) => values.push(value),
            Err(why) => {
                reasons = Some(match reasons.take() {
                    Some(before) => before.and(why),
                    None => why,
                });
            }
        }
    }
    reasons.map_or(Ok(values), Err)
}

#[derive(Clone, Copy)]
pub(crate) struct Evaluation<'a> {
    pub(crate) formula: &'a Formula,
    pub(crate) facts: &'a dyn Facts,
}

impl Evaluation<'_> {
    pub(crate) fn outcome(self, expr: &Expr) -> Outcome {
        match self.value(expr) {
            Ok(value) => Outcome::Known(value),
            Err(Why::Missing(what)) => Outcome::Missing(what),
            Err(Why::Undefined(why)) => Outcome::Undefined(why),
        }
    }

    fn value(self, expr: &Expr) -> Part {
        match &expr.kind {
            ExprKind::Number { .. } => Ok(Value::Number(base_value(expr).unwrap_or_default())),
            ExprKind::Text(text) => Ok(Value::Text(text.as_str().into())),
            ExprKind::Date(date) => Ok(Value::Date(*date)),
            ExprKind::Truth(truth) => Ok(Value::Truth(*truth)),
            ExprKind::Item(item) => self.item(item, item.back),
            ExprKind::Negate(inner) => Ok(Value::Number(-self.number(inner)?)),
            ExprKind::Not(inner) => Ok(Value::Truth(!self.truth(inner)?)),
            ExprKind::Binary { operator, left, right } => self.binary(*operator, left, right),
            ExprKind::In { value, options } => {
                let value = self.value(value)?;
                Ok(Value::Truth(options.iter().any(|option| is_literal(&value, option))))
            }
            ExprKind::If { condition, then, otherwise } => {
                self.value(if self.truth(condition)? { then } else { otherwise })
            }
            ExprKind::Bands { subject, arms, otherwise } => {
                self.value(self.arm(subject, arms)?.unwrap_or(otherwise))
            }
            ExprKind::Call { function, arguments } => self.call(*function, arguments),
            ExprKind::Unreadable => Err(unreachable_kind()),
        }
    }

    fn number(self, expr: &Expr) -> Part<Exact> {
        match self.value(expr)? {
            Value::Number(number) => Ok(number),
            _ => Err(unreachable_kind()),
        }
    }

    /// Met, unmet, or why it cannot be told.
    pub(crate) fn truth(self, expr: &Expr) -> Part<bool> {
        match self.value(expr)? {
            Value::Truth(truth) => Ok(truth),
            _ => Err(unreachable_kind()),
        }
    }

    /// An item `back` periods ago, in base units. A fact of the wrong type counts as missing.
    fn item(self, item: &ItemRef, back: u8) -> Part {
        let fact = self.facts.item(&item.name, back);
        match fact {
            Some(Fact::Number(number)) if item.unit.is_some() => {
                Ok(Value::Number(item.unit.map_or_else(|| number.clone(), |unit| unit.to_base(&number))))
            }
            Some(fact) if self.has_kind(item, &fact) => Ok(value_of(fact)),
            _ => Err(Why::missing(Missing::Item { code: item.name.clone(), back })),
        }
    }

    fn has_kind(self, item: &ItemRef, fact: &Fact) -> bool {
        let kind = self.formula.infos().get(&item.name).map(|info| info.kind);
        matches!(
            (kind, fact),
            (Some(Type::Number(_)), Fact::Number(_))
                | (Some(Type::Truth), Fact::Truth(_))
                | (Some(Type::Text), Fact::Text(_))
                | (Some(Type::Date), Fact::Date(_))
        )
    }

    fn binary(self, operator: BinaryOperator, left: &Expr, right: &Expr) -> Part {
        use BinaryOperator as B;
        match operator {
            B::And => self.kleene(left, right, false),
            B::Or => self.kleene(left, right, true),
            B::Add | B::Subtract | B::Multiply | B::Divide => {
                let (left, right) = both(self.number(left), self.number(right))?;
                arithmetic(operator, left, right).map(Value::Number)
            }
            _ => {
                let (left, right) = both(self.value(left), self.value(right))?;
                Ok(Value::Truth(compare(operator, &left, &right)))
            }
        }
    }

    /// `deciding` is the truth that decides alone: `true` for or, `false` for and. The right side is looked at only
    /// when the left one does not decide.
    fn kleene(self, left: &Expr, right: &Expr, deciding: bool) -> Part {
        let left = self.truth(left);
        if left == Ok(deciding) {
            return Ok(Value::Truth(deciding));
        }
        let right = self.truth(right);
        if right == Ok(deciding) {
            return Ok(Value::Truth(deciding));
        }
        both(left, right)?;
        Ok(Value::Truth(!deciding))
    }

    /// The value of the arm that holds `subject`; `None` above the last edge.
    pub(crate) fn arm<'e>(self, subject: &Expr, arms: &'e [Arm]) -> Part<Option<&'e Expr>> {
        let subject = self.number(subject)?;
        let holds = |arm: &&Arm| {
            base_value(&arm.edge).is_some_and(|edge| subject < edge || arm.inclusive && subject == edge)
        };
        Ok(arms.iter().find(holds).map(|arm| &arm.value))
    }
}

/// Numbers of checked formulas are numbers, truths are truths; this is the answer if that were ever wrong.
fn unreachable_kind() -> Why {
    Why::undefined(Undefined::NotComparable)
}

fn value_of(fact: Fact) -> Value {
    match fact {
        Fact::Number(number) => Value::Number(number),
        Fact::Truth(truth) => Value::Truth(truth),
        Fact::Text(text) => Value::Text(text),
        Fact::Date(date) => Value::Date(date),
    }
}

fn arithmetic(operator: BinaryOperator, left: Exact, right: Exact) -> Part<Exact> {
    match operator {
        BinaryOperator::Add => Ok(left + right),
        BinaryOperator::Subtract => Ok(left - right),
        BinaryOperator::Multiply => Ok(left * right),
        _ => left.checked_div(&right).ok_or_else(|| Why::undefined(Undefined::DivisionByZero)),
    }
}

fn compare(operator: BinaryOperator, left: &Value, right: &Value) -> bool {
    use BinaryOperator as B;
    let order = match (left, right) {
        (Value::Number(left), Value::Number(right)) => left.cmp(right),
        (Value::Date(left), Value::Date(right)) => left.cmp(right),
        _ => return (left == right) == (operator == B::Equal),
    };
    match operator {
        B::Equal => order.is_eq(),
        B::NotEqual => order.is_ne(),
        B::Less => order.is_lt(),
        B::AtMost => order.is_le(),
        B::Greater => order.is_gt(),
        _ => order.is_ge(),
    }
}

fn is_literal(value: &Value, literal: &Expr) -> bool {
    match (value, &literal.kind) {
        (Value::Number(number), _) => base_value(literal).is_some_and(|option| option == *number),
        (Value::Text(text), ExprKind::Text(option)) => **text == **option,
        (Value::Date(date), ExprKind::Date(option)) => date == option,
        (Value::Truth(truth), ExprKind::Truth(option)) => truth == option,
        _ => false,
    }
}
