//! XML events under a budget: every piece is bounded, nesting is bounded, DTDs and entities are refused.

use std::io::{self, BufRead, BufReader, Read};

use formula::Sentence;
use quick_xml::{
    Reader,
    events::{BytesRef, BytesStart, Event},
};

use super::{Refusal, archive, damaged};
use crate::{CellProblem, Code, limits};

/// A stream of XML events.
pub(crate) struct Xml<R: Read> {
    reader: Reader<Metered<R>>,
    buffer: Vec<u8>,
    depth: usize,
}

impl<R: Read> Xml<R> {
    pub(crate) fn new(source: R) -> Self {
        let source = Metered { inner: BufReader::with_capacity(64 * 1024, source), left: 0 };
        let mut reader = Reader::from_reader(source);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, buffer: Vec::new(), depth: 0 }
    }

    /// The next event; comments, declarations and instructions are passed over. `Eof` ends the stream.
    pub(crate) fn next(&mut self) -> Result<Event<'_>, Refusal> {
        // The loop lives in `advance`: the borrow checker cannot return an event from inside one.
        let kind = self.advance()?;
        Ok(kind.into_event())
    }

    fn advance(&mut self) -> Result<Owned<'_>, Refusal> {
        self.buffer.clear();
        self.reader.get_mut().left = limits::XML_PIECE_BYTES;
        let event = self.reader.read_event_into(&mut self.buffer).map_err(|error| refusal(&error))?;
        match &event {
            Event::Start(_) => self.depth += 1,
            Event::End(_) => self.depth = self.depth.saturating_sub(1),
            Event::DocType(_) => return Err(entity("DOCTYPE")),
            _ => {}
        }
        if self.depth > limits::XML_DEPTH {
            return Err(damaged("nested too deeply"));
        }
        Ok(Owned(event))
    }
}

struct Owned<'a>(Event<'a>);

impl<'a> Owned<'a> {
    fn into_event(self) -> Event<'a> {
        self.0
    }
}

/// Counts what one event consumes.
struct Metered<R: Read> {
    inner: BufReader<R>,
    left: u64,
}

impl<R: Read> Read for Metered<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.inner.read(buffer)
    }
}

impl<R: Read> BufRead for Metered<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.left == 0 {
            return Err(io::Error::new(io::ErrorKind::FileTooLarge, "piece of XML too long"));
        }
        self.inner.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        self.left = self.left.saturating_sub(amount as u64);
        self.inner.consume(amount);
    }
}

fn refusal(error: &quick_xml::Error) -> Refusal {
    match error {
        quick_xml::Error::Io(error) if error.kind() == io::ErrorKind::FileTooLarge => text_too_long(),
        quick_xml::Error::Io(error) => archive::read_refusal(error),
        other => damaged(&other.to_string()),
    }
}

/// A text that no spreadsheet can hold.
pub(crate) fn text_too_long() -> Refusal {
    Box::new(
        CellProblem::error(
            Code::TextTooLong,
            Sentence::new("单元格文字超过32,767个字符。", "The text of a cell exceeds 32,767 characters."),
        )
        .with_hint("删去过长的文字", "remove the overlong text"),
    )
}

fn entity(name: &str) -> Refusal {
    Box::new(
        CellProblem::error(
            Code::XmlEntity,
            Sentence::new(
                format!("工作簿内含 DTD 或自定义实体（{name}），不予读取。"),
                format!("The workbook holds a DTD or custom entities ({name}) and is not read."),
            ),
        )
        .with_hint(
            "在 Excel 或 WPS 中打开，把数据复制到新工作簿",
            "open it in Excel or WPS and copy the data into a new workbook",
        ),
    )
}

/// The character a reference such as `&amp;` or `&#10;` stands for; anything else is refused.
pub(crate) fn referenced(reference: &BytesRef<'_>) -> Result<char, Refusal> {
    match &**reference {
        "amp" => Ok('&'),
        "lt" => Ok('<'),
        "gt" => Ok('>'),
        "quot" => Ok('"'),
        "apos" => Ok('\''),
        name => match reference.resolve_char_ref() {
            Ok(Some(letter)) => Ok(letter),
            _ => Err(entity(name)),
        },
    }
}

/// An attribute by its name without prefix, unescaped; `None` when it is not there.
pub(crate) fn attribute(element: &BytesStart<'_>, name: &str) -> Result<Option<String>, Refusal> {
    for attribute in element.attributes().with_checks(false) {
        let attribute = attribute.map_err(|error| damaged(&error.to_string()))?;
        if attribute.key.local_name().as_ref() == name {
            let value = quick_xml::escape::unescape(&attribute.value).map_err(|_| entity(name))?;
            return Ok(Some(value.into_owned()));
        }
    }
    Ok(None)
}

/// Adds to a cell's text, within the limit.
pub(crate) fn push_text(text: &mut String, more: &str) -> Result<(), Refusal> {
    if text.len() + more.len() > limits::CELL_CHARACTERS * 4 {
        return Err(text_too_long());
    }
    text.push_str(more);
    Ok(())
}
