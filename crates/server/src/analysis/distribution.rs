//! 积分分布: how the points of a run are spread, all together and by kind of enterprise.

use super::{
    counts,
    dimension::{Dimension, KindBody, Teller},
    points, shown,
    statistics::{mean, quantile, share_of_sum},
    subset::Subset,
    total,
};
use crate::{
    desk::Desk,
    input::{Checks, Params},
    points::out,
    reply::{Answer, Reply},
    rules::Rules,
};
use ::run::Run;
use axum::extract::Path;
use domain::Points;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// So many columns has a histogram when nothing else is asked for.
const BINS: usize = 20;

/// How it is told, and of which enterprises.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WantedDistribution {
    /// Also by kind.
    #[param(inline)]
    by: Option<Dimension>,
    /// Columns of the histogram, 5 to 50; 20 when absent.
    bins: Option<usize>,
    /// Of this stage.
    stage: Option<String>,
    /// In this field of technology.
    field: Option<String>,
    /// Of this section of industries.
    industry: Option<String>,
    /// In this park.
    park: Option<String>,
    /// Of this size.
    size: Option<String>,
    /// Holding this title.
    label: Option<String>,
}

/// How points are spread.
#[derive(Serialize, ToSchema)]
#[schema(as = DistributionOfPoints)]
pub(crate) struct DistributionBody {
    /// The columns of the histogram: from this many points (the first) to the next one, the last with its upper end.
    edges: Vec<String>,
    /// All of them together.
    all: SpreadBody,
    /// By kind, when asked for.
    pub(crate) groups: Vec<GroupBody>,
}

impl DistributionBody {
    /// Half of all have less.
    pub(crate) fn median(&self) -> Option<String> {
        self.all.median.clone()
    }
}

/// One kind of enterprise.
#[derive(Serialize, ToSchema)]
#[schema(as = SpreadOfKind)]
pub(crate) struct GroupBody {
    /// Which.
    kind: KindBody,
    /// How its points are spread.
    spread: SpreadBody,
}

/// How the points of some enterprises are spread. Points are exact decimal texts, rounded half up to four decimals.
#[derive(Serialize, ToSchema)]
#[schema(as = Spread)]
struct SpreadBody {
    /// How many enterprises.
    enterprises: usize,
    /// Of them, those with points.
    scored: usize,
    /// Those whose score a veto withholds.
    withheld: usize,
    /// Those without stage, because data are missing.
    unstaged: usize,
    /// The mean of those with points.
    mean: Option<String>,
    /// The fewest.
    least: Option<String>,
    /// A tenth has less.
    tenth: Option<String>,
    /// A quarter has less.
    lower: Option<String>,
    /// Half has less.
    median: Option<String>,
    /// A quarter has more.
    upper: Option<String>,
    /// A tenth has more.
    ninetieth: Option<String>,
    /// The most.
    most: Option<String>,
    /// Their part of all points, 0 to 1.
    share: Option<String>,
    /// How many are in each column of the histogram.
    counts: Vec<u64>,
}

/// The columns of a histogram in units of 10⁻⁴ point.
struct Columns {
    width: i64,
    many: usize,
}

impl Columns {
    /// From nought to the full points, or to the most anybody has.
    fn of(run: &Run, many: usize, totals: &[i64]) -> Self {
        let top = totals.iter().copied().max().unwrap_or_default().max(run.scheme.value.full_points.0);
        let count = i64::try_from(many).unwrap_or(1);
        // Whole points where that is enough, so that people can read the edges.
        let width = (top + count - 1) / count;
        let whole = (width + Points::PER_POINT - 1) / Points::PER_POINT * Points::PER_POINT;
        Self { width: whole.max(Points::PER_POINT), many }
    }

    fn counts(&self, totals: &[i64]) -> Vec<u64> {
        let mut counts = vec![0; self.many];
        for total in totals {
            let at = usize::try_from(total / self.width).unwrap_or(0).min(self.many - 1);
            counts[at] += 1;
        }
        counts
    }

    fn edges(&self) -> Vec<String> {
        (0..=self.many).map(|at| Points(i64::try_from(at).unwrap_or(0) * self.width).to_string()).collect()
    }
}

fn spread(run: &Run, rows: &[usize], columns: &Columns, whole: i128) -> SpreadBody {
    let mut totals: Vec<i64> = rows.iter().filter_map(|&row| total(run, row)).collect();
    totals.sort_unstable();
    let at = |part, whole| points(quantile(&totals, part, whole));
    let sum: i128 = totals.iter().map(|total| i128::from(*total)).sum();
    SpreadBody {
        enterprises: rows.len(),
        scored: totals.len(),
        withheld: rows.iter().filter(|&&row| run.scores.vetoed(row)).count(),
        unstaged: rows.iter().filter(|&&row| !counts(run, row) && !run.scores.vetoed(row)).count(),
        mean: points(mean(&totals)),
        least: points(totals.first().copied()),
        tenth: at(1, 10),
        lower: at(1, 4),
        median: at(1, 2),
        upper: at(3, 4),
        ninetieth: at(9, 10),
        most: points(totals.last().copied()),
        share: shown(share_of_sum(sum, whole)),
        counts: columns.counts(&totals),
    }
}

/// How the points of a published run are spread.
#[utoipa::path(get, path = "/api/v1/runs/{id}/distribution", operation_id = "read_distribution", tag = "analysis",
    params(("id" = String, Path, description = "The run"), WantedDistribution),
    responses((status = 200, body = DistributionBody, description = "The distribution")),
    extensions(("x-permission" = json!("run:analyse"))))]
pub(crate) async fn read_distribution(
    desk: Desk,
    Path(id): Path<String>,
    Params(wanted): Params<WantedDistribution>,
) -> Answer {
    let mut checks = Checks::default();
    let bins = wanted.bins.unwrap_or(BINS);
    checks.that((5..=50).contains(&bins), "?bins", "应为 5 至 50", "must be 5 to 50");
    checks.done()?;
    let out = out(&desk, &id).await?;
    let WantedDistribution { by, bins: _, stage, field, industry, park, size, label } = wanted;
    let subset = Subset { stage, field, industry, park, size, label };
    Ok(Reply::ok(&spread_of(&out.opened, desk.app.rules.known(), &subset, by, bins)))
}

/// How the points of all enterprises of `run` are spread, also `by` kind.
pub(crate) fn distribution(run: &Run, rules: &Rules, by: Option<Dimension>) -> DistributionBody {
    spread_of(run, rules, &Subset::default(), by, BINS)
}

fn spread_of(
    run: &Run,
    rules: &Rules,
    subset: &Subset,
    by: Option<Dimension>,
    bins: usize,
) -> DistributionBody {
    let mut teller = Teller::new(run, rules);
    let rows = subset.rows(run, &mut teller);
    let totals: Vec<i64> = rows.iter().filter_map(|&row| total(run, row)).collect();
    let whole: i128 = totals.iter().map(|total| i128::from(*total)).sum();
    let columns = Columns::of(run, bins, &totals);
    let groups = by.map(|by| teller.split(by, &rows));
    let groups = groups.into_iter().flat_map(|groups| groups.kinds.into_iter().zip(groups.rows));
    DistributionBody {
        edges: columns.edges(),
        all: spread(run, &rows, &columns, whole),
        groups: groups
            .map(|(kind, rows)| GroupBody { kind, spread: spread(run, &rows, &columns, whole) })
            .collect(),
    }
}
