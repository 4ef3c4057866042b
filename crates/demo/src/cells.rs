//! One row under construction.

use formula::{Exact, Fact};
use jiff::civil::Date;

use crate::column::Column;

/// Hundredths of 万元: the demo's money, so that amounts have two decimals and sums are whole numbers.
pub(crate) type Money = i64;

/// So many 万元.
pub(crate) const fn wan(amount: i64) -> Money {
    amount * 100
}

/// A share of an amount, in thousandths, cut to whole hundredths.
pub(crate) const fn part(amount: i64, permille: i64) -> i64 {
    amount * permille / 1000
}

/// The facts of one row; every column starts missing.
#[derive(Debug, Clone)]
pub(crate) struct Cells(pub(crate) Vec<Option<Fact>>);

impl Cells {
    pub(crate) fn new() -> Self {
        Self(vec![None; Column::ALL.len()])
    }

    fn set(&mut self, column: Column, fact: Fact) {
        self.0[column as usize] = Some(fact);
    }

    pub(crate) fn clear(&mut self, column: Column) {
        self.0[column as usize] = None;
    }

    pub(crate) fn money(&mut self, column: Column, amount: Money) {
        self.set(column, Fact::Number(Exact::scaled(i128::from(amount), -2)));
    }

    pub(crate) fn whole(&mut self, column: Column, number: i64) {
        self.set(column, Fact::Number(Exact::from(number)));
    }

    /// A number given in tenths.
    pub(crate) fn tenths(&mut self, column: Column, number: i64) {
        self.set(column, Fact::Number(Exact::scaled(i128::from(number), -1)));
    }

    pub(crate) fn text(&mut self, column: Column, text: impl AsRef<str>) {
        self.set(column, Fact::Text(text.as_ref().into()));
    }

    pub(crate) fn truth(&mut self, column: Column, truth: bool) {
        self.set(column, Fact::Truth(truth));
    }

    pub(crate) fn date(&mut self, column: Column, date: Date) {
        self.set(column, Fact::Date(date));
    }
}
