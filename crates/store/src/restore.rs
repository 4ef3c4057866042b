//! Putting a backup in the place of an embedded database. What was there is moved aside, never deleted.

use crate::{
    Checked, Database,
    audit::{self, Anchor, Entry, Head},
    backup,
    error::Result,
    migrations::hex,
    sessions,
};
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use std::{
    fs::{self, File, OpenOptions},
    io::Read as _,
    path::{Path, PathBuf},
};

/// What is to be restored, and onto what.
#[derive(Debug, Clone, Copy)]
pub struct Restoring<'a> {
    /// The backup.
    pub file: &'a Path,
    /// The database file.
    pub target: &'a Path,
    /// The file with the audit heads of that database.
    pub anchor: &'a Path,
    /// Go on although changes made after the backup will be gone.
    pub discard_newer: bool,
    /// The time.
    pub now: Timestamp,
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Restoration {
    /// The backup is in its place.
    Done(Restored),
    /// The backup is not whole; nothing was changed.
    Damaged(Checked),
    /// The database, or its anchor, knows more than the backup; nothing was changed.
    Newer {
        /// Audit rows of the backup.
        backup: i64,
        /// Audit rows that were written in all.
        present: i64,
    },
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// Audit rows of the backup.
    pub rows: i64,
    /// Audit rows written after the backup, which the restored database does not have.
    pub discarded: i64,
    /// Sessions that were open in the backup and were ended.
    pub sessions_ended: u64,
    /// Where the database before is now, if there was one.
    pub database_aside: Option<PathBuf>,
    /// Where the anchor file before is now, if there was one.
    pub anchor_aside: Option<PathBuf>,
    /// The head of the audit chain now: the restoration itself is its last row.
    pub head: Head,
}

/// Restores a backup. No program may have the database open. The restored copy is made ready beside the database
/// (schema brought up to date, sessions ended, the restoration written to its audit log) and only then renamed.
///
/// The new anchor file keeps the heads that the backup contains; the old one is kept aside as evidence of the rest.
///
/// # Errors
/// A file that is no database of this program, or a folder that cannot be written. What was there is still there,
/// under its own name or the one with `.before-restore-` in it.
pub async fn restore(ask: Restoring<'_>, mut entry: Entry) -> Result<Restoration> {
    let checked = backup::check(ask.file, ask.anchor, ask.now).await?;
    if !checked.is_good() {
        return Ok(Restoration::Damaged(checked));
    }
    let backup = checked.audit.head.count;
    let present = newest(ask.target, ask.anchor, backup).await?;
    if present > backup && !ask.discard_newer {
        return Ok(Restoration::Newer { backup, present });
    }
    let (copy, heads) = (with(ask.target, ".restoring"), with(ask.anchor, ".restoring"));
    forget(&[&copy, &heads])?;
    private_copy(ask.file, &copy)?;
    write_heads(ask.anchor, &heads, backup)?;
    entry.detail = serde_json::json!({
        "file": ask.file.file_name().map(|name| name.to_string_lossy()),
        "sha256": sha256(ask.file)?,
        "rows": backup,
        "discarded": present - backup,
    });
    let (head, sessions_ended) = make_ready(&copy, &heads, entry, ask.now).await?;
    let (database_aside, anchor_aside) = exchange(&ask, &copy, &heads)?;
    let discarded = present - backup;
    Ok(Restoration::Done(Restored {
        rows: backup,
        discarded,
        sessions_ended,
        database_aside,
        anchor_aside,
        head,
    }))
}

/// Audit rows that the database or its anchor knows of; a database that cannot be read is why backups exist.
async fn newest(target: &Path, anchor: &Path, backup: i64) -> Result<i64> {
    let anchored = Anchor::at(anchor).heads()?.last().map_or(0, |head| head.count);
    let here = if target.exists() { rows_of(target).await.unwrap_or(0) } else { 0 };
    Ok(backup.max(anchored).max(here))
}

async fn rows_of(file: &Path) -> Result<i64> {
    let database = Database::as_it_is(&file.to_string_lossy(), &with(file, ".no-anchor")).await?;
    let head = audit::head(&database).await;
    database.close().await?;
    Ok(head?.count)
}

/// The heads that the backup contains, as a file of their own.
fn write_heads(from: &Path, to: &Path, backup: i64) -> Result<()> {
    let heads = Anchor::at(from).heads()?;
    let lines: Vec<String> = heads
        .iter()
        .filter(|head| head.count <= backup)
        .map(|head| format!("{} {}", head.count, head.hash))
        .collect();
    fs::write(to, lines.join("\n"))?;
    Ok(())
}

async fn make_ready(copy: &Path, heads: &Path, entry: Entry, now: Timestamp) -> Result<(Head, u64)> {
    let database = Database::open(&copy.to_string_lossy(), heads, now).await?;
    let work = database.begin(now).await?;
    let ended = sessions::end_everyones(&work).await?;
    let head = work.commit(&entry, &[]).await?;
    database.tidy().await?;
    database.close().await?;
    Ok((head, ended))
}

/// Moves what was there aside and the new files into their places.
fn exchange(ask: &Restoring<'_>, copy: &Path, heads: &Path) -> Result<(Option<PathBuf>, Option<PathBuf>)> {
    let suffix = format!(".before-restore-{}", ask.now.to_string().replace([':', '.'], "-"));
    let database_aside = aside(ask.target, &suffix)?;
    for log in ["-wal", "-shm"] {
        let file = with(ask.target, log);
        if file.exists() {
            fs::rename(&file, with(ask.target, &format!("{suffix}{log}")))?;
        }
    }
    fs::rename(copy, ask.target)?;
    let anchor_aside = aside(ask.anchor, &suffix)?;
    fs::rename(heads, ask.anchor)?;
    for folder in [ask.target.parent(), ask.anchor.parent()].into_iter().flatten() {
        if !folder.as_os_str().is_empty() {
            File::open(folder)?.sync_all()?;
        }
    }
    forget(&[copy, heads])?;
    Ok((database_aside, anchor_aside))
}

fn aside(file: &Path, suffix: &str) -> Result<Option<PathBuf>> {
    if !file.exists() {
        return Ok(None);
    }
    let to = with(file, suffix);
    fs::rename(file, &to)?;
    Ok(Some(to))
}

/// `file` with `suffix` behind its name.
fn with(file: &Path, suffix: &str) -> PathBuf {
    PathBuf::from(format!("{}{suffix}", file.display()))
}

/// Takes left-overs of an interrupted restoration away: the files and everything whose name begins like theirs.
fn forget(files: &[&Path]) -> Result<()> {
    for file in files {
        let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let start = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            if entry.file_name().to_string_lossy().starts_with(&start) {
                fs::remove_file(entry.path())?;
            }
        }
    }
    Ok(())
}

/// A copy for this user only, forced to disk.
fn private_copy(from: &Path, to: &Path) -> Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut target = options.open(to)?;
    std::io::copy(&mut File::open(from)?, &mut target)?;
    Ok(target.sync_all()?)
}

fn sha256(file: &Path) -> Result<String> {
    let (mut file, mut digest, mut part) = (File::open(file)?, Sha256::new(), vec![0; 1 << 16]);
    loop {
        let read = file.read(&mut part)?;
        if read == 0 {
            return Ok(hex(&digest.finalize()));
        }
        digest.update(&part[..read]);
    }
}
