//! 评分卡: all enterprises of a table by the card of a bank, and how one of them stands to its peers.

use std::collections::HashMap;

use columnar::{Options, score_cards};
use domain::finance::{CreditScore, CreditScorecard, PeerMedian, medians};
use jiff::civil::Date;
use receipt::Hasher;
use rulebook::Loaded;

use crate::{
    Evaluated, Reading, RunProblem,
    seen::{YearTable, evaluated_of},
};

/// With fewer of the same stage everybody is a peer: the median of a few would tell who they are.
const LEAST_PEERS: usize = 10;

/// A table with what a card makes of everybody.
pub struct CardRun {
    /// The card.
    pub card: Loaded<CreditScorecard>,
    /// The day the application was made: it chooses the card and the year.
    pub on: Date,
    scores: Vec<CreditScore>,
    stages: Vec<Option<String>>,
    places: HashMap<String, usize>,
}

/// Whom one is held against.
#[derive(Debug, Clone, PartialEq)]
pub struct Peers {
    /// The stage they are in; `None` where everybody is a peer.
    pub stage: Option<String>,
    /// How many there are, the enterprise itself among them.
    pub count: usize,
    /// Their medians, one per characteristic; empty where there are too few even so.
    pub medians: Vec<PeerMedian>,
}

impl CardRun {
    /// Everybody of a table by `card`. `evaluated` tells by credit code what an evaluation found before. `None` when the card looks
    /// at another year than the table has.
    ///
    /// # Errors
    /// Every problem of the table.
    pub fn over(
        card: Loaded<CreditScorecard>,
        on: Date,
        reading: &Reading,
        evaluated: &dyn Fn(&str) -> Evaluated,
        options: &Options,
    ) -> Result<Option<Self>, RunProblem> {
        let table = YearTable::read(reading, &card.dictionary, on)?;
        if card.value.year_needed(on) != table.year {
            return Ok(None);
        }
        let day = card.value.judged_on(on);
        let mut populations = table.populations(&card.dictionary, std::iter::once(day))?;
        let results = evaluated_of(&populations, evaluated);
        let Some(population) = populations.remove(&day) else { return Ok(None) };
        let scores = score_cards(&card.value, &population, Some(&results), options);
        let places = (0..scores.len()).filter_map(|index| Some((population.id(index)?, index))).collect();
        // The table itself is not kept: what the card made of it says all that is asked for.
        Ok(Some(Self { card, on, scores, stages: results.stages, places }))
    }

    /// Where the enterprise with this credit code is.
    #[must_use]
    pub fn place(&self, credit_code: &str) -> Option<usize> {
        self.places.get(credit_code).copied()
    }

    /// What the card makes of enterprise `index`.
    #[must_use]
    pub fn score(&self, index: usize) -> Option<&CreditScore> {
        self.scores.get(index)
    }

    /// Whom enterprise `index` is held against: those of its stage; everybody where it has none or these are too few.
    #[must_use]
    pub fn peers(&self, index: usize) -> Peers {
        let characteristics = self.card.value.characteristics.len();
        let stage = self.stages.get(index).cloned().flatten();
        let of_stage = |wanted: &String| {
            let all = self.scores.iter().zip(&self.stages);
            all.filter(|(_, stage)| stage.as_ref() == Some(wanted))
                .map(|(score, _)| score)
                .collect::<Vec<_>>()
        };
        if let Some(stage) = stage {
            let peers = of_stage(&stage);
            if peers.len() >= LEAST_PEERS {
                let medians = medians(&peers, characteristics);
                return Peers { stage: Some(stage), count: peers.len(), medians };
            }
        }
        let peers: Vec<&CreditScore> = self.scores.iter().collect();
        let enough = peers.len() >= LEAST_PEERS;
        let medians = if enough { medians(&peers, characteristics) } else { Vec::new() };
        Peers { stage: None, count: peers.len(), medians }
    }

    /// 评分码: the card, the table (by its hash), the day, and what came of one enterprise. Whoever computes the same gets
    /// the same.
    #[must_use]
    pub fn code(&self, table: &str, credit_code: &str) -> String {
        let mut hasher = Hasher::new();
        hasher.text("card/1").text(table).text(&self.on.to_string()).text(&self.card.source_hash);
        hasher.text(credit_code);
        if let Some(index) = self.place(credit_code) {
            for line in self.score(index).map_or(&[][..], |score| score.lines.as_slice()) {
                hasher.text(&line.points.to_string());
            }
            for median in self.peers(index).medians {
                hasher.text(&median.points.to_string());
            }
        }
        hasher.finish()
    }
}
