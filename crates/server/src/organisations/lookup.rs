//! Listing and reading organisations.

use super::{Body, found};
use crate::{
    desk::Desk,
    input::Params,
    listing::{self, List},
    reply::{Answer, Reply},
    wire::KindWord,
};
use axum::extract::Path;
use serde::Deserialize;
use store::organisations::{self, Filter, Sort};
use utoipa::IntoParams;

const SORTS: [(&str, Sort); 2] = [("name", Sort::Name), ("created_at", Sort::CreatedAt)];

/// Which organisations.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Wanted {
    /// Of this kind.
    kind: Option<KindWord>,
    /// Under this one.
    parent_id: Option<String>,
    /// With this text in the name.
    name: Option<String>,
    /// `name` or `created_at`; `-` in front for greatest first.
    sort: Option<String>,
    /// Rows of a page, 1 to 200.
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

/// The organisations the caller may see.
#[utoipa::path(get, path = "/api/v1/organisations", operation_id = "list_organisations", tag = "organisations",
    params(Wanted), responses((status = 200, body = inline(List<Body>), description = "A page")),
    extensions(("x-permission" = json!("organisation:list"))))]
pub(crate) async fn list(desk: Desk, Params(wanted): Params<Wanted>) -> Answer {
    let asked = listing::asked(wanted.limit, wanted.cursor.as_deref(), wanted.sort.as_deref(), &SORTS)?;
    let filter = Filter { kind: wanted.kind.map(Into::into), parent_id: wanted.parent_id, name: wanted.name };
    let page = organisations::list(desk.database(), desk.scope(), &filter, asked.sort, &asked.page).await?;
    Ok(Reply::ok(&asked.list(page, Body::from)))
}

/// One organisation.
#[utoipa::path(get, path = "/api/v1/organisations/{id}", operation_id = "read_organisation", tag = "organisations",
    params(("id" = String, Path, description = "The organisation")),
    responses((status = 200, body = Body, description = "The organisation")),
    extensions(("x-permission" = json!("organisation:read"))))]
pub(crate) async fn read(desk: Desk, Path(id): Path<String>) -> Answer {
    let organisation = found(&desk, &id).await?;
    let version = organisation.version;
    Ok(Reply::ok(&Body::from(organisation)).versioned(version))
}
