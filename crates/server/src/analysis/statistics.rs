//! Statistics of points. Means and quantiles of points are exact and rounded half up to 10⁻⁴ point; the others are doubles.

/// The value below which `part` of `whole` lie (R type 7: between two values the distance is shared out), of sorted
/// values; `None` of nothing.
pub(crate) fn quantile(sorted: &[i64], part: usize, whole: usize) -> Option<i64> {
    let last = sorted.len().checked_sub(1)?;
    let (at, rest) = (part * last / whole, part * last % whole);
    let (below, above) = (sorted[at], sorted[(at + 1).min(last)]);
    let (whole, rest) = (i64::try_from(whole).ok()?, i64::try_from(rest).ok()?);
    Some((2 * (whole * below + (above - below) * rest) + whole).div_euclid(2 * whole))
}

/// The mean, rounded half up; `None` of nothing.
pub(crate) fn mean(values: &[i64]) -> Option<i64> {
    let count = i128::try_from(values.len()).ok().filter(|count| *count > 0)?;
    let sum: i128 = values.iter().map(|value| i128::from(*value)).sum();
    i64::try_from((2 * sum + count).div_euclid(2 * count)).ok()
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a statistic, never a decision; sums of points stay below 2⁵³"
)]
fn double(number: i64) -> f64 {
    number as f64
}

#[expect(clippy::cast_precision_loss, reason = "counts of enterprises stay below 2⁵³")]
fn amount(count: usize) -> f64 {
    count as f64
}

/// Values as doubles.
pub(crate) fn doubles(values: impl Iterator<Item = i64>) -> Vec<f64> {
    values.map(double).collect()
}

/// `part` of `whole`; `None` of nothing.
pub(crate) fn share(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| amount(part) / amount(whole))
}

/// A part of a sum of points; `None` of nothing.
pub(crate) fn share_of_sum(part: i128, whole: i128) -> Option<f64> {
    #[expect(clippy::cast_precision_loss, reason = "a share shown with four decimals")]
    (whole != 0).then(|| part as f64 / whole as f64)
}

fn average(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / amount(values.len()))
}

/// Σ (x − mean)^`power`.
fn moment(values: &[f64], power: i32) -> f64 {
    let middle = average(values).unwrap_or_default();
    values.iter().map(|value| (value - middle).powi(power)).sum()
}

/// The sample variance (n − 1); `None` below two values.
pub(crate) fn variance(values: &[f64]) -> Option<f64> {
    (values.len() > 1).then(|| moment(values, 2) / (amount(values.len()) - 1.0))
}

/// 偏度: the adjusted Fisher–Pearson coefficient G₁; `None` below three values or where all are the same.
pub(crate) fn skewness(values: &[f64]) -> Option<f64> {
    let count = amount(values.len());
    let spread = moment(values, 2) / count;
    if values.len() < 3 || spread <= 0.0 {
        return None;
    }
    let plain = moment(values, 3) / count / spread.powf(1.5);
    Some(plain * (count * (count - 1.0)).sqrt() / (count - 2.0))
}

/// Pearson's correlation; `None` where one of both does not vary.
pub(crate) fn correlation(left: &[f64], right: &[f64]) -> Option<f64> {
    let (middle_left, middle_right) = (average(left)?, average(right)?);
    let together: f64 = left.iter().zip(right).map(|(l, r)| (l - middle_left) * (r - middle_right)).sum();
    let apart = (moment(left, 2) * moment(right, 2)).sqrt();
    (apart > 0.0).then(|| (together / apart).clamp(-1.0, 1.0))
}

/// Cronbach's α of items (each a list of values of the same enterprises); `None` below two items or where the sums do not
/// vary. Cronbach, “Coefficient alpha and the internal structure of tests”, Psychometrika 16 (1951).
pub(crate) fn alpha(items: &[&[f64]]) -> Option<f64> {
    let count = amount(items.len());
    let rows = items.first()?.len();
    let sums: Vec<f64> = (0..rows).map(|row| items.iter().map(|item| item[row]).sum()).collect();
    let whole = variance(&sums)?;
    if items.len() < 2 || whole <= 0.0 {
        return None;
    }
    let parts: f64 = items.iter().filter_map(|item| variance(item)).sum();
    Some(count / (count - 1.0) * (1.0 - parts / whole))
}

/// The place of each value, the greatest first; equal ones share the better place.
pub(crate) fn places(values: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&left, &right| values[right].total_cmp(&values[left]));
    let mut places = vec![0; values.len()];
    let mut place = 0;
    for (at, &row) in order.iter().enumerate() {
        if at == 0 || values[row] < values[order[at - 1]] {
            place = at + 1;
        }
        places[row] = place;
    }
    places
}

/// The rank of each value, the smallest first; equal ones share the middle of their ranks.
pub(crate) fn middle_ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&left, &right| values[left].total_cmp(&values[right]));
    let mut ranks = vec![0.0; values.len()];
    let mut from = 0;
    for alike in order.chunk_by(|&left, &right| values[left].total_cmp(&values[right]).is_eq()) {
        let middle = amount(2 * from + alike.len() + 1) / 2.0;
        alike.iter().for_each(|&at| ranks[at] = middle);
        from += alike.len();
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(found: Option<f64>, wanted: f64) {
        assert!(found.is_some_and(|found| (found - wanted).abs() < 5e-5), "{found:?} instead of {wanted}");
    }

    #[test]
    fn quantiles_and_means_of_points_are_exact_and_rounded_half_up() {
        assert_eq!(quantile(&[1, 2, 3, 4, 5], 1, 2), Some(3));
        assert_eq!(quantile(&[10, 20], 1, 4), Some(13), "12.5, half up");
        assert_eq!(quantile(&[10, 20, 30, 40], 9, 10), Some(37));
        assert_eq!((quantile(&[7], 1, 2), quantile(&[], 1, 2)), (Some(7), None));
        assert_eq!((mean(&[1, 2]), mean(&[-1, -2]), mean(&[])), (Some(2), Some(-1), None));
    }

    /// Defined so in the NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.5.11; the value is reckoned from it.
    #[test]
    fn skewness_is_the_adjusted_coefficient() {
        near(skewness(&[2.0, 8.0, 0.0, 4.0, 1.0, 9.0, 9.0, 0.0]), 0.330_58);
        near(skewness(&[1.0, 2.0, 3.0]), 0.0);
        assert_eq!((skewness(&[1.0, 2.0]), skewness(&[4.0, 4.0, 4.0])), (None, None));
    }

    /// Anscombe, “Graphs in Statistical Analysis”, The American Statistician 27 (1973): all four sets have 0.816.
    #[test]
    fn correlation_is_that_of_anscombes_quartet() {
        let x = [10.0, 8.0, 13.0, 9.0, 11.0, 14.0, 6.0, 4.0, 12.0, 7.0, 5.0];
        let first = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
        let second = [9.14, 8.14, 8.74, 8.77, 9.26, 8.10, 6.13, 3.10, 9.13, 7.26, 4.74];
        near(correlation(&x, &first), 0.816_42);
        near(correlation(&x, &second), 0.816_24);
        assert_eq!(correlation(&x, &[1.0; 11]), None);
    }

    #[test]
    fn alpha_is_one_for_copies_and_nought_for_strangers() {
        let item = [1.0, 2.0, 3.0, 4.0];
        near(alpha(&[&item, &item, &item]), 1.0);
        // Variances 1 and 1, covariance 0: α = 2 · (1 − 2/2) = 0.
        near(alpha(&[&[-1.0, -1.0, 1.0, 1.0], &[-1.0, 1.0, -1.0, 1.0]]), 0.0);
        assert_eq!((alpha(&[&item]), alpha(&[&[1.0, 1.0], &[2.0, 2.0]])), (None, None));
    }

    #[test]
    fn equal_values_share_the_middle_of_their_ranks() {
        assert_eq!(middle_ranks(&[5.0, 9.0, 5.0, 1.0]), [2.5, 4.0, 2.5, 1.0]);
        assert_eq!(middle_ranks(&[]), Vec::<f64>::new());
    }

    #[test]
    fn equal_values_share_the_better_place() {
        assert_eq!(places(&[5.0, 9.0, 5.0, 1.0]), [2, 1, 2, 4]);
    }
}
