//! Signing out.

use super::no_cookie;
use crate::{
    desk::Desk,
    problem::Code,
    reply::{Answer, Reply},
};
use axum::http::{HeaderName, header};
use store::sessions;

/// Ends this session.
#[utoipa::path(delete, path = "/api/v1/sessions/current", operation_id = "sign_out", tag = "sessions",
    responses((status = 204, description = "Signed out")),
    extensions(("x-permission" = json!("own"))))]
pub(crate) async fn sign_out(desk: Desk) -> Answer {
    let caller = desk.caller()?;
    let Some(session) = caller.session() else { return Err(Code::TokenNotForThis.into()) };
    let change = desk.begin().await?;
    sessions::end(change.work(), &caller.user.id, &session.id).await?;
    let reply = Reply::empty()
        .with(header::SET_COOKIE, &no_cookie())
        .with(HeaderName::from_static("clear-site-data"), "\"cache\", \"storage\"");
    change.finish(desk.note("sign-out", "session").on(&session.id, &caller.user.path), reply).await
}
