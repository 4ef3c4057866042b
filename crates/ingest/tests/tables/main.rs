//! Tables in, as their readers see them: values, warnings and refusals.
#![expect(clippy::unwrap_used, reason = "a test that cannot prepare its files must stop")]

mod csv;
mod demo_zone;
mod hostile;
mod kit;
mod parquet;
mod profile;
mod reference_files;
mod round_trip;
mod rows;
mod workbooks;
