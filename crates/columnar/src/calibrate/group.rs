//! The statistics of one peer group.

use domain::evaluation::{
    Ask, Distribution, PLACES, Reference,
    statistics::{deviation_of, mean_of, reference_of},
};
use formula::Exact;

use super::{
    ascending::{Ascending, Seats},
    sort::sort_doubles,
};
use crate::decimals::{common_places, whole};

/// The known values of one peer group, as doubles that mean them.
#[derive(Debug)]
pub(super) struct Group {
    count: u32,
    least: f64,
    most: f64,
    /// Every value, where more than the ends is asked for.
    values: Option<Seats>,
    /// Values that no double means.
    odd: Vec<Exact>,
}

impl Group {
    pub(super) fn new(ask: &Ask) -> Self {
        let keep = ask.distribution || ask.moments || ask.winsorise.is_some();
        Self {
            count: 0,
            least: f64::INFINITY,
            most: f64::NEG_INFINITY,
            values: keep.then(Seats::default),
            odd: Vec::new(),
        }
    }

    #[inline]
    pub(super) fn push(&mut self, value: f64, row: u32) {
        match &mut self.values {
            Some(seats) => {
                seats.values.push(value);
                seats.rows.push(row);
            }
            None => {
                self.count += 1;
                self.least = if value < self.least { value } else { self.least };
                self.most = if value > self.most { value } else { self.most };
            }
        }
    }

    pub(super) fn push_odd(&mut self, value: Exact) {
        self.odd.push(value);
    }

    /// Room for so many values, where they are kept.
    pub(super) fn reserve(&mut self, count: usize) {
        self.values.iter_mut().for_each(|seats| seats.reserve(count));
    }

    /// What is asked for (`None` when nothing is known), and the values in order where they were put in order for it.
    pub(super) fn reference(mut self, ask: &Ask) -> (Option<Reference>, Option<Ascending>) {
        let Some(seats) = self.values.take() else { return (self.of_ends(ask), None) };
        if !self.odd.is_empty() {
            let doubles = seats.values.into_iter().filter_map(Exact::from_f64_shortest);
            return (reference_of(doubles.chain(self.odd).collect(), ask), None);
        }
        if !ask.distribution || ask.moments || ask.winsorise.is_some() {
            return (of_doubles(seats.values, ask), None);
        }
        match Ascending::of(seats) {
            Ok(ascending) => (of_distribution(distribution(|see| ascending.distinct(see))), Some(ascending)),
            Err(seats) => (of_doubles(seats.values, ask), None),
        }
    }

    fn of_ends(self, ask: &Ask) -> Option<Reference> {
        let known = u32::try_from(self.odd.len()).ok()?.checked_add(self.count)?;
        let ends = [self.least, self.most].into_iter().filter_map(Exact::from_f64_shortest);
        let ends = reference_of(ends.chain(self.odd).collect(), ask)?;
        Some(Reference { count: known, ..ends })
    }
}

/// Where nothing but the distribution is asked for.
fn of_distribution(distribution: Distribution) -> Option<Reference> {
    Some(Reference {
        count: distribution.count,
        minimum: exact(*distribution.values.first()?)?,
        maximum: exact(*distribution.values.last()?)?,
        mean: None,
        deviation: None,
        distribution: Some(distribution),
    })
}

fn of_doubles(mut values: Vec<f64>, ask: &Ask) -> Option<Reference> {
    let moments = if ask.moments { Some(moments(&values)) } else { None };
    if ask.winsorise.is_some() || ask.distribution {
        sort_doubles(&mut values);
    } else {
        keep_ends(&mut values);
    }
    let ends = || Some((exact(*values.first()?)?, exact(*values.last()?)?));
    let (minimum, maximum) = match &ask.winsorise {
        Some(cut) => (quantile(&values, &cut.lower)?, quantile(&values, &cut.upper)?),
        None => ends()?,
    };
    let count = u32::try_from(values.len()).ok()?;
    let (mean, deviation) = moments.unwrap_or_default();
    let distribution = ask.distribution.then(|| distribution(|see| distinct(&values, see)));
    Some(Reference { count, minimum, maximum, mean, deviation, distribution })
}

/// Puts the smallest value first and the largest last.
fn keep_ends(values: &mut [f64]) {
    let place = |values: &[f64], better: fn(f64, f64) -> bool| {
        (0..values.len()).reduce(|best, index| if better(values[index], values[best]) { index } else { best })
    };
    if let Some(least) = place(values, |a, b| a < b) {
        values.swap(0, least);
    }
    if let Some(most) = place(values, |a, b| a > b) {
        let last = values.len() - 1;
        values.swap(last, most);
    }
}

fn exact(value: f64) -> Option<Exact> {
    Exact::from_f64_shortest(value)
}

/// As [`domain::evaluation::quantile`], without making every value exact.
fn quantile(ascending: &[f64], share: &Exact) -> Option<Exact> {
    let last = ascending.len().checked_sub(1)?;
    let share = share.clone().clamp(Exact::ZERO, Exact::ONE);
    let place = &Exact::from(i64::try_from(last).ok()?) * &share;
    let whole = place.floor();
    let index = usize::try_from(whole.to_i64()?).ok()?;
    let low = exact(*ascending.get(index)?)?;
    let high = ascending.get(index + 1).and_then(|&value| exact(value)).unwrap_or_else(|| low.clone());
    let between = &(&place - &whole) * &(&high - &low);
    Some((&low + &between).round_half_up(PLACES))
}

/// Mean and deviation from integer sums; value by value where the integers would not hold them.
fn moments(values: &[f64]) -> (Option<Exact>, Option<Exact>) {
    let (sum, squares) = sums(values).unwrap_or_else(|| exact_sums(values));
    let count = i64::try_from(values.len()).unwrap_or(i64::MAX);
    (mean_of(count, &sum), deviation_of(count, &sum, &squares))
}

fn sums(values: &[f64]) -> Option<(Exact, Exact)> {
    let places = common_places(values)?;
    let power = 10f64.powi(places);
    let (mut sum, mut squares) = (0i128, 0i128);
    for value in values {
        let whole = i128::from(whole(*value, power));
        sum += whole;
        squares = squares.checked_add(whole * whole)?;
    }
    Some((Exact::scaled(sum, -places), Exact::scaled(squares, -2 * places)))
}

fn exact_sums(values: &[f64]) -> (Exact, Exact) {
    let values = values.iter().filter_map(|&value| exact(value));
    values.fold((Exact::ZERO, Exact::ZERO), |(sum, squares), value| {
        (&sum + &value, &squares + &(&value * &value))
    })
}

/// A distribution from a way to see every distinct value, ascending, with how many have it.
fn distribution(distinct: impl FnOnce(&mut dyn FnMut(f64, u32))) -> Distribution {
    let mut distribution = Distribution::default();
    distinct(&mut |value, count| {
        distribution.values.push(value);
        distribution.below.push(distribution.count);
        distribution.count += count;
    });
    distribution.values.shrink_to_fit();
    distribution.below.shrink_to_fit();
    distribution
}

#[expect(clippy::float_cmp, reason = "doubles that mean decimals are equal when the decimals are")]
fn distinct(ascending: &[f64], see: &mut dyn FnMut(f64, u32)) {
    for alike in ascending.chunk_by(|one, other| one == other) {
        see(alike[0], u32::try_from(alike.len()).unwrap_or(u32::MAX));
    }
}
