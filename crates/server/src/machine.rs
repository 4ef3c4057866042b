//! What an administrator does at the machine itself, beside a running server or without one.

mod restore;

pub use restore::{Brought, check_backup, restore};

use crate::{App, Config, Edge, Made, ServeError, admin, backups, jobs::Progress, serve};
use std::path::PathBuf;
use store::{Database, StoreError, audit::Verdict};
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

/// The file of the embedded database that `config` names.
fn embedded(config: &Config) -> Result<PathBuf, ServeError> {
    if config.database.contains("://") {
        Err(ServeError::NotEmbedded)
    } else {
        Ok(config.database.clone().into())
    }
}

/// A database that was made before: none of these commands makes one, least of all in a folder misspelt.
fn must_exist(config: &Config) -> Result<(), ServeError> {
    match embedded(config) {
        Ok(file) if !file.exists() => Err(ServeError::NoDatabase(file)),
        _ => Ok(()),
    }
}

/// The database as it is: a command beside a running server must not bring the schema up to date under it.
async fn as_it_is(config: &Config) -> Result<Database, ServeError> {
    must_exist(config)?;
    Ok(Database::as_it_is(&config.database, &config.anchor()).await?)
}

/// The server on a database whose schema is this program's, not listening.
async fn ready(config: Config, edge: Edge) -> Result<App, ServeError> {
    let database = as_it_is(&config).await?;
    let ready = database.is_up_to_date().await?;
    database.close().await?;
    if ready { serve::open(config, edge).await } else { Err(ServeError::OlderSchema) }
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
    let app = ready(config, edge).await?;
    let link = admin::reset_password(&app, login, second_factor).await?;
    app.database.close().await?;
    Ok(link)
}

/// Gives `role` (its word, e.g. `security-administrator`) to a person of the topmost organisation; see
/// [`admin::appoint`]. The one-time link, or why not.
///
/// # Errors
/// What keeps the database from opening, or its failure.
pub async fn appoint(
    config: Config,
    edge: Edge,
    login: &str,
    name: &str,
    role: &str,
) -> Result<Result<String, admin::NotAppointed>, ServeError> {
    let Ok(role) = store::Role::from_word(role) else { return Ok(Err(admin::NotAppointed::Role)) };
    let app = ready(config, edge).await?;
    let appointed = admin::appoint(&app, login, name, role).await?;
    app.database.close().await?;
    Ok(appointed)
}

/// Backs the embedded database up to `to`, or into its folder of backups (where the oldest beyond the number to keep
/// go), with the files that it names beside it, also while a server uses it; reads all of it back.
///
/// # Errors
/// [`ServeError::NotEmbedded`] for PostgreSQL, or what keeps the copy from being written.
pub async fn back_up(config: &Config, edge: &Edge, to: Option<PathBuf>) -> Result<Made, ServeError> {
    embedded(config)?;
    let database = as_it_is(config).await?;
    let made = match &to {
        Some(file) => backups::at(&database, config, file, edge.now()).await,
        None => {
            let made = backups::into_folder(&database, config, edge.now(), &Progress::default()).await;
            // Nobody told it to stop.
            made.and_then(|made| made.ok_or_else(|| std::io::Error::other("stopped").into()))
        }
    };
    database.close().await?;
    made.map_err(|error| match error {
        StoreError::File(error) => {
            let what = to.unwrap_or_else(|| config.backups()).display().to_string();
            ServeError::File { what, error }
        }
        other => other.into(),
    })
}

/// Reads the whole audit log and compares it with itself and with the anchor file.
///
/// # Errors
/// What keeps the database from opening, or its failure.
pub async fn verify_audit(config: &Config) -> Result<Verdict, ServeError> {
    let database = as_it_is(config).await?;
    let verdict = store::audit::verify(&database).await;
    database.close().await?;
    Ok(verdict?)
}
