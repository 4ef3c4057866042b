//! 企业划型 (国统字〔2017〕213号), three of its industries.

use std::collections::BTreeMap;

use domain::{
    Name, Status,
    enterprise::{ClassRow, ClassVerdict, Classification},
    indicators::{Dictionary, Item, ItemKind},
};
use formula::{Exact, Fact, Facts, Formula, ResultKind, Unit};
use jiff::civil::{Date, date};

fn name(zh: &str) -> Name {
    Name { zh: zh.to_owned(), en: None }
}

fn dictionary() -> Dictionary {
    let number =
        |unit| ItemKind::Number { unit: Unit::named(unit), minimum: None, maximum: None, whole: false };
    let items = [
        ("industry", ItemKind::Text { categories: Vec::new() }),
        ("staff", number("人")),
        ("revenue", number("万元")),
        ("assets", number("万元")),
    ];
    let item = |(code, kind): (&str, ItemKind)| Item {
        code: code.to_owned(),
        name: name(code),
        aliases: Vec::new(),
        kind,
        meaning: String::new(),
        source: None,
        torch_code: None,
        basis: None,
        yearly: true,
    };
    Dictionary::new(items.into_iter().map(item).collect())
}

fn formula(source: &str) -> Formula {
    Formula::parse(source, &dictionary()).unwrap_or_else(|problems| panic!("{source}: {problems:?}"))
}

/// Lower bounds of large, medium and small as the table prints them: 人 and 万元.
fn classification() -> Classification {
    let row = |industry: &str, bounds: &[(&str, [i64; 3])]| ClassRow {
        name: name(industry),
        when: formula(&format!("industry = \"{industry}\"")),
        bounds: bounds
            .iter()
            .map(|(item, edges)| {
                let scale = if *item == "staff" { 1 } else { 10_000 };
                (formula(item), edges.iter().map(|edge| Exact::from(edge * scale)).collect())
            })
            .collect(),
    };
    Classification {
        code: "size".to_owned(),
        name: name("企业划型"),
        status: Status::Official,
        basis: Vec::new(),
        classes: ["large", "medium", "small", "micro"].map(|code| (code.to_owned(), name(code))).to_vec(),
        rows: vec![
            row("工业", &[("staff", [1000, 300, 20]), ("revenue", [40000, 2000, 300])]),
            row("软件", &[("staff", [300, 100, 10]), ("revenue", [10000, 1000, 50])]),
            row("农业", &[("revenue", [20000, 500, 50])]),
            row("租赁", &[("staff", [300, 100, 10]), ("assets", [120_000, 8000, 100])]),
        ],
    }
}

struct Row(BTreeMap<String, Fact>);

impl Facts for Row {
    fn item(&self, code: &str, back: u8) -> Option<Fact> {
        self.0.get(code).filter(|_| back == 0).cloned()
    }
    fn as_of(&self) -> Date {
        date(2025, 12, 31)
    }
    fn has_label(&self, _label: &str) -> Option<bool> {
        None
    }
    fn result(&self, _kind: ResultKind, _scheme: Option<&str>) -> Option<Fact> {
        None
    }
}

/// `check("工业 staff=1000 revenue=40000", "large")`; the answer names what holds the firm back or is missing.
#[track_caller]
fn check(firm: &str, expected: &str) {
    let mut facts = BTreeMap::new();
    for word in firm.split(' ') {
        let (code, fact) = match word.split_once('=') {
            Some((code, number)) => (code, Fact::Number(number.parse().unwrap())),
            None => ("industry", Fact::Text(word.into())),
        };
        facts.insert(code.to_owned(), fact);
    }
    let shown = match classification().classify(&Row(facts)) {
        ClassVerdict::Known { class, row, held_back } => {
            let code = &classification().classes[class].0;
            let table = classification();
            held_back.map_or(code.clone(), |held| {
                let bound = table.rows[row].bounds[held.bound].0.source().to_owned();
                format!("{code}: {bound} {} < {}", held.value, held.at_least)
            })
        }
        ClassVerdict::CannotTell { missing, .. } => {
            let codes = missing.into_iter().map(|missing| match missing {
                formula::Missing::Item { code, .. } => code,
                other => format!("{other:?}"),
            });
            format!("cannot tell: {}", codes.collect::<Vec<_>>().join(", "))
        }
        ClassVerdict::NoRow => "no row".to_owned(),
    };
    assert_eq!(shown, expected, "for {firm}");
}

#[test]
fn a_class_needs_all_its_lower_bounds() {
    check("工业 staff=1000 revenue=40000", "large");
    check("工业 staff=999 revenue=40000", "medium: staff 999 < 1000");
    check("工业 staff=300 revenue=1999", "small: revenue 19990000 < 20000000");
    check("工业 staff=19 revenue=5000", "micro: staff 19 < 20");
    check("软件 staff=100 revenue=1000", "medium: staff 100 < 300");
    check("软件 staff=9 revenue=20000", "micro: staff 9 < 10");
    check("农业 revenue=500", "medium: revenue 5000000 < 200000000");
    check("租赁 staff=300 assets=119999", "medium: assets 1199990000 < 1200000000");
}

#[test]
fn bounds_are_decided_exactly() {
    check("农业 revenue=49.9999999999", "micro: revenue 499999.999999 < 500000");
    check("农业 revenue=50", "small: revenue 500000 < 5000000");
}

#[test]
fn known_data_decide_where_they_can() {
    check("工业 staff=19", "micro: staff 19 < 20");
    check("工业 revenue=299", "micro: revenue 2990000 < 3000000");
    check("工业 staff=20", "cannot tell: revenue");
    check("工业 staff=1000", "cannot tell: revenue");
    check("工业", "cannot tell: revenue, staff");
    check("staff=5", "cannot tell: industry");
    check("采石", "no row");
}
