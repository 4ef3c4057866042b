//! One rule of one indicator for one stage and field, prepared for many values.
//!
//! A kernel gives what [`domain::evaluation::points_of`] gives for a known value, or `None` when the error of the value
//! leaves the decision open. Everything that does not depend on the value is settled beforehand by the exact rules.

mod affine;
mod percentile;
mod prepare;
mod steps;

use domain::{Points, evaluation::Flags};

use crate::{decimals::Given, program::Program};
use affine::Affine;
pub(crate) use affine::Middle;
pub(crate) use percentile::Percentile;
pub(crate) use prepare::Setting;
use steps::{Bands, Helpings};

/// Points in 10⁻⁴ and what is remarkable about them.
pub(crate) type Decision = (i64, Flags);

/// What to do with the values of one indicator in one stage and field.
#[derive(Debug)]
pub(crate) struct Kernel<'a> {
    /// What a missing value is worth.
    pub(crate) missing: Decision,
    /// What an undefined value is worth.
    pub(crate) undefined: Decision,
    /// What to do with a known value.
    pub(crate) method: Method<'a>,
    /// Flags of every known value (fallback used, no reference).
    pub(crate) always: Flags,
    /// Whether the rule sees values rounded to 12 places.
    pub(crate) entered: bool,
}

/// How a known value becomes points.
#[derive(Debug)]
pub(crate) enum Method<'a> {
    /// The stage gives this indicator no points, whatever the value.
    NotApplicable,
    /// The same for every known value.
    Fixed(Decision),
    /// The last band whose lower edge is reached.
    Bands(Bands),
    /// Whole helpings.
    Helpings(Helpings),
    /// An amount that grows or falls in proportion.
    Affine(Affine),
    /// A place among the population.
    Percentile(Percentile<'a>),
    /// Points by a formula: its values come in place of the indicator's.
    Formula(Program<'a>, Affine),
    /// Every value by the exact rules.
    Exactly,
}

impl Kernel<'_> {
    /// How many values this kernel has decided by exact arithmetic.
    pub(crate) fn asked(&self) -> u64 {
        match &self.method {
            Method::Affine(affine) | Method::Formula(_, affine) => affine.asked(),
            _ => 0,
        }
    }

    /// What a known value is worth; `None` where the exact rules must decide.
    pub(crate) fn decide(&self, given: Given) -> Option<Decision> {
        let (points, flags) = match &self.method {
            Method::Fixed(decision) => *decision,
            Method::Bands(bands) => bands.decide(given)?,
            Method::Helpings(helpings) => helpings.decide(given)?,
            Method::Affine(affine) => affine.decide(given)?,
            Method::Percentile(percentile) => percentile.decide(given)?,
            Method::NotApplicable => (0, Flags::NOT_APPLICABLE),
            Method::Formula(..) | Method::Exactly => return None,
        };
        Some((points, flags | self.always))
    }
}

fn plain((points, flags): (Points, Flags)) -> Decision {
    (points.0, flags)
}
