//! What a caller is told when something was not done: RFC 9457, from one table of codes.

mod table;

pub use table::{Code, TABLE, errors_page};

use crate::reply::Reply;
use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use formula::{Language, Sentence};
use serde::Serialize;
use store::StoreError;
use utoipa::ToSchema;

/// A refusal on its way out; the outermost layer writes it in the reader's language.
#[derive(Debug, Clone)]
pub struct Problem {
    code: Code,
    detail: Option<Sentence>,
    fields: Vec<Field>,
    retry_after: Option<u64>,
}

/// What is wrong with one field.
#[derive(Debug, Clone)]
pub struct Field {
    pointer: String,
    detail: Sentence,
    code: Option<String>,
}

impl Field {
    /// The field at a JSON pointer (or `?name` for a query parameter), and what is wrong with it.
    #[must_use]
    pub fn new(pointer: impl Into<String>, zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { pointer: pointer.into(), detail: Sentence::new(zh, en), code: None }
    }

    /// With the permanent code of the check that found it.
    #[must_use]
    pub fn coded(mut self, code: &str) -> Self {
        self.code = Some(code.to_owned());
        self
    }
}

impl Problem {
    /// A problem of the table.
    #[must_use]
    pub fn new(code: Code) -> Self {
        Self { code, detail: None, fields: Vec::new(), retry_after: None }
    }

    /// Says more than the table does.
    #[must_use]
    pub fn saying(mut self, zh: impl Into<String>, en: impl Into<String>) -> Self {
        self.detail = Some(Sentence::new(zh, en));
        self
    }

    /// Points at fields.
    #[must_use]
    pub fn at(mut self, fields: Vec<Field>) -> Self {
        self.fields = fields;
        self
    }

    /// Points at the fields of `other` too.
    #[must_use]
    pub fn with_fields_of(mut self, other: Self) -> Self {
        self.fields.extend(other.fields);
        self
    }

    /// Says when to try again.
    #[must_use]
    pub fn after(mut self, seconds: u64) -> Self {
        self.retry_after = Some(seconds.max(1));
        self
    }

    /// Its code.
    #[must_use]
    pub fn code(&self) -> Code {
        self.code
    }

    /// Written for a reader of `language`.
    pub(crate) fn render(&self, language: Language, request_id: &str) -> Response {
        let row = self.code.row();
        let pick = |sentence: &Sentence| sentence.in_language(language).to_owned();
        let body = ProblemBody {
            r#type: format!("/problems/{}", row.code),
            title: match language {
                Language::Chinese => row.zh.to_owned(),
                Language::English => row.en.to_owned(),
            },
            status: row.status,
            code: row.code.to_owned(),
            detail: self.detail.as_ref().map(pick),
            instance: request_id.to_owned(),
            errors: self
                .fields
                .iter()
                .map(|f| FieldBody {
                    pointer: f.pointer.clone(),
                    detail: pick(&f.detail),
                    code: f.code.clone(),
                })
                .collect(),
        };
        let status = StatusCode::from_u16(row.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let text = serde_json::to_string(&body).unwrap_or_default();
        let mut response =
            (status, [(header::CONTENT_TYPE, "application/problem+json")], text).into_response();
        let tongue = if language == Language::Chinese { "zh-CN" } else { "en" };
        response.headers_mut().insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(tongue));
        if let Some(seconds) = self.retry_after {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status =
            StatusCode::from_u16(self.code.row().status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// Why a handler stops: a refusal, or the same answer as last time.
#[derive(Debug)]
pub enum Stop {
    /// It was not done.
    Problem(Box<Problem>),
    /// It was done before, under the same idempotency key.
    Replay(Box<Reply>),
}

impl From<Problem> for Stop {
    fn from(problem: Problem) -> Self {
        Self::Problem(Box::new(problem))
    }
}

impl From<Code> for Stop {
    fn from(code: Code) -> Self {
        Problem::new(code).into()
    }
}

impl From<StoreError> for Stop {
    fn from(error: StoreError) -> Self {
        Problem::from(error).into()
    }
}

impl From<StoreError> for Problem {
    /// The caller learns the kind; the text stays in the log.
    fn from(error: StoreError) -> Self {
        match &error {
            StoreError::Stale { .. } => Self::new(Code::ChangedMeanwhile),
            StoreError::Taken(_) => Self::new(Code::ExistsAlready),
            _ => {
                tracing::error!(error = %error, "the store failed");
                Self::new(Code::InternalError)
            }
        }
    }
}

impl IntoResponse for Stop {
    fn into_response(self) -> Response {
        match self {
            Self::Problem(problem) => problem.into_response(),
            Self::Replay(reply) => reply.into_response(),
        }
    }
}

/// A problem as it is sent (RFC 9457).
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Problem)]
pub(crate) struct ProblemBody {
    /// Address of the page that explains the code.
    r#type: String,
    /// What happened, in the reader's language.
    title: String,
    /// The HTTP status.
    status: u16,
    /// The permanent code.
    code: String,
    /// What happened this time.
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<String>,
    /// The id of the request, as in the server's log.
    instance: String,
    /// What is wrong with which field.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<FieldBody>,
}

/// What is wrong with one field.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ProblemField)]
pub(crate) struct FieldBody {
    /// JSON pointer into the body, or `?name` of a query parameter.
    pointer: String,
    /// What is wrong, in the reader's language.
    detail: String,
    /// The permanent code of the check that found it.
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<String>,
}
