//! Listening, and coming to an orderly end.

mod error;

pub use error::ServeError;

use crate::{App, Config, Edge, admin, demo, jobs, listening, metrics, router, schedule};
use axum::{Router, extract::State, http::header, routing::get};
use formula::Sentence;
use std::{
    fs::{self, OpenOptions},
    io::{Read, Write},
    net::SocketAddr,
    path::Path,
    pin::pin,
};
use store::Database;
use tokio::net::TcpListener;

/// Opens everything that `config` names, without listening.
///
/// # Errors
/// A folder, key or database that cannot be opened.
pub async fn open(config: Config, edge: Edge) -> Result<App, ServeError> {
    folder(&config.data).map_err(ServeError::file(config.data.display().to_string()))?;
    let key = master_key(&config.master_key(), &edge).map_err(ServeError::file("server.key"))?;
    let (address, anchor, now) = (&config.database, config.anchor(), edge.now());
    let database = if config.migrate {
        Database::open_migrating(address, &anchor, now).await?
    } else {
        Database::open(address, &anchor, now).await?
    };
    App::new(database, config, edge, key).map_err(ServeError::Program)
}

/// Takes the data folder for this process alone, until the value is dropped: two servers, or a server and a
/// restoration, would write the same files.
///
/// # Errors
/// [`ServeError::Running`], or a file that cannot be made.
pub(crate) fn hold(data: &Path) -> Result<fs::File, ServeError> {
    folder(data).map_err(ServeError::file(data.display().to_string()))?;
    let name = data.join("running.lock");
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    let file = options.open(&name).map_err(ServeError::file(name.display().to_string()))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(fs::TryLockError::WouldBlock) => Err(ServeError::Running(data.to_owned())),
        Err(fs::TryLockError::Error(error)) => {
            Err(ServeError::File { what: name.display().to_string(), error })
        }
    }
}

/// Runs the server until `stop` resolves. `say` gets the lines a person must see: the address, one-time links,
/// and in a demonstration the log-ins.
///
/// # Errors
/// What kept it from starting or from ending well.
pub async fn serve(
    config: Config,
    edge: Edge,
    mut say: impl FnMut(&Sentence),
    stop: impl Future<Output = ()> + Send + 'static,
) -> Result<(), ServeError> {
    let _held = hold(&config.data)?;
    let app = open(config, edge).await?;
    demo::keep_apart(&app).await?;
    jobs::take_up_lost(&app).await?;
    let listener = listen(app.config.listen).await?;
    let listening = app.config.listen;
    let address = listener.local_addr().map_err(|error| ServeError::Listen { address: listening, error })?;
    let url = &app.config.public_url;
    say(&Sentence::new(
        format!("Jifen 积分平台：{url} （{address}）"),
        format!("Jifen 积分: {url} ({address})"),
    ));
    if app.config.demo {
        demo::seed(&app, &mut say).await?;
    } else {
        admin::first_links(&app, &mut say).await?;
    }
    let background = [
        tokio::spawn(jobs::work(app.clone())),
        tokio::spawn(schedule::run(app.clone())),
        tokio::spawn(schedule::look_on(app.clone())),
        tokio::spawn(tell_metrics(app.clone())),
    ];
    let mut filling = tokio::spawn(demo::fill(app.clone()));
    let closing = app.clone();
    let stopping = tokio::spawn(async move {
        stop.await;
        closing.close();
    });
    let routes = router(&app);
    let mut serving = pin!(listening::accept(&app, listener, routes));
    let filled = tokio::select! {
        () = &mut serving => None,
        filled = &mut filling => Some(filled),
    };
    match filled {
        Some(filled) => {
            // One that panicked has said so in the log already.
            filled.ok().flatten().iter().for_each(&mut say);
            serving.await;
        }
        None => drop(filling.await),
    }
    stopping.abort();
    for task in background {
        // A task that panicked has said so in the log already.
        let _ = task.await;
    }
    Ok(app.database.close().await?)
}

async fn listen(address: SocketAddr) -> Result<TcpListener, ServeError> {
    TcpListener::bind(address).await.map_err(|error| ServeError::Listen { address, error })
}

/// Answers Prometheus on its own listener, when one is set.
async fn tell_metrics(app: App) {
    let Some(address) = app.config.metrics_listen else { return };
    let listener = match listen(address).await {
        Ok(listener) => listener,
        Err(error) => return tracing::error!(%error, "no metrics"),
    };
    let routes = Router::new().route("/metrics", get(measured)).with_state(app.clone());
    let served = axum::serve(listener, routes).with_graceful_shutdown(async move { app.closed().await });
    if let Err(error) = served.await {
        tracing::error!(%error, "metrics ended");
    }
}

async fn measured(State(app): State<App>) -> ([(header::HeaderName, &'static str); 1], String) {
    let text = metrics::render(&app).await;
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], text)
}

/// The data folder, made when it is missing, and then for this user only.
fn folder(path: &Path) -> std::io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// The key in `file`, made on the first start and readable by this user only.
fn master_key(file: &Path, edge: &Edge) -> std::io::Result<[u8; 32]> {
    match fs::File::open(file) {
        Ok(mut open) => {
            let mut key = [0; 32];
            open.read_exact(&mut key)?;
            Ok(key)
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let key = edge.bytes();
            let mut options = OpenOptions::new();
            options.write(true).create_new(true);
            #[cfg(unix)]
            std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
            let mut open = options.open(file)?;
            open.write_all(&key)?;
            open.sync_all()?;
            Ok(key)
        }
        Err(error) => Err(error),
    }
}
