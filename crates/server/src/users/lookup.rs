//! Listing and reading people.

use super::{Body, found};
use crate::{
    desk::Desk,
    input::Params,
    listing::{self, List},
    reply::{Answer, Reply},
    wire::{RoleWord, StateWord},
};
use axum::extract::Path;
use serde::Deserialize;
use store::users::{self, Filter, Sort};
use utoipa::IntoParams;

const SORTS: [(&str, Sort); 3] =
    [("name", Sort::Name), ("login", Sort::Login), ("created_at", Sort::CreatedAt)];

/// Which people.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Wanted {
    /// Of this organisation.
    organisation_id: Option<String>,
    /// With this role.
    role: Option<RoleWord>,
    /// In this state.
    state: Option<StateWord>,
    /// With this text in the name.
    name: Option<String>,
    /// `name`, `login` or `created_at`; `-` in front for greatest first.
    sort: Option<String>,
    /// Rows of a page, 1 to 200.
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

/// The people the caller may see.
#[utoipa::path(get, path = "/api/v1/users", operation_id = "list_users", tag = "users",
    params(Wanted), responses((status = 200, body = inline(List<Body>), description = "A page")),
    extensions(("x-permission" = json!("user:list"))))]
pub(crate) async fn list(desk: Desk, Params(wanted): Params<Wanted>) -> Answer {
    let asked = listing::asked(wanted.limit, wanted.cursor.as_deref(), wanted.sort.as_deref(), &SORTS)?;
    let filter = Filter {
        organisation_id: wanted.organisation_id,
        role: wanted.role.map(Into::into),
        state: wanted.state.map(Into::into),
        name: wanted.name,
    };
    let page = users::list(desk.database(), desk.scope(), &filter, asked.sort, &asked.page).await?;
    Ok(Reply::ok(&asked.list(page, Body::from)))
}

/// One person.
#[utoipa::path(get, path = "/api/v1/users/{id}", operation_id = "read_user", tag = "users",
    params(("id" = String, Path, description = "The person")),
    responses((status = 200, body = Body, description = "The person")),
    extensions(("x-permission" = json!("user:read"))))]
pub(crate) async fn read(desk: Desk, Path(id): Path<String>) -> Answer {
    let user = found(&desk, &id).await?;
    let version = user.version;
    Ok(Reply::ok(&Body::from(user)).versioned(version))
}
