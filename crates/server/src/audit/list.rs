//! Searching the log.

use crate::{
    desk::Desk,
    exporting::{self, AsFile, Column, Export, Exported, Exporting, OUTCOMES},
    input::{Checks, Params},
    listing::{self, Asked, List},
    problem::Stop,
    reply::{Answer, Reply},
    wire::OutcomeWord,
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use store::{
    Page,
    audit::{self, Filter, Row, Sort},
};
use utoipa::{IntoParams, ToSchema};

const SORTS: [(&str, Sort); 1] = [("seq", Sort::Sequence)];

/// A row of the log.
#[derive(Serialize, ToSchema)]
pub(crate) struct AuditRow {
    /// Its number, without gaps from 1, as text.
    seq: String,
    /// When.
    at: String,
    /// Who.
    actor_id: Option<String>,
    /// Their name at that time.
    actor_name: Option<String>,
    /// From where.
    address: Option<String>,
    /// The request, as in the server's log.
    request_id: Option<String>,
    /// The verb.
    action: String,
    /// The noun.
    resource: String,
    /// Which one.
    resource_id: Option<String>,
    /// Why, when it had to be said.
    purpose: Option<String>,
    /// How it ended.
    outcome: OutcomeWord,
    /// Changed fields with before and after.
    detail: serde_json::Value,
    /// The row's hash, which covers the row before.
    hash: String,
}

impl From<Row> for AuditRow {
    fn from(row: Row) -> Self {
        Self {
            seq: row.seq.to_string(),
            at: row.at.to_string(),
            actor_id: row.entry.actor_id,
            actor_name: row.entry.actor_name,
            address: row.entry.address,
            request_id: row.entry.request_id,
            action: row.entry.action,
            resource: row.entry.resource,
            resource_id: row.entry.resource_id,
            purpose: row.entry.purpose,
            outcome: row.entry.outcome.into(),
            detail: row.entry.detail,
            hash: row.hash,
        }
    }
}

/// Which rows.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Wanted {
    /// Of this person.
    actor_id: Option<String>,
    /// Of somebody whose name holds this.
    actor: Option<String>,
    /// From an address that begins so.
    address: Option<String>,
    /// Of this request, as the answer and the server's log name it.
    request_id: Option<String>,
    /// For a purpose that holds this.
    purpose: Option<String>,
    /// Of this verb.
    action: Option<String>,
    /// Of this noun.
    resource: Option<String>,
    /// Of this thing.
    resource_id: Option<String>,
    /// Ended like this.
    outcome: Option<OutcomeWord>,
    /// Not before (RFC 3339).
    from: Option<String>,
    /// Before (RFC 3339).
    until: Option<String>,
    /// `seq`; `-seq` for newest first.
    sort: Option<String>,
    /// Rows of a page, 1 to 200.
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

/// The rows of the log that the caller may see.
#[utoipa::path(get, path = "/api/v1/audit", operation_id = "list_audit", tag = "audit",
    params(Wanted), responses((status = 200, body = inline(List<AuditRow>), description = "A page")),
    extensions(("x-permission" = json!("audit:list"))))]
pub(crate) async fn list(desk: Desk, Params(wanted): Params<Wanted>) -> Answer {
    let asked = listing::asked(wanted.limit, wanted.cursor.as_deref(), wanted.sort.as_deref(), &SORTS)?;
    let page = page(&desk, wanted, &asked).await?;
    Ok(Reply::ok(&asked.list(page, AuditRow::from)))
}

async fn page(desk: &Desk, wanted: Wanted, asked: &Asked<Sort>) -> Result<Page<Row>, Stop> {
    let mut checks = Checks::default();
    let mut time = |text: Option<&str>, pointer: &str| {
        let read: Option<Result<Timestamp, _>> = text.map(str::parse);
        let good = !matches!(read, Some(Err(_)));
        checks.that(
            good,
            pointer,
            "应为时间，如 2026-11-23T08:00:00+08:00",
            "must be a time, e.g. 2026-11-23T08:00:00+08:00",
        );
        read.and_then(Result::ok)
    };
    let (from, until) = (time(wanted.from.as_deref(), "?from"), time(wanted.until.as_deref(), "?until"));
    checks.done()?;
    let filter = Filter {
        actor_id: wanted.actor_id,
        actor: said(wanted.actor),
        address: said(wanted.address),
        request_id: said(wanted.request_id),
        purpose: said(wanted.purpose),
        action: wanted.action,
        resource: wanted.resource,
        resource_id: wanted.resource_id,
        outcome: wanted.outcome.map(Into::into),
        from,
        until,
    };
    Ok(audit::list(desk.database(), desk.scope(), &filter, &asked.page).await?)
}

/// What is searched for, without the blanks around it; blanks alone search for nothing.
fn said(text: Option<String>) -> Option<String> {
    text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// How the list is exported.
pub(crate) const EXPORT: Export = Export {
    resource: "audit",
    title: ("审计日志", "audit log"),
    columns: &[
        Column::plain("seq", "序号", "Number"),
        Column::time("at", "时间", "Time"),
        Column::plain("actor_id", "人员编号", "Person id"),
        Column::plain("actor_name", "姓名", "Name"),
        Column::plain("address", "来源地址", "Address"),
        Column::plain("request_id", "请求编号", "Request id"),
        Column::plain("action", "动作", "Action"),
        Column::plain("resource", "对象类别", "Kind of thing"),
        Column::plain("resource_id", "对象编号", "Thing"),
        Column::plain("purpose", "用途", "Purpose"),
        Column::word("outcome", "结果", "Outcome", OUTCOMES),
        Column::plain("detail", "详情", "Detail"),
        Column::plain("hash", "哈希", "Hash"),
    ],
};

/// The whole list as a file, as filtered and sorted.
#[utoipa::path(get, path = "/api/v1/audit/export", operation_id = "export_audit", tag = "audit",
    params(Wanted, AsFile), responses((status = 200, description = "The file", content(
        (Vec<u8> = "text/csv"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ))),
    extensions(("x-permission" = json!("audit:export")), ("x-time-limit" = json!(120))))]
pub(crate) async fn export(desk: Desk, exporting: Exporting<Wanted>) -> Exported {
    exporting::allowed_now(&desk)?;
    let (wanted, file) = exporting.parts();
    let asked = listing::whole(wanted.sort.as_deref(), &SORTS, desk.app.config.export_rows)?;
    let page = page(&desk, wanted, &asked).await?;
    exporting::send(&desk, &EXPORT, file, page, AuditRow::from).await
}
