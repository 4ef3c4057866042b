//! The zone's decision.

use super::{RegistrationBody, found};
use crate::{
    caller::beijing_day,
    desk::Desk,
    input::{Checks, Json},
    problem::Code,
    reply::{Answer, Reply},
    sessions::folded,
    users::{Invited, is_login, issue},
};
use axum::{extract::Path, http::StatusCode};
use serde::Deserialize;
use serde_json::json;
use store::{
    OrganisationKind, Role, Scope, enterprises,
    organisations::{self, NewOrganisation},
    registrations::{self, RegistrationState},
    users::{self, NewUser, Tongue},
};
use utoipa::ToSchema;

/// How to let the enterprise in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Confirmation {
    /// Another log-in name, when the one wished for is taken.
    login: Option<String>,
}

/// Lets the enterprise in: it becomes an organisation of the zone with one person, who gets a one-time link.
#[utoipa::path(post, path = "/api/v1/registrations/{id}/confirm", operation_id = "confirm_registration",
    tag = "registrations", params(("id" = String, Path, description = "The registration")), request_body = Confirmation,
    responses((status = 201, body = Invited, description = "The link")),
    extensions(("x-permission" = json!("registration:decide")), ("x-idempotency-key" = json!("required"))))]
pub(crate) async fn confirm(desk: Desk, Path(id): Path<String>, Json(given): Json<Confirmation>) -> Answer {
    let change = desk.begin().await?;
    let seen = found(&desk, &id).await?;
    let login = given.login.as_deref().map_or_else(|| seen.login.clone(), folded);
    let mut checks = Checks::default();
    checks.that(
        is_login(&login),
        "/login",
        "应为 2 至 64 位字母、数字或 . - _ @",
        "must be 2 to 64 letters, digits or . - _ @",
    );
    checks.done()?;
    let by = &desk.caller()?.user.id;
    if !registrations::decide(change.work(), &seen, RegistrationState::Confirmed, None, by).await? {
        return Err(Code::WrongState.into());
    }
    let zone = organisations::within(change.work(), &Scope::Everything, &seen.zone_id).await?;
    let Some(zone) = zone else { return Err(Code::NotFound.into()) };
    let (organisation_id, user_id) = (desk.app.edge.id(), desk.app.edge.id());
    let new = NewOrganisation {
        id: &organisation_id,
        kind: OrganisationKind::Enterprise,
        parent: Some(&zone),
        name: &seen.name,
        credit_code: Some(&seen.credit_code),
        opens_on: beijing_day(desk.now()),
    };
    let organisation = organisations::add(change.work(), &new).await?;
    enterprises::link(change.work(), &organisation).await?;
    let roles = [Role::EnterpriseUser];
    let language = Tongue::Chinese;
    let new = NewUser {
        id: &user_id,
        organisation: &organisation,
        login: &login,
        name: &seen.contact,
        language,
        roles: &roles,
    };
    let user = users::add(change.work(), &new).await?;
    let (link, link_expires_at) = issue(&desk, change.work(), &user_id).await?;
    let detail =
        json!({"credit_code": seen.credit_code, "organisation_id": organisation_id, "user_id": user_id});
    let note = desk.note("confirm", "registration").on(&id, &seen.path).with(detail);
    let body = Invited::new(user, link, link_expires_at);
    change.finish(note, Reply::of(StatusCode::CREATED, &body).once(&["link"])).await
}

/// Why not.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Refusal {
    /// The reason, for the enterprise to read.
    reason: String,
}

/// Does not let the enterprise in.
#[utoipa::path(post, path = "/api/v1/registrations/{id}/refuse", operation_id = "refuse_registration",
    tag = "registrations", params(("id" = String, Path, description = "The registration")), request_body = Refusal,
    responses((status = 200, body = RegistrationBody, description = "Refused")),
    extensions(("x-permission" = json!("registration:decide"))))]
pub(crate) async fn refuse(desk: Desk, Path(id): Path<String>, Json(given): Json<Refusal>) -> Answer {
    let mut checks = Checks::default();
    checks.name(&given.reason, "/reason");
    let change = desk.begin().await?;
    let seen = found(&desk, &id).await?;
    checks.done()?;
    let by = &desk.caller()?.user.id;
    let reason = given.reason.trim();
    if !registrations::decide(change.work(), &seen, RegistrationState::Refused, Some(reason), by).await? {
        return Err(Code::WrongState.into());
    }
    let now = registrations::within(change.work(), &Scope::Everything, &id).await?.unwrap_or(seen);
    let note = desk.note("refuse", "registration").on(&id, &now.path).with(json!({ "reason": reason }));
    let version = now.version;
    change.finish(note, Reply::ok(&RegistrationBody::from(now)).versioned(version)).await
}
