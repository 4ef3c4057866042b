//! `rules show`: a rule file as Chinese prose and tables, in Markdown.

use std::{fmt::Write, path::Path};

use domain::{Basis, Name, Status};
use jiff::civil::Date;

use crate::{Disk, Files, Problem, formats, reader::Reading};

mod classification;
mod items;
mod ladder;
mod policy;
mod product;
mod scheme;
mod scorecard;
#[cfg(test)]
mod tests;

pub(crate) use classification::show as classification;
pub(crate) use items::show as items;
pub(crate) use ladder::show as ladder;
pub(crate) use policy::show as policy;
pub(crate) use product::show as product;
pub(crate) use scheme::show as scheme;
pub(crate) use scorecard::show as scorecard;

/// What stands at the top and in every table title of an illustrative rule.
pub const ILLUSTRATIVE: &str = "示例方案，非官方权重";

/// A rule file as Markdown, resolved for `date` (the first day in force when `None`).
///
/// # Errors
/// Every problem of the file, at least one of them an error.
pub fn show_path(path: &Path, date: Option<Date>) -> Result<String, Vec<Problem>> {
    show_from(&Disk, path, date)
}

/// As [`show_path`], from any files.
///
/// # Errors
/// As [`show_path`].
pub fn show_from(files: &dyn Files, path: &Path, date: Option<Date>) -> Result<String, Vec<Problem>> {
    let mut reading = Reading::new(files);
    let root = reading.open(path, None);
    let format = root.and_then(|root| formats::of(&root, &mut reading.problems));
    let text = format.and_then(|format| (format.show)(&mut reading, path, date));
    match text {
        Some(text) if !reading.problems.has_errors() => Ok(text),
        _ => Err(reading.problems.into_sorted()),
    }
}

/// Markdown as it grows.
pub(crate) struct Page {
    text: String,
    /// Behind every table title.
    mark: &'static str,
}

impl Page {
    /// A page with its title, and the banner of illustrative rules.
    pub fn new(name: &Name, status: Option<Status>) -> Self {
        let words = (ILLUSTRATIVE, "Illustrative example, not official weights");
        Self::marked(name, status, words, "（示例方案，非官方权重）")
    }

    /// A page whose illustrative rules say so in other `words`, and with `mark` behind every table title.
    pub fn marked(name: &Name, status: Option<Status>, words: (&str, &str), mark: &'static str) -> Self {
        let illustrative = status == Some(Status::Illustrative);
        let mark = if illustrative { mark } else { "" };
        let mut page = Self { text: String::new(), mark };
        let english = name.en.as_ref().map(|en| format!(" · {en}")).unwrap_or_default();
        page.line(&format!("# {}{english}", name.zh));
        if illustrative {
            page.line("");
            page.line(&format!("> **{}** · {}", words.0, words.1));
        }
        page
    }

    /// One line.
    pub fn line(&mut self, line: &str) {
        // Writing to a String cannot fail.
        let _ = writeln!(self.text, "{}", line.trim_end());
    }

    /// A heading with an empty line around it; the title of a table carries the mark of illustrative rules.
    pub fn heading(&mut self, zh: &str, en: &str) {
        let mark = self.mark;
        self.line("");
        self.line(&format!("## {zh}{mark} · {en}"));
        self.line("");
    }

    /// A table. Bars in cells are escaped.
    pub fn table(&mut self, head: &[String], rows: &[Vec<String>]) {
        self.row(head);
        self.line(&format!("|{}", " --- |".repeat(head.len())));
        for row in rows {
            self.row(row);
        }
    }

    fn row(&mut self, cells: &[String]) {
        let cells: Vec<String> = cells.iter().map(|cell| cell.replace('|', "\\|")).collect();
        self.line(&format!("| {} |", cells.join(" | ")));
    }

    /// `- name：value` when there is a value.
    pub fn fact(&mut self, zh: &str, value: Option<String>) {
        if let Some(value) = value {
            self.line(&format!("- {zh}：{value}"));
        }
    }

    /// The documents a rule rests on.
    pub fn basis(&mut self, basis: &[Basis]) {
        for document in basis {
            self.fact("依据", Some(basis_text(document)));
        }
    }

    /// The text.
    pub fn finish(self) -> String {
        self.text
    }
}

/// A document in one line: title, number, article, when checked.
#[must_use]
pub fn basis_text(basis: &Basis) -> String {
    let number = basis.number.as_ref().map(|number| format!("（{number}）")).unwrap_or_default();
    let article = basis.article.as_ref().map(|article| format!("，{article}")).unwrap_or_default();
    let checked = basis.checked_on.map(|date| format!("，{date}核对")).unwrap_or_default();
    format!("{}{number}{article}{checked}", basis.title)
}

/// `official` and `illustrative` as people read them.
pub(crate) fn status_text(status: Status) -> String {
    match status {
        Status::Official => "正式：每个数字都出自所列依据".to_owned(),
        Status::Illustrative => ILLUSTRATIVE.to_owned(),
    }
}

/// The cells of a table row.
pub(crate) fn cells<const N: usize>(texts: [&str; N]) -> Vec<String> {
    texts.iter().map(|&text| text.to_owned()).collect()
}
