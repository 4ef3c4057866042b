//! Listing and reading registrations.

use super::{RegistrationBody, found};
use crate::{
    desk::Desk,
    input::Params,
    listing::{self, List},
    reply::{Answer, Reply},
    wire::RegistrationStateWord,
};
use axum::extract::Path;
use serde::Deserialize;
use store::registrations;
use utoipa::IntoParams;

const SORTS: [(&str, ()); 1] = [("created_at", ())];

/// Which registrations.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Wanted {
    /// What became of them.
    state: Option<RegistrationStateWord>,
    /// `created_at`; `-created_at` for newest first.
    sort: Option<String>,
    /// Rows of a page, 1 to 200.
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

/// The registrations that the caller may see.
#[utoipa::path(get, path = "/api/v1/registrations", operation_id = "list_registrations", tag = "registrations",
    params(Wanted), responses((status = 200, body = inline(List<RegistrationBody>), description = "A page")),
    extensions(("x-permission" = json!("registration:list"))))]
pub(crate) async fn list(desk: Desk, Params(wanted): Params<Wanted>) -> Answer {
    let asked = listing::asked(wanted.limit, wanted.cursor.as_deref(), wanted.sort.as_deref(), &SORTS)?;
    let state = wanted.state.map(Into::into);
    let page = registrations::list(desk.database(), desk.scope(), state, &asked.page).await?;
    Ok(Reply::ok(&asked.list(page, RegistrationBody::from)))
}

/// One registration.
#[utoipa::path(get, path = "/api/v1/registrations/{id}", operation_id = "read_registration", tag = "registrations",
    params(("id" = String, Path, description = "The registration")),
    responses((status = 200, body = RegistrationBody, description = "The registration")),
    extensions(("x-permission" = json!("registration:read"))))]
pub(crate) async fn read(desk: Desk, Path(id): Path<String>) -> Answer {
    let registration = found(&desk, &id).await?;
    let version = registration.version;
    Ok(Reply::ok(&RegistrationBody::from(registration)).versioned(version))
}
