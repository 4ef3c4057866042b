//! One enterprise and one policy.

use formula::Facts;

use super::{AwardFinding, Policy, WithParameters};
use crate::cultivation::{ClauseFinding, Issues, State, judge_clause};

/// How an enterprise stands to a policy, worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Standing {
    /// 不符合.
    Not,
    /// 数据不足: it cannot be told.
    Unknown,
    /// 待人工核验: the data are met, an officer must still answer.
    Officer,
    /// 符合.
    Entitled,
}

/// What was found for one enterprise under one policy.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    /// How it stands.
    pub standing: Standing,
    /// One per condition, in file order.
    pub conditions: Vec<ClauseFinding>,
    /// One per officer check.
    pub officer_checks: Vec<ClauseFinding>,
    /// What it would get, whatever the conditions say; or what is missing to tell.
    pub award: Result<AwardFinding, Issues>,
}

/// Judges one enterprise. An unmet condition decides, whatever else is missing; data come before officers, so that nobody
/// is sent to check an enterprise that the data may rule out.
#[must_use]
pub fn judge(policy: &Policy, facts: &dyn Facts) -> Judged {
    let facts = WithParameters::new(facts, &policy.parameters);
    let conditions: Vec<_> = policy.conditions.iter().map(|each| judge_clause(each, &facts)).collect();
    let officer_checks: Vec<_> =
        policy.officer_checks.iter().map(|each| judge_clause(each, &facts)).collect();
    let award = policy.award.find(&facts);
    let standing = standing(&conditions, &officer_checks, &award);
    Judged { standing, conditions, officer_checks, award }
}

fn standing(
    conditions: &[ClauseFinding],
    checks: &[ClauseFinding],
    award: &Result<AwardFinding, Issues>,
) -> Standing {
    let some = |state: State| conditions.iter().chain(checks).any(|found| found.state == state);
    match award {
        _ if some(State::Unmet) => Standing::Not,
        // Conditions that are met and an amount of nothing: there is nothing to give.
        Ok(found) if found.amount.is_some_and(|amount| amount.0 <= 0) => Standing::Not,
        Err(_) => Standing::Unknown,
        Ok(_) if some(State::Unknown) => Standing::Unknown,
        Ok(_) if some(State::Officer) => Standing::Officer,
        Ok(_) => Standing::Entitled,
    }
}

impl Judged {
    /// What is missing or undefined, of conditions and award.
    #[must_use]
    pub fn issues(&self) -> Issues {
        let conditions = self.conditions.iter().map(|found| found.finding.issues.clone());
        conditions.chain(self.award.as_ref().err().cloned()).collect()
    }

    /// Whether the conditions are met and the award comes to nothing.
    #[must_use]
    pub fn comes_to_nothing(&self) -> bool {
        let unmet = self.conditions.iter().chain(&self.officer_checks).any(|each| each.state == State::Unmet);
        self.standing == Standing::Not && !unmet
    }
}
