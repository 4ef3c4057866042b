//! A small data dictionary, facts to type in, and helpers that make each test a line.

use std::collections::BTreeMap;

use formula::{
    Diagnostic, Dimension, Exact, Expected, Fact, Facts, Formula, ItemInfo, Outcome, ResultKind, Severity,
    Type, Unit, Vocabulary, render_value,
};
use jiff::civil::Date;

/// Code, 中文名, unit ("文本", "日期", "是否" for other types, "" for a plain number).
const ITEMS: &[(&str, &str, &str)] = &[
    ("revenue", "营业收入", "万元"),
    ("rd_expense", "研发费用", "万元"),
    ("net_assets", "净资产", "万元"),
    ("net_profit", "净利润", "万元"),
    ("exports", "出口额", "千元"),
    ("equity", "股权融资额", "万元"),
    ("staff", "职工总数", "人"),
    ("rd_staff", "研发人员", "人"),
    ("patents", "发明专利", "件"),
    ("rd_share", "研发费用占比", "%"),
    ("score_plain", "评分系数", ""),
    ("years_valid", "有效年数", "年"),
    ("months_open", "存续月数", "月"),
    ("office_area", "办公面积", "平方米"),
    ("industry", "行业", "文本"),
    ("founded", "成立日期", "日期"),
    ("listed", "上市", "是否"),
    ("high_tech", "高企", "是否"),
    ("contingent", "或有负债", "万元"),
    ("odd", "研发费用(加计扣除)", "万元"),
    ("if_number", "若干指标", "个"),
];

/// The dictionary of the tests.
pub struct Dictionary;

fn info((code, name, unit): (&str, &str, &str)) -> ItemInfo {
    let unit_found = Unit::named(unit);
    let kind = match unit {
        "文本" => Type::Text,
        "日期" => Type::Date,
        "是否" => Type::Truth,
        _ => Type::Number(unit_found.map_or(Dimension::NONE, |unit| unit.dimension)),
    };
    ItemInfo { code: code.to_owned(), name_zh: name.to_owned(), kind, unit: unit_found }
}

impl Vocabulary for Dictionary {
    fn lookup(&self, name: &str) -> Option<ItemInfo> {
        let name = if name == "R&D" { "rd_expense" } else { name };
        ITEMS.iter().copied().find(|(code, zh, _)| *code == name || *zh == name).map(info)
    }

    fn names(&self) -> Vec<String> {
        ITEMS.iter().flat_map(|(code, zh, _)| [(*code).to_owned(), (*zh).to_owned()]).collect()
    }

    fn labels(&self) -> Option<Vec<String>> {
        Some(["高新技术企业", "科技型中小企业"].map(str::to_owned).to_vec())
    }

    fn stages(&self) -> Option<Vec<String>> {
        Some(["startup", "growth", "A", "B"].map(str::to_owned).to_vec())
    }
}

/// Facts as typed: `营业收入=1000 营业收入[-1]=900 行业=I65 成立日期=2020-02-29 上市=是 @2026-04-01 #高新技术企业`.
/// `!labels` means that no labels were collected, `points=80` and `stage=growth` are results.
pub struct Typed {
    items: BTreeMap<(String, u8), Fact>,
    labels: Option<Vec<String>>,
    results: BTreeMap<ResultKind, Fact>,
    as_of: Date,
}

pub fn facts(text: &str) -> Typed {
    let as_of = jiff::civil::date(2026, 4, 1);
    let mut typed =
        Typed { items: BTreeMap::new(), labels: Some(Vec::new()), results: BTreeMap::new(), as_of };
    for word in text.split_whitespace() {
        typed.learn(word);
    }
    typed
}

impl Typed {
    fn learn(&mut self, word: &str) {
        if let Some(date) = word.strip_prefix('@') {
            self.as_of = date.parse().expect("a date");
        } else if let Some(label) = word.strip_prefix('#') {
            self.labels.get_or_insert_default().push(label.to_owned());
        } else if word == "!labels" {
            self.labels = None;
        } else {
            let (name, value) = word.split_once('=').expect("name=value");
            self.learn_value(name, value);
        }
    }

    fn learn_value(&mut self, name: &str, value: &str) {
        match name {
            "points" => {
                self.results.insert(ResultKind::Points, Fact::Number(number(value)));
            }
            "stage" => {
                self.results.insert(ResultKind::Stage, Fact::Text(value.into()));
            }
            "grade" => {
                self.results.insert(ResultKind::Grade, Fact::Text(value.into()));
            }
            _ => self.learn_item(name, value),
        }
    }

    fn learn_item(&mut self, name: &str, value: &str) {
        let (name, back) = match name.split_once("[-") {
            Some((name, back)) => (name, back.trim_end_matches(']').parse().expect("a period")),
            None => (name, 0),
        };
        let info = Dictionary.lookup(name).expect("a known item");
        let fact = match info.kind {
            // a wrong type on purpose: 营业收入=?abc
            Type::Number(_) if value.starts_with('?') => Fact::Text(value.into()),
            Type::Number(_) => Fact::Number(number(value)),
            Type::Truth => Fact::Truth(value == "是"),
            Type::Text => Fact::Text(value.into()),
            Type::Date => Fact::Date(value.parse().expect("a date")),
        };
        self.items.insert((info.code, back), fact);
    }
}

fn number(text: &str) -> Exact {
    text.parse().expect("a number")
}

impl Facts for Typed {
    fn item(&self, code: &str, back: u8) -> Option<Fact> {
        self.items.get(&(code.to_owned(), back)).cloned()
    }

    fn as_of(&self) -> Date {
        self.as_of
    }

    fn has_label(&self, label: &str) -> Option<bool> {
        self.labels.as_ref().map(|labels| labels.iter().any(|held| held == label))
    }

    fn result(&self, kind: ResultKind, scheme: Option<&str>) -> Option<Fact> {
        if scheme == Some("other") { None } else { self.results.get(&kind).cloned() }
    }
}

/// A checked formula; shows all problems when there are any.
#[track_caller]
pub fn formula(source: &str) -> Formula {
    match Formula::parse(source, &Dictionary) {
        Ok(formula) => formula,
        Err(problems) => panic!("{source}\n{problems:#?}"),
    }
}

/// What a formula comes to, as one short text: an exact value, `missing: …` or `undefined: …`.
pub fn shown(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Known(formula::Value::Number(number)) => number.to_string(),
        Outcome::Known(value) => render_value(value, None),
        Outcome::Missing(what) => {
            let names: Vec<String> = what.iter().map(missing).collect();
            format!("missing: {}", names.join(" "))
        }
        Outcome::Undefined(why) => {
            let reasons: Vec<String> = why.iter().map(ToString::to_string).collect();
            format!("undefined: {}", reasons.join(" "))
        }
    }
}

fn missing(what: &formula::Missing) -> String {
    match what {
        formula::Missing::Item { code, back: 0 } => code.clone(),
        formula::Missing::Item { code, back } => format!("{code}[-{back}]"),
        formula::Missing::Label(label) => format!("#{label}"),
        formula::Missing::Result(kind, scheme) => format!("{kind:?}({})", scheme.as_deref().unwrap_or("")),
    }
}

/// `source` on `typed` facts comes to `expected` (in base units).
#[track_caller]
pub fn check_value(source: &str, typed: &str, expected: &str) {
    assert_eq!(shown(&formula(source).evaluate(&facts(typed))), expected, "{source} on {typed}");
}

/// Every problem of `source` as `code «underlined»`, in order.
pub fn problems(source: &str, expected: Expected) -> Vec<String> {
    let found = match Formula::parse_expecting(source, &Dictionary, expected) {
        Ok(formula) => formula.warnings().to_vec(),
        Err(problems) => problems,
    };
    found
        .iter()
        .map(|problem| {
            let mark = if problem.severity == Severity::Warning { "?" } else { "" };
            format!("{}{mark} «{}»", problem.code, &source[problem.span.range()])
        })
        .collect()
}

/// `source` has exactly these problems.
#[track_caller]
pub fn check_problems(source: &str, expected: &[&str]) {
    assert_eq!(problems(source, Expected::Any), expected, "{source}");
}

/// `source` has one problem, with this code and place, and a Chinese hint that says `hint`; otherwise what it has.
pub fn one_problem(source: &str, code: &str, underlined: &str, hint: &str) -> Result<(), String> {
    let found = match Formula::parse(source, &Dictionary) {
        Ok(formula) => formula.warnings().to_vec(),
        Err(problems) => problems,
    };
    let said = |problem: &Diagnostic| problem.hint.as_ref().map_or("", |hint| &hint.zh).to_owned();
    let fits = |problem: &Diagnostic| {
        problem.code == code && &source[problem.span.range()] == underlined && said(problem).contains(hint)
    };
    if let [problem] = &found[..]
        && fits(problem)
    {
        return Ok(());
    }
    let lines = found
        .iter()
        .map(|problem| format!("{} «{}» {}", problem.code, &source[problem.span.range()], said(problem)));
    Err(format!("{source}\n    {}", lines.collect::<Vec<_>>().join("\n    ")))
}
