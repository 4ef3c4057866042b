//! 积分计算: calibrate → score → rank, one enterprise at a time, exactly.
//!
//! This is the reference implementation. The columnar engine must agree with it to the last digit.

mod calibration;
mod score;

pub use calibration::{Calibration, Distribution, GroupKey, PLACES, Reference};
pub use score::{Flags, IndicatorScore, Rank, Score, StageIssue, VetoState};
