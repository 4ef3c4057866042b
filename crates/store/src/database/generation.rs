//! How to see cheaply that nothing was committed since.

use std::{
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::SystemTime,
};

/// A state of an embedded database; two equal ones have the same content. What was read after taking one may be kept
/// as long as a later one is equal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Generation {
    /// Commits of this process.
    commits: u64,
    /// The write-ahead log, which commits of any process change.
    length: u64,
    changed: SystemTime,
}

/// Counts the commits of this process and watches the write-ahead log for those of others.
#[derive(Debug, Clone)]
pub(crate) struct Watch {
    commits: Arc<AtomicU64>,
    log: PathBuf,
}

impl Watch {
    /// Of the database `file`.
    pub(super) fn over(file: &std::path::Path) -> Self {
        Self { commits: Arc::default(), log: PathBuf::from(format!("{}-wal", file.display())) }
    }

    /// Something was, or may have been, committed.
    pub(crate) fn committed(&self) {
        self.commits.fetch_add(1, Ordering::SeqCst);
    }

    /// The state now; `None` when it cannot be told.
    pub(super) fn now(&self) -> Option<Generation> {
        let commits = self.commits.load(Ordering::SeqCst);
        let log = std::fs::metadata(&self.log).ok()?;
        Some(Generation { commits, length: log.len(), changed: log.modified().ok()? })
    }
}
