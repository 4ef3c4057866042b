//! Calibrate: take the statistics of a population that the rules of a scheme compare with.

use formula::Facts;

use super::{Ask, Calibration, GroupKey, Position, asks, entering, statistics};
use crate::indicators::{Peers, Scheme};

/// The reference statistics of `rows` for every group some rule of `scheme` asks for.
///
/// An enterprise belongs to the groups of its stage and field; one without a stage counts only among all enterprises,
/// one without a field in no group of a field. Vetoed enterprises count. The order of rows never matters.
#[must_use]
pub fn calibrate(scheme: &Scheme, rows: &[&dyn Facts]) -> Calibration {
    let asks = asks(scheme);
    let mut collected = statistics::Collected::new();
    for row in rows {
        collect(scheme, &asks, *row, &mut collected);
    }
    let mut references = std::collections::BTreeMap::new();
    for ((ask, group), values) in collected {
        let indicator = asks[ask].indicator;
        if let Some(reference) = statistics::reference_of(values, &asks[ask]) {
            references.insert((indicator, group), reference);
        }
    }
    Calibration { references, population: u32::try_from(rows.len()).unwrap_or(u32::MAX) }
}

fn collect(scheme: &Scheme, asks: &[Ask], row: &dyn Facts, collected: &mut statistics::Collected) {
    let stage = super::stage_of(scheme, row).ok();
    let position = Position::of(scheme, stage, row);
    let mut at = None;
    for (index, ask) in asks.iter().enumerate() {
        let Some(group) = group_of(ask, &position) else { continue };
        // Asks come in the order of indicators: one evaluation serves all asks of an indicator.
        let value = match at.take() {
            Some((indicator, value)) if indicator == ask.indicator => value,
            _ => scheme.indicators[ask.indicator].value.evaluate(row),
        };
        if let Some(number) = value.as_number() {
            collected.entry((index, group)).or_default().push(entering(number));
        }
        at = Some((ask.indicator, value));
    }
}

fn group_of(ask: &Ask, position: &Position) -> Option<GroupKey> {
    if ask.stage.is_some() && ask.stage != position.stage {
        return None;
    }
    position.group(Peers { same_stage: ask.stage.is_some(), same_field: ask.by_field })
}
