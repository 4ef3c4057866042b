//! Cases of a data dictionary: what becomes of a credit code that somebody types.

use std::path::Path;

use domain::enterprise::{CreditCodeVerdict, judge};
use domain::indicators::ItemKind;
use formula::Sentence;

use crate::{
    cases::{Case, CaseResult, Differences},
    reader::{
        Node, Reading,
        record::{Field, Kind, Record, Word},
    },
};

const VERDICT: Kind = Kind::Word(&[
    Word::new("accept", "接受", "accepted"),
    Word::new("accept_with_warning", "接受并提醒", "accepted with a warning"),
    Word::new("reject", "拒绝", "rejected"),
]);

/// What a case of a data dictionary may expect.
pub static EXPECT: Record = Record {
    name: "expect_items",
    zh: "预期的结果",
    en: "What a case of a data dictionary expects",
    fields: &[
        Field::required(
            "credit_code",
            VERDICT,
            "对统一社会信用代码的判断",
            "What becomes of the credit code",
        ),
        Field::optional("suggestion", Kind::Text, "建议核对的代码", "The code that may have been meant"),
    ],
    choices: &[],
};

/// Judges the credit code that each case gives.
pub(crate) fn run_cases(reading: &mut Reading<'_>, path: &Path, cases: &[Case]) -> Vec<CaseResult> {
    let Some(dictionary) = super::read_files(reading, &[(path.to_owned(), None)]) else { return Vec::new() };
    let is_code = |name: &str| dictionary.find(name).is_some_and(|item| item.kind == ItemKind::CreditCode);
    let result = |case: &Case| {
        let given = case.given.entries().iter().find(|entry| is_code(entry.name()))?;
        let mut found = Differences::new();
        compare(case, &judge(given.value.text().unwrap_or_default()), &mut found);
        Some(CaseResult {
            sentence: case.sentence.clone(),
            place: case.place.clone(),
            differences: found.into_list(),
        })
    };
    cases.iter().filter_map(result).collect()
}

fn compare(case: &Case, verdict: &CreditCodeVerdict, found: &mut Differences) {
    let (actual, suggestions) = match verdict {
        CreditCodeVerdict::Accept(_) => ("accept", Vec::new()),
        CreditCodeVerdict::AcceptWithWarning(..) => ("accept_with_warning", Vec::new()),
        CreditCodeVerdict::Reject(reasons) => (
            "reject",
            reasons.iter().flat_map(|reason| &reason.suggestions).map(ToString::to_string).collect(),
        ),
    };
    if let Some(node) = case.expect.get("credit_code") {
        let what = Sentence::new("对代码的判断", "verdict on the code");
        found.compare(node, what, node.text().unwrap_or_default().trim(), actual);
    }
    if let Some(node) = case.expect.get("suggestion") {
        compare_suggestion(node, &suggestions, found);
    }
}

fn compare_suggestion(node: &Node, suggestions: &[String], found: &mut Differences) {
    let expected = node.text().unwrap_or_default().trim();
    let among = suggestions.iter().find(|suggestion| *suggestion == expected);
    let actual = among.or(suggestions.first()).map_or("无", String::as_str);
    found.compare(node, Sentence::new("建议核对的代码", "suggestion"), expected, actual);
}
