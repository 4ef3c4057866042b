//! Deciding an objection, and taking one back.

use super::{ObjectionBody, after, found};
use crate::{
    batches,
    caller::beijing_day,
    desk::Desk,
    etag,
    input::{Checks, Json},
    notices::{Kind, notice},
    problem::Code,
    reply::{Answer, Reply},
};
use axum::extract::Path;
use domain::collection::{BatchAction, ObjectionAction};
use serde::Deserialize;
use serde_json::json;
use std::collections::BTreeMap;
use store::{
    Scope, StoreError, Work, batches as stored,
    decisions::{self, Decision},
    notices,
    objections::{self, Objection},
    values::{self, Remark, Stated, Statement, ValueSource},
};
use utoipa::ToSchema;

/// A decision.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DecideObjection {
    /// Whether the enterprise is right.
    upheld: bool,
    /// Why, for the enterprise to read.
    reason: String,
}

/// Decides an objection; the enterprise is told. One that is upheld makes what the enterprise claims the value that
/// counts. After publication the published run stands until a correction is computed and published.
#[utoipa::path(post, path = "/api/v1/objections/{id}/decide", operation_id = "decide_objection", tag = "objections",
    params(("id" = String, Path, description = "The objection")), request_body = DecideObjection,
    responses((status = 200, body = ObjectionBody, description = "Decided")),
    extensions(("x-permission" = json!("objection:decide")), ("x-if-match" = json!("required"))))]
pub(crate) async fn decide(desk: Desk, Path(id): Path<String>, Json(given): Json<DecideObjection>) -> Answer {
    let seen = found(&desk, &id).await?;
    etag::require(&desk, seen.version)?;
    let action = if given.upheld { ObjectionAction::Uphold } else { ObjectionAction::Dismiss };
    let state = after(&seen, action)?;
    let mut checks = Checks::default();
    let length = given.reason.trim().chars().count();
    checks.that(
        (1..=1_000).contains(&length),
        "/reason",
        "应为 1 至 1000 字",
        "must have 1 to 1000 characters",
    );
    checks.done()?;
    let by = desk.caller()?.user.id.clone();
    let change = desk.begin().await?;
    let work = change.work();
    let batch = stored::within(work, &Scope::Everything, &seen.batch_id).await?.ok_or(Code::NotFound)?;
    batches::after(&batch, BatchAction::Object)?;
    if given.upheld {
        correct(&desk, work, &seen, given.reason.trim(), &by).await?;
    }
    let now = objections::decide(work, &seen, state, given.reason.trim(), &by).await?;
    let detail = json!({
        "item": now.item, "period": now.period, "value": now.value, "claimed": now.claimed,
        "state": state.word(), "reason": now.decision,
    });
    let told = notice(&desk, &now.path, Some(&now.batch_id), Kind::ObjectionDecided, &detail)?;
    notices::send(work, vec![told]).await?;
    let note = desk.note("decide", "objection").on(&id, &now.path).with(detail);
    let version = now.version;
    let body = ObjectionBody::new(now, beijing_day(desk.now()));
    change.finish(note, Reply::ok(&body).versioned(version)).await
}

/// Enters what the enterprise claims, and decides for it.
async fn correct(
    desk: &Desk,
    work: &Work,
    one: &Objection,
    reason: &str,
    by: &str,
) -> Result<(), StoreError> {
    let statement = Statement {
        id: desk.app.edge.id(),
        batch_id: one.batch_id.clone(),
        enterprise_id: one.enterprise_id.clone(),
        period: one.period,
        source: ValueSource::Own,
        import_id: None,
        row: None,
        cells: BTreeMap::from([(
            one.item.clone(),
            one.claimed.clone().map_or(Stated::Missing, Stated::Known),
        )]),
        remarks: BTreeMap::from([(
            one.item.clone(),
            Remark { evidence: one.evidence.clone(), explanation: Some(one.reason.clone()) },
        )]),
        entered_by: one.raised_by.clone(),
        entered_at: desk.now(),
    };
    let decision = Decision {
        id: desk.app.edge.id(),
        batch_id: one.batch_id.clone(),
        enterprise_id: one.enterprise_id.clone(),
        item: one.item.clone(),
        period: one.period,
        statement_id: statement.id.clone(),
        reason: reason.to_owned(),
        decided_by: by.to_owned(),
        decided_at: desk.now(),
    };
    values::add_all(work, [statement]).await?;
    decisions::add(work, decision).await?;
    Ok(())
}

/// Takes an objection back.
#[utoipa::path(post, path = "/api/v1/objections/{id}/withdraw", operation_id = "withdraw_objection", tag = "objections",
    params(("id" = String, Path, description = "The objection")),
    responses((status = 200, body = ObjectionBody, description = "Taken back")),
    extensions(("x-permission" = json!("objection:withdraw")), ("x-if-match" = json!("required"))))]
pub(crate) async fn withdraw(desk: Desk, Path(id): Path<String>) -> Answer {
    let seen = found(&desk, &id).await?;
    etag::require(&desk, seen.version)?;
    let state = after(&seen, ObjectionAction::Withdraw)?;
    let by = desk.caller()?.user.id.clone();
    let change = desk.begin().await?;
    let now = objections::decide(change.work(), &seen, state, "", &by).await?;
    let note = desk.note("withdraw", "objection").on(&id, &now.path).with(json!({"item": now.item}));
    let version = now.version;
    let body = ObjectionBody::new(now, beijing_day(desk.now()));
    change.finish(note, Reply::ok(&body).versioned(version)).await
}
