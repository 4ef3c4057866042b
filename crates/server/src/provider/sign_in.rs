//! Coming back from the identity provider.

use super::{
    Proof,
    flow::{self, found, no_cookie},
    provider, vouched,
};
use crate::{
    desk::Desk,
    input::Json,
    problem::{Code, Stop},
    reply::{Answer, Reply},
    sessions::{
        Attempt, Factor, SignedIn, attempts_key, count_attempt, enter, failure, may_enter, refused,
        second_factor_passes,
    },
};
use axum::http::{HeaderMap, header};
use serde::Deserialize;
use serde_json::json;
use store::{
    attempts,
    audit::Outcome,
    identities::{self, Identity},
    provider_flows::{self, Flow},
    users,
};
use utoipa::ToSchema;

/// What the provider sent the browser back with.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ProviderReturn {
    /// `state` of the address.
    state: String,
    /// `code` of the address.
    code: String,
    /// A one-time code, or a recovery code, when the first answer asked for one: with the same `state` and `code`.
    one_time_code: Option<String>,
}

/// Signs in whom the identity provider vouches for; the answer sets the session cookie. Where the person has one-time
/// codes and the provider's own means are not named as enough, a code is asked for as well.
#[utoipa::path(post, path = "/api/v1/provider/sessions", operation_id = "sign_in_by_provider", tag = "sessions",
    request_body = ProviderReturn, responses((status = 201, body = SignedIn, description = "Signed in")),
    extensions(("x-permission" = json!("public")), ("x-rate" = json!("sign-in"))))]
pub(crate) async fn sign_in_by_provider(
    desk: Desk,
    headers: HeaderMap,
    Json(given): Json<ProviderReturn>,
) -> Answer {
    let (flow, identity, strong) = identified(&desk, &headers, &given).await?;
    let user = users::by_id(desk.database(), &identity.user_id).await?.ok_or(Code::ProviderRefused)?;
    if !may_enter(&desk.app, &user).await? {
        return refused(&desk, Some(&user), "state", Attempt::default()).await;
    }
    let code = given.one_time_code.as_deref();
    let attempt =
        if code.is_some() { count_attempt(&desk.app, &user.login).await? } else { Attempt::default() };
    let change = desk.begin().await?;
    if !strong {
        match second_factor_passes(&desk.app, change.work(), &user, code).await? {
            Factor::Good => {}
            Factor::Missing => {
                provider_flows::vouched(change.work(), &flow.state_hash, &identity.id).await?;
                let note = failure(&desk, Some(&user), "code-missing").and("by", json!("provider"));
                change.finish(note.ended(Outcome::Failed), Reply::empty()).await?;
                return Err(Code::SecondFactorRequired.into());
            }
            Factor::Wrong => {
                drop(change);
                return refused(&desk, Some(&user), "code", attempt).await;
            }
        }
    }
    if !provider_flows::end(change.work(), &flow.state_hash).await? {
        drop(change);
        return Err(flow::refused(&desk, "state").await?);
    }
    if code.is_some() {
        attempts::clear(change.work(), &attempts_key(&user.login)).await?;
    }
    identities::used(change.work(), &identity.id).await?;
    let reply = enter(&desk, change, &user, "provider").await?;
    Ok(reply.with(header::SET_COOKIE, &no_cookie()))
}

/// Who came back, and whether the provider's means are enough by themselves. The second call of a flow finds whom
/// the first one proved.
async fn identified(
    desk: &Desk,
    headers: &HeaderMap,
    given: &ProviderReturn,
) -> Result<(Flow, Identity, bool), Stop> {
    let provider = provider(desk)?;
    let flow = found(desk, &given.state, headers, None).await?;
    if let Some(id) = &flow.identity_id {
        let identity = identities::by_id(desk.database(), id).await?.ok_or(Code::ProviderRefused)?;
        return Ok((flow, identity, false));
    }
    let proof = Proof { state: &given.state, code: &given.code, headers };
    let (flow, vouched) = vouched(desk, provider, &proof, None).await?;
    let identity = identities::find(desk.database(), &provider.config.issuer, &vouched.subject).await?;
    let Some(identity) = identity else {
        let note = desk.note("sign-in", "session").ended(Outcome::Failed);
        desk.write_down(note.with(serde_json::json!({"by": "provider", "why": "not linked"}))).await?;
        return Err(Code::IdentityNotLinked.into());
    };
    Ok((flow, identity, provider.is_strong(&vouched.means)))
}
