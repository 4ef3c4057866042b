//! Shared texts: one arena instead of a million allocations.

use quick_xml::events::Event;

use super::{
    Refusal,
    archive::Archive,
    xml::{Xml, push_text, referenced, text_too_long},
};
use crate::{CellProblem, Code, limits};

/// The shared texts of a workbook by index.
#[derive(Default)]
pub(crate) struct SharedStrings {
    arena: String,
    ends: Vec<u32>,
}

impl SharedStrings {
    /// The text at `index`.
    pub(crate) fn get(&self, index: usize) -> Option<&str> {
        let end = *self.ends.get(index)? as usize;
        let start = if index == 0 { 0 } else { self.ends[index - 1] as usize };
        self.arena.get(start..end)
    }

    fn push(&mut self, text: &str) -> Result<(), Refusal> {
        if self.arena.len() + text.len() > limits::TEXT_BYTES || self.ends.len() >= 1 << 23 {
            return Err(too_much());
        }
        self.arena.push_str(text);
        self.ends.push(u32::try_from(self.arena.len()).unwrap_or(u32::MAX));
        Ok(())
    }
}

fn too_much() -> Refusal {
    Box::new(
        CellProblem::error(
            Code::TooLarge,
            formula::Sentence::new("工作簿中的文字总量过大。", "The workbook holds too much text."),
        )
        .with_hint("只保留需要的列，或拆分工作簿", "keep only the columns needed, or split the workbook"),
    )
}

/// Reads the part with the shared texts. Phonetic guides are left out.
pub(crate) fn read(archive: &mut Archive, part: &str) -> Result<SharedStrings, Refusal> {
    let mut strings = SharedStrings::default();
    if archive.find(part).is_none() {
        return Ok(strings);
    }
    let mut xml = Xml::new(archive.part(part, limits::SHARED_BYTES)?);
    loop {
        match xml.next()? {
            Event::Eof => return Ok(strings),
            Event::Start(element) if element.local_name().as_ref() == "si" => {
                let text = rich_text(&mut xml, "si")?;
                strings.push(&text)?;
            }
            _ => {}
        }
    }
}

/// The text inside `<si>` or `<is>`: all `<t>` outside phonetic guides, joined.
pub(crate) fn rich_text<R: std::io::Read>(xml: &mut Xml<R>, end: &str) -> Result<String, Refusal> {
    let mut text = String::new();
    let (mut inside, mut phonetic) = (false, false);
    loop {
        match xml.next()? {
            Event::Start(element) => match element.local_name().as_ref() {
                "t" => inside = !phonetic,
                "rPh" => phonetic = true,
                _ => {}
            },
            Event::Text(more) if inside => push_text(&mut text, &more)?,
            Event::CData(more) if inside => push_text(&mut text, &more)?,
            Event::GeneralRef(reference) if inside => {
                let letter = referenced(&reference)?;
                push_text(&mut text, letter.encode_utf8(&mut [0; 4]))?;
            }
            Event::End(element) => match element.local_name().as_ref() {
                "t" => inside = false,
                "rPh" => phonetic = false,
                name if name == end => return finished(text),
                _ => {}
            },
            Event::Eof => return Err(super::damaged("it ends inside a text")),
            _ => {}
        }
    }
}

/// Decodes `_x000D_` as spreadsheets do and checks the length they allow.
pub(crate) fn finished(text: String) -> Result<String, Refusal> {
    // XML makes all line ends one before anybody sees them; only then may an escape bring a carriage return back.
    let text = one_line_end(text);
    let text = if text.contains("_x") { one_line_end(decode_escapes(&text)) } else { text };
    if text.len() > limits::CELL_CHARACTERS && text.chars().count() > limits::CELL_CHARACTERS {
        return Err(text_too_long());
    }
    Ok(text)
}

fn one_line_end(text: String) -> String {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text }
}

fn decode_escapes(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find("_x") {
        let (before, escape) = rest.split_at(start);
        decoded.push_str(before);
        let letter = escape
            .get(2..6)
            .filter(|_| escape.as_bytes().get(6) == Some(&b'_'))
            .and_then(|digits| u32::from_str_radix(digits, 16).ok())
            .and_then(char::from_u32);
        match letter {
            Some(letter) => {
                decoded.push(letter);
                rest = &escape[7..];
            }
            None => {
                decoded.push_str("_x");
                rest = &escape[2..];
            }
        }
    }
    decoded.push_str(rest);
    decoded
}

#[cfg(test)]
mod tests {
    use super::finished;

    #[test]
    fn escaped_control_characters_are_decoded_once() {
        for (raw, text) in [
            ("ABC_x000D_\nDEF", "ABC\nDEF"),
            ("ABC_x000D_\r\nDEF", "ABC\nDEF"),
            ("SH_x005F_x000D_Z002", "SH_x000D_Z002"),
            ("a_xZZZZ_b", "a_xZZZZ_b"),
            ("_x", "_x"),
            ("研_x发", "研_x发"),
        ] {
            assert_eq!(finished(raw.to_owned()).unwrap(), text);
        }
    }

    #[test]
    fn a_text_longer_than_a_cell_may_hold_is_refused() {
        assert!(finished("字".repeat(32_767)).is_ok());
        assert!(finished("字".repeat(32_768)).is_err());
    }
}
