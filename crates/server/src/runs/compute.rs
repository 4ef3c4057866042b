//! The job: read, compute, and store results, receipt, comparison and audit row in one transaction. Killed at any step
//! it leaves either all of it or nothing but files that nobody names.

use super::{
    compare::{self, Before},
    made::{Made, Material, NotMade, make},
};
use crate::{
    app::App,
    approvals,
    census::Census,
    jobs::{LEASE, Progress, Stopped},
};
use domain::collection::BatchAction;
use jiff::Timestamp;
use serde_json::{Value, json};
use std::{collections::HashMap, sync::Arc};
use store::{
    Scope, StoreError,
    audit::{Entry, Outcome},
    batches::{self, Batch, BatchState},
    enterprises::{self, Label},
    jobs::{self, Job, JobState},
    runs::{self, FrozenValues, NewRun, Request, Run, RunResult},
    users,
};

/// Why a job came to nothing.
pub(crate) enum Trouble {
    /// The store's failure: the text stays in the log.
    Store(StoreError),
    /// What the person who asked should know, as JSON.
    Told(Value),
    /// Somebody wanted it stopped.
    Cancelled,
    /// It stopped on the way, because somebody wanted it to or because the server is closing.
    Stopped,
}

/// Steps of a run, as people see them: what it is computed from is gathered, scored, written, stored.
pub(crate) const STEPS: usize = 4;

impl From<Stopped> for Trouble {
    fn from(_: Stopped) -> Self {
        Self::Stopped
    }
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

fn told(code: &str, zh: impl Into<String>, en: impl Into<String>) -> Trouble {
    Trouble::Told(json!({"code": code, "detail": {"zh": zh.into(), "en": en.into()}}))
}

fn gone() -> Trouble {
    told("not-found", "批次已不存在", "the batch is gone")
}

/// Computes the run that `job` was asked for and ends the job.
///
/// # Errors
/// Why nothing was stored; the job is still to be ended then.
pub(crate) async fn compute(app: &App, job: &Job, progress: &Arc<Progress>) -> Result<(), Trouble> {
    if runs::of_job(&app.database, &job.id).await?.is_some() {
        return Ok(());
    }
    let request = runs::asked(&app.database, &job.id).await?.ok_or_else(gone)?;
    let batch = batches::within(&app.database, &Scope::Everything, &request.batch_id).await?;
    let batch = batch.ok_or_else(gone)?;
    insist_still_wanted(&batch, &request)?;
    let before = before(app, &batch).await?;
    let material = gather(app, job, &batch, &request).await?;
    insist_not_cancelled(app, job).await?;
    progress.step(1)?;
    let steps = Arc::clone(progress);
    let (made, material) = tokio::task::spawn_blocking(move || (make(&material, &steps), material))
        .await
        .map_err(|error| StoreError::File(std::io::Error::other(error.to_string())))?;
    let made = made.map_err(not_made)?;
    progress.step(3)?;
    insist_not_cancelled(app, job).await?;
    store(app, job, &batch, request, made, &material, before).await
}

fn insist_still_wanted(batch: &Batch, request: &Request) -> Result<(), Trouble> {
    crate::batches::after(batch, BatchAction::Run).map_err(|_| {
        told("wrong-state", "批次状态已改变，未计算", "the batch moved on; nothing was computed")
    })?;
    if (batch.state == BatchState::Published) == request.corrects.is_some() {
        return Ok(());
    }
    Err(told("wrong-state", "批次状态已改变，未计算", "the batch moved on; nothing was computed"))
}

async fn insist_not_cancelled(app: &App, job: &Job) -> Result<(), Trouble> {
    let now = jobs::by_id(&app.database, &job.id).await?;
    if now.is_none_or(|now| now.cancel_at.is_some()) { Err(Trouble::Cancelled) } else { Ok(()) }
}

/// The run before: of this batch, else the one published for the year before.
async fn before(app: &App, batch: &Batch) -> Result<Option<Before>, StoreError> {
    let database = &app.database;
    let (run, scheme_hash) = match runs::newest(database, &batch.id).await? {
        Some(run) => (Some(run), batch.scheme_hash.clone()),
        None => match last_year(app, batch).await? {
            Some(last) => (runs::published(database, &last.id).await?, last.scheme_hash),
            None => (None, String::new()),
        },
    };
    let Some(run) = run else { return Ok(None) };
    let results = runs::results(database, &run.id).await?;
    let values = runs::frozen_of(database, &run.id).await?;
    Ok(Some(Before { same_batch: run.batch_id == batch.id, scheme_hash, run, results, values }))
}

/// The latest batch of the zone before this one that was published.
async fn last_year(app: &App, batch: &Batch) -> Result<Option<Batch>, StoreError> {
    let filter = batches::Filter { zone_id: Some(batch.zone_id.clone()), ..batches::Filter::default() };
    let page = store::PageRequest { limit: 200, after: None, descending: true };
    let all = batches::list(&app.database, &Scope::Everything, &filter, &page).await?;
    let over = |state| matches!(state, BatchState::Published | BatchState::Closed);
    Ok(all.items.into_iter().find(|one| one.year < batch.year && over(one.state)))
}

/// What a year is looked back at as: never a correction that is still a draft.
async fn published_values(app: &App, last: &Batch) -> Result<Vec<FrozenValues>, StoreError> {
    match runs::published(&app.database, &last.id).await? {
        Some(run) => runs::frozen_of(&app.database, &run.id).await,
        None => Ok(Vec::new()),
    }
}

async fn gather(app: &App, job: &Job, batch: &Batch, request: &Request) -> Result<Material, Trouble> {
    let database = &app.database;
    let mut labels: HashMap<String, Vec<Label>> = HashMap::new();
    for label in enterprises::labels_within(database, &batch.zone_id).await? {
        labels.entry(label.enterprise_id.clone()).or_default().push(label);
    }
    let earlier = match last_year(app, batch).await? {
        Some(last) => published_values(app, &last).await?,
        None => Vec::new(),
    };
    let corrected: Option<Run> = match &request.corrects {
        Some(id) => runs::within(database, &Scope::Everything, id).await?,
        None => None,
    };
    let by = users::by_id(database, &job.owner_id).await?.map_or_else(String::new, |user| user.name);
    Ok(Material {
        data: app.config.data.clone(),
        dictionary: app.rules.dictionary().clone(),
        census: Census::of(database, batch).await?,
        labels,
        earlier,
        year: batch.year,
        scheme: batch.scheme.clone(),
        scheme_hash: batch.scheme_hash.clone(),
        reference: corrected.map(|run| run.calibration_hash),
        by,
        // Whole seconds, as `SOURCE_DATE_EPOCH` gives them to the command.
        now: Timestamp::from_second(app.edge.now().as_second()).unwrap_or_default(),
    })
}

fn not_made(why: NotMade) -> Trouble {
    match why {
        NotMade::Stopped => Trouble::Stopped,
        NotMade::Nobody => told("wrong-state", "没有参评企业", "nobody takes part"),
        NotMade::RulesChanged => told(
            "rules-changed",
            "保存的规则文件与批次所记的不符，请检查数据文件夹",
            "the rule files set aside are not those the batch names; look at the data folder",
        ),
        NotMade::Problem(problem) => {
            tracing::error!(%problem, "a run was not computed");
            let said = problem.sentence();
            told("run-failed", format!("计算未完成：{}", said.zh), format!("not computed: {}", said.en))
        }
    }
}

async fn store(
    app: &App,
    job: &Job,
    batch: &Batch,
    request: Request,
    made: Made,
    material: &Material,
    before: Option<Before>,
) -> Result<(), Trouble> {
    let id = app.edge.id();
    let results = results(&made, material);
    let comparison = before.map(|before| {
        let names = material.census.members.iter();
        let names = names.map(|one| (one.enterprise.id.as_str(), one.enterprise.name.as_str())).collect();
        compare::compare(&before, &results, &made.frozen, &batch.scheme_hash, &names)
    });
    let count = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
    let new = NewRun {
        id: id.clone(),
        batch_id: batch.id.clone(),
        path: batch.path.clone(),
        receipt_code: made.receipt.code(),
        receipt: made.receipt_text,
        snapshot_hash: made.receipt.input.file.sha256.clone(),
        calibration_hash: made.calibration_hash,
        enterprises: count(made.receipt.input.enterprises),
        ranked: count(made.receipt.results.ranked),
        vetoed: count(made.receipt.results.vetoed),
        comparison: comparison.map(|one| serde_json::to_string(&one).unwrap_or_default()),
        corrects: request.corrects.clone().zip(request.reason.clone()),
        job_id: job.id.clone(),
        created_by: job.owner_id.clone(),
    };
    let work = app.database.begin(app.edge.now()).await?;
    let result = json!({"run_id": id, "receipt_code": new.receipt_code});
    let steps = i64::try_from(STEPS).unwrap_or(i64::MAX);
    jobs::progress(&work, job, steps, Some(steps), LEASE).await?;
    if !jobs::finish(&work, job, JobState::Done, &result.to_string()).await? {
        // Another worker has the job: it stores the run.
        return Ok(work.undo().await?);
    }
    if approvals::party(app, &work, &job.owner_id, "run:compute", &batch.path).await?.is_none() {
        work.undo().await?;
        return Err(told(
            "not-allowed",
            "计算人的账号已停用或权限已收回，未保存结果",
            "whoever asked for it may not compute any more; nothing was stored",
        ));
    }
    let now = batches::held(&work, &batch.id).await?;
    if let Err(moved) = now.ok_or_else(gone).and_then(|now| insist_still_wanted(&now, &request)) {
        work.undo().await?;
        return Err(moved);
    }
    let run = runs::add(&work, new).await?;
    runs::add_results(&work, &id, results).await?;
    runs::add_frozen(&work, &run.id, made.frozen).await?;
    let entry = Entry {
        actor_id: Some(job.owner_id.clone()),
        actor_name: Some(material.by.clone()),
        address: None,
        request_id: None,
        action: "compute".to_owned(),
        resource: "run".to_owned(),
        resource_id: Some(id),
        path: batch.path.clone(),
        purpose: None,
        outcome: Outcome::Done,
        detail: json!({
            "batch_id": batch.id, "number": run.number, "receipt_code": run.receipt_code, "job_id": job.id,
            "corrects": run.corrects, "reason": run.reason,
        }),
    };
    work.commit(&entry, &[]).await?;
    Ok(())
}

fn results(made: &Made, material: &Material) -> Vec<RunResult> {
    let members: HashMap<&str, _> =
        material.census.members.iter().map(|one| (one.enterprise.credit_code.as_str(), one)).collect();
    let row = |outcome: &run::Outcome| {
        let member = members.get(outcome.id.as_str())?;
        let points: Vec<(i64, i64, u16)> =
            outcome.indicators.iter().map(|one| (one.points.0, one.full.0, one.flags)).collect();
        Some(RunResult {
            enterprise_id: member.enterprise.id.clone(),
            path: member.participant.path.clone(),
            stage: outcome.stage.clone(),
            field: outcome.field.clone(),
            total: outcome.total.map(|points| points.0),
            grade: outcome.grade.clone(),
            rank: outcome.rank.map(i64::from),
            stage_rank: outcome.stage_rank.map(i64::from),
            known: outcome.coverage.0.into(),
            asked: outcome.coverage.1.into(),
            withheld: outcome.withheld.clone(),
            points: serde_json::to_string(&points).unwrap_or_default(),
        })
    };
    made.outcomes.iter().filter_map(row).collect()
}
