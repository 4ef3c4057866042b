//! Runs that were opened: rules, reference and values in memory, so that a question about one enterprise costs no reading.

use crate::{
    app::App,
    contents,
    problem::{Code, Problem, Stop},
};
use ::run::{Job, Opened, Options, RECEIPT, Run, RunProblem, Scratch};
use receipt::absolute_from;
use std::{
    fs,
    path::Path,
    sync::{Arc, Mutex, PoisonError},
};
use store::runs::Run as Stored;

/// So many of a kind stay in memory: of a zone that is the current year with those before.
const MOST: usize = 6;

/// What was made of published runs, by their id, that asked for last at the end. A published run never changes, so neither
/// does what stands here.
pub(crate) struct Shelf<T>(Mutex<Vec<(String, Arc<T>)>>);

impl<T> Default for Shelf<T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl Shelf<Run> {
    /// The run, opened now or before.
    pub(crate) async fn open(&self, app: &App, stored: &Stored) -> Result<Arc<Run>, Stop> {
        if let Some(open) = self.find(&stored.id) {
            return Ok(open);
        }
        let (data, id) = (app.config.data.clone(), stored.id.clone());
        let (receipt, calibration) = (stored.receipt.clone(), stored.calibration_hash.clone());
        let opening = tokio::task::spawn_blocking(move || read(&data, &receipt, &calibration));
        let opened =
            opening.await.map_err(|error| closed(&id, &error))?.map_err(|error| closed(&id, &error))?;
        let opened = Arc::new(opened);
        self.put(id, &opened);
        Ok(opened)
    }
}

impl<T> Shelf<T> {
    /// What was made of the run `id`, if it is still here.
    pub(crate) fn find(&self, id: &str) -> Option<Arc<T>> {
        let mut open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let place = open.iter().position(|(known, _)| known == id)?;
        let found = open.remove(place);
        let made = Arc::clone(&found.1);
        open.push(found);
        Some(made)
    }

    /// Keeps what was made of the run `id`.
    pub(crate) fn put(&self, id: String, made: &Arc<T>) {
        let mut open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        open.retain(|(known, _)| *known != id);
        open.push((id, Arc::clone(made)));
        if open.len() > MOST {
            open.remove(0);
        }
    }
}

fn closed(id: &str, error: &dyn std::fmt::Display) -> Stop {
    tracing::error!(run = id, %error, "a run could not be opened");
    Problem::new(Code::InternalError).into()
}

/// Reads the run of `receipt` from the contents of `data` and scores it against its frozen reference.
fn read(data: &Path, receipt: &str, calibration: &str) -> Result<Run, RunProblem> {
    let scratch = Scratch::below(data).map_err(|error| RunProblem::file(data, error))?;
    let folder = scratch.path();
    let place = folder.join(RECEIPT);
    let copy = |hash: &str, to: &Path| {
        let made = to.parent().map_or(Ok(()), fs::create_dir_all);
        made.and_then(|()| fs::copy(contents::place(data, hash), to))
            .map_err(|error| RunProblem::file(to, error))
    };
    fs::write(&place, receipt).map_err(|error| RunProblem::file(&place, error))?;
    let opened = Opened::read(&place)?;
    let results = opened.receipt.output.file.sha256.clone();
    for file in opened.receipt.files().filter(|file| file.sha256 != results) {
        copy(&file.sha256, &absolute_from(folder, &file.path))?;
    }
    let reference = folder.join("reference.json");
    copy(calibration, &reference)?;
    let job = Job { calibration: Some(reference), ..opened.job(Options::with_threads(1))? };
    // Rules and period are named by the receipt: no day of today matters.
    let prepared = job.prepare(jiff::civil::Date::MIN)?;
    job.score(prepared)
}
