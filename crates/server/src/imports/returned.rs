//! The workbook that goes back: read once more, cell by cell, and written with its problems marked.

use super::problems::ByRow;
use export::{ExportProblem, ReturnedSheet, Sent, write_returned};
use formula::Language;
use ingest::sheets::{Sheets, Sink, Value};
use std::{
    fs::File,
    io::{BufWriter, Seek, Write},
    ops::ControlFlow,
    path::Path,
};

/// Writes the sheet of `source` to `target` with everything that `troubles` say.
pub(super) fn write(
    source: &Path,
    sheet: Option<&str>,
    troubles: &ByRow,
    language: Language,
    target: &mut File,
) -> Result<(), ExportProblem> {
    let refused = |_| ExportProblem::unreadable();
    let mut sheets = Sheets::open(source).map_err(refused)?;
    let names = sheets.names();
    let index = sheet.and_then(|name| names.iter().position(|known| known == name)).unwrap_or(0);
    let name = sheet.filter(|name| !name.is_empty()).unwrap_or("数据").to_owned();
    let width = width(troubles, &mut sheets, index).map_err(refused)?;
    let mut writer = BufWriter::new(&mut *target);
    write_returned(&mut writer, &name, |page| {
        let mut copy = Copy { page, troubles, language, width, named: false, seen: Vec::new(), failed: None };
        sheets.scan(index, &mut copy).map_err(refused)?;
        copy.failed.map_or(Ok(()), Err)
    })?;
    writer.flush().and_then(|()| writer.get_mut().rewind()).map_err(|_| ExportProblem::unreadable())
}

/// The first column right of everything near the top of the sheet.
fn width(troubles: &ByRow, sheets: &mut Sheets, index: usize) -> Result<u32, ingest::sheets::Refusal> {
    struct Widest(u32, u32);
    impl Sink for Widest {
        fn cell(&mut self, _row: u32, column: u32, _value: Value<'_>) {
            self.0 = self.0.max(column + 1);
        }

        fn row_end(&mut self, _row: u32, _width: Option<u32>) -> ControlFlow<()> {
            self.1 += 1;
            if self.1 >= 50 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        }
    }
    let mut widest = Widest(0, 0);
    sheets.scan(index, &mut widest)?;
    let marked = troubles.values().flatten().filter_map(|trouble| trouble.column.as_ref());
    Ok(marked.map(|place| place.index + 1).chain([widest.0]).max().unwrap_or(0))
}

struct Copy<'a, 'w> {
    page: &'a mut ReturnedSheet<'w>,
    troubles: &'a ByRow,
    language: Language,
    width: u32,
    named: bool,
    /// Columns of this row that had a value.
    seen: Vec<u32>,
    failed: Option<ExportProblem>,
}

impl Copy<'_, '_> {
    fn note(&mut self, done: Result<(), ExportProblem>) {
        if let Err(problem) = done {
            self.failed.get_or_insert(problem);
        }
    }

    /// What is wrong with a cell, in one text.
    fn wrong(&self, row: u32, column: u32) -> Option<String> {
        let here = self.troubles.get(&row)?;
        let lines: Vec<String> = here
            .iter()
            .filter(|trouble| trouble.column.as_ref().is_some_and(|place| place.index == column))
            .map(|trouble| trouble.line(self.language))
            .collect();
        (!lines.is_empty()).then(|| lines.join("\n"))
    }

    /// Marks problems of empty cells, and sums the row's up in the last column.
    fn finish(&mut self, row: u32) {
        let Some(here) = self.troubles.get(&row) else { return };
        let mut lines = Vec::new();
        let mut empty = Vec::new();
        for trouble in here {
            let place = trouble.column.as_ref();
            let letter = place.map_or_else(String::new, |place| format!("{}：", place.letter()));
            lines.push(format!("{letter}{}", trouble.line(self.language)));
            if let Some(place) = place.filter(|place| !self.seen.contains(&place.index)) {
                empty.push(place.index);
            }
        }
        empty.sort_unstable();
        empty.dedup();
        for column in empty {
            let why = self.wrong(row, column).unwrap_or_default();
            let done = self.page.empty(row, column, &why);
            self.note(done);
        }
        let done = self.page.reason(row, self.width, &lines.join("\n"));
        self.note(done);
    }
}

impl Sink for Copy<'_, '_> {
    fn cell(&mut self, row: u32, column: u32, value: Value<'_>) {
        self.seen.push(column);
        let shown;
        let sent = match value {
            Value::Text(text) => Sent::Text(text),
            Value::Number(number) => Sent::Number(number),
            Value::Percent(number) => Sent::Percent(number),
            Value::Date { serial, .. } => Sent::Day(serial),
            Value::Truth(truth) => Sent::Truth(truth),
            other => {
                shown = other.shown();
                Sent::Text(&shown)
            }
        };
        let wrong = if self.troubles.contains_key(&row) { self.wrong(row, column) } else { None };
        let done = self.page.cell(row, column, sent, wrong.as_deref());
        self.note(done);
    }

    fn row_end(&mut self, row: u32, _width: Option<u32>) -> ControlFlow<()> {
        if !std::mem::replace(&mut self.named, true) {
            let word = if self.language == Language::Chinese { "错误原因" } else { "Reasons" };
            let done = self.page.reason(row, self.width, word);
            self.note(done);
        } else {
            self.finish(row);
        }
        self.seen.clear();
        if self.failed.is_some() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }
}
