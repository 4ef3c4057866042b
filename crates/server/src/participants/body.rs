//! A participant as it is sent.

use super::{Found, deadline};
use crate::{batches::BatchBody, wire::ParticipantStateWord};
use jiff::civil::Date;
use serde::Serialize;
use store::batches::ParticipantState;
use utoipa::ToSchema;

/// An enterprise in a batch.
#[derive(Serialize, ToSchema)]
#[schema(as = Participant)]
pub(crate) struct ParticipantBody {
    /// Its id.
    pub(super) id: String,
    /// The batch.
    pub(super) batch_id: String,
    /// The enterprise.
    pub(super) enterprise_id: String,
    /// The enterprise's legal name.
    pub(super) name: String,
    /// Its 统一社会信用代码.
    pub(super) credit_code: String,
    /// How far its filing is.
    pub(super) state: ParticipantStateWord,
    /// The last day for it.
    pub(super) deadline: String,
    /// Whether that is an extension.
    pub(super) extended: bool,
    /// Its group, where the batch has groups with last days of their own.
    pub(super) group: Option<String>,
    /// Whether the last day is past and nothing is submitted.
    pub(super) late: bool,
    /// 回执编号.
    pub(super) receipt_number: Option<String>,
    /// Submitted then.
    pub(super) submitted_at: Option<String>,
    /// The batch, where one participant is read by itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) batch: Option<BatchBody>,
}

impl ParticipantBody {
    /// As it is on `today`.
    pub(crate) fn new(found: Found, today: Date, with_batch: bool) -> Self {
        let Found { participant, batch, enterprise } = found;
        let last = deadline(&participant, &batch);
        let waits = matches!(participant.state, ParticipantState::Draft | ParticipantState::Returned);
        Self {
            deadline: last.to_string(),
            extended: participant.deadline.is_some(),
            group: participant.group.map(|(name, _)| name),
            late: waits && today > last,
            id: participant.id,
            batch_id: participant.batch_id,
            enterprise_id: participant.enterprise_id,
            name: enterprise.name,
            credit_code: enterprise.credit_code,
            state: participant.state.into(),
            receipt_number: participant.receipt_number,
            submitted_at: participant.submitted_at.map(|at| at.to_string()),
            batch: with_batch.then(|| batch.into()),
        }
    }
}
