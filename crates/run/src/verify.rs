//! A receipt run again, and what differs.

use std::path::{Path, PathBuf};

use columnar::{Detail, Options};
use formula::Language;
use receipt::{FilePart, Receipt, ReceiptError, absolute_from, hash_calibration, hash_file};

use crate::{
    Job, Making, Reading, Run, RunProblem, Scratch,
    bundle::{RECEIPT, is_bundle, unpack},
    hash_results, results_file,
};

/// A receipt and where it lies.
pub struct Opened {
    /// What it says.
    pub receipt: Receipt,
    folder: PathBuf,
    /// A bundle is unpacked here; gone with this value.
    _unpacked: Option<Scratch>,
}

/// Something that is not what the receipt says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// `rules`, `input`, `output`, `calibration` or `results`.
    pub what: &'static str,
    /// The file as the receipt names it.
    pub name: String,
    /// The hash in the receipt.
    pub expected: String,
    /// The hash now; `None` when the file is gone.
    pub found: Option<String>,
}

impl Opened {
    /// Reads a receipt, or a run exported as one file.
    ///
    /// # Errors
    /// That it cannot be read or is of another format.
    pub fn read(path: &Path) -> Result<Self, RunProblem> {
        if is_bundle(path) {
            let unpacked = unpack(path)?;
            let folder = unpacked.path().to_owned();
            let receipt = Receipt::read(&folder.join(RECEIPT))?;
            return Ok(Self { receipt, folder, _unpacked: Some(unpacked) });
        }
        let receipt = Receipt::read(path)?;
        let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        Ok(Self { receipt, folder: folder.to_owned(), _unpacked: None })
    }

    fn place(&self, file: &FilePart) -> PathBuf {
        absolute_from(&self.folder, &file.path)
    }

    /// The job the receipt speaks of.
    ///
    /// # Errors
    /// That the receipt names no rule file or no proper date.
    pub fn job(&self, options: Options) -> Result<Job, RunProblem> {
        let malformed = |what: &str| {
            RunProblem::from(ReceiptError::Malformed { path: self.folder.clone(), reason: what.to_owned() })
        };
        let input = &self.receipt.input;
        let scheme = self.receipt.scheme.files.first().ok_or_else(|| malformed("scheme.files"))?;
        Ok(Job {
            scheme: self.place(scheme),
            reading: Reading {
                input: self.place(&input.file),
                sheet: input.sheet.clone(),
                period: input.period,
                as_of: Some(input.as_of.parse().map_err(|_| malformed("input.as_of"))?),
                id_column: input.id_column.clone(),
            },
            rules_on: Some(
                self.receipt.scheme.in_force_on.parse().map_err(|_| malformed("scheme.in_force_on"))?,
            ),
            calibration: self.receipt.calibration.file.as_ref().map(|file| self.place(file)),
            options,
        })
    }

    /// Every file the receipt names that is not what it was, without running anything.
    #[must_use]
    pub fn changed_files(&self) -> Vec<Difference> {
        let receipt = &self.receipt;
        let rules = receipt.scheme.files.iter().map(|file| ("rules", file));
        let others =
            [("input", Some(&receipt.input.file)), ("calibration", receipt.calibration.file.as_ref())];
        rules
            .chain(others.into_iter().filter_map(|(what, file)| Some((what, file?))))
            .chain([("output", &receipt.output.file)])
            .filter_map(|(what, file)| self.difference(what, file))
            .collect()
    }

    /// Rules, data or reference that are not what they were: nothing can be run again from them.
    #[must_use]
    pub fn changed_sources(&self) -> Vec<Difference> {
        self.changed_files().into_iter().filter(|difference| difference.what != "output").collect()
    }

    fn difference(&self, what: &'static str, file: &FilePart) -> Option<Difference> {
        let found = match hash_file(&self.place(file)) {
            Ok((sha256, _)) if sha256 == file.sha256 => return None,
            Ok((sha256, _)) => Some(sha256),
            Err(_) => None,
        };
        Some(Difference { what, name: file.path.clone(), expected: file.sha256.clone(), found })
    }

    /// What comes out differently in `run`, the receipt's job run again.
    ///
    /// # Errors
    /// That the results cannot be written once more for comparison.
    pub fn recomputed(&self, run: &mut Run) -> Result<Vec<Difference>, RunProblem> {
        let receipt = &self.receipt;
        let calibration = hash_calibration(&run.scheme.value, &run.calibration);
        let results = hash_results(run);
        let output = self.rewritten(run)?;
        let pairs = [
            ("calibration", "sha256", &receipt.calibration.sha256, calibration),
            ("results", "sha256", &receipt.results.sha256, results),
            ("output", receipt.output.file.path.as_str(), &receipt.output.file.sha256, output),
        ];
        Ok(pairs
            .into_iter()
            .filter(|(_, _, expected, found)| *expected != found)
            .map(|(what, name, expected, found)| Difference {
                what,
                name: name.to_owned(),
                expected: expected.clone(),
                found: Some(found),
            })
            .collect())
    }

    /// The hash of the results file as it would be written now.
    fn rewritten(&self, run: &mut Run) -> Result<String, RunProblem> {
        let output = &self.receipt.output;
        let target = self.place(&output.file);
        let making = Making {
            language: if output.language == "en" { Language::English } else { Language::Chinese },
            detail: if output.detail == "points" { Detail::Points } else { Detail::Full },
            now: self.receipt.created_at.parse().unwrap_or_default(),
            by: &self.receipt.created_by,
        };
        let name = target.file_name().unwrap_or_default();
        let temporary = std::env::temp_dir();
        let copy = Scratch::below(&temporary).map_err(|error| RunProblem::file(&temporary, error))?;
        let written = results_file(run, &copy.path().join(name), &making)?;
        let hashed = hash_file(written.beside()).map_err(|error| RunProblem::file(&target, error))?;
        Ok(hashed.0)
    }
}
