//! Who may do what, decided once per request from the permission the route names.

use super::{Context, denial::Denial, rates::Bucket};
use crate::{
    app::App,
    caller::{self, Caller, Via},
    problem::{Code, Problem},
    router::{Access, Operation},
    text,
};
use axum::{
    body::{Body, to_bytes},
    extract::{Request, State},
    http::HeaderMap,
    middleware::Next,
    response::{IntoResponse, Response},
};
use sha2::{Digest, Sha256};
use std::sync::{Arc, PoisonError};

const LONGEST_KEY: usize = 128;

/// An idempotency key in use by this request.
pub(crate) struct Claim {
    app: App,
    pub(crate) user_id: String,
    pub(crate) key: String,
    /// Hash of the operation, its address and its body.
    pub(crate) fingerprint: String,
}

impl Drop for Claim {
    fn drop(&mut self) {
        let mut keys = self.app.keys.lock().unwrap_or_else(PoisonError::into_inner);
        keys.remove(&(self.user_id.clone(), self.key.clone()));
    }
}

pub(crate) async fn authorise(State(app): State<App>, request: Request, next: Next) -> Response {
    let Some(operation) = request.extensions().get::<Arc<Operation>>().cloned() else {
        return next.run(request).await;
    };
    let path = request.uri().path().to_owned();
    let request = match admitted(&app, &operation, request).await {
        Ok(request) => request,
        Err(problem) => return problem.into_response(),
    };
    let context = request.extensions().get::<Context>().cloned().unwrap_or_default();
    let caller = request.extensions().get::<Arc<Caller>>().cloned();
    let response = next.run(request).await;
    match (caller, response.extensions().get::<Problem>()) {
        (Some(caller), Some(problem)) if is_denial(problem.code()) => {
            let denial = Denial::of(&operation, &context, problem, &path).to(&caller.user);
            match denial.write_down(&app).await {
                Ok(()) => response,
                Err(error) => Problem::from(error).into_response(),
            }
        }
        _ => response,
    }
}

/// Whether a handler's answer is written down: whatever it refused to this person, and what the person looked for and
/// may not see. Whether the latter exists makes no difference, so neither the answer nor its time tells.
fn is_denial(code: Code) -> bool {
    code == Code::NotFound || code.row().status == 403
}

async fn admitted(app: &App, operation: &Operation, mut request: Request) -> Result<Request, Problem> {
    let context = request.extensions().get::<Context>().cloned().unwrap_or_default();
    let found = match operation.access {
        Access::Open => None,
        _ => caller::identify(app, request.headers(), &context).await?,
    };
    let Some(mut caller) = found else {
        return if matches!(operation.access, Access::Open | Access::Public) {
            Ok(request)
        } else {
            Err(Problem::new(Code::NotSignedIn))
        };
    };
    app.buckets.take(Bucket::Account(caller.user.id.clone()), app.config.account_rate, app.edge.now())?;
    if let Err(problem) = allow(app, operation, &mut caller).await {
        let denial = Denial::of(operation, &context, &problem, request.uri().path()).to(&caller.user);
        denial.write_down(app).await?;
        return Err(problem);
    }
    let user_id = caller.user.id.clone();
    request.extensions_mut().insert(Arc::new(caller));
    if operation.idempotent { claimed(app, operation, &user_id, request).await } else { Ok(request) }
}

/// Sets what the caller reaches, or says why not.
async fn allow(app: &App, operation: &Operation, caller: &mut Caller) -> Result<(), Problem> {
    let name = match &operation.access {
        Access::Open | Access::Public => return Ok(()),
        Access::Own => None,
        Access::Permission(name) => Some(name.as_str()),
    };
    if let Via::Token(token) = &caller.via
        && !caller::token_allows(&token.scopes, name.unwrap_or("me:change"))
        && operation.id != "read_me"
    {
        return Err(Problem::new(Code::TokenNotForThis));
    }
    let mut fresh = operation.fresh;
    if let Some(name) = name {
        if let Some(duty) = caller::duty(app, &caller.user).await? {
            return Err(Problem::new(duty));
        }
        let row = app.permissions.row(name).ok_or_else(|| Problem::new(Code::NotAllowed))?;
        caller.scope = caller::scope_under(caller, row)?;
        fresh |= row.fresh;
    }
    if fresh && !caller.is_fresh(app.edge.now()) {
        return Err(Problem::new(Code::StepUpRequired));
    }
    Ok(())
}

/// The request with its idempotency key taken.
async fn claimed(
    app: &App,
    operation: &Operation,
    user_id: &str,
    request: Request,
) -> Result<Request, Problem> {
    let most = operation.body_limit.unwrap_or(app.config.body_limit);
    let key = key(request.headers())?;
    let (mut parts, body) = request.into_parts();
    let bytes = to_bytes(body, most).await.map_err(|_| Problem::new(Code::BodyTooLarge))?;
    let mut digest = Sha256::new();
    for part in [parts.method.as_str().as_bytes(), parts.uri.to_string().as_bytes(), &bytes] {
        digest.update((part.len() as u64).to_be_bytes());
        digest.update(part);
    }
    let fingerprint = text::hex(&digest.finalize());
    let held = (user_id.to_owned(), key.clone());
    if !app.keys.lock().unwrap_or_else(PoisonError::into_inner).insert(held) {
        return Err(Problem::new(Code::RequestInFlight).after(1));
    }
    let claim = Claim { app: app.clone(), user_id: user_id.to_owned(), key, fingerprint };
    parts.extensions.insert(Arc::new(claim));
    Ok(Request::from_parts(parts, Body::from(bytes)))
}

fn key(headers: &HeaderMap) -> Result<String, Problem> {
    let key = headers.get("idempotency-key").and_then(|value| value.to_str().ok()).unwrap_or("").trim();
    if key.is_empty() || key.len() > LONGEST_KEY {
        return Err(Problem::new(Code::IdempotencyKeyMissing));
    }
    Ok(key.to_owned())
}
