//! 数据值: what sources say about an enterprise, which of it counts, and an officer's decision between them.

mod conflicts;
mod decide;
mod lookup;

pub(crate) use conflicts::*;
pub(crate) use decide::*;
pub(crate) use lookup::*;

use crate::{
    counting::{Counted, Plan, Said},
    desk::Desk,
    participants::Found,
    problem::Stop,
    wire::SourceWord,
};
use domain::collection::Standing;
use serde::Serialize;
use std::collections::HashMap;
use store::{
    batches::ParticipantState,
    decisions::{self, Decision},
    filings,
    values::{self, Statement, Which},
};
use utoipa::ToSchema;

/// What one source says.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub(crate) struct SaidBody {
    /// The statement, to decide for.
    statement_id: String,
    /// Who says it.
    source: SourceWord,
    /// Exact decimal text in the item's unit, a code, text or day; absent when it is said to be missing.
    value: Option<String>,
    /// The import it came with; a form otherwise.
    import_id: Option<String>,
    /// The row of the import's sheet.
    row: Option<u32>,
    /// The attachment that proves it.
    evidence: Option<String>,
    /// What the reporter says about it.
    explanation: Option<String>,
    /// Who entered it.
    entered_by: String,
    /// When.
    entered_at: String,
    /// Whether it counts.
    counts: bool,
}

/// How the value that counts came to count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum StandingWord {
    /// Nobody says anything, or all say that it is missing.
    Absent,
    /// Nobody contradicts.
    Agreed,
    /// A source contradicts beyond the tolerance; nobody decided.
    Disputed,
    /// An officer decided.
    Decided,
}

impl From<Standing> for StandingWord {
    fn from(standing: Standing) -> Self {
        match standing {
            Standing::Absent => Self::Absent,
            Standing::Agreed => Self::Agreed,
            Standing::Disputed => Self::Disputed,
            Standing::Decided => Self::Decided,
        }
    }
}

/// One item of one period.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub(crate) struct ValueBody {
    /// The item's code.
    pub(crate) item: String,
    /// The year; 0 for items of no period.
    period: i32,
    /// The known value that counts.
    value: Option<String>,
    /// How it came to count.
    pub(crate) standing: StandingWord,
    /// Why an officer decided so.
    reason: Option<String>,
    /// The officer.
    decided_by: Option<String>,
    /// That person's name, where the values themselves were asked for; a filing's form names no officer.
    decided_by_name: Option<String>,
    /// When that was.
    decided_at: Option<String>,
    /// Everything that is said, side by side.
    said: Vec<SaidBody>,
}

impl From<&Counted<'_>> for ValueBody {
    fn from(counted: &Counted<'_>) -> Self {
        let said = counted.said.iter().enumerate();
        Self {
            item: counted.item.to_owned(),
            period: counted.period,
            value: counted.known().map(str::to_owned),
            standing: counted.standing.into(),
            reason: counted.decision.map(|one| one.reason.clone()),
            decided_by: counted.decision.map(|one| one.decided_by.clone()),
            decided_by_name: None,
            decided_at: counted.decision.map(|one| one.decided_at.to_string()),
            said: said
                .map(|(index, one)| said_body(counted.item, one, counted.counts == Some(index)))
                .collect(),
        }
    }
}

impl ValueBody {
    fn named(mut self, people: &HashMap<String, String>) -> Self {
        self.decided_by_name = self.decided_by.as_ref().and_then(|id| people.get(id).cloned());
        self
    }
}

fn said_body(item: &str, one: &Said<'_>, counts: bool) -> SaidBody {
    let remark = one.statement.remarks.get(item).cloned().unwrap_or_default();
    SaidBody {
        statement_id: one.statement.id.clone(),
        source: one.statement.source.into(),
        value: one.stated.text().map(str::to_owned),
        import_id: one.statement.import_id.clone(),
        row: one.statement.row,
        evidence: remark.evidence,
        explanation: remark.explanation,
        entered_by: one.statement.entered_by.clone(),
        entered_at: one.statement.entered_at.to_string(),
        counts,
    }
}

/// Everything stated and decided about one participant.
pub(crate) struct Facts {
    pub(crate) plan: Plan,
    pub(crate) statements: Vec<Statement>,
    pub(crate) decisions: Vec<Decision>,
    /// Whether what the enterprise says of itself takes part.
    pub(crate) with_own: bool,
}

impl Facts {
    /// Those of `found`.
    pub(crate) async fn of(desk: &Desk, found: &Found) -> Result<Self, Stop> {
        let database = desk.database();
        let (batch, enterprise) = (&found.batch, &found.enterprise);
        let which = Which {
            batch_id: Some(batch.id.clone()),
            enterprise_id: Some(enterprise.id.clone()),
            ..Which::default()
        };
        let frozen_from = filings::frozen_from(database, &found.participant.id).await?;
        let state = frozen_from.unwrap_or(found.participant.state);
        Ok(Self {
            plan: Plan::of(database, batch).await?,
            statements: values::statements(database, &which).await?,
            decisions: decisions::of_batch(database, &batch.id, Some(&enterprise.id)).await?,
            with_own: state == ParticipantState::Approved,
        })
    }

    /// What counts; with `all` the enterprise's own unapproved values stand beside the others.
    pub(crate) fn count(&self, desk: &Desk, all: bool) -> Vec<Counted<'_>> {
        let dictionary = desk.app.rules.dictionary();
        self.plan.count(dictionary, &self.statements, &self.decisions, all || self.with_own)
    }
}
