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

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use rulebook::{Memory, load_scorecard_from};
    use std::fmt::Write;

    const ITEMS: &str = "\
format: items/1
code: test
name: 测试字典
items:
  - {code: revenue, name: 营业收入, type: number, unit: 万元, yearly: true, meaning: 收入。, source: 税务}
";

    const CARD: &str = "\
format: scorecard/1
code: test
name: 测试卡（示例）
version: \"1\"
status: illustrative
in_force: {from: 2026-01-01}
items: items.yaml
bank: 测试银行（示例）
products: [own]
data: {year: last, judged_on: year_end}
characteristics:
  - code: size
    name: 规模
    value: 营业收入
    bands: [{below: 100万元, award: 0}, {from: 100万元, below: 200万元, award: 10}, {from: 200万元, award: 20}]
    missing: 1
grades: [{code: A, name: 有, at_least: 0, share: 50%}]
";

    /// What tells an enterprise apart.
    fn code(index: usize) -> String {
        format!("N{index}")
    }

    /// Enterprise `k` has a revenue of `k` × 20 万元; the first has none that is known. Those up to `young` are in one stage, the others
    /// in another.
    fn run(count: usize, young: usize) -> CardRun {
        let files = Memory::new([("items.yaml", ITEMS.to_owned()), ("card.yaml", CARD.to_owned())]);
        let card = load_scorecard_from(&files, "card.yaml".as_ref(), date(2026, 6, 30)).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let input = folder.path().join("table.csv");
        let mut text = "编号,年度,营业收入\n".to_owned();
        for index in 0..count {
            let revenue = if index == 0 { String::new() } else { (index * 20).to_string() };
            writeln!(text, "{},2025,{revenue}", code(index)).unwrap();
        }
        std::fs::write(&input, text).unwrap();
        let reading =
            Reading { input, sheet: None, period: Some(2025), as_of: None, id_column: Some("编号".into()) };
        let evaluated = |of: &str| {
            let stage = if (0..young).any(|index| code(index) == of) { "young" } else { "grown" };
            Evaluated { points: None, stage: Some(stage.to_owned()), grade: None }
        };
        let run = CardRun::over(card, date(2026, 6, 30), &reading, &evaluated, &Options::default());
        run.unwrap().unwrap()
    }

    #[test]
    fn one_is_held_against_those_of_its_stage_and_who_is_missing_counts_by_the_points() {
        let run = run(22, 11);
        let young = run.peers(run.place(&code(3)).unwrap());
        assert_eq!((young.stage.as_deref(), young.count), (Some("young"), 11));
        // 1 for the one without data, 0 for 20 … 80, 10 for 100 … 180, 20 for 200: the sixth of eleven.
        assert_eq!((young.medians[0].points.to_string(), young.medians[0].known), ("10".to_owned(), 10));
        let grown = run.peers(run.place(&code(20)).unwrap());
        assert_eq!(
            (grown.stage.as_deref(), grown.medians[0].points.to_string()),
            (Some("grown"), "20".into())
        );
        assert!(run.place("nobody").is_none());
    }

    #[test]
    fn where_too_few_are_of_the_stage_everybody_is_a_peer_and_of_too_few_nothing_is_told() {
        let few = run(22, 3);
        let peers = few.peers(few.place(&code(1)).unwrap());
        assert_eq!((peers.stage, peers.count, peers.medians.len()), (None, 22, 1));
        let nobody = run(9, 3);
        let peers = nobody.peers(nobody.place(&code(1)).unwrap());
        assert_eq!((peers.count, peers.medians.len()), (9, 0), "a median of nine would tell who they are");
    }

    #[test]
    fn the_same_table_gives_the_same_code_and_another_peer_another_one() {
        let (one, same, other) = (run(22, 11), run(22, 11), run(22, 12));
        assert_eq!(one.code("table", &code(5)), same.code("table", &code(5)));
        assert_ne!(one.code("table", &code(5)), one.code("table", &code(6)));
        assert_ne!(one.code("table", &code(5)), one.code("another", &code(5)));
        let differs = (0..22).any(|index| one.code("t", &code(index)) != other.code("t", &code(index)));
        assert!(differs, "who is in which stage is part of it");
    }
}
