//! `policy/1`: a policy, resolved for one day, with everything wrong in it named.

use std::path::Path;

use domain::{
    Status,
    cultivation::{Clause, ClauseBody, InForce},
    indicators::Dictionary,
    policies::{DataDay, DataYear, Kind, Policy, Service, Way},
};
use jiff::civil::Date;

use crate::{
    document,
    ladder::clauses::Clauses,
    loaded::Loaded,
    reader::{Disk, Files, Node, Problem, Problems, Reading, history, values},
};

pub(crate) mod award;
pub(crate) mod expect;
mod found;
mod lints;
pub(crate) mod money;
pub(crate) mod parameters;
pub(crate) mod reach;
pub(crate) mod table;

pub use expect::EXPECT;
pub(crate) use expect::run_cases;
pub(crate) use found::refuse_disagreements;
pub use found::{Found, find_policies, find_policies_from};
pub(crate) use found::{Kind as FoundKind, find, refuse_two_versions, versions};
pub use parameters::vocabulary;
pub use table::POLICY;

use award::Awards;

/// Reads a policy from disk, resolved for `date`.
///
/// # Errors
/// Every problem of the file and the files it refers to, at least one of them an error.
pub fn load_policy(path: &Path, date: Date) -> Result<Loaded<Policy>, Vec<Problem>> {
    load_policy_from(&Disk, path, date)
}

/// Reads a policy, resolved for `date`.
///
/// # Errors
/// As [`load_policy`].
pub fn load_policy_from(files: &dyn Files, path: &Path, date: Date) -> Result<Loaded<Policy>, Vec<Problem>> {
    let mut reading = Reading::new(files);
    let Some((root, dictionary)) = open(&mut reading, path) else {
        return Loaded::finish(reading, None, None);
    };
    let policy = read(&root, &dictionary, date, &mut reading.problems);
    Loaded::finish(reading, policy, Some(dictionary))
}

/// Everything wrong with a policy on any day something changes in it.
pub(crate) fn check(reading: &mut Reading<'_>, path: &Path) {
    let Some((root, dictionary)) = open(reading, path) else { return };
    for date in document::dates(&root) {
        read(&root, &dictionary, date, &mut reading.problems);
    }
}

/// The policy on a date, or on its first day, with its data dictionary.
pub(crate) fn read_for(
    reading: &mut Reading<'_>,
    path: &Path,
    date: Option<Date>,
) -> Option<(Policy, Dictionary)> {
    let (root, dictionary) = open(reading, path)?;
    let date = date.or_else(|| document::first_day(&root))?;
    let policy = read(&root, &dictionary, date, &mut reading.problems)?;
    Some((policy, dictionary))
}

/// A policy file, histories still in it, and its data dictionary.
fn open(reading: &mut Reading<'_>, path: &Path) -> Option<(Node, Dictionary)> {
    document::open_with_items(reading, path, &POLICY)
}

/// The policy on a day, if nothing in it is wrong; whatever is wrong is reported.
fn read(root: &Node, dictionary: &Dictionary, date: Date, problems: &mut Problems) -> Option<Policy> {
    let count = problems.len();
    document::refuse_outside(root, date, problems);
    document::refuse_unfounded(root, problems);
    let root = &history::resolve(root, date, problems);
    let parameters = parameters::read(root, dictionary, problems);
    let words = vocabulary(dictionary, &parameters);
    let status = root.get("status").and_then(values::status);
    let clauses = Clauses { dictionary: &words, official: status == Some(Status::Official) };
    let conditions: Vec<_> =
        root.list("conditions").iter().map(|node| clauses.read(node, problems)).collect();
    let checks: Vec<_> =
        root.list("officer_checks").iter().map(|node| officer_check(&clauses, node, problems)).collect();
    let awards = Awards { dictionary: &words };
    let award = root.get("award").and_then(|node| awards.award(node, problems));
    let stacking = money::stacking(root.get("stacking"), problems);
    let budget = root.get("budget").map(|node| awards.budget(node, problems));
    lints::codes(root, problems);
    if problems.errors_since(count) {
        return None;
    }
    let policy = Policy {
        code: values::text_of(root, "code")?,
        name: root.get("name").and_then(values::name)?,
        version: values::text_of(root, "version")?,
        status: status?,
        basis: values::basis_list(root, "basis"),
        issuer: root.get("issuer").and_then(values::name)?,
        kind: word(root.get("kind")?, &Kind::ALL)?,
        way: word(root.get("way")?, &Way::ALL)?,
        in_force: InForce { from: document::first_day(root)?, until: document::last_day(root) },
        on: date,
        data_year: word(
            root.get("data")?.get("year")?,
            &[(DataYear::Last, "last"), (DataYear::This, "this")],
        )?,
        data_day: word(
            root.get("data")?.get("judged_on")?,
            &[(DataDay::YearEnd, "year_end"), (DataDay::Matching, "matching")],
        )?,
        parameters,
        conditions: conditions.into_iter().collect::<Option<_>>()?,
        officer_checks: checks.into_iter().collect::<Option<_>>()?,
        award: award?,
        stacking,
        budget: match budget {
            Some(budget) => Some(budget?),
            None => None,
        },
        service: service(root.get("service")),
        remarks: root.list("remarks").iter().filter_map(values::name).collect(),
    };
    lints::check(root, &policy, dictionary, problems);
    reach::check(root, &policy, problems);
    if problems.errors_since(count) { None } else { Some(policy) }
}

pub(crate) fn word<T: Copy>(node: &Node, words: &[(T, &str)]) -> Option<T> {
    let written = node.text()?.trim();
    words.iter().find(|(_, word)| *word == written).map(|(value, _)| *value)
}

pub(crate) fn officer_check(clauses: &Clauses<'_>, node: &Node, problems: &mut Problems) -> Option<Clause> {
    let check = clauses.officer_check(node, problems)?;
    Some(Clause {
        code: values::text_of(node, "code")?,
        name: node.get("name").and_then(values::name)?,
        article: values::text_of(node, "article"),
        basis: None,
        veto: false,
        remark: node.get("remark").and_then(values::name),
        body: ClauseBody::OfficerCheck(Box::new(check)),
    })
}

pub(crate) fn service(node: Option<&Node>) -> Service {
    let Some(node) = node else { return Service::default() };
    Service {
        working_days: node
            .get("working_days")
            .and_then(values::whole)
            .and_then(|days| u16::try_from(days).ok()),
        contact: node.get("contact").and_then(values::name),
        materials: node.list("materials").iter().filter_map(values::name).collect(),
    }
}
