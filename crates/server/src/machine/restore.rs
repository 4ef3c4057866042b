//! Putting a backup in the place of the embedded database.

use super::embedded;
use crate::{CheckedBackup, Config, Contents, Edge, ServeError, admin, backups, serve};
use std::{
    io,
    path::{Path, PathBuf},
};
use store::{Restoration, Restoring};

/// What a restoration did about the files outside the database.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Brought {
    /// Files that were brought back.
    pub files: usize,
    /// What is there now of the files that the backup names.
    pub contents: Contents,
    /// Where the zone's own rules of before are now, when they differed.
    pub rules_aside: Option<PathBuf>,
}

/// Checks a backup without changing it: every page, the schema, the audit chain against the anchor file, and the files
/// that it names, beside it or in the data folder. A copy that is only older than the anchor is good.
///
/// # Errors
/// A file that is no database of this program.
pub async fn check_backup(config: &Config, edge: &Edge, file: &Path) -> Result<CheckedBackup, ServeError> {
    is_there(file)?;
    let beside = backups::folder_of(file);
    let folders = [beside.as_path(), config.data.as_path()];
    Ok(backups::check(file, &config.anchor(), &folders, edge.now()).await?)
}

/// Restores a backup with the files it names; see [`store::restore`]. No server may be running on the data folder.
///
/// Files are brought back before the database takes its place, so that it never names one that is still to come; they
/// are only added, never replaced.
///
/// # Errors
/// [`ServeError::Running`], [`ServeError::NotEmbedded`], or what keeps the files from being written.
pub async fn restore(
    config: &Config,
    edge: &Edge,
    file: &Path,
    discard_newer: bool,
) -> Result<(Restoration, Brought), ServeError> {
    let target = embedded(config)?;
    is_there(file)?;
    let _held = serve::hold(&config.data)?;
    let (anchor, now) = (config.anchor(), edge.now());
    let checked = store::check(file, &anchor, now).await?;
    let mut brought = Brought::default();
    if checked.is_good() {
        let from = backups::folder_of(file);
        brought.files = backups::add_missing(&from, &config.data, false).map_err(unwritten(config))?;
        brought.contents = backups::look(&checked.named, &[&config.data]).map_err(unwritten(config))?;
    }
    let ask = Restoring { file, target: &target, anchor: &anchor, discard_newer, now };
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let done = store::restore(ask, admin::entry("restore", "database", &name, "/")).await?;
    if matches!(done, Restoration::Done(_)) {
        let aside = format!("rules.before-restore-{}", now.to_string().replace([':', '.'], "-"));
        let aside = config.data.join(aside);
        let moved = backups::restore_rules(&backups::rules_of(file), &config.rules(), &aside);
        brought.rules_aside = moved.map_err(unwritten(config))?.then_some(aside);
    }
    Ok((done, brought))
}

fn unwritten(config: &Config) -> impl FnOnce(io::Error) -> ServeError {
    let what = config.data.display().to_string();
    move |error| ServeError::File { what, error }
}

fn is_there(file: &Path) -> Result<(), ServeError> {
    let found = std::fs::File::open(file);
    found.map(|_| ()).map_err(|error| ServeError::File { what: file.display().to_string(), error })
}
