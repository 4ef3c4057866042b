//! Closing an organisation: from that day its people, and those of everything below, cannot sign in.

use super::{Body, found};
use crate::{
    desk::Desk,
    etag,
    input::{Checks, Json},
    problem::Code,
    reply::{Answer, Reply},
};
use axum::extract::Path;
use jiff::civil::Date;
use serde::Deserialize;
use serde_json::json;
use store::organisations;
use utoipa::ToSchema;

/// When to close.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CloseOrganisation {
    /// Closed from this day (`2026-12-31`).
    on: String,
}

/// Closes an organisation from a day on, and everything below it with it.
#[utoipa::path(post, path = "/api/v1/organisations/{id}/close", operation_id = "close_organisation", tag = "organisations",
    params(("id" = String, Path, description = "The organisation")), request_body = CloseOrganisation,
    responses((status = 200, body = Body, description = "Closed from that day")),
    extensions(("x-permission" = json!("organisation:close")), ("x-if-match" = json!("required"))))]
pub(crate) async fn close(
    desk: Desk,
    Path(id): Path<String>,
    Json(given): Json<CloseOrganisation>,
) -> Answer {
    let seen = found(&desk, &id).await?;
    etag::require(&desk, seen.version)?;
    if desk.caller()?.organisation.path.starts_with(&seen.path) {
        return Err(Code::OwnOrganisation.into());
    }
    let on: Option<Date> = given.on.parse().ok();
    let mut checks = Checks::default();
    checks.that(on.is_some(), "/on", "应为日期，如 2026-12-31", "must be a day, e.g. 2026-12-31");
    checks.that(
        on.is_none_or(|on| on >= seen.opens_on),
        "/on",
        "不能早于启用日期",
        "must not be before it opened",
    );
    checks.done()?;
    let change = desk.begin().await?;
    let on = on.unwrap_or(seen.opens_on);
    let (closed, below) = organisations::close(change.work(), &seen, on).await?;
    let days =
        json!([seen.closes_on.map(|day| day.to_string()), closed.closes_on.map(|day| day.to_string())]);
    let note = desk
        .note("close", "organisation")
        .on(&id, &closed.path)
        .with(json!({ "closes_on": days, "closed_below": below }));
    let version = closed.version;
    change.finish(note, Reply::ok(&Body::from(closed)).versioned(version)).await
}
