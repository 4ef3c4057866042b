//! Listing and reading runs and their results.

use super::{ResultBody, RunBody, compare::Comparison, found};
use crate::{
    desk::Desk,
    enterprises::{Reading, answer_for, note_list},
    exporting::{self, AsFile, Column, Export, Exported, Exporting, RUN_STATES, Sent},
    input::Params,
    listing::{self, Asked, List},
    participants,
    problem::Code,
    reply::{Answer, Reply},
    wire::RunStateWord,
};
use axum::extract::Path;
use serde::Deserialize;
use std::collections::HashMap;
use store::{
    Page, StoreError, enterprises,
    runs::{self, Filter, ResultFilter, Run, RunResult, RunState},
};
use utoipa::IntoParams;

const SORTS: [(&str, ()); 1] = [("created_at", ())];
const RESULT_SORTS: [(&str, ()); 1] = [("rank", ())];

/// Which runs.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Wanted {
    /// Of this batch.
    batch_id: Option<String>,
    /// This far.
    state: Option<RunStateWord>,
    /// `created_at`; `-created_at` for newest first.
    sort: Option<String>,
    /// Rows of a page, 1 to 200.
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

/// The runs the caller may see.
#[utoipa::path(get, path = "/api/v1/runs", operation_id = "list_runs", tag = "runs",
    params(Wanted), responses((status = 200, body = inline(List<RunBody>), description = "A page")),
    extensions(("x-permission" = json!("run:list"))))]
pub(crate) async fn list(desk: Desk, Params(wanted): Params<Wanted>) -> Answer {
    let asked = listing::asked(wanted.limit, wanted.cursor.as_deref(), wanted.sort.as_deref(), &SORTS)?;
    let page = runs::list(desk.database(), desk.scope(), &wanted.into(), &asked.page).await?;
    Ok(Reply::ok(&asked.list(page, RunBody::from)))
}

impl From<Wanted> for Filter {
    fn from(wanted: Wanted) -> Self {
        Self { batch_id: wanted.batch_id, states: wanted.state.map(Into::into).into_iter().collect() }
    }
}

impl From<WantedPublished> for Filter {
    fn from(wanted: WantedPublished) -> Self {
        Self { batch_id: wanted.batch_id, states: vec![RunState::Published] }
    }
}

/// How runs are exported; their receipts go out with the runs themselves.
pub(crate) const RUNS: Export = Export {
    resource: "run",
    title: ("计算结果", "runs"),
    columns: &[
        Column::plain("number", "序号", "Number"),
        Column::word("state", "状态", "State", RUN_STATES),
        Column::plain("receipt_code", "凭据码", "Code of the receipt"),
        Column::plain("enterprises", "参评企业", "Enterprises"),
        Column::plain("ranked", "有排名", "With a place"),
        Column::plain("vetoed", "一票否决", "Vetoed"),
        Column::plain("corrects", "更正的结果编号", "Corrects"),
        Column::plain("reason", "更正原因", "Reason"),
        Column::plain("created_by", "计算人编号", "Computed by (id)"),
        Column::time("created_at", "计算时间", "Computed at"),
        Column::plain("published_by", "发布人编号", "Published by (id)"),
        Column::time("published_at", "发布时间", "Published at"),
        Column::plain("id", "编号", "Id"),
        Column::plain("batch_id", "批次编号", "Evaluation id"),
    ],
};

async fn exported(desk: &Desk, filter: Filter, sort: Option<String>, file: Sent) -> Exported {
    exporting::allowed_now(desk)?;
    let asked = listing::whole(sort.as_deref(), &SORTS, desk.app.config.export_rows)?;
    let page = runs::list(desk.database(), desk.scope(), &filter, &asked.page).await?;
    exporting::send(desk, &RUNS, file, page, RunBody::from).await
}

/// The runs as a file, as filtered and sorted.
#[utoipa::path(get, path = "/api/v1/runs/export", operation_id = "export_runs", tag = "runs",
    params(Wanted, AsFile),
    responses((status = 200, description = "The file", content(
        (Vec<u8> = "text/csv"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ))),
    extensions(("x-permission" = json!("run:list")), ("x-time-limit" = json!(120))))]
pub(crate) async fn export_runs(desk: Desk, exporting: Exporting<Wanted>) -> Exported {
    let (wanted, file) = exporting.parts();
    let sort = wanted.sort.clone();
    exported(&desk, wanted.into(), sort, file).await
}

/// The published runs as a file, as filtered and sorted.
#[utoipa::path(get, path = "/api/v1/runs/published/export", operation_id = "export_published_runs", tag = "runs",
    params(WantedPublished, AsFile),
    responses((status = 200, description = "The file", content(
        (Vec<u8> = "text/csv"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ))),
    extensions(("x-permission" = json!("run:published")), ("x-time-limit" = json!(120))))]
pub(crate) async fn export_published(desk: Desk, exporting: Exporting<WantedPublished>) -> Exported {
    let (wanted, file) = exporting.parts();
    let sort = wanted.sort.clone();
    exported(&desk, wanted.into(), sort, file).await
}

/// Which published runs.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WantedPublished {
    /// Of this batch.
    batch_id: Option<String>,
    /// `created_at`; `-created_at` for newest first.
    sort: Option<String>,
    /// Rows of a page, 1 to 200.
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

/// The published runs, for those who work with results and have no business with drafts.
#[utoipa::path(get, path = "/api/v1/runs/published", operation_id = "list_published_runs", tag = "runs",
    params(WantedPublished), responses((status = 200, body = inline(List<RunBody>), description = "A page")),
    extensions(("x-permission" = json!("run:published"))))]
pub(crate) async fn published(desk: Desk, Params(wanted): Params<WantedPublished>) -> Answer {
    let asked = listing::asked(wanted.limit, wanted.cursor.as_deref(), wanted.sort.as_deref(), &SORTS)?;
    let page = runs::list(desk.database(), desk.scope(), &wanted.into(), &asked.page).await?;
    Ok(Reply::ok(&asked.list(page, RunBody::from)))
}

/// One run with its receipt.
#[utoipa::path(get, path = "/api/v1/runs/{id}", operation_id = "read_run", tag = "runs",
    params(("id" = String, Path, description = "The run")),
    responses((status = 200, body = RunBody, description = "The run")),
    extensions(("x-permission" = json!("run:read"))))]
pub(crate) async fn read(desk: Desk, Path(id): Path<String>) -> Answer {
    let run = found(&desk, &id).await?;
    let version = run.version;
    Ok(Reply::ok(&RunBody::from(run)).versioned(version))
}

/// A run beside the one before: who moves, by how much, and why.
#[utoipa::path(get, path = "/api/v1/runs/{id}/comparison", operation_id = "compare_run", tag = "runs",
    params(("id" = String, Path, description = "The run")),
    responses((status = 200, body = Comparison, description = "The comparison")),
    extensions(("x-permission" = json!("run:read")), ("x-reads" = json!("list"))))]
pub(crate) async fn comparison(desk: Desk, Path(id): Path<String>) -> Answer {
    let run = found(&desk, &id).await?;
    let stored = run.comparison.as_deref().and_then(|text| serde_json::from_str(text).ok());
    // The first run of a zone has none before it.
    let comparison: Comparison = stored.ok_or(Code::NotFound)?;
    let seen = comparison.movers.iter().map(|_| run.path.as_str());
    note_list(&desk, ("run", Some(&run.id)), seen).await?;
    Ok(Reply::ok(&comparison))
}

/// Which results.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WantedResults {
    /// Of this stage.
    stage: Option<String>,
    /// Of this grade.
    grade: Option<String>,
    /// Those whose score a veto withholds, instead of those with a place.
    withheld: Option<bool>,
    /// `rank`; `-rank` for the last first.
    sort: Option<String>,
    /// Rows of a page, 1 to 200.
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

/// The results of a run, by place.
#[utoipa::path(get, path = "/api/v1/runs/{id}/results", operation_id = "list_results", tag = "runs",
    params(("id" = String, Path, description = "The run"), WantedResults),
    responses((status = 200, body = inline(List<ResultBody>), description = "A page")),
    extensions(("x-permission" = json!("run:results")), ("x-reads" = json!("list"))))]
pub(crate) async fn results(
    desk: Desk,
    Path(id): Path<String>,
    Params(wanted): Params<WantedResults>,
) -> Answer {
    let run = found(&desk, &id).await?;
    let asked =
        listing::asked(wanted.limit, wanted.cursor.as_deref(), wanted.sort.as_deref(), &RESULT_SORTS)?;
    let (page, named) = results_page(&desk, &run, wanted, &asked).await?;
    let seen = page.items.iter().map(|_| run.path.as_str());
    note_list(&desk, ("run", Some(&run.id)), seen).await?;
    Ok(Reply::ok(&asked.list(page, |one| named.body(one))))
}

/// Names and codes of enterprises by id.
struct Names(HashMap<String, (String, String)>);

impl Names {
    fn body(&self, one: RunResult) -> ResultBody {
        let name = self.0.get(&one.enterprise_id).cloned();
        ResultBody::new(one, name, false)
    }
}

async fn results_page(
    desk: &Desk,
    run: &Run,
    wanted: WantedResults,
    asked: &Asked<()>,
) -> Result<(Page<RunResult>, Names), StoreError> {
    let filter =
        ResultFilter { stage: wanted.stage, grade: wanted.grade, withheld: wanted.withheld.unwrap_or(false) };
    let page = runs::results_page(desk.database(), desk.scope(), &run.id, &filter, &asked.page).await?;
    let ids: Vec<String> = page.items.iter().map(|one| one.enterprise_id.clone()).collect();
    let known = enterprises::by_ids(desk.database(), &ids).await?;
    let named = known.into_iter().map(|one| (one.id, (one.name, one.credit_code))).collect();
    Ok((page, Names(named)))
}

/// How the results of a run are exported.
pub(crate) const RESULTS: Export = Export {
    resource: "run",
    title: ("计算结果明细", "results"),
    columns: &[
        Column::plain("name", "企业名称", "Enterprise"),
        Column::plain("credit_code", "统一社会信用代码", "Credit code"),
        Column::plain("rank", "总排名", "Place"),
        Column::plain("total", "积分", "Points"),
        Column::plain("grade", "等级代码", "Code of the grade"),
        Column::plain("stage", "发展阶段代码", "Code of the stage"),
        Column::plain("stage_rank", "本阶段排名", "Place in stage"),
        Column::plain("field", "技术领域代码", "Code of the field"),
        Column::plain("known", "有数据的指标数", "Indicators with data"),
        Column::plain("asked", "应有数据的指标数", "Indicators that count"),
        Column::plain("withheld", "一票否决代码", "Code of the veto"),
        Column::plain("enterprise_id", "企业编号", "Enterprise id"),
    ],
};

/// The results of a run as a file, as filtered and sorted.
#[utoipa::path(get, path = "/api/v1/runs/{id}/results/export", operation_id = "export_results", tag = "runs",
    params(("id" = String, Path, description = "The run"), WantedResults, AsFile),
    responses((status = 200, description = "The file", content(
        (Vec<u8> = "text/csv"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ))),
    extensions(("x-permission" = json!("result:export")), ("x-reads" = json!("list")), ("x-time-limit" = json!(120))))]
pub(crate) async fn export_results(
    desk: Desk,
    Path(id): Path<String>,
    exporting: Exporting<WantedResults>,
) -> Exported {
    exporting::allowed_now(&desk)?;
    let run = found(&desk, &id).await?;
    let (wanted, file) = exporting.parts();
    let asked = listing::whole(wanted.sort.as_deref(), &RESULT_SORTS, desk.app.config.export_rows)?;
    let (page, named) = results_page(&desk, &run, wanted, &asked).await?;
    exporting::send(&desk, &RESULTS, file, page, |one| named.body(one)).await
}

/// What an enterprise got in the published run of its batch, indicator by indicator.
#[utoipa::path(get, path = "/api/v1/participants/{id}/result", operation_id = "read_result", tag = "runs",
    params(("id" = String, Path, description = "The participant"), Reading),
    responses((status = 200, body = ResultBody, description = "The result")),
    extensions(("x-permission" = json!("result:read")), ("x-reads" = json!("enterprise"))))]
pub(crate) async fn result(desk: Desk, Path(id): Path<String>, Params(reading): Params<Reading>) -> Answer {
    let found = participants::found(&desk, &id).await?;
    answer_for(&desk, &found.enterprise, reading.purpose.as_deref()).await?;
    let run = runs::published(desk.database(), &found.batch.id).await?.ok_or(Code::NotFound)?;
    let result = runs::result_of(desk.database(), desk.scope(), &run.id, &found.enterprise.id)
        .await?
        .ok_or(Code::NotFound)?;
    let name = Some((found.enterprise.name, found.enterprise.credit_code));
    Ok(Reply::ok(&ResultBody::new(result, name, true)))
}
