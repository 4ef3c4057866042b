//! Tables in: CSV, XLSX and Parquet become typed columns, and every bad cell is named.
//!
//! [`read_table`] gives one record batch or all problems at once; [`profile`] says what is in a file, good or bad;
//! [`sheets`] is the raw layer below. Whatever a file says about itself is not believed: see [`limits`].

mod code;
mod column;
mod credit_code;
mod grid;
mod header;
pub mod limits;
mod number;
mod parquet_file;
mod problem;
mod profile;
mod reading;
mod rows;
pub mod sheets;
mod table;
mod text;
mod values;

pub use code::Code;
pub use grid::EXAMPLE;
pub use problem::{CellProblem, ColumnPlace, Problems, SHOWN, column_letter};
pub use profile::{ColumnProfile, NumberProfile, Profile, SkippedColumn, profile};
pub use rows::{ReadColumn, Rows, read_rows};
pub use table::{ColumnSource, Origin, ReadOptions, Table, read_table};
