//! What policies pay: lists of awards, the awards on them, batches of payments, the ledger, and objections.

mod batches;
mod items;
mod ledger;
mod objections;

pub use batches::{
    NewBatch, PaymentBatch, PaymentState, add_batch, batch_within, batches_of_list, batches_page, move_batch,
};
pub use items::{
    Award, AwardChange, AwardFilter, AwardState, Held, NewAward, add_awards, award_of, award_within,
    awards_of_batch, awards_of_list, awards_of_zone, awards_page, cancel_awards, hold_policy, move_award,
};
pub use ledger::{Entered, LedgerFilter, LedgerKind, enter, entries_of_batch, ledger_page};
pub use objections::{
    AwardObjection, AwardObjectionState, decide_objection, object, objection_within, objections_page,
    open_objections,
};

use crate::{
    Mark, MarkValue, Page, PageRequest, Scope, Source, StoreError, Work,
    error::Result,
    moment::{day, millis, time},
    page::paged,
    role::words,
    tables::award_lists::{ActiveModel, Column, Entity, Model},
    work::change_seen,
};
use jiff::{Timestamp, civil::Date};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, Set};

words! {
    /// How far a list of awards is.
    ListState, "state of an award list", {
        /// Officers look through it.
        Review = "review",
        /// On public notice.
        Notice = "notice",
        /// Being paid.
        Paying = "paying",
        /// All awards are final.
        Closed = "closed",
        /// Given up.
        Cancelled = "cancelled",
    }
}

/// 兑现名单: whom one policy pays in one year. Amounts are whole cents (分).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AwardList {
    /// Its id.
    pub id: String,
    /// The zone that pays.
    pub zone_id: String,
    /// The zone's path.
    pub path: String,
    /// The run whose data were matched.
    pub run_id: String,
    /// The policy's code.
    pub policy: String,
    /// Its Chinese name as it was.
    pub policy_name: String,
    /// Its English name, where it has one.
    pub policy_name_en: Option<String>,
    /// Its version.
    pub policy_version: String,
    /// Its whole file as it was.
    pub policy_text: String,
    /// Whether somebody issued it.
    pub official: bool,
    /// The day of matching.
    pub matched_on: Date,
    /// The year whose money is paid.
    pub period: i32,
    /// 匹配码.
    pub code: String,
    /// How many enterprises were entitled.
    pub entitled: i64,
    /// What of the budget of the year was left when it was opened; none where it is not limited.
    pub budget: Option<i64>,
    /// How far it is.
    pub state: ListState,
    /// 公示期.
    pub notice: Option<(Date, Date)>,
    /// Why it was sent back or given up.
    pub reason: Option<String>,
    /// Who opened it.
    pub opened_by: String,
    /// When; [`add_list`] sets it to the time of the change.
    pub opened_at: Timestamp,
    /// When it moved last.
    pub changed_at: Timestamp,
    /// Grows with each change.
    pub version: i64,
}

impl TryFrom<Model> for AwardList {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self> {
        let from = day("award_lists.notice_from", row.notice_from)?;
        let until = day("award_lists.notice_until", row.notice_until)?;
        Ok(Self {
            state: ListState::from_word(&row.state)?,
            matched_on: day("award_lists.matched_on", Some(row.matched_on))?.unwrap_or(Date::MIN),
            notice: from.zip(until),
            period: i32::try_from(row.period).unwrap_or_default(),
            official: row.official != 0,
            id: row.id,
            zone_id: row.zone_id,
            path: row.path,
            run_id: row.run_id,
            policy: row.policy,
            policy_name: row.policy_name,
            policy_name_en: row.policy_name_en,
            policy_version: row.policy_version,
            policy_text: row.policy_text,
            code: row.code,
            entitled: row.entitled,
            budget: row.budget,
            reason: row.reason,
            opened_by: row.opened_by,
            opened_at: time(row.opened_at),
            changed_at: time(row.changed_at),
            version: row.version,
        })
    }
}

/// Opens a list.
///
/// # Errors
/// [`StoreError::Taken`] when the policy has one under review for that year already.
pub async fn add_list(work: &Work, new: AwardList) -> Result<AwardList> {
    let now = millis(work.now());
    let row = Model {
        id: new.id,
        zone_id: new.zone_id,
        path: new.path,
        run_id: new.run_id,
        policy: new.policy,
        policy_name: new.policy_name,
        policy_name_en: new.policy_name_en,
        policy_version: new.policy_version,
        policy_text: new.policy_text,
        official: new.official.into(),
        matched_on: new.matched_on.to_string(),
        period: new.period.into(),
        code: new.code,
        entitled: new.entitled,
        budget: new.budget,
        state: ListState::Review.word().to_owned(),
        notice_from: None,
        notice_until: None,
        reason: None,
        opened_by: new.opened_by,
        opened_at: now,
        changed_at: now,
        version: 1,
    };
    row.into_active_model().insert(&work.executor()).await?.try_into()
}

/// Moves `seen` on to `state`, with its 公示期 and the reason.
///
/// # Errors
/// [`StoreError::Stale`] when somebody changed it first; [`StoreError::Taken`] when it would be under review beside another
/// list of the policy and year.
pub async fn move_list(
    work: &Work,
    seen: &AwardList,
    state: ListState,
    notice: Option<(Date, Date)>,
    reason: Option<&str>,
) -> Result<AwardList> {
    let change = ActiveModel {
        state: Set(state.word().to_owned()),
        notice_from: Set(notice.map(|(from, _)| from.to_string())),
        notice_until: Set(notice.map(|(_, until)| until.to_string())),
        reason: Set(reason.map(str::to_owned)),
        changed_at: Set(millis(work.now())),
        ..Default::default()
    };
    let seen_at = (Column::Version, seen.version);
    let row =
        change_seen::<Entity, _>(work, (Column::Id, &seen.id), seen_at, change, |row| row.version).await?;
    row.try_into()
}

/// Makes sure that nobody moves the list while its awards are moved: other changes of it wait or are refused.
///
/// # Errors
/// [`StoreError::Stale`] when somebody changed it first.
pub async fn hold_list(work: &Work, seen: &AwardList) -> Result<()> {
    work.take_turns(&format!("award-list/{}", seen.id)).await?;
    match Entity::find_by_id(seen.id.as_str()).one(&work.executor()).await? {
        Some(row) if row.version == seen.version => Ok(()),
        row => Err(StoreError::Stale { expected: seen.version, found: row.map_or(0, |row| row.version) }),
    }
}

/// The list `id`, when `scope` holds it.
///
/// # Errors
/// The engine's failure.
pub async fn list_within(source: &impl Source, scope: &Scope, id: &str) -> Result<Option<AwardList>> {
    let query = Entity::find_by_id(id).filter(scope.on(Column::Path, Column::OpenedBy));
    query.one(&source.executor()).await?.map(AwardList::try_from).transpose()
}

/// Which lists.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ListFilter {
    /// Of this zone.
    pub zone_id: Option<String>,
    /// Of this policy.
    pub policy: Option<String>,
    /// Of this year.
    pub period: Option<i32>,
    /// This far.
    pub state: Option<ListState>,
}

/// The lists within `scope` that match, by the time they were opened.
///
/// # Errors
/// The engine's failure.
pub async fn lists_page(
    source: &impl Source,
    scope: &Scope,
    filter: &ListFilter,
    page: &PageRequest,
) -> Result<Page<AwardList>> {
    let mut select = Entity::find().filter(scope.on(Column::Path, Column::OpenedBy));
    if let Some(zone) = &filter.zone_id {
        select = select.filter(Column::ZoneId.eq(zone.as_str()));
    }
    if let Some(policy) = &filter.policy {
        select = select.filter(Column::Policy.eq(policy.as_str()));
    }
    if let Some(period) = filter.period {
        select = select.filter(Column::Period.eq(i64::from(period)));
    }
    if let Some(state) = filter.state {
        select = select.filter(Column::State.eq(state.word()));
    }
    let mark = |row: &Model| Mark { value: MarkValue::Number(row.opened_at), id: row.id.clone() };
    paged(source, select, (Column::OpenedAt, Column::Id), page, mark).await?.try_map(AwardList::try_from)
}
