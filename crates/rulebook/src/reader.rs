//! Reading rule files: text with positions, tables of fields, histories, problems.
//!
//! The way of a file: [`Reading::open`] makes a [`Node`] tree; [`shape::check`] compares it with the [`record::Record`]
//! of its format and names every mistake at once; [`history::resolve`] takes the values in force on a date; then the
//! readers of each format take values with [`values`] and only report what a table cannot say.

mod align;
mod files;
pub mod history;
mod node;
mod problem;
pub mod record;
mod render;
pub mod shape;
mod source;
pub mod values;
mod yaml;

#[cfg(test)]
mod tests;

pub use files::{Disk, Files, Memory, Reading, beside};
pub use node::{Content, Dated, Entry, Node, Style};
pub use problem::{Problem, Problems};
pub use render::{render, render_all};
pub use source::{Place, Position, Source};
pub use yaml::{MAX_DEPTH, MAX_FILE_BYTES, MAX_NODES, parse};
