//! Problems of a file as they are stored (in both languages) and sent (in the reader's).

use formula::{Language, Sentence, Severity};
use ingest::{CellProblem, ColumnPlace};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// One problem of a row.
#[derive(Debug, Clone)]
pub(super) struct Trouble {
    /// Position from the left and heading.
    pub(super) column: Option<ColumnPlace>,
    pub(super) value: Option<String>,
    pub(super) code: &'static str,
    pub(super) reason: Sentence,
    pub(super) hint: Option<Sentence>,
    pub(super) suggestion: Option<String>,
    pub(super) warns: bool,
}

impl Trouble {
    /// An error of our own, beyond what a cell shows by itself.
    pub(super) fn new(code: &'static str, zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self {
            column: None,
            value: None,
            code,
            reason: Sentence::new(zh, en),
            hint: None,
            suggestion: None,
            warns: false,
        }
    }

    pub(super) fn at(mut self, column: Option<&ColumnPlace>, value: Option<&str>) -> Self {
        self.column = column.cloned();
        self.value = value.map(|text| text.chars().take(40).collect());
        self
    }

    pub(super) fn hint(mut self, zh: &str, en: &str) -> Self {
        self.hint = Some(Sentence::new(zh, en));
        self
    }

    pub(super) fn only_warning(mut self) -> Self {
        self.warns = true;
        self
    }

    /// In one line, for a note on a cell.
    pub(super) fn line(&self, language: Language) -> String {
        let mut line = self.reason.in_language(language).to_owned();
        if let Some(hint) = &self.hint {
            line.push(' ');
            line.push_str(hint.in_language(language));
        }
        line
    }

    pub(super) fn json(&self) -> Value {
        let both = |sentence: &Sentence| json!({"zh": sentence.zh, "en": sentence.en});
        let mut all = Map::new();
        all.insert("code".into(), self.code.into());
        all.insert("severity".into(), if self.warns { "warning" } else { "error" }.into());
        if let Some(column) = &self.column {
            all.insert("column".into(), column.letter().into());
            all.insert("heading".into(), column.name.clone().into());
        }
        if let Some(value) = &self.value {
            all.insert("value".into(), value.clone().into());
        }
        all.insert("reason".into(), both(&self.reason));
        if let Some(hint) = &self.hint {
            all.insert("hint".into(), both(hint));
        }
        if let Some(suggestion) = &self.suggestion {
            all.insert("suggestion".into(), suggestion.clone().into());
        }
        Value::Object(all)
    }
}

impl From<&CellProblem> for Trouble {
    fn from(problem: &CellProblem) -> Self {
        Self {
            column: problem.column.clone(),
            value: problem.value.clone(),
            code: problem.code.as_str(),
            reason: problem.reason.clone(),
            hint: problem.hint.clone(),
            suggestion: problem.suggestion.clone(),
            warns: problem.severity == Severity::Warning,
        }
    }
}

/// Problems by row of the sheet; those of the whole file stand under row 0.
pub(super) type ByRow = BTreeMap<u32, Vec<Trouble>>;

/// Sorts what reading found by row.
pub(super) fn by_row(problems: &ingest::Problems) -> ByRow {
    let mut all = ByRow::new();
    for problem in problems.shown() {
        all.entry(problem.row.unwrap_or(0)).or_default().push(Trouble::from(problem));
    }
    all
}

/// Turns every stored `{"zh", "en"}` into the text of one language.
pub(super) fn in_language(value: &mut Value, language: Language) {
    let word = if language == Language::Chinese { "zh" } else { "en" };
    match value {
        Value::Object(map) if map.len() == 2 && map.contains_key("zh") && map.contains_key("en") => {
            *value = map.remove(word).unwrap_or_default();
        }
        Value::Object(map) => map.values_mut().for_each(|inner| in_language(inner, language)),
        Value::Array(list) => list.iter_mut().for_each(|inner| in_language(inner, language)),
        _ => {}
    }
}
