//! A range of points, from the conservative to the optimistic end.

use std::{fmt, ops};

use crate::Points;

/// 得分区间 `[保守分, 乐观分]`; low is never above high.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct PointRange {
    low: Points,
    high: Points,
}

impl PointRange {
    /// No points at all.
    pub const ZERO: Self = Self::exact(Points::ZERO);

    /// The range between two ends, in either order.
    #[must_use]
    pub fn between(one: Points, other: Points) -> Self {
        Self { low: one.min(other), high: one.max(other) }
    }

    /// A range without width.
    #[must_use]
    pub const fn exact(points: Points) -> Self {
        Self { low: points, high: points }
    }

    /// 保守分.
    #[must_use]
    pub fn low(self) -> Points {
        self.low
    }

    /// 乐观分.
    #[must_use]
    pub fn high(self) -> Points {
        self.high
    }

    /// Whether both ends are the same.
    #[must_use]
    pub fn is_exact(self) -> bool {
        self.low == self.high
    }

    /// Whether `points` lies inside, ends included.
    #[must_use]
    pub fn contains(self, points: Points) -> bool {
        self.low <= points && points <= self.high
    }

    /// The smallest range that covers both.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        Self { low: self.low.min(other.low), high: self.high.max(other.high) }
    }

    /// The better of two that may be chosen: the larger at each end.
    #[must_use]
    pub fn better(self, other: Self) -> Self {
        Self { low: self.low.max(other.low), high: self.high.max(other.high) }
    }

    /// Both ends cut at `cap`.
    #[must_use]
    pub fn capped(self, cap: Points) -> Self {
        Self { low: self.low.min(cap), high: self.high.min(cap) }
    }
}

impl ops::Add for PointRange {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self { low: self.low + other.low, high: self.high + other.high }
    }
}

impl std::iter::Sum for PointRange {
    fn sum<I: Iterator<Item = Self>>(ranges: I) -> Self {
        ranges.fold(Self::ZERO, ops::Add::add)
    }
}

impl fmt::Display for PointRange {
    /// `64`, or `64–71` where it has width.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_exact() {
            write!(formatter, "{}", self.low)
        } else {
            write!(formatter, "{}–{}", self.low, self.high)
        }
    }
}
