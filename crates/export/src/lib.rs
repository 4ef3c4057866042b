//! Results and facts out: XLSX, CSV and Parquet, whole or not at all.
//!
//! [`write_results`] writes what the engine made, [`write_facts`] writes enterprise data that `ingest` reads back as
//! the same facts. A file appears under its name only when it is complete.

mod atomic;
mod csv_text;
mod facts;
mod fields;
mod list;
mod number;
mod parquet_file;
mod problem;
mod results;
mod returned;
mod template;
mod workbook;

pub use facts::{FactRow, write_facts};
pub use fields::Kind;
pub use list::{ListCell, ListFormat, ListSheet, write_list, write_sheets};
pub use problem::ExportProblem;
pub use results::{ResultsInfo, SummaryColumns, write_results};
pub use returned::{ReturnedSheet, Sent, write_returned};
pub use template::{STAMP_SHEET, Takes, TemplateColumn, write_template};
