//! 科技企业培育库: the ladders an enterprise climbs (科技型中小企业 → 高新技术企业 → 专精特新 → 小巨人 …) and how far it is.
//!
//! A [`Ladder`] is data: hard conditions, routes that confirm directly, a scorecard and the points it asks for.
//! [`assess`] is the one decision; [`rows`] lays it out line by line for tables and screens. Conditions keep their
//! sides apart, so every "no" says which value met which bound and how far it is. What a machine cannot judge is an
//! officer check or an expert range, never a silent yes or no.
//!
//! Adding a ladder needs no Rust: write a file under `rules/ladders/` with cases beside it.

mod application;
mod assessment;
mod decision;
mod effort;
mod judge;
mod ladder;
mod near;
mod range;
mod requirement;
mod rows;
mod scorecard;
mod scoring;
mod task;

pub use application::{Application, Occasion};
pub use assessment::{
    Assessment, ClauseFinding, Gap, Issues, ItemScore, PassFinding, Reason, Route, ScoreFinding,
    SectionScore, Settled, State, Verdict,
};
pub use decision::assess;
pub use effort::{Step, met_from};
pub use judge::{Detail, Finding, judge_clause};
pub use ladder::{Benefit, Clause, ClauseBody, InForce, Ladder, OfficerCheck};
pub use near::Lack;
pub use range::PointRange;
pub use requirement::{Bound, Comparison, Group, IllTyped, Requirement, Test};
pub use rows::{Cell, Row, RowKind, missing_name, missing_of_year, rows, rows_of_year};
pub(crate) use rows::{lack, lack_of_part, undefined_en};
pub use scorecard::{
    Alternative, BandAward, CaseAward, Grading, ItemRule, PassRule, RowAward, ScoreItem, ScoreTarget,
    Scorecard, Section,
};
pub use task::Task;
