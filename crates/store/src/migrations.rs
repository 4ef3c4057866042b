//! The schema's history, inside the program. A migration that was released is never edited.

use crate::{Database, Engine, StoreError, backup, error::Result, moment::millis};
use jiff::Timestamp;
use sea_orm::{
    ConnectionTrait, DatabaseTransaction, SqliteTransactionMode, Statement, TransactionOptions,
    TransactionTrait,
};
use sha2::{Digest, Sha256};

struct Migration {
    version: i64,
    name: &'static str,
    common: &'static str,
    sqlite: &'static str,
    postgres: &'static str,
}

const MIGRATIONS: &[Migration] = &[Migration {
    version: 1,
    name: "people",
    common: include_str!("../migrations/0001_people.sql"),
    sqlite: include_str!("../migrations/0001_people.sqlite.sql"),
    postgres: include_str!("../migrations/0001_people.postgres.sql"),
}];

/// The newest schema this program knows.
pub const SCHEMA_VERSION: i64 = MIGRATIONS[MIGRATIONS.len() - 1].version;

const HISTORY: &str = "CREATE TABLE IF NOT EXISTS schema_history \
    (version BIGINT PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, applied_at BIGINT NOT NULL)";
/// Any fixed number: only our own programs take this lock.
const MIGRATION_LOCK: &str = "SELECT pg_advisory_xact_lock(7310001)";

impl Migration {
    fn sql(&self, engine: Engine) -> String {
        let (text, own) = match engine {
            Engine::Sqlite => ("TEXT", self.sqlite),
            Engine::Postgres => ("TEXT COLLATE \"C\"", self.postgres),
        };
        format!("{}\n{own}", self.common.replace("{text}", text))
    }

    fn checksum(&self, engine: Engine) -> String {
        hex(&Sha256::digest(self.sql(engine)))
    }
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Applies what is missing, each migration in its own transaction; an interrupted one leaves nothing behind.
pub(crate) async fn bring_up_to_date(database: &Database, now: Timestamp) -> Result<()> {
    let looking = alone(database).await?;
    let applied = history(&looking, database.engine()).await?;
    looking.commit().await?;
    let pending: Vec<&Migration> = missing(&applied);
    if let (Some(first), Some(_)) = (pending.first(), applied.last()) {
        backup::before_migration(database, first.version).await?;
    }
    for migration in pending {
        apply(database, migration, now).await?;
    }
    Ok(())
}

fn missing(applied: &[(i64, String)]) -> Vec<&'static Migration> {
    MIGRATIONS.iter().filter(|m| applied.iter().all(|(version, _)| *version != m.version)).collect()
}

/// Version and checksum of every applied migration, after making sure that this program may go on.
async fn history(connection: &impl ConnectionTrait, engine: Engine) -> Result<Vec<(i64, String)>> {
    connection.execute_unprepared(HISTORY).await?;
    let sql = "SELECT version, checksum FROM schema_history ORDER BY version";
    let rows =
        connection.query_all_raw(Statement::from_string(connection.get_database_backend(), sql)).await?;
    let mut applied = Vec::with_capacity(rows.len());
    for row in rows {
        applied.push((row.try_get::<i64>("", "version")?, row.try_get::<String>("", "checksum")?));
    }
    for (version, checksum) in &applied {
        match MIGRATIONS.iter().find(|migration| migration.version == *version) {
            None => return Err(StoreError::NewerSchema { found: *version, known: SCHEMA_VERSION }),
            Some(known) if known.checksum(engine) != *checksum => {
                return Err(StoreError::ChangedMigration { version: *version });
            }
            Some(_) => {}
        }
    }
    Ok(applied)
}

/// A transaction that no other program's migration runs beside. PostgreSQL needs a lock for it: two
/// `CREATE TABLE IF NOT EXISTS` at once fail there.
async fn alone(database: &Database) -> Result<DatabaseTransaction> {
    let immediate = (database.engine() == Engine::Sqlite).then_some(SqliteTransactionMode::Immediate);
    let options = TransactionOptions { sqlite_transaction_mode: immediate, ..TransactionOptions::default() };
    let transaction = database.writing().begin_with_options(options).await?;
    if database.engine() == Engine::Postgres {
        transaction.execute_unprepared(MIGRATION_LOCK).await?;
    }
    Ok(transaction)
}

async fn apply(database: &Database, migration: &Migration, now: Timestamp) -> Result<()> {
    let engine = database.engine();
    let transaction = alone(database).await?;
    // Another process may have done it while we waited for the lock.
    if missing(&history(&transaction, engine).await?).iter().any(|left| left.version == migration.version) {
        transaction.execute_unprepared(&migration.sql(engine)).await?;
        record(&transaction, migration, engine, now).await?;
    }
    Ok(transaction.commit().await?)
}

async fn record(
    to: &DatabaseTransaction,
    migration: &Migration,
    engine: Engine,
    now: Timestamp,
) -> Result<()> {
    let sql = "INSERT INTO schema_history (version, name, checksum, applied_at) VALUES ($1, $2, $3, $4)";
    let values = [
        migration.version.into(),
        migration.name.into(),
        migration.checksum(engine).into(),
        millis(now).into(),
    ];
    to.execute_raw(Statement::from_sql_and_values(to.get_database_backend(), sql, values)).await?;
    Ok(())
}
