//! What waits for a second person, and what became of it.

use super::{ApprovalBody, found, sight};
use crate::{
    desk::Desk,
    input::Params,
    listing::{self, List},
    problem::Stop,
    reply::{Answer, Reply},
    wire::ApprovalStateWord,
};
use axum::extract::Path;
use serde::Deserialize;
use store::approvals::{self, Filter};
use utoipa::IntoParams;

const SORTS: [(&str, ()); 1] = [("created_at", ())];

/// Which requests.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Wanted {
    /// What became of them.
    state: Option<ApprovalStateWord>,
    /// Asked by this person.
    requested_by: Option<String>,
    /// `created_at`; `-created_at` for newest first.
    sort: Option<String>,
    /// Rows of a page, 1 to 200.
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

/// What one asked for, and what one could confirm.
#[utoipa::path(get, path = "/api/v1/approvals", operation_id = "list_approvals", tag = "approvals",
    params(Wanted), responses((status = 200, body = inline(List<ApprovalBody>), description = "A page")),
    extensions(("x-permission" = json!("approval:list"))))]
pub(crate) async fn list(desk: Desk, Params(wanted): Params<Wanted>) -> Answer {
    let asked = listing::asked(wanted.limit, wanted.cursor.as_deref(), wanted.sort.as_deref(), &SORTS)?;
    let filter = Filter { state: wanted.state.map(Into::into), requested_by: wanted.requested_by };
    let page = approvals::list(desk.database(), &sight(&desk)?, &filter, desk.now(), &asked.page).await?;
    let page = page.try_map(|approval| ApprovalBody::of(&desk, approval))?;
    Ok(Reply::ok(&asked.list::<_, ApprovalBody>(page, |body| body)))
}

/// One request.
#[utoipa::path(get, path = "/api/v1/approvals/{id}", operation_id = "read_approval", tag = "approvals",
    params(("id" = String, Path, description = "The request")),
    responses((status = 200, body = ApprovalBody, description = "The request")),
    extensions(("x-permission" = json!("approval:read"))))]
pub(crate) async fn read(desk: Desk, Path(id): Path<String>) -> Answer {
    let approval = found(&desk, desk.database(), &id).await?;
    let version = approval.version;
    let body: Result<ApprovalBody, Stop> = ApprovalBody::of(&desk, approval);
    Ok(Reply::ok(&body?).versioned(version))
}
