//! One run: read a table, calibrate, score, rank, write the results, make a receipt, and verify one.
//!
//! The command and the server both evaluate through this crate, so that the same data and the same rules give the same
//! bytes whoever runs them. It speaks to nobody: problems are values, the clock and the person are arguments.
//!
//! - [`Job`] says what is scored by what; [`Job::prepare`] reads, [`Prepared::score`] computes a [`Run`].
//! - [`results_file`] and [`receipt_of`] make files that are not yet in their place; [`write_together`] puts them there.
//! - [`Opened`] is a receipt with its folder: what changed, and what comes out differently.
//! - [`MatchJob`] matches a table with the policies in force on a day; [`OpenedMatch`] is its receipt, run again.
//! - [`OnShelf`] holds everybody of a table against the loan products on the shelf on a day;
//!   [`CardRun`] by the scorecard of a bank.
//! - [`write_snapshot`] and [`outcomes`] are the way in and out for whoever keeps values and results elsewhere;
//!   [`Library`] holds everybody of a table against the cultivation ladder.
//!   [`write_bundle`] makes one file of a run, which [`Opened`] reads like a receipt.

mod bundle;
mod carding;
mod files;
mod job;
mod library;
mod matching;
mod offering;
mod outcomes;
mod problem;
mod results;
mod results_hash;
mod seen;
mod snapshot;
mod verify;

pub use columnar::{Detail, Options, Standing, VetoCode};

pub use bundle::{RECEIPT, Scratch, write_bundle};
pub use carding::{CardRun, Peers};
pub use files::{Written, write_together};
pub use job::{
    Job, Prepared, Read, Reading, Run, alike, insist_readable, load_scheme, nearest_in_force, read_population,
};
pub use library::{LeftOut as UnreadLadder, Library, Rungs};
pub use matching::{
    Datum, Evaluated, InForce, LeftOut, MatchJob, MatchMaking, MatchRun, OpenedMatch, Totals, WhyLeftOut,
    hash_matches, match_receipt_of, matches_file,
};
pub use offering::{OfferRun, OnShelf};
pub use outcomes::{IndicatorOutcome, Outcome, outcomes};
pub use problem::RunProblem;
pub use results::{
    Making, THREADS, detail_word, language_word, made_from, receipt_of, results_file, status_word,
};
pub use results_hash::hash_results;
pub use snapshot::{SnapshotRow, write_snapshot};
pub use verify::{Difference, Opened};
