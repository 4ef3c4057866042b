//! How to see cheaply that nothing was committed since.

use std::{
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, SystemTime},
};

/// File systems write times in steps of at most this; two commits within one step may look like one.
const STEP: Duration = Duration::from_millis(20);

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

    /// The state now; `None` when it cannot be told. That is so just after a commit: another process could commit
    /// again within the same step of the file's time, into a log as long as before, and nobody would see it.
    ///
    /// Only the times of the log are looked at. Opening it, or worse the index beside it, and closing it again would
    /// let go of the locks that SQLite holds for this process.
    pub(super) fn now(&self) -> Option<Generation> {
        let commits = self.commits.load(Ordering::SeqCst);
        let log = std::fs::metadata(&self.log).ok()?;
        let changed = log.modified().ok()?;
        let settled = changed.elapsed().is_ok_and(|since| since >= STEP);
        settled.then_some(Generation { commits, length: log.len(), changed })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{fs::File, path::Path};

    /// A log in `folder` that was changed so long before now, or after now.
    fn log(folder: &Path, ago: Duration, later: Duration) -> Watch {
        let watch = Watch::over(&folder.join("x"));
        let file = File::create(&watch.log).unwrap();
        let now = file.metadata().unwrap().modified().unwrap();
        file.set_modified(now - ago + later).unwrap();
        watch
    }

    const HOUR: Duration = Duration::from_secs(3600);

    #[test]
    fn a_commit_of_anybody_makes_another_state() {
        let folder = tempfile::tempdir().unwrap();
        let watch = log(folder.path(), HOUR, Duration::ZERO);
        let before = watch.now();
        assert!(before.is_some() && before == watch.now());
        watch.committed();
        assert_ne!(watch.now(), before, "of this process");
        let watch = log(folder.path(), HOUR / 2, Duration::ZERO);
        assert!(watch.now().is_some() && watch.now() != before, "of another one");
    }

    #[test]
    fn just_after_a_commit_nothing_is_told() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(
            log(folder.path(), Duration::ZERO, HOUR).now(),
            None,
            "as far as the clock can be trusted"
        );
        assert_eq!(Watch::over(&folder.path().join("no log")).now(), None);
    }
}
