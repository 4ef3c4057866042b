//! Headers: which column means which item, in which unit.

use std::collections::HashMap;

use domain::indicators::{Dictionary, Item, ItemKind};
use formula::{Dimension, Exact, Sentence, Severity, Unit};

use crate::{
    CellProblem, Code, ColumnPlace, Problems, ReadOptions,
    text::{folded, nearest},
};

/// The item that holds an enterprise's name.
pub(crate) const NAME: &str = "name";
const CODE_NAMES: &[&str] = &["credit_code", "uscc", "统一社会信用代码", "社会信用代码", "信用代码"];
const PERIOD_NAMES: &[&str] =
    &["period", "year", "年度", "年份", "统计年度", "数据年度", "所属年度", "会计年度", "期间"];

/// How a number in a column becomes a number in the item's own unit.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) enum Conversion {
    /// It is one already.
    #[default]
    None,
    /// Times ten to this power.
    Power(i32),
    /// Times a ratio that is no power of ten (月 → 年).
    Ratio(Exact),
}

impl Conversion {
    /// From `from` to `to`; both measure the same.
    pub(crate) fn between(from: &Unit, to: Option<&Unit>) -> Self {
        let own = to.map_or(Exact::ONE, Unit::scale);
        let Some(factor) = from.scale().checked_div(&own) else { return Self::None };
        if factor == Exact::ONE {
            return Self::None;
        }
        (-20..=20).find(|power| factor == Exact::scaled(1, *power)).map_or(Self::Ratio(factor), Self::Power)
    }
}

/// What a column is.
#[derive(Debug, Clone)]
pub(crate) enum Role<'d> {
    /// The enterprise's code.
    Code,
    /// The year.
    Period,
    /// An item of the dictionary.
    Item { item: &'d Item, unit: Option<&'static Unit>, conversion: Conversion },
    /// Nothing known; the nearest name.
    Unknown { suggestion: Option<String> },
    /// No header.
    Unnamed,
    /// A column with a fault in its header: already reported, not read.
    Faulty,
}

/// A column of the table.
#[derive(Debug, Clone)]
pub(crate) struct Column<'d> {
    pub(crate) place: ColumnPlace,
    pub(crate) role: Role<'d>,
}

/// Finds items by any of their names, however they are written.
pub(crate) struct Names<'d> {
    items: HashMap<String, &'d Item>,
    spoken: Vec<&'d str>,
    id_column: Option<String>,
    period_column: Option<String>,
    headings: HashMap<String, String>,
    by_name: bool,
}

impl<'d> Names<'d> {
    pub(crate) fn new(dictionary: &'d Dictionary, options: &ReadOptions) -> Self {
        let mut items = HashMap::new();
        let mut spoken = Vec::new();
        for item in dictionary.items() {
            let names =
                [&item.code, &item.name.zh].into_iter().chain(item.name.en.as_ref()).chain(&item.aliases);
            for name in names {
                items.entry(folded(name)).or_insert(item);
                spoken.push(name.as_str());
            }
        }
        Self {
            items,
            spoken,
            id_column: options.id_column.as_deref().map(folded),
            period_column: options.period_column.as_deref().map(folded),
            headings: options.headings.iter().map(|(from, to)| (folded(from), to.clone())).collect(),
            by_name: options.by_name,
        }
    }

    /// What a person said this heading means.
    fn said(&self, header: &str) -> Option<&str> {
        self.headings.get(&folded(header)).map(String::as_str)
    }

    /// Whether this header is the one with the enterprise's code.
    pub(crate) fn is_code(&self, header: &str) -> bool {
        if let Some(said) = self.said(header) {
            return said == "credit_code";
        }
        let name = bare(&folded(header)).to_owned();
        match &self.id_column {
            Some(id) => *id == name || *id == folded(header),
            None => {
                CODE_NAMES.contains(&name.as_str())
                    || self.items.get(&name).is_some_and(|item| item.kind == ItemKind::CreditCode)
            }
        }
    }

    /// Whether this header tells which enterprise a row is about.
    pub(crate) fn tells_who(&self, header: &str) -> bool {
        let names = || self.find(header).is_some_and(|(item, _)| item.code == NAME);
        self.is_code(header) || (self.by_name && names())
    }

    fn is_period(&self, header: &str) -> bool {
        if let Some(said) = self.said(header) {
            return said == "period";
        }
        let name = bare(&folded(header)).to_owned();
        match &self.period_column {
            Some(period) => *period == name,
            None => PERIOD_NAMES.contains(&name.as_str()),
        }
    }

    /// The item of a header and the text of its unit bracket.
    fn find(&self, header: &str) -> Option<(&'d Item, Option<String>)> {
        let name = folded(header);
        if let Some(said) = self.said(header) {
            let unit = trailing_bracket(bare(&name)).filter(|(_, inside)| !is_remark(inside));
            let unit = unit.map(|(_, inside)| inside.trim_start_matches("单位:").to_owned());
            return self.items.get(&folded(said)).map(|item| (*item, unit));
        }
        let mut rest = bare(&name);
        let mut unit = None;
        loop {
            if let Some(item) = self.items.get(rest) {
                return Some((item, unit));
            }
            let (before, inside) = trailing_bracket(rest)?;
            if !is_remark(inside) {
                unit = Some(inside.trim_start_matches("单位:").to_owned());
            }
            rest = bare(before);
        }
    }

    fn suggestion(&self, header: &str) -> Option<String> {
        let name = folded(header);
        let name = trailing_bracket(&name).map_or(name.as_str(), |(before, _)| before);
        let known = self.spoken.iter().chain(&["统一社会信用代码", "年度"]).copied();
        nearest(name, known).map(str::to_owned)
    }
}

/// Without the marks of mandatory columns.
fn bare(name: &str) -> &str {
    name.trim_matches(['*', '※', ':'])
}

fn trailing_bracket(name: &str) -> Option<(&str, &str)> {
    let (open, inner) = match name.chars().last()? {
        ')' => ('(', name.strip_suffix(')')?),
        ']' => ('[', name.strip_suffix(']')?),
        _ => return None,
    };
    let start = inner.rfind(open)?;
    Some((&inner[..start], &inner[start + 1..]))
}

fn is_remark(inside: &str) -> bool {
    matches!(inside, "必填" | "选填" | "可选" | "required" | "optional" | "*")
}

/// Gives every header its meaning and reports everything that is wrong with them.
pub(crate) fn understand<'d>(
    headers: &[(u32, String)],
    names: &Names<'d>,
    options: &ReadOptions,
    problems: &mut Problems,
) -> Vec<Column<'d>> {
    let mut columns: Vec<Column<'d>> = Vec::with_capacity(headers.len());
    let mut by_text: HashMap<String, String> = HashMap::new();
    let mut by_target: HashMap<String, (String, String)> = HashMap::new();
    for (index, header) in headers {
        let place = ColumnPlace { index: *index, name: header.clone() };
        let text = folded(header);
        if text.is_empty() {
            columns.push(Column { place, role: Role::Unnamed });
            continue;
        }
        let role = match by_text.get(&text) {
            Some(first) => {
                problems.push(duplicate(&place, first));
                Role::Faulty
            }
            None => {
                let role = role_of(&place, names, options, problems);
                once_only(role, &place, &mut by_target, problems)
            }
        };
        by_text.entry(text).or_insert_with(|| place.letter());
        columns.push(Column { place, role });
    }
    columns
}

fn role_of<'d>(
    place: &ColumnPlace,
    names: &Names<'d>,
    options: &ReadOptions,
    problems: &mut Problems,
) -> Role<'d> {
    if names.is_code(&place.name) {
        return Role::Code;
    }
    if names.is_period(&place.name) {
        return Role::Period;
    }
    if names.said(&place.name) == Some("") {
        return Role::Unknown { suggestion: None };
    }
    match names.find(&place.name) {
        Some((item, unit)) if item.kind != ItemKind::CreditCode => match unit_of(item, unit, place) {
            Ok((unit, conversion)) => Role::Item { item, unit, conversion },
            Err(problem) => {
                problems.push(*problem);
                Role::Faulty
            }
        },
        _ => {
            let suggestion = names.suggestion(&place.name);
            problems.push(unknown(place, suggestion.as_deref(), options.unknown_columns));
            Role::Unknown { suggestion }
        }
    }
}

/// Refuses a second column for the same thing.
fn once_only<'d>(
    role: Role<'d>,
    place: &ColumnPlace,
    by_target: &mut HashMap<String, (String, String)>,
    problems: &mut Problems,
) -> Role<'d> {
    let target = match &role {
        Role::Code => "credit_code".to_owned(),
        Role::Period => "period".to_owned(),
        Role::Item { item, .. } => item.code.clone(),
        _ => return role,
    };
    match by_target.get(&target) {
        Some((letter, name)) => {
            problems.push(same_item(place, letter, name));
            Role::Faulty
        }
        None => {
            by_target.insert(target, (place.letter(), place.name.clone()));
            role
        }
    }
}

type UnitAndConversion = (Option<&'static Unit>, Conversion);

fn unit_of(
    item: &Item,
    unit: Option<String>,
    place: &ColumnPlace,
) -> Result<UnitAndConversion, Box<CellProblem>> {
    let Some(text) = unit else { return Ok((None, Conversion::None)) };
    let ItemKind::Number { unit: own, .. } = &item.kind else {
        // A bracket behind a text or a date is a remark: 企业名称（全称）.
        return Ok((None, Conversion::None));
    };
    let Some(unit) = Unit::named(&text) else { return Err(unknown_unit(item, &text, place)) };
    if unit.dimension != own.map_or(Dimension::NONE, |own| own.dimension) {
        return Err(mismatch(item, unit, place));
    }
    Ok((Some(unit), Conversion::between(unit, *own)))
}

fn at(problem: CellProblem, place: &ColumnPlace) -> CellProblem {
    problem.in_column(place.index, &place.name)
}

fn duplicate(place: &ColumnPlace, first: &str) -> CellProblem {
    let reason =
        Sentence::new(format!("与{first}列的表头相同。"), format!("Column {first} has the same header."));
    at(CellProblem::error(Code::DuplicateColumn, reason), place)
        .with_hint("删去其中一列", "remove one of the two columns")
}

fn same_item(place: &ColumnPlace, letter: &str, name: &str) -> CellProblem {
    let reason = Sentence::new(
        format!("与{letter}列“{name}”是同一数据项。"),
        format!("It is the same item as column {letter}, \"{name}\"."),
    );
    at(CellProblem::error(Code::SameItemTwice, reason), place)
        .with_hint("只保留一列", "keep only one of them")
}

fn unknown(place: &ColumnPlace, suggestion: Option<&str>, severity: Severity) -> CellProblem {
    let reason = Sentence::new(
        "数据字典中没有这一列，未读取。",
        "The data dictionary has no such column; it is not read.",
    );
    let problem = at(CellProblem::error(Code::UnknownColumn, reason), place).with_hint(
        "改成数据字典中的名称或代码；不需要的列可以保留",
        "use a name or code of the data dictionary; a column nobody needs may stay",
    );
    CellProblem { severity, suggestion: suggestion.map(str::to_owned), ..problem }
}

fn unknown_unit(item: &Item, text: &str, place: &ColumnPlace) -> Box<CellProblem> {
    let dimension = item.unit().map_or(Dimension::NONE, |unit| unit.dimension);
    let known: Vec<&str> =
        formula::UNITS.iter().filter(|unit| unit.dimension == dimension).map(|unit| unit.symbol).collect();
    let problem = CellProblem::error(
        Code::UnknownUnit,
        Sentence::new(format!("单位“{text}”不认识。"), format!("The unit \"{text}\" is not known.")),
    );
    let problem = at(problem, place).with_value(text).with_hint(
        format!("可用单位：{}", known.join("、")),
        format!("units that may stand here: {}", known.join(", ")),
    );
    let suggestion = nearest(text, known).map(str::to_owned);
    Box::new(CellProblem { suggestion, ..problem })
}

fn mismatch(item: &Item, unit: &Unit, place: &ColumnPlace) -> Box<CellProblem> {
    let own = item.unit().map_or(Dimension::NONE, |unit| unit.dimension);
    let reason = Sentence::new(
        format!(
            "“{}”是{}，{}是{}的单位。",
            item.name.zh,
            own.name_zh(),
            unit.symbol,
            unit.dimension.name_zh()
        ),
        format!(
            "\"{}\" is {}, but {} is a unit of {}.",
            item.name.zh,
            own.name_en(),
            unit.symbol,
            unit.dimension.name_en()
        ),
    );
    let own_symbol = item.unit().map_or("", |unit| unit.symbol);
    Box::new(
        at(CellProblem::error(Code::UnitMismatch, reason), place).with_value(unit.symbol).with_hint(
            format!("本项的单位是“{own_symbol}”"),
            format!("the item's own unit is \"{own_symbol}\""),
        ),
    )
}
