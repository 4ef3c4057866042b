//! Innovation points as fixed-point integers.

use std::{fmt, iter::Sum, ops};

use formula::Exact;

/// Innovation points in units of 10⁻⁴ point. Sums are integer sums, so their order never matters.
///
/// ```
/// use domain::Points;
/// assert_eq!(Points::from_whole(3).to_string(), "3");
/// assert_eq!(Points(123_456).to_string(), "12.3456");
/// assert_eq!(Points(123_450).shown(), "12.35"); // two decimals, half up
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Points(pub i64);

impl Points {
    /// No points.
    pub const ZERO: Self = Self(0);
    /// Units per point.
    pub const PER_POINT: i64 = 10_000;
    /// Decimal places kept.
    pub const PLACES: u16 = 4;

    /// Whole points.
    #[must_use]
    pub const fn from_whole(points: i64) -> Self {
        Self(points * Self::PER_POINT)
    }

    /// An exact number of points, rounded half up to 10⁻⁴. `None` beyond ±9·10¹⁴ points.
    #[must_use]
    pub fn rounded(points: &Exact) -> Option<Self> {
        points.shift(i32::from(Self::PLACES)).round_half_up(0).to_i64().map(Self)
    }

    /// The exact number of points.
    #[must_use]
    pub fn exact(self) -> Exact {
        Exact::scaled(i128::from(self.0), -i32::from(Self::PLACES))
    }

    /// As shown to people: two decimals, half up.
    #[must_use]
    pub fn shown(self) -> String {
        let rounded = self.exact().round_half_up(2);
        let cents = rounded.shift(2).to_i64().unwrap_or_default();
        let sign = if cents < 0 { "-" } else { "" };
        format!("{sign}{}.{:02}", cents.abs() / 100, cents.abs() % 100)
    }
}

impl fmt::Display for Points {
    /// All four decimals, without trailing zeros.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.exact())
    }
}

impl ops::Add for Points {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl ops::AddAssign for Points {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl ops::Sub for Points {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Sum for Points {
    fn sum<I: Iterator<Item = Self>>(values: I) -> Self {
        values.fold(Self::ZERO, ops::Add::add)
    }
}
