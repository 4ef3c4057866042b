//! Amounts of money over chunks: the twin of [`domain::policies::Award::find`].

use std::cmp::Ordering;

use domain::policies::{Band, BandAward, Fen, Money, Part, PartRule, Rounding};
use formula::{Exact, Formula};

use super::{Chunk, Node, Reads, compile, conditions};
use crate::{
    decimals::{Near, places_of},
    lanes::{DOUBT, KNOWN, Lane, Numbers, Truths},
};

/// An award prepared for a population. It says the cents the exact award comes to, or that it cannot tell.
#[derive(Debug)]
pub(crate) struct Amounts<'a> {
    parts: Vec<PartAmounts<'a>>,
    cap: Option<Node<'a>>,
    rounding: Rounding,
}

/// What is told of one amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Told {
    /// So many cents.
    Cents(Fen),
    /// Data are missing, or the amount is not defined.
    Nothing,
    /// The exact award is to be asked.
    Doubt,
}

#[derive(Debug)]
pub(super) struct PartAmounts<'a> {
    when: Option<Node<'a>>,
    rule: Rule<'a>,
    cap: Option<Node<'a>>,
}

#[derive(Debug)]
enum Rule<'a> {
    Value(Node<'a>),
    Bands { value: Node<'a>, bands: &'a [Band], marginal: bool },
}

impl<'a> Amounts<'a> {
    /// `None` when it holds something that is only found one by one.
    pub(crate) fn compile(money: &'a Money, reads: Reads<'a>) -> Option<Self> {
        let parts =
            money.parts.iter().map(|part| PartAmounts::compile(part, reads)).collect::<Option<_>>()?;
        Some(Self { parts, cap: optional(money.cap.as_ref(), reads)?, rounding: money.rounding })
    }

    /// What each enterprise of the chunk gets; `None` when that is only found one by one.
    pub(crate) fn told(&self, chunk: Chunk) -> Option<Vec<Told>> {
        let mut sum = nothing(chunk);
        for part in &self.parts {
            sum = sum.add(&part.yuan(chunk)?);
        }
        let units = in_units(capped(sum, self.cap.as_ref(), chunk)?, self.rounding);
        let unit = self.rounding.to.0.max(1);
        let told = units.value.iter().zip(&units.state).map(|(&units, &state)| match state {
            KNOWN => cents(units, unit),
            DOUBT => Told::Doubt,
            _ => Told::Nothing,
        });
        Some(told.collect())
    }
}

/// The node of a formula that may not be there; `None` when it is and is only evaluated row by row.
pub(super) fn optional<'a>(formula: Option<&Formula>, reads: Reads<'a>) -> Option<Option<Node<'a>>> {
    match formula {
        Some(formula) => compile::node(formula.expr(), reads).map(Some),
        None => Some(None),
    }
}

impl<'a> PartAmounts<'a> {
    pub(super) fn compile(part: &'a Part, reads: Reads<'a>) -> Option<Self> {
        let rule = match &part.rule {
            PartRule::Formula(formula) => Rule::Value(compile::node(formula.expr(), reads)?),
            PartRule::Bands { value, bands, marginal, .. } => {
                Rule::Bands { value: compile::node(value.expr(), reads)?, bands, marginal: *marginal }
            }
        };
        let (when, cap) = (optional(part.when.as_ref(), reads)?, optional(part.cap.as_ref(), reads)?);
        Some(Self { when, rule, cap })
    }
}

impl PartAmounts<'_> {
    /// Whether the part is given; always when nothing says when.
    pub(super) fn given(&self, chunk: Chunk) -> Option<Option<Truths>> {
        match &self.when {
            Some(when) => when.truths(chunk).map(Some),
            None => Some(None),
        }
    }

    /// What it comes to where it is given, cap applied.
    pub(super) fn worth(&self, chunk: Chunk) -> Option<Numbers> {
        let yuan = match &self.rule {
            Rule::Value(node) => node.numbers(chunk)?,
            Rule::Bands { value, bands, marginal: true } => by_slices(&value.numbers(chunk)?, bands, chunk),
            Rule::Bands { value, bands, marginal: false } => by_band(&value.numbers(chunk)?, bands, chunk)?,
        };
        capped(yuan, self.cap.as_ref(), chunk)
    }

    fn yuan(&self, chunk: Chunk) -> Option<Numbers> {
        let yuan = self.worth(chunk)?;
        match self.given(chunk)? {
            None => Some(yuan),
            Some(given) => choose(&given, yuan, nothing(chunk)),
        }
    }
}

/// The whole value under the band it lies in.
fn by_band(value: &Numbers, bands: &[Band], chunk: Chunk) -> Option<Numbers> {
    let mut chosen = nothing_of(value, chunk);
    for band in bands {
        let given = match &band.award {
            BandAward::Fixed(yuan) => constant(yuan, chunk),
            BandAward::Rate(rate) => constant(rate, chunk).multiply(value),
        };
        let reached = match &band.lower {
            None => Truths { holds: vec![true; chunk.len], state: value.state.clone() },
            Some(lower) => value.compare(&constant(lower, chunk), |order: Ordering| {
                order.is_gt() || (band.lower_inclusive && order.is_eq())
            }),
        };
        chosen = choose(&reached, given, chosen)?;
    }
    Some(chosen)
}

/// Each rate on what lies within its band.
fn by_slices(value: &Numbers, bands: &[Band], chunk: Chunk) -> Numbers {
    let mut sum = nothing_of(value, chunk);
    for (index, band) in bands.iter().enumerate() {
        let BandAward::Rate(rate) = &band.award else { continue };
        let upper = bands.get(index + 1).and_then(|next| next.lower.as_ref());
        let top = match upper {
            Some(upper) => value.clone().smaller(&constant(upper, chunk)),
            None => value.clone(),
        };
        let within = match &band.lower {
            Some(lower) => top.subtract(&constant(lower, chunk)),
            None => top,
        };
        sum = sum.add(&within.larger(&nothing(chunk)).multiply(&constant(rate, chunk)));
    }
    sum
}

/// Between nothing and the cap.
fn capped(yuan: Numbers, cap: Option<&Node<'_>>, chunk: Chunk) -> Option<Numbers> {
    let yuan = yuan.larger(&nothing(chunk));
    match cap {
        None => Some(yuan),
        Some(cap) => Some(yuan.smaller(&cap.numbers(chunk)?.larger(&nothing(chunk)))),
    }
}

/// Yuan in whole units of the rounding.
pub(super) fn in_units(yuan: Numbers, rounding: Rounding) -> Numbers {
    let len = yuan.len();
    let mut units = yuan.multiply(&Numbers::constant(100.0, 0.0, Some(-2), len));
    let unit = rounding.to.0.max(1);
    if unit > 1 {
        let places = units.places;
        units = units.divide(&constant(&Exact::from(unit), Chunk { start: 0, len }));
        // Decimals divided by a power of ten stay decimals.
        units.places = places.zip(power_of_ten(unit)).map(|(places, power)| places + power);
    }
    if rounding.down { units.whole(f64::floor, 0.0) } else { units.whole(f64::round, 0.5) }
}

/// Which power of ten a unit is, if it is one.
fn power_of_ten(unit: i64) -> Option<i32> {
    let power = unit.checked_ilog10()?;
    (10i64.pow(power) == unit).then(|| power.cast_signed())
}

#[expect(clippy::cast_possible_truncation, reason = "whole numbers below 4e15")]
pub(super) fn cents(units: f64, unit: i64) -> Told {
    match (units as i64).checked_mul(unit) {
        Some(cents) => Told::Cents(Fen(cents).min(Fen::MOST)),
        None => Told::Doubt,
    }
}

pub(super) fn constant(exact: &Exact, chunk: Chunk) -> Numbers {
    let near = Near::new(exact);
    Numbers::constant(near.value, near.error, places_of(exact), chunk.len)
}

pub(super) fn nothing(chunk: Chunk) -> Numbers {
    Numbers::constant(0.0, 0.0, Some(0), chunk.len)
}

/// Nothing, where the value is known: whatever its bands give, it must be.
fn nothing_of(value: &Numbers, chunk: Chunk) -> Numbers {
    Numbers { state: value.state.clone(), ..nothing(chunk) }
}

pub(super) fn choose(condition: &Truths, then: Numbers, otherwise: Numbers) -> Option<Numbers> {
    match conditions::choose(condition, Lane::Numbers(then), &Lane::Numbers(otherwise))? {
        Lane::Numbers(numbers) => Some(numbers),
        Lane::Truths(_) => None,
    }
}
