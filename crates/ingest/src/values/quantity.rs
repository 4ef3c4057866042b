//! Numbers with their units, as decimals.

use std::borrow::Cow;

use domain::indicators::{Item, ItemKind};
use formula::{Dimension, Exact, NotANumber, Unit};

use super::{Fault, error_cell, fault, placeholder, unreadable};
use crate::{
    Code,
    header::Conversion,
    number::Decimal,
    sheets::{Value, is_space},
    text::{is_error_text, is_placeholder, tidy},
};

/// A bound of the dictionary, ready for fast comparison.
#[derive(Debug, Clone)]
pub(crate) struct Bound {
    pub(crate) exact: Exact,
    /// The bound as a double, when that double's shortest text is the bound.
    pub(crate) double: Option<f64>,
}

impl Bound {
    fn new(exact: &Exact) -> Self {
        let double = exact.to_f64();
        let same = Exact::from_f64_shortest(double).as_ref() == Some(exact);
        Self { exact: exact.clone(), double: same.then_some(double) }
    }
}

/// Lowest and highest value allowed.
#[derive(Debug, Clone, Default)]
pub(crate) struct Bounds {
    pub(crate) minimum: Option<Bound>,
    pub(crate) maximum: Option<Bound>,
    pub(crate) whole: bool,
}

/// Everything needed to read the numbers of one column.
#[derive(Debug, Clone)]
pub(crate) struct NumberRule<'d> {
    pub(crate) item: &'d Item,
    pub(crate) unit: Option<&'static Unit>,
    pub(crate) conversion: Conversion,
    pub(crate) bounds: Bounds,
}

impl<'d> NumberRule<'d> {
    pub(crate) fn new(item: &'d Item, conversion: Conversion) -> Self {
        let (unit, bounds) = match &item.kind {
            ItemKind::Number { unit, minimum, maximum, whole } => (
                *unit,
                Bounds {
                    minimum: minimum.as_ref().map(Bound::new),
                    maximum: maximum.as_ref().map(Bound::new),
                    whole: *whole,
                },
            ),
            _ => (None, Bounds::default()),
        };
        Self { item, unit, conversion, bounds }
    }

    fn dimension(&self) -> Dimension {
        self.unit.map_or(Dimension::NONE, |unit| unit.dimension)
    }

    /// Converts from the unit of the header (or of the cell) and checks the range.
    fn accept(&self, written: Decimal, conversion: &Conversion) -> Result<Decimal, Fault> {
        let value = match conversion {
            Conversion::None => written,
            Conversion::Power(power) => written.shift(*power),
            Conversion::Ratio(factor) => {
                Decimal::from_exact(&(&written.exact() * factor)).ok_or_else(|| self.inexact())?
            }
        };
        self.check(value)?;
        Ok(value)
    }

    /// Whether a value in the item's own unit is allowed.
    pub(crate) fn check(&self, value: Decimal) -> Result<(), Fault> {
        if self.bounds.whole && !value.is_whole() {
            return Err(self.not_whole());
        }
        let double = value.to_double();
        let shortest = value.is_shortest_of(double);
        let below = |bound: &Bound| match bound.double {
            Some(bound) if shortest => double < bound,
            _ => value.exact() < bound.exact,
        };
        let above = |bound: &Bound| match bound.double {
            Some(bound) if shortest => double > bound,
            _ => value.exact() > bound.exact,
        };
        if self.bounds.minimum.as_ref().is_some_and(below) || self.bounds.maximum.as_ref().is_some_and(above)
        {
            return Err(self.outside(value));
        }
        Ok(())
    }

    fn symbol(&self) -> &'static str {
        self.unit.map_or("", |unit| unit.symbol)
    }

    fn outside(&self, value: Decimal) -> Fault {
        let (zh, en) = (&self.item.name.zh, self.item.name.in_language(formula::Language::English));
        let zero = self.bounds.minimum.as_ref().is_some_and(|bound| bound.exact.is_zero());
        if value.mantissa < 0 && zero {
            return Box::new(
                fault(
                    Code::NegativeValue,
                    format!("“{zh}”不能为负。"),
                    format!("\"{en}\" cannot be negative."),
                )
                .with_hint("检查正负号", "check the sign"),
            );
        }
        let side =
            |bound: &Option<Bound>| bound.as_ref().map(|bound| format!("{}{}", bound.exact, self.symbol()));
        let low = side(&self.bounds.minimum).unwrap_or_else(|| "−∞".to_owned());
        let high = side(&self.bounds.maximum).unwrap_or_else(|| "+∞".to_owned());
        let own = format!("{}{}", value.exact(), self.symbol());
        Box::new(
            fault(
                Code::OutOfRange,
                format!("{own}超出“{zh}”的允许范围（{low} 至 {high}）。"),
                format!("{own} lies outside the range of \"{en}\" ({low} to {high})."),
            )
            .with_hint("检查单位和小数点", "check the unit and the decimal point"),
        )
    }

    fn not_whole(&self) -> Fault {
        let (zh, en) = (&self.item.name.zh, self.item.name.in_language(formula::Language::English));
        Box::new(
            fault(Code::NotWhole, format!("“{zh}”应为整数。"), format!("\"{en}\" must be a whole number."))
                .with_hint("检查单位和小数点", "check the unit and the decimal point"),
        )
    }

    fn inexact(&self) -> Fault {
        let symbol = self.symbol();
        Box::new(
            fault(
                Code::InexactConversion,
                format!("换算成“{symbol}”后不是有限小数。"),
                format!("In \"{symbol}\" it is not a finite decimal."),
            )
            .with_hint(format!("请直接以“{symbol}”填写"), format!("give the value in \"{symbol}\"")),
        )
    }

    fn too_long(&self) -> Fault {
        Box::new(
            fault(Code::NumberTooLong, "数字超过38位。", "The number has more than 38 digits.")
                .with_hint("检查是否误粘贴", "check whether something was pasted by mistake"),
        )
    }
}

/// A number in the item's own unit.
pub(crate) fn read_number(rule: &NumberRule<'_>, value: Value<'_>) -> Result<Decimal, Fault> {
    if let Some(fault) = unreadable(&value) {
        return Err(fault);
    }
    match value {
        Value::Number(number) => rule.accept(decimal(number)?, &rule.conversion),
        Value::Percent(number) => percent(rule, decimal(number)?.shift(2)),
        Value::Text(text) => from_text(rule, text),
        Value::Truth(_) => Err(Box::new(text_in_number(rule))),
        _ => Err(Box::new(
            fault(Code::DateInNumber, "这里应是数值，却是日期。", "There is a date where a number belongs.")
                .with_hint(
                    "把单元格格式改为“常规”后重新填写",
                    "set the cell's format to General and enter the number again",
                ),
        )),
    }
}

fn decimal(number: f64) -> Result<Decimal, Fault> {
    Decimal::from_double(number).ok_or_else(not_finite)
}

fn not_finite() -> Fault {
    Box::new(
        fault(Code::NotFinite, "不是有限的数。", "The number is not finite.")
            .with_hint("没有数据就留空", "leave the cell empty when there are no data"),
    )
}

fn from_text(rule: &NumberRule<'_>, text: &str) -> Result<Decimal, Fault> {
    if let Ok(plain) = Decimal::parse(text) {
        return rule.accept(plain, &rule.conversion);
    }
    let tidied = tidy(text);
    if is_placeholder(&tidied) {
        return Err(Box::new(placeholder()));
    }
    if is_error_text(&tidied) {
        return Err(Box::new(error_cell(&tidied)));
    }
    let (number, unit) = split_unit(&tidied);
    let written = match Decimal::parse(&ungrouped(number)?) {
        Ok(decimal) => decimal,
        Err(NotANumber::TooLong) => return Err(rule.too_long()),
        Err(NotANumber::Malformed) => return Err(no_number(rule, &tidied)),
    };
    match unit {
        "" => rule.accept(written, &rule.conversion),
        "%" => percent(rule, written),
        symbol => match Unit::named(symbol) {
            Some(unit) if unit.dimension == rule.dimension() => {
                rule.accept(written, &Conversion::between(unit, rule.unit))
            }
            Some(unit) => Err(Box::new(mismatch(
                rule,
                unit.symbol,
                &unit.dimension.name_zh(),
                &unit.dimension.name_en(),
            ))),
            None => Err(Box::new(text_in_number(rule))),
        },
    }
}

/// A percentage means a ratio, whatever unit the header names.
fn percent(rule: &NumberRule<'_>, written: Decimal) -> Result<Decimal, Fault> {
    if rule.dimension() != Dimension::NONE {
        return Err(Box::new(mismatch(rule, "%", "比率", "a ratio")));
    }
    match Unit::named("%") {
        Some(unit) => rule.accept(written, &Conversion::between(unit, rule.unit)),
        None => Err(Box::new(text_in_number(rule))),
    }
}

fn mismatch(rule: &NumberRule<'_>, symbol: &str, zh: &str, en: &str) -> crate::CellProblem {
    let own = rule.dimension();
    fault(
        Code::UnitMismatch,
        format!("“{symbol}”表示{zh}，“{}”是{}。", rule.item.name.zh, own.name_zh()),
        format!(
            "\"{symbol}\" means {en}, but \"{}\" is {}.",
            rule.item.name.in_language(formula::Language::English),
            own.name_en()
        ),
    )
    .with_hint("检查是否填错了列", "check whether the value stands in the wrong column")
}

fn no_number(rule: &NumberRule<'_>, tidied: &str) -> Fault {
    let bare = tidied.trim_start_matches(['-', '+']).to_ascii_lowercase();
    if matches!(bare.as_str(), "nan" | "inf" | "infinity" | "∞") {
        return not_finite();
    }
    Box::new(text_in_number(rule))
}

fn text_in_number(rule: &NumberRule<'_>) -> crate::CellProblem {
    let (zh, en) = (&rule.item.name.zh, rule.item.name.in_language(formula::Language::English));
    fault(Code::TextInNumber, format!("“{zh}”应为数值。"), format!("\"{en}\" must be a number.")).with_hint(
        "只填数字，说明文字另放一列",
        "write only the number; remarks belong in a column of their own",
    )
}

/// `12.5%` → (`12.5`, `%`); `1200万元` → (`1200`, `万元`); an exponent is not a unit.
fn split_unit(text: &str) -> (&str, &str) {
    let end = text
        .char_indices()
        .rev()
        .take_while(|(_, letter)| !letter.is_ascii_digit() && *letter != '.')
        .last()
        .map_or(text.len(), |(place, _)| place);
    (text[..end].trim_end_matches(is_space), text[end..].trim_matches(is_space))
}

/// Takes out separators that stand at thousands: `1,234.5`, `1 234`.
fn ungrouped(text: &str) -> Result<Cow<'_, str>, Fault> {
    let is_separator = |letter: char| letter == ',' || letter == '\'' || is_space(letter);
    if !text.contains(is_separator) {
        return Ok(Cow::Borrowed(text));
    }
    let (whole, fraction) = text.split_once('.').map_or((text, None), |(whole, rest)| (whole, Some(rest)));
    let signless = whole.trim_start_matches(['-', '+']).trim_start_matches(is_space);
    let mut groups = signless.split(is_separator);
    let first = groups.next().unwrap_or_default();
    let digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let regular = (1..=3).contains(&first.len())
        && digits(first)
        && groups.all(|group| group.len() == 3 && digits(group))
        && fraction.is_none_or(|fraction| !fraction.contains(is_separator));
    if regular || signless.len() == first.len() {
        return Ok(Cow::Owned(text.chars().filter(|letter| !is_separator(*letter)).collect()));
    }
    if !text.bytes().any(|byte| byte.is_ascii_digit()) || text.chars().any(char::is_alphabetic) {
        return Ok(Cow::Borrowed(text));
    }
    Err(Box::new(
        fault(
            Code::AmbiguousSeparator,
            "分隔逗号或空格不在千位上，数值不明确。",
            "Commas or spaces do not stand at thousands, so the number is not clear.",
        )
        .with_hint("写成 1234.5 或 1,234.5", "write 1234.5 or 1,234.5"),
    ))
}
