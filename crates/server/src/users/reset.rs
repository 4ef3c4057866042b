//! A one-time link for somebody who lost their password or their telephone. Nobody learns a password.

use super::{Invited, found_other, invite::issue};
use crate::{
    desk::Desk,
    input::Json,
    problem::Code,
    reply::{Answer, Reply},
    sessions::attempts_key,
};
use axum::{extract::Path, http::StatusCode};
use serde::Deserialize;
use serde_json::json;
use store::{attempts, second_factor, sessions, users::UserState};
use utoipa::ToSchema;

/// What to reset.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ResetUser {
    /// Take the one-time codes away as well: the telephone is lost.
    second_factor: bool,
}

/// Makes a one-time link to choose a new password; open sessions end and the wait after failures is over.
#[utoipa::path(post, path = "/api/v1/users/{id}/reset", operation_id = "reset_user", tag = "users",
    params(("id" = String, Path, description = "The person")), request_body = ResetUser,
    responses((status = 201, body = Invited, description = "The link")),
    extensions(("x-permission" = json!("user:reset")), ("x-idempotency-key" = json!("required"))))]
pub(crate) async fn reset(desk: Desk, Path(id): Path<String>, Json(given): Json<ResetUser>) -> Answer {
    let user = found_other(&desk, &id).await?;
    if user.state == UserState::Disabled {
        return Err(Code::WrongState.into());
    }
    let change = desk.begin().await?;
    let (link, link_expires_at) = issue(&desk, change.work(), &id).await?;
    sessions::end_all(change.work(), &id, None).await?;
    attempts::clear(change.work(), &attempts_key(&user.login)).await?;
    if given.second_factor {
        second_factor::remove(change.work(), &id).await?;
    }
    let detail = json!({"second_factor_removed": given.second_factor});
    let note = desk.note("reset", "user").on(&id, &user.path).with(detail);
    let body = Invited::new(user, link, link_expires_at);
    change.finish(note, Reply::of(StatusCode::CREATED, &body).once(&["link"])).await
}
