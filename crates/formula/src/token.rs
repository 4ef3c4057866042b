//! The words of the language: tokens, keywords and symbols, and the folding of full-width letters.

use jiff::civil::Date;

use crate::{Exact, Span, Unit};

/// A token and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Lexeme {
    pub(crate) token: Token,
    pub(crate) span: Span,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Token {
    Number {
        value: Exact,
        unit: Option<&'static Unit>,
    },
    Text(String),
    Date(Date),
    /// `quoted` names (in backticks or 【】) are never functions.
    Name {
        name: String,
        quoted: bool,
    },
    Keyword(Keyword),
    Symbol(Symbol),
    /// A literal that could not be read and has been reported; stands where a value stands.
    Unreadable,
    End,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Keyword {
    And,
    Or,
    Not,
    In,
    If,
    Then,
    Else,
    Bands,
    Otherwise,
    True,
    False,
}

use Keyword as K;

/// Keyword, Chinese spelling, ASCII spelling. 其余 and 否则 share `else`.
pub(crate) const KEYWORDS: &[(Keyword, &str, &str)] = &[
    (K::And, "且", "and"),
    (K::Or, "或", "or"),
    (K::Not, "非", "not"),
    (K::In, "属于", "in"),
    (K::If, "若", "if"),
    (K::Then, "则", "then"),
    (K::Else, "否则", "else"),
    (K::Bands, "分段", "bands"),
    (K::Otherwise, "其余", "else"),
    (K::True, "真", "true"),
    (K::False, "假", "false"),
];

/// Chinese keywords that stand behind a value: cut off the front of a word that follows a value directly.
pub(crate) const INFIX: &[(Keyword, &str)] =
    &[(K::Else, "否则"), (K::Then, "则"), (K::And, "且"), (K::Or, "或"), (K::In, "属于")];

/// Chinese keywords that a comma may stand before: `若 …，则…，否则…`.
pub(crate) const BEHIND_COMMA: &[(Keyword, &str)] = &[(K::Else, "否则"), (K::Then, "则")];

/// Chinese keywords that stand before a value and are cut off the front of any word.
pub(crate) const PREFIX: &[(Keyword, &str)] = &[(K::If, "若"), (K::Bands, "分段")];

/// The keyword spelled `word`; ASCII spellings in any case.
pub(crate) fn keyword(word: &str) -> Option<Keyword> {
    KEYWORDS
        .iter()
        .find(|(_, zh, ascii)| *zh == word || ascii.eq_ignore_ascii_case(word))
        .map(|(keyword, ..)| *keyword)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Symbol {
    OpenRound,
    CloseRound,
    OpenSquare,
    CloseSquare,
    OpenCurly,
    CloseCurly,
    Comma,
    Semicolon,
    Colon,
    Plus,
    Minus,
    Times,
    Divide,
    Equal,
    NotEqual,
    Less,
    AtMost,
    Greater,
    AtLeast,
}

/// Symbols, longest spelling first, after folding.
pub(crate) const SYMBOLS: &[(&str, Symbol)] = &[
    (">=", Symbol::AtLeast),
    ("<=", Symbol::AtMost),
    ("!=", Symbol::NotEqual),
    ("<>", Symbol::NotEqual),
    ("==", Symbol::Equal),
    ("(", Symbol::OpenRound),
    (")", Symbol::CloseRound),
    ("[", Symbol::OpenSquare),
    ("]", Symbol::CloseSquare),
    ("{", Symbol::OpenCurly),
    ("}", Symbol::CloseCurly),
    (",", Symbol::Comma),
    (";", Symbol::Semicolon),
    (":", Symbol::Colon),
    ("+", Symbol::Plus),
    ("-", Symbol::Minus),
    ("*", Symbol::Times),
    ("/", Symbol::Divide),
    ("=", Symbol::Equal),
    ("≠", Symbol::NotEqual),
    ("<", Symbol::Less),
    ("≤", Symbol::AtMost),
    (">", Symbol::Greater),
    ("≥", Symbol::AtLeast),
];

/// Signs of other languages, longest first: what to write instead, and what is meant.
pub(crate) const FOREIGN: &[(&str, &str, Token)] = &[
    ("=>", ">=", Token::Symbol(Symbol::AtLeast)),
    ("=<", "<=", Token::Symbol(Symbol::AtMost)),
    ("&&", "且 / and", Token::Keyword(K::And)),
    ("||", "或 / or", Token::Keyword(K::Or)),
    ("**", "x * x", Token::Symbol(Symbol::Times)),
    ("&", "且 / and", Token::Keyword(K::And)),
    ("|", "或 / or", Token::Keyword(K::Or)),
    ("!", "非 / not", Token::Keyword(K::Not)),
    ("^", "x * x", Token::Symbol(Symbol::Times)),
];

/// Words of everyday language that stand behind a value, no word behind one it begins with.
pub(crate) const SPOKEN: &[(&str, &str, Token)] = &[
    ("并且", "且 / and", Token::Keyword(K::And)),
    ("而且", "且 / and", Token::Keyword(K::And)),
    ("同时", "且 / and", Token::Keyword(K::And)),
    ("或者", "或 / or", Token::Keyword(K::Or)),
    ("那么", "则 / then", Token::Keyword(K::Then)),
    ("大于等于", ">=", Token::Symbol(Symbol::AtLeast)),
    ("大于或等于", ">=", Token::Symbol(Symbol::AtLeast)),
    ("不低于", ">=", Token::Symbol(Symbol::AtLeast)),
    ("不少于", ">=", Token::Symbol(Symbol::AtLeast)),
    ("不小于", ">=", Token::Symbol(Symbol::AtLeast)),
    ("小于等于", "<=", Token::Symbol(Symbol::AtMost)),
    ("小于或等于", "<=", Token::Symbol(Symbol::AtMost)),
    ("不高于", "<=", Token::Symbol(Symbol::AtMost)),
    ("不超过", "<=", Token::Symbol(Symbol::AtMost)),
    ("不大于", "<=", Token::Symbol(Symbol::AtMost)),
    ("不多于", "<=", Token::Symbol(Symbol::AtMost)),
    ("大于", ">", Token::Symbol(Symbol::Greater)),
    ("高于", ">", Token::Symbol(Symbol::Greater)),
    ("超过", ">", Token::Symbol(Symbol::Greater)),
    ("多于", ">", Token::Symbol(Symbol::Greater)),
    ("小于", "<", Token::Symbol(Symbol::Less)),
    ("低于", "<", Token::Symbol(Symbol::Less)),
    ("少于", "<", Token::Symbol(Symbol::Less)),
    ("不等于", "≠ / !=", Token::Symbol(Symbol::NotEqual)),
    ("等于", "=", Token::Symbol(Symbol::Equal)),
    ("乘以", "*", Token::Symbol(Symbol::Times)),
    ("除以", "/", Token::Symbol(Symbol::Divide)),
];

/// Words of everyday language that stand before a value.
pub(crate) const SPOKEN_PREFIX: &[(&str, &str, Token)] =
    &[("如果", "若 / if", Token::Keyword(K::If)), ("假如", "若 / if", Token::Keyword(K::If))];

/// Full-width letters, digits and signs as their plain twins; everything else as it is.
pub(crate) fn fold(letter: char) -> char {
    match letter {
        '\u{3000}' => ' ',
        '×' => '*',
        '÷' => '/',
        '\u{2212}' => '-',
        '、' => ',',
        '≧' => '≥',
        '≦' => '≤',
        '\u{FF01}'..='\u{FF5E}' => {
            char::from_u32(u32::from(letter) - 0xFF01 + u32::from('!')).unwrap_or(letter)
        }
        _ => letter,
    }
}

/// Whether a name may begin with it.
pub(crate) fn begins_name(letter: char) -> bool {
    letter.is_alphabetic() || letter == '_'
}

/// Whether a name may go on with it.
pub(crate) fn continues_name(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '_' | '·' | '・')
}

/// Whether `name` can be written without quotes and is read back as it is.
pub(crate) fn is_plain_name(name: &str) -> bool {
    name.chars().next().is_some_and(begins_name)
        && name.chars().all(|letter| continues_name(letter) && fold(letter) == letter)
        && keyword(name).is_none()
        && !PREFIX.iter().chain(BEHIND_COMMA).any(|(_, word)| name.starts_with(word))
        && !SPOKEN_PREFIX.iter().any(|(word, ..)| name.starts_with(word))
}
