//! Files of a run: written beside their final names, then renamed together.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
};

use domain::Status;
use formula::{Language, Sentence};
use jiff::Timestamp;
use receipt::{
    CalibrationPart, Engine, FilePart, InputPart, OutputPart, Receipt, ResultsPart, SchemePart,
    hash_calibration, hash_file, relative_to,
};

use super::hash_results;
use crate::{
    args::Detail,
    clock,
    exit::{Exit, Stop},
    run::{Job, Run},
};

/// A file that is complete but not yet under its final name. Dropped without [`write_together`], it is removed.
#[derive(Debug)]
pub struct Written {
    beside: PathBuf,
    target: PathBuf,
}

impl Written {
    /// Lets `write` fill a file beside `target`, with the same extension.
    ///
    /// # Errors
    /// What `write` says, or that the folder does not exist.
    pub fn with(target: &Path, write: impl FnOnce(&Path) -> Result<(), Stop>) -> Result<Self, Stop> {
        if target.is_dir() {
            return Err(Stop::file(target, &io::Error::from(io::ErrorKind::IsADirectory)));
        }
        let name = target.file_name().unwrap_or_default().to_string_lossy();
        let beside = target.with_file_name(format!(".{}-{name}", std::process::id()));
        let written = Self { beside, target: target.to_owned() };
        write(&written.beside)?;
        Ok(written)
    }

    /// A text file.
    ///
    /// # Errors
    /// That it cannot be written.
    pub fn text(target: &Path, text: String) -> Result<Self, Stop> {
        Self::with(target, |beside| {
            let write = || -> io::Result<()> {
                fs::write(beside, text)?;
                fs::File::open(beside)?.sync_all()
            };
            write().map_err(|error| Stop::file(target, &error))
        })
    }

    /// The name it will have.
    #[must_use]
    pub fn name(&self) -> String {
        self.target.file_name().unwrap_or_default().to_string_lossy().into_owned()
    }

    /// Where the bytes are now.
    #[must_use]
    pub fn beside(&self) -> &Path {
        &self.beside
    }
}

impl Drop for Written {
    fn drop(&mut self) {
        // After the rename there is nothing to remove.
        let _ = fs::remove_file(&self.beside);
    }
}

/// Gives every file its final name; the receipt comes last and so vouches for the others.
///
/// # Errors
/// That a name cannot be given; files renamed before stay, complete as they are.
pub fn write_together(files: Vec<Written>) -> Result<(), Stop> {
    for file in &files {
        fs::rename(&file.beside, &file.target).map_err(|error| Stop::file(&file.target, &error))?;
    }
    Ok(())
}

/// What the results say about themselves.
#[must_use]
pub fn results_info(run: &Run, language: Language, now: Timestamp) -> export::ResultsInfo {
    let scheme = &run.scheme.value;
    let period = run.population.period().map_or_else(String::new, |period| period.to_string());
    let (zh, en) = (&scheme.name.zh, scheme.name.in_language(Language::English));
    let title = if period.is_empty() {
        Sentence::new(zh.clone(), en)
    } else {
        Sentence::new(format!("{zh}（{period}年度）"), format!("{en} ({period})"))
    };
    export::ResultsInfo {
        title,
        scheme: scheme.name.clone(),
        version: scheme.version.clone(),
        status: scheme.status,
        receipt: made_from(
            &run.as_of.to_string(),
            &scheme.in_force_on.to_string(),
            &run.scheme.source_hash,
            now,
        ),
        summary: export::SummaryColumns {
            stages: scheme.stages.iter().map(|stage| stage.name.zh.clone()).collect(),
            grades: scheme.grades.iter().map(|grade| grade.code.clone()).collect(),
            ..export::SummaryColumns::default()
        },
        language,
        threads: THREADS,
    }
}

/// Threads for writing Parquet columns: the bytes never depend on it.
pub const THREADS: usize = 2;

/// What every file of results says about its making, line by line.
#[must_use]
pub fn made_from(as_of: &str, rules_on: &str, rules_hash: &str, now: Timestamp) -> Vec<(Sentence, String)> {
    vec![
        (Sentence::new("评价时点", "As of"), as_of.to_owned()),
        (Sentence::new("规则值取自", "Rule values of"), rules_on.to_owned()),
        (Sentence::new("规则文件哈希", "Hash of rule files"), rules_hash.to_owned()),
        (
            Sentence::new("程序版本", "Program version"),
            concat!("jifen ", env!("CARGO_PKG_VERSION")).to_owned(),
        ),
        (Sentence::new("生成时间", "Made at"), now.to_string()),
    ]
}

/// The receipt of a run whose results were written to `output`.
///
/// # Errors
/// That a file it names cannot be read.
pub fn receipt_of(
    job: &Job,
    run: &Run,
    output: &Written,
    receipt: &Path,
    detail: Detail,
    language: Language,
    now: Timestamp,
) -> Result<Receipt, Stop> {
    let folder = absolute(receipt)?.parent().map(Path::to_owned).unwrap_or_default();
    let scheme = &run.scheme.value;
    let part = |path: &Path| file_part(&folder, path, path);
    let mut files = vec![part(&job.scheme)?];
    for path in &run.scheme.files {
        let file = part(path)?;
        if file != files[0] {
            files.push(file);
        }
    }
    let results = hash_results(scheme, run);
    Ok(Receipt {
        format: Receipt::format(),
        engine: Engine { name: "jifen".to_owned(), version: env!("CARGO_PKG_VERSION").to_owned() },
        created_at: now.to_string(),
        created_by: clock::user(),
        scheme: SchemePart {
            code: scheme.code.clone(),
            name: scheme.name.zh.clone(),
            version: scheme.version.clone(),
            status: status_word(scheme.status).to_owned(),
            in_force_on: scheme.in_force_on.to_string(),
            files,
        },
        input: InputPart {
            file: part(&job.reading.input)?,
            sheet: run.sheet.clone(),
            id_column: job.reading.id_column.clone(),
            period: run.population.period(),
            as_of: run.as_of.to_string(),
            enterprises: run.population.len() as u64,
        },
        calibration: CalibrationPart {
            sha256: hash_calibration(scheme, &run.calibration),
            file: job.calibration.as_deref().map(part).transpose()?,
        },
        results,
        output: OutputPart {
            file: file_part(&folder, &output.target, &output.beside)?,
            language: language_word(language).to_owned(),
            detail: detail_word(detail).to_owned(),
        },
    })
}

/// How many are ranked, vetoed, without stage, and the hash of everything.
#[must_use]
pub fn results_part(run: &Run, sha256: String) -> ResultsPart {
    let count =
        |test: &dyn Fn(usize) -> bool| (0..run.scores.len()).filter(|&index| test(index)).count() as u64;
    ResultsPart {
        sha256,
        ranked: count(&|index| run.scores.places(index).is_some()),
        vetoed: count(&|index| run.scores.vetoed(index)),
        without_stage: count(&|index| run.scores.stage(index).is_none()),
    }
}

/// `path` as the receipt names it, with the hash of the bytes that are at `bytes_at` now.
fn file_part(folder: &Path, path: &Path, bytes_at: &Path) -> Result<FilePart, Stop> {
    let (sha256, bytes) = hash_file(bytes_at).map_err(|error| Stop::file(path, &error))?;
    Ok(FilePart { path: relative_to(folder, &absolute(path)?), sha256, bytes })
}

/// The absolute path without `.` and `..`; the folder must exist, the file need not.
fn absolute(path: &Path) -> Result<PathBuf, Stop> {
    let failed = |error: &io::Error| Stop::file(path, error);
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    let folder = match parent {
        Some(parent) => fs::canonicalize(parent).map_err(|error| failed(&error))?,
        None => env::current_dir().and_then(fs::canonicalize).map_err(|error| failed(&error))?,
    };
    Ok(folder.join(path.file_name().unwrap_or_default()))
}

/// Why a table could not be written. It was being written at `beside`; people know it as `target`.
#[must_use]
pub fn export_stop(target: &Path, beside: &Path, problem: &export::ExportProblem) -> Stop {
    let named = |text: &str| text.replace(&beside.display().to_string(), &target.display().to_string());
    let with_hint = |text: &str, hint: Option<&str>| match hint {
        Some(hint) => format!("{}\n  {hint}", named(text)),
        None => named(text),
    };
    let hint = problem.hint.as_ref();
    let message = Sentence::new(
        with_hint(&problem.message.zh, hint.map(|hint| hint.zh.as_str())),
        with_hint(&problem.message.en, hint.map(|hint| hint.en.as_str())),
    );
    Stop::with_details(Exit::File, message, serde_json::json!({"code": problem.code}))
}

/// `official` or `illustrative`.
#[must_use]
pub const fn status_word(status: Status) -> &'static str {
    match status {
        Status::Official => "official",
        Status::Illustrative => "illustrative",
    }
}

/// `zh` or `en`.
#[must_use]
pub const fn language_word(language: Language) -> &'static str {
    match language {
        Language::Chinese => "zh",
        Language::English => "en",
    }
}

/// `full` or `points`.
#[must_use]
pub const fn detail_word(detail: Detail) -> &'static str {
    match detail {
        Detail::Full => "full",
        Detail::Points => "points",
    }
}
