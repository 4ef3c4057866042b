//! The library at a glance: every rung with how many stand where.

use super::{Titles, body::RungBody, judged::Judged, note, run_and_batch, said};
use crate::{
    desk::Desk,
    input::Params,
    problem::{Code, Field, Problem, Stop},
    reply::{Answer, Reply},
};
use axum::extract::Path;
use domain::cultivation::Verdict;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use utoipa::{IntoParams, ToSchema};

/// For which application.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ForApplication {
    /// The day of application, which chooses the rules; today, or the last day of the year after the run's, when left out.
    on: Option<String>,
    /// 复核 instead of 认定.
    review: Option<bool>,
}

impl ForApplication {
    pub(super) fn new(on: Option<String>, review: Option<bool>) -> Self {
        Self { on, review }
    }

    pub(super) async fn judged(&self, desk: &Desk, id: &str) -> Result<std::sync::Arc<Judged>, Stop> {
        let (run, batch) = run_and_batch(desk, id).await?;
        let on = read_day(self.on.as_deref())?;
        Judged::of(desk, &run, &batch, on, self.review.unwrap_or(false)).await
    }
}

/// The day in `?on`.
pub(crate) fn read_day(text: Option<&str>) -> Result<Option<Date>, Problem> {
    let day = text.map(str::parse::<Date>).transpose();
    day.map_err(|_| {
        let field = Field::new("?on", "应为日期，如 2026-04-01", "must be a day, e.g. 2026-04-01");
        Problem::new(Code::QueryNotUnderstood).at(vec![field])
    })
}

/// The library of a run.
#[derive(Serialize, ToSchema)]
#[schema(as = Library)]
pub(crate) struct LibraryBody {
    /// The run.
    run_id: String,
    /// The year of its data.
    year: i32,
    /// The run's state: of a draft nothing is final.
    run_state: crate::wire::RunStateWord,
    /// The day of application.
    on: String,
    /// 复核 instead of 认定.
    review: bool,
    /// How many enterprises there are.
    enterprises: usize,
    /// From the lowest rung up.
    rungs: Vec<RungCounts>,
    /// Rungs without rules on that day.
    not_in_force: Vec<NotInForce>,
    /// From a rung to the one above.
    conversions: Vec<Conversion>,
    /// 测算码: the same data, rules and day give the same code anywhere.
    code: String,
    /// SHA-256 of the snapshot that was held against the rules.
    snapshot_hash: String,
    /// 测算结果仅供参考，以主管部门认定为准.
    note: String,
}

/// A rung with numbers. What is recognised comes from authorities, everything else is computed.
#[derive(Serialize, ToSchema)]
#[schema(as = LibraryRung)]
struct RungCounts {
    /// The rung.
    #[serde(flatten)]
    rung: RungBody,
    /// Recognised by an authority today.
    recognised: usize,
    /// 符合, computed.
    meets: usize,
    /// 有望.
    promising: usize,
    /// 需人工核验.
    needs_officer: usize,
    /// 数据不足.
    needs_data: usize,
    /// 不符合.
    fails: usize,
    /// Of these, how many lack one, two or three single conditions and meet all others.
    near: [usize; 3],
    /// Meet the conditions, or may, and are not recognised.
    candidates: usize,
    /// Are recognised and would fail on these data.
    at_risk: usize,
}

/// A rung without rules on the day.
#[derive(Serialize, ToSchema)]
struct NotInForce {
    /// Its code.
    rung: String,
    /// Its name.
    name: String,
    /// Its latest rules are in force from.
    from: String,
    /// … to.
    until: Option<String>,
}

/// How many of those recognised on a rung are on the one above.
#[derive(Serialize, ToSchema)]
#[schema(as = LadderConversion)]
struct Conversion {
    /// The rung below.
    below: String,
    /// The rung above.
    above: String,
    /// Recognised on the rung below.
    recognised: usize,
    /// Of these, recognised on the rung above.
    both: usize,
    /// Of these, not recognised above but meeting its conditions, or promising.
    ready: usize,
}

/// Everybody of a run on every rung of the cultivation ladder: how many are recognised, how many would meet the
/// conditions, how many lack one, two or three.
#[utoipa::path(get, path = "/api/v1/runs/{id}/library", operation_id = "read_library", tag = "library",
    params(("id" = String, Path, description = "The run"), ForApplication),
    responses((status = 200, body = LibraryBody, description = "The library")),
    extensions(("x-permission" = json!("library:read")), ("x-time-limit" = json!(60))))]
pub(crate) async fn read_library(
    desk: Desk,
    Path(id): Path<String>,
    Params(wanted): Params<ForApplication>,
) -> Answer {
    let (run, batch) = run_and_batch(&desk, &id).await?;
    let judged = wanted.judged(&desk, &id).await?;
    let titles = Titles::of(&desk, &batch.zone_id).await?;
    let ladders = &judged.library.rungs.ladders;
    let holders: Vec<HashSet<usize>> =
        (0..ladders.len()).map(|rung| holders(&desk, &judged, &titles, rung)).collect();
    let rungs = (0..ladders.len()).map(|rung| counts(&desk, &judged, &holders[rung], rung)).collect();
    let not_in_force = judged.library.rungs.left_out.iter().map(|one| NotInForce {
        rung: one.rung.clone(),
        name: said(&desk, &one.name),
        from: one.days.0.to_string(),
        until: one.days.1.map(|day| day.to_string()),
    });
    Ok(Reply::ok(&LibraryBody {
        run_id: run.id,
        year: batch.year,
        run_state: run.state.into(),
        on: judged.on().to_string(),
        review: wanted.review.unwrap_or(false),
        enterprises: judged.library.len(),
        rungs,
        not_in_force: not_in_force.collect(),
        conversions: conversions(&judged, &holders),
        code: judged.code.clone(),
        snapshot_hash: run.snapshot_hash,
        note: note(&desk),
    }))
}

/// Who is recognised on a rung today, by place.
pub(super) fn holders(desk: &Desk, judged: &Judged, titles: &Titles, rung: usize) -> HashSet<usize> {
    let label = judged.library.rungs.ladders[rung].value.label.as_deref();
    let day = super::today(desk);
    let members = judged.members.iter().enumerate();
    members
        .filter(|(_, one)| titles.held(one.id.as_deref(), label, day).is_some())
        .map(|(at, _)| at)
        .collect()
}

fn counts(desk: &Desk, judged: &Judged, holders: &HashSet<usize>, rung: usize) -> RungCounts {
    let all = || judged.library.standings.iter().map(|stands| &stands[rung]);
    let of = |verdict: Verdict| all().filter(|one| one.verdict == verdict).count();
    let short = |count: usize| all().filter(|one| one.short == Some(count) && one.unknown == 0).count();
    let placed = || all().enumerate();
    RungCounts {
        rung: RungBody::of(desk, judged, rung),
        recognised: holders.len(),
        meets: of(Verdict::Meets),
        promising: of(Verdict::Promising),
        needs_officer: of(Verdict::NeedsOfficer),
        needs_data: of(Verdict::NeedsData),
        fails: of(Verdict::Fails),
        near: [short(1), short(2), short(3)],
        candidates: placed().filter(|(at, one)| one.verdict.is_hopeful() && !holders.contains(at)).count(),
        at_risk: placed().filter(|(at, one)| one.verdict == Verdict::Fails && holders.contains(at)).count(),
    }
}

fn conversions(judged: &Judged, holders: &[HashSet<usize>]) -> Vec<Conversion> {
    let ladders = &judged.library.rungs.ladders;
    let mut all = Vec::new();
    for (above, one) in ladders.iter().enumerate() {
        for below in &one.value.after {
            let Some(below) = ladders.iter().position(|other| other.value.rung == *below) else { continue };
            if ladders[below].value.label.is_none() || one.value.label.is_none() {
                continue;
            }
            let both = holders[below].intersection(&holders[above]).count();
            let ready = holders[below].difference(&holders[above]);
            all.push(Conversion {
                below: ladders[below].value.rung.clone(),
                above: one.value.rung.clone(),
                recognised: holders[below].len(),
                both,
                ready: ready.filter(|at| judged.library.standings[**at][above].verdict.is_hopeful()).count(),
            });
        }
    }
    all
}
