//! An officer decides which source is right.

use super::{Facts, ValueBody};
use crate::{
    batches,
    desk::Desk,
    input::{Checks, Json},
    participants,
    problem::Code,
    reply::{Answer, Reply},
};
use axum::extract::Path;
use domain::collection::BatchAction;
use serde::Deserialize;
use serde_json::json;
use std::collections::HashMap;
use store::decisions::{self, Decision};
use utoipa::ToSchema;

/// A decision.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Deciding {
    /// The item's code.
    item: String,
    /// The year; 0 for items of no period.
    period: i32,
    /// The statement that is right.
    statement_id: String,
    /// Why.
    reason: String,
}

/// Decides which source is right about one value. The decision stands until a source says something new about it.
#[utoipa::path(post, path = "/api/v1/participants/{id}/decisions", operation_id = "decide_value", tag = "values",
    params(("id" = String, Path, description = "The participant")), request_body = Deciding,
    responses((status = 201, body = ValueBody, description = "Decided")),
    extensions(("x-permission" = json!("value:decide")), ("x-idempotency-key" = json!("required"))))]
pub(crate) async fn decide(desk: Desk, Path(id): Path<String>, Json(given): Json<Deciding>) -> Answer {
    let found = participants::found(&desk, &id).await?;
    batches::after(&found.batch, BatchAction::Collect)?;
    let mut facts = Facts::of(&desk, &found).await?;
    let counted = facts.count(&desk, true);
    let about = counted.iter().find(|one| one.item == given.item && one.period == given.period);
    let said = about.and_then(|one| one.said.iter().find(|said| said.statement.id == given.statement_id));
    let mut checks = Checks::default();
    checks.that(about.is_some(), "/item", "此项在该期间没有数据", "nobody says anything about it");
    checks.that(
        about.is_none() || said.is_some(),
        "/statement_id",
        "不是此项现有的数据，请刷新后重试",
        "is not among what is said about it now; load it again",
    );
    checks.name(&given.reason, "/reason");
    checks.done()?;
    let before = about.and_then(|one| one.known()).map(str::to_owned);
    let after = said.and_then(|one| one.stated.text()).map(str::to_owned);
    drop(counted);
    let change = desk.begin().await?;
    batches::still(change.work(), &found.batch.id, BatchAction::Collect).await?;
    let decision = Decision {
        id: desk.app.edge.id(),
        batch_id: found.batch.id.clone(),
        enterprise_id: found.enterprise.id.clone(),
        item: given.item.clone(),
        period: given.period,
        statement_id: given.statement_id,
        reason: given.reason.trim().to_owned(),
        decided_by: desk.caller()?.user.id.clone(),
        decided_at: desk.now(),
    };
    let detail = json!({
        "item": given.item, "period": given.period, "value": [before, after],
        "statement_id": decision.statement_id, "reason": decision.reason,
    });
    facts.decisions.push(decisions::add(change.work(), decision).await?);
    let note = desk.note("decide", "value").on(&id, &found.participant.path).with(detail);
    let counted = facts.count(&desk, true);
    let now = counted.iter().find(|one| one.item == given.item && one.period == given.period);
    let caller = &desk.caller()?.user;
    let people = HashMap::from([(caller.id.clone(), caller.name.clone())]);
    let body = now.map(ValueBody::from).ok_or(Code::NotFound)?.named(&people);
    change.finish(note, Reply::of(axum::http::StatusCode::CREATED, &body)).await
}
