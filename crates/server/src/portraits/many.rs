//! The portraits of everybody on a list: asked for, made by a job, fetched as one file.

use super::{MOST, place};
use crate::{
    caller::scope_under,
    desk::Desk,
    exporting,
    input::Params,
    jobs::{self, JobBody, Kind},
    points::{WantedPoints, out},
    problem::{Code, Problem, Stop},
    reply::{Answer, Reply},
};
use axum::{
    body::Body,
    extract::Path,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use futures_util::stream;
use serde_json::json;
use store::{
    jobs::{self as stored, JobState},
    portraits::{self, Request},
    runs,
    users::Tongue,
};
use tokio::io::AsyncReadExt;

/// Asks for the portraits of everybody on a list of points, as filtered: a job, whose file is a zip of workbooks.
#[utoipa::path(post, path = "/api/v1/runs/{id}/portraits", operation_id = "ask_portraits", tag = "points",
    params(("id" = String, Path, description = "The run"), WantedPoints),
    responses((status = 202, body = JobBody, description = "The job")),
    extensions(("x-permission" = json!("points:export")), ("x-idempotency-key" = json!("required"))))]
pub(crate) async fn ask_portraits(
    desk: Desk,
    Path(id): Path<String>,
    Params(wanted): Params<WantedPoints>,
) -> Answer {
    exporting::allowed_now(&desk)?;
    let out = out(&desk, &id).await?;
    let rows = wanted.rows(&desk, &out).await?;
    let many = within_bounds(&desk, rows.len())?;
    let user = &desk.caller()?.user;
    let job_id = desk.app.edge.id();
    let change = desk.begin().await?;
    let job = stored::add(change.work(), &job_id, Kind::Portraits.word(), &user.id, &user.path).await?;
    let request = Request {
        job_id: job_id.clone(),
        run_id: id.clone(),
        codes: rows.iter().map(|&row| out.opened.id(row)).collect(),
        language: match desk.context.language {
            formula::Language::Chinese => Tongue::Chinese,
            formula::Language::English => Tongue::English,
        },
    };
    portraits::ask(change.work(), request).await?;
    let detail = json!({"kind": Kind::Portraits.word(), "run": id, "enterprises": many});
    let note = desk.note("ask", "job").on(&job_id, &out.batch.path).with(detail);
    let reply = Reply::of(StatusCode::ACCEPTED, &JobBody::from(job));
    let reply = reply.with(header::LOCATION, &format!("/api/v1/jobs/{job_id}"));
    let answer = change.finish(note, reply).await?;
    desk.app.job_asked.notify_one();
    Ok(answer)
}

/// So many enterprises, where that is neither nobody nor more than one export may hold.
fn within_bounds(desk: &Desk, many: usize) -> Result<usize, Problem> {
    let most = MOST.min(usize::try_from(desk.app.config.export_rows).unwrap_or(MOST));
    if many == 0 {
        return Err(Problem::new(Code::NotAccepted)
            .saying("没有符合条件的企业，请调整查询条件。", "No enterprise matches; change the filter."));
    }
    if many > most {
        return Err(Problem::new(Code::TooManyRows).saying(
            format!("名单有 {many} 家企业，一次最多生成 {most} 家的画像；请缩小范围，分次生成。"),
            format!("The list has {many} enterprises, and portraits are made of {most} at most; narrow the filter and make them in parts."),
        ));
    }
    Ok(many)
}

/// The file that a job of portraits made: a zip of workbooks, for seven days.
#[utoipa::path(get, path = "/api/v1/jobs/{id}/portraits", operation_id = "fetch_portraits", tag = "points",
    params(("id" = String, Path, description = "The job")),
    responses((status = 200, description = "The file", content_type = "application/zip")),
    extensions(("x-permission" = json!("job:read")), ("x-reads" = json!("list")), ("x-time-limit" = json!(120))))]
pub(crate) async fn fetch_portraits(desk: Desk, Path(id): Path<String>) -> Result<Response, Stop> {
    let job = jobs::found(&desk, &id).await?;
    // Whoever may not export any more gets no file either, though the job was theirs.
    let asked = portraits::asked(desk.database(), &id).await?.filter(|_| job.state == JobState::Done);
    let asked = asked.ok_or(Code::NotFound)?;
    let row = desk.app.permissions.row("points:export").ok_or(Code::NotAllowed)?;
    let scope = scope_under(desk.caller()?, row)?;
    let run = runs::within(desk.database(), &scope, &asked.run_id).await?.ok_or(Code::NotFound)?;
    let file = tokio::fs::File::open(place(&desk.app, &id)).await.map_err(|_| gone())?;
    let length = file.metadata().await.map_err(|_| gone())?.len();
    let note = desk.note("export", "portrait").on(&id, &run.path);
    desk.write_down(note.with(json!({"run": run.id, "enterprises": asked.codes.len()}))).await?;
    let headers = [
        (header::CONTENT_TYPE, "application/zip".to_owned()),
        (header::CONTENT_LENGTH, length.to_string()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"portraits-{id}.zip\"")),
    ];
    let parts = stream::try_unfold(file, |mut file| async move {
        let mut part = vec![0; 64 * 1024];
        let read = file.read(&mut part).await?;
        part.truncate(read);
        std::io::Result::Ok((read > 0).then_some((part, file)))
    });
    Ok((headers, Body::from_stream(parts)).into_response())
}

fn gone() -> Stop {
    Problem::new(Code::NotFound)
        .saying(
            "画像文件已过期清除，请重新生成。",
            "The file was kept for seven days and is gone; make it anew.",
        )
        .into()
}
