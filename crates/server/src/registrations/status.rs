//! What became of a registration, for the enterprise that asked and has no log-in yet.

use crate::{
    desk::Desk,
    input::Json,
    problem::Code,
    reply::{Answer, Reply},
    wire::RegistrationStateWord,
};
use serde::{Deserialize, Serialize};
use store::{Scope, registrations};
use utoipa::ToSchema;

/// Which registration: both have to fit.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RegistrationAsked {
    /// The number given when it arrived.
    id: String,
    /// The 统一社会信用代码 it was made for.
    credit_code: String,
}

/// What became of it.
#[derive(Serialize, ToSchema)]
pub(crate) struct RegistrationStatus {
    /// What became of it.
    state: RegistrationStateWord,
    /// Why it was refused.
    reason: Option<String>,
    /// Asked then.
    created_at: String,
    /// Decided then.
    decided_at: Option<String>,
}

/// What became of a registration. Whoever knows its number and its credit code may ask.
#[utoipa::path(post, path = "/api/v1/registrations/status", operation_id = "read_registration_status",
    tag = "registrations", request_body = RegistrationAsked,
    responses((status = 200, body = RegistrationStatus, description = "What became of it")),
    extensions(("x-permission" = json!("public")), ("x-rate" = json!("sign-in"))))]
pub(crate) async fn status(desk: Desk, Json(given): Json<RegistrationAsked>) -> Answer {
    let found = registrations::within(desk.database(), &Scope::Everything, given.id.trim()).await?;
    let code = given.credit_code.trim().to_uppercase();
    let found = found.filter(|registration| registration.credit_code == code).ok_or(Code::NotFound)?;
    Ok(Reply::ok(&RegistrationStatus {
        state: found.state.into(),
        reason: found.reason,
        created_at: found.created_at.to_string(),
        decided_at: found.decided_at.map(|at| at.to_string()),
    }))
}
