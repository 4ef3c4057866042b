//! The outermost layer: an id, a log line, the security headers, and problems written for the reader. A panic
//! inside becomes an answer like any other failure.

use super::Context;
use crate::{
    address,
    app::App,
    problem::{Code, Problem},
    router::Operation,
    web,
};
use axum::{
    extract::{ConnectInfo, MatchedPath, Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use formula::Language;
use futures_util::FutureExt;
use std::{
    net::{IpAddr, Ipv4Addr, SocketAddr},
    panic::AssertUnwindSafe,
    sync::Arc,
    time::Instant,
};
use tracing::Instrument;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
const LONGEST_AGENT: usize = 200;

pub(crate) async fn request(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let began = Instant::now();
    let context = context(&app, &request);
    let operation = operation(&app, &request);
    let name = operation.as_ref().map_or("none", |operation| operation.id.as_str()).to_owned();
    if let Some(operation) = operation {
        request.extensions_mut().insert(operation);
    }
    request.extensions_mut().insert(context.clone());
    let span = tracing::info_span!(
        "request",
        id = %context.request_id,
        method = %request.method(),
        operation = %name,
        user = tracing::field::Empty,
    );
    let answered = AssertUnwindSafe(next.run(request)).catch_unwind().instrument(span.clone()).await;
    let response = answered.unwrap_or_else(|_| Problem::new(Code::InternalError).into_response());
    let response = finished(response, &context);
    let (status, took) = (response.status().as_u16(), began.elapsed());
    span.in_scope(|| tracing::info!(status, micros = took.as_micros(), "answered"));
    app.metrics.request(&name, status, took);
    response
}

fn operation(app: &App, request: &Request) -> Option<Arc<Operation>> {
    match request.extensions().get::<MatchedPath>() {
        Some(path) => app.operations.find(request.method(), path.as_str()),
        // Addresses inside the console are the console's page.
        None if web::is_page(request.uri().path()) => app.operations.find(request.method(), "/"),
        None => None,
    }
}

fn context(app: &App, request: &Request) -> Context {
    let headers = request.headers();
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
    let peer = peer.map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |ConnectInfo(peer)| peer.ip());
    let forwarded = forwarded(headers);
    Context {
        request_id: app.edge.id(),
        address: address::caller(peer, forwarded.as_deref(), &app.config.trusted_proxies),
        language: language(headers),
        agent: text_of(headers, &header::USER_AGENT).chars().take(LONGEST_AGENT).collect(),
    }
}

/// All `X-Forwarded-For` lines as one; a proxy may add a line instead of a part.
fn forwarded(headers: &HeaderMap) -> Option<String> {
    let lines: Vec<&str> =
        headers.get_all("x-forwarded-for").into_iter().filter_map(|value| value.to_str().ok()).collect();
    (!lines.is_empty()).then(|| lines.join(","))
}

fn text_of<'a>(headers: &'a HeaderMap, name: &HeaderName) -> &'a str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or("")
}

/// Chinese unless the reader prefers English.
fn language(headers: &HeaderMap) -> Language {
    let mut best = (0.0_f32, Language::Chinese);
    for part in text_of(headers, &header::ACCEPT_LANGUAGE).split(',') {
        let (tag, weight) = part.split_once(";q=").unwrap_or((part, "1"));
        let language = match tag.trim().get(..2) {
            Some("zh") => Language::Chinese,
            Some("en") => Language::English,
            _ => continue,
        };
        let weight = weight.trim().parse().unwrap_or(0.0);
        if weight > best.0 {
            best = (weight, language);
        }
    }
    best.1
}

fn finished(mut response: Response, context: &Context) -> Response {
    if let Some(problem) = response.extensions_mut().remove::<Problem>() {
        let written = problem.render(context.language, &context.request_id);
        let own = std::mem::take(response.headers_mut());
        response = written;
        // `Allow` of a 405 and cookies taken away stay.
        response.headers_mut().extend(own.into_iter().filter(|(name, _)| {
            name.as_ref().is_some_and(|name| *name == header::ALLOW || *name == header::SET_COOKIE)
        }));
    }
    if let Ok(id) = HeaderValue::from_str(&context.request_id) {
        response.headers_mut().insert(REQUEST_ID, id);
    }
    for (name, value) in SECURITY {
        response
            .headers_mut()
            .entry(HeaderName::from_static(name))
            .or_insert(HeaderValue::from_static(value));
    }
    response
}

/// What a page of ours may load. The console's page adds a nonce for its styles.
pub(crate) const CONTENT_SECURITY: &str = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
     object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// On every answer, errors too. HSTS counts only over TLS; over plain http browsers ignore it.
const SECURITY: [(&str, &str); 9] = [
    ("content-security-policy", CONTENT_SECURITY),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("x-frame-options", "DENY"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
    ("strict-transport-security", "max-age=31536000; includeSubDomains"),
    ("cache-control", "no-store"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_preferred_language_is_chosen() {
        for (header, english) in [
            ("", false),
            ("zh-CN,zh;q=0.9,en;q=0.8", false),
            ("en-GB,en;q=0.9,zh;q=0.8", true),
            ("de,en;q=0.5", true),
            ("en;q=0.5,zh;q=0.7", false),
            ("en;q=x", false),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_LANGUAGE, HeaderValue::from_static(header));
            assert_eq!(language(&headers) == Language::English, english, "{header}");
        }
    }
}
