//! 消息推送: addresses that the messages to an organisation are sent to, and what came of each.

use crate::{
    Source, StoreError, Work,
    error::Result,
    moment::{millis, time},
    notices::Notice,
    role::words,
    tables::{notices, webhook_deliveries, webhooks},
    work::insert_all,
};
use jiff::{SignedDuration, Timestamp};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect,
    sea_query::Expr,
};

words! {
    /// How far a delivery is.
    DeliveryState, "state of a delivery", {
        /// To be sent.
        Waiting = "waiting",
        /// The address took it.
        Delivered = "delivered",
        /// Given up.
        Failed = "failed",
    }
}

/// An address that messages are sent to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Webhook {
    /// Its id.
    pub id: String,
    /// The organisation whose messages they are.
    pub path: String,
    /// Where.
    pub url: String,
    /// Kinds of messages.
    pub kinds: Vec<String>,
    /// When it was ended; none while it is in use.
    pub ended_at: Option<Timestamp>,
    /// Who made it.
    pub made_by: String,
    /// When; [`add`] sets it to the time of the change.
    pub made_at: Timestamp,
}

impl From<webhooks::Model> for Webhook {
    fn from(row: webhooks::Model) -> Self {
        Self {
            id: row.id,
            path: row.path,
            url: row.url,
            kinds: row.kinds.split(' ').filter(|kind| !kind.is_empty()).map(str::to_owned).collect(),
            ended_at: row.ended_at.map(time),
            made_by: row.made_by,
            made_at: time(row.made_at),
        }
    }
}

/// What is sent, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    /// Its id.
    pub id: String,
    /// Where to.
    pub webhook_id: String,
    /// What.
    pub notice_id: String,
    /// How far it is.
    pub state: DeliveryState,
    /// So often it was tried.
    pub tries: i64,
    /// Tried again then.
    pub next_at: Timestamp,
    /// What came of the last try.
    pub said: Option<String>,
    /// When it was made.
    pub made_at: Timestamp,
    /// When it was delivered or given up.
    pub done_at: Option<Timestamp>,
}

impl TryFrom<webhook_deliveries::Model> for Delivery {
    type Error = StoreError;

    fn try_from(row: webhook_deliveries::Model) -> Result<Self> {
        Ok(Self {
            state: DeliveryState::from_word(&row.state)?,
            id: row.id,
            webhook_id: row.webhook_id,
            notice_id: row.notice_id,
            tries: row.tries,
            next_at: time(row.next_at),
            said: row.said,
            made_at: time(row.made_at),
            done_at: row.done_at.map(time),
        })
    }
}

/// Enters an address.
///
/// # Errors
/// The engine's failure.
pub async fn add(work: &Work, new: Webhook) -> Result<Webhook> {
    let row = webhooks::Model {
        id: new.id,
        path: new.path,
        url: new.url,
        kinds: new.kinds.join(" "),
        ended_at: None,
        made_by: new.made_by,
        made_at: millis(work.now()),
    };
    Ok(row.into_active_model().insert(&work.executor()).await?.into())
}

/// Ends the address `id` of the organisation at `path`; what waits is given up. `false` when there is none in use.
///
/// # Errors
/// The engine's failure.
pub async fn end(work: &Work, path: &str, id: &str) -> Result<bool> {
    let now = millis(work.now());
    let ended = webhooks::Entity::update_many()
        .col_expr(webhooks::Column::EndedAt, Expr::value(now))
        .filter(webhooks::Column::Id.eq(id))
        .filter(webhooks::Column::Path.eq(path))
        .filter(webhooks::Column::EndedAt.is_null());
    if ended.exec(&work.executor()).await?.rows_affected == 0 {
        return Ok(false);
    }
    use webhook_deliveries::Column;
    webhook_deliveries::Entity::update_many()
        .col_expr(Column::State, Expr::value(DeliveryState::Failed.word()))
        .col_expr(Column::DoneAt, Expr::value(now))
        .filter(Column::WebhookId.eq(id))
        .filter(Column::State.eq(DeliveryState::Waiting.word()))
        .exec(&work.executor())
        .await?;
    Ok(true)
}

/// The addresses in use of the organisation at `path`, latest first.
///
/// # Errors
/// The engine's failure.
pub async fn of(source: &impl Source, path: &str) -> Result<Vec<Webhook>> {
    use webhooks::Column;
    let query = webhooks::Entity::find().filter(Column::Path.eq(path)).filter(Column::EndedAt.is_null());
    let query = query.order_by_desc(Column::MadeAt).order_by_asc(Column::Id);
    Ok(query.all(&source.executor()).await?.into_iter().map(Webhook::from).collect())
}

/// The address `id` in use of the organisation at `path`.
///
/// # Errors
/// The engine's failure.
pub async fn within(source: &impl Source, path: &str, id: &str) -> Result<Option<Webhook>> {
    Ok(of(source, path).await?.into_iter().find(|one| one.id == id))
}

/// The latest deliveries to an address, at most `most`. The caller has made sure that it may see the address.
///
/// # Errors
/// The engine's failure.
pub async fn deliveries(
    source: &impl Source,
    webhook_id: &str,
    most: u64,
) -> Result<Vec<(Delivery, String)>> {
    use webhook_deliveries::{Column, Entity};
    let query = Entity::find().filter(Column::WebhookId.eq(webhook_id));
    let query = query.order_by_desc(Column::MadeAt).order_by_desc(Column::Id).limit(most);
    let rows = query.all(&source.executor()).await?;
    let ids: Vec<&str> = rows.iter().map(|row| row.notice_id.as_str()).collect();
    let known =
        notices::Entity::find().filter(notices::Column::Id.is_in(ids)).all(&source.executor()).await?;
    let kind =
        |id: &str| known.iter().find(|one| one.id == id).map_or_else(String::new, |one| one.kind.clone());
    rows.into_iter()
        .map(|row| Ok((kind(&row.notice_id), row)).and_then(|(kind, row)| Ok((row.try_into()?, kind))))
        .collect()
}

/// Has messages sent to the addresses of their organisations: called where they are written.
pub(crate) async fn forward(work: &Work, new: &[Notice]) -> Result<()> {
    let to_all: Vec<&Notice> = new.iter().filter(|one| one.person_id.is_none()).collect();
    let paths: std::collections::BTreeSet<&str> = to_all.iter().map(|one| one.path.as_str()).collect();
    let mut hooks: Vec<Webhook> = Vec::new();
    for paths in paths.into_iter().collect::<Vec<_>>().chunks(1_000) {
        let query = webhooks::Entity::find()
            .filter(webhooks::Column::Path.is_in(paths.iter().copied()))
            .filter(webhooks::Column::EndedAt.is_null());
        hooks.extend(query.all(&work.executor()).await?.into_iter().map(Webhook::from));
    }
    let now = millis(work.now());
    let mut rows = Vec::new();
    for notice in to_all {
        let wanted =
            hooks.iter().filter(|hook| hook.path == notice.path && hook.kinds.contains(&notice.kind));
        rows.extend(wanted.map(|hook| delivery(hook, &notice.id, now).into_active_model()));
    }
    insert_all(work, rows, None).await
}

/// Has one message sent to one address, whatever it is about.
///
/// # Errors
/// The engine's failure.
pub async fn send_to(work: &Work, hook: &Webhook, notice_id: &str) -> Result<()> {
    delivery(hook, notice_id, millis(work.now())).into_active_model().insert(&work.executor()).await?;
    Ok(())
}

fn delivery(hook: &Webhook, notice_id: &str, now: i64) -> webhook_deliveries::Model {
    webhook_deliveries::Model {
        id: format!("{notice_id}-{}", hook.id),
        webhook_id: hook.id.clone(),
        notice_id: notice_id.to_owned(),
        state: DeliveryState::Waiting.word().to_owned(),
        tries: 0,
        next_at: now,
        said: None,
        made_at: now,
        done_at: None,
    }
}

/// A delivery with where and what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// The delivery.
    pub delivery: Delivery,
    /// Where.
    pub webhook: Webhook,
    /// What.
    pub notice: Notice,
}

/// The deliveries that are due, oldest first, at most `most`. For work that nobody asked for.
///
/// # Errors
/// The engine's failure.
pub async fn due(source: &impl Source, now: Timestamp, most: u64) -> Result<Vec<Due>> {
    use webhook_deliveries::{Column, Entity};
    let query = Entity::find()
        .filter(Column::State.eq(DeliveryState::Waiting.word()))
        .filter(Column::NextAt.lte(millis(now)))
        .order_by_asc(Column::NextAt)
        .order_by_asc(Column::Id)
        .limit(most);
    let mut due = Vec::new();
    for row in query.all(&source.executor()).await? {
        let webhook = webhooks::Entity::find_by_id(&row.webhook_id).one(&source.executor()).await?;
        let notice = notices::Entity::find_by_id(&row.notice_id).one(&source.executor()).await?;
        if let (Some(webhook), Some(notice)) = (webhook, notice) {
            let (webhook, notice) = (webhook.into(), notice.into());
            due.push(Due { delivery: row.try_into()?, webhook, notice });
        }
    }
    Ok(due)
}

/// Takes a delivery as it was seen, so that nobody else sends it for `time`; `false` when somebody has.
///
/// # Errors
/// The engine's failure.
pub async fn take(work: &Work, seen: &Delivery, time: SignedDuration) -> Result<bool> {
    use webhook_deliveries::{Column, Entity};
    let taken = Entity::update_many()
        .col_expr(Column::NextAt, Expr::value(millis(work.now() + time)))
        .col_expr(Column::Tries, Expr::value(seen.tries + 1))
        .filter(Column::Id.eq(seen.id.as_str()))
        .filter(Column::State.eq(DeliveryState::Waiting.word()))
        .filter(Column::Tries.eq(seen.tries));
    Ok(taken.exec(&work.executor()).await?.rows_affected == 1)
}

/// Notes what came of a try: delivered, given up, or waiting until `next_at`.
///
/// # Errors
/// The engine's failure.
pub async fn note(
    work: &Work,
    id: &str,
    state: DeliveryState,
    said: &str,
    next_at: Option<Timestamp>,
) -> Result<()> {
    use webhook_deliveries::{Column, Entity};
    let mut change = Entity::update_many()
        .col_expr(Column::State, Expr::value(state.word()))
        .col_expr(Column::Said, Expr::value(said))
        .filter(Column::Id.eq(id))
        .filter(Column::State.eq(DeliveryState::Waiting.word()));
    change = match next_at {
        Some(next_at) => change.col_expr(Column::NextAt, Expr::value(millis(next_at))),
        None => change.col_expr(Column::DoneAt, Expr::value(millis(work.now()))),
    };
    change.exec(&work.executor()).await?;
    Ok(())
}

/// Clears away deliveries that were done before `before`.
///
/// # Errors
/// The engine's failure.
pub async fn clear_done(work: &Work, before: Timestamp) -> Result<()> {
    use webhook_deliveries::{Column, Entity};
    let old = Entity::delete_many()
        .filter(Column::State.ne(DeliveryState::Waiting.word()))
        .filter(Column::DoneAt.lt(millis(before)));
    old.exec(&work.executor()).await?;
    Ok(())
}
