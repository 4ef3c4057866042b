//! Setting up one-time codes.

use crate::{
    desk::Desk,
    input::Json,
    one_time,
    problem::{Code, Field, Problem},
    reply::{Answer, Reply},
    text,
};
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use store::second_factor;
use utoipa::ToSchema;

/// A secret to put into an authenticator program. Shown once.
#[derive(Serialize, ToSchema)]
pub(crate) struct NewSecret {
    /// The secret in base 32, for typing.
    secret: String,
    /// The same as an `otpauth` address, for a picture.
    address: String,
}

/// Starts over with a new secret; it asks for nothing until it is confirmed.
#[utoipa::path(post, path = "/api/v1/me/second-factor", operation_id = "begin_second_factor", tag = "me",
    responses((status = 201, body = NewSecret, description = "The secret")),
    extensions(("x-permission" = json!("own")), ("x-fresh" = json!(true))))]
pub(crate) async fn begin_second_factor(desk: Desk) -> Answer {
    let user = &desk.caller()?.user;
    let nonce = text::hex(&desk.app.edge.bytes::<16>());
    let secret = desk.app.master_key.secret(&user.id, &nonce);
    let change = desk.begin().await?;
    second_factor::begin(change.work(), &user.id, &nonce).await?;
    let body = NewSecret { secret: text::base32(&secret), address: one_time::address(&secret, &user.login) };
    let note = desk.note("begin", "second-factor").on(&user.id, &user.path);
    change.finish(note, Reply::of(StatusCode::CREATED, &body)).await
}

/// A code that shows that the secret has arrived.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct FirstCode {
    /// Six digits.
    code: String,
}

/// Codes for the day the telephone is lost. Shown once.
#[derive(Serialize, ToSchema)]
pub(crate) struct RecoveryCodes {
    /// Each works once.
    recovery_codes: Vec<String>,
}

/// Confirms the secret with its first code; from now on signing in asks for one.
#[utoipa::path(post, path = "/api/v1/me/second-factor/confirm", operation_id = "confirm_second_factor", tag = "me",
    request_body = FirstCode, responses((status = 200, body = RecoveryCodes, description = "Confirmed")),
    extensions(("x-permission" = json!("own")), ("x-rate" = json!("sign-in")), ("x-fresh" = json!(true))))]
pub(crate) async fn confirm_second_factor(desk: Desk, Json(given): Json<FirstCode>) -> Answer {
    let user = &desk.caller()?.user;
    let change = desk.begin().await?;
    let factor = second_factor::of_user(change.work(), &user.id).await?;
    let Some(factor) = factor.filter(|factor| !factor.confirmed) else { return Err(Code::WrongState.into()) };
    let secret = desk.app.master_key.secret(&user.id, &factor.secret);
    let step = one_time::matching_step(&secret, given.code.trim(), desk.now());
    let used = match step {
        Some(step) => second_factor::use_step(change.work(), &user.id, step).await?,
        None => false,
    };
    if !used {
        let wrong =
            Field::new("/code", "动态码不正确，请核对手机时间", "is not right; check the telephone's clock");
        return Err(Problem::new(Code::NotAccepted).at(vec![wrong]).into());
    }
    let recovery_codes = one_time::recovery_codes(&desk.app.edge);
    let hashes: Vec<String> =
        recovery_codes.iter().map(|code| desk.app.master_key.recovery_fingerprint(&user.id, code)).collect();
    second_factor::confirm(change.work(), &user.id, &hashes).await?;
    let note = desk.note("confirm", "second-factor").on(&user.id, &user.path);
    change.finish(note, Reply::ok(&RecoveryCodes { recovery_codes })).await
}

/// Takes the own one-time codes away.
#[utoipa::path(delete, path = "/api/v1/me/second-factor", operation_id = "remove_second_factor", tag = "me",
    responses((status = 204, description = "Removed")),
    extensions(("x-permission" = json!("own")), ("x-fresh" = json!(true))))]
pub(crate) async fn remove_second_factor(desk: Desk) -> Answer {
    let user = &desk.caller()?.user;
    let change = desk.begin().await?;
    second_factor::remove(change.work(), &user.id).await?;
    change.finish(desk.note("remove", "second-factor").on(&user.id, &user.path), Reply::empty()).await
}
