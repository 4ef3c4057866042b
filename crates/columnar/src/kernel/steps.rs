//! Bands and whole helpings.

use std::cmp::Ordering;

use domain::indicators::{Award, Band};
use formula::Exact;

use super::{Decision, affine::Limits};
use crate::decimals::{Given, Near, Threshold, ULP};

/// Bands with what each is worth, settled.
#[derive(Debug)]
pub(crate) struct Bands {
    below: Decision,
    bands: Vec<(Option<Threshold>, bool, Decision)>,
}

impl Bands {
    pub(super) fn new(bands: &[Band], limits: &Limits) -> Self {
        let one = |band: &Band| {
            (band.lower.as_ref().map(Threshold::new), band.lower_inclusive, limits.settle(&band.award))
        };
        Self { below: limits.settle(&Award::Share(Exact::ZERO)), bands: bands.iter().map(one).collect() }
    }

    /// A step at `edge`: full share at and above it, none below.
    pub(super) fn step(edge: &Exact, limits: &Limits) -> Self {
        Self {
            below: limits.settle(&Award::Share(Exact::ZERO)),
            bands: vec![(Some(Threshold::new(edge)), true, limits.settle(&Award::Share(Exact::ONE)))],
        }
    }

    pub(super) fn decide(&self, given: Given) -> Option<Decision> {
        for (edge, inclusive, decision) in self.bands.iter().rev() {
            let Some(edge) = edge else { return Some(*decision) };
            match edge.compare(given)? {
                Ordering::Greater => return Some(*decision),
                Ordering::Equal if *inclusive => return Some(*decision),
                _ => {}
            }
        }
        Some(self.below)
    }
}

/// The most helpings that are settled beforehand.
const MOST_HELPINGS: usize = 4096;

/// What 0, 1, 2 … whole helpings are worth; the last stands for all above.
#[derive(Debug)]
pub(crate) struct Helpings {
    per: Near,
    /// One helping is one: whole values are whole helpings.
    each: bool,
    worth: Vec<Decision>,
}

impl Helpings {
    /// `None` when the worth does not settle within a few thousand helpings.
    pub(super) fn new(per: &Exact, award: &Award, limits: &Limits) -> Option<Self> {
        if *per <= Exact::ZERO {
            return None;
        }
        let worth_of = |count: usize| {
            let count = Exact::from(i64::try_from(count).unwrap_or(i64::MAX));
            limits.settle(&match award {
                Award::Points(each) => Award::Points(&count * each),
                Award::Share(each) => Award::Share(&count * each),
            })
        };
        let mut worth = vec![worth_of(0)];
        while worth.len() <= MOST_HELPINGS {
            let next = worth_of(worth.len());
            let capped = next.1 == domain::evaluation::Flags::CAPPED;
            worth.push(next);
            if capped {
                return Some(Self { per: Near::new(per), each: *per == Exact::ONE, worth });
            }
        }
        None
    }

    pub(super) fn decide(&self, given: Given) -> Option<Decision> {
        let helpings = given.value / self.per.value;
        let error = (given.error + helpings.abs() * self.per.error) / (self.per.value - self.per.error)
            * 1.01
            + helpings.abs() * 2.0 * ULP;
        let nearest = helpings.round();
        let exact = given.error == 0.0 && self.each;
        if !exact && nearest > 0.0 && (helpings - nearest).abs() <= error {
            return None;
        }
        let last = self.worth.len() - 1;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "between 0 and the table's end"
        )]
        let index = helpings.floor().clamp(0.0, last as f64) as usize;
        Some(self.worth[index])
    }
}
