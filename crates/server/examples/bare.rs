//! The yardsticks: one read of the same database, one hash-chained row in the same kind of transaction, and nothing
//! else of the server. `cargo run --example bare -- DATABASE-FILE ORGANISATION-ID ADDRESS`

use axum::{
    Json, Router,
    routing::{get, post},
};
use jifen_server::Edge;
use std::{path::Path, process::ExitCode};
use store::{
    Database, Scope,
    audit::{Entry, Outcome},
    organisations,
};

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
    let written = database.clone();
    let read = move || {
        let (database, id) = (database.clone(), id.clone());
        async move {
            let found = organisations::within(&database, &Scope::Everything, &id).await.ok().flatten();
            Json(serde_json::json!({ "name": found.map(|organisation| organisation.name) }))
        }
    };
    let write = move || {
        let database = written.clone();
        async move {
            let head = match database.begin(Edge::system().now()).await {
                Ok(work) => work.commit(&entry(), &[]).await.ok(),
                Err(_) => None,
            };
            Json(serde_json::json!({ "rows": head.map(|head| head.count) }))
        }
    };
    let routes = Router::new().route("/", get(read)).route("/write", post(write));
    let listener = tokio::net::TcpListener::bind(address).await?;
    Ok(axum::serve(listener, routes).await?)
}

fn entry() -> Entry {
    Entry {
        actor_id: None,
        actor_name: None,
        address: None,
        request_id: None,
        action: "measure".to_owned(),
        resource: "write".to_owned(),
        resource_id: None,
        path: "/".to_owned(),
        purpose: None,
        outcome: Outcome::Done,
        detail: serde_json::json!({}),
    }
}
