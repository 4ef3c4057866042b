//! A small dictionary, facts in a line of text, and policies in a few words.

use std::collections::HashMap;

use domain::{
    Name, Points, Status,
    cultivation::{Bound, Clause, ClauseBody, Comparison, Group, InForce, OfficerCheck, Requirement, Test},
    indicators::{Dictionary, Item, ItemKind},
    policies::{
        Award, Budget, Ceiling, DataDay, DataYear, Fen, Kind, Money, Part, PartRule, Policy, Rounding,
        RunsOut, Service, Stacking, Way,
    },
};
use formula::{Expected, Fact, Facts, Formula, ResultKind, Type, Unit};
use jiff::civil::{Date, date};

pub fn named(text: &str) -> Name {
    Name { zh: text.to_owned(), en: None }
}

pub fn dictionary() -> Dictionary {
    let item = |(name, unit): (&str, &str)| Item {
        code: name.to_owned(),
        name: named(name),
        aliases: Vec::new(),
        kind: match unit {
            "truth" => ItemKind::Truth,
            "date" => ItemKind::Date,
            unit => ItemKind::Number { unit: Unit::named(unit), minimum: None, maximum: None, whole: false },
        },
        meaning: String::new(),
        source: None,
        torch_code: None,
        basis: None,
        yearly: true,
    };
    let items = [("研发费用", "万元"), ("甲", "truth"), ("乙", "truth"), ("核验", "truth"), ("到账", "date")];
    Dictionary::new(items.into_iter().map(item).collect())
}

pub fn formula(text: &str, expected: Expected) -> Formula {
    Formula::parse_expecting(text, &dictionary(), expected).unwrap()
}

fn money(text: &str) -> Formula {
    formula(text, Expected::Number(formula::Dimension::MONEY))
}

/// `研发费用=10 甲=是 积分=85 到账=2025-03-01`.
pub struct Given(HashMap<String, Fact>);

pub fn given(text: &str) -> Given {
    let fact = |word: &str| {
        let (name, value) = word.split_once('=').unwrap();
        let fact = match value {
            "是" => Fact::Truth(true),
            "否" => Fact::Truth(false),
            value if value.len() == 10 && value.contains('-') => Fact::Date(value.parse().unwrap()),
            value => Fact::Number(value.parse().unwrap()),
        };
        (name.to_owned(), fact)
    };
    Given(text.split_whitespace().map(fact).collect())
}

impl Facts for Given {
    fn item(&self, code: &str, back: u8) -> Option<Fact> {
        if back == 0 { self.0.get(code).cloned() } else { None }
    }
    fn as_of(&self) -> Date {
        date(2025, 12, 31)
    }
    fn has_label(&self, _: &str) -> Option<bool> {
        None
    }
    fn result(&self, kind: ResultKind, _: Option<&str>) -> Option<Fact> {
        if kind == ResultKind::Points { self.0.get("积分").cloned() } else { None }
    }
}

pub fn holds(text: &str) -> Requirement {
    Requirement::Holds { name: None, formula: Box::new(formula(text, Expected::Truth)) }
}

pub fn at_least(value: &str, bound: &str) -> Requirement {
    let value = formula(value, Expected::Any);
    let Type::Number(dimension) = value.kind() else { panic!("a number is needed") };
    let bound = Bound::Formula(Box::new(formula(bound, Expected::Number(dimension))));
    Requirement::Test(Box::new(Test::new(value, Comparison::AtLeast, bound).unwrap()))
}

pub fn group(group: Group, parts: Vec<Requirement>) -> Requirement {
    Requirement::Group { name: None, group, parts }
}

pub fn clause(code: &str, requirement: Requirement) -> Clause {
    Clause {
        code: code.to_owned(),
        name: named(code),
        article: None,
        basis: None,
        veto: false,
        remark: None,
        body: ClauseBody::Typed(requirement),
    }
}

pub fn officer(code: &str) -> Clause {
    let answer = Some(formula("核验", Expected::Truth));
    let check = OfficerCheck { question: named("是否属实？"), answer };
    Clause { body: ClauseBody::OfficerCheck(Box::new(check)), ..clause(code, holds("甲")) }
}

pub fn part(amount: &str) -> Part {
    Part {
        code: "a".to_owned(),
        name: named("补助"),
        when: None,
        rule: PartRule::Formula(Box::new(money(amount))),
        cap: None,
    }
}

pub fn award(amount: &str) -> Award {
    Award::Money(Box::new(Money { parts: vec![part(amount)], cap: None, rounding: Rounding::CENT }))
}

pub fn policy(code: &str) -> Policy {
    Policy {
        code: code.to_owned(),
        name: named(code),
        version: "1".to_owned(),
        status: Status::Illustrative,
        basis: Vec::new(),
        issuer: named("局"),
        kind: Kind::Grant,
        way: Way::WithoutApplication,
        in_force: InForce { from: date(2026, 1, 1), until: None },
        on: date(2026, 6, 30),
        data_year: DataYear::Last,
        data_day: DataDay::YearEnd,
        parameters: Vec::new(),
        conditions: Vec::new(),
        officer_checks: Vec::new(),
        award: award("研发费用 * 10%"),
        stacking: Stacking::default(),
        budget: None,
        service: Service::default(),
        remarks: Vec::new(),
    }
}

pub fn with_budget(code: &str, yuan: i64, runs_out: RunsOut) -> Policy {
    Policy { budget: Some(Budget { amount: Fen::from_yuan(yuan), runs_out }), ..policy(code) }
}

pub fn in_group(code: &str, group: &str) -> Policy {
    Policy { stacking: Stacking { group: Some(group.to_owned()), ceiling: None }, ..policy(code) }
}

pub fn under_ceiling(code: &str, yuan: i64) -> Policy {
    let ceiling = Ceiling { code: "year".to_owned(), amount: Fen::from_yuan(yuan) };
    Policy { stacking: Stacking { group: None, ceiling: Some(ceiling) }, ..policy(code) }
}

pub fn points(points: i64) -> i64 {
    -Points::from_whole(points).0
}
