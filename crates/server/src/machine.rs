//! What an administrator does at the machine itself, beside a running server or without one.

use crate::{Config, Edge, ServeError, admin, schedule, serve};
use std::path::{Path, PathBuf};
use store::{Checked, audit::Verdict};
use tracing_subscriber::EnvFilter;

/// Logs as one line of JSON each on standard error, as `config` says (the setting `log`). A second call changes
/// nothing.
pub fn log_to_standard_error(config: &Config) {
    let filter = EnvFilter::new(&config.log);
    let logs = tracing_subscriber::fmt().json().with_span_list(false).with_env_filter(filter);
    let logs = logs.with_writer(std::io::stderr);
    // Somebody else logs already: theirs stay.
    let _ = logs.try_init();
}

/// Resolves when the process is asked to end (SIGTERM, or Ctrl-C).
pub async fn asked_to_end() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminated) = signal(SignalKind::terminate()) {
            tokio::select! { _ = interrupted => {}, _ = terminated.recv() => {} }
            return;
        }
    }
    // Without signals there is only killing.
    let _ = interrupted.await;
}

/// Makes a one-time link for the person who signs in as `login`; see [`admin::reset_password`].
///
/// # Errors
/// What keeps the database from opening, or its failure.
pub async fn reset_password(
    config: Config,
    edge: Edge,
    login: &str,
    second_factor: bool,
) -> Result<Option<String>, ServeError> {
    let app = serve::open(config, edge).await?;
    let link = admin::reset_password(&app, login, second_factor).await?;
    app.database.close().await?;
    Ok(link)
}

/// Copies the embedded database into its folder of backups, also while a server uses it; says which file. The oldest
/// beyond the number to keep go.
///
/// # Errors
/// [`store::StoreError::Address`] for PostgreSQL, or what keeps the copy from being written.
pub async fn back_up(config: Config, edge: Edge) -> Result<PathBuf, ServeError> {
    let app = serve::open(config, edge).await?;
    let name = schedule::back_up(&app).await?;
    app.database.close().await?;
    Ok(app.config.backups().join(name))
}

/// Checks a backup without changing it: every page, the schema, and the audit chain against the anchor file. A copy
/// that is only older than the anchor is good.
///
/// # Errors
/// A file that is no database of this program.
pub async fn check_backup(config: &Config, edge: &Edge, file: &Path) -> Result<Checked, ServeError> {
    Ok(store::check(file, &config.anchor(), edge.now()).await?)
}

/// Reads the whole audit log and compares it with itself and with the anchor file.
///
/// # Errors
/// What keeps the database from opening, or its failure.
pub async fn verify_audit(config: Config, edge: Edge) -> Result<Verdict, ServeError> {
    let app = serve::open(config, edge).await?;
    let verdict = store::audit::verify(&app.database).await?;
    app.database.close().await?;
    Ok(verdict)
}
