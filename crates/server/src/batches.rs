//! 评价批次: the evaluation of one year in one zone.

mod arrange;
mod board;
mod body;
mod groups;
mod items;
mod lookup;
mod moves;
mod remind;

pub(crate) use arrange::*;
pub(crate) use board::*;
pub(crate) use body::*;
pub(crate) use groups::*;
pub(crate) use items::*;
pub(crate) use lookup::*;
pub(crate) use moves::*;
pub(crate) use remind::*;

use crate::{
    desk::Desk,
    problem::{Code, Problem, Stop},
};
use domain::collection::{self, BatchAction, Refusal};
use store::batches::{self, Batch, BatchState};

/// The batch `id` as far as the caller reaches.
pub(crate) async fn found(desk: &Desk, id: &str) -> Result<Batch, Stop> {
    batches::within(desk.database(), desk.scope(), id).await?.ok_or_else(|| Code::NotFound.into())
}

/// A refusal of a machine as the caller sees it.
pub(crate) fn refused(refusal: Refusal) -> Problem {
    let Refusal { reason, .. } = refusal;
    Problem::new(Code::WrongState).saying(reason.zh + "。", reason.en + ".")
}

/// The state of `batch` after `action`.
///
/// # Errors
/// 409 with the reason.
pub(crate) fn after(batch: &Batch, action: BatchAction) -> Result<BatchState, Problem> {
    let state =
        collection::Batch::from_word(batch.state.word()).ok_or_else(|| Problem::new(Code::WrongState))?;
    let next = state.after(action).map_err(refused)?;
    // Both lists of words are one: a test compares them.
    Ok(BatchState::from_word(next.word()).unwrap_or(batch.state))
}

/// Insists inside a change that `action` is still allowed: the batch may have moved on since it was looked at. It
/// stays as it is until the change is over.
///
/// # Errors
/// 404 or 409 with the reason.
pub(crate) async fn still(work: &store::Work, id: &str, action: BatchAction) -> Result<(), Stop> {
    let now = batches::held(work, id).await?.ok_or(Code::NotFound)?;
    after(&now, action)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_storage_are_the_words_of_the_domain() {
        let stored: Vec<&str> = BatchState::ALL.iter().map(|state| state.word()).collect();
        let known: Vec<&str> = collection::Batch::ALL.iter().map(|state| state.word()).collect();
        assert_eq!(stored, known);
        let stored: Vec<&str> =
            store::batches::ParticipantState::ALL.iter().map(|state| state.word()).collect();
        let known: Vec<&str> = collection::Participant::ALL.iter().map(|state| state.word()).collect();
        assert_eq!(stored, known);
        let stored: Vec<&str> = store::values::ValueSource::ALL.iter().map(|one| one.word()).collect();
        let known: Vec<&str> = collection::Source::ALL.iter().map(|one| one.word()).collect();
        assert_eq!(stored, known);
        let known: Vec<&str> = collection::RuleKind::ALL.iter().map(|kind| kind.word()).collect();
        let stored: Vec<&str> = store::rule_drafts::RuleKind::ALL.iter().map(|kind| kind.word()).collect();
        assert_eq!(stored, known);
        let stored: Vec<&str> =
            store::rule_drafts::DraftState::ALL.iter().map(|state| state.word()).collect();
        let known: Vec<&str> = collection::RuleDraft::ALL.iter().map(|state| state.word()).collect();
        assert_eq!(stored, known);
        let stored: Vec<&str> = store::runs::RunState::ALL.iter().map(|state| state.word()).collect();
        let known: Vec<&str> = collection::Run::ALL.iter().map(|state| state.word()).collect();
        assert_eq!(stored, known);
        let stored: Vec<&str> = store::objections::ObjectionState::ALL.iter().map(|one| one.word()).collect();
        let known: Vec<&str> = collection::Objection::ALL.iter().map(|state| state.word()).collect();
        assert_eq!(stored, known);
    }
}
