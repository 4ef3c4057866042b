//! The web console, held by the program: its files as they were built, and its page for every address that is one.

mod files;

use crate::{
    app::App,
    config::PasswordProfile,
    layers::CONTENT_SECURITY,
    problem::{Code, Problem},
    text,
};
use axum::{
    extract::{Path, Request, State},
    http::{HeaderMap, Method, header},
    response::{IntoResponse, Response},
};
use files::{FILES, File};

/// What the build leaves where the nonce of a page belongs (web/vite.config.ts).
const NONCE: &str = "__CSP_NONCE__";
/// And where it says which rules new passwords follow, so that people read them before they choose one.
const PROFILE: &str = "__PASSWORD_PROFILE__";

/// The console's page.
#[utoipa::path(get, path = "/", operation_id = "read_console", tag = "console",
    responses((status = 200, description = "The page", content_type = "text/html")),
    extensions(("x-permission" = json!("open"))))]
pub(crate) async fn page(State(app): State<App>) -> Response {
    index(&app, FILES)
}

/// A script, style or picture of the console; its name changes with its content.
#[utoipa::path(get, path = "/assets/{file}", operation_id = "read_console_file", tag = "console",
    params(("file" = String, Path, description = "The file's name")),
    responses((status = 200, description = "The file", content_type = "application/octet-stream")),
    extensions(("x-permission" = json!("open"))))]
pub(crate) async fn asset(Path(file): Path<String>, headers: HeaderMap) -> Response {
    let path = format!("/assets/{file}");
    match files::find(FILES, &path) {
        Some(file) => file.answer(&headers, true),
        None => Problem::new(Code::NotFound).into_response(),
    }
}

/// Everything no route is for: a file of the console, its page where people may be, or nothing.
pub(crate) async fn elsewhere(State(app): State<App>, request: Request) -> Response {
    let path = request.uri().path();
    if !reads(request.method()) || !is_page(path) {
        return Problem::new(Code::NotFound).into_response();
    }
    match files::find(FILES, path) {
        Some(file) if path != "/index.html" => file.answer(request.headers(), false),
        _ if names_a_file(path) => Problem::new(Code::NotFound).into_response(),
        _ => index(&app, FILES),
    }
}

/// Whether an address that no route is for belongs to the console.
pub(crate) fn is_page(path: &str) -> bool {
    // What programs ask for is told plainly when it is not there: `/metrics` has a listener of its own.
    path != "/metrics" && path != "/api" && !path.starts_with("/api/")
}

fn reads(method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD)
}

/// `/icon.svg` is a file that may be missing; `/users/42` is a page.
fn names_a_file(path: &str) -> bool {
    path.rsplit('/').next().is_some_and(|last| last.contains('.'))
}

/// The page with a nonce of its own: the console's styles are written at run time, and the browser takes only those
/// that carry it.
fn index(app: &App, files: &[File]) -> Response {
    let html = [(header::CONTENT_TYPE, "text/html; charset=utf-8")];
    let Some(index) = files::find(files, "/index.html") else { return (html, NOT_BUILT).into_response() };
    let nonce = text::hex(&app.edge.bytes::<16>());
    let profile = match app.config.profile {
        PasswordProfile::Asvs => "asvs",
        PasswordProfile::Dengbao => "dengbao",
    };
    let page = String::from_utf8_lossy(index.plain).replace(NONCE, &nonce).replace(PROFILE, profile);
    let policy = CONTENT_SECURITY.replace("style-src 'self'", &format!("style-src 'self' 'nonce-{nonce}'"));
    (html, [(header::CONTENT_SECURITY_POLICY, policy)], page).into_response()
}

const NOT_BUILT: &str = "<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><title>Jifen 积分</title>\
    <meta name=\"viewport\" content=\"width=device-width\"><link rel=\"stylesheet\" href=\"/reference.css\">\
    <h1>Jifen 积分</h1>\
    <p>本程序未包含网页界面。请运行 <code>scripts/web.sh build</code> 后重新编译；接口可照常使用，见<a href=\"/reference\">接口说明</a>。</p>\
    <p lang=\"en\">This program was built without the web console. Run <code>scripts/web.sh build</code> and build again; \
    the API works as it is, see <a href=\"/reference\">the reference</a>.</p>";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_the_api_and_missing_files_are_no_pages() {
        for (path, page, file) in [
            ("/users", true, false),
            ("/users/42", true, false),
            ("/icon.svg", true, true),
            ("/api", false, false),
            ("/api/v1/none", false, false),
            ("/apirates", true, false),
            ("/metrics", false, false),
        ] {
            assert_eq!((is_page(path), names_a_file(path)), (page, file), "{path}");
        }
    }
}
