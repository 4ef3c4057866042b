//! CSV: streamed, with the separator found in the first line and caps on every record.

use std::{
    cell::Cell,
    io::{self, Read},
    ops::ControlFlow,
    path::{Path, PathBuf},
    rc::Rc,
};

use formula::Sentence;

use super::{Refusal, Sink, Value, encoding, sniff::cannot_read, too_many_cells};
use crate::{CellProblem, Code, limits};

/// A CSV file whose encoding and separator are known.
pub(crate) struct CsvFile {
    path: PathBuf,
    encoding: encoding::Encoding,
    separator: u8,
}

impl CsvFile {
    /// Finds encoding and separator.
    pub(crate) fn open(path: &Path) -> Result<Self, Refusal> {
        let encoding = encoding::detect(path)?;
        let mut start = Vec::new();
        encoding::reader(path, encoding)?
            .take(64 * 1024)
            .read_to_end(&mut start)
            .map_err(|error| cannot_read(&error))?;
        Ok(Self { path: path.to_owned(), encoding, separator: separator_of(&start) })
    }

    /// Streams every field that is not empty.
    pub(crate) fn scan(&self, sink: &mut dyn Sink) -> Result<(), Refusal> {
        let budget = Rc::new(Cell::new(limits::CSV_RECORD_BYTES));
        let source =
            Metered { inner: encoding::reader(&self.path, self.encoding)?, left: Rc::clone(&budget) };
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(self.separator)
            .buffer_capacity(256 * 1024)
            .from_reader(source);
        let mut record = csv::ByteRecord::new();
        let mut rows = RowCounter::default();
        let mut cells = 0u64;
        loop {
            budget.set(limits::CSV_RECORD_BYTES);
            if !reader.read_byte_record(&mut record).map_err(|error| refusal(error, rows.row))? {
                return Ok(());
            }
            let row = rows.next(&record);
            cells += record.len() as u64;
            if cells > limits::CELLS || row > limits::ROWS || record.len() > limits::COLUMNS as usize {
                return Err(too_many_cells());
            }
            if deliver(&record, row, sink)?.is_break() {
                return Ok(());
            }
        }
    }
}

fn deliver(record: &csv::ByteRecord, row: u32, sink: &mut dyn Sink) -> Result<ControlFlow<()>, Refusal> {
    for (column, field) in (0u32..).zip(record) {
        if field.is_empty() {
            continue;
        }
        if field.len() > limits::CELL_CHARACTERS * 4 {
            return Err(too_long(row, column));
        }
        // The whole file was checked when it was opened.
        let text = std::str::from_utf8(field).map_err(|_| cannot_read(&io::ErrorKind::InvalidData.into()))?;
        sink.cell(row, column, Value::Text(unguarded(text)));
    }
    Ok(sink.row_end(row, u32::try_from(record.len()).ok()))
}

/// Without the apostrophe that keeps a text from running as a formula, as our own exports and many others put it.
fn unguarded(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest)
            if rest.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\0']) =>
        {
            rest
        }
        _ => text,
    }
}

/// Numbers rows as a spreadsheet does: a blank line is a row, a line break inside quotes is not.
#[derive(Default)]
struct RowCounter {
    row: u32,
    inner_breaks: u64,
}

impl RowCounter {
    fn next(&mut self, record: &csv::ByteRecord) -> u32 {
        let line = record.position().map_or(0, csv::Position::line);
        let row = u32::try_from(line.saturating_sub(self.inner_breaks)).unwrap_or(u32::MAX);
        self.inner_breaks += memchr::memchr_iter(b'\n', record.as_slice()).count() as u64;
        // Files with bare carriage returns have no line numbers: count records instead.
        self.row = row.max(self.row + 1);
        self.row
    }
}

/// The most frequent of comma, tab and semicolon in the first line, outside quotes.
fn separator_of(start: &[u8]) -> u8 {
    let mut counts = [(b',', 0u32), (b'\t', 0), (b';', 0)];
    let mut quoted = false;
    for &byte in start {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted && counts.iter().any(|(_, count)| *count > 0) => break,
            _ if quoted => {}
            _ => counts
                .iter_mut()
                .filter(|(separator, _)| *separator == byte)
                .for_each(|(_, count)| *count += 1),
        }
    }
    // `max_by_key` takes the last of equals; the comma must win a tie.
    counts.iter().rev().max_by_key(|(_, count)| *count).map_or(b',', |(separator, _)| *separator)
}

/// Refuses to read on when one record has used up its budget.
struct Metered {
    inner: Box<dyn Read>,
    left: Rc<Cell<u64>>,
}

impl Read for Metered {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = self.left.get();
        if left == 0 {
            return Err(io::Error::new(io::ErrorKind::FileTooLarge, "record too long"));
        }
        let read = self.inner.read(buffer)?;
        self.left.set(left.saturating_sub(read as u64));
        Ok(read)
    }
}

fn refusal(error: csv::Error, row: u32) -> Refusal {
    match error.into_kind() {
        csv::ErrorKind::Io(error) if error.kind() == io::ErrorKind::FileTooLarge => Box::new(
            CellProblem::error(
                Code::TooLarge,
                Sentence::new(
                    "一行超过4 MB，可能是引号没有成对。",
                    "One record exceeds 4 MB; a quotation mark may not be closed.",
                ),
            )
            .at_row(row + 1)
            .with_hint("检查这一行的引号", "check the quotation marks of this row"),
        ),
        csv::ErrorKind::Io(error) => cannot_read(&error),
        other => cannot_read(&io::Error::other(format!("{other:?}"))),
    }
}

fn too_long(row: u32, column: u32) -> Refusal {
    Box::new(
        CellProblem::error(
            Code::TextTooLong,
            Sentence::new("单元格文字超过32,767个字符。", "The text of a cell exceeds 32,767 characters."),
        )
        .at_row(row)
        .in_column(column, "")
        .with_hint("检查引号是否成对", "check that quotation marks are closed"),
    )
}

#[cfg(test)]
mod tests {
    use super::separator_of;

    #[test]
    fn the_separator_is_the_one_the_first_line_uses_most() {
        for (text, separator) in [
            ("a,b,c\n1;2;3", b','),
            ("a;b;c\n1,2", b';'),
            ("a\tb\n", b'\t'),
            ("\"a,b,c\";d\n", b';'),
            ("only\nx,y", b','),
            ("", b','),
        ] {
            assert_eq!(separator_of(text.as_bytes()), separator, "{text}");
        }
    }
}
