//! Which of all statements count.

use super::{Stated, Statement, ValueSource};
use std::collections::BTreeMap;

/// The key of a value: item, period, source.
pub type Key<'a> = (&'a str, i32, ValueSource);

/// For each item, period and source the statement that counts, and what it says.
pub type Latest<'a> = BTreeMap<Key<'a>, (&'a Statement, &'a Stated)>;

/// What counts among the statements about one enterprise, given in the order of [`super::statements`]: oldest first.
#[must_use]
pub fn latest(statements: &[Statement]) -> Latest<'_> {
    let mut latest = BTreeMap::new();
    for statement in statements {
        for (item, stated) in &statement.cells {
            latest.insert((item.as_str(), statement.period, statement.source), (statement, stated));
        }
    }
    latest
}
