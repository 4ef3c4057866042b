//! Beginning a scheme and writing on it.

use super::{
    body::{JudgedBody, WholeBody},
    found, judge,
    lookup::body_of,
    moves::after,
};
use crate::{
    caller::beijing_day,
    desk::Desk,
    etag,
    input::{Checks, Json},
    problem::{Code, Problem},
    reply::{Answer, Reply},
    rules::ZoneRules,
};
use axum::{extract::Path, http::StatusCode};
use domain::collection::RuleAction;
use jiff::civil::Date;
use serde::Deserialize;
use serde_json::json;
use store::{
    OrganisationKind, organisations,
    rule_drafts::{self, DraftState, RuleDraft, RuleKind},
};
use utoipa::ToSchema;

/// Longest text, in bytes; a scheme of thirty indicators takes a tenth of it.
const LONGEST: usize = 300_000;

/// How a scheme begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Beginning {
    /// As the same text, to be written on.
    Copy,
    /// As one that extends it by indicators of its own (18+N).
    Extend,
}

/// A scheme to begin: from another one, or with a text that was brought along.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewScheme {
    /// The zone; the caller's own when absent.
    zone_id: Option<String>,
    /// The scheme it begins as: a file below `rules/`, as in the list of schemes.
    based_on: Option<String>,
    /// How; a copy when absent.
    how: Option<Beginning>,
    /// A rule file that was brought along.
    content: Option<String>,
}

fn check_length(checks: &mut Checks, content: &str) {
    let good = !content.trim().is_empty() && content.len() <= LONGEST;
    checks.that(
        good,
        "/content",
        "应为 1 至 300,000 字节的规则文件",
        "must be a rule file of 1 to 300,000 bytes",
    );
}

/// Begins a scheme, as a draft.
#[utoipa::path(post, path = "/api/v1/scheme-drafts", operation_id = "begin_scheme", tag = "schemes",
    request_body = NewScheme, responses((status = 201, body = WholeBody, description = "Begun")),
    extensions(("x-permission" = json!("scheme:write")), ("x-idempotency-key" = json!("required"))))]
pub(crate) async fn begin(desk: Desk, Json(given): Json<NewScheme>) -> Answer {
    let zone = match &given.zone_id {
        Some(id) => organisations::within(desk.database(), desk.scope(), id).await?,
        None => Some(desk.zone().await?),
    };
    let zone = zone.filter(|zone| zone.kind == OrganisationKind::Zone);
    let mut checks = Checks::default();
    checks.that(zone.is_some(), "/zone_id", "没有这个高新区", "there is no such zone");
    let one = given.based_on.is_some() != given.content.is_some();
    checks.that(
        one,
        "/based_on",
        "请选择一个方案，或导入一个文件",
        "choose a scheme or bring a file along, one of both",
    );
    if let Some(content) = &given.content {
        check_length(&mut checks, content);
    }
    checks.done()?;
    let Some(zone) = zone else { return Err(Code::NotFound.into()) };
    let today = beijing_day(desk.now());
    let content = match (&given.based_on, given.content) {
        (_, Some(content)) => content,
        (Some(path), None) => {
            let rules = ZoneRules::of_zone(&desk, &zone.path).await?;
            match given.how {
                Some(Beginning::Extend) => extension(&rules, path, today)?,
                _ => rules.text(path).ok_or_else(|| no_such_scheme("/based_on"))?,
            }
        }
        (None, None) => String::new(),
    };
    let id = desk.app.edge.id();
    let file = format!("schemes/own-{id}.yaml");
    let judged = judge(&desk, &zone.path, (&file, &content), today).await?;
    let new = RuleDraft {
        file,
        id,
        kind: RuleKind::Scheme,
        owner_id: zone.id,
        path: zone.path,
        based_on: given.based_on,
        content,
        state: DraftState::Draft,
        reason: None,
        author_id: desk.caller()?.user.id.clone(),
        changed_by: desk.caller()?.user.id.clone(),
        created_at: desk.now(),
        changed_at: desk.now(),
        submitted: None,
        published: None,
        version: 1,
    };
    let change = desk.begin().await?;
    let begun = rule_drafts::add(change.work(), new).await?;
    let detail = json!({"based_on": begun.based_on, "file": begun.file, "bytes": begun.content.len()});
    let note = desk.note("begin", "scheme").on(&begun.id, &begun.path).with(detail);
    let (location, version) = (format!("/api/v1/scheme-drafts/{}", begun.id), begun.version);
    let body = WholeBody::of(&desk, body_of(&desk, &begun).await?, begun.content, &judged);
    change.finish(note, Reply::created(&body, &location).versioned(version)).await
}

fn no_such_scheme(pointer: &str) -> Problem {
    let mut checks = Checks::default();
    checks.that(false, pointer, "没有这个方案", "there is no such scheme");
    checks.done().err().unwrap_or_else(|| Problem::new(Code::NotAccepted))
}

/// The text of a scheme that extends the one at `path`, with nothing of its own yet but its head.
fn extension(rules: &ZoneRules, path: &str, today: Date) -> Result<String, Problem> {
    let loaded = rules.scheme(path, today, "/based_on")?;
    let (scheme, base) = (&loaded.value, path.rsplit('/').next().unwrap_or(path));
    let basis = scheme.basis.first().map_or_else(|| scheme.name.zh.clone(), |basis| basis.title.clone());
    Ok(format!(
        "# 在“{name}”的基础上增加本区的指标。继承的部分随原方案，这里只写本区增加和调整的部分。\n\
         format: scheme/1\n\
         code: {code}-local\n\
         name:\n  zh: {name}·本区扩展（示例，非官方权重）\n  en: {en}, extended (illustrative)\n\
         version: \"{year}.1\"\n\
         status: illustrative\n\
         in_force: {{from: {today}}}\n\
         items: ../items/enterprise.yaml\n\
         extends: {base}\n\
         basis:\n  - {{title: \"{basis}\"}}\n\
         full_points: {full}\n",
        name = scheme.name.zh.replace("（示例，非官方权重）", ""),
        en = scheme.name.in_language(formula::Language::English).replace(" (illustrative)", ""),
        code = scheme.code,
        year = today.year(),
        full = scheme.full_points,
        basis = basis.replace('"', ""),
    ))
}

/// A text.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SchemeText {
    /// The rule file.
    content: String,
}

/// What a text is worth as this scheme; nothing is kept.
#[utoipa::path(post, path = "/api/v1/scheme-drafts/{id}/check", operation_id = "check_scheme_text", tag = "schemes",
    params(("id" = String, Path, description = "The scheme")), request_body = SchemeText,
    responses((status = 200, body = JudgedBody, description = "What is wrong with it, and how people read it")),
    extensions(("x-permission" = json!("scheme:write"))))]
pub(crate) async fn check(desk: Desk, Path(id): Path<String>, Json(given): Json<SchemeText>) -> Answer {
    let draft = found(&desk, &id).await?;
    let mut checks = Checks::default();
    check_length(&mut checks, &given.content);
    checks.done()?;
    let today = beijing_day(desk.now());
    let judged = judge(&desk, &draft.path, (&draft.file, &given.content), today).await?;
    Ok(Reply::ok(&JudgedBody::of(&desk, &judged)))
}

/// Keeps a text as the scheme's. A draft may have problems; it cannot be handed in with them.
#[utoipa::path(put, path = "/api/v1/scheme-drafts/{id}", operation_id = "write_scheme", tag = "schemes",
    params(("id" = String, Path, description = "The scheme")), request_body = SchemeText,
    responses((status = 200, body = WholeBody, description = "Kept")),
    extensions(("x-permission" = json!("scheme:write")), ("x-if-match" = json!("required"))))]
pub(crate) async fn write(desk: Desk, Path(id): Path<String>, Json(given): Json<SchemeText>) -> Answer {
    let seen = found(&desk, &id).await?;
    etag::require(&desk, seen.version)?;
    after(&seen, RuleAction::Write)?;
    let mut checks = Checks::default();
    check_length(&mut checks, &given.content);
    checks.done()?;
    let today = beijing_day(desk.now());
    let judged = judge(&desk, &seen.path, (&seen.file, &given.content), today).await?;
    let change = desk.begin().await?;
    let by = desk.caller()?.user.id.clone();
    let now = rule_drafts::write(change.work(), &seen, &given.content, &by).await?;
    let hash = |text: &str| crate::text::fingerprint(text);
    let detail = json!({
        "sha256": [hash(&seen.content), hash(&now.content)], "bytes": [seen.content.len(), now.content.len()],
        "sound": judged.is_sound(),
    });
    let note = desk.note("write", "scheme").on(&id, &now.path).with(detail);
    let version = now.version;
    let body = WholeBody::of(&desk, body_of(&desk, &now).await?, now.content, &judged);
    change.finish(note, Reply::of(StatusCode::OK, &body).versioned(version)).await
}
