//! 统一社会信用代码 (GB 32100-2015): 17 characters and a check character, modulo 31.

const LETTERS: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/// Whether `code` has 18 characters of the alphabet and the right check character.
pub(crate) fn is_credit_code(code: &str) -> bool {
    let digits: Option<Vec<usize>> = code.chars().map(|c| LETTERS.find(c)).collect();
    let Some(digits) = digits.filter(|digits| digits.len() == 18) else { return false };
    let mut weight = 1;
    let mut sum = 0;
    for digit in &digits[..17] {
        sum += digit * weight;
        weight = weight * 3 % 31;
    }
    (31 - sum % 31) % 31 == digits[17]
}

#[cfg(test)]
mod tests {
    use super::is_credit_code;

    #[test]
    fn the_check_character_decides() {
        // The example of the standard's annex, and one letter of it changed.
        for (code, valid) in [
            ("91350100M000100Y43", true),
            ("91350100M000100Y44", false),
            ("91350100M000100Y4", false),
            ("91350100m000100Y43", false),
            ("9135010OM000100Y43", false),
            ("", false),
        ] {
            assert_eq!(is_credit_code(code), valid, "{code}");
        }
    }
}
