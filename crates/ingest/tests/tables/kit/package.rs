//! Workbooks written by hand, so that they can say what no spreadsheet would.

use std::io::{Cursor, Seek, Write};

use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

const ROOT: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const WORKBOOK: &str = r#"<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="数据" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const RELATIONS: &str = r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>"#;

/// A workbook under construction.
pub struct Package<W: Write + Seek> {
    zip: ZipWriter<W>,
}

impl<W: Write + Seek> Package<W> {
    pub fn new(target: W) -> Self {
        let mut package = Self { zip: ZipWriter::new(target) };
        package.part("_rels/.rels", ROOT);
        package.part("xl/workbook.xml", WORKBOOK);
        package.part("xl/_rels/workbook.xml.rels", RELATIONS);
        package
    }

    pub fn part(&mut self, name: &str, text: &str) {
        self.begin(name, CompressionMethod::Deflated, 1);
        self.write(text.as_bytes());
    }

    /// `level` 1 is fast, 6 packs tightly; it says nothing for stored parts.
    pub fn begin(&mut self, name: &str, method: CompressionMethod, level: i64) {
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .compression_level((method == CompressionMethod::Deflated).then_some(level));
        self.zip.start_file(name, options).unwrap();
    }

    pub fn write(&mut self, bytes: &[u8]) {
        self.zip.write_all(bytes).unwrap();
    }

    pub fn finish(self) -> W {
        self.zip.finish().unwrap()
    }
}

/// A workbook whose only sheet holds `rows` (the inside of `sheetData`) and what comes `after` it.
pub fn workbook(rows: &str, after: &str) -> Vec<u8> {
    let mut package = Package::new(Cursor::new(Vec::new()));
    package.part(
        "xl/worksheets/sheet1.xml",
        &format!("<worksheet><sheetData>{rows}</sheetData>{after}</worksheet>"),
    );
    package.finish().into_inner()
}

/// A row of inline texts.
pub fn row(number: u32, cells: &[&str]) -> String {
    let mut row = format!("<row r=\"{number}\">");
    for (index, cell) in (0u32..).zip(cells) {
        let letter = ingest::column_letter(index);
        row.push_str(&format!("<c r=\"{letter}{number}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>"));
    }
    row + "</row>"
}
