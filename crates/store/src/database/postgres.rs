//! PostgreSQL: one pool, by URL.

use crate::{StoreError, error::Result};
use sea_orm::{ConnectOptions, ConnectionTrait, Database as Orm, DatabaseConnection, Statement};
use std::time::Duration;

const OLDEST: i64 = 15;

pub(super) async fn pool(url: &str) -> Result<DatabaseConnection> {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(16)
        .min_connections(1)
        .acquire_timeout(Duration::from_secs(10))
        .statement_timeout(Duration::from_secs(60))
        .set_application_name("jifen")
        .sqlx_logging(false);
    Ok(Orm::connect(options).await?)
}

/// Refuses a server older than [`OLDEST`].
pub(super) async fn check_version(connection: &DatabaseConnection) -> Result<()> {
    let sql = "SELECT current_setting('server_version_num')::bigint AS v";
    let row =
        connection.query_one_raw(Statement::from_string(connection.get_database_backend(), sql)).await?;
    let found = row.map(|row| row.try_get::<i64>("", "v")).transpose()?.unwrap_or(0) / 10_000;
    if found < OLDEST { Err(StoreError::OldPostgres { found }) } else { Ok(()) }
}
