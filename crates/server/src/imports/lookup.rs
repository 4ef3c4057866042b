//! Listing and reading imports, the rows of a preview, and the workbook that goes back.

use super::{ImportBody, found, problems};
use crate::{
    desk::Desk,
    enterprises::note_list,
    exporting::{
        self, AsFile, Column, Export, Exported, Exporting, IMPORT_KINDS, IMPORT_MODES, IMPORT_STATES, SOURCES,
    },
    files,
    input::Params,
    listing::{self, Asked, List},
    problem::{Code, Stop},
    reply::{Answer, Reply, file},
    users::names,
    wire::{ImportKindWord, ImportStateWord, RowOutcomeWord},
};
use axum::{extract::Path, response::Response};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use store::{
    Page, StoreError,
    imports::{self, Filter, Import, ImportRow},
};
use utoipa::{IntoParams, ToSchema};

const SORTS: [(&str, ()); 1] = [("created_at", ())];
const ROW_SORTS: [(&str, ()); 1] = [("number", ())];

/// Which imports.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Wanted {
    /// Of this kind.
    kind: Option<ImportKindWord>,
    /// For this batch.
    batch_id: Option<String>,
    /// Of this source.
    source: Option<String>,
    /// This far.
    state: Option<ImportStateWord>,
    /// `created_at`; `-created_at` for newest first.
    sort: Option<String>,
    /// Rows of a page, 1 to 200.
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

/// The imports the caller may see.
#[utoipa::path(get, path = "/api/v1/imports", operation_id = "list_imports", tag = "imports",
    params(Wanted), responses((status = 200, body = inline(List<ImportBody>), description = "A page")),
    extensions(("x-permission" = json!("import:list"))))]
pub(crate) async fn list(desk: Desk, Params(wanted): Params<Wanted>) -> Answer {
    let asked = listing::asked(wanted.limit, wanted.cursor.as_deref(), wanted.sort.as_deref(), &SORTS)?;
    let page = page(&desk, wanted, &asked).await?;
    let people = names(&desk, page.items.iter().map(|import| import.created_by.as_str())).await?;
    Ok(Reply::ok(&asked.list(page, |import| ImportBody::of(&desk, import).by(&people))))
}

async fn page(desk: &Desk, wanted: Wanted, asked: &Asked<()>) -> Result<Page<Import>, StoreError> {
    let filter = Filter {
        kind: wanted.kind.map(Into::into),
        batch_id: wanted.batch_id,
        source: wanted.source,
        state: wanted.state.map(Into::into),
        file_hash: None,
    };
    imports::list(desk.database(), desk.scope(), &filter, &asked.page).await
}

/// How the list is exported.
pub(crate) const EXPORT: Export = Export {
    resource: "import",
    title: ("数据导入", "imports"),
    columns: &[
        Column::plain("file_name", "文件名", "File"),
        Column::word("kind", "导入内容", "Kind", IMPORT_KINDS),
        Column::word("source", "数据来源", "Source", SOURCES),
        Column::plain("period", "年度", "Year"),
        Column::word("state", "状态", "State", IMPORT_STATES),
        Column::word("mode", "有问题行时", "With bad rows", IMPORT_MODES),
        Column::plain("outcome", "结果", "Outcome"),
        Column::plain("columns", "列的对应关系", "Columns"),
        Column::plain("returned", "有问题标注文件", "Marked file there"),
        Column::plain("created_by_name", "导入人", "Imported by"),
        Column::time("created_at", "上传时间", "Sent at"),
        Column::time("ended_at", "完成时间", "Ended at"),
        Column::plain("file_size", "文件大小（字节）", "Size in bytes"),
        Column::plain("file_hash", "文件校验码", "Hash of the file"),
        Column::plain("id", "编号", "Id"),
        Column::plain("zone_id", "高新区编号", "Zone id"),
        Column::plain("batch_id", "批次编号", "Evaluation id"),
        Column::plain("job_id", "任务编号", "Job id"),
        Column::plain("created_by", "导入人编号", "Imported by (id)"),
    ],
};

/// The list as a file, as filtered and sorted.
#[utoipa::path(get, path = "/api/v1/imports/export", operation_id = "export_imports", tag = "imports",
    params(Wanted, AsFile),
    responses((status = 200, description = "The file", content(
        (Vec<u8> = "text/csv"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ))),
    extensions(("x-permission" = json!("import:list")), ("x-time-limit" = json!(120))))]
pub(crate) async fn export(desk: Desk, exporting: Exporting<Wanted>) -> Exported {
    exporting::allowed_now(&desk)?;
    let (wanted, file) = exporting.parts();
    let asked = listing::whole(wanted.sort.as_deref(), &SORTS, desk.app.config.export_rows)?;
    let page = page(&desk, wanted, &asked).await?;
    let people = names(&desk, page.items.iter().map(|import| import.created_by.as_str())).await?;
    exporting::send(&desk, &EXPORT, file, page, |import| ImportBody::of(&desk, import).by(&people)).await
}

/// One import.
#[utoipa::path(get, path = "/api/v1/imports/{id}", operation_id = "read_import", tag = "imports",
    params(("id" = String, Path, description = "The import")),
    responses((status = 200, body = ImportBody, description = "The import")),
    extensions(("x-permission" = json!("import:read"))))]
pub(crate) async fn read(desk: Desk, Path(id): Path<String>) -> Answer {
    let import = found(&desk, &id).await?;
    let version = import.version;
    let people = names(&desk, std::iter::once(import.created_by.as_str())).await?;
    Ok(Reply::ok(&ImportBody::of(&desk, import).by(&people)).versioned(version))
}

/// A row of a preview.
#[derive(Serialize, ToSchema)]
#[schema(as = ImportRow)]
pub(crate) struct RowBody {
    /// Its place in the preview.
    number: i64,
    /// The row of the sheet.
    row: u32,
    /// The enterprise's code, as far as it was understood.
    credit_code: Option<String>,
    /// The enterprise's name.
    name: Option<String>,
    /// What is done with it.
    outcome: RowOutcomeWord,
    /// `changes`: item, before, after; `problems`: column, heading, value, code, severity, reason, hint, suggestion.
    detail: Value,
}

/// Which rows.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WantedRows {
    /// With this outcome.
    outcome: Option<RowOutcomeWord>,
    /// Rows of a page, 1 to 200.
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

/// The rows of a preview that are worth looking at: rejected and changed ones first, up to 500 of each outcome.
#[utoipa::path(get, path = "/api/v1/imports/{id}/rows", operation_id = "list_import_rows", tag = "imports",
    params(("id" = String, Path, description = "The import"), WantedRows),
    responses((status = 200, body = inline(List<RowBody>), description = "A page")),
    extensions(("x-permission" = json!("import:read")), ("x-reads" = json!("list"))))]
pub(crate) async fn rows(desk: Desk, Path(id): Path<String>, Params(wanted): Params<WantedRows>) -> Answer {
    let import = found(&desk, &id).await?;
    let asked = listing::asked(wanted.limit, wanted.cursor.as_deref(), None, &ROW_SORTS)?;
    let outcome = wanted.outcome.map(Into::into);
    let page = imports::rows_of(desk.database(), &import.id, outcome, &asked.page).await?;
    note_list(&desk, ("import", Some(&id)), page.items.iter().map(|_| import.path.as_str())).await?;
    let language = desk.context.language;
    Ok(Reply::ok(&asked.list(page, |row: ImportRow| {
        let mut detail = row.detail;
        problems::in_language(&mut detail, language);
        RowBody {
            number: row.number,
            row: row.row,
            credit_code: row.credit_code,
            name: row.name,
            outcome: row.outcome.into(),
            detail,
        }
    })))
}

/// The workbook that was sent, with red cells, notes and a column that says what is wrong with each row.
#[utoipa::path(get, path = "/api/v1/imports/{id}/workbook", operation_id = "fetch_import_workbook", tag = "imports",
    params(("id" = String, Path, description = "The import")),
    responses((status = 200, description = "The workbook", body = String,
        content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")),
    extensions(("x-permission" = json!("import:read")), ("x-reads" = json!("list"))))]
pub(crate) async fn workbook(desk: Desk, Path(id): Path<String>) -> Result<Response, Stop> {
    let import = found(&desk, &id).await?;
    let Some(hash) = &import.returned_hash else { return Err(Code::NotFound.into()) };
    let bytes = tokio::fs::read(files::place(&desk.app, hash, "x.xlsx")).await.map_err(|error| {
        tracing::error!(%error, hash, "a workbook is gone");
        Stop::from(Code::InternalError)
    })?;
    note_list(&desk, ("import", Some(&id)), [import.path.as_str()]).await?;
    let stem = std::path::Path::new(&import.file_name).file_stem().unwrap_or_default().to_string_lossy();
    Ok(file(bytes, &format!("{stem}-问题标注.xlsx")))
}
