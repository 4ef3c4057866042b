//! Signing in: name and password, and a one-time code where one is set up.

use super::{Attempt, attempts_key, cookie, count_attempt, folded, write_failure};
use crate::{
    app::App,
    caller::{self, beijing_day},
    desk::{Change, Desk, Note},
    input::Json,
    one_time,
    problem::{Code, Stop},
    reply::{Answer, Reply},
    text,
    users::is_dormant,
};
use axum::http::{StatusCode, header};
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::{
    Scope, Work, attempts, organisations, second_factor,
    sessions::{self, NewSession},
    users::{self, User, UserState},
};
use utoipa::ToSchema;

/// Who wants to sign in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SignIn {
    /// The log-in name; capitals do not matter.
    login: String,
    /// The password.
    password: String,
    /// A one-time code, or a recovery code.
    code: Option<String>,
}

/// A session that began.
#[derive(Serialize, ToSchema)]
pub(crate) struct SignedIn {
    /// The session's id.
    id: String,
    /// The person's id.
    user_id: String,
    /// Ends then at the latest.
    expires_at: String,
    /// The code of what has to be done first, e.g. `password-expired`.
    duty: Option<&'static str>,
}

/// Signs in; the answer sets the session cookie.
#[utoipa::path(post, path = "/api/v1/sessions", operation_id = "sign_in", tag = "sessions",
    request_body = SignIn, responses((status = 201, body = SignedIn, description = "Signed in")),
    extensions(("x-permission" = json!("public")), ("x-rate" = json!("sign-in"))))]
pub(crate) async fn sign_in(desk: Desk, Json(given): Json<SignIn>) -> Answer {
    let app = desk.app.clone();
    let attempt = count_attempt(&app, &given.login).await?;
    let user = users::by_login(desk.database(), &folded(&given.login)).await?;
    let stored = user.as_ref().and_then(|user| user.password_hash.as_deref());
    let verified = app.hasher.verify(&given.password, stored).await?;
    let Some(user) = user else { return refused(&desk, None, "login", attempt).await };
    if !verified.good {
        return refused(&desk, Some(&user), "password", attempt).await;
    }
    if !may_enter(&app, &user).await? {
        return refused(&desk, Some(&user), "state", attempt).await;
    }
    let outdated =
        if verified.outdated { Some(app.hasher.hash(&app.edge, &given.password).await?) } else { None };
    let change = desk.begin().await?;
    match second_factor_passes(&app, change.work(), &user, given.code.as_deref()).await? {
        Factor::Good => {}
        Factor::Missing => {
            drop(change);
            // The password was right: somebody has it, whether or not a code follows.
            write_failure(&desk, failure(&desk, Some(&user), "code-missing"), attempt).await?;
            return Err(Code::SecondFactorRequired.into());
        }
        Factor::Wrong => {
            drop(change);
            return refused(&desk, Some(&user), "code", attempt).await;
        }
    }
    attempts::clear(change.work(), &attempts_key(&given.login)).await?;
    if let Some(hash) = outdated {
        users::rehash(change.work(), &user.id, &hash).await?;
    }
    enter(&desk, change, &user, "password").await
}

/// Whether the person may sign in now, however they prove to be themselves.
pub(crate) async fn may_enter(app: &App, user: &User) -> Result<bool, Stop> {
    let organisation =
        organisations::within(&app.database, &Scope::Everything, &user.organisation_id).await?;
    let open = organisation.is_some_and(|organisation| organisation.is_open_on(beijing_day(app.edge.now())));
    Ok(open && user.state == UserState::Active && !is_dormant(app, user))
}

/// Writes the failure down; the answer is the same for every reason. A name nobody has is not written: it may be a
/// password in the wrong field.
pub(crate) async fn refused(desk: &Desk, user: Option<&User>, why: &str, attempt: Attempt) -> Answer {
    desk.app.metrics.sign_in_refused();
    write_failure(desk, failure(desk, user, why), attempt).await?;
    Err(Code::SignInRefused.into())
}

/// What is written of a sign-in that did not succeed.
pub(crate) fn failure(desk: &Desk, user: Option<&User>, why: &str) -> Note {
    let note = desk.note("sign-in", "session").with(json!({ "why": why }));
    match user {
        Some(user) => note.by(&user.id, &user.name).on(&user.id, &user.path),
        None => note,
    }
}

/// What came of the second factor.
pub(crate) enum Factor {
    Good,
    Missing,
    Wrong,
}

/// Uses the code up, when the person has a second factor.
pub(crate) async fn second_factor_passes(
    app: &App,
    work: &Work,
    user: &User,
    code: Option<&str>,
) -> Result<Factor, Stop> {
    let factor = second_factor::of_user(work, &user.id).await?;
    let Some(factor) = factor.filter(|factor| factor.confirmed) else { return Ok(Factor::Good) };
    let Some(code) = code.map(str::trim).filter(|code| !code.is_empty()) else { return Ok(Factor::Missing) };
    let secret = app.master_key.secret(&user.id, &factor.secret);
    let used = match one_time::matching_step(&secret, code, work.now()) {
        Some(step) => second_factor::use_step(work, &user.id, step).await?,
        None => {
            second_factor::use_recovery_code(
                work,
                &user.id,
                &app.master_key.recovery_fingerprint(&user.id, code),
            )
            .await?
        }
    };
    Ok(if used { Factor::Good } else { Factor::Wrong })
}

/// Starts the session under a new token; one that came with the request ends. `by` says how the person proved to be
/// themselves.
pub(crate) async fn enter(desk: &Desk, change: Change<'_>, user: &User, by: &str) -> Answer {
    let app = &desk.app;
    let (id, token) = (app.edge.id(), app.edge.secret("jfs_"));
    let expires_at = desk.now() + app.config.session_length;
    let new = NewSession {
        id: &id,
        user_id: &user.id,
        token_hash: &text::fingerprint(&token),
        address: &desk.context.address.to_string(),
        agent: &desk.context.agent,
        expires_at,
    };
    if let Ok(former) = desk.caller()
        && let Some(session) = former.session()
    {
        sessions::end(change.work(), &former.user.id, &session.id).await?;
    }
    sessions::start(change.work(), &new).await?;
    users::signed_in(change.work(), &user.id).await?;
    let duty = caller::duty(app, user).await?.map(|code| code.row().code);
    let body =
        SignedIn { id: id.clone(), user_id: user.id.clone(), expires_at: expires_at.to_string(), duty };
    let reply = Reply::of(StatusCode::CREATED, &body).with(header::SET_COOKIE, &cookie(&token, app));
    let note = desk.note("sign-in", "session").by(&user.id, &user.name).on(&id, &user.path);
    change.finish(note.with(json!({ "by": by })), reply).await
}
