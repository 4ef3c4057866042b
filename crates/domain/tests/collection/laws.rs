//! Every state × every action: what is allowed is written down here once more, and everything else is refused with a
//! reason in both languages.

use std::collections::BTreeSet;

use domain::collection::{
    Batch, BatchAction, Clock, Filing, Objection, ObjectionAction, Participant, ParticipantAction, Refusal,
    Run, RunAction, may_publish,
};
use jiff::civil::date;

/// Draws a machine as lines `state action → state` of what is allowed; checks the reasons of all else.
fn drawn<S: Copy, A: Copy>(
    states: &[S],
    actions: &[A],
    word: impl Fn(S) -> &'static str,
    verb: impl Fn(A) -> &'static str,
    after: impl Fn(S, A) -> Result<S, Refusal>,
) -> Vec<String> {
    let mut lines = Vec::new();
    for &state in states {
        for &action in actions {
            match after(state, action) {
                Ok(next) => lines.push(format!("{} {} → {}", word(state), verb(action), word(next))),
                Err(refusal) => has_reasons(&refusal),
            }
        }
    }
    lines
}

#[track_caller]
fn has_reasons(refusal: &Refusal) {
    let kebab = refusal.code.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    let chinese = refusal.reason.zh.chars().any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter));
    assert!(kebab && chinese && refusal.reason.en.is_ascii(), "{refusal:?}");
}

#[track_caller]
fn check(lines: Vec<String>, expected: &[&str]) {
    let found: BTreeSet<&str> = lines.iter().map(String::as_str).collect();
    let expected: BTreeSet<&str> = expected.iter().copied().collect();
    assert_eq!(found, expected);
}

#[test]
fn an_evaluation_goes_from_draft_to_closed_and_back_only_by_thawing() {
    let lines = drawn(Batch::ALL, BatchAction::ALL, Batch::word, BatchAction::word, Batch::after);
    check(
        lines,
        &[
            "draft arrange → draft",
            "draft schedule → draft",
            "draft enrol → draft",
            "draft open → open",
            "open schedule → open",
            "open enrol → open",
            "open collect → open",
            "open object → open",
            "open freeze → frozen",
            "frozen thaw → open",
            "frozen run → frozen",
            "frozen object → frozen",
            "frozen publish → published",
            "published run → published",
            "published publish → published",
            "published object → published",
            "published close → closed",
        ],
    );
}

#[test]
fn nothing_leads_out_of_a_closed_evaluation() {
    for &action in BatchAction::ALL {
        assert_eq!(Batch::Closed.after(action).unwrap_err().code, "batch-closed");
    }
}

fn filing(state: Participant, reviewers: u8, approved_by: &'static [&'static str]) -> Filing<'static> {
    Filing { state, reviewers, approved_by, frozen_from: Participant::Approved }
}

#[test]
fn a_filing_with_one_reviewer() {
    let after = |state, action| filing(state, 1, &[]).after(action, "li");
    let lines =
        drawn(Participant::ALL, ParticipantAction::ALL, Participant::word, ParticipantAction::word, after);
    check(
        lines,
        &[
            "draft save → draft",
            "draft submit → submitted",
            "draft freeze → frozen",
            "submitted return → returned",
            "submitted approve → approved",
            "submitted freeze → frozen",
            "returned save → returned",
            "returned submit → submitted",
            "returned freeze → frozen",
            "approved return → returned",
            "approved freeze → frozen",
            "frozen thaw → approved",
        ],
    );
}

#[test]
fn two_reviewers_are_two_people() {
    let first = filing(Participant::Submitted, 2, &[]).after(ParticipantAction::Approve, "li");
    assert_eq!(first.unwrap(), Participant::Submitted, "the first approval is not the last");
    let again = filing(Participant::Submitted, 2, &["li"]).after(ParticipantAction::Approve, "li");
    assert_eq!(again.unwrap_err().code, "second-reviewer-needed");
    let second = filing(Participant::Submitted, 2, &["li"]).after(ParticipantAction::Approve, "wang");
    assert_eq!(second.unwrap(), Participant::Approved);
}

#[test]
fn a_filing_thaws_into_what_it_was() {
    for &before in Participant::ALL.iter().filter(|state| **state != Participant::Frozen) {
        let frozen = Filing { state: before, reviewers: 1, approved_by: &[], frozen_from: before };
        let frozen = Filing { state: frozen.after(ParticipantAction::Freeze, "").unwrap(), ..frozen };
        assert_eq!(frozen.after(ParticipantAction::Thaw, "").unwrap(), before);
    }
}

#[test]
fn an_objection_is_decided_once() {
    let lines =
        drawn(Objection::ALL, ObjectionAction::ALL, Objection::word, ObjectionAction::word, Objection::after);
    check(lines, &["open uphold → upheld", "open dismiss → dismissed", "open withdraw → withdrawn"]);
}

#[test]
fn an_objection_has_twenty_days_the_first_not_counted() {
    let clock = Clock { opened_on: date(2026, 11, 20) };
    assert_eq!(clock.due_on(), date(2026, 12, 10));
    assert_eq!(clock.days_left(date(2026, 11, 20)), 20);
    assert_eq!(clock.days_left(date(2026, 12, 10)), 0);
    assert_eq!(clock.days_left(date(2027, 1, 10)), -31);
}

#[test]
fn a_published_run_is_only_ever_superseded() {
    let lines = drawn(Run::ALL, RunAction::ALL, Run::word, RunAction::word, Run::after);
    check(
        lines,
        &["draft publish → published", "draft discard → discarded", "published supersede → superseded"],
    );
}

#[test]
fn whoever_computed_may_not_publish() {
    has_reasons(&may_publish("sun", "sun").unwrap_err());
    may_publish("sun", "wang").unwrap();
}

#[test]
fn words_go_there_and_back() {
    for state in Batch::ALL {
        assert_eq!(Batch::from_word(state.word()), Some(*state));
    }
    assert_eq!(Batch::from_word("melted"), None);
}
