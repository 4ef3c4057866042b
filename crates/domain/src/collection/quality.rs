//! 数据质量: checks of collected values, described by data, decided exactly.

use formula::{Exact, Formula};

use super::machine::words;
use crate::Name;

words! {
    /// What a finding of a check means.
    Severity {
        /// The batch cannot be frozen.
        Blocking = "blocking" "阻断" "blocking";
        /// Somebody should look.
        Warning = "warning" "警告" "warning";
        /// Good to know.
        Note = "note" "提示" "note";
    }
}

/// What a check looks for.
#[derive(Debug, Clone, PartialEq)]
pub enum CheckKind {
    /// An item that fewer enterprises have than this share of all.
    Coverage {
        /// Least share with a known value.
        least: Exact,
    },
    /// A required value that an enterprise lacks.
    Required,
    /// Sources that differ beyond the tolerance, undecided.
    Disputed,
    /// A filing that waits for review.
    Unreviewed,
    /// A number below the item's minimum, above its maximum, or not whole where it must be.
    Range,
    /// A number farther from the median than so many median absolute deviations.
    Outlier {
        /// How many deviations.
        factor: Exact,
        /// Known values needed before it is judged.
        minimum: usize,
    },
    /// A confirmed zero where hardly anybody has one.
    SuspiciousZero {
        /// Share of zeros among known values up to which a zero is suspicious.
        most: Exact,
        /// Known values needed before it is judged.
        minimum: usize,
    },
    /// One number that many enterprises report to the last digit.
    Repeated {
        /// So many at least.
        times: usize,
    },
    /// Values that do not go together.
    Contradiction {
        /// Holds when they do not.
        when: Formula,
    },
    /// A number that grew or shrank by more than this factor within a year.
    Jump {
        /// More than so many times the year before, or less than that part of it.
        factor: Exact,
    },
}

/// One check.
#[derive(Debug, Clone, PartialEq)]
pub struct Check {
    /// Permanent code.
    pub code: String,
    /// 名称.
    pub name: Name,
    /// What a finding means.
    pub severity: Severity,
    /// What it looks for.
    pub kind: CheckKind,
    /// The items looked at, by code; all of the batch when empty.
    pub items: Vec<String>,
    /// Why a finding matters.
    pub explanation: Name,
    /// What to do about it.
    pub advice: Name,
}

/// The middle of `values`; of an even number the mean of the two middle ones.
#[must_use]
pub fn median(values: &[Exact]) -> Option<Exact> {
    let mut sorted: Vec<&Exact> = values.iter().collect();
    sorted.sort_unstable();
    let middle = sorted.len() / 2;
    let upper = *sorted.get(middle)?;
    if sorted.len() % 2 == 1 {
        return Some(upper.clone());
    }
    (sorted[middle - 1] + upper).checked_div(&Exact::from(2))
}

/// The places of values that lie farther from the median than `factor` median absolute deviations. Where half of all
/// values are the same there is no spread to judge by, and nothing is an outlier.
#[must_use]
pub fn outliers(values: &[Exact], factor: &Exact) -> Vec<usize> {
    let Some(middle) = median(values) else { return Vec::new() };
    let distances: Vec<Exact> = values.iter().map(|value| (value - &middle).abs()).collect();
    let Some(spread) = median(&distances).filter(|spread| !spread.is_zero()) else { return Vec::new() };
    let far = &spread * factor;
    (0..values.len()).filter(|&index| distances[index] > far).collect()
}

/// The places of zeros, when zeros are at most the share `most` of all values.
#[must_use]
pub fn suspicious_zeros(values: &[Exact], most: &Exact) -> Vec<usize> {
    let zeros: Vec<usize> = (0..values.len()).filter(|&index| values[index].is_zero()).collect();
    let (count, of) = (zeros.len() as i64, values.len() as i64);
    if Exact::from(count) <= &Exact::from(of) * most { zeros } else { Vec::new() }
}

/// The places of values other than zero that stand at least `times` times.
#[must_use]
pub fn repeated(values: &[Exact], times: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..values.len()).filter(|&index| !values[index].is_zero()).collect();
    order.sort_unstable_by(|&left, &right| values[left].cmp(&values[right]).then(left.cmp(&right)));
    let same = order.chunk_by(|&left, &right| values[left] == values[right]);
    let mut found: Vec<usize> = same.filter(|chunk| chunk.len() >= times.max(2)).flatten().copied().collect();
    found.sort_unstable();
    found
}

/// Whether a number jumped: to more than `factor` times the one before, or below that part of it. From or to zero or
/// below nothing can be said.
#[must_use]
pub fn jumps(before: &Exact, now: &Exact, factor: &Exact) -> bool {
    let positive = |value: &Exact| !value.is_zero() && !value.is_negative();
    positive(before) && positive(now) && (now > &(before * factor) || before > &(now * factor))
}
