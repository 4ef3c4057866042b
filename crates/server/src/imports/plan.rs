//! What an import comes to, before anything is stored.

use super::problems::{ByRow, Trouble, by_row};
use ingest::Rows;
use serde_json::{Value, json};
use store::imports::{ImportRow, RowOutcome};

/// So many rows of each outcome are shown in a preview.
const SHOWN: usize = 500;

/// What becomes of the rows, counted, with the ones worth looking at.
#[derive(Debug, Default)]
pub(super) struct Tally {
    counts: [usize; 4],
    shown: [Vec<ImportRow>; 4],
    pub(super) troubles: ByRow,
    pub(super) warnings: usize,
}

impl Tally {
    /// With what reading the file found.
    pub(super) fn of(rows: &Rows) -> Self {
        let troubles = by_row(&rows.problems);
        Self { troubles, warnings: rows.problems.warnings(), ..Self::default() }
    }

    /// Notes a row; `changes` says what changes, as item, before, after.
    pub(super) fn row(
        &mut self,
        rows: &Rows,
        index: usize,
        outcome: RowOutcome,
        who: (Option<String>, Option<String>),
        changes: impl FnOnce() -> Value,
    ) {
        let place = outcome as usize;
        self.counts[place] += 1;
        if self.shown[place].len() >= SHOWN {
            return;
        }
        let row = rows.row(index);
        let problems: Vec<Value> = self.troubles.get(&row).into_iter().flatten().map(Trouble::json).collect();
        let detail = json!({"changes": changes(), "problems": problems});
        self.shown[place].push(ImportRow {
            number: 0,
            row,
            credit_code: who.0,
            name: who.1,
            outcome,
            detail,
        });
    }

    /// Notes a problem of a row; an error rejects the row.
    pub(super) fn trouble(&mut self, row: u32, trouble: Trouble) {
        self.warnings += usize::from(trouble.warns);
        self.troubles.entry(row).or_default().push(trouble);
    }

    pub(super) fn count(&self, outcome: RowOutcome) -> usize {
        self.counts[outcome as usize]
    }

    /// The counts as they are stored and sent.
    pub(super) fn json(&self) -> Value {
        json!({
            "rows": self.counts.iter().sum::<usize>(),
            "created": self.count(RowOutcome::Created),
            "changed": self.count(RowOutcome::Changed),
            "unchanged": self.count(RowOutcome::Unchanged),
            "rejected": self.count(RowOutcome::Rejected),
            "warnings": self.warnings,
            "problems": self.troubles.get(&0).into_iter().flatten().take(50).map(Trouble::json).collect::<Vec<_>>(),
        })
    }

    /// The rows worth looking at, numbered: rejected first, then changed, created, unchanged.
    pub(super) fn preview(&mut self) -> Vec<ImportRow> {
        let order = [RowOutcome::Rejected, RowOutcome::Changed, RowOutcome::Created, RowOutcome::Unchanged];
        let rows = order.into_iter().flat_map(|outcome| std::mem::take(&mut self.shown[outcome as usize]));
        (1..).zip(rows).map(|(number, row)| ImportRow { number, ..row }).collect()
    }
}
