//! `scorecard/1`: the scorecard of a bank, resolved for one day, with everything wrong in it named.

use std::path::{Path, PathBuf};

use domain::{
    Points,
    cultivation::InForce,
    finance::{CardGrade, Characteristic, CreditScorecard},
    indicators::Dictionary,
    policies::{DataDay, DataYear, Fen},
};
use formula::Sentence;
use jiff::civil::Date;

use crate::{
    document,
    ladder::scorecard::{Scorecards, points_of},
    loaded::Loaded,
    policy::{self, Found, FoundKind, vocabulary, word},
    reader::{Disk, Files, Node, Problem, Problems, Reading, history, values},
};

mod expect;
mod lints;
mod table;

pub use expect::EXPECT;
pub(crate) use expect::run_cases;
pub use table::SCORECARD;

static SCORECARDS: FoundKind = FoundKind { record: &SCORECARD, overlap: "scorecard-overlap" };

/// The scorecards among `files` that are `named`, by code and first day.
///
/// # Errors
/// Files that cannot be read or do not say enough, and versions of a scorecard that are used on the same day.
pub fn find_scorecards_from(files: &dyn Files, named: &[PathBuf]) -> Result<Vec<Found>, Vec<Problem>> {
    policy::versions(&SCORECARDS, Reading::new(files), named.to_vec())
}

/// Reports versions of one scorecard that are used on the same day.
pub(crate) fn refuse_overlaps(reading: &mut Reading<'_>, files: &[PathBuf]) {
    policy::refuse_two_versions(&SCORECARDS, reading, files);
}

/// Reads a scorecard from disk, resolved for `date`.
///
/// # Errors
/// Every problem of the file and the files it refers to, at least one of them an error.
pub fn load_scorecard(path: &Path, date: Date) -> Result<Loaded<CreditScorecard>, Vec<Problem>> {
    load_scorecard_from(&Disk, path, date)
}

/// Reads a scorecard, resolved for `date`.
///
/// # Errors
/// As [`load_scorecard`].
pub fn load_scorecard_from(
    files: &dyn Files,
    path: &Path,
    date: Date,
) -> Result<Loaded<CreditScorecard>, Vec<Problem>> {
    let mut reading = Reading::new(files);
    let Some((root, dictionary)) = open(&mut reading, path) else {
        return Loaded::finish(reading, None, None);
    };
    let card = read(&root, &dictionary, date, &mut reading.problems);
    Loaded::finish(reading, card, Some(dictionary))
}

/// Everything wrong with a scorecard on any day something changes in it.
pub(crate) fn check(reading: &mut Reading<'_>, path: &Path) {
    let Some((root, dictionary)) = open(reading, path) else { return };
    for date in document::dates(&root) {
        read(&root, &dictionary, date, &mut reading.problems);
    }
}

/// The scorecard on a date, or on its first day, with its data dictionary.
pub(crate) fn read_for(
    reading: &mut Reading<'_>,
    path: &Path,
    date: Option<Date>,
) -> Option<(CreditScorecard, Dictionary)> {
    let (root, dictionary) = open(reading, path)?;
    let date = date.or_else(|| document::first_day(&root))?;
    let card = read(&root, &dictionary, date, &mut reading.problems)?;
    Some((card, dictionary))
}

/// A scorecard file, histories still in it, and its data dictionary.
fn open(reading: &mut Reading<'_>, path: &Path) -> Option<(Node, Dictionary)> {
    document::open_with_items(reading, path, &SCORECARD)
}

/// The scorecard on a day, if nothing in it is wrong; whatever is wrong is reported.
fn read(
    root: &Node,
    dictionary: &Dictionary,
    date: Date,
    problems: &mut Problems,
) -> Option<CreditScorecard> {
    let count = problems.len();
    document::refuse_outside(root, date, problems);
    document::refuse_unfounded(root, problems);
    let root = &history::resolve(root, date, problems);
    for (key, zh, en) in [
        ("characteristics", "一个特征也没有", "there is no characteristic"),
        ("grades", "一个等级也没有", "there is no grade"),
        ("products", "没有写用于哪些产品", "it is for no product"),
    ] {
        if root.list(key).is_empty() {
            problems.error("empty-group", root.get(key).unwrap_or(root), Sentence::new(zh, en));
        }
    }
    let words = vocabulary(dictionary, &[]);
    let read = |node: &Node, problems: &mut Problems| characteristic(node, &words, problems);
    document::refuse_repeated(root.list("characteristics").iter(), problems);
    document::refuse_repeated(root.list("grades").iter(), problems);
    let characteristics: Vec<_> =
        root.list("characteristics").iter().map(|node| read(node, problems)).collect();
    let grades: Vec<_> = root.list("grades").iter().map(|node| grade(node, problems)).collect();
    let down_to = root.get("round_down_to").map(|given| policy::money::fen(given, problems));
    let base = optional_points(root, "base", problems);
    if problems.errors_since(count) {
        return None;
    }
    let data = root.get("data")?;
    let card = CreditScorecard {
        code: values::text_of(root, "code")?,
        name: root.get("name").and_then(values::name)?,
        version: values::text_of(root, "version")?,
        status: root.get("status").and_then(values::status)?,
        basis: values::basis_list(root, "basis"),
        bank: root.get("bank").and_then(values::name)?,
        products: root.list("products").iter().filter_map(values::text).collect(),
        required: root.get("required").and_then(values::truth).unwrap_or(false),
        in_force: InForce { from: document::first_day(root)?, until: document::last_day(root) },
        on: date,
        data_year: word(data.get("year")?, &[(DataYear::Last, "last"), (DataYear::This, "this")])?,
        data_day: word(
            data.get("judged_on")?,
            &[(DataDay::YearEnd, "year_end"), (DataDay::Matching, "matching")],
        )?,
        base: base?,
        characteristics: characteristics.into_iter().collect::<Option<_>>()?,
        grades: grades.into_iter().collect::<Option<_>>()?,
        down_to: match down_to {
            Some(given) => given?,
            None => Fen(1),
        },
        remarks: root.list("remarks").iter().filter_map(values::name).collect(),
    };
    lints::check(root, &card, problems);
    if problems.errors_since(count) { None } else { Some(card) }
}

fn characteristic(node: &Node, words: &Dictionary, problems: &mut Problems) -> Option<Characteristic> {
    let grading = Scorecards { dictionary: words }.grading(node, Points::ZERO, problems);
    let missing = points_of(node, "missing", problems);
    Some(Characteristic {
        code: values::text_of(node, "code")?,
        name: node.get("name").and_then(values::name)?,
        grading: grading?,
        missing: missing?,
    })
}

fn grade(node: &Node, problems: &mut Problems) -> Option<CardGrade> {
    let at_least = points_of(node, "at_least", problems);
    Some(CardGrade {
        code: values::text_of(node, "code")?,
        name: node.get("name").and_then(values::name)?,
        at_least: at_least?,
        share: node.get("share").and_then(values::share)?,
    })
}

/// Points under a key; none where it is left out.
fn optional_points(node: &Node, key: &str, problems: &mut Problems) -> Option<Points> {
    if node.get(key).is_none() { Some(Points::ZERO) } else { points_of(node, key, problems) }
}
