//! Opening a database and handing out readers and writers.

mod generation;
mod postgres;
mod sqlite;

pub use generation::Generation;
pub(crate) use generation::Watch;

use crate::{StoreError, Work, audit::Anchor, error::Result, migrations};
use jiff::Timestamp;
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseExecutor, SqliteTransactionMode, TransactionOptions,
    TransactionTrait,
};
use std::path::{Path, PathBuf};

/// Which engine keeps the data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Embedded SQLite.
    Sqlite,
    /// PostgreSQL 15 or newer.
    Postgres,
}

/// An open database, its schema up to date.
///
/// SQLite has one writing connection (`BEGIN IMMEDIATE`) and a small pool of readers; PostgreSQL one pool.
#[derive(Debug, Clone)]
pub struct Database {
    engine: Engine,
    writer: DatabaseConnection,
    reader: DatabaseConnection,
    file: Option<PathBuf>,
    anchor: Anchor,
    /// Embedded databases only: PostgreSQL may be written by others unseen.
    watch: Option<Watch>,
}

/// What a repository can read from: a [`Database`] (last committed state) or a [`Work`] (its own changes too).
pub trait Source: Sync {
    /// The executor of the ORM; used inside this crate only.
    #[doc(hidden)]
    fn executor(&self) -> DatabaseExecutor<'_>;
}

impl Source for Database {
    fn executor(&self) -> DatabaseExecutor<'_> {
        (&self.reader).into()
    }
}

impl Database {
    /// Opens `address` (a file path, or `postgres://…`), migrating it at time `now`. `anchor` is the file outside
    /// the database that keeps the audit head. An older schema is brought up to date after a copy was made; of
    /// PostgreSQL this program makes no copies, so there it is refused: see [`Self::open_migrating`].
    ///
    /// # Errors
    /// An old engine, a newer schema, a changed migration, an older schema on PostgreSQL, or the engine's own failure;
    /// nothing is changed then.
    pub async fn open(address: &str, anchor: &Path, now: Timestamp) -> Result<Self> {
        let database = Self::as_it_is(address, anchor).await?;
        if let Some((found, known)) = migrations::needs_a_word(&database).await? {
            database.close().await?;
            return Err(StoreError::OlderSchema { found, known });
        }
        migrations::bring_up_to_date(&database, now).await?;
        Ok(database)
    }

    /// The same, when somebody has said that a PostgreSQL database of an older schema was backed up and may be brought
    /// up to date.
    ///
    /// # Errors
    /// As of [`Self::open`], but for the older schema.
    pub async fn open_migrating(address: &str, anchor: &Path, now: Timestamp) -> Result<Self> {
        let database = Self::as_it_is(address, anchor).await?;
        migrations::bring_up_to_date(&database, now).await?;
        Ok(database)
    }

    /// Opens `address` without touching its schema: for commands beside a running server, which may be an older one.
    ///
    /// # Errors
    /// An old engine, an address of no known kind, or the engine's own failure.
    pub async fn as_it_is(address: &str, anchor: &Path) -> Result<Self> {
        if address.starts_with("postgres://") || address.starts_with("postgresql://") {
            Self::open_postgres(address, anchor).await
        } else if address.contains("://") || address.is_empty() {
            Err(StoreError::Address)
        } else {
            Self::open_sqlite(Path::new(address), anchor).await
        }
    }

    /// Whether the schema is the newest that this program knows.
    ///
    /// # Errors
    /// A newer schema, a changed migration, or the engine's failure.
    pub async fn is_up_to_date(&self) -> Result<bool> {
        migrations::is_up_to_date(self).await
    }

    async fn open_sqlite(file: &Path, anchor: &Path) -> Result<Self> {
        let writer = sqlite::writer(file).await?;
        sqlite::check_version(&writer).await?;
        let reader = sqlite::readers(file).await?;
        let anchor = Anchor::at(anchor);
        let watch = Some(Watch::over(file));
        Ok(Self { engine: Engine::Sqlite, writer, reader, file: Some(file.to_owned()), anchor, watch })
    }

    async fn open_postgres(url: &str, anchor: &Path) -> Result<Self> {
        let pool = postgres::pool(url).await?;
        postgres::check_version(&pool).await?;
        let anchor = Anchor::at(anchor);
        Ok(Self {
            engine: Engine::Postgres,
            writer: pool.clone(),
            reader: pool,
            file: None,
            anchor,
            watch: None,
        })
    }

    /// The engine.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// The file of an embedded database.
    #[must_use]
    pub fn file(&self) -> Option<&Path> {
        self.file.as_deref()
    }

    /// The file that keeps the audit head outside the database.
    #[must_use]
    pub fn anchor(&self) -> &Anchor {
        &self.anchor
    }

    pub(crate) fn writing(&self) -> &DatabaseConnection {
        &self.writer
    }

    /// Starts a change at time `now`.
    ///
    /// # Errors
    /// The engine's failure, or no free writer within the time allowed.
    pub async fn begin(&self, now: Timestamp) -> Result<Work> {
        let immediate = (self.engine == Engine::Sqlite).then_some(SqliteTransactionMode::Immediate);
        let options =
            TransactionOptions { sqlite_transaction_mode: immediate, ..TransactionOptions::default() };
        let transaction = self.writer.begin_with_options(options).await?;
        Ok(Work::new(transaction, self.engine, self.anchor.clone(), self.watch.clone(), now))
    }

    /// The state of the data now. `None` on PostgreSQL, where other servers commit too: nothing may be kept there.
    #[must_use]
    pub fn generation(&self) -> Option<Generation> {
        self.watch.as_ref().and_then(Watch::now)
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// The engine's failure.
    pub async fn ping(&self) -> Result<()> {
        self.writer.ping().await?;
        Ok(self.reader.ping().await?)
    }

    /// Bytes of the write-ahead log; 0 on PostgreSQL, which keeps its own.
    #[must_use]
    pub fn log_bytes(&self) -> u64 {
        let Some(file) = self.file() else { return 0 };
        std::fs::metadata(format!("{}-wal", file.display())).map_or(0, |found| found.len())
    }

    /// Writes the write-ahead log back and empties its file, which a long reader may have let grow. PostgreSQL does
    /// this by itself.
    ///
    /// # Errors
    /// The engine's failure.
    pub async fn tidy(&self) -> Result<()> {
        if self.engine == Engine::Sqlite {
            self.writer.execute_unprepared("PRAGMA wal_checkpoint(TRUNCATE)").await?;
        }
        Ok(())
    }

    /// Closes every connection, leaving no write-ahead log behind on SQLite; the audit head is anchored first.
    ///
    /// # Errors
    /// The engine's failure.
    pub async fn close(&self) -> Result<()> {
        self.anchor.flush().await?;
        self.reader.close_by_ref().await?;
        Ok(self.writer.close_by_ref().await?)
    }
}
