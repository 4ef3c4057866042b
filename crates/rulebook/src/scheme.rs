//! `scheme/1`: a scheme of indicators, resolved for one date, with everything wrong in it named.

use std::path::{Path, PathBuf};

use domain::indicators::{Dictionary, Scheme};
use formula::Sentence;
use jiff::civil::Date;

use crate::{
    formats, items,
    loaded::Loaded,
    reader::{Disk, Files, Node, Problem, Reading, beside, history, shape, values},
};

mod bands;
mod context;
mod expect;
mod extend;
mod indicator;
mod lints;
mod read;
mod rules;
mod stages;
mod table;
#[cfg(test)]
mod tests;

pub use expect::EXPECT;
pub(crate) use expect::run_cases;
pub use table::{BAND, FULL, RULE, SCHEME};

/// Reads a scheme from disk, resolved for `date`.
///
/// # Errors
/// Every problem of the file and the files it refers to, at least one of them an error.
pub fn load_scheme(path: &Path, date: Date) -> Result<Loaded<Scheme>, Vec<Problem>> {
    load_scheme_from(&Disk, path, date)
}

/// Reads a scheme, resolved for `date`.
///
/// # Errors
/// As [`load_scheme`].
pub fn load_scheme_from(files: &dyn Files, path: &Path, date: Date) -> Result<Loaded<Scheme>, Vec<Problem>> {
    let mut reading = Reading::new(files);
    let Some(opened) = open(&mut reading, path) else {
        return Loaded::finish(reading, None, None);
    };
    let scheme = read::scheme(&opened, date, &mut reading.problems);
    Loaded::finish(reading, scheme, Some(opened.dictionary))
}

/// Everything wrong with a scheme on any day it is in force, and whether it could be read on its first day.
pub(crate) fn check(reading: &mut Reading<'_>, path: &Path) {
    let Some(opened) = open(reading, path) else { return };
    for date in opened.dates() {
        read::scheme(&opened, date, &mut reading.problems);
    }
}

/// The first day the scheme in a file is in force.
pub(crate) fn first_day(root: &Node) -> Option<Date> {
    root.get("in_force").and_then(|given| given.get("from")).and_then(values::date)
}

/// The last day, when there is one.
pub(crate) fn last_day(root: &Node) -> Option<Date> {
    root.get("in_force").and_then(|given| given.get("until")).and_then(values::date)
}

/// A scheme file with those it extends merged into one tree, histories still in it.
pub(crate) struct Opened {
    pub root: Node,
    pub dictionary: Dictionary,
    /// Paths of the files that extend another: what they add is local.
    extending: Vec<String>,
}

/// Days looked at when a file is checked: most changes that one file may hold.
const MAX_DATES: usize = 60;

impl Opened {
    /// The first day in force and every later day something changes.
    fn dates(&self) -> Vec<Date> {
        let Some(first) = first_day(&self.root) else { return Vec::new() };
        let last = last_day(&self.root).unwrap_or(Date::MAX);
        let later = history::dates(&self.root).into_iter().filter(|date| *date > first && *date <= last);
        std::iter::once(first).chain(later).take(MAX_DATES).collect()
    }

    /// Whether a node was added by a scheme that extends another.
    fn is_local(&self, node: &Node) -> bool {
        self.extending.iter().any(|path| path == node.source.path())
    }
}

/// Opens a scheme, those it extends, and their data dictionaries.
pub(crate) fn open(reading: &mut Reading<'_>, path: &Path) -> Option<Opened> {
    let mut extending = Vec::new();
    let merged = extend::open(reading, path, None, &mut Vec::new(), &mut extending)?;
    let named: Vec<(PathBuf, Option<&Node>)> =
        merged.items.iter().map(|(path, node)| (path.clone(), Some(node))).collect();
    if named.is_empty() {
        let message =
            Sentence::new("缺少“items”（数据字典文件）", "`items` is missing (the data dictionary)");
        reading.problems.error("missing-key", &merged.root, message);
        return None;
    }
    let dictionary = items::read_files(reading, &named)?;
    Some(Opened { root: merged.root, dictionary, extending })
}

/// One scheme file as it stands, its shape checked.
fn open_one(reading: &mut Reading<'_>, path: &Path, asked: Option<&Node>) -> Option<Node> {
    let root = reading.open(path, asked)?;
    if !formats::expect(&root, &SCHEME, &mut reading.problems) {
        return None;
    }
    shape::check(&root, &SCHEME, &mut reading.problems);
    Some(root)
}

/// The paths a node names, relative to the file it stands in.
fn paths(node: Option<&Node>, file: &Path) -> Vec<(PathBuf, Node)> {
    let Some(node) = node else { return Vec::new() };
    let named = if node.is_sequence() { node.items() } else { std::slice::from_ref(node) };
    named.iter().filter_map(|node| Some((beside(file, &values::text(node)?), node.clone()))).collect()
}
