//! The value that counts, among what several sources say.

use domain::collection::{Candidate, Choice, Reported, Source, Standing, Tolerance, choose};
use formula::Fact;
use proptest::prelude::*;

const PRIORITY: [Source; 3] = [Source::Tax, Source::Torch, Source::Own];

/// `tax 100 at 1`.
fn said(source: Source, value: Option<&str>, at: i64) -> Candidate<'static> {
    let reported = match value {
        Some(text) => Reported::Known(Fact::Number(text.parse().unwrap())),
        None => Reported::Missing,
    };
    Candidate { id: source.word(), source, reported, entered_at: at }
}

fn share(text: &str) -> Tolerance {
    Tolerance::Share(text.parse().unwrap())
}

#[track_caller]
fn check(candidates: &[Candidate<'_>], tolerance: &Tolerance, expected: (Option<&str>, Standing)) {
    let (chosen, standing) = choose(candidates, &PRIORITY, tolerance, None);
    assert_eq!((chosen.map(|one| one.id), standing), expected);
}

#[test]
fn the_first_source_of_the_priority_counts() {
    let both = [said(Source::Own, Some("100"), 1), said(Source::Tax, Some("100.00"), 1)];
    check(&both, &Tolerance::None, (Some("tax"), Standing::Agreed));
}

#[test]
fn a_difference_beyond_the_tolerance_is_a_dispute_decided_exactly() {
    let differing = |own| [said(Source::Tax, Some("100"), 1), said(Source::Own, Some(own), 1)];
    check(&differing("95"), &share("0.05"), (Some("tax"), Standing::Agreed));
    check(&differing("94.999999999999999999"), &share("0.05"), (Some("tax"), Standing::Disputed));
    // ½(1.2+1.1)−1 is 0.15 exactly, and so is 0.3×0.5: no binary floating point comes near this.
    let tenth = [said(Source::Tax, Some("0.3"), 1), said(Source::Own, Some("0.27"), 1)];
    check(&tenth, &share("0.1"), (Some("tax"), Standing::Agreed));
}

#[test]
fn missing_is_never_zero_and_contradicts_nobody() {
    let missing = [said(Source::Tax, None, 1), said(Source::Own, Some("5"), 1)];
    check(&missing, &Tolerance::None, (Some("self"), Standing::Agreed));
    let zero = [said(Source::Tax, Some("0"), 1), said(Source::Own, Some("5"), 1)];
    check(&zero, &share("0.5"), (Some("tax"), Standing::Disputed));
    check(&[said(Source::Tax, None, 1)], &Tolerance::None, (Some("tax"), Standing::Absent));
    check(&[], &Tolerance::None, (None, Standing::Absent));
}

#[test]
fn a_source_without_priority_comes_last() {
    let unnamed = [said(Source::Hr, Some("7"), 1), said(Source::Own, Some("7"), 1)];
    check(&unnamed, &Tolerance::None, (Some("self"), Standing::Agreed));
}

#[test]
fn a_decision_stands_until_somebody_says_something_new() {
    let said_at = |at| [said(Source::Tax, Some("100"), 1), said(Source::Own, Some("80"), at)];
    let choice = Some(Choice { id: "self", decided_at: 10 });
    let standing = |at| {
        let candidates = said_at(at);
        let (chosen, standing) = choose(&candidates, &PRIORITY, &Tolerance::None, choice);
        (chosen.map(|one| one.id), standing)
    };
    assert_eq!(standing(5), (Some("self"), Standing::Decided));
    assert_eq!(standing(11), (Some("tax"), Standing::Disputed), "the officer has not seen this value");
}

proptest! {
    /// Who reports first in the list makes no difference.
    #[test]
    fn the_order_of_candidates_makes_no_difference(values in proptest::collection::vec(-50i64..50, 8), seed in 0usize..8) {
        let texts: Vec<String> = values.iter().map(ToString::to_string).collect();
        let mut candidates: Vec<Candidate<'_>> = Source::ALL
            .iter()
            .zip(&texts)
            .map(|(source, text)| said(*source, (text != "0").then_some(text), 1))
            .collect();
        let tolerance = share("0.1");
        let before = {
            let (chosen, standing) = choose(&candidates, &PRIORITY, &tolerance, None);
            (chosen.map(|one| one.source), standing)
        };
        candidates.rotate_left(seed);
        let (chosen, standing) = choose(&candidates, &PRIORITY, &tolerance, None);
        prop_assert_eq!((chosen.map(|one| one.source), standing), before);
    }

    /// A tolerance is symmetric, and a value always agrees with itself.
    #[test]
    fn tolerance_is_symmetric(left in -1000i64..1000, right in -1000i64..1000, percent in 0i64..100) {
        let tolerance = Tolerance::Share(formula::Exact::ratio(percent.into(), 100).unwrap());
        let (left, right) = (formula::Exact::from(left), formula::Exact::from(right));
        prop_assert_eq!(tolerance.allows(&left, &right), tolerance.allows(&right, &left));
        prop_assert!(tolerance.allows(&left, &left));
    }
}
