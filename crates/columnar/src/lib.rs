//! The vectorised engine on Arrow arrays: calibrate, score, rank. No IO.
//!
//! It is the twin of [`domain::evaluation`], which does the same one enterprise at a time and exactly. Both walk the
//! one syntax tree of `formula`, and both give the same bytes: this one computes in doubles with a bound of their error,
//! chunk by chunk, and wherever a decision lies within the bound it asks the exact rules (a *filtered predicate*).
//! Results do not depend on the number of threads nor on the order of rows.

mod calibrate;
mod cards;
mod columns;
mod conditions;
mod decimals;
mod entering;
mod kernel;
mod ladder;
mod lanes;
mod offers;
mod policies;
mod population;
mod positions;
mod program;
mod remembering;
mod score;
mod standing;
mod table;
mod work;

pub use calibrate::calibrate;
pub use cards::score_cards;
pub use columns::{FlagsColumn, PointsColumn};
pub use ladder::{Assessed, assess_ladder};
pub use offers::{Offered, Offering, offer_all};
pub use policies::{Marks, Match, MatchTable, Matched, Results, cuts, match_policies, reasons};
pub use population::{Population, PopulationProblem, Row};
pub use score::{
    IndicatorColumns, Places, Scores, VetoCode, calibrate_and_score, calibrate_and_score_releasing, score,
};
pub use standing::{Standing, stand, summarise};
pub use table::Detail;
pub use work::Options;
