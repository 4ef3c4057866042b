//! Sending a workbook in. The body is the file itself; it is seen by nobody until all of it is here.

use super::{ImportBody, reading};
use crate::{
    desk::Desk,
    files::{self, Kept},
    input::{Checks, Params},
    problem::{Code, Problem, Stop},
    reply::{Answer, Reply},
    wire::{ImportKindWord, ImportModeWord, ValueSourceWord},
};
use axum::{body::Body, http::StatusCode};
use serde::Deserialize;
use serde_json::json;
use store::{
    PageRequest,
    batches::{self, Batch, BatchState},
    imports::{self, Import, ImportKind, ImportState, NewImport},
    organisations::Organisation,
    values::ValueSource,
};
use utoipa::IntoParams;

/// What is sent.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Sending {
    /// The register, or values for a batch.
    kind: ImportKindWord,
    /// The batch, for values.
    batch_id: Option<String>,
    /// Who reports, for values.
    source: Option<ValueSourceWord>,
    /// The year of rows that name none; the batch's year when left out.
    period: Option<i32>,
    /// All rows or none, or the good rows only.
    mode: ImportModeWord,
    /// The file's name.
    file_name: String,
}

/// Sends a workbook or a CSV file in; the body is the file. The same file for the same purpose again gives the import
/// there is.
#[utoipa::path(post, path = "/api/v1/imports", operation_id = "upload_import", tag = "imports", params(Sending),
    request_body(content = String, content_type = "application/octet-stream", description = "The file"),
    responses((status = 201, body = ImportBody, description = "Taken in, its header matched"),
        (status = 200, body = ImportBody, description = "It was sent before")),
    extensions(("x-permission" = json!("import:make")), ("x-upload" = json!(true))))]
pub(crate) async fn upload(desk: Desk, Params(sending): Params<Sending>, body: Body) -> Answer {
    let zone = desk.zone().await?;
    let batch = checked(&desk, &zone, &sending).await?;
    let incoming = files::take(&desk.app, body, desk.app.config.upload_limit).await?;
    let kept = incoming.keep(&files::folder(&desk.app), &sending.file_name).map_err(files::unwritten)?;
    if let Some(before) = sent_before(&desk, &sending, batch.as_ref(), &kept).await? {
        let version = before.version;
        return Ok(Reply::ok(&ImportBody::of(&desk, before)).versioned(version));
    }
    let source = source(&sending);
    let headings = imports::headings_of(desk.database(), &zone.id, source).await?;
    let period = sending.period.or(batch.as_ref().map(|batch| batch.year));
    let path = files::place(&desk.app, &kept.hash, &sending.file_name);
    let kind = ImportKind::from(sending.kind);
    let columns = reading::columns(&desk.app, reading::Request { path, kind, period, headings }).await?;
    let id = desk.app.edge.id();
    let change = desk.begin().await?;
    let new = NewImport {
        id: &id,
        zone: &zone,
        kind,
        batch_id: batch.as_ref().map(|batch| batch.id.as_str()),
        source,
        period: period.filter(|_| kind == ImportKind::Values),
        file_name: sending.file_name.trim(),
        file_hash: &kept.hash,
        file_size: i64::try_from(kept.size).unwrap_or(i64::MAX),
        mode: sending.mode.into(),
        columns: &json!(columns).to_string(),
        by: &desk.caller()?.user.id,
    };
    let import = imports::add(change.work(), &new).await?;
    let detail =
        json!({"kind": kind.word(), "source": source, "file_name": import.file_name, "file_hash": kept.hash});
    let note = desk.note("send", "import").on(&id, &zone.path).with(detail);
    let version = import.version;
    let reply = Reply::of(StatusCode::CREATED, &ImportBody::of(&desk, import)).versioned(version);
    change.finish(note, reply).await
}

/// The word of the source; the register is its own.
fn source(sending: &Sending) -> &'static str {
    match (sending.kind, sending.source) {
        (ImportKindWord::Values, Some(source)) => ValueSource::from(source).word(),
        _ => "register",
    }
}

async fn checked(desk: &Desk, zone: &Organisation, sending: &Sending) -> Result<Option<Batch>, Stop> {
    let mut checks = Checks::default();
    checks.name(&sending.file_name, "?file_name");
    let values = sending.kind == ImportKindWord::Values;
    checks.that(!values || sending.source.is_some(), "?source", "须指明数据来源", "is needed for values");
    let wanted = sending.batch_id.as_deref().filter(|_| values);
    let batch = match wanted {
        Some(id) => batches::within(desk.database(), desk.scope(), id).await?,
        None => None,
    };
    let good = !values || batch.as_ref().is_some_and(|batch| batch.zone_id == zone.id);
    checks.that(good, "?batch_id", "没有这个批次", "there is no such batch");
    let year = sending.period.is_none_or(|year| (1990..=2200).contains(&year));
    checks.that(year, "?period", "应为四位年份", "must be a year");
    checks.done()?;
    if batch.as_ref().is_some_and(|batch| batch.state != BatchState::Open && batch.state != BatchState::Draft)
    {
        let (zh, en) = ("本批次的数据已冻结，不能再导入。", "The batch is frozen; nothing can be imported.");
        return Err(Problem::new(Code::WrongState).saying(zh, en).into());
    }
    Ok(batch)
}

/// The import of this very file for this very purpose, unless nothing came of it.
async fn sent_before(
    desk: &Desk,
    sending: &Sending,
    batch: Option<&Batch>,
    kept: &Kept,
) -> Result<Option<Import>, Stop> {
    let filter = imports::Filter {
        kind: Some(sending.kind.into()),
        batch_id: batch.map(|batch| batch.id.clone()),
        source: Some(source(sending).to_owned()),
        file_hash: Some(kept.hash.clone()),
        state: None,
    };
    let page = PageRequest { limit: 200, after: None, descending: true };
    let found = imports::list(desk.database(), desk.scope(), &filter, &page).await?;
    let lives = |import: &Import| {
        !matches!(import.state, ImportState::Failed | ImportState::Cancelled)
            && import.mode == sending.mode.into()
    };
    Ok(found.items.into_iter().find(lives))
}
