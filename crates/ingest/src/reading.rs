//! A file read as far as it can be: typed columns with nulls for bad cells, and every problem.

use std::{collections::HashMap, sync::Arc};

use arrow::{
    array::{Array, ArrayRef, Int32Array, RecordBatch, RecordBatchOptions, StringArray, new_null_array},
    datatypes::{DataType, Field, Schema},
};
use domain::indicators::{Item, ItemKind};
use formula::{Sentence, Severity, Unit};

use crate::{
    CellProblem, Code, ColumnPlace, Origin, Problems, ReadOptions,
    column::{Filling, too_long},
    header::{Conversion, Role},
};

/// A column that was read.
pub(crate) struct Done<'d> {
    pub(crate) name: String,
    pub(crate) place: ColumnPlace,
    pub(crate) item: Option<&'d Item>,
    pub(crate) unit: Option<&'static Unit>,
    pub(crate) conversion: Conversion,
    pub(crate) array: ArrayRef,
    pub(crate) bad: u32,
}

/// A column that was not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Skipped {
    pub(crate) place: ColumnPlace,
    pub(crate) suggestion: Option<String>,
    pub(crate) filled: u64,
}

/// Everything that one reading found.
pub(crate) struct Reading<'d> {
    pub(crate) sheet: Option<String>,
    pub(crate) columns: Vec<Done<'d>>,
    pub(crate) skipped: Vec<Skipped>,
    pub(crate) origin: Origin,
    pub(crate) rows: usize,
    pub(crate) duplicates: u32,
    pub(crate) problems: Problems,
}

impl<'d> Reading<'d> {
    /// Finishes the columns: code and period first, then the file's own order.
    pub(crate) fn finish(
        fillings: Vec<Filling<'d>>,
        rows: usize,
        origin: Origin,
        mut problems: Problems,
        options: &ReadOptions,
    ) -> Self {
        let mut columns: Vec<Done<'d>> =
            fillings.into_iter().map(|filling| finished(filling, rows, &origin, &mut problems)).collect();
        columns.sort_by_key(|column| match column.name.as_str() {
            "credit_code" => 0,
            "period" => 1,
            _ => 2,
        });
        let mut reading =
            Self { sheet: None, columns, skipped: Vec::new(), origin, rows, duplicates: 0, problems };
        reading.stamp_period(options);
        reading.find_duplicates();
        reading
    }

    /// The column called `name` in the batch.
    pub(crate) fn column(&self, name: &str) -> Option<&Done<'d>> {
        self.columns.iter().find(|column| column.name == name)
    }

    /// Where the caller names the period: a file without one gets it; a file with periods must have it.
    fn stamp_period(&mut self, options: &ReadOptions) {
        let Some(period) = options.period else { return };
        match self.column("period").and_then(|column| column.array.as_any().downcast_ref::<Int32Array>()) {
            None => {
                let array: ArrayRef = Arc::new(Int32Array::from(vec![period; self.rows]));
                let place = ColumnPlace { index: 0, name: String::new() };
                let done = Done {
                    name: "period".to_owned(),
                    place,
                    item: None,
                    unit: None,
                    conversion: Conversion::None,
                    array,
                    bad: 0,
                };
                self.columns.insert(1.min(self.columns.len()), done);
            }
            Some(periods) if self.rows > 0 && !periods.iter().flatten().any(|other| other == period) => {
                self.problems.push(no_such_period(period, periods));
            }
            Some(_) => {}
        }
    }

    fn find_duplicates(&mut self) {
        let Some(code) = self.column("credit_code") else { return };
        let Some(codes) = code.array.as_any().downcast_ref::<StringArray>() else { return };
        let periods =
            self.column("period").and_then(|column| column.array.as_any().downcast_ref::<Int32Array>());
        if ascends(codes, periods) {
            return;
        }
        let mut seen: HashMap<(&str, Option<i32>), u32> = HashMap::with_capacity(self.rows);
        let mut found = Vec::new();
        for (row, code) in codes.iter().enumerate() {
            let Some(code) = code else { continue };
            let period = periods.and_then(|periods| periods.is_valid(row).then(|| periods.value(row)));
            let index = u32::try_from(row).unwrap_or(u32::MAX);
            match seen.entry((code, period)) {
                std::collections::hash_map::Entry::Vacant(free) => _ = free.insert(index),
                std::collections::hash_map::Entry::Occupied(first) => found.push((index, *first.get())),
            }
        }
        let duplicates = u32::try_from(found.len()).unwrap_or(u32::MAX);
        let reports: Vec<CellProblem> = found
            .into_iter()
            .map(|(row, first)| {
                let period = periods.map(|periods| periods.value(row as usize));
                duplicate(
                    codes.value(row as usize),
                    period,
                    &code.place,
                    self.origin.row(row),
                    self.origin.row(first),
                )
            })
            .collect();
        reports.into_iter().for_each(|problem| self.problems.push(problem));
        self.duplicates = duplicates;
    }

    /// The columns as one record batch.
    pub(crate) fn batch(&self) -> Result<RecordBatch, arrow::error::ArrowError> {
        let fields: Vec<Field> = self.columns.iter().map(field).collect();
        let arrays = self.columns.iter().map(|column| Arc::clone(&column.array)).collect();
        let options = RecordBatchOptions::new().with_row_count(Some(self.rows));
        RecordBatch::try_new_with_options(Arc::new(Schema::new(fields)), arrays, &options)
    }
}

/// Whether every row stands after the one before it (shorter codes first, then by code, then by period): then no two
/// are the same. Most files come sorted, and a million rows need no table of what was seen.
fn ascends(codes: &StringArray, periods: Option<&Int32Array>) -> bool {
    if codes.null_count() > 0 || periods.is_some_and(|periods| periods.null_count() > 0) {
        return false;
    }
    let key = |row: usize| {
        let code = codes.value(row);
        (code.len(), code, periods.map(|periods| periods.value(row)))
    };
    (1..codes.len()).all(|row| key(row - 1) < key(row))
}

fn finished<'d>(mut filling: Filling<'d>, rows: usize, origin: &Origin, problems: &mut Problems) -> Done<'d> {
    filling.cells.pad(rows);
    let name = filling.batch_name().to_owned();
    let Filling { column, cells, mut bad } = filling;
    let array = cells.finish().unwrap_or_else(|row| {
        bad += 1;
        let row = origin.row(u32::try_from(row).unwrap_or_default());
        problems.push(too_long().at_row(row).in_column(column.place.index, &column.place.name));
        new_null_array(&DataType::Float64, rows)
    });
    let (item, unit, conversion) = match column.role {
        Role::Item { item, unit, conversion } => (Some(item), unit, conversion),
        _ => (None, None, Conversion::None),
    };
    Done { name, place: column.place, item, unit, conversion, array, bad }
}

fn field(column: &Done<'_>) -> Field {
    let field = Field::new(&column.name, column.array.data_type().clone(), true);
    let symbol = column.item.and_then(Item::unit).map(|unit| unit.symbol);
    let kind = column.item.map(|item| kind_name(&item.kind));
    let metadata = [("unit", symbol), ("kind", kind)]
        .into_iter()
        .filter_map(|(key, value)| Some((key.to_owned(), value?.to_owned())))
        .collect();
    field.with_metadata(metadata)
}

/// The kind of an item in one word, for metadata and profiles.
pub(crate) fn kind_name(kind: &ItemKind) -> &'static str {
    match kind {
        ItemKind::Number { .. } => "number",
        ItemKind::Truth => "truth",
        ItemKind::Text { categories } if categories.is_empty() => "text",
        ItemKind::Text { .. } => "category",
        ItemKind::Date => "date",
        ItemKind::CreditCode => "code",
        ItemKind::Labels => "labels",
    }
}

fn no_such_period(period: i32, periods: &Int32Array) -> CellProblem {
    let mut found: Vec<i32> = periods.iter().flatten().collect();
    found.sort_unstable();
    found.dedup();
    let found: Vec<String> = found.iter().map(ToString::to_string).collect();
    CellProblem::error(
        Code::NoSuchPeriod,
        Sentence::new(format!("文件中没有{period}年度的数据。"), format!("The file has no row of {period}.")),
    )
    .with_hint(
        format!("文件中的年度：{}", found.join("、")),
        format!("periods in the file: {}", found.join(", ")),
    )
}

fn duplicate(code: &str, period: Option<i32>, place: &ColumnPlace, row: u32, first: u32) -> CellProblem {
    let (zh, en) = match period {
        Some(period) => (format!("{period}年度"), format!(" for {period}")),
        None => (String::new(), String::new()),
    };
    CellProblem {
        severity: Severity::Error,
        ..CellProblem::error(
            Code::DuplicateEnterprise,
            Sentence::new(
                format!("第{row}行与第{first}行是同一企业{zh}的数据。"),
                format!("Rows {row} and {first} are the same enterprise{en}."),
            ),
        )
    }
    .at_row(row)
    .in_column(place.index, &place.name)
    .with_value(code)
    .with_hint(
        "删去其中一行；多年数据请加“年度”列",
        "remove one row; for several years add a column 年度 (period)",
    )
}
