//! The known values of one peer group in ascending order, with the enterprises they belong to.
//!
//! Columns of typed decimals (money in cents, counts, shares) are small whole numbers times a power of ten. Where there
//! are few of these they are counted, otherwise sorted by their digits.

use super::sort::sort_by_digits;
use crate::decimals::{common_places, whole};

/// The values of one group, and the enterprise each belongs to.
#[derive(Debug, Default)]
pub(crate) struct Seats {
    pub(crate) values: Vec<f64>,
    pub(crate) rows: Vec<u32>,
}

impl Seats {
    /// Room for so many: growing step by step would take up to twice the memory.
    pub(crate) fn reserve(&mut self, count: usize) {
        self.values.reserve_exact(count);
        self.rows.reserve_exact(count);
    }
}

/// The same, ascending.
#[derive(Debug)]
pub(crate) struct Ascending {
    scale: Scale,
    order: Order,
}

#[derive(Debug)]
enum Order {
    /// The whole number of every value, in the order of the rows, and how many have each whole number.
    Counted { keys: Vec<u32>, rows: Vec<u32>, counts: Vec<u32> },
    /// Whole number and row of every value, sorted.
    Sorted(Vec<u64>),
}

/// Values as whole numbers from 0.
#[derive(Debug, Clone, Copy)]
struct Scale {
    least: i64,
    power: f64,
}

impl Scale {
    fn key(self, value: f64) -> u32 {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "between 0 and the spread"
        )]
        let key = (whole(value, self.power) - self.least) as u32;
        key
    }

    fn value(self, key: u32) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "whole numbers of at most 15 digits")]
        let whole = (self.least + i64::from(key)) as f64;
        whole / self.power
    }
}

/// The scale of values, and how far from the least the largest of them lies in it.
fn scale_of(values: &[f64]) -> Option<(Scale, u32)> {
    let power = 10f64.powi(common_places(values).filter(|&places| places <= 4 && !values.is_empty())?);
    let least = whole(values.iter().copied().fold(f64::INFINITY, f64::min), power);
    let most = whole(values.iter().copied().fold(f64::NEG_INFINITY, f64::max), power);
    let spread = u32::try_from(most.checked_sub(least)?).ok()?;
    Some((Scale { least, power }, spread))
}

impl Ascending {
    /// Gives the seats back where the values are no whole multiples of 10⁻⁴ within 32 bits of each other, or where there
    /// are none. No −0 among them.
    pub(crate) fn of(seats: Seats) -> Result<Self, Seats> {
        let Some((scale, spread)) = scale_of(&seats.values) else { return Err(seats) };
        let Seats { values, rows } = seats;
        let keys = values.into_iter().map(|value| scale.key(value));
        let order = if (spread / 4) as usize <= rows.len() {
            let keys: Vec<u32> = keys.collect();
            let mut counts = vec![0; spread as usize + 1];
            keys.iter().for_each(|&key| counts[key as usize] += 1);
            Order::Counted { keys, rows, counts }
        } else {
            let mut pairs =
                keys.zip(rows).map(|(key, row)| (u64::from(key) << 32) | u64::from(row)).collect();
            sort_by_digits(&mut pairs, 32, u32::BITS - spread.leading_zeros());
            Order::Sorted(pairs)
        };
        Ok(Self { scale, order })
    }

    /// Every distinct value, ascending, with how many have it.
    pub(crate) fn distinct(&self, mut see: impl FnMut(f64, u32)) {
        match &self.order {
            Order::Counted { counts, .. } => {
                for (key, &count) in (0..).zip(counts).filter(|(_, count)| **count > 0) {
                    see(self.scale.value(key), count);
                }
            }
            Order::Sorted(pairs) => {
                for alike in pairs.chunk_by(|one, other| one >> 32 == other >> 32) {
                    see(self.scale.value(key_of(alike[0])), u32::try_from(alike.len()).unwrap_or(u32::MAX));
                }
            }
        }
    }

    /// Asks for the points of every distinct value, ascending, and tells them of every row that has it.
    pub(crate) fn tell(&self, mut points: impl FnMut(f64) -> i32, mut tell: impl FnMut(usize, i32)) {
        match &self.order {
            Order::Counted { keys, rows, counts } => {
                let ask =
                    |(key, &count): (u32, &u32)| if count > 0 { points(self.scale.value(key)) } else { 0 };
                let by_key: Vec<i32> = (0..).zip(counts).map(ask).collect();
                for (&key, &row) in keys.iter().zip(rows) {
                    tell(row as usize, by_key[key as usize]);
                }
            }
            Order::Sorted(pairs) => {
                for alike in pairs.chunk_by(|one, other| one >> 32 == other >> 32) {
                    let points = points(self.scale.value(key_of(alike[0])));
                    alike.iter().for_each(|&pair| tell(row_of(pair), points));
                }
            }
        }
    }
}

fn key_of(pair: u64) -> u32 {
    (pair >> 32) as u32
}

fn row_of(pair: u64) -> usize {
    #[expect(clippy::cast_possible_truncation, reason = "the lower half")]
    let row = pair as u32;
    row as usize
}
