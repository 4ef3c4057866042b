//! 信贷产品: one product of a bank, resolved for one day.

use formula::{Exact, Formula, Sentence};
use jiff::civil::Date;

use crate::{
    Basis, Name, Status,
    cultivation::{Clause, InForce},
    policies::{DataDay, DataYear, Fen, Parameter, Part, Service, formulas_of},
};

/// 担保方式: what the bank can fall back on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Security {
    /// 信用: nothing.
    Credit,
    /// 政府性融资担保: a public guarantee company.
    PublicGuarantee,
    /// 保证: somebody else's word.
    Guarantee,
    /// 质押: rights such as patents or receivables.
    Pledge,
    /// 抵押: real estate or equipment.
    Mortgage,
}

/// 还款方式.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Repayment {
    /// 等额本息: every month the same.
    EqualInstalments,
    /// 等额本金: every month the same principal, interest on what is left.
    EqualPrincipal,
    /// 按月付息到期还本: interest every month, the principal at the end.
    MonthlyInterest,
    /// 到期一次还本付息.
    AtMaturity,
}

/// How the published rate reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RateReads {
    /// The rate itself.
    Exactly,
    /// 不超过: a ceiling.
    AtMost,
    /// 起: the lowest there is.
    From,
}

/// 期限 in months.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Term {
    /// Shortest.
    pub least: u16,
    /// Longest.
    pub most: u16,
}

/// 额度: the least of the caps that apply, rounded down.
#[derive(Debug, Clone, PartialEq)]
pub struct Limit {
    /// Never empty. A cap that is not given (`when` is false) does not apply; one that comes to less than nothing is nothing.
    pub caps: Vec<Part>,
    /// Less than this the bank does not lend.
    pub least: Option<Fen>,
    /// The unit limits are rounded down to; down, because a limit never exceeds a cap.
    pub down_to: Fen,
}

/// Something added to the reference rate, or taken off.
#[derive(Debug, Clone, PartialEq)]
pub struct RateStep {
    /// Permanent code within the product.
    pub code: String,
    /// 名称.
    pub name: Name,
    /// When it applies; always when left out.
    pub when: Option<Formula>,
    /// How much, as a share per year (0.008 for 80 bp).
    pub amount: Formula,
}

/// 年利率: a reference rate and what is added to it, as a share per year.
#[derive(Debug, Clone, PartialEq)]
pub struct Rate {
    /// How it reads.
    pub reads: RateReads,
    /// The reference rate, e.g. the one-year LPR of the day.
    pub base: Formula,
    /// What is added.
    pub steps: Vec<RateStep>,
}

/// Who bears how much of a loss.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// Who.
    pub who: Name,
    /// How much.
    pub share: Exact,
}

/// 风险分担: the shares that hold for enterprises of one kind; the first row that applies counts.
#[derive(Debug, Clone, PartialEq)]
pub struct SharingRow {
    /// Permanent code within the product.
    pub code: String,
    /// 名称.
    pub name: Name,
    /// Whom it is for; everybody when left out.
    pub when: Option<Formula>,
    /// Never more than 100 % together.
    pub shares: Vec<Share>,
}

/// What a fee is counted from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FeeOf {
    /// A share of the principal for every year of the term, months counted as twelfths.
    Yearly(Exact),
    /// A share of the principal, once.
    Once(Exact),
    /// An amount, once.
    Amount(Fen),
}

/// 费用.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fee {
    /// Permanent code within the product.
    pub code: String,
    /// 名称.
    pub name: Name,
    /// How much.
    pub of: FeeOf,
}

/// 贴息: interest that somebody else pays back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subsidy {
    /// The share of the interest paid.
    pub share: Exact,
    /// Most per loan.
    pub cap: Option<Fen>,
    /// The code of the policy that pays it.
    pub policy: Option<String>,
}

/// One product, resolved for one day.
#[derive(Debug, Clone, PartialEq)]
pub struct Product {
    /// Permanent code.
    pub code: String,
    /// 名称.
    pub name: Name,
    /// Version text of the file.
    pub version: String,
    /// Whether it may look official.
    pub status: Status,
    /// Documents it rests on.
    pub basis: Vec<Basis>,
    /// 银行.
    pub bank: Name,
    /// 用途.
    pub purpose: Name,
    /// 担保方式.
    pub security: Security,
    /// 期限.
    pub term: Term,
    /// 还款方式 there are; never empty.
    pub repayments: Vec<Repayment>,
    /// Where it is offered; everywhere when empty.
    pub regions: Vec<Name>,
    /// The days it is on the shelf.
    pub in_force: InForce,
    /// The day its values are taken for.
    pub on: Date,
    /// Which year's data.
    pub data_year: DataYear,
    /// On which day ages and labels are judged.
    pub data_day: DataDay,
    /// Numbers others publish, such as LPR.
    pub parameters: Vec<Parameter>,
    /// 准入条件 a machine judges: all must be met.
    pub conditions: Vec<Clause>,
    /// What only a person can answer.
    pub officer_checks: Vec<Clause>,
    /// 额度.
    pub limit: Limit,
    /// 利率.
    pub rate: Rate,
    /// 风险分担; empty where the bank bears all.
    pub sharing: Vec<SharingRow>,
    /// 费用.
    pub fees: Vec<Fee>,
    /// 贴息.
    pub subsidy: Option<Subsidy>,
    /// How it is got.
    pub service: Service,
    /// What every reader must know.
    pub remarks: Vec<Name>,
}

impl Product {
    /// The year of the data it needs when looked at on `day`.
    #[must_use]
    pub fn year_needed(&self, day: Date) -> i32 {
        self.data_year.seen_from(day)
    }

    /// The day ages and labels are judged on when looked at on `day`.
    #[must_use]
    pub fn judged_on(&self, day: Date) -> Date {
        self.data_day.in_year(self.year_needed(day), day)
    }

    /// Every formula: which items, periods and labels it looks at is known from these.
    #[must_use]
    pub fn formulas(&self) -> Vec<&Formula> {
        let mut found = formulas_of(&self.conditions);
        found.extend(formulas_of(&self.officer_checks));
        found.extend(self.limit.caps.iter().flat_map(Part::formulas));
        found.push(&self.rate.base);
        found.extend(self.rate.steps.iter().flat_map(|step| step.when.iter().chain([&step.amount])));
        found.extend(self.sharing.iter().filter_map(|row| row.when.as_ref()));
        found
    }

    /// What every limit says.
    #[must_use]
    pub fn note() -> Sentence {
        Sentence::new("参考额度，以银行审批为准", "A reference limit; the bank decides")
    }
}
