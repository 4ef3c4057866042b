//! 统一社会信用代码 that are valid and cannot belong to a real enterprise: their district is 000000.

const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// The code of enterprise `number` (from 1): registered with 市场监管 (9), an enterprise (1), district 000000, body
/// `MA` and the number to base 31, both check characters right. Source: GB 32100-2015, GB 11714.
pub(crate) fn credit_code(number: u64) -> String {
    let mut code = String::from("91000000");
    let body = body(number);
    let check = organisation_check(&body);
    code.push_str(&body);
    code.push(check);
    let check = credit_check(&code);
    code.push(check);
    code
}

/// `MA` and six digits to base 31.
fn body(number: u64) -> String {
    let mut digits = [b'0'; 6];
    let mut rest = number;
    for digit in digits.iter_mut().rev() {
        *digit = ALPHABET[usize::try_from(rest % 31).unwrap_or(0)];
        rest /= 31;
    }
    format!("MA{}", String::from_utf8_lossy(&digits))
}

/// The check character of the inner 组织机构代码: letters count 10 … 35.
fn organisation_check(body: &str) -> char {
    let weights = [3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 =
        body.chars().zip(weights).map(|(letter, weight)| letter.to_digit(36).unwrap_or(0) * weight).sum();
    match 11 - sum % 11 {
        10 => 'X',
        11 => '0',
        digit => char::from(b'0' + u8::try_from(digit).unwrap_or(0)),
    }
}

/// The eighteenth character: weights are powers of 3 modulo 31.
fn credit_check(code: &str) -> char {
    let mut weight = 1;
    let mut sum = 0;
    for letter in code.bytes() {
        sum += ALPHABET.iter().position(|&known| known == letter).unwrap_or(0) * weight;
        weight = weight * 3 % 31;
    }
    char::from(ALPHABET[(31 - sum % 31) % 31])
}

#[cfg(test)]
mod tests {
    use super::{credit_check, credit_code, organisation_check};

    #[test]
    fn the_fixtures_of_the_facts_page_come_out() {
        let fixtures = [
            "91000000MA00000157",
            "91000000MA00000232",
            "91000000MA0000031W",
            "91000000MA000004XL",
            "91000000MA0000058L",
            "91000000MA0000066F",
        ];
        for (number, fixture) in (1..).zip(fixtures) {
            assert_eq!(credit_code(number), fixture);
        }
    }

    #[test]
    fn check_characters_agree_with_quoted_codes() {
        for code in ["91350100M000100Y43", "9144030071526726XG", "914403001922038216", "91330100799655058B"] {
            assert_eq!(credit_check(&code[..17]).to_string(), code[17..]);
            assert_eq!(organisation_check(&code[8..16]).to_string(), code[16..17]);
        }
    }
}
