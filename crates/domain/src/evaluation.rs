//! 积分计算: calibrate → score → rank, one enterprise at a time, exactly.
//!
//! This is the reference implementation. The columnar engine must agree with it to the last digit.
//!
//! - [`calibrate`] takes the statistics of a population that rules compare with;
//! - [`score`] is row-local: a pure function of scheme, calibration and the facts of one enterprise;
//! - [`rank`] gives places, last and apart;
//! - [`explain`] tells why, [`what_if`], [`least_change`] and [`gains`] tell what would change it;
//! - [`curve`] draws a rule: what values of an indicator are worth;
//! - [`rules`] has each rule by itself, for callers that already have a value.

mod calibrate;
mod calibration;
mod curve;
mod explain;
mod gains;
mod groups;
mod least_change;
mod ranking;
pub mod rules;
mod score;
mod scoring;
pub mod statistics;
mod what_if;

pub use calibrate::calibrate;
pub use calibration::{Calibration, Distribution, GroupKey, PLACES, Reference};
pub use curve::{Curve, curve};
pub use explain::{BandEdges, Explanation, IndicatorExplanation, NextThreshold, ReferenceNumbers, explain};
pub use gains::{Gain, gains};
pub use groups::{Ask, PopulationRule, Position, asks, entering, wider};
pub use least_change::{Goal, LeastChange, NoChange, least_change};
pub use ranking::{Entrant, Ranks, rank};
pub use rules::{Context, points_of};
pub use score::{Flags, IndicatorScore, Rank, Score, StageIssue, VetoState};
pub use scoring::{score, stage_from, stage_of, tally, veto_state};
pub use what_if::{Overlay, WhatIf, what_if};
