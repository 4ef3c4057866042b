//! Sending messages on.

use super::signature;
use crate::app::App;
use jiff::SignedDuration;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use store::{
    Housekeeping, StoreError,
    notices::Notice,
    webhooks::{self, DeliveryState, Due},
};

/// So many are sent in one go.
const AT_ONCE: u64 = 50;
/// Nobody else sends what somebody is sending, for longer than that takes.
const TAKEN_FOR: SignedDuration = SignedDuration::from_secs(60);
/// Tried again after so many minutes, then given up: about two days.
const AGAIN: [i64; 7] = [1, 5, 30, 120, 360, 720, 1_440];
/// What is kept of a failure.
const LONGEST: usize = 200;

/// Sends what is due; says how much arrived.
///
/// # Errors
/// The store's failure.
pub async fn deliver_webhooks(app: &App) -> Result<usize, StoreError> {
    let due = webhooks::due(&app.database, app.edge.now(), AT_ONCE).await?;
    let (mut arrived, mut away) = (0, BTreeSet::new());
    for one in due {
        // Who did not answer just now is not asked again at once: others would wait for it.
        if !away.contains(&one.webhook.id) && take(app, &one).await? {
            let answer = send(app, &one).await;
            match &answer {
                Ok(()) => arrived += 1,
                Err(_) => drop(away.insert(one.webhook.id.clone())),
            }
            note(app, &one, answer).await?;
        }
    }
    Ok(arrived)
}

async fn take(app: &App, one: &Due) -> Result<bool, StoreError> {
    let work = app.database.begin(app.edge.now()).await?;
    let taken = webhooks::take(&work, &one.delivery, TAKEN_FOR).await?;
    work.commit_housekeeping(Housekeeping::Delivery).await?;
    Ok(taken)
}

/// Sends one; any answer of 2xx is taken as read.
async fn send(app: &App, one: &Due) -> Result<(), String> {
    let (body, timestamp) = (body(&one.notice).to_string(), app.edge.now().as_second());
    let secret = app.master_key.webhook(&one.webhook.id);
    let headers = [
        ("webhook-id", one.notice.id.clone()),
        ("webhook-timestamp", timestamp.to_string()),
        ("webhook-signature", signature(&secret, &one.notice.id, timestamp, &body)),
    ];
    match app.outgoing.deliver(&one.webhook.url, &headers, body).await? {
        200..=299 => Ok(()),
        status => Err(format!("answered {status}")),
    }
}

/// What is sent.
fn body(notice: &Notice) -> Value {
    let detail: Value = serde_json::from_str(&notice.detail).unwrap_or_default();
    json!({"id": notice.id, "type": notice.kind, "timestamp": notice.sent_at.to_string(), "data": detail})
}

async fn note(app: &App, one: &Due, answer: Result<(), String>) -> Result<(), StoreError> {
    let now = app.edge.now();
    let wait = usize::try_from(one.delivery.tries).ok().and_then(|tries| AGAIN.get(tries));
    let (state, said, next_at) = match (answer, wait) {
        (Ok(()), _) => (DeliveryState::Delivered, String::new(), None),
        (Err(said), Some(minutes)) => {
            (DeliveryState::Waiting, said, Some(now + SignedDuration::from_mins(*minutes)))
        }
        (Err(said), None) => (DeliveryState::Failed, said, None),
    };
    if state == DeliveryState::Failed {
        tracing::warn!(webhook = %one.webhook.id, notice = %one.notice.id, said, "a message was not taken and is given up");
    }
    let said: String = said.chars().take(LONGEST).collect();
    let work = app.database.begin(now).await?;
    webhooks::note(&work, &one.delivery.id, state, &said, next_at).await?;
    work.commit_housekeeping(Housekeeping::Delivery).await
}
