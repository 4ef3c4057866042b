//! How the command speaks: language, JSON or text, progress.

use std::{
    env,
    fmt::Write as _,
    io::{self, IsTerminal, Write},
    time::Duration,
};

use formula::{Language, Sentence};
use indicatif::{ProgressBar, ProgressStyle};

use crate::args::Lang;

/// Where and how answers go.
#[derive(Debug, Clone, Copy)]
pub struct Console {
    /// Language of messages.
    pub language: Language,
    /// Whether the answer is JSON.
    pub json: bool,
}

impl Console {
    /// By flag, otherwise by locale: Chinese unless the locale names another language.
    #[must_use]
    pub fn new(lang: Option<Lang>, json: bool) -> Self {
        let language = match lang {
            Some(Lang::Zh) => Language::Chinese,
            Some(Lang::En) => Language::English,
            None => locale_language(["LC_ALL", "LC_MESSAGES", "LANG"].map(|name| env::var(name).ok())),
        };
        Self { language, json }
    }

    /// One of two wordings.
    #[must_use]
    pub fn pick<'a>(&self, zh: &'a str, en: &'a str) -> &'a str {
        match self.language {
            Language::Chinese => zh,
            Language::English => en,
        }
    }

    /// A sentence in the reader's language.
    #[must_use]
    pub fn say<'a>(&self, sentence: &'a Sentence) -> &'a str {
        sentence.in_language(self.language)
    }

    /// Prints an answer to standard output; a closed pipe (`| head`) ends the answer quietly.
    pub fn print(&self, text: &str) {
        let mut out = io::stdout().lock();
        // The reader went away: there is nobody left to tell.
        let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    }

    /// Prints a remark to standard error.
    pub fn remark(&self, text: &str) {
        let _ = writeln!(io::stderr().lock(), "{text}");
    }

    /// A spinner for long work; silent unless standard error is a terminal.
    #[must_use]
    pub fn progress(&self, zh: &str, en: &str) -> Progress {
        if self.json || !io::stderr().is_terminal() {
            return Progress(ProgressBar::hidden());
        }
        let bar = ProgressBar::new_spinner();
        if let Ok(style) = ProgressStyle::with_template("{spinner} {msg} {elapsed}") {
            bar.set_style(style);
        }
        bar.set_message(self.pick(zh, en).to_owned());
        bar.enable_steady_tick(Duration::from_millis(120));
        Progress(bar)
    }
}

/// A spinner that goes away when its work is done.
pub struct Progress(ProgressBar);

impl Drop for Progress {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}

/// The first of the variables that is set decides, as POSIX says. `zh…`, `C`, `POSIX` and nothing at all are Chinese:
/// the product's home is a Chinese office, where servers often run without a locale.
fn locale_language(values: [Option<String>; 3]) -> Language {
    match values.into_iter().flatten().find(|value| !value.is_empty()) {
        Some(value) if value.to_lowercase().starts_with("en") => Language::English,
        _ => Language::Chinese,
    }
}

/// A plain table: columns padded to their widest cell, Chinese characters two wide, numbers right-aligned.
#[derive(Debug, Default)]
pub struct TextTable {
    header: Vec<String>,
    rows: Vec<Vec<String>>,
    right: Vec<usize>,
}

impl TextTable {
    /// A table with these headings.
    #[must_use]
    pub fn new<I: IntoIterator<Item = S>, S: Into<String>>(header: I) -> Self {
        Self { header: header.into_iter().map(Into::into).collect(), ..Self::default() }
    }

    /// Right-aligns the columns at these places.
    #[must_use]
    pub fn right(mut self, columns: &[usize]) -> Self {
        self.right = columns.to_vec();
        self
    }

    /// Adds a row.
    pub fn row<I: IntoIterator<Item = S>, S: Into<String>>(&mut self, cells: I) {
        self.rows.push(cells.into_iter().map(Into::into).collect());
    }

    /// Whether it has no rows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The table as text, indented by two spaces.
    #[must_use]
    pub fn render(&self) -> String {
        let mut table = comfy_table::Table::new();
        table.load_style(comfy_table::presets::NOTHING);
        table.set_header(self.header.iter().map(String::as_str));
        for row in &self.rows {
            table.add_row(row.iter().map(String::as_str));
        }
        for (index, column) in table.column_iter_mut().enumerate() {
            column.set_padding((0, 2));
            if self.right.contains(&index) {
                column.set_cell_alignment(comfy_table::CellAlignment::Right);
            }
        }
        table.to_string().lines().fold(String::new(), |mut text, line| {
            let _ = writeln!(text, "  {}", line.trim_end());
            text
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(values: [Option<&str>; 3], expected: Language) {
        assert_eq!(locale_language(values.map(|value| value.map(str::to_owned))), expected);
    }

    #[test]
    fn the_locale_chooses_the_language() {
        check([None, None, Some("zh_CN.UTF-8")], Language::Chinese);
        check([None, None, Some("en_GB.UTF-8")], Language::English);
        check([Some("zh_CN.UTF-8"), None, Some("en_US.UTF-8")], Language::Chinese);
        check([Some(""), None, Some("en_US.UTF-8")], Language::English);
        check([None, None, Some("C.UTF-8")], Language::Chinese);
        check([None, None, None], Language::Chinese);
    }

    #[test]
    fn chinese_cells_are_two_wide() {
        let mut table = TextTable::new(["阶段", "家数"]).right(&[1]);
        table.row(["初创期", "35"]);
        table.row(["成长期", "1200"]);
        assert_eq!(table.render(), "  阶段    家数\n  初创期    35\n  成长期  1200\n");
    }
}
