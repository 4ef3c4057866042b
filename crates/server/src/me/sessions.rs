//! The own sessions.

use crate::{
    desk::Desk,
    problem::Code,
    reply::{Answer, Reply},
};
use axum::extract::Path;
use serde::Serialize;
use store::sessions;
use utoipa::ToSchema;

/// One session of mine.
#[derive(Serialize, ToSchema)]
pub(crate) struct MySession {
    /// Its id.
    id: String,
    /// Whether it is the one asking.
    current: bool,
    /// From which network address it began.
    address: String,
    /// With which program.
    agent: String,
    /// Since when.
    created_at: String,
    /// Seen last, to the minute.
    seen_at: String,
    /// Ends then at the latest.
    expires_at: String,
}

/// The own open sessions, newest first.
#[utoipa::path(get, path = "/api/v1/me/sessions", operation_id = "list_my_sessions", tag = "me",
    responses((status = 200, body = Vec<MySession>, description = "The sessions")),
    extensions(("x-permission" = json!("own"))))]
pub(crate) async fn list_sessions(desk: Desk) -> Answer {
    let caller = desk.caller()?;
    let current = caller.session().map(|session| session.id.as_str());
    let all = sessions::of_user(desk.database(), &caller.user.id, desk.now()).await?;
    let mine: Vec<MySession> = all
        .into_iter()
        .map(|session| MySession {
            current: current == Some(&session.id),
            id: session.id,
            address: session.address,
            agent: session.agent,
            created_at: session.created_at.to_string(),
            seen_at: session.seen_at.to_string(),
            expires_at: session.expires_at.to_string(),
        })
        .collect();
    Ok(Reply::ok(&mine))
}

/// Ends one of the own sessions.
#[utoipa::path(delete, path = "/api/v1/me/sessions/{id}", operation_id = "end_my_session", tag = "me",
    params(("id" = String, Path, description = "The session")),
    responses((status = 204, description = "Ended")),
    extensions(("x-permission" = json!("own"))))]
pub(crate) async fn end_session(desk: Desk, Path(id): Path<String>) -> Answer {
    let user = &desk.caller()?.user;
    let change = desk.begin().await?;
    if !sessions::end(change.work(), &user.id, &id).await? {
        return Err(Code::NotFound.into());
    }
    change.finish(desk.note("end", "session").on(&id, &user.path), Reply::empty()).await
}

/// Ends all own sessions but this one.
#[utoipa::path(delete, path = "/api/v1/me/sessions", operation_id = "end_my_other_sessions", tag = "me",
    responses((status = 204, description = "Ended")),
    extensions(("x-permission" = json!("own"))))]
pub(crate) async fn end_other_sessions(desk: Desk) -> Answer {
    let caller = desk.caller()?;
    let user = &caller.user;
    let change = desk.begin().await?;
    let ended =
        sessions::end_all(change.work(), &user.id, caller.session().map(|session| session.id.as_str()))
            .await?;
    let note = desk.note("end-others", "session").on(&user.id, &user.path);
    change.finish(note.with(serde_json::json!({ "ended": ended })), Reply::empty()).await
}
