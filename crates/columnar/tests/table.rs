//! What a table of results looks like.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::Arc;

use arrow::{
    array::{Array, ArrayRef, AsArray, Float64Array, Int32Array, RecordBatch, StringArray},
    compute::cast,
    datatypes::DataType,
};
use columnar::{Detail, Options, Population, PopulationProblem, calibrate_and_score};
use domain::{
    Name, Points, Status,
    indicators::{
        Award, Band, Class, Dictionary, Direction, Grade, Indicator, Item, ItemKind, MissingPolicy, Pillar,
        Rule, Scheme, Stage, Veto,
    },
};
use formula::{Exact, Formula, Unit};

fn name(zh: &str) -> Name {
    Name { zh: zh.to_owned(), en: None }
}

fn dictionary() -> Dictionary {
    let item = |code: &str, kind: ItemKind| Item {
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
    let money = ItemKind::Number { unit: Unit::named("万元"), minimum: None, maximum: None, whole: false };
    Dictionary::new(vec![
        item("credit_code", ItemKind::CreditCode),
        item("revenue", money.clone()),
        item("research", money),
        item("blacklisted", ItemKind::Text { categories: Vec::new() }),
    ])
}

fn batch() -> RecordBatch {
    let codes: ArrayRef = Arc::new(StringArray::from(vec!["A", "B", "C", "A"]));
    let periods: ArrayRef = Arc::new(Int32Array::from(vec![2022, 2022, 2022, 2021]));
    let revenue: ArrayRef = Arc::new(Float64Array::from(vec![Some(1000.0), Some(500.0), None, Some(800.0)]));
    let research: ArrayRef = Arc::new(Float64Array::from(vec![Some(125.5), None, Some(1.0), Some(80.0)]));
    let black: ArrayRef = Arc::new(StringArray::from(vec![Some("no"), None, Some("yes"), None]));
    RecordBatch::try_from_iter_with_nullable([
        ("credit_code", codes, false),
        ("period", periods, false),
        ("revenue", revenue, true),
        ("research", research, true),
        ("blacklisted", black, true),
    ])
    .unwrap()
}

fn population(period: Option<i32>) -> Result<Population, Vec<PopulationProblem>> {
    Population::new(batch(), &dictionary(), period, jiff::civil::date(2022, 12, 31))
}

fn scheme() -> Scheme {
    let formula = |source: &str| Formula::parse(source, &dictionary()).unwrap();
    let exact = |text: &str| text.parse::<Exact>().unwrap();
    let band = |lower: Option<&str>, points: i64| Band {
        lower: lower.map(exact),
        lower_inclusive: true,
        award: Award::Points(points.into()),
    };
    let indicator = |code: &str, value: &str, unit, rule: Rule| Indicator {
        code: code.to_owned(),
        name: name(code),
        pillar: 0,
        value: formula(value),
        unit: Unit::named(unit),
        full: vec![Points::from_whole(10)],
        rules: vec![rule],
        direction: Direction::Higher,
        cap: Exact::ONE,
        floor: Exact::ZERO,
        missing: None,
        basis: None,
        local: false,
    };
    let growth = Rule::Linear { low: Exact::ZERO, high: exact("0.5"), base: Exact::ZERO };
    Scheme {
        code: "table".to_owned(),
        name: name("表"),
        version: "1".to_owned(),
        status: Status::Illustrative,
        basis: Vec::new(),
        in_force_on: jiff::civil::date(2022, 1, 1),
        full_points: Points::from_whole(20),
        stages: vec![Stage {
            code: "any".to_owned(),
            name: name("各阶段"),
            when: formula("revenue > 0万元"),
        }],
        pillars: vec![Pillar {
            code: "input".to_owned(),
            name: name("投入"),
            class: Class::Base,
            parent: None,
        }],
        indicators: vec![
            indicator(
                "intensity",
                "research / revenue",
                "%",
                Rule::Bands(vec![band(None, 0), band(Some("0.1255"), 7)]),
            ),
            indicator("growth", "growth(revenue)", "%", growth),
        ],
        bonus_cap: None,
        vetoes: vec![Veto {
            code: "v".to_owned(),
            name: name("失信"),
            when: formula("blacklisted = \"yes\""),
            basis: None,
        }],
        grades: vec![Grade {
            code: "甲".to_owned(), name: name("甲等"), at_least: Points::from_whole(12)
        }],
        missing: MissingPolicy::Zero,
        minimum_coverage: None,
        field_item: None,
    }
}

/// Every cell of a column as text, `-` for null.
fn column(batch: &RecordBatch, name: &str) -> String {
    let texts = cast(batch.column_by_name(name).unwrap(), &DataType::Utf8).unwrap();
    let texts = texts.as_string::<i32>();
    let cell = |row: usize| if texts.is_null(row) { "-" } else { texts.value(row) };
    (0..texts.len()).map(cell).collect::<Vec<_>>().join(" | ")
}

#[test]
fn a_full_table_says_everything_about_everybody() {
    let population = population(None).unwrap();
    let (_, scores) = calibrate_and_score(&scheme(), &population, &Options::default());
    let batch = scores.to_record_batch(&scheme(), &population, Detail::Full);
    let check = |name: &str, cells: &str| assert_eq!(column(&batch, name), cells, "{name}");
    check("credit_code", "A | B | C");
    check("stage", "any | any | -");
    check("stage_name", "各阶段 | 各阶段 | -");
    check("intensity.value", "12.55 | - | -");
    check("intensity.points", "7.0000 | 0.0000 | -");
    check("intensity.full", "10.0000 | 10.0000 | -");
    check("intensity.lost", "3.0000 | 10.0000 | -");
    check("intensity.flags", "- | 缺失 | -");
    check("growth.value", "25.0 | - | -");
    check("growth.points", "5.0000 | 0.0000 | -");
    check("pillar.input", "12.0000 | 0.0000 | -");
    check("total", "12.0000 | 0.0000 | -");
    check("vetoed", "false | false | true");
    check("veto_reasons", "- | 失信（待核） | 失信");
    check("grade", "甲 | - | -");
    check("coverage", "1.0 | 0.0 | -");
    check("rank_all", "1 | 2 | -");
    check("percentile_stage", "1.0 | 0.5 | -");
    let field = batch.schema().field_with_name("intensity.value").unwrap().clone();
    assert_eq!(field.metadata().get("unit").map(String::as_str), Some("%"));
    assert_eq!(field.metadata().get("title_zh").map(String::as_str), Some("intensity·指标值"));
}

#[test]
fn a_table_of_points_has_points_and_places_only() {
    let population = population(None).unwrap();
    let (_, scores) = calibrate_and_score(&scheme(), &population, &Options::default());
    let batch = scores.to_record_batch(&scheme(), &population, Detail::Points);
    let names: Vec<_> = batch.schema().fields().iter().map(|field| field.name().clone()).collect();
    assert_eq!(
        names.join(" "),
        "credit_code stage intensity.points growth.points pillar.input total vetoed veto_reasons grade rank_all rank_stage"
    );
    assert_eq!(*batch.column_by_name("total").unwrap().data_type(), DataType::Decimal32(9, 4));
}

#[test]
fn the_period_asked_for_is_scored_and_the_latest_otherwise() {
    let ids = |period| {
        let population = population(period).unwrap();
        (0..population.len()).filter_map(|index| population.id(index)).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(ids(None), "A B C");
    assert_eq!(ids(Some(2021)), "A");
    assert_eq!(Population::latest_period(&batch()), Some(2022));
    let problems = population(Some(2019)).unwrap_err();
    assert_eq!(problems, [PopulationProblem::NoSuchPeriod { asked: 2019, present: vec![2021, 2022] }]);
    assert_eq!(problems[0].sentence().zh, "没有 2019 年度的数据；表中有：2021、2022。");
}

#[test]
fn a_table_that_does_not_fit_is_refused_with_every_reason() {
    let revenue: ArrayRef = Arc::new(Float64Array::from(vec![1.0, f64::NAN]));
    let research: ArrayRef = Arc::new(StringArray::from(vec!["1", "2"]));
    let batch = RecordBatch::try_from_iter([("revenue", revenue), ("research", research)]).unwrap();
    let problems = Population::new(batch, &dictionary(), None, jiff::civil::date(2022, 12, 31)).unwrap_err();
    let codes: Vec<_> = problems.iter().map(PopulationProblem::code).collect();
    assert_eq!(codes, ["not-a-finite-number", "wrong-column-type"]);
}
