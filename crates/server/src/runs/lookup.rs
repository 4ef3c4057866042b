//! Listing and reading runs and their results.

use super::{ResultBody, RunBody, compare::Comparison, found};
use crate::{
    desk::Desk,
    enterprises::{Reading, answer_for, note_list},
    input::Params,
    listing::{self, Asked, List},
    participants,
    problem::Code,
    reply::{Answer, Reply},
    wire::RunStateWord,
};
use axum::extract::Path;
use serde::Deserialize;
use std::collections::HashMap;
use store::{
    enterprises,
    runs::{self, Filter, ResultFilter, RunState},
};
use utoipa::IntoParams;

const SORTS: [(&str, ()); 1] = [("created_at", ())];
const RESULT_SORTS: [(&str, ()); 1] = [("rank", ())];

/// Which runs.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Wanted {
    /// Of this batch.
    batch_id: Option<String>,
    /// This far.
    state: Option<RunStateWord>,
    /// `created_at`; `-created_at` for newest first.
    sort: Option<String>,
    /// Rows of a page, 1 to 200.
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

/// The runs the caller may see.
#[utoipa::path(get, path = "/api/v1/runs", operation_id = "list_runs", tag = "runs",
    params(Wanted), responses((status = 200, body = inline(List<RunBody>), description = "A page")),
    extensions(("x-permission" = json!("run:list"))))]
pub(crate) async fn list(desk: Desk, Params(wanted): Params<Wanted>) -> Answer {
    let asked = listing::asked(wanted.limit, wanted.cursor.as_deref(), wanted.sort.as_deref(), &SORTS)?;
    let states = wanted.state.map(Into::into).into_iter().collect();
    page(&desk, Filter { batch_id: wanted.batch_id, states }, &asked).await
}

async fn page(desk: &Desk, filter: Filter, asked: &Asked<()>) -> Answer {
    let page = runs::list(desk.database(), desk.scope(), &filter, &asked.page).await?;
    Ok(Reply::ok(&asked.list(page, RunBody::from)))
}

/// Which published runs.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WantedPublished {
    /// Of this batch.
    batch_id: Option<String>,
    /// `created_at`; `-created_at` for newest first.
    sort: Option<String>,
    /// Rows of a page, 1 to 200.
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

/// The published runs, for those who work with results and have no business with drafts.
#[utoipa::path(get, path = "/api/v1/runs/published", operation_id = "list_published_runs", tag = "runs",
    params(WantedPublished), responses((status = 200, body = inline(List<RunBody>), description = "A page")),
    extensions(("x-permission" = json!("run:published"))))]
pub(crate) async fn published(desk: Desk, Params(wanted): Params<WantedPublished>) -> Answer {
    let asked = listing::asked(wanted.limit, wanted.cursor.as_deref(), wanted.sort.as_deref(), &SORTS)?;
    page(&desk, Filter { batch_id: wanted.batch_id, states: vec![RunState::Published] }, &asked).await
}

/// One run with its receipt.
#[utoipa::path(get, path = "/api/v1/runs/{id}", operation_id = "read_run", tag = "runs",
    params(("id" = String, Path, description = "The run")),
    responses((status = 200, body = RunBody, description = "The run")),
    extensions(("x-permission" = json!("run:read"))))]
pub(crate) async fn read(desk: Desk, Path(id): Path<String>) -> Answer {
    let run = found(&desk, &id).await?;
    let version = run.version;
    Ok(Reply::ok(&RunBody::from(run)).versioned(version))
}

/// A run beside the one before: who moves, by how much, and why.
#[utoipa::path(get, path = "/api/v1/runs/{id}/comparison", operation_id = "compare_run", tag = "runs",
    params(("id" = String, Path, description = "The run")),
    responses((status = 200, body = Comparison, description = "The comparison")),
    extensions(("x-permission" = json!("run:read")), ("x-reads" = json!("list"))))]
pub(crate) async fn comparison(desk: Desk, Path(id): Path<String>) -> Answer {
    let run = found(&desk, &id).await?;
    let stored = run.comparison.as_deref().and_then(|text| serde_json::from_str(text).ok());
    // The first run of a zone has none before it.
    let comparison: Comparison = stored.ok_or(Code::NotFound)?;
    let seen = comparison.movers.iter().map(|_| run.path.as_str());
    note_list(&desk, ("run", Some(&run.id)), seen).await?;
    Ok(Reply::ok(&comparison))
}

/// Which results.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WantedResults {
    /// Of this stage.
    stage: Option<String>,
    /// Of this grade.
    grade: Option<String>,
    /// Those whose score a veto withholds, instead of those with a place.
    withheld: Option<bool>,
    /// `rank`; `-rank` for the last first.
    sort: Option<String>,
    /// Rows of a page, 1 to 200.
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

/// The results of a run, by place.
#[utoipa::path(get, path = "/api/v1/runs/{id}/results", operation_id = "list_results", tag = "runs",
    params(("id" = String, Path, description = "The run"), WantedResults),
    responses((status = 200, body = inline(List<ResultBody>), description = "A page")),
    extensions(("x-permission" = json!("run:results")), ("x-reads" = json!("list"))))]
pub(crate) async fn results(
    desk: Desk,
    Path(id): Path<String>,
    Params(wanted): Params<WantedResults>,
) -> Answer {
    let run = found(&desk, &id).await?;
    let asked =
        listing::asked(wanted.limit, wanted.cursor.as_deref(), wanted.sort.as_deref(), &RESULT_SORTS)?;
    let filter =
        ResultFilter { stage: wanted.stage, grade: wanted.grade, withheld: wanted.withheld.unwrap_or(false) };
    let page = runs::results_page(desk.database(), desk.scope(), &run.id, &filter, &asked.page).await?;
    let seen = page.items.iter().map(|_| run.path.as_str());
    note_list(&desk, ("run", Some(&run.id)), seen).await?;
    let ids: Vec<String> = page.items.iter().map(|one| one.enterprise_id.clone()).collect();
    let known = enterprises::by_ids(desk.database(), &ids).await?;
    let mut named: HashMap<String, (String, String)> =
        known.into_iter().map(|one| (one.id, (one.name, one.credit_code))).collect();
    Ok(Reply::ok(&asked.list(page, |one| {
        let name = named.remove(&one.enterprise_id);
        ResultBody::new(one, name, false)
    })))
}

/// What an enterprise got in the published run of its batch, indicator by indicator.
#[utoipa::path(get, path = "/api/v1/participants/{id}/result", operation_id = "read_result", tag = "runs",
    params(("id" = String, Path, description = "The participant"), Reading),
    responses((status = 200, body = ResultBody, description = "The result")),
    extensions(("x-permission" = json!("result:read")), ("x-reads" = json!("enterprise"))))]
pub(crate) async fn result(desk: Desk, Path(id): Path<String>, Params(reading): Params<Reading>) -> Answer {
    let found = participants::found(&desk, &id).await?;
    answer_for(&desk, &found.enterprise, reading.purpose.as_deref()).await?;
    let run = runs::published(desk.database(), &found.batch.id).await?.ok_or(Code::NotFound)?;
    let result = runs::result_of(desk.database(), desk.scope(), &run.id, &found.enterprise.id)
        .await?
        .ok_or(Code::NotFound)?;
    let name = Some((found.enterprise.name, found.enterprise.credit_code));
    Ok(Reply::ok(&ResultBody::new(result, name, true)))
}
