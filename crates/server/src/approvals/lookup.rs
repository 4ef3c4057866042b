//! What waits for a second person, and what became of it.

use super::{ApprovalBody, found, sight};
use crate::{
    desk::Desk,
    exporting::{self, APPROVAL_STATES, AsFile, Column, Export, Exported, Exporting},
    input::Params,
    listing::{self, Asked, List},
    problem::Stop,
    reply::{Answer, Reply},
    wire::ApprovalStateWord,
};
use axum::extract::Path;
use serde::Deserialize;
use store::{
    Page,
    approvals::{self, Filter},
};
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
    let page = page(&desk, wanted, &asked).await?;
    Ok(Reply::ok(&asked.list::<_, ApprovalBody>(page, |body| body)))
}

async fn page(desk: &Desk, wanted: Wanted, asked: &Asked<()>) -> Result<Page<ApprovalBody>, Stop> {
    let filter = Filter { state: wanted.state.map(Into::into), requested_by: wanted.requested_by };
    let page = approvals::list(desk.database(), &sight(desk)?, &filter, desk.now(), &asked.page).await?;
    page.try_map(|approval| ApprovalBody::of(desk, approval))
}

/// How the list is exported.
pub(crate) const EXPORT: Export = Export {
    resource: "approval",
    title: ("双人确认事项", "approvals"),
    columns: &[
        Column::plain("id", "编号", "Id"),
        Column::plain("action", "动作", "Action"),
        Column::plain("permission", "所需权限", "Permission"),
        Column::plain("words", "事项", "What is to be done"),
        Column::plain("effect", "具体变更", "Effect"),
        Column::plain("subject_id", "对象编号", "Thing"),
        Column::word("state", "状态", "State", APPROVAL_STATES),
        Column::plain("requested_by", "申请人编号", "Asked by (id)"),
        Column::plain("requester", "申请人", "Asked by"),
        Column::time("created_at", "申请时间", "Asked at"),
        Column::time("expires_at", "失效时间", "Worthless from"),
        Column::plain("decided_by", "办理人编号", "Decided by (id)"),
        Column::plain("decider", "办理人", "Decided by"),
        Column::time("decided_at", "办理时间", "Decided at"),
        Column::plain("reason", "原因", "Reason"),
        Column::plain("may_decide", "本人可办理", "May decide"),
        Column::plain("may_withdraw", "本人可撤回", "May withdraw"),
    ],
};

/// The whole list as a file, as filtered and sorted.
#[utoipa::path(get, path = "/api/v1/approvals/export", operation_id = "export_approvals", tag = "approvals",
    params(Wanted, AsFile), responses((status = 200, description = "The file", content(
        (Vec<u8> = "text/csv"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ))),
    extensions(("x-permission" = json!("approval:export")), ("x-time-limit" = json!(120))))]
pub(crate) async fn export(desk: Desk, exporting: Exporting<Wanted>) -> Exported {
    exporting::allowed_now(&desk)?;
    let (wanted, file) = exporting.parts();
    let asked = listing::whole(wanted.sort.as_deref(), &SORTS, desk.app.config.export_rows)?;
    let page = page(&desk, wanted, &asked).await?;
    exporting::send(&desk, &EXPORT, file, page, |body| body).await
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
