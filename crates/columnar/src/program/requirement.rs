//! Typed conditions over chunks: value, comparison and bound, and groups of them.

use std::cmp::Ordering;

use domain::cultivation::{Bound, Comparison, Group, Requirement, Test};
use formula::{ExprKind, Value};

use super::{Chunk, Node, Reads, compile, conditions, results::CodeSource};
use crate::{
    decimals::{Near, places_of},
    lanes::Truths,
    program::items::TextSource,
};

/// A requirement prepared for a population. It says what the exact judge says, or that it cannot tell.
#[derive(Debug)]
pub(crate) struct Asked<'a> {
    shape: Shape<'a>,
}

#[derive(Debug)]
enum Shape<'a> {
    Compare(Box<Node<'a>>, Comparison, Box<Node<'a>>),
    Among(Box<Node<'a>>, Vec<Node<'a>>, bool),
    Holds(Box<Node<'a>>, bool),
    Group(Group, Vec<Shape<'a>>),
}

impl<'a> Asked<'a> {
    /// `None` when it holds something that is only judged one by one.
    pub(crate) fn compile(requirement: &Requirement, reads: Reads<'a>) -> Option<Self> {
        Shape::compile(requirement, reads).map(|shape| Self { shape })
    }

    pub(crate) fn truths(&self, chunk: Chunk) -> Option<Truths> {
        self.shape.truths(chunk)
    }
}

impl<'a> Shape<'a> {
    fn compile(requirement: &Requirement, reads: Reads<'a>) -> Option<Self> {
        Some(match requirement {
            Requirement::Test(test) => Self::test(test, reads)?,
            Requirement::Holds { formula, .. } => {
                Self::Holds(Box::new(compile::node(formula.expr(), reads)?), true)
            }
            Requirement::Group { group, parts, .. } => {
                let parts = parts.iter().map(|part| Self::compile(part, reads));
                Self::Group(*group, parts.collect::<Option<_>>()?)
            }
        })
    }

    fn test(test: &Test, reads: Reads<'a>) -> Option<Self> {
        let expr = test.value().expr();
        let negated = test.comparison() == Comparison::NotEquals;
        match test.bound() {
            Bound::Formula(bound) => {
                let (value, bound) = (compile::node(expr, reads)?, compile::node(bound.expr(), reads)?);
                Some(Self::Compare(Box::new(value), test.comparison(), Box::new(bound)))
            }
            Bound::Values(values) => match (&expr.kind, values.as_slice()) {
                (_, [Value::Truth(wanted)]) => {
                    Some(Self::Holds(Box::new(compile::node(expr, reads)?), *wanted != negated))
                }
                (ExprKind::Item(item), [Value::Text(_), ..]) => {
                    let texts = values.iter().map(text).collect::<Option<Vec<_>>>()?;
                    let source = TextSource::new(item, reads.population)?;
                    Some(Self::Holds(Box::new(Node::TextIn { source, options: texts, negated }), true))
                }
                (ExprKind::Call { .. }, [Value::Text(_), ..]) => {
                    let options = values.iter().map(text).collect::<Option<Vec<_>>>()?;
                    let source = CodeSource::of(expr, reads)?;
                    Some(Self::Holds(Box::new(Node::CodeIn { source, options, negated }), true))
                }
                (_, [Value::Number(_), ..]) => {
                    let options = values.iter().map(constant).collect::<Option<Vec<_>>>()?;
                    Some(Self::Among(Box::new(compile::node(expr, reads)?), options, negated))
                }
                _ => None,
            },
        }
    }

    fn truths(&self, chunk: Chunk) -> Option<Truths> {
        match self {
            Self::Compare(value, comparison, bound) => {
                let (value, bound) = (value.numbers(chunk)?, bound.numbers(chunk)?);
                Some(value.compare(&bound, |order: Ordering| comparison.holds(order)))
            }
            Self::Among(value, options, negated) => {
                let found = conditions::number_in(value, options, chunk)?;
                Some(if *negated { found.not() } else { found })
            }
            Self::Holds(node, wanted) => {
                let truths = node.truths(chunk)?;
                Some(if *wanted { truths } else { truths.not() })
            }
            Self::Group(group, parts) => {
                let deciding = *group != Group::All;
                let mut sum = Truths::constant(!deciding, chunk.len);
                for part in parts {
                    let part = part.truths(chunk)?;
                    sum = if deciding { sum.or(&part) } else { sum.and(&part) };
                }
                Some(if *group == Group::None { sum.not() } else { sum })
            }
        }
    }
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::Text(text) => Some(text.to_string()),
        _ => None,
    }
}

fn constant<'a>(value: &Value) -> Option<Node<'a>> {
    match value {
        Value::Number(number) => Some(Node::Constant { near: Near::new(number), places: places_of(number) }),
        _ => None,
    }
}
