//! Copies of an embedded database: consistent while it is in use, and checked before they are trusted.

use crate::{Database, Engine, Named, StoreError, audit, error::Result, named};
use jiff::Timestamp;
use sea_orm::{ConnectionTrait, Statement};
use std::path::{Path, PathBuf};

/// What a check of a copy found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// `ok`, or the engine's own list of damages.
    pub integrity: String,
    /// The state of the audit chain in the copy, against the anchors given.
    pub audit: audit::Verdict,
    /// The files outside the database that the copy names.
    pub named: Named,
}

impl Checked {
    fn unreadable(integrity: String) -> Self {
        let head = audit::Head { count: 0, hash: String::new() };
        let audit = audit::Verdict { head, anchored: 0, findings: Vec::new() };
        Self { integrity, audit, named: Named::default() }
    }

    /// Whether the copy can be restored as it is.
    #[must_use]
    pub fn is_good(&self) -> bool {
        self.integrity == "ok" && self.audit.is_intact()
    }
}

/// Writes a consistent copy of `database` to the new file `to` (`VACUUM INTO`, never a file copy).
///
/// # Errors
/// [`StoreError::Address`] for PostgreSQL (use its own tools), an existing file, or a full disk.
pub async fn back_up(database: &Database, to: &Path) -> Result<()> {
    if database.engine() == Engine::Postgres {
        return Err(StoreError::Address);
    }
    reserve(to)?;
    let copied = copy(database, to).await;
    if copied.is_err() {
        // Nothing half-written stays; that it could not be taken away either changes nothing for the caller.
        let _ = std::fs::remove_file(to);
    }
    copied?;
    std::fs::File::open(to)?.sync_all()?;
    Ok(())
}

/// Makes the empty file that the copy goes into, readable by this user only; one that is there already is refused.
fn reserve(to: &Path) -> Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(to)?;
    Ok(())
}

async fn copy(database: &Database, to: &Path) -> Result<()> {
    let connection = database.writing();
    let target = to.to_string_lossy().into_owned();
    let backend = connection.get_database_backend();
    let statement = Statement::from_sql_and_values(backend, "VACUUM INTO $1", [target.into()]);
    connection.execute_raw(statement).await?;
    Ok(())
}

/// Checks the copy `file` without changing it: page integrity, schema, audit chain. `anchors` is the file that
/// keeps the audit heads; a copy older than its last line is reported as such, not as damage.
///
/// # Errors
/// A file that cannot be opened as a database of this program.
pub async fn check(file: &Path, anchors: &Path, now: Timestamp) -> Result<Checked> {
    let folder = Scratch::new(file)?;
    let work = folder.0.join("checked.sqlite");
    std::fs::copy(file, &work)?;
    let database = match Database::open(&work.to_string_lossy(), anchors, now).await {
        Ok(database) => database,
        // Not even a database: the copy is damaged, the check itself went well.
        Err(StoreError::Database(error)) => return Ok(Checked::unreadable(error.to_string())),
        Err(other) => return Err(other),
    };
    let integrity = integrity(&database).await?;
    let audit = audit::verify(&database).await?;
    let named = named(&database).await?;
    database.close().await?;
    Ok(Checked { integrity, audit, named })
}

async fn integrity(database: &Database) -> Result<String> {
    let connection = database.writing();
    let statement = Statement::from_string(connection.get_database_backend(), "PRAGMA integrity_check");
    let rows = connection.query_all_raw(statement).await?;
    let mut lines = Vec::new();
    for row in rows {
        lines.push(row.try_get::<String>("", "integrity_check")?);
    }
    Ok(lines.join("\n"))
}

/// A folder beside the copy that goes away with this value.
struct Scratch(PathBuf);

impl Scratch {
    fn new(beside: &Path) -> Result<Self> {
        let name = format!("{}.check-{}", beside.display(), std::process::id());
        std::fs::create_dir(&name)?;
        Ok(Self(PathBuf::from(name)))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // Nothing depends on it: a left-over folder only takes room.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The automatic copy before migration `version`, beside the database. PostgreSQL is backed up by its own tools.
pub(crate) async fn before_migration(database: &Database, version: i64) -> Result<()> {
    let Some(file) = database.file() else { return Ok(()) };
    let target = PathBuf::from(format!("{}.before-schema-{version}", file.display()));
    if target.exists() {
        std::fs::remove_file(&target)?;
    }
    back_up(database, &target).await
}
