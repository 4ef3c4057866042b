//! A run as one file that anyone can verify offline.

use super::found;
use crate::{
    contents,
    desk::Desk,
    problem::{Code, Problem, Stop},
};
use axum::{
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
};
use receipt::Receipt;
use std::{fs::File, io::Cursor, path::Path as FilePath};

/// The run as a zip of its receipt and every file it names. `jifen verify` reads it and computes again.
#[utoipa::path(get, path = "/api/v1/runs/{id}/bundle", operation_id = "export_run", tag = "runs",
    params(("id" = String, Path, description = "The run")),
    responses((status = 200, description = "The file", content_type = "application/zip")),
    extensions(("x-permission" = json!("run:export")), ("x-reads" = json!("list"))))]
pub(crate) async fn export(desk: Desk, Path(id): Path<String>) -> Result<Response, Stop> {
    let run = found(&desk, &id).await?;
    let (data, path) = (desk.app.config.data.clone(), run.path.clone());
    let written = tokio::task::spawn_blocking(move || -> std::io::Result<Vec<u8>> {
        let receipt = Receipt::from_json(&run.receipt, FilePath::new("receipt.json"))
            .map_err(|error| std::io::Error::other(error.to_string()))?;
        let mut out = Cursor::new(Vec::new());
        run::write_bundle(&mut out, &receipt, &run.receipt, |hash| File::open(contents::place(&data, hash)))?;
        Ok(out.into_inner())
    });
    let bytes = match written.await {
        Ok(Ok(bytes)) => bytes,
        Ok(Err(error)) => {
            tracing::error!(%error, run = id, "a run could not be exported");
            return Err(Problem::new(Code::InternalError).into());
        }
        Err(error) => {
            tracing::error!(%error, run = id, "a run could not be exported");
            return Err(Problem::new(Code::InternalError).into());
        }
    };
    let note = desk.note("export", "run").on(&id, &path);
    desk.write_down(note).await?;
    let headers = [
        (header::CONTENT_TYPE, "application/zip".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"jifen-run-{id}.zip\"")),
    ];
    Ok((headers, bytes).into_response())
}
