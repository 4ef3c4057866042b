//! A problem of a rule file: where, what, why, how to mend.

use std::sync::Arc;

use formula::{Diagnostic, Sentence, Severity, Span};

use super::{Node, Place, Source};

/// One problem of a rule file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Permanent kebab-case code; meanings in [`crate::codes::CODES`].
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// Where.
    pub place: Place,
    /// What and why.
    pub message: Sentence,
    /// How to mend it.
    pub hint: Option<Sentence>,
}

impl Problem {
    /// An error at a place.
    #[must_use]
    pub fn error(code: &'static str, place: Place, message: Sentence) -> Self {
        debug_assert!(crate::codes::meaning(code).is_some(), "{code} is not among the codes");
        Self { code, severity: Severity::Error, place, message, hint: None }
    }

    /// A warning at a place.
    #[must_use]
    pub fn warning(code: &'static str, place: Place, message: Sentence) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, place, message) }
    }

    /// An error about a file that has no text to point at (it cannot be read, it is not UTF-8 …).
    #[must_use]
    pub fn of_file(code: &'static str, path: &str, message: Sentence) -> Self {
        let place = Place { source: Source::new(path, ""), span: Span::new(0, 0) };
        Self::error(code, place, message)
    }

    /// The same with a hint.
    #[must_use]
    pub fn with_hint(mut self, hint: Sentence) -> Self {
        self.hint = Some(hint);
        self
    }

    /// The same with a hint if there is one.
    #[must_use]
    pub fn with_optional_hint(mut self, hint: Option<Sentence>) -> Self {
        self.hint = hint;
        self
    }

    /// Whether the rule cannot be used.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

/// Problems as they are found. Reading never stops at the first.
#[derive(Debug, Default)]
pub struct Problems {
    list: Vec<Problem>,
}

impl Problems {
    /// None yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one.
    pub fn push(&mut self, problem: Problem) {
        self.list.push(problem);
    }

    /// Adds an error about `node`.
    pub fn error(&mut self, code: &'static str, node: &Node, message: Sentence) {
        self.push(Problem::error(code, node.head(), message));
    }

    /// Adds an error about `node` with a hint.
    pub fn error_with_hint(&mut self, code: &'static str, node: &Node, message: Sentence, hint: Sentence) {
        self.push(Problem::error(code, node.head(), message).with_hint(hint));
    }

    /// Adds a warning about `node`.
    pub fn warning(&mut self, code: &'static str, node: &Node, message: Sentence) {
        self.push(Problem::warning(code, node.head(), message));
    }

    /// Adds what the formula checker found in the text of `node`, at the place in the file.
    pub fn diagnostics(&mut self, node: &Node, diagnostics: Vec<Diagnostic>) {
        for found in diagnostics {
            let Diagnostic { code, severity, span, message, hint } = found;
            self.push(Problem { code, severity, place: node.place_in_text(span), message, hint });
        }
    }

    /// Whether any of them is an error.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.list.iter().any(Problem::is_error)
    }

    /// How many there are so far; with [`Problems::errors_since`] tells whether a step went well.
    #[must_use]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Whether an error was added after there were `count` problems.
    #[must_use]
    pub fn errors_since(&self, count: usize) -> bool {
        self.list.iter().skip(count).any(Problem::is_error)
    }

    /// All of them by file and place, each once.
    #[must_use]
    pub fn into_sorted(self) -> Vec<Problem> {
        let mut list = self.list;
        list.sort_by(|a, b| {
            let key = |problem: &Problem| (problem.place.span.start, problem.place.span.end, problem.code);
            a.place.file().cmp(b.place.file()).then_with(|| key(a).cmp(&key(b)))
        });
        list.dedup_by(|a, b| {
            a.code == b.code
                && a.message == b.message
                && a.place.span == b.place.span
                && (Arc::ptr_eq(&a.place.source, &b.place.source) || a.place.file() == b.place.file())
        });
        list
    }
}
