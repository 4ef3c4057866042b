//! Peer groups: who is compared with whom, and which statistics the rules of a scheme ask for.

use formula::{Exact, Fact, Facts};

use super::GroupKey;
use crate::{
    Points,
    indicators::{Fallback, Peers, Rule, Scheme, Winsorise},
};

/// Where an enterprise stands: its stage and its technology field, as far as they are known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Position {
    /// Index of the stage.
    pub stage: Option<usize>,
    /// Code of the technology field.
    pub field: Option<String>,
}

impl Position {
    /// Stage and field of one enterprise under `scheme`.
    #[must_use]
    pub fn of(scheme: &Scheme, stage: Option<usize>, facts: &dyn Facts) -> Self {
        let field = scheme.field_item.as_deref().and_then(|item| match facts.item(item, 0) {
            Some(Fact::Text(code)) => Some(code.to_string()),
            _ => None,
        });
        Self { stage, field }
    }

    /// The key of the group of `peers` this enterprise belongs to; `None` when its stage or field is not known.
    #[must_use]
    pub fn group(&self, peers: Peers) -> Option<GroupKey> {
        if peers.same_stage && self.stage.is_none() || peers.same_field && self.field.is_none() {
            return None;
        }
        Some(GroupKey {
            stage: if peers.same_stage { self.stage } else { None },
            field: if peers.same_field { self.field.clone() } else { None },
        })
    }
}

const STAGE: Peers = Peers { same_stage: true, same_field: false };
const ALL: Peers = Peers { same_stage: false, same_field: false };

/// The peers a rule looks at in turn: its own, and where it falls back to a wider group, the stage, then everybody.
pub fn wider(peers: Peers, fallback: &Fallback) -> impl Iterator<Item = Peers> {
    let widens = matches!(fallback, Fallback::WiderGroup) && peers != ALL;
    let stage = (widens && peers != STAGE).then_some(STAGE);
    [Some(peers), stage, widens.then_some(ALL)].into_iter().flatten()
}

/// Statistics some rule asks for: of one indicator, in the groups of one stage (or all), perhaps by field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// Index of the indicator.
    pub indicator: usize,
    /// Index of the stage; `None` for all enterprises.
    pub stage: Option<usize>,
    /// Whether every technology field is a group of its own.
    pub by_field: bool,
    /// Cut these tails before taking minimum and maximum. When several rules ask for one group, the first that
    /// winsorises decides.
    pub winsorise: Option<Winsorise>,
    /// Mean and standard deviation are wanted.
    pub moments: bool,
    /// Every value is wanted.
    pub distribution: bool,
}

/// Everything the rules of `scheme` ask for, at most once per indicator and kind of group, in order of indicator and
/// stage. Stages in which an indicator has no full points ask for nothing.
#[must_use]
pub fn asks(scheme: &Scheme) -> Vec<Ask> {
    let mut asks = Vec::new();
    for (index, indicator) in scheme.indicators.iter().enumerate() {
        for (stage, rule) in indicator.rules.iter().enumerate() {
            if indicator.full.get(stage).is_some_and(|full| *full > Points::ZERO) {
                collect(rule, index, stage, &mut asks);
            }
        }
    }
    asks
}

fn collect(rule: &Rule, indicator: usize, stage: usize, asks: &mut Vec<Ask>) {
    let Some(population) = PopulationRule::of(rule) else { return };
    for peers in wider(population.peers, population.fallback) {
        let ask = Ask {
            indicator,
            stage: peers.same_stage.then_some(stage),
            by_field: peers.same_field,
            winsorise: population.winsorise.cloned(),
            moments: matches!(rule, Rule::ZScore { .. }),
            distribution: matches!(rule, Rule::Percentile { .. }),
        };
        merge(ask, asks);
    }
    if let Fallback::Rule(rule) = population.fallback {
        collect(rule, indicator, stage, asks);
    }
}

fn merge(ask: Ask, asks: &mut Vec<Ask>) {
    let same = |other: &&mut Ask| {
        (other.indicator, other.stage, other.by_field) == (ask.indicator, ask.stage, ask.by_field)
    };
    match asks.iter_mut().find(same) {
        Some(other) => {
            other.moments |= ask.moments;
            other.distribution |= ask.distribution;
            other.winsorise = other.winsorise.take().or(ask.winsorise);
        }
        None => asks.push(ask),
    }
}

/// What the rules that look at the population have in common.
#[derive(Debug, Clone, Copy)]
pub struct PopulationRule<'a> {
    /// With whom.
    pub peers: Peers,
    /// Fewest known values that make a reference.
    pub minimum_peers: u32,
    /// What to do below that, or without spread.
    pub fallback: &'a Fallback,
    /// Tails to cut.
    pub winsorise: Option<&'a Winsorise>,
}

impl<'a> PopulationRule<'a> {
    /// The common part of `rule`; `None` for rules that look at one value only.
    #[must_use]
    pub fn of(rule: &'a Rule) -> Option<Self> {
        let (peers, minimum_peers, fallback, winsorise) = match rule {
            Rule::MinMax { peers, winsorise, minimum_peers, fallback } => {
                (peers, minimum_peers, fallback, winsorise.as_ref())
            }
            Rule::Percentile { peers, minimum_peers, fallback, .. }
            | Rule::ZScore { peers, minimum_peers, fallback, .. } => (peers, minimum_peers, fallback, None),
            _ => return None,
        };
        Some(Self { peers: *peers, minimum_peers: *minimum_peers, fallback, winsorise })
    }
}

/// A value as it enters a calibration and as population rules see it: rounded half up to [`super::PLACES`] places.
#[must_use]
pub fn entering(value: &Exact) -> Exact {
    if value.is_integer() { value.clone() } else { value.round_half_up(super::PLACES) }
}
