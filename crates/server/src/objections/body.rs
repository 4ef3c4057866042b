//! An objection as it is sent.

use crate::wire::ObjectionStateWord;
use domain::collection::Clock;
use jiff::civil::Date;
use serde::Serialize;
use store::objections::{Objection, ObjectionState};
use utoipa::ToSchema;

/// An objection to one value.
#[derive(Serialize, ToSchema)]
#[schema(as = Objection)]
pub(crate) struct ObjectionBody {
    /// Its id.
    id: String,
    /// The batch.
    batch_id: String,
    /// The enterprise.
    enterprise_id: String,
    /// The item's code.
    item: String,
    /// The year; 0 for items of no period.
    period: i32,
    /// The value objected to; absent when it is missing.
    value: Option<String>,
    /// What the enterprise says it is; absent when it should be missing.
    claimed: Option<String>,
    /// Why.
    reason: String,
    /// The attachment that proves it.
    evidence: Option<String>,
    /// How far it is.
    state: ObjectionStateWord,
    /// Raised on this day.
    opened_on: String,
    /// To be decided by this day.
    due_on: String,
    /// Days left while it is open; negative when overdue.
    days_left: Option<i32>,
    /// Why it was decided so.
    decision: Option<String>,
    /// Decided then.
    decided_at: Option<String>,
}

impl ObjectionBody {
    /// As it is on `today`.
    pub(super) fn new(one: Objection, today: Date) -> Self {
        let clock = Clock { opened_on: one.opened_on };
        Self {
            days_left: (one.state == ObjectionState::Open).then(|| clock.days_left(today)),
            id: one.id,
            batch_id: one.batch_id,
            enterprise_id: one.enterprise_id,
            item: one.item,
            period: one.period,
            value: one.value,
            claimed: one.claimed,
            reason: one.reason,
            evidence: one.evidence,
            state: one.state.into(),
            opened_on: one.opened_on.to_string(),
            due_on: one.due_on.to_string(),
            decision: one.decision,
            decided_at: one.decided_at.map(|at| at.to_string()),
        }
    }
}
