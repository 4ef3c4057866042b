//! Enterprise data as a table that `ingest` reads back as the same facts.

use std::{io::Write, path::Path, sync::Arc};

use arrow::{
    array::{ArrayRef, BooleanArray, Date32Array, Int32Array, RecordBatch, StringArray},
    datatypes::{Field, Schema},
};
use domain::indicators::{Dictionary, Item, ItemKind};
use formula::{Exact, Fact, Language};
use rust_xlsxwriter::Format as CellFormat;

use crate::{
    ExportProblem,
    atomic::{self, Format},
    csv_text, number, parquet_file,
    results::{Cell, write_cell},
    workbook,
};

/// One enterprise in one period.
#[derive(Debug, Clone, Copy)]
pub struct FactRow<'a> {
    /// The year; `None` where the table has no periods.
    pub period: Option<i32>,
    /// One per column: numbers in the item's own unit, `None` when missing.
    pub facts: &'a [Option<Fact>],
}

/// Writes facts to `path`, as CSV, XLSX or Parquet by its extension. CSV and XLSX have Chinese headers with units;
/// Parquet columns are called by item code. There is a column 年度 (`period`) when the first row has a period.
///
/// # Errors
/// One [`ExportProblem`]; then `path` is as it was before. A number that is no finite decimal of at most 38 digits cannot
/// be written.
pub fn write_facts<'a, S: AsRef<str>>(
    path: &Path,
    dictionary: &Dictionary,
    columns: &[S],
    rows: impl IntoIterator<Item = FactRow<'a>>,
) -> Result<(), ExportProblem> {
    let format = Format::of(path)?;
    let columns = columns
        .iter()
        .map(|code| Column { code: code.as_ref().to_owned(), item: dictionary.find(code.as_ref()) })
        .collect();
    let rows: Vec<FactRow<'a>> = rows.into_iter().collect();
    let with_period = rows.first().is_some_and(|row| row.period.is_some());
    let facts = Facts { columns, rows, with_period };
    atomic::write(path, |target| match format {
        Format::Csv => facts.csv(target),
        Format::Xlsx => {
            workbook::check_rows(facts.rows.len())?;
            let mut book = workbook::new()?;
            facts.sheet(&mut book)?;
            book.save_to_writer(target)?;
            Ok(())
        }
        Format::Parquet => parquet_file::write(&facts.batch()?, target, 2),
    })
}

struct Column<'d> {
    code: String,
    item: Option<&'d Item>,
}

impl Column<'_> {
    /// `研发费用(万元)`.
    fn header(&self) -> String {
        let Some(item) = self.item else { return self.code.clone() };
        match item.unit() {
            Some(unit) => format!("{}({})", item.name.zh, unit.symbol),
            None => item.name.zh.clone(),
        }
    }

    /// The fact as it is written: no labels at all are 无, as an empty cell would mean that nobody knows.
    fn written(&self, fact: &Option<Fact>) -> Option<Fact> {
        let labels = self.item.is_some_and(|item| item.kind == ItemKind::Labels);
        match fact {
            Some(Fact::Text(text)) if labels && text.is_empty() => Some(Fact::Text("无".into())),
            fact => fact.clone(),
        }
    }
}

struct Facts<'a, 'd> {
    columns: Vec<Column<'d>>,
    rows: Vec<FactRow<'a>>,
    with_period: bool,
}

impl Facts<'_, '_> {
    /// The place of the period: after the first column, which is the code.
    fn headers(&self) -> Vec<String> {
        let mut headers: Vec<String> = self.columns.iter().map(Column::header).collect();
        if self.with_period {
            headers.insert(1.min(headers.len()), "年度".to_owned());
        }
        headers
    }

    fn cells<T>(
        &self,
        row: &FactRow<'_>,
        cell: impl Fn(&Option<Fact>) -> T,
        period: impl Fn(i32) -> T,
    ) -> Vec<T> {
        let facts = self.columns.iter().zip(row.facts);
        let mut cells: Vec<T> = facts.map(|(column, fact)| cell(&column.written(fact))).collect();
        if self.with_period {
            cells.insert(1.min(cells.len()), period(row.period.unwrap_or_default()));
        }
        cells
    }

    fn csv<W: Write>(&self, target: W) -> Result<(), ExportProblem> {
        let mut writer = csv_text::writer(target)?;
        csv_text::record(&mut writer, self.headers())?;
        for row in &self.rows {
            csv_text::record(&mut writer, self.cells(row, csv_text, |period| period.to_string()))?;
        }
        writer.flush().map_err(|error| ExportProblem::internal(&error))
    }

    fn sheet(&self, book: &mut rust_xlsxwriter::Workbook) -> Result<(), ExportProblem> {
        let styles = workbook::Styles::new();
        let (general, text) = (CellFormat::new(), CellFormat::new().set_num_format("@"));
        let date = CellFormat::new().set_num_format("yyyy-mm-dd");
        let sheet = workbook::sheet(book, "企业数据")?;
        let headers = self.headers();
        for (place, header) in headers.iter().enumerate() {
            let place = workbook::column(place)?;
            sheet.set_column_width(place, if place == 0 { 22.0 } else { 16.0 })?;
            sheet.write_string_with_format(0, place, header, &styles.head)?;
        }
        sheet.set_freeze_panes(1, 1)?;
        for (index, row) in self.rows.iter().enumerate() {
            let period = |period: i32| Some(Fact::Number(Exact::from(i64::from(period))));
            for (place, fact) in self.cells(row, Clone::clone, period).iter().enumerate() {
                let at = (workbook::row(index + 1), workbook::column(place)?);
                match fact {
                    None => {}
                    Some(Fact::Number(value)) => match number::for_workbook(value) {
                        Some(double) => _ = sheet.write_number_with_format(at.0, at.1, double, &general)?,
                        None => _ = sheet.write_string_with_format(at.0, at.1, value.to_string(), &text)?,
                    },
                    Some(Fact::Truth(truth)) => {
                        write_cell(sheet, at, &Cell::Truth(*truth), &general, Language::Chinese)?;
                    }
                    Some(Fact::Text(value)) => {
                        write_cell(sheet, at, &Cell::Text(value), &text, Language::Chinese)?
                    }
                    Some(Fact::Date(day)) => {
                        write_cell(sheet, at, &Cell::Date(days(*day)), &date, Language::Chinese)?;
                    }
                }
            }
        }
        Ok(())
    }

    fn batch(&self) -> Result<RecordBatch, ExportProblem> {
        let mut fields = Vec::new();
        let mut arrays: Vec<ArrayRef> = Vec::new();
        for (index, column) in self.columns.iter().enumerate() {
            let array = self.array(index, column)?;
            fields.push(Field::new(&column.code, array.data_type().clone(), true));
            arrays.push(array);
        }
        if self.with_period {
            let periods: Int32Array = self.rows.iter().map(|row| row.period).collect();
            let at = 1.min(fields.len());
            fields.insert(at, Field::new("period", arrow::datatypes::DataType::Int32, true));
            arrays.insert(at, Arc::new(periods));
        }
        Ok(RecordBatch::try_new(Arc::new(Schema::new(fields)), arrays)?)
    }

    fn array(&self, index: usize, column: &Column<'_>) -> Result<ArrayRef, ExportProblem> {
        let facts = self.rows.iter().map(|row| row.facts.get(index).and_then(Option::as_ref));
        Ok(match column.item.map(|item| &item.kind) {
            Some(ItemKind::Number { .. }) => {
                let values: Vec<Option<Exact>> = facts
                    .map(|fact| match fact {
                        Some(Fact::Number(value)) => Some(value.clone()),
                        _ => None,
                    })
                    .collect();
                number::column(&values)?
            }
            Some(ItemKind::Truth) => Arc::new(
                facts
                    .map(|fact| match fact {
                        Some(Fact::Truth(truth)) => Some(*truth),
                        _ => None,
                    })
                    .collect::<BooleanArray>(),
            ),
            Some(ItemKind::Date) => Arc::new(
                facts
                    .map(|fact| match fact {
                        Some(Fact::Date(day)) => Some(days(*day)),
                        _ => None,
                    })
                    .collect::<Date32Array>(),
            ),
            _ => {
                let written = facts.map(|fact| column.written(&fact.cloned()));
                Arc::new(written.map(|fact| fact.as_ref().map(plain_text)).collect::<StringArray>())
            }
        })
    }
}

/// Days since 1970-01-01.
fn days(date: jiff::civil::Date) -> i32 {
    let since = date.duration_since(jiff::civil::date(1970, 1, 1));
    i32::try_from(since.as_hours() / 24).unwrap_or_default()
}

fn plain_text(fact: &Fact) -> String {
    match fact {
        Fact::Number(value) => value.to_string(),
        Fact::Truth(truth) => if *truth { "是" } else { "否" }.to_owned(),
        Fact::Text(text) => text.to_string(),
        Fact::Date(date) => date.to_string(),
    }
}

fn csv_text(fact: &Option<Fact>) -> String {
    match fact {
        None => String::new(),
        Some(Fact::Text(text)) => csv_text::guarded(text).into_owned(),
        Some(other) => plain_text(other),
    }
}
