//! Showing the results of a year to everybody.

use crate::{
    batches::found,
    desk::Desk,
    etag,
    input::{Checks, Json},
    problem::{Code, Problem, Stop},
    reply::{Answer, Reply},
};
use axum::extract::Path;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::{
    Scope,
    batches::Batch,
    portal::{self, PublicList},
    runs,
};
use utoipa::ToSchema;

/// Most of each stage that can be asked for.
const MOST: u32 = 10_000;

/// How the results of a year are shown to everybody.
#[derive(Serialize, ToSchema)]
#[schema(as = PublicList)]
pub(crate) struct PublicListBody {
    /// Whether they are shown now.
    shown: bool,
    /// So many of each stage; absent for all.
    most: Option<u32>,
    /// Whether points stand beside places and grades.
    shows_points: bool,
    /// Enterprises of the year with a place.
    ranked: usize,
    /// Of them, those that let their name stand.
    named: usize,
    /// Changed last then; absent when nobody has.
    changed_at: Option<String>,
    /// Where it is seen.
    address: String,
}

async fn body(desk: &Desk, batch: &Batch, list: Option<&PublicList>) -> Result<(PublicListBody, i64), Stop> {
    let (mut ranked, mut named) = (0, 0);
    if let Some(run) = runs::published(desk.database(), &batch.id).await? {
        let allowed = portal::allowed_within(desk.database(), &Scope::Below(batch.path.clone())).await?;
        for one in runs::results(desk.database(), &run.id).await? {
            if one.rank.is_some() {
                ranked += 1;
                named += usize::from(allowed.contains(&one.enterprise_id));
            }
        }
    }
    let body = PublicListBody {
        shown: list.is_some_and(|one| one.shown),
        most: list.and_then(|one| one.most),
        shows_points: list.is_some_and(|one| one.shows_points),
        ranked,
        named,
        changed_at: list.map(|one| one.changed_at.to_string()),
        address: format!("/public/lists/{}", batch.id),
    };
    Ok((body, list.map_or(0, |one| one.version)))
}

/// How the results of a year are shown to everybody.
#[utoipa::path(get, path = "/api/v1/batches/{id}/public-list", operation_id = "read_public_list", tag = "portal",
    params(("id" = String, Path, description = "The batch")),
    responses((status = 200, body = PublicListBody, description = "How")),
    extensions(("x-permission" = json!("public-list:read"))))]
pub(crate) async fn read_public_list(desk: Desk, Path(id): Path<String>) -> Answer {
    let batch = found(&desk, &id).await?;
    let list = portal::of_batch(desk.database(), &batch.id).await?;
    let (body, version) = body(&desk, &batch, list.as_ref()).await?;
    Ok(Reply::ok(&body).versioned(version))
}

/// How to show them.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ShowResults {
    /// Whether they are shown.
    shown: bool,
    /// So many of each stage; absent for all.
    most: Option<u32>,
    /// Whether points stand beside places and grades.
    shows_points: bool,
}

/// Shows the published results of a year to everybody, or not any more. Only enterprises that let their name stand are
/// named; a correction shows itself as soon as it is published.
#[utoipa::path(put, path = "/api/v1/batches/{id}/public-list", operation_id = "show_results", tag = "portal",
    params(("id" = String, Path, description = "The batch")), request_body = ShowResults,
    responses((status = 200, body = PublicListBody, description = "Shown so")),
    extensions(("x-permission" = json!("public-list:show")), ("x-fresh" = json!(true)), ("x-if-match" = json!("required"))))]
pub(crate) async fn show_results(
    desk: Desk,
    Path(id): Path<String>,
    Json(given): Json<ShowResults>,
) -> Answer {
    let batch = found(&desk, &id).await?;
    let seen = portal::of_batch(desk.database(), &batch.id).await?;
    let version = seen.as_ref().map_or(0, |one| one.version);
    etag::require(&desk, version)?;
    let mut checks = Checks::default();
    let good = given.most.is_none_or(|most| (1..=MOST).contains(&most));
    checks.that(good, "/most", "应为 1 至 10000", "must be 1 to 10,000");
    checks.done()?;
    if given.shown && runs::published(desk.database(), &batch.id).await?.is_none() {
        let (zh, en) =
            ("本批次还没有发布结果，发布后才能公开。", "Nothing of this evaluation is published yet.");
        return Err(Problem::new(Code::WrongState).saying(zh, en).into());
    }
    let change = desk.begin().await?;
    let new = PublicList {
        batch_id: batch.id.clone(),
        zone_id: batch.zone_id.clone(),
        path: batch.path.clone(),
        shown: given.shown,
        most: given.most,
        shows_points: given.shows_points,
        changed_by: desk.caller()?.user.id.clone(),
        changed_at: desk.now(),
        version,
    };
    let now = portal::set(change.work(), new).await?;
    let detail = json!({
        "shown": [seen.as_ref().map(|one| one.shown), Some(now.shown)],
        "most": [seen.as_ref().and_then(|one| one.most), now.most],
        "shows_points": [seen.as_ref().map(|one| one.shows_points), Some(now.shows_points)],
    });
    let note = desk.note("show", "public-list").on(&batch.id, &batch.path).with(detail);
    let (body, version) = body(&desk, &batch, Some(&now)).await?;
    change.finish(note, Reply::ok(&body).versioned(version)).await
}
