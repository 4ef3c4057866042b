//! What a bank sees of a product file that is wrong, reads of one that is right, and what holds for every product shipped.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::{Path, PathBuf};

use domain::{
    finance::{Product, Standing, offer},
    policies::Fen,
};
use formula::{Exact, Fact, Facts, Language, ResultKind};
use jiff::civil::{Date, date};
use rulebook::{
    Memory, Problem, check_path, find_products, load_product, load_product_from, render_all, show_path,
};

const ITEMS: &str = "\
format: items/1
code: test
name: 测试字典
items:
  - {code: revenue, name: 营业收入, type: number, unit: 万元, meaning: 收入。, source: 税务}
  - {code: staff, name: 职工总数, type: number, unit: 人, meaning: 职工。, source: 人社}
";

const PRODUCT: &str = "\
format: product/1
code: test
name: 测试贷（示例）
version: \"1\"
status: illustrative
in_force: {from: 2026-01-01, until: 2026-12-31}
items: items.yaml
bank: 测试银行（示例）
purpose: 经营
security: credit
term: {least_months: 3, most_months: 12}
repayments: [monthly_interest]
data: {year: last, judged_on: year_end}
parameters: [{code: lpr, name: LPR, value: 3%, until: 2026-12-31}]
conditions:
  - {code: \"1\", name: 营业收入, value: 营业收入, at_least: 100万元}
limit:
  caps:
    - {code: a, name: 收入的一半, amount: 营业收入 * 50%}
rate: {reads: exactly, base: LPR, steps: [{code: m, name: 加点, amount: 80基点}]}
sharing:
  - {code: all, name: 所有企业, shares: [{who: 银行, share: 40%}, {who: 基金, share: 60%}]}
fees: [{code: f, name: 担保费, yearly: 1%}]
";

fn problems(text: &str) -> Vec<Problem> {
    let files = Memory::new([("items.yaml", ITEMS.to_owned()), ("p.yaml", text.to_owned())]);
    match load_product_from(&files, "p.yaml".as_ref(), date(2026, 6, 30)) {
        Ok(loaded) => loaded.warnings,
        Err(problems) => problems,
    }
}

/// With one text replaced, exactly one problem of this code is found, and it points at `at`.
#[track_caller]
fn check(replace: &str, with: &str, code: &str, at: &str) {
    assert!(PRODUCT.contains(replace), "{replace}");
    let text = PRODUCT.replace(replace, with);
    let found = problems(&text);
    let shown = render_all(&found, Language::Chinese);
    assert_eq!(found.iter().map(|each| each.code).collect::<Vec<_>>(), [code], "{shown}");
    let line = text.lines().nth(found[0].place.start().line.saturating_sub(1)).unwrap();
    assert!(line.contains(at), "points at `{line}`\n{shown}");
    assert!(found[0].message.zh != found[0].message.en);
}

#[test]
fn a_right_product_has_no_problem() {
    assert_eq!(render_all(&problems(PRODUCT), Language::Chinese), "");
}

#[test]
fn unknown_items_wrong_units_and_missing_parts_are_named() {
    check("amount: 营业收入 * 50%", "amount: 营收入 * 50%", "unknown-name", "营收入");
    check("amount: 营业收入 * 50%", "amount: 职工总数 * 50%", "unit-mismatch", "职工总数");
    check("amount: 80基点", "amount: 80万元", "unit-mismatch", "80万元");
    check("base: LPR", "base: 营业收入", "unit-mismatch", "base");
    check(
        "    - {code: a, name: 收入的一半, amount: 营业收入 * 50%}\n",
        "    []\n",
        "award-unreachable",
        "caps",
    );
    check("repayments: [monthly_interest]", "repayments: []", "empty-group", "repayments");
    check("[monthly_interest]", "[monthly]", "wrong-value", "monthly");
    check("security: credit\n", "", "missing-key", "format");
}

#[test]
fn what_cannot_be_is_named() {
    check("least_months: 3", "least_months: 13", "dates-order", "least_months");
    check("share: 60%", "share: 61%", "shares-over", "shares");
    check("yearly: 1%", "yearly: 1%, once: 1%", "conflicting-keys", "fees");
    check("until: 2026-12-31}]", "until: 2026-11-30}]", "parameter-expired", "parameters");
    check("amount: 营业收入 * 50%", "amount: 0元", "award-unreachable", "0元");
    let dead = "share: 60%}]}\n  - {code: more, name: 另一行, shares: [{who: 银行, share: 100%}]}";
    check("share: 60%}]}", dead, "row-dead", "另一行");
    let two = "at_least: 100万元}\n  - {code: \"2\", name: 另一条, value: 营业收入, below: 100万元}";
    check("at_least: 100万元}", two, "policy-unreachable", "另一条");
}

#[test]
fn two_versions_on_one_day_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    write("items.yaml", ITEMS);
    write("one.yaml", PRODUCT);
    write("two.yaml", &PRODUCT.replace("from: 2026-01-01", "from: 2026-12-31"));
    let codes = |problems: &[Problem]| problems.iter().map(|each| each.code).collect::<Vec<_>>();
    assert_eq!(codes(&check_path(folder.path()).problems), ["product-overlap"]);
    assert_eq!(codes(&find_products(&[folder.path().to_owned()]).unwrap_err()), ["product-overlap"]);
    write("two.yaml", &PRODUCT.replace("2026-", "2027-"));
    assert_eq!(find_products(&[folder.path().to_owned()]).unwrap().len(), 2);
}

#[test]
fn a_version_ends_the_day_before_the_one_that_replaces_it() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    write("items.yaml", ITEMS);
    write("one.yaml", PRODUCT);
    let (version, days) = ("version: \"1\"", "from: 2026-01-01");
    assert!(PRODUCT.contains(version) && PRODUCT.contains(days));
    let second = |replaces: &str, from: &str| {
        let named = PRODUCT.replace(version, &format!("version: \"2\"\nreplaces: \"{replaces}\""));
        write("two.yaml", &named.replace(days, from));
        find_products(&[folder.path().to_owned()])
    };
    let found = second("1", "from: 2026-07-01").unwrap();
    let days: Vec<String> =
        found.iter().map(|one| format!("{}–{}", one.in_force.from, one.in_force.until.unwrap())).collect();
    assert_eq!(days, ["2026-01-01–2026-06-30", "2026-07-01–2026-12-31"]);
    assert_eq!(check_path(folder.path()).problems, []);

    let codes = |problems: Vec<Problem>| problems.iter().map(|each| each.code).collect::<Vec<_>>();
    // A version that is not there, and one that begins no earlier.
    assert_eq!(codes(second("0", "from: 2026-07-01").unwrap_err()), ["replaces-unknown", "product-overlap"]);
    assert_eq!(codes(second("1", "from: 2026-01-01").unwrap_err()), ["replaces-unknown", "product-overlap"]);
}

fn rules(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rules/products").join(name)
}

#[test]
fn a_product_reads_like_a_leaflet() {
    let text = show_path(&rules("citic-gazelle.yaml"), Some(date(2026, 6, 30))).unwrap();
    insta::assert_snapshot!(text);
}

/// An enterprise with every number a product may ask for, in the items' units, good enough for each, with the points given.
struct Borrower {
    points: Exact,
}

impl Facts for Borrower {
    fn item(&self, code: &str, _: u8) -> Option<Fact> {
        let number = |value: i64| Some(Fact::Number(Exact::from(value)));
        match code {
            "status" => Some(Fact::Text("active".into())),
            "knowledge_value_grade" | "tax_credit_rating" => Some(Fact::Text("A".into())),
            "environmental_credit" => Some(Fact::Text("green".into())),
            "founded_on" => Some(Fact::Date(date(2010, 1, 1))),
            "operating_revenue" | "sales_revenue" => number(3_000),
            "total_assets" => number(2_000),
            "total_liabilities" => number(500),
            "sales_margin" | "expected_growth" => number(10),
            "inventory_days" | "receivable_days" => number(90),
            "payable_days" | "prepaid_days" | "advance_days" | "controller_years" => number(10),
            "own_working_capital" | "working_capital_loans" | "other_working_capital" => number(100),
            _ => Some(Fact::Truth(false)),
        }
    }

    fn as_of(&self) -> Date {
        date(2025, 12, 31)
    }

    fn has_label(&self, label: &str) -> Option<bool> {
        Some(label == "高新技术企业")
    }

    fn result(&self, kind: ResultKind, _: Option<&str>) -> Option<Fact> {
        (kind == ResultKind::Points).then(|| Fact::Number(self.points.clone()))
    }
}

fn shipped() -> Vec<Product> {
    let found = find_products(&[rules("")]).unwrap();
    found.iter().map(|one| load_product(&one.path, date(2026, 6, 30)).unwrap().value).collect()
}

#[test]
fn limits_are_never_below_nothing_never_above_a_cap_and_never_fall_when_points_rise() {
    let products = shipped();
    assert!(products.len() >= 12, "{}", products.len());
    for product in &products {
        let mut before = Fen::ZERO;
        for tenths in 0..=1_000 {
            let borrower = Borrower { points: Exact::scaled(tenths, -1) };
            let offered = offer(product, &borrower);
            let limit =
                offered.limit.clone().unwrap_or_else(|issues| unreachable!("{}: {issues:?}", product.code));
            assert!(limit.amount >= before, "{} at {tenths}", product.code);
            let caps = offered.caps.iter().filter_map(|cap| cap.as_ref().ok()).filter(|cap| cap.given);
            assert!(caps.clone().all(|cap| limit.amount.yuan() <= cap.yuan), "{} at {tenths}", product.code);
            assert!(!limit.binding.is_empty());
            before = if limit.below_least { Fen::ZERO } else { limit.amount };
        }
        assert!(before > Fen::ZERO, "{}: nobody can borrow", product.code);
        let best = offer(product, &Borrower { points: Exact::from(100) });
        assert!(best.standing >= Standing::Officer, "{}: {:?}", product.code, best.issues());
        assert!(!best.rate.unwrap().yearly.is_negative());
    }
}
