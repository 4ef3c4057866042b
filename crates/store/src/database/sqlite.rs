//! SQLite: WAL, full synchronisation, one writer, a few readers, and no version that can lose commits.

use crate::{StoreError, error::Result};
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database as Orm, DatabaseConnection, Statement,
    sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous},
};
use std::{path::Path, time::Duration};

/// The first version without the WAL-reset bug.
const NEEDED: &str = "3.51.3";
const READERS: u32 = 4;
const BUSY: Duration = Duration::from_secs(5);

pub(super) async fn writer(file: &Path) -> Result<DatabaseConnection> {
    connect(file, 1, false).await
}

pub(super) async fn readers(file: &Path) -> Result<DatabaseConnection> {
    connect(file, READERS, true).await
}

async fn connect(file: &Path, connections: u32, reading: bool) -> Result<DatabaseConnection> {
    let file = file.to_owned();
    let mut options = ConnectOptions::new("sqlite::memory:");
    options
        .max_connections(connections)
        .min_connections(1)
        .acquire_timeout(BUSY * 2)
        .idle_timeout(None::<Duration>)
        .max_lifetime(None::<Duration>)
        .test_before_acquire(false)
        .sqlx_logging(false)
        .map_sqlx_sqlite_opts(move |_| connection(&file, reading));
    Ok(Orm::connect(options).await?)
}

fn connection(file: &Path, reading: bool) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(file)
        .create_if_missing(!reading)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(BUSY)
        .foreign_keys(true)
        .pragma("secure_delete", "on")
        .pragma("trusted_schema", "off")
        .pragma("query_only", if reading { "on" } else { "off" })
}

/// Refuses a library older than [`NEEDED`].
pub(super) async fn check_version(connection: &DatabaseConnection) -> Result<()> {
    let statement = Statement::from_string(connection.get_database_backend(), "SELECT sqlite_version() AS v");
    let found = match connection.query_one_raw(statement).await? {
        Some(row) => row.try_get::<String>("", "v")?,
        None => String::new(),
    };
    if at_least(&found, NEEDED) { Ok(()) } else { Err(StoreError::OldSqlite { found, needed: NEEDED }) }
}

fn at_least(found: &str, needed: &str) -> bool {
    let numbers = |text: &str| text.split('.').map(|part| part.parse().unwrap_or(0)).collect::<Vec<u32>>();
    numbers(found) >= numbers(needed)
}

#[cfg(test)]
mod tests {
    use super::at_least;

    #[test]
    fn versions_compare_by_number() {
        for (found, good) in
            [("3.51.3", true), ("3.51.2", false), ("3.100.0", true), ("3.9.9", false), ("", false)]
        {
            assert_eq!(at_least(found, "3.51.3"), good, "{found}");
        }
    }
}
