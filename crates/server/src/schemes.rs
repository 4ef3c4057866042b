//! The schemes a batch may be computed by.

use crate::{
    caller::beijing_day,
    desk::Desk,
    reply::{Answer, Reply},
};
use domain::Status;
use serde::Serialize;
use utoipa::ToSchema;

/// A name in both languages.
#[derive(Serialize, ToSchema)]
pub(crate) struct NameBody {
    /// 简体中文.
    pub(crate) zh: String,
    /// English; absent where nobody has written one.
    pub(crate) en: Option<String>,
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
    /// Its stages.
    stages: Vec<CodeBody>,
    /// Its indicators.
    indicators: Vec<CodeBody>,
    /// Its vetoes.
    vetoes: Vec<CodeBody>,
    /// Its grades, best first.
    grades: Vec<CodeBody>,
}

/// The schemes, by path. A file with mistakes is left out: `jifen rules check` says what is wrong with it.
#[utoipa::path(get, path = "/api/v1/schemes", operation_id = "list_schemes", tag = "batches",
    responses((status = 200, body = Vec<SchemeBody>, description = "The schemes")),
    extensions(("x-permission" = json!("scheme:list"))))]
pub(crate) async fn list(desk: Desk) -> Answer {
    let today = beijing_day(desk.now());
    let home = &desk.app.rules;
    let read = |path: String| {
        let scheme = home.scheme(&path, today, "").ok()?.value;
        Some(SchemeBody {
            status: status_word(scheme.status),
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
    Ok(Reply::ok(&home.schemes().into_iter().filter_map(read).collect::<Vec<_>>()))
}

/// `official` or `illustrative`.
pub(crate) const fn status_word(status: Status) -> &'static str {
    match status {
        Status::Official => "official",
        Status::Illustrative => "illustrative",
    }
}
