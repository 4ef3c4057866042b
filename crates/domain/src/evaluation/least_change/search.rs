//! Searching the values an item may take: whole numbers, or decimals with two places.

use formula::{Exact, Fact, Outcome, Value};

use super::{Attempt, Goal};
use crate::indicators::Rule;

/// No item is searched beyond this many steps from zero.
const FARTHEST: i64 = 1_000_000_000_000_000;

/// The values an item may take, as numbers of steps.
pub(super) struct Range {
    whole: bool,
    lowest: i64,
    highest: i64,
}

impl Range {
    pub(super) fn new(minimum: Option<&Exact>, maximum: Option<&Exact>, whole: bool) -> Self {
        let mut range = Self { whole, lowest: -FARTHEST, highest: FARTHEST };
        if let Some(minimum) = minimum {
            range.lowest = -range.below(&-minimum.clone());
        }
        if let Some(maximum) = maximum {
            range.highest = range.below(maximum);
        }
        range
    }

    /// The last step at or below `value`.
    fn below(&self, value: &Exact) -> i64 {
        let steps = if self.whole { value.floor() } else { value.shift(2).floor() };
        let farthest = if value.is_negative() { -FARTHEST } else { FARTHEST };
        steps.to_i64().filter(|steps| steps.abs() <= FARTHEST).unwrap_or(farthest)
    }

    fn value(&self, steps: i64) -> Exact {
        Exact::from(steps).shift(if self.whole { 0 } else { -2 })
    }
}

/// The value nearest to the present one that reaches the goal.
pub(super) fn nearest(attempt: &Attempt<'_>, range: &Range) -> Option<Exact> {
    let present = attempt.present();
    let from = present.clone().unwrap_or(Exact::ZERO);
    let search = Search { attempt, range };
    let floor = range.below(&from);
    // A missing value may become zero; a known one must move.
    let up = if present.is_some() { floor + 1 } else { floor };
    let down = if range.value(floor) == from { floor - 1 } else { floor };
    let mut found: Vec<i64> = search.walk(up, 1).into_iter().chain(search.walk(down, -1)).collect();
    found.extend(search.at_edges(&from));
    let found = found.into_iter().map(|steps| range.value(steps));
    found.min_by_key(|value| ((value - &from).abs(), *value < from))
}

struct Search<'a> {
    attempt: &'a Attempt<'a>,
    range: &'a Range,
}

impl Search<'_> {
    fn reaches(&self, steps: i64) -> bool {
        self.attempt.reaches(Fact::Number(self.range.value(steps)))
    }

    fn allows(&self, steps: i64) -> bool {
        (self.range.lowest..=self.range.highest).contains(&steps)
    }

    /// Walks from `first` in doubling steps until the goal is reached, then bisects back to the first value that does.
    fn walk(&self, first: i64, direction: i64) -> Option<i64> {
        let end = if direction > 0 { self.range.highest } else { self.range.lowest };
        // A value that lies outside its allowed range is first brought to the end of it.
        let first = if direction > 0 { first.max(self.range.lowest) } else { first.min(self.range.highest) };
        if !self.allows(first) {
            return None;
        }
        let (mut failed, mut step) = (None, 0);
        loop {
            let at = first + direction * step;
            let at = if self.allows(at) { at } else { end };
            if self.reaches(at) {
                return Some(failed.map_or(at, |failed| self.bisect(failed, at)));
            }
            if at == end {
                return None;
            }
            failed = Some(at);
            step = 2 * step + 1;
        }
    }

    fn bisect(&self, mut failed: i64, mut reached: i64) -> i64 {
        while (reached - failed).abs() > 1 {
            let middle = failed + (reached - failed) / 2;
            if self.reaches(middle) {
                reached = middle;
            } else {
                failed = middle;
            }
        }
        reached
    }

    /// Values on either side of where the indicator's value crosses an edge of its bands.
    fn at_edges(&self, from: &Exact) -> Vec<i64> {
        let attempt = self.attempt;
        let (Goal::NextBand { indicator } | Goal::MorePoints { indicator, .. }) = attempt.goal else {
            return Vec::new();
        };
        let Some(Rule::Bands(bands)) = attempt.scheme.indicators[indicator].rules.get(attempt.stage) else {
            return Vec::new();
        };
        let Some(samples) = self.samples(indicator, from) else { return Vec::new() };
        let edges = bands.iter().filter_map(|band| band.lower.as_ref());
        let crossings = edges.filter_map(|edge| cross(&samples, edge)).map(|value| self.range.below(&value));
        crossings.flat_map(|at| at - 1..=at + 2).filter(|at| self.allows(*at) && self.reaches(*at)).collect()
    }

    /// The indicator's value at three values of the item.
    fn samples(&self, indicator: usize, from: &Exact) -> Option<[(Exact, Exact); 3]> {
        let attempt = self.attempt;
        let formula = &attempt.scheme.indicators[indicator].value;
        let start = self.range.below(from);
        let stride = start.abs() / 2 + 7;
        let sample = |steps: i64| {
            let item = self.range.value(steps);
            match formula.evaluate(&attempt.changed(Fact::Number(item.clone()))) {
                Outcome::Known(Value::Number(value)) => Some((item, value)),
                _ => None,
            }
        };
        Some([sample(start + stride)?, sample(start + 2 * stride)?, sample(start + 3 * stride)?])
    }
}

/// Where a function through three samples takes the value `target`, when it is a quotient of two straight lines in the
/// item (sums, shares, growth rates are): such functions keep the cross-ratio. Any other function gives a point that
/// the caller's scoring refuses.
fn cross(samples: &[(Exact, Exact); 3], target: &Exact) -> Option<Exact> {
    let [(x0, y0), (x1, y1), (x2, y2)] = samples;
    if target == y2 {
        return Some(x2.clone());
    }
    let ratio = (&(target - y0) * &(y1 - y2)).checked_div(&(&(target - y2) * &(y1 - y0)))?;
    let (left, right) = (x1 - x2, &ratio * &(x1 - x0));
    (&(x0 * &left) - &(x2 * &right)).checked_div(&(&left - &right))
}
