//! 统一社会信用代码 (GB 32100-2015) with the organisation code it carries (GB 11714).
//!
//! | positions | meaning |
//! |---|---|
//! | 1 | 登记管理部门 (9 market regulation, 5 civil affairs …) |
//! | 2 | 机构类别 (91 company, 92 individual business …) |
//! | 3–8 | 登记管理机关行政区划码, digits |
//! | 9–17 | 组织机构代码: eight characters and their own check character |
//! | 18 | 校验码 |

use std::fmt;

use formula::Sentence;

mod reasons;
mod suggest;

/// The 31 characters of the standard in the order of their values: no I, O, S, V, Z.
pub const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// Weights of positions 1–17: powers of 3 modulo 31.
const WEIGHTS: [u32; 17] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/// Weights of the eight characters of an organisation code.
const ORGANISATION_WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];

/// Characters of a code.
pub const LENGTH: usize = 18;

/// A credit code whose shape and check character are right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CreditCode([u8; LENGTH]);

impl CreditCode {
    /// The eighteen characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        // Only ASCII gets in: see `read`.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// 登记管理机关行政区划码, six digits.
    #[must_use]
    pub fn district(&self) -> &str {
        &self.as_str()[2..8]
    }

    /// 组织机构代码, nine characters.
    #[must_use]
    pub fn organisation(&self) -> &str {
        &self.as_str()[8..17]
    }

    /// Whether the check character inside the organisation code is right.
    #[must_use]
    pub fn organisation_is_right(&self) -> bool {
        organisation_check_character(&self.as_str()[8..16]) == Some(char::from(self.0[16]))
    }

    /// The code that begins with these seventeen characters; `None` when they are not seventeen of the alphabet with
    /// digits in positions 3–8.
    #[must_use]
    pub fn complete(first: &str) -> Option<Self> {
        let check = check_character(first)?;
        Self::read(&format!("{first}{check}"))
    }

    fn read(text: &str) -> Option<Self> {
        let code: [u8; LENGTH] = text.as_bytes().try_into().ok()?;
        let digits = code[2..8].iter().all(u8::is_ascii_digit);
        let right = check_character(text.get(..17)?) == Some(char::from(code[17]));
        (digits && right).then_some(Self(code))
    }
}

impl fmt::Display for CreditCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

/// What a text is as a credit code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CreditCodeVerdict {
    /// Right in every respect.
    Accept(CreditCode),
    /// Right by the standard, with something to look at.
    AcceptWithWarning(CreditCode, Vec<Warning>),
    /// Not a credit code: every reason at once. Never empty.
    Reject(Vec<Reason>),
}

impl CreditCodeVerdict {
    /// The code, when it was accepted.
    #[must_use]
    pub fn code(&self) -> Option<&CreditCode> {
        match self {
            Self::Accept(code) | Self::AcceptWithWarning(code, _) => Some(code),
            Self::Reject(_) => None,
        }
    }
}

/// Something to look at in an accepted code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// Permanent kebab-case code.
    pub code: &'static str,
    /// What and why.
    pub message: Sentence,
}

/// Why a text is not a credit code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// Permanent kebab-case code: `credit-code-empty`, `-number`, `-length`, `-character`, `-district`, `-check`,
    /// `-check-pilot`.
    pub code: &'static str,
    /// What and why.
    pub message: Sentence,
    /// Codes that may have been meant, likeliest first; all of them are right. Only on the last reason. Never applied
    /// silently: a person confirms against the business licence.
    pub suggestions: Vec<CreditCode>,
}

/// Judges a text as people type it: spaces are taken out, full-width characters narrowed, letters made upper case;
/// nothing else is repaired.
///
/// ```
/// use domain::enterprise::{CreditCodeVerdict, judge};
/// assert!(matches!(judge(" 91350100m000100y43 "), CreditCodeVerdict::Accept(_)));
/// let CreditCodeVerdict::Reject(reasons) = judge("9135O100M000100Y43") else { panic!() };
/// assert_eq!(reasons[0].code, "credit-code-character");
/// assert_eq!(reasons[1].suggestions[0].as_str(), "91350100M000100Y43");
/// ```
#[must_use]
pub fn judge(text: &str) -> CreditCodeVerdict {
    let text = normalise(text);
    match CreditCode::read(&text) {
        Some(code) if code.organisation_is_right() => CreditCodeVerdict::Accept(code),
        Some(code) => {
            let warning = reasons::organisation(code.organisation());
            CreditCodeVerdict::AcceptWithWarning(code, vec![warning])
        }
        None => {
            let mut reasons = reasons::all(&text);
            if let Some(last) = reasons.last_mut() {
                last.suggestions = suggest::likely(&text);
            }
            CreditCodeVerdict::Reject(reasons)
        }
    }
}

/// Full-width to half-width, upper case, no white space anywhere.
#[must_use]
pub fn normalise(text: &str) -> String {
    let narrow = |character: char| match character {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(character) - 0xFEE0).unwrap_or(character),
        other => other,
    };
    let invisible = |character: &char| {
        character.is_whitespace() || matches!(character, '\u{200B}'..='\u{200D}' | '\u{FEFF}')
    };
    text.chars().filter(|character| !invisible(character)).map(|c| narrow(c).to_ascii_uppercase()).collect()
}

/// The value of a character in the alphabet of the standard, 0 … 30.
fn value_of(character: u8) -> Option<u32> {
    let place = ALPHABET.iter().position(|other| *other == character)?;
    u32::try_from(place).ok()
}

/// The check character of the first seventeen characters; `None` when they are not seventeen of the alphabet.
#[must_use]
pub fn check_character(first: &str) -> Option<char> {
    if first.len() != WEIGHTS.len() {
        return None;
    }
    let mut sum = 0;
    for (character, weight) in first.bytes().zip(WEIGHTS) {
        sum += value_of(character)? * weight;
    }
    ALPHABET.get(((31 - sum % 31) % 31) as usize).copied().map(char::from)
}

/// The check character of an organisation code's first eight characters (0–9, A–Z); `None` when they are not eight.
#[must_use]
pub fn organisation_check_character(first: &str) -> Option<char> {
    if first.len() != ORGANISATION_WEIGHTS.len() {
        return None;
    }
    let mut sum = 0;
    for (character, weight) in first.chars().zip(ORGANISATION_WEIGHTS) {
        sum += character.to_digit(36)? * weight;
    }
    match 11 - sum % 11 {
        10 => Some('X'),
        11 => Some('0'),
        digit => char::from_digit(digit, 10),
    }
}
