//! Lists: pages by cursor, sorted by an allowed name only, with the total.

use crate::{
    problem::{Code, Field, Problem},
    text,
};
use serde::Serialize;
use store::{Mark, MarkValue, Page, PageRequest};
use utoipa::ToSchema;

const DEFAULT_LIMIT: u64 = 50;
const GREATEST_LIMIT: u64 = 200;

/// One page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct List<T: ToSchema> {
    /// The rows of this page.
    items: Vec<T>,
    /// Send this as `cursor` for the next page; absent on the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<String>,
    /// How many rows the whole list has.
    total: u64,
}

/// What a caller asked for: the sort and the page.
pub(crate) struct Asked<S> {
    pub(crate) sort: S,
    pub(crate) page: PageRequest,
    word: String,
}

/// Reads `limit`, `cursor` and `sort` (a name of `allowed`, with `-` for greatest first; the first is the default).
///
/// # Errors
/// 400 with each parameter that is not understood.
pub(crate) fn asked<S: Copy>(
    limit: Option<u64>,
    cursor: Option<&str>,
    sort: Option<&str>,
    allowed: &[(&str, S)],
) -> Result<Asked<S>, Problem> {
    let mut wrong = Vec::new();
    let word = sort.map_or_else(|| allowed[0].0.to_owned(), str::to_owned);
    let found = allowed.iter().find(|(name, _)| *name == word.trim_start_matches('-'));
    if found.is_none() {
        let names = allowed.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
        wrong.push(Field::new(
            "?sort",
            format!("可排序的字段：{names}"),
            format!("may be sorted by: {names}"),
        ));
    }
    let limit = limit.unwrap_or(DEFAULT_LIMIT);
    if !(1..=GREATEST_LIMIT).contains(&limit) {
        wrong.push(Field::new("?limit", "应为 1 至 200", "must be 1 to 200"));
    }
    let after = match cursor.map(|text| read_cursor(text, &word)) {
        Some(None) => {
            wrong.push(Field::new("?cursor", "不是此列表的续页标记", "not a cursor of this list"));
            None
        }
        Some(mark) => mark,
        None => None,
    };
    match found {
        Some((_, sort)) if wrong.is_empty() => {
            let page = PageRequest { limit, after, descending: word.starts_with('-') };
            Ok(Asked { sort: *sort, page, word })
        }
        _ => Err(Problem::new(Code::QueryNotUnderstood).at(wrong)),
    }
}

/// The whole list in one piece, sorted as asked for: for exports. `rows` and one more are read at most.
///
/// # Errors
/// 400 when the sort is not understood.
pub(crate) fn whole<S: Copy>(
    sort: Option<&str>,
    allowed: &[(&str, S)],
    rows: u32,
) -> Result<Asked<S>, Problem> {
    let mut asked = asked(None, None, sort, allowed)?;
    asked.page.limit = rows.into();
    Ok(asked)
}

/// One page of a list that is in memory; the cursor is the place in it.
pub(crate) fn in_memory<T, S>(all: Vec<T>, asked: &Asked<S>) -> Page<T> {
    let total = all.len() as u64;
    let from = match asked.page.after.as_ref().map(|mark| &mark.value) {
        Some(MarkValue::Number(place)) => u64::try_from(*place).unwrap_or(0),
        _ => 0,
    };
    let until = from.saturating_add(asked.page.limit).min(total);
    let size = |count: u64| usize::try_from(count).unwrap_or(usize::MAX);
    let items = all.into_iter().skip(size(from)).take(size(until.saturating_sub(from))).collect();
    let place = i64::try_from(until).unwrap_or(i64::MAX);
    let next = (until < total).then(|| Mark { value: MarkValue::Number(place), id: String::new() });
    Page { items, next, total }
}

fn read_cursor(text: &str, sort: &str) -> Option<Mark> {
    let (word, number, plain, id): (String, Option<i64>, Option<String>, String) =
        serde_json::from_slice(&text::unhex(text)?).ok()?;
    let value = match (number, plain) {
        (Some(number), None) => MarkValue::Number(number),
        (None, Some(plain)) => MarkValue::Text(plain),
        _ => return None,
    };
    (word == sort).then_some(Mark { value, id })
}

impl<S> Asked<S> {
    /// The page as it is sent.
    pub(crate) fn list<T, U: ToSchema>(&self, page: Page<T>, turn: impl FnMut(T) -> U) -> List<U> {
        let next = page.next.map(|mark| self.cursor(&mark));
        List { items: page.items.into_iter().map(turn).collect(), next, total: page.total }
    }

    fn cursor(&self, mark: &Mark) -> String {
        let (number, plain) = match &mark.value {
            MarkValue::Number(number) => (Some(*number), None),
            MarkValue::Text(plain) => (None, Some(plain)),
        };
        let parts = serde_json::json!([self.word, number, plain, mark.id]);
        text::hex(parts.to_string().as_bytes())
    }
}
