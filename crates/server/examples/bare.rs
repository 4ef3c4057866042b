//! The yardstick for reads: one route, one read of the same database, and nothing else of the server.
//! `cargo run --example bare -- DATABASE-FILE ORGANISATION-ID ADDRESS`

use axum::{Json, Router, routing::get};
use jifen_server::Edge;
use std::{path::Path, process::ExitCode};
use store::{Database, Scope, organisations};

#[tokio::main]
async fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [file, id, address] = arguments.as_slice() else { return ExitCode::from(2) };
    match run(file, id.clone(), address).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(file: &str, id: String, address: &str) -> Result<(), Box<dyn std::error::Error>> {
    let anchor = Path::new(file).with_extension("bare-anchor");
    let database = Database::open(file, &anchor, Edge::system().now()).await?;
    let read = move || {
        let (database, id) = (database.clone(), id.clone());
        async move {
            let found = organisations::within(&database, &Scope::Everything, &id).await.ok().flatten();
            Json(serde_json::json!({ "name": found.map(|organisation| organisation.name) }))
        }
    };
    let listener = tokio::net::TcpListener::bind(address).await?;
    Ok(axum::serve(listener, Router::new().route("/", get(read))).await?)
}
