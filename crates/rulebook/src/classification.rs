//! `classification/1`: classes by lower bounds, a row of bounds per industry (企业划型).

use std::path::{Path, PathBuf};

use domain::{
    Name, Status,
    enterprise::classification::{ClassRow, ClassVerdict, Classification},
    indicators::Dictionary,
};
use formula::{Exact, Expected, Formula, Sentence, Type};
use jiff::civil::Date;

use crate::{
    cases::{Case, CaseResult, Differences, Given},
    document, formats, formulas, items,
    loaded::Loaded,
    reader::{
        Disk, Entry, Files, Node, Problem, Problems, Reading, history,
        record::{BASIS, Field, IN_FORCE, Keys, Kind, NAME, Record, STATUS, Word},
        shape, values,
    },
    scheme,
};

const FORMAT: Kind = Kind::Word(&[Word::new("classification/1", "划型", "a classification")]);

static CLASS: Record = Record {
    name: "class",
    zh: "一类",
    en: "A class",
    fields: &[
        Field::required("code", Kind::Code, "永久代码", "Permanent code"),
        Field::required("name", NAME, "名称", "Name"),
    ],
    choices: &[],
};

static ROW: Record = Record {
    name: "row",
    zh: "一行",
    en: "The bounds of one industry",
    fields: &[
        Field::required("name", NAME, "行业", "Industry"),
        Field::required(
            "when",
            Kind::Dated(&Kind::Formula),
            "适用条件",
            "Holds for the enterprises of this row",
        ),
        Field::required(
            "bounds",
            Kind::Dated(&Kind::Map(Keys::Texts, &Kind::Dated(&Kind::List(&Kind::Quantity)))),
            "各指标的下限：除最后一类外每类一个，从高到低",
            "Lower bounds by indicator: one for every class but the last, best first",
        ),
    ],
    choices: &[],
};

/// The table of `classification/1`.
pub static CLASSIFICATION: Record = Record {
    name: "classification",
    zh: "划型",
    en: "A classification by lower bounds",
    fields: &[
        Field::required("format", FORMAT, "文件格式", "File format"),
        Field::required("code", Kind::Code, "永久代码", "Permanent code"),
        Field::required("name", NAME, "名称", "Name"),
        Field::required("version", Kind::Text, "版本", "Version"),
        Field::required("status", STATUS, "是否为公布的划型", "Whether it is published as it stands"),
        Field::required("in_force", Kind::Record(&IN_FORCE), "有效期", "From when until when it is in force"),
        Field::required("items", Kind::OneOrMany(&Kind::Path), "数据字典文件", "Data dictionary"),
        Field::optional("basis", BASIS, "依据", "Documents it rests on"),
        Field::required(
            "classes",
            Kind::List(&Kind::Record(&CLASS)),
            "各类，从大到小；最后一类收其余",
            "Classes, best first; the last takes the rest",
        ),
        Field::required(
            "rows",
            Kind::List(&Kind::Record(&ROW)),
            "各行业的下限",
            "Rows; the first whose condition holds counts",
        ),
    ],
    choices: &[],
};

/// What a case of a classification may expect.
pub static EXPECT: Record = Record {
    name: "expect_classification",
    zh: "预期的结果",
    en: "What a case of a classification expects",
    fields: &[
        Field::required(
            "class",
            Kind::Datum,
            "类的代码；null 表示数据不足或没有适用的行",
            "Code of the class; null when it cannot be told",
        ),
        Field::optional("row", Kind::Text, "适用的行", "Name of the row that applies"),
    ],
    choices: &[],
};

/// Reads a classification from disk, resolved for `date`.
///
/// # Errors
/// Every problem of the file and its data dictionary, at least one of them an error.
pub fn load_classification(path: &Path, date: Date) -> Result<Loaded<Classification>, Vec<Problem>> {
    load_classification_from(&Disk, path, date)
}

/// Reads a classification, resolved for `date`.
///
/// # Errors
/// As [`load_classification`].
pub fn load_classification_from(
    files: &dyn Files,
    path: &Path,
    date: Date,
) -> Result<Loaded<Classification>, Vec<Problem>> {
    let mut reading = Reading::new(files);
    let Some((root, dictionary)) = open(&mut reading, path) else {
        return Loaded::finish(reading, None, None);
    };
    let value = read(&root, &dictionary, date, &mut reading.problems);
    Loaded::finish(reading, value, Some(dictionary))
}

fn open(reading: &mut Reading<'_>, path: &Path) -> Option<(Node, Dictionary)> {
    let root = reading.open(path, None)?;
    if !formats::expect(&root, &CLASSIFICATION, &mut reading.problems) {
        return None;
    }
    shape::check(&root, &CLASSIFICATION, &mut reading.problems);
    let named = document::paths(root.get("items"), path);
    let named: Vec<(PathBuf, Option<&Node>)> =
        named.iter().map(|(path, node)| (path.clone(), Some(node))).collect();
    let dictionary = items::read_files(reading, &named)?;
    Some((root, dictionary))
}

/// Everything wrong with a classification on any day something changes in it.
pub(crate) fn check(reading: &mut Reading<'_>, path: &Path) {
    let Some((root, dictionary)) = open(reading, path) else { return };
    for date in document::dates(&root) {
        read(&root, &dictionary, date, &mut reading.problems);
    }
}

/// The classification on a date, or on its first day, with its data dictionary.
pub(crate) fn read_for(
    reading: &mut Reading<'_>,
    path: &Path,
    date: Option<Date>,
) -> Option<(Classification, Dictionary)> {
    let (root, dictionary) = open(reading, path)?;
    let date = date.or_else(|| document::first_day(&root))?;
    let value = read(&root, &dictionary, date, &mut reading.problems)?;
    Some((value, dictionary))
}

fn read(root: &Node, dictionary: &Dictionary, date: Date, problems: &mut Problems) -> Option<Classification> {
    let count = problems.len();
    document::refuse_outside(root, date, problems);
    document::refuse_unfounded(root, problems);
    if problems.errors_since(count) {
        return None;
    }
    let root = history::resolve(root, date, problems);
    document::refuse_repeated(root.list("classes").iter(), problems);
    let classes: Vec<(String, Name)> = root.list("classes").iter().filter_map(class).collect();
    let rows: Vec<Option<ClassRow>> =
        root.list("rows").iter().map(|node| row(node, classes.len(), dictionary, problems)).collect();
    warn_uncovered(&root, &rows, dictionary, problems);
    let value = Classification {
        code: values::text_of(&root, "code")?,
        name: root.get("name").and_then(values::name)?,
        status: root.get("status").and_then(values::status).unwrap_or(Status::Illustrative),
        basis: values::basis_list(&root, "basis"),
        classes,
        rows: rows.into_iter().collect::<Option<_>>()?,
    };
    if problems.errors_since(count) { None } else { Some(value) }
}

/// An enterprise without a row has no class; that may be meant, so it is a warning.
fn warn_uncovered(root: &Node, rows: &[Option<ClassRow>], dictionary: &Dictionary, problems: &mut Problems) {
    let Some(rows) = rows.iter().map(Option::as_ref).collect::<Option<Vec<_>>>() else { return };
    let predicates: Vec<&Formula> = rows.iter().map(|row| &row.when).collect();
    let (Some(example), Some(at)) = (scheme::uncovered(&predicates, dictionary), root.entry("rows")) else {
        return;
    };
    let message =
        Sentence::new(format!("{example} 时没有适用的行"), format!("no row applies when {example}"));
    problems.warning("rows-gap", &at.key, message);
}

fn class(node: &Node) -> Option<(String, Name)> {
    Some((values::text_of(node, "code")?, node.get("name").and_then(values::name)?))
}

fn row(node: &Node, classes: usize, dictionary: &Dictionary, problems: &mut Problems) -> Option<ClassRow> {
    let when = node.get("when").and_then(|when| formulas::read(when, dictionary, Expected::Truth, problems));
    let bounds: Vec<_> = node
        .get("bounds")?
        .entries()
        .iter()
        .map(|entry| bound(entry, classes, dictionary, problems))
        .collect();
    Some(ClassRow {
        name: node.get("name").and_then(values::name)?,
        when: when?,
        bounds: bounds.into_iter().collect::<Option<_>>()?,
    })
}

/// An indicator and its lower bounds in base units, descending.
fn bound(
    entry: &Entry,
    classes: usize,
    dictionary: &Dictionary,
    problems: &mut Problems,
) -> Option<(Formula, Vec<Exact>)> {
    let formula = formulas::read(&entry.key, dictionary, Expected::AnyNumber, problems)?;
    let edges: Vec<Exact> =
        entry.value.items().iter().map(|node| edge(node, &formula, problems)).collect::<Option<_>>()?;
    if edges.len() + 1 != classes {
        let wanted = classes.saturating_sub(1);
        let message = Sentence::new(
            format!("要写{wanted}个下限（最后一类不写），现在是{}个", edges.len()),
            format!("{wanted} lower bounds are needed (none for the last class), not {}", edges.len()),
        );
        problems.error("bounds-count", &entry.value, message);
        return None;
    }
    if edges.windows(2).any(|pair| pair[1] > pair[0]) {
        let message = Sentence::new("下限要从高到低", "lower bounds descend");
        problems.error("bounds-order", &entry.value, message);
        return None;
    }
    Some((formula, edges))
}

fn edge(node: &Node, formula: &Formula, problems: &mut Problems) -> Option<Exact> {
    let quantity = values::quantity(node)?;
    if let (Some(unit), Type::Number(dimension)) = (quantity.unit, formula.kind())
        && unit.dimension != dimension
    {
        items::wrong_dimension(node, unit, dimension, problems);
        return None;
    }
    Some(quantity.in_base_units(formula.display_unit()))
}

/// Runs the cases of the classification in a file.
pub(crate) fn run_cases(reading: &mut Reading<'_>, path: &Path, cases: &[Case]) -> Vec<CaseResult> {
    let Some((root, dictionary)) = open(reading, path) else { return Vec::new() };
    let mut results = Vec::new();
    for case in cases {
        let Some(date) = case.as_of.or_else(|| document::first_day(&root)) else { continue };
        let Some(value) = read(&root, &dictionary, date, &mut reading.problems) else { continue };
        let facts = Given::read(&case.given, &dictionary, date, &mut reading.problems);
        let mut found = Differences::new();
        compare(case, &value, &value.classify(&facts), &mut found);
        results.push(CaseResult {
            sentence: case.sentence.clone(),
            place: case.place.clone(),
            differences: found.into_list(),
        });
    }
    results
}

fn compare(case: &Case, value: &Classification, verdict: &ClassVerdict, found: &mut Differences) {
    let (class, row) = match verdict {
        ClassVerdict::Known { class, row, .. } => (value.classes[*class].0.as_str(), Some(*row)),
        ClassVerdict::CannotTell { row, .. } => ("无", *row),
        ClassVerdict::NoRow => ("无", None),
    };
    if let Some(entry) = case.expect.entry("class") {
        let expected = entry.value.text().unwrap_or("无").trim();
        found.compare(&entry.value, Sentence::new("类", "class"), expected, class);
    }
    if let Some(node) = case.expect.get("row") {
        let actual = row.map_or("无", |row| value.rows[row].name.zh.as_str());
        found.compare(node, Sentence::new("适用的行", "row"), node.text().unwrap_or_default().trim(), actual);
    }
}

#[cfg(test)]
mod tests;
