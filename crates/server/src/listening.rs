//! Taking connections: so many at once, no slow senders of headers, and an end that lets requests finish.

use crate::App;
use axum::{Router, body::Body, extract::ConnectInfo, http::Request};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use std::{net::SocketAddr, pin::pin, sync::Arc, time::Duration};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{OwnedSemaphorePermit, Semaphore},
    task::JoinSet,
};
use tower::ServiceExt;

/// Connections at once; one more is closed at once.
const MOST: usize = 4_096;
/// The headers of a request have to arrive within this time; an idle connection is closed after it too.
const HEADERS_WITHIN: Duration = Duration::from_secs(15);
/// Requests have so long to end once the server is closing.
const DRAIN: Duration = Duration::from_secs(20);

/// Serves until the server is closing, then lets requests end.
pub(crate) async fn accept(app: &App, listener: TcpListener, router: Router) {
    let places = Arc::new(Semaphore::new(MOST));
    let mut running = JoinSet::new();
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            Some(_) = running.join_next() => continue,
            () = app.closed() => break,
        };
        match (accepted, Arc::clone(&places).try_acquire_owned()) {
            (Ok((stream, peer)), Ok(place)) => {
                running.spawn(connection(app.clone(), router.clone(), stream, peer, place));
            }
            (Ok(_), Err(_)) => tracing::warn!("a connection too many"),
            (Err(error), _) => {
                // Out of file descriptors, most likely: others have to end first.
                tracing::error!(%error, "no connection taken");
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        }
    }
    drop(listener);
    let ended = tokio::time::timeout(DRAIN, async { while running.join_next().await.is_some() {} }).await;
    if ended.is_err() {
        tracing::warn!("requests still running were cut off");
    }
}

async fn connection(
    app: App,
    router: Router,
    stream: TcpStream,
    peer: SocketAddr,
    _place: OwnedSemaphorePermit,
) {
    let service = service_fn(move |request: Request<Incoming>| {
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(ConnectInfo(peer));
        router.clone().oneshot(request)
    });
    let served = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEADERS_WITHIN)
        .serve_connection(TokioIo::new(stream), service);
    let mut served = pin!(served);
    let ended = tokio::select! {
        ended = served.as_mut() => ended,
        () = app.closed() => {
            served.as_mut().graceful_shutdown();
            served.await
        }
    };
    if let Err(error) = ended {
        // Callers go away or speak nonsense all the time.
        tracing::debug!(%error, "a connection ended badly");
    }
}
