//! Changing a person's name, language or roles.

use super::{Body, found_other, invite::role_words, roles};
use crate::{
    desk::Desk,
    etag,
    input::{Checks, Json},
    problem::Code,
    reply::{Answer, Reply},
    wire::{LanguageWord, RoleWord, words},
};
use axum::extract::Path;
use serde::Deserialize;
use serde_json::json;
use store::{Role, Scope, organisations, users};
use utoipa::ToSchema;

/// What to change; what is left out stays.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChangeUser {
    /// The person's name.
    name: Option<String>,
    /// The language.
    language: Option<LanguageWord>,
    /// All roles from now on; they count from the next request.
    roles: Option<Vec<RoleWord>>,
}

/// Changes a person. Nobody changes themselves here.
#[utoipa::path(patch, path = "/api/v1/users/{id}", operation_id = "change_user", tag = "users",
    params(("id" = String, Path, description = "The person")), request_body = ChangeUser,
    responses((status = 200, body = Body, description = "Changed")),
    extensions(("x-permission" = json!("user:change")), ("x-if-match" = json!("required"))))]
pub(crate) async fn change(desk: Desk, Path(id): Path<String>, Json(given): Json<ChangeUser>) -> Answer {
    let seen = found_other(&desk, &id).await?;
    etag::require(&desk, seen.version)?;
    let mut checks = Checks::default();
    if let Some(name) = &given.name {
        checks.name(name, "/name");
    }
    checks.done()?;
    let wanted: Option<Vec<Role>> = given.roles.as_deref().map(words);
    let change = desk.begin().await?;
    if let Some(wanted) = &wanted {
        let organisation =
            organisations::within(change.work(), &Scope::Everything, &seen.organisation_id).await?;
        let Some(organisation) = organisation else { return Err(Code::NotFound.into()) };
        roles::check(&desk, organisation.kind, &seen.roles, wanted)?;
    }
    let wish = users::Change {
        name: given.name.as_deref().map(str::trim),
        language: given.language.map(Into::into),
        state: None,
        roles: wanted.as_deref(),
    };
    let now = users::change(change.work(), &seen, &wish).await?;
    let detail = json!({
        "name": [seen.name, now.name],
        "language": [seen.language.word(), now.language.word()],
        "roles": [role_words(&seen.roles), role_words(&now.roles)],
    });
    let version = now.version;
    let note = desk.note("change", "user").on(&id, &now.path).with(detail);
    change.finish(note, Reply::ok(&Body::from(now)).versioned(version)).await
}
