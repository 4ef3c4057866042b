//! The logarithm in machine integers: the same series with 118 binary places, which decides all but a few in a thousand
//! results, about ten times as fast.

use dashu_int::{IBig, UBig};

use super::{PLACES, bit_length};
use crate::Exact;

/// Binary places: 30 decimal places take 100, and 9 bits before the point hold logarithms up to 512.
const BITS: u32 = 118;
const ONE: i128 = 1 << BITS;
/// ln 2, cut off.
const LN_TWO: i128 = 230_337_659_399_915_326_306_586_076_918_119_613;
/// The most powers of two whose logarithm surely fits.
const MOST_TWOS: isize = 700;

/// The rounded logarithm of `numerator / denominator`; `None` where these bits do not decide it.
pub(super) fn ln(numerator: &UBig, denominator: &UBig) -> Option<Exact> {
    let twos = bit_length(numerator) - bit_length(denominator);
    if twos.abs() > MOST_TWOS {
        return None;
    }
    let (a, b) = if twos >= 0 {
        (numerator.clone(), denominator << twos.unsigned_abs())
    } else {
        (numerator << twos.unsigned_abs(), denominator.clone())
    };
    let sum = &a + &b;
    let reduced = if a >= b {
        series((a - b) << BITS as usize, &sum)?
    } else {
        -series((b - a) << BITS as usize, &sum)?
    };
    let fixed = 2 * reduced + i128::try_from(twos).ok()? * LN_TWO;
    // Each of at most 38 terms is off by less than 3, times 2 for ln m; ln 2 by less than 1 for each power of two.
    let margin = 256 + i128::try_from(twos.abs()).ok()?;
    let low = rounded(fixed - margin);
    (low == rounded(fixed + margin)).then(|| Exact::scaled(low, -PLACES))
}

/// artanh of `scaled / sum`, which is at most ⅓, in fixed point: t + t³/3 + t⁵/5 + …
fn series(scaled: UBig, sum: &UBig) -> Option<i128> {
    let t = u128::try_from(scaled / sum).ok()?;
    let square = product(t, t);
    let (mut power, mut total, mut odd) = (t, 0, 1);
    while power > 0 {
        total += power / odd;
        power = product(power, square);
        odd += 2;
    }
    i128::try_from(total).ok()
}

/// The product of two numbers below 1, in fixed point, cut off.
fn product(a: u128, b: u128) -> u128 {
    const HALF: u32 = 64;
    let low = |number: u128| number & u128::from(u64::MAX);
    let middle = (a >> HALF) * low(b) + low(a) * (b >> HALF) + ((low(a) * low(b)) >> HALF);
    (((a >> HALF) * (b >> HALF)) << (2 * HALF - BITS)) + (middle >> (BITS - HALF))
}

/// The nearest multiple of 10^-30, in these.
fn rounded(fixed: i128) -> i128 {
    const POWER: i128 = 10i128.pow(PLACES.unsigned_abs());
    let (whole, part) = (fixed.div_euclid(ONE), fixed.rem_euclid(ONE));
    let part = (IBig::from(part) * IBig::from(POWER) + IBig::from(ONE / 2)) >> BITS as usize;
    whole * POWER + i128::try_from(part).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_logarithm_of_two_is_cut_off_from_a_longer_one() {
        let longer = super::super::sum_of_ln_two(192) >> (192 - BITS as usize);
        assert_eq!(UBig::from(LN_TWO.unsigned_abs()), longer);
    }

    proptest! {
        #[test]
        fn both_ways_agree(numerator in 1u128.., denominator in 1u128..) {
            let (numerator, denominator) = (UBig::from(numerator), UBig::from(denominator));
            if let Some(narrow) = ln(&numerator, &denominator) {
                prop_assert_eq!(Some(narrow), super::super::wide(&numerator, &denominator));
            }
        }
    }
}
