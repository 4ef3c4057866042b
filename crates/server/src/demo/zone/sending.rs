//! Files of departments, written as they would send them, taken in and stored as the worker does.

use super::{Stage, code_of};
use crate::{App, files, rules::Rules};
use demo::{Row, Zone};
use domain::collection::Source;
use export::{ExportProblem, FactRow, write_facts};
use formula::{Exact, Fact};
use serde_json::json;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
    time::Duration,
};
use store::{
    StoreError,
    imports::{self, Change, ImportKind, ImportMode, ImportState, NewImport},
    jobs,
    values::ValueSource,
};

/// How often a job that somebody else does is looked at.
const LOOK: Duration = Duration::from_millis(5);
/// Amounts that the Torch statistics report beside the tax bureau.
const TWICE: [&str; 2] = ["operating_revenue", "rd_expense"];
/// One enterprise of so many has another amount there.
const DIFFERS: usize = 29;

/// Rows and columns of a file.
struct Table {
    columns: Vec<&'static str>,
    rows: Vec<(Option<i32>, Vec<Option<Fact>>)>,
}

/// The enterprises themselves.
///
/// # Errors
/// The store's failure, or a file that cannot be written.
pub(super) async fn register(stage: &Stage<'_>) -> Result<(), StoreError> {
    let (app, zone) = (stage.app.clone(), stage.drawn.clone());
    let written = blocking(move || {
        let rules: &Rules = app.rules.known();
        let places = places(&zone, |code| rules.register.find(code).is_some());
        // The register has no years: what is known last is what is so.
        let latest: BTreeMap<&str, &Row> =
            zone.rows.iter().filter_map(|row| Some((code_of(&row.facts)?, row))).collect();
        let rows = latest.into_values().map(|row| (None, picked(row, &places))).collect();
        write(&app, "企业库.xlsx", Table { columns: named(&zone, &places), rows })
    });
    import(stage, "企业库.xlsx", &written.await?, What::Register).await
}

/// What every department reports for a batch about `periods`. The year in progress comes as workbooks, with the Torch
/// statistics about those who take part in them only and, here and there, with amounts of their own.
///
/// # Errors
/// The store's failure, or a file that cannot be written.
pub(super) async fn values(
    stage: &Stage<'_>,
    batch: &str,
    sources: &BTreeMap<String, Vec<ValueSource>>,
    periods: std::ops::RangeInclusive<i32>,
) -> Result<(), StoreError> {
    let current = periods.contains(&stage.year);
    for source in ValueSource::ALL.iter().copied().filter(|source| *source != ValueSource::Own) {
        let twice = |code: &str| current && source == ValueSource::Torch && TWICE.contains(&code);
        let items: BTreeSet<String> = sources
            .iter()
            .filter(|(code, order)| order.first() == Some(&source) || twice(code))
            .map(|(code, _)| code.clone())
            .collect();
        if items.is_empty() || *stage.app.closing.borrow() {
            continue;
        }
        let kind = if current { "xlsx" } else { "parquet" };
        let said = Source::from_word(source.word()).map_or_else(String::new, |one| one.name().zh.to_string());
        let name = format!("{}年{said}数据.{kind}", periods.end());
        let (app, zone, file) = (stage.app.clone(), stage.drawn.clone(), name.clone());
        let periods = periods.clone();
        let written = blocking(move || {
            let table = reported(&zone, &items, &periods, current && source == ValueSource::Torch);
            write(&app, &file, table)
        });
        import(stage, &name, &written.await?, What::Values(batch, source)).await?;
    }
    Ok(())
}

fn reported(
    zone: &Arc<Zone>,
    items: &BTreeSet<String>,
    periods: &std::ops::RangeInclusive<i32>,
    torch: bool,
) -> Table {
    let places = places(zone, |code| code == "credit_code" || items.contains(code));
    let labels = zone.columns.iter().position(|column| *column == "labels");
    let takes_part = |row: &&Row| {
        let held = labels.and_then(|place| row.facts[place].as_ref());
        !torch || matches!(held, Some(Fact::Text(text)) if text.split(';').any(|one| one == "高新技术企业"))
    };
    let rows = zone.rows.iter().filter(|row| periods.contains(&row.period)).filter(takes_part);
    let columns = named(zone, &places);
    let rows = rows.enumerate().map(|(index, row)| {
        let mut facts = picked(row, &places);
        if torch && index % DIFFERS == DIFFERS / 2 {
            for (code, fact) in columns.iter().zip(&mut facts) {
                if TWICE.contains(code) {
                    *fact = fact.take().map(more);
                }
            }
        }
        (Some(row.period), facts)
    });
    let rows = rows.collect();
    Table { columns, rows }
}

/// An eighth more, as a statistician who counts a subsidiary in would say.
fn more(fact: Fact) -> Fact {
    match fact {
        Fact::Number(number) => {
            let more = Exact::ratio(9, 8).map_or_else(|| number.clone(), |share| number.clone() * share);
            Fact::Number(more.round_half_up(2))
        }
        other => other,
    }
}

fn places(zone: &Zone, wanted: impl Fn(&str) -> bool) -> Vec<usize> {
    zone.columns.iter().enumerate().filter(|(_, code)| wanted(code)).map(|(place, _)| place).collect()
}

fn named(zone: &Zone, places: &[usize]) -> Vec<&'static str> {
    places.iter().map(|place| zone.columns[*place]).collect()
}

fn picked(row: &Row, places: &[usize]) -> Vec<Option<Fact>> {
    places.iter().map(|place| row.facts[*place].clone()).collect()
}

/// Writes a file as one that was sent in under `name`.
fn write(app: &App, name: &str, table: Table) -> Result<files::Kept, StoreError> {
    let folder = files::folder(app);
    let scratch = run::Scratch::below(&app.config.data)?;
    let beside = scratch.path().join(name);
    let facts = table.rows.iter().map(|(period, facts)| FactRow { period: *period, facts });
    let done = write_facts(&beside, &app.rules.known().dictionary, &table.columns, facts);
    done.map_err(|problem: ExportProblem| std::io::Error::other(problem.message.en))?;
    let kept = files::keep_written(&folder, name, |target| {
        std::io::copy(&mut std::fs::File::open(&beside)?, target).map(drop)
    });
    Ok(kept?)
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, StoreError> + Send + 'static,
) -> Result<T, StoreError> {
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|error| StoreError::from(std::io::Error::other(error.to_string())))?
}

/// What a file is.
#[derive(Debug, Clone, Copy)]
enum What<'a> {
    Register,
    /// What a source says for a batch.
    Values(&'a str, ValueSource),
    /// An authority's list of a rung's title.
    Titles(&'a str),
    /// An authority's list of a rung's annual reports of a year.
    Reports(&'a str, i32),
}

impl<'a> What<'a> {
    const fn kind(self) -> ImportKind {
        match self {
            Self::Register => ImportKind::Register,
            Self::Values(..) => ImportKind::Values,
            Self::Titles(_) => ImportKind::Titles,
            Self::Reports(..) => ImportKind::AnnualReports,
        }
    }

    const fn source(self) -> &'a str {
        match self {
            Self::Register => "register",
            Self::Values(_, source) => source.word(),
            Self::Titles(rung) | Self::Reports(rung, _) => rung,
        }
    }
}

/// An authority's list of a title, or of the annual reports of a year, as a CSV file.
///
/// # Errors
/// The store's failure, or a file that cannot be written.
pub(super) async fn list(
    stage: &Stage<'_>,
    name: &str,
    (rung, reports_of): (&str, Option<i32>),
    text: String,
) -> Result<(), StoreError> {
    let folder = files::folder(stage.app);
    let file =
        files::keep_written(&folder, name, |target| std::io::Write::write_all(target, text.as_bytes()))?;
    let what = reports_of.map_or(What::Titles(rung), |year| What::Reports(rung, year));
    import(stage, name, &file, what).await
}

/// Takes a file in and has it stored.
async fn import(stage: &Stage<'_>, name: &str, file: &files::Kept, what: What<'_>) -> Result<(), StoreError> {
    let (app, by) = (stage.app, stage.officer.user_id.as_str());
    let (id, job_id) = (app.edge.id(), app.edge.id());
    let period = if let What::Reports(_, year) = what { Some(year) } else { None };
    let columns = crate::imports::columns_of(app, name, file, what.kind());
    let new = NewImport {
        id: &id,
        zone: &stage.place,
        kind: what.kind(),
        batch_id: if let What::Values(batch, _) = what { Some(batch) } else { None },
        source: what.source(),
        period,
        file_name: name,
        file_hash: &file.hash,
        file_size: i64::try_from(file.size).unwrap_or_default(),
        mode: ImportMode::Good,
        columns: &json!(columns).to_string(),
        by,
    };
    let work = app.database.begin(app.edge.now()).await?;
    let import = imports::add(&work, &new).await?;
    jobs::add(&work, &job_id, "import", by, &stage.place.path).await?;
    let change =
        Change { state: Some(ImportState::Running), job_id: Some(job_id.clone()), ..Change::default() };
    imports::change(&work, &import, change).await?;
    work.commit(&crate::admin::entry("send", "import", &id, &stage.place.path), &[]).await?;
    done(app, &job_id).await
}

/// Waits for a job; the server's own worker may have it. Whoever does it, the next step comes after it.
///
/// # Errors
/// The store's failure.
pub(super) async fn done(app: &App, job_id: &str) -> Result<(), StoreError> {
    while jobs::by_id(&app.database, job_id).await?.is_some_and(|job| !job.state.is_over()) {
        if !app.do_next_job().await? {
            tokio::time::sleep(LOOK).await;
        }
        if *app.closing.borrow() {
            break;
        }
    }
    Ok(())
}
