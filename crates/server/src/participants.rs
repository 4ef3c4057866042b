//! 参评企业: the enterprises of a batch.

mod body;
mod enrol;
mod extend;
mod lookup;

pub(crate) use body::*;
pub(crate) use enrol::*;
pub(crate) use extend::*;
pub(crate) use lookup::*;

use crate::{
    desk::Desk,
    problem::{Code, Stop},
};
use jiff::civil::Date;
use store::{
    Scope,
    batches::{self, Batch, Participant},
    enterprises::{self, Enterprise},
};

/// A participant with its batch and enterprise, as far as the caller reaches.
pub(crate) struct Found {
    pub(crate) participant: Participant,
    pub(crate) batch: Batch,
    pub(crate) enterprise: Enterprise,
}

/// The participant `id` as far as the caller reaches. Who reaches it reaches its batch and its enterprise too.
pub(crate) async fn found(desk: &Desk, id: &str) -> Result<Found, Stop> {
    let participant = batches::participant(desk.database(), desk.scope(), id).await?;
    let participant = participant.ok_or(Code::NotFound)?;
    let batch = batches::within(desk.database(), &Scope::Everything, &participant.batch_id).await?;
    let enterprise =
        enterprises::within(desk.database(), &Scope::Everything, &participant.enterprise_id).await?;
    match (batch, enterprise) {
        (Some(batch), Some(enterprise)) => Ok(Found { participant, batch, enterprise }),
        _ => Err(Code::NotFound.into()),
    }
}

/// The last day for this enterprise.
pub(crate) fn deadline(participant: &Participant, batch: &Batch) -> Date {
    participant.last_day(batch.enterprise_deadline)
}
