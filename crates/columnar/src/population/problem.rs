//! Why a table is no population.

use formula::Sentence;

/// One reason why a table cannot be scored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PopulationProblem {
    /// The table has no rows.
    NoRows,
    /// No row belongs to the period asked for.
    NoSuchPeriod {
        /// The period asked for.
        asked: i32,
        /// The periods there are, ascending.
        present: Vec<i32>,
    },
    /// The column `period` holds something else than whole numbers, or lacks one.
    BadPeriod,
    /// There are several periods but no column that tells enterprises apart.
    NoKey,
    /// A column's type does not fit its item.
    WrongType {
        /// The item's code.
        item: String,
        /// The column's Arrow type.
        found: String,
    },
    /// A column holds NaN or an infinity.
    NotFinite {
        /// The item's code.
        item: String,
        /// The row, counted from 0.
        row: usize,
    },
}

impl PopulationProblem {
    /// The permanent code of the problem.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoRows => "no-rows",
            Self::NoSuchPeriod { .. } => "no-such-period",
            Self::BadPeriod => "bad-period",
            Self::NoKey => "no-key-column",
            Self::WrongType { .. } => "wrong-column-type",
            Self::NotFinite { .. } => "not-a-finite-number",
        }
    }

    /// What is wrong and how to mend it, in both languages.
    #[must_use]
    pub fn sentence(&self) -> Sentence {
        match self {
            Self::NoRows => Sentence::new("表中没有数据行。", "The table has no rows."),
            Self::NoSuchPeriod { asked, present } => no_such_period(*asked, present),
            Self::BadPeriod => Sentence::new(
                "“period”列应逐行填写年度（整数），如 2022。",
                "The column `period` must hold a whole number such as 2022 in every row.",
            ),
            Self::NoKey => Sentence::new(
                "数据含多个年度，但没有统一社会信用代码列，无法把同一企业的各年度对应起来。",
                "There are several periods but no credit code column to tell which rows are one enterprise.",
            ),
            Self::WrongType { item, found } => Sentence::new(
                format!("“{item}”列的数据类型为 {found}，与数据字典不符。"),
                format!("The column `{item}` is of type {found}, which does not fit the data dictionary."),
            ),
            Self::NotFinite { item, row } => Sentence::new(
                format!("“{item}”列第 {} 行不是有限的数；缺失请留空。", row + 1),
                format!(
                    "The column `{item}` holds no finite number in row {}; leave missing values empty.",
                    row + 1
                ),
            ),
        }
    }
}

fn no_such_period(asked: i32, present: &[i32]) -> Sentence {
    let list = |between: &str| present.iter().map(i32::to_string).collect::<Vec<_>>().join(between);
    Sentence::new(
        format!("没有 {asked} 年度的数据；表中有：{}。", list("、")),
        format!("No row belongs to the period {asked}; there are: {}.", list(", ")),
    )
}
