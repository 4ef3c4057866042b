//! From the syntax tree to columns.

use formula::{BinaryOperator, Exact, Expr, ExprKind, Function, ItemRef, Type, limits::MAX_BACK};

use super::items::{LabelSource, NumberSource, TextSource, TruthSource};
use super::{BandArm, Node, Whole};
use crate::{
    Population,
    decimals::{Near, places_of},
    population::Column,
};

/// The node of an expression; `None` when it holds something that is only evaluated row by row.
pub(super) fn node<'a>(expr: &Expr, population: &'a Population) -> Option<Node<'a>> {
    let inner = |expr: &Expr| node(expr, population).map(Box::new);
    Some(match &expr.kind {
        ExprKind::Number { value, unit } => {
            constant(&unit.map_or_else(|| value.clone(), |unit| value * &unit.scale()))
        }
        ExprKind::Truth(holds) => Node::Truth(*holds),
        ExprKind::Item(item) => item_node(item, population)?,
        ExprKind::Negate(value) => Node::Negate(inner(value)?),
        ExprKind::Not(value) => Node::Not(inner(value)?),
        ExprKind::Binary { operator, left, right } => binary(*operator, left, right, population)?,
        ExprKind::In { value, options } => member(value, options, false, population)?,
        ExprKind::If { condition, then, otherwise } => {
            Node::If(inner(condition)?, inner(then)?, inner(otherwise)?)
        }
        ExprKind::Bands { subject, arms, otherwise } => Node::Bands {
            subject: inner(subject)?,
            arms: arms.iter().map(|arm| band(arm, population)).collect::<Option<_>>()?,
            otherwise: inner(otherwise)?,
        },
        ExprKind::Call { function, arguments } => call(*function, arguments, population)?,
        ExprKind::Text(_) | ExprKind::Date(_) | ExprKind::Unreadable => return None,
    })
}

fn constant<'a>(value: &Exact) -> Node<'a> {
    Node::Constant { near: Near::new(value), places: places_of(value) }
}

fn item_node<'a>(item: &ItemRef, population: &'a Population) -> Option<Node<'a>> {
    match population.item(&item.name) {
        Some(Column::Truths(_)) => TruthSource::new(item, population).map(Node::TruthItem),
        Some(Column::Doubles(..) | Column::Decimals(_)) => {
            NumberSource::new(item, population).map(Node::Number)
        }
        None => match population.kind(&item.name)? {
            Type::Number(_) => NumberSource::new(item, population).map(Node::Number),
            Type::Truth => TruthSource::new(item, population).map(Node::TruthItem),
            _ => None,
        },
        _ => None,
    }
}

fn band<'a>(arm: &formula::Arm, population: &'a Population) -> Option<BandArm<'a>> {
    Some(BandArm {
        inclusive: arm.inclusive,
        edge: node(&arm.edge, population)?,
        value: node(&arm.value, population)?,
    })
}

fn binary<'a>(
    operator: BinaryOperator,
    left: &Expr,
    right: &Expr,
    population: &'a Population,
) -> Option<Node<'a>> {
    use BinaryOperator::{Add, And, Divide, Equal, Multiply, NotEqual, Or, Subtract};
    if matches!(operator, Equal | NotEqual)
        && let Some((item, text)) = item_and_text(left, right)
    {
        return member(item, std::slice::from_ref(text), operator == NotEqual, population);
    }
    let left = Box::new(node(left, population)?);
    let right = Box::new(node(right, population)?);
    Some(match operator {
        And => Node::Both(left, right),
        Or => Node::Either(left, right),
        Add | Subtract | Multiply | Divide => Node::Arithmetic(operator, left, right),
        _ => Node::Compare(operator, left, right),
    })
}

fn item_and_text<'e>(left: &'e Expr, right: &'e Expr) -> Option<(&'e Expr, &'e Expr)> {
    match (&left.kind, &right.kind) {
        (ExprKind::Item(_), ExprKind::Text(_)) => Some((left, right)),
        (ExprKind::Text(_), ExprKind::Item(_)) => Some((right, left)),
        _ => None,
    }
}

fn member<'a>(value: &Expr, options: &[Expr], negated: bool, population: &'a Population) -> Option<Node<'a>> {
    let texts: Option<Vec<String>> = options.iter().map(text).collect();
    match (&value.kind, texts) {
        (ExprKind::Item(item), Some(options)) => {
            Some(Node::TextIn { source: TextSource::new(item, population)?, options, negated })
        }
        (_, Some(_)) => None,
        (_, None) => {
            let options = options.iter().map(|option| node(option, population)).collect::<Option<_>>()?;
            Some(Node::NumberIn(Box::new(node(value, population)?), options))
        }
    }
}

fn text(expr: &Expr) -> Option<String> {
    match &expr.kind {
        ExprKind::Text(text) => Some(text.clone()),
        _ => None,
    }
}

fn call<'a>(function: Function, arguments: &[Expr], population: &'a Population) -> Option<Node<'a>> {
    let argument = |index: usize| node(arguments.get(index)?, population).map(Box::new);
    let all = || arguments.iter().map(|argument| node(argument, population)).collect::<Option<Vec<_>>>();
    Some(match function {
        Function::Min => Node::Smallest(all()?),
        Function::Max => Node::Largest(all()?),
        Function::Clamp => Node::Clamp(argument(0)?, argument(1)?, argument(2)?),
        Function::Abs => Node::Absolute(argument(0)?),
        Function::Round => Node::Whole(argument(0)?, Whole::Round(whole_number(arguments.get(1)?)?)),
        Function::Floor => Node::Whole(argument(0)?, Whole::Floor),
        Function::Ceil => Node::Whole(argument(0)?, Whole::Ceil),
        Function::Ln => Node::Logarithm(argument(0)?),
        Function::Sum => Node::Total(years(arguments, 0, population)?),
        Function::Mean => Node::Mean(years(arguments, 0, population)?),
        Function::Count => Node::Counted(years(arguments, 0, population)?),
        Function::Growth => Node::Growth(back_from(arguments.first()?, 2, population)?),
        Function::MeanGrowth => Node::Growth(years(arguments, 1, population)?),
        Function::HasLabel => Node::Label(LabelSource::new(&text(arguments.first()?)?, population)?),
        Function::OrElse => Node::OrElse(argument(0)?, argument(1)?),
        Function::IsMissing => Node::IsMissing(argument(0)?),
        Function::YearsSince | Function::DaysSince | Function::Points | Function::Stage | Function::Grade => {
            return None;
        }
    })
}

/// The literal whole number an argument is.
fn whole_number(expr: &Expr) -> Option<i32> {
    match &expr.kind {
        ExprKind::Number { value, unit: None } => i32::try_from(value.to_i64()?).ok(),
        ExprKind::Negate(inner) => whole_number(inner).map(|value| -value),
        _ => None,
    }
}

/// The item of the first argument in as many periods as the second says, and `more`, latest first.
fn years<'a>(arguments: &[Expr], more: u8, population: &'a Population) -> Option<Vec<Node<'a>>> {
    let count =
        u8::try_from(whole_number(arguments.get(1)?)?).ok().filter(|count| (1..=10).contains(count))?;
    back_from(arguments.first()?, count + more, population)
}

fn back_from<'a>(expr: &Expr, count: u8, population: &'a Population) -> Option<Vec<Node<'a>>> {
    let ExprKind::Item(item) = &expr.kind else { return None };
    if item.back > 0 || count > MAX_BACK + 1 {
        return None;
    }
    (0..count)
        .map(|back| NumberSource::new(&ItemRef { back, ..item.clone() }, population).map(Node::Number))
        .collect()
}
