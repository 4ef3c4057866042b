//! What applying changes: who counts, with which claim, and what becomes of everybody's claims then.

use columnar::Match;
use domain::{
    cultivation::State,
    indicators::Item,
    policies::{Claim, Claims, Fen, Policy, Settled, judge, order_key, settle},
};
use formula::{Fact, Facts};
use std::collections::BTreeSet;

use super::MatchRun;

/// A datum that a policy reads.
#[derive(Debug, Clone)]
pub struct Datum<'a> {
    /// What it is.
    pub item: &'a Item,
    /// How many periods back: 0 for the year of the data.
    pub back: u8,
    /// In the item's own unit; `None` when missing.
    pub fact: Option<Fact>,
}

impl MatchRun {
    fn seen(&self, policy: usize) -> Option<Match<'_>> {
        let one = &self.policies.get(policy)?.value;
        Some(Match { policy: one, population: self.populations.get(&one.judged_on(self.on))? })
    }

    /// The data that the policy with index `policy` reads of enterprise `index`, in the order of the rules, each once. What
    /// officers answer and parameters of the policy are none of them.
    #[must_use]
    pub fn data(&self, policy: usize, index: usize) -> Vec<Datum<'_>> {
        let Some(seen) = self.seen(policy) else { return Vec::new() };
        let facts = seen.facts(index, self.results.as_ref());
        let mut known = BTreeSet::new();
        let read = seen.policy.condition_formulas().into_iter().chain(seen.policy.award.formulas());
        let items = read.flat_map(formula::Formula::items);
        let datum = |read: &formula::ItemRef| {
            let parameter = seen.policy.parameters.iter().any(|one| one.code == read.name);
            let new = !parameter && known.insert((read.name.clone(), read.back));
            let item = self.dictionary.find(&read.name).filter(|_| new)?;
            Some(Datum { item, back: read.back, fact: facts.item(&read.name, read.back) })
        };
        items.filter_map(datum).collect()
    }

    /// The claim of enterprise `index` under the policy with index `policy` once an officer has answered every check with yes,
    /// and where it stands in line. `None` when a condition is not met or cannot be told, when the data hold an officer's no,
    /// or when the award comes to no money.
    #[must_use]
    pub fn claim_passed(&self, policy: usize, index: usize) -> Option<(Claim, Option<i64>)> {
        let seen = self.seen(policy)?;
        let facts = seen.facts(index, self.results.as_ref());
        let judged = judge(seen.policy, &facts);
        let met = judged.conditions.iter().all(|found| found.state == State::Met)
            && judged.officer_checks.iter().all(|found| matches!(found.state, State::Met | State::Officer));
        let amount = judged.award.as_ref().ok()?.amount.filter(|amount| met && amount.0 > 0)?;
        let enterprise = u32::try_from(index).ok()?;
        Some((Claim { enterprise, amount }, order_key(seen.policy, &facts)))
    }

    /// The claims of the enterprises `passed` (by index) under a policy that takes applications.
    #[must_use]
    pub fn claims_passed(&self, policy: usize, passed: &BTreeSet<usize>) -> Claims {
        let mut all = Claims::default();
        for (claim, key) in passed.iter().filter_map(|index| self.claim_passed(policy, *index)) {
            all.claims.push(claim);
            all.keys.extend(key);
        }
        all
    }

    /// What becomes of `claims`, one per policy, when `spent` is gone of the budget of each (nothing where it is shorter).
    #[must_use]
    pub fn settled_with(&self, claims: &[Claims], spent: &[Fen]) -> Vec<Settled> {
        let policies: Vec<&Policy> = self.policies.iter().map(|one| &one.value).collect();
        let ids = self.ids();
        settle(&policies, claims, spent, |index: u32| ids.get(index as usize).map_or("", String::as_str))
    }
}
