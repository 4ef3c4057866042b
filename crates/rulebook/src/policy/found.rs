//! The policies of a folder, and what they must agree on.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use domain::{Name, Status, cultivation::InForce};
use formula::Sentence;
use jiff::civil::Date;

use super::POLICY;
use crate::{
    document, formats,
    reader::{Disk, Files, Node, Problem, Problems, Reading, history, record::Record, values},
    walk,
};

/// A file of a policy or product: one version of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// The file.
    pub path: PathBuf,
    /// The code of the policy or product.
    pub code: String,
    /// 名称.
    pub name: Name,
    /// Whether it may look official.
    pub status: Status,
    /// Its version.
    pub version: String,
    /// The version that ends the day before this one begins.
    pub replaces: Option<String>,
    /// The days it is in force: until the day before the version that replaces it, where there is one.
    pub in_force: InForce,
}

/// The policy files among `paths` (files, or folders of them), by code and first day.
///
/// # Errors
/// Files that cannot be read or do not say enough, and versions of a policy that are in force on the same day.
pub fn find_policies(paths: &[PathBuf]) -> Result<Vec<Found>, Vec<Problem>> {
    find(&POLICIES, paths)
}

/// What versions are looked for.
pub(crate) struct Kind {
    /// The format's record.
    pub record: &'static Record,
    /// The code of two versions that are in force on one day.
    pub overlap: &'static str,
}

static POLICIES: Kind = Kind { record: &POLICY, overlap: "policy-overlap" };

/// The files of a kind among `paths`, by code and first day.
pub(crate) fn find(kind: &Kind, paths: &[PathBuf]) -> Result<Vec<Found>, Vec<Problem>> {
    let mut named = Vec::new();
    let mut reading = Reading::new(&Disk);
    for path in paths {
        let files = walk::rule_files(path).map_err(|problem| vec![*problem])?;
        if path.is_file()
            && let Some(root) = reading.open(path, None)
        {
            formats::expect(&root, kind.record, &mut reading.problems);
        }
        named.extend(files.into_iter().filter(|file| path.is_file() || !walk::is_case_file(file)));
    }
    versions(kind, reading, named)
}

/// The policies among `files` that are `named`, by code and first day.
///
/// # Errors
/// As [`find_policies`].
pub fn find_policies_from(files: &dyn Files, named: &[PathBuf]) -> Result<Vec<Found>, Vec<Problem>> {
    versions(&POLICIES, Reading::new(files), named.to_vec())
}

pub(crate) fn versions(
    kind: &Kind,
    mut reading: Reading<'_>,
    mut named: Vec<PathBuf>,
) -> Result<Vec<Found>, Vec<Problem>> {
    named.sort();
    named.dedup();
    let mut read = Vec::new();
    for file in named {
        let Some(root) = open(kind, &mut reading, &file) else { continue };
        match version(&root, &file) {
            Some(version) => read.push((version, root)),
            None => {
                let message = Sentence::new(
                    "缺少代码、名称、状态或有效期，请用 rules check 查看",
                    "code, name, status or days in force are missing; run `rules check`",
                );
                reading.problems.error("missing-key", &root, message);
            }
        }
    }
    let mut found = in_order(kind, read, &mut reading.problems);
    if reading.problems.has_errors() {
        return Err(reading.problems.into_sorted());
    }
    found.sort_by(|one, other| {
        (&one.code, one.in_force.from, &one.path).cmp(&(&other.code, other.in_force.from, &other.path))
    });
    Ok(found)
}

/// Reports what policies of one home cannot both say: two versions in force on one day, one ceiling with two amounts.
pub(crate) fn refuse_disagreements(reading: &mut Reading<'_>, files: &[PathBuf]) {
    let read = read_all(&POLICIES, reading, files);
    let stated: Vec<(String, Node)> = read.iter().filter_map(|(_, root)| ceiling(root)).collect();
    let of: Vec<PathBuf> =
        read.iter().filter(|(_, root)| ceiling(root).is_some()).map(|(one, _)| one.path.clone()).collect();
    let found = in_order(&POLICIES, read, &mut reading.problems);
    let mut ceilings: BTreeMap<String, Vec<(InForce, Node)>> = BTreeMap::new();
    for (path, (code, node)) in of.iter().zip(stated) {
        let days = found.iter().find(|one| one.path == *path).map(|one| one.in_force);
        ceilings.entry(code).or_default().extend(days.map(|days| (days, node)));
    }
    for (code, stated) in ceilings {
        let mut days: Vec<Date> = stated.iter().map(|(days, _)| days.from).collect();
        days.extend(stated.iter().flat_map(|(_, node)| history::dates(node)));
        days.sort_unstable();
        days.dedup();
        refuse_two_amounts(&code, &stated, &days, &mut reading.problems);
    }
}

/// The ceiling that a policy states: its code, and where.
fn ceiling(root: &Node) -> Option<(String, Node)> {
    let ceiling = root.get("stacking")?.get("ceiling")?;
    Some((values::text_of(ceiling, "code").unwrap_or_default(), ceiling.clone()))
}

/// Reports two versions of one code that are in force on one day.
pub(crate) fn refuse_two_versions(kind: &Kind, reading: &mut Reading<'_>, files: &[PathBuf]) {
    let read = read_all(kind, reading, files);
    in_order(kind, read, &mut reading.problems);
}

fn read_all(kind: &Kind, reading: &mut Reading<'_>, files: &[PathBuf]) -> Vec<(Found, Node)> {
    let open = |file: &PathBuf| {
        let root = open(kind, reading, file)?;
        Some((version(&root, file)?, root))
    };
    files.iter().filter_map(open).collect()
}

/// Ends every version that another one replaces on the day before, and reports those that are in force on one day even so.
fn in_order(kind: &Kind, read: Vec<(Found, Node)>, problems: &mut Problems) -> Vec<Found> {
    let mut found: Vec<Found> = read.iter().map(|(one, _)| one.clone()).collect();
    for (one, root) in &read {
        let Some(replaced) = &one.replaces else { continue };
        let at = root.get("replaces").unwrap_or(root);
        let earlier = |other: &&mut Found| {
            other.code == one.code && other.version == *replaced && other.in_force.from < one.in_force.from
        };
        match found.iter_mut().find(earlier) {
            Some(other) => {
                let eve = one.in_force.from.yesterday().unwrap_or(one.in_force.from);
                other.in_force.until = Some(other.in_force.until.map_or(eve, |until| until.min(eve)));
            }
            // A single file is checked without its home: then nobody can say whether the version is there.
            None if read.len() == 1 => {}
            None => {
                let message = Sentence::new(
                    format!("没有比它早生效的版本“{replaced}”"),
                    format!("there is no version `{replaced}` that begins before it"),
                );
                problems.error("replaces-unknown", at, message);
            }
        }
    }
    for at in 1..found.len() {
        refuse_overlap(kind, &found[..at], &found[at], &read[at].1, problems);
    }
    found
}

fn refuse_two_amounts(code: &str, stated: &[(InForce, Node)], days: &[Date], problems: &mut Problems) {
    for day in days {
        let mut quiet = Problems::new();
        let amounts = stated.iter().filter(|(days, _)| days.covers(*day)).filter_map(|(_, node)| {
            let resolved = history::resolve(node, *day, &mut quiet);
            Some((values::quantity(resolved.get("amount")?)?.in_base_units(None), node))
        });
        let amounts: Vec<_> = amounts.collect();
        let Some((first, _)) = amounts.first() else { continue };
        if let Some((_, at)) = amounts.iter().find(|(amount, _)| amount != first) {
            let message = Sentence::new(
                format!("年度上限“{code}”在别的政策里是另一个金额"),
                format!("another policy gives the ceiling `{code}` another amount"),
            );
            problems.error("ceiling-differs", at.get("amount").unwrap_or(at), message);
            return;
        }
    }
}

fn open(kind: &Kind, reading: &mut Reading<'_>, file: &Path) -> Option<Node> {
    // Whatever is wrong with the text itself has been said by whoever checked the file.
    let mut quiet = Reading::new(reading.files());
    let root = quiet.open(file, None)?;
    let format = root.get("format").and_then(values::text);
    (format.as_deref() == Some(formats::name(kind.record))).then_some(root)
}

fn version(root: &Node, path: &Path) -> Option<Found> {
    Some(Found {
        path: path.to_owned(),
        code: values::text_of(root, "code")?,
        name: root.get("name").and_then(values::name)?,
        status: root.get("status").and_then(values::status)?,
        version: values::text_of(root, "version")?,
        replaces: values::text_of(root, "replaces"),
        in_force: InForce { from: document::first_day(root)?, until: document::last_day(root) },
    })
}

fn refuse_overlap(kind: &Kind, found: &[Found], version: &Found, root: &Node, problems: &mut Problems) {
    let begins = |one: InForce, other: InForce| other.until.is_none_or(|until| one.from <= until);
    let meets = |other: &&Found| {
        other.code == version.code
            && begins(other.in_force, version.in_force)
            && begins(version.in_force, other.in_force)
    };
    if let Some(other) = found.iter().find(meets) {
        let file = other.path.display();
        let message = Sentence::new(
            format!("与 {file} 代码相同，在同一天有效"),
            format!("it has the code of {file}, in force on the same day"),
        );
        problems.error(kind.overlap, root.get("in_force").unwrap_or(root), message);
    }
}
