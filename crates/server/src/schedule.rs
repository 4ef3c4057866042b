//! What happens by itself: the audit head goes to its file, old answers go, accounts nobody uses are shut, officers are reminded of their tasks, backups are made and old ones go.

use crate::{Config, app::App, library::look_ahead, memory, tasks::remind_officers, users::shut_dormant};
use jiff::Timestamp;
use std::{path::PathBuf, time::Duration};
use store::{Database, Engine, Housekeeping, StoreError, idempotency, provider_flows};

const ANCHOR_EVERY: Duration = Duration::from_secs(1);
const SHUT_EVERY: Duration = Duration::from_secs(3_600);
const LOOK_EVERY: Duration = Duration::from_secs(60);
const REMIND_EVERY: Duration = Duration::from_secs(3_600);
const CLEAR_EVERY: Duration = Duration::from_secs(3_600);
const GIVE_BACK_EVERY: Duration = Duration::from_secs(30);

/// Runs until the server closes.
pub(crate) async fn run(app: App) {
    let mut anchor = tokio::time::interval(ANCHOR_EVERY);
    let mut clear = tokio::time::interval(CLEAR_EVERY);
    let mut shut = tokio::time::interval(SHUT_EVERY);
    let mut give_back = tokio::time::interval(GIVE_BACK_EVERY);
    let mut remind = tokio::time::interval(REMIND_EVERY);
    let hours = u64::from(app.config.backup_hours);
    let makes_backups = hours > 0 && app.database.engine() == Engine::Sqlite && !app.config.demo;
    let mut backup = tokio::time::interval(Duration::from_secs(hours.max(1) * 3_600));
    // The first tick comes at once: a start is no reason for a backup.
    backup.reset();
    loop {
        let done = tokio::select! {
            _ = anchor.tick() => app.database.anchor().flush().await,
            _ = clear.tick() => clear_expired(&app).await,
            _ = shut.tick() => shut_dormant(&app).await.map(|_| ()),
            _ = remind.tick() => remind_officers(&app).await.map(|_| ()),
            _ = backup.tick(), if makes_backups => {
                back_up(&app.database, &app.config, app.edge.now()).await.map(|_| ())
            }
            _ = give_back.tick() => {
                memory::give_back();
                Ok(())
            }
            () = app.closed() => return,
        };
        if let Err(error) = done {
            tracing::error!(%error, "scheduled work failed");
        }
    }
}

/// Looks ahead until the server closes; beside the rest, which must not wait for a computation.
pub(crate) async fn look_on(app: App) {
    let mut look = tokio::time::interval(LOOK_EVERY);
    loop {
        let done = tokio::select! {
            _ = look.tick() => look_ahead(&app).await,
            () = app.closed() => return,
        };
        if let Err(error) = done {
            tracing::error!(%error, "the library was not computed ahead");
        }
    }
}

async fn clear_expired(app: &App) -> Result<(), StoreError> {
    let work = app.database.begin(app.edge.now()).await?;
    idempotency::clear_expired(&work).await?;
    provider_flows::clear_expired(&work).await?;
    work.commit_housekeeping(Housekeeping::Expired).await?;
    app.database.tidy().await
}

/// Makes a backup into the folder of backups and takes the oldest beyond the number kept away; says which file.
///
/// # Errors
/// The store's failure, or a folder that cannot be written.
pub(crate) async fn back_up(
    database: &Database,
    config: &Config,
    now: Timestamp,
) -> Result<PathBuf, StoreError> {
    let folder = config.backups();
    std::fs::create_dir_all(&folder)?;
    let time = now.to_string().replace([':', '.'], "-");
    let file = folder.join(format!("jifen-{time}.sqlite"));
    store::back_up(database, &file).await?;
    for old in too_many(&folder, config.backup_keep)? {
        std::fs::remove_file(old)?;
    }
    Ok(file)
}

/// The backups beyond the newest `keep`; names sort by time.
fn too_many(folder: &std::path::Path, keep: u32) -> Result<Vec<PathBuf>, StoreError> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or("");
        if name.starts_with("jifen-") && path.extension().is_some_and(|kind| kind == "sqlite") {
            all.push(path);
        }
    }
    all.sort_unstable();
    let surplus = all.len().saturating_sub(usize::try_from(keep).unwrap_or(usize::MAX));
    all.truncate(surplus);
    Ok(all)
}
