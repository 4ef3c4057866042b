//! Reading a file that was sent: in a place of its own, within the bounds of `ingest`, one at a time.

use super::problems::Trouble;
use crate::{app::App, problem::Code, problem::Stop, rules::Rules};
use domain::indicators::Dictionary;
use formula::Severity;
use ingest::{ColumnPlace, ReadOptions, Rows, read_rows};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::{collections::BTreeMap, path::PathBuf};
use store::imports::{Import, ImportKind};

/// So many problems are kept with all their details, for the workbook that goes back.
const KEPT: usize = 20_000;

/// What is asked of a file.
#[derive(Debug, Clone)]
pub(super) struct Request {
    pub(super) path: PathBuf,
    pub(super) kind: ImportKind,
    pub(super) period: Option<i32>,
    pub(super) headings: BTreeMap<String, String>,
    /// What holds for rows that say nothing: item and text.
    pub(super) usual: BTreeMap<String, String>,
}

/// What each column is, as it is stored with the import.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Columns {
    pub(crate) sheet: Option<String>,
    /// The columns that are read.
    pub(crate) columns: Vec<Column>,
    /// The columns that are left out.
    pub(crate) skipped: Vec<Skipped>,
    /// What a person said headings mean.
    pub(crate) headings: BTreeMap<String, String>,
    /// What a person said about all rows that say nothing themselves: item and text.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) usual: BTreeMap<String, String>,
    /// What is wrong with the whole file or its header, in both languages.
    pub(crate) problems: Vec<Value>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Column {
    pub(crate) letter: String,
    pub(crate) heading: String,
    pub(crate) item: String,
    pub(crate) unit: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Skipped {
    pub(crate) letter: String,
    pub(crate) heading: String,
    pub(crate) suggestion: Option<String>,
}

impl Columns {
    /// The columns of a stored import.
    pub(crate) fn of(import: &Import) -> Self {
        serde_json::from_str(&import.columns).unwrap_or_default()
    }

    fn read(rows: &Rows, headings: BTreeMap<String, String>, usual: BTreeMap<String, String>) -> Self {
        let letter = |place: &ColumnPlace| place.letter();
        Self {
            sheet: rows.sheet.clone(),
            columns: rows
                .columns
                .iter()
                .filter(|column| !column.place.name.is_empty())
                .map(|column| Column {
                    letter: letter(&column.place),
                    heading: column.place.name.clone(),
                    item: column.name.clone(),
                    unit: column.unit.map(|unit| unit.symbol.to_owned()),
                })
                .collect(),
            skipped: rows
                .skipped
                .iter()
                .map(|(place, suggestion)| Skipped {
                    letter: letter(place),
                    heading: place.name.clone(),
                    suggestion: suggestion.clone(),
                })
                .collect(),
            headings,
            usual,
            problems: Vec::new(),
        }
    }
}

/// Reads the file as far as it can be read.
pub(super) fn read(rules: &Rules, request: &Request) -> Result<Rows, Box<ingest::Problems>> {
    let mut options = ReadOptions {
        period: request.period.filter(|_| request.kind != ImportKind::Register),
        by_name: matches!(request.kind, ImportKind::Titles | ImportKind::AnnualReports),
        headings: request.headings.clone(),
        kept: KEPT,
        ..ReadOptions::default()
    };
    let dictionary = dictionary(rules, request.kind);
    match read_rows(&request.path, dictionary, &options) {
        Err(problems) if problems.of_the_file().all(|problem| problem.code == ingest::Code::NoSuchPeriod) => {
            // The file has years of its own, and none of them is the batch's: they are taken as they stand.
            options.period = None;
            read_rows(&request.path, dictionary, &options).map_err(Box::new)
        }
        read => read.map_err(Box::new),
    }
}

/// The items that a workbook of this kind may have.
pub(super) fn dictionary(rules: &Rules, kind: ImportKind) -> &Dictionary {
    match kind {
        ImportKind::Register => &rules.register,
        ImportKind::Values => &rules.dictionary,
        ImportKind::Titles => &rules.titles,
        ImportKind::AnnualReports => &rules.annual_reports,
    }
}

/// What the columns of a file are; a file that cannot be read at all has none and says why.
pub(super) async fn columns(app: &App, request: Request) -> Result<Columns, Stop> {
    blocking(app, move |app| match read(app.rules.known(), &request) {
        Ok(rows) => Columns::read(&rows, request.headings.clone(), request.usual.clone()),
        Err(problems) => {
            let error = |problem: &&ingest::CellProblem| problem.severity == Severity::Error;
            let told = problems.shown().iter().filter(error).take(50);
            Columns {
                problems: told.map(|problem| Trouble::from(problem).json()).collect(),
                headings: request.headings.clone(),
                usual: request.usual.clone(),
                ..Columns::default()
            }
        }
    })
    .await
}

/// What the columns of a file of our own making are.
pub(crate) fn columns_of(app: &App, name: &str, file: &crate::files::Kept, kind: ImportKind) -> Columns {
    let path = crate::files::place(app, &file.hash, name);
    let request = Request { path, kind, period: None, headings: BTreeMap::new(), usual: BTreeMap::new() };
    read(app.rules.known(), &request)
        .map_or_else(|_| Columns::default(), |rows| Columns::read(&rows, BTreeMap::new(), BTreeMap::new()))
}

/// Does heavy work off the threads that answer requests, one at a time: the bounds of one file are the bounds of all.
pub(super) async fn blocking<T: Send + 'static>(
    app: &App,
    work: impl FnOnce(&App) -> T + Send + 'static,
) -> Result<T, Stop> {
    let place = app.parsing.clone().acquire_owned().await.map_err(|_| Stop::from(Code::NotReady))?;
    let inner = app.clone();
    let done = tokio::task::spawn_blocking(move || {
        let done = work(&inner);
        drop(place);
        done
    });
    // Only a panic can keep it from ending; it is in the log.
    done.await.map_err(|_| Stop::from(Code::InternalError))
}

impl Request {
    /// What is asked of the file of an import.
    pub(super) fn of(app: &App, import: &Import) -> Self {
        let Columns { headings, usual, .. } = Columns::of(import);
        Self {
            path: crate::files::place(app, &import.file_hash, &import.file_name),
            kind: import.kind,
            period: import.period,
            headings,
            usual,
        }
    }
}
