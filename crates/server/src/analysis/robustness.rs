//! 稳健性: how much of a place rests on the weights. Every base indicator's weight is changed a little, many times, and
//! everybody is placed anew; what comes out is an interval of places and how often the grade stays.
//!
//! After Saisana, Saltelli & Tarantola, “Uncertainty and sensitivity analysis techniques as tools for the quality assessment
//! of composite indicators”, J. R. Statist. Soc. A 168 (2005). The changes come from the code of the run's receipt, so
//! that the same run always gives the same intervals.

use super::{
    counts, shown,
    statistics::{doubles, places, share},
};
use crate::{
    desk::Desk,
    enterprises::note_list,
    exporting::{self, AsFile, Column, Export, Exported, Exporting},
    input::Params,
    listing::{self, List},
    points::{Out, RowBody, Rows, out},
    problem::{Code, Stop},
    reply::{Answer, Reply},
    schemes::NameBody,
};
use ::run::Run;
use axum::extract::Path;
use domain::indicators::Class;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::sync::Arc;
use utoipa::{IntoParams, ToSchema};

/// So often everybody is placed anew.
const DRAWS: usize = 200;
/// A weight becomes up to this part greater or smaller.
const SPREAD: f64 = 0.10;
/// A grade or a place among the first is sure when it stays in so many of the draws.
const SURE: f64 = 0.95;
/// The first of the list, which zones publish.
const FIRST: usize = 100;

/// What came out for everybody that has a place.
pub(crate) struct Robustness {
    rows: Vec<Sturdy>,
    kept_of_first: f64,
    first: usize,
}

/// What came out for one enterprise.
#[derive(Clone)]
struct Sturdy {
    row: usize,
    /// Nine of ten places lie from here …
    best: usize,
    /// … to here.
    worst: usize,
    /// How often it had the grade it has.
    keeps: usize,
}

/// A number from −1 to 1 for one weight of one draw.
fn change(code: &str, draw: usize, indicator: &str) -> f64 {
    let digest = Sha256::digest(format!("{code}\n{draw}\n{indicator}"));
    let number = u32::from_be_bytes([digest[0], digest[1], digest[2], digest[3]]);
    f64::from(number) / f64::from(u32::MAX) * 2.0 - 1.0
}

/// The factor of each indicator in one draw, by stage: base weights change, and their sum stays.
fn factors(run: &Run, code: &str, draw: usize) -> Vec<Vec<f64>> {
    let scheme = &run.scheme.value;
    let base: Vec<bool> = scheme.indicators.iter().map(|one| scheme.class_of(one) == Class::Base).collect();
    let raw: Vec<f64> =
        scheme.indicators.iter().map(|one| 1.0 + SPREAD * change(code, draw, &one.code)).collect();
    let of_stage = |stage: usize| {
        let full = doubles(scheme.indicators.iter().map(|one| one.full[stage].0));
        let counting = || full.iter().zip(&raw).zip(&base).filter(|(_, base)| **base);
        let before: f64 = counting().map(|((full, _), _)| full).sum();
        let after: f64 = counting().map(|((full, raw), _)| full * raw).sum();
        let scale = if after > 0.0 { before / after } else { 1.0 };
        raw.iter().zip(&base).map(|(raw, base)| if *base { raw * scale } else { 1.0 }).collect()
    };
    (0..scheme.stages.len()).map(of_stage).collect()
}

impl Robustness {
    fn of(run: &Run, code: &str) -> Self {
        let (scheme, scores) = (&run.scheme.value, &run.scores);
        let rows: Vec<usize> =
            (0..scores.len()).filter(|&row| counts(run, row) && scores.places(row).is_some()).collect();
        let columns: Vec<Vec<f64>> = scores
            .indicators()
            .iter()
            .map(|one| doubles(rows.iter().map(|&row| one.points.get(row).0)))
            .collect();
        let base: Vec<usize> = (0..scheme.indicators.len())
            .filter(|&index| scheme.class_of(&scheme.indicators[index]) == Class::Base)
            .collect();
        let stages: Vec<usize> = rows.iter().map(|&row| scores.stage(row).unwrap_or_default()).collect();
        let totals = doubles(rows.iter().map(|&row| scores.total(row).0));
        let bounds = doubles(scheme.grades.iter().map(|grade| grade.at_least.0));
        let published = places(&totals);
        let first = FIRST.min(rows.len());
        let mut seen: Vec<Vec<usize>> = vec![Vec::with_capacity(DRAWS); rows.len()];
        let mut keeps = vec![0; rows.len()];
        let mut kept_of_first = 0;
        for draw in 0..DRAWS {
            let factors = factors(run, code, draw);
            let mut drawn = totals.clone();
            for &index in &base {
                for (at, value) in columns[index].iter().enumerate() {
                    drawn[at] += value * (factors[stages[at]][index] - 1.0);
                }
            }
            for (at, place) in places(&drawn).into_iter().enumerate() {
                seen[at].push(place);
                kept_of_first += usize::from(place <= first && published[at] <= first);
                // A thousandth of 10⁻⁴ point: sums of doubles must not lose a grade that is met exactly.
                let grade = bounds.iter().position(|bound| drawn[at] + 1e-3 >= *bound);
                keeps[at] += usize::from(grade == scores.grade(rows[at]));
            }
        }
        let sturdy = |at: usize, mut all: Vec<usize>| {
            all.sort_unstable();
            Sturdy {
                row: rows[at],
                best: all[DRAWS / 20],
                worst: all[DRAWS - 1 - DRAWS / 20],
                keeps: keeps[at],
            }
        };
        Self {
            rows: seen.into_iter().enumerate().map(|(at, all)| sturdy(at, all)).collect(),
            kept_of_first: share(kept_of_first, DRAWS * first).unwrap_or_default(),
            first,
        }
    }

    fn summary(&self, run: &Run) -> RobustnessBody {
        let grades = &run.scheme.value.grades;
        let of_grade = |grade: usize| {
            let all = self.rows.iter().filter(|one| run.scores.grade(one.row) == Some(grade));
            (all.clone().count(), all.filter(|one| one.is_sure()).count())
        };
        let width: usize = self.rows.iter().map(|one| one.worst - one.best).sum();
        RobustnessBody {
            draws: DRAWS,
            spread: format!("{SPREAD}"),
            enterprises: self.rows.len(),
            width: shown(share(width, self.rows.len())),
            sure: self.rows.iter().filter(|one| one.is_sure()).count(),
            first: self.first,
            kept_of_first: shown(Some(self.kept_of_first)),
            grades: (0..grades.len())
                .map(|grade| {
                    let (enterprises, sure) = of_grade(grade);
                    SureBody { grade: (&grades[grade].name).into(), enterprises, sure }
                })
                .collect(),
        }
    }
}

impl Sturdy {
    fn is_sure(&self) -> bool {
        share(self.keeps, DRAWS).is_some_and(|share| share >= SURE)
    }
}

/// How much of places and grades rests on the weights.
#[derive(Serialize, ToSchema)]
#[schema(as = RobustnessOfRun)]
pub(crate) struct RobustnessBody {
    /// How often everybody was placed anew.
    draws: usize,
    /// A weight became up to this part greater or smaller.
    spread: String,
    /// How many have a place.
    enterprises: usize,
    /// The mean width of the interval that holds nine of ten places.
    width: Option<String>,
    /// How many keep their grade in 95 of 100 draws.
    sure: usize,
    /// So many are the first.
    first: usize,
    /// The part of the first that stays among them, on average.
    kept_of_first: Option<String>,
    /// The same by grade, the best first.
    grades: Vec<SureBody>,
}

/// How sure a grade is.
#[derive(Serialize, ToSchema)]
#[schema(as = SureOfGrade)]
struct SureBody {
    /// Which.
    grade: NameBody,
    /// How many have it.
    enterprises: usize,
    /// Of them, those that keep it in 95 of 100 draws.
    sure: usize,
}

/// What was computed of the run, now or before: off the threads that answer others.
async fn robustness(desk: &Desk, out: &Out) -> Result<Arc<Robustness>, Stop> {
    if let Some(known) = desk.app.robustness.find(&out.run.id) {
        return Ok(known);
    }
    let (run, code) = (Arc::clone(&out.opened), out.run.receipt_code.clone());
    let computed = tokio::task::spawn_blocking(move || Robustness::of(&run, &code)).await;
    let computed = Arc::new(computed.map_err(|error| {
        tracing::error!(%error, "the robustness of a run was not computed");
        Stop::from(Code::InternalError)
    })?);
    desk.app.robustness.put(out.run.id.clone(), &computed);
    Ok(computed)
}

/// How much of the places and grades of a published run rests on the weights.
#[utoipa::path(get, path = "/api/v1/runs/{id}/robustness", operation_id = "read_robustness", tag = "analysis",
    params(("id" = String, Path, description = "The run")),
    responses((status = 200, body = RobustnessBody, description = "How much")),
    extensions(("x-permission" = json!("run:analyse"))))]
pub(crate) async fn read_robustness(desk: Desk, Path(id): Path<String>) -> Answer {
    let out = out(&desk, &id).await?;
    let found = robustness(&desk, &out).await?;
    Ok(Reply::ok(&found.summary(&out.opened)))
}

/// Which intervals.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WantedIntervals {
    /// Of this grade, by code.
    grade: Option<String>,
    /// Only those that keep their grade in 95 of 100 draws (`true`), or that do not (`false`).
    sure: Option<bool>,
    /// `rank`, `width`, `keeps`; with `-` for the greatest first.
    sort: Option<String>,
    /// Rows of a page, 1 to 200.
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

/// What intervals are sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    Rank,
    Width,
    Keeps,
}

const SORTS: [(&str, Sort); 3] = [("rank", Sort::Rank), ("width", Sort::Width), ("keeps", Sort::Keeps)];

/// How much of an enterprise's place rests on the weights.
#[derive(Serialize, ToSchema)]
#[schema(as = IntervalOfPlaces)]
pub(crate) struct IntervalBody {
    /// Its place in the evaluation; absent when it has left the register.
    participant_id: Option<String>,
    /// The enterprise; absent when it has left the register.
    enterprise_id: Option<String>,
    /// Its legal name.
    name: String,
    /// Its 统一社会信用代码.
    credit_code: String,
    /// Its place.
    rank: Option<u32>,
    /// Nine of ten places lie from here …
    best: usize,
    /// … to here.
    worst: usize,
    /// Its total, exact decimal text.
    total: Option<String>,
    /// Its grade, by name.
    grade: Option<String>,
    /// The part of draws in which it has that grade, 0 to 1.
    keeps: Option<String>,
}

impl WantedIntervals {
    fn find(&self, run: &Run, all: &Robustness, sort: Sort, descending: bool) -> Vec<Sturdy> {
        let code = |one: &Sturdy| {
            run.scores.grade(one.row).map(|grade| run.scheme.value.grades[grade].code.as_str())
        };
        let wanted = all.rows.iter().filter(|one| self.grade.is_none() || self.grade.as_deref() == code(one));
        let wanted = wanted.filter(|one| self.sure.is_none_or(|sure| sure == one.is_sure()));
        let mut found: Vec<Sturdy> = wanted.cloned().collect();
        found.sort_by_cached_key(|one| {
            let measure = match sort {
                Sort::Rank => {
                    run.scores.places(one.row).map_or(u64::MAX, |places| places.overall.place.into())
                }
                Sort::Width => (one.worst - one.best) as u64,
                Sort::Keeps => one.keeps as u64,
            };
            (if descending { u64::MAX - measure } else { measure }, run.id(one.row))
        });
        found
    }
}

fn interval(rows: &Rows<'_>, one: &Sturdy) -> IntervalBody {
    let RowBody { participant_id, enterprise_id, name, credit_code, rank, total, grade, .. } =
        rows.body(one.row);
    IntervalBody {
        participant_id,
        enterprise_id,
        name,
        credit_code,
        rank,
        best: one.best,
        worst: one.worst,
        total,
        grade,
        keeps: shown(share(one.keeps, DRAWS)),
    }
}

/// Intervals of places of the enterprises of a published run.
#[utoipa::path(get, path = "/api/v1/runs/{id}/intervals", operation_id = "list_intervals", tag = "analysis",
    params(("id" = String, Path, description = "The run"), WantedIntervals),
    responses((status = 200, body = inline(List<IntervalBody>), description = "A page")),
    extensions(("x-permission" = json!("points:list")), ("x-reads" = json!("list"))))]
pub(crate) async fn list_intervals(
    desk: Desk,
    Path(id): Path<String>,
    Params(wanted): Params<WantedIntervals>,
) -> Answer {
    let asked = listing::asked(wanted.limit, wanted.cursor.as_deref(), wanted.sort.as_deref(), &SORTS)?;
    let out = out(&desk, &id).await?;
    let all = robustness(&desk, &out).await?;
    let found = wanted.find(&out.opened, &all, asked.sort, asked.page.descending);
    let page = listing::in_memory(found, &asked);
    let seen = page.items.iter().map(|_| out.batch.path.as_str());
    note_list(&desk, ("run", Some(&id)), seen).await?;
    let rows: Vec<usize> = page.items.iter().map(|one| one.row).collect();
    let rows = Rows::of(&desk, &out, &rows).await?;
    Ok(Reply::ok(&asked.list(page, |one| interval(&rows, &one))))
}

/// The columns of an export.
pub(crate) const INTERVALS: Export = Export {
    resource: "intervals",
    title: ("排名区间", "intervals"),
    columns: &[
        Column::plain("name", "企业名称", "Name"),
        Column::plain("credit_code", "统一社会信用代码", "Credit code"),
        Column::plain("rank", "总排名", "Place"),
        Column::plain("best", "区间最好名次", "Best place of the interval"),
        Column::plain("worst", "区间最差名次", "Worst place of the interval"),
        Column::plain("total", "积分", "Points"),
        Column::plain("grade", "等级", "Grade"),
        Column::plain("keeps", "等级不变的比例", "Part of draws with this grade"),
        Column::plain("enterprise_id", "企业编号", "Enterprise id"),
        Column::plain("participant_id", "参评编号", "Participant id"),
    ],
};

/// The same as a file.
#[utoipa::path(get, path = "/api/v1/runs/{id}/intervals/export", operation_id = "export_intervals", tag = "analysis",
    params(("id" = String, Path, description = "The run"), WantedIntervals, AsFile),
    responses((status = 200, description = "The file", content(
        (Vec<u8> = "text/csv"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ))),
    extensions(("x-permission" = json!("points:export")), ("x-reads" = json!("list")), ("x-time-limit" = json!(120))))]
pub(crate) async fn export_intervals(
    desk: Desk,
    Path(id): Path<String>,
    exporting: Exporting<WantedIntervals>,
) -> Exported {
    exporting::allowed_now(&desk)?;
    let (wanted, file) = exporting.parts();
    let asked = listing::whole(wanted.sort.as_deref(), &SORTS, desk.app.config.export_rows)?;
    let out = out(&desk, &id).await?;
    let all = robustness(&desk, &out).await?;
    let found = wanted.find(&out.opened, &all, asked.sort, asked.page.descending);
    let page = listing::in_memory(found, &asked);
    let rows: Vec<usize> = page.items.iter().map(|one| one.row).collect();
    let rows = Rows::of(&desk, &out, &rows).await?;
    exporting::send(&desk, &INTERVALS, file, page, |one| interval(&rows, &one)).await
}
