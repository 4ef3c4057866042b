//! Limits that keep reading bounded whatever a file says about itself. Each is far above what a zone needs.

/// Largest workbook file, packed.
pub const WORKBOOK_BYTES: u64 = 256 << 20;
/// Most entries of a workbook's archive.
pub const ARCHIVE_ENTRIES: usize = 1_000;
/// Largest sheet, unpacked; sheets are streamed, so this bounds time, not memory.
pub const SHEET_BYTES: u64 = 1 << 30;
/// Largest list of shared texts, unpacked.
pub const SHARED_BYTES: u64 = 256 << 20;
/// Largest other part of a workbook (styles, relations), unpacked.
pub const PART_BYTES: u64 = 16 << 20;
/// Packed data may unpack to so many times its size once it exceeds [`RATIO_FREE_BYTES`].
pub const RATIO: u64 = 200;
/// Below this size the ratio is not judged: small repetitive sheets compress well.
pub const RATIO_FREE_BYTES: u64 = 16 << 20;
/// Largest single piece of XML (a tag, a run of text).
pub const XML_PIECE_BYTES: u64 = 1 << 20;
/// Deepest nesting of XML.
pub const XML_DEPTH: usize = 64;
/// Longest text of a cell, in characters (the limit of spreadsheets themselves).
pub const CELL_CHARACTERS: usize = 32_767;
/// Most bytes of shared texts of a workbook, and of texts kept from one of its sheets.
pub const TEXT_BYTES: usize = 64 << 20;
/// Most cells with a value in one table.
pub const CELLS: u64 = 60_000_000;
/// A sheet may declare at most so many cells.
pub const DECLARED_CELLS: u64 = 1_000_000_000;
/// Most rows of a sheet or CSV file.
pub const ROWS: u32 = 10_000_000;
/// Most columns.
pub const COLUMNS: u32 = 16_384;
/// Largest CSV file. It is not packed, so it also bounds the memory for its texts.
pub const CSV_BYTES: u64 = (2 << 30) - 1;
/// Largest record of a CSV file.
pub const CSV_RECORD_BYTES: u64 = 4 << 20;
/// Rows looked at to find the header.
pub const HEADER_SEARCH_ROWS: usize = 20;
