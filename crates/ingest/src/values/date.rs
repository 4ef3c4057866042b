//! Dates as people write them.

use jiff::civil::Date;

use super::{Fault, fault, placeholder_word, unreadable};
use crate::{
    Code,
    sheets::{Value, is_space},
    text::{is_placeholder, tidy},
};

/// A date: a cell shown as one, `2020-01-05`, `2020/1/5`, `2020.1.5`, `2020年1月5日`, `20200105`, each with or without
/// a time of day, which is dropped.
pub(crate) fn read_date(value: Value<'_>) -> Result<Date, Fault> {
    if let Some(fault) = unreadable(&value) {
        return Err(fault);
    }
    match value {
        Value::Date { moment: Some(moment), serial } if serial >= 1.0 => Ok(moment.date()),
        Value::Text(text) => from_text(text),
        Value::Number(number) => from_eight_digits(&number.to_string()).ok_or_else(|| {
            Box::new(no_date().with_hint(
                "把单元格格式设为日期，或写成 2020-01-05",
                "give the cell a date format, or write 2020-01-05",
            ))
        }),
        _ => Err(Box::new(usual_hint(no_date()))),
    }
}

fn from_text(text: &str) -> Result<Date, Fault> {
    let tidied = tidy(text);
    if is_placeholder(&tidied) {
        return Err(Box::new(placeholder_word()));
    }
    let day = without_time(&tidied);
    from_eight_digits(day).or_else(|| from_parts(day)).ok_or_else(|| Box::new(usual_hint(no_date())))
}

/// Cuts ` 00:00:00`, `T08:30` and the like.
fn without_time(text: &str) -> &str {
    match text.split_once(|letter: char| letter == 'T' || is_space(letter)) {
        Some((day, time)) if time.contains(':') => day,
        _ => text,
    }
}

fn from_eight_digits(text: &str) -> Option<Date> {
    if text.len() != 8 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    date(&text[..4], &text[4..6], &text[6..])
}

fn from_parts(text: &str) -> Option<Date> {
    let text: String = text.chars().filter(|letter| !is_space(*letter)).collect();
    let text = text.strip_suffix('日').unwrap_or(&text);
    let separators: Vec<char> = text.chars().filter(|letter| !letter.is_ascii_digit()).collect();
    if !matches!(separators[..], ['-', '-'] | ['/', '/'] | ['.', '.'] | ['年', '月']) {
        return None;
    }
    let mut parts = text.split(|letter: char| !letter.is_ascii_digit());
    date(parts.next()?, parts.next()?, parts.next()?)
}

fn date(year: &str, month: &str, day: &str) -> Option<Date> {
    // A year of two digits has two meanings.
    if year.len() != 4 || !(1..=2).contains(&month.len()) || !(1..=2).contains(&day.len()) {
        return None;
    }
    let date = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()?;
    (1800..=2200).contains(&date.year()).then_some(date)
}

fn no_date() -> crate::CellProblem {
    fault(Code::NotADate, "不是有效日期。", "The value is not a date.")
}

fn usual_hint(problem: crate::CellProblem) -> crate::CellProblem {
    problem
        .with_hint("写成 2020-01-05、2020/1/5 或 2020年1月5日", "write 2020-01-05, 2020/1/5 or 2020年1月5日")
}
