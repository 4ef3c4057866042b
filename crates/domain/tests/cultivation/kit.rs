//! A small dictionary, facts in a line of text, and ladders in a few words.

use std::collections::HashMap;

use domain::{
    Name, Points, Status,
    cultivation::{
        Bound, Clause, ClauseBody, Comparison, Group, InForce, Ladder, OfficerCheck, PassRule, PointRange,
        Requirement, ScoreTarget, Scorecard, Test,
    },
    indicators::{Dictionary, Item, ItemKind},
};
use formula::{Exact, Expected, Fact, Facts, Formula, ResultKind, Type, Unit, Value};
use jiff::civil::{Date, date};

/// Name, unit (or a kind without unit).
const ITEMS: [(&str, &str); 12] = [
    ("研发费用", "万元"),
    ("销售收入", "万元"),
    ("成本费用", "万元"),
    ("职工总数", "人"),
    ("科技人员", "人"),
    ("一类", "项"),
    ("二类", "项"),
    ("专家评分", "分"),
    ("核验结论", "truth"),
    ("重大事故", "truth"),
    ("程度", "text"),
    ("证书到期日", "date"),
];

pub fn named(text: &str) -> Name {
    Name { zh: text.to_owned(), en: None }
}

pub fn dictionary() -> Dictionary {
    let categories = vec![("strong".to_owned(), named("强")), ("weak".to_owned(), named("弱"))];
    let item = |(name, unit): (&str, &str)| Item {
        code: name.to_owned(),
        name: named(name),
        aliases: Vec::new(),
        kind: match unit {
            "truth" => ItemKind::Truth,
            "text" => ItemKind::Text { categories: categories.clone() },
            "date" => ItemKind::Date,
            unit => ItemKind::Number { unit: Unit::named(unit), minimum: None, maximum: None, whole: false },
        },
        meaning: String::new(),
        source: None,
        torch_code: None,
        basis: None,
        yearly: true,
    };
    Dictionary::new(ITEMS.into_iter().map(item).collect())
}

pub struct Given(HashMap<String, Fact>);

impl Facts for Given {
    fn item(&self, code: &str, back: u8) -> Option<Fact> {
        self.0.get(code).filter(|_| back == 0).cloned()
    }
    fn as_of(&self) -> Date {
        date(2025, 12, 31)
    }
    fn has_label(&self, _: &str) -> Option<bool> {
        None
    }
    fn result(&self, _: ResultKind, _: Option<&str>) -> Option<Fact> {
        None
    }
}

/// `"研发费用 32，销售收入 1000，核验结论 是"`; what is not named is missing.
pub fn given(line: &str) -> Given {
    let parts = line.split('，').map(str::trim).filter(|part| !part.is_empty());
    Given(
        parts
            .map(|part| {
                let (name, value) = part.split_once(' ').expect("name and value");
                let fact = match value {
                    "是" => Fact::Truth(true),
                    "否" => Fact::Truth(false),
                    value => match (value.parse::<Exact>(), value.parse::<Date>()) {
                        (Ok(number), _) => Fact::Number(number),
                        (_, Ok(date)) => Fact::Date(date),
                        _ => Fact::Text(value.into()),
                    },
                };
                (name.to_owned(), fact)
            })
            .collect(),
    )
}

pub fn formula(source: &str) -> Formula {
    expecting(source, Expected::Any)
}

fn expecting(source: &str, expected: Expected) -> Formula {
    Formula::parse_expecting(source, &dictionary(), expected)
        .unwrap_or_else(|why| panic!("{source}: {why:?}"))
}

/// `研发费用 / 销售收入`, `at_least`, `4%`.
pub fn test(value: &str, comparison: &str, bound: &str) -> Requirement {
    let value = formula(value);
    let comparison = Comparison::of_key(comparison).expect("a comparison");
    let bound = match value.kind() {
        Type::Number(dimension) => Bound::Formula(Box::new(expecting(bound, Expected::Number(dimension)))),
        Type::Date => Bound::Formula(Box::new(formula(bound))),
        Type::Text => Bound::Values(bound.split('、').map(|code| Value::Text(code.into())).collect()),
        Type::Truth => Bound::Values(vec![Value::Truth(bound == "是")]),
    };
    Requirement::Test(Box::new(Test::new(value, comparison, bound).expect("well typed")))
}

pub fn holds(source: &str) -> Requirement {
    Requirement::Holds { name: None, formula: Box::new(expecting(source, Expected::Truth)) }
}

pub fn group(group: Group, parts: impl Into<Vec<Requirement>>) -> Requirement {
    Requirement::Group { name: None, group, parts: parts.into() }
}

pub fn clause(code: &str, requirement: Requirement) -> Clause {
    Clause {
        code: code.to_owned(),
        name: named(code),
        article: Some("第一条".to_owned()),
        basis: None,
        veto: false,
        remark: None,
        body: ClauseBody::Typed(requirement),
    }
}

pub fn veto(code: &str, requirement: Requirement) -> Clause {
    Clause { veto: true, ..clause(code, requirement) }
}

pub fn officer(code: &str) -> Clause {
    let check = OfficerCheck { question: named("是否？"), answer: Some(formula("核验结论")) };
    Clause { body: ClauseBody::OfficerCheck(Box::new(check)), ..clause(code, holds("重大事故")) }
}

pub fn ladder(hard: Vec<Clause>, direct: Vec<Clause>, scorecard: Option<Scorecard>) -> Ladder {
    Ladder {
        code: "test".to_owned(),
        name: named("测试阶梯"),
        version: "1".to_owned(),
        status: Status::Illustrative,
        basis: Vec::new(),
        in_force: InForce { from: date(2025, 1, 1), until: None },
        reviews: None,
        application: date(2025, 12, 31).into(),
        rung: "test".to_owned(),
        after: Vec::new(),
        label: None,
        benefits: Vec::new(),
        place: None,
        remarks: Vec::new(),
        hard,
        direct,
        scorecard,
    }
}

pub fn pass(of: ScoreTarget, above: bool, points: i64) -> PassRule {
    PassRule {
        code: "P".to_owned(),
        name: named("得分要求"),
        article: None,
        of,
        above,
        points: Points::from_whole(points),
    }
}

pub fn range(low: i64, high: i64) -> PointRange {
    PointRange::between(Points::from_whole(low), Points::from_whole(high))
}
