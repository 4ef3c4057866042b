//! Whether an enterprise lets its name stand on public lists. Saying nothing is no.

use crate::{
    desk::Desk,
    etag,
    input::Json,
    problem::{Code, Stop},
    reply::{Answer, Reply},
};
use axum::extract::Path;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::{
    enterprises::{self, Enterprise},
    portal::{self, Consent},
};
use utoipa::ToSchema;

/// What an enterprise says about its name on public lists.
#[derive(Serialize, ToSchema)]
#[schema(as = ListingConsent)]
pub(crate) struct ConsentBody {
    /// Whether it may stand there.
    allowed: bool,
    /// When the enterprise said so; absent when it has said nothing.
    changed_at: Option<String>,
}

fn body(consent: Option<&Consent>) -> (ConsentBody, i64) {
    let body = ConsentBody {
        allowed: consent.is_some_and(|one| one.allowed),
        changed_at: consent.map(|one| one.changed_at.to_string()),
    };
    (body, consent.map_or(0, |one| one.version))
}

async fn found(desk: &Desk, id: &str) -> Result<Enterprise, Stop> {
    enterprises::within(desk.database(), desk.scope(), id).await?.ok_or_else(|| Code::NotFound.into())
}

/// What an enterprise says about its name on public lists.
#[utoipa::path(get, path = "/api/v1/enterprises/{id}/listing", operation_id = "read_listing", tag = "portal",
    params(("id" = String, Path, description = "The enterprise")),
    responses((status = 200, body = ConsentBody, description = "What it says")),
    extensions(("x-permission" = json!("listing:read"))))]
pub(crate) async fn read_listing(desk: Desk, Path(id): Path<String>) -> Answer {
    let enterprise = found(&desk, &id).await?;
    let consent = portal::consent(desk.database(), &enterprise.id).await?;
    let (body, version) = body(consent.as_ref());
    Ok(Reply::ok(&body).versioned(version))
}

/// Whether its name may stand there.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AllowListing {
    /// Yes or no; either can be changed at any time.
    allowed: bool,
}

/// Lets the name of one's own enterprise stand on public lists, or not any more; at once.
#[utoipa::path(put, path = "/api/v1/enterprises/{id}/listing", operation_id = "allow_listing", tag = "portal",
    params(("id" = String, Path, description = "The enterprise")), request_body = AllowListing,
    responses((status = 200, body = ConsentBody, description = "Written down")),
    extensions(("x-permission" = json!("listing:allow")), ("x-if-match" = json!("required"))))]
pub(crate) async fn allow_listing(
    desk: Desk,
    Path(id): Path<String>,
    Json(given): Json<AllowListing>,
) -> Answer {
    let enterprise = found(&desk, &id).await?;
    let seen = portal::consent(desk.database(), &enterprise.id).await?;
    let version = seen.as_ref().map_or(0, |one| one.version);
    etag::require(&desk, version)?;
    let change = desk.begin().await?;
    let by = desk.caller()?.user.id.clone();
    let now =
        portal::say(change.work(), (&enterprise.id, &enterprise.path), (given.allowed, &by), version).await?;
    let detail = json!({"allowed": [seen.map(|one| one.allowed), now.allowed]});
    let note = desk.note("allow", "listing").on(&enterprise.id, &enterprise.path).with(detail);
    let (body, version) = body(Some(&now));
    change.finish(note, Reply::ok(&body).versioned(version)).await
}
