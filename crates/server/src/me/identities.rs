//! The own identities at the identity provider.

use crate::{
    desk::Desk,
    input::Json,
    problem::Code,
    provider::{self, Proof, ProviderAddress},
    reply::{Answer, Reply},
};
use axum::{
    extract::Path,
    http::{HeaderMap, header},
};
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::{
    Housekeeping,
    identities::{self, Identity, NewIdentity},
    provider_flows,
};
use utoipa::ToSchema;

/// An identity of mine at a provider.
#[derive(Serialize, ToSchema)]
pub(crate) struct MyIdentity {
    /// Its id.
    id: String,
    /// The provider.
    issuer: String,
    /// What I am called there.
    name: String,
    /// Linked then.
    created_at: String,
    /// Signed in by it last.
    used_at: Option<String>,
}

impl From<Identity> for MyIdentity {
    fn from(identity: Identity) -> Self {
        Self {
            id: identity.id,
            issuer: identity.issuer,
            name: identity.name,
            created_at: identity.created_at.to_string(),
            used_at: identity.used_at.map(|at| at.to_string()),
        }
    }
}

/// The identities that I may sign in by.
#[utoipa::path(get, path = "/api/v1/me/identities", operation_id = "list_my_identities", tag = "me",
    responses((status = 200, body = Vec<MyIdentity>, description = "The identities")),
    extensions(("x-permission" = json!("own"))))]
pub(crate) async fn list_identities(desk: Desk) -> Answer {
    let all = identities::of_user(desk.database(), &desk.caller()?.user.id).await?;
    Ok(Reply::ok(&all.into_iter().map(MyIdentity::from).collect::<Vec<_>>()))
}

/// Begins to link an identity: the browser goes to the provider and comes back.
#[utoipa::path(post, path = "/api/v1/me/identities", operation_id = "begin_identity", tag = "me",
    responses((status = 200, body = ProviderAddress, description = "Where to go on")),
    extensions(("x-permission" = json!("own")), ("x-fresh" = json!(true))))]
pub(crate) async fn begin_identity(desk: Desk) -> Answer {
    let provider = provider::provider(&desk)?;
    let user = &desk.caller()?.user;
    let change = desk.begin().await?;
    let begun = provider::begun(&desk, &change, provider, Some(&user.id)).await?;
    change.finish_housekeeping(Housekeeping::AttemptCounted).await?;
    Ok(Reply::ok(&ProviderAddress { address: begun.address }).with(header::SET_COOKIE, &begun.cookie))
}

/// What the provider sent the browser back with.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct IdentityReturn {
    /// `state` of the address.
    state: String,
    /// `code` of the address.
    code: String,
}

/// Links the identity that the provider vouches for: from now on one may sign in by it.
#[utoipa::path(post, path = "/api/v1/me/identities/confirm", operation_id = "confirm_identity", tag = "me",
    request_body = IdentityReturn, responses((status = 201, body = MyIdentity, description = "Linked")),
    extensions(("x-permission" = json!("own")), ("x-fresh" = json!(true)), ("x-rate" = json!("sign-in"))))]
pub(crate) async fn confirm_identity(
    desk: Desk,
    headers: HeaderMap,
    Json(given): Json<IdentityReturn>,
) -> Answer {
    let provider = provider::provider(&desk)?;
    let user = &desk.caller()?.user;
    let proof = Proof { state: &given.state, code: &given.code, headers: &headers };
    let (flow, vouched) = provider::vouched(&desk, provider, &proof, Some(&user.id)).await?;
    let change = desk.begin().await?;
    let id = desk.app.edge.id();
    let (issuer, subject) = (provider.config.issuer.as_str(), vouched.subject.as_str());
    let new = NewIdentity { id: &id, user_id: &user.id, issuer, subject, name: &vouched.name };
    let identity = identities::add(change.work(), &new).await?;
    provider_flows::end(change.work(), &flow.state_hash).await?;
    let note = desk.note("link", "identity").on(&id, &user.path);
    let note = note.with(json!({"issuer": issuer, "subject": subject, "name": vouched.name}));
    let reply = Reply::created(&MyIdentity::from(identity), &format!("/api/v1/me/identities/{id}"));
    change.finish(note, reply).await
}

/// Unlinks an identity: nobody signs in by it any more.
#[utoipa::path(delete, path = "/api/v1/me/identities/{id}", operation_id = "remove_identity", tag = "me",
    params(("id" = String, Path, description = "The identity")),
    responses((status = 204, description = "Unlinked")),
    extensions(("x-permission" = json!("own")), ("x-fresh" = json!(true))))]
pub(crate) async fn remove_identity(desk: Desk, Path(id): Path<String>) -> Answer {
    let user = &desk.caller()?.user;
    let change = desk.begin().await?;
    if !identities::remove(change.work(), &user.id, &id).await? {
        return Err(Code::NotFound.into());
    }
    change.finish(desk.note("unlink", "identity").on(&id, &user.path), Reply::empty()).await
}
