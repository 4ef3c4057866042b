//! What an officer sees of a policy file that is wrong, and reads of one that is right.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::Path;

use domain::policies::Award;
use formula::Language;
use jiff::civil::date;

use rulebook::{
    Memory, Problem, check_path, find_policies, load_policy, load_policy_from, render_all, show_path,
};

const ITEMS: &str = "\
format: items/1
code: test
name: 测试字典
items:
  - {code: rd, name: 研发费用, type: number, unit: 万元, meaning: 研发。, source: 税务}
  - {code: staff, name: 职工总数, type: number, unit: 人, meaning: 职工。, source: 人社}
  - {code: own, name: 自报收入, type: number, unit: 万元, meaning: 自报。, source: 企业填报}
  - {code: nobody, name: 无源数据, type: number, unit: 万元, meaning: 无人提供。}
  - {code: bad, name: 失信, type: truth, meaning: 失信。, source: 法院}
  - {code: paid_on, name: 到账日期, type: date, meaning: 到账。, source: 银行}
";

const POLICY: &str = "\
format: policy/1
code: test
name: 测试政策（示例）
version: \"1\"
status: illustrative
in_force: {from: 2026-01-01, until: 2026-12-31}
items: items.yaml
issuer: 测试局
kind: grant
way: without_application
data: {year: last, judged_on: year_end}
conditions:
  - {code: \"1\", name: 研发费用, value: 研发费用, at_least: 100万元}
award:
  parts:
    - {code: a, name: 补助, amount: 研发费用 * 5%, cap: 20万元}
budget: {amount: 500万元, runs_out: pro_rata}
service: {working_days: 10}
";

fn problems(text: &str) -> Vec<Problem> {
    let files = Memory::new([("items.yaml", ITEMS.to_owned()), ("p.yaml", text.to_owned())]);
    match load_policy_from(&files, "p.yaml".as_ref(), date(2026, 6, 30)) {
        Ok(loaded) => loaded.warnings,
        Err(problems) => problems,
    }
}

/// With one text replaced, exactly one problem of this code is found, and it points at `at`.
#[track_caller]
fn check(replace: &str, with: &str, code: &str, at: &str) {
    assert!(POLICY.contains(replace), "{replace}");
    let text = POLICY.replace(replace, with);
    let found = problems(&text);
    let shown = render_all(&found, Language::Chinese);
    assert_eq!(found.iter().map(|each| each.code).collect::<Vec<_>>(), [code], "{shown}");
    let line = text.lines().nth(found[0].place.start().line.saturating_sub(1)).unwrap();
    assert!(line.contains(at), "points at `{line}`\n{shown}");
    assert!(found[0].message.zh != found[0].message.en);
}

#[test]
fn a_right_policy_has_no_problem() {
    assert_eq!(render_all(&problems(POLICY), Language::Chinese), "");
}

#[test]
fn without_application_there_is_no_officer_and_no_word_of_the_enterprise() {
    let checks = "officer_checks: [{code: K, name: 核, question: 是否属实？}]\naward:";
    check("award:", checks, "officer-without-application", "officer_checks");
    check("value: 研发费用", "value: 自报收入", "data-not-collected", "自报收入");
    check("amount: 研发费用 * 5%", "amount: 无源数据 * 5%", "data-not-collected", "无源数据");
    let applied = POLICY.replace("without_application", "on_request").replace("award:", checks);
    let applied = applied.replace("value: 研发费用", "value: 自报收入");
    assert_eq!(render_all(&problems(&applied), Language::Chinese), "");
}

#[test]
fn unknown_items_and_wrong_units_are_named() {
    check("value: 研发费用", "value: 研发费", "unknown-name", "研发费");
    check("at_least: 100万元", "at_least: 100人", "unit-mismatch", "100人");
    check("amount: 研发费用 * 5%", "amount: 职工总数 * 5%", "unit-mismatch", "职工总数");
    check("{amount: 500万元", "{amount: 500", "unit-mismatch", "budget");
    check("{amount: 500万元", "{amount: 500人", "unit-mismatch", "budget");
    check("{amount: 500万元", "{amount: 0.001元", "wrong-value", "budget");
}

#[test]
fn amounts_nobody_reaches_are_named() {
    check("amount: 研发费用 * 5%", "amount: 0元", "award-unreachable", "0元");
    check("amount: 研发费用 * 5%", "amount: 30万元", "award-unreachable", "30万元");
    let two = "at_least: 100万元}\n  - {code: \"2\", name: 另一条, value: 研发费用, below: 100万元}";
    check("at_least: 100万元}", two, "policy-unreachable", "另一条");
    let band = |bands: &str| format!("value: 研发费用, bands: {bands}");
    let dead = band("[{below: 50万元, award: 1万元}, {from: 50万元, award: 2万元}]");
    check("amount: 研发费用 * 5%", &dead, "award-unreachable", "bands");
    let beyond = band("[{below: 200万元, award: 1万元}, {from: 200万元, award: 30万元}]");
    check("amount: 研发费用 * 5%", &beyond, "award-unreachable", "bands");
}

#[test]
fn bands_have_no_gap_and_no_overlap() {
    let band = |bands: &str| format!("value: 研发费用, bands: {bands}");
    let gap = band("[{below: 200万元, rate: 1%}, {above: 200万元, rate: 2%}]");
    check("amount: 研发费用 * 5%", &gap, "bands-gap", "bands");
    let overlap = band("[{up_to: 200万元, rate: 1%}, {from: 200万元, rate: 2%}]");
    check("amount: 研发费用 * 5%", &overlap, "bands-overlap", "bands");
    let open = band("[{from: 200万元, rate: 2%}]");
    check("amount: 研发费用 * 5%", &open, "bands-gap", "bands");
    let people = "value: 职工总数, bands: [{below: 10人, award: 1万元}, {from: 10人, rate: 2%}]";
    check("amount: 研发费用 * 5%", people, "unit-mismatch", "bands");
    let fixed =
        "value: 研发费用, marginal: true, bands: [{below: 200万元, rate: 0%}, {from: 200万元, award: 2万元}]";
    check("amount: 研发费用 * 5%", fixed, "conflicting-keys", "bands");
}

#[test]
fn parameters_do_not_run_out_before_the_policy() {
    let with =
        |until: &str| format!("parameters: [{{code: lpr, name: LPR, value: 3.0%{until}}}]\nconditions:");
    check("conditions:", &with(", until: 2026-12-30"), "parameter-expired", "parameters");
    check("conditions:", &with("").replace("LPR", "研发费用"), "duplicate-code", "parameters");
    let right = POLICY.replace("conditions:", &with(", until: 2026-12-31"));
    assert_eq!(render_all(&problems(&right), Language::Chinese), "");
    let open = right.replace(", until: 2026-12-31}\nitems", "}\nitems");
    assert_eq!(problems(&open)[0].code, "parameter-expired");
}

#[test]
fn budgets_and_service_fit_together() {
    check("runs_out: pro_rata", "runs_out: by_time", "missing-key", "budget");
    check("runs_out: pro_rata", "runs_out: by_time, by: 研发费用", "type-mismatch", "budget");
    check("runs_out: pro_rata", "runs_out: by_points, by: 到账日期", "conflicting-keys", "budget");
    check("runs_out: pro_rata", "runs_out: pro_rata, last: share", "conflicting-keys", "budget");
    let slow = POLICY.replace("without_application", "fast_track").replace("days: 10", "days: 61");
    assert_eq!(problems(&slow)[0].code, "service-too-long");
    let right = POLICY.replace(
        "  parts:\n    - {code: a, name: 补助, amount: 研发费用 * 5%, cap: 20万元}",
        "  right: 优先",
    );
    assert_eq!(problems(&right)[0].code, "conflicting-keys");
}

#[test]
fn two_versions_and_two_ceilings_do_not_meet() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: String| std::fs::write(folder.path().join(name), text).unwrap();
    let ceiling = |amount: &str| format!("{POLICY}stacking: {{ceiling: {{code: zone, amount: {amount}}}}}\n");
    write("items.yaml", ITEMS.to_owned());
    write("a.yaml", ceiling("500万元"));
    write("b.yaml", ceiling("5000000元").replace("code: test\n", "code: other\n"));
    let codes = || check_path(folder.path()).problems.iter().map(|each| each.code).collect::<Vec<_>>();
    assert_eq!(codes(), [""; 0]);
    write("b.yaml", ceiling("400万元").replace("code: test\n", "code: other\n"));
    assert_eq!(codes(), ["ceiling-differs"]);
    write("b.yaml", ceiling("500万元"));
    assert_eq!(codes(), ["policy-overlap"]);
    assert_eq!(find_policies(&[folder.path().to_owned()]).unwrap_err()[0].code, "policy-overlap");
}

#[test]
fn the_shipped_policies_are_examples_and_say_so() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rules/policies");
    let found = find_policies(std::slice::from_ref(&folder)).unwrap();
    assert!(found.len() >= 12, "{}", found.len());
    for policy in &found {
        assert_eq!(policy.status, domain::Status::Illustrative, "{}", policy.code);
        assert!(policy.name.zh.contains("示例"), "{}", policy.code);
        let loaded = load_policy(&policy.path, date(2026, 6, 30)).unwrap();
        let text = show_path(&policy.path, None).unwrap();
        assert!(text.contains("示例"), "{text}");
        assert!(matches!(loaded.value.award, Award::Right(_)) || text.contains("年度预算"), "{text}");
    }
}

#[test]
fn a_policy_reads_like_a_notice() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rules/policies/rd-investment.yaml");
    insta::assert_snapshot!(show_path(&file, None).unwrap());
}
