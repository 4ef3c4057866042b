//! Awards: what one enterprise gets on a list.

use crate::{
    Mark, MarkValue, Page, PageRequest, Scope, Source, StoreError, Work,
    error::Result,
    moment::{millis, time},
    page::paged,
    role::words,
    tables::{
        award_lists,
        awards::{ActiveModel, Column, Entity, Model},
    },
    work::{change_seen, insert_all},
};
use jiff::Timestamp;
use sea_orm::{
    ColumnTrait, EntityTrait, ExprTrait, IntoActiveModel, QueryFilter, QueryOrder, Set, sea_query::Expr,
};
use std::collections::BTreeSet;

words! {
    /// How far an award is.
    AwardState, "state of an award", {
        /// On the list.
        Listed = "listed",
        /// Struck out.
        Struck = "struck",
        /// The account is confirmed.
        Confirmed = "confirmed",
        /// In a batch.
        Batched = "batched",
        /// The money is there.
        Paid = "paid",
        /// It could not be paid.
        Failed = "failed",
        /// The money came back.
        Returned = "returned",
        /// The money was taken back.
        ClawedBack = "clawed-back",
        /// Its list was given up.
        Cancelled = "cancelled",
    }
}

/// What one enterprise gets on a list. Amounts are whole cents (分).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Award {
    /// Its id.
    pub id: String,
    /// On this list.
    pub list_id: String,
    /// The zone that pays.
    pub zone_id: String,
    /// The enterprise's path.
    pub path: String,
    /// The enterprise.
    pub enterprise_id: String,
    /// The policy's code.
    pub policy: String,
    /// The year whose money is paid.
    pub period: i32,
    /// By formula and caps.
    pub claimed: i64,
    /// What is paid.
    pub amount: i64,
    /// JSON: why it is less than claimed, in both languages.
    pub cuts: String,
    /// How far it is.
    pub state: AwardState,
    /// Why it was struck out, or could not be paid.
    pub reason: Option<String>,
    /// Where the money goes, sealed.
    pub account: Option<String>,
    /// What is shown of it.
    pub account_shown: Option<String>,
    /// Who confirmed the account.
    pub confirmed_by: Option<String>,
    /// When.
    pub confirmed_at: Option<Timestamp>,
    /// The batch it is or was in last.
    pub batch_id: Option<String>,
    /// When it was paid.
    pub paid_at: Option<Timestamp>,
    /// When it moved last.
    pub changed_at: Timestamp,
    /// Grows with each change.
    pub version: i64,
}

impl TryFrom<Model> for Award {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self> {
        Ok(Self {
            state: AwardState::from_word(&row.state)?,
            period: i32::try_from(row.period).unwrap_or_default(),
            id: row.id,
            list_id: row.list_id,
            zone_id: row.zone_id,
            path: row.path,
            enterprise_id: row.enterprise_id,
            policy: row.policy,
            claimed: row.claimed,
            amount: row.amount,
            cuts: row.cuts,
            reason: row.reason,
            account: row.account,
            account_shown: row.account_shown,
            confirmed_by: row.confirmed_by,
            confirmed_at: row.confirmed_at.map(time),
            batch_id: row.batch_id,
            paid_at: row.paid_at.map(time),
            changed_at: time(row.changed_at),
            version: row.version,
        })
    }
}

/// An award to put on a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAward {
    /// Its id.
    pub id: String,
    /// The enterprise.
    pub enterprise_id: String,
    /// Its path.
    pub path: String,
    /// By formula and caps, in cents.
    pub claimed: i64,
    /// What is paid, in cents; more than nothing.
    pub amount: i64,
    /// JSON: why it is less than claimed.
    pub cuts: String,
}

/// Puts awards on `list`.
///
/// # Errors
/// [`StoreError::Taken`] when an enterprise is paid for the policy and year already.
pub async fn add_awards(work: &Work, list: &super::AwardList, new: Vec<NewAward>) -> Result<()> {
    let rows = new.into_iter().map(|one| {
        let row = Model {
            id: one.id,
            list_id: list.id.clone(),
            zone_id: list.zone_id.clone(),
            path: one.path,
            enterprise_id: one.enterprise_id,
            policy: list.policy.clone(),
            period: list.period.into(),
            claimed: one.claimed,
            amount: one.amount,
            cuts: one.cuts,
            state: AwardState::Listed.word().to_owned(),
            reason: None,
            account: None,
            account_shown: None,
            confirmed_by: None,
            confirmed_at: None,
            batch_id: None,
            paid_at: None,
            changed_at: millis(work.now()),
            version: 1,
        };
        row.into_active_model()
    });
    insert_all(work, rows.collect(), None).await
}

/// What changes when an award moves on; what is none stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AwardChange {
    /// Why.
    pub reason: Option<Option<String>>,
    /// Where the money goes, sealed; what is shown of it; who says so.
    pub account: Option<(String, String, String)>,
    /// Into this batch.
    pub batch_id: Option<String>,
    /// Paid now.
    pub paid: bool,
}

/// Moves `seen` on to `state`.
///
/// # Errors
/// [`StoreError::Stale`] when somebody changed it first; [`StoreError::Taken`] when another award for the same policy and
/// year took its place.
pub async fn move_award(work: &Work, seen: &Award, state: AwardState, change: AwardChange) -> Result<Award> {
    let now = millis(work.now());
    let mut row =
        ActiveModel { state: Set(state.word().to_owned()), changed_at: Set(now), ..Default::default() };
    if let Some(reason) = change.reason {
        row.reason = Set(reason);
    }
    if let Some((account, shown, by)) = change.account {
        row.account = Set(Some(account));
        row.account_shown = Set(Some(shown));
        row.confirmed_by = Set(Some(by));
        row.confirmed_at = Set(Some(now));
    }
    if let Some(batch) = change.batch_id {
        row.batch_id = Set(Some(batch));
    }
    if change.paid {
        row.paid_at = Set(Some(now));
    }
    let seen_at = (Column::Version, seen.version);
    let row = change_seen::<Entity, _>(work, (Column::Id, &seen.id), seen_at, row, |row| row.version).await?;
    row.try_into()
}

/// Gives up every award of a list that is given up.
///
/// # Errors
/// The engine's failure.
pub async fn cancel_awards(work: &Work, list_id: &str) -> Result<()> {
    let change = ActiveModel {
        state: Set(AwardState::Cancelled.word().to_owned()),
        changed_at: Set(millis(work.now())),
        ..Default::default()
    };
    Entity::update_many()
        .set(change)
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::ListId.eq(list_id))
        .filter(Column::State.ne(AwardState::Struck.word()))
        .exec(&work.executor())
        .await?;
    Ok(())
}

/// The award `id`, when `scope` holds it.
///
/// # Errors
/// The engine's failure.
pub async fn award_within(source: &impl Source, scope: &Scope, id: &str) -> Result<Option<Award>> {
    let query = Entity::find_by_id(id).filter(scope.on(Column::Path, Column::EnterpriseId));
    query.one(&source.executor()).await?.map(Award::try_from).transpose()
}

/// What an enterprise gets under a policy for the money of a year, when `scope` holds it: the award that moved last of those whose
/// list was not given up.
///
/// # Errors
/// The engine's failure.
pub async fn award_of(
    source: &impl Source,
    scope: &Scope,
    (enterprise_id, policy, period): (&str, &str, i32),
) -> Result<Option<Award>> {
    let query = Entity::find()
        .filter(scope.on(Column::Path, Column::EnterpriseId))
        .filter(Column::EnterpriseId.eq(enterprise_id))
        .filter(Column::Policy.eq(policy))
        .filter(Column::Period.eq(i64::from(period)))
        .filter(Column::State.ne(AwardState::Cancelled.word()))
        .order_by_desc(Column::ChangedAt)
        .order_by_asc(Column::Id);
    query.one(&source.executor()).await?.map(Award::try_from).transpose()
}

/// Which awards.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AwardFilter {
    /// On this list.
    pub list_id: Option<String>,
    /// Of this enterprise.
    pub enterprise_id: Option<String>,
    /// This far.
    pub state: Option<AwardState>,
    /// In this batch now or last.
    pub batch_id: Option<String>,
}

/// The awards within `scope` that match, by amount.
///
/// # Errors
/// The engine's failure.
pub async fn awards_page(
    source: &impl Source,
    scope: &Scope,
    filter: &AwardFilter,
    page: &PageRequest,
) -> Result<Page<Award>> {
    let mut select = Entity::find().filter(scope.on(Column::Path, Column::EnterpriseId));
    if let Some(list) = &filter.list_id {
        select = select.filter(Column::ListId.eq(list.as_str()));
    }
    if let Some(enterprise) = &filter.enterprise_id {
        select = select.filter(Column::EnterpriseId.eq(enterprise.as_str()));
    }
    if let Some(batch) = &filter.batch_id {
        select = select.filter(Column::BatchId.eq(batch.as_str()));
    }
    if let Some(state) = filter.state {
        select = select.filter(Column::State.eq(state.word()));
    }
    let mark = |row: &Model| Mark { value: MarkValue::Number(row.amount), id: row.id.clone() };
    paged(source, select, (Column::Amount, Column::Id), page, mark).await?.try_map(Award::try_from)
}

async fn all(source: &impl Source, column: Column, value: &str) -> Result<Vec<Award>> {
    let query = Entity::find().filter(column.eq(value)).order_by_asc(Column::Id);
    query.all(&source.executor()).await?.into_iter().map(Award::try_from).collect()
}

/// Every award of a list. For officers of the zone: the caller has made sure of it.
///
/// # Errors
/// The engine's failure.
pub async fn awards_of_list(source: &impl Source, list_id: &str) -> Result<Vec<Award>> {
    all(source, Column::ListId, list_id).await
}

/// Every award that is or was last in a batch. For officers of the zone: the caller has made sure of it.
///
/// # Errors
/// The engine's failure.
pub async fn awards_of_batch(source: &impl Source, batch_id: &str) -> Result<Vec<Award>> {
    all(source, Column::BatchId, batch_id).await
}

/// Every award of a zone in a year. For officers of the zone: the caller has made sure of it.
///
/// # Errors
/// The engine's failure.
pub async fn awards_of_zone(source: &impl Source, zone_id: &str, period: i32) -> Result<Vec<Award>> {
    let query = Entity::find()
        .filter(Column::ZoneId.eq(zone_id))
        .filter(Column::Period.eq(i64::from(period)))
        .order_by_asc(Column::Id);
    query.all(&source.executor()).await?.into_iter().map(Award::try_from).collect()
}

/// What earlier lists hold of a policy's money of a year.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Held {
    /// Enterprises that stand or stood on a list that was not given up.
    pub enterprises: BTreeSet<String>,
    /// Σ of what is gone of the budget, in cents: everything but what was struck out of a list that is closed.
    pub amount: i64,
}

/// Lets one list of the policy and year be opened at a time, and says what the earlier ones hold.
///
/// # Errors
/// The engine's failure.
pub async fn hold_policy(work: &Work, zone_id: &str, policy: &str, period: i32) -> Result<Held> {
    work.take_turns(&format!("award-policy/{zone_id}/{policy}/{period}")).await?;
    let lists = award_lists::Entity::find()
        .filter(award_lists::Column::ZoneId.eq(zone_id))
        .filter(award_lists::Column::Policy.eq(policy))
        .filter(award_lists::Column::Period.eq(i64::from(period)))
        .filter(award_lists::Column::State.eq(super::ListState::Closed.word()));
    let lists = lists.all(&work.executor()).await?;
    let closed: BTreeSet<String> = lists.into_iter().map(|list| list.id).collect();
    let mut held = Held::default();
    for award in awards_of_zone(work, zone_id, period).await? {
        if award.policy != policy || award.state == AwardState::Cancelled {
            continue;
        }
        // What was struck out of an open list can be put back on.
        if award.state != AwardState::Struck || !closed.contains(&award.list_id) {
            held.amount += award.amount;
        }
        held.enterprises.insert(award.enterprise_id);
    }
    Ok(held)
}
