//! Everybody's claims against each other: 就高不重复, yearly ceilings, budgets. Whole cents in, whole cents out.

use std::{borrow::Borrow, collections::BTreeMap};

use formula::{Fact, Facts, Outcome, ResultKind, Value};

use super::{Fen, Policy, RunsOut, WithParameters};
use crate::Points;

/// What one enterprise is entitled to under one policy, looked at alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claim {
    /// Index of the enterprise.
    pub enterprise: u32,
    /// The amount by formula and caps.
    pub amount: Fen,
}

/// All claims under one policy.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Claims {
    /// Ascending by enterprise, none twice.
    pub claims: Vec<Claim>,
    /// One per claim, smallest first in line; empty where nothing puts them in order. See [`order_key`].
    pub keys: Vec<i64>,
}

/// What becomes of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Grant {
    /// The amount to be paid; zero where nothing is left of the claim.
    pub amount: Fen,
    /// 就高不重复: the policy (by index) of the same group that gives more.
    pub higher: Option<u32>,
    /// Whether the yearly ceiling cut it.
    pub ceiling: bool,
    /// Whether the budget cut it.
    pub budget: bool,
}

/// What becomes of all claims under one policy.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settled {
    /// One per claim, in their order.
    pub grants: Vec<Grant>,
    /// Σ claims.
    pub claimed: Fen,
    /// Σ grants.
    pub granted: Fen,
    /// What would be needed if the budget did not end: after groups and ceilings.
    pub needed: Fen,
    /// What is left of the budget; `None` where there is none.
    pub left: Option<Fen>,
}

/// Where an enterprise stands in line when money runs out, smallest first; `None` for policies without a line.
/// Without points or date it stands last.
#[must_use]
pub fn order_key(policy: &Policy, facts: &dyn Facts) -> Option<i64> {
    match &policy.budget.as_ref()?.runs_out {
        RunsOut::ProRata => None,
        RunsOut::ByPoints(_) => {
            let points = match facts.result(ResultKind::Points, None) {
                Some(Fact::Number(points)) => Points::rounded(&points),
                _ => None,
            };
            Some(points_key(points))
        }
        RunsOut::ByTime(formula, _) => {
            match formula.evaluate(&WithParameters::new(facts, &policy.parameters)) {
                Outcome::Known(Value::Date(date)) => {
                    Some(i64::from(date.year()) * 512 + i64::from(date.day_of_year()))
                }
                _ => Some(i64::MAX),
            }
        }
    }
}

/// Where an enterprise with so many points stands in line: the most first, those without last.
#[must_use]
pub fn points_key(points: Option<Points>) -> i64 {
    points.map_or(i64::MAX, |points| -points.0)
}

/// Settles all claims. `spent` is what each policy has paid before in its year (nothing where it is shorter); `id` is what
/// tells enterprises apart, so that the order of the table decides nothing.
///
/// First groups, then ceilings, then budgets: what a budget takes is not given back to a lower policy of the group.
#[must_use]
pub fn settle<K: Ord + Copy>(
    policies: &[&Policy],
    claims: &[impl Borrow<Claims>],
    spent: &[Fen],
    id: impl Fn(u32) -> K,
) -> Vec<Settled> {
    let claims: Vec<&Claims> = claims.iter().map(Borrow::borrow).collect();
    let mut settled: Vec<Settled> = claims.iter().copied().map(in_full).collect();
    by_enterprise(policies, &claims, &mut settled);
    for (index, (policy, one)) in policies.iter().zip(&mut settled).enumerate() {
        one.needed = one.grants.iter().map(|grant| grant.amount).sum();
        let spent = spent.get(index).copied().unwrap_or_default();
        if let Some(budget) = &policy.budget {
            let left = Fen((budget.amount - spent).0.max(0));
            let asked: Vec<(Fen, K)> = claims[index]
                .claims
                .iter()
                .zip(&one.grants)
                .map(|(claim, grant)| (grant.amount, id(claim.enterprise)))
                .collect();
            let got = budget.share_out(left, &asked, &claims[index].keys);
            for (grant, got) in one.grants.iter_mut().zip(got) {
                grant.budget = got < grant.amount;
                grant.amount = got;
            }
            one.left = Some(left - one.grants.iter().map(|grant| grant.amount).sum());
        }
        one.granted = one.grants.iter().map(|grant| grant.amount).sum();
    }
    settled
}

fn in_full(claims: &Claims) -> Settled {
    let grants = claims.claims.iter().map(|claim| Grant { amount: claim.amount, ..Grant::default() });
    Settled {
        grants: grants.collect(),
        claimed: claims.claims.iter().map(|claim| claim.amount).sum(),
        ..Settled::default()
    }
}

/// Policies that share a group or a ceiling, by index.
fn sharing<'p>(
    policies: &[&'p Policy],
    by: impl Fn(&'p Policy) -> Option<&'p str>,
) -> BTreeMap<&'p str, Vec<usize>> {
    let mut found: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, policy) in policies.iter().enumerate() {
        if let Some(code) = by(policy) {
            found.entry(code).or_default().push(index);
        }
    }
    found
}

/// Groups and ceilings look at one enterprise at a time.
fn by_enterprise(policies: &[&Policy], claims: &[&Claims], settled: &mut [Settled]) {
    let groups = sharing(policies, |policy| policy.stacking.group.as_deref());
    for members in groups.values().filter(|members| members.len() > 1) {
        together(members, claims, |held| highest(policies, held, settled));
    }
    let ceilings = sharing(policies, |policy| Some(policy.stacking.ceiling.as_ref()?.code.as_str()));
    for members in ceilings.values() {
        let limits = members.iter().filter_map(|&index| policies[index].stacking.ceiling.as_ref());
        let Some(limit) = limits.map(|ceiling| ceiling.amount).min() else { continue };
        together(members, claims, |held| under_ceiling(policies, held, limit, settled));
    }
}

/// Calls `each` with the claims every enterprise holds under `members`: pairs of policy and claim, both by index.
fn together(members: &[usize], claims: &[&Claims], mut each: impl FnMut(&mut Vec<(usize, usize)>)) {
    let mut next = vec![0usize; members.len()];
    let mut held = Vec::new();
    loop {
        let at = |place: usize, next: &[usize]| claims[members[place]].claims.get(next[place]);
        let first = (0..members.len()).filter_map(|place| Some(at(place, &next)?.enterprise)).min();
        let Some(enterprise) = first else { return };
        held.clear();
        for place in 0..members.len() {
            if at(place, &next).is_some_and(|claim| claim.enterprise == enterprise) {
                held.push((members[place], next[place]));
                next[place] += 1;
            }
        }
        each(&mut held);
    }
}

/// 就高不重复: of equal amounts the policy with the smaller code stays.
fn highest(policies: &[&Policy], held: &mut [(usize, usize)], settled: &mut [Settled]) {
    sort_by_amount(policies, held, settled);
    let Some(((best, _), rest)) = held.split_first() else { return };
    for &(policy, claim) in rest {
        let grant = &mut settled[policy].grants[claim];
        grant.amount = Fen::ZERO;
        grant.higher = u32::try_from(*best).ok();
    }
}

/// 年度上限: the larger amounts first; the one that reaches the ceiling is cut, those after it get nothing.
fn under_ceiling(policies: &[&Policy], held: &mut [(usize, usize)], limit: Fen, settled: &mut [Settled]) {
    sort_by_amount(policies, held, settled);
    let mut room = limit;
    for &(policy, claim) in held.iter() {
        let grant = &mut settled[policy].grants[claim];
        let kept = grant.amount.min(room);
        grant.ceiling = kept < grant.amount;
        grant.amount = kept;
        room = room - kept;
    }
}

fn sort_by_amount(policies: &[&Policy], held: &mut [(usize, usize)], settled: &[Settled]) {
    held.sort_by(|one, other| {
        let amount = |held: &(usize, usize)| settled[held.0].grants[held.1].amount;
        amount(other).cmp(&amount(one)).then_with(|| policies[one.0].code.cmp(&policies[other.0].code))
    });
}
