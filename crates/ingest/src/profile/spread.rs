//! Minimum, median, maximum and outliers, exactly.

use formula::Exact;

use super::NumberProfile;

/// How far from the median, in median distances, a value is an outlier.
const DISTANCES: i64 = 5;

/// The profile of `values` (row in the file, value); `None` when there are none. Values must be totally ordered.
pub(super) fn of<K: Copy + PartialOrd>(
    values: Vec<(u32, K)>,
    exact: impl Fn(K) -> Exact,
) -> Option<NumberProfile> {
    let mut sorted: Vec<K> = values.iter().map(|(_, value)| *value).collect();
    sorted.sort_by(|left, right| left.partial_cmp(right).unwrap_or(std::cmp::Ordering::Equal));
    let (first, last) = (*sorted.first()?, *sorted.last()?);
    let at = |index: usize| exact(sorted[index]);
    let middle = |index: usize, value: &dyn Fn(usize) -> Exact| {
        if sorted.len() % 2 == 1 { value(index) } else { half(&(value(index - 1) + value(index))) }
    };
    let median = middle(sorted.len() / 2, &at);
    let zeros = sorted.partition_point(|value| exact(*value) <= Exact::ZERO)
        - sorted.partition_point(|value| exact(*value) < Exact::ZERO);
    let distance = median_distance(&sorted, &median, &exact);
    let mut profile = NumberProfile {
        zeros,
        minimum: exact(first),
        median: median.clone(),
        maximum: exact(last),
        fences: None,
        outliers: 0,
        first_outliers: Vec::new(),
    };
    if distance.is_zero() {
        return Some(profile);
    }
    let reach = distance * Exact::from(DISTANCES);
    let (low, high) = (&median - &reach, &median + &reach);
    let inside_from = sorted.partition_point(|value| exact(*value) < low);
    let inside_to = sorted.partition_point(|value| exact(*value) <= high);
    profile.outliers = inside_from + sorted.len() - inside_to;
    // At least half of the values lie inside, so both ends exist.
    let (least, greatest) = (sorted[inside_from], sorted[inside_to - 1]);
    let outside = values.iter().filter(|(_, value)| *value < least || *value > greatest);
    profile.first_outliers = outside.take(5).map(|(row, value)| (*row, exact(*value))).collect();
    profile.fences = Some((low, high));
    Some(profile)
}

fn half(value: &Exact) -> Exact {
    value * &Exact::scaled(5, -1)
}

/// The median of the distances from the median: merges the two halves outwards from the middle.
fn median_distance<K: Copy + PartialOrd>(sorted: &[K], median: &Exact, exact: &impl Fn(K) -> Exact) -> Exact {
    let split = sorted.partition_point(|value| exact(*value) < *median);
    let mut left = split;
    let mut right = split;
    let count = sorted.len();
    let mut last = [Exact::ZERO, Exact::ZERO];
    for _ in 0..=count / 2 {
        let below = left.checked_sub(1).map(|index| median - &exact(sorted[index]));
        let above = sorted.get(right).map(|value| &exact(*value) - median);
        let next = match (below, above) {
            (Some(below), Some(above)) if below <= above => {
                left -= 1;
                below
            }
            (Some(below), None) => {
                left -= 1;
                below
            }
            (_, Some(above)) => {
                right += 1;
                above
            }
            (None, None) => break,
        };
        last = [std::mem::take(&mut last[1]), next];
    }
    let [before, middle] = last;
    if count % 2 == 1 { middle } else { half(&(before + middle)) }
}

#[cfg(test)]
mod tests {
    use formula::Exact;
    use proptest::prelude::*;

    use super::of;

    fn median(mut values: Vec<Exact>) -> Exact {
        values.sort();
        let middle = values.len() / 2;
        if values.len() % 2 == 1 {
            values[middle].clone()
        } else {
            (values[middle - 1].clone() + values[middle].clone()) / Exact::from(2)
        }
    }

    proptest! {
        #[test]
        fn it_agrees_with_the_definition(values in proptest::collection::vec(-50i64..50, 1..40)) {
            let exact: Vec<Exact> = values.iter().map(|value| Exact::from(*value)).collect();
            let centre = median(exact.clone());
            let distance = median(exact.iter().map(|value| (value - &centre).abs()).collect());
            let rows: Vec<(u32, i64)> = (1u32..).zip(values.iter().copied()).collect();
            let profile = of(rows, Exact::from).unwrap();
            prop_assert_eq!(&profile.median, &centre);
            prop_assert_eq!(profile.zeros, values.iter().filter(|value| **value == 0).count());
            let far = |value: &&Exact| (*value - &centre).abs() > &distance * &Exact::from(5);
            let outliers = if distance.is_zero() { 0 } else { exact.iter().filter(far).count() };
            prop_assert_eq!(profile.outliers, outliers);
        }
    }
}
