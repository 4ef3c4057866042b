//! Number formats: whether a number is seen as a date or as a percentage.

use std::collections::HashMap;

use quick_xml::events::Event;

use super::{
    Refusal,
    archive::Archive,
    xml::{Xml, attribute},
};
use crate::limits;

/// How a number is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Seen {
    /// As a number.
    #[default]
    Plain,
    /// As a date or time.
    Date,
    /// Times a hundred, with `%`.
    Percent,
}

/// How each cell style shows numbers.
#[derive(Default)]
pub(crate) struct Styles(Vec<Seen>);

impl Styles {
    /// How style `index` shows a number.
    pub(crate) fn seen(&self, index: usize) -> Seen {
        self.0.get(index).copied().unwrap_or_default()
    }
}

/// Reads the styles part.
pub(crate) fn read(archive: &mut Archive, part: &str) -> Result<Styles, Refusal> {
    let mut styles = Styles::default();
    if archive.find(part).is_none() {
        return Ok(styles);
    }
    let mut formats = HashMap::new();
    let mut in_cell_formats = false;
    let mut xml = Xml::new(archive.part(part, limits::PART_BYTES)?);
    loop {
        match xml.next()? {
            Event::Eof => return Ok(styles),
            Event::Start(element) => match element.local_name().as_ref() {
                "numFmt" => {
                    let id = number(attribute(&element, "numFmtId")?);
                    let code = attribute(&element, "formatCode")?.unwrap_or_default();
                    formats.insert(id, of_format(&code));
                }
                "cellXfs" => in_cell_formats = true,
                "xf" if in_cell_formats => {
                    let id = number(attribute(&element, "numFmtId")?);
                    styles.0.push(formats.get(&id).copied().unwrap_or_else(|| of_builtin(id)));
                }
                _ => {}
            },
            Event::End(element) if element.local_name().as_ref() == "cellXfs" => in_cell_formats = false,
            _ => {}
        }
    }
}

fn number(text: Option<String>) -> u32 {
    text.and_then(|text| text.parse().ok()).unwrap_or_default()
}

/// The formats every spreadsheet knows without a definition, the Chinese ones included.
fn of_builtin(id: u32) -> Seen {
    match id {
        9 | 10 => Seen::Percent,
        14..=22 | 27..=36 | 45..=47 | 50..=58 => Seen::Date,
        _ => Seen::Plain,
    }
}

/// A format code: quoted text, escaped letters and `[…]` (colours, locales) say nothing, `[h]` does.
fn of_format(code: &str) -> Seen {
    let mut letters = code.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => _ = letters.by_ref().find(|&next| next == '"'),
            '\\' | '_' | '*' => _ = letters.next(),
            '[' => {
                let inside: String = letters.by_ref().take_while(|&next| next != ']').collect();
                if matches!(inside.to_ascii_lowercase().as_str(), "h" | "hh" | "m" | "mm" | "s" | "ss") {
                    return Seen::Date;
                }
            }
            '%' => return Seen::Percent,
            'y' | 'Y' | 'm' | 'M' | 'd' | 'D' | 'h' | 'H' | 's' | 'S' => return Seen::Date,
            _ => {}
        }
    }
    Seen::Plain
}

#[cfg(test)]
mod tests {
    use super::{Seen, of_format};

    #[test]
    fn a_format_code_tells_dates_and_percentages() {
        for (code, seen) in [
            ("General", Seen::Plain),
            ("G/通用格式", Seen::Plain),
            ("#,##0.00_ ;[Red]\\-#,##0.00\\ ", Seen::Plain),
            ("0.00E+00", Seen::Plain),
            ("0\"days\"", Seen::Plain),
            ("[$¥-804]#,##0", Seen::Plain),
            ("_-* #,##0.00_-", Seen::Plain),
            ("@", Seen::Plain),
            ("0.0%", Seen::Percent),
            ("yyyy\"年\"m\"月\"d\"日\"", Seen::Date),
            ("[$-804]yyyy/m/d;@", Seen::Date),
            ("[hh]:mm:ss", Seen::Date),
            ("mmm\\-yy", Seen::Date),
        ] {
            assert_eq!(of_format(code), seen, "{code}");
        }
    }
}
