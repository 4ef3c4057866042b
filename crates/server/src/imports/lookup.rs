//! Listing and reading imports, the rows of a preview, and the workbook that goes back.

use super::{ImportBody, found, problems};
use crate::{
    desk::Desk,
    enterprises::note_list,
    files,
    input::Params,
    listing::{self, List},
    problem::{Code, Stop},
    reply::{Answer, Reply, file},
    users::names,
    wire::{ImportKindWord, ImportStateWord, RowOutcomeWord},
};
use axum::{extract::Path, response::Response};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use store::imports::{self, Filter, ImportRow};
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
    let filter = Filter {
        kind: wanted.kind.map(Into::into),
        batch_id: wanted.batch_id,
        source: wanted.source,
        state: wanted.state.map(Into::into),
        file_hash: None,
    };
    let page = imports::list(desk.database(), desk.scope(), &filter, &asked.page).await?;
    let people = names(&desk, page.items.iter().map(|import| import.created_by.as_str())).await?;
    Ok(Reply::ok(&asked.list(page, |import| ImportBody::of(&desk, import).by(&people))))
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
