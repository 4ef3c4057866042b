//! How far a job is, told by the code that does it: written down now and then, with a look whether it is to stop.

use super::LEASE;
use crate::app::App;
use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicI64, Ordering},
    },
    time::Duration,
};
use store::{
    Housekeeping, StoreError,
    jobs::{self, Job},
};

/// How often progress is written down and a wish to stop is looked for.
const EVERY: Duration = Duration::from_millis(300);

/// What the doing code and its watcher share.
#[derive(Debug, Default)]
pub(crate) struct Progress {
    done: AtomicI64,
    total: AtomicI64,
    stop: AtomicBool,
}

/// Somebody stopped it, or the server is closing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stopped;

impl Progress {
    /// Of so many steps in all.
    pub(crate) fn of_steps(total: usize) -> Arc<Self> {
        let progress = Self::default();
        progress.of(total);
        Arc::new(progress)
    }

    /// There are so many steps in all.
    pub(crate) fn of(&self, total: usize) {
        self.total.store(count(total), Ordering::Relaxed);
    }

    /// Notes that `done` steps are done.
    pub(crate) fn set(&self, done: usize) {
        self.done.store(count(done), Ordering::Relaxed);
    }

    /// Notes that `done` steps are done; an error when it is to stop.
    pub(crate) fn step(&self, done: usize) -> Result<(), Stopped> {
        self.set(done);
        if self.stop.load(Ordering::Relaxed) { Err(Stopped) } else { Ok(()) }
    }

    /// Says that it is to stop.
    pub(crate) fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    fn told(&self) -> (i64, Option<i64>) {
        let total = self.total.load(Ordering::Relaxed);
        (self.done.load(Ordering::Relaxed), (total > 0).then_some(total))
    }
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// Does `work` while its progress is written down; the lease is renewed with it.
pub(crate) async fn watched<T>(
    app: &App,
    job: &Job,
    progress: &Progress,
    work: impl Future<Output = T>,
) -> T {
    if *app.closing.borrow() {
        progress.stop();
    }
    let done = tokio::select! {
        done = work => done,
        never = watch(app, job, progress) => match never {},
    };
    // How far it came in the end; of a job that is over this changes nothing.
    if let Err(error) = noted(app, job, progress).await {
        tracing::warn!(%error, "progress was not written");
    }
    done
}

/// Writes progress down and looks whether somebody wants it stopped, for as long as it is asked to.
async fn watch(app: &App, job: &Job, progress: &Progress) -> std::convert::Infallible {
    loop {
        tokio::time::sleep(EVERY).await;
        if *app.closing.borrow() {
            progress.stop();
        }
        match noted(app, job, progress).await {
            Ok(true) => {}
            Ok(false) => progress.stop(),
            Err(error) => tracing::warn!(%error, "progress was not written"),
        }
    }
}

/// `false` when the job is to stop, or somebody else has it.
async fn noted(app: &App, job: &Job, progress: &Progress) -> Result<bool, StoreError> {
    let (done, total) = progress.told();
    let work = app.database.begin(app.edge.now()).await?;
    let ours = jobs::progress(&work, job, done, total, LEASE).await?;
    work.commit_housekeeping(Housekeeping::JobProgress).await?;
    let now = jobs::by_id(&app.database, &job.id).await?;
    Ok(ours && now.is_some_and(|now| now.cancel_at.is_none()))
}
