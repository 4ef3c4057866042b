//! 交叉分析: enterprises by two dimensions, and one measure of each cell.

use super::{
    counts,
    dimension::{Dimension, KindBody, Teller},
    points, shown,
    statistics::{mean, quantile, share, share_of_sum},
    subset::Subset,
};
use crate::{
    desk::Desk,
    input::{Checks, Params},
    points::out,
    problem::Problem,
    reply::{Answer, Reply},
};
use ::run::Run;
use axum::extract::Path;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use utoipa::{IntoParams, ToSchema};

/// What is told of the enterprises of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Measure {
    /// How many enterprises.
    Count,
    /// The mean of the points, of those with points.
    Mean,
    /// The median of the points, of those with points.
    Median,
    /// The sum of the points.
    Sum,
    /// The part of all points, 0 to 1.
    Share,
    /// The part of enterprises whose score a veto withholds, 0 to 1.
    Withheld,
    /// The part of asked values that is known, 0 to 1.
    Coverage,
}

/// What is set against what, and of which enterprises.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WantedPivot {
    /// One line of each kind.
    #[param(inline)]
    rows: Dimension,
    /// One column of each kind.
    #[param(inline)]
    columns: Dimension,
    /// What is told of each cell.
    #[param(inline)]
    measure: Measure,
    /// The points of this pillar or indicator, by code; the total when absent.
    of: Option<String>,
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

/// Enterprises by two dimensions.
#[derive(Serialize, ToSchema)]
#[schema(as = PivotOfPoints)]
pub(crate) struct PivotBody {
    /// The kinds of the lines.
    rows: Vec<KindBody>,
    /// The kinds of the columns.
    columns: Vec<KindBody>,
    /// Line by line, one cell of each column.
    cells: Vec<Vec<CellBody>>,
    /// The end of each line: all its enterprises, each once.
    row_ends: Vec<CellBody>,
    /// The foot of each column.
    column_ends: Vec<CellBody>,
    /// All enterprises, each once.
    all: CellBody,
}

/// The enterprises of a cell.
#[derive(Serialize, ToSchema)]
#[schema(as = CellOfPivot)]
struct CellBody {
    /// How many.
    enterprises: usize,
    /// The measure, decimal text; absent where there is nothing to tell it of.
    value: Option<String>,
}

/// Whose points are told.
enum Of {
    Total,
    Pillar(usize),
    Indicator(usize),
}

impl Of {
    fn named(run: &Run, code: Option<&str>) -> Result<Self, Problem> {
        let scheme = &run.scheme.value;
        let Some(code) = code else { return Ok(Self::Total) };
        let pillar = scheme.pillars.iter().position(|one| one.code == code).map(Self::Pillar);
        let indicator = || scheme.indicators.iter().position(|one| one.code == code).map(Self::Indicator);
        let found = pillar.or_else(indicator);
        let mut checks = Checks::default();
        checks.that(
            found.is_some(),
            "?of",
            "方案中没有这个指标",
            "the scheme has no such pillar or indicator",
        );
        checks.done()?;
        Ok(found.unwrap_or(Self::Total))
    }

    fn points(&self, run: &Run, row: usize) -> i64 {
        let scores = &run.scores;
        match self {
            Self::Total => scores.total(row).0,
            Self::Pillar(index) => scores.pillars()[*index].get(row).0,
            Self::Indicator(index) => scores.indicators()[*index].points.get(row).0,
        }
    }
}

struct Measuring<'a> {
    run: &'a Run,
    measure: Measure,
    of: Of,
    /// Σ points of all.
    whole: i128,
}

impl Measuring<'_> {
    fn points_of(&self, rows: &[usize]) -> Vec<i64> {
        let scored = rows.iter().filter(|&&row| counts(self.run, row));
        scored.map(|&row| self.of.points(self.run, row)).collect()
    }

    fn cell(&self, rows: &[usize]) -> CellBody {
        let value = match self.measure {
            Measure::Count => Some(rows.len().to_string()),
            Measure::Mean => points(mean(&self.points_of(rows))),
            Measure::Median => {
                let mut all = self.points_of(rows);
                all.sort_unstable();
                points(quantile(&all, 1, 2))
            }
            Measure::Sum => points(i64::try_from(sum(&self.points_of(rows))).ok()),
            Measure::Share => shown(share_of_sum(sum(&self.points_of(rows)), self.whole)),
            Measure::Withheld => {
                shown(share(rows.iter().filter(|&&row| self.run.scores.vetoed(row)).count(), rows.len()))
            }
            Measure::Coverage => {
                let (known, asked) = rows.iter().fold((0, 0), |(known, asked), &row| {
                    let (here, of) = self.run.scores.coverage(row);
                    (known + here as usize, asked + of as usize)
                });
                shown(share(known, asked))
            }
        };
        CellBody { enterprises: rows.len(), value }
    }
}

fn sum(all: &[i64]) -> i128 {
    all.iter().map(|one| i128::from(*one)).sum()
}

/// The enterprises of a published run by two dimensions.
#[utoipa::path(get, path = "/api/v1/runs/{id}/pivot", operation_id = "read_pivot", tag = "analysis",
    params(("id" = String, Path, description = "The run"), WantedPivot),
    responses((status = 200, body = PivotBody, description = "The cells")),
    extensions(("x-permission" = json!("run:analyse"))))]
pub(crate) async fn read_pivot(
    desk: Desk,
    Path(id): Path<String>,
    Params(wanted): Params<WantedPivot>,
) -> Answer {
    let out = out(&desk, &id).await?;
    let run = &*out.opened;
    let mut teller = Teller::new(run, desk.app.rules.known());
    let WantedPivot { rows, columns, measure, of, stage, field, industry, park, size, label } = wanted;
    let all = Subset { stage, field, industry, park, size, label }.rows(run, &mut teller);
    let mut measuring = Measuring { run, measure, of: Of::named(run, of.as_deref())?, whole: 0 };
    measuring.whole = sum(&measuring.points_of(&all));
    let (lines, columns) = (teller.split(rows, &all), teller.split(columns, &all));
    // Which columns each row is in: several where it is more than one thing.
    let mut places: HashMap<usize, Vec<usize>> = HashMap::new();
    for (column, rows) in columns.rows.iter().enumerate() {
        for &row in rows {
            places.entry(row).or_default().push(column);
        }
    }
    let line = |rows: &Vec<usize>| {
        let mut cells = vec![Vec::new(); columns.rows.len()];
        for &row in rows {
            for &column in places.get(&row).into_iter().flatten() {
                cells[column].push(row);
            }
        }
        cells.iter().map(|rows| measuring.cell(rows)).collect()
    };
    let body = PivotBody {
        cells: lines.rows.iter().map(line).collect(),
        row_ends: lines.rows.iter().map(|rows| measuring.cell(rows)).collect(),
        column_ends: columns.rows.iter().map(|rows| measuring.cell(rows)).collect(),
        all: measuring.cell(&all),
        rows: lines.kinds,
        columns: columns.kinds,
    };
    Ok(Reply::ok(&body))
}
