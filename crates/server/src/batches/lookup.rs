//! Listing and reading batches.

use super::{BatchBody, found};
use crate::{
    desk::Desk,
    input::Params,
    listing::{self, List},
    reply::{Answer, Reply},
    wire::BatchStateWord,
};
use axum::extract::Path;
use serde::Deserialize;
use store::batches::{self, Filter};
use utoipa::IntoParams;

const SORTS: [(&str, ()); 1] = [("year", ())];

/// Which batches.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Wanted {
    /// Of this zone.
    zone_id: Option<String>,
    /// Of this year.
    year: Option<i32>,
    /// This far.
    state: Option<BatchStateWord>,
    /// `year`; `-year` for the latest first.
    sort: Option<String>,
    /// Rows of a page, 1 to 200.
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

/// The batches the caller may see.
#[utoipa::path(get, path = "/api/v1/batches", operation_id = "list_batches", tag = "batches",
    params(Wanted), responses((status = 200, body = inline(List<BatchBody>), description = "A page")),
    extensions(("x-permission" = json!("batch:list"))))]
pub(crate) async fn list(desk: Desk, Params(wanted): Params<Wanted>) -> Answer {
    let asked = listing::asked(wanted.limit, wanted.cursor.as_deref(), wanted.sort.as_deref(), &SORTS)?;
    let filter = Filter { zone_id: wanted.zone_id, year: wanted.year, state: wanted.state.map(Into::into) };
    let page = batches::list(desk.database(), desk.scope(), &filter, &asked.page).await?;
    Ok(Reply::ok(&asked.list(page, BatchBody::from)))
}

/// One batch.
#[utoipa::path(get, path = "/api/v1/batches/{id}", operation_id = "read_batch", tag = "batches",
    params(("id" = String, Path, description = "The batch")),
    responses((status = 200, body = BatchBody, description = "The batch")),
    extensions(("x-permission" = json!("batch:read"))))]
pub(crate) async fn read(desk: Desk, Path(id): Path<String>) -> Answer {
    let batch = found(&desk, &id).await?;
    let version = batch.version;
    Ok(Reply::ok(&BatchBody::from(batch)).versioned(version))
}
