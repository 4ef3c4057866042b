//! 赋分规则: how a value becomes points. All numbers are in base units.

use formula::{Exact, Formula};

/// How many points something is worth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Award {
    /// So many points, whatever the stage's full points.
    Points(Exact),
    /// A share of the stage's full points, 0 … 1.
    Share(Exact),
}

/// One band of [`Rule::Bands`]. Bands are ascending and touch: the checker refuses gaps, overlaps and dead bands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Band {
    /// Lower edge; `None` for the first band (open below).
    pub lower: Option<Exact>,
    /// Whether the lower edge belongs to this band ("含"; the default) or to the band below.
    pub lower_inclusive: bool,
    /// What a value in this band is worth.
    pub award: Award,
}

/// One case of [`Rule::Category`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// Category codes (or 是/否 as `true`/`false` for truths).
    pub values: Vec<String>,
    /// What they are worth.
    pub award: Award,
}

/// With whom an enterprise is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Peers {
    /// Only with enterprises of its stage ("同级比较").
    pub same_stage: bool,
    /// Only with enterprises of its technology field.
    pub same_field: bool,
}

/// Cut the tails before taking minimum and maximum: quantiles (type 7) of the peer group, 0 … 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Winsorise {
    /// Lower quantile, e.g. 0.01.
    pub lower: Exact,
    /// Upper quantile, e.g. 0.99.
    pub upper: Exact,
}

/// What to do when a peer group has fewer known values than `minimum_peers` (or no spread).
#[derive(Debug, Clone, PartialEq)]
pub enum Fallback {
    /// Compare with all enterprises of the stage, then with all enterprises.
    WiderGroup,
    /// Score by this rule instead.
    Rule(Box<Rule>),
    /// No points, with a flag.
    NoPoints,
}

/// How a percentile is counted among the n known values of the peer group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PercentileConvention {
    /// Mean rank of its ties, counted from the worst, over n: (below + (equal + 1)/2) / n.
    MeanRank,
    /// (competition rank from the worst − 1)/(n − 1), that is below/(n − 1); 1 when n = 1.
    Competition,
}

/// A scoring rule. `share` below is the share of full points, clamped to 0 … 1.
///
/// Rules that look at the population first round the value half up to 12 decimal places, so that reference values are
/// decimals and ties are ties.
#[derive(Debug, Clone, PartialEq)]
pub enum Rule {
    /// 分段赋分: the band the value lies in.
    Bands(Vec<Band>),
    /// 线性 / 功效系数: share = base + (1 − base)·(value − low)/(high − low). `low > high` where less is better.
    Linear {
        /// 不容许值: worth `base`.
        low: Exact,
        /// 满意值: worth full points.
        high: Exact,
        /// Share at `low`: 0, or 0.6 for the classical 功效系数.
        base: Exact,
    },
    /// 对数: share = ln(1 + value/scale)/ln(1 + cap/scale); 0 for values ≤ 0.
    Log {
        /// Scale s > 0.
        scale: Exact,
        /// The value worth full points.
        cap: Exact,
    },
    /// 极差: share = (value − min)/(max − min) within the peer group, reversed where less is better.
    MinMax {
        /// With whom.
        peers: Peers,
        /// Cut tails first.
        winsorise: Option<Winsorise>,
        /// Fewest known values that make a reference.
        minimum_peers: u32,
        /// What to do below that.
        fallback: Fallback,
    },
    /// 百分位 within the peer group, counted from the other end where less is better.
    Percentile {
        /// With whom.
        peers: Peers,
        /// How ties and ends count.
        convention: PercentileConvention,
        /// Fewest known values that make a reference.
        minimum_peers: u32,
        /// What to do below that.
        fallback: Fallback,
    },
    /// 标准分: share = ½ + z/(2·width), z = (value − mean)/deviation (n − 1), reversed where less is better.
    ZScore {
        /// With whom.
        peers: Peers,
        /// How many deviations reach full points, > 0.
        width: Exact,
        /// Fewest known values that make a reference (at least 2).
        minimum_peers: u32,
        /// What to do below that.
        fallback: Fallback,
    },
    /// 每项计分: `award` for each `per` of value, up to full points.
    PerUnit {
        /// One helping, > 0 (1 件, 2 年, 100万元).
        per: Exact,
        /// What each is worth.
        award: Award,
        /// Whether only whole helpings count ("每满2年").
        whole: bool,
    },
    /// 分类: by category code or 是/否.
    Category {
        /// Cases; no value stands in two of them.
        cases: Vec<Case>,
        /// Everything else.
        otherwise: Award,
    },
    /// 公式: points computed by a formula (points or a plain number).
    Formula(Formula),
}

impl Rule {
    /// The formula it, or the rule it falls back to, computes points by.
    #[must_use]
    pub fn formula(&self) -> Option<&Formula> {
        match self {
            Self::Formula(formula) => Some(formula),
            Self::MinMax { fallback: Fallback::Rule(rule), .. }
            | Self::Percentile { fallback: Fallback::Rule(rule), .. }
            | Self::ZScore { fallback: Fallback::Rule(rule), .. } => rule.formula(),
            _ => None,
        }
    }
}
