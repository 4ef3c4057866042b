//! The results of a run as a file, and the receipt that vouches for it.

use std::path::{Path, PathBuf};

use columnar::Detail;
use domain::Status;
use formula::{Language, Sentence};
use jiff::Timestamp;
use receipt::{
    CalibrationPart, Engine, FilePart, InputPart, OutputPart, Receipt, ResultsPart, SchemePart,
    hash_calibration, hash_file, relative_to,
};

use crate::{Job, Run, RunProblem, Written, files::absolute, hash_results};

/// Threads for writing Parquet columns: the bytes never depend on it.
pub const THREADS: usize = 2;

/// Who writes results, when, and how they look.
#[derive(Debug, Clone, Copy)]
pub struct Making<'a> {
    /// Language of headings.
    pub language: Language,
    /// Which columns.
    pub detail: Detail,
    /// When.
    pub now: Timestamp,
    /// Who, as the operating system or the server knows them.
    pub by: &'a str,
}

/// The results as a file not yet in its place. The enterprises' values are let go of: writing takes memory too.
///
/// # Errors
/// That the file cannot be written.
pub fn results_file(run: &mut Run, output: &Path, making: &Making<'_>) -> Result<Written, RunProblem> {
    let batch = run.scores.to_record_batch(&run.scheme.value, &run.population, making.detail);
    run.population.release_values();
    let info = results_info(run, making.language, making.now);
    Written::with(output, |beside| {
        export::write_results(&batch, &info, beside).map_err(|problem| RunProblem::Export {
            target: output.to_owned(),
            beside: beside.to_owned(),
            problem: Box::new(problem),
        })
    })
}

/// What the results say about themselves.
fn results_info(run: &Run, language: Language, now: Timestamp) -> export::ResultsInfo {
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

/// The receipt, to be written to `receipt`, of a run whose results were written to `output`.
///
/// # Errors
/// That a file it names cannot be read.
pub fn receipt_of(
    job: &Job,
    run: &Run,
    output: &Written,
    receipt: &Path,
    making: &Making<'_>,
) -> Result<Receipt, RunProblem> {
    let folder = absolute(receipt)?.parent().map(Path::to_owned).unwrap_or_default();
    let scheme = &run.scheme.value;
    let part = |path: &Path| file_part(&folder, path, path);
    Ok(Receipt {
        format: Receipt::format(),
        engine: Engine { name: "jifen".to_owned(), version: env!("CARGO_PKG_VERSION").to_owned() },
        created_at: making.now.to_string(),
        created_by: making.by.to_owned(),
        scheme: SchemePart {
            code: scheme.code.clone(),
            name: scheme.name.zh.clone(),
            version: scheme.version.clone(),
            status: status_word(scheme.status).to_owned(),
            in_force_on: scheme.in_force_on.to_string(),
            files: rule_files(&folder, &job.scheme, &run.scheme.files)?,
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
        results: results_part(run, hash_results(run)),
        output: OutputPart {
            file: file_part(&folder, &output.target, &output.beside)?,
            language: language_word(making.language).to_owned(),
            detail: detail_word(making.detail).to_owned(),
        },
    })
}

/// The scheme file first, then every file it was read from.
pub(crate) fn rule_files(folder: &Path, scheme: &Path, all: &[PathBuf]) -> Result<Vec<FilePart>, RunProblem> {
    let mut files = vec![file_part(folder, scheme, scheme)?];
    for path in all {
        let file = file_part(folder, path, path)?;
        if file != files[0] {
            files.push(file);
        }
    }
    Ok(files)
}

/// How many are ranked, vetoed, without stage, and the hash of everything.
fn results_part(run: &Run, sha256: String) -> ResultsPart {
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
pub(crate) fn file_part(folder: &Path, path: &Path, bytes_at: &Path) -> Result<FilePart, RunProblem> {
    let (sha256, bytes) = hash_file(bytes_at).map_err(|error| RunProblem::file(path, error))?;
    Ok(FilePart { path: relative_to(folder, &absolute(path)?), sha256, bytes })
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
