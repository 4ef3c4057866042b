//! The same workbook back: every cell as it was sent, bad cells red with a note, and a last column that says why.

use std::io::{Seek, Write};

use rust_xlsxwriter::{Color, Format, Note, Worksheet};

use crate::{ExportProblem, workbook};

/// A cell as it was sent.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Sent<'a> {
    /// Text, kept as text whatever it begins with.
    Text(&'a str),
    /// A number.
    Number(f64),
    /// A number shown as a percentage.
    Percent(f64),
    /// A day count shown as a day.
    Day(f64),
    /// TRUE or FALSE.
    Truth(bool),
}

/// More notes than this make spreadsheets slow; the last column still says everything.
const NOTES: usize = 5_000;

/// The sheet being written, row by row in order.
pub struct ReturnedSheet<'w> {
    sheet: &'w mut Worksheet,
    looks: Looks,
    notes: usize,
}

struct Looks {
    bad: Format,
    quoted: Format,
    bad_quoted: Format,
    percent: Format,
    day: Format,
    reason: Format,
}

/// Writes a workbook of one sheet, which `fill` fills.
///
/// # Errors
/// What `fill` or the writer could not do.
pub fn write_returned<W: Write + Seek + Send>(
    target: W,
    name: &str,
    fill: impl FnOnce(&mut ReturnedSheet<'_>) -> Result<(), ExportProblem>,
) -> Result<(), ExportProblem> {
    let mut book = workbook::new()?;
    let sheet = workbook::sheet(&mut book, name)?;
    let red = || Format::new().set_background_color(Color::RGB(0x00FF_C7CE));
    let looks = Looks {
        bad: red(),
        quoted: Format::new().set_num_format("@").set_quote_prefix(),
        bad_quoted: red().set_num_format("@").set_quote_prefix(),
        percent: Format::new().set_num_format("0.00%"),
        day: Format::new().set_num_format("yyyy-mm-dd"),
        reason: Format::new().set_font_color(Color::RGB(0x00C0_0000)).set_text_wrap(),
    };
    fill(&mut ReturnedSheet { sheet, looks, notes: 0 })?;
    book.save_to_writer(target)?;
    Ok(())
}

impl ReturnedSheet<'_> {
    /// Writes the cell in `row` (from 1) and `column` (from 0); `wrong` makes it red and says why.
    ///
    /// # Errors
    /// A cell beyond what a sheet holds.
    pub fn cell(
        &mut self,
        row: u32,
        column: u32,
        value: Sent<'_>,
        wrong: Option<&str>,
    ) -> Result<(), ExportProblem> {
        let (row, column) = place(row, column)?;
        let (sheet, looks) = (&mut *self.sheet, &self.looks);
        match (value, wrong.is_some()) {
            (Sent::Text(text), false) if is_plain(text) => sheet.write_string(row, column, text)?,
            (Sent::Text(text), false) => sheet.write_string_with_format(row, column, text, &looks.quoted)?,
            (Sent::Text(text), true) => {
                sheet.write_string_with_format(row, column, text, &looks.bad_quoted)?
            }
            (Sent::Number(number), false) => sheet.write_number(row, column, number)?,
            (Sent::Percent(number), false) => {
                sheet.write_number_with_format(row, column, number, &looks.percent)?
            }
            (Sent::Day(number), false) => sheet.write_number_with_format(row, column, number, &looks.day)?,
            (Sent::Number(number) | Sent::Percent(number) | Sent::Day(number), true) => {
                sheet.write_number_with_format(row, column, number, &looks.bad)?
            }
            (Sent::Truth(truth), false) => sheet.write_boolean(row, column, truth)?,
            (Sent::Truth(truth), true) => sheet.write_boolean_with_format(row, column, truth, &looks.bad)?,
        };
        if let Some(why) = wrong {
            self.note(row, column, why)?;
        }
        Ok(())
    }

    /// Makes an empty cell red and says why.
    ///
    /// # Errors
    /// A cell beyond what a sheet holds.
    pub fn empty(&mut self, row: u32, column: u32, why: &str) -> Result<(), ExportProblem> {
        let (row, column) = place(row, column)?;
        self.sheet.write_blank(row, column, &self.looks.bad)?;
        self.note(row, column, why)
    }

    /// Says in `column` what is wrong with the whole row.
    ///
    /// # Errors
    /// A cell beyond what a sheet holds.
    pub fn reason(&mut self, row: u32, column: u32, text: &str) -> Result<(), ExportProblem> {
        let (row, column) = place(row, column)?;
        self.sheet.write_string_with_format(row, column, text, &self.looks.reason)?;
        Ok(())
    }

    fn note(&mut self, row: u32, column: u16, why: &str) -> Result<(), ExportProblem> {
        self.notes += 1;
        if self.notes <= NOTES {
            self.sheet.insert_note(row, column, &Note::new(why).set_author("Jifen"))?;
        }
        Ok(())
    }
}

/// Whether a spreadsheet leaves the text alone when somebody edits its cell: formulas begin otherwise.
fn is_plain(text: &str) -> bool {
    !text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n'])
}

fn place(row: u32, column: u32) -> Result<(u32, u16), ExportProblem> {
    Ok((row.saturating_sub(1), workbook::column(column as usize)?))
}
