//! Long work, as people see it: one resource for all kinds.

mod ask;
mod events;
mod lookup;
mod progress;
mod worker;

pub(crate) use ask::*;
pub(crate) use events::*;
pub(crate) use lookup::*;
pub(crate) use progress::{Progress, Stopped, watched};
pub(crate) use worker::{LEASE, do_next, finish, take_up_lost, work};

use crate::{
    desk::Desk,
    problem::{Code, Stop},
    wire::JobStateWord,
};
use serde::{Deserialize, Serialize};
use store::jobs::{self, Job};
use utoipa::ToSchema;

/// What a job does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = JobKind)]
pub(crate) enum Kind {
    /// Verifies the audit log.
    AuditVerification,
    /// Copies the database.
    Backup,
    /// Computes a run of a batch.
    Run,
    /// Looks at every row of an import.
    ImportPreview,
    /// Stores an import.
    Import,
    /// Writes the portraits of a list of enterprises.
    Portraits,
}

impl Kind {
    const ALL: [Self; 6] = [
        Self::AuditVerification,
        Self::Backup,
        Self::Run,
        Self::ImportPreview,
        Self::Import,
        Self::Portraits,
    ];

    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::AuditVerification => "audit-verification",
            Self::Backup => "backup",
            Self::Run => "run",
            Self::ImportPreview => "import-preview",
            Self::Import => "import",
            Self::Portraits => "portraits",
        }
    }

    fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// A job.
#[derive(Serialize, ToSchema)]
#[schema(as = Job)]
pub(crate) struct JobBody {
    /// Its id.
    id: String,
    /// What it does.
    kind: String,
    /// How far it is.
    state: JobStateWord,
    /// Who asked for it.
    owner_id: String,
    /// Steps done.
    done: i64,
    /// Steps in all, when known.
    total: Option<i64>,
    /// What came out, when it is over.
    result: Option<serde_json::Value>,
    /// Asked for then.
    created_at: String,
    /// Begun then.
    started_at: Option<String>,
    /// Over then.
    ended_at: Option<String>,
    /// Whether somebody wants it stopped.
    cancelling: bool,
}

impl From<Job> for JobBody {
    fn from(job: Job) -> Self {
        Self {
            id: job.id,
            kind: job.kind,
            state: job.state.into(),
            owner_id: job.owner_id,
            done: job.done,
            total: job.total,
            result: job.result.and_then(|text| serde_json::from_str(&text).ok()),
            created_at: job.created_at.to_string(),
            started_at: job.started_at.map(|at| at.to_string()),
            ended_at: job.ended_at.map(|at| at.to_string()),
            cancelling: job.cancel_at.is_some() && !job.state.is_over(),
        }
    }
}

/// The job `id` as far as the caller reaches.
pub(crate) async fn found(desk: &Desk, id: &str) -> Result<Job, Stop> {
    jobs::within(desk.database(), desk.scope(), id).await?.ok_or_else(|| Code::NotFound.into())
}
