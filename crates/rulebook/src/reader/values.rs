//! Values out of nodes. Quiet: what cannot be read is `None`, because [`super::shape`] has reported it already.

use domain::{Basis, Name, Status, indicators::Award};
use formula::{Exact, Unit};
use jiff::civil::Date;

use super::Node;

/// A number with the unit written behind it, if any.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    /// The number as written.
    pub value: Exact,
    /// The unit written.
    pub unit: Option<&'static Unit>,
}

impl Quantity {
    /// The number in base units; a bare number is in `default`.
    #[must_use]
    pub fn in_base_units(&self, default: Option<&'static Unit>) -> Exact {
        match self.unit.or(default) {
            Some(unit) => &self.value * &unit.scale(),
            None => self.value.clone(),
        }
    }
}

/// Whether a text is a permanent code.
#[must_use]
pub fn is_code(text: &str) -> bool {
    let body = |character: char| character.is_ascii_alphanumeric() || "_-.+".contains(character);
    text.starts_with(|first: char| first.is_ascii_alphanumeric())
        && text.chars().all(body)
        && text.len() <= 64
}

/// The text of a scalar, trimmed.
#[must_use]
pub fn text(node: &Node) -> Option<String> {
    node.text().map(|text| text.trim().to_owned())
}

/// The text under a key, trimmed.
#[must_use]
pub fn text_of(node: &Node, key: &str) -> Option<String> {
    node.get(key).and_then(text)
}

/// A name: a text, or `{zh, en}`.
#[must_use]
pub fn name(node: &Node) -> Option<Name> {
    if let Some(zh) = text(node) {
        return Some(Name { zh, en: None });
    }
    Some(Name { zh: text_of(node, "zh")?, en: text_of(node, "en") })
}

/// A calendar date written `2024-01-31`.
#[must_use]
pub fn date(node: &Node) -> Option<Date> {
    let text = node.text()?.trim();
    // jiff also reads times behind a date; a rule only has days.
    if text.len() == 10 { text.parse().ok() } else { None }
}

/// `true`, `false`, `是`, `否`.
#[must_use]
pub fn truth(node: &Node) -> Option<bool> {
    match node.text()?.trim() {
        "true" | "是" | "真" => Some(true),
        "false" | "否" | "假" => Some(false),
        _ => None,
    }
}

/// A whole number.
#[must_use]
pub fn whole(node: &Node) -> Option<i64> {
    node.text()?.trim().parse().ok()
}

/// A number with or without unit.
#[must_use]
pub fn quantity(node: &Node) -> Option<Quantity> {
    parse_quantity(node.text()?)
}

/// A number with or without unit: `50`, `-0.5`, `50万元`, `5 %`, `20 persons`.
#[must_use]
pub fn parse_quantity(text: &str) -> Option<Quantity> {
    let text = text.trim();
    let end = text.find(|c: char| !c.is_ascii_digit() && !"+-.".contains(c)).unwrap_or(text.len());
    let value = text[..end].parse().ok()?;
    let rest = text[end..].trim();
    if rest.is_empty() {
        return Some(Quantity { value, unit: None });
    }
    Unit::named(rest).map(|unit| Quantity { value, unit: Some(unit) })
}

/// Points, or a share of full points when it carries a percent sign.
#[must_use]
pub fn award(node: &Node) -> Option<Award> {
    let Quantity { value, unit } = quantity(node)?;
    match unit.map(|unit| unit.symbol) {
        None | Some("分") => Some(Award::Points(value)),
        Some("%") => Some(Award::Share(value.shift(-2))),
        Some(_) => None,
    }
}

/// A share from 0 to 1: `50%` or `0.5`.
#[must_use]
pub fn share(node: &Node) -> Option<Exact> {
    let Quantity { value, unit } = quantity(node)?;
    let value = match unit.map(|unit| unit.symbol) {
        None => value,
        Some("%") => value.shift(-2),
        Some(_) => return None,
    };
    (Exact::ZERO..=Exact::ONE).contains(&value).then_some(value)
}

/// One document.
#[must_use]
pub fn basis(node: &Node) -> Option<Basis> {
    Some(Basis {
        title: text_of(node, "title")?,
        number: text_of(node, "number"),
        article: text_of(node, "article"),
        checked_on: node.get("checked_on").and_then(date),
    })
}

/// The documents under a key: one or a list.
#[must_use]
pub fn basis_list(node: &Node, key: &str) -> Vec<Basis> {
    let Some(given) = node.get(key) else { return Vec::new() };
    if given.is_sequence() {
        given.items().iter().filter_map(basis).collect()
    } else {
        basis(given).into_iter().collect()
    }
}

/// `official` or `illustrative`.
#[must_use]
pub fn status(node: &Node) -> Option<Status> {
    match node.text()? {
        "official" => Some(Status::Official),
        "illustrative" => Some(Status::Illustrative),
        _ => None,
    }
}
