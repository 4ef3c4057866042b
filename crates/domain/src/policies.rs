//! 政策库与免申即享: what a policy gives, to whom, and how the money is shared when it does not reach.
//!
//! A [`Policy`] is data: typed conditions, officer checks kept apart, an award, stacking rules, a budget. Two steps decide:
//!
//! 1. [`judge`] looks at one enterprise and one policy: entitled with an amount, not (every failing condition with its
//!    gap), cannot tell (what is missing), or waiting for an officer.
//! 2. [`settle`] looks at everybody: 就高不重复, yearly ceilings, budgets. It works on whole cents and on nothing else, so
//!    Σ grants is the budget to the cent, and neither order of enterprises nor number of threads can change it.
//!
//! Adding a policy needs no Rust: write a file under `rules/policies/` with cases beside it.

pub mod applying;
mod award;
mod budget;
mod judge;
mod money;
pub mod paying;
mod policy;
mod reasons;
mod settle;
mod words;

pub use award::{Award, AwardFinding, Band, BandAward, Money, Part, PartFinding, PartRule};
pub use budget::{Budget, LastInLine, RunsOut};
pub use judge::{Judged, Standing, judge};
pub use money::{Fen, Rounding, share};
pub(crate) use policy::formulas_of;
pub use policy::{
    Ceiling, DataDay, DataYear, Kind, Parameter, Policy, Service, Stacking, Way, WithParameters,
};
pub(crate) use reasons::{both, of_issues, unmet};
pub use reasons::{failing, lacking, pending};
pub use settle::{Claim, Claims, Grant, Settled, order_key, points_key, settle};
