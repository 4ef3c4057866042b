//! Sorting doubles by their digits.

use super::ascending::{Ascending, Seats};

/// Below this, comparing is faster.
const FEW: usize = 512;
/// Bits of one digit.
const DIGIT: u32 = 11;
const BUCKETS: usize = 1 << DIGIT;

/// Sorts finite doubles ascending; no −0 among them.
pub(super) fn sort_doubles(values: &mut Vec<f64>) {
    if values.len() < FEW {
        values.sort_unstable_by(f64::total_cmp);
        return;
    }
    let seats = Seats { rows: (0..).take(values.len()).collect(), values: std::mem::take(values) };
    match Ascending::of(seats) {
        Ok(ascending) => {
            ascending.distinct(|value, count| values.extend(std::iter::repeat_n(value, count as usize)));
        }
        Err(seats) => {
            *values = seats.values;
            sort_as_bits(values);
        }
    }
}

fn sort_as_bits(values: &mut [f64]) {
    let mut keys: Vec<u64> = values.iter().map(|&value| in_order(value)).collect();
    let differ = keys.iter().fold(0, |differ, key| differ | (key ^ keys[0]));
    sort_by_digits(&mut keys, 0, u64::BITS - differ.leading_zeros());
    for (value, key) in values.iter_mut().zip(keys) {
        *value = f64::from_bits(if key >> 63 == 1 { key & !(1 << 63) } else { !key });
    }
}

/// Whole numbers in the order of the doubles.
pub(crate) fn in_order(value: f64) -> u64 {
    let bits = value.to_bits();
    if bits >> 63 == 1 { !bits } else { bits | (1 << 63) }
}

/// Sorts by `bits` bits from bit `from` on, digit after digit from the lowest.
pub(super) fn sort_by_digits(keys: &mut Vec<u64>, from: u32, bits: u32) {
    let mut other = vec![0; keys.len()];
    for shift in (from..from + bits).step_by(DIGIT as usize) {
        #[expect(clippy::cast_possible_truncation, reason = "masked to one digit")]
        let digit = |key: u64| (key >> shift) as usize & (BUCKETS - 1);
        let mut starts = [0usize; BUCKETS];
        keys.iter().for_each(|&key| starts[digit(key)] += 1);
        if starts.contains(&keys.len()) {
            continue;
        }
        let mut next = 0;
        for start in &mut starts {
            next += std::mem::replace(start, next);
        }
        for &key in keys.iter() {
            let place = &mut starts[digit(key)];
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
