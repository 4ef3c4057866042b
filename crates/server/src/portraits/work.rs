//! Making the portraits that a job was asked for, and clearing old ones away.

use super::{folder, place};
use crate::{
    app::App,
    jobs::{Progress, Stopped},
    points::Portrait,
};
use ::run::Run;
use formula::Language;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use std::{
    fs::{self, File},
    io::{self, Write},
    sync::Arc,
};
use store::{
    Scope, StoreError,
    batches::{self, Batch},
    enterprises::{self, Enterprise},
    jobs::Job,
    portraits,
    runs::{self, PublishedResult},
    users::Tongue,
};
use zip::{ZipWriter, write::SimpleFileOptions};

/// A file is kept so long.
const KEPT: SignedDuration = SignedDuration::from_hours(7 * 24);

/// One enterprise of the list.
struct One {
    row: usize,
    enterprise: Enterprise,
    years: Vec<PublishedResult>,
}

/// Everything a set is made of.
struct Set {
    run: Arc<Run>,
    receipt_code: String,
    batch: Batch,
    all: Vec<One>,
    language: Language,
}

/// Makes the file; `None` when it was stopped.
///
/// # Errors
/// The store's failure, or the disk's.
pub(crate) async fn make(
    app: &App,
    job: &Job,
    progress: &Arc<Progress>,
) -> Result<Option<Value>, StoreError> {
    let set = gather(app, job).await?;
    let (target, watching) = (place(app, &job.id), Arc::clone(progress));
    let many = set.all.len();
    let writing = tokio::task::spawn_blocking(move || {
        let part = target.with_extension("part");
        fs::create_dir_all(target.parent().unwrap_or(&target))?;
        match write(&set, File::create(&part)?, &watching) {
            Ok(Some(())) => fs::rename(&part, &target).map(Some),
            other => {
                let _ = fs::remove_file(&part);
                other
            }
        }
    });
    let written = writing.await.map_err(io::Error::other)??;
    let file = format!("/api/v1/jobs/{}/portraits", job.id);
    Ok(written.map(|()| json!({"portraits": many, "file": file})))
}

async fn gather(app: &App, job: &Job) -> Result<Set, StoreError> {
    let database = &app.database;
    // Whatever a request names is never deleted.
    let gone = || StoreError::Corrupt { what: "portrait_requests", value: job.id.clone() };
    let asked = portraits::asked(database, &job.id).await?.ok_or_else(gone)?;
    let run = runs::within(database, &Scope::Everything, &asked.run_id).await?.ok_or_else(gone)?;
    let batch = batches::within(database, &Scope::Everything, &run.batch_id).await?.ok_or_else(gone)?;
    // Why a run cannot be opened is in the log already.
    let opened = app.shelf.open(app, &run).await.map_err(|_| gone())?;
    let known = enterprises::by_codes(database, &batch.zone_id, Some(&asked.codes)).await?;
    let mut all = Vec::new();
    for enterprise in known {
        let Some(row) = opened.row_of(&enterprise.credit_code) else { continue };
        let years = runs::published_of(database, &Scope::Everything, &enterprise.id).await?;
        all.push(One { row, enterprise, years });
    }
    let order = |one: &One| asked.codes.iter().position(|code| *code == one.enterprise.credit_code);
    all.sort_by_cached_key(order);
    let language = if asked.language == Tongue::English { Language::English } else { Language::Chinese };
    Ok(Set { run: opened, receipt_code: run.receipt_code, batch, all, language })
}

/// The workbooks in the order of the list; `None` when somebody wants it stopped.
fn write(set: &Set, file: File, progress: &Progress) -> io::Result<Option<()>> {
    let mut zip = ZipWriter::new(io::BufWriter::new(file));
    // Workbooks are compressed already.
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    progress.of(set.all.len());
    for (index, one) in set.all.iter().enumerate() {
        if let Err(Stopped) = progress.step(index) {
            return Ok(None);
        }
        let portrait = Portrait {
            run: &set.run,
            row: one.row,
            enterprise: &one.enterprise,
            batch: &set.batch,
            receipt_code: &set.receipt_code,
            years: &one.years,
            language: set.language,
        };
        let bytes = portrait.workbook().map_err(|error| io::Error::other(error.to_string()))?;
        zip.start_file(name_of(index, &one.enterprise), stored)?;
        zip.write_all(&bytes)?;
    }
    progress.set(set.all.len());
    zip.finish()?.into_inner().map_err(|error| error.into_error())?.sync_all()?;
    Ok(Some(()))
}

/// The name within the zip: place on the list, code and name, without what file systems refuse.
fn name_of(index: usize, enterprise: &Enterprise) -> String {
    let refused = |letter: char| letter.is_control() || r#"\/:*?"<>|"#.contains(letter);
    let name: String = enterprise.name.chars().filter(|letter| !refused(*letter)).take(60).collect();
    format!("{:04}-{}-{name}.xlsx", index + 1, enterprise.credit_code)
}

/// Removes files that were kept long enough.
/// What cannot be removed now is tried again within the hour.
pub(crate) fn clear_old(app: &App) {
    let Ok(found) = fs::read_dir(folder(app)) else { return };
    for entry in found.flatten() {
        let made = entry.metadata().and_then(|data| data.modified()).ok();
        let made = made.and_then(|at| Timestamp::try_from(at).ok());
        if made.is_some_and(|made| app.edge.now().duration_since(made) > KEPT) {
            let _ = fs::remove_file(entry.path());
        }
    }
}
