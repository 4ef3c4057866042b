//! Limits and rates over chunks: the twin of [`domain::finance::offer`], as far as standing and limit go.

use domain::{
    finance::{Product, Rate},
    policies::{Fen, Rounding},
};

use super::{
    Chunk, Node, Reads,
    award::{PartAmounts, Told, cents, choose, in_units, nothing, optional},
    compile,
};
use crate::lanes::{DOUBT, KNOWN, MISSING, UNDEFINED};

/// More than any cap: what the least of no caps is.
const NO_CAP: f64 = 1e300;

/// The limit and the rate of a product, prepared for a population.
#[derive(Debug)]
pub(crate) struct Limits<'a> {
    caps: Vec<PartAmounts<'a>>,
    down_to: Fen,
    least: Option<Fen>,
    base: Node<'a>,
    steps: Vec<(Option<Node<'a>>, Node<'a>)>,
}

/// What is told of one enterprise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Limited {
    /// The limit.
    pub(crate) limit: Told,
    /// Whether the rate is known; `None` when the exact offer is to be asked.
    pub(crate) rated: Option<bool>,
}

impl<'a> Limits<'a> {
    /// `None` when it holds something that is only found one by one.
    pub(crate) fn compile(product: &'a Product, reads: Reads<'a>) -> Option<Self> {
        let Rate { base, steps, .. } = &product.rate;
        let steps = steps.iter().map(|step| {
            Some((optional(step.when.as_ref(), reads)?, compile::node(step.amount.expr(), reads)?))
        });
        let caps = product.limit.caps.iter().map(|cap| PartAmounts::compile(cap, reads));
        Some(Self {
            caps: caps.collect::<Option<_>>()?,
            down_to: product.limit.down_to,
            least: product.limit.least,
            base: compile::node(base.expr(), reads)?,
            steps: steps.collect::<Option<_>>()?,
        })
    }

    /// What each enterprise of the chunk is told; `None` when that is only found one by one.
    pub(crate) fn told(&self, chunk: Chunk) -> Option<Vec<Limited>> {
        let (limits, rates) = (self.limits(chunk)?, self.rates(chunk)?);
        let both = limits.into_iter().zip(rates).map(|(limit, rate)| Limited {
            limit,
            rated: match rate {
                KNOWN => Some(true),
                DOUBT => None,
                _ => Some(false),
            },
        });
        Some(both.collect())
    }

    /// The least of the caps that apply, rounded down.
    fn limits(&self, chunk: Chunk) -> Option<Vec<Told>> {
        let mut least = nothing(chunk);
        least.value.fill(NO_CAP);
        for cap in &self.caps {
            let worth = cap.worth(chunk)?.smaller(&least);
            least = match cap.given(chunk)? {
                None => worth,
                Some(given) => choose(&given, worth, least)?,
            };
        }
        let none: Vec<bool> = least
            .value
            .iter()
            .zip(&least.state)
            .map(|(value, state)| (*value, *state) == (NO_CAP, KNOWN))
            .collect();
        let units = in_units(least, Rounding { to: self.down_to, down: true });
        let unit = self.down_to.0.max(1);
        let told =
            units.value.iter().zip(&units.state).zip(none).map(|((&units, &state), none)| match state {
                MISSING | UNDEFINED => Told::Nothing,
                _ if none => Told::Cents(Fen::ZERO),
                DOUBT => Told::Doubt,
                _ => match cents(units, unit) {
                    Told::Cents(amount) if self.least.is_some_and(|least| amount < least) => {
                        Told::Cents(Fen::ZERO)
                    }
                    told => told,
                },
            });
        Some(told.collect())
    }

    /// How far the rate of everybody is known.
    fn rates(&self, chunk: Chunk) -> Option<Vec<u8>> {
        let mut sum = self.base.numbers(chunk)?;
        for (when, amount) in &self.steps {
            let amount = amount.numbers(chunk)?;
            let amount = match when {
                Some(when) => choose(&when.truths(chunk)?, amount, nothing(chunk))?,
                None => amount,
            };
            sum = sum.add(&amount);
        }
        Some(sum.state)
    }
}
