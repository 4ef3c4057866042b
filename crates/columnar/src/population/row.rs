//! The facts of one enterprise, as the exact evaluators see them.

use arrow::array::Array;
use formula::{Fact, Facts, ResultKind};
use jiff::civil::Date;

use super::Population;

/// One enterprise of a population.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    population: &'a Population,
    index: usize,
}

impl<'a> Row<'a> {
    pub(super) fn new(population: &'a Population, index: usize) -> Self {
        Self { population, index }
    }
}

impl Facts for Row<'_> {
    fn item(&self, code: &str, back: u8) -> Option<Fact> {
        let column = self.population.item(code)?;
        column.fact(self.population.periods().row(self.index, back)?)
    }

    fn as_of(&self) -> Date {
        self.population.as_of()
    }

    /// `None` where the table has no labels or the cell is empty: nobody has said that there are none.
    fn has_label(&self, label: &str) -> Option<bool> {
        let labels = self.population.labels()?;
        let row = self.population.periods().row(self.index, 0)?;
        labels.is_valid(row).then(|| labels.value(row).split(';').any(|held| held.trim() == label))
    }

    fn result(&self, _kind: ResultKind, _scheme: Option<&str>) -> Option<Fact> {
        None
    }
}
