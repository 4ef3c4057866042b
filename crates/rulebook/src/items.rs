//! `items/1`: the data dictionary.

use std::{collections::HashMap, path::Path};

use domain::{
    Name,
    indicators::{Dictionary, Item, ItemKind},
};
use formula::{Exact, Sentence, UNITS, Unit};

use crate::{
    formats,
    loaded::Loaded,
    reader::{
        Disk, Files, Node, Problem, Problems, Reading,
        record::{BASIS_RECORD, Field, Keys, Kind, NAME, Record, Word},
        shape, values,
    },
    suggest,
};

pub(crate) mod cases;

/// What a value of an item is.
const TYPES: Kind = Kind::Word(&[
    Word::new("number", "数", "a number"),
    Word::new("truth", "是或否", "yes or no"),
    Word::new("text", "文字或分类代码", "a text or category code"),
    Word::new("date", "日期", "a date"),
    Word::new("credit_code", "统一社会信用代码", "the unified social credit code"),
    Word::new("labels", "标签，一格可写多个", "labels, several in one cell"),
]);

static ITEM: Record = Record {
    name: "item",
    zh: "数据项",
    en: "An item that is collected about enterprises",
    fields: &[
        Field::required("code", Kind::Code, "永久代码", "Permanent code"),
        Field::required("name", NAME, "名称", "Name"),
        Field::optional(
            "aliases",
            Kind::List(&Kind::Text),
            "别名：表头可能的其他写法",
            "Other names a column may carry",
        ),
        Field::required("type", TYPES, "值的类型", "What a value is"),
        Field::optional("unit", Kind::Text, "保存值所用的单位", "The unit values are kept in"),
        Field::optional("minimum", Kind::Quantity, "允许的最小值", "Lowest value allowed"),
        Field::optional("maximum", Kind::Quantity, "允许的最大值", "Highest value allowed"),
        Field::optional("whole", Kind::Truth, "是否必须为整数", "Whether only whole numbers are allowed"),
        Field::optional(
            "yearly",
            Kind::Truth,
            "是否为年度数据；不写为否",
            "Whether a value belongs to a period; false when left out",
        ),
        Field::optional(
            "categories",
            Kind::Map(Keys::Codes, &NAME),
            "允许的分类：代码和名称",
            "Allowed categories: code and name",
        ),
        Field::required("meaning", Kind::Text, "含义", "What it means"),
        Field::optional("source", Kind::Text, "通常的来源", "Where it usually comes from"),
        Field::optional(
            "torch_code",
            Kind::Text,
            "火炬统计报表中的指标代码",
            "Field code of the torch statistics form",
        ),
        Field::optional("basis", Kind::Record(&BASIS_RECORD), "定义它的文件", "The document that defines it"),
    ],
    choices: &[],
};

const FORMAT: Kind = Kind::Word(&[Word::new("items/1", "数据字典", "a data dictionary")]);

/// The table of `items/1`.
pub static ITEMS: Record = Record {
    name: "items",
    zh: "数据字典",
    en: "Data dictionary: the items collected about enterprises",
    fields: &[
        Field::required("format", FORMAT, "文件格式", "File format"),
        Field::required("code", Kind::Code, "永久代码", "Permanent code"),
        Field::required("name", NAME, "名称", "Name"),
        Field::required("items", Kind::List(&Kind::Record(&ITEM)), "数据项", "The items"),
    ],
    choices: &[],
};

/// Reads a data dictionary from disk.
///
/// # Errors
/// Every problem of the file, at least one of them an error.
pub fn load_items(path: &Path) -> Result<Loaded<Dictionary>, Vec<Problem>> {
    load_items_from(&Disk, path)
}

/// Reads a data dictionary.
///
/// # Errors
/// As [`load_items`].
pub fn load_items_from(files: &dyn Files, path: &Path) -> Result<Loaded<Dictionary>, Vec<Problem>> {
    let mut reading = Reading::new(files);
    let dictionary = read_files(&mut reading, &[(path.to_owned(), None)]);
    Loaded::finish(reading, dictionary.clone(), dictionary)
}

/// Everything wrong with a data dictionary.
pub(crate) fn check(reading: &mut Reading<'_>, path: &Path) {
    read_files(reading, &[(path.to_owned(), None)]);
}

/// One dictionary of several files, read with every mistake reported. `asked`: the text that names the file.
pub(crate) fn read_files(
    reading: &mut Reading<'_>,
    paths: &[(std::path::PathBuf, Option<&Node>)],
) -> Option<Dictionary> {
    let mut items = Vec::new();
    let mut nodes = Vec::new();
    for (path, asked) in paths {
        let root = reading.open(path, *asked)?;
        if !formats::expect(&root, &ITEMS, &mut reading.problems) {
            return None;
        }
        shape::check(&root, &ITEMS, &mut reading.problems);
        for node in root.list("items") {
            if let Some(item) = read_item(node, &mut reading.problems) {
                items.push(item);
                nodes.push(node.clone());
            }
        }
    }
    report_clashes(&items, &nodes, &mut reading.problems);
    Some(Dictionary::new(items))
}

fn read_item(node: &Node, problems: &mut Problems) -> Option<Item> {
    let kind = read_kind(node, problems);
    Some(Item {
        code: values::text_of(node, "code")?,
        name: node.get("name").and_then(values::name)?,
        aliases: node.list("aliases").iter().filter_map(values::text).collect(),
        kind: kind?,
        meaning: values::text_of(node, "meaning")?,
        source: values::text_of(node, "source"),
        torch_code: values::text_of(node, "torch_code"),
        basis: node.get("basis").and_then(values::basis),
        yearly: node.get("yearly").and_then(values::truth).unwrap_or(false),
    })
}

fn read_kind(node: &Node, problems: &mut Problems) -> Option<ItemKind> {
    let kind = node.get("type")?.text()?;
    let only_numbers = ["unit", "minimum", "maximum", "whole"];
    if kind != "number" {
        refuse_keys(node, &only_numbers, "number", problems);
    }
    if kind != "text" {
        refuse_keys(node, &["categories"], "text", problems);
    }
    match kind {
        "number" => read_number(node, problems),
        "truth" => Some(ItemKind::Truth),
        "text" => Some(ItemKind::Text { categories: read_categories(node) }),
        "date" => Some(ItemKind::Date),
        "credit_code" => Some(ItemKind::CreditCode),
        "labels" => Some(ItemKind::Labels),
        _ => None,
    }
}

fn refuse_keys(node: &Node, keys: &[&str], kind: &str, problems: &mut Problems) {
    for entry in keys.iter().filter_map(|key| node.entry(key)) {
        let message = Sentence::new(
            format!("“{}”只用于 type: {kind} 的数据项", entry.name()),
            format!("`{}` is only for items of type {kind}", entry.name()),
        );
        problems.error("conflicting-keys", &entry.key, message);
    }
}

fn read_categories(node: &Node) -> Vec<(String, Name)> {
    let entries = node.get("categories").map_or(&[][..], Node::entries);
    entries.iter().filter_map(|entry| Some((entry.name().to_owned(), values::name(&entry.value)?))).collect()
}

fn read_number(node: &Node, problems: &mut Problems) -> Option<ItemKind> {
    let unit = match node.get("unit") {
        Some(given) => Some(read_unit(given, problems)?),
        None => None,
    };
    let minimum = bound(node, "minimum", unit, problems);
    let maximum = bound(node, "maximum", unit, problems);
    if let (Some(low), Some(high), Some(at)) = (&minimum, &maximum, node.get("maximum"))
        && low > high
    {
        let message = Sentence::new("最大值小于最小值", "the maximum is below the minimum");
        problems.error("empty-range", at, message);
    }
    let whole = node.get("whole").and_then(values::truth).unwrap_or(false);
    Some(ItemKind::Number { unit, minimum, maximum, whole })
}

/// A bound in the item's unit.
fn bound(node: &Node, key: &str, unit: Option<&'static Unit>, problems: &mut Problems) -> Option<Exact> {
    let given = node.get(key)?;
    let quantity = values::quantity(given)?;
    let Some(written) = quantity.unit else { return Some(quantity.value) };
    let dimension = unit.map_or(formula::Dimension::NONE, |unit| unit.dimension);
    if written.dimension != dimension {
        wrong_dimension(given, written, dimension, problems);
        return None;
    }
    let base = quantity.in_base_units(unit);
    unit.map_or(Some(base.clone()), |unit| base.checked_div(&unit.scale()))
}

/// The unit a text names; an unknown one is reported with the nearest.
pub(crate) fn read_unit(node: &Node, problems: &mut Problems) -> Option<&'static Unit> {
    let symbol = node.text()?.trim();
    let found = Unit::named(symbol);
    if found.is_none() {
        let message = Sentence::new(format!("没有“{symbol}”这个单位"), format!("`{symbol}` is not a unit"));
        let symbols = UNITS.iter().flat_map(|unit| [unit.symbol, unit.ascii]);
        let hint = suggest::closest(symbol, symbols).map_or_else(list_units, suggest::did_you_mean);
        problems.error_with_hint("unknown-unit", node, message, hint);
    }
    found
}

fn list_units() -> Sentence {
    let symbols: Vec<_> = UNITS.iter().map(|unit| unit.symbol).collect();
    Sentence::new(
        format!("可用的单位：{}", symbols.join("、")),
        format!("the units are: {}", symbols.join(", ")),
    )
}

/// Reports a unit that measures something else than it should.
pub(crate) fn wrong_dimension(
    node: &Node,
    written: &Unit,
    wanted: formula::Dimension,
    problems: &mut Problems,
) {
    let message = Sentence::new(
        format!(
            "“{}”是{}的单位，这里要的是{}",
            written.symbol,
            written.dimension.name_zh(),
            wanted.name_zh()
        ),
        format!(
            "{} measures {}, but {} is needed",
            written.symbol,
            written.dimension.name_en(),
            wanted.name_en()
        ),
    );
    problems.error("unit-mismatch", node, message);
}

/// A code, name or alias that two items claim; a second key of the enterprise or a second list of labels.
fn report_clashes(items: &[Item], nodes: &[Node], problems: &mut Problems) {
    let mut owners: HashMap<&str, usize> = HashMap::new();
    for (index, (item, node)) in items.iter().zip(nodes).enumerate() {
        let names = [&item.code, &item.name.zh].into_iter().chain(&item.aliases);
        for name in names {
            let owner = *owners.entry(name).or_insert(index);
            if owner != index {
                clash(name, &items[owner], node, problems);
            }
        }
    }
    for kind in [ItemKind::CreditCode, ItemKind::Labels] {
        for node in
            items.iter().zip(nodes).filter(|(item, _)| item.kind == kind).skip(1).map(|(_, node)| node)
        {
            let message =
                Sentence::new("这种类型的数据项只能有一个", "there can be only one item of this type");
            problems.error("duplicate-code", node.get("type").unwrap_or(node), message);
        }
    }
}

fn clash(name: &str, owner: &Item, node: &Node, problems: &mut Problems) {
    let message = Sentence::new(
        format!("“{name}”已经是数据项 {}（{}）的名称", owner.code, owner.name.zh),
        format!("`{name}` already names the item {}", owner.code),
    );
    let hint = Sentence::new("一个名称只能指一个数据项", "a name can mean only one item");
    let place = ["code", "name"].iter().filter_map(|key| node.get(key)).chain(node.list("aliases"));
    let at = place.into_iter().find(|at| at.text().map(str::trim) == Some(name)).unwrap_or(node);
    problems.error_with_hint("duplicate-code", at, message, hint);
}

#[cfg(test)]
mod tests;
