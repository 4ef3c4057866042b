//! Formulas over chunks of enterprises: the syntax tree of `formula`, walked once per chunk instead of once per row.

mod award;
mod compile;
mod conditions;
mod items;
mod limit;
mod periods;
mod reads;
mod requirement;
mod results;

use std::cmp::Ordering;

use formula::{BinaryOperator, Expr};

use crate::{
    Population,
    decimals::Near,
    lanes::{Lane, Numbers, Truths},
};
pub(crate) use award::{Amounts, Told};
pub(crate) use items::TextSource;
use items::{DateSource, LabelSource, NumberSource, TruthSource};
pub(crate) use limit::{Limited, Limits};
pub(crate) use reads::Reads;
pub(crate) use requirement::Asked;
use results::{CodeSource, PointsSource};

/// How many enterprises a chunk has at most: small enough for its lanes to stay in the first-level cache.
pub(crate) const CHUNK: usize = 1024;

/// A formula prepared for a population. It gives what the exact evaluator gives, or says that it cannot tell.
#[derive(Debug)]
pub(crate) struct Program<'a> {
    root: Node<'a>,
}

/// Some enterprises next to each other.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Chunk {
    /// The first one.
    pub(crate) start: usize,
    /// How many, at most [`CHUNK`].
    pub(crate) len: usize,
}

/// A node of the tree, names resolved to columns.
#[derive(Debug)]
enum Node<'a> {
    Constant { near: Near, places: Option<i32> },
    Number(NumberSource<'a>),
    Truth(bool),
    TruthItem(TruthSource<'a>),
    Label(LabelSource<'a>),
    CodeIn { source: CodeSource<'a>, options: Vec<String>, negated: bool },
    Points(PointsSource<'a>),
    Days(DateSource<'a>),
    Years(DateSource<'a>),
    TextIn { source: TextSource<'a>, options: Vec<String>, negated: bool },
    Negate(Box<Node<'a>>),
    Not(Box<Node<'a>>),
    Arithmetic(BinaryOperator, Box<Node<'a>>, Box<Node<'a>>),
    Compare(BinaryOperator, Box<Node<'a>>, Box<Node<'a>>),
    Both(Box<Node<'a>>, Box<Node<'a>>),
    Either(Box<Node<'a>>, Box<Node<'a>>),
    NumberIn(Box<Node<'a>>, Vec<Node<'a>>),
    If(Box<Node<'a>>, Box<Node<'a>>, Box<Node<'a>>),
    Bands { subject: Box<Node<'a>>, arms: Vec<BandArm<'a>>, otherwise: Box<Node<'a>> },
    Smallest(Vec<Node<'a>>),
    Largest(Vec<Node<'a>>),
    Clamp(Box<Node<'a>>, Box<Node<'a>>, Box<Node<'a>>),
    Absolute(Box<Node<'a>>),
    Whole(Box<Node<'a>>, Whole),
    Logarithm(Box<Node<'a>>),
    Total(Vec<Node<'a>>),
    Mean(Vec<Node<'a>>),
    Growth(Vec<Node<'a>>),
    Counted(Vec<Node<'a>>),
    OrElse(Box<Node<'a>>, Box<Node<'a>>),
    IsMissing(Box<Node<'a>>),
}

#[derive(Debug)]
struct BandArm<'a> {
    inclusive: bool,
    edge: Node<'a>,
    value: Node<'a>,
}

#[derive(Debug, Clone, Copy)]
enum Whole {
    Floor,
    Ceil,
    Round(i32),
}

impl<'a> Program<'a> {
    /// Prepares an expression; `None` when it holds something that is only evaluated row by row.
    pub(crate) fn compile(expr: &Expr, population: &'a Population) -> Option<Self> {
        Some(Self { root: compile::node(expr, population.into())? })
    }

    /// Evaluates a number formula. Lanes of typed values have no errors.
    pub(crate) fn numbers(&self, chunk: Chunk) -> Option<Numbers> {
        match &self.root {
            Node::Number(source) if source.is_typed() => Some(source.read_typed(chunk)),
            root => root.numbers(chunk),
        }
    }

    /// Evaluates a condition.
    pub(crate) fn truths(&self, chunk: Chunk) -> Option<Truths> {
        self.root.truths(chunk)
    }
}

impl Node<'_> {
    fn run(&self, chunk: Chunk) -> Option<Lane> {
        Some(match self {
            Self::Constant { near, places } => {
                Lane::Numbers(Numbers::constant(near.value, near.error, *places, chunk.len))
            }
            Self::Number(source) => Lane::Numbers(source.read(chunk)),
            Self::Truth(holds) => Lane::Truths(Truths::constant(*holds, chunk.len)),
            Self::TruthItem(source) => Lane::Truths(source.read(chunk)),
            Self::Label(source) => Lane::Truths(source.read(chunk)),
            Self::TextIn { source, options, negated } => Lane::Truths(source.is_in(chunk, options, *negated)),
            Self::CodeIn { source, options, negated } => Lane::Truths(source.is_in(chunk, options, *negated)),
            Self::Points(source) => Lane::Numbers(source.read(chunk)),
            Self::Days(source) => Lane::Numbers(source.days(chunk)),
            Self::Years(source) => Lane::Numbers(source.years(chunk)),
            Self::Negate(inner) => Lane::Numbers(inner.numbers(chunk)?.negate()),
            Self::Absolute(inner) => Lane::Numbers(inner.numbers(chunk)?.absolute()),
            Self::Logarithm(inner) => Lane::Numbers(inner.numbers(chunk)?.logarithm()),
            Self::Whole(inner, whole) => Lane::Numbers(whole.of(inner.numbers(chunk)?)),
            Self::Arithmetic(operator, left, right) => {
                Lane::Numbers(arithmetic(*operator, left.numbers(chunk)?, &right.numbers(chunk)?))
            }
            Self::Smallest(nodes) => Lane::Numbers(fold(nodes, chunk, Numbers::smaller)?),
            Self::Largest(nodes) => Lane::Numbers(fold(nodes, chunk, Numbers::larger)?),
            Self::Total(nodes) => Lane::Numbers(fold(nodes, chunk, Numbers::add)?),
            Self::Mean(nodes) => Lane::Numbers(periods::mean(nodes, chunk)?),
            Self::Growth(nodes) => Lane::Numbers(periods::growth(nodes, chunk)?),
            Self::Counted(nodes) => Lane::Numbers(periods::counted(nodes, chunk)?),
            Self::Clamp(value, low, high) => Lane::Numbers(conditions::clamp([value, low, high], chunk)?),
            _ => return self.run_condition(chunk),
        })
    }

    fn run_condition(&self, chunk: Chunk) -> Option<Lane> {
        Some(match self {
            Self::Not(inner) => Lane::Truths(inner.truths(chunk)?.not()),
            Self::Compare(operator, left, right) => {
                let (left, right) = (left.numbers(chunk)?, right.numbers(chunk)?);
                Lane::Truths(left.compare(&right, |order| accepts(*operator, order)))
            }
            Self::Both(left, right) => Lane::Truths(left.truths(chunk)?.and(&right.truths(chunk)?)),
            Self::Either(left, right) => Lane::Truths(left.truths(chunk)?.or(&right.truths(chunk)?)),
            Self::NumberIn(value, options) => Lane::Truths(conditions::number_in(value, options, chunk)?),
            Self::If(condition, then, otherwise) => {
                let condition = condition.truths(chunk)?;
                conditions::choose(&condition, then.run(chunk)?, &otherwise.run(chunk)?)?
            }
            Self::Bands { subject, arms, otherwise } => conditions::bands(subject, arms, otherwise, chunk)?,
            Self::OrElse(value, substitute) => {
                conditions::or_else(value.run(chunk)?, &substitute.run(chunk)?)?
            }
            Self::IsMissing(inner) => Lane::Truths(conditions::is_missing(&inner.run(chunk)?)),
            _ => return None,
        })
    }

    fn numbers(&self, chunk: Chunk) -> Option<Numbers> {
        match self.run(chunk)? {
            Lane::Numbers(numbers) => Some(numbers),
            Lane::Truths(_) => None,
        }
    }

    fn truths(&self, chunk: Chunk) -> Option<Truths> {
        match self.run(chunk)? {
            Lane::Truths(truths) => Some(truths),
            Lane::Numbers(_) => None,
        }
    }
}

fn fold(nodes: &[Node<'_>], chunk: Chunk, step: fn(Numbers, &Numbers) -> Numbers) -> Option<Numbers> {
    let (first, rest) = nodes.split_first()?;
    rest.iter().try_fold(first.numbers(chunk)?, |sum, node| Some(step(sum, &node.numbers(chunk)?)))
}

fn arithmetic(operator: BinaryOperator, left: Numbers, right: &Numbers) -> Numbers {
    match operator {
        BinaryOperator::Add => left.add(right),
        BinaryOperator::Subtract => left.subtract(right),
        BinaryOperator::Multiply => left.multiply(right),
        _ => left.divide(right),
    }
}

/// Whether a comparison operator holds for sides that compare so.
fn accepts(operator: BinaryOperator, order: Ordering) -> bool {
    match operator {
        BinaryOperator::Equal => order.is_eq(),
        BinaryOperator::NotEqual => order.is_ne(),
        BinaryOperator::Less => order.is_lt(),
        BinaryOperator::AtMost => order.is_le(),
        BinaryOperator::Greater => order.is_gt(),
        _ => order.is_ge(),
    }
}

impl Whole {
    fn of(self, numbers: Numbers) -> Numbers {
        match self {
            Self::Floor => numbers.whole(f64::floor, 0.0),
            Self::Ceil => numbers.whole(f64::ceil, 0.0),
            Self::Round(digits) => {
                let len = numbers.len();
                let power = Numbers::constant(10f64.powi(digits.abs()), 0.0, Some(0), len);
                let scale = |numbers: Numbers, up: bool| {
                    let places =
                        numbers.places.map(|places| if up { places - digits } else { places + digits });
                    let mut scaled =
                        if up == (digits >= 0) { numbers.multiply(&power) } else { numbers.divide(&power) };
                    scaled.places = places;
                    scaled
                };
                scale(scale(numbers, true).whole(f64::round, 0.5), false)
            }
        }
    }
}
