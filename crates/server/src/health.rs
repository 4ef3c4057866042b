//! Probes: alive, and ready to work.

use crate::{
    app::App,
    problem::{Code, Problem, Stop},
    reply::{Answer, Reply},
};
use axum::extract::State;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use std::{
    io::{self, Write as _},
    path::Path,
};
use store::StoreError;
use tokio::sync::Mutex;
use utoipa::ToSchema;

/// A probe's answer.
#[derive(Serialize, ToSchema)]
pub(crate) struct Health {
    /// Always `ok`.
    status: &'static str,
}

/// The process is alive.
#[utoipa::path(get, path = "/livez", operation_id = "livez", tag = "health",
    responses((status = 200, body = Health, description = "Alive")),
    extensions(("x-permission" = json!("open")), ("x-rate" = json!("unlimited"))))]
pub(crate) async fn livez() -> Reply {
    Reply::ok(&Health { status: "ok" })
}

/// The database answers, the disk takes files, and the server is not shutting down.
#[utoipa::path(get, path = "/readyz", operation_id = "readyz", tag = "health",
    responses((status = 200, body = Health, description = "Ready")),
    extensions(("x-permission" = json!("open")), ("x-rate" = json!("unlimited"))))]
pub(crate) async fn readyz(State(app): State<App>) -> Answer {
    if *app.closing.borrow() {
        return Err(Problem::new(Code::NotReady).after(5).into());
    }
    let ready = match app.database.ping().await {
        Ok(()) => app.disk.takes_files(&app).await,
        Err(error) => Err(error),
    };
    match ready {
        Ok(()) => Ok(Reply::ok(&Health { status: "ok" })),
        Err(error) => {
            tracing::error!(%error, "not ready");
            Err(Stop::from(Problem::new(Code::NotReady).after(5)))
        }
    }
}

/// So much has to fit on the disk: less than this is a full disk for every purpose.
const ROOM: usize = 1 << 20;
/// Probes come from anybody, so the disk is asked this seldom.
const ASKED_EVERY: SignedDuration = SignedDuration::from_secs(10);

/// Whether the data folder takes files. A full or read-only disk lets reads go on, so that only writing shows it.
#[derive(Default)]
pub(crate) struct Disk(Mutex<Option<(Timestamp, Option<String>)>>);

impl Disk {
    /// Writes a file and takes it away, unless that was tried a moment ago.
    ///
    /// # Errors
    /// What the disk said.
    async fn takes_files(&self, app: &App) -> Result<(), StoreError> {
        let now = app.edge.now();
        let mut last = self.0.lock().await;
        let fresh = last.as_ref().is_some_and(|(at, _)| now.duration_since(*at).abs() < ASKED_EVERY);
        if !fresh {
            let data = app.config.data.clone();
            let tried = tokio::task::spawn_blocking(move || try_to_write(&data)).await;
            let tried = tried.map_err(io::Error::other).and_then(|tried| tried);
            *last = Some((now, tried.err().map(|error| error.to_string())));
        }
        match last.as_ref().and_then(|(_, why)| why.clone()) {
            Some(why) => Err(io::Error::other(format!("the data folder takes no files: {why}")).into()),
            None => Ok(()),
        }
    }
}

fn try_to_write(data: &Path) -> io::Result<()> {
    let mut file = tempfile::Builder::new().prefix(".probe-").tempfile_in(data)?;
    file.write_all(&vec![0; ROOM])?;
    file.as_file().sync_data()
}
