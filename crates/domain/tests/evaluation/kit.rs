//! A small dictionary, a scheme builder and rows: only this module knows how they are put together.

use std::collections::BTreeMap;

use domain::{
    Name, Points, Status,
    evaluation::{Calibration, Score, calibrate, score},
    indicators::{
        Award, Band, Class, Dictionary, Direction, Fallback, Grade, Indicator, Item, ItemKind, MissingPolicy,
        Peers, Pillar, Rule, Scheme, Stage, Veto,
    },
};
use formula::{Exact, Fact, Facts, Formula, ResultKind, Unit};
use jiff::civil::{Date, date};

pub const ALL: Peers = Peers { same_stage: false, same_field: false };
pub const STAGE: Peers = Peers { same_stage: true, same_field: false };
pub const FIELD: Peers = Peers { same_stage: false, same_field: true };
pub const STAGE_AND_FIELD: Peers = Peers { same_stage: true, same_field: true };

pub fn exact(text: &str) -> Exact {
    match text.split_once('/') {
        Some((top, bottom)) => exact(top).checked_div(&exact(bottom)).unwrap(),
        None => text.parse().unwrap(),
    }
}

pub fn points(text: &str) -> Points {
    Points::rounded(&exact(text)).unwrap()
}

pub fn name(zh: &str) -> Name {
    Name { zh: zh.to_owned(), en: None }
}

fn item(code: &str, zh: &str, kind: ItemKind) -> Item {
    Item {
        code: code.to_owned(),
        name: name(zh),
        aliases: Vec::new(),
        kind,
        meaning: String::new(),
        source: None,
        torch_code: None,
        basis: None,
        yearly: true,
    }
}

fn number(unit: Option<&str>, minimum: Option<&str>, whole: bool) -> ItemKind {
    ItemKind::Number { unit: unit.and_then(Unit::named), minimum: minimum.map(exact), maximum: None, whole }
}

pub fn dictionary() -> Dictionary {
    Dictionary::new(vec![
        item("revenue", "营业收入", number(Some("万元"), Some("0"), false)),
        item("rd", "研发费用", number(Some("万元"), Some("0"), false)),
        item("profit", "净利润", number(Some("万元"), None, false)),
        item("staff", "从业人员", number(Some("人"), Some("0"), true)),
        item("patents", "发明专利", number(Some("件"), Some("0"), true)),
        item("x", "指数", number(None, None, false)),
        item("certified", "通过认证", ItemKind::Truth),
        item("listed", "失信", ItemKind::Truth),
        item(
            "field",
            "技术领域",
            ItemKind::Text {
                categories: vec![("it".to_owned(), name("电子信息")), ("bio".to_owned(), name("生物医药"))],
            },
        ),
    ])
}

pub fn formula(source: &str) -> Formula {
    Formula::parse(source, &dictionary()).unwrap_or_else(|problems| panic!("{source}: {problems:?}"))
}

/// What is known of one enterprise; built word by word: `row().with("revenue", "12.5")`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Row(pub BTreeMap<(String, u8), Fact>);

pub fn row() -> Row {
    Row::default()
}

impl Row {
    pub fn with(mut self, code: &str, value: &str) -> Self {
        self.0.insert((code.to_owned(), 0), fact(value));
        self
    }

    pub fn last_year(mut self, code: &str, value: &str) -> Self {
        self.0.insert((code.to_owned(), 1), fact(value));
        self
    }
}

pub fn fact(value: &str) -> Fact {
    match value {
        "true" => Fact::Truth(true),
        "false" => Fact::Truth(false),
        _ => value.parse().map_or_else(|_| Fact::Text(value.into()), Fact::Number),
    }
}

impl Facts for Row {
    fn item(&self, code: &str, back: u8) -> Option<Fact> {
        self.0.get(&(code.to_owned(), back)).cloned()
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

/// A scheme with one stage that takes everybody, one base pillar, and no indicators yet.
pub fn scheme() -> Scheme {
    Scheme {
        code: "test".to_owned(),
        name: name("测试方案"),
        version: "1".to_owned(),
        status: Status::Illustrative,
        basis: Vec::new(),
        in_force_on: date(2025, 1, 1),
        full_points: Points::from_whole(100),
        stages: vec![Stage { code: "all".to_owned(), name: name("全部"), when: formula("真") }],
        pillars: vec![
            Pillar { code: "base".to_owned(), name: name("创新投入"), class: Class::Base, parent: None },
            Pillar { code: "bonus".to_owned(), name: name("加分项"), class: Class::Bonus, parent: None },
            Pillar {
                code: "deduction".to_owned(),
                name: name("扣分项"),
                class: Class::Deduction,
                parent: None,
            },
            Pillar { code: "child".to_owned(), name: name("研发"), class: Class::Base, parent: Some(0) },
        ],
        indicators: Vec::new(),
        bonus_cap: None,
        vetoes: Vec::new(),
        grades: Vec::new(),
        missing: MissingPolicy::Zero,
        minimum_coverage: None,
        field_item: Some("field".to_owned()),
    }
}

pub const BASE: usize = 0;
pub const BONUS: usize = 1;
pub const DEDUCTION: usize = 2;
pub const CHILD: usize = 3;

pub fn indicator(value: &str, full: i64, rule: Rule) -> Indicator {
    Indicator {
        code: value.to_owned(),
        name: name(value),
        pillar: BASE,
        value: formula(value),
        unit: None,
        full: vec![Points::from_whole(full)],
        rules: vec![rule],
        direction: Direction::Higher,
        cap: Exact::ONE,
        floor: Exact::ZERO,
        missing: None,
        basis: None,
        local: false,
    }
}

/// Changes of a scheme, word by word.
pub trait Build: Sized {
    fn and(self, indicator: Indicator) -> Self;
    fn under(self, pillar: usize, indicator: Indicator) -> Self;
    fn grade(self, code: &str, at_least: i64) -> Self;
    fn veto(self, when: &str) -> Self;
    fn stages(self, stages: &[(&str, &str)]) -> Self;
}

impl Build for Scheme {
    fn and(self, indicator: Indicator) -> Self {
        self.under(BASE, indicator)
    }

    /// Adds an indicator; it gets the same full points and rule in every stage it does not speak of.
    fn under(mut self, pillar: usize, mut indicator: Indicator) -> Self {
        indicator.pillar = pillar;
        while indicator.rules.len() < self.stages.len() {
            indicator.rules.push(indicator.rules[0].clone());
            indicator.full.push(indicator.full[0]);
        }
        self.indicators.push(indicator);
        self
    }

    fn grade(mut self, code: &str, at_least: i64) -> Self {
        self.grades.push(Grade {
            code: code.to_owned(),
            name: name(code),
            at_least: Points::from_whole(at_least),
        });
        self
    }

    fn veto(mut self, when: &str) -> Self {
        self.vetoes.push(Veto {
            code: "veto".to_owned(),
            name: name("严重失信"),
            when: formula(when),
            basis: None,
        });
        self
    }

    fn stages(mut self, stages: &[(&str, &str)]) -> Self {
        let stage = |(code, when): &(&str, &str)| Stage {
            code: (*code).to_owned(),
            name: name(code),
            when: formula(when),
        };
        self.stages = stages.iter().map(stage).collect();
        self
    }
}

/// `("", "0")` is the open first band, `("10", "4")` starts at 10 (included), `(">10", "4")` above 10. Awards are
/// points, or shares with `%`.
pub fn bands(bands: &[(&str, &str)]) -> Rule {
    let band = |(edge, worth): &(&str, &str)| Band {
        lower: (!edge.is_empty()).then(|| exact(edge.trim_start_matches('>'))),
        lower_inclusive: !edge.starts_with('>'),
        award: award(worth),
    };
    Rule::Bands(bands.iter().map(band).collect())
}

pub fn award(worth: &str) -> Award {
    match worth.strip_suffix('%') {
        Some(percent) => Award::Share(exact(percent).shift(-2)),
        None => Award::Points(exact(worth)),
    }
}

pub fn linear(low: &str, high: &str) -> Rule {
    Rule::Linear { low: exact(low), high: exact(high), base: Exact::ZERO }
}

pub fn min_max(peers: Peers, minimum_peers: u32, fallback: Fallback) -> Rule {
    Rule::MinMax { peers, winsorise: None, minimum_peers, fallback }
}

pub fn calibrated(scheme: &Scheme, rows: &[Row]) -> Calibration {
    let rows: Vec<&dyn Facts> = rows.iter().map(|row| row as &dyn Facts).collect();
    calibrate(scheme, &rows)
}

/// The scores of a population against itself.
pub fn scores(scheme: &Scheme, rows: &[Row]) -> Vec<Score> {
    let calibration = calibrated(scheme, rows);
    rows.iter().map(|row| score(scheme, &calibration, row)).collect()
}

/// The score of one row where no rule looks at the population.
pub fn alone(scheme: &Scheme, row: &Row) -> Score {
    score(scheme, &Calibration::default(), row)
}

const FLAG_NAMES: [&str; 9] = [
    "missing",
    "undefined",
    "zero",
    "capped",
    "floored",
    "fallback",
    "no-reference",
    "substituted",
    "not-applicable",
];

/// `"7.5"`, `"0 missing"`, `"10 capped fallback"`: points and flags of one indicator.
pub fn shown(score: &Score, indicator: usize) -> String {
    let indicator = &score.indicators[indicator];
    let flags = FLAG_NAMES.iter().enumerate().filter(|(bit, _)| indicator.flags.0 & (1 << bit) != 0);
    std::iter::once(indicator.points.to_string())
        .chain(flags.map(|(_, name)| (*name).to_owned()))
        .collect::<Vec<_>>()
        .join(" ")
}
