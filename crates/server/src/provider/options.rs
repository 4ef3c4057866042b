//! How one may sign in.

use crate::{
    desk::Desk,
    reply::{Answer, Reply},
};
use serde::Serialize;
use utoipa::ToSchema;

/// How one may sign in.
#[derive(Serialize, ToSchema)]
pub(crate) struct SignInOptions {
    /// The name of the identity provider, for a button; absent when there is none.
    provider: Option<String>,
}

/// How one may sign in: always by name and password, and by an identity provider where there is one.
#[utoipa::path(get, path = "/api/v1/sign-in-options", operation_id = "read_sign_in_options", tag = "sessions",
    responses((status = 200, body = SignInOptions, description = "The ways")),
    extensions(("x-permission" = json!("public"))))]
pub(crate) async fn sign_in_options(desk: Desk) -> Answer {
    let provider = desk.app.provider.as_ref().map(|provider| provider.config.name.clone());
    Ok(Reply::ok(&SignInOptions { provider }))
}
