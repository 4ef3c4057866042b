//! Sending a workbook in. The body is the file itself; it is seen by nobody until all of it is here.

use super::{ImportBody, reading};
use crate::library;
use crate::{
    desk::Desk,
    files::{self, Kept},
    input::{Checks, Params},
    problem::{Code, Problem, Stop},
    reply::{Answer, Reply},
    wire::{ImportKindWord, ImportModeWord, ValueSourceWord},
};
use axum::{body::Body, http::StatusCode};
use jiff::civil::Date;
use serde::Deserialize;
use serde_json::json;
use std::collections::BTreeMap;
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
    /// The register, values for a batch, or an authority's list: of a title, or of annual reports.
    kind: ImportKindWord,
    /// The batch, for values.
    batch_id: Option<String>,
    /// Who reports, for values.
    source: Option<ValueSourceWord>,
    /// The rung, for authorities' lists.
    rung: Option<String>,
    /// For a list of a title: the first day of all rows that name none.
    recognised_on: Option<String>,
    /// For a list of a title: the last day of all rows that name none.
    valid_until: Option<String>,
    /// For a list of a title: batch or document of all rows that name none.
    document: Option<String>,
    /// The year of rows that name none; the batch's year when left out; needed for annual reports.
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
    let usual = sending.usual();
    let request = reading::Request { path, kind, period, headings, usual };
    let columns = reading::columns(&desk.app, request).await?;
    let id = desk.app.edge.id();
    let change = desk.begin().await?;
    let new = NewImport {
        id: &id,
        zone: &zone,
        kind,
        batch_id: batch.as_ref().map(|batch| batch.id.as_str()),
        source,
        period: period.filter(|_| kind != ImportKind::Register && kind != ImportKind::Titles),
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

/// The word of the source; the register is its own, of authorities' lists it is the rung.
fn source(sending: &Sending) -> &str {
    match (sending.kind, sending.source) {
        (ImportKindWord::Values, Some(source)) => ValueSource::from(source).word(),
        (ImportKindWord::Titles | ImportKindWord::AnnualReports, _) => {
            sending.rung.as_deref().unwrap_or_default()
        }
        _ => "register",
    }
}

impl Sending {
    /// Whether it is an authority's list.
    fn is_list(&self) -> bool {
        matches!(self.kind, ImportKindWord::Titles | ImportKindWord::AnnualReports)
    }

    /// What holds for all rows that say nothing themselves.
    fn usual(&self) -> BTreeMap<String, String> {
        let said = [
            ("recognised_on", &self.recognised_on),
            ("valid_until", &self.valid_until),
            ("document", &self.document),
        ];
        let said = said.into_iter().filter(|_| self.kind == ImportKindWord::Titles);
        let said = said.filter_map(|(item, text)| Some((item, text.as_deref()?.trim())));
        said.filter(|(_, text)| !text.is_empty())
            .map(|(item, text)| (item.to_owned(), text.to_owned()))
            .collect()
    }

    /// Checks what is asked of authorities' lists.
    fn check_list(&self, desk: &Desk, checks: &mut Checks) {
        let known = self.rung.as_deref().and_then(|rung| library::title_of(&desk.app.rules, rung));
        checks.that(
            !self.is_list() || known.is_some(),
            "?rung",
            "须指明梯级，且该梯级有称号",
            "name a rung that gives a title",
        );
        let year = self.kind != ImportKindWord::AnnualReports || self.period.is_some();
        checks.that(year, "?period", "须指明年报所属年度", "name the year of the reports");
        let usual = self.usual();
        let day = |item: &str| usual.get(item).map(|text| text.parse::<Date>());
        let (from, to) = (day("recognised_on"), day("valid_until"));
        let is_day = |day: &Option<Result<Date, _>>| day.as_ref().is_none_or(Result::is_ok);
        checks.that(
            is_day(&from),
            "?recognised_on",
            "应为日期，如 2026-11-01",
            "must be a day, e.g. 2026-11-01",
        );
        checks.that(is_day(&to), "?valid_until", "应为日期，如 2029-10-31", "must be a day, e.g. 2029-10-31");
        let order =
            from.zip(to).is_none_or(|(from, to)| from.ok().zip(to.ok()).is_none_or(|(from, to)| from <= to));
        checks.that(order, "?valid_until", "不能早于认定日期", "must not be before the day of recognition");
        let short = usual.get("document").is_none_or(|text| text.chars().count() <= 100);
        checks.that(short, "?document", "不超过100个字符", "at most 100 characters");
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
    sending.check_list(desk, &mut checks);
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
        // A list is compared with the register as it is then: the same file again may come to something else.
        let over = sending.is_list() && import.state == ImportState::Done;
        !over
            && !matches!(import.state, ImportState::Failed | ImportState::Cancelled)
            && import.mode == sending.mode.into()
            && reading::Columns::of(import).usual == sending.usual()
            && (!sending.is_list() || import.period == sending.period)
    };
    Ok(found.items.into_iter().find(lives))
}
