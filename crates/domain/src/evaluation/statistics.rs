//! Statistics of a peer group, exactly. Everything kept is rounded half up to [`PLACES`] places.

use std::{cmp::Ordering, collections::BTreeMap};

use formula::Exact;

use super::{Ask, Distribution, PLACES, Reference};
use crate::indicators::PercentileConvention;

/// The statistics `ask` wants of `values`; `None` when there are none. The values are rounded already
/// ([`super::entering`]), in any order.
#[must_use]
pub fn reference_of(mut values: Vec<Exact>, ask: &Ask) -> Option<Reference> {
    values.sort_unstable();
    let count = u32::try_from(values.len()).ok()?;
    let (mut minimum, mut maximum) = (values.first()?.clone(), values.last()?.clone());
    if let Some(cut) = &ask.winsorise {
        minimum = quantile(&values, &cut.lower)?;
        maximum = quantile(&values, &cut.upper)?;
    }
    let (mean, deviation) = if ask.moments { moments(&values) } else { (None, None) };
    let distribution = ask.distribution.then(|| Distribution::of(&values));
    Some(Reference { count, minimum, maximum, mean, deviation, distribution })
}

/// The quantile of type 7 of ascending values: x[h] + (h − ⌊h⌋)·(x[h+1] − x[h]) with h = (n − 1)·share counted from 0,
/// rounded half up to [`PLACES`] places. `share` is kept within 0 … 1. `None` without values.
#[must_use]
pub fn quantile(ascending: &[Exact], share: &Exact) -> Option<Exact> {
    let last = ascending.len().checked_sub(1)?;
    let share = share.clone().clamp(Exact::ZERO, Exact::ONE);
    let place = &Exact::from(i64::try_from(last).ok()?) * &share;
    let whole = place.floor();
    let index = usize::try_from(whole.to_i64()?).ok()?;
    let low = ascending.get(index)?;
    let high = ascending.get(index + 1).unwrap_or(low);
    let between = &(&place - &whole) * &(high - low);
    Some((low + &between).round_half_up(PLACES))
}

/// Mean and standard deviation (n − 1) of values in any order; no deviation for fewer than two values.
fn moments(values: &[Exact]) -> (Option<Exact>, Option<Exact>) {
    let sum = values.iter().fold(Exact::ZERO, |sum, value| &sum + value);
    let squares = values.iter().fold(Exact::ZERO, |sum, value| &sum + &(value * value));
    let count = i64::try_from(values.len()).unwrap_or(i64::MAX);
    (mean_of(count, &sum), deviation_of(count, &sum, &squares))
}

/// The mean of `count` values with this sum, rounded half up to [`PLACES`] places.
#[must_use]
pub fn mean_of(count: i64, sum: &Exact) -> Option<Exact> {
    Some(sum.checked_div(&Exact::from(count))?.round_half_up(PLACES))
}

/// The standard deviation (n − 1) of `count` values with this sum and sum of squares: the exact square root of
/// (n·Σx² − (Σx)²) / (n·(n − 1)), rounded half up to [`PLACES`] places. `None` for fewer than two values.
#[must_use]
pub fn deviation_of(count: i64, sum: &Exact, squares: &Exact) -> Option<Exact> {
    let n = Exact::from(count);
    let spread = &(&n * squares) - &(sum * sum);
    let variance = spread.checked_div(&(&n * &Exact::from(count - 1)))?;
    variance.square_root(u16::try_from(PLACES).ok()?)
}

impl Distribution {
    /// The distribution of ascending values.
    #[must_use]
    pub fn of(ascending: &[Exact]) -> Self {
        let mut distribution =
            Self { count: u32::try_from(ascending.len()).unwrap_or(u32::MAX), ..Self::default() };
        let mut previous = None;
        for (below, value) in (0u32..).zip(ascending) {
            if previous == Some(value) {
                continue;
            }
            previous = Some(value);
            let double = value.to_f64();
            if Exact::from_f64_shortest(double).as_ref() != Some(value) {
                distribution.exact.insert(distribution.values.len(), value.clone());
            }
            distribution.values.push(double);
            distribution.below.push(below);
        }
        distribution
    }

    /// The distinct value at `index`, in full.
    #[must_use]
    pub fn value(&self, index: usize) -> Option<Exact> {
        let double = *self.values.get(index)?;
        self.exact.get(&index).cloned().or_else(|| Exact::from_f64_shortest(double))
    }

    /// How many known values lie below `value`, and how many equal it. The value need not be among them.
    #[must_use]
    pub fn position(&self, value: &Exact) -> (u32, u32) {
        // Rounding to a double keeps the order, so only neighbours that share the double need the exact comparison.
        let double = value.to_f64();
        let mut index = self.values.partition_point(|other| *other < double);
        while index < self.values.len() && self.values[index] <= double {
            match self.value(index).map_or(Ordering::Greater, |other| other.cmp(value)) {
                Ordering::Less => index += 1,
                Ordering::Equal => {
                    let below = self.before(index);
                    return (below, self.before(index + 1).saturating_sub(below));
                }
                Ordering::Greater => break,
            }
        }
        (self.before(index), 0)
    }

    fn before(&self, index: usize) -> u32 {
        self.below.get(index).copied().unwrap_or(self.count)
    }
}

/// The share a percentile rule gives to a value with `below` worse and `equal` like values (itself included where it
/// was part of the population) among `count`. May exceed 1 for a value that was not part of the population.
#[must_use]
pub fn percentile_share(
    convention: PercentileConvention,
    below: u32,
    equal: u32,
    count: u32,
) -> Option<Exact> {
    let (below, equal, count) = (i128::from(below), i128::from(equal), i128::from(count));
    match convention {
        PercentileConvention::MeanRank => Exact::ratio(2 * below + equal + 1, 2 * count),
        PercentileConvention::Competition if count == 1 => Some(Exact::ONE),
        PercentileConvention::Competition => Exact::ratio(below, count - 1),
    }
}

/// Values by group, collected row by row.
pub(super) type Collected = BTreeMap<(usize, super::GroupKey), Vec<Exact>>;
