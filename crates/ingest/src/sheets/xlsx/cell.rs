//! The cells of one sheet as a stream.

use std::{io::Read, ops::ControlFlow};

use formula::Sentence;
use quick_xml::events::{BytesStart, Event};

use super::{
    super::{Merged, SheetEnd, Sink, Value, too_many_cells},
    Refusal, damaged, serial,
    strings::{SharedStrings, finished, rich_text},
    styles::{Seen, Styles},
    xml::{Xml, attribute, push_text, referenced},
};
use crate::{CellProblem, Code, limits};

/// What a cell needs to know of its workbook.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    pub(crate) strings: &'a SharedStrings,
    pub(crate) styles: &'a Styles,
    pub(crate) date1904: bool,
}

/// Reads one sheet from its first to its last cell.
pub(crate) struct SheetReader<'a, R: Read> {
    xml: Xml<R>,
    context: Context<'a>,
    /// The row being read, 0 before the first.
    row: u32,
    /// The next free column.
    column: u32,
    cells: u64,
    end: SheetEnd,
}

/// What a `<c>` element held, before it is understood.
#[derive(Default)]
struct Content {
    raw: String,
    inline: Option<String>,
    formula: bool,
    has_value: bool,
}

impl<'a, R: Read> SheetReader<'a, R> {
    pub(crate) fn new(xml: Xml<R>, context: Context<'a>) -> Self {
        Self { xml, context, row: 0, column: 0, cells: 0, end: SheetEnd::default() }
    }

    /// Streams all cells to `sink`.
    pub(crate) fn scan(mut self, sink: &mut dyn Sink) -> Result<SheetEnd, Refusal> {
        loop {
            match self.xml.next()? {
                Event::Eof => return Ok(self.end),
                Event::Start(element) => match element.local_name().as_ref() {
                    "dimension" => check_dimension(&element)?,
                    "row" => {
                        let row = row_number(&element, self.row)?;
                        (self.row, self.column) = (row, 0);
                    }
                    "c" => {
                        let head = Head::of(&element, self.row, self.column)?;
                        self.cell(&head, sink)?;
                    }
                    "mergeCell" => {
                        let merged = attribute(&element, "ref")?.as_deref().and_then(area);
                        self.end.merged.extend(merged.filter(|_| self.end.merged.len() < 10_000));
                    }
                    _ => {}
                },
                Event::End(element) if element.local_name().as_ref() == "row" => {
                    let flow = sink.row_end(self.row, None);
                    if flow == ControlFlow::Break(()) {
                        return Ok(self.end);
                    }
                }
                _ => {}
            }
        }
    }

    fn cell(&mut self, head: &Head, sink: &mut dyn Sink) -> Result<(), Refusal> {
        self.column = head.column + 1;
        let content = self.content()?;
        let place = |mut refusal: Refusal| {
            refusal.row = Some(self.row);
            refusal.column = Some(crate::ColumnPlace { index: head.column, name: String::new() });
            refusal
        };
        if let Some(text) = content.inline.as_deref().filter(|_| head.kind == Kind::Inline) {
            return self.deliver(head, Value::Text(text), sink);
        }
        if !content.has_value {
            return if content.formula { self.deliver(head, Value::NoResult, sink) } else { Ok(()) };
        }
        let text = finished(content.raw).map_err(place)?;
        let value = self.value(head, &text)?;
        self.deliver(head, value, sink)
    }

    fn deliver(&mut self, head: &Head, value: Value<'_>, sink: &mut dyn Sink) -> Result<(), Refusal> {
        self.cells += 1;
        if self.cells > limits::CELLS {
            return Err(too_many_cells());
        }
        sink.cell(self.row, head.column, value);
        Ok(())
    }

    /// Everything up to `</c>`.
    fn content(&mut self) -> Result<Content, Refusal> {
        let mut content = Content::default();
        let mut inside = false;
        loop {
            let mut inline = false;
            match self.xml.next()? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "v" => inside = true,
                    "f" => content.formula = true,
                    "is" => inline = true,
                    _ => {}
                },
                Event::Text(text) if inside => push_text(&mut content.raw, &text)?,
                Event::CData(text) if inside => push_text(&mut content.raw, &text)?,
                Event::GeneralRef(reference) if inside => {
                    let letter = referenced(&reference)?;
                    push_text(&mut content.raw, letter.encode_utf8(&mut [0; 4]))?;
                }
                Event::End(element) => match element.local_name().as_ref() {
                    "v" => (inside, content.has_value) = (false, true),
                    "c" => return Ok(content),
                    _ => {}
                },
                Event::Eof => return Err(damaged("it ends inside a cell")),
                _ => {}
            }
            if inline {
                content.inline = Some(rich_text(&mut self.xml, "is")?);
            }
        }
    }

    fn value<'t>(&self, head: &Head, text: &'t str) -> Result<Value<'t>, Refusal>
    where
        'a: 't,
    {
        Ok(match head.kind {
            Kind::Shared => {
                let index = text.trim().parse().map_err(|_| damaged("a shared text has no number"))?;
                Value::Text(
                    self.context.strings.get(index).ok_or_else(|| damaged("a shared text is not there"))?,
                )
            }
            Kind::Text | Kind::Inline => Value::Text(text),
            Kind::Truth => Value::Truth(matches!(text.trim(), "1" | "true")),
            Kind::Error => Value::Error(text),
            Kind::Number => self.number(head, text)?,
        })
    }

    fn number<'t>(&self, head: &Head, text: &'t str) -> Result<Value<'t>, Refusal> {
        let trimmed = text.trim();
        if trimmed.is_empty() {
            return Ok(Value::Text(""));
        }
        let number: f64 = trimmed.parse().map_err(|_| damaged("a number is no number"))?;
        if !number.is_finite() {
            return Ok(Value::Text(text));
        }
        Ok(match self.context.styles.seen(head.style) {
            Seen::Plain => Value::Number(number),
            Seen::Percent => Value::Percent(number),
            Seen::Date => {
                Value::Date { serial: number, moment: serial::moment(number, self.context.date1904) }
            }
        })
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Number,
    Shared,
    Text,
    Inline,
    Truth,
    Error,
}

/// The attributes of a `<c>` element.
struct Head {
    column: u32,
    style: usize,
    kind: Kind,
}

impl Head {
    /// Cells must come in reading order: everything after relies on it.
    fn of(element: &BytesStart<'_>, row: u32, next_column: u32) -> Result<Self, Refusal> {
        let mut head = Self { column: next_column, style: 0, kind: Kind::Number };
        for attribute in element.attributes().with_checks(false) {
            let attribute = attribute.map_err(|error| damaged(&error.to_string()))?;
            match attribute.key.as_ref() {
                "r" => {
                    let (column, at) =
                        reference(&attribute.value).ok_or_else(|| damaged("a cell has no place"))?;
                    if at != row || column < next_column {
                        return Err(damaged("its cells are out of order"));
                    }
                    head.column = column;
                }
                "s" => head.style = attribute.value.parse().unwrap_or_default(),
                "t" => head.kind = kind(&attribute.value),
                _ => {}
            }
        }
        if row == 0 || head.column >= limits::COLUMNS {
            return Err(damaged("a cell has no place"));
        }
        Ok(head)
    }
}

fn kind(text: &str) -> Kind {
    match text {
        "s" => Kind::Shared,
        "str" | "d" => Kind::Text,
        "inlineStr" => Kind::Inline,
        "b" => Kind::Truth,
        "e" => Kind::Error,
        _ => Kind::Number,
    }
}

fn row_number(element: &BytesStart<'_>, before: u32) -> Result<u32, Refusal> {
    let row = match attribute(element, "r")? {
        Some(text) => text.parse().map_err(|_| damaged("a row has no number"))?,
        None => before + 1,
    };
    if row > 1_048_576 {
        return Err(damaged("it has rows beyond the last"));
    }
    if row <= before {
        return Err(damaged("its rows are out of order"));
    }
    Ok(row)
}

/// `BC23` as column (from 0) and row (from 1).
fn reference(text: &str) -> Option<(u32, u32)> {
    let digits = text.find(|letter: char| letter.is_ascii_digit())?;
    let (letters, digits) = text.split_at(digits);
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    let column = letters.bytes().try_fold(0u32, |column, letter| match letter.to_ascii_uppercase() {
        letter @ b'A'..=b'Z' => Some(column * 26 + u32::from(letter - b'A') + 1),
        _ => None,
    })?;
    Some((column - 1, digits.parse().ok()?))
}

/// `A1:C7`, or a single cell.
fn area(text: &str) -> Option<Merged> {
    let text = text.replace('$', "");
    let (from, to) = text.split_once(':').unwrap_or((&text, &text));
    let ((left, top), (right, bottom)) = (reference(from)?, reference(to)?);
    Some(Merged { rows: (top.min(bottom), top.max(bottom)), columns: (left.min(right), left.max(right)) })
}

fn check_dimension(element: &BytesStart<'_>) -> Result<(), Refusal> {
    let declared = attribute(element, "ref")?.as_deref().and_then(area);
    let Some(Merged { rows, columns }) = declared else {
        return Ok(());
    };
    let height = u64::from(rows.1 - rows.0) + 1;
    let width = u64::from(columns.1 - columns.0) + 1;
    if height * width <= limits::DECLARED_CELLS {
        return Ok(());
    }
    Err(Box::new(
        CellProblem::error(
            Code::TooLarge,
            Sentence::new(
                format!("工作表自称有{height}行×{width}列。"),
                format!("The sheet declares {height} rows × {width} columns."),
            ),
        )
        .with_hint(
            "把有数据的区域复制到新工作簿后再导入",
            "copy the area with data into a new workbook and import that",
        ),
    ))
}

#[cfg(test)]
mod tests {
    use super::{area, reference};

    #[test]
    fn references_are_read() {
        for (text, place) in [
            ("A1", Some((0, 1))),
            ("XFD1048576", Some((16_383, 1_048_576))),
            ("aa10", Some((26, 10))),
            ("1", None),
            ("A", None),
            ("ABCD1", None),
            ("A-1", None),
        ] {
            assert_eq!(reference(text), place, "{text}");
        }
        let merged = area("$B$2:A1").unwrap();
        assert_eq!((merged.rows, merged.columns), ((1, 2), (0, 1)));
    }
}
