//! Where a byte of a scalar's text stands in the file: quotes, escapes, folded lines and indents lie between.

use formula::Span;

use super::{Source, Style};

/// The bytes of the file that bytes `wanted` of the scalar's `text` were read from. `None` where that is not certain.
pub(super) fn locate(source: &Source, scalar: Span, text: &str, style: Style, wanted: Span) -> Option<Span> {
    let raw = source.slice(scalar);
    if raw == text {
        return Some(Span::new(scalar.start + wanted.start, scalar.start + wanted.end.min(text.len())));
    }
    let (body, skipped) = body(raw, style)?;
    let offsets = align(body, text, style)?;
    let base = scalar.start + skipped;
    let start = *offsets.get(wanted.start)?;
    // The end of a stretch is one past its last character, not the start of the next: an indent may lie between.
    let end = match text.get(..wanted.end).and_then(|before| before.char_indices().next_back()) {
        Some((last, _)) if wanted.end > wanted.start => {
            let at = *offsets.get(last)?;
            at + body[at..].chars().next().map_or(0, char::len_utf8)
        }
        _ => start,
    };
    Some(Span::new(base + start, base + end))
}

/// The content between the quotes, or below the header of a block; and how many bytes stand before it.
fn body(raw: &str, style: Style) -> Option<(&str, usize)> {
    match style {
        Style::Plain => Some((raw, 0)),
        Style::SingleQuoted => raw.strip_prefix('\'')?.strip_suffix('\'').map(|body| (body, 1)),
        Style::DoubleQuoted => raw.strip_prefix('"')?.strip_suffix('"').map(|body| (body, 1)),
        Style::Literal | Style::Folded if raw.starts_with(['|', '>']) => {
            let line_end = raw.find('\n')? + 1;
            Some((&raw[line_end..], line_end))
        }
        Style::Literal | Style::Folded => Some((raw, 0)),
    }
}

/// For each byte of `text` (and its end) the byte of `raw` it was read from. Walks both at once; white space of the
/// file that is not in the text (indents, folded lines) is passed over.
fn align(raw: &str, text: &str, style: Style) -> Option<Vec<usize>> {
    let mut offsets = vec![0; text.len() + 1];
    let mut at = 0;
    for (index, wanted) in text.char_indices() {
        let (start, next) = find(raw, at, wanted, style)?;
        offsets[index..index + wanted.len_utf8()].fill(start);
        at = next;
    }
    offsets[text.len()] = at;
    raw[at..].trim().is_empty().then_some(offsets)
}

/// Where `wanted` stands at or after `at`, and where reading goes on.
fn find(raw: &str, mut at: usize, wanted: char, style: Style) -> Option<(usize, usize)> {
    loop {
        let Some(found) = raw[at..].chars().next() else {
            // A block may end without the line break its text ends with.
            return (wanted == '\n').then_some((at, at));
        };
        if style == Style::DoubleQuoted && found == '\\' {
            let length = escape_length(&raw[at..])?;
            if raw[at + 1..].starts_with(['\n', '\r']) {
                at += length;
                continue;
            }
            return Some((at, at + length));
        }
        if style == Style::SingleQuoted && found == '\'' {
            return (wanted == '\'').then_some((at, at + 2));
        }
        if found == wanted || (found.is_whitespace() && wanted.is_whitespace()) {
            return Some((at, at + found.len_utf8()));
        }
        if !found.is_whitespace() {
            return None;
        }
        at += found.len_utf8();
    }
}

/// Bytes of the escape that `raw` starts with.
fn escape_length(raw: &str) -> Option<usize> {
    let kind = raw[1..].chars().next()?;
    let digits = match kind {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        _ => 0,
    };
    Some(1 + kind.len_utf8() + digits)
}
