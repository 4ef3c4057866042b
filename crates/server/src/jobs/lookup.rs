//! Listing and reading jobs.

use super::{JobBody, Kind, found};
use crate::{
    desk::Desk,
    input::Params,
    listing::{self, List},
    reply::{Answer, Reply},
    wire::JobStateWord,
};
use axum::extract::Path;
use serde::Deserialize;
use store::jobs::{self, Filter};
use utoipa::IntoParams;

const SORTS: [(&str, ()); 1] = [("created_at", ())];

/// Which jobs.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Wanted {
    /// Of this kind.
    kind: Option<Kind>,
    /// This far.
    state: Option<JobStateWord>,
    /// `created_at`; `-created_at` for newest first.
    sort: Option<String>,
    /// Rows of a page, 1 to 200.
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

/// The jobs the caller may see.
#[utoipa::path(get, path = "/api/v1/jobs", operation_id = "list_jobs", tag = "jobs",
    params(Wanted), responses((status = 200, body = inline(List<JobBody>), description = "A page")),
    extensions(("x-permission" = json!("job:list"))))]
pub(crate) async fn list(desk: Desk, Params(wanted): Params<Wanted>) -> Answer {
    let asked = listing::asked(wanted.limit, wanted.cursor.as_deref(), wanted.sort.as_deref(), &SORTS)?;
    let filter =
        Filter { kind: wanted.kind.map(|kind| kind.word().to_owned()), state: wanted.state.map(Into::into) };
    let page = jobs::list(desk.database(), desk.scope(), &filter, &asked.page).await?;
    Ok(Reply::ok(&asked.list(page, JobBody::from)))
}

/// One job.
#[utoipa::path(get, path = "/api/v1/jobs/{id}", operation_id = "read_job", tag = "jobs",
    params(("id" = String, Path, description = "The job")),
    responses((status = 200, body = JobBody, description = "The job")),
    extensions(("x-permission" = json!("job:read"))))]
pub(crate) async fn read(desk: Desk, Path(id): Path<String>) -> Answer {
    let job = found(&desk, &id).await?;
    let version = job.version;
    Ok(Reply::ok(&JobBody::from(job)).versioned(version))
}
