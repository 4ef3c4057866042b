//! Listing and reading schemes of a zone.

use super::{
    body::{DraftBody, WholeBody, people},
    found, judge,
};
use crate::{
    caller::beijing_day,
    desk::Desk,
    input::Params,
    problem::Stop,
    reply::{Answer, Reply},
    rules::ZoneRules,
    schemes::{ChangeBody, file_of},
    users::names,
    wire::SchemeStateWord,
};
use axum::{extract::Path, response::Response};
use serde::Deserialize;
use store::rule_drafts::{self, RuleDraft, RuleKind};
use utoipa::IntoParams;

/// Which schemes.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WantedDrafts {
    /// This far.
    state: Option<SchemeStateWord>,
}

/// The schemes that the zone writes or wrote itself, the newest first.
#[utoipa::path(get, path = "/api/v1/scheme-drafts", operation_id = "list_scheme_drafts", tag = "schemes",
    params(WantedDrafts), responses((status = 200, body = Vec<DraftBody>, description = "The schemes")),
    extensions(("x-permission" = json!("scheme:review"))))]
pub(crate) async fn list(desk: Desk, Params(wanted): Params<WantedDrafts>) -> Answer {
    let drafts =
        rule_drafts::list(desk.database(), desk.scope(), &[RuleKind::Scheme], wanted.state.map(Into::into))
            .await?;
    let names = names(&desk, people(&drafts)).await?;
    let caller = &desk.caller()?.user.id;
    Ok(Reply::ok(&drafts.iter().map(|one| DraftBody::of(one, &names, caller)).collect::<Vec<_>>()))
}

/// `draft` as it is sent after a read or a change.
pub(super) async fn body_of(desk: &Desk, draft: &RuleDraft) -> Result<DraftBody, Stop> {
    let names = names(desk, people(std::slice::from_ref(draft))).await?;
    Ok(DraftBody::of(draft, &names, &desk.caller()?.user.id))
}

/// A scheme with its text, what is wrong with it, and how people read it.
#[utoipa::path(get, path = "/api/v1/scheme-drafts/{id}", operation_id = "read_scheme_draft", tag = "schemes",
    params(("id" = String, Path, description = "The scheme")),
    responses((status = 200, body = WholeBody, description = "The scheme")),
    extensions(("x-permission" = json!("scheme:review"))))]
pub(crate) async fn read(desk: Desk, Path(id): Path<String>) -> Answer {
    let draft = found(&desk, &id).await?;
    let today = beijing_day(desk.now());
    let judged = judge(&desk, &draft.path, (&draft.file, &draft.content), today).await?;
    let (body, version) = (body_of(&desk, &draft).await?, draft.version);
    Ok(Reply::ok(&WholeBody::of(&desk, body, draft.content, &judged)).versioned(version))
}

/// The rule file, to be kept or used by the command.
#[utoipa::path(get, path = "/api/v1/scheme-drafts/{id}/text", operation_id = "read_scheme_draft_text", tag = "schemes",
    params(("id" = String, Path, description = "The scheme")),
    responses((status = 200, description = "The file", content_type = "application/yaml")),
    extensions(("x-permission" = json!("scheme:review"))))]
pub(crate) async fn draft_text(desk: Desk, Path(id): Path<String>) -> Result<Response, Stop> {
    let draft = found(&desk, &id).await?;
    let body = body_of(&desk, &draft).await?;
    let (code, version) = body.named();
    Ok(file_of(draft.content, &code, &version))
}

/// With which scheme.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WantedBefore {
    /// The scheme it is compared with: a file below `rules/`, as in the list of schemes.
    from: String,
}

/// Everything that differs from another scheme, in words.
#[utoipa::path(get, path = "/api/v1/scheme-drafts/{id}/changes", operation_id = "compare_scheme_draft", tag = "schemes",
    params(("id" = String, Path, description = "The scheme"), WantedBefore),
    responses((status = 200, body = Vec<ChangeBody>, description = "What differs")),
    extensions(("x-permission" = json!("scheme:review"))))]
pub(crate) async fn draft_changes(
    desk: Desk,
    Path(id): Path<String>,
    Params(wanted): Params<WantedBefore>,
) -> Answer {
    let draft = found(&desk, &id).await?;
    let today = beijing_day(desk.now());
    let rules = ZoneRules::of_zone(&desk, &draft.path).await?.with(&draft.file, &draft.content);
    let before = rules.scheme(&wanted.from, today, "?from")?;
    let after = rules.scheme(&draft.file, today, "")?;
    Ok(Reply::ok(&ChangeBody::between(&before, &after)))
}
