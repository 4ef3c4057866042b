//! The rungs of a folder: each with the versions of its rules, of which an application goes by one.

use std::path::{Path, PathBuf};

use domain::{
    Name, Status,
    cultivation::{Application, InForce, Ladder},
};
use formula::Sentence;

use super::{LADDER, days};
use crate::{
    document, formats,
    reader::{Disk, Files, Node, Problem, Problems, Reading, values},
    walk,
};

#[cfg(test)]
mod tests;

/// One rung with the rules of all times.
#[derive(Debug, Clone, PartialEq)]
pub struct Rung {
    /// Permanent code, e.g. `specialised`.
    pub code: String,
    /// The rungs directly below, by code.
    pub after: Vec<String>,
    /// Its rules, oldest first; never empty.
    pub versions: Vec<Version>,
}

/// The rules of a rung for a time: one ladder file.
#[derive(Debug, Clone, PartialEq)]
pub struct Version {
    /// The file.
    pub path: PathBuf,
    /// Its code, e.g. `specialised-2026`.
    pub code: String,
    /// 名称.
    pub name: Name,
    /// Whether it may look official.
    pub status: Status,
    /// Days it is in force.
    pub in_force: InForce,
    /// Days on which reviews still go by it.
    pub reviews: Option<InForce>,
}

impl Rung {
    /// The rules an application goes by; `None` when none are in force on that day. Rules kept for reviews come first.
    #[must_use]
    pub fn version_for(&self, application: Application) -> Option<&Version> {
        let covers = |version: &&Version| Ladder::covers(version.in_force, version.reviews, application);
        self.versions.iter().find(covers)
    }
}

/// The rungs whose rules are in `paths` (ladder files, or folders of them), from the lowest up.
///
/// # Errors
/// Files that cannot be read, and rules of one rung that are in force on the same day.
pub fn load_rungs(paths: &[PathBuf]) -> Result<Vec<Rung>, Vec<Problem>> {
    let mut reading = Reading::new(&Disk);
    let mut named: Vec<PathBuf> = Vec::new();
    for path in paths {
        let files = walk::rule_files(path).map_err(|problem| vec![*problem])?;
        named.extend(files.into_iter().filter(|file| path.is_file() || !walk::is_case_file(file)));
        if path.is_file()
            && let Some(root) = reading.open(path, None)
        {
            formats::expect(&root, &LADDER, &mut reading.problems);
        }
    }
    finish(reading, &named)
}

/// The rungs among the ladder files `named` of `files`, from the lowest up.
///
/// # Errors
/// As [`load_rungs`].
pub fn load_rungs_from(files: &dyn Files, named: &[PathBuf]) -> Result<Vec<Rung>, Vec<Problem>> {
    finish(Reading::new(files), named)
}

fn finish(mut reading: Reading<'_>, named: &[PathBuf]) -> Result<Vec<Rung>, Vec<Problem>> {
    let rungs = collect(&mut reading, named, |root, problems| {
        let message = Sentence::new(
            "缺少代码、名称、状态或有效期，请用 rules check 查看",
            "code, name, status or days in force are missing; run `rules check`",
        );
        problems.error("missing-key", root, message);
    });
    if reading.problems.has_errors() {
        return Err(reading.problems.into_sorted());
    }
    Ok(from_the_lowest(rungs))
}

/// Reports rules of one rung that are in force on the same day; what else may be wrong with the files is left aside.
pub(crate) fn refuse_overlaps(reading: &mut Reading<'_>, files: &[PathBuf]) {
    collect(reading, files, |_, _| {});
}

/// The rungs among `files`; a ladder file that does not say enough goes to `incomplete`.
fn collect(
    reading: &mut Reading<'_>,
    files: &[PathBuf],
    incomplete: impl Fn(&Node, &mut Problems),
) -> Vec<Rung> {
    let mut rungs = Vec::new();
    for file in files {
        let Some(root) = reading.open(file, None) else { continue };
        let format = root.get("format").and_then(values::text);
        if format.is_none_or(|format| format != formats::name(&LADDER)) {
            continue;
        }
        match version(&root, file) {
            Some(version) => add(&mut rungs, &root, version, &mut reading.problems),
            None => incomplete(&root, &mut reading.problems),
        }
    }
    rungs
}

fn add(rungs: &mut Vec<Rung>, root: &Node, version: Version, problems: &mut Problems) {
    let code = version.code.clone();
    let rung = values::text_of(root, "rung").unwrap_or(code);
    let after = root.list("after").iter().filter_map(values::text);
    let Some(known) = rungs.iter_mut().find(|known| known.code == rung) else {
        rungs.push(Rung { code: rung, after: after.collect(), versions: vec![version] });
        return;
    };
    if let Some(other) = known.versions.iter().find(|other| meet(other.in_force, version.in_force)) {
        let other = &other.code;
        let message = Sentence::new(
            format!("与同一梯级的“{other}”在同一天有效"),
            format!("in force on the same day as `{other}` of the same rung"),
        );
        problems.error("rung-overlap", root.get("in_force").unwrap_or(root), message);
    }
    for below in after {
        if !known.after.contains(&below) {
            known.after.push(below);
        }
    }
    known.versions.push(version);
    known.versions.sort_by_key(|version| version.in_force.from);
}

fn version(root: &Node, path: &Path) -> Option<Version> {
    Some(Version {
        path: path.to_owned(),
        code: values::text_of(root, "code")?,
        name: root.get("name").and_then(values::name)?,
        status: root.get("status").and_then(values::status)?,
        in_force: InForce { from: document::first_day(root)?, until: document::last_day(root) },
        reviews: root.get("reviews").and_then(days),
    })
}

/// Whether two spans share a day.
fn meet(one: InForce, other: InForce) -> bool {
    let begins_before_end = |begin: InForce, end: InForce| end.until.is_none_or(|until| begin.from <= until);
    begins_before_end(one, other) && begins_before_end(other, one)
}

/// Every rung behind those it stands on; otherwise in the order given. Rungs in a circle come last.
fn from_the_lowest(mut rungs: Vec<Rung>) -> Vec<Rung> {
    let mut ordered: Vec<Rung> = Vec::with_capacity(rungs.len());
    while !rungs.is_empty() {
        let waiting = |rung: &Rung| {
            rungs.iter().any(|other| other.code != rung.code && rung.after.contains(&other.code))
        };
        let next = rungs.iter().position(|rung| !waiting(rung)).unwrap_or(0);
        ordered.push(rungs.remove(next));
    }
    ordered
}
