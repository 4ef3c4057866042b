//! What scoring, explaining and verifying share: read the rules, read the table, compute.

use std::path::{Path, PathBuf};

use columnar::{Options, Population, Scores};
use domain::{
    evaluation::Calibration,
    indicators::{Dictionary, Scheme},
};
use formula::Sentence;
use ingest::ReadOptions;
use jiff::civil::Date;
use rulebook::Loaded;

use crate::{
    args::Reading,
    clock,
    console::Console,
    exit::{Exit, Stop},
    problems::{remark_warnings, rules_stop, table_stop},
};

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
    /// Does it. Warnings are told on the way.
    ///
    /// # Errors
    /// Rules or tables with problems, files that cannot be read.
    pub fn run(&self, console: Console) -> Result<Run, Stop> {
        let first =
            load_scheme(&self.scheme, self.rules_on, self.reading.as_of.unwrap_or_else(clock::today))?;
        let progress = console.progress("读取数据", "reading the table");
        let read = read_population(&self.reading, &first.dictionary)?;
        drop(progress);
        let scheme = load_scheme(&self.scheme, self.rules_on, read.as_of)?;
        remark_warnings(&scheme.warnings, &read.warnings, console);
        let _progress = console.progress("计算积分", "scoring");
        let (calibration, scores) = match &self.calibration {
            None => columnar::calibrate_and_score(&scheme.value, &read.population, &self.options),
            Some(path) => {
                let stored =
                    receipt::read_calibration(path, &scheme.value).map_err(|error| receipt_stop(&error))?;
                let scores = columnar::score(&scheme.value, &stored, &read.population, &self.options);
                (stored, scores)
            }
        };
        let Read { population, sheet, as_of, .. } = read;
        Ok(Run { scheme, population, sheet, as_of, calibration, scores })
    }
}

impl Run {
    /// The row of an enterprise.
    ///
    /// # Errors
    /// [`Exit::NotFound`], with codes that look alike.
    pub fn find(&self, id: &str) -> Result<usize, Stop> {
        let wanted = id.trim();
        (0..self.population.len())
            .find(|&index| self.id(index) == wanted)
            .ok_or_else(|| self.not_found(wanted))
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

    fn not_found(&self, wanted: &str) -> Stop {
        let alike: Vec<String> = (0..self.population.len())
            .map(|index| self.id(index))
            .filter(|id| differs_little(id, wanted))
            .take(3)
            .collect();
        let (mut zh, mut en) =
            (format!("表中没有代码为{wanted}的企业"), format!("no enterprise {wanted} in the table"));
        if !alike.is_empty() {
            zh.push_str(&format!("；相近的有：{}", alike.join("、")));
            en.push_str(&format!("; similar: {}", alike.join(", ")));
        }
        Stop::new(Exit::NotFound, Sentence::new(zh, en))
    }
}

/// Whether two codes of one length differ in at most two places.
fn differs_little(left: &str, right: &str) -> bool {
    left.len() == right.len() && left.bytes().zip(right.bytes()).filter(|(a, b)| a != b).count() <= 2
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

/// Reads the table that `reading` names.
///
/// # Errors
/// Every problem of the table at once.
pub fn read_population(reading: &Reading, dictionary: &Dictionary) -> Result<Read, Stop> {
    insist_readable(&reading.input)?;
    let options = ReadOptions {
        period: reading.period,
        sheet: reading.sheet.clone(),
        id_column: reading.id_column.clone(),
        ..ReadOptions::default()
    };
    let table =
        ingest::read_table(&reading.input, dictionary, &options).map_err(|problems| table_stop(&problems))?;
    let period = reading.period.or_else(|| Population::latest_period(&table.batch));
    let as_of = reading.as_of.or_else(|| year_end(period)).unwrap_or_else(clock::today);
    let population = Population::new(table.batch, dictionary, period, as_of).map_err(|problems| {
        let text = |pick: fn(&Sentence) -> &String| {
            problems.iter().map(|problem| pick(&problem.sentence()).clone()).collect::<Vec<_>>().join("\n")
        };
        Stop::new(Exit::Problems, Sentence::new(text(|sentence| &sentence.zh), text(|sentence| &sentence.en)))
    })?;
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
pub fn load_scheme(path: &Path, chosen: Option<Date>, wanted: Date) -> Result<Loaded<Scheme>, Stop> {
    insist_readable(path)?;
    let date = chosen.unwrap_or_else(|| nearest_in_force(path, wanted));
    rulebook::load_scheme(path, date).map_err(|problems| rules_stop(&problems))
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

/// Says why a receipt or stored reference cannot be used.
#[must_use]
pub fn receipt_stop(error: &receipt::ReceiptError) -> Stop {
    use receipt::ReceiptError;
    match error {
        ReceiptError::Io { path, source } => Stop::file(path, source),
        ReceiptError::Malformed { path, reason } => Stop::new(
            Exit::Problems,
            Sentence::new(
                format!("{}：内容不完整或格式不对（{reason}）", path.display()),
                format!("{}: damaged or not of this format ({reason})", path.display()),
            ),
        ),
        ReceiptError::Format { path, found, expected } => Stop::new(
            Exit::Problems,
            Sentence::new(
                format!("{}：文件格式是{found}，这里需要{expected}", path.display()),
                format!("{}: the format is {found}, expected {expected}", path.display()),
            ),
        ),
        ReceiptError::OtherScheme { path, name } => Stop::new(
            Exit::Problems,
            Sentence::new(
                format!("{}：这份参照属于另一个方案（{name}）", path.display()),
                format!("{}: this reference belongs to another scheme ({name})", path.display()),
            ),
        ),
    }
}

/// A fault of the program itself: what was computed does not fit together.
#[must_use]
pub fn internal_stop(error: &dyn std::fmt::Display) -> Stop {
    Stop::new(
        Exit::Internal,
        Sentence::new(
            format!("程序内部出错（{error}），请报告"),
            format!("internal fault ({error}); please report it"),
        ),
    )
}

/// A file that is not there or may not be read is said as such, before anything else about it.
///
/// # Errors
/// [`Exit::File`].
pub fn insist_readable(path: &Path) -> Result<(), Stop> {
    std::fs::File::open(path).map(drop).map_err(|error| Stop::file(path, &error))
}
