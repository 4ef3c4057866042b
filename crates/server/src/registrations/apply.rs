//! Asking to be let in, without being signed in.

use crate::{
    caller::beijing_day,
    desk::Desk,
    input::{Checks, Json},
    organisations::credit_code,
    reply::{Answer, Reply},
    sessions::folded,
    users::is_login,
};
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::{
    OrganisationKind, PageRequest, Scope,
    organisations::{self, Filter, Sort},
    registrations::{self, NewRegistration},
};
use utoipa::ToSchema;

/// A zone that may be asked.
#[derive(Serialize, ToSchema)]
pub(crate) struct ZoneName {
    /// Its id.
    id: String,
    /// Its name.
    name: String,
}

/// The open zones, by name.
#[utoipa::path(get, path = "/api/v1/zones", operation_id = "list_zones", tag = "registrations",
    responses((status = 200, body = Vec<ZoneName>, description = "The zones")),
    extensions(("x-permission" = json!("public"))))]
pub(crate) async fn zones(desk: Desk) -> Answer {
    let filter = Filter { kind: Some(OrganisationKind::Zone), ..Filter::default() };
    // There are fewer than three hundred such zones in the country.
    let request = PageRequest { limit: 1_000, after: None, descending: false };
    let page =
        organisations::list(desk.database(), &Scope::Everything, &filter, Sort::Name, &request).await?;
    let today = beijing_day(desk.now());
    let open = page.items.into_iter().filter(|zone| zone.is_open_on(today));
    Ok(Reply::ok(&open.map(|zone| ZoneName { id: zone.id, name: zone.name }).collect::<Vec<_>>()))
}

/// What an enterprise says of itself.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Application {
    /// The zone it belongs to.
    zone_id: String,
    /// Its legal name.
    name: String,
    /// Its 统一社会信用代码.
    credit_code: String,
    /// The log-in name wished for.
    login: String,
    /// The person to ask: name and telephone.
    contact: String,
}

/// A registration that arrived.
#[derive(Serialize, ToSchema)]
pub(crate) struct Applied {
    /// Its number, to refer to.
    id: String,
}

/// Asks the zone to let an enterprise in. The answer is the same whether it is known already.
#[utoipa::path(post, path = "/api/v1/registrations", operation_id = "register_enterprise", tag = "registrations",
    request_body = Application, responses((status = 202, body = Applied, description = "The zone will decide")),
    extensions(("x-permission" = json!("public")), ("x-rate" = json!("sign-in"))))]
pub(crate) async fn apply(desk: Desk, Json(given): Json<Application>) -> Answer {
    let change = desk.begin().await?;
    let zone = organisations::within(change.work(), &Scope::Everything, &given.zone_id).await?;
    let today = beijing_day(desk.now());
    let zone = zone.filter(|zone| zone.kind == OrganisationKind::Zone && zone.is_open_on(today));
    let login = folded(&given.login);
    let mut checks = Checks::default();
    checks.name(&given.name, "/name");
    checks.name(&given.contact, "/contact");
    checks.that(zone.is_some(), "/zone_id", "没有这个高新区", "there is no such zone");
    let code = credit_code(&given.credit_code, "/credit_code").unwrap_or_else(|wrong| {
        checks.also(wrong);
        String::new()
    });
    checks.that(
        is_login(&login),
        "/login",
        "应为 2 至 64 位字母、数字或 . - _ @",
        "must be 2 to 64 letters, digits or . - _ @",
    );
    checks.done()?;
    let Some(zone) = zone else { return Err(crate::problem::Code::NotFound.into()) };
    let id = desk.app.edge.id();
    let new = NewRegistration {
        id: &id,
        zone: &zone,
        name: given.name.trim(),
        credit_code: &code,
        login: &login,
        contact: given.contact.trim(),
    };
    registrations::add(change.work(), &new).await?;
    let note = desk.note("apply", "registration").on(&id, &zone.path).with(json!({ "credit_code": code }));
    change.finish(note, Reply::of(StatusCode::ACCEPTED, &Applied { id: id.clone() })).await
}
