//! Checks of values, decided exactly.

use domain::collection::{jumps, median, outliers, repeated, suspicious_zeros};
use formula::Exact;

fn exact(text: &str) -> Exact {
    text.parse().unwrap()
}

fn all(texts: &[&str]) -> Vec<Exact> {
    texts.iter().map(|text| exact(text)).collect()
}

#[test]
fn the_median_of_an_even_number_is_the_mean_of_the_two_middle_ones() {
    assert_eq!(median(&all(&["3", "1", "2"])), Some(exact("2")));
    assert_eq!(median(&all(&["1", "2", "4", "3"])), Some(exact("2.5")));
    assert_eq!(median(&[]), None);
}

#[test]
fn an_outlier_lies_beyond_so_many_deviations_and_not_on_the_edge() {
    // The median is 10, the deviations are 1, 0, 1, 10: their median is 1.
    let values = all(&["9", "10", "11", "10", "20", "9", "11"]);
    assert_eq!(outliers(&values, &exact("9.99")), [4]);
    assert_eq!(outliers(&values, &exact("10")), [] as [usize; 0]);
    let flat = all(&["5", "5", "5", "5", "1000000"]);
    assert_eq!(outliers(&flat, &exact("3")), [] as [usize; 0], "no spread, no judgement");
}

#[test]
fn a_zero_is_suspicious_only_where_hardly_anybody_has_one() {
    let rare = all(&["1", "2", "0", "4", "5", "6", "7", "8", "9", "10"]);
    assert_eq!(suspicious_zeros(&rare, &exact("0.1")), [2]);
    assert_eq!(suspicious_zeros(&rare, &exact("0.09")), [] as [usize; 0]);
}

#[test]
fn values_that_repeat_to_the_last_digit_are_found_and_zeros_are_not() {
    let values = all(&["100", "7.5", "100.00", "0", "0", "0", "100"]);
    assert_eq!(repeated(&values, 3), [0, 2, 6]);
    assert_eq!(repeated(&values, 4), [] as [usize; 0]);
}

#[test]
fn a_jump_is_seen_both_ways_and_never_from_zero() {
    let check = |before, now| jumps(&exact(before), &exact(now), &exact("3"));
    assert!(check("100", "300.01") && check("300.01", "100"));
    assert!(!check("100", "300") && !check("300", "100"), "the edge itself is no jump");
    assert!(!check("0", "100") && !check("100", "0") && !check("-5", "100"));
}
