//! Doing the jobs: one at a time, each under a lease.

use super::{Kind, Progress, progress::watched};
use crate::{
    app::App,
    backups, portraits,
    runs::{self, Trouble},
};
use futures_util::FutureExt;
use jiff::SignedDuration;
use serde_json::{Value, json};
use std::{panic::AssertUnwindSafe, time::Duration};
use store::{
    Engine, Housekeeping, StoreError, audit,
    audit::{Entry, Finding, Outcome, Verdict},
    jobs::{self, Job, JobState},
};

pub(crate) const LEASE: SignedDuration = SignedDuration::from_mins(10);
/// Lost jobs are looked for this often even when nobody asks.
const LOOK: Duration = Duration::from_secs(15);

/// Does jobs until the server closes.
pub(crate) async fn work(app: App) {
    loop {
        if *app.closing.borrow() {
            return;
        }
        match AssertUnwindSafe(do_next(&app)).catch_unwind().await {
            Ok(Ok(true)) => continue,
            Ok(Ok(false)) => {}
            Ok(Err(error)) => tracing::error!(%error, "no job could be taken, or its result was not written"),
            // The panic itself is in the log already; the next job is none of its business.
            Err(_) => tracing::error!("taking a job panicked"),
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
    // Boxed: the kinds of work lie deep in each other, deeper than the compiler follows.
    survived(app, &job, Box::pin(run(app, &job))).await?;
    if *app.closing.borrow() {
        // What was not brought to its end is for the next start; on a job that is over this changes nothing.
        let work = app.database.begin(app.edge.now()).await?;
        jobs::give_back(&work, &job).await?;
        work.commit_housekeeping(Housekeeping::JobProgress).await?;
    }
    Ok(true)
}

/// Gives the jobs back that a server before this one left running. An embedded database is held by one process, so
/// whoever had them is gone; on PostgreSQL another server may be at work, and the lease tells.
///
/// # Errors
/// The store's failure.
pub(crate) async fn take_up_lost(app: &App) -> Result<(), StoreError> {
    if app.database.engine() == Engine::Postgres {
        return Ok(());
    }
    let work = app.database.begin(app.edge.now()).await?;
    let lost = jobs::give_all_back(&work).await?;
    work.commit_housekeeping(Housekeeping::JobProgress).await?;
    if lost > 0 {
        tracing::warn!(lost, "jobs that a server before this one left running begin anew");
    }
    Ok(())
}

/// Does `work`, the work of `job`; a panic in it ends the job and nothing else.
async fn survived(
    app: &App,
    job: &Job,
    work: impl Future<Output = Result<(), StoreError>>,
) -> Result<(), StoreError> {
    match AssertUnwindSafe(work).catch_unwind().await {
        Ok(done) => done,
        Err(_) => broke(app, job).await,
    }
}

/// Ends a job whose code panicked.
async fn broke(app: &App, job: &Job) -> Result<(), StoreError> {
    tracing::error!(job = job.id, kind = job.kind, "a job panicked");
    match Kind::from_word(&job.kind) {
        Some(Kind::ImportPreview | Kind::Import) => crate::imports::job_broke(app, job).await,
        _ => finish(app, job, JobState::Failed, &json!({ "code": "internal-error" })).await,
    }
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
        Some(Kind::AuditVerification) => verify(app, job).await,
        Some(Kind::Backup) => match back_up(app, job).await {
            Ok(Some((JobState::Failed, why))) => return finish(app, job, JobState::Failed, &why).await,
            made => made.map(|made| made.map(|(_, said)| said)),
        },
        Some(Kind::Portraits) => portray(app, job).await,
        Some(Kind::Run | Kind::ImportPreview | Kind::Import) | None => {
            Err(StoreError::Corrupt { what: "jobs.kind", value: job.kind.clone() })
        }
    };
    let (state, result) = match done {
        Ok(Some(result)) => (JobState::Done, result),
        // The server is closing: the job is given back.
        Ok(None) if *app.closing.borrow() && job.cancel_at.is_none() => return Ok(()),
        Ok(None) => (JobState::Cancelled, Value::Null),
        Err(error) => {
            tracing::error!(job = job.id, %error, "a job failed");
            // The text stays in the log; the reader gets the job's id to ask about.
            (JobState::Failed, json!({ "code": "internal-error" }))
        }
    };
    finish(app, job, state, &result).await
}

/// Verifies the audit log; `None` when it was stopped.
async fn verify(app: &App, job: &Job) -> Result<Option<Value>, StoreError> {
    let rows = |count: i64| usize::try_from(count).unwrap_or(0);
    let progress = Progress::of_steps(rows(audit::head(&app.database).await?.count));
    let verifying = audit::verify_watched(&app.database, |done| progress.step(rows(done)).is_ok());
    let verdict = watched(app, job, &progress, verifying).await?;
    Ok(verdict.map(|verdict| verdict_body(&verdict)))
}

/// Makes a backup and reads it back; `None` when it was stopped.
async fn back_up(app: &App, job: &Job) -> Result<Option<(JobState, Value)>, StoreError> {
    let progress = Progress::of_steps(backups::STEPS);
    let making = backups::for_server(app, &progress);
    let made = watched(app, job, &progress, making).await?;
    Ok(made.map(|made| backups::told(&made)))
}

/// Writes portraits; `None` when it was stopped.
async fn portray(app: &App, job: &Job) -> Result<Option<Value>, StoreError> {
    let progress = Progress::of_steps(1);
    watched(app, job, &progress, portraits::make(app, job, &progress)).await
}

/// Computes a run: what it stores and the end of the job are one transaction.
async fn run_batch(app: &App, job: &Job) -> Result<(), StoreError> {
    let progress = Progress::of_steps(runs::STEPS);
    match watched(app, job, &progress, runs::compute(app, job, &progress)).await {
        Ok(()) => Ok(()),
        // The server is closing: the job is given back.
        Err(Trouble::Stopped) if *app.closing.borrow() => Ok(()),
        Err(Trouble::Stopped) => finish(app, job, JobState::Cancelled, &Value::Null).await,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Config, Edge};
    use store::{
        Database, OrganisationKind, Role,
        organisations::{self, NewOrganisation},
        users::{self, NewUser, Tongue},
    };

    async fn app(folder: &std::path::Path) -> App {
        let config = Config::for_folder(folder.to_owned());
        let edge = Edge::system();
        let database = Database::open(&config.database, &config.anchor(), edge.now()).await.unwrap();
        App::new(database, config, edge, [7; 32]).unwrap()
    }

    async fn asked(app: &App, id: &str) -> Job {
        let work = app.database.begin(app.edge.now()).await.unwrap();
        let job = jobs::add(&work, id, "audit-verification", "u", "/c/").await.unwrap();
        work.commit(&entry(&job, JobState::Waiting), &[]).await.unwrap();
        job
    }

    async fn somebody(app: &App) {
        let work = app.database.begin(app.edge.now()).await.unwrap();
        let opens_on = "2020-01-01".parse().unwrap();
        let kind = OrganisationKind::Centre;
        let centre = NewOrganisation { id: "c", kind, parent: None, name: "c", credit_code: None, opens_on };
        let centre = organisations::add(&work, &centre).await.unwrap();
        let (language, roles) = (Tongue::Chinese, &[Role::SystemAdministrator][..]);
        let new = NewUser { id: "u", organisation: &centre, login: "u", name: "u", language, roles };
        users::add(&work, &new).await.unwrap();
        work.commit_housekeeping(Housekeeping::Expired).await.unwrap();
    }

    #[tokio::test]
    async fn a_job_that_panics_has_failed_and_the_next_one_is_done() {
        let folder = tempfile::tempdir().unwrap();
        let app = app(folder.path()).await;
        somebody(&app).await;
        asked(&app, "j1").await;
        let job = take(&app).await.unwrap().unwrap();
        survived(&app, &job, async { panic!("a fault of the program") }).await.unwrap();
        let over = jobs::by_id(&app.database, "j1").await.unwrap().unwrap();
        assert_eq!(
            (over.state, over.result.as_deref()),
            (JobState::Failed, Some(r#"{"code":"internal-error"}"#))
        );
        asked(&app, "j2").await;
        assert!(do_next(&app).await.unwrap());
        assert_eq!(jobs::by_id(&app.database, "j2").await.unwrap().unwrap().state, JobState::Done);
    }

    #[tokio::test]
    async fn a_server_that_closes_gives_its_job_back() {
        let folder = tempfile::tempdir().unwrap();
        let app = app(folder.path()).await;
        somebody(&app).await;
        asked(&app, "j1").await;
        app.close();
        assert!(do_next(&app).await.unwrap());
        let left = jobs::by_id(&app.database, "j1").await.unwrap().unwrap();
        assert_eq!((left.state, left.fence), (JobState::Waiting, 1));
    }
}
