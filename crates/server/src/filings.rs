//! 填报与审核: what an enterprise confirms or reports, and what reviewers say about it.

mod bulk;
mod checked;
mod form;
mod queue;
mod review;
mod save;
mod submit;

pub(crate) use bulk::*;
pub(crate) use form::*;
pub(crate) use queue::*;
pub(crate) use review::*;
pub(crate) use save::*;
pub(crate) use submit::*;

use crate::{batches, problem::Problem};
use domain::collection::{self, Filing, ParticipantAction};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::batches::{Batch, Participant, ParticipantState};
use utoipa::ToSchema;

/// What an enterprise says about one item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Cell {
    /// Decimal text in the item's unit, a code, text or day; null says that there is none.
    pub(crate) value: Option<String>,
    /// What it says about it.
    pub(crate) explanation: Option<String>,
    /// The attachment that proves it.
    pub(crate) evidence: Option<String>,
}

/// Cells by item.
pub(crate) type Cells = BTreeMap<String, Cell>;

/// The cells of a stored draft.
fn cells(text: &str) -> Cells {
    serde_json::from_str(text).unwrap_or_default()
}

/// The state of a filing after `action` by the person `by`.
///
/// # Errors
/// 409 with the reason.
fn after(
    participant: &Participant,
    batch: &Batch,
    action: ParticipantAction,
    approved_by: &[String],
    by: &str,
) -> Result<ParticipantState, Problem> {
    let state = collection::Participant::from_word(participant.state.word());
    let approved: Vec<&str> = approved_by.iter().map(String::as_str).collect();
    let filing = Filing {
        state: state.unwrap_or(collection::Participant::Frozen),
        reviewers: if batch.second_review { 2 } else { 1 },
        approved_by: &approved,
        frozen_from: collection::Participant::Draft,
    };
    let next = filing.after(action, by).map_err(batches::refused)?;
    Ok(ParticipantState::from_word(next.word()).unwrap_or(participant.state))
}
