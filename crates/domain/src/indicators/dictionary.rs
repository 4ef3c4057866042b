//! 数据字典: the items that are collected about enterprises.

use std::collections::HashMap;

use formula::{Dimension, Exact, Fact, ItemInfo, Type, Unit, Vocabulary};

use crate::{Basis, Name};

/// What kind of value an item holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ItemKind {
    /// A number in the item's unit (a plain number when there is none).
    Number {
        /// The unit values are kept in.
        unit: Option<&'static Unit>,
        /// Lowest value allowed, in that unit.
        minimum: Option<Exact>,
        /// Highest value allowed, in that unit.
        maximum: Option<Exact>,
        /// Whether only whole numbers are allowed (people, pieces).
        whole: bool,
    },
    /// 是 / 否.
    Truth,
    /// Free text, or one of `categories` (code, Chinese name) when there are any.
    Text {
        /// Allowed codes with their names; empty for free text.
        categories: Vec<(String, Name)>,
    },
    /// A calendar date.
    Date,
    /// The enterprise's unified social credit code (统一社会信用代码), the key of a row.
    CreditCode,
    /// Labels held (高新技术企业 …), several in one cell separated by `;` or `、`.
    Labels,
}

/// One item of the data dictionary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Permanent ASCII code, e.g. `rd_expense`.
    pub code: String,
    /// 中文名 / English name.
    pub name: Name,
    /// Other names a column may carry.
    pub aliases: Vec<String>,
    /// What values look like.
    pub kind: ItemKind,
    /// What it means, in one or two sentences.
    pub meaning: String,
    /// Where it usually comes from (税务, 人社, 知识产权 …).
    pub source: Option<String>,
    /// Field code of the 火炬统计 form, e.g. `qd01`.
    pub torch_code: Option<String>,
    /// The document that defines it.
    pub basis: Option<Basis>,
    /// Whether a value belongs to a period (年度数据) or to the enterprise (基本信息).
    pub yearly: bool,
}

impl Item {
    /// The unit values are kept in.
    #[must_use]
    pub fn unit(&self) -> Option<&'static Unit> {
        match &self.kind {
            ItemKind::Number { unit, .. } => *unit,
            _ => None,
        }
    }

    /// What a category code of this item is called; `None` when there is no such category.
    #[must_use]
    pub fn category_name(&self, code: &str) -> Option<&Name> {
        match &self.kind {
            ItemKind::Text { categories } => {
                categories.iter().find(|(known, _)| known == code).map(|(_, name)| name)
            }
            _ => None,
        }
    }

    /// The value that stored `text` stands for: exact decimal text in the item's unit, `true` or `false`, a day as
    /// `2025-12-31`, a category's code, free text, labels joined by `;`. `None` when it is no such value.
    #[must_use]
    pub fn fact(&self, text: &str) -> Option<Fact> {
        match &self.kind {
            ItemKind::Number { .. } => text.parse().ok().map(Fact::Number),
            ItemKind::Truth => text.parse().ok().map(Fact::Truth),
            ItemKind::Date => text.parse().ok().map(Fact::Date),
            ItemKind::Text { categories } => {
                let known = categories.is_empty() || categories.iter().any(|(code, _)| code == text);
                known.then(|| Fact::Text(text.into()))
            }
            ItemKind::CreditCode | ItemKind::Labels => Some(Fact::Text(text.into())),
        }
    }

    /// The type a formula sees.
    #[must_use]
    pub fn formula_type(&self) -> Type {
        match &self.kind {
            ItemKind::Number { unit, .. } => {
                Type::Number(unit.map_or(Dimension::NONE, |unit| unit.dimension))
            }
            ItemKind::Truth => Type::Truth,
            ItemKind::Text { .. } | ItemKind::CreditCode | ItemKind::Labels => Type::Text,
            ItemKind::Date => Type::Date,
        }
    }
}

/// The data dictionary: items in file order, found by code, name or alias.
#[derive(Debug, Clone, Default)]
pub struct Dictionary {
    items: Vec<Item>,
    by_name: HashMap<String, usize>,
}

impl Dictionary {
    /// A dictionary of `items`. The first item wins a name that two of them claim; `rulebook` reports such a clash.
    #[must_use]
    pub fn new(items: Vec<Item>) -> Self {
        let mut by_name = HashMap::new();
        for (index, item) in items.iter().enumerate() {
            let names =
                [&item.code, &item.name.zh].into_iter().chain(item.name.en.as_ref()).chain(&item.aliases);
            for name in names {
                by_name.entry(name.clone()).or_insert(index);
            }
        }
        Self { items, by_name }
    }

    /// Every item, in file order.
    #[must_use]
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// The item with this code, name or alias.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&Item> {
        self.by_name.get(name).map(|&index| &self.items[index])
    }
}

impl Vocabulary for Dictionary {
    fn lookup(&self, name: &str) -> Option<ItemInfo> {
        self.find(name).map(|item| ItemInfo {
            code: item.code.clone(),
            name_zh: item.name.zh.clone(),
            kind: item.formula_type(),
            unit: item.unit(),
        })
    }

    fn names(&self) -> Vec<String> {
        self.items.iter().flat_map(|item| [item.code.clone(), item.name.zh.clone()]).collect()
    }
}
