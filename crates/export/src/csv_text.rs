//! CSV for spreadsheets: UTF-8 with byte order mark, texts that cannot run as formulas.

use std::{borrow::Cow, io::Write};

use crate::ExportProblem;

/// A text that no spreadsheet takes for a formula: an apostrophe goes before `=`, `+`, `-`, `@`, tab, carriage
/// return, line feed and NUL. `ingest` takes it off again.
pub(crate) fn guarded(text: &str) -> Cow<'_, str> {
    if text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\0']) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// A CSV writer behind a byte order mark.
pub(crate) fn writer<W: Write>(mut target: W) -> Result<csv::Writer<W>, ExportProblem> {
    target.write_all("\u{feff}".as_bytes()).map_err(|error| ExportProblem::internal(&error))?;
    Ok(csv::Writer::from_writer(target))
}

/// Writes one record.
pub(crate) fn record<W: Write, S: AsRef<str>>(
    writer: &mut csv::Writer<W>,
    cells: impl IntoIterator<Item = S>,
) -> Result<(), ExportProblem> {
    let write = || -> Result<(), csv::Error> {
        cells.into_iter().try_for_each(|cell| writer.write_field(cell.as_ref()))?;
        // Ends the record.
        writer.write_record(None::<&[u8]>)
    };
    write().map_err(|error| ExportProblem::internal(&error))
}

#[cfg(test)]
mod tests {
    use super::guarded;

    #[test]
    fn texts_that_begin_like_formulas_get_an_apostrophe() {
        for (text, written) in [
            ("=1+1", "'=1+1"),
            ("+86", "'+86"),
            ("-", "'-"),
            ("@SUM", "'@SUM"),
            ("\tx", "'\tx"),
            ("'=x", "''=x"),
            ("'quoted'", "'quoted'"),
            ("研发=1", "研发=1"),
            ("", ""),
        ] {
            assert_eq!(guarded(text), written);
        }
    }
}
