//! Finding what was done to the log behind the program's back.

use super::{
    Head,
    chain::{GENESIS, hash},
};
use crate::{Database, Source, error::Result, tables::audit};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::BTreeMap;

/// Rows read at once.
const BATCH: u64 = 1_000;

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// The row's content does not give its hash.
    Edited {
        /// Which row.
        seq: i64,
    },
    /// Rows are gone at the head or in the middle.
    Missing {
        /// First missing row.
        from: i64,
        /// Last missing row.
        to: i64,
    },
    /// The row does not name the hash of the row before it.
    Unlinked {
        /// Which row.
        seq: i64,
    },
    /// The chain is whole but not the one that was anchored: it was built anew from here or before.
    Rebuilt {
        /// The first anchored row whose hash differs.
        seq: i64,
    },
    /// The database ends before the anchored head: the tail was cut, or an old database was put back.
    Behind {
        /// Rows that were anchored.
        anchored: i64,
        /// Rows that are there.
        found: i64,
    },
}

/// What a verification saw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The head found in the database.
    pub head: Head,
    /// Rows up to this one are held by an anchor outside; later ones by the chain only.
    pub anchored: i64,
    /// Everything wrong, in order of place.
    pub findings: Vec<Finding>,
}

impl Verdict {
    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_good(&self) -> bool {
        self.findings.is_empty()
    }

    /// Whether the rows that are there are genuine; an honest backup is only older than the anchor.
    #[must_use]
    pub fn is_intact(&self) -> bool {
        self.findings.iter().all(|finding| matches!(finding, Finding::Behind { .. }))
    }
}

/// Reads the whole log and compares it with itself and with the anchors.
///
/// # Errors
/// The database or the anchor file cannot be read.
pub async fn verify(database: &Database) -> Result<Verdict> {
    let verdict = verify_watched(database, |_| true).await?;
    // It was never told to stop.
    Ok(verdict.unwrap_or_else(|| Walk::new(&BTreeMap::new()).finish()))
}

/// The same, telling `go_on` every 1,000 rows how many were read; `None` when that says to stop.
///
/// # Errors
/// The database or the anchor file cannot be read.
pub async fn verify_watched(
    database: &Database,
    mut go_on: impl FnMut(i64) -> bool + Send,
) -> Result<Option<Verdict>> {
    let anchors: BTreeMap<i64, String> =
        database.anchor().heads()?.into_iter().map(|head| (head.count, head.hash)).collect();
    let mut walk = Walk::new(&anchors);
    loop {
        let rows = audit::Entity::find()
            .filter(audit::Column::Seq.gt(walk.head.count))
            .order_by_asc(audit::Column::Seq)
            .limit(BATCH)
            .all(&database.executor())
            .await?;
        if rows.is_empty() {
            return Ok(Some(walk.finish()));
        }
        rows.iter().for_each(|row| walk.step(row));
        if !go_on(walk.head.count) {
            return Ok(None);
        }
    }
}

struct Walk<'a> {
    anchors: &'a BTreeMap<i64, String>,
    head: Head,
    rebuilt: bool,
    findings: Vec<Finding>,
}

impl<'a> Walk<'a> {
    fn new(anchors: &'a BTreeMap<i64, String>) -> Self {
        let head = Head { count: 0, hash: GENESIS.to_owned() };
        Self { anchors, head, rebuilt: false, findings: Vec::new() }
    }

    fn step(&mut self, row: &audit::Model) {
        if row.seq != self.head.count + 1 {
            self.findings.push(Finding::Missing { from: self.head.count + 1, to: row.seq - 1 });
        } else if row.previous != self.head.hash {
            self.findings.push(Finding::Unlinked { seq: row.seq });
        }
        if hash(row) != row.hash {
            self.findings.push(Finding::Edited { seq: row.seq });
        }
        if !self.rebuilt && self.anchors.get(&row.seq).is_some_and(|anchored| *anchored != row.hash) {
            self.rebuilt = true;
            self.findings.push(Finding::Rebuilt { seq: row.seq });
        }
        self.head = Head { count: row.seq, hash: row.hash.clone() };
    }

    fn finish(mut self) -> Verdict {
        let anchored = self.anchors.keys().next_back().copied().unwrap_or(0);
        if anchored > self.head.count {
            self.findings.push(Finding::Behind { anchored, found: self.head.count });
        }
        Verdict { anchored: anchored.min(self.head.count), head: self.head, findings: self.findings }
    }
}
