//! Sorting doubles by their digits.
//!
//! Columns of typed decimals (money in cents, counts, shares) become small whole numbers first: these take a third of
//! the passes.

use crate::decimals::{common_places, whole};

/// Below this, comparing is faster.
const FEW: usize = 512;
/// Bits of one digit.
const DIGIT: u32 = 11;
const BUCKETS: usize = 1 << DIGIT;

/// Sorts finite doubles ascending; no −0 among them.
pub(super) fn sort_doubles(values: &mut [f64]) {
    if values.len() < FEW {
        values.sort_unstable_by(f64::total_cmp);
    } else if !sort_as_whole_numbers(values) {
        sort_as_bits(values);
    }
}

/// Sorts by the whole numbers the values are multiples of; `false` where these do not fit 32 bits.
fn sort_as_whole_numbers(values: &mut [f64]) -> bool {
    let Some(places) = common_places(values).filter(|&places| places <= 4) else { return false };
    let least = values.iter().copied().fold(f64::INFINITY, f64::min);
    let most = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let power = 10f64.powi(places);
    let (least, most) = (whole(least, power), whole(most, power));
    let Ok(spread) = u32::try_from(most - least) else { return false };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and the spread")]
    let mut keys: Vec<u32> = values.iter().map(|&value| (whole(value, power) - least) as u32).collect();
    sort_keys(&mut keys, u32::BITS - spread.leading_zeros(), |key, shift| {
        (key >> shift) as usize & (BUCKETS - 1)
    });
    for (value, key) in values.iter_mut().zip(keys) {
        #[expect(clippy::cast_precision_loss, reason = "whole numbers of at most 15 digits")]
        let whole = (least + i64::from(key)) as f64;
        *value = whole / power;
    }
    true
}

/// The known values (no NaN) with where they stood, ascending; `None` where they are no small whole multiples.
pub(crate) fn ranked(values: &[f64]) -> Option<impl Iterator<Item = (f64, usize)>> {
    let known: Vec<f64> = values.iter().copied().filter(|value| !value.is_nan()).collect();
    let places = common_places(&known).filter(|&places| places <= 4)?;
    let power = 10f64.powi(places);
    let least = whole(known.iter().copied().fold(f64::INFINITY, f64::min), power);
    let most = whole(known.iter().copied().fold(f64::NEG_INFINITY, f64::max), power);
    let spread = u32::try_from(most.checked_sub(least)?).ok()?;
    drop(known);
    let key = |value: f64| u64::try_from(whole(value, power) - least).unwrap_or(u64::MAX);
    let places = (0u64..).zip(values).filter(|(_, value)| !value.is_nan());
    let mut keys: Vec<u64> = places.map(|(place, &value)| (key(value) << 32) | place).collect();
    #[expect(clippy::cast_possible_truncation, reason = "masked to one digit")]
    sort_keys(&mut keys, u32::BITS - spread.leading_zeros(), |key, shift| {
        (key >> (32 + shift)) as usize & (BUCKETS - 1)
    });
    Some(keys.into_iter().map(move |key| {
        #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "halves of 32 bits")]
        let (value, place) = ((least + (key >> 32) as i64) as f64 / power, (key as u32) as usize);
        (value, place)
    }))
}

fn sort_as_bits(values: &mut [f64]) {
    let mut keys: Vec<u64> = values.iter().map(|&value| in_order(value)).collect();
    let differ = keys.iter().fold(0, |differ, key| differ | (key ^ keys[0]));
    #[expect(clippy::cast_possible_truncation, reason = "masked to one digit")]
    sort_keys(&mut keys, u64::BITS - differ.leading_zeros(), |key, shift| {
        (key >> shift) as usize & (BUCKETS - 1)
    });
    for (value, key) in values.iter_mut().zip(keys) {
        *value = f64::from_bits(if key >> 63 == 1 { key & !(1 << 63) } else { !key });
    }
}

/// Whole numbers in the order of the doubles.
pub(crate) fn in_order(value: f64) -> u64 {
    let bits = value.to_bits();
    if bits >> 63 == 1 { !bits } else { bits | (1 << 63) }
}

/// Sorts by the lowest `bits` bits, digit after digit from the lowest.
fn sort_keys<K: Copy + Default>(keys: &mut Vec<K>, bits: u32, digit: impl Fn(K, u32) -> usize) {
    let mut other = vec![K::default(); keys.len()];
    for shift in (0..bits).step_by(DIGIT as usize) {
        let mut starts = [0usize; BUCKETS];
        keys.iter().for_each(|&key| starts[digit(key, shift)] += 1);
        if starts.contains(&keys.len()) {
            continue;
        }
        let mut next = 0;
        for start in &mut starts {
            let count = *start;
            *start = next;
            next += count;
        }
        for &key in keys.iter() {
            let place = &mut starts[digit(key, shift)];
            other[*place] = key;
            *place += 1;
        }
        std::mem::swap(keys, &mut other);
    }
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*};

    use super::*;

    fn check(mut values: Vec<f64>) {
        let mut expected = values.clone();
        expected.sort_unstable_by(f64::total_cmp);
        let mut by_bits = values.clone();
        sort_as_bits(&mut by_bits);
        sort_doubles(&mut values);
        assert_eq!(values, expected);
        assert_eq!(by_bits, expected);
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 20, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn money_is_sorted(cents in vec(-1_000_000i32..100_000_000, 1..2_000)) {
            check(cents.into_iter().map(|cents| f64::from(cents) / 100.0).collect());
        }

        #[test]
        fn any_doubles_are_sorted(values in vec(-1e9f64..1e9, 1..2_000)) {
            check(values.into_iter().map(|value| value + 0.0).collect());
        }
    }
}
