//! The webhooks of a bank.

use super::shown_secret;
use crate::{
    desk::Desk,
    input::{Checks, Json},
    notices::{Kind, notice},
    problem::{Code, Problem, Stop},
    reply::{Answer, Reply},
    wire::DeliveryStateWord,
};
use axum::extract::Path;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::{
    notices,
    webhooks::{self, Delivery, Webhook},
};
use utoipa::ToSchema;

/// Most webhooks of one organisation.
const MOST: usize = 10;
/// So many deliveries are shown.
const SHOWN: u64 = 100;
/// Longest address.
const LONGEST: usize = 500;

/// What a webhook may be told of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
enum WebhookKind {
    /// An enterprise lets the bank see its data.
    ConsentGranted,
    /// … and no longer.
    ConsentRevoked,
    /// An enterprise applies for a loan.
    LoanApplied,
    /// An enterprise moved a loan.
    LoanMoved,
    /// An application has waited for the bank for days.
    LoanWaiting,
    /// What was approved ends soon and is not drawn yet.
    LoanEnding,
    /// The zone did something for a loan: recommended it, named who guarantees, filed it with a fund.
    LoanSupported,
    /// A product ends soon.
    RulesEnding,
}

impl WebhookKind {
    fn word(self) -> &'static str {
        match self {
            Self::ConsentGranted => Kind::ConsentGranted.word(),
            Self::ConsentRevoked => Kind::ConsentRevoked.word(),
            Self::LoanApplied => Kind::LoanApplied.word(),
            Self::LoanMoved => Kind::LoanMoved.word(),
            Self::LoanWaiting => Kind::LoanWaiting.word(),
            Self::LoanEnding => Kind::LoanEnding.word(),
            Self::LoanSupported => Kind::LoanSupported.word(),
            Self::RulesEnding => Kind::RulesEnding.word(),
        }
    }
}

/// A webhook.
#[derive(Serialize, ToSchema)]
#[schema(as = Webhook)]
pub(crate) struct WebhookBody {
    /// Its id.
    id: String,
    /// Where messages are sent.
    url: String,
    /// Of which kinds.
    kinds: Vec<String>,
    /// Made then.
    made_at: String,
    /// What signs the messages: shown when it is made and never again.
    #[serde(skip_serializing_if = "Option::is_none")]
    secret: Option<String>,
}

impl WebhookBody {
    fn of(one: Webhook, secret: Option<String>) -> Self {
        Self { id: one.id, url: one.url, kinds: one.kinds, made_at: one.made_at.to_string(), secret }
    }
}

/// The webhooks of an organisation, and where they may lead.
#[derive(Serialize, ToSchema)]
pub(crate) struct Webhooks {
    /// Latest first.
    webhooks: Vec<WebhookBody>,
    /// The hosts that the configuration allows; none when nothing is sent on.
    hosts: Vec<String>,
}

/// A webhook to make.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AddWebhook {
    /// An address of a host that the configuration allows, over TLS.
    url: String,
    /// Kinds of messages.
    kinds: Vec<WebhookKind>,
}

/// The webhooks of the caller's organisation.
#[utoipa::path(get, path = "/api/v1/webhooks", operation_id = "list_webhooks", tag = "finance",
    responses((status = 200, body = Webhooks, description = "The webhooks")),
    extensions(("x-permission" = json!("webhook:list"))))]
pub(crate) async fn list_webhooks(desk: Desk) -> Answer {
    let own = webhooks::of(desk.database(), &desk.caller()?.organisation.path).await?;
    Ok(Reply::ok(&Webhooks {
        webhooks: own.into_iter().map(|one| WebhookBody::of(one, None)).collect(),
        hosts: desk.app.config.webhooks.hosts.clone(),
    }))
}

/// Makes a webhook; its secret is in this answer only.
#[utoipa::path(post, path = "/api/v1/webhooks", operation_id = "add_webhook", tag = "finance",
    request_body = AddWebhook, responses((status = 201, body = WebhookBody, description = "The webhook")),
    extensions(("x-permission" = json!("webhook:change")), ("x-idempotency-key" = json!("required"))))]
pub(crate) async fn add_webhook(desk: Desk, Json(given): Json<AddWebhook>) -> Answer {
    let caller = desk.caller()?;
    let url = given.url.trim().to_owned();
    checked(&desk, &url, &given.kinds)?;
    let own = webhooks::of(desk.database(), &caller.organisation.path).await?;
    if own.len() >= MOST {
        let (zh, en) = (format!("最多 {MOST} 个推送地址。"), format!("There may be {MOST} webhooks."));
        return Err(Problem::new(Code::WrongState).saying(zh, en).into());
    }
    let mut kinds: Vec<String> = given.kinds.iter().map(|kind| kind.word().to_owned()).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let new = Webhook {
        id: desk.app.edge.id(),
        path: caller.organisation.path.clone(),
        url,
        kinds,
        ended_at: None,
        made_by: caller.user.id.clone(),
        made_at: desk.now(),
    };
    let change = desk.begin().await?;
    let made = webhooks::add(change.work(), new).await?;
    let note = desk.note("add", "webhook").on(&made.id, &made.path);
    let note = note.with(json!({"url": made.url, "kinds": made.kinds}));
    let secret = shown_secret(&desk.app.master_key, &made.id);
    let location = format!("/api/v1/webhooks/{}", made.id);
    let reply = Reply::created(&WebhookBody::of(made, Some(secret)), &location).once(&["secret"]);
    change.finish(note, reply).await
}

fn checked(desk: &Desk, url: &str, kinds: &[WebhookKind]) -> Result<(), Problem> {
    let mut checks = Checks::default();
    let hosts = &desk.app.config.webhooks.hosts;
    let known = if hosts.is_empty() { "—".to_owned() } else { hosts.join(", ") };
    checks.that(
        url.len() <= LONGEST && desk.app.outgoing.allowed(url).is_ok(),
        "/url",
        &format!("应为允许推送的主机上的 https 网址；系统管理员设定的主机：{known}"),
        &format!("must be an https address of a host that the configuration allows: {known}"),
    );
    checks.that(!kinds.is_empty(), "/kinds", "至少一项", "needs at least one");
    checks.done()
}

async fn found(desk: &Desk, id: &str) -> Result<Webhook, Stop> {
    let own = &desk.caller()?.organisation.path;
    webhooks::within(desk.database(), own, id).await?.ok_or_else(|| Code::NotFound.into())
}

/// Why a webhook is ended.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct EndWebhook {
    /// Why; it stands in the audit log.
    reason: String,
}

/// Ends a webhook: nothing is sent there any more, and what waits is given up.
#[utoipa::path(post, path = "/api/v1/webhooks/{id}/end", operation_id = "end_webhook", tag = "finance",
    params(("id" = String, Path, description = "The webhook")), request_body = EndWebhook,
    responses((status = 204, description = "Ended")),
    extensions(("x-permission" = json!("webhook:change"))))]
pub(crate) async fn end_webhook(desk: Desk, Path(id): Path<String>, Json(given): Json<EndWebhook>) -> Answer {
    let seen = found(&desk, &id).await?;
    let reason = given.reason.trim();
    let mut checks = Checks::default();
    let length = reason.chars().count();
    checks.that((1..=500).contains(&length), "/reason", "应为 1 至 500 字", "must have 1 to 500 characters");
    checks.done()?;
    let change = desk.begin().await?;
    if !webhooks::end(change.work(), &seen.path, &id).await? {
        return Err(Code::NotFound.into());
    }
    let note =
        desk.note("end", "webhook").on(&id, &seen.path).with(json!({"url": seen.url, "reason": reason}));
    change.finish(note, Reply::empty()).await
}

/// Has a message sent to a webhook that says that it is a trial.
#[utoipa::path(post, path = "/api/v1/webhooks/{id}/trial", operation_id = "try_webhook", tag = "finance",
    params(("id" = String, Path, description = "The webhook")),
    responses((status = 204, description = "It is sent within seconds; what came of it stands among the deliveries")),
    extensions(("x-permission" = json!("webhook:change"))))]
pub(crate) async fn try_webhook(desk: Desk, Path(id): Path<String>) -> Answer {
    let seen = found(&desk, &id).await?;
    let mut message = notice(&desk, &seen.path, None, Kind::WebhookTried, &json!({"webhook_id": id}))?;
    message.person_id = Some(desk.caller()?.user.id.clone());
    let notice_id = message.id.clone();
    let change = desk.begin().await?;
    notices::send(change.work(), vec![message]).await?;
    webhooks::send_to(change.work(), &seen, &notice_id).await?;
    change.finish(desk.note("try", "webhook").on(&id, &seen.path), Reply::empty()).await
}

/// What was sent to a webhook, and what came of it.
#[derive(Serialize, ToSchema)]
#[schema(as = WebhookDelivery)]
pub(crate) struct DeliveryBody {
    /// The id of the message: `webhook-id` of every try.
    id: String,
    /// Its kind.
    kind: String,
    /// How far it is.
    state: DeliveryStateWord,
    /// So often it was tried.
    tries: i64,
    /// What came of the last try, when nothing good.
    said: Option<String>,
    /// Tried again then; absent when it is done.
    next_at: Option<String>,
    /// The message was written then.
    made_at: String,
    /// Delivered or given up then.
    done_at: Option<String>,
}

impl DeliveryBody {
    fn of((one, kind): (Delivery, String)) -> Self {
        let waits = one.done_at.is_none();
        Self {
            id: one.notice_id,
            kind,
            state: one.state.into(),
            tries: one.tries,
            said: one.said.filter(|said| !said.is_empty()),
            next_at: waits.then(|| one.next_at.to_string()),
            made_at: one.made_at.to_string(),
            done_at: one.done_at.map(|at| at.to_string()),
        }
    }
}

/// The last hundred messages to a webhook, latest first.
#[utoipa::path(get, path = "/api/v1/webhooks/{id}/deliveries", operation_id = "list_webhook_deliveries", tag = "finance",
    params(("id" = String, Path, description = "The webhook")),
    responses((status = 200, body = Vec<DeliveryBody>, description = "The deliveries")),
    extensions(("x-permission" = json!("webhook:list"))))]
pub(crate) async fn list_deliveries(desk: Desk, Path(id): Path<String>) -> Answer {
    let seen = found(&desk, &id).await?;
    let all = webhooks::deliveries(desk.database(), &seen.id, SHOWN).await?;
    Ok(Reply::ok(&all.into_iter().map(DeliveryBody::of).collect::<Vec<_>>()))
}
