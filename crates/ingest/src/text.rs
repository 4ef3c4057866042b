//! Texts as people write them: full-width forms, spaces, brackets, placeholders, near misses.

use std::borrow::Cow;

use crate::sheets::is_space;

/// The text without spaces at its ends, full-width ASCII made half-width.
pub(crate) fn tidy(text: &str) -> Cow<'_, str> {
    let text = text.trim_matches(is_space);
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    if text.chars().all(|letter| half_width(letter) == letter) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(half_width).collect())
}

/// `１` → `1`, `（` → `(`, `％` → `%`, full-width space → space; other characters stay.
pub(crate) fn half_width(letter: char) -> char {
    match letter {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(letter) - 0xFEE0).unwrap_or(letter),
        '\u{3000}' => ' ',
        '【' | '〔' => '[',
        '】' | '〕' => ']',
        '−' | '–' => '-',
        letter => letter,
    }
}

/// A name in the form in which names are compared: half-width, no spaces, lower case.
pub(crate) fn folded(name: &str) -> String {
    name.chars().map(half_width).filter(|letter| !is_space(*letter)).flat_map(char::to_lowercase).collect()
}

/// What people write for "nothing", which leaves open whether the value is missing or zero.
pub(crate) fn is_placeholder(tidied: &str) -> bool {
    matches!(
        tidied.to_ascii_lowercase().as_str(),
        "-" | "--"
            | "---"
            | "—"
            | "——"
            | "/"
            | "\\"
            | "."
            | "·"
            | "无"
            | "空"
            | "暂无"
            | "没有"
            | "未知"
            | "不详"
            | "不适用"
            | "缺失"
            | "n/a"
            | "na"
            | "null"
            | "none"
            | "nil"
            | "?"
            | "*"
            | "…"
            | "……"
    )
}

/// Formula errors as spreadsheets print them.
pub(crate) fn is_error_text(tidied: &str) -> bool {
    matches!(
        tidied,
        "#DIV/0!"
            | "#N/A"
            | "#NAME?"
            | "#NULL!"
            | "#NUM!"
            | "#REF!"
            | "#VALUE!"
            | "#SPILL!"
            | "#CALC!"
            | "#GETTING_DATA"
    )
}

/// The candidate nearest to `name`, when it is near enough to be a slip.
pub(crate) fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let name = folded(name);
    if name.is_empty() {
        return None;
    }
    candidates
        .into_iter()
        .map(|candidate| (closeness(&name, &folded(candidate)), candidate))
        .filter(|(closeness, _)| *closeness >= 0.5)
        .max_by(|left, right| left.0.total_cmp(&right.0))
        .map(|(_, candidate)| candidate)
}

fn closeness(name: &str, candidate: &str) -> f64 {
    let distance = strsim::normalized_damerau_levenshtein(name, candidate);
    let longer = name.chars().count().max(candidate.chars().count());
    let contained =
        longer > 2 && (name.contains(candidate) || candidate.contains(name)) && candidate.chars().count() > 1;
    if contained { distance.max(0.55) } else { distance }
}

#[cfg(test)]
mod tests {
    use super::{folded, nearest, tidy};

    #[test]
    fn full_width_forms_and_spaces_are_made_plain() {
        assert_eq!(tidy(" １２．５％\u{3000}"), "12.5%");
        assert_eq!(tidy("\u{feff}研发 费用"), "研发 费用");
        assert_eq!(folded("研发 费用（千元）"), "研发费用(千元)");
        assert_eq!(folded("R&D Expense【万元】"), "r&dexpense[万元]");
    }

    #[test]
    fn a_slip_of_the_pen_is_recognised_and_a_stranger_is_not() {
        let names = ["研发费用", "营业收入", "rd_expense"];
        assert_eq!(nearest("研发经费", names), Some("研发费用"));
        assert_eq!(nearest("rd_expence", names), Some("rd_expense"));
        assert_eq!(nearest("研发费用合计", names), Some("研发费用"));
        assert_eq!(nearest("备注", names), None);
    }
}
