//! `ladder/1`: a rung of the cultivation ladder, resolved for one date, with everything wrong in it named.

use std::path::{Path, PathBuf};

use domain::{
    Status,
    cultivation::{InForce, Ladder},
    indicators::Dictionary,
};
use jiff::civil::Date;

use crate::{
    document, formats, items,
    loaded::Loaded,
    reader::{Disk, Files, Node, Problem, Problems, Reading, history, shape, values},
};

mod clauses;
mod expect;
mod lints;
mod scorecard;
mod table;
#[cfg(test)]
mod tests;

pub use expect::EXPECT;
pub(crate) use expect::run_cases;
pub use table::LADDER;

use clauses::Clauses;
use scorecard::Scorecards;

/// Reads a ladder from disk, resolved for `date`.
///
/// # Errors
/// Every problem of the file and the files it refers to, at least one of them an error.
pub fn load_ladder(path: &Path, date: Date) -> Result<Loaded<Ladder>, Vec<Problem>> {
    load_ladder_from(&Disk, path, date)
}

/// Reads a ladder, resolved for `date`.
///
/// # Errors
/// As [`load_ladder`].
pub fn load_ladder_from(files: &dyn Files, path: &Path, date: Date) -> Result<Loaded<Ladder>, Vec<Problem>> {
    let mut reading = Reading::new(files);
    let Some((root, dictionary)) = open(&mut reading, path) else {
        return Loaded::finish(reading, None, None);
    };
    let ladder = read(&root, &dictionary, date, &mut reading.problems);
    Loaded::finish(reading, ladder, Some(dictionary))
}

/// Everything wrong with a ladder on any day something changes in it.
pub(crate) fn check(reading: &mut Reading<'_>, path: &Path) {
    let Some((root, dictionary)) = open(reading, path) else { return };
    for date in document::dates(&root) {
        read(&root, &dictionary, date, &mut reading.problems);
    }
}

/// The ladder on a date, or on its first day, with its data dictionary.
pub(crate) fn read_for(
    reading: &mut Reading<'_>,
    path: &Path,
    date: Option<Date>,
) -> Option<(Ladder, Dictionary)> {
    let (root, dictionary) = open(reading, path)?;
    let date = date.or_else(|| document::first_day(&root))?;
    let ladder = read(&root, &dictionary, date, &mut reading.problems)?;
    Some((ladder, dictionary))
}

/// A ladder file, histories still in it, and its data dictionary.
fn open(reading: &mut Reading<'_>, path: &Path) -> Option<(Node, Dictionary)> {
    let root = reading.open(path, None)?;
    if !formats::expect(&root, &LADDER, &mut reading.problems) {
        return None;
    }
    shape::check(&root, &LADDER, &mut reading.problems);
    let named = document::paths(root.get("items"), path);
    let named: Vec<(PathBuf, Option<&Node>)> =
        named.iter().map(|(path, node)| (path.clone(), Some(node))).collect();
    let dictionary = items::read_files(reading, &named)?;
    Some((root, dictionary))
}

/// The ladder on `date`, if nothing in it is wrong; whatever is wrong is reported.
fn read(root: &Node, dictionary: &Dictionary, date: Date, problems: &mut Problems) -> Option<Ladder> {
    let count = problems.len();
    document::refuse_outside(root, date, problems);
    document::refuse_unfounded(root, problems);
    let root = history::resolve(root, date, problems);
    let status = root.get("status").and_then(values::status);
    let clauses = Clauses { dictionary, official: status == Some(Status::Official) };
    let mut read = |key: &str| {
        let list: Vec<_> = root.list(key).iter().map(|node| clauses.read(node, problems)).collect();
        list.into_iter().collect::<Option<Vec<_>>>()
    };
    let (hard, direct) = (read("hard"), read("direct"));
    let card = root.get("scorecard").map(|card| Scorecards { dictionary }.read(card, problems));
    lints::check(&root, problems);
    if problems.errors_since(count) {
        return None;
    }
    let mut hard = hard?;
    hard.sort_by_key(|clause| !clause.veto);
    Some(Ladder {
        code: values::text_of(&root, "code")?,
        name: root.get("name").and_then(values::name)?,
        version: values::text_of(&root, "version")?,
        status: status?,
        basis: values::basis_list(&root, "basis"),
        in_force: InForce { from: document::first_day(&root)?, until: document::last_day(&root) },
        hard,
        direct: direct?,
        scorecard: match card {
            Some(card) => Some(card?),
            None => None,
        },
    })
}
