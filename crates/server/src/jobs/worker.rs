//! Doing the jobs: one at a time, each under a lease.

use super::Kind;
use crate::{
    app::App,
    runs::{self, Trouble},
};
use jiff::SignedDuration;
use serde_json::{Value, json};
use std::time::Duration;
use store::{
    Housekeeping, StoreError, audit,
    audit::{Entry, Finding, Outcome, Verdict},
    jobs::{self, Job, JobState},
};

pub(crate) const LEASE: SignedDuration = SignedDuration::from_mins(10);
/// Lost jobs are looked for this often even when nobody asks.
const LOOK: Duration = Duration::from_secs(15);

/// Does jobs until the server closes.
pub(crate) async fn work(app: App) {
    loop {
        match take(&app).await {
            Ok(Some(job)) => {
                if let Err(error) = run(&app, &job).await {
                    tracing::error!(job = job.id, %error, "a job's result was not written");
                }
                continue;
            }
            Ok(None) => {}
            Err(error) => tracing::error!(%error, "no job could be taken"),
        }
        tokio::select! {
            () = app.job_asked.notified() => {}
            () = tokio::time::sleep(LOOK) => {}
            () = app.closed() => return,
        }
    }
}

/// Does the oldest job that waits; `false` when there is none.
///
/// # Errors
/// The store's failure.
pub(crate) async fn do_next(app: &App) -> Result<bool, StoreError> {
    let Some(job) = take(app).await? else { return Ok(false) };
    run(app, &job).await?;
    Ok(true)
}

async fn take(app: &App) -> Result<Option<Job>, StoreError> {
    let work = app.database.begin(app.edge.now()).await?;
    let job = jobs::take(&work, LEASE).await?;
    work.commit_housekeeping(Housekeeping::JobProgress).await?;
    Ok(job)
}

async fn run(app: &App, job: &Job) -> Result<(), StoreError> {
    let kind = Kind::from_word(&job.kind);
    if kind == Some(Kind::Run) && job.cancel_at.is_none() {
        return run_batch(app, job).await;
    }
    if let Some(kind @ (Kind::ImportPreview | Kind::Import)) = kind {
        // Its effect and its end are one transaction of its own.
        return crate::imports::run_job(app, job, kind).await;
    }
    let done = match kind {
        _ if job.cancel_at.is_some() => Ok(None),
        Some(Kind::AuditVerification) => {
            audit::verify(&app.database).await.map(|verdict| Some(verdict_body(&verdict)))
        }
        Some(Kind::Backup) => {
            let made = crate::schedule::back_up(&app.database, &app.config, app.edge.now()).await;
            made.map(|file| Some(json!({ "file": file.file_name().map(|name| name.to_string_lossy()) })))
        }
        Some(Kind::Run | Kind::ImportPreview | Kind::Import) | None => {
            Err(StoreError::Corrupt { what: "jobs.kind", value: job.kind.clone() })
        }
    };
    let (state, result) = match done {
        Ok(Some(result)) => (JobState::Done, result),
        Ok(None) => (JobState::Cancelled, Value::Null),
        Err(error) => {
            tracing::error!(job = job.id, %error, "a job failed");
            // The text stays in the log; the reader gets the job's id to ask about.
            (JobState::Failed, json!({ "code": "internal-error" }))
        }
    };
    finish(app, job, state, &result).await
}

/// Computes a run: what it stores and the end of the job are one transaction.
async fn run_batch(app: &App, job: &Job) -> Result<(), StoreError> {
    match runs::compute(app, job).await {
        Ok(()) => Ok(()),
        Err(Trouble::Told(why)) => finish(app, job, JobState::Failed, &why).await,
        Err(Trouble::Cancelled) => finish(app, job, JobState::Cancelled, &Value::Null).await,
        Err(Trouble::Store(error)) => {
            tracing::error!(job = job.id, %error, "a job failed");
            finish(app, job, JobState::Failed, &json!({ "code": "internal-error" })).await
        }
    }
}

/// Ends a job whose effect is elsewhere; one that was lost meanwhile is left alone.
///
/// # Errors
/// The store's failure.
pub(crate) async fn finish(app: &App, job: &Job, state: JobState, result: &Value) -> Result<(), StoreError> {
    let work = app.database.begin(app.edge.now()).await?;
    if jobs::finish(&work, job, state, &result.to_string()).await? {
        work.commit(&entry(job, state), &[]).await?;
    }
    Ok(())
}

fn entry(job: &Job, state: JobState) -> Entry {
    Entry {
        actor_id: Some(job.owner_id.clone()),
        actor_name: None,
        address: None,
        request_id: None,
        action: "finish".to_owned(),
        resource: "job".to_owned(),
        resource_id: Some(job.id.clone()),
        path: job.path.clone(),
        purpose: None,
        outcome: if state == JobState::Done { Outcome::Done } else { Outcome::Failed },
        detail: json!({"kind": job.kind, "state": state.word()}),
    }
}

fn verdict_body(verdict: &Verdict) -> Value {
    json!({
        "good": verdict.is_good(),
        "count": verdict.head.count.to_string(),
        "anchored": verdict.anchored.to_string(),
        "findings": verdict.findings.iter().map(finding_body).collect::<Vec<_>>(),
    })
}

fn finding_body(finding: &Finding) -> Value {
    match finding {
        Finding::Edited { seq } => json!({"kind": "edited", "seq": seq.to_string()}),
        Finding::Unlinked { seq } => json!({"kind": "unlinked", "seq": seq.to_string()}),
        Finding::Rebuilt { seq } => json!({"kind": "rebuilt", "seq": seq.to_string()}),
        Finding::Missing { from, to } => {
            json!({"kind": "missing", "from": from.to_string(), "to": to.to_string()})
        }
        Finding::Behind { anchored, found } => {
            json!({"kind": "behind", "anchored": anchored.to_string(), "found": found.to_string()})
        }
    }
}
