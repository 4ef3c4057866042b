//! Listing and reading batches.

use super::{BatchBody, found};
use crate::{
    desk::Desk,
    exporting::{self, AsFile, BATCH_STATES, Column, Export, Exported, Exporting},
    input::Params,
    listing::{self, Asked, List},
    reply::{Answer, Reply},
    wire::BatchStateWord,
};
use axum::extract::Path;
use serde::Deserialize;
use store::{
    Page, StoreError,
    batches::{self, Batch, Filter},
};
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
    let page = page(&desk, wanted, &asked).await?;
    Ok(Reply::ok(&asked.list(page, BatchBody::from)))
}

async fn page(desk: &Desk, wanted: Wanted, asked: &Asked<()>) -> Result<Page<Batch>, StoreError> {
    let filter = Filter { zone_id: wanted.zone_id, year: wanted.year, state: wanted.state.map(Into::into) };
    batches::list(desk.database(), desk.scope(), &filter, &asked.page).await
}

/// How the list is exported.
pub(crate) const EXPORT: Export = Export {
    resource: "batch",
    title: ("评价批次", "evaluations"),
    columns: &[
        Column::plain("title", "批次名称", "Name"),
        Column::plain("year", "评价年度", "Year"),
        Column::word("state", "状态", "State", BATCH_STATES),
        Column::plain("opens_on", "启动日期", "Opens on"),
        Column::plain("enterprise_deadline", "企业填报截止日期", "Last day for enterprises"),
        Column::plain("review_deadline", "审核截止日期", "Last day for reviewers"),
        Column::plain("objection_from", "异议期开始日期", "First day of objections"),
        Column::plain("objection_to", "异议期结束日期", "Last day of objections"),
        Column::plain("second_review", "两人审核", "Two reviewers"),
        Column::plain("scheme", "指标方案", "Scheme"),
        Column::plain("scheme_hash", "方案文件校验码", "Hash of the scheme"),
        Column::time("created_at", "新建时间", "Made at"),
        Column::plain("id", "编号", "Id"),
        Column::plain("zone_id", "高新区编号", "Zone id"),
    ],
};

/// The list as a file, as filtered and sorted.
#[utoipa::path(get, path = "/api/v1/batches/export", operation_id = "export_batches", tag = "batches",
    params(Wanted, AsFile),
    responses((status = 200, description = "The file", content(
        (Vec<u8> = "text/csv"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ))),
    extensions(("x-permission" = json!("batch:list")), ("x-time-limit" = json!(120))))]
pub(crate) async fn export(desk: Desk, exporting: Exporting<Wanted>) -> Exported {
    exporting::allowed_now(&desk)?;
    let (wanted, file) = exporting.parts();
    let asked = listing::whole(wanted.sort.as_deref(), &SORTS, desk.app.config.export_rows)?;
    let page = page(&desk, wanted, &asked).await?;
    exporting::send(&desk, &EXPORT, file, page, BatchBody::from).await
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
