//! Workbooks: a ZIP archive of XML parts, read part by part as streams, within limits.
//!
//! Nothing a file declares is believed: real unpacked sizes are counted, one piece of XML is bounded, DTDs are refused,
//! and cells go straight to the sink.

mod archive;
mod cell;
mod parts;
pub(crate) mod serial;
mod strings;
mod styles;
mod xml;

use std::path::Path;

use formula::Sentence;

use super::{Refusal, SheetEnd, Sink};
use crate::{CellProblem, Code, limits};

pub(crate) use parts::SheetPart;

/// An opened workbook: its parts are known, its sheets are not read yet.
pub(crate) struct Workbook {
    archive: archive::Archive,
    sheets: Vec<SheetPart>,
    strings: strings::SharedStrings,
    styles: styles::Styles,
    date1904: bool,
}

impl Workbook {
    /// Opens the archive and reads the list of sheets, the number formats and the shared texts.
    pub(crate) fn open(path: &Path) -> Result<Self, Refusal> {
        let mut archive = archive::Archive::open(path)?;
        let parts = parts::read(&mut archive)?;
        let styles = match &parts.styles {
            Some(part) => styles::read(&mut archive, part)?,
            None => styles::Styles::default(),
        };
        let strings = match &parts.strings {
            Some(part) => strings::read(&mut archive, part)?,
            None => strings::SharedStrings::default(),
        };
        Ok(Self { archive, sheets: parts.sheets, strings, styles, date1904: parts.date1904 })
    }

    pub(crate) fn sheets(&self) -> &[SheetPart] {
        &self.sheets
    }

    /// Streams the cells of sheet `index`.
    pub(crate) fn scan(&mut self, index: usize, sink: &mut dyn Sink) -> Result<SheetEnd, Refusal> {
        let Some(sheet) = self.sheets.get(index) else {
            return Err(damaged("no such sheet"));
        };
        let source = self.archive.part(&sheet.part, limits::SHEET_BYTES)?;
        let context = cell::Context { strings: &self.strings, styles: &self.styles, date1904: self.date1904 };
        cell::SheetReader::new(xml::Xml::new(source), context).scan(sink).map_err(|mut refusal| {
            refusal.sheet.get_or_insert_with(|| sheet.name.clone());
            refusal
        })
    }
}

/// The workbook is broken in a way that is no person's mistake. `detail` is technical and short.
pub(crate) fn damaged(detail: &str) -> Refusal {
    Box::new(
        CellProblem::error(
            Code::DamagedFile,
            Sentence::new(
                format!("工作簿不完整或已损坏（{detail}）。"),
                format!("The workbook is truncated or damaged ({detail})."),
            ),
        )
        .with_hint(
            "在 Excel 或 WPS 中打开并另存一份，或重新下载",
            "open it in Excel or WPS and save a copy, or download it again",
        ),
    )
}
