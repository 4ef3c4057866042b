//! Chunks of values with what is known about their errors.
//!
//! A number lane holds, for each enterprise, a double and a bound of its distance from the exact value. A decision that
//! the bound leaves open is not taken here: the lane says [`DOUBT`] and the exact evaluator decides that enterprise.

use std::cmp::Ordering;

use crate::decimals::ULP;

/// The value is known (to within its error). Where two states meet strictly, the larger one holds.
pub(crate) const KNOWN: u8 = 0;
/// Nothing is missing, but the value is not defined.
pub(crate) const UNDEFINED: u8 = 1;
/// Not decided here.
pub(crate) const DOUBT: u8 = 2;
/// Data are missing: that wins over everything, because first the data must be complete.
pub(crate) const MISSING: u8 = 3;

/// Room for the roundings of the error arithmetic itself.
const SLACK: f64 = 1.0 + 8.0 * ULP;
/// What underflow can lose.
const TINY: f64 = f64::MIN_POSITIVE;

/// Numbers in base units.
#[derive(Debug, Clone, Default)]
pub(crate) struct Numbers {
    /// The doubles; anything where the state is not [`KNOWN`].
    pub(crate) value: Vec<f64>,
    /// The exact value is at most this far away. Empty for typed values that no arithmetic has touched: what they mean
    /// is known, and half a unit in the last place bounds the rest.
    pub(crate) error: Vec<f64>,
    /// [`KNOWN`], [`UNDEFINED`], [`DOUBT`] or [`MISSING`].
    pub(crate) state: Vec<u8>,
    /// Every exact value is a whole multiple of 10^-places, where that is known.
    pub(crate) places: Option<i32>,
    /// Every known double means its own value: its shortest decimal text is the exact value.
    pub(crate) typed: bool,
}

/// Conditions.
#[derive(Debug, Clone, Default)]
pub(crate) struct Truths {
    /// Met or unmet; anything where the state is not [`KNOWN`].
    pub(crate) holds: Vec<bool>,
    /// [`KNOWN`], [`UNDEFINED`], [`DOUBT`] or [`MISSING`].
    pub(crate) state: Vec<u8>,
}

/// What an expression comes to over a chunk.
#[derive(Debug, Clone)]
pub(crate) enum Lane {
    /// Numbers.
    Numbers(Numbers),
    /// Conditions.
    Truths(Truths),
}

impl Lane {
    /// What is known of each enterprise.
    pub(crate) fn state(&self) -> &[u8] {
        match self {
            Self::Numbers(numbers) => &numbers.state,
            Self::Truths(truths) => &truths.state,
        }
    }

    pub(crate) fn state_mut(&mut self) -> &mut [u8] {
        match self {
            Self::Numbers(numbers) => &mut numbers.state,
            Self::Truths(truths) => &mut truths.state,
        }
    }
}

/// How two numbers compare when their difference is `difference` ± `error` and a whole multiple of `grid` (0: any);
/// `None` when that cannot be told.
pub(crate) fn sign(difference: f64, error: f64, grid: f64) -> Option<Ordering> {
    if difference.abs() > error {
        difference.partial_cmp(&0.0)
    } else if error == 0.0 || (difference.abs() + error) * SLACK < grid {
        Some(Ordering::Equal)
    } else {
        None
    }
}

/// 10^-places, a little less so that its own rounding is on the safe side; 0 where there is no grid.
pub(crate) fn grid(places: Option<i32>) -> f64 {
    places.map_or(0.0, |places| 10f64.powi(-places) * (1.0 - 8.0 * ULP))
}

/// The finer of two grids.
pub(crate) fn finer(left: Option<i32>, right: Option<i32>) -> Option<i32> {
    Some(left?.max(right?))
}

impl Numbers {
    pub(crate) fn constant(value: f64, error: f64, places: Option<i32>, len: usize) -> Self {
        Self {
            value: vec![value; len],
            error: vec![error; len],
            state: vec![KNOWN; len],
            places,
            typed: false,
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.value.len()
    }

    /// Applies `step` to value and error of every row.
    pub(crate) fn map(mut self, places: Option<i32>, step: impl Fn(f64, f64) -> (f64, f64)) -> Self {
        for (value, error) in self.value.iter_mut().zip(&mut self.error) {
            (*value, *error) = step(*value, *error);
        }
        self.places = places;
        self.typed = false;
        self.doubt_overflow();
        self
    }

    /// Applies `step` to both sides of every row; states combine strictly.
    pub(crate) fn zip(
        mut self,
        other: &Self,
        places: Option<i32>,
        step: impl Fn((f64, f64), (f64, f64)) -> (f64, f64),
    ) -> Self {
        let right = other.value.iter().zip(&other.error);
        for ((value, error), (&more, &wrong)) in self.value.iter_mut().zip(&mut self.error).zip(right) {
            (*value, *error) = step((*value, *error), (more, wrong));
        }
        for (state, &more) in self.state.iter_mut().zip(&other.state) {
            *state = (*state).max(more);
        }
        self.places = places;
        self.typed = false;
        self.doubt_overflow();
        self
    }

    /// Whatever left the range of doubles is not decided here.
    fn doubt_overflow(&mut self) {
        for ((&value, &error), state) in self.value.iter().zip(&self.error).zip(&mut self.state) {
            if *state == KNOWN && !(value.is_finite() && error.is_finite()) {
                *state = DOUBT;
            }
        }
    }

    pub(crate) fn add(self, other: &Self) -> Self {
        let places = finer(self.places, other.places);
        self.zip(other, places, |(a, ea), (b, eb)| rounded(a + b, ea + eb))
    }

    pub(crate) fn subtract(self, other: &Self) -> Self {
        let places = finer(self.places, other.places);
        self.zip(other, places, |(a, ea), (b, eb)| rounded(a - b, ea + eb))
    }

    pub(crate) fn multiply(self, other: &Self) -> Self {
        let places = self.places.zip(other.places).map(|(left, right)| left + right);
        self.zip(other, places, |(a, ea), (b, eb)| {
            let nothing = (a == 0.0 && ea == 0.0) || (b == 0.0 && eb == 0.0);
            let (value, error) = rounded(a * b, a.abs() * eb + b.abs() * ea + ea * eb);
            (value, if nothing { 0.0 } else { error + TINY })
        })
    }

    /// The quotient: undefined where the divisor is zero, in doubt where it may be.
    pub(crate) fn divide(self, other: &Self) -> Self {
        let cell = grid(other.places);
        let divisor: Vec<_> =
            other.value.iter().zip(&other.error).map(|(&b, &eb)| sign(b, eb, cell)).collect();
        let mut quotient = self.zip(other, None, |(a, ea), (b, eb)| {
            if b.abs() <= eb {
                return (0.0, 0.0);
            }
            let value = a / b;
            let (value, error) = rounded(value, (ea + value.abs() * eb) / (b.abs() - eb));
            (value, if a == 0.0 && ea == 0.0 { 0.0 } else { error + TINY })
        });
        for (state, divisor) in quotient.state.iter_mut().zip(divisor) {
            match divisor {
                _ if *state != KNOWN => {}
                Some(Ordering::Equal) => *state = UNDEFINED,
                None => *state = DOUBT,
                Some(_) => {}
            }
        }
        quotient
    }

    pub(crate) fn negate(self) -> Self {
        let places = self.places;
        self.map(places, |value, error| (-value, error))
    }

    pub(crate) fn absolute(self) -> Self {
        let places = self.places;
        self.map(places, |value, error| (value.abs(), error))
    }

    /// The smaller of each pair.
    pub(crate) fn smaller(self, other: &Self) -> Self {
        let places = finer(self.places, other.places);
        self.zip(other, places, |(a, ea), (b, eb)| (a.min(b), ea.max(eb)))
    }

    /// The larger of each pair.
    pub(crate) fn larger(self, other: &Self) -> Self {
        let places = finer(self.places, other.places);
        self.zip(other, places, |(a, ea), (b, eb)| (a.max(b), ea.max(eb)))
    }

    /// The natural logarithm, which the language rounds to 30 places: undefined at zero and below.
    pub(crate) fn logarithm(self) -> Self {
        let cell = grid(self.places);
        let signs: Vec<_> = self.value.iter().zip(&self.error).map(|(&a, &ea)| sign(a, ea, cell)).collect();
        let mut result = self.map(None, |a, ea| {
            if a <= ea {
                return (0.0, 0.0);
            }
            let value = a.ln();
            (value, (ea / (a - ea)) * SLACK + value.abs() * 8.0 * ULP + 1e-29)
        });
        for (state, sign) in result.state.iter_mut().zip(signs) {
            match sign {
                _ if *state != KNOWN => {}
                Some(Ordering::Greater) => {}
                Some(_) => *state = UNDEFINED,
                None => *state = DOUBT,
            }
        }
        result
    }

    /// Whole numbers from `pick` (floor, ceil or round); in doubt where the error reaches a `break_at` (0: whole
    /// numbers, 0.5: halves) of the scaled value, which the caller has scaled.
    pub(crate) fn whole(mut self, pick: fn(f64) -> f64, break_at: f64) -> Self {
        let grid = self.places.filter(|places| *places <= 12).map(|places| 10f64.powi(places.max(0)));
        for ((value, error), state) in self.value.iter_mut().zip(&mut self.error).zip(&mut self.state) {
            let nearest = (*value - break_at).round() + break_at;
            let distance = (*value - nearest).abs();
            if let Some(exact) = grid.and_then(|grid| on_grid(*value, *error, grid)) {
                *value = exact;
            } else if *error > 0.0 && distance <= *error * SLACK && *state == KNOWN {
                *state = DOUBT;
            }
            *value = pick(*value);
            *error = 0.0;
            if value.abs() > 4e15 && *state == KNOWN {
                *state = DOUBT;
            }
        }
        self.places = Some(0);
        self.typed = false;
        self
    }

    /// How each pair compares.
    pub(crate) fn compare(&self, other: &Self, accept: impl Fn(Ordering) -> bool) -> Truths {
        let cell = grid(finer(self.places, other.places));
        let mut truths = Truths { holds: Vec::with_capacity(self.len()), state: self.state.clone() };
        for index in 0..self.len() {
            let (value, error) =
                rounded(self.value[index] - other.value[index], self.error[index] + other.error[index]);
            truths.state[index] = truths.state[index].max(other.state[index]);
            let order = sign(value, error, cell);
            if order.is_none() && truths.state[index] == KNOWN {
                truths.state[index] = DOUBT;
            }
            truths.holds.push(order.is_some_and(&accept));
        }
        truths
    }
}

/// The double nearest to the exact value, when that is a multiple of 1 ÷ `grid` and only one of them is near enough. No whole number
/// and no half lies between the two.
fn on_grid(value: f64, error: f64, grid: f64) -> Option<f64> {
    let scaled = value * grid;
    (scaled.abs() < (1u64 << 48) as f64 && error * grid * SLACK < 0.25).then(|| scaled.round() / grid)
}

/// A correctly rounded result and its error, given the error carried in.
fn rounded(value: f64, carried: f64) -> (f64, f64) {
    (value, carried * SLACK + value.abs() * ULP)
}
