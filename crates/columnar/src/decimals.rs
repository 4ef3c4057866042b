//! Doubles that mean decimals.
//!
//! A double in a table stands for its shortest decimal text, the number a person typed. That reading is injective and
//! increasing, so two doubles compare as their decimals do, and a double compares with any exact number by one
//! comparison of doubles plus one tie that is decided beforehand ([`Edge`]).

use std::cmp::Ordering;

use domain::evaluation::PLACES;
use formula::Exact;

use crate::lanes::{finer, grid, sign};

/// A whole unit in the last place, relative: twice what a correctly rounded operation can be off by.
pub(crate) const ULP: f64 = f64::EPSILON;

/// Whole doubles below this are exact, and every decimal of 15 digits has a double of its own.
const FIFTEEN_DIGITS: f64 = 1e15;

/// An exact number that doubles are compared with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Edge {
    /// The nearest double.
    at: f64,
    /// How the decimal that `at` means compares with the exact number.
    tie: Ordering,
}

impl Edge {
    /// The edge at `exact`, in the unit of the doubles it will be compared with.
    pub(crate) fn new(exact: &Exact) -> Self {
        let at = exact.to_f64();
        let tie = Exact::from_f64_shortest(at).map_or(Ordering::Equal, |meant| meant.cmp(exact));
        Self { at, tie }
    }

    /// How the decimal that the finite `value` means compares with the edge, exactly.
    pub(crate) fn compare(self, value: f64) -> Ordering {
        if value < self.at {
            Ordering::Less
        } else if value > self.at {
            Ordering::Greater
        } else {
            self.tie
        }
    }
}

/// A double near an exact number, and a bound of its error.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Near {
    /// The nearest double.
    pub(crate) value: f64,
    /// The exact number is at most this far away.
    pub(crate) error: f64,
}

impl Near {
    /// The nearest double to `exact`; the error is zero where it is hit.
    pub(crate) fn new(exact: &Exact) -> Self {
        let value = exact.to_f64();
        let error = if binary_value(value).as_ref() == Some(exact) { 0.0 } else { value.abs() * ULP };
        Self { value, error }
    }
}

/// How many decimal places an exact number has, where −9 … 12 do.
pub(crate) fn places_of(exact: &Exact) -> Option<i32> {
    (-9..=12).find(|&places| exact.shift(places).is_integer())
}

/// An exact number that values with or without an error are compared with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Threshold {
    edge: Edge,
    near: Near,
    places: Option<i32>,
}

impl Threshold {
    pub(crate) fn new(exact: &Exact) -> Self {
        Self { edge: Edge::new(exact), near: Near::new(exact), places: places_of(exact) }
    }

    /// The nearest double.
    pub(crate) fn near(self) -> Near {
        self.near
    }

    /// The smallest double whose decimal is not below the threshold.
    pub(crate) fn first_inside(self) -> f64 {
        if self.edge.tie == Ordering::Less { self.edge.at.next_up() } else { self.edge.at }
    }

    /// The largest double whose decimal is not above the threshold.
    pub(crate) fn last_inside(self) -> f64 {
        if self.edge.tie == Ordering::Greater { self.edge.at.next_down() } else { self.edge.at }
    }

    /// How a value compares with the threshold; `None` when its error leaves that open.
    pub(crate) fn compare(self, given: Given) -> Option<Ordering> {
        if given.typed {
            return Some(self.edge.compare(given.value));
        }
        let difference = given.value - self.near.value;
        if difference.abs() > (given.error + self.near.error) * 1.001 + difference.abs() * ULP {
            return difference.partial_cmp(&0.0);
        }
        let error = (given.error + self.near.error) * 1.001 + difference.abs() * ULP;
        sign(difference, error, grid(finer(given.places, self.places)))
    }
}

/// A value with what is known of its error.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Given {
    /// The double.
    pub(crate) value: f64,
    /// The exact value is at most this far away.
    pub(crate) error: f64,
    /// The double means the exact value.
    pub(crate) typed: bool,
    /// The exact value is a whole multiple of 10^-places, where that is known.
    pub(crate) places: Option<i32>,
}

impl Given {
    /// Whether the exact value is zero; `None` when that is open.
    pub(crate) fn is_zero(self) -> Option<bool> {
        if self.typed || self.error == 0.0 {
            return Some(self.value == 0.0);
        }
        if self.value.abs() > self.error {
            return Some(false);
        }
        sign(self.value, self.error, grid(self.places)).map(Ordering::is_eq)
    }
}

/// What a double is in binary, where that fits a ratio of two `i128`.
fn binary_value(value: f64) -> Option<Exact> {
    if value == 0.0 {
        return Some(Exact::ZERO);
    }
    let bits = value.to_bits();
    let exponent = i32::try_from((bits >> 52) & 0x7ff).ok()? - 1075;
    let mantissa = i128::from((bits & 0x000f_ffff_ffff_ffff) | 0x0010_0000_0000_0000);
    let mantissa = if value < 0.0 { -mantissa } else { mantissa };
    match exponent {
        0..=70 => Exact::ratio(mantissa << exponent, 1),
        -120..0 => Exact::ratio(mantissa, 1i128 << -exponent),
        _ => None,
    }
}

/// Added to a value below 2^51 it leaves the nearest whole number (ties to even) in the last bits of the sum. Processors
/// older than our readers' computers have no instruction for rounding, and what is compiled for all of them would call
/// a function for every value.
const WHOLE: f64 = 1.5 * (1u64 << 52) as f64;

/// The nearest whole number, ties to even, of a value below 2^51; for larger ones some number above 10^15.
#[inline]
pub(crate) fn nearest(value: f64) -> f64 {
    (value + WHOLE) - WHOLE
}

/// The same as an integer; for values of 2^51 and more no number in particular.
#[inline]
pub(crate) fn nearest_integer(value: f64) -> i64 {
    (value + WHOLE).to_bits().cast_signed().wrapping_sub(WHOLE.to_bits().cast_signed())
}

/// `value × power` to the nearest whole number; for values known to be multiples of `1/power` of at most 15 digits.
#[inline]
pub(crate) fn whole(value: f64, power: f64) -> i64 {
    nearest_integer(value * power)
}

/// How many decimal places the values of a column have at most, where 0 … 8 do and 15 digits hold them all.
///
/// Values under a null are looked at too; they only make the answer more careful.
pub(crate) fn column_places(values: &[f64]) -> Option<i32> {
    let mut places = 0;
    for chunk in values.chunks(1024) {
        while !all_at(chunk, places) {
            places += 2;
            if places > 8 {
                return None;
            }
        }
    }
    Some(places)
}

/// Whether every value is a multiple of 10^-places of at most 15 digits. No early end: so the loop runs in vectors.
fn all_at(values: &[f64], places: i32) -> bool {
    let power = 10f64.powi(places);
    values.iter().fold(true, |all, &value| all & is_multiple(value, power))
}

#[inline]
fn is_multiple(value: f64, power: f64) -> bool {
    let whole = nearest(value * power);
    #[expect(clippy::float_cmp, reason = "the question is whether the double is hit exactly")]
    let hit = (whole.abs() < FIFTEEN_DIGITS) & (whole / power == value);
    hit
}

/// How many places serve for every one of the values, where 0 … 12 do and 15 digits hold every value at them.
pub(crate) fn common_places(values: &[f64]) -> Option<i32> {
    let serves = |places: i32| values.chunks(1024).all(|chunk| all_at(chunk, places));
    (0..=12).step_by(2).find(|&places| serves(places))
}

/// Whether the decimal that `value` means surely has at most [`PLACES`] places: 17 digits do not reach further beyond
/// 10⁵, and below that ten places are tried.
pub(crate) fn has_few_places(value: f64) -> bool {
    const { assert!(PLACES >= 12) };
    value.abs() >= 1e5 || is_multiple(value, 1e10)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_double_compares_with_an_edge_as_its_decimal_does() {
        let check = |value: f64, edge: &str, expected: Ordering| {
            let edge: Exact = edge.parse().unwrap();
            assert_eq!(Edge::new(&edge).compare(value), expected, "{value} and {edge}");
        };
        check(0.15, "0.15", Ordering::Equal);
        check(0.15, "0.15000000000000000000001", Ordering::Less);
        check(0.15, "0.14999999999999999999999", Ordering::Greater);
        check(0.15f64.next_up(), "0.15", Ordering::Greater);
        check(0.15f64.next_down(), "0.15", Ordering::Less);
        check(-0.0, "0", Ordering::Equal);
    }

    #[test]
    fn the_nearest_whole_number_is_found_where_there_is_one() {
        for value in [0.0, 0.5, 1.5, -0.5, -2.5, 1e15, -1e15, 999_999_999_999_999.5, 0.1 + 0.2] {
            assert_eq!(nearest(value).to_bits(), (value.round_ties_even() + 0.0).to_bits(), "{value}");
            assert_eq!(nearest_integer(value), value.round_ties_even() as i64, "{value}");
        }
        for value in [2f64.powi(51), -2f64.powi(52), 1e16, 6.7e15, -1e300, f64::MAX, f64::INFINITY] {
            assert!(nearest(value).abs() > FIFTEEN_DIGITS, "{value}");
        }
    }

    proptest! {
        #[test]
        fn the_nearest_double_is_within_its_error(numerator in any::<i64>(), denominator in 1i64..1_000_000) {
            let exact = Exact::ratio(i128::from(numerator), i128::from(denominator)).unwrap();
            let near = Near::new(&exact);
            let binary = binary_value(near.value).unwrap();
            let error = binary_value(near.error).unwrap_or_default();
            prop_assert!((&binary - &exact).abs() <= error);
        }
    }
}
