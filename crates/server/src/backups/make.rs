//! Making a backup: the database, then the files it names, then reading all of it back.

use super::{
    contents::{self, Contents},
    shelf::{self, Checkup},
};
use crate::{app::App, config::Config, jobs::Progress};
use jiff::{SignedDuration, Timestamp};
use std::{
    io,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};
use store::{Checked, Database, Engine, StoreError};

/// After one that failed the next is tried so much later.
const AGAIN: SignedDuration = SignedDuration::from_hours(1);

/// Steps of a backup, as people see them.
pub(crate) const STEPS: usize = 3;

/// What the running server remembers about its backups.
#[derive(Default)]
pub(crate) struct State {
    /// One at a time.
    turn: tokio::sync::Mutex<()>,
    /// When the latest attempt failed, if it did.
    failed_at: Mutex<Option<Timestamp>>,
}

impl State {
    /// When the latest attempt failed, if it did.
    pub(crate) fn failed_at(&self) -> Option<Timestamp> {
        *self.failed_at.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn set(&self, failed_at: Option<Timestamp>) {
        *self.failed_at.lock().unwrap_or_else(PoisonError::into_inner) = failed_at;
    }
}

/// What a check of a backup found: the copy of the database, and the files that it names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedBackup {
    /// The copy of the database.
    pub copy: Checked,
    /// The files.
    pub contents: Contents,
}

impl CheckedBackup {
    /// Whether all of it can be restored.
    #[must_use]
    pub fn is_good(&self) -> bool {
        self.copy.is_good() && self.contents.is_good()
    }
}

/// A backup that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// The copy of the database; the files are beside it in `files` and `rules-in-use`.
    pub file: PathBuf,
    /// What reading it back said.
    pub checked: CheckedBackup,
}

/// Makes a backup into the folder of backups, reads it back, and takes old ones away.
///
/// # Errors
/// The store's failure, or a folder that cannot be written. `None` when `progress` was told to stop.
pub(crate) async fn into_folder(
    database: &Database,
    config: &Config,
    now: Timestamp,
    progress: &Progress,
) -> Result<Option<Made>, StoreError> {
    let folder = config.backups();
    std::fs::create_dir_all(&folder)?;
    let file = folder.join(shelf::name_at(now));
    // Under another name until it is whole: one that was killed half way is not taken for a backup.
    let making = folder.join(format!("{}{}", shelf::UNFINISHED, shelf::name_at(now)));
    let rules = shelf::rules_of(&file);
    let copied = copied(database, config, (&making, &rules), progress).await;
    if !matches!(copied, Ok(Some(_))) {
        // Each attempt on a full disk would leave it fuller. Why it failed is told rather than that this fails too.
        let cleared = shelf::gone(std::fs::remove_file(&making))
            .and_then(|()| shelf::gone(std::fs::remove_dir_all(&rules)));
        copied?;
        cleared?;
        return Ok(None);
    }
    let added = copied?.unwrap_or_default();
    std::fs::rename(&making, &file)?;
    let checked = read_back(config, &file, now).await?;
    progress.set(STEPS);
    let checkup = Checkup {
        checked_at: now.to_string(),
        good: checked.is_good(),
        rows: checked.copy.audit.head.count,
        files: checked.contents.named,
        missing: checked.contents.missing.clone(),
        damaged: checked.contents.damaged.clone(),
    };
    let text = serde_json::to_vec_pretty(&checkup).map_err(io::Error::other)?;
    std::fs::write(shelf::checkup_of(&file), text)?;
    shelf::thin_out(&folder, config.backup_keep)?;
    shelf::clear_unfinished(&folder, now)?;
    tracing::info!(file = %file.display(), good = checkup.good, files_added = added, "backed up");
    Ok(Some(Made { file, checked }))
}

/// Makes a backup at `file`, with its files beside it, and reads it back.
///
/// # Errors
/// The store's failure, or a folder that cannot be written.
pub(crate) async fn at(
    database: &Database,
    config: &Config,
    file: &Path,
    now: Timestamp,
) -> Result<Made, StoreError> {
    copied(database, config, (file, &shelf::rules_of(file)), &Progress::default()).await?;
    Ok(Made { file: file.to_owned(), checked: read_back(config, file, now).await? })
}

/// How many files were added; `None` when it was told to stop, and then `file` is not whole.
/// The database first: a file is there before a row names it, so nothing that the copy names can be missed.
async fn copied(
    database: &Database,
    config: &Config,
    (file, rules): (&Path, &Path),
    progress: &Progress,
) -> Result<Option<usize>, StoreError> {
    store::back_up(database, file).await?;
    if progress.step(1).is_err() {
        return Ok(None);
    }
    let (data, to) = (config.data.clone(), folder_of(file));
    let added = blocking(move || contents::add_missing(&data, &to, true)).await?;
    contents::copy_rules(&config.rules(), rules)?;
    Ok(progress.step(2).is_ok().then_some(added))
}

async fn read_back(config: &Config, file: &Path, now: Timestamp) -> Result<CheckedBackup, StoreError> {
    check(file, &config.anchor(), &[&folder_of(file)], now).await
}

/// Reads a backup: every page, the schema, the audit chain, and every file it names, which may lie in any of `folders`.
///
/// # Errors
/// What is no database of this program, or a file that is there and cannot be read.
pub(crate) async fn check(
    file: &Path,
    anchor: &Path,
    folders: &[&Path],
    now: Timestamp,
) -> Result<CheckedBackup, StoreError> {
    let copy = Box::pin(store::check(file, anchor, now)).await?;
    let named = copy.named.clone();
    let folders: Vec<PathBuf> = folders.iter().map(|folder| (*folder).to_owned()).collect();
    let contents = blocking(move || {
        let folders: Vec<&Path> = folders.iter().map(PathBuf::as_path).collect();
        contents::look(&named, &folders)
    });
    Ok(CheckedBackup { copy, contents: contents.await? })
}

/// The folder that `file` is in.
pub(crate) fn folder_of(file: &Path) -> PathBuf {
    let parent = file.parent().filter(|parent| !parent.as_os_str().is_empty());
    parent.unwrap_or(Path::new(".")).to_owned()
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> Result<T, StoreError> {
    Ok(tokio::task::spawn_blocking(work).await.map_err(io::Error::other)??)
}

/// Makes a backup for the running server and remembers how it went.
///
/// # Errors
/// As of [`into_folder`].
pub(crate) async fn for_server(app: &App, progress: &Progress) -> Result<Option<Made>, StoreError> {
    let _turn = app.backups.turn.lock().await;
    let now = app.edge.now();
    // Boxed, here and below: the compiler does not follow futures so deep in each other.
    let made = Box::pin(into_folder(&app.database, &app.config, now, progress)).await;
    match &made {
        Ok(Some(made)) if made.checked.is_good() => app.backups.set(None),
        Ok(None) => {}
        Ok(Some(made)) => {
            tracing::error!(file = %made.file.display(), checked = ?made.checked.contents, "a backup is not whole");
            app.backups.set(Some(now));
        }
        Err(_) => app.backups.set(Some(now)),
    }
    made
}

/// Whether this server makes backups by itself.
pub(crate) fn are_scheduled(app: &App) -> bool {
    app.config.backup_hours > 0 && app.database.engine() == Engine::Sqlite && !app.config.demo
}

/// Whether the newest backup is so old that the next is due: its age counts, not how long this server runs.
///
/// # Errors
/// The folder of backups cannot be read.
pub(crate) fn is_due(app: &App) -> io::Result<bool> {
    let now = app.edge.now();
    if app.backups.failed_at().is_some_and(|failed| now.duration_since(failed) < AGAIN) {
        return Ok(false);
    }
    let newest = shelf::all(&app.config.backups())?.into_iter().find(|kept| !kept.is_bad());
    let every = SignedDuration::from_hours(app.config.backup_hours.into());
    Ok(newest.is_none_or(|newest| now.duration_since(newest.made_at) >= every))
}
