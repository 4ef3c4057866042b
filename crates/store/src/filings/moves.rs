//! Moving a filing on, one or all of a batch.

use crate::{
    Source, Work,
    batches::{Participant, ParticipantState},
    error::Result,
    moment::millis,
    tables::{
        frozen_filings,
        participants::{ActiveModel, Column, Entity},
    },
    work::change_seen,
};
use jiff::civil::Date;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseExecutor, EntityTrait, QueryFilter, QuerySelect, QueryTrait, Set,
    Statement,
};
use std::collections::BTreeMap;

/// Where a filing goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Move<'a> {
    /// The state after.
    pub state: ParticipantState,
    /// Submitted: with this receipt number, by this person.
    pub submitted: Option<(&'a str, &'a str)>,
}

/// Moves `seen` on.
///
/// # Errors
/// [`StoreError::Stale`] when somebody changed it first.
pub async fn go(work: &Work, seen: &Participant, to: Move<'_>) -> Result<Participant> {
    let mut change = ActiveModel { state: Set(to.state.word().to_owned()), ..Default::default() };
    if let Some((number, by)) = to.submitted {
        change.receipt_number = Set(Some(number.to_owned()));
        change.submitted_by = Set(Some(by.to_owned()));
        change.submitted_at = Set(Some(millis(work.now())));
    }
    updated(work, seen, change).await
}

/// Gives the enterprise time until `deadline`; `None` takes an extension back.
///
/// # Errors
/// [`StoreError::Stale`] when somebody changed it first.
pub async fn extend(work: &Work, seen: &Participant, deadline: Option<Date>) -> Result<Participant> {
    let change = ActiveModel { deadline: Set(deadline.map(|day| day.to_string())), ..Default::default() };
    updated(work, seen, change).await
}

async fn updated(work: &Work, seen: &Participant, change: ActiveModel) -> Result<Participant> {
    let seen_at = (Column::Version, seen.version);
    let row =
        change_seen::<Entity, _>(work, (Column::Id, &seen.id), seen_at, change, |row| row.version).await?;
    row.try_into()
}

/// Takes an enterprise that filed nothing out of its batch; `false` when it filed meanwhile.
///
/// # Errors
/// The engine's failure.
pub async fn remove_participant(work: &Work, seen: &Participant) -> Result<bool> {
    let old = Entity::delete_many()
        .filter(Column::Id.eq(seen.id.as_str()))
        .filter(Column::Version.eq(seen.version))
        .filter(Column::State.eq(ParticipantState::Draft.word()));
    Ok(old.exec(&work.executor()).await?.rows_affected == 1)
}

/// Freezes every filing of a batch, remembering what it was.
///
/// # Errors
/// The engine's failure.
pub async fn freeze_all(work: &Work, batch_id: &str) -> Result<()> {
    execute(
        work,
        "INSERT INTO frozen_filings (participant_id, state) \
         SELECT id, state FROM participants WHERE batch_id = $1 AND state <> 'frozen'",
        batch_id,
    )
    .await?;
    execute(
        work,
        "UPDATE participants SET state = 'frozen', version = version + 1 WHERE batch_id = $1 AND state <> 'frozen'",
        batch_id,
    )
    .await
}

/// Gives every filing of a batch back the state it had.
///
/// # Errors
/// The engine's failure.
pub async fn thaw_all(work: &Work, batch_id: &str) -> Result<()> {
    execute(
        work,
        "UPDATE participants SET version = version + 1, state = \
         (SELECT f.state FROM frozen_filings f WHERE f.participant_id = participants.id) \
         WHERE batch_id = $1 AND state = 'frozen'",
        batch_id,
    )
    .await?;
    let sql = "DELETE FROM frozen_filings WHERE participant_id IN (SELECT id FROM participants WHERE batch_id = $1)";
    execute(work, sql, batch_id).await
}

async fn execute(work: &Work, sql: &str, batch_id: &str) -> Result<()> {
    let executor: DatabaseExecutor<'_> = work.executor();
    let backend = executor.get_database_backend();
    executor.execute_raw(Statement::from_sql_and_values(backend, sql, [batch_id.into()])).await?;
    Ok(())
}

/// What a filing was before its batch froze; `None` when it is not frozen.
///
/// # Errors
/// The engine's failure.
pub async fn frozen_from(source: &impl Source, participant_id: &str) -> Result<Option<ParticipantState>> {
    let row = frozen_filings::Entity::find_by_id(participant_id).one(&source.executor()).await?;
    row.map(|row| ParticipantState::from_word(&row.state)).transpose()
}

/// What the filings of a batch were before it froze, by participant.
///
/// # Errors
/// The engine's failure.
pub async fn all_frozen_from(
    source: &impl Source,
    batch_id: &str,
) -> Result<BTreeMap<String, ParticipantState>> {
    let here = Entity::find().select_only().column(Column::Id).filter(Column::BatchId.eq(batch_id));
    let query = frozen_filings::Entity::find()
        .filter(frozen_filings::Column::ParticipantId.in_subquery(here.into_query()));
    let rows = query.all(&source.executor()).await?;
    rows.into_iter().map(|row| Ok((row.participant_id, ParticipantState::from_word(&row.state)?))).collect()
}
