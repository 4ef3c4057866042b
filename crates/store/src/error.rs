//! What can go wrong in storage. These texts are for operators and logs; callers of the API never see them.

use thiserror::Error;

/// Why the store did not do what was asked.
#[derive(Debug, Error)]
pub enum StoreError {
    /// The database address is of no known kind.
    #[error("database address not understood: use a file path or postgres://user@host/name")]
    Address,
    /// The library linked in is older than the first one without the WAL-reset bug.
    #[error("SQLite {found} may lose acknowledged commits; {needed} or newer is needed")]
    OldSqlite {
        /// The version found.
        found: String,
        /// The first good version.
        needed: &'static str,
    },
    /// The server is older than PostgreSQL 15.
    #[error("PostgreSQL {found} is too old; 15 or newer is needed")]
    OldPostgres {
        /// `server_version_num` divided by 10000.
        found: i64,
    },
    /// A newer program has written this database.
    #[error("the database has schema {found}, this program knows {known}: use the newer program")]
    NewerSchema {
        /// The version in the database.
        found: i64,
        /// The newest version this program knows.
        known: i64,
    },
    /// A PostgreSQL database of an older schema, which nobody has said to be backed up.
    #[error(
        "the database has schema {found}, this program writes {known}: back it up, then confirm the migration"
    )]
    OlderSchema {
        /// The version in the database.
        found: i64,
        /// The version this program writes.
        known: i64,
    },
    /// A migration that was applied is not the one in this program.
    #[error("migration {version} was changed after it was applied")]
    ChangedMigration {
        /// Which migration.
        version: i64,
    },
    /// Somebody else changed the row first.
    #[error("the row has version {found}, the caller saw {expected}")]
    Stale {
        /// The version the caller saw.
        expected: i64,
        /// The version in the database.
        found: i64,
    },
    /// A unique value exists already.
    #[error("exists already: {0}")]
    Taken(String),
    /// A stored value is not one this program knows.
    #[error("stored {what} not understood: {value}")]
    Corrupt {
        /// Table and column.
        what: &'static str,
        /// The text found.
        value: String,
    },
    /// The database failed.
    #[error("database: {0}")]
    Database(#[source] sea_orm::DbErr),
    /// A file could not be read or written.
    #[error("file: {0}")]
    File(#[from] std::io::Error),
}

impl From<sea_orm::DbErr> for StoreError {
    fn from(error: sea_orm::DbErr) -> Self {
        match error.sql_err() {
            Some(sea_orm::SqlErr::UniqueConstraintViolation(what)) => Self::Taken(what),
            _ => Self::Database(error),
        }
    }
}

/// Shorthand used across the crate.
pub(crate) type Result<T> = std::result::Result<T, StoreError>;
