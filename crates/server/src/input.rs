//! Reading what a caller sends, strictly, and saying what is wrong with it.

use crate::problem::{Code, Field, Problem};
use axum::{
    body::Bytes,
    extract::{FromRequest, FromRequestParts, Query, Request},
    http::{Uri, header, request::Parts},
};
use serde::de::DeserializeOwned;

/// A JSON body. Unknown fields are refused by the types (`deny_unknown_fields`).
pub(crate) struct Json<T>(pub(crate) T);

/// The query parameters.
pub(crate) struct Params<T>(pub(crate) T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Json<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let kind =
            request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("");
        if !kind.split(';').next().unwrap_or("").trim().eq_ignore_ascii_case("application/json") {
            let (zh, en) = ("请求内容须为 application/json。", "The body must be application/json.");
            return Err(Problem::new(Code::BodyNotUnderstood).saying(zh, en));
        }
        let bytes =
            Bytes::from_request(request, state).await.map_err(|_| Problem::new(Code::BodyTooLarge))?;
        let mut reader = serde_json::Deserializer::from_slice(&bytes);
        let value = serde_path_to_error::deserialize(&mut reader).map_err(|error| misread(&error))?;
        reader.end().map_err(|_| Problem::new(Code::BodyNotUnderstood))?;
        Ok(Self(value))
    }
}

fn misread(error: &serde_path_to_error::Error<serde_json::Error>) -> Problem {
    let path = error.path().to_string();
    let mut pointer = if path == "." {
        String::new()
    } else {
        format!("/{}", path.replace(['.', '['], "/").replace(']', ""))
    };
    let text = error.inner().to_string();
    let (zh, en) = explained(&text);
    if let Some(twice) = text.strip_prefix("duplicate field `").and_then(|rest| rest.split('`').next()) {
        // The reader stops at the object; the field is what the caller looks for.
        pointer = format!("{pointer}/{twice}");
    }
    let inner = error.inner();
    let problem = Problem::new(Code::BodyNotUnderstood);
    if inner.is_syntax() || inner.is_eof() {
        let (line, column) = (inner.line(), inner.column());
        return problem.saying(
            format!("第 {line} 行第 {column} 列不是有效的 JSON。"),
            format!("Not JSON at line {line}, column {column}."),
        );
    }
    problem.at(vec![Field::new(pointer, zh, en)])
}

/// The kinds of mistake, told from the reader's text; that text itself stays inside.
fn explained(text: &str) -> (String, String) {
    let named = text.split('`').nth(1).unwrap_or_default();
    if text.starts_with("unknown field") {
        (format!("没有“{named}”这个字段"), format!("there is no field “{named}”"))
    } else if text.starts_with("missing field") {
        (format!("缺少字段“{named}”"), format!("the field “{named}” is missing"))
    } else if text.starts_with("duplicate field") {
        (format!("字段“{named}”重复"), format!("the field “{named}” stands twice"))
    } else if text.starts_with("unknown variant") {
        (format!("没有“{named}”这个取值"), format!("“{named}” is not one of the values"))
    } else {
        ("值的类型或格式不符".to_owned(), "the value is of the wrong type or form".to_owned())
    }
}

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for Params<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let _ = state;
        parameters(&parts.uri).map(Self)
    }
}

/// Reads the query of an address.
///
/// # Errors
/// 400 with what is not understood.
pub(crate) fn parameters<T: DeserializeOwned>(uri: &Uri) -> Result<T, Problem> {
    Query::<T>::try_from_uri(uri).map(|Query(value)| value).map_err(|rejection| {
        let said = std::error::Error::source(&rejection).map_or_else(String::new, ToString::to_string);
        let (zh, en) = explained(said.rsplit(": ").next().unwrap_or_default());
        Problem::new(Code::QueryNotUnderstood).saying(format!("{zh}。"), format!("In the query: {en}."))
    })
}

/// Checks of values, gathered so that all are named at once.
#[derive(Default)]
pub(crate) struct Checks(Vec<Field>);

impl Checks {
    /// Notes a problem at `pointer` unless `good`.
    pub(crate) fn that(&mut self, good: bool, pointer: &str, zh: &str, en: &str) {
        if !good {
            self.0.push(Field::new(pointer, zh, en));
        }
    }

    /// Notes problems found elsewhere.
    pub(crate) fn also(&mut self, fields: Vec<Field>) {
        self.0.extend(fields);
    }

    /// A name as people write it: something, not too long, no control characters.
    pub(crate) fn name(&mut self, text: &str, pointer: &str) {
        let good =
            !text.trim().is_empty() && text.chars().count() <= 100 && !text.chars().any(char::is_control);
        self.that(good, pointer, "应为 1 至 100 个字符", "must have 1 to 100 characters");
    }

    /// Goes on when nothing was noted.
    ///
    /// # Errors
    /// 422 with everything that was noted.
    pub(crate) fn done(self) -> Result<(), Problem> {
        if self.0.is_empty() { Ok(()) } else { Err(Problem::new(Code::NotAccepted).at(self.0)) }
    }
}
