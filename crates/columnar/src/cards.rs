//! 评分卡 over a population: what the card of a bank makes of everybody, so that one can be held against its peers.

use domain::finance::{CreditScore, CreditScorecard};

use crate::{
    Options, Population, Results,
    policies::Evaluated,
    program::CHUNK,
    work::{blocks, share},
};

/// What `card` makes of each enterprise, in their order. Every value is exact: a card is read for one enterprise at a time, and
/// for all of them only once a run.
#[must_use]
pub fn score_cards(
    card: &CreditScorecard,
    population: &Population,
    results: Option<&Results>,
    options: &Options,
) -> Vec<CreditScore> {
    let parts = share(*options, blocks(population.len(), CHUNK), |range| {
        let score = |index: usize| card.score(&Evaluated { row: population.row(index), index, results });
        range.map(score).collect::<Vec<_>>()
    });
    parts.into_iter().flatten().collect()
}
