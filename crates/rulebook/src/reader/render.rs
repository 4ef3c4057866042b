//! How a problem looks to people: `file:line:column`, the line, an underline, a sentence, a hint.

use std::fmt::Write;

use formula::{Language, Severity};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::Problem;

/// Longest stretch of a source line shown, in terminal columns.
const WIDEST_LINE: usize = 120;

/// The problem as text of several lines, ending in a line break.
///
/// ```text
/// 错误[unknown-key] a.yaml:3:5: 不认识的键“ful”
///   |
/// 3 |     ful: 8
///   |     ^^^
///   = 是不是“full”？
/// ```
#[must_use]
pub fn render(problem: &Problem, language: Language) -> String {
    let start = problem.place.start();
    let message = problem.message.in_language(language);
    let word = severity_word(problem.severity, language);
    let mut text = String::new();
    let place = format!("{}:{}:{}", problem.place.file(), start.line, start.column);
    push_line(&mut text, &format!("{word}[{}] {place}: {message}", problem.code));
    if !problem.place.source.text().is_empty() {
        push_excerpt(&mut text, problem);
    }
    if let Some(hint) = &problem.hint {
        let margin = " ".repeat(start.line.to_string().len());
        push_line(&mut text, &format!("{margin} = {}", hint.in_language(language)));
    }
    text
}

fn severity_word(severity: Severity, language: Language) -> &'static str {
    match (severity, language) {
        (Severity::Error, Language::Chinese) => "错误",
        (Severity::Error, Language::English) => "error",
        (Severity::Warning, Language::Chinese) => "警告",
        (Severity::Warning, Language::English) => "warning",
    }
}

fn push_excerpt(text: &mut String, problem: &Problem) {
    let (start, end) = (problem.place.start(), problem.place.end());
    let full = problem.place.source.line(start.line);
    let line: String = full.chars().map(visible).collect();
    let last = if end.line > start.line { line.trim_end().chars().count() + 1 } else { end.column };
    let (line, first) = window(&line, start.column - 1);
    let length = last.saturating_sub(start.column).max(1);
    let before: String = line.chars().take(first).collect();
    let marked: String = line.chars().skip(first).take(length).collect();
    let number = start.line.to_string();
    let margin = " ".repeat(number.len());
    push_line(text, &format!("{margin} |"));
    push_line(text, &format!("{number} | {line}"));
    let underline = "^".repeat(marked.width().max(1));
    push_line(text, &format!("{margin} | {}{underline}", " ".repeat(before.width())));
}

/// Tabs and control characters have no fixed width; they are shown as one space.
fn visible(character: char) -> char {
    if character.width().is_none() { ' ' } else { character }
}

/// The part of a long line around the marked character, and the character's index in that part.
fn window(line: &str, marked: usize) -> (String, usize) {
    if line.width() <= WIDEST_LINE {
        return (line.to_owned(), marked);
    }
    let from = marked.saturating_sub(WIDEST_LINE / 4);
    let shown: String = line.chars().skip(from).take(WIDEST_LINE / 2).collect();
    if from == 0 { (format!("{shown}…"), marked) } else { (format!("…{shown}…"), marked - from + 1) }
}

fn push_line(text: &mut String, line: &str) {
    // Writing to a String cannot fail.
    let _ = writeln!(text, "{}", line.trim_end());
}

/// Several problems, one after the other with an empty line between.
#[must_use]
pub fn render_all(problems: &[Problem], language: Language) -> String {
    problems.iter().map(|problem| render(problem, language)).collect::<Vec<_>>().join("\n")
}
