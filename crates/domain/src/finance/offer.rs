//! One enterprise and one product: whether it may borrow, how much, at which rate, and why.

use formula::{Exact, Facts, Formula, Outcome, Sentence, Value};

use super::{Product, SharingRow};
use crate::{
    cultivation::{ClauseFinding, Issues, State, judge_clause},
    indicators::Dictionary,
    policies::{Fen, PartFinding, Rounding, WithParameters, both, of_issues, unmet},
};

/// How an enterprise stands to a product, worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Standing {
    /// 不符合.
    Not,
    /// 数据不足.
    Unknown,
    /// 待人工核验.
    Officer,
    /// 符合.
    Eligible,
}

/// What one cap comes to; what is missing to tell otherwise.
pub type CapFinding = Result<PartFinding, Issues>;

/// The limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LimitFinding {
    /// The amount, never above any cap; nothing where it is below the least that the bank lends.
    pub amount: Fen,
    /// The caps it comes from, by place: those that are the smallest.
    pub binding: Vec<usize>,
    /// Whether it is below the least that the bank lends.
    pub below_least: bool,
}

/// The rate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RateFinding {
    /// As a share per year, never below zero.
    pub yearly: Exact,
    /// The reference rate.
    pub base: Exact,
    /// What each step adds; `None` where it does not apply.
    pub steps: Vec<Option<Exact>>,
}

/// The row of shares that holds; `None` where none does.
pub type SharingFinding = Result<Option<usize>, Issues>;

/// What a product offers an enterprise.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    /// How it stands.
    pub standing: Standing,
    /// One per condition, in file order.
    pub conditions: Vec<ClauseFinding>,
    /// One per officer check.
    pub officer_checks: Vec<ClauseFinding>,
    /// One per cap, whatever the conditions say.
    pub caps: Vec<CapFinding>,
    /// The least of them, or what is missing to tell.
    pub limit: Result<LimitFinding, Issues>,
    /// The rate, or what is missing to tell.
    pub rate: Result<RateFinding, Issues>,
    /// Who bears how much.
    pub sharing: SharingFinding,
}

/// What `product` offers an enterprise with these facts. An unmet condition decides, whatever else is missing.
#[must_use]
pub fn offer(product: &Product, facts: &dyn Facts) -> Offer {
    let facts = WithParameters::new(facts, &product.parameters);
    let conditions: Vec<_> = product.conditions.iter().map(|each| judge_clause(each, &facts)).collect();
    let officer_checks: Vec<_> =
        product.officer_checks.iter().map(|each| judge_clause(each, &facts)).collect();
    let caps: Vec<CapFinding> = product.limit.caps.iter().map(|cap| cap.find(&facts)).collect();
    let limit = least(product, &caps);
    let rate = rate(product, &facts);
    let sharing = row(&product.sharing, &facts);
    let standing = standing(&conditions, &officer_checks, &limit, &rate);
    Offer { standing, conditions, officer_checks, caps, limit, rate, sharing }
}

fn standing(
    conditions: &[ClauseFinding],
    checks: &[ClauseFinding],
    limit: &Result<LimitFinding, Issues>,
    rate: &Result<RateFinding, Issues>,
) -> Standing {
    let some = |state: State| conditions.iter().chain(checks).any(|found| found.state == state);
    if some(State::Unmet) || limit.as_ref().is_ok_and(|limit| limit.amount.0 <= 0) {
        Standing::Not
    } else if limit.is_err() || rate.is_err() || some(State::Unknown) {
        Standing::Unknown
    } else if some(State::Officer) {
        Standing::Officer
    } else {
        Standing::Eligible
    }
}

fn least(product: &Product, caps: &[CapFinding]) -> Result<LimitFinding, Issues> {
    let lacking: Issues = caps.iter().filter_map(|cap| cap.as_ref().err().cloned()).collect();
    if !lacking.is_empty() {
        return Err(lacking);
    }
    let given = caps.iter().enumerate().filter_map(|(place, cap)| {
        let cap = cap.as_ref().ok()?;
        cap.given.then_some((place, &cap.yuan))
    });
    let given: Vec<(usize, &Exact)> = given.collect();
    let Some(smallest) = given.iter().map(|(_, yuan)| *yuan).min() else {
        return Ok(LimitFinding { amount: Fen::ZERO, binding: Vec::new(), below_least: false });
    };
    let binding = given.iter().filter(|(_, yuan)| *yuan == smallest).map(|(place, _)| *place).collect();
    let amount = Rounding { to: product.limit.down_to, down: true }.round(smallest);
    let below_least = product.limit.least.is_some_and(|least| amount < least);
    Ok(LimitFinding { amount: if below_least { Fen::ZERO } else { amount }, binding, below_least })
}

fn rate(product: &Product, facts: &dyn Facts) -> Result<RateFinding, Issues> {
    let base = number(&product.rate.base, facts);
    let steps = product.rate.steps.iter().map(|step| {
        if applies(step.when.as_ref(), facts)? { number(&step.amount, facts).map(Some) } else { Ok(None) }
    });
    let steps: Vec<Result<Option<Exact>, Issues>> = steps.collect();
    let lacking = steps.iter().filter_map(|step| step.as_ref().err());
    let lacking: Issues = base.as_ref().err().into_iter().chain(lacking).cloned().collect();
    let (Ok(base), true) = (base, lacking.is_empty()) else { return Err(lacking) };
    let steps: Vec<Option<Exact>> = steps.into_iter().filter_map(Result::ok).collect();
    let yearly = steps.iter().flatten().fold(base.clone(), |sum, step| &sum + step).max(Exact::ZERO);
    Ok(RateFinding { yearly, base, steps })
}

/// The first row that applies. What cannot be told before it comes leaves the row open.
fn row(rows: &[SharingRow], facts: &dyn Facts) -> SharingFinding {
    for (place, row) in rows.iter().enumerate() {
        if applies(row.when.as_ref(), facts)? {
            return Ok(Some(place));
        }
    }
    Ok(None)
}

fn applies(when: Option<&Formula>, facts: &dyn Facts) -> Result<bool, Issues> {
    let Some(when) = when else { return Ok(true) };
    let outcome = when.evaluate(facts);
    outcome.as_truth().ok_or_else(|| Issues::of(&outcome))
}

fn number(formula: &Formula, facts: &dyn Facts) -> Result<Exact, Issues> {
    match formula.evaluate(facts) {
        Outcome::Known(Value::Number(number)) => Ok(number),
        other => Err(Issues::of(&other)),
    }
}

impl Offer {
    /// Why the enterprise cannot borrow, or cannot yet: failing conditions with their gaps; what is missing; what a person
    /// must answer. Nothing for the eligible.
    #[must_use]
    pub fn reasons(&self, product: &Product, dictionary: &Dictionary) -> Vec<Sentence> {
        match self.standing {
            Standing::Eligible => Vec::new(),
            Standing::Not => self.failing(product),
            Standing::Unknown => self.lacking(dictionary),
            Standing::Officer => self.pending(product),
        }
    }

    /// What is missing or undefined, of conditions, caps and rate.
    #[must_use]
    pub fn issues(&self) -> Issues {
        let conditions = self.conditions.iter().map(|found| found.finding.issues.clone());
        let numbers = self.limit.as_ref().err().into_iter().chain(self.rate.as_ref().err());
        conditions.chain(numbers.cloned()).collect()
    }

    /// What is missing to tell, by the names of the dictionary, and what cannot be computed.
    #[must_use]
    pub fn lacking(&self, dictionary: &Dictionary) -> Vec<Sentence> {
        of_issues(&self.issues(), dictionary)
    }

    fn failing(&self, product: &Product) -> Vec<Sentence> {
        let conditions = product.conditions.iter().zip(&self.conditions);
        let checks = product.officer_checks.iter().zip(&self.officer_checks);
        let mut found: Vec<Sentence> = conditions.chain(checks).filter_map(unmet).collect();
        let (Ok(limit), true) = (&self.limit, found.is_empty()) else { return found };
        match (limit.below_least, product.limit.least) {
            (true, Some(least)) => found.push(Sentence::new(
                format!("按各项上限计算的额度低于起贷金额{}", least.in_words()),
                format!("the limit by its caps is below the least that is lent, {least} yuan"),
            )),
            _ => found.push(Sentence::new("按各项上限计算的额度为零", "the limit by its caps is nothing")),
        }
        found
    }

    fn pending(&self, product: &Product) -> Vec<Sentence> {
        let checks = product.officer_checks.iter().zip(&self.officer_checks);
        checks
            .filter(|(_, found)| found.state == State::Officer)
            .map(|(clause, _)| both(&clause.name))
            .collect()
    }

    /// The least of the caps that are known, rounded down: the limit is no more than this, whatever is still missing.
    #[must_use]
    pub fn no_more_than(&self, product: &Product) -> Option<Fen> {
        let known = self.caps.iter().filter_map(|cap| cap.as_ref().ok()).filter(|cap| cap.given);
        let smallest = known.map(|cap| &cap.yuan).min()?;
        Some(Rounding { to: product.limit.down_to, down: true }.round(smallest))
    }
}
