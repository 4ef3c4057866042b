//! `scheme/1`: a scheme of indicators, resolved for one date, with everything wrong in it named.

use std::path::{Path, PathBuf};

use domain::indicators::{Dictionary, Scheme};
use formula::Sentence;
use jiff::civil::Date;

use crate::{
    document, formats, items,
    loaded::Loaded,
    reader::{Disk, Files, Node, Problem, Reading, shape},
};

mod bands;
pub(crate) mod context;
mod expect;
mod extend;
mod indicator;
mod lints;
mod percent;
mod read;
pub(crate) mod rules;
mod stages;
mod table;
#[cfg(test)]
mod tests;

pub use expect::EXPECT;
pub(crate) use expect::run_cases;
pub(crate) use stages::uncovered;
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
    for date in document::dates(&opened.root) {
        read::scheme(&opened, date, &mut reading.problems);
    }
}

/// The scheme on a date, or on its first day, with its data dictionary.
pub(crate) fn read_for(
    reading: &mut Reading<'_>,
    path: &Path,
    date: Option<Date>,
) -> Option<(Scheme, Dictionary)> {
    let opened = open(reading, path)?;
    let date = date.or_else(|| document::first_day(&opened.root))?;
    let scheme = read::scheme(&opened, date, &mut reading.problems)?;
    Some((scheme, opened.dictionary))
}

/// A scheme file with those it extends merged into one tree, histories still in it.
pub(crate) struct Opened {
    pub root: Node,
    pub dictionary: Dictionary,
    /// Paths of the files that extend another: what they add is local.
    extending: Vec<String>,
}

impl Opened {
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
    document::refuse_unfounded(&root, &mut reading.problems);
    Some(root)
}
