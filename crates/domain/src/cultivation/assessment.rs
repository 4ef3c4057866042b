//! What an assessment says: the verdict, its reasons, and every clause and item behind them.

use std::collections::BTreeSet;

use formula::{Exact, Missing, Outcome, Sentence, Undefined};

use super::{Finding, PointRange};
use crate::Points;

/// The overall result, worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verdict {
    /// 不符合: something is unmet that nothing can make good.
    Fails,
    /// 数据不足: data that decide are missing.
    NeedsData,
    /// 需人工核验: the data are enough, an officer must still answer.
    NeedsOfficer,
    /// 有望: met if the experts decide favourably.
    Promising,
    /// 符合: met even if the experts decide unfavourably, and nothing is open.
    Meets,
}

impl Verdict {
    /// Every verdict, best first.
    pub const ALL: [Self; 5] =
        [Self::Meets, Self::Promising, Self::NeedsOfficer, Self::NeedsData, Self::Fails];

    /// Whether it is worth applying: the conditions are met, or experts may well find so.
    #[must_use]
    pub fn is_hopeful(self) -> bool {
        matches!(self, Self::Meets | Self::Promising)
    }

    /// In both languages.
    #[must_use]
    pub fn sentence(self) -> Sentence {
        let (zh, en) = match self {
            Self::Fails => ("不符合", "not met"),
            Self::NeedsData => ("数据不足", "data missing"),
            Self::NeedsOfficer => ("需人工核验", "officer check needed"),
            Self::Promising => ("有望", "promising"),
            Self::Meets => ("符合", "met"),
        };
        Sentence::new(zh, en)
    }
}

/// How one clause stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// 满足.
    Met,
    /// 不满足.
    Unmet,
    /// 无法判断: see the finding's [`Issues`].
    Unknown,
    /// 待人工核验.
    Officer,
    /// 区间未定: the conservative points do not reach it, the optimistic points do.
    Open,
}

impl State {
    /// Every state with its key in case files.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::Met, "met"),
        (Self::Unmet, "unmet"),
        (Self::Unknown, "unknown"),
        (Self::Officer, "officer"),
        (Self::Open, "open"),
    ];

    /// In both languages.
    #[must_use]
    pub fn sentence(self) -> Sentence {
        let (zh, en) = match self {
            Self::Met => ("满足", "met"),
            Self::Unmet => ("不满足", "unmet"),
            Self::Unknown => ("无法判断", "cannot tell"),
            Self::Officer => ("待人工核验", "officer check pending"),
            Self::Open => ("区间未定", "range open"),
        };
        Sentence::new(zh, en)
    }
}

/// Why something cannot be told.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Issues {
    /// 缺失.
    pub missing: BTreeSet<Missing>,
    /// 不可比.
    pub undefined: BTreeSet<Undefined>,
}

impl Issues {
    /// Why `outcome` is not known; nothing when it is.
    #[must_use]
    pub fn of(outcome: &Outcome) -> Self {
        match outcome {
            Outcome::Known(_) => Self::default(),
            Outcome::Missing(missing) => Self { missing: missing.clone(), ..Self::default() },
            Outcome::Undefined(undefined) => Self { undefined: undefined.clone(), ..Self::default() },
        }
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.missing.is_empty() && self.undefined.is_empty()
    }

    /// Adds another's.
    pub fn extend(&mut self, other: &Self) {
        self.missing.extend(other.missing.iter().cloned());
        self.undefined.extend(other.undefined.iter().copied());
    }
}

impl FromIterator<Issues> for Issues {
    fn from_iter<I: IntoIterator<Item = Issues>>(all: I) -> Self {
        all.into_iter().fold(Self::default(), |mut sum, issues| {
            sum.extend(&issues);
            sum
        })
    }
}

/// How far an unmet number is from its bound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// The distance in base units, zero or above. Zero when the value stands on a bound it must exceed.
    pub distance: Exact,
    /// The distance over the bound's size; `None` for a bound of zero.
    pub relative: Option<Exact>,
}

/// A clause with what was found.
#[derive(Debug, Clone, PartialEq)]
pub struct ClauseFinding {
    /// How it stands.
    pub state: State,
    /// Whether failing it is a veto.
    pub veto: bool,
    /// What was found, shaped like the clause's requirement.
    pub finding: Finding,
}

/// Where an item's points come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Settled {
    /// 数据: they follow from data alone.
    ByData,
    /// 专家已评: experts have recorded them.
    ByExperts,
    /// 待专家评分: experts decide within the range.
    AwaitingExperts,
    /// 缺失: data are missing, the range is what they could still make of it.
    MissingData,
}

/// One item of the scorecard with its points.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemScore {
    /// `[保守分, 乐观分]`.
    pub range: PointRange,
    /// 满分.
    pub full: Points,
    /// Where they come from.
    pub settled: Settled,
    /// The value that chose the award, where there is one.
    pub value: Option<Outcome>,
    /// What is missing or undefined.
    pub issues: Issues,
    /// 择一: the index of the alternative that is taken; `None` when none can be chosen or the item has none.
    pub chosen: Option<usize>,
    /// 择一: each alternative's points; `None` for one that cannot be chosen.
    pub alternatives: Vec<Option<PointRange>>,
    /// Recorded points outside the range or not whole, and so not used.
    pub refused: Option<Exact>,
}

impl ItemScore {
    /// The best points that do not hope for missing data.
    #[must_use]
    pub fn assured_best(&self) -> Points {
        if self.issues.missing.is_empty() { self.range.high() } else { self.range.low() }
    }
}

/// One section with its points.
#[derive(Debug, Clone, PartialEq)]
pub struct SectionScore {
    /// `[保守分, 乐观分]`, capped.
    pub range: PointRange,
    /// The best points that do not hope for missing data, capped.
    pub assured_best: Points,
    /// Whether the cap cut the optimistic points.
    pub capped: bool,
    /// One per item, in file order.
    pub items: Vec<ItemScore>,
}

/// One pass rule with how it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassFinding {
    /// How it stands: met, unmet or open.
    pub state: State,
    /// The points looked at.
    pub range: PointRange,
    /// Whether the best points that do not hope for missing data are enough.
    pub assured: bool,
    /// How many points the optimistic end lacks, when unmet; the conservative end, when open.
    pub short: Option<Points>,
}

/// The scorecard with its points.
#[derive(Debug, Clone, PartialEq)]
pub struct ScoreFinding {
    /// `[保守分, 乐观分]`.
    pub total: PointRange,
    /// The best points that do not hope for missing data.
    pub assured_best: Points,
    /// One per section, in file order.
    pub sections: Vec<SectionScore>,
    /// One per pass rule, in file order.
    pub pass: Vec<PassFinding>,
    /// What is missing or undefined.
    pub issues: Issues,
}

/// How the points asked for are, or could be, made up for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Route {
    /// The ladder asks for no points.
    NotNeeded,
    /// 直接确认 by the direct clause with this index.
    Direct(usize),
    /// 综合评价得分.
    Score,
    /// Not settled, or nothing leads there.
    Open,
}

/// One reason for the verdict; codes are the ladder's.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// 一票否决.
    Vetoed(String),
    /// A hard condition is unmet.
    Unmet(String),
    /// Points cannot reach what a pass rule asks for.
    ScoreTooLow(String),
    /// A clause lacks data.
    Missing(String),
    /// A clause or item cannot be computed although nothing is missing.
    Undefined(String),
    /// A scorecard item lacks data that could decide.
    ItemMissing(String),
    /// An officer must answer.
    OfficerCheck(String),
    /// Experts decide whether a pass rule is met.
    ExpertsDecide(String),
    /// A direct clause is met.
    Direct(String),
}

/// The assessment of one enterprise against one ladder.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessment {
    /// 总体结论.
    pub verdict: Verdict,
    /// Why, most weighty first.
    pub reasons: Vec<Reason>,
    /// One per hard condition, in the ladder's order.
    pub hard: Vec<ClauseFinding>,
    /// One per direct clause.
    pub direct: Vec<ClauseFinding>,
    /// The scorecard, where the ladder has one.
    pub score: Option<ScoreFinding>,
    /// How the points are made up for.
    pub route: Route,
    /// How many hard conditions and (unless confirmed directly) pass rules are unmet: 1 is a near miss.
    pub unmet: usize,
    /// How many cannot be told.
    pub unknown: usize,
    /// How many wait for an officer.
    pub officer: usize,
    /// 测算结果仅供参考，以主管部门认定为准. Every output carries it.
    pub note: Sentence,
}

impl Assessment {
    /// The largest relative gap among the unmet hard conditions; `None` when there is none or one has no gap.
    #[must_use]
    pub fn largest_gap(&self) -> Option<Exact> {
        let unmet = self.hard.iter().filter(|clause| clause.state == State::Unmet);
        let gaps: Option<Vec<Exact>> = unmet.map(|clause| clause.finding.relative_gap()).collect();
        gaps?.into_iter().max()
    }

    /// Everything that is missing, of clauses and scorecard.
    #[must_use]
    pub fn missing(&self) -> BTreeSet<Missing> {
        let clauses = self.hard.iter().chain(&self.direct).map(|clause| clause.finding.issues.clone());
        let score = self.score.iter().map(|score| score.issues.clone());
        clauses.chain(score).collect::<Issues>().missing
    }
}
