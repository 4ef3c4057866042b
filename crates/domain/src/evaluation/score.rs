//! The score of one enterprise: points with reasons.

use std::{collections::BTreeSet, ops};

use formula::{Missing, Outcome};

use crate::Points;

/// What is remarkable about an indicator's points, as a small set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Flags(pub u16);

impl Flags {
    /// 缺失: data are missing.
    pub const MISSING: Self = Self(1);
    /// 不可比: nothing is missing but the value is not defined (division by zero, growth from zero).
    pub const UNDEFINED: Self = Self(1 << 1);
    /// 确认为零: the value is a zero somebody reported.
    pub const ZERO: Self = Self(1 << 2);
    /// 封顶: the cap (or full points) cut the points.
    pub const CAPPED: Self = Self(1 << 3);
    /// 保底: the floor raised the points.
    pub const FLOORED: Self = Self(1 << 4);
    /// 同类组过小: the stated fallback was used.
    pub const FALLBACK: Self = Self(1 << 5);
    /// 无参照: no reference at all; no points.
    pub const NO_REFERENCE: Self = Self(1 << 6);
    /// 替代赋分: the missing-value policy gave points.
    pub const SUBSTITUTED: Self = Self(1 << 7);
    /// 不适用: the stage gives this indicator no points.
    pub const NOT_APPLICABLE: Self = Self(1 << 8);

    /// Whether every flag of `other` is set.
    #[must_use]
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
}

impl ops::BitOr for Flags {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl ops::BitOrAssign for Flags {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// One indicator of one enterprise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndicatorScore {
    /// The value, in base units.
    pub value: Outcome,
    /// 得分. For deductions: what is taken.
    pub points: Points,
    /// 满分 in this stage.
    pub full: Points,
    /// What is remarkable.
    pub flags: Flags,
}

impl IndicatorScore {
    /// 失分: full points less points.
    #[must_use]
    pub fn lost(&self) -> Points {
        self.full - self.points
    }
}

/// Why no stage could be given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StageIssue {
    /// These data are missing.
    Missing(BTreeSet<Missing>),
    /// No stage's predicate holds (a gap the checker could not see).
    None,
    /// More than one holds: indices of the stages.
    Several(Vec<usize>),
    /// A stage predicate is undefined (division by zero …).
    Undefined,
}

/// What a veto came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VetoState {
    /// Does not apply.
    Clear,
    /// Applies: the score is withheld.
    Vetoed,
    /// Cannot tell: these are missing (empty when undefined).
    Unknown(BTreeSet<Missing>),
}

/// The score of one enterprise. Without a stage there are no points at all (`indicators` is empty, totals are zero).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Score {
    /// Index of the stage, or why there is none.
    pub stage: Result<usize, StageIssue>,
    /// One per indicator of the scheme, in its order.
    pub indicators: Vec<IndicatorScore>,
    /// Points of each pillar, children included, in the scheme's order.
    pub pillars: Vec<Points>,
    /// Σ base indicators.
    pub base: Points,
    /// Σ bonus indicators, capped.
    pub bonus: Points,
    /// Σ deductions.
    pub deduction: Points,
    /// max(0, base + bonus − deduction).
    pub total: Points,
    /// One per veto of the scheme.
    pub vetoes: Vec<VetoState>,
    /// Base indicators with full points above zero whose value is known …
    pub known: u32,
    /// … out of so many.
    pub required: u32,
    /// Index of the grade; `None` without stage, below every grade, below the minimum coverage, or vetoed.
    pub grade: Option<usize>,
}

impl Score {
    /// Whether some veto applies.
    #[must_use]
    pub fn vetoed(&self) -> bool {
        self.vetoes.contains(&VetoState::Vetoed)
    }

    /// Whether it takes part in ranks: it has a stage and no veto applies.
    #[must_use]
    pub fn ranked(&self) -> bool {
        self.stage.is_ok() && !self.vetoed()
    }
}

/// A place among the ranked: competition rank, ties share the best place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rank {
    /// 1 is best.
    pub place: u32,
    /// How many are ranked in this list.
    pub of: u32,
}
