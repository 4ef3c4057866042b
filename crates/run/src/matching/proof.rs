//! The receipt of matching, and running it again.

use std::path::{Path, PathBuf};

use columnar::Options;
use domain::policies::{Fen, Standing};
use formula::Language;
use receipt::{
    Engine, FilePart, Hasher, InputPart, MatchOutputPart, MatchReceipt, MatchResultsPart, PolicyPart,
    ReceiptError, SchemePart, absolute_from, hash_file,
};

use super::{MatchJob, MatchMaking, MatchRun, matches_file};
use crate::{
    Difference, Reading, RunProblem, Scratch, Written,
    files::absolute,
    language_word,
    results::{file_part, rule_files},
    status_word,
};

/// The hash of standings, claims and grants of every policy: independent of the file they are written to.
#[must_use]
pub fn hash_matches(run: &MatchRun) -> String {
    let mut hasher = Hasher::new();
    hasher.text("matches/1").text(&run.on.to_string()).text(&run.ids().join("\n"));
    for ((one, matched), settled) in run.policies.iter().zip(&run.matched).zip(&run.settled) {
        hasher.text(&one.value.code).text(&one.value.version);
        let standings: Vec<u8> = matched.standings.iter().map(|standing| *standing as u8).collect();
        hasher.part(&standings);
        let rows = matched.claims.claims.iter().zip(&settled.grants);
        let bytes: Vec<u8> = rows
            .flat_map(|(claim, grant)| {
                let amounts = [i64::from(claim.enterprise), claim.amount.0, grant.amount.0];
                amounts.map(i64::to_le_bytes).concat()
            })
            .collect();
        hasher.part(&bytes);
    }
    hasher.finish()
}

/// The receipt, to be written to `receipt`, of matches that were written to `output`.
///
/// # Errors
/// That a file it names cannot be read.
pub fn match_receipt_of(
    job: &MatchJob,
    run: &MatchRun,
    output: &Written,
    receipt: &Path,
    making: &MatchMaking<'_>,
) -> Result<MatchReceipt, RunProblem> {
    let folder = absolute(receipt)?.parent().map(Path::to_owned).unwrap_or_default();
    let policies = run.policies.iter().zip(&run.paths).enumerate().map(|(index, (one, path))| {
        Ok(PolicyPart {
            code: one.value.code.clone(),
            name: one.value.name.zh.clone(),
            version: one.value.version.clone(),
            status: status_word(one.value.status).to_owned(),
            files: rule_files(&folder, path, &one.files)?,
            entitled: run.matched[index].standings.iter().filter(|each| **each == Standing::Entitled).count()
                as u64,
            granted: run.settled[index].granted.to_string(),
        })
    });
    let scheme = job.scheme.as_ref().zip(run.scheme.as_ref()).map(|(path, scheme)| {
        Ok::<_, RunProblem>(SchemePart {
            code: scheme.value.code.clone(),
            name: scheme.value.name.zh.clone(),
            version: scheme.value.version.clone(),
            status: status_word(scheme.value.status).to_owned(),
            in_force_on: scheme.value.in_force_on.to_string(),
            files: rule_files(&folder, path, &scheme.files)?,
        })
    });
    Ok(MatchReceipt {
        format: MatchReceipt::format(),
        engine: Engine { name: "jifen".to_owned(), version: env!("CARGO_PKG_VERSION").to_owned() },
        created_at: making.now.to_string(),
        created_by: making.by.to_owned(),
        on: run.on.to_string(),
        policies: policies.collect::<Result<_, RunProblem>>()?,
        scheme: scheme.transpose()?,
        input: InputPart {
            file: file_part(&folder, &job.reading.input, &job.reading.input)?,
            sheet: run.sheet.clone(),
            id_column: job.reading.id_column.clone(),
            period: run.period(),
            as_of: run.on.to_string(),
            enterprises: run.len() as u64,
        },
        results: MatchResultsPart {
            sha256: hash_matches(run),
            granted: run.settled.iter().map(|one| one.granted).sum::<Fen>().to_string(),
        },
        output: MatchOutputPart {
            file: file_part(&folder, &output.target, &output.beside)?,
            language: language_word(making.language).to_owned(),
        },
    })
}

/// A receipt of matching and where it lies.
pub struct OpenedMatch {
    /// What it says.
    pub receipt: MatchReceipt,
    folder: PathBuf,
}

impl OpenedMatch {
    /// Reads a receipt.
    ///
    /// # Errors
    /// That it cannot be read or is of another format.
    pub fn read(path: &Path) -> Result<Self, RunProblem> {
        let receipt = MatchReceipt::read(path)?;
        let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        Ok(Self { receipt, folder: folder.to_owned() })
    }

    fn place(&self, file: &FilePart) -> PathBuf {
        absolute_from(&self.folder, &file.path)
    }

    /// The job the receipt speaks of.
    ///
    /// # Errors
    /// That the receipt names no proper date.
    pub fn job(&self, options: Options) -> Result<MatchJob, RunProblem> {
        let input = &self.receipt.input;
        let first = |files: &[FilePart]| files.first().map(|file| self.place(file));
        let malformed = || ReceiptError::Malformed { path: self.folder.clone(), reason: "on".to_owned() };
        Ok(MatchJob {
            policies: self.receipt.policies.iter().filter_map(|one| first(&one.files)).collect(),
            on: self.receipt.on.parse().map_err(|_| malformed())?,
            reading: Reading {
                input: self.place(&input.file),
                sheet: input.sheet.clone(),
                period: input.period,
                as_of: None,
                id_column: input.id_column.clone(),
            },
            scheme: self.receipt.scheme.as_ref().and_then(|scheme| first(&scheme.files)),
            options,
        })
    }

    /// Rules or data that are not what they were: nothing can be run again from them.
    #[must_use]
    pub fn changed_sources(&self) -> Vec<Difference> {
        let mut changed: Vec<Difference> = Vec::new();
        for (what, file) in self.receipt.sources() {
            if let Some(difference) = self.difference(what, file)
                && !changed.contains(&difference)
            {
                changed.push(difference);
            }
        }
        changed
    }

    fn difference(&self, what: &'static str, file: &FilePart) -> Option<Difference> {
        let found = match hash_file(&self.place(file)) {
            Ok((sha256, _)) if sha256 == file.sha256 => return None,
            Ok((sha256, _)) => Some(sha256),
            Err(_) => None,
        };
        Some(Difference { what, name: file.path.clone(), expected: file.sha256.clone(), found })
    }

    /// What comes out differently in `run`, the receipt's job run again; the output file too.
    ///
    /// # Errors
    /// That the matches cannot be written once more for comparison.
    pub fn recomputed(&self, run: &MatchRun, options: &Options) -> Result<Vec<Difference>, RunProblem> {
        let output = &self.receipt.output;
        let mut found: Vec<Difference> = self.difference("output", &output.file).into_iter().collect();
        let pairs = [
            ("results", "sha256", &self.receipt.results.sha256, hash_matches(run)),
            ("output", output.file.path.as_str(), &output.file.sha256, self.rewritten(run, options)?),
        ];
        for (what, name, expected, now) in pairs {
            if *expected != now {
                let (name, expected) = (name.to_owned(), expected.clone());
                found.push(Difference { what, name, expected, found: Some(now) });
            }
        }
        Ok(found)
    }

    /// The hash of the output as it would be written now.
    fn rewritten(&self, run: &MatchRun, options: &Options) -> Result<String, RunProblem> {
        let output = &self.receipt.output;
        let target = self.place(&output.file);
        let making = MatchMaking {
            language: if output.language == "en" { Language::English } else { Language::Chinese },
            now: self.receipt.created_at.parse().unwrap_or_default(),
            by: &self.receipt.created_by,
        };
        let temporary = std::env::temp_dir();
        let copy = Scratch::below(&temporary).map_err(|error| RunProblem::file(&temporary, error))?;
        let name = target.file_name().unwrap_or_default();
        let written = matches_file(run, &copy.path().join(name), &making, options)?;
        let hashed = hash_file(written.beside()).map_err(|error| RunProblem::file(&target, error))?;
        Ok(hashed.0)
    }
}
