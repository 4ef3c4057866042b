//! The names a formula may use.

use crate::{Type, Unit};

/// What the checker needs to know of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemInfo {
    /// Permanent ASCII code, e.g. `rd_expense`.
    pub code: String,
    /// 中文名, e.g. `研发费用`.
    pub name_zh: String,
    /// What a value is.
    pub kind: Type,
    /// The unit values are kept in; `None` for texts, dates, truths and plain numbers.
    pub unit: Option<&'static Unit>,
}

/// A data dictionary as the checker sees it.
pub trait Vocabulary {
    /// The item with this code, Chinese name or alias.
    fn lookup(&self, name: &str) -> Option<ItemInfo>;

    /// Every code, name and alias, for "did you mean".
    fn names(&self) -> Vec<String>;

    /// Label names known (`None`: any label is accepted).
    fn labels(&self) -> Option<Vec<String>> {
        None
    }

    /// Grades and stages a rule may compare with (`None`: any text is accepted).
    fn stages(&self) -> Option<Vec<String>> {
        None
    }
}
