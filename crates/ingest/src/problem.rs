//! What is wrong with a table: where, what, why, how to mend. All problems at once.

use std::{collections::BTreeSet, fmt};

use formula::{Language, Sentence, Severity};

use crate::Code;

/// A column as a person finds it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ColumnPlace {
    /// Position from the left, 0 for the first.
    pub index: u32,
    /// The header as written.
    pub name: String,
}

impl ColumnPlace {
    /// The letters a spreadsheet shows: `A`, `Z`, `AA` …
    #[must_use]
    pub fn letter(&self) -> String {
        column_letter(self.index)
    }
}

/// The letters of the column `index` places right of A.
#[must_use]
pub fn column_letter(index: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = u64::from(index) + 1;
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or_default();
        letters.push(char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    letters.into_iter().rev().collect()
}

/// One problem of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellProblem {
    /// What is wrong, as a permanent code.
    pub code: Code,
    /// Whether the table can be used all the same.
    pub severity: Severity,
    /// The file, as it was named by the caller.
    pub file: String,
    /// The sheet of a workbook.
    pub sheet: Option<String>,
    /// The row as a spreadsheet numbers it, 1 for the first (Parquet: the record, 1 for the first).
    pub row: Option<u32>,
    /// The column.
    pub column: Option<ColumnPlace>,
    /// The value as written, shortened to 40 characters.
    pub value: Option<String>,
    /// What and why.
    pub reason: Sentence,
    /// How to mend it.
    pub hint: Option<Sentence>,
    /// What was probably meant; never applied by itself.
    pub suggestion: Option<String>,
}

impl CellProblem {
    /// An error of the whole file; the other parts are added with the `with_…` methods.
    #[must_use]
    pub fn error(code: Code, reason: Sentence) -> Self {
        Self {
            code,
            severity: Severity::Error,
            file: String::new(),
            sheet: None,
            row: None,
            column: None,
            value: None,
            reason,
            hint: None,
            suggestion: None,
        }
    }

    /// The same as a warning.
    #[must_use]
    pub fn warning(code: Code, reason: Sentence) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, reason) }
    }

    /// How to mend it.
    #[must_use]
    pub fn with_hint(mut self, zh: impl Into<String>, en: impl Into<String>) -> Self {
        self.hint = Some(Sentence::new(zh, en));
        self
    }

    /// The row, 1 for the first.
    #[must_use]
    pub fn at_row(mut self, row: u32) -> Self {
        self.row = Some(row);
        self
    }

    /// The column.
    #[must_use]
    pub fn in_column(mut self, index: u32, name: &str) -> Self {
        self.column = Some(ColumnPlace { index, name: name.to_owned() });
        self
    }

    /// The value, shortened.
    #[must_use]
    pub fn with_value(mut self, value: &str) -> Self {
        self.value = (!value.is_empty()).then(|| shortened(value));
        self
    }

    /// What was probably meant.
    #[must_use]
    pub fn with_suggestion(mut self, suggestion: impl Into<String>) -> Self {
        self.suggestion = Some(suggestion.into());
        self
    }

    /// Where, in one line: `企业.xlsx [数据] C5 (研发费用)`.
    #[must_use]
    pub fn place(&self, language: Language) -> String {
        let mut place = self.file.clone();
        if let Some(sheet) = &self.sheet {
            place.push_str(&format!(" [{sheet}]"));
        }
        match (&self.column, self.row) {
            (Some(column), Some(row)) => place.push_str(&format!(" {}{row}", column.letter())),
            (Some(column), None) => place.push_str(&format!(" {}", column.letter())),
            (None, Some(row)) => place.push_str(&match language {
                Language::Chinese => format!(" 第{row}行"),
                Language::English => format!(" row {row}"),
            }),
            (None, None) => {}
        }
        if let Some(column) = self.column.as_ref().filter(|column| !column.name.is_empty()) {
            place.push_str(&format!(" ({})", column.name));
        }
        place
    }

    /// The whole problem as one paragraph in one language: place, code, value, reason, suggestion, hint.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        let mut text = format!("{}: {}", self.place(language), self.code);
        if let Some(value) = &self.value {
            text.push_str(&match language {
                Language::Chinese => format!(" “{value}”"),
                Language::English => format!(" \"{value}\""),
            });
        }
        text.push_str(&format!("\n  {}", self.reason.in_language(language)));
        if let Some(suggestion) = &self.suggestion {
            text.push_str(&match language {
                Language::Chinese => format!("\n  是不是“{suggestion}”？"),
                Language::English => format!("\n  did you mean \"{suggestion}\"?"),
            });
        }
        if let Some(hint) = &self.hint {
            text.push_str(&match language {
                Language::Chinese => format!("\n  办法：{}", hint.zh),
                Language::English => format!("\n  hint: {}", hint.en),
            });
        }
        text
    }
}

/// A value as it may stand in a message: control characters shown as `␤` or `·`, at most 40 characters.
fn shortened(value: &str) -> String {
    let mut text: String = value
        .chars()
        .take(40)
        .map(|letter| match letter {
            '\n' | '\r' => '␤',
            letter if letter.is_control() => '·',
            letter => letter,
        })
        .collect();
    if value.chars().nth(40).is_some() {
        text.push('…');
    }
    text
}

/// The most problems kept with all their details; the rest is counted.
pub const SHOWN: usize = 1_000;

/// All problems of one reading, in reading order. The first [`SHOWN`] are kept, the others are counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problems {
    kept: Vec<CellProblem>,
    kept_warnings: usize,
    errors: usize,
    warnings: usize,
    room: usize,
    rows: BTreeSet<u32>,
}

impl Default for Problems {
    fn default() -> Self {
        Self::with_room(SHOWN)
    }
}

impl Problems {
    /// None yet, with room for the details of so many.
    #[must_use]
    pub fn with_room(room: usize) -> Self {
        Self { kept: Vec::new(), kept_warnings: 0, errors: 0, warnings: 0, room, rows: BTreeSet::new() }
    }

    /// Whether a row of the sheet has an error, with its details kept or not.
    #[must_use]
    pub fn spoil(&self, row: u32) -> bool {
        self.rows.contains(&row)
    }

    /// The errors that belong to no row: nothing can be read before they are mended.
    pub fn of_the_file(&self) -> impl Iterator<Item = &CellProblem> {
        self.kept.iter().filter(|problem| problem.row.is_none() && problem.severity == Severity::Error)
    }

    /// A single problem.
    #[must_use]
    pub fn of(problem: CellProblem) -> Self {
        let mut problems = Self::default();
        problems.push(problem);
        problems
    }

    /// Notes a problem.
    pub fn push(&mut self, problem: CellProblem) {
        match problem.severity {
            Severity::Error => {
                self.errors += 1;
                self.rows.extend(problem.row);
            }
            Severity::Warning => self.warnings += 1,
        }
        if self.kept.len() >= self.room && !self.make_room(&problem) {
            return;
        }
        self.kept_warnings += usize::from(problem.severity == Severity::Warning);
        self.kept.push(problem);
    }

    /// An error never hides behind a thousand warnings, nor a fault of the whole file behind those of its cells.
    fn make_room(&mut self, problem: &CellProblem) -> bool {
        let place = if problem.severity == Severity::Error && self.kept_warnings > 0 {
            self.kept.iter().rposition(|kept| kept.severity == Severity::Warning)
        } else if problem.row.is_none() {
            self.kept.iter().rposition(|kept| kept.row.is_some())
        } else {
            None
        };
        let Some(place) = place else { return false };
        let dropped = self.kept.remove(place);
        self.kept_warnings -= usize::from(dropped.severity == Severity::Warning);
        true
    }

    /// Adds everything of `other`.
    pub fn append(&mut self, other: Self) {
        let (errors, warnings) = (self.errors + other.errors, self.warnings + other.warnings);
        self.rows.extend(other.rows);
        for problem in other.kept {
            self.push(problem);
        }
        (self.errors, self.warnings) = (errors, warnings);
    }

    /// The problems kept, in reading order.
    #[must_use]
    pub fn shown(&self) -> &[CellProblem] {
        &self.kept
    }

    /// How many errors there are, shown or not.
    #[must_use]
    pub fn errors(&self) -> usize {
        self.errors
    }

    /// How many warnings there are, shown or not.
    #[must_use]
    pub fn warnings(&self) -> usize {
        self.warnings
    }

    /// How many are not shown.
    #[must_use]
    pub fn hidden(&self) -> usize {
        self.errors + self.warnings - self.kept.len()
    }

    /// Whether there is nothing at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.errors + self.warnings == 0
    }

    /// Names file and sheet where they are not named yet and puts the problems into reading order.
    pub(crate) fn located(mut self, file: &str, sheet: Option<&str>) -> Self {
        for problem in &mut self.kept {
            if problem.file.is_empty() {
                file.clone_into(&mut problem.file);
                problem.sheet = problem.sheet.take().or_else(|| sheet.map(str::to_owned));
            }
        }
        self.kept.sort_by_key(|problem| (problem.row, problem.column.as_ref().map(|column| column.index)));
        self
    }

    /// Everything in one language, with a last line that counts.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        let mut lines: Vec<String> = self.kept.iter().map(|problem| problem.text(language)).collect();
        lines.push(match language {
            Language::Chinese => format!("共{}处错误、{}处提醒", self.errors, self.warnings),
            Language::English => format!("{} error(s), {} warning(s)", self.errors, self.warnings),
        });
        if self.hidden() > 0 {
            lines.push(match language {
                Language::Chinese => format!("其中{}处未逐条列出", self.hidden()),
                Language::English => format!("{} of them are not listed", self.hidden()),
            });
        }
        lines.join("\n")
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text(Language::English))
    }
}

impl std::error::Error for Problems {}

#[cfg(test)]
mod tests {
    use formula::{Language, Sentence};

    use super::{CellProblem, Problems, SHOWN, column_letter};
    use crate::Code;

    #[test]
    fn letters_are_those_of_a_spreadsheet() {
        for (index, letters) in
            [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (16383, "XFD")]
        {
            assert_eq!(column_letter(index), letters);
        }
    }

    #[test]
    fn a_problem_says_where_what_why_and_how_to_mend() {
        let problem =
            CellProblem::error(Code::NotACategory, Sentence::new("没有这个类别。", "No such category."))
                .at_row(5)
                .in_column(2, "技术领域")
                .with_value("电子信\n息")
                .with_suggestion("电子信息")
                .with_hint("从列表中选一个", "pick one of the list");
        let problems = Problems::of(problem).located("企业.xlsx", Some("数据"));
        insta::assert_snapshot!(problems.text(Language::Chinese), @r"
        企业.xlsx [数据] C5 (技术领域): not-a-category “电子信␤息”
          没有这个类别。
          是不是“电子信息”？
          办法：从列表中选一个
        共1处错误、0处提醒
        ");
    }

    #[test]
    fn beyond_the_first_thousand_problems_are_counted_and_errors_come_first() {
        let mut problems = Problems::default();
        for _ in 0..SHOWN {
            problems.push(CellProblem::warning(Code::DoubtfulCreditCode, Sentence::default()));
        }
        for _ in 0..3 {
            problems.push(CellProblem::error(Code::NotADate, Sentence::default()));
        }
        assert_eq!((problems.errors(), problems.warnings(), problems.hidden()), (3, SHOWN, 3));
        assert_eq!(problems.shown().iter().filter(|p| p.code == Code::NotADate).count(), 3);
    }
}
