//! Raising an objection.

use super::ObjectionBody;
use crate::{
    attachments::check_evidence,
    batches,
    caller::beijing_day,
    desk::Desk,
    input::{Checks, Json},
    participants,
    problem::{Code, Problem},
    reply::{Answer, Reply},
    values::Facts,
};
use domain::collection::{BatchAction, Clock};
use serde::Deserialize;
use serde_json::json;
use store::objections::{self, Filter, Objection, ObjectionState};
use utoipa::ToSchema;

/// An objection to raise.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RaiseObjection {
    /// The enterprise in its batch.
    participant_id: String,
    /// The item's code.
    item: String,
    /// The year; 0 for items of no period.
    period: i32,
    /// What the value is, in the item's unit; absent when there is none.
    claimed: Option<String>,
    /// Why.
    reason: String,
    /// The attachment that proves it.
    evidence: Option<String>,
}

/// Objects to one value. While the objection is open the value is marked; it is decided within twenty days.
#[utoipa::path(post, path = "/api/v1/objections", operation_id = "raise_objection", tag = "objections",
    request_body = RaiseObjection, responses((status = 201, body = ObjectionBody, description = "Raised")),
    extensions(("x-permission" = json!("objection:raise")), ("x-idempotency-key" = json!("required"))))]
pub(crate) async fn raise(desk: Desk, Json(given): Json<RaiseObjection>) -> Answer {
    let found = participants::found(&desk, &given.participant_id).await?;
    batches::after(&found.batch, BatchAction::Object)?;
    let today = beijing_day(desk.now());
    if let Some((from, to)) = found.batch.objections
        && !(from..=to).contains(&today)
    {
        return Err(Problem::new(Code::WrongState)
            .saying(
                format!("异议期为 {from} 至 {to}。"),
                format!("Objections are taken from {from} to {to}."),
            )
            .into());
    }
    let facts = Facts::of(&desk, &found).await?;
    let counted = facts.count(&desk, false);
    let about = counted.iter().find(|one| one.item == given.item && one.period == given.period);
    let value = about.and_then(|one| one.known()).map(str::to_owned);
    let item = desk.app.rules.dictionary().find(&given.item).filter(|item| item.code == given.item);
    let mut checks = Checks::default();
    let asked = item.is_some() && facts.plan.item(&given.item).is_some();
    checks.that(asked, "/item", "本批次没有此项", "is not an item of this evaluation");
    let fits = given.claimed.as_ref().is_none_or(|text| item.is_some_and(|item| item.fact(text).is_some()));
    checks.that(fits, "/claimed", "不是此项的数值", "is not a value of this item");
    checks.that(given.claimed != value, "/claimed", "与现值相同", "is what the value is now");
    let length = given.reason.trim().chars().count();
    checks.that(
        (1..=1_000).contains(&length),
        "/reason",
        "应为 1 至 1000 字",
        "must have 1 to 1000 characters",
    );
    check_evidence(&desk, &found.enterprise.id, given.evidence.as_deref(), "/evidence", &mut checks).await?;
    checks.done()?;
    let change = desk.begin().await?;
    batches::still(change.work(), &found.batch.id, BatchAction::Object).await?;
    let filter = Filter {
        batch_id: Some(found.batch.id.clone()),
        enterprise_id: Some(found.enterprise.id.clone()),
        state: Some(ObjectionState::Open),
    };
    let page = store::PageRequest { limit: 1_000, after: None, descending: false };
    let open = objections::list(change.work(), &store::Scope::Everything, &filter, &page).await?;
    if open.items.iter().any(|one| one.item == given.item && one.period == given.period) {
        return Err(Code::ExistsAlready.into());
    }
    let new = Objection {
        id: desk.app.edge.id(),
        batch_id: found.batch.id.clone(),
        enterprise_id: found.enterprise.id.clone(),
        path: found.participant.path.clone(),
        item: given.item,
        period: given.period,
        value,
        claimed: given.claimed,
        reason: given.reason.trim().to_owned(),
        evidence: given.evidence,
        state: ObjectionState::Open,
        opened_on: today,
        due_on: Clock { opened_on: today }.due_on(),
        raised_by: desk.caller()?.user.id.clone(),
        raised_at: desk.now(),
        decision: None,
        decided_by: None,
        decided_at: None,
        version: 1,
    };
    let raised = objections::add(change.work(), new).await?;
    let detail = json!({
        "item": raised.item, "period": raised.period, "value": raised.value, "claimed": raised.claimed,
        "batch_id": raised.batch_id, "due_on": raised.due_on.to_string(),
    });
    let note = desk.note("raise", "objection").on(&raised.id, &raised.path).with(detail);
    let (location, version) = (format!("/api/v1/objections/{}", raised.id), raised.version);
    change
        .finish(note, Reply::created(&ObjectionBody::new(raised, today), &location).versioned(version))
        .await
}
