//! 建指标: the data dictionary and the scheme of indicators.

mod dictionary;
mod rule;
mod scheme;

pub use dictionary::{Dictionary, Item, ItemKind};
pub use rule::{Award, Band, Case, Fallback, Peers, PercentileConvention, Rule, Winsorise};
pub use scheme::{Class, Direction, Grade, Indicator, MissingPolicy, Pillar, Scheme, Stage, Veto};
