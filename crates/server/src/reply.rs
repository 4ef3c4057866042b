//! An answer to a request that was done.

use crate::problem::Stop;
use axum::{
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;
use serde_json::Value;
use store::idempotency::Kept;

/// What a handler gives.
pub(crate) type Answer = Result<Reply, Stop>;

/// Headers that are part of the answer and come again when it is repeated.
const KEPT_HEADERS: [HeaderName; 2] = [header::ETAG, header::LOCATION];

/// An answer.
#[derive(Debug, Clone)]
pub struct Reply {
    status: StatusCode,
    headers: HeaderMap,
    body: Option<Value>,
    /// Fields of the body (or JSON pointers into it) that are shown once and never kept.
    once: &'static [&'static str],
}

impl Reply {
    pub(crate) fn of(status: StatusCode, body: &impl Serialize) -> Self {
        // Our own answer types always become JSON: text keys, no numbers out of range.
        let body = serde_json::to_value(body).unwrap_or_default();
        Self { status, headers: HeaderMap::new(), body: Some(body), once: &[] }
    }

    pub(crate) fn ok(body: &impl Serialize) -> Self {
        Self::of(StatusCode::OK, body)
    }

    pub(crate) fn created(body: &impl Serialize, location: &str) -> Self {
        Self::of(StatusCode::CREATED, body).with(header::LOCATION, location)
    }

    pub(crate) fn empty() -> Self {
        Self { status: StatusCode::NO_CONTENT, headers: HeaderMap::new(), body: None, once: &[] }
    }

    /// With a header; a value that is no header text is left out.
    pub(crate) fn with(mut self, name: HeaderName, value: &str) -> Self {
        if let Ok(value) = HeaderValue::from_str(value) {
            self.headers.append(name, value);
        }
        self
    }

    /// With the version as its ETag.
    pub(crate) fn versioned(self, version: i64) -> Self {
        self.with(header::ETAG, &crate::etag::of(version))
    }

    /// Fields that are shown this once: a repeated request gets `null` for them.
    pub(crate) fn once(mut self, fields: &'static [&'static str]) -> Self {
        self.once = fields;
        self
    }

    /// As it is kept under an idempotency key.
    pub(crate) fn kept(&self, fingerprint: &str) -> Kept {
        let headers: serde_json::Map<String, Value> = KEPT_HEADERS
            .iter()
            .filter_map(|name| Some((name.to_string(), self.headers.get(name)?.to_str().ok()?.into())))
            .collect();
        let mut body = self.body.clone().unwrap_or_default();
        for field in self.once {
            let found = if field.starts_with('/') { body.pointer_mut(field) } else { body.get_mut(*field) };
            if let Some(value) = found {
                *value = Value::Null;
            }
        }
        Kept {
            fingerprint: fingerprint.to_owned(),
            status: self.status.as_u16().into(),
            headers: Value::Object(headers).to_string(),
            body: body.to_string(),
        }
    }

    /// The answer that was kept.
    pub(crate) fn replayed(kept: &Kept) -> Self {
        let status = u16::try_from(kept.status).ok().and_then(|code| StatusCode::from_u16(code).ok());
        let body: Value = serde_json::from_str(&kept.body).unwrap_or_default();
        let mut reply = Self::of(status.unwrap_or(StatusCode::OK), &body);
        if body == Value::Null {
            reply.body = None;
        }
        let headers: serde_json::Map<String, Value> = serde_json::from_str(&kept.headers).unwrap_or_default();
        for (name, value) in headers {
            if let (Ok(name), Some(value)) = (HeaderName::try_from(name), value.as_str()) {
                reply = reply.with(name, value);
            }
        }
        reply.with(HeaderName::from_static("idempotency-replayed"), "true")
    }
}

impl IntoResponse for Reply {
    fn into_response(self) -> Response {
        let mut response = match self.body {
            None => self.status.into_response(),
            Some(body) => {
                let kind = [(header::CONTENT_TYPE, "application/json; charset=utf-8")];
                (self.status, kind, body.to_string()).into_response()
            }
        };
        response.headers_mut().extend(self.headers);
        response
    }
}

/// A workbook to be saved under `name`; never shown inside a page.
pub(crate) fn file(bytes: Vec<u8>, name: &str) -> Response {
    download(bytes, name, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
}

/// A file to be saved under `name`; never shown inside a page, whatever it holds.
pub(crate) fn download(bytes: Vec<u8>, name: &str, media_type: &str) -> Response {
    use std::fmt::Write as _;
    let mut encoded = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_') {
            encoded.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    let disposition = format!("attachment; filename*=UTF-8''{encoded}");
    let sandbox = "sandbox; default-src 'none'".to_owned();
    let headers = [
        (header::CONTENT_TYPE, media_type.to_owned()),
        (header::CONTENT_DISPOSITION, disposition),
        (header::CONTENT_SECURITY_POLICY, sandbox),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
    ];
    (headers, bytes).into_response()
}
