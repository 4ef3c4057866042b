//! 统一社会信用代码.

use std::{fs, path::Path};

use domain::enterprise::{
    CreditCode, CreditCodeVerdict, Reason,
    credit_code::{ALPHABET, check_character},
    judge,
};
use proptest::prelude::*;

const EXAMPLE: &str = "91350100M000100Y43";

fn reasons(text: &str) -> Vec<Reason> {
    match judge(text) {
        CreditCodeVerdict::Reject(reasons) => reasons,
        accepted => panic!("{text} was accepted: {accepted:?}"),
    }
}

#[track_caller]
fn accepts(text: &str, code: &str) {
    match judge(text) {
        CreditCodeVerdict::Accept(accepted) => assert_eq!(accepted.as_str(), code),
        other => panic!("{text}: {other:?}"),
    }
}

#[track_caller]
fn rejects(text: &str, codes: &[&str]) {
    let found: Vec<&str> = reasons(text).iter().map(|reason| reason.code).collect();
    assert_eq!(found, codes, "for {text}");
}

#[track_caller]
fn suggests(text: &str, code: &str) {
    let suggestions = reasons(text).pop().unwrap().suggestions;
    assert!(suggestions.iter().any(|suggestion| suggestion.as_str() == code), "{text}: {suggestions:?}");
}

#[test]
fn published_codes_are_accepted() {
    for code in [
        "91350100M000100Y43",
        "9144030071526726XG",
        "914403001922038216",
        "91330100799655058B",
        "91110000710926094P",
        "91000000MA00000157",
        "91000000MA00000232",
        "91000000MA0000031W",
        "91000000MA000004XL",
        "91000000MA0000058L",
        "91000000MA0000066F",
    ] {
        accepts(code, code);
    }
}

#[test]
fn typing_habits_are_narrowed_but_nothing_is_repaired() {
    accepts("  91350100 M000 100Y43\t", EXAMPLE);
    accepts("91350100m000100y43", EXAMPLE);
    accepts("９１３５０１００Ｍ０００１００Ｙ４３　", EXAMPLE);
    accepts("\u{feff}91350100M000100Y43\u{200b}", EXAMPLE);
    rejects("9135O100M000100Y43", &["credit-code-character", "credit-code-district"]);
}

#[test]
fn every_reason_is_given_at_once() {
    rejects("", &["credit-code-empty"]);
    rejects("　", &["credit-code-empty"]);
    rejects("9.135010E+17", &["credit-code-number"]);
    rejects("913501001234567.0", &["credit-code-number"]);
    rejects("91350100M000100Y4", &["credit-code-length"]);
    rejects("9135-100M000100Y43X", &["credit-code-length", "credit-code-character"]);
    rejects("91A50100M000100Y43", &["credit-code-district"]);
    rejects("911100001000013428", &["credit-code-check"]);
    rejects("九一三五", &["credit-code-length", "credit-code-character"]);
}

#[test]
fn reasons_say_what_and_where_in_both_languages() {
    let shown = |text: &str| {
        let lines: Vec<String> =
            reasons(text).iter().map(|r| format!("{}\n{}", r.message.zh, r.message.en)).collect();
        lines.join("\n")
    };
    insta::assert_snapshot!(shown("911100001000013428"), @r"
    第18位校验码应为C，实为8：代码中至少有一位有误。
    The 18th (check) character should be C, not 8: at least one character is wrong.
    ");
    insta::assert_snapshot!(shown("91I50100M000100YS3X"), @r"
    统一社会信用代码应为18位，实为19位。
    A credit code has 18 characters; this one has 19.
    第3位I，第17位S不是代码字符；代码只用数字和大写字母，且不用I、O、S、V、Z。
    Not allowed at position 3: I, position 17: S; codes use digits and capital letters without I, O, S, V, Z.
    第3至8位是行政区划码，只能是数字；第3位是字母。
    Positions 3 to 8 are the district code and must be digits; there is a letter at 3.
    ");
    insta::assert_snapshot!(shown("91350211M00013FA1N"), @r"
    按国家标准第18位校验码应为3，实为N；2016年前试点地区发放的部分旧码不符合该标准，请核对营业执照，确为旧码的按标准不能受理。
    By the standard the 18th character should be 3, not N; some codes given out in trials before 2016 fail the standard. Check the business licence; a trial code cannot be accepted under the standard.
    ");
}

#[test]
fn look_alikes_swaps_and_single_errors_are_suggested() {
    suggests("9135O1OOMOOO1OOY43", EXAMPLE);
    suggests("9I350100M000100Y43", EXAMPLE);
    suggests("9133010079965505BB", "91330100799655058B");
    suggests("913301007996550588", "91330100799655058B");
    suggests("914403001922O38Z16", "914403001922038216");
    suggests("91350100M000010Y43", EXAMPLE); // neighbours swapped
    suggests("91350100M000100X43", EXAMPLE); // one wrong character
    suggests("91530100M000100Y43", EXAMPLE);
}

#[test]
fn an_inner_check_that_fails_is_a_warning_only() {
    let code = CreditCode::complete("91350100M000100Y5").unwrap();
    match judge(code.as_str()) {
        CreditCodeVerdict::AcceptWithWarning(accepted, warnings) => {
            assert_eq!(accepted, code);
            assert_eq!(warnings[0].code, "credit-code-organisation-check");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn parts_of_a_code() {
    let verdict = judge(EXAMPLE);
    let code = verdict.code().unwrap();
    assert_eq!((code.district(), code.organisation()), ("350100", "M000100Y4"));
    assert_eq!(check_character(&EXAMPLE[..17]), Some('3'));
    assert_eq!(CreditCode::complete("9135010"), None);
}

#[test]
fn real_codes_from_the_shared_vectors() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/vectors/uscc.json");
    let Ok(text) = fs::read_to_string(&path) else {
        println!("skipped: shared/data/vectors/uscc.json is not here");
        return;
    };
    let vectors: serde_json::Value = serde_json::from_str(&text).unwrap();
    let valid = vectors["valid"].as_array().unwrap();
    assert!(!valid.is_empty());
    for code in valid {
        let code = code.as_str().unwrap();
        assert!(judge(code).code().is_some(), "{code}");
    }
    for tricky in vectors["tricky"].as_array().unwrap() {
        let code = tricky["code"].as_str().unwrap();
        let right = tricky["check_char_ok"].as_bool().unwrap();
        assert_eq!(judge(code).code().is_some(), right, "{code}");
        if !right {
            rejects(code, &["credit-code-check-pilot"]);
            assert!(reasons(code)[0].message.zh.contains(tricky["check_char_expected"].as_str().unwrap()));
        }
    }
}

#[test]
fn every_single_substitution_is_detected() {
    for place in 0..17 {
        for character in ALPHABET {
            let mut changed = EXAMPLE.as_bytes().to_vec();
            changed[place] = *character;
            let changed = String::from_utf8(changed).unwrap();
            assert_eq!(judge(&changed).code().is_some(), changed == EXAMPLE, "{changed}");
        }
    }
}

fn any_code() -> impl Strategy<Value = CreditCode> {
    ("[1-9ANY][1-9][0-9]{6}[0-9A-HJ-NPQRTUWXY]{9}").prop_map(|first| CreditCode::complete(&first).unwrap())
}

proptest! {
    #[test]
    fn swapped_neighbours_are_detected(code in any_code(), place in 0usize..17) {
        let mut swapped = code.as_str().as_bytes().to_vec();
        swapped.swap(place, place + 1);
        let swapped = String::from_utf8(swapped).unwrap();
        prop_assume!(swapped != code.as_str());
        prop_assert!(judge(&swapped).code().is_none());
    }

    #[test]
    fn any_text_gets_an_answer(text in "\\PC*") {
        let verdict = judge(&text);
        if let CreditCodeVerdict::Reject(reasons) = verdict {
            prop_assert!(!reasons.is_empty());
        }
    }

    #[test]
    fn suggestions_are_right(text in "[0-9A-Z]{18}") {
        if let CreditCodeVerdict::Reject(reasons) = judge(&text) {
            for suggestion in reasons.iter().flat_map(|reason| &reason.suggestions) {
                prop_assert_eq!(judge(suggestion.as_str()), CreditCodeVerdict::Accept(*suggestion));
            }
        }
    }
}
