//! Saving what was typed.

use super::{Cells, after, form::Form};
use crate::{
    attachments::check_evidence,
    batches,
    desk::Desk,
    etag,
    input::{Checks, Json},
    participants,
    reply::{Answer, Reply},
};
use axum::extract::Path;
use domain::collection::{BatchAction, ParticipantAction};
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::filings;
use utoipa::ToSchema;

/// Longest text a cell may hold.
const LONGEST: usize = 2_000;

/// What was typed so far.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Typed {
    /// Cells by item; an item left out keeps what departments report.
    cells: Cells,
}

/// A draft that was saved.
#[derive(Serialize, ToSchema)]
pub(crate) struct Saved {
    /// Version of the draft.
    draft_version: i64,
    /// Saved then.
    saved_at: String,
    /// How many fields have problems; the form says which.
    problems: usize,
}

/// Saves a draft, complete or not. `If-Match` names the draft's version; `"0"` before the first.
#[utoipa::path(put, path = "/api/v1/participants/{id}/filing", operation_id = "save_filing", tag = "filings",
    params(("id" = String, Path, description = "The participant")), request_body = Typed,
    responses((status = 200, body = Saved, description = "Saved")),
    extensions(("x-permission" = json!("filing:write")), ("x-if-match" = json!("required"))))]
pub(crate) async fn save_filing(desk: Desk, Path(id): Path<String>, Json(given): Json<Typed>) -> Answer {
    let found = participants::found(&desk, &id).await?;
    batches::after(&found.batch, BatchAction::Collect)?;
    let by = desk.caller()?.user.id.clone();
    after(&found.participant, &found.batch, ParticipantAction::Save, &[], &by)?;
    let form = Form::of(&desk, &found, Some(given.cells.clone())).await?;
    etag::require(&desk, form.draft_version)?;
    let mut checks = Checks::default();
    for (item, cell) in &given.cells {
        let short = |text: &Option<String>| text.as_ref().is_none_or(|text| text.chars().count() <= LONGEST);
        let pointer = format!("/cells/{item}");
        let known = form.facts.plan.item(item).is_some();
        checks.that(known, &pointer, "本批次不收集此项", "is not collected in this evaluation");
        checks.that(short(&cell.value) && short(&cell.explanation), &pointer, "内容过长", "is too long");
        let evidence = format!("{pointer}/evidence");
        check_evidence(&desk, &found.enterprise.id, cell.evidence.as_deref(), &evidence, &mut checks).await?;
    }
    checks.done()?;
    let text = serde_json::to_string(&given.cells).unwrap_or_default();
    let change = desk.begin().await?;
    batches::still(change.work(), &found.batch.id, BatchAction::Collect).await?;
    let draft = filings::save(change.work(), &id, form.draft_version, &text, &by).await?;
    let note = desk.note("save", "filing").on(&id, &found.participant.path);
    let note = note.with(json!({"fields": given.cells.len(), "version": draft.version}));
    let body = Saved {
        draft_version: draft.version,
        saved_at: draft.saved_at.to_string(),
        problems: form.wrong.len(),
    };
    change.finish(note, Reply::ok(&body).versioned(draft.version)).await
}
