//! Putting a backup in the place of the embedded database.

use super::embedded;
use crate::{Config, Edge, ServeError, admin, serve};
use std::path::Path;
use store::{Checked, Restoration, Restoring};

/// Checks a backup without changing it: every page, the schema, and the audit chain against the anchor file. A copy
/// that is only older than the anchor is good.
///
/// # Errors
/// A file that is no database of this program.
pub async fn check_backup(config: &Config, edge: &Edge, file: &Path) -> Result<Checked, ServeError> {
    is_there(file)?;
    Ok(store::check(file, &config.anchor(), edge.now()).await?)
}

/// Restores a backup; see [`store::restore`]. No server may be running on the data folder.
///
/// # Errors
/// [`ServeError::Running`], [`ServeError::NotEmbedded`], or what keeps the files from being written.
pub async fn restore(
    config: &Config,
    edge: &Edge,
    file: &Path,
    discard_newer: bool,
) -> Result<Restoration, ServeError> {
    let target = embedded(config)?;
    is_there(file)?;
    let _held = serve::hold(&config.data)?;
    let anchor = config.anchor();
    let ask = Restoring { file, target: &target, anchor: &anchor, discard_newer, now: edge.now() };
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    Ok(store::restore(ask, admin::entry("restore", "database", &name, "/")).await?)
}

fn is_there(file: &Path) -> Result<(), ServeError> {
    let found = std::fs::File::open(file);
    found.map(|_| ()).map_err(|error| ServeError::File { what: file.display().to_string(), error })
}
