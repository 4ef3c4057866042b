//! The computing part of a run: files in a scratch folder, no database.

use super::snapshot::{Snapshot, snapshot};
use crate::{batches::year_end, census::Census, contents, jobs::Progress, rules::Pinned};
use domain::indicators::Dictionary;
use formula::Language;
use jiff::Timestamp;
use receipt::{Receipt, hash_file};
use run::{
    Detail, Job, Making, Options, Outcome, RECEIPT, Reading, RunProblem, Scratch, Written, write_together,
};
use std::{
    collections::HashMap,
    path::{Path, PathBuf},
    sync::Arc,
};
use store::{enterprises::Label, runs::FrozenValues};

/// What a run is computed from.
pub(super) struct Material {
    pub(super) data: PathBuf,
    pub(super) dictionary: Arc<Dictionary>,
    pub(super) census: Census,
    pub(super) labels: HashMap<String, Vec<Label>>,
    pub(super) earlier: Vec<FrozenValues>,
    pub(super) year: i32,
    pub(super) scheme: String,
    pub(super) scheme_hash: String,
    /// Hash of the stored reference of the run that is corrected.
    pub(super) reference: Option<String>,
    pub(super) by: String,
    pub(super) now: Timestamp,
}

/// What came out, its files taken in.
pub(super) struct Made {
    pub(super) receipt: Receipt,
    pub(super) receipt_text: String,
    pub(super) calibration_hash: String,
    pub(super) outcomes: Vec<Outcome>,
    pub(super) frozen: Vec<FrozenValues>,
}

/// Why nothing came out.
pub(super) enum NotMade {
    Problem(RunProblem),
    /// The rule files set aside are not those the batch names.
    RulesChanged,
    /// Nobody takes part.
    Nobody,
    /// It is not wanted any more.
    Stopped,
}

impl<E: Into<RunProblem>> From<E> for NotMade {
    fn from(problem: E) -> Self {
        Self::Problem(problem.into())
    }
}

/// Stops where nothing was taken in yet.
fn go_on(progress: &Progress, done: usize) -> Result<(), NotMade> {
    progress.step(done).map_err(|_| NotMade::Stopped)
}

/// Computes.
pub(super) fn make(material: &Material, progress: &Progress) -> Result<Made, NotMade> {
    if material.census.members.is_empty() {
        return Err(NotMade::Nobody);
    }
    let at = |path: &Path| {
        let path = path.to_owned();
        move |error| RunProblem::file(&path, error)
    };
    let scratch = Scratch::below(&material.data).map_err(at(&material.data))?;
    let folder = scratch.path();
    let pinned = Pinned::of(&material.data, &material.scheme, &material.scheme_hash);
    let scheme = pinned.copy_to(&folder.join("rules")).map_err(at(&pinned.scheme))?;
    let as_of = year_end(material.year);
    let Snapshot { columns, rows, frozen } = snapshot(
        &material.census,
        &material.dictionary,
        material.year,
        &material.earlier,
        &material.labels,
        as_of,
    );
    let input = folder.join("snapshot.parquet");
    run::write_snapshot(&input, &material.dictionary, &columns, &rows)?;
    drop(rows);
    let calibration = folder.join("calibration.json");
    if let Some(hash) = &material.reference {
        std::fs::copy(contents::place(&material.data, hash), &calibration).map_err(at(&calibration))?;
    }
    let job = Job {
        scheme,
        reading: Reading {
            input,
            sheet: None,
            period: Some(material.year),
            as_of: Some(as_of),
            id_column: None,
        },
        rules_on: None,
        calibration: material.reference.as_ref().map(|_| calibration.clone()),
        options: Options::default(),
    };
    let prepared = job.prepare(as_of)?;
    if prepared.scheme.source_hash != material.scheme_hash {
        return Err(NotMade::RulesChanged);
    }
    go_on(progress, 1)?;
    let mut scored = job.score(prepared)?;
    go_on(progress, 2)?;
    let outcomes = run::outcomes(&scored).collect();
    let making =
        Making { language: Language::Chinese, detail: Detail::Full, now: material.now, by: &material.by };
    let mut files = vec![run::results_file(&mut scored, &folder.join("results.parquet"), &making)?];
    if material.reference.is_none() {
        let text = receipt::write_calibration(&scored.scheme.value, &scored.calibration);
        files.push(Written::text(&calibration, text.unwrap_or_default())?);
    }
    let place = folder.join(RECEIPT);
    let receipt = run::receipt_of(&job, &scored, &files[0], &place, &making)?;
    let receipt_text = receipt.to_json().unwrap_or_default();
    write_together(files)?;
    for file in receipt.files() {
        let path = receipt::absolute_from(folder, &file.path);
        if path != calibration {
            contents::take_in(&material.data, &path, &file.sha256).map_err(at(&path))?;
        }
    }
    let (calibration_hash, _) = hash_file(&calibration).map_err(at(&calibration))?;
    contents::take_in(&material.data, &calibration, &calibration_hash).map_err(at(&calibration))?;
    contents::settle(&material.data).map_err(at(&material.data))?;
    Ok(Made { receipt, receipt_text, calibration_hash, outcomes, frozen })
}
