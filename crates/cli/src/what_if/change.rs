//! `研发费用=1200万元`, `营业收入[-1]=900`, `技术领域=新材料`, `标签+=高新技术企业`: one changed value.

use domain::{
    evaluation::Overlay,
    indicators::{Dictionary, Item, ItemKind},
};
use formula::{Exact, Fact, Facts, Formula, ResultKind, Sentence, Unit, Value};
use jiff::civil::Date;

/// One changed value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// An item, so many periods back; `None` makes it missing.
    Item {
        /// The item's code.
        code: String,
        /// Periods before the current one.
        back: u8,
        /// The new value, in the item's own unit.
        fact: Option<Fact>,
    },
    /// A label gained or lost.
    Label {
        /// Which.
        label: String,
        /// Whether it is held.
        held: bool,
    },
}

impl Change {
    /// Reads a change.
    ///
    /// # Errors
    /// What is wrong with it and how it should look.
    pub fn parse(text: &str, dictionary: &Dictionary) -> Result<Self, Sentence> {
        let Some((name, value)) = text.split_once(['=', '＝']) else {
            return Err(Sentence::new(
                format!("“{text}”里没有等号；应写成 '研发费用=1200万元'"),
                format!("`{text}` has no equals sign; write '研发费用=1200万元'"),
            ));
        };
        let (name, value) = (name.trim(), value.trim());
        if let Some((name, held)) = name
            .strip_suffix('+')
            .map(|name| (name, true))
            .or_else(|| name.strip_suffix('-').map(|name| (name, false)))
        {
            let item = find(name.trim(), dictionary)?;
            if item.kind == ItemKind::Labels {
                return Ok(Self::Label { label: value.to_owned(), held });
            }
        }
        let (name, back) = period(name)?;
        let item = find(name, dictionary)?;
        let fact = if value.is_empty() { None } else { Some(read(item, value, dictionary)?) };
        Ok(Self::Item { code: item.code.clone(), back, fact })
    }

    /// Lays the change over facts.
    #[must_use]
    pub fn apply<'a>(&self, overlay: Overlay<'a>) -> Overlay<'a> {
        match self {
            Self::Item { code, back, fact } => overlay.with_item(code.clone(), *back, fact.clone()),
            Self::Label { label, held } => overlay.with_label(label.clone(), Some(*held)),
        }
    }
}

fn find<'d>(name: &str, dictionary: &'d Dictionary) -> Result<&'d Item, Sentence> {
    dictionary.find(name).ok_or_else(|| {
        let guess = rulebook::closest_name(name, dictionary);
        let (zh, en) = guess.map_or_else(Default::default, |guess| {
            (format!("；是不是“{guess}”？"), format!("; did you mean `{guess}`?"))
        });
        Sentence::new(
            format!("数据字典里没有“{name}”{zh}"),
            format!("the data dictionary has no `{name}`{en}"),
        )
    })
}

/// Splits `营业收入[-1]` into the name and 1.
fn period(name: &str) -> Result<(&str, u8), Sentence> {
    let Some((item, index)) = name.strip_suffix(']').and_then(|name| name.split_once('[')) else {
        return Ok((name, 0));
    };
    let back = index.trim().strip_prefix('-').unwrap_or(index).trim().parse().ok();
    match back {
        Some(back) if back <= formula::limits::MAX_BACK => Ok((item.trim(), back)),
        _ => Err(Sentence::new(
            format!("“{name}”的年份应写成 [-1]（上一年）到 [-{}]", formula::limits::MAX_BACK),
            format!("the year of `{name}` is written [-1] (last year) to [-{}]", formula::limits::MAX_BACK),
        )),
    }
}

fn read(item: &Item, value: &str, dictionary: &Dictionary) -> Result<Fact, Sentence> {
    match &item.kind {
        ItemKind::Number { unit, .. } => number(item, value, *unit, dictionary),
        ItemKind::Truth => match value {
            "是" | "真" | "true" | "yes" | "1" => Ok(Fact::Truth(true)),
            "否" | "假" | "false" | "no" | "0" => Ok(Fact::Truth(false)),
            _ => Err(refused(item, value, "应为 是 或 否", "write 是 or 否 (true or false)")),
        },
        ItemKind::Date => value
            .parse::<Date>()
            .map(Fact::Date)
            .map_err(|_| refused(item, value, "应为日期，如 2020-01-05", "write a date such as 2020-01-05")),
        ItemKind::Text { categories } if !categories.is_empty() => {
            let matches = |(code, name): &&(String, domain::Name)| {
                code == value || name.zh == value || name.en.as_deref() == Some(value)
            };
            let codes = || categories.iter().map(|(_, name)| name.zh.clone()).collect::<Vec<_>>().join("、");
            let found = categories.iter().find(matches);
            found.map(|(code, _)| Fact::Text(code.as_str().into())).ok_or_else(|| {
                refused(item, value, &format!("应为其中之一：{}", codes()), &format!("one of: {}", codes()))
            })
        }
        ItemKind::Text { .. } | ItemKind::CreditCode => Ok(Fact::Text(value.into())),
        ItemKind::Labels => Err(refused(
            item,
            value,
            "标签用 '标签+=高新技术企业' 增加，用 '标签-=高新技术企业' 去掉",
            "add a label with '标签+=…', take it away with '标签-=…'",
        )),
    }
}

/// A number with or without a unit; a bare one is in the item's own unit.
fn number(
    item: &Item,
    value: &str,
    unit: Option<&'static Unit>,
    dictionary: &Dictionary,
) -> Result<Fact, Sentence> {
    if let Ok(bare) = value.parse::<Exact>() {
        return Ok(Fact::Number(bare));
    }
    let dimension = unit.map_or(formula::Dimension::NONE, |unit| unit.dimension);
    let parsed = Formula::parse_expecting(value, dictionary, formula::Expected::Number(dimension));
    let literal = parsed.ok().filter(|formula| formula.items().next().is_none());
    match literal.map(|formula| formula.evaluate(&Nothing)) {
        Some(formula::Outcome::Known(Value::Number(base))) => {
            Ok(Fact::Number(unit.map_or_else(|| base.clone(), |unit| unit.from_base(&base))))
        }
        _ => {
            let symbol = unit.map_or("", |unit| unit.symbol);
            let (zh, en) =
                (format!("应为数，如 1200{symbol}"), format!("write a number such as 1200{symbol}"));
            Err(refused(item, value, &zh, &en))
        }
    }
}

fn refused(item: &Item, value: &str, zh: &str, en: &str) -> Sentence {
    let name_en = item.name.in_language(formula::Language::English);
    Sentence::new(
        format!("{}不能是“{value}”：{zh}", item.name.zh),
        format!("{name_en} cannot be `{value}`: {en}"),
    )
}

/// A literal needs no facts.
struct Nothing;

impl Facts for Nothing {
    fn item(&self, _: &str, _: u8) -> Option<Fact> {
        None
    }
    fn as_of(&self) -> Date {
        Date::ZERO
    }
    fn has_label(&self, _: &str) -> Option<bool> {
        None
    }
    fn result(&self, _: ResultKind, _: Option<&str>) -> Option<Fact> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dictionary() -> Dictionary {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rules/items/enterprise.yaml");
        rulebook::load_items(&path).expect("the shipped dictionary").value
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let shown = match Change::parse(text, &dictionary()) {
            Ok(Change::Item { code, back, fact }) => format!("{code} {back} {fact:?}"),
            Ok(Change::Label { label, held }) => format!("{label} {held}"),
            Err(sentence) => sentence.zh,
        };
        assert_eq!(shown, expected);
    }

    #[test]
    fn values_are_read_in_their_unit() {
        check("研发费用=1200万元", "rd_expense 0 Some(Number(1200))");
        check("研发费用 = 1200", "rd_expense 0 Some(Number(1200))");
        check("研发费用=0.5亿元", "rd_expense 0 Some(Number(5000))");
        check("营业收入[-1]=12345千元", "operating_revenue 1 Some(Number(1234.5))");
        check("研发费用=", "rd_expense 0 None");
        check("标签+=高新技术企业", "高新技术企业 true");
        check("标签-=高新技术企业", "高新技术企业 false");
    }

    #[test]
    fn mistakes_say_how_to_write_it() {
        check("研发费用", "“研发费用”里没有等号；应写成 '研发费用=1200万元'");
        check("研发费=1", "数据字典里没有“研发费”；是不是“研发费用”？");
        check("研发费用=很多", "研发费用不能是“很多”：应为数，如 1200万元");
        check("研发费用=12人", "研发费用不能是“12人”：应为数，如 1200万元");
        check("研发费用[-12]=1", "“研发费用[-12]”的年份应写成 [-1]（上一年）到 [-9]");
    }
}
