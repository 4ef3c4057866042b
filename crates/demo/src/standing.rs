//! Credit and misconduct as departments record them.

use crate::{cells::Cells, column::Column, profile::Profile, random::Random};

/// How often each register has an entry, in 1/10,000. Together about two enterprises in a hundred are vetoed.
const REGISTERS: [(Column, i64); 10] = [
    (Column::MajorAccident, 30),
    (Column::QualityAccident, 20),
    (Column::EnvironmentalViolation, 25),
    (Column::DataIncident, 8),
    (Column::DishonestDebtor, 45),
    (Column::ResearchMisconduct, 10),
    (Column::AbnormalOperation, 110),
    (Column::SeriousViolation, 20),
    (Column::TaxEvasion, 15),
    (Column::FalseDeclaration, 8),
];

/// Entries that also bar an application; all of them happened in the latest year.
const INCIDENTS: [Column; 3] =
    [Column::MajorAccident, Column::QualityAccident, Column::EnvironmentalViolation];

const ENVIRONMENT: [&str; 5] = ["green", "blue", "yellow", "red", "black"];
const ENVIRONMENT_SHARES: [i64; 5] = [280, 660, 45, 12, 3];

/// The standing of an enterprise: entries are of the latest year; earlier years were clean.
#[derive(Debug, Clone)]
pub(crate) struct Standing {
    entries: Vec<Column>,
    environment: &'static str,
}

impl Standing {
    pub(crate) fn draw(random: &mut Random) -> Self {
        let entries =
            REGISTERS.iter().filter(|(_, likely)| random.below(10_000) < *likely).map(|(column, _)| *column);
        let entries = entries.collect();
        Self { entries, environment: ENVIRONMENT[random.weighted(&ENVIRONMENT_SHARES)] }
    }

    /// Writes the standing of a year.
    pub(crate) fn fill(
        &self,
        cells: &mut Cells,
        random: &mut Random,
        profile: &Profile,
        year: i32,
        latest: bool,
    ) {
        for (column, _) in REGISTERS {
            cells.truth(column, latest && self.entries.contains(&column));
        }
        let incident = latest && INCIDENTS.iter().any(|column| self.entries.contains(column));
        cells.truth(Column::IncidentLastOrThisYear, incident);
        cells.truth(Column::IncidentWithinOneYear, incident);
        cells.text(Column::EnvironmentalCredit, self.environment);
        cells.text(Column::TaxCreditRating, self.tax_rating(random, profile, year));
    }

    /// New enterprises are rated M; those with a tax entry D.
    fn tax_rating(&self, random: &mut Random, profile: &Profile, year: i32) -> &'static str {
        if self.entries.contains(&Column::TaxEvasion) {
            return "D";
        }
        if profile.age_in(year) < 2 {
            return "M";
        }
        ["A", "B", "M", "C", "D"][random.weighted(&[30, 48, 16, 5, 1])]
    }
}

/// Writes a clean standing with a tax rating.
pub(crate) fn clean(cells: &mut Cells, tax_rating: &str) {
    for (column, _) in REGISTERS {
        cells.truth(column, false);
    }
    cells.truth(Column::IncidentLastOrThisYear, false);
    cells.truth(Column::IncidentWithinOneYear, false);
    cells.text(Column::EnvironmentalCredit, "blue");
    cells.text(Column::TaxCreditRating, tax_rating);
}
