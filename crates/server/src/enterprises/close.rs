//! Taking an enterprise out of the register, or merging it into another. Its values and its history stay.

use super::{EnterpriseBody, event, found};
use crate::{
    caller::beijing_day,
    desk::Desk,
    etag,
    input::{Checks, Json},
    problem::Code,
    reply::{Answer, Reply},
    wire::EnterpriseStatusWord,
};
use axum::extract::Path;
use jiff::civil::Date;
use serde::Deserialize;
use serde_json::json;
use store::enterprises::{self, EnterpriseStatus};
use utoipa::ToSchema;

/// Why and from when.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CloseEnterprise {
    /// The status that says why: `moved_out`, `deregistered`, `revoked` …
    status: EnterpriseStatusWord,
    /// From this day (`2026-11-23`).
    on: String,
    /// The reason, in words.
    reason: String,
}

/// Takes an enterprise out of the register.
#[utoipa::path(post, path = "/api/v1/enterprises/{id}/close", operation_id = "close_enterprise", tag = "enterprises",
    params(("id" = String, Path, description = "The enterprise")), request_body = CloseEnterprise,
    responses((status = 200, body = EnterpriseBody, description = "Closed")),
    extensions(("x-permission" = json!("enterprise:close")), ("x-if-match" = json!("required"))))]
pub(crate) async fn close(desk: Desk, Path(id): Path<String>, Json(given): Json<CloseEnterprise>) -> Answer {
    let seen = found(&desk, &id).await?;
    etag::require(&desk, seen.version)?;
    let status = EnterpriseStatus::from(given.status);
    let mut checks = Checks::default();
    let on = day(&mut checks, &given.on, beijing_day(desk.now()));
    let ends = !matches!(status, EnterpriseStatus::Active | EnterpriseStatus::Merged);
    checks.that(ends, "/status", "须说明退出的原因", "must say why it leaves");
    checks.name(&given.reason, "/reason");
    checks.done()?;
    if !seen.is_open() {
        return Err(Code::WrongState.into());
    }
    let change = desk.begin().await?;
    let closed = enterprises::close(change.work(), &seen, status, on).await?;
    let detail =
        json!({"status": [seen.status.word(), status.word()], "on": given.on, "reason": given.reason.trim()});
    event(&desk, change.work(), &id, "close", detail.clone()).await?;
    let note = desk.note("close", "enterprise").on(&id, &closed.path).with(detail);
    let version = closed.version;
    change
        .finish(note, Reply::ok(&EnterpriseBody::of(desk.app.rules.known(), closed)).versioned(version))
        .await
}

fn day(checks: &mut Checks, text: &str, today: Date) -> Date {
    let on: Option<Date> = text.parse().ok();
    checks.that(on.is_some(), "/on", "应为日期，如 2026-11-23", "must be a day, e.g. 2026-11-23");
    checks.that(on.is_none_or(|on| on <= today), "/on", "日期晚于今天", "is in the future");
    on.unwrap_or(today)
}

/// Into which, and from when.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct MergeEnterprise {
    /// The enterprise it was merged into, of the same zone.
    into: String,
    /// From this day.
    on: String,
    /// The reason, in words.
    reason: String,
}

/// Notes that an enterprise was merged into another.
#[utoipa::path(post, path = "/api/v1/enterprises/{id}/merge", operation_id = "merge_enterprise", tag = "enterprises",
    params(("id" = String, Path, description = "The enterprise")), request_body = MergeEnterprise,
    responses((status = 200, body = EnterpriseBody, description = "Merged")),
    extensions(("x-permission" = json!("enterprise:close")), ("x-if-match" = json!("required"))))]
pub(crate) async fn merge(desk: Desk, Path(id): Path<String>, Json(given): Json<MergeEnterprise>) -> Answer {
    let seen = found(&desk, &id).await?;
    etag::require(&desk, seen.version)?;
    let change = desk.begin().await?;
    let into = enterprises::within(change.work(), desk.scope(), &given.into).await?;
    let fits =
        |into: &enterprises::Enterprise| into.id != seen.id && into.zone_id == seen.zone_id && into.is_open();
    let into = into.filter(fits);
    let mut checks = Checks::default();
    let on = day(&mut checks, &given.on, beijing_day(desk.now()));
    checks.that(into.is_some(), "/into", "没有这家在库企业", "there is no such enterprise in the register");
    checks.name(&given.reason, "/reason");
    checks.done()?;
    let Some(into) = into.filter(|_| seen.is_open()) else { return Err(Code::WrongState.into()) };
    let merged = enterprises::merge(change.work(), &seen, &into, on).await?;
    let detail = json!({"into": into.credit_code, "on": given.on, "reason": given.reason.trim()});
    event(&desk, change.work(), &id, "merge", detail.clone()).await?;
    event(&desk, change.work(), &into.id, "absorb", json!({"from": seen.credit_code, "on": given.on}))
        .await?;
    let note = desk.note("merge", "enterprise").on(&id, &merged.path).with(detail);
    let version = merged.version;
    change
        .finish(note, Reply::ok(&EnterpriseBody::of(desk.app.rules.known(), merged)).versioned(version))
        .await
}
