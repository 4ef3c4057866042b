//! Listing and reading jobs.

use super::{JobBody, Kind, found};
use crate::{
    desk::Desk,
    exporting::{self, AsFile, Column, Export, Exported, Exporting, JOB_KINDS, JOB_STATES},
    input::Params,
    listing::{self, Asked, List},
    problem::Stop,
    reply::{Answer, Reply},
    wire::JobStateWord,
};
use axum::extract::Path;
use serde::Deserialize;
use store::{
    Page,
    jobs::{self, Filter, Job},
};
use utoipa::IntoParams;

const SORTS: [(&str, ()); 1] = [("created_at", ())];

/// Which jobs.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Wanted {
    /// Of this kind.
    kind: Option<Kind>,
    /// This far.
    state: Option<JobStateWord>,
    /// `created_at`; `-created_at` for newest first.
    sort: Option<String>,
    /// Rows of a page, 1 to 200.
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

/// The jobs the caller may see.
#[utoipa::path(get, path = "/api/v1/jobs", operation_id = "list_jobs", tag = "jobs",
    params(Wanted), responses((status = 200, body = inline(List<JobBody>), description = "A page")),
    extensions(("x-permission" = json!("job:list"))))]
pub(crate) async fn list(desk: Desk, Params(wanted): Params<Wanted>) -> Answer {
    let asked = listing::asked(wanted.limit, wanted.cursor.as_deref(), wanted.sort.as_deref(), &SORTS)?;
    let page = page(&desk, &wanted, &asked).await?;
    Ok(Reply::ok(&asked.list(page, JobBody::from)))
}

async fn page(desk: &Desk, wanted: &Wanted, asked: &Asked<()>) -> Result<Page<Job>, Stop> {
    let filter =
        Filter { kind: wanted.kind.map(|kind| kind.word().to_owned()), state: wanted.state.map(Into::into) };
    Ok(jobs::list(desk.database(), desk.scope(), &filter, &asked.page).await?)
}

/// How the list is exported.
pub(crate) const EXPORT: Export = Export {
    resource: "job",
    title: ("任务", "jobs"),
    columns: &[
        Column::plain("id", "编号", "Id"),
        Column::word("kind", "类别", "Kind", JOB_KINDS),
        Column::word("state", "状态", "State", JOB_STATES),
        Column::plain("owner_id", "发起人编号", "Owner id"),
        Column::plain("done", "已完成步数", "Steps done"),
        Column::plain("total", "总步数", "Steps in all"),
        Column::plain("result", "结果", "Result"),
        Column::time("created_at", "发起时间", "Asked at"),
        Column::time("started_at", "开始时间", "Begun at"),
        Column::time("ended_at", "结束时间", "Over at"),
        Column::plain("cancelling", "正在取消", "Being cancelled"),
    ],
};

/// The whole list as a file, as filtered and sorted.
#[utoipa::path(get, path = "/api/v1/jobs/export", operation_id = "export_jobs", tag = "jobs",
    params(Wanted, AsFile), responses((status = 200, description = "The file", content(
        (Vec<u8> = "text/csv"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ))),
    extensions(("x-permission" = json!("job:export")), ("x-time-limit" = json!(120))))]
pub(crate) async fn export(desk: Desk, exporting: Exporting<Wanted>) -> Exported {
    exporting::allowed_now(&desk)?;
    let (wanted, file) = exporting.parts();
    let asked = listing::whole(wanted.sort.as_deref(), &SORTS, desk.app.config.export_rows)?;
    let page = page(&desk, &wanted, &asked).await?;
    exporting::send(&desk, &EXPORT, file, page, JobBody::from).await
}

/// One job.
#[utoipa::path(get, path = "/api/v1/jobs/{id}", operation_id = "read_job", tag = "jobs",
    params(("id" = String, Path, description = "The job")),
    responses((status = 200, body = JobBody, description = "The job")),
    extensions(("x-permission" = json!("job:read"))))]
pub(crate) async fn read(desk: Desk, Path(id): Path<String>) -> Answer {
    let job = found(&desk, &id).await?;
    let version = job.version;
    Ok(Reply::ok(&JobBody::from(job)).versioned(version))
}
