//! The head of the chain, and verifying the whole of it.

use crate::{
    desk::Desk,
    jobs::{self, JobBody, Kind},
    reply::{Answer, Reply},
};
use serde::Serialize;
use store::audit;
use utoipa::ToSchema;

/// The head of the chain.
#[derive(Serialize, ToSchema)]
pub(crate) struct AuditHead {
    /// How many rows there are.
    count: String,
    /// The hash of the last row.
    hash: String,
    /// Rows up to this one are also held by the file outside the database.
    anchored: String,
}

/// The head of the chain, to be kept elsewhere.
#[utoipa::path(get, path = "/api/v1/audit/head", operation_id = "read_audit_head", tag = "audit",
    responses((status = 200, body = AuditHead, description = "The head")),
    extensions(("x-permission" = json!("audit:head"))))]
pub(crate) async fn head(desk: Desk) -> Answer {
    let head = audit::head(desk.database()).await?;
    let anchored = desk.database().anchor().heads()?.last().map_or(0, |head| head.count);
    Ok(Reply::ok(&AuditHead {
        count: head.count.to_string(),
        hash: head.hash,
        anchored: anchored.to_string(),
    }))
}

/// Asks for a verification of the whole log; the job's result names everything wrong.
#[utoipa::path(post, path = "/api/v1/audit/verifications", operation_id = "verify_audit", tag = "audit",
    responses((status = 202, body = JobBody, description = "The job")),
    extensions(("x-permission" = json!("audit:verify")), ("x-idempotency-key" = json!("required"))))]
pub(crate) async fn verify(desk: Desk) -> Answer {
    jobs::ask(&desk, Kind::AuditVerification).await
}
