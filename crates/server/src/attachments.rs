//! 附件: files that prove what an enterprise says; what they are is judged by their content, never by their name.

mod attach;
mod kind;
mod lookup;

pub(crate) use attach::*;
pub(crate) use lookup::*;

use crate::{desk::Desk, input::Checks};
use serde::Serialize;
use store::{
    StoreError,
    attachments::{self, Attachment},
};
use utoipa::ToSchema;

/// An attachment.
#[derive(Serialize, ToSchema)]
#[schema(as = Attachment)]
pub(crate) struct AttachmentBody {
    /// Its id, to be named as evidence.
    id: String,
    /// The name it was sent under.
    name: String,
    /// What it is, as its content shows.
    media_type: String,
    /// Bytes.
    size: i64,
    /// SHA-256 of the content.
    hash: String,
    /// Sent then.
    created_at: String,
}

impl From<Attachment> for AttachmentBody {
    fn from(one: Attachment) -> Self {
        Self {
            id: one.id,
            name: one.name,
            media_type: one.media_type,
            size: one.size,
            hash: one.hash,
            created_at: one.created_at.to_string(),
        }
    }
}

/// Checks that the evidence named at `pointer` is an attachment of the enterprise.
///
/// # Errors
/// The store's failure.
pub(crate) async fn check_evidence(
    desk: &Desk,
    enterprise_id: &str,
    evidence: Option<&str>,
    pointer: &str,
    checks: &mut Checks,
) -> Result<(), StoreError> {
    let Some(id) = evidence else { return Ok(()) };
    let attached = attachments::within(desk.database(), desk.scope(), id).await?;
    let own = attached.is_some_and(|one| one.enterprise_id == enterprise_id);
    checks.that(own, pointer, "没有这个附件", "is no attachment of yours");
    Ok(())
}
