//! `ladder/1`: a rung of the cultivation ladder, resolved for one application, with everything wrong in it named.

use std::path::{Path, PathBuf};

use domain::{
    Name, Status,
    cultivation::{Application, Benefit, InForce, Ladder, Occasion},
    indicators::Dictionary,
};
use jiff::civil::Date;

use crate::{
    document, formats, items,
    loaded::Loaded,
    reader::{Disk, Files, Node, Problem, Problems, Reading, history, shape, values},
};

pub(crate) mod clauses;
mod expect;
mod lints;
mod rungs;
pub(crate) mod scorecard;
pub(crate) mod table;
#[cfg(test)]
mod tests;

pub use expect::EXPECT;
pub(crate) use expect::run_cases;
pub(crate) use rungs::refuse_overlaps;
pub use rungs::{Rung, Version, load_rungs, load_rungs_from};
pub use table::{LADDER, OCCASION};

use clauses::Clauses;
use scorecard::Scorecards;

/// Reads a ladder from disk, resolved for an application; a date alone means an application for recognition.
///
/// # Errors
/// Every problem of the file and the files it refers to, at least one of them an error.
pub fn load_ladder(path: &Path, application: impl Into<Application>) -> Result<Loaded<Ladder>, Vec<Problem>> {
    load_ladder_from(&Disk, path, application)
}

/// Reads a ladder, resolved for an application.
///
/// # Errors
/// As [`load_ladder`].
pub fn load_ladder_from(
    files: &dyn Files,
    path: &Path,
    application: impl Into<Application>,
) -> Result<Loaded<Ladder>, Vec<Problem>> {
    let mut reading = Reading::new(files);
    let Some((root, dictionary)) = open(&mut reading, path) else {
        return Loaded::finish(reading, None, None);
    };
    let ladder = read(&root, &dictionary, application.into(), &mut reading.problems);
    Loaded::finish(reading, ladder, Some(dictionary))
}

/// Everything wrong with a ladder on any day something changes in it.
pub(crate) fn check(reading: &mut Reading<'_>, path: &Path) {
    let Some((root, dictionary)) = open(reading, path) else { return };
    for on in document::dates(&root) {
        for occasion in Occasion::ALL {
            read(&root, &dictionary, Application { on, occasion }, &mut reading.problems);
        }
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
    let ladder = read(&root, &dictionary, date.into(), &mut reading.problems)?;
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

/// The ladder for an application, if nothing in it is wrong; whatever is wrong is reported.
fn read(
    root: &Node,
    dictionary: &Dictionary,
    application: Application,
    problems: &mut Problems,
) -> Option<Ladder> {
    let count = problems.len();
    let reviews = root.get("reviews").and_then(days);
    lints::reviews(root, problems);
    match reviews.filter(|days| application.occasion == Occasion::Review && days.covers(application.on)) {
        Some(_) => {}
        None => document::refuse_outside(root, application.on, problems),
    }
    document::refuse_unfounded(root, problems);
    // Reviews after the rules have ended go by their last values.
    let date = document::last_day(root).map_or(application.on, |last| last.min(application.on));
    let root = history::resolve(root, date, problems);
    let status = root.get("status").and_then(values::status);
    let clauses = Clauses { dictionary, official: status == Some(Status::Official) };
    let mut read = |key: &str| {
        let asked = root.list(key).iter().filter(|node| clauses::asked_on(node, application.occasion));
        let list: Vec<_> = asked.map(|node| clauses.read(node, problems)).collect();
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
    let code = values::text_of(&root, "code")?;
    Some(Ladder {
        rung: values::text_of(&root, "rung").unwrap_or_else(|| code.clone()),
        after: root.list("after").iter().filter_map(values::text).collect(),
        place: root.get("place").and_then(values::name),
        label: values::text_of(&root, "label"),
        benefits: root.list("benefits").iter().filter_map(benefit).collect(),
        remarks: root.list("remarks").iter().filter_map(values::name).chain(assumed_day(&root)).collect(),
        reviews,
        application,
        code,
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

fn benefit(node: &Node) -> Option<Benefit> {
    Some(Benefit {
        name: node.get("name").and_then(values::name)?,
        basis: node.get("basis").and_then(values::basis)?,
    })
}

/// A first day that no document says is told as such wherever the rule is shown.
fn assumed_day(root: &Node) -> Option<Name> {
    let assumed = root.get("in_force").and_then(|days| days.get("assumed")).and_then(values::truth);
    let from = document::first_day(root).filter(|_| assumed == Some(true))?;
    Some(Name {
        zh: format!("起始日期 {from} 是暂填的：没有查到施行日期，不能作为规则施行的依据。"),
        en: Some(format!(
            "The first day, {from}, is a placeholder: no document says when the rule came into force."
        )),
    })
}

/// First and last day of `{from, until}`.
fn days(node: &Node) -> Option<InForce> {
    Some(InForce {
        from: node.get("from").and_then(values::date)?,
        until: node.get("until").and_then(values::date),
    })
}
