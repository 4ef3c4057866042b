//! 综合评价: sections of items whose points come from data, from experts, or from the better of several.

use formula::{Exact, Formula, Unit};

use super::PointRange;
use crate::{Name, Points};

/// The scorecard of a ladder.
#[derive(Debug, Clone, PartialEq)]
pub struct Scorecard {
    /// 满分 without bonus items.
    pub full: Points,
    /// 一级指标, in file order.
    pub sections: Vec<Section>,
    /// What the points must reach; all of them.
    pub pass: Vec<PassRule>,
}

/// A part of the scorecard with a cap of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// Permanent code, unique within the ladder.
    pub code: String,
    /// 名称.
    pub name: Name,
    /// 满分: what the items add up to without bonus items.
    pub full: Points,
    /// Most the section gives, bonus items included.
    pub cap: Points,
    /// 条款.
    pub article: Option<String>,
    /// Items, in file order.
    pub items: Vec<ScoreItem>,
}

/// One item of the scorecard.
#[derive(Debug, Clone, PartialEq)]
pub struct ScoreItem {
    /// Permanent code, unique within the ladder.
    pub code: String,
    /// 名称.
    pub name: Name,
    /// 满分.
    pub full: Points,
    /// 加分项: adds to the section up to the section's cap; not part of its full points.
    pub bonus: bool,
    /// 条款.
    pub article: Option<String>,
    /// How points are found.
    pub rule: ItemRule,
    /// A number that holds the points experts have given (分); missing until they have.
    pub recorded: Option<Formula>,
}

/// How an item finds its points.
#[derive(Debug, Clone, PartialEq)]
pub enum ItemRule {
    /// 数据评分: data choose the award, which is exact or a range experts decide within.
    Graded(Grading),
    /// 专家评分: experts choose. A recorded level narrows the range; without one it is 0 … full points.
    Judged {
        /// From a level (强、较强 …) to the range experts decide within.
        level: Option<Grading>,
    },
    /// 择一评分: the enterprise chooses one; an alternative without a defined value cannot be chosen.
    BestOf(Vec<Alternative>),
}

/// One of several ways to earn the points of an item.
#[derive(Debug, Clone, PartialEq)]
pub struct Alternative {
    /// Permanent code, e.g. `B1`.
    pub code: String,
    /// 名称.
    pub name: Name,
    /// How it finds its points.
    pub grading: Grading,
}

/// From data to an award.
#[derive(Debug, Clone, PartialEq)]
pub enum Grading {
    /// 分段: the band the number lies in. Bands ascend and touch; the first is open below.
    Bands {
        /// The number.
        value: Formula,
        /// The unit it is shown in.
        unit: Option<&'static Unit>,
        /// At least one.
        bands: Vec<BandAward>,
    },
    /// 分类: by category code, or `true`/`false` for truths.
    Cases {
        /// A text or a truth.
        value: Formula,
        /// No value stands in two of them.
        cases: Vec<CaseAward>,
        /// Everything else.
        otherwise: PointRange,
    },
    /// 逐条: the first row whose condition holds.
    Rows {
        /// In order.
        rows: Vec<RowAward>,
        /// When none holds.
        otherwise: PointRange,
    },
    /// 逐项累加: every row that holds adds its award, up to a cap.
    Sum {
        /// In file order.
        rows: Vec<RowAward>,
        /// Most points they give together.
        cap: Points,
    },
}

/// One band of [`Grading::Bands`]; numbers in base units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BandAward {
    /// Lower edge; `None` for the first band.
    pub lower: Option<Exact>,
    /// Whether the lower edge belongs to this band ("含") or to the one below.
    pub lower_inclusive: bool,
    /// What it is worth.
    pub award: PointRange,
}

/// One case of [`Grading::Cases`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseAward {
    /// Category codes.
    pub values: Vec<String>,
    /// What they are worth.
    pub award: PointRange,
}

/// One row of [`Grading::Rows`] or [`Grading::Sum`].
#[derive(Debug, Clone, PartialEq)]
pub struct RowAward {
    /// A truth.
    pub when: Formula,
    /// What it is worth.
    pub award: PointRange,
}

impl Grading {
    /// Every award it can give, in file order; of a sum, the whole.
    pub fn awards(&self) -> impl Iterator<Item = PointRange> + '_ {
        let (bands, cases, rows, otherwise) = match self {
            Self::Bands { bands, .. } => (bands.as_slice(), [].as_slice(), [].as_slice(), None),
            Self::Cases { cases, otherwise, .. } => {
                ([].as_slice(), cases.as_slice(), [].as_slice(), Some(*otherwise))
            }
            Self::Rows { rows, otherwise } => {
                ([].as_slice(), [].as_slice(), rows.as_slice(), Some(*otherwise))
            }
            Self::Sum { rows, cap } => {
                let whole: PointRange = rows.iter().map(|row| row.award).sum();
                ([].as_slice(), [].as_slice(), [].as_slice(), Some(whole.capped(*cap)))
            }
        };
        let bands = bands.iter().map(|band| band.award);
        let cases = cases.iter().map(|case| case.award);
        bands.chain(cases).chain(rows.iter().map(|row| row.award)).chain(otherwise)
    }
}

/// What a pass rule looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ScoreTarget {
    /// 总分.
    Total,
    /// The section with this index.
    Section(usize),
    /// The item `.1` of section `.0`.
    Item(usize, usize),
}

/// How many points are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassRule {
    /// The number the notice gives it; unique within the ladder.
    pub code: String,
    /// What it asks for.
    pub name: Name,
    /// 条款.
    pub article: Option<String>,
    /// Whose points.
    pub of: ScoreTarget,
    /// Whether the points must exceed `points` ("70分以上（不含70分）") or may equal it.
    pub above: bool,
    /// How many.
    pub points: Points,
}

impl PassRule {
    /// Whether so many points are enough.
    #[must_use]
    pub fn allows(&self, points: Points) -> bool {
        if self.above { points > self.points } else { points >= self.points }
    }
}
