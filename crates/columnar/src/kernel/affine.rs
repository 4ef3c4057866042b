//! Amounts in proportion to the value: linear, min-max, z-score, per unit.

use std::cell::Cell;

use domain::{
    Points,
    evaluation::{Flags, rules::settle},
    indicators::Award,
};
use formula::Exact;

use super::{Decision, plain};
use crate::decimals::{Given, Near, Threshold, ULP, nearest, nearest_integer};

/// Floor, cap and full points of one indicator in one stage.
#[derive(Debug, Clone)]
pub(super) struct Limits {
    pub(super) full: Points,
    pub(super) floor: Exact,
    pub(super) cap: Exact,
}

impl Limits {
    pub(super) fn settle(&self, award: &Award) -> Decision {
        plain(settle(award, self.full, &self.floor, &self.cap))
    }

    /// Least and most points; as [`settle`] has them.
    fn ends(&self) -> (Exact, Exact) {
        let full = self.full.exact();
        let least = if self.floor.is_negative() { Exact::ZERO } else { &self.floor * &full };
        let most = if self.cap >= Exact::ONE { full } else { &self.cap * &full };
        (least, most)
    }
}

/// The amount `slope·value + start`, kept between least and most and rounded.
#[derive(Debug, Clone)]
pub(crate) struct Affine {
    rising: bool,
    /// The value at which the least amount is reached, and what lies beyond.
    least_at: Threshold,
    below: Decision,
    /// The value at which the most is reached, and what lies beyond.
    most_at: Threshold,
    above: Decision,
    /// Units of 10⁻⁴ at `least_at`, and units per unit of value.
    least: f64,
    slope: f64,
    /// Error of the amount besides what the value's own error makes.
    error: f64,
    full: i64,
    /// Amount per unit of value and amount at zero, exactly.
    exact: (Exact, Exact),
    limits: Limits,
    /// How many values exact arithmetic has decided.
    asked: Cell<u64>,
}

/// The plain middle of an amount: values surely between floor and cap.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Middle {
    low: f64,
    high: f64,
    origin: f64,
    least: f64,
    slope: f64,
    /// How far from a whole number an amount may lie so that rounding it is sure.
    sure: f64,
}

impl Middle {
    /// The middle in which no value lies.
    pub(crate) const NONE: Self =
        Self { low: f64::INFINITY, high: f64::NEG_INFINITY, origin: 0.0, least: 0.0, slope: 0.0, sure: 0.0 };

    /// Points of a value that means its own decimal; −1 where it is not in the middle or rounding is not sure. Without
    /// branches, as this is done for every value.
    #[inline]
    pub(crate) fn points(self, value: f64) -> i64 {
        let amount = self.least + self.slope * (value - self.origin);
        let sure = (amount - nearest(amount)).abs() < self.sure;
        if (value >= self.low) & (value <= self.high) & sure { nearest_integer(amount) } else { -1 }
    }
}

impl Affine {
    /// `None` when the amount does not depend on the value, or floor lies above cap.
    pub(super) fn new(slope: &Exact, start: &Exact, limits: &Limits) -> Option<Self> {
        let (least, most) = limits.ends();
        if slope.is_zero() || least > most {
            return None;
        }
        let at = |amount: &Exact| (amount - start).checked_div(slope);
        let (least_at, most_at) = (Threshold::new(&at(&least)?), Threshold::new(&at(&most)?));
        let units = |amount: &Exact| Near::new(&amount.shift(i32::from(Points::PLACES)));
        let (slope_units, least_units, most_units) = (units(slope), units(&least), units(&most));
        let origin = least_at.near();
        let reach = (most_at.near().value - origin.value).abs();
        let error = slope_units.value.abs() * (origin.error + reach * 4.0 * ULP)
            + slope_units.error * reach
            + least_units.error
            + most_units.value.abs() * 4.0 * ULP;
        let beyond = |amount: Exact| limits.settle(&Award::Points(amount));
        Some(Self {
            rising: !slope.is_negative(),
            least_at,
            below: beyond(&least - &Exact::ONE),
            most_at,
            above: beyond(&most + &Exact::ONE),
            least: least_units.value,
            slope: slope_units.value,
            error: error * 1.01,
            full: limits.full.0,
            exact: (slope.clone(), start.clone()),
            limits: limits.clone(),
            asked: Cell::new(0),
        })
    }

    /// The plain middle for values that mean their own decimals; `None` where points would not fit.
    pub(crate) fn middle(&self) -> Option<Middle> {
        let full = i32::try_from(self.full).ok()?;
        let (low, high) =
            if self.rising { (self.least_at, self.most_at) } else { (self.most_at, self.least_at) };
        let (low, high) = (low.first_inside(), high.last_inside());
        let reach = low.abs().max(high.abs());
        let error = (self.error + self.slope.abs() * reach * ULP) * 1.01 + f64::from(full) * ULP;
        (error < 0.25).then_some(Middle {
            low,
            high,
            origin: self.least_at.near().value,
            least: self.least,
            slope: self.slope,
            sure: 0.5 - error,
        })
    }

    /// How many values exact arithmetic has decided so far.
    pub(crate) fn asked(&self) -> u64 {
        self.asked.get()
    }

    /// The decision by exact arithmetic, for a value that means its own decimal.
    fn decide_exactly(&self, given: Given) -> Option<Decision> {
        let value = Exact::from_f64_shortest(given.value).filter(|_| given.typed)?;
        self.asked.set(self.asked.get() + 1);
        let amount = &(&self.exact.0 * &value) + &self.exact.1;
        Some(self.limits.settle(&Award::Points(amount)))
    }

    pub(crate) fn decide(&self, given: Given) -> Option<Decision> {
        let past_least = self.least_at.compare(given)?;
        let past_most = self.most_at.compare(given)?;
        let (past_least, past_most) =
            if self.rising { (past_least, past_most) } else { (past_least.reverse(), past_most.reverse()) };
        if past_most.is_gt() {
            return Some(self.above);
        }
        if past_least.is_lt() {
            return Some(self.below);
        }
        let amount = self.least + self.slope * (given.value - self.least_at.near().value);
        let error = self.error + self.slope.abs() * given.error * 1.01;
        match round_half_up(amount, error) {
            Some(points) => Some((points.clamp(0, self.full), Flags::default())),
            None => self.decide_exactly(given),
        }
    }
}

/// The nearest whole number, halves upwards; `None` when the error reaches a half. For amounts at or above zero.
pub(super) fn round_half_up(amount: f64, error: f64) -> Option<i64> {
    let shifted = amount + 0.5;
    let whole = shifted.floor();
    let part = shifted - whole;
    let error = error + shifted.abs() * f64::EPSILON;
    let sure = part > error && part < 1.0 - error && shifted.abs() < 9e15;
    #[expect(clippy::cast_possible_truncation, reason = "whole and below 9·10^15")]
    sure.then_some(whole as i64)
}
