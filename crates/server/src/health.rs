//! Probes: alive, and ready to work.

use crate::{
    app::App,
    problem::{Code, Problem, Stop},
    reply::{Answer, Reply},
};
use axum::extract::State;
use serde::Serialize;
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

/// The database answers and the server is not shutting down.
#[utoipa::path(get, path = "/readyz", operation_id = "readyz", tag = "health",
    responses((status = 200, body = Health, description = "Ready")),
    extensions(("x-permission" = json!("open")), ("x-rate" = json!("unlimited"))))]
pub(crate) async fn readyz(State(app): State<App>) -> Answer {
    if *app.closing.borrow() {
        return Err(Problem::new(Code::NotReady).after(5).into());
    }
    match app.database.ping().await {
        Ok(()) => Ok(Reply::ok(&Health { status: "ok" })),
        Err(error) => {
            tracing::error!(%error, "not ready");
            Err(Stop::from(Problem::new(Code::NotReady).after(5)))
        }
    }
}
