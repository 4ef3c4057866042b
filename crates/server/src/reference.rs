//! The OpenAPI document and a plain page of it, served from here: no script, nothing from elsewhere.

use crate::{app::App, reply::Reply};
use axum::{extract::State, http::header, response::IntoResponse};
use serde_json::Value;
use std::fmt::Write as _;

/// The OpenAPI 3.1 document of this server.
#[utoipa::path(get, path = "/api/v1/openapi.json", operation_id = "read_openapi", tag = "reference",
    responses((status = 200, description = "The document", content_type = "application/json")),
    extensions(("x-permission" = json!("public"))))]
pub(crate) async fn document(State(app): State<App>) -> Reply {
    Reply::ok(&app.openapi)
}

/// The document as a page to read.
#[utoipa::path(get, path = "/reference", operation_id = "read_reference", tag = "reference",
    responses((status = 200, description = "The page", content_type = "text/html")),
    extensions(("x-permission" = json!("public"))))]
pub(crate) async fn page(State(app): State<App>) -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], html(&app.openapi))
}

/// The looks of the page.
#[utoipa::path(get, path = "/reference.css", operation_id = "read_reference_style", tag = "reference",
    responses((status = 200, description = "The style", content_type = "text/css")),
    extensions(("x-permission" = json!("public"))))]
pub(crate) async fn style() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], STYLE)
}

const STYLE: &str = "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}\
    h2{border-top:1px solid #ccc;padding-top:1rem}code{background:#f3f3f3;padding:0 .3em}\
    pre{background:#f3f3f3;padding:1rem;overflow:auto}@media(prefers-color-scheme:dark)\
    {body{background:#111;color:#eee}code,pre{background:#222}}";

fn html(document: &Value) -> String {
    let mut page = String::from(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Jifen API</title>\
         <meta name=\"viewport\" content=\"width=device-width\"><link rel=\"stylesheet\" href=\"/reference.css\">\
         <h1>Jifen 积分 API</h1><p>The same as <a href=\"/api/v1/openapi.json\">openapi.json</a>.</p>",
    );
    let paths = document["paths"].as_object();
    for (path, item) in paths.into_iter().flatten() {
        for (method, operation) in item.as_object().into_iter().flatten() {
            section(&mut page, path, method, operation);
        }
    }
    page.push_str("<h2 id=\"schemas\">Schemas</h2>");
    for (name, schema) in document["components"]["schemas"].as_object().into_iter().flatten() {
        let text = serde_json::to_string_pretty(schema).unwrap_or_default();
        let name = escape(name);
        // Writing to a string cannot fail.
        let _ = write!(page, "<h3 id=\"{name}\">{name}</h3><pre>{}</pre>", escape(&text));
    }
    page
}

fn section(page: &mut String, path: &str, method: &str, operation: &Value) {
    let text = |name: &str| escape(operation[name].as_str().unwrap_or(""));
    let _ = write!(
        page,
        "<h2 id=\"{}\"><code>{} {}</code></h2><p>{} {}</p><p>Permission: <code>{}</code></p>",
        text("operationId"),
        method.to_uppercase(),
        escape(path),
        text("summary"),
        text("description"),
        text("x-permission"),
    );
    for part in ["parameters", "requestBody", "responses"] {
        if let Some(value) = operation.get(part) {
            let pretty = escape(&serde_json::to_string_pretty(value).unwrap_or_default());
            let _ = write!(page, "<details><summary>{part}</summary><pre>{pretty}</pre></details>");
        }
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
