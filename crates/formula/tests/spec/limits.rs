//! Every limit is met and passed by one.

use formula::{
    Formula,
    limits::{MAX_BACK, MAX_DEPTH, MAX_NODES, MAX_SOURCE_BYTES},
    parse,
};

use crate::kit::{Dictionary, check_problems};

#[track_caller]
fn check(source: &str, codes: &[&str]) {
    let (_, problems) = parse(source);
    assert_eq!(problems.iter().map(|problem| problem.code).collect::<Vec<_>>(), codes);
}

#[test]
fn a_source_has_at_most_8_kb() {
    let padded = |length: usize| format!("1{}", " ".repeat(length - 1));
    check(&padded(MAX_SOURCE_BYTES), &[]);
    check(&padded(MAX_SOURCE_BYTES + 1), &["source-too-long"]);
    // refused by size alone, before anything is read
    check(&"（".repeat(1_000_000), &["source-too-long"]);
}

#[test]
fn a_tree_is_at_most_64_high() {
    let sum = |terms: usize| vec!["a"; terms].join("+");
    check(&sum(MAX_DEPTH), &[]);
    check(&sum(MAX_DEPTH + 1), &["too-deep"]);
    let nots = |count: usize| format!("{}a", "not ".repeat(count));
    check(&nots(MAX_DEPTH - 1), &[]);
    check(&nots(MAX_DEPTH), &["too-deep"]);
    let calls = |count: usize| format!("{}a{}", "abs(".repeat(count), ")".repeat(count));
    check(&calls(MAX_DEPTH - 1), &[]);
    check(&calls(MAX_DEPTH), &["too-deep"]);
}

#[test]
fn brackets_are_bounded_too() {
    let brackets = |count: usize| format!("{}a{}", "(".repeat(count), ")".repeat(count));
    check(&brackets(2 * MAX_DEPTH - 1), &[]);
    check(&brackets(2 * MAX_DEPTH), &["too-deep"]);
}

/// The deepest nestings that fit into the longest source, of every construct that nests.
#[test]
fn no_nesting_overflows_the_stack() {
    let openers = [
        "(",
        "-",
        "not ",
        "非 ",
        "if ",
        "若 a 则 ",
        "若 a 则 a 否则 ",
        "bands ",
        "bands a {<",
        "bands a {<1:",
        "abs(",
        "a in [",
        "a[",
        "1+(",
        "(",
    ];
    for opener in openers {
        let deep = opener.repeat(MAX_SOURCE_BYTES / opener.len());
        let (tree, problems) = parse(&deep);
        assert!(!problems.is_empty(), "{opener}");
        assert!(problems.len() < 2 * MAX_SOURCE_BYTES);
        drop(tree);
        let _ = Formula::parse(&deep, &Dictionary);
    }
}

#[test]
fn a_tree_has_at_most_2000_nodes() {
    // a call with n values has n + 1 nodes
    let call = |nodes: usize| format!("max({})", vec!["1"; nodes - 1].join(", "));
    check(&call(MAX_NODES), &[]);
    check(&call(MAX_NODES + 1), &["too-many-nodes"]);
}

#[test]
fn a_rule_looks_back_at_most_9_periods() {
    check(&format!("a[-{MAX_BACK}]"), &[]);
    check(&format!("a[-{}]", MAX_BACK + 1), &["too-far-back"]);
    check_problems("合计(营业收入, 10) > 0 且 平均增长率(营业收入, 9) > 0", &[]);
}
