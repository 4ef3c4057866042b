//! What everybody may see: the results of a year that a zone shows, and the enterprises that let their names stand there.

use crate::{
    Scope, Source, StoreError, Work,
    error::Result,
    moment::{millis, time},
    tables::{listing_consents, public_lists},
};
use jiff::Timestamp;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, ExprTrait, IntoActiveModel, QueryFilter, QueryOrder, Set,
    sea_query::Expr,
};
use std::collections::HashSet;

/// The results of a year as a zone shows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicList {
    /// The evaluation.
    pub batch_id: String,
    /// The zone.
    pub zone_id: String,
    /// The zone's path.
    pub path: String,
    /// Whether it is shown now.
    pub shown: bool,
    /// So many of each stage; all when none.
    pub most: Option<u32>,
    /// Whether points stand beside places and grades.
    pub shows_points: bool,
    /// Who changed it last.
    pub changed_by: String,
    /// When; [`set`] sets it to the time of the change.
    pub changed_at: Timestamp,
    /// Grows with each change; nought before the first.
    pub version: i64,
}

impl From<public_lists::Model> for PublicList {
    fn from(row: public_lists::Model) -> Self {
        Self {
            batch_id: row.batch_id,
            zone_id: row.zone_id,
            path: row.path,
            shown: row.shown != 0,
            most: row.most.and_then(|most| u32::try_from(most).ok()),
            shows_points: row.shows_points != 0,
            changed_by: row.changed_by,
            changed_at: time(row.changed_at),
            version: row.version,
        }
    }
}

/// Shows the results of a year so, or not any more. `new.version` is the one that was seen.
///
/// # Errors
/// [`StoreError::Stale`] when somebody changed it first.
pub async fn set(work: &Work, new: PublicList) -> Result<PublicList> {
    let row = public_lists::Model {
        batch_id: new.batch_id.clone(),
        zone_id: new.zone_id,
        path: new.path,
        shown: new.shown.into(),
        most: new.most.map(i64::from),
        shows_points: new.shows_points.into(),
        changed_by: new.changed_by,
        changed_at: millis(work.now()),
        version: 1,
    };
    let known = of_batch(work, &new.batch_id).await?;
    let Some(known) = known else {
        return match new.version {
            0 => Ok(row.into_active_model().insert(&work.executor()).await?.into()),
            expected => Err(StoreError::Stale { expected, found: 0 }),
        };
    };
    if known.version != new.version {
        return Err(StoreError::Stale { expected: new.version, found: known.version });
    }
    let change = public_lists::ActiveModel {
        shown: Set(row.shown),
        most: Set(row.most),
        shows_points: Set(row.shows_points),
        changed_by: Set(row.changed_by),
        changed_at: Set(row.changed_at),
        ..Default::default()
    };
    let column = public_lists::Column::Version;
    public_lists::Entity::update_many()
        .set(change)
        .col_expr(column, Expr::col(column).add(1))
        .filter(public_lists::Column::BatchId.eq(known.batch_id.as_str()))
        .filter(column.eq(known.version))
        .exec(&work.executor())
        .await?;
    match of_batch(work, &known.batch_id).await? {
        Some(now) if now.version == known.version + 1 => Ok(now),
        now => Err(StoreError::Stale { expected: known.version, found: now.map_or(0, |now| now.version) }),
    }
}

/// How the results of an evaluation are shown; `None` when nobody has said anything yet.
///
/// # Errors
/// The engine's failure.
pub async fn of_batch(source: &impl Source, batch_id: &str) -> Result<Option<PublicList>> {
    let found = public_lists::Entity::find_by_id(batch_id).one(&source.executor()).await?;
    Ok(found.map(PublicList::from))
}

/// Everything that is shown, the newest change first; of one zone or of all.
///
/// # Errors
/// The engine's failure.
pub async fn shown(source: &impl Source, zone_id: Option<&str>) -> Result<Vec<PublicList>> {
    let mut query = public_lists::Entity::find().filter(public_lists::Column::Shown.eq(1));
    if let Some(zone) = zone_id {
        query = query.filter(public_lists::Column::ZoneId.eq(zone));
    }
    let query =
        query.order_by_desc(public_lists::Column::ChangedAt).order_by_asc(public_lists::Column::BatchId);
    Ok(query.all(&source.executor()).await?.into_iter().map(PublicList::from).collect())
}

/// What an enterprise said about its name on public lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consent {
    /// The enterprise.
    pub enterprise_id: String,
    /// Whether its name may stand there.
    pub allowed: bool,
    /// When it said so.
    pub changed_at: Timestamp,
    /// Grows with each change.
    pub version: i64,
}

impl From<listing_consents::Model> for Consent {
    fn from(row: listing_consents::Model) -> Self {
        Self {
            enterprise_id: row.enterprise_id,
            allowed: row.allowed != 0,
            changed_at: time(row.changed_at),
            version: row.version,
        }
    }
}

/// What the enterprise said; `None` when it has said nothing.
///
/// # Errors
/// The engine's failure.
pub async fn consent(source: &impl Source, enterprise_id: &str) -> Result<Option<Consent>> {
    let found = listing_consents::Entity::find_by_id(enterprise_id).one(&source.executor()).await?;
    Ok(found.map(Consent::from))
}

/// Writes down what the enterprise at `path` says; `seen` is the version it saw, nought before the first.
///
/// # Errors
/// [`StoreError::Stale`] when somebody said something else first.
pub async fn say(
    work: &Work,
    (enterprise_id, path): (&str, &str),
    (allowed, by): (bool, &str),
    seen: i64,
) -> Result<Consent> {
    let known = consent(work, enterprise_id).await?.map_or(0, |known| known.version);
    if known != seen {
        return Err(StoreError::Stale { expected: seen, found: known });
    }
    let row = listing_consents::Model {
        enterprise_id: enterprise_id.to_owned(),
        path: path.to_owned(),
        allowed: allowed.into(),
        changed_by: by.to_owned(),
        changed_at: millis(work.now()),
        version: known + 1,
    };
    if known == 0 {
        return Ok(row.into_active_model().insert(&work.executor()).await?.into());
    }
    let change = listing_consents::ActiveModel {
        allowed: Set(row.allowed),
        changed_by: Set(row.changed_by.clone()),
        changed_at: Set(row.changed_at),
        version: Set(row.version),
        ..Default::default()
    };
    let done = listing_consents::Entity::update_many()
        .set(change)
        .filter(listing_consents::Column::EnterpriseId.eq(enterprise_id))
        .filter(listing_consents::Column::Version.eq(known))
        .exec(&work.executor())
        .await?;
    if done.rows_affected == 1 {
        Ok(row.into())
    } else {
        Err(StoreError::Stale { expected: seen, found: known })
    }
}

/// The enterprises within `scope` that let their names stand on public lists.
///
/// # Errors
/// The engine's failure.
pub async fn allowed_within(source: &impl Source, scope: &Scope) -> Result<HashSet<String>> {
    let rows = listing_consents::Entity::find()
        .filter(scope.on(listing_consents::Column::Path, listing_consents::Column::ChangedBy))
        .filter(listing_consents::Column::Allowed.eq(1))
        .all(&source.executor())
        .await?;
    Ok(rows.into_iter().map(|row| row.enterprise_id).collect())
}
