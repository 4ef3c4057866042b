//! 指标分析: what each indicator of a stage tells. One that tells nobody apart is shown as such.

use super::{
    counts, points, shown,
    statistics::{alpha, correlation, doubles, mean, places, share, skewness, variance},
};
use crate::{
    desk::Desk,
    input::{Checks, Params},
    points::out,
    problem::Problem,
    reply::{Answer, Reply},
    schemes::NameBody,
};
use ::run::Run;
use axum::extract::Path;
use domain::{Points, evaluation::Flags, indicators::Class};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// An indicator on which so many have the same points tells nobody apart.
const ALIKE: f64 = 0.95;

/// Of which stage.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WantedIndicators {
    /// The stage, by code; that of most enterprises when absent. Indicators count differently in each.
    stage: Option<String>,
}

/// What the indicators of a stage tell of its enterprises with points.
#[derive(Serialize, ToSchema)]
#[schema(as = IndicatorStatistics)]
pub(crate) struct IndicatorsBody {
    /// The stage, by code.
    stage: Option<String>,
    /// How many of its enterprises have points.
    enterprises: usize,
    /// Cronbach's α of the base indicators: how far they measure one thing.
    alpha: Option<String>,
    /// The indicators that count in the stage, in the scheme's order.
    indicators: Vec<IndicatorBody>,
    /// Pearson's correlation of each indicator (line) with each one (column), in the same order; absent where one of
    /// both does not vary.
    correlations: Vec<Vec<Option<String>>>,
}

/// What one indicator tells.
#[derive(Serialize, ToSchema)]
#[schema(as = StatisticsOfIndicator)]
struct IndicatorBody {
    /// Its permanent code.
    code: String,
    /// What people call it.
    name: NameBody,
    /// What its points do: `base`, `bonus` or `deduction`.
    class: &'static str,
    /// 满分 in this stage.
    full: String,
    /// The part of enterprises whose value is known, 0 to 1.
    known: Option<String>,
    /// The part whose value is known to be nought.
    zero: Option<String>,
    /// The part without any points of it.
    nothing: Option<String>,
    /// The part with its full points.
    everything: Option<String>,
    /// The mean of its points.
    mean: Option<String>,
    /// The standard deviation of its points.
    deviation: Option<String>,
    /// 偏度 of its points; above nought: few have many.
    skewness: Option<String>,
    /// Its correlation with the rest of the total.
    with_rest: Option<String>,
    /// α without it: greater than α when it measures something else.
    alpha_without: Option<String>,
    /// How many places enterprises would move on average without it.
    moves: Option<String>,
    /// Whether it tells enterprises apart: not where nearly all have the same points.
    tells_apart: bool,
}

/// The points of one indicator of all enterprises that are looked at.
struct Column {
    index: usize,
    units: Vec<i64>,
    values: Vec<f64>,
    base: bool,
}

/// What the indicators of a published run tell.
#[utoipa::path(get, path = "/api/v1/runs/{id}/indicators", operation_id = "read_indicators", tag = "analysis",
    params(("id" = String, Path, description = "The run"), WantedIndicators),
    responses((status = 200, body = IndicatorsBody, description = "The indicators")),
    extensions(("x-permission" = json!("run:analyse"))))]
pub(crate) async fn read_indicators(
    desk: Desk,
    Path(id): Path<String>,
    Params(wanted): Params<WantedIndicators>,
) -> Answer {
    let out = out(&desk, &id).await?;
    let run = &*out.opened;
    let Some(stage) = stage(run, wanted.stage.as_deref())? else {
        let nothing = IndicatorsBody {
            stage: None,
            enterprises: 0,
            alpha: None,
            indicators: Vec::new(),
            correlations: Vec::new(),
        };
        return Ok(Reply::ok(&nothing));
    };
    Ok(Reply::ok(&statistics(run, stage)))
}

/// The stage that was asked for, or that of most enterprises with points.
fn stage(run: &Run, code: Option<&str>) -> Result<Option<usize>, Problem> {
    let stages = &run.scheme.value.stages;
    if let Some(code) = code {
        let found = stages.iter().position(|stage| stage.code == code);
        let mut checks = Checks::default();
        checks.that(found.is_some(), "?stage", "方案中没有这个阶段", "the scheme has no such stage");
        checks.done()?;
        return Ok(found);
    }
    let size = |stage: &usize| rows_of(run, *stage).len();
    // Of equals the first one.
    Ok((0..stages.len()).rev().max_by_key(size).filter(|stage| size(stage) > 0))
}

fn rows_of(run: &Run, stage: usize) -> Vec<usize> {
    (0..run.scores.len()).filter(|&row| counts(run, row) && run.scores.stage(row) == Some(stage)).collect()
}

fn statistics(run: &Run, stage: usize) -> IndicatorsBody {
    let scheme = &run.scheme.value;
    let rows = rows_of(run, stage);
    let asked = scheme.indicators.iter().enumerate().filter(|(_, one)| one.full[stage].0 != 0);
    let columns: Vec<Column> = asked
        .map(|(index, one)| {
            let column = &run.scores.indicators()[index].points;
            let units: Vec<i64> = rows.iter().map(|&row| column.get(row).0).collect();
            let values = doubles(units.iter().copied());
            Column { index, units, values, base: scheme.class_of(one) == Class::Base }
        })
        .collect();
    let totals = doubles(rows.iter().map(|&row| run.scores.total(row).0));
    let told = Told { run, stage, rows: &rows, columns: &columns, places: places(&totals), totals };
    IndicatorsBody {
        stage: Some(scheme.stages[stage].code.clone()),
        enterprises: rows.len(),
        alpha: shown(told.alpha_without(None)),
        indicators: columns.iter().map(|column| told.body(column)).collect(),
        correlations: columns
            .iter()
            .map(|line| columns.iter().map(|other| shown(correlation(&line.values, &other.values))).collect())
            .collect(),
    }
}

struct Told<'a> {
    run: &'a Run,
    stage: usize,
    rows: &'a [usize],
    columns: &'a [Column],
    totals: Vec<f64>,
    places: Vec<usize>,
}

impl Told<'_> {
    fn alpha_without(&self, index: Option<usize>) -> Option<f64> {
        let base = self.columns.iter().filter(|one| one.base && Some(one.index) != index);
        alpha(&base.map(|one| one.values.as_slice()).collect::<Vec<_>>())
    }

    fn body(&self, column: &Column) -> IndicatorBody {
        let scheme = &self.run.scheme.value;
        let one = &scheme.indicators[column.index];
        let (class, full) = (scheme.class_of(one), one.full[self.stage]);
        let flags = &self.run.scores.indicators()[column.index].flags;
        let count = self.rows.len();
        let flagged = |what: Flags| self.rows.iter().filter(|&&row| (flags.get(row).0 & what.0) != 0).count();
        let known = count - flagged(Flags(Flags::MISSING.0 | Flags::UNDEFINED.0));
        let at = |points: Points| column.units.iter().filter(|units| **units == points.0).count();
        let rest = self.without(column, class);
        let moved: usize = places(&rest).iter().zip(&self.places).map(|(a, b)| a.abs_diff(*b)).sum();
        let commonest = commonest(&column.units);
        IndicatorBody {
            code: one.code.clone(),
            name: (&one.name).into(),
            class: match class {
                Class::Base => "base",
                Class::Bonus => "bonus",
                Class::Deduction => "deduction",
            },
            full: full.to_string(),
            known: shown(share(known, count)),
            zero: shown(share(flagged(Flags::ZERO), count)),
            nothing: shown(share(at(Points::ZERO), count)),
            everything: shown(share(at(full), count)),
            mean: points(mean(&column.units)),
            deviation: shown(variance(&column.values).map(|variance| variance.sqrt() / 10_000.0)),
            skewness: shown(skewness(&column.values)),
            with_rest: shown(correlation(&column.values, &rest)),
            alpha_without: column.base.then(|| shown(self.alpha_without(Some(column.index)))).flatten(),
            moves: shown(share(moved, count)),
            tells_apart: share(commonest, count).is_some_and(|alike| alike < ALIKE),
        }
    }

    /// The totals as they would be without an indicator.
    fn without(&self, column: &Column, class: Class) -> Vec<f64> {
        let sign = if class == Class::Deduction { -1.0 } else { 1.0 };
        self.totals.iter().zip(&column.values).map(|(total, own)| total - sign * own).collect()
    }
}

/// The indicators that tell nobody apart, with the stage and the part of its enterprises whose value is known.
pub(crate) fn dull_indicators(run: &Run) -> Vec<(usize, usize, Option<String>)> {
    let mut dull = Vec::new();
    for stage in 0..run.scheme.value.stages.len() {
        let rows = rows_of(run, stage);
        for (index, one) in run.scheme.value.indicators.iter().enumerate() {
            let columns = &run.scores.indicators()[index];
            let units: Vec<i64> = rows.iter().map(|&row| columns.points.get(row).0).collect();
            let counts = one.full[stage].0 != 0 && !rows.is_empty();
            if counts && share(commonest(&units), rows.len()).is_some_and(|alike| alike >= ALIKE) {
                let lacking = Flags::MISSING.0 | Flags::UNDEFINED.0;
                let known = rows.iter().filter(|&&row| (columns.flags.get(row).0 & lacking) == 0).count();
                dull.push((index, stage, shown(share(known, rows.len()))));
            }
        }
    }
    dull
}

/// How many have the points that most have.
fn commonest(units: &[i64]) -> usize {
    let mut sorted = units.to_vec();
    sorted.sort_unstable();
    sorted.chunk_by(|left, right| left == right).map(<[i64]>::len).max().unwrap_or(0)
}
