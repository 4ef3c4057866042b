//! Exact rational numbers: decimals go in as people typed them, and nothing is rounded until a rule says so.

use std::{cmp::Ordering, fmt, ops, str::FromStr};

use dashu_int::{IBig, UBig};
use dashu_ratio::RBig;

/// The longest number a rule or a cell may write: digits before and after the point together.
pub const MAX_DIGITS: usize = 38;

/// An exact rational number. Small values stay inline; there is no overflow and no rounding.
///
/// ```
/// use formula::Exact;
/// let growth = ("1.2".parse::<Exact>()? + "1.1".parse()?) / Exact::from(2) - Exact::from(1);
/// assert_eq!(growth, "0.15".parse()?); // binary floating point says 0.1499999999999999
/// # Ok::<(), formula::NotANumber>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash, Default)]
pub struct Exact(RBig);

/// Why a text is not an exact number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotANumber {
    /// No digits, a second point, a letter, `NaN`, `inf` …
    Malformed,
    /// More than [`MAX_DIGITS`] digits, or an exponent outside −38 … 38.
    TooLong,
}

impl fmt::Display for NotANumber {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Malformed => write!(formatter, "not a decimal number"),
            Self::TooLong => write!(formatter, "more than {MAX_DIGITS} digits"),
        }
    }
}

impl std::error::Error for NotANumber {}

impl Exact {
    /// Zero.
    pub const ZERO: Self = Self(RBig::ZERO);
    /// One.
    pub const ONE: Self = Self(RBig::ONE);

    /// `numerator / denominator`; `None` when the denominator is zero.
    #[must_use]
    pub fn ratio(numerator: i128, denominator: i128) -> Option<Self> {
        if denominator == 0 {
            return None;
        }
        Some(Self(RBig::from_parts_signed(IBig::from(numerator), IBig::from(denominator))))
    }

    /// `mantissa × 10^exponent`.
    #[must_use]
    pub fn scaled(mantissa: i128, exponent: i32) -> Self {
        Self::from_decimal_parts(IBig::from(mantissa), exponent)
    }

    fn from_decimal_parts(mantissa: IBig, exponent: i32) -> Self {
        let power = UBig::from(10u8).pow(exponent.unsigned_abs() as usize);
        if exponent >= 0 {
            Self(RBig::from_parts(mantissa * IBig::from(power), UBig::ONE))
        } else {
            Self(RBig::from_parts(mantissa, power))
        }
    }

    /// The decimal a person would have typed for this double: its shortest text that reads back to the same
    /// double. `None` for NaN and infinities.
    #[must_use]
    pub fn from_f64_shortest(value: f64) -> Option<Self> {
        if !value.is_finite() {
            return None;
        }
        format!("{value:e}").parse().ok()
    }

    /// The nearest double (ties to even); off by at most half a unit in the last place.
    #[must_use]
    pub fn to_f64(&self) -> f64 {
        self.0.to_f64().value()
    }

    /// Whether the value is zero.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.0.is_zero()
    }

    /// Whether the value is below zero.
    #[must_use]
    pub fn is_negative(&self) -> bool {
        self < &Self::ZERO
    }

    /// Whether the value is a whole number.
    #[must_use]
    pub fn is_integer(&self) -> bool {
        self.0.is_int()
    }

    /// The quotient, or `None` when `divisor` is zero.
    #[must_use]
    pub fn checked_div(&self, divisor: &Self) -> Option<Self> {
        if divisor.is_zero() { None } else { Some(Self(&self.0 / &divisor.0)) }
    }

    /// The distance from zero.
    #[must_use]
    pub fn abs(&self) -> Self {
        if self.is_negative() { -self.clone() } else { self.clone() }
    }

    /// Rounds half away from zero ("四舍五入") to `digits` decimal places; negative digits round to tens, hundreds …
    ///
    /// ```
    /// use formula::Exact;
    /// let value: Exact = "2.345".parse()?;
    /// assert_eq!(value.round_half_up(2), "2.35".parse()?);
    /// assert_eq!((-value).round_half_up(2), "-2.35".parse()?);
    /// # Ok::<(), formula::NotANumber>(())
    /// ```
    #[must_use]
    pub fn round_half_up(&self, digits: i32) -> Self {
        self.round_small(digits).unwrap_or_else(|| self.round_any(digits))
    }

    /// The same in machine integers, where everything fits.
    fn round_small(&self, digits: i32) -> Option<Self> {
        let (numerator, denominator) = self.to_ratio_i128()?;
        let power = 10i128.checked_pow(u32::try_from(digits).ok()?)?;
        if power % denominator == 0 {
            return Some(self.clone());
        }
        let twice = numerator.checked_abs()?.checked_mul(power)?.checked_mul(2)?;
        let magnitude = twice.checked_add(denominator)? / denominator.checked_mul(2)?;
        Some(Self::scaled(if numerator < 0 { -magnitude } else { magnitude }, -digits))
    }

    fn round_any(&self, digits: i32) -> Self {
        let scaled = self.shift(digits);
        let half = RBig::from_parts(IBig::ONE, UBig::from(2u8));
        let magnitude = (scaled.abs().0 + half).floor();
        let signed = if self.is_negative() { -magnitude } else { magnitude };
        Self::from_decimal_parts(signed, -digits)
    }

    /// The largest whole number at or below the value.
    #[must_use]
    pub fn floor(&self) -> Self {
        Self(RBig::from(self.0.floor()))
    }

    /// The smallest whole number at or above the value.
    #[must_use]
    pub fn ceil(&self) -> Self {
        Self(RBig::from(self.0.ceil()))
    }

    /// `self × 10^digits`.
    #[must_use]
    pub fn shift(&self, digits: i32) -> Self {
        &Self::scaled(1, digits) * self
    }

    /// The value as a whole number, when it is one and fits.
    #[must_use]
    pub fn to_i64(&self) -> Option<i64> {
        if !self.is_integer() {
            return None;
        }
        i64::try_from(self.0.numerator()).ok()
    }

    /// Numerator and denominator (reduced, denominator above zero), when both fit.
    #[must_use]
    pub fn to_ratio_i128(&self) -> Option<(i128, i128)> {
        Some((i128::try_from(self.0.numerator()).ok()?, i128::try_from(self.0.denominator()).ok()?))
    }

    /// The exact decimal text when there is one with at most `digits` places, otherwise the value rounded half up to
    /// `digits` places. Never an exponent, no trailing zeros.
    #[must_use]
    pub fn to_decimal(&self, digits: u16) -> String {
        let rounded = self.round_half_up(i32::from(digits));
        let scaled = rounded.shift(i32::from(digits)).0.floor();
        let text = scaled.to_string();
        let (sign, text) = text.strip_prefix('-').map_or(("", text.as_str()), |rest| ("-", rest));
        let text = format!("{text:0>width$}", width = usize::from(digits) + 1);
        let (whole, fraction) = text.split_at(text.len() - usize::from(digits));
        let fraction = fraction.trim_end_matches('0');
        if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
    }

    /// Whether the value has a finite decimal text.
    #[must_use]
    pub fn is_decimal(&self) -> bool {
        let mut rest = self.0.denominator().clone();
        for prime in [2u8, 5] {
            let prime = UBig::from(prime);
            while (&rest % &prime).is_zero() {
                rest = &rest / &prime;
            }
        }
        rest.is_one()
    }

    pub(crate) fn as_rational(&self) -> &RBig {
        &self.0
    }

    pub(crate) fn from_rational(value: RBig) -> Self {
        Self(value)
    }
}

impl From<i64> for Exact {
    fn from(value: i64) -> Self {
        Self(RBig::from(IBig::from(value)))
    }
}

impl FromStr for Exact {
    type Err = NotANumber;

    /// Reads `-12`, `0.05`, `.5`, `1e3`. No separators, no units, no spaces: `ingest` and the lexer take those off.
    ///
    /// # Errors
    /// [`NotANumber::Malformed`] or [`NotANumber::TooLong`].
    fn from_str(text: &str) -> Result<Self, NotANumber> {
        let (negative, unsigned) = match text.as_bytes().first() {
            Some(b'-') => (true, &text[1..]),
            Some(b'+') => (false, &text[1..]),
            _ => (false, text),
        };
        let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, parse_exponent(exponent)?),
            None => (unsigned, 0),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let digits = format!("{whole}{fraction}");
        if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(NotANumber::Malformed);
        }
        let significant = digits.trim_start_matches('0');
        let places = i32::try_from(fraction.len()).map_err(|_| NotANumber::TooLong)?;
        if significant.len() > MAX_DIGITS || places > 64 {
            return Err(NotANumber::TooLong);
        }
        let magnitude: i128 =
            if significant.is_empty() { 0 } else { significant.parse().map_err(|_| NotANumber::TooLong)? };
        Ok(Self::scaled(if negative { -magnitude } else { magnitude }, exponent - places))
    }
}

/// Exponents reach what a shortest double text needs (about ±308), and no further.
fn parse_exponent(text: &str) -> Result<i32, NotANumber> {
    let value: i32 = text.parse().map_err(|_| NotANumber::Malformed)?;
    if value.abs() > 330 { Err(NotANumber::TooLong) } else { Ok(value) }
}

impl fmt::Display for Exact {
    /// A finite decimal in full; otherwise the fraction, as `1/3`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_integer() {
            write!(formatter, "{}", self.0.numerator())
        } else if self.is_decimal() {
            formatter.write_str(&self.to_decimal(decimal_places(self.0.denominator())))
        } else {
            write!(formatter, "{}/{}", self.0.numerator(), self.0.denominator())
        }
    }
}

/// Places needed to write `1/denominator` when the denominator is 2^a·5^b: max(a, b), at most its bit length.
fn decimal_places(denominator: &UBig) -> u16 {
    let mut places = 0u16;
    let mut power = UBig::ONE;
    while !(&power % denominator).is_zero() && places < u16::MAX {
        power *= UBig::from(10u8);
        places += 1;
    }
    places
}

impl fmt::Debug for Exact {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{self}")
    }
}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.cmp(&other.0)
    }
}

impl ops::Neg for Exact {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

macro_rules! operator {
    ($trait:ident, $method:ident, $op:tt) => {
        impl ops::$trait for Exact {
            type Output = Self;
            fn $method(self, other: Self) -> Self {
                Self(self.0 $op other.0)
            }
        }
        impl ops::$trait<&Exact> for &Exact {
            type Output = Exact;
            fn $method(self, other: &Exact) -> Exact {
                Exact(&self.0 $op &other.0)
            }
        }
    };
}

operator!(Add, add, +);
operator!(Sub, sub, -);
operator!(Mul, mul, *);
// Panics on a zero divisor, as integers do; rules go through `checked_div`.
operator!(Div, div, /);

#[cfg(test)]
mod tests {
    use super::Exact;

    #[track_caller]
    fn check(text: &str, decimal: &str) {
        assert_eq!(
            text.parse::<Exact>().map(|value| value.to_string()).unwrap_or_else(|error| error.to_string()),
            decimal
        );
    }

    #[test]
    fn reads_decimals_as_typed() {
        check("0.10", "0.1");
        check("-12.50", "-12.5");
        check(".5", "0.5");
        check("1e3", "1000");
        check("1.23e-2", "0.0123");
        check("00012", "12");
        check("-0", "0");
    }

    #[test]
    fn refuses_what_is_no_number() {
        for text in ["", "-", ".", "1.2.3", "NaN", "inf", "1,234", "0x10", "1_000", "１２", "1e", "--1"] {
            check(text, "not a decimal number");
        }
        check(&"9".repeat(39), "more than 38 digits");
        check("1e400", "more than 38 digits");
    }

    #[test]
    fn a_double_means_its_shortest_text() {
        assert_eq!(Exact::from_f64_shortest(0.1), "0.1".parse().ok());
        assert_eq!(Exact::from_f64_shortest(1e300).map(|v| v.to_f64()), Some(1e300));
        assert_eq!(Exact::from_f64_shortest(f64::NAN), None);
    }

    #[test]
    fn small_and_large_numbers_round_alike() {
        for text in ["0", "0.5", "-0.5", "2.345", "-2.345", "123456.7895", "0.0004", "-7", "1e12"] {
            for (value, digits) in [(text.parse::<Exact>().unwrap(), 2), (text.parse().unwrap(), 0)] {
                for part in [1, 3, 7] {
                    let value = value.checked_div(&Exact::from(part)).unwrap();
                    assert_eq!(
                        value.round_small(digits),
                        Some(value.round_any(digits)),
                        "{value} to {digits}"
                    );
                }
            }
        }
    }

    #[test]
    fn a_fraction_without_a_finite_decimal_prints_as_one() {
        assert_eq!(Exact::ratio(1, 3).unwrap().to_string(), "1/3");
        assert_eq!(Exact::ratio(1, 3).unwrap().to_decimal(4), "0.3333");
        assert_eq!(Exact::ratio(-1, 8).unwrap().to_string(), "-0.125");
    }
}
