//! Mending what the columns of a file mean, and choosing what happens to bad rows.

use super::{ImportBody, found, reading};
use crate::{
    desk::Desk,
    etag,
    input::{Checks, Json},
    problem::Code,
    reply::{Answer, Reply},
    wire::ImportModeWord,
};
use axum::extract::Path;
use serde::Deserialize;
use serde_json::json;
use std::collections::BTreeMap;
use store::imports::{self, Change, ImportState};
use utoipa::ToSchema;

/// What to change.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChangeImport {
    /// Headings and what they mean: an item's code, `credit_code`, `period`, or nothing to leave a column out. They are
    /// remembered for the next file of this source.
    #[serde(default)]
    headings: BTreeMap<String, String>,
    /// What happens when some rows are bad.
    mode: Option<ImportModeWord>,
}

/// Says what columns mean or what happens to bad rows, before anything is stored. A preview is made anew afterwards.
#[utoipa::path(patch, path = "/api/v1/imports/{id}", operation_id = "change_import", tag = "imports",
    params(("id" = String, Path, description = "The import")), request_body = ChangeImport,
    responses((status = 200, body = ImportBody, description = "Changed")),
    extensions(("x-permission" = json!("import:make")), ("x-if-match" = json!("required"))))]
pub(crate) async fn change(desk: Desk, Path(id): Path<String>, Json(given): Json<ChangeImport>) -> Answer {
    let seen = found(&desk, &id).await?;
    etag::require(&desk, seen.version)?;
    if matches!(seen.state, ImportState::Previewing | ImportState::Running | ImportState::Done) {
        return Err(Code::WrongState.into());
    }
    let dictionary = reading::dictionary(desk.app.rules.known(), seen.kind);
    let mut checks = Checks::default();
    for (heading, item) in &given.headings {
        let known = item.is_empty() || item == "period" || dictionary.find(item).is_some();
        let pointer = format!("/headings/{}", heading.replace('~', "~0").replace('/', "~1"));
        checks.that(known, &pointer, "数据字典中没有这一项", "no such item in the dictionary");
    }
    checks.that(given.headings.len() <= 1_000, "/headings", "过多", "are too many");
    checks.done()?;
    let mut request = reading::Request::of(&desk.app, &seen);
    request.headings.extend(given.headings.clone());
    let columns = reading::columns(&desk.app, request).await?;
    let change = desk.begin().await?;
    let what = Change {
        columns: Some(json!(columns).to_string()),
        mode: given.mode.map(Into::into),
        state: Some(ImportState::Uploaded),
        outcome: Some("{}".to_owned()),
        returned_hash: Some(None),
        ..Change::default()
    };
    let changed = imports::change(change.work(), &seen, what).await?;
    imports::replace_rows(change.work(), &id, Vec::new()).await?;
    imports::remember(change.work(), &seen.zone_id, &seen.source, given.headings.clone()).await?;
    let detail = json!({"headings": given.headings, "mode": [seen.mode.word(), changed.mode.word()]});
    let note = desk.note("change", "import").on(&id, &seen.path).with(detail);
    let version = changed.version;
    change.finish(note, Reply::ok(&ImportBody::of(&desk, changed)).versioned(version)).await
}
