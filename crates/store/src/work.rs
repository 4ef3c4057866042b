//! A change: one transaction, committed only together with its audit entry.

use crate::{
    Engine, Source, StoreError,
    audit::{self, Anchor, Entry, Head},
    database::Watch,
    error::Result,
};
use jiff::Timestamp;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DatabaseExecutor, DatabaseTransaction, EntityTrait,
    ExprTrait, QueryFilter, Statement,
    sea_query::{Expr, OnConflict},
};

/// A transaction in progress. Dropping it undoes everything.
#[derive(Debug)]
pub struct Work {
    transaction: DatabaseTransaction,
    engine: Engine,
    anchor: Anchor,
    watch: Option<Watch>,
    now: Timestamp,
}

/// The few changes that no person made and nobody has to answer for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Housekeeping {
    /// A session, token or account was seen.
    Seen,
    /// A sign-in attempt was counted; its outcome is audited by itself.
    AttemptCounted,
    /// A job moved on.
    JobProgress,
    /// Something expired was cleared away.
    Expired,
    /// A message was sent on to an address, or not; the message itself is audited.
    Delivery,
}

impl Source for Work {
    fn executor(&self) -> DatabaseExecutor<'_> {
        (&self.transaction).into()
    }
}

impl Work {
    pub(crate) fn new(
        transaction: DatabaseTransaction,
        engine: Engine,
        anchor: Anchor,
        watch: Option<Watch>,
        now: Timestamp,
    ) -> Self {
        Self { transaction, engine, anchor, watch, now }
    }

    /// Makes it last. Whoever kept what they read learns of it before the caller does, also when it is not known
    /// whether the engine kept it.
    async fn keep(transaction: DatabaseTransaction, watch: Option<Watch>) -> Result<()> {
        let kept = transaction.commit().await;
        if let Some(watch) = watch {
            watch.committed();
        }
        Ok(kept?)
    }

    /// The time this change happens at.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// Waits until no other change that takes turns under `name` is in progress. SQLite has one writer anyway.
    pub(crate) async fn take_turns(&self, name: &str) -> Result<()> {
        if self.engine == Engine::Postgres {
            let sql = "SELECT pg_advisory_xact_lock(7310003, hashtext($1))";
            let backend = self.transaction.get_database_backend();
            self.transaction.execute_raw(Statement::from_sql_and_values(backend, sql, [name.into()])).await?;
        }
        Ok(())
    }

    pub(crate) fn engine(&self) -> Engine {
        self.engine
    }

    /// Writes `first` and `more` to the audit log and makes the change last.
    ///
    /// # Errors
    /// The engine's failure: then nothing happened.
    pub async fn commit(self, first: &Entry, more: &[Entry]) -> Result<Head> {
        let head = audit::append(&self, first, more).await?;
        Self::keep(self.transaction, self.watch).await?;
        self.anchor.note(&head);
        Ok(head)
    }

    /// Makes a change last that needs no audit entry.
    ///
    /// # Errors
    /// The engine's failure: then nothing happened.
    pub async fn commit_housekeeping(self, _why: Housekeeping) -> Result<()> {
        Self::keep(self.transaction, self.watch).await
    }

    /// Undoes everything.
    ///
    /// # Errors
    /// The engine's failure.
    pub async fn undo(self) -> Result<()> {
        Ok(self.transaction.rollback().await?)
    }
}

/// Changes the row `id` as it was seen at version `seen`; its version grows by one.
///
/// # Errors
/// [`StoreError::Stale`] when somebody changed it first, or it is not there.
pub(crate) async fn change_seen<E, A>(
    work: &Work,
    (id_column, id): (E::Column, &str),
    (version_column, seen): (E::Column, i64),
    change: A,
    version_of: fn(&E::Model) -> i64,
) -> Result<E::Model>
where
    E: EntityTrait,
    A: ActiveModelTrait<Entity = E>,
{
    let done = E::update_many()
        .set(change)
        .col_expr(version_column, Expr::col(version_column).add(1))
        .filter(id_column.eq(id))
        .filter(version_column.eq(seen))
        .exec(&work.executor())
        .await?;
    match E::find().filter(id_column.eq(id)).one(&work.executor()).await? {
        Some(row) if done.rows_affected == 1 => Ok(row),
        row => Err(StoreError::Stale { expected: seen, found: row.as_ref().map_or(0, version_of) }),
    }
}

/// So many rows go into one statement: below the bounds on parameters of both engines for our widest table.
pub(crate) const CHUNK: usize = 1_000;

/// Inserts `rows` in pieces that one statement can hold.
pub(crate) async fn insert_all<A>(work: &Work, rows: Vec<A>, conflict: Option<OnConflict>) -> Result<()>
where
    A: ActiveModelTrait + Send,
{
    let mut rows = rows.into_iter();
    loop {
        let chunk: Vec<A> = rows.by_ref().take(CHUNK).collect();
        if chunk.is_empty() {
            return Ok(());
        }
        let mut insert = A::Entity::insert_many(chunk);
        if let Some(conflict) = &conflict {
            insert = insert.on_conflict(conflict.clone());
        }
        insert.exec_without_returning(&work.executor()).await?;
    }
}
