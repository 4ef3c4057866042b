//! 计算结果: the runs of a batch, what each enterprise got, and the values that counted.

mod change;
mod frozen;
mod lookup;
mod request;
mod results;

pub use change::{NewRun, add, discard, publish};
pub use frozen::{FrozenValues, add_frozen, frozen_of, frozen_of_enterprise};
pub use lookup::{Filter, by_receipt_code, list, newest, of_job, published, within};
pub use request::{Request, ask, asked, in_progress};
pub use results::{
    PublishedResult, ResultFilter, RunResult, add_results, published_of, result_of, results, results_for,
    results_page,
};

use crate::{StoreError, error::Result, moment::time, role::words, tables::runs::Model};
use jiff::Timestamp;

words! {
    /// How far a run is.
    RunState, "run state", {
        /// Computed.
        Draft = "draft",
        /// Published.
        Published = "published",
        /// A correction took its place.
        Superseded = "superseded",
        /// Thrown away.
        Discarded = "discarded",
    }
}

/// One run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Its id.
    pub id: String,
    /// Its batch.
    pub batch_id: String,
    /// The batch's path.
    pub path: String,
    /// Which run of its batch, from 1.
    pub number: i64,
    /// How far it is.
    pub state: RunState,
    /// The receipt, as JSON text.
    pub receipt: String,
    /// 凭据码: what was computed from what.
    pub receipt_code: String,
    /// Hash of the snapshot.
    pub snapshot_hash: String,
    /// Hash of the stored reference's file.
    pub calibration_hash: String,
    /// Enterprises scored.
    pub enterprises: i64,
    /// With a rank.
    pub ranked: i64,
    /// Withheld by a veto.
    pub vetoed: i64,
    /// What became different from the run before, as JSON text.
    pub comparison: Option<String>,
    /// The published run that it corrects.
    pub corrects: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// The job that computed it.
    pub job_id: Option<String>,
    /// Who asked for it.
    pub created_by: String,
    /// When.
    pub created_at: Timestamp,
    /// Who published it.
    pub published_by: Option<String>,
    /// When.
    pub published_at: Option<Timestamp>,
    /// Grows with each change.
    pub version: i64,
}

impl TryFrom<Model> for Run {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self> {
        Ok(Self {
            state: RunState::from_word(&row.state)?,
            id: row.id,
            batch_id: row.batch_id,
            path: row.path,
            number: row.number,
            receipt: row.receipt,
            receipt_code: row.receipt_code,
            snapshot_hash: row.snapshot_hash,
            calibration_hash: row.calibration_hash,
            enterprises: row.enterprises,
            ranked: row.ranked,
            vetoed: row.vetoed,
            comparison: row.comparison,
            corrects: row.corrects,
            reason: row.reason,
            job_id: row.job_id,
            created_by: row.created_by,
            created_at: time(row.created_at),
            published_by: row.published_by,
            published_at: row.published_at.map(time),
            version: row.version,
        })
    }
}
