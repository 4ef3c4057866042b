//! Opening an organisation.

use super::{Body, credit_code};
use crate::{
    caller::beijing_day,
    desk::Desk,
    input::{Checks, Json},
    reply::{Answer, Reply},
    wire::KindWord,
};
use jiff::civil::Date;
use serde::Deserialize;
use serde_json::json;
use store::{
    OrganisationKind, enterprises,
    organisations::{self, NewOrganisation},
};
use utoipa::ToSchema;

/// An organisation to open.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct OpenOrganisation {
    /// What it is; a centre is made when the platform is set up.
    kind: KindWord,
    /// The one above.
    parent_id: String,
    /// Its legal name.
    name: String,
    /// 统一社会信用代码; an enterprise and a bank need one.
    credit_code: Option<String>,
    /// Open from this day (`2026-11-23`); today when left out.
    opens_on: Option<String>,
}

/// Opens an organisation below one that the caller reaches.
#[utoipa::path(post, path = "/api/v1/organisations", operation_id = "open_organisation", tag = "organisations",
    request_body = OpenOrganisation, responses((status = 201, body = Body, description = "Opened")),
    extensions(("x-permission" = json!("organisation:open")), ("x-idempotency-key" = json!("required"))))]
pub(crate) async fn open(desk: Desk, Json(given): Json<OpenOrganisation>) -> Answer {
    let kind = OrganisationKind::from(given.kind);
    let change = desk.begin().await?;
    let parent = organisations::within(change.work(), desk.scope(), &given.parent_id).await?;
    let opens_on = given.opens_on.as_deref().map_or_else(|| Ok(beijing_day(desk.now())), str::parse::<Date>);
    let mut checks = Checks::default();
    checks.name(&given.name, "/name");
    checks.that(parent.is_some(), "/parent_id", "没有这个单位", "there is no such organisation");
    let fits = parent.as_ref().is_none_or(|parent| kind.may_stand_under(Some(parent.kind)));
    let ends = parent.as_ref().and_then(|parent| parent.closes_on);
    let in_time = opens_on.as_ref().map_or(true, |opens| ends.is_none_or(|ends| *opens < ends));
    checks.that(in_time, "/opens_on", "届时上级单位已停用", "the organisation above is closed by then");
    checks.that(fits, "/kind", "此类单位不能设在该上级之下", "may not stand under that organisation");
    let needs_code = matches!(kind, OrganisationKind::Enterprise | OrganisationKind::Bank);
    checks.that(
        !needs_code || given.credit_code.is_some(),
        "/credit_code",
        "须填写统一社会信用代码",
        "is needed",
    );
    let code = given.credit_code.as_deref().map(|text| credit_code(text, "/credit_code")).transpose();
    let code = code.unwrap_or_else(|wrong| {
        checks.also(wrong);
        None
    });
    checks.that(opens_on.is_ok(), "/opens_on", "应为日期，如 2026-11-23", "must be a day, e.g. 2026-11-23");
    checks.done()?;
    let id = desk.app.edge.id();
    let new = NewOrganisation {
        id: &id,
        kind,
        parent: parent.as_ref(),
        name: given.name.trim(),
        credit_code: code.as_deref(),
        opens_on: opens_on.unwrap_or(Date::MIN),
    };
    let opened = organisations::add(change.work(), &new).await?;
    if kind == OrganisationKind::Enterprise {
        enterprises::link(change.work(), &opened).await?;
    }
    let detail =
        json!({"kind": kind.word(), "name": [null, opened.name], "credit_code": [null, opened.credit_code]});
    let note = desk.note("open", "organisation").on(&id, &opened.path).with(detail);
    let version = opened.version;
    let reply =
        Reply::created(&Body::from(opened), &format!("/api/v1/organisations/{id}")).versioned(version);
    change.finish(note, reply).await
}
