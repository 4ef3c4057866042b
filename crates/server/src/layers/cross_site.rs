//! A request that changes something must come from our own pages, or carry an API token instead of a cookie.

use super::{Context, denial::Denial, rates::Bucket};
use crate::{
    app::App,
    caller,
    problem::{Code, Problem},
    router::Operation,
};
use axum::{
    extract::{Request, State},
    http::{HeaderMap, Method, header, request::Parts},
    middleware::Next,
    response::{IntoResponse, Response},
};
use std::sync::Arc;
use store::StoreError;

/// Other sites cannot send this header without asking first, and we never say yes.
const OWN: &str = "x-jifen";
/// Of refusals to nobody in particular, an address may fill so many rows of the audit log a minute: anybody can send
/// such requests, and the log is kept for years.
const ROWS_OF_NOBODY: u32 = 30;

pub(crate) async fn cross_site(State(app): State<App>, request: Request, next: Next) -> Response {
    let safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if safe || is_own(&app, request.headers()) {
        return next.run(request).await;
    }
    let problem = Problem::new(Code::CrossSiteRequest);
    let (parts, _) = request.into_parts();
    match written_down(&app, &parts, &problem).await {
        Ok(()) => problem.into_response(),
        Err(error) => Problem::from(error).into_response(),
    }
}

/// Writes the refusal down in the name of the session that came with the request: it may not be its holder's doing, so
/// the origin stands beside it.
async fn written_down(app: &App, parts: &Parts, problem: &Problem) -> Result<(), StoreError> {
    let Some(operation) = parts.extensions.get::<Arc<Operation>>() else { return Ok(()) };
    let context = parts.extensions.get::<Context>().cloned().unwrap_or_default();
    let denial = Denial::of(operation, &context, problem, parts.uri.path());
    let denial = denial.with_origin(text(&parts.headers, "origin").unwrap_or("none"));
    match caller::riding(app, &parts.headers).await? {
        Some(user) => denial.to(&user).write_down(app).await,
        None => {
            let place = Bucket::Strangers(context.address);
            match app.buckets.take(place, ROWS_OF_NOBODY, app.edge.now()) {
                Ok(()) => denial.write_down(app).await,
                Err(_) => Ok(()),
            }
        }
    }
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).map(|value| value.to_str().unwrap_or(""))
}

fn is_own(app: &App, headers: &HeaderMap) -> bool {
    // A page cannot make a browser send our tokens; they are no cookies.
    if caller::bearer(headers).is_some() && caller::cookie(headers).is_none() {
        return true;
    }
    let site = text(headers, "sec-fetch-site").is_none_or(|site| matches!(site, "same-origin" | "none"));
    let origin = text(headers, "origin")
        .is_none_or(|origin| origin == app.config.origin() || is_loopback_self(app, origin, headers));
    headers.contains_key(OWN) && site && origin
}

/// On loopback the page may have been opened as `localhost` or `127.0.0.1`: then the origin is the host itself.
fn is_loopback_self(app: &App, origin: &str, headers: &HeaderMap) -> bool {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or("");
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    app.config.listen.ip().is_loopback()
        && matches!(name, "localhost" | "127.0.0.1" | "[::1]")
        && origin.strip_prefix("http://") == Some(host)
}
