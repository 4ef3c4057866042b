//! Sorting doubles.

/// Sorts finite doubles ascending; no −0 among them.
pub(super) fn sort_doubles(values: &mut [f64]) {
    values.sort_unstable_by(f64::total_cmp);
}
