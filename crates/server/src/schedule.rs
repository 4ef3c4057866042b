//! What happens by itself: the audit head goes to its file, old answers go, accounts nobody uses are shut, officers are reminded of their tasks, of applications and of policies that end, backups are made and old ones go.

use crate::{
    app::App, applications::remind_about_applications, backups, jobs::Progress, library::look_ahead,
    loans::remind_loan_parties, memory, portraits, rules::remind_rule_writers, tasks::remind_officers,
    users::shut_dormant, webhooks::deliver_webhooks,
};
use futures_util::FutureExt;
use jiff::SignedDuration;
use std::{io, panic::AssertUnwindSafe, time::Duration};
use store::{Housekeeping, StoreError, idempotency, provider_flows, webhooks};

const ANCHOR_EVERY: Duration = Duration::from_secs(1);
const SHUT_EVERY: Duration = Duration::from_secs(3_600);
const LOOK_EVERY: Duration = Duration::from_secs(60);
const DELIVER_EVERY: Duration = Duration::from_secs(5);
/// What came of a message that was sent on is kept for so long.
const DELIVERIES_KEPT: SignedDuration = SignedDuration::from_hours(90 * 24);
const REMIND_EVERY: Duration = Duration::from_secs(3_600);
const CLEAR_EVERY: Duration = Duration::from_secs(3_600);
const GIVE_BACK_EVERY: Duration = Duration::from_secs(30);
/// How often it is asked whether the newest backup is old enough for the next.
const BACKUP_LOOK: Duration = Duration::from_secs(60);

/// Runs until the server closes.
pub(crate) async fn run(app: App) {
    // A backup may take minutes; the audit head is not to wait for it.
    tokio::join!(Box::pin(keep_up(&app)), Box::pin(keep_backups(&app)), Box::pin(keep_sending(&app)));
}

async fn keep_up(app: &App) {
    let mut anchor = tokio::time::interval(ANCHOR_EVERY);
    let mut clear = tokio::time::interval(CLEAR_EVERY);
    let mut shut = tokio::time::interval(SHUT_EVERY);
    let mut give_back = tokio::time::interval(GIVE_BACK_EVERY);
    let mut remind = tokio::time::interval(REMIND_EVERY);
    loop {
        tokio::select! {
            _ = anchor.tick() => told(app.database.anchor().flush()).await,
            _ = clear.tick() => {
                portraits::clear_old(app);
                told(clear_expired(app)).await;
            }
            _ = shut.tick() => told(async { shut_dormant(app).await.map(|_| ()) }).await,
            _ = remind.tick() => {
                told(async { remind_officers(app).await.map(|_| ()) }).await;
                told(async { remind_rule_writers(app).await.map(|_| ()) }).await;
                told(async { remind_loan_parties(app).await.map(|_| ()) }).await;
                told(async { remind_about_applications(app).await.map(|_| ()) }).await;
            }
            _ = give_back.tick() => {
                memory::give_back();
            }
            () = app.closed() => return,
        }
    }
}

/// Looks ahead until the server closes; beside the rest, which must not wait for a computation.
pub(crate) async fn look_on(app: App) {
    let mut look = tokio::time::interval(LOOK_EVERY);
    loop {
        tokio::select! {
            _ = look.tick() => told(look_ahead(&app)).await,
            () = app.closed() => return,
        }
    }
}

/// Hosts may be slow: nothing else waits for them.
async fn keep_sending(app: &App) {
    if app.config.webhooks.hosts.is_empty() {
        return;
    }
    let mut send = tokio::time::interval(DELIVER_EVERY);
    loop {
        tokio::select! {
            _ = send.tick() => told(async { deliver_webhooks(app).await.map(|_| ()) }).await,
            () = app.closed() => return,
        }
    }
}

async fn keep_backups(app: &App) {
    if !backups::are_scheduled(app) {
        return;
    }
    let mut look = tokio::time::interval(BACKUP_LOOK);
    // The first tick comes at once: a server that starts has other things to do.
    look.reset();
    loop {
        tokio::select! {
            _ = look.tick() => told(back_up_when_due(app)).await,
            () = app.closed() => return,
        }
    }
}

/// Does scheduled work and writes its failure into the log. A panic ends this piece of work and nothing else.
async fn told(work: impl Future<Output = Result<(), StoreError>>) {
    match AssertUnwindSafe(work).catch_unwind().await {
        Ok(Ok(())) => {}
        Ok(Err(error)) => tracing::error!(%error, "scheduled work failed"),
        Err(_) => tracing::error!("scheduled work panicked"),
    }
}

/// Makes a backup when the newest is old enough.
///
/// # Errors
/// The store's failure, or a folder that cannot be written.
pub async fn back_up_when_due(app: &App) -> Result<(), StoreError> {
    let asked = app.clone();
    let due = tokio::task::spawn_blocking(move || backups::is_due(&asked));
    if due.await.map_err(io::Error::other)?? {
        backups::for_server(app, &Progress::default()).await?;
    }
    Ok(())
}

async fn clear_expired(app: &App) -> Result<(), StoreError> {
    let work = app.database.begin(app.edge.now()).await?;
    idempotency::clear_expired(&work).await?;
    provider_flows::clear_expired(&work).await?;
    webhooks::clear_done(&work, app.edge.now() - DELIVERIES_KEPT).await?;
    work.commit_housekeeping(Housekeeping::Expired).await?;
    app.database.tidy().await
}

#[cfg(test)]
mod tests {
    use super::told;

    #[tokio::test]
    async fn scheduled_work_that_panics_ends_alone() {
        told(async { panic!("a fault of the program") }).await;
        told(async { Ok(()) }).await;
    }
}
