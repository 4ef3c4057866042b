//! A table as dated rules see it: one year of it, ages and labels judged on several days.

use std::collections::{BTreeMap, btree_map::Entry};

use columnar::{Population, Results};
use domain::indicators::{Dictionary, Item};
use ingest::ReadOptions;
use jiff::civil::Date;

use crate::{Evaluated, Reading, RunProblem, insist_readable};

/// The enterprises as seen on each day that rules judge on.
pub(crate) type Populations = BTreeMap<Date, Population>;

/// A table and the year of it that is looked at.
pub(crate) struct YearTable {
    table: ingest::Table,
    period: Option<i32>,
    /// The year looked at.
    pub(crate) year: i32,
}

impl YearTable {
    /// The year asked for, else the latest, else the one before `on`.
    pub(crate) fn read(reading: &Reading, dictionary: &Dictionary, on: Date) -> Result<Self, RunProblem> {
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
        let year = period.unwrap_or_else(|| i32::from(on.year()) - 1);
        Ok(Self { table, period, year })
    }

    /// The sheet that was read, and what is doubtful in it but not wrong.
    pub(crate) fn about(self) -> (Option<String>, ingest::Problems) {
        (self.table.sheet, self.table.warnings)
    }

    /// The enterprises as seen on each of the days.
    pub(crate) fn populations(
        &self,
        dictionary: &Dictionary,
        days: impl Iterator<Item = Date>,
    ) -> Result<Populations, RunProblem> {
        let mut populations = Populations::new();
        for day in days {
            if let Entry::Vacant(place) = populations.entry(day) {
                let seen = Population::new(self.table.batch.clone(), dictionary, self.period, day);
                place.insert(seen.map_err(RunProblem::Population)?);
            }
        }
        Ok(populations)
    }
}

/// The last day of a year.
pub(crate) fn year_end(year: i32, otherwise: Date) -> Date {
    i16::try_from(year).ok().and_then(|year| Date::new(year, 12, 31).ok()).unwrap_or(otherwise)
}

/// The items of all dictionaries; of an item that stands in several, the first.
pub(crate) fn all_items<'d>(dictionaries: impl Iterator<Item = &'d Dictionary>) -> Dictionary {
    let mut items: Vec<Item> = Vec::new();
    for item in dictionaries.flat_map(Dictionary::items) {
        if !items.iter().any(|known| known.code == item.code) {
            items.push(item.clone());
        }
    }
    Dictionary::new(items)
}

/// What an evaluation found before, in the order of the table.
pub(crate) fn evaluated_of(populations: &Populations, evaluated: &dyn Fn(&str) -> Evaluated) -> Results {
    let mut results = Results::default();
    let Some(population) = populations.values().next() else { return results };
    for index in 0..population.len() {
        let one = evaluated(&population.id(index).unwrap_or_default());
        results.points.push(one.points);
        results.stages.push(one.stage);
        results.grades.push(one.grade);
    }
    results
}
