//! Changing an organisation's legal name.

use super::{Body, found};
use crate::{
    desk::Desk,
    etag,
    input::{Checks, Json},
    reply::{Answer, Reply},
};
use axum::extract::Path;
use serde::Deserialize;
use serde_json::json;
use store::organisations;
use utoipa::ToSchema;

/// A new legal name.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RenameOrganisation {
    /// The legal name.
    name: String,
}

/// Changes the legal name.
#[utoipa::path(patch, path = "/api/v1/organisations/{id}", operation_id = "rename_organisation", tag = "organisations",
    params(("id" = String, Path, description = "The organisation")), request_body = RenameOrganisation,
    responses((status = 200, body = Body, description = "Renamed")),
    extensions(("x-permission" = json!("organisation:open")), ("x-if-match" = json!("required"))))]
pub(crate) async fn rename(
    desk: Desk,
    Path(id): Path<String>,
    Json(given): Json<RenameOrganisation>,
) -> Answer {
    let seen = found(&desk, &id).await?;
    etag::require(&desk, seen.version)?;
    let mut checks = Checks::default();
    checks.name(&given.name, "/name");
    checks.done()?;
    let change = desk.begin().await?;
    let now = organisations::rename(change.work(), &seen, given.name.trim()).await?;
    let note =
        desk.note("rename", "organisation").on(&id, &now.path).with(json!({"name": [seen.name, now.name]}));
    let version = now.version;
    change.finish(note, Reply::ok(&Body::from(now)).versioned(version)).await
}
