//! What officers look at again and again of a batch: its conflicts, and what waits for their review.
//!
//! Both follow from everything that is stated, tens of thousands of rows. Kept here by enterprise, they are made anew only
//! for enterprises about whom something changed since. Whether and where is found by counting and by versions, never by
//! the clock: statements and decisions are only ever added, versions only grow. So an answer is the one that reading
//! everything would give, on both engines and whoever else writes.

use crate::{
    census::{Census, Member},
    counting::Counted,
    filings::Waiting,
    quality::QualityBody,
    rules::RuleHome,
    values::ConflictBody,
};
use domain::{collection::Standing, indicators::Dictionary};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, PoisonError},
};
use store::{
    Database, StoreError, Tally,
    batches::{self, Batch, ParticipantState},
    decisions, enterprises, values,
};
use tokio::sync::{Mutex, OwnedMutexGuard};

/// Batches of so many zones and years stay here.
const MOST: usize = 8;
/// When more enterprises than this changed, an import for example, reading everybody is quicker.
const FEW: usize = 300;

type Place = Arc<Mutex<OfBatch>>;

/// What is kept of one batch.
#[derive(Default)]
struct OfBatch {
    digest: Option<Digest>,
    quality: Option<(Examined, Arc<QualityBody>)>,
}

/// What the quality of a batch's data follows from.
#[derive(PartialEq, Eq)]
struct Examined {
    /// The batch's version.
    version: i64,
    marks: Marks,
    /// The hash of the checks and their data dictionary.
    checks: String,
}

/// The digests of the batches asked about last.
#[derive(Default)]
pub(crate) struct Digests(std::sync::Mutex<Vec<(String, Place)>>);

/// What is kept of the enterprises of one batch.
struct Digest {
    /// The batch's version: what it asks for, and whether it is frozen.
    version: i64,
    marks: Marks,
    /// By credit code.
    members: BTreeMap<String, Kept>,
}

/// Where nothing of this changed, nothing changed.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Marks {
    participants: Tally,
    enterprises: Tally,
    statements: u64,
    decisions: BTreeMap<String, u64>,
}

/// What is kept of one enterprise.
struct Kept {
    enterprise_id: String,
    seen: Seen,
    /// Values that are disputed, or were and are decided.
    conflicts: Vec<ConflictBody>,
    /// Its filing, when it waits for review.
    waiting: Option<Waiting>,
}

/// What a [`Kept`] was made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Seen {
    participant: i64,
    enterprise: i64,
    statements: u64,
    decisions: u64,
}

impl Digests {
    /// What is to be said of `batch` now. Others who ask about the same batch wait.
    ///
    /// # Errors
    /// The store's failure.
    pub(crate) async fn now(
        &self,
        database: &Database,
        rules: &RuleHome,
        batch: &Batch,
    ) -> Result<Present, StoreError> {
        let mut guard = self.place(&batch.id).lock_owned().await;
        let renewed = match guard.digest.take() {
            Some(known) => known.renewed(database, rules.dictionary(), batch).await?,
            None => {
                let marks = Marks::of(database, batch).await?;
                Digest::read(database, rules.dictionary(), batch, marks).await?
            }
        };
        guard.digest = Some(renewed);
        Ok(Present(guard))
    }

    /// The quality of the data of `batch`: what `examine` found when it looked last, or finds now where anything changed
    /// since.
    pub(crate) async fn quality<E: From<StoreError>>(
        &self,
        database: &Database,
        batch: &Batch,
        checks: &str,
        examine: impl Future<Output = Result<QualityBody, E>>,
    ) -> Result<Arc<QualityBody>, E> {
        let mut guard = self.place(&batch.id).lock_owned().await;
        let marks = Marks::of(database, batch).await?;
        let of = Examined { version: batch.version, marks, checks: checks.to_owned() };
        match &guard.quality {
            Some((known, quality)) if *known == of => return Ok(Arc::clone(quality)),
            _ => {}
        }
        let found = Arc::new(examine.await?);
        guard.quality = Some((of, Arc::clone(&found)));
        Ok(found)
    }

    fn place(&self, id: &str) -> Place {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = all.iter().position(|(known, _)| known == id).map(|at| all.remove(at));
        let (id, place) = known.unwrap_or_else(|| (id.to_owned(), Place::default()));
        all.push((id, Arc::clone(&place)));
        if all.len() > MOST {
            all.remove(0);
        }
        place
    }
}

/// A digest that is up to date, held.
pub(crate) struct Present(OwnedMutexGuard<OfBatch>);

impl Present {
    fn members(&self) -> impl Iterator<Item = &Kept> {
        self.0.digest.iter().flat_map(|digest| digest.members.values())
    }

    /// Values that are disputed, and those decided, by enterprise.
    pub(crate) fn conflicts(&self) -> impl Iterator<Item = &ConflictBody> {
        self.members().flat_map(|one| &one.conflicts)
    }

    /// Filings that wait for review, by enterprise.
    pub(crate) fn waiting(&self) -> impl Iterator<Item = &Waiting> {
        self.members().filter_map(|one| one.waiting.as_ref())
    }
}

impl Marks {
    // Taken before anything else is read: what is committed in between is found the next time.
    async fn of(database: &Database, batch: &Batch) -> Result<Self, StoreError> {
        Ok(Self {
            participants: batches::participants_tally(database, &batch.id).await?,
            enterprises: enterprises::tally_of(database, &batch.zone_id).await?,
            statements: values::count(database, &batch.id).await?,
            decisions: decisions::counted(database, &batch.id).await?,
        })
    }
}

impl Digest {
    async fn read(
        database: &Database,
        dictionary: &Dictionary,
        batch: &Batch,
        marks: Marks,
    ) -> Result<Self, StoreError> {
        let members = look(&Census::of(database, batch).await?, dictionary);
        Ok(Self { version: batch.version, marks, members })
    }

    async fn renewed(
        mut self,
        database: &Database,
        dictionary: &Dictionary,
        batch: &Batch,
    ) -> Result<Self, StoreError> {
        let marks = Marks::of(database, batch).await?;
        if self.version != batch.version {
            return Self::read(database, dictionary, batch, marks).await;
        }
        if marks == self.marks {
            return Ok(self);
        }
        let changed = self.changed(database, batch, &marks.decisions).await?;
        if changed.len() > FEW {
            return Self::read(database, dictionary, batch, marks).await;
        }
        let anew = look(&Census::of_some(database, batch, &changed).await?, dictionary);
        let changed: BTreeSet<String> = changed.into_iter().collect();
        self.members.retain(|_, one| !changed.contains(&one.enterprise_id));
        self.members.extend(anew);
        Ok(Self { marks, ..self })
    }

    /// The enterprises about whom something is different.
    async fn changed(
        &self,
        database: &Database,
        batch: &Batch,
        decisions: &BTreeMap<String, u64>,
    ) -> Result<Vec<String>, StoreError> {
        let participants = batches::participant_versions(database, &batch.id).await?;
        let versions = enterprises::versions(database, &batch.zone_id).await?;
        let statements = values::counted(database, &batch.id).await?;
        let count = |all: &BTreeMap<String, u64>, id: &str| all.get(id).copied().unwrap_or(0);
        let now = |id: &str| {
            Some(Seen {
                participant: *participants.get(id)?,
                enterprise: *versions.get(id)?,
                statements: count(&statements, id),
                decisions: count(decisions, id),
            })
        };
        let mut kept: BTreeMap<&str, Seen> =
            self.members.values().map(|one| (one.enterprise_id.as_str(), one.seen)).collect();
        let mut changed: Vec<String> =
            participants.keys().filter(|id| now(id) != kept.remove(id.as_str())).cloned().collect();
        // Whoever is kept still takes part no longer.
        changed.extend(kept.into_keys().map(str::to_owned));
        Ok(changed)
    }
}

/// Everything that is kept of the members of `census`, by credit code.
fn look(census: &Census, dictionary: &Dictionary) -> BTreeMap<String, Kept> {
    let mut kept = BTreeMap::new();
    census.each(dictionary, |member, counted| {
        let (statements, decisions) = census.counts_of(member);
        let seen = Seen {
            participant: member.participant.version,
            enterprise: member.enterprise.version,
            statements,
            decisions,
        };
        let one = Kept {
            enterprise_id: member.enterprise.id.clone(),
            seen,
            conflicts: conflicts(member, counted),
            waiting: None,
        };
        kept.insert(member.enterprise.credit_code.clone(), one);
    });
    census.each_with_own(dictionary, |member, counted| {
        if member.filing == ParticipantState::Submitted
            && let Some(one) = kept.get_mut(&member.enterprise.credit_code)
        {
            one.waiting = Some(Waiting::of(dictionary, census, member, counted));
        }
    });
    kept
}

fn conflicts(member: &Member, counted: &[Counted<'_>]) -> Vec<ConflictBody> {
    let contested = |one: &&Counted<'_>| matches!(one.standing, Standing::Disputed | Standing::Decided);
    counted.iter().filter(contested).map(|value| ConflictBody::of(member, value)).collect()
}
