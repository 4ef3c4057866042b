//! From the syntax tree to columns.

use formula::{BinaryOperator, Exact, Expr, ExprKind, Function, ItemRef, Type, limits::MAX_BACK};

use super::items::{DateSource, LabelSource, NumberSource, TextSource, TruthSource};
use super::results::{CodeSource, PointsSource};
use super::{BandArm, Node, Reads, Whole};
use crate::{
    decimals::{Near, places_of},
    population::Column,
};

/// The node of an expression; `None` when it holds something that is only evaluated row by row.
pub(super) fn node<'a>(expr: &Expr, reads: Reads<'a>) -> Option<Node<'a>> {
    let inner = |expr: &Expr| node(expr, reads).map(Box::new);
    Some(match &expr.kind {
        ExprKind::Number { value, unit } => {
            constant(&unit.map_or_else(|| value.clone(), |unit| value * &unit.scale()))
        }
        ExprKind::Truth(holds) => Node::Truth(*holds),
        ExprKind::Item(item) => item_node(item, reads)?,
        ExprKind::Negate(value) => Node::Negate(inner(value)?),
        ExprKind::Not(value) => Node::Not(inner(value)?),
        ExprKind::Binary { operator, left, right } => binary(*operator, left, right, reads)?,
        ExprKind::In { value, options } => member(value, options, false, reads)?,
        ExprKind::If { condition, then, otherwise } => {
            Node::If(inner(condition)?, inner(then)?, inner(otherwise)?)
        }
        ExprKind::Bands { subject, arms, otherwise } => Node::Bands {
            subject: inner(subject)?,
            arms: arms.iter().map(|arm| band(arm, reads)).collect::<Option<_>>()?,
            otherwise: inner(otherwise)?,
        },
        ExprKind::Call { function, arguments } => call(*function, arguments, reads)?,
        ExprKind::Text(_) | ExprKind::Date(_) | ExprKind::Unreadable => return None,
    })
}

fn constant<'a>(value: &Exact) -> Node<'a> {
    Node::Constant { near: Near::new(value), places: places_of(value) }
}

fn item_node<'a>(item: &ItemRef, reads: Reads<'a>) -> Option<Node<'a>> {
    if let Some(parameter) = reads.parameters.iter().find(|parameter| parameter.code == item.name) {
        let unit = item.unit.map_or(Exact::ONE, formula::Unit::scale);
        return Some(constant(&(&parameter.value * &unit)));
    }
    match reads.population.item(&item.name) {
        Some(Column::Truths(_)) => TruthSource::new(item, reads.population).map(Node::TruthItem),
        Some(Column::Doubles(..) | Column::Decimals(_)) => {
            NumberSource::new(item, reads.population).map(Node::Number)
        }
        None => match reads.population.kind(&item.name)? {
            Type::Number(_) => NumberSource::new(item, reads.population).map(Node::Number),
            Type::Truth => TruthSource::new(item, reads.population).map(Node::TruthItem),
            _ => None,
        },
        _ => None,
    }
}

fn band<'a>(arm: &formula::Arm, reads: Reads<'a>) -> Option<BandArm<'a>> {
    Some(BandArm { inclusive: arm.inclusive, edge: node(&arm.edge, reads)?, value: node(&arm.value, reads)? })
}

fn binary<'a>(operator: BinaryOperator, left: &Expr, right: &Expr, reads: Reads<'a>) -> Option<Node<'a>> {
    use BinaryOperator::{Add, And, Divide, Equal, Multiply, NotEqual, Or, Subtract};
    if matches!(operator, Equal | NotEqual)
        && let Some((item, text)) = item_and_text(left, right)
    {
        return member(item, std::slice::from_ref(text), operator == NotEqual, reads);
    }
    let left = Box::new(node(left, reads)?);
    let right = Box::new(node(right, reads)?);
    Some(match operator {
        And => Node::Both(left, right),
        Or => Node::Either(left, right),
        Add | Subtract | Multiply | Divide => Node::Arithmetic(operator, left, right),
        _ => Node::Compare(operator, left, right),
    })
}

/// What a text is compared with (an item, a stage, a grade), and the text.
fn item_and_text<'e>(left: &'e Expr, right: &'e Expr) -> Option<(&'e Expr, &'e Expr)> {
    let named = |expr: &Expr| matches!(expr.kind, ExprKind::Item(_) | ExprKind::Call { .. });
    match (&left.kind, &right.kind) {
        (_, ExprKind::Text(_)) if named(left) => Some((left, right)),
        (ExprKind::Text(_), _) if named(right) => Some((right, left)),
        _ => None,
    }
}

fn member<'a>(value: &Expr, options: &[Expr], negated: bool, reads: Reads<'a>) -> Option<Node<'a>> {
    let texts: Option<Vec<String>> = options.iter().map(text).collect();
    match (&value.kind, texts) {
        (ExprKind::Item(item), Some(options)) => {
            Some(Node::TextIn { source: TextSource::new(item, reads.population)?, options, negated })
        }
        (_, Some(options)) => Some(Node::CodeIn { source: CodeSource::of(value, reads)?, options, negated }),
        (_, None) => {
            let options = options.iter().map(|option| node(option, reads)).collect::<Option<_>>()?;
            Some(Node::NumberIn(Box::new(node(value, reads)?), options))
        }
    }
}

fn text(expr: &Expr) -> Option<String> {
    match &expr.kind {
        ExprKind::Text(text) => Some(text.clone()),
        _ => None,
    }
}

fn call<'a>(function: Function, arguments: &[Expr], reads: Reads<'a>) -> Option<Node<'a>> {
    let argument = |index: usize| node(arguments.get(index)?, reads).map(Box::new);
    let all = || arguments.iter().map(|argument| node(argument, reads)).collect::<Option<Vec<_>>>();
    Some(match function {
        Function::Min => Node::Smallest(all()?),
        Function::Max => Node::Largest(all()?),
        Function::Clamp => Node::Clamp(argument(0)?, argument(1)?, argument(2)?),
        Function::Abs => Node::Absolute(argument(0)?),
        Function::Round => Node::Whole(argument(0)?, Whole::Round(whole_number(arguments.get(1)?)?)),
        Function::Floor => Node::Whole(argument(0)?, Whole::Floor),
        Function::Ceil => Node::Whole(argument(0)?, Whole::Ceil),
        Function::Ln => Node::Logarithm(argument(0)?),
        Function::Sum => Node::Total(years(arguments, 0, reads)?),
        Function::Mean => Node::Mean(years(arguments, 0, reads)?),
        Function::Count => Node::Counted(years(arguments, 0, reads)?),
        Function::Growth => Node::Growth(back_from(arguments.first()?, 2, reads)?),
        Function::MeanGrowth => Node::Growth(years(arguments, 1, reads)?),
        Function::HasLabel => Node::Label(LabelSource::new(&text(arguments.first()?)?, reads.population)?),
        Function::OrElse => Node::OrElse(argument(0)?, argument(1)?),
        Function::IsMissing => Node::IsMissing(argument(0)?),
        Function::YearsSince => Node::Years(date(arguments, reads)?),
        Function::DaysSince => Node::Days(date(arguments, reads)?),
        Function::Points => Node::Points(PointsSource::new(reads)),
        Function::Stage | Function::Grade => return None,
    })
}

/// The dates of the item that the first argument is.
fn date<'a>(arguments: &[Expr], reads: Reads<'a>) -> Option<DateSource<'a>> {
    match &arguments.first()?.kind {
        ExprKind::Item(item) => DateSource::new(item, reads.population),
        _ => None,
    }
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
fn years<'a>(arguments: &[Expr], more: u8, reads: Reads<'a>) -> Option<Vec<Node<'a>>> {
    let count =
        u8::try_from(whole_number(arguments.get(1)?)?).ok().filter(|count| (1..=10).contains(count))?;
    back_from(arguments.first()?, count + more, reads)
}

fn back_from<'a>(expr: &Expr, count: u8, reads: Reads<'a>) -> Option<Vec<Node<'a>>> {
    let ExprKind::Item(item) = &expr.kind else { return None };
    if item.back > 0 || count > MAX_BACK + 1 {
        return None;
    }
    (0..count)
        .map(|back| NumberSource::new(&ItemRef { back, ..item.clone() }, reads.population).map(Node::Number))
        .collect()
}
