//! Letting a person in or not.

use super::{Body, found_other};
use crate::{
    desk::Desk,
    etag,
    problem::Code,
    reply::{Answer, Reply},
};
use axum::extract::Path;
use serde_json::json;
use store::{
    invitations, sessions, tokens,
    users::{self, Change, UserState},
};

/// Shuts a person out: all their sessions, tokens and links end at once.
#[utoipa::path(post, path = "/api/v1/users/{id}/disable", operation_id = "disable_user", tag = "users",
    params(("id" = String, Path, description = "The person")),
    responses((status = 200, body = Body, description = "Disabled")),
    extensions(("x-permission" = json!("user:change")), ("x-if-match" = json!("required"))))]
pub(crate) async fn disable(desk: Desk, Path(id): Path<String>) -> Answer {
    set(desk, id, UserState::Disabled, "disable").await
}

/// Lets a person in again who was shut out.
#[utoipa::path(post, path = "/api/v1/users/{id}/enable", operation_id = "enable_user", tag = "users",
    params(("id" = String, Path, description = "The person")),
    responses((status = 200, body = Body, description = "Enabled")),
    extensions(("x-permission" = json!("user:change")), ("x-if-match" = json!("required"))))]
pub(crate) async fn enable(desk: Desk, Path(id): Path<String>) -> Answer {
    set(desk, id, UserState::Active, "enable").await
}

async fn set(desk: Desk, id: String, state: UserState, action: &str) -> Answer {
    let seen = found_other(&desk, &id).await?;
    etag::require(&desk, seen.version)?;
    // Somebody without a password has nothing to come back to but an invitation.
    let to =
        if state == UserState::Active && seen.password_hash.is_none() { UserState::Invited } else { state };
    let already = (seen.state == UserState::Disabled) == (state == UserState::Disabled);
    if already {
        return Err(Code::WrongState.into());
    }
    let change = desk.begin().await?;
    let wish = Change { state: Some(to), ..Change::default() };
    let now = users::change(change.work(), &seen, &wish).await?;
    let mut ended = 0;
    if to == UserState::Disabled {
        ended = sessions::end_all(change.work(), &id, None).await?;
        tokens::revoke(change.work(), &id, None).await?;
        invitations::revoke_all(change.work(), &id).await?;
    }
    let detail = json!({"state": [seen.state.word(), now.state.word()], "sessions_ended": ended});
    let version = now.version;
    let note = desk.note(action, "user").on(&id, &now.path).with(detail);
    change.finish(note, Reply::ok(&Body::from(now)).versioned(version)).await
}

/// Ends all sessions of a person.
#[utoipa::path(post, path = "/api/v1/users/{id}/sign-out", operation_id = "sign_out_user", tag = "users",
    params(("id" = String, Path, description = "The person")),
    responses((status = 204, description = "Signed out")),
    extensions(("x-permission" = json!("user:change"))))]
pub(crate) async fn sign_out(desk: Desk, Path(id): Path<String>) -> Answer {
    let user = found_other(&desk, &id).await?;
    let change = desk.begin().await?;
    let ended = sessions::end_all(change.work(), &id, None).await?;
    let note = desk.note("sign-out", "user").on(&id, &user.path).with(json!({"sessions_ended": ended}));
    change.finish(note, Reply::empty()).await
}
