//! 积分分析: a published run as a whole. How points are spread, who differs from whom, who moves between two years, which
//! indicators tell enterprises apart, how much of a place rests on the weights, and whether points told what became of
//! enterprises.
//!
//! What is told about enterprises together is told from the run itself, as it was frozen: the same run gives the same
//! numbers whenever it is asked. Statistics are computed in doubles; points and sums of points stay exact.

mod dimension;
mod distribution;
mod indicators;
mod movements;
mod pivot;
mod robustness;
mod statistics;
mod subset;
mod validity;

pub(crate) use dimension::{Dimension, KindBody, Teller};
pub(crate) use distribution::*;
pub(crate) use indicators::*;
pub(crate) use movements::*;
pub(crate) use pivot::*;
pub(crate) use robustness::*;
pub(crate) use statistics::quantile;
pub(crate) use validity::*;

use ::run::Run;
use domain::Points;

/// Whether `row` has points that count: a stage, and no veto.
fn counts(run: &Run, row: usize) -> bool {
    run.scores.stage(row).is_some() && !run.scores.vetoed(row)
}

/// The total of `row` in units of 10⁻⁴ point, where it counts.
fn total(run: &Run, row: usize) -> Option<i64> {
    counts(run, row).then(|| run.scores.total(row).0)
}

/// `part` of `whole` as it is sent, 0 to 1; `None` of nothing.
pub(crate) fn shown_share(part: usize, whole: usize) -> Option<String> {
    shown(statistics::share(part, whole))
}

/// Spearman's correlation of both orders, four decimals; `None` where one of both does not vary.
pub(crate) fn rank_correlation(pairs: &[(i64, i64)]) -> Option<String> {
    let (left, right): (Vec<i64>, Vec<i64>) = pairs.iter().copied().unzip();
    let ranks = |values: Vec<i64>| statistics::middle_ranks(&statistics::doubles(values.into_iter()));
    shown(statistics::correlation(&ranks(left), &ranks(right)))
}

/// A statistic as it is sent: four decimals; absent where there is none.
fn shown(number: Option<f64>) -> Option<String> {
    number.filter(|number| number.is_finite()).map(|number| format!("{number:.4}"))
}

fn points(units: Option<i64>) -> Option<String> {
    units.map(|units| Points(units).to_string())
}
