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

const MIGRATIONS: &[Migration] = &[
    Migration {
        version: 1,
        name: "people",
        common: include_str!("../migrations/0001_people.sql"),
        sqlite: include_str!("../migrations/0001_people.sqlite.sql"),
        postgres: include_str!("../migrations/0001_people.postgres.sql"),
    },
    Migration {
        version: 2,
        name: "register",
        common: include_str!("../migrations/0002_register.sql"),
        sqlite: "",
        postgres: "",
    },
    Migration {
        version: 3,
        name: "evaluation",
        common: include_str!("../migrations/0003_evaluation.sql"),
        sqlite: include_str!("../migrations/0003_evaluation.sqlite.sql"),
        postgres: include_str!("../migrations/0003_evaluation.postgres.sql"),
    },
    Migration {
        version: 4,
        name: "approvals",
        common: include_str!("../migrations/0004_approvals.sql"),
        sqlite: "",
        postgres: "",
    },
    Migration {
        version: 5,
        name: "identities",
        common: include_str!("../migrations/0005_identities.sql"),
        sqlite: "",
        postgres: "",
    },
    Migration {
        version: 6,
        name: "cultivation",
        common: include_str!("../migrations/0006_cultivation.sql"),
        sqlite: "",
        postgres: "",
    },
    Migration {
        version: 7,
        name: "run values",
        common: include_str!("../migrations/0007_run_values.sql"),
        sqlite: include_str!("../migrations/0007_run_values.sqlite.sql"),
        postgres: include_str!("../migrations/0007_run_values.postgres.sql"),
    },
    Migration {
        version: 8,
        name: "titles",
        common: include_str!("../migrations/0008_titles.sql"),
        sqlite: include_str!("../migrations/0008_titles.sqlite.sql"),
        postgres: include_str!("../migrations/0008_titles.postgres.sql"),
    },
    Migration {
        version: 9,
        name: "groups",
        common: include_str!("../migrations/0009_groups.sql"),
        sqlite: "",
        postgres: "",
    },
    Migration {
        version: 10,
        name: "schemes",
        common: include_str!("../migrations/0010_schemes.sql"),
        sqlite: "",
        postgres: "",
    },
    Migration {
        version: 11,
        name: "lookups",
        common: include_str!("../migrations/0011_lookups.sql"),
        sqlite: "",
        postgres: "",
    },
    Migration {
        version: 12,
        name: "awards",
        common: include_str!("../migrations/0012_awards.sql"),
        sqlite: include_str!("../migrations/0012_awards.sqlite.sql"),
        postgres: include_str!("../migrations/0012_awards.postgres.sql"),
    },
    Migration {
        version: 13,
        name: "consents",
        common: include_str!("../migrations/0013_consents.sql"),
        sqlite: include_str!("../migrations/0013_consents.sqlite.sql"),
        postgres: include_str!("../migrations/0013_consents.postgres.sql"),
    },
    Migration {
        version: 14,
        name: "loans",
        common: include_str!("../migrations/0014_loans.sql"),
        sqlite: include_str!("../migrations/0014_loans.sqlite.sql"),
        postgres: include_str!("../migrations/0014_loans.postgres.sql"),
    },
    Migration {
        version: 15,
        name: "rule drafts",
        common: include_str!("../migrations/0015_rule_drafts.sql"),
        sqlite: "",
        postgres: "",
    },
    Migration {
        version: 16,
        name: "applications and webhooks",
        common: include_str!("../migrations/0016_applications_and_webhooks.sql"),
        sqlite: include_str!("../migrations/0016_applications_and_webhooks.sqlite.sql"),
        postgres: include_str!("../migrations/0016_applications_and_webhooks.postgres.sql"),
    },
    Migration {
        version: 17,
        name: "funds",
        common: include_str!("../migrations/0017_funds.sql"),
        sqlite: include_str!("../migrations/0017_funds.sqlite.sql"),
        postgres: include_str!("../migrations/0017_funds.postgres.sql"),
    },
    Migration {
        version: 18,
        name: "reviews",
        common: include_str!("../migrations/0018_reviews.sql"),
        sqlite: include_str!("../migrations/0018_reviews.sqlite.sql"),
        postgres: include_str!("../migrations/0018_reviews.postgres.sql"),
    },
];

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
    bring_to(database, MIGRATIONS, now).await
}

/// Whether nothing is missing.
pub(crate) async fn is_up_to_date(database: &Database) -> Result<bool> {
    let looking = alone(database).await?;
    let applied = history(&looking, MIGRATIONS, database.engine()).await?;
    looking.rollback().await?;
    Ok(missing(MIGRATIONS, &applied).is_empty())
}

/// The schema found and the one known, when bringing a PostgreSQL database up to date takes somebody's word that it was
/// backed up: it has data, and this program makes no copies of it.
pub(crate) async fn needs_a_word(database: &Database) -> Result<Option<(i64, i64)>> {
    if database.engine() == Engine::Sqlite {
        return Ok(None);
    }
    let looking = alone(database).await?;
    let applied = history(&looking, MIGRATIONS, database.engine()).await?;
    let found = applied.last().map(|(version, _)| *version);
    let found = found.filter(|_| !missing(MIGRATIONS, &applied).is_empty());
    let known = match found {
        // Another program may be making the tables at this moment: without people there is nothing to lose.
        Some(found) if has_people(&looking).await? => Some((found, SCHEMA_VERSION)),
        _ => None,
    };
    looking.commit().await?;
    Ok(known)
}

async fn has_people(connection: &impl ConnectionTrait) -> Result<bool> {
    let sql = "SELECT id FROM users LIMIT 1";
    let backend = connection.get_database_backend();
    Ok(connection.query_one_raw(Statement::from_string(backend, sql)).await?.is_some())
}

async fn bring_to(database: &Database, all: &[Migration], now: Timestamp) -> Result<()> {
    let looking = alone(database).await?;
    let applied = history(&looking, all, database.engine()).await?;
    looking.commit().await?;
    let pending = missing(all, &applied);
    if let (Some(first), Some(_)) = (pending.first(), applied.last()) {
        backup::before_migration(database, first.version).await?;
    }
    for migration in pending {
        apply(database, all, migration, now).await?;
    }
    Ok(())
}

fn missing<'a>(all: &'a [Migration], applied: &[(i64, String)]) -> Vec<&'a Migration> {
    all.iter().filter(|m| applied.iter().all(|(version, _)| *version != m.version)).collect()
}

/// Version and checksum of every applied migration, after making sure that this program may go on.
async fn history(
    connection: &impl ConnectionTrait,
    all: &[Migration],
    engine: Engine,
) -> Result<Vec<(i64, String)>> {
    connection.execute_unprepared(HISTORY).await?;
    let sql = "SELECT version, checksum FROM schema_history ORDER BY version";
    let rows =
        connection.query_all_raw(Statement::from_string(connection.get_database_backend(), sql)).await?;
    let mut applied = Vec::with_capacity(rows.len());
    for row in rows {
        applied.push((row.try_get::<i64>("", "version")?, row.try_get::<String>("", "checksum")?));
    }
    let newest = all.last().map_or(0, |migration| migration.version);
    for (version, checksum) in &applied {
        match all.iter().find(|migration| migration.version == *version) {
            None => return Err(StoreError::NewerSchema { found: *version, known: newest }),
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
        // A migration of much data may take longer than any request may.
        transaction.execute_unprepared("SET LOCAL statement_timeout = 0").await?;
        transaction.execute_unprepared(MIGRATION_LOCK).await?;
    }
    Ok(transaction)
}

async fn apply(database: &Database, all: &[Migration], migration: &Migration, now: Timestamp) -> Result<()> {
    let engine = database.engine();
    let transaction = alone(database).await?;
    // Another process may have done it while we waited for the lock.
    let applied = history(&transaction, all, engine).await?;
    if missing(all, &applied).iter().any(|left| left.version == migration.version) {
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

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: Migration = Migration {
        version: 1,
        name: "first",
        common: "CREATE TABLE one (id {text} PRIMARY KEY);",
        sqlite: "",
        postgres: "",
    };
    const SECOND: Migration = Migration {
        version: 2,
        name: "second",
        common: "CREATE TABLE two (id {text} PRIMARY KEY);",
        sqlite: "INSERT INTO two VALUES ('kept')",
        postgres: "",
    };
    const BROKEN: Migration = Migration { sqlite: "INSERT INTO nowhere VALUES (1)", ..SECOND };

    async fn schemaless(file: &std::path::Path) -> Database {
        Database::as_it_is(&file.to_string_lossy(), &file.with_extension("anchor")).await.unwrap()
    }

    async fn count(database: &Database, table: &str) -> Option<i64> {
        let sql = format!("SELECT COUNT(*) AS n FROM {table}");
        let connection = database.writing();
        let row =
            connection.query_one_raw(Statement::from_string(connection.get_database_backend(), sql)).await;
        row.ok()?.map(|row| row.try_get::<i64>("", "n").unwrap())
    }

    #[tokio::test]
    async fn a_migration_that_fails_leaves_nothing_and_a_copy_is_made_before_each_start() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("x.sqlite");
        let database = schemaless(&file).await;
        let now = Timestamp::UNIX_EPOCH;
        bring_to(&database, &[FIRST], now).await.unwrap();
        let copy = folder.path().join("x.sqlite.before-schema-2");
        assert!(!copy.exists(), "a new database needs no copy");

        assert!(bring_to(&database, &[FIRST, BROKEN], now).await.is_err());
        assert!(copy.exists());
        assert_eq!(
            (count(&database, "two").await, count(&database, "schema_history").await),
            (None, Some(1))
        );

        bring_to(&database, &[FIRST, SECOND], now).await.unwrap();
        assert_eq!(count(&database, "two").await, Some(1));
        bring_to(&database, &[FIRST, SECOND], now).await.unwrap();
        assert_eq!(count(&database, "two").await, Some(1), "applied once");

        let older = bring_to(&database, &[FIRST], now).await;
        assert!(matches!(older, Err(StoreError::NewerSchema { found: 2, known: 1 })));
        database.close().await.unwrap();
        let before = schemaless(&copy).await;
        assert_eq!((count(&before, "one").await, count(&before, "two").await), (Some(0), None));
    }
}
