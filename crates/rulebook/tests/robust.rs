//! Whatever stands in a rule file, reading it ends in rules or in problems with a place, never in a panic.

use std::path::Path;

use proptest::prelude::*;
use rulebook::{Language, Memory, load_items_from, load_scheme_from, render_all};

const SCHEME: &str = include_str!("../../../rules/schemes/hangzhou-stages.yaml");
const ITEMS: &str = include_str!("../../../rules/items/enterprise.yaml");

fn read(scheme: &str) -> String {
    let files = Memory::new([("items/enterprise.yaml", ITEMS), ("schemes/s.yaml", scheme)]);
    let date = jiff::civil::date(2025, 6, 1);
    match load_scheme_from(&files, Path::new("schemes/s.yaml"), date) {
        Ok(loaded) => render_all(&loaded.warnings, Language::Chinese),
        Err(problems) => {
            assert!(!problems.is_empty());
            for problem in &problems {
                let (start, end) = (problem.place.start(), problem.place.end());
                assert!(start.line >= 1 && start.column >= 1 && start <= end, "{problem:?}");
            }
            render_all(&problems, Language::English)
        }
    }
}

/// Pieces that mean something in YAML, in formulas or in rules.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("{".to_owned()),
        Just("}".to_owned()),
        Just("[".to_owned()),
        Just("]".to_owned()),
        Just(": ".to_owned()),
        Just("\n".to_owned()),
        Just("\n  - ".to_owned()),
        Just("\t".to_owned()),
        Just("'".to_owned()),
        Just("\"".to_owned()),
        Just("|\n".to_owned()),
        Just(">-\n".to_owned()),
        Just("&a *a !x ".to_owned()),
        Just("history: {2024-01-01: 1}".to_owned()),
        Just("，、（研发费用 ≥ 5%）".to_owned()),
        Just("null".to_owned()),
        Just("-1e308".to_owned()),
        Just("\u{feff}".to_owned()),
        "\\PC{0,6}",
    ]
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_damaged_scheme_is_told_what_is_wrong(at in 0.0..1.0_f64, cut in 0_usize..24, new in piece()) {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "any place will do")]
        let start = floor(SCHEME, (SCHEME.len() as f64 * at) as usize);
        let end = floor(SCHEME, (start + cut).min(SCHEME.len()));
        read(&format!("{}{new}{}", &SCHEME[..start], &SCHEME[end.max(start)..]));
    }

    #[test]
    fn any_text_is_read_or_refused(pieces in prop::collection::vec(piece(), 0..40)) {
        let text = pieces.concat();
        read(&text);
        let files = Memory::new([("i.yaml", text)]);
        if let Err(problems) = load_items_from(&files, Path::new("i.yaml")) {
            prop_assert!(!problems.is_empty());
        }
    }
}
