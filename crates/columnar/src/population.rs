//! The enterprises to score: a table of rows by enterprise and period, read through the data dictionary.

mod column;
pub(crate) mod periods;
mod problem;
mod row;

use std::collections::HashMap;

use arrow::{
    array::{Array, ArrayRef, AsArray, RecordBatch, StringArray},
    datatypes::DataType,
};
use domain::indicators::{Dictionary, ItemKind};
use formula::Type;
use jiff::civil::Date;

pub(crate) use column::Column;
pub(crate) use periods::NO_ROW;
use periods::Periods;
pub use problem::PopulationProblem;
pub use row::Row;

/// The enterprises of one period, with the earlier periods their rules look back to.
///
/// The table has one row per enterprise and period and one column per item, named by its code: numbers `Float64` in the
/// item's own unit (a double means its shortest decimal text), `Decimal128` where that does not do, whole numbers of
/// any integer type; truths `Boolean`; texts `Utf8` or a dictionary of it; dates `Date32`. `period` (whole numbers)
/// and `labels` (`Utf8`, separated by `;`) are optional. Credit codes are unique within a period: `ingest` sees to it.
#[derive(Debug, Clone)]
pub struct Population {
    batch: RecordBatch,
    periods: Periods,
    columns: HashMap<String, Column>,
    kinds: HashMap<String, Type>,
    labels: Option<StringArray>,
    key: Option<String>,
    as_of: Date,
}

impl Population {
    /// Reads `batch`; scores `period`, or the latest there is. Ages and validities are judged on `as_of`.
    ///
    /// # Errors
    /// Every reason why the table cannot be read, at once.
    pub fn new(
        batch: RecordBatch,
        dictionary: &Dictionary,
        period: Option<i32>,
        as_of: Date,
    ) -> Result<Self, Vec<PopulationProblem>> {
        let mut problems = Vec::new();
        if batch.num_rows() == 0 {
            problems.push(PopulationProblem::NoRows);
        }
        let columns = read_columns(&batch, dictionary, &mut problems);
        let labels = labels_column(&batch, dictionary).and_then(column::texts);
        let key = key_column(&batch, dictionary);
        let periods = match Periods::new(&batch, key.as_deref(), period) {
            Ok(periods) if problems.is_empty() => periods,
            Ok(_) => return Err(problems),
            Err(problem) => {
                problems.push(problem);
                return Err(problems);
            }
        };
        let kinds = dictionary.items().iter().map(|item| (item.code.clone(), item.formula_type())).collect();
        Ok(Self { batch, periods, columns, kinds, labels, key, as_of })
    }

    /// How many enterprises are scored.
    #[must_use]
    pub fn len(&self) -> usize {
        self.periods.count()
    }

    /// Whether there is nobody to score; never true for a population that was read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The period scored; `None` when neither the table nor the caller named one.
    #[must_use]
    pub fn period(&self) -> Option<i32> {
        self.periods.period
    }

    /// The facts of enterprise `index`, exactly.
    #[must_use]
    pub fn row(&self, index: usize) -> Row<'_> {
        Row::new(self, index)
    }

    /// The name of the column that tells enterprises apart.
    #[must_use]
    pub fn key(&self) -> Option<&str> {
        self.key.as_deref()
    }

    /// A column of the table for the enterprises scored, by its name.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<ArrayRef> {
        let column = self.batch.column_by_name(name)?;
        let Some(rows) = self.periods.rows_back(0) else { return Some(column.clone()) };
        let rows = arrow::array::UInt32Array::from(rows.to_vec());
        arrow::compute::take(column, &rows, None).ok()
    }

    /// What tells enterprise `index` apart, as text.
    #[must_use]
    pub fn id(&self, index: usize) -> Option<String> {
        self.text(self.key()?, index)
    }

    /// What tells each enterprise apart, in their order, without a copy; `None` when the key is not a column of texts.
    #[must_use]
    pub fn ids(&self) -> Option<Vec<&str>> {
        let texts = self.batch.column_by_name(self.key()?)?.as_string_opt::<i32>()?;
        let id = |index: usize| {
            let row = self.periods.row(index, 0)?;
            Some(if texts.is_valid(row) { texts.value(row) } else { "" })
        };
        (0..self.len()).map(id).collect()
    }

    /// The value of enterprise `index` in any column of the table, as text; `None` when there is none.
    #[must_use]
    pub fn text(&self, name: &str, index: usize) -> Option<String> {
        let column = self.batch.column_by_name(name)?;
        let row = self.periods.row(index, 0)?;
        if let Some(texts) = column.as_string_opt::<i32>() {
            return texts.is_valid(row).then(|| texts.value(row).to_owned());
        }
        let value = arrow::compute::cast(&column.slice(row, 1), &DataType::Utf8).ok()?;
        value.is_valid(0).then(|| value.as_string::<i32>().value(0).to_owned())
    }

    /// The latest period of a table; `None` when it has no sound `period` column.
    #[must_use]
    pub fn latest_period(batch: &RecordBatch) -> Option<i32> {
        periods::latest(batch)
    }

    /// Lets go of every value but keys and names, when all that is left to do is to write results: for a million
    /// enterprises the values are a third of the memory. Facts read afterwards are missing.
    pub fn release_values(&mut self) {
        self.keep(&|_| false);
        self.labels = None;
    }

    /// Lets go of the values of every item but those `needed`; keys, names and labels stay.
    pub(crate) fn keep(&mut self, needed: &dyn Fn(&str) -> bool) {
        let kept = |name: &str| self.key.as_deref() == Some(name) || name == "name" || needed(name);
        let fields = self.batch.schema();
        let places: Vec<usize> =
            (0..fields.fields().len()).filter(|&place| kept(fields.field(place).name())).collect();
        if let Ok(batch) = self.batch.project(&places) {
            self.batch = batch;
            self.columns.retain(|code, _| needed(code));
        }
    }

    pub(crate) fn as_of(&self) -> Date {
        self.as_of
    }

    pub(crate) fn item(&self, code: &str) -> Option<&Column> {
        self.columns.get(code)
    }

    /// The type of an item of the dictionary, whether or not the table has its column.
    pub(crate) fn kind(&self, code: &str) -> Option<Type> {
        self.kinds.get(code).copied()
    }

    pub(crate) fn periods(&self) -> &Periods {
        &self.periods
    }

    pub(crate) fn labels(&self) -> Option<&StringArray> {
        self.labels.as_ref()
    }
}

fn read_columns(
    batch: &RecordBatch,
    dictionary: &Dictionary,
    problems: &mut Vec<PopulationProblem>,
) -> HashMap<String, Column> {
    let mut columns = HashMap::new();
    for item in dictionary.items() {
        let Some(array) = batch.column_by_name(&item.code) else { continue };
        match Column::read(array, &item.kind) {
            Some(column) => {
                if let Some(row) = column.first_unreadable() {
                    problems.push(PopulationProblem::NotFinite { item: item.code.clone(), row });
                }
                columns.insert(item.code.clone(), column);
            }
            None if item.kind == ItemKind::CreditCode => {}
            None => problems.push(PopulationProblem::WrongType {
                item: item.code.clone(),
                found: array.data_type().to_string(),
            }),
        }
    }
    columns
}

/// The labels of an enterprise: the item of that kind, or the column `labels`.
fn labels_column<'a>(batch: &'a RecordBatch, dictionary: &Dictionary) -> Option<&'a ArrayRef> {
    let item = dictionary.items().iter().find(|item| item.kind == ItemKind::Labels);
    item.and_then(|item| batch.column_by_name(&item.code)).or_else(|| batch.column_by_name("labels"))
}

/// The column that tells enterprises apart: the item of that kind, `credit_code`, or `id`.
fn key_column(batch: &RecordBatch, dictionary: &Dictionary) -> Option<String> {
    let item = dictionary.items().iter().find(|item| item.kind == ItemKind::CreditCode);
    let names = item.map(|item| item.code.as_str()).into_iter().chain(["credit_code", "id"]);
    names.into_iter().find(|name| batch.column_by_name(name).is_some()).map(str::to_owned)
}
