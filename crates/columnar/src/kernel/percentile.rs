//! Places among the population.

use std::cell::OnceCell;

use domain::{
    evaluation::{Distribution, Flags, Reference},
    indicators::{Award, Direction, PercentileConvention},
};
use formula::Exact;

use super::{
    Decision,
    affine::{Limits, round_half_up},
};
use crate::{
    calibrate::{Ascending, in_order},
    decimals::{Given, ULP},
};

/// A percentile rule with the population it compares with.
#[derive(Debug)]
pub(crate) struct Percentile<'a> {
    distribution: &'a Distribution,
    /// Made when a single value is looked up.
    finder: OnceCell<Finder>,
    higher: bool,
    mean_rank: bool,
    count: u32,
    /// The share is a numerator over this.
    denominator: u64,
    /// The largest numerator the cap lets through, and what lies above.
    most: u64,
    above: Decision,
    /// The smallest numerator the floor lets through, and what lies below.
    least: u64,
    below: Decision,
    full: i64,
}

impl<'a> Percentile<'a> {
    /// `None` when the reference has no distribution or its numbers are too large for this way.
    pub(super) fn new(
        convention: PercentileConvention,
        direction: Direction,
        reference: &'a Reference,
        limits: &Limits,
    ) -> Option<Self> {
        let distribution = reference.distribution.as_ref()?;
        let count = u64::from(reference.count);
        let mean_rank = convention == PercentileConvention::MeanRank;
        let denominator = match (mean_rank, count) {
            (_, 0) | (false, 1) => return None,
            (true, _) => 2 * count,
            (false, _) => count - 1,
        };
        let scaled = |share: &Exact| share * &Exact::from(i64::try_from(denominator).unwrap_or(i64::MAX));
        let whole = |value: Exact| value.to_i64().and_then(|value| u64::try_from(value).ok());
        let cap = limits.cap.clone().clamp(Exact::ZERO, Exact::ONE);
        let floor = limits.floor.clone().max(Exact::ZERO);
        if floor > cap {
            return None;
        }
        Some(Self {
            distribution,
            finder: OnceCell::new(),
            higher: direction == Direction::Higher,
            mean_rank,
            count: reference.count,
            denominator,
            most: whole(scaled(&cap).floor())?,
            above: limits.settle(&Award::Share(limits.cap.clone().max(Exact::ONE) + Exact::ONE)),
            least: whole(scaled(&floor).ceil())?,
            below: limits.settle(&Award::Share(-Exact::ONE)),
            full: limits.full.0,
        })
    }

    #[inline]
    pub(super) fn decide(&self, given: Given) -> Option<Decision> {
        if !given.typed {
            return None;
        }
        let (below, equal) = self.position(given.value)?;
        self.at(below, equal)
    }

    fn at(&self, below: u32, equal: u32) -> Option<Decision> {
        let worse = if self.higher { below } else { self.count.checked_sub(below + equal)? };
        let numerator =
            if self.mean_rank { 2 * u64::from(worse) + u64::from(equal) + 1 } else { u64::from(worse) };
        if numerator > self.most {
            return Some(self.above);
        }
        if numerator < self.least {
            return Some(self.below);
        }
        Some((self.points(numerator).clamp(0, self.full), Flags::default()))
    }

    /// Tells the points of every enterprise that gets plain points: one walk along values and population, both
    /// ascending. Those that are not told are left to [`Percentile::decide`].
    pub(crate) fn walk(&self, ascending: &Ascending, mut tell: impl FnMut(usize, i32)) {
        if !self.distribution.exact.is_empty() {
            return;
        }
        let population = &self.distribution.values;
        let before = |index: usize| self.distribution.below.get(index).copied().unwrap_or(self.count);
        let mut index = 0;
        let points = |value: f64| {
            while population.get(index).is_some_and(|other| *other < value) {
                index += 1;
            }
            let equal = population.get(index).is_some_and(|other| *other <= value);
            let alike = if equal { before(index + 1) - before(index) } else { 0 };
            let plain = self.at(before(index), alike).filter(|(_, flags)| *flags == Flags::default());
            plain.and_then(|(points, _)| i32::try_from(points).ok()).unwrap_or(-1)
        };
        ascending.tell(points, |row, points| {
            if points >= 0 {
                tell(row, points);
            }
        });
    }

    /// `full · numerator / denominator`, rounded half up.
    fn points(&self, numerator: u64) -> i64 {
        #[expect(clippy::cast_precision_loss, reason = "the error bound covers it")]
        let amount = self.full as f64 * numerator as f64 / self.denominator as f64;
        round_half_up(amount, amount * 8.0 * ULP).unwrap_or_else(|| self.points_exactly(numerator))
    }

    fn points_exactly(&self, numerator: u64) -> i64 {
        let denominator = i128::from(self.denominator);
        let doubled = 2 * i128::from(self.full) * i128::from(numerator) + denominator;
        i64::try_from(doubled / (2 * denominator)).unwrap_or(self.full)
    }

    /// How many values lie below `value` and how many equal it; `None` where that takes more than doubles.
    fn position(&self, value: f64) -> Option<(u32, u32)> {
        let values = &self.distribution.values;
        let before = |index: usize| self.distribution.below.get(index).copied().unwrap_or(self.count);
        let finder = self.finder.get_or_init(|| Finder::new(values));
        let index = finder.first_at_or_above(values, value);
        let equal = |index: usize| values.get(index).is_some_and(|other| *other <= value);
        if !equal(index) {
            return Some((before(index), 0));
        }
        if !self.distribution.exact.is_empty()
            && (self.distribution.exact.contains_key(&index) || equal(index + 1))
        {
            return None;
        }
        Some((before(index), before(index + 1) - before(index)))
    }
}

/// Finds places in ascending doubles: a table over the leading bits, then a short search.
#[derive(Debug)]
struct Finder {
    /// The table starts at this index; values before it are searched directly.
    from: usize,
    first: u64,
    shift: u32,
    starts: Vec<u32>,
}

const TABLE_BITS: u32 = 16;

impl Finder {
    fn new(values: &[f64]) -> Self {
        let positive = values.partition_point(|value| *value <= 0.0);
        let from = if values.len() - positive > values.len() / 2 { positive } else { 0 };
        let bits = TABLE_BITS.min(usize::BITS - values.len().leading_zeros());
        let (first, last) =
            (values.get(from).map_or(0, |v| in_order(*v)), values.last().map_or(0, |v| in_order(*v)));
        let spread = u64::BITS - last.saturating_sub(first).leading_zeros();
        let shift = spread.saturating_sub(bits);
        let buckets = usize::try_from(last.saturating_sub(first) >> shift).unwrap_or(0) + 1;
        let mut starts = Vec::with_capacity(buckets + 1);
        for (index, value) in (0u32..).zip(values).skip(from) {
            let bucket = usize::try_from((in_order(*value) - first) >> shift).unwrap_or(0);
            starts.resize(starts.len().max(bucket + 1), index);
        }
        starts.resize(buckets + 1, u32::try_from(values.len()).unwrap_or(u32::MAX));
        Self { from, first, shift, starts }
    }

    fn first_at_or_above(&self, values: &[f64], value: f64) -> usize {
        let key = in_order(value);
        if key < self.first {
            return values[..self.from].partition_point(|other| *other < value);
        }
        let bucket = usize::try_from((key - self.first) >> self.shift).unwrap_or(usize::MAX);
        match self.starts.get(bucket).zip(self.starts.get(bucket.saturating_add(1))) {
            None => values.len(),
            Some((&start, &end)) => {
                let (start, end) = (start as usize, end as usize);
                start + values[start..end].partition_point(|other| *other < value)
            }
        }
    }
}
