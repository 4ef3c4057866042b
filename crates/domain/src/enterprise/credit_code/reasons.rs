//! Why a text is not a credit code, in words.

use formula::Sentence;

use super::{LENGTH, Reason, Warning, check_character, organisation_check_character, value_of};

/// Every reason, in the order a reader checks. Never empty for a text that is no code.
pub(super) fn all(text: &str) -> Vec<Reason> {
    if text.is_empty() {
        return vec![reason("credit-code-empty", "统一社会信用代码为空。", "The credit code is empty.")];
    }
    if is_spoilt_number(text) {
        return vec![reason(
            "credit-code-number",
            format!("“{text}”是表格软件按数字显示的代码，末几位已经丢失；请把该列设为文本后重新填写。"),
            format!(
                "“{text}” is a code a spreadsheet has turned into a number; its last digits are lost. Make the column text and enter it again."
            ),
        )];
    }
    let mut reasons: Vec<Reason> =
        [length(text), characters(text), district(text)].into_iter().flatten().collect();
    if reasons.is_empty() {
        reasons.extend(check(text));
    }
    reasons
}

fn reason(code: &'static str, zh: impl Into<String>, en: impl Into<String>) -> Reason {
    Reason { code, message: Sentence::new(zh, en), suggestions: Vec::new() }
}

/// `9.1350100E+17`, or digits with a decimal point.
fn is_spoilt_number(text: &str) -> bool {
    text.contains('.') && text.parse::<f64>().is_ok()
}

fn length(text: &str) -> Option<Reason> {
    let length = text.chars().count();
    (length != LENGTH).then(|| {
        reason(
            "credit-code-length",
            format!("统一社会信用代码应为18位，实为{length}位。"),
            format!("A credit code has 18 characters; this one has {length}."),
        )
    })
}

fn characters(text: &str) -> Option<Reason> {
    let outside = |(_, character): &(usize, char)| u8::try_from(*character).ok().and_then(value_of).is_none();
    let bad: Vec<(usize, char)> = text.chars().enumerate().filter(outside).take(LENGTH).collect();
    let list = |open: &str, between: &str, close: &str| {
        let one = |(index, character): &(usize, char)| format!("{open}{}{close}{character}", index + 1);
        bad.iter().map(one).collect::<Vec<_>>().join(between)
    };
    (!bad.is_empty()).then(|| {
        reason(
            "credit-code-character",
            format!("{}不是代码字符；代码只用数字和大写字母，且不用I、O、S、V、Z。", list("第", "，", "位")),
            format!(
                "Not allowed at {}; codes use digits and capital letters without I, O, S, V, Z.",
                list("position ", ", ", ": ")
            ),
        )
    })
}

/// A letter of the alphabet where the district code must have a digit.
fn district(text: &str) -> Option<Reason> {
    let letters =
        |(index, character): &(usize, char)| (2..8).contains(index) && character.is_ascii_alphabetic();
    let places: Vec<String> =
        text.chars().enumerate().filter(letters).map(|(index, _)| (index + 1).to_string()).collect();
    (!places.is_empty()).then(|| {
        reason(
            "credit-code-district",
            format!("第3至8位是行政区划码，只能是数字；第{}位是字母。", places.join("、")),
            format!(
                "Positions 3 to 8 are the district code and must be digits; there is a letter at {}.",
                places.join(", ")
            ),
        )
    })
}

fn check(text: &str) -> Option<Reason> {
    let right = check_character(text.get(..17)?)?;
    let given = text.get(17..)?;
    let organisation = text.get(8..17)?;
    let inner = organisation_check_character(&organisation[..8]) == organisation.chars().last();
    // Codes given out in trials before 2016 (Xiamen's M000…) carry a right organisation code and another check.
    if inner && organisation.starts_with("M0") {
        return Some(reason(
            "credit-code-check-pilot",
            format!(
                "按国家标准第18位校验码应为{right}，实为{given}；2016年前试点地区发放的部分旧码不符合该标准，请核对营业执照，确为旧码的按标准不能受理。"
            ),
            format!(
                "By the standard the 18th character should be {right}, not {given}; some codes given out in trials before 2016 fail the standard. Check the business licence; a trial code cannot be accepted under the standard."
            ),
        ));
    }
    Some(reason(
        "credit-code-check",
        format!("第18位校验码应为{right}，实为{given}：代码中至少有一位有误。"),
        format!(
            "The 18th (check) character should be {right}, not {given}: at least one character is wrong."
        ),
    ))
}

/// The organisation code inside fails its own check: a few old codes do.
pub(super) fn organisation(organisation: &str) -> Warning {
    Warning {
        code: "credit-code-organisation-check",
        message: Sentence::new(
            format!(
                "代码校验正确，但其中的组织机构代码{organisation}自身的校验位不符（个别旧码如此），请核对营业执照。"
            ),
            format!(
                "The code's check is right, but the organisation code {organisation} inside fails its own (a few old codes do). Check the business licence."
            ),
        ),
    }
}
