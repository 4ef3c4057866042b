//! The demo zone and the shipped rules fit together: every value is one the dictionary allows, every story comes out
//! as it is told.

#![expect(clippy::panic, clippy::unwrap_used, reason = "a helper of a test fails the test")]

use std::{
    collections::{BTreeSet, HashMap},
    path::PathBuf,
};

use demo::{Zone, zone};
use domain::{
    cultivation::{Application, Verdict, assess},
    enterprise::ClassVerdict,
    evaluation::{Calibration, Flags, IndicatorScore, Score, calibrate, score},
    indicators::{Dictionary, Item, ItemKind, Scheme},
};
use formula::{Fact, Facts, ResultKind};
use jiff::civil::{Date, date};
use rulebook::{Language, load_classification, load_items, load_ladder, load_rungs, load_scheme, render_all};

const YEARS: [i32; 3] = [2023, 2024, 2025];

fn rules(path: &str) -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../rules")).join(path)
}

fn dictionary() -> Dictionary {
    match load_items(&rules("items/enterprise.yaml")) {
        Ok(loaded) => loaded.value,
        Err(problems) => panic!("\n{}", render_all(&problems, Language::English)),
    }
}

fn four_stages() -> Scheme {
    match load_scheme(&rules("schemes/zone-four-stage.yaml"), date(2025, 12, 31)) {
        Ok(loaded) => loaded.value,
        Err(problems) => panic!("\n{}", render_all(&problems, Language::English)),
    }
}

/// Why the dictionary does not allow a value.
fn refusal(item: &Item, fact: &Fact) -> Option<&'static str> {
    match (&item.kind, fact) {
        (ItemKind::Number { minimum, maximum, whole, .. }, Fact::Number(number)) => {
            let low = minimum.as_ref().is_some_and(|minimum| number < minimum);
            let high = maximum.as_ref().is_some_and(|maximum| number > maximum);
            let fraction = *whole && !number.is_integer();
            (low || high || fraction).then_some("out of range")
        }
        (ItemKind::Text { categories }, Fact::Text(text)) => {
            let known = categories.is_empty() || categories.iter().any(|(code, _)| **code == **text);
            (!known).then_some("no such category")
        }
        (ItemKind::Truth, Fact::Truth(_))
        | (ItemKind::Date, Fact::Date(_))
        | (ItemKind::CreditCode | ItemKind::Labels, Fact::Text(_)) => None,
        _ => Some("wrong type"),
    }
}

#[test]
fn every_column_is_an_item_and_every_value_is_allowed() {
    let dictionary = dictionary();
    let zone = zone(300, 11, &YEARS);
    let columns: BTreeSet<_> = zone.columns.iter().copied().collect();
    assert_eq!(columns.len(), zone.columns.len(), "a column stands twice");
    for row in &zone.rows {
        for (code, fact) in zone.columns.iter().zip(&row.facts) {
            let item = dictionary.find(code).unwrap();
            assert_eq!(item.code, *code);
            if let Some(refusal) = fact.as_ref().and_then(|fact| refusal(item, fact)) {
                panic!("{code} = {fact:?}: {refusal}");
            }
        }
    }
}

/// One enterprise of the zone, judged at the end of a year.
struct Enterprise<'a> {
    columns: HashMap<&'a str, usize>,
    years: HashMap<i32, &'a [Option<Fact>]>,
    year: i32,
}

impl<'a> Enterprise<'a> {
    fn all(zone: &'a Zone, year: i32) -> Vec<Self> {
        let columns: HashMap<_, _> = zone.columns.iter().copied().zip(0..).collect();
        let by_code = zone.rows.chunk_by(|row, next| row.facts[0] == next.facts[0]);
        by_code
            .map(|rows| Self {
                columns: columns.clone(),
                years: rows.iter().map(|row| (row.period, row.facts.as_slice())).collect(),
                year,
            })
            .collect()
    }
}

impl Facts for Enterprise<'_> {
    fn item(&self, code: &str, back: u8) -> Option<Fact> {
        let row = self.years.get(&(self.year - i32::from(back)))?;
        row[*self.columns.get(code)?].clone()
    }

    fn as_of(&self) -> Date {
        date(i16::try_from(self.year).unwrap(), 12, 31)
    }

    fn has_label(&self, label: &str) -> Option<bool> {
        let Some(Fact::Text(labels)) = self.item("labels", 0) else { return None };
        Some(labels.split(';').any(|held| held == label))
    }

    fn result(&self, _: ResultKind, _: Option<&str>) -> Option<Fact> {
        None
    }
}

/// The zone scored with the four-stage scheme.
struct Scored {
    scheme: Scheme,
    zone: Zone,
}

impl Scored {
    fn new() -> Self {
        Self { scheme: four_stages(), zone: zone(400, 11, &YEARS) }
    }

    fn calibration(&self, year: i32) -> Calibration {
        let enterprises = Enterprise::all(&self.zone, year);
        let rows: Vec<&dyn Facts> = enterprises.iter().map(|row| row as &dyn Facts).collect();
        calibrate(&self.scheme, &rows)
    }

    fn score(&self, story: &str, year: i32) -> Score {
        let index = self.zone.stories.iter().position(|told| told.code == story).unwrap();
        score(&self.scheme, &self.calibration(year), &Enterprise::all(&self.zone, year)[index])
    }

    fn stage(&self, score: &Score) -> &str {
        score.stage.as_ref().map_or("none", |stage| self.scheme.stages[*stage].code.as_str())
    }

    fn indicator<'s>(&self, score: &'s Score, code: &str) -> &'s IndicatorScore {
        &score.indicators[self.scheme.indicators.iter().position(|known| known.code == code).unwrap()]
    }
}

#[test]
fn every_story_comes_out_as_it_is_told() {
    let scored = Scored::new();
    let latest = |story| scored.score(story, 2025);

    let new = latest("new-and-unknown");
    assert!(scored.indicator(&new, "revenue_growth").flags.has(Flags::MISSING));
    assert_eq!((scored.stage(&new), new.grade), ("startup", None), "too little is known for a grade");

    assert_eq!(scored.stage(&scored.score("gazelle", 2024)), "growing");
    assert_eq!(scored.stage(&latest("gazelle")), "expanding");

    let pillar = |year| scored.score("fading-research", year).pillars[0];
    assert!(pillar(2025) < pillar(2024), "innovation input falls: {} → {}", pillar(2024), pillar(2025));

    let vetoed = latest("vetoed");
    assert!(vetoed.vetoed() && vetoed.grade.is_none());
    assert!(!scored.score("vetoed", 2024).vetoed());

    let fifteen = latest("exactly-fifteen-percent");
    assert_eq!(scored.indicator(&fifteen, "revenue_growth").points.to_string(), "4.2", "60 % of 7 points");

    let before = latest("nothing-before");
    assert!(scored.indicator(&before, "revenue_growth").flags.has(Flags::UNDEFINED));

    let zeros = latest("true-zeros");
    assert!(scored.indicator(&zeros, "rd_intensity").flags.has(Flags::UNDEFINED));
    assert!(scored.indicator(&zeros, "operating_revenue").flags.has(Flags::ZERO));
    assert_eq!(scored.stage(&zeros), "startup");

    let none = latest("no-stage");
    assert_eq!((scored.stage(&none), none.total.to_string().as_str()), ("none", "0"));
    assert_eq!(scored.stage(&scored.score("no-stage", 2024)), "growing");
}

/// The size a year's figures come to, by the shipped classification.
#[test]
fn every_size_is_that_of_the_published_classes() {
    let classes =
        load_classification(&rules("classifications/size-2017.yaml"), date(2025, 12, 31)).unwrap().value;
    let zone = zone(1500, 11, &YEARS);
    let mut compared = 0;
    for enterprise in Enterprise::all(&zone, 2025) {
        let Some(Fact::Text(size)) = enterprise.item("size_class", 0) else { continue };
        if let ClassVerdict::Known { class, .. } = classes.classify(&enterprise) {
            assert_eq!(*size, *classes.classes[class].0, "{:?}", enterprise.item("name", 0));
            compared += 1;
        }
    }
    assert!(compared > 1000, "{compared}");
}

/// Every rung has somebody who is on it or may be, and somebody who only just is not.
#[test]
fn every_rung_is_alive() {
    let zone = zone(6000, 1, &YEARS);
    let everybody = Enterprise::all(&zone, 2025);
    let mut judged = BTreeSet::new();
    for on in [date(2026, 3, 31), date(2026, 4, 1)] {
        for rung in load_rungs(&[rules("ladders")]).unwrap() {
            let application = Application::recognition(on);
            let Some(version) = rung.version_for(application) else { panic!("{} on {on}", rung.code) };
            if !judged.insert(version.code.clone()) {
                continue;
            }
            let ladder = load_ladder(&version.path, application).unwrap().value;
            let found: Vec<_> = everybody.iter().map(|firm| assess(&ladder, firm)).collect();
            let count = |wanted: &dyn Fn(&domain::cultivation::Assessment) -> bool| {
                found.iter().filter(|one| wanted(one)).count()
            };
            let hopeful = count(&|one| matches!(one.verdict, Verdict::Meets | Verdict::Promising));
            let near = count(&|one| {
                one.verdict == Verdict::Fails
                    && one.short(&ladder).is_some_and(|short| (1..=2).contains(&short))
            });
            assert!(hopeful >= 3 && near >= 5, "{} on {on}: {hopeful} hopeful, {near} near", version.code);
        }
    }
}
