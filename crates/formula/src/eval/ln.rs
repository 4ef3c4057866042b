//! The natural logarithm, rounded half up to 30 decimal places, by integers only: the same on every machine.
//!
//! x = m·2^k with m between ½ and 2, and ln m = 2·artanh((m − 1)/(m + 1)). The series is summed in fixed point with
//! `bits` binary places; every step is off by less than a few units in the last place, [`margin`] bounds them all.
//! When the two ends of the margin round differently, more bits are taken. That ends: the logarithm of a rational
//! other than 1 is irrational and never lies on a rounding edge.

mod narrow;

use std::sync::LazyLock;

use dashu_int::{IBig, UBig};
use dashu_ratio::RBig;

use crate::Exact;

/// Decimal places of the result.
pub(crate) const PLACES: i32 = 30;
const FIRST_BITS: usize = 192;

/// The natural logarithm, rounded half up to 30 decimal places; `None` for zero and below.
///
/// ```
/// let ln = formula::ln(&formula::Exact::from(2)).map(|ln| ln.to_decimal(6));
/// assert_eq!(ln.as_deref(), Some("0.693147"));
/// ```
#[must_use]
pub fn ln(value: &Exact) -> Option<Exact> {
    if value.is_zero() || value.is_negative() {
        return None;
    }
    if *value == Exact::ONE {
        return Some(Exact::ZERO);
    }
    let ratio = value.as_rational();
    let (numerator, denominator) = (ratio.numerator().clone().into_parts().1, ratio.denominator());
    narrow::ln(&numerator, denominator).or_else(|| wide(&numerator, denominator))
}

/// The logarithm in as many bits as it takes.
fn wide(numerator: &UBig, denominator: &UBig) -> Option<Exact> {
    let mut bits = FIRST_BITS;
    loop {
        if let Some(rounded) = attempt(numerator, denominator, bits) {
            return Some(rounded);
        }
        bits *= 2;
    }
}

/// The rounded logarithm when `bits` decide it.
fn attempt(numerator: &UBig, denominator: &UBig, bits: usize) -> Option<Exact> {
    let twos = bit_length(numerator) - bit_length(denominator);
    let reduced = if twos >= 0 {
        artanh_of_quotient(numerator, &(denominator << twos.unsigned_abs()), bits)
    } else {
        artanh_of_quotient(&(numerator << twos.unsigned_abs()), denominator, bits)
    };
    let fixed = reduced * IBig::from(2) + IBig::from(twos as i64) * IBig::from(ln_two(bits));
    let margin = margin(twos);
    let low = rounded(&fixed - &margin, bits);
    (low == rounded(fixed + margin, bits)).then_some(low)
}

fn rounded(fixed: IBig, bits: usize) -> Exact {
    Exact::from_rational(RBig::from_parts(fixed, UBig::ONE << bits)).round_half_up(PLACES)
}

/// More than all errors together, in units of the last binary place: each of the at most bits/3 terms is off by less
/// than 3, times 2 for ln m; ln 2 has weights of 28 in all, times `twos`. Below 2^16 for each power of two up to
/// bits = 2,000 and growing linearly from there, while a result of 30 places needs about 100.
fn margin(twos: isize) -> IBig {
    (IBig::from(twos as i64) * IBig::from(twos.signum() as i64) + IBig::ONE) << 20
}

fn bit_length(value: &UBig) -> isize {
    use dashu_int::ops::BitTest;
    isize::try_from(value.bit_len()).unwrap_or(isize::MAX)
}

/// artanh((a − b)/(a + b)), in fixed point.
fn artanh_of_quotient(a: &UBig, b: &UBig, bits: usize) -> IBig {
    let sum = a + b;
    if a >= b {
        IBig::from(artanh(((a - b) << bits) / sum, bits))
    } else {
        -IBig::from(artanh(((b - a) << bits) / sum, bits))
    }
}

/// t + t³/3 + t⁵/5 + … for 0 ≤ t ≤ ⅓, in fixed point.
fn artanh(t: UBig, bits: usize) -> UBig {
    let square = (&t * &t) >> bits;
    let mut power = t;
    let mut sum = UBig::ZERO;
    let mut odd = 1u32;
    while !power.is_zero() {
        sum += &power / UBig::from(odd);
        power = (power * &square) >> bits;
        odd += 2;
    }
    sum
}

/// ln 2 = 18·artanh(1/26) − 2·artanh(1/4801) + 8·artanh(1/8749).
fn ln_two(bits: usize) -> UBig {
    static FIRST: LazyLock<UBig> = LazyLock::new(|| sum_of_ln_two(FIRST_BITS));
    if bits == FIRST_BITS { FIRST.clone() } else { sum_of_ln_two(bits) }
}

fn sum_of_ln_two(bits: usize) -> UBig {
    let part = |weight: u32, divisor: u32| {
        UBig::from(weight) * artanh((UBig::ONE << bits) / UBig::from(divisor), bits)
    };
    part(18, 26) + part(8, 8749) - part(2, 4801)
}
