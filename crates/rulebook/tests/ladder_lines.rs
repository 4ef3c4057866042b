//! What an officer reads of one enterprise, line by line.

#![expect(clippy::expect_used, reason = "a helper of a test may stop the test")]

use std::path::Path;

use domain::cultivation::{Row, assess, rows};
use formula::{Fact, Facts, Language, ResultKind};
use insta::assert_snapshot;
use jiff::civil::{Date, date};
use rulebook::load_ladder;

/// Code, periods back, value.
struct Firm(&'static [(&'static str, u8, &'static str)]);

impl Facts for Firm {
    fn item(&self, code: &str, back: u8) -> Option<Fact> {
        let (_, _, value) = self.0.iter().find(|(name, year, _)| *name == code && *year == back)?;
        Some(match (*value, value.parse(), value.parse()) {
            ("yes", ..) => Fact::Truth(true),
            ("no", ..) => Fact::Truth(false),
            (_, Ok(number), _) => Fact::Number(number),
            (_, _, Ok(day)) => Fact::Date(day),
            (text, ..) => Fact::Text(text.into()),
        })
    }
    fn as_of(&self) -> Date {
        date(2025, 6, 30)
    }
    fn has_label(&self, _: &str) -> Option<bool> {
        Some(false)
    }
    fn result(&self, _: ResultKind, _: Option<&str>) -> Option<Fact> {
        None
    }
}

fn line(row: &Row, language: Language) -> String {
    let points = row
        .points
        .map(|points| format!("{points}/{}", row.full.map_or("–".to_owned(), |full| full.to_string())));
    let cells = [
        Some(format!(
            "{}{} {}",
            "  ".repeat(usize::from(row.depth)),
            row.code,
            row.name.in_language(language)
        )),
        row.state.map(|state| state.sentence().in_language(language).to_owned()),
        row.value.as_ref().map(|cell| cell.text.in_language(language).to_owned()),
        row.bound.as_ref().map(|bound| bound.in_language(language).to_owned()),
        row.gap.as_ref().map(|gap| gap.in_language(language).to_owned()),
        points,
        row.remark.as_ref().map(|remark| remark.in_language(language).to_owned()),
    ];
    cells.into_iter().flatten().collect::<Vec<_>>().join(" | ")
}

fn page(ladder: &str, firm: &Firm, language: Language) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rules/ladders").join(ladder);
    let loaded = load_ladder(&path, firm.as_of()).expect("a shipped ladder");
    let found = assess(&loaded.value, firm);
    let lines = rows(&loaded.value, &found, &loaded.dictionary);
    let mut text: Vec<String> = lines.iter().map(|row| line(row, language)).collect();
    text.insert(0, format!("{} {:?}", found.verdict.sentence().in_language(language), found.reasons));
    text.push(found.note.in_language(language).to_owned());
    text.join("\n")
}

const SMALL: Firm = Firm(&[
    ("mainland_resident", 0, "yes"),
    ("staff", 0, "501"),
    ("tech_staff", 0, "45"),
    ("sales_revenue", 0, "500"),
    ("total_assets", 0, "800"),
    ("rd_expense", 0, "29.99"),
    ("class1_ip", 0, "0"),
    ("major_accident", 0, "no"),
    ("quality_accident", 0, "no"),
    ("environmental_violation", 0, "no"),
    ("research_misconduct", 0, "no"),
    ("abnormal_operation", 0, "no"),
]);

const LARGE: Firm = Firm(&[
    ("mainland_resident", 0, "yes"),
    ("founded_on", 0, "2015-03-01"),
    ("class1_ip", 0, "1"),
    ("own_ip", 0, "1"),
    ("tech_field", 0, "materials"),
    ("staff", 0, "100"),
    ("tech_staff", 0, "20"),
    ("rd_expense", 0, "160"),
    ("rd_expense", 1, "140"),
    ("rd_expense", 2, "100"),
    ("rd_expense_domestic", 0, "160"),
    ("rd_expense_domestic", 1, "140"),
    ("rd_expense_domestic", 2, "100"),
    ("sales_revenue", 0, "5000"),
    ("sales_revenue", 1, "4000"),
    ("sales_revenue", 2, "3500"),
    ("net_assets", 0, "100"),
    ("net_assets", 1, "-50"),
    ("net_assets", 2, "-80"),
    ("hitech_revenue", 0, "3000"),
    ("total_income", 0, "5000"),
    ("major_accident", 0, "no"),
    ("quality_accident", 0, "no"),
    ("environmental_violation", 0, "no"),
    ("ip_advancement", 0, "high"),
    ("expert_ip_advancement", 0, "5"),
    ("expert_management_system", 0, "6"),
]);

#[test]
fn a_small_firm_reads_what_it_lacks() {
    assert_snapshot!(page("tech-sme-2017.yaml", &SMALL, Language::Chinese));
}

#[test]
fn a_large_firm_reads_ranges_and_who_decides() {
    assert_snapshot!(page("high-tech-2016.yaml", &LARGE, Language::Chinese));
}

#[test]
fn the_same_lines_in_english() {
    assert_snapshot!(page("tech-sme-2017.yaml", &SMALL, Language::English));
}
