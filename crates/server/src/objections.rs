//! 异议: an enterprise says that one value is wrong; an officer decides within twenty days.

mod body;
mod decide;
mod lookup;
mod raise;

pub(crate) use body::*;
pub(crate) use decide::*;
pub(crate) use lookup::*;
pub(crate) use raise::*;

use crate::{
    batches,
    desk::Desk,
    problem::{Code, Problem, Stop},
};
use domain::collection::{self, ObjectionAction};
use store::objections::{self, Objection, ObjectionState};

/// The objection `id` as far as the caller reaches.
async fn found(desk: &Desk, id: &str) -> Result<Objection, Stop> {
    objections::within(desk.database(), desk.scope(), id).await?.ok_or_else(|| Code::NotFound.into())
}

/// The state after `action`.
///
/// # Errors
/// 409 with the reason.
fn after(objection: &Objection, action: ObjectionAction) -> Result<ObjectionState, Problem> {
    let state = collection::Objection::from_word(objection.state.word());
    let state = state.ok_or_else(|| Problem::new(Code::WrongState))?;
    let next = state.after(action).map_err(batches::refused)?;
    Ok(ObjectionState::from_word(next.word()).unwrap_or(objection.state))
}
