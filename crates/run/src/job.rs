//! What is to be scored by what, and what came out.

use std::path::{Path, PathBuf};

use columnar::{Detail, Options, Population, Scores};
use domain::{
    evaluation::Calibration,
    indicators::{Dictionary, Scheme},
};
use ingest::ReadOptions;
use jiff::civil::Date;
use rulebook::Loaded;

use crate::RunProblem;

/// How a table is read.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The table: `.csv`, `.xlsx` or `.parquet`.
    pub input: PathBuf,
    /// Sheet of a workbook; `None` for the first with data.
    pub sheet: Option<String>,
    /// Year to evaluate; `None` for the latest in the table.
    pub period: Option<i32>,
    /// Day on which ages and labels are judged; `None` for the last day of the period.
    pub as_of: Option<Date>,
    /// Column that tells enterprises apart, where they have no credit code.
    pub id_column: Option<String>,
}

/// What is to be scored by what.
#[derive(Debug, Clone)]
pub struct Job {
    /// The scheme file.
    pub scheme: PathBuf,
    /// The table.
    pub reading: Reading,
    /// The date whose rule values apply, when it was chosen.
    pub rules_on: Option<Date>,
    /// A stored reference, when one is to be used.
    pub calibration: Option<PathBuf>,
    /// How many threads.
    pub options: Options,
}

/// Rules and table, read and fitting together.
pub struct Prepared {
    /// The scheme with its dictionary.
    pub scheme: Loaded<Scheme>,
    /// The table.
    pub read: Read,
}

/// A table as enterprises.
pub struct Read {
    /// The enterprises.
    pub population: Population,
    /// The sheet that was read.
    pub sheet: Option<String>,
    /// The day ages are judged on.
    pub as_of: Date,
    /// What is doubtful but not wrong.
    pub warnings: ingest::Problems,
}

/// A scored table with everything it was made from.
pub struct Run {
    /// The scheme with its dictionary.
    pub scheme: Loaded<Scheme>,
    /// The enterprises.
    pub population: Population,
    /// The sheet that was read.
    pub sheet: Option<String>,
    /// The day ages were judged on.
    pub as_of: Date,
    /// The reference.
    pub calibration: Calibration,
    /// The results.
    pub scores: Scores,
}

impl Job {
    /// Reads the rules and the table; `today` is the day where neither job nor table names one.
    ///
    /// # Errors
    /// Rules or tables with problems, files that cannot be read.
    pub fn prepare(&self, today: Date) -> Result<Prepared, RunProblem> {
        let first = load_scheme(&self.scheme, self.rules_on, self.reading.as_of.unwrap_or(today))?;
        let read = read_population(&self.reading, &first.dictionary, today)?;
        // The table may name a year whose rule values are others; mostly the rules that were read are the right ones.
        let day = self.rules_on.unwrap_or_else(|| nearest_in_force(&self.scheme, read.as_of));
        let scheme = if day == first.value.in_force_on {
            first
        } else {
            load_scheme(&self.scheme, Some(day), read.as_of)?
        };
        Ok(Prepared { scheme, read })
    }

    /// Calibrates (or takes the stored reference), scores and ranks; the values stay.
    ///
    /// # Errors
    /// A stored reference that cannot be used.
    pub fn score(&self, prepared: Prepared) -> Result<Run, RunProblem> {
        self.score_for(prepared, Detail::Full)
    }

    /// As [`Job::score`], for so much detail: where only points are wanted, the values are let go of on the way.
    ///
    /// # Errors
    /// A stored reference that cannot be used.
    pub fn score_for(&self, prepared: Prepared, wanted: Detail) -> Result<Run, RunProblem> {
        let Prepared { scheme, read: Read { mut population, sheet, as_of, .. } } = prepared;
        let (calibration, scores) = match &self.calibration {
            None if wanted == Detail::Points => {
                columnar::calibrate_and_score_releasing(&scheme.value, &mut population, &self.options)
            }
            None => columnar::calibrate_and_score(&scheme.value, &population, &self.options),
            Some(path) => {
                let stored = receipt::read_calibration(path, &scheme.value)?;
                let scores = columnar::score(&scheme.value, &stored, &population, &self.options);
                (stored, scores)
            }
        };
        Ok(Run { scheme, population, sheet, as_of, calibration, scores })
    }
}

impl Run {
    /// The same enterprises scored by another scheme, with the reference that they themselves make.
    #[must_use]
    pub fn by(&self, scheme: Loaded<Scheme>, options: &Options) -> Self {
        let population = self.population.clone();
        let (calibration, scores) = columnar::calibrate_and_score(&scheme.value, &population, options);
        Self { scheme, population, sheet: self.sheet.clone(), as_of: self.as_of, calibration, scores }
    }

    /// The row of an enterprise.
    #[must_use]
    pub fn row_of(&self, id: &str) -> Option<usize> {
        let wanted = id.trim();
        (0..self.population.len()).find(|&index| self.id(index) == wanted)
    }

    /// What tells enterprise `index` apart.
    #[must_use]
    pub fn id(&self, index: usize) -> String {
        self.population.id(index).unwrap_or_default()
    }

    /// 企业名称, where the table has it.
    #[must_use]
    pub fn name(&self, index: usize) -> Option<String> {
        self.population.text("name", index)
    }

    /// Up to three ids that look like `wanted`.
    #[must_use]
    pub fn alike(&self, wanted: &str) -> Vec<String> {
        alike(wanted, (0..self.population.len()).map(|index| self.id(index)))
    }
}

/// Up to three of `ids` that look like `wanted`.
#[must_use]
pub fn alike(wanted: &str, ids: impl Iterator<Item = String>) -> Vec<String> {
    ids.filter(|id| differs_little(id, wanted)).take(3).collect()
}

/// Whether two codes of one length differ in at most two places.
fn differs_little(left: &str, right: &str) -> bool {
    left.len() == right.len() && left.bytes().zip(right.bytes()).filter(|(a, b)| a != b).count() <= 2
}

/// Reads the table that `reading` names; `today` is the as-of day where nothing says another.
///
/// # Errors
/// Every problem of the table at once.
pub fn read_population(reading: &Reading, dictionary: &Dictionary, today: Date) -> Result<Read, RunProblem> {
    insist_readable(&reading.input)?;
    let options = ReadOptions {
        period: reading.period,
        sheet: reading.sheet.clone(),
        id_column: reading.id_column.clone(),
        ..ReadOptions::default()
    };
    let table = ingest::read_table(&reading.input, dictionary, &options)
        .map_err(|problems| RunProblem::Table(Box::new(problems)))?;
    let period = reading.period.or_else(|| Population::latest_period(&table.batch));
    let as_of = reading.as_of.or_else(|| year_end(period)).unwrap_or(today);
    let population =
        Population::new(table.batch, dictionary, period, as_of).map_err(RunProblem::Population)?;
    Ok(Read { population, sheet: table.sheet, as_of, warnings: table.warnings })
}

fn year_end(period: Option<i32>) -> Option<Date> {
    let year = i16::try_from(period?).ok()?;
    Date::new(year, 12, 31).ok()
}

/// Loads a scheme for `chosen`, or for the day in force nearest to `wanted`: last year's figures are usually scored by a
/// scheme that came into force this year.
///
/// # Errors
/// Every problem of the file at once.
pub fn load_scheme(path: &Path, chosen: Option<Date>, wanted: Date) -> Result<Loaded<Scheme>, RunProblem> {
    insist_readable(path)?;
    let date = chosen.unwrap_or_else(|| nearest_in_force(path, wanted));
    rulebook::load_scheme(path, date).map_err(RunProblem::Rules)
}

/// The day a rule file is in force that is nearest to `wanted`; `wanted` itself when the file does not say.
#[must_use]
pub fn nearest_in_force(path: &Path, wanted: Date) -> Date {
    match rulebook::days_in_force(path) {
        Some((from, _)) if wanted < from => from,
        Some((_, Some(until))) if wanted > until => until,
        _ => wanted,
    }
}

/// A file that is not there or may not be read is said as such, before anything else about it.
///
/// # Errors
/// [`RunProblem::File`].
pub fn insist_readable(path: &Path) -> Result<(), RunProblem> {
    std::fs::File::open(path).map(drop).map_err(|error| RunProblem::file(path, error))
}
