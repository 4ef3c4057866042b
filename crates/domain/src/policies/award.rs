//! 奖补金额: parts with formulas or bands, caps per part and per enterprise, one rounding at the end.

use formula::{Exact, Facts, Formula, Outcome, Unit};

use super::{Fen, Rounding};
use crate::{Name, cultivation::Issues};

/// What a policy gives.
#[derive(Debug, Clone, PartialEq)]
pub enum Award {
    /// 金额.
    Money(Box<Money>),
    /// Something that is not money: a place, a title, to come first.
    Right(Name),
}

/// An amount of money as a policy counts it.
#[derive(Debug, Clone, PartialEq)]
pub struct Money {
    /// The parts; never empty. What comes to less than nothing counts as nothing.
    pub parts: Vec<Part>,
    /// Most that one enterprise gets.
    pub cap: Option<Formula>,
    /// How the sum is rounded, once, at the end.
    pub rounding: Rounding,
}

/// One part of an amount, e.g. a single loan, or a first recognition.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// Permanent code within the policy.
    pub code: String,
    /// 名称.
    pub name: Name,
    /// When the part is given; always when left out.
    pub when: Option<Formula>,
    /// How much.
    pub rule: PartRule,
    /// Most that the part comes to.
    pub cap: Option<Formula>,
}

/// How much a part comes to.
#[derive(Debug, Clone, PartialEq)]
pub enum PartRule {
    /// A formula that gives money.
    Formula(Box<Formula>),
    /// 分档.
    Bands {
        /// What is banded.
        value: Box<Formula>,
        /// The unit edges are shown in.
        unit: Option<&'static Unit>,
        /// From low to high; the first has no lower edge.
        bands: Vec<Band>,
        /// 超额累进: each rate applies to what lies within its band only; otherwise the whole value is in one band.
        marginal: bool,
    },
}

/// One band; it ends where the next begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Band {
    /// Lower edge in base units; `None` for the first.
    pub lower: Option<Exact>,
    /// Whether the edge belongs to this band.
    pub lower_inclusive: bool,
    /// What it gives.
    pub award: BandAward,
}

/// What a band gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BandAward {
    /// So many yuan.
    Fixed(Exact),
    /// A share of the value, which is money.
    Rate(Exact),
}

/// What one part comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartFinding {
    /// The amount in yuan, exact, cap applied; zero where it is not given.
    pub yuan: Exact,
    /// Whether it is given.
    pub given: bool,
    /// Whether its cap cut it.
    pub capped: bool,
}

/// What an award comes to for one enterprise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AwardFinding {
    /// One per part, in file order.
    pub parts: Vec<PartFinding>,
    /// The amount; `None` where the award is not money.
    pub amount: Option<Fen>,
    /// Whether the cap per enterprise cut it.
    pub capped: bool,
}

impl Award {
    /// What it comes to.
    ///
    /// # Errors
    /// What is missing or undefined, all of it.
    pub fn find(&self, facts: &dyn Facts) -> Result<AwardFinding, Issues> {
        match self {
            Self::Right(_) => Ok(AwardFinding { parts: Vec::new(), amount: None, capped: false }),
            Self::Money(money) => money.find(facts),
        }
    }

    /// Every formula in it.
    #[must_use]
    pub fn formulas(&self) -> Vec<&Formula> {
        let Self::Money(money) = self else { return Vec::new() };
        money.parts.iter().flat_map(Part::formulas).chain(&money.cap).collect()
    }
}

impl Money {
    fn find(&self, facts: &dyn Facts) -> Result<AwardFinding, Issues> {
        let found: Vec<Result<PartFinding, Issues>> =
            self.parts.iter().map(|part| part.find(facts)).collect();
        let cap = self.cap.as_ref().map(|cap| number(cap, facts));
        let lacking = found.iter().filter_map(|part| part.as_ref().err());
        let lacking = lacking.chain(cap.iter().filter_map(|cap| cap.as_ref().err()));
        let issues: Issues = lacking.cloned().collect();
        if !issues.is_empty() {
            return Err(issues);
        }
        let parts: Vec<PartFinding> = found.into_iter().filter_map(Result::ok).collect();
        let sum = parts.iter().fold(Exact::ZERO, |sum, part| &sum + &part.yuan);
        let (sum, capped) = capped(sum, cap.and_then(Result::ok));
        Ok(AwardFinding { parts, amount: Some(self.rounding.round(&sum)), capped })
    }
}

impl Part {
    /// Every formula in it.
    pub fn formulas(&self) -> impl Iterator<Item = &Formula> {
        let rule = match &self.rule {
            PartRule::Formula(formula) => formula,
            PartRule::Bands { value, .. } => value,
        };
        self.when.iter().chain([rule.as_ref()]).chain(&self.cap)
    }

    /// What it comes to.
    ///
    /// # Errors
    /// What is missing or undefined.
    pub fn find(&self, facts: &dyn Facts) -> Result<PartFinding, Issues> {
        if let Some(when) = &self.when {
            let outcome = when.evaluate(facts);
            match outcome.as_truth() {
                None => return Err(Issues::of(&outcome)),
                Some(false) => return Ok(PartFinding { yuan: Exact::ZERO, given: false, capped: false }),
                Some(true) => {}
            }
        }
        let yuan = match &self.rule {
            PartRule::Formula(formula) => number(formula, facts)?,
            PartRule::Bands { value, bands, marginal, .. } => {
                banded(&number(value, facts)?, bands, *marginal)
            }
        };
        let cap = self.cap.as_ref().map(|cap| number(cap, facts)).transpose()?;
        let (yuan, capped) = capped(yuan, cap);
        Ok(PartFinding { yuan, given: true, capped })
    }
}

/// Between nothing and the cap.
fn capped(yuan: Exact, cap: Option<Exact>) -> (Exact, bool) {
    let yuan = yuan.max(Exact::ZERO);
    match cap.map(|cap| cap.max(Exact::ZERO)) {
        Some(cap) if yuan > cap => (cap, true),
        _ => (yuan, false),
    }
}

fn number(formula: &Formula, facts: &dyn Facts) -> Result<Exact, Issues> {
    let outcome = formula.evaluate(facts);
    match &outcome {
        Outcome::Known(formula::Value::Number(number)) => Ok(number.clone()),
        _ => Err(Issues::of(&outcome)),
    }
}

fn banded(value: &Exact, bands: &[Band], marginal: bool) -> Exact {
    let reached = |band: &&Band| match &band.lower {
        None => true,
        Some(lower) if band.lower_inclusive => value >= lower,
        Some(lower) => value > lower,
    };
    if !marginal {
        return match bands.iter().rfind(reached).map(|band| &band.award) {
            Some(BandAward::Fixed(yuan)) => yuan.clone(),
            Some(BandAward::Rate(rate)) => rate * value,
            None => Exact::ZERO,
        };
    }
    let mut sum = Exact::ZERO;
    for (index, band) in bands.iter().enumerate() {
        let lower = band.lower.clone().unwrap_or(Exact::ZERO);
        let upper = bands.get(index + 1).and_then(|next| next.lower.clone());
        let top = upper.map_or_else(|| value.clone(), |upper| upper.min(value.clone()));
        if let BandAward::Rate(rate) = &band.award
            && top > lower
        {
            sum = &sum + &(rate * &(&top - &lower));
        }
    }
    sum
}
