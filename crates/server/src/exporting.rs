//! Lists as files: exactly as filtered and sorted, all pages, written down in the audit log before they are sent.
//!
//! A list becomes exportable by a table of its columns and one short handler; see `docs/adding/endpoint.md`.

mod words;

pub(crate) use words::{
    APPLICATION_STATES, APPROVAL_STATES, AWARD_LIST_STATES, AWARD_OBJECTION_STATES, AWARD_STATES,
    BATCH_STATES, CONSENT_FIELDS, CONSENT_PURPOSES, CONSENT_STATES, ENTITLEMENTS, ENTRY_STATES, FLAGS,
    FUND_ENTRY_KINDS, IMPORT_KINDS, IMPORT_MODES, IMPORT_STATES, JOB_KINDS, JOB_STATES, KINDS, LANGUAGES,
    LEDGER_KINDS, LOAN_STATES, NOTICE_KINDS, OBJECTION_STATES, OFFERS, OUTCOMES, PARTICIPANT_STATES,
    PAYMENT_STATES, POLICY_KINDS, POLICY_WAYS, RATE_READS, REGISTRATION_STATES, REJECT_REASONS, REPAYMENTS,
    REPORTS, ROLES, RUN_STATES, SECURITIES, SOURCES, STANDINGS, STATES, STATUSES, TASK_STATES, TITLE_CHANGES,
    VERDICTS, Word, say,
};

use crate::{
    app::App,
    desk::Desk,
    input,
    layers::Bucket,
    problem::{Code, Field, Problem, Stop},
};
use axum::{
    extract::FromRequestParts,
    http::{HeaderValue, Uri, header, request::Parts},
    response::{IntoResponse, Response},
};
use export::{ListCell, ListFormat};
use formula::Language;
use jiff::Timestamp;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value, json};
use store::Page;
use utoipa::IntoParams;

/// One column: the field of a row as it is sent in JSON, and its heading.
pub(crate) struct Column {
    pub(crate) field: &'static str,
    zh: &'static str,
    en: &'static str,
    kind: Kind,
}

enum Kind {
    /// As it is.
    Plain,
    /// A time, shown as in Beijing.
    Time,
    /// A word of the platform, shown in the reader's language.
    Word(&'static [Word]),
}

impl Column {
    /// A column shown as it is.
    pub(crate) const fn plain(field: &'static str, zh: &'static str, en: &'static str) -> Self {
        Self { field, zh, en, kind: Kind::Plain }
    }

    /// A column of times.
    pub(crate) const fn time(field: &'static str, zh: &'static str, en: &'static str) -> Self {
        Self { field, zh, en, kind: Kind::Time }
    }

    /// A column of words.
    pub(crate) const fn word(
        field: &'static str,
        zh: &'static str,
        en: &'static str,
        words: &'static [Word],
    ) -> Self {
        Self { field, zh, en, kind: Kind::Word(words) }
    }

    fn cell(&self, row: &Value, language: Language) -> ListCell {
        match row.get(self.field).unwrap_or(&Value::Null) {
            Value::Null => ListCell::Empty,
            Value::Number(number) => {
                number.as_i64().map_or_else(|| ListCell::Text(number.to_string()), ListCell::Number)
            }
            Value::Bool(is) => ListCell::Text(words::yes_or_no(*is, language).to_owned()),
            Value::String(text) => ListCell::Text(self.shown(text, language)),
            Value::Array(parts) => {
                let parts = parts.iter().filter_map(Value::as_str).map(|text| self.shown(text, language));
                ListCell::Text(parts.collect::<Vec<_>>().join(match language {
                    Language::Chinese => "、",
                    Language::English => ", ",
                }))
            }
            object @ Value::Object(_) => ListCell::Text(object.to_string()),
        }
    }

    fn shown(&self, text: &str, language: Language) -> String {
        match self.kind {
            Kind::Plain => text.to_owned(),
            Kind::Time => text.parse::<Timestamp>().map_or_else(|_| text.to_owned(), in_beijing),
            Kind::Word(words) => words::say(words, text, language).to_owned(),
        }
    }
}

fn in_beijing(at: Timestamp) -> String {
    jiff::tz::Offset::constant(8).to_datetime(at).strftime("%Y-%m-%d %H:%M:%S").to_string()
}

/// How a list is exported.
pub(crate) struct Export {
    /// The noun in the audit log.
    pub(crate) resource: &'static str,
    /// The name of the file and its sheet: Chinese, English.
    pub(crate) title: (&'static str, &'static str),
    /// The columns.
    pub(crate) columns: &'static [Column],
}

/// As which file.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "read by the documentation only; the value is taken from the query by hand")]
pub(crate) struct AsFile {
    /// `csv` or `xlsx`.
    format: String,
}

/// The query of an export: the list's own, and the format. `limit` and `cursor` mean nothing here and are left out.
pub(crate) struct Exporting<W> {
    pub(crate) wanted: W,
    format: ListFormat,
    query: Map<String, Value>,
}

impl<W: DeserializeOwned> FromRequestParts<App> for Exporting<W> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _app: &App) -> Result<Self, Problem> {
        let given: Vec<(String, String)> = input::parameters(&parts.uri)?;
        let format = match given.iter().find(|(name, _)| name == "format").map(|(_, value)| value.as_str()) {
            Some("csv") => ListFormat::Csv,
            Some("xlsx") => ListFormat::Xlsx,
            _ => {
                let field = Field::new("?format", "应为 csv 或 xlsx", "must be csv or xlsx");
                return Err(Problem::new(Code::QueryNotUnderstood).at(vec![field]));
            }
        };
        let kept = |pair: &&str| {
            let name = pair.split('=').next().unwrap_or_default();
            !["format", "limit", "cursor", ""].contains(&name)
        };
        let query: Vec<&str> = parts.uri.query().unwrap_or_default().split('&').filter(kept).collect();
        let uri: Uri =
            format!("/?{}", query.join("&")).parse().map_err(|_| Problem::new(Code::QueryNotUnderstood))?;
        let shown =
            given.into_iter().filter(|(name, _)| !["format", "limit", "cursor"].contains(&name.as_str()));
        Ok(Self {
            wanted: input::parameters(&uri)?,
            format,
            query: shown.map(|(name, value)| (name, value.into())).collect(),
        })
    }
}

/// As which file a list goes out, and what was asked for, for the audit log.
pub(crate) type Sent = (ListFormat, Map<String, Value>);

/// What an export handler gives.
pub(crate) type Exported = Result<Download, Stop>;

/// A file on its way to a person.
pub(crate) struct Download {
    name: (String, String),
    format: ListFormat,
    bytes: Vec<u8>,
}

/// Says that this person may export now.
///
/// # Errors
/// 429 when they did so too often.
pub(crate) fn allowed_now(desk: &Desk) -> Result<(), Stop> {
    let who = Bucket::Export(desk.caller()?.user.id.clone());
    Ok(desk.app.buckets.take(who, desk.app.config.export_rate, desk.now())?)
}

/// Sends the whole list as a file, after the audit log has it.
///
/// # Errors
/// 422 when there are more rows than one export may have, or the store's failure.
pub(crate) async fn send<T, B: Serialize>(
    desk: &Desk,
    list: &Export,
    (format, query): Sent,
    page: Page<T>,
    turn: impl Fn(T) -> B,
) -> Exported {
    let (total, most) = (page.total, u64::from(desk.app.config.export_rows));
    if total > most {
        return Err(Problem::new(Code::TooManyRows)
            .saying(
                format!("共{total}行，一次最多导出{most}行；请按时间、状态或单位缩小范围，分次导出。"),
                format!("There are {total} rows, and one export has {most} at most; narrow the filter and export in parts."),
            )
            .into());
    }
    let language = desk.context.language;
    let row = |item: T| {
        let row = serde_json::to_value(turn(item)).unwrap_or_default();
        list.columns.iter().map(|column| column.cell(&row, language)).collect()
    };
    let rows: Vec<Vec<ListCell>> = page.items.into_iter().map(row).collect();
    let pick = |zh: &'static str, en: &'static str| if language == Language::Chinese { zh } else { en };
    let heads: Vec<&'static str> = list.columns.iter().map(|column| pick(column.zh, column.en)).collect();
    let title = pick(list.title.0, list.title.1);
    let count = rows.len();
    // A workbook of many rows keeps a processor busy: not one that answers others.
    let written = tokio::task::spawn_blocking(move || export::write_list(format, title, &heads, &rows)).await;
    let bytes = match written {
        Ok(Ok(bytes)) => bytes,
        Ok(Err(error)) => {
            tracing::error!(%error, "an export was not written");
            return Err(Code::InternalError.into());
        }
        Err(_) => return Err(Code::InternalError.into()),
    };
    let detail = json!({"format": extension(format), "rows": count, "query": query});
    desk.write_down(desk.note("export", list.resource).with(detail)).await?;
    let day = in_beijing(desk.now()).replace([' ', ':'], "-");
    let name = (format!("{}-{day}", list.title.1.replace(' ', "-")), format!("{title}-{day}"));
    Ok(Download { name, format, bytes })
}

/// A workbook that is no list, under a name of ASCII letters for programs and one for people, both without ending. The audit
/// log has it already.
pub(crate) fn workbook(plain: String, full: String, bytes: Vec<u8>) -> Download {
    Download { name: (plain, full), format: ListFormat::Xlsx, bytes }
}

const fn extension(format: ListFormat) -> &'static str {
    match format {
        ListFormat::Csv => "csv",
        ListFormat::Xlsx => "xlsx",
    }
}

impl<W> Exporting<W> {
    /// The list's own query, and what [`send`] needs of the rest.
    pub(crate) fn parts(self) -> (W, Sent) {
        (self.wanted, (self.format, self.query))
    }
}

impl IntoResponse for Download {
    fn into_response(self) -> Response {
        let kind = match self.format {
            ListFormat::Csv => "text/csv; charset=utf-8",
            ListFormat::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        };
        let (plain, full) = self.name;
        let extension = extension(self.format);
        let full = crate::text::percent(&full);
        let name =
            format!("attachment; filename=\"{plain}.{extension}\"; filename*=UTF-8''{full}.{extension}");
        let mut response = self.bytes.into_response();
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
        if let Ok(name) = HeaderValue::from_str(&name) {
            response.headers_mut().insert(header::CONTENT_DISPOSITION, name);
        }
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_export_has_a_column_for_everything_the_list_shows() {
        let document = crate::router::openapi();
        for (list, path) in [
            (&crate::organisations::EXPORT, "/api/v1/organisations"),
            (&crate::users::EXPORT, "/api/v1/users"),
            (&crate::registrations::EXPORT, "/api/v1/registrations"),
            (&crate::audit::EXPORT, "/api/v1/audit"),
            (&crate::jobs::EXPORT, "/api/v1/jobs"),
            (&crate::enterprises::EXPORT, "/api/v1/enterprises"),
            (&crate::approvals::EXPORT, "/api/v1/approvals"),
            (&crate::tasks::EXPORT, "/api/v1/tasks"),
            (&crate::library::RENEWALS, "/api/v1/organisations/{id}/renewals"),
            (&crate::library::STANDINGS, "/api/v1/runs/{id}/standings"),
            (&crate::policies::ENTITLEMENTS, "/api/v1/runs/{id}/entitlements"),
            (&crate::policies::POLICIES, "/api/v1/policies"),
            (&crate::products::PRODUCTS, "/api/v1/products"),
            (&crate::products::OFFERS, "/api/v1/runs/{id}/offers"),
            (&crate::awards::LISTS, "/api/v1/award-lists"),
            (&crate::awards::PAYMENTS, "/api/v1/payments"),
            (&crate::loans::LOANS, "/api/v1/loans"),
            (&crate::funds::FUND_ENTRIES, "/api/v1/fund-entries"),
            (&crate::applications::APPLICATIONS, "/api/v1/policy-applications"),
            (&crate::consents::CONSENTS, "/api/v1/consents"),
            (&crate::consents::CONSENT_READINGS, "/api/v1/consent-readings"),
            (&crate::awards::AWARD_OBJECTIONS, "/api/v1/award-objections"),
            (&crate::awards::AWARDS, "/api/v1/awards"),
            (&crate::awards::LEDGER, "/api/v1/award-ledger"),
            (&crate::points::POINTS, "/api/v1/runs/{id}/points"),
            (&crate::points::RECOMMENDATIONS, "/api/v1/runs/{id}/recommendations"),
            (&crate::analysis::MOVERS, "/api/v1/runs/{id}/movers"),
            (&crate::analysis::INTERVALS, "/api/v1/runs/{id}/intervals"),
            (&crate::batches::EXPORT, "/api/v1/batches"),
            (&crate::participants::EXPORT, "/api/v1/participants"),
            (&crate::objections::EXPORT, "/api/v1/objections"),
            (&crate::notices::EXPORT, "/api/v1/notices"),
            (&crate::imports::EXPORT, "/api/v1/imports"),
            (&crate::runs::RUNS, "/api/v1/runs"),
            (&crate::runs::RUNS, "/api/v1/runs/published"),
            (&crate::runs::RESULTS, "/api/v1/runs/{id}/results"),
        ] {
            let answer = &document["paths"][path]["get"]["responses"]["200"]["content"]["application/json"];
            let item = &answer["schema"]["properties"]["items"]["items"];
            let named = item["$ref"].as_str().and_then(|name| name.strip_prefix('#'));
            let schema = named.map_or(item, |pointer| document.pointer(pointer).unwrap());
            let shown = &schema["properties"];
            let mut shown: Vec<&str> = shown.as_object().unwrap().keys().map(String::as_str).collect();
            let mut columns: Vec<&str> = list.columns.iter().map(|column| column.field).collect();
            match path {
                "/api/v1/enterprises" => shown.extend_from_slice(crate::enterprises::EXPORTED_MORE),
                "/api/v1/runs/{id}/entitlements" => {
                    shown.extend_from_slice(crate::policies::ENTITLEMENTS_MORE)
                }
                "/api/v1/runs/{id}/offers" => shown.extend_from_slice(crate::products::OFFERS_MORE),
                "/api/v1/objections" => shown.extend_from_slice(crate::objections::EXPORTED_MORE),
                _ => {}
            }
            // A whole receipt is a file of its own; a participant has its batch, a result its indicators, only when read
            // by itself.
            shown.retain(|field| !["receipt", "batch", "indicators"].contains(field));
            shown.sort_unstable();
            columns.sort_unstable();
            assert_eq!(columns, shown, "{path}");
        }
    }

    /// The rows of a preview go out as the very workbook they came with, with its cells marked.
    const NO_FILE: [&str; 1] = ["/api/v1/imports/{id}/rows"];

    #[test]
    fn every_list_goes_out_as_it_is_filtered() {
        let document = crate::router::openapi();
        let paths = document["paths"].as_object().unwrap();
        let parameters = |path: &str| {
            let all = paths[path]["get"]["parameters"].as_array().unwrap();
            let asked =
                all.iter().filter(|one| one["in"] == "query").map(|one| one["name"].as_str().unwrap());
            let own = |name: &&str| !["limit", "cursor", "skip", "format"].contains(name);
            asked.filter(own).collect::<Vec<_>>()
        };
        let mut lists = 0;
        for (path, operations) in paths {
            let answer = &operations["get"]["responses"]["200"]["content"]["application/json"]["schema"];
            let named = answer["$ref"].as_str().and_then(|name| name.strip_prefix('#'));
            let schema = named.map_or(answer, |pointer| document.pointer(pointer).unwrap());
            let paged = !schema["properties"]["items"].is_null() && !schema["properties"]["total"].is_null();
            if !paged || NO_FILE.contains(&path.as_str()) {
                continue;
            }
            lists += 1;
            let file = format!("{path}/export");
            assert!(paths.contains_key(&file), "{path} has no file");
            assert_eq!(
                parameters(&file),
                parameters(path),
                "{path} and its file are asked for in the same words"
            );
        }
        assert!(lists >= 20, "{lists} lists were found");
    }

    #[test]
    fn values_become_what_a_person_reads() {
        let row = json!({"roles": ["auditor", "publisher"], "at": "2026-11-23T01:00:00Z", "odd": "x", "is": true,
            "n": 3, "none": null, "detail": {"a": 1}});
        let check = |column: &Column, language, shown: &str| {
            assert_eq!(column.cell(&row, language), ListCell::Text(shown.to_owned()));
        };
        check(&Column::word("roles", "", "", ROLES), Language::Chinese, "审计员、发布员");
        check(&Column::word("roles", "", "", ROLES), Language::English, "auditor, publisher");
        check(&Column::word("odd", "", "", ROLES), Language::English, "x");
        check(&Column::time("at", "", ""), Language::English, "2026-11-23 09:00:00");
        check(&Column::plain("is", "", ""), Language::Chinese, "是");
        check(&Column::plain("detail", "", ""), Language::Chinese, r#"{"a":1}"#);
        assert_eq!(Column::plain("n", "", "").cell(&row, Language::Chinese), ListCell::Number(3));
        assert_eq!(Column::plain("none", "", "").cell(&row, Language::Chinese), ListCell::Empty);
        assert_eq!(Column::plain("gone", "", "").cell(&row, Language::Chinese), ListCell::Empty);
    }
}
