//! Evaluates a predicate on a cell: every atom has a value, nothing is missing.

use domain::indicators::Dictionary;
use formula::{BinaryOperator, Expr, ExprKind, Unit, Value};

use super::atoms::{Atoms, constant};

/// Whether the predicate holds; `None` for a part that was never collected.
pub(super) fn holds(expr: &Expr, atoms: &Atoms, cell: &[Value]) -> Option<bool> {
    match &expr.kind {
        ExprKind::Truth(truth) => Some(*truth),
        ExprKind::Not(inner) => holds(inner, atoms, cell).map(|truth| !truth),
        ExprKind::Binary { operator: BinaryOperator::And, left, right } => {
            Some(holds(left, atoms, cell)? && holds(right, atoms, cell)?)
        }
        ExprKind::Binary { operator: BinaryOperator::Or, left, right } => {
            Some(holds(left, atoms, cell)? || holds(right, atoms, cell)?)
        }
        ExprKind::Binary { operator, left, right } => {
            compare(*operator, &value(left, atoms, cell)?, &value(right, atoms, cell)?)
        }
        ExprKind::In { value: looked, options } => {
            let looked = value(looked, atoms, cell)?;
            Some(options.iter().filter_map(constant).any(|option| option == looked))
        }
        ExprKind::If { condition, then, otherwise } => {
            let branch = if holds(condition, atoms, cell)? { then } else { otherwise };
            holds(branch, atoms, cell)
        }
        _ => match value(expr, atoms, cell)? {
            Value::Truth(truth) => Some(truth),
            _ => None,
        },
    }
}

fn value(expr: &Expr, atoms: &Atoms, cell: &[Value]) -> Option<Value> {
    constant(expr).or_else(|| cell.get(atoms.index(expr)?).cloned())
}

fn compare(operator: BinaryOperator, left: &Value, right: &Value) -> Option<bool> {
    let order = match (left, right) {
        (Value::Number(left), Value::Number(right)) => left.cmp(right),
        (Value::Date(left), Value::Date(right)) => left.cmp(right),
        (Value::Text(left), Value::Text(right)) => left.cmp(right),
        (Value::Truth(left), Value::Truth(right)) => left.cmp(right),
        _ => return None,
    };
    Some(match operator {
        BinaryOperator::Equal => order.is_eq(),
        BinaryOperator::NotEqual => order.is_ne(),
        BinaryOperator::Less => order.is_lt(),
        BinaryOperator::AtMost => order.is_le(),
        BinaryOperator::Greater => order.is_gt(),
        BinaryOperator::AtLeast => order.is_ge(),
        _ => return None,
    })
}

/// The unit to show an atom's values in.
pub(super) fn unit_of(expr: &Expr, dictionary: &Dictionary) -> Option<&'static Unit> {
    match &expr.kind {
        ExprKind::Item(item) => dictionary.find(&item.name).and_then(domain::indicators::Item::unit),
        _ => None,
    }
}

/// An atom in the words of the dictionary.
pub(super) fn text(expr: &Expr, dictionary: &Dictionary) -> String {
    match &expr.kind {
        ExprKind::Item(item) => {
            let name = dictionary.find(&item.name).map_or(item.name.as_str(), |found| found.name.zh.as_str());
            if item.back == 0 { name.to_owned() } else { format!("{name}[-{}]", item.back) }
        }
        ExprKind::Call { function, arguments } => {
            let parts: Vec<String> = arguments.iter().map(|part| text(part, dictionary)).collect();
            format!("{}({})", function.info().zh, parts.join("，"))
        }
        ExprKind::Binary { operator, left, right } => {
            format!("{} {} {}", text(left, dictionary), sign(*operator), text(right, dictionary))
        }
        ExprKind::Text(text) => format!("\"{text}\""),
        ExprKind::Number { value, unit } => format!("{value}{}", unit.map_or("", |unit| unit.symbol)),
        _ => "…".to_owned(),
    }
}

fn sign(operator: BinaryOperator) -> &'static str {
    match operator {
        BinaryOperator::Add => "+",
        BinaryOperator::Subtract => "-",
        BinaryOperator::Multiply => "×",
        BinaryOperator::Divide => "÷",
        _ => "?",
    }
}
