//! What the demo zone promises.

use std::{
    collections::{BTreeMap, HashSet},
    fmt::Write as _,
};

use formula::{Exact, Fact};
use sha2::{Digest, Sha256};

use crate::{Row, Zone, column::Column, zone};

const YEARS: [i32; 3] = [2023, 2024, 2025];

fn small() -> Zone {
    zone(1200, 2025, &YEARS)
}

fn text(row: &Row, column: Column) -> &str {
    match &row.facts[column as usize] {
        Some(Fact::Text(text)) => text,
        other => panic!("{column:?}: {other:?}"),
    }
}

fn number(row: &Row, column: Column) -> Option<&Exact> {
    match row.facts[column as usize].as_ref()? {
        Fact::Number(number) => Some(number),
        other => panic!("{column:?}: {other:?}"),
    }
}

/// The first `columns` of a zone as text, one line per row.
fn listing(zone: &Zone, columns: usize) -> String {
    let mut listing = String::new();
    for row in &zone.rows {
        write!(listing, "{}", row.period).unwrap();
        for fact in &row.facts[..columns] {
            match fact {
                None => listing.push(','),
                Some(Fact::Number(number)) => write!(listing, ",{number}").unwrap(),
                Some(Fact::Truth(truth)) => write!(listing, ",{truth}").unwrap(),
                Some(Fact::Text(text)) => write!(listing, ",{text}").unwrap(),
                Some(Fact::Date(date)) => write!(listing, ",{date}").unwrap(),
            }
        }
        listing.push('\n');
    }
    listing
}

fn latest(zone: &Zone) -> impl Iterator<Item = &Row> {
    zone.rows.iter().filter(|row| row.period == 2025)
}

fn share_of(zone: &Zone, holds: impl Fn(&Row) -> bool) -> usize {
    let all = latest(zone).count();
    latest(zone).filter(|row| holds(row)).count() * 1000 / all
}

#[track_caller]
fn check_share(zone: &Zone, what: &str, from: usize, to: usize, holds: impl Fn(&Row) -> bool) {
    let permille = share_of(zone, holds);
    assert!((from..=to).contains(&permille), "{what}: {permille}‰, expected {from}‰ to {to}‰");
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    let zone = zone(400, 7, &YEARS);
    let hash = |columns: usize| -> String {
        Sha256::digest(listing(&zone, columns)).iter().map(|byte| format!("{byte:02x}")).collect()
    };
    insta::assert_snapshot!(hash(Column::ALL.len()), @"4e04ec5f698ba1787a805122dae74616b1c1c8e1e788caf452cf1837c7526269");
    // What was there before the items of the titles came is as it was.
    insta::assert_snapshot!(hash(Column::SizeClass as usize), @"436e24b51386362383a24f6741976ed7514292632196036cfd4f1fc352313331");
}

#[test]
fn the_order_of_years_does_not_matter_and_another_seed_is_another_zone() {
    assert_eq!(zone(60, 1, &[2025, 2023, 2024, 2023]), zone(60, 1, &YEARS));
    assert_ne!(zone(60, 1, &YEARS).rows, zone(60, 2, &YEARS).rows);
}

#[test]
fn an_enterprise_is_the_same_in_a_larger_zone() {
    let (few, many) = (zone(50, 3, &YEARS), zone(90, 3, &YEARS));
    assert_eq!(few.rows[..], many.rows[..few.rows.len()]);
}

#[test]
fn codes_and_names_are_unique_and_of_no_real_district() {
    let zone = small();
    let codes: HashSet<_> = latest(&zone).map(|row| text(row, Column::CreditCode)).collect();
    let names: HashSet<_> = latest(&zone).map(|row| text(row, Column::Name)).collect();
    assert_eq!((codes.len(), names.len()), (1200, 1200));
    assert!(codes.iter().all(|code| code.len() == 18 && code.starts_with("91000000MA")));
    assert!(names.iter().all(|name| name.ends_with("有限公司")));
}

#[test]
fn shares_are_plausible() {
    let zone = small();
    let revenue = |row: &Row| number(row, Column::OperatingRevenue).map_or(-1.0, Exact::to_f64);
    check_share(&zone, "初创期", 310, 390, |row| (0.0..500.0).contains(&revenue(row)));
    check_share(&zone, "成长期", 260, 340, |row| (500.0..5000.0).contains(&revenue(row)));
    check_share(&zone, "扩展期", 185, 255, |row| (5000.0..40_000.0).contains(&revenue(row)));
    check_share(&zone, "成熟期", 100, 160, |row| revenue(row) >= 40_000.0);
    check_share(&zone, "营业收入缺失", 1, 12, |row| number(row, Column::OperatingRevenue).is_none());
    check_share(&zone, "营业收入为零", 4, 20, |row| {
        number(row, Column::OperatingRevenue).is_some_and(Exact::is_zero)
    });
    check_share(&zone, "研发费用缺失", 15, 55, |row| number(row, Column::RdExpense).is_none());
    check_share(&zone, "亏损", 150, 450, |row| {
        number(row, Column::NetProfit).is_some_and(Exact::is_negative)
    });
    check_share(&zone, "资不抵债", 10, 70, |row| {
        number(row, Column::NetAssets).is_some_and(Exact::is_negative)
    });
    check_share(&zone, "高新技术企业", 200, 450, |row| {
        text(row, Column::Labels).contains("高新技术企业")
    });
    check_share(&zone, "失信被执行人", 0, 12, |row| {
        row.facts[Column::DishonestDebtor as usize] == Some(Fact::Truth(true))
    });
    check_share(&zone, "获得风险投资", 40, 120, |row| {
        number(row, Column::VentureCapital).is_some_and(|n| !n.is_zero())
    });
}

#[test]
fn some_years_are_absent_and_no_enterprise_is_older_than_its_founding() {
    let zone = small();
    let mut years: BTreeMap<&str, Vec<i32>> = BTreeMap::new();
    for row in &zone.rows {
        years.entry(text(row, Column::CreditCode)).or_default().push(row.period);
        let Some(Fact::Date(founded)) = row.facts[Column::FoundedOn as usize] else { panic!("founded") };
        assert!(i32::from(founded.year()) <= row.period);
    }
    assert!(years.values().all(|years| years.is_sorted() && years.last() == Some(&2025)));
    assert!(years.values().filter(|years| **years == [2023, 2025]).count() > 5);
}

#[test]
fn figures_of_a_row_fit_together() {
    let zone = small();
    let at_most = |row: &Row, part: Column, whole: Column| {
        if let (Some(part_value), Some(whole_value)) = (number(row, part), number(row, whole)) {
            assert!(part_value <= whole_value, "{part:?} {part_value} > {whole:?} {whole_value}");
        }
    };
    for row in &zone.rows {
        at_most(row, Column::MainRevenue, Column::OperatingRevenue);
        at_most(row, Column::HitechRevenue, Column::TotalIncome);
        at_most(row, Column::RdExpenseDomestic, Column::RdExpense);
        at_most(row, Column::RdExpense, Column::TotalCosts);
        at_most(row, Column::RdStaff, Column::TechStaff);
        at_most(row, Column::TechStaff, Column::Staff);
        at_most(row, Column::Doctors, Column::Postgraduates);
        at_most(row, Column::Class1IpOwn, Column::Class1Ip);
        at_most(row, Column::Class1IpHighValue, Column::Class1IpOwn);
        at_most(row, Column::VentureCapital, Column::EquityFinancing);
    }
}

#[test]
fn the_stories_are_the_first_enterprises() {
    let zone = small();
    let mut list = String::new();
    for (story, row) in zone.stories.iter().zip(latest(&zone)) {
        assert_eq!(story.credit_code, text(row, Column::CreditCode));
        assert_eq!(story.name, text(row, Column::Name));
        let revenue = number(row, Column::OperatingRevenue).map_or("缺失".to_owned(), Exact::to_string);
        writeln!(list, "{} {}｜{}｜{revenue}", story.credit_code, story.code, story.title.zh).unwrap();
    }
    insta::assert_snapshot!(list, @"
    91000000MA00000157 new-and-unknown｜刚起步，数据很少｜38
    91000000MA00000232 gazelle｜瞪羚：两年增至五倍｜6072
    91000000MA0000031W fading-research｜成熟企业，研发占比下滑｜73000
    91000000MA000004XL vetoed｜一票否决｜22500
    91000000MA0000058L exactly-fifteen-percent｜增长率恰好 15%｜925.75
    91000000MA0000066F nothing-before｜上年为零，不可比｜320
    91000000MA0000074A true-zeros｜看似矛盾的零｜0
    91000000MA00000825 no-stage｜缺营业收入，定不了阶段｜缺失
    ");
}

#[test]
fn the_fifteen_percent_story_is_exact() {
    let zone = small();
    let story = zone.stories.iter().find(|story| story.code == "exactly-fifteen-percent").unwrap();
    let rows: Vec<_> =
        zone.rows.iter().filter(|row| text(row, Column::CreditCode) == story.credit_code).collect();
    let value = |row: usize, column| number(rows[row], column).unwrap();
    let ratio = |column, row: usize| value(row, column).checked_div(value(row - 1, column)).unwrap();
    let fifteen: Exact = "1.15".parse().unwrap();
    assert_eq!(ratio(Column::OperatingRevenue, 1), fifteen);
    assert_eq!(ratio(Column::OperatingRevenue, 2), fifteen);
    let mean = (ratio(Column::NetAssets, 1) + ratio(Column::NetAssets, 2)) / Exact::from(2);
    assert_eq!(mean, fifteen);
}

#[test]
fn few_enterprises_and_few_years_are_no_trouble() {
    assert_eq!(zone(0, 1, &YEARS).rows, []);
    assert_eq!(zone(20, 1, &[]).rows, []);
    assert_eq!(zone(2, 1, &[2025]).rows.len(), 2);
    assert_eq!(zone(3, 1, &YEARS).stories.len(), 3);
}
