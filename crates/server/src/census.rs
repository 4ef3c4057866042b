//! Everything stated about everybody who takes part in a batch.

use crate::counting::{Counted, Plan, by_key};
use domain::indicators::Dictionary;
use std::collections::BTreeMap;
use store::{
    StoreError,
    batches::{self, Batch, Participant, ParticipantState},
    decisions::{self, Decision},
    enterprises::{self, Enterprise},
    filings,
    values::{self, Statement, Which},
};

/// One participant of a census.
pub(crate) struct Member {
    pub(crate) participant: Participant,
    pub(crate) enterprise: Enterprise,
    /// What the filing was before the batch froze, or is.
    pub(crate) filing: ParticipantState,
}

/// A batch with all it holds.
pub(crate) struct Census {
    pub(crate) plan: Plan,
    /// By credit code.
    pub(crate) members: Vec<Member>,
    statements: Vec<Statement>,
    decisions: Vec<Decision>,
}

impl Census {
    /// That of `batch`.
    ///
    /// # Errors
    /// The store's failure.
    pub(crate) async fn of(source: &impl store::Source, batch: &Batch) -> Result<Self, StoreError> {
        Self::among(source, batch, None).await
    }

    /// That of these enterprises alone.
    ///
    /// # Errors
    /// The store's failure.
    pub(crate) async fn of_some(
        source: &impl store::Source,
        batch: &Batch,
        enterprise_ids: &[String],
    ) -> Result<Self, StoreError> {
        Self::among(source, batch, Some(enterprise_ids)).await
    }

    async fn among(
        source: &impl store::Source,
        batch: &Batch,
        ids: Option<&[String]>,
    ) -> Result<Self, StoreError> {
        let plan = Plan::of(source, batch).await?;
        let frozen = filings::all_frozen_from(source, &batch.id).await?;
        let taking_part = match ids {
            Some(ids) => batches::participants_by_enterprises(source, &batch.id, ids).await?,
            None => batches::participants_of(source, &batch.id).await?,
        };
        let mut taking_part: BTreeMap<String, Participant> =
            taking_part.into_iter().map(|one| (one.enterprise_id.clone(), one)).collect();
        let mut register = match ids {
            Some(ids) => enterprises::by_ids(source, ids).await?,
            None => enterprises::by_codes(source, &batch.zone_id, None).await?,
        };
        register.sort_by(|one, other| one.credit_code.cmp(&other.credit_code));
        let members = register.into_iter().filter_map(|enterprise| {
            let participant = taking_part.remove(&enterprise.id)?;
            let filing = frozen.get(&participant.id).copied().unwrap_or(participant.state);
            Some(Member { participant, enterprise, filing })
        });
        let members = members.collect();
        let which = Which {
            batch_id: Some(batch.id.clone()),
            among: ids.map(<[String]>::to_vec),
            ..Which::default()
        };
        let statements = values::statements(source, &which).await?;
        let decisions = decisions::of_batch(source, &batch.id, None).await?;
        Ok(Self { plan, members, statements, decisions })
    }

    /// Gives every member with what counts for it to `look`, by credit code.
    pub(crate) fn each<'a>(&'a self, dictionary: &Dictionary, look: impl FnMut(&'a Member, &[Counted<'a>])) {
        self.every(dictionary, false, look);
    }

    /// How many statements and how many decisions there are about a member.
    pub(crate) fn counts_of(&self, member: &Member) -> (u64, u64) {
        let id = member.enterprise.id.as_str();
        (
            run_of(&self.statements, id, |one| one.enterprise_id.as_str()),
            run_of(&self.decisions, id, |one| one.enterprise_id.as_str()),
        )
    }

    /// As [`Census::each`], with what enterprises say of themselves though nobody approved it.
    pub(crate) fn each_with_own<'a>(
        &'a self,
        dictionary: &Dictionary,
        look: impl FnMut(&'a Member, &[Counted<'a>]),
    ) {
        self.every(dictionary, true, look);
    }

    fn every<'a>(
        &'a self,
        dictionary: &Dictionary,
        all: bool,
        mut look: impl FnMut(&'a Member, &[Counted<'a>]),
    ) {
        let statements = by_key(&self.statements, |one| one.enterprise_id.as_str());
        let decisions = by_key(&self.decisions, |one| one.enterprise_id.as_str());
        for member in &self.members {
            let id = member.enterprise.id.as_str();
            let said = statements.get(id).copied().unwrap_or_default();
            let decided = decisions.get(id).copied().unwrap_or_default();
            let with_own = all || member.filing == ParticipantState::Approved;
            look(member, &self.plan.count(dictionary, said, decided, with_own));
        }
    }
}

/// How many of `rows`, which are sorted by it, have the key `id`.
fn run_of<T>(rows: &[T], id: &str, key: impl Fn(&T) -> &str) -> u64 {
    let from = rows.partition_point(|one| key(one) < id);
    rows[from..].partition_point(|one| key(one) == id) as u64
}
