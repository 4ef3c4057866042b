//! Money in whole cents (分): sums never depend on their order, and nothing is lost when it is shared.

use std::{fmt, iter::Sum, ops};

use formula::Exact;

/// An amount of money in 分.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Fen(pub i64);

impl Fen {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// Most that one award comes to, 1,000亿元: whatever is counted beyond it is cut, so that sums cannot overflow.
    pub const MOST: Self = Self(10_000_000_000_000);

    /// Whole yuan.
    #[must_use]
    pub const fn from_yuan(yuan: i64) -> Self {
        Self(yuan * 100)
    }

    /// An exact number of yuan that is a whole number of cents; `None` for any other.
    #[must_use]
    pub fn exactly(yuan: &Exact) -> Option<Self> {
        yuan.shift(2).to_i64().map(Self)
    }

    /// The exact number of yuan.
    #[must_use]
    pub fn yuan(self) -> Exact {
        Exact::scaled(i128::from(self.0), -2)
    }

    /// With thousands separators and two decimals, as on a bill: `1,234.50`.
    #[must_use]
    pub fn shown(self) -> String {
        let digits = (self.0.unsigned_abs() / 100).to_string();
        let mut whole = String::with_capacity(digits.len() * 4 / 3);
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                whole.push(',');
            }
            whole.push(digit);
        }
        let sign = if self.0 < 0 { "-" } else { "" };
        format!("{sign}{whole}.{:02}", self.0.unsigned_abs() % 100)
    }

    /// In 万元 where that reads better: `30万元`, otherwise yuan: `1234.5元`.
    #[must_use]
    pub fn in_words(self) -> String {
        if self.0.unsigned_abs() >= 1_000_000 {
            format!("{}万元", self.yuan().shift(-4))
        } else {
            format!("{}元", self.yuan())
        }
    }
}

impl fmt::Display for Fen {
    /// Yuan without separators: `1234.5`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.yuan())
    }
}

impl ops::Add for Fen {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl ops::AddAssign for Fen {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl ops::Sub for Fen {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Sum for Fen {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, ops::Add::add)
    }
}

/// 取整: to which unit an award is rounded, and which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rounding {
    /// The unit: one cent, one yuan (100), a hundred yuan …; at least one cent.
    pub to: Fen,
    /// Downwards; otherwise half up (四舍五入).
    pub down: bool,
}

impl Rounding {
    /// To the cent, half up.
    pub const CENT: Self = Self { to: Fen(1), down: false };

    /// An exact number of yuan, rounded; at most [`Fen::MOST`].
    #[must_use]
    pub fn round(self, yuan: &Exact) -> Fen {
        let unit = self.to.0.max(1);
        let units = yuan.shift(2).checked_div(&Exact::from(unit)).unwrap_or_default();
        let whole = if self.down { units.floor() } else { units.round_half_up(0) };
        let cents = whole.to_i64().and_then(|units| units.checked_mul(unit));
        Fen(cents.unwrap_or(i64::MAX)).min(Fen::MOST)
    }
}

/// Shares `total` among claims in proportion to their amounts, to the cent: everybody gets the whole cents of the exact
/// share, and the cents that are left go to the largest remainders (then the larger claim, then the smaller id). Nobody
/// gets more than the claim, and the shares add up to `total` or, when that reaches for all, to the claims.
#[must_use]
pub fn share<K: Ord>(total: Fen, claims: &[(Fen, K)]) -> Vec<Fen> {
    let sum: i128 = claims.iter().map(|(claim, _)| i128::from(claim.0)).sum();
    let total = i128::from(total.0.max(0));
    if total >= sum {
        return claims.iter().map(|(claim, _)| *claim).collect();
    }
    let part = |claim: Fen| (i128::from(claim.0) * total).div_euclid(sum);
    let mut shares: Vec<i128> = claims.iter().map(|(claim, _)| part(*claim)).collect();
    let left = usize::try_from(total - shares.iter().sum::<i128>()).unwrap_or_default();
    let remainder = |index: usize| (i128::from(claims[index].0.0) * total).rem_euclid(sum);
    let mut order: Vec<usize> = (0..claims.len()).collect();
    order.sort_by(|&one, &other| {
        let by_size = remainder(other).cmp(&remainder(one)).then(claims[other].0.cmp(&claims[one].0));
        by_size.then_with(|| claims[one].1.cmp(&claims[other].1))
    });
    order.into_iter().take(left).for_each(|index| shares[index] += 1);
    shares.into_iter().map(|cents| Fen(i64::try_from(cents).unwrap_or_default())).collect()
}
