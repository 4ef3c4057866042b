//! Going to the identity provider to sign in.

use super::{Provider, begun};
use crate::{
    desk::Desk,
    problem::{Code, Stop},
    reply::{Answer, Reply},
};
use axum::http::header;
use serde::Serialize;
use store::Housekeeping;
use utoipa::ToSchema;

/// Where to go on.
#[derive(Serialize, ToSchema)]
pub(crate) struct ProviderAddress {
    /// The browser goes here; the provider sends it back to the page `/sign-in/return` with `state` and `code`.
    pub(crate) address: String,
}

/// The provider, where there is one.
///
/// # Errors
/// 404 where there is none.
pub(crate) fn provider(desk: &Desk) -> Result<&Provider, Stop> {
    desk.app.provider.as_ref().ok_or_else(|| Code::NotFound.into())
}

/// Begins to sign in by the identity provider. Ten minutes, in this browser.
#[utoipa::path(post, path = "/api/v1/provider/sign-in", operation_id = "begin_provider_sign_in", tag = "sessions",
    responses((status = 200, body = ProviderAddress, description = "Where to go on")),
    extensions(("x-permission" = json!("public")), ("x-rate" = json!("sign-in"))))]
pub(crate) async fn begin_provider_sign_in(desk: Desk) -> Answer {
    let provider = provider(&desk)?;
    let change = desk.begin().await?;
    let begun = begun(&desk, &change, provider, None).await?;
    change.finish_housekeeping(Housekeeping::AttemptCounted).await?;
    let body = ProviderAddress { address: begun.address };
    Ok(Reply::ok(&body).with(header::SET_COOKIE, &begun.cookie))
}
