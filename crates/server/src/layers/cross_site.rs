//! A request that changes something must come from our own pages, or carry an API token instead of a cookie.

use crate::{
    app::App,
    caller,
    problem::{Code, Problem},
};
use axum::{
    extract::{Request, State},
    http::{HeaderMap, Method, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

/// Other sites cannot send this header without asking first, and we never say yes.
const OWN: &str = "x-jifen";

pub(crate) async fn cross_site(State(app): State<App>, request: Request, next: Next) -> Response {
    let safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if safe || is_own(&app, request.headers()) {
        next.run(request).await
    } else {
        Problem::new(Code::CrossSiteRequest).into_response()
    }
}

fn is_own(app: &App, headers: &HeaderMap) -> bool {
    // A page cannot make a browser send our tokens; they are no cookies.
    if caller::bearer(headers).is_some() && caller::cookie(headers).is_none() {
        return true;
    }
    let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or(""));
    let site = text("sec-fetch-site").is_none_or(|site| matches!(site, "same-origin" | "none"));
    let origin = text("origin")
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
