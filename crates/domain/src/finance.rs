//! 金融超市: what a loan product offers an enterprise, why so much and no more, and what it costs.
//!
//! A [`Product`] is data: conditions, a limit that is the least of its named caps, a rate built on a dated reference rate, how
//! losses are shared, fees, a subsidy. [`offer`] looks at one enterprise and one product. [`schedule`] counts instalments to
//! the cent, [`cost`] what a loan costs in all.
//!
//! An [`Agreement`] is what an enterprise lets one bank see; [`LoanState`] how far an application and its loan are; [`Supported`]
//! what a zone and its funds do for it.
//!
//! A [`CreditScorecard`] is a bank's own; [`medians`] tell how others of the same stage do by it.
//!
//! An offer is a reference: 参考额度，以银行审批为准. The bank decides.

mod consent;
mod cost;
mod lending;
mod offer;
mod product;
mod repayment;
mod scorecard;
mod support;
mod words;

pub use consent::{Agreement, ConsentField, ConsentPurpose, TEXT_VERSION};
pub use cost::{Cost, cost};
pub use lending::{LoanAction, LoanState, Party, RejectReason, may_confirm};
pub use offer::{CapFinding, LimitFinding, Offer, RateFinding, SharingFinding, Standing, offer};
pub use product::{
    Fee, FeeOf, Limit, Product, Rate, RateReads, RateStep, Repayment, Security, Share, SharingRow, Subsidy,
    Term,
};
pub use repayment::{DayCount, Instalment, Loan, due_dates, schedule};
pub use scorecard::{
    CardGrade, CardLine, Characteristic, CreditScore, CreditScorecard, Departure, PeerMedian, Shortfall,
    departure, medians,
};
pub use support::{EntryKind, FundKind, StepKind, Supported, Wanted, covered, may_enter, may_step};
