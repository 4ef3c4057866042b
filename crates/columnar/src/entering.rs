//! Values as rules that look at the population see them: rounded half up to 12 places, as doubles that mean them.

use domain::evaluation::PLACES;
use formula::Exact;

use crate::{
    decimals::{ULP, has_few_places},
    lanes::{DOUBT, KNOWN, Numbers, grid},
};

/// Decimals of 15 digits have a double each.
const FIFTEEN_DIGITS: f64 = 1e15;

/// Replaces every value by the double that means the rounded value. What cannot be told that way is put in doubt.
pub(crate) fn enter(numbers: &mut Numbers) {
    if numbers.typed {
        enter_typed(numbers);
    } else if let Some(places) = numbers.places.filter(|&places| places <= PLACES) {
        enter_on_grid(numbers, places);
    } else {
        enter_rounding(numbers);
    }
    numbers.typed = true;
}

fn enter_typed(numbers: &mut Numbers) {
    if numbers.places.is_some_and(|places| places <= PLACES) {
        return;
    }
    for (value, state) in numbers.value.iter().zip(&mut numbers.state) {
        if *state == KNOWN && !has_few_places(*value) {
            *state = DOUBT;
        }
    }
}

fn enter_on_grid(numbers: &mut Numbers, places: i32) {
    let half = grid(Some(places)) * 0.49;
    let power = 10f64.powi(places.abs());
    for ((value, error), state) in numbers.value.iter_mut().zip(&mut numbers.error).zip(&mut numbers.state) {
        let scaled = if places >= 0 { *value * power } else { *value / power };
        let whole = scaled.round_ties_even();
        if *state == KNOWN && !(*error < half && whole.abs() < FIFTEEN_DIGITS) {
            *state = DOUBT;
        }
        *value = if places >= 0 { whole / power } else { whole * power } + 0.0;
        *error = value.abs() * ULP;
    }
}

fn enter_rounding(numbers: &mut Numbers) {
    let power = 10f64.powi(PLACES);
    for ((value, error), state) in numbers.value.iter_mut().zip(&mut numbers.error).zip(&mut numbers.state) {
        let scaled = *value * power;
        let whole = scaled.round_ties_even();
        let off = (scaled - whole).abs() + *error * power + scaled.abs() * ULP;
        if *state == KNOWN && !(off < 0.499_999 && whole.abs() < FIFTEEN_DIGITS) {
            *state = DOUBT;
        }
        *value = whole / power + 0.0;
        *error = value.abs() * ULP;
    }
}

/// Whether [`enter`] would leave the values as they are.
pub(crate) fn is_entered(numbers: &Numbers) -> bool {
    numbers.typed && numbers.places.is_some_and(|places| places <= PLACES)
}

/// The double that means `value`; `None` when no double does.
pub(crate) fn meaning(value: &Exact) -> Option<f64> {
    let double = value.to_f64();
    (Exact::from_f64_shortest(double).as_ref() == Some(value)).then_some(double)
}
