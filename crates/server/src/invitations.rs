//! Accepting an invitation, or choosing a new password by a one-time link.

use crate::{
    desk::Desk,
    input::{Checks, Json},
    me,
    problem::Code,
    reply::{Answer, Reply},
    sessions::attempts_key,
    text,
};
use serde::Deserialize;
use store::{attempts, invitations, sessions, users};
use utoipa::ToSchema;

/// A one-time link and the password chosen.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Acceptance {
    /// What stands behind `#` in the link.
    token: String,
    /// The password chosen.
    password: String,
}

/// Chooses a password by a one-time link; the link is used up and open sessions end.
#[utoipa::path(post, path = "/api/v1/invitations/accept", operation_id = "accept_invitation", tag = "sessions",
    request_body = Acceptance, responses((status = 204, description = "The password is set")),
    extensions(("x-permission" = json!("public")), ("x-rate" = json!("sign-in"))))]
pub(crate) async fn accept(desk: Desk, Json(given): Json<Acceptance>) -> Answer {
    let token_hash = text::fingerprint(&given.token);
    let holder = invitations::holder(desk.database(), &token_hash, desk.now()).await?;
    let user = match holder {
        Some(id) => users::by_id(desk.database(), &id).await?,
        None => None,
    };
    let Some(user) = user.filter(|user| user.state != users::UserState::Disabled) else {
        return Err(Code::LinkNotValid.into());
    };
    let mut checks = Checks::default();
    checks.also(me::password_problems(&desk, &user, &given.password, "/password").await?);
    checks.done()?;
    let hash = desk.app.hasher.hash(&desk.app.edge, &given.password).await?;
    let change = desk.begin().await?;
    if !invitations::use_up(change.work(), &token_hash).await? {
        return Err(Code::LinkNotValid.into());
    }
    users::set_password(change.work(), &user.id, &hash).await?;
    sessions::end_all(change.work(), &user.id, None).await?;
    attempts::clear(change.work(), &attempts_key(&user.login)).await?;
    let note = desk.note("accept", "invitation").by(&user.id, &user.name).on(&user.id, &user.path);
    change.finish(note, Reply::empty()).await
}
