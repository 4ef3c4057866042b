//! 培育库: everybody of a table on every rung whose rules are in force, and each one in detail when asked for.

use std::path::PathBuf;

use columnar::{Options, Population, Standing, stand};
use domain::{
    cultivation::{Application, Assessment, Ladder, Row, assess, missing_of_year, rows_of_year},
    indicators::Dictionary,
};
use formula::{Facts, Missing, Sentence};
use receipt::{Hasher, Sha256Hex};
use rulebook::{Files, Loaded, Rung, load_ladder_from, load_rungs_from};

use crate::{Read, Reading, RunProblem, read_population};

/// A rung without rules on the day of application.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// The rung's code.
    pub rung: String,
    /// What its latest rules call it.
    pub name: Sentence,
    /// When its rules come into force or went out of it.
    pub days: (jiff::civil::Date, Option<jiff::civil::Date>),
}

/// The rules that an application goes by, from the lowest rung up.
#[derive(Debug)]
pub struct Rungs {
    /// One per rung in force.
    pub ladders: Vec<Loaded<Ladder>>,
    /// The others.
    pub left_out: Vec<LeftOut>,
    /// The day and the occasion.
    pub application: Application,
}

impl Rungs {
    /// Chooses among the ladder files `named` of `files`.
    ///
    /// # Errors
    /// Every problem of the files.
    pub fn choose(
        files: &dyn Files,
        named: &[PathBuf],
        application: Application,
    ) -> Result<Self, RunProblem> {
        let mut chosen = Self { ladders: Vec::new(), left_out: Vec::new(), application };
        for rung in load_rungs_from(files, named).map_err(RunProblem::Rules)? {
            match rung.version_for(application) {
                Some(version) => {
                    let loaded = load_ladder_from(files, &version.path, application);
                    chosen.ladders.push(loaded.map_err(RunProblem::Rules)?);
                }
                None => chosen.left_out.extend(left_out(&rung)),
            }
        }
        chosen.ladders = branch_by_branch(chosen.ladders);
        Ok(chosen)
    }

    /// What was chosen, as a hash: texts of the files, day and occasion.
    #[must_use]
    pub fn hash(&self) -> Sha256Hex {
        let mut hasher = Hasher::new();
        hasher.text("rungs/1").text(&self.application.on.to_string());
        hasher.text(&self.application.occasion.sentence().en);
        for one in &self.ladders {
            hasher.text(&one.value.code).text(&one.source_hash);
        }
        hasher.finish()
    }
}

/// As people draw it: each rung behind those it stands on, a branch at a time, those of the whole country first and of
/// these the oldest.
fn branch_by_branch(mut waiting: Vec<Loaded<Ladder>>) -> Vec<Loaded<Ladder>> {
    let mut ordered: Vec<Loaded<Ladder>> = Vec::with_capacity(waiting.len());
    while !waiting.is_empty() {
        let stands = |one: &Ladder| !waiting.iter().any(|other| one.after.contains(&other.value.rung));
        let last = ordered.last().map(|one| one.value.rung.clone());
        let ready = waiting.iter().enumerate().filter(|(_, one)| stands(&one.value));
        let next = ready.min_by_key(|(at, one)| {
            let goes_on = last.as_ref().is_some_and(|last| one.value.after.contains(last));
            (!goes_on, one.value.place.is_some(), one.value.in_force.from, *at)
        });
        // Rungs in a circle come as they are.
        let next = next.map_or(0, |(at, _)| at);
        ordered.push(waiting.remove(next));
    }
    ordered
}

fn left_out(rung: &Rung) -> Option<LeftOut> {
    let latest = rung.versions.last()?;
    let name = Sentence::new(latest.name.zh.clone(), latest.name.in_language(formula::Language::English));
    Some(LeftOut { rung: rung.code.clone(), name, days: (latest.in_force.from, latest.in_force.until) })
}

/// Everybody of a table on every rung.
#[derive(Debug)]
pub struct Library {
    /// The rules.
    pub rungs: Rungs,
    /// For each enterprise, in the order of the table: its standing on each rung, without words.
    pub standings: Vec<Vec<Standing>>,
    population: Population,
    dictionary: Dictionary,
    /// Of the data, where one was asked for.
    year: Option<i32>,
}

impl Library {
    /// Reads the table; nobody is judged yet. Ages are judged on the day of application.
    ///
    /// # Errors
    /// Every problem of the table.
    pub fn read(rungs: Rungs, dictionary: &Dictionary, reading: &Reading) -> Result<Self, RunProblem> {
        let on = rungs.application.on;
        let reading = Reading { as_of: Some(on), ..reading.clone() };
        let year = reading.period;
        let Read { population, .. } = read_population(&reading, dictionary, on)?;
        Ok(Self { standings: Vec::new(), population, dictionary: dictionary.clone(), year, rungs })
    }

    /// Holds everybody against every rung.
    #[must_use]
    pub fn judge(mut self, options: &Options) -> Self {
        let ladders: Vec<&Ladder> = self.rungs.ladders.iter().map(|one| &one.value).collect();
        self.standings = stand(&ladders, &self.population, options);
        self
    }

    /// How many enterprises there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.population.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.population.is_empty()
    }

    /// What tells enterprise `index` apart: its credit code.
    #[must_use]
    pub fn id(&self, index: usize) -> String {
        self.population.id(index).unwrap_or_default()
    }

    /// A value of enterprise `index` as text, e.g. its `park`.
    #[must_use]
    pub fn text(&self, item: &str, index: usize) -> Option<String> {
        self.population.text(item, index)
    }

    /// The facts of enterprise `index`.
    #[must_use]
    pub fn facts(&self, index: usize) -> impl Facts + '_ {
        self.population.row(index)
    }

    /// What is missing, by name and year.
    #[must_use]
    pub fn missing(&self, missing: &Missing) -> Sentence {
        missing_of_year(missing, &self.dictionary, self.year)
    }

    /// The data dictionary.
    #[must_use]
    pub fn dictionary(&self) -> &Dictionary {
        &self.dictionary
    }

    /// Enterprise `index` against rung `rung`, in full.
    #[must_use]
    pub fn assessment(&self, rung: usize, index: usize) -> Assessment {
        assess(&self.rungs.ladders[rung].value, &self.population.row(index))
    }

    /// The same line by line.
    #[must_use]
    pub fn rows(&self, rung: usize, assessment: &Assessment) -> Vec<Row> {
        rows_of_year(&self.rungs.ladders[rung].value, assessment, &self.dictionary, self.year)
    }

    /// The standing with what is lacking in words.
    #[must_use]
    pub fn standing(&self, rung: usize, index: usize) -> Standing {
        Standing::of(&self.rungs.ladders[rung].value, &self.assessment(rung, index))
    }

    /// 测算码: the rules, the table (by its hash) and how everybody stands. Whoever computes the same gets the same.
    #[must_use]
    pub fn code(&self, table: &str) -> Sha256Hex {
        let mut hasher = Hasher::new();
        hasher.text("library/1").text(&self.rungs.hash()).text(table);
        for (index, stands) in self.standings.iter().enumerate() {
            hasher.text(&self.id(index));
            for one in stands {
                hasher.text(&one.verdict.sentence().en);
                let short = one.short.map_or(String::new(), |short| short.to_string());
                hasher.text(&short).text(&one.unknown.to_string());
                hasher.text(&one.points.map_or(String::new(), |points| points.to_string()));
            }
        }
        hasher.finish()
    }
}
