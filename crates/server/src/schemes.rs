//! 指标方案: what a batch may be computed by, as people read it, as it is written, and what differs between two.

mod changes;
mod shown;

pub(crate) use changes::ChangeBody;
pub(crate) use shown::ShownBody;

use crate::{
    caller::beijing_day,
    desk::Desk,
    input::Params,
    problem::{Code, Field, Problem, Stop},
    reply::{Answer, Reply},
    rules::ZoneRules,
};
use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use domain::Status;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::path::Path;
use utoipa::{IntoParams, ToSchema};

/// A name in both languages.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct NameBody {
    /// 简体中文.
    pub(crate) zh: String,
    /// English; absent where nobody has written one.
    pub(crate) en: Option<String>,
}

impl From<formula::Sentence> for NameBody {
    fn from(said: formula::Sentence) -> Self {
        Self { zh: said.zh, en: Some(said.en) }
    }
}

impl From<&domain::Name> for NameBody {
    fn from(name: &domain::Name) -> Self {
        Self { zh: name.zh.clone(), en: name.en.clone() }
    }
}

/// A code with its name.
#[derive(Serialize, ToSchema)]
pub(crate) struct CodeBody {
    /// The permanent code.
    code: String,
    /// What people call it.
    name: NameBody,
}

impl CodeBody {
    pub(crate) fn of(code: &str, name: &domain::Name) -> Self {
        Self { code: code.to_owned(), name: name.into() }
    }
}

/// A scheme.
#[derive(Serialize, ToSchema)]
#[schema(as = Scheme)]
pub(crate) struct SchemeBody {
    /// Its file below `rules/`: what a batch names.
    path: String,
    /// Its permanent code.
    code: String,
    /// What people call it.
    name: NameBody,
    /// Its version.
    version: String,
    /// `official`, or `illustrative` (示例方案，非官方权重).
    status: &'static str,
    /// Whether a zone wrote it itself, in the scheme studio.
    own: bool,
    /// The first day it is in force.
    from: Option<String>,
    /// The last day it is in force, where there is one.
    until: Option<String>,
    /// Its stages.
    stages: Vec<CodeBody>,
    /// Its indicators.
    indicators: Vec<CodeBody>,
    /// Its vetoes.
    vetoes: Vec<CodeBody>,
    /// Its grades, best first.
    grades: Vec<CodeBody>,
}

/// The schemes, by path: those shipped, and those the zone published itself. A file with mistakes is left out:
/// `jifen rules check` says what is wrong with it.
#[utoipa::path(get, path = "/api/v1/schemes", operation_id = "list_schemes", tag = "schemes",
    responses((status = 200, body = Vec<SchemeBody>, description = "The schemes")),
    extensions(("x-permission" = json!("scheme:list"))))]
pub(crate) async fn list(desk: Desk) -> Answer {
    let today = beijing_day(desk.now());
    let rules = ZoneRules::of(&desk).await?;
    let read = |path: String| {
        let scheme = rules.scheme(&path, today, "").ok()?.value;
        let days = rulebook::days_in_force_from(&rules, Path::new(&path));
        Some(SchemeBody {
            status: status_word(scheme.status),
            own: rules.wrote(&path),
            from: days.map(|(from, _)| from.to_string()),
            until: days.and_then(|(_, until)| until).map(|until| until.to_string()),
            stages: scheme.stages.iter().map(|one| CodeBody::of(&one.code, &one.name)).collect(),
            indicators: scheme.indicators.iter().map(|one| CodeBody::of(&one.code, &one.name)).collect(),
            vetoes: scheme.vetoes.iter().map(|one| CodeBody::of(&one.code, &one.name)).collect(),
            grades: scheme.grades.iter().map(|one| CodeBody::of(&one.code, &one.name)).collect(),
            name: (&scheme.name).into(),
            code: scheme.code,
            version: scheme.version,
            path,
        })
    };
    Ok(Reply::ok(&rules.schemes().into_iter().filter_map(read).collect::<Vec<_>>()))
}

/// Which scheme.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WantedScheme {
    /// Its file below `rules/`, as in the list.
    path: String,
    /// The day whose numbers are wanted; today when absent. A day before or after the scheme is in force is taken as its
    /// first or last one.
    on: Option<String>,
}

impl WantedScheme {
    fn day(&self, desk: &Desk) -> Result<Date, Problem> {
        let day = self.on.as_ref().map(|text| text.parse::<Date>()).transpose();
        day.map(|day| day.unwrap_or_else(|| beijing_day(desk.now()))).map_err(|_| {
            let field = Field::new("?on", "应为日期，如 2026-03-01", "must be a day, e.g. 2026-03-01");
            Problem::new(Code::QueryNotUnderstood).at(vec![field])
        })
    }
}

/// A scheme as people read it: the tree with full points per stage, every rule as a sentence and a picture.
#[utoipa::path(get, path = "/api/v1/schemes/shown", operation_id = "show_scheme", tag = "schemes",
    params(WantedScheme), responses((status = 200, body = ShownBody, description = "The scheme")),
    extensions(("x-permission" = json!("scheme:list"))))]
pub(crate) async fn show(desk: Desk, Params(wanted): Params<WantedScheme>) -> Answer {
    let rules = ZoneRules::of(&desk).await?;
    let loaded = rules.scheme(&wanted.path, wanted.day(&desk)?, "?path")?;
    Ok(Reply::ok(&ShownBody::of(&loaded)))
}

/// The rule file of a scheme as it is written.
#[utoipa::path(get, path = "/api/v1/schemes/text", operation_id = "read_scheme_text", tag = "schemes",
    params(WantedScheme), responses((status = 200, description = "The file", content_type = "application/yaml")),
    extensions(("x-permission" = json!("scheme:list"))))]
pub(crate) async fn text(desk: Desk, Params(wanted): Params<WantedScheme>) -> Result<Response, Stop> {
    let rules = ZoneRules::of(&desk).await?;
    let text = rules.text(&wanted.path).ok_or(Code::NotFound)?;
    let loaded = rules.scheme(&wanted.path, wanted.day(&desk)?, "?path")?;
    Ok(file_of(text, &loaded.value.code, &loaded.value.version))
}

/// A rule file to be saved.
pub(crate) fn file_of(text: String, code: &str, version: &str) -> Response {
    let plain = |text: &str| -> String {
        text.chars()
            .map(|one| if one.is_ascii_alphanumeric() || "-._".contains(one) { one } else { '_' })
            .collect()
    };
    let named = format!("attachment; filename=\"{}-{}.yaml\"", plain(code), plain(version));
    let headers = [
        (header::CONTENT_TYPE, "application/yaml; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, named),
    ];
    (headers, text).into_response()
}

/// Which two schemes.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WantedChanges {
    /// The earlier one.
    from: String,
    /// The later one.
    to: String,
}

/// Everything that differs between two schemes, in words.
#[utoipa::path(get, path = "/api/v1/schemes/changes", operation_id = "compare_schemes", tag = "schemes",
    params(WantedChanges), responses((status = 200, body = Vec<ChangeBody>, description = "What differs")),
    extensions(("x-permission" = json!("scheme:list"))))]
pub(crate) async fn changes(desk: Desk, Params(wanted): Params<WantedChanges>) -> Answer {
    let today = beijing_day(desk.now());
    let rules = ZoneRules::of(&desk).await?;
    let before = rules.scheme(&wanted.from, today, "?from")?;
    let after = rules.scheme(&wanted.to, today, "?to")?;
    Ok(Reply::ok(&ChangeBody::between(&before, &after)))
}

/// `official` or `illustrative`.
pub(crate) const fn status_word(status: Status) -> &'static str {
    match status {
        Status::Official => "official",
        Status::Illustrative => "illustrative",
    }
}
