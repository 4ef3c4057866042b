//! 站内通知: what people of an organisation are told inside the platform.

use crate::{
    desk::Desk,
    edge::Edge,
    exporting::{self, AsFile, Column, Export, Exported, Exporting, NOTICE_KINDS},
    input::Params,
    listing::{self, Asked, List},
    problem::{Code, Stop},
    reply::{Answer, Reply},
};
use axum::extract::Path;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use store::{
    Page,
    notices::{self, Notice},
};
use utoipa::{IntoParams, ToSchema};

/// What a notice is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = NoticeKind)]
pub(crate) enum Kind {
    /// More time was given.
    DeadlineExtended,
    /// The last day of its group is another.
    DeadlineChanged,
    /// Nothing is submitted and the last day is near or past.
    Reminder,
    /// A filing came back.
    FilingReturned,
    /// A filing was approved.
    FilingApproved,
    /// An objection was decided.
    ObjectionDecided,
    /// A run was published.
    Published,
    /// Tasks of the reader are due soon, or overdue.
    TasksDue,
    /// The reader stands on a list on public notice.
    AwardShown,
    /// The reader can confirm the account an award is paid to.
    AwardPayable,
    /// An award was paid.
    AwardPaid,
    /// An award could not be paid.
    AwardFailed,
    /// An objection to a list was decided.
    AwardObjectionDecided,
    /// An enterprise lets the reader's bank see its data.
    ConsentGranted,
    /// An enterprise no longer lets the reader's bank see its data.
    ConsentRevoked,
    /// An enterprise applies for a loan of the reader's bank.
    LoanApplied,
    /// The other party of a loan moved it.
    LoanMoved,
    /// An application has waited for the reader's organisation for days.
    LoanWaiting,
    /// What was approved ends soon and is not drawn yet.
    LoanEnding,
    /// The zone did something for a loan.
    LoanSupported,
    /// A policy or product that is written here was handed in, sent back or published.
    RulesMoved,
    /// Policies or products end soon.
    RulesEnding,
    /// The reader can apply under a policy.
    PolicyOpen,
    /// An enterprise applies under a policy, or gave what was asked for.
    PolicyApplied,
    /// An application of the reader's was decided, or more is asked for.
    PolicyApplicationMoved,
    /// An application is due soon, or late.
    PolicyApplicationDue,
    /// Sent to try a webhook.
    WebhookTried,
}

impl Kind {
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::DeadlineExtended => "deadline-extended",
            Self::DeadlineChanged => "deadline-changed",
            Self::Reminder => "reminder",
            Self::FilingReturned => "filing-returned",
            Self::FilingApproved => "filing-approved",
            Self::ObjectionDecided => "objection-decided",
            Self::Published => "published",
            Self::TasksDue => "tasks-due",
            Self::AwardShown => "award-shown",
            Self::AwardPayable => "award-payable",
            Self::AwardPaid => "award-paid",
            Self::AwardFailed => "award-failed",
            Self::AwardObjectionDecided => "award-objection-decided",
            Self::ConsentGranted => "consent-granted",
            Self::ConsentRevoked => "consent-revoked",
            Self::LoanApplied => "loan-applied",
            Self::LoanMoved => "loan-moved",
            Self::LoanWaiting => "loan-waiting",
            Self::LoanEnding => "loan-ending",
            Self::LoanSupported => "loan-supported",
            Self::RulesMoved => "rules-moved",
            Self::RulesEnding => "rules-ending",
            Self::PolicyOpen => "policy-open",
            Self::PolicyApplied => "policy-applied",
            Self::PolicyApplicationMoved => "policy-application-moved",
            Self::PolicyApplicationDue => "policy-application-due",
            Self::WebhookTried => "webhook-tried",
        }
    }
}

/// A notice to the people of the organisation at `path`.
pub(crate) fn notice(
    desk: &Desk,
    path: &str,
    batch_id: Option<&str>,
    kind: Kind,
    detail: &Value,
) -> Result<Notice, Stop> {
    Ok(Notice {
        id: desk.app.edge.id(),
        path: path.to_owned(),
        person_id: None,
        batch_id: batch_id.map(str::to_owned),
        kind: kind.word().to_owned(),
        detail: detail.to_string(),
        sent_by: Some(desk.caller()?.user.id.clone()),
        sent_at: desk.now(),
        read_at: None,
    })
}

/// A notice that nobody sent, of work that happens by itself: to the people of the organisation at a path, or to one of them.
pub(crate) fn unasked(
    edge: &Edge,
    (path, person_id): (&str, Option<&str>),
    kind: Kind,
    detail: &Value,
) -> Notice {
    Notice {
        id: edge.id(),
        path: path.to_owned(),
        person_id: person_id.map(str::to_owned),
        batch_id: None,
        kind: kind.word().to_owned(),
        detail: detail.to_string(),
        sent_by: None,
        sent_at: edge.now(),
        read_at: None,
    }
}

/// A notice.
#[derive(Serialize, ToSchema)]
#[schema(as = Notice)]
pub(crate) struct NoticeBody {
    /// Its id.
    id: String,
    /// The batch it is about.
    batch_id: Option<String>,
    /// What it says: one of the kinds of notice.
    kind: String,
    /// What goes into the words.
    detail: Value,
    /// Sent then.
    sent_at: String,
    /// Read first then.
    read_at: Option<String>,
}

impl From<Notice> for NoticeBody {
    fn from(notice: Notice) -> Self {
        Self {
            id: notice.id,
            batch_id: notice.batch_id,
            kind: notice.kind,
            detail: serde_json::from_str(&notice.detail).unwrap_or_default(),
            sent_at: notice.sent_at.to_string(),
            read_at: notice.read_at.map(|at| at.to_string()),
        }
    }
}

const SORTS: [(&str, ()); 1] = [("sent_at", ())];

/// Which notices.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Wanted {
    /// Only those nobody has read.
    unread: Option<bool>,
    /// `sent_at`; `-sent_at` for the latest first.
    sort: Option<String>,
    /// Rows of a page, 1 to 200.
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

/// The notices to the caller's organisation.
#[utoipa::path(get, path = "/api/v1/notices", operation_id = "list_notices", tag = "notices",
    params(Wanted), responses((status = 200, body = inline(List<NoticeBody>), description = "A page")),
    extensions(("x-permission" = json!("notice:list"))))]
pub(crate) async fn list(desk: Desk, Params(wanted): Params<Wanted>) -> Answer {
    let asked = listing::asked(wanted.limit, wanted.cursor.as_deref(), wanted.sort.as_deref(), &SORTS)?;
    let page = page(&desk, &wanted, &asked).await?;
    Ok(Reply::ok(&asked.list(page, NoticeBody::from)))
}

async fn page(desk: &Desk, wanted: &Wanted, asked: &Asked<()>) -> Result<Page<Notice>, Stop> {
    let (unread, reader) = (wanted.unread.unwrap_or(false), &desk.caller()?.user.id);
    Ok(notices::list(desk.database(), (desk.scope(), reader), unread, &asked.page).await?)
}

/// How the list is exported.
pub(crate) const EXPORT: Export = Export {
    resource: "notice",
    title: ("站内消息", "notices"),
    columns: &[
        Column::word("kind", "类型", "Kind", NOTICE_KINDS),
        Column::plain("detail", "内容", "Detail"),
        Column::time("sent_at", "发送时间", "Sent at"),
        Column::time("read_at", "首次阅读时间", "Read first at"),
        Column::plain("batch_id", "批次编号", "Evaluation id"),
        Column::plain("id", "编号", "Id"),
    ],
};

/// The list as a file, as filtered and sorted.
#[utoipa::path(get, path = "/api/v1/notices/export", operation_id = "export_notices", tag = "notices",
    params(Wanted, AsFile),
    responses((status = 200, description = "The file", content(
        (Vec<u8> = "text/csv"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ))),
    extensions(("x-permission" = json!("notice:list")), ("x-time-limit" = json!(120))))]
pub(crate) async fn export(desk: Desk, exporting: Exporting<Wanted>) -> Exported {
    exporting::allowed_now(&desk)?;
    let (wanted, file) = exporting.parts();
    let asked = listing::whole(wanted.sort.as_deref(), &SORTS, desk.app.config.export_rows)?;
    let page = page(&desk, &wanted, &asked).await?;
    exporting::send(&desk, &EXPORT, file, page, NoticeBody::from).await
}

/// Notes that a notice was read.
#[utoipa::path(post, path = "/api/v1/notices/{id}/read", operation_id = "read_notice", tag = "notices",
    params(("id" = String, Path, description = "The notice")),
    responses((status = 204, description = "Noted")),
    extensions(("x-permission" = json!("notice:read"))))]
pub(crate) async fn read(desk: Desk, Path(id): Path<String>) -> Answer {
    let seen = notices::within(desk.database(), (desk.scope(), &desk.caller()?.user.id), &id)
        .await?
        .ok_or(Code::NotFound)?;
    let change = desk.begin().await?;
    notices::read(change.work(), &id).await?;
    let note = desk.note("read", "notice").on(&id, &seen.path);
    change.finish(note, Reply::empty()).await
}
