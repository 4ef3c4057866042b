//! Listing and reading objections.

use super::{ObjectionBody, found};
use crate::{
    caller::beijing_day,
    desk::Desk,
    enterprises::note_list,
    input::Params,
    listing::{self, List},
    reply::{Answer, Reply},
    wire::ObjectionStateWord,
};
use axum::extract::Path;
use serde::Deserialize;
use store::objections::{self, Filter};
use utoipa::IntoParams;

const SORTS: [(&str, ()); 1] = [("raised_at", ())];

/// Which objections.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Wanted {
    /// In this batch.
    batch_id: Option<String>,
    /// By this enterprise.
    enterprise_id: Option<String>,
    /// This far.
    state: Option<ObjectionStateWord>,
    /// `raised_at`; `-raised_at` for newest first.
    sort: Option<String>,
    /// Rows of a page, 1 to 200.
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

/// The objections the caller may see.
#[utoipa::path(get, path = "/api/v1/objections", operation_id = "list_objections", tag = "objections",
    params(Wanted), responses((status = 200, body = inline(List<ObjectionBody>), description = "A page")),
    extensions(("x-permission" = json!("objection:list")), ("x-reads" = json!("list"))))]
pub(crate) async fn list(desk: Desk, Params(wanted): Params<Wanted>) -> Answer {
    let asked = listing::asked(wanted.limit, wanted.cursor.as_deref(), wanted.sort.as_deref(), &SORTS)?;
    let filter = Filter {
        batch_id: wanted.batch_id,
        enterprise_id: wanted.enterprise_id,
        state: wanted.state.map(Into::into),
    };
    let page = objections::list(desk.database(), desk.scope(), &filter, &asked.page).await?;
    note_list(&desk, ("objection", None), page.items.iter().map(|one| one.path.as_str())).await?;
    let today = beijing_day(desk.now());
    Ok(Reply::ok(&asked.list(page, |one| ObjectionBody::new(one, today))))
}

/// One objection.
#[utoipa::path(get, path = "/api/v1/objections/{id}", operation_id = "read_objection", tag = "objections",
    params(("id" = String, Path, description = "The objection")),
    responses((status = 200, body = ObjectionBody, description = "The objection")),
    extensions(("x-permission" = json!("objection:read")), ("x-reads" = json!("list"))))]
pub(crate) async fn read(desk: Desk, Path(id): Path<String>) -> Answer {
    let objection = found(&desk, &id).await?;
    note_list(&desk, ("objection", Some(&id)), [objection.path.as_str()]).await?;
    let version = objection.version;
    Ok(Reply::ok(&ObjectionBody::new(objection, beijing_day(desk.now()))).versioned(version))
}
