//! Who takes part.

use super::found;
use crate::{
    batches::{self, Kinds, regroup},
    caller::beijing_day,
    desk::Desk,
    etag,
    input::{Checks, Json},
    problem::{Code, Problem},
    reply::{Answer, Reply},
};
use axum::extract::Path;
use domain::collection::BatchAction;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeSet;
use store::{
    Scope,
    batches::NewParticipant,
    enterprises::{self, Enterprise},
    filings,
};
use utoipa::ToSchema;

/// Which enterprises of the zone's register are to take part: those that match all that is given.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Enrolment {
    /// In this park.
    park: Option<String>,
    /// Whose industry code begins so.
    industry: Option<String>,
    /// In this field of technology.
    field: Option<String>,
    /// Founded on this day or before.
    founded_until: Option<String>,
    /// These only, by id.
    enterprise_ids: Option<Vec<String>>,
}

/// What came of it.
#[derive(Serialize, ToSchema)]
pub(crate) struct Enrolled {
    /// How many were added.
    added: usize,
    /// How many take part now.
    total: usize,
}

impl Enrolment {
    fn kinds(&self) -> Kinds<'_> {
        Kinds { park: self.park.as_deref(), industry: self.industry.as_deref(), field: self.field.as_deref() }
    }

    fn takes(&self, one: &Enterprise, founded_until: Option<Date>) -> bool {
        one.is_open()
            && self.kinds().fits(one)
            && founded_until.is_none_or(|day| one.founded_on.is_some_and(|founded| founded <= day))
            && self.enterprise_ids.as_ref().is_none_or(|ids| ids.contains(&one.id))
    }
}

/// Lets enterprises of the register take part. One that does already stays as it is.
#[utoipa::path(post, path = "/api/v1/batches/{id}/participants", operation_id = "enrol_participants", tag = "batches",
    params(("id" = String, Path, description = "The batch")), request_body = Enrolment,
    responses((status = 200, body = Enrolled, description = "Added")),
    extensions(("x-permission" = json!("batch:enrol")), ("x-idempotency-key" = json!("required"))))]
pub(crate) async fn enrol(desk: Desk, Path(id): Path<String>, Json(given): Json<Enrolment>) -> Answer {
    let batch = batches::found(&desk, &id).await?;
    batches::after(&batch, BatchAction::Enrol)?;
    let until: Option<Result<Date, _>> = given.founded_until.as_deref().map(str::parse);
    let mut checks = Checks::default();
    let good = until.as_ref().is_none_or(Result::is_ok);
    checks.that(good, "/founded_until", "应为日期，如 2025-12-31", "must be a day, e.g. 2025-12-31");
    checks.done()?;
    let until = until.and_then(Result::ok);
    let change = desk.begin().await?;
    let work = change.work();
    let before = store::batches::participants_of(work, &id).await?;
    let known: BTreeSet<&str> = before.iter().map(|one| one.enterprise_id.as_str()).collect();
    let register = enterprises::by_codes(work, &batch.zone_id, None).await?;
    let new: Vec<NewParticipant> = register
        .into_iter()
        .filter(|one| given.takes(one, until) && !known.contains(one.id.as_str()))
        .map(|one| NewParticipant { id: desk.app.edge.id(), enterprise_id: one.id, path: one.path })
        .collect();
    let (added, total) = (new.len(), before.len() + new.len());
    store::batches::add_participants(work, &id, new).await?;
    regroup(work, &batch, beijing_day(desk.now())).await?;
    let note = desk.note("enrol", "batch").on(&id, &batch.path).with(json!({"added": added, "total": total}));
    change.finish(note, Reply::ok(&Enrolled { added, total })).await
}

/// Takes an enterprise that filed nothing out of its batch.
#[utoipa::path(delete, path = "/api/v1/participants/{id}", operation_id = "remove_participant", tag = "batches",
    params(("id" = String, Path, description = "The participant")),
    responses((status = 204, description = "Out")),
    extensions(("x-permission" = json!("batch:enrol")), ("x-if-match" = json!("required"))))]
pub(crate) async fn remove(desk: Desk, Path(id): Path<String>) -> Answer {
    let found = found(&desk, &id).await?;
    etag::require(&desk, found.participant.version)?;
    batches::after(&found.batch, BatchAction::Enrol)?;
    let change = desk.begin().await?;
    let work = change.work();
    let seen = store::batches::participant(work, &Scope::Everything, &id).await?.ok_or(Code::NotFound)?;
    let filed = filings::draft(work, &id).await?.is_some();
    if filed || !filings::remove_participant(work, &seen).await? {
        let (zh, en) = ("该企业已开始填报，不能移出。", "The enterprise has begun to file and stays.");
        return Err(Problem::new(Code::WrongState).saying(zh, en).into());
    }
    let note = desk.note("remove", "participant").on(&id, &seen.path);
    let note = note.with(json!({"enterprise_id": seen.enterprise_id, "batch_id": seen.batch_id}));
    change.finish(note, Reply::empty()).await
}
