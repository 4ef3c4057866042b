//! 评分卡: what a bank's own card makes of an enterprise, and how that compares with enterprises like it.
//!
//! A card is data: characteristics whose values lie in bins, each bin worth so many points, with a bin of its own for what is missing;
//! grades by the sum; and for each grade the share of the 参考额度 that the card suggests. Why a sum is low is said against the
//! peers' median: on which characteristics the enterprise gets fewer points than half of them.

use formula::{Exact, Facts, Formula, Sentence, Value};

use std::collections::BTreeSet;

use super::ConsentField;
use crate::{
    Basis, Name, Points, Status,
    collection::Refusal,
    cultivation::{Grading, InForce, Issues},
    policies::{DataDay, DataYear, Fen, Rounding},
};
use jiff::civil::Date;

/// So few characters of a justification say nothing.
const LEAST_SAID: usize = 10;

/// The scorecard of a bank, resolved for one day.
#[derive(Debug, Clone, PartialEq)]
pub struct CreditScorecard {
    /// Permanent code.
    pub code: String,
    /// 名称.
    pub name: Name,
    /// Version text of the file.
    pub version: String,
    /// Whether it may look official.
    pub status: Status,
    /// Documents it rests on.
    pub basis: Vec<Basis>,
    /// 银行.
    pub bank: Name,
    /// Codes of the products it is for; never empty.
    pub products: Vec<String>,
    /// Whether terms may only be proposed after a review by this card.
    pub required: bool,
    /// The days it is used.
    pub in_force: InForce,
    /// The day its values are taken for.
    pub on: Date,
    /// Which year's data.
    pub data_year: DataYear,
    /// On which day ages and labels are judged.
    pub data_day: DataDay,
    /// 基础分: everybody's.
    pub base: Points,
    /// 特征, in file order; never empty.
    pub characteristics: Vec<Characteristic>,
    /// 等级, best first; the last begins at nothing.
    pub grades: Vec<CardGrade>,
    /// The unit suggestions are rounded down to.
    pub down_to: Fen,
    /// What every reader must know.
    pub remarks: Vec<Name>,
}

/// One thing a card looks at.
#[derive(Debug, Clone, PartialEq)]
pub struct Characteristic {
    /// Permanent code within the card.
    pub code: String,
    /// 名称.
    pub name: Name,
    /// The bins: [`Grading::Bands`] or [`Grading::Cases`], each award exact.
    pub grading: Grading,
    /// 缺失档: what a value that is missing or cannot be computed is worth.
    pub missing: Points,
}

/// One grade of a card.
#[derive(Debug, Clone, PartialEq)]
pub struct CardGrade {
    /// Permanent code within the card.
    pub code: String,
    /// 名称.
    pub name: Name,
    /// From so many points on.
    pub at_least: Points,
    /// The share of the 参考额度 that is suggested, from nothing to all of it.
    pub share: Exact,
}

/// What one characteristic comes to.
#[derive(Debug, Clone, PartialEq)]
pub struct CardLine {
    /// Its value; `None` where it lies in the bin for what is missing.
    pub value: Option<Value>,
    /// The points of its bin.
    pub points: Points,
    /// What is missing or undefined.
    pub issues: Issues,
}

/// What a card comes to for one enterprise.
#[derive(Debug, Clone, PartialEq)]
pub struct CreditScore {
    /// One per characteristic.
    pub lines: Vec<CardLine>,
    /// 总分: base and lines.
    pub total: Points,
    /// The grade, by place.
    pub grade: usize,
}

/// What the enterprise in the middle gets on one characteristic.
#[derive(Debug, Clone, PartialEq)]
pub struct PeerMedian {
    /// The median of all peers' points, those in the bin for what is missing included.
    pub points: Points,
    /// The median of the values that are known numbers.
    pub value: Option<Exact>,
    /// How many of these there are.
    pub known: usize,
}

/// A characteristic on which fewer points are got than by the peer in the middle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shortfall {
    /// Which, by place.
    pub characteristic: usize,
    /// So many points fewer.
    pub lost: Points,
}

impl CreditScorecard {
    /// The year of the data it needs when looked at on `day`.
    #[must_use]
    pub fn year_needed(&self, day: Date) -> i32 {
        self.data_year.seen_from(day)
    }

    /// The day ages and labels are judged on when looked at on `day`.
    #[must_use]
    pub fn judged_on(&self, day: Date) -> Date {
        self.data_day.in_year(self.year_needed(day), day)
    }

    /// Every formula: which items, periods and labels it looks at is known from these.
    pub fn formulas(&self) -> impl Iterator<Item = &Formula> {
        self.characteristics.iter().filter_map(|one| one.grading.value())
    }

    /// What a bank must be let see to use the card: points and stages, titles, everything else as values of indicators.
    #[must_use]
    pub fn fields(&self) -> BTreeSet<ConsentField> {
        let mut fields = BTreeSet::new();
        for formula in self.formulas() {
            if formula.results().next().is_some() {
                fields.insert(ConsentField::Points);
            }
            if formula.labels().next().is_some() {
                fields.insert(ConsentField::Labels);
            }
            if formula.items().next().is_some() {
                fields.insert(ConsentField::Indicators);
            }
        }
        fields
    }

    /// Most points there are.
    #[must_use]
    pub fn most(&self) -> Points {
        self.base + self.characteristics.iter().map(Characteristic::most).sum()
    }

    /// What it makes of an enterprise with these facts.
    #[must_use]
    pub fn score(&self, facts: &dyn Facts) -> CreditScore {
        let lines: Vec<CardLine> = self.characteristics.iter().map(|one| one.line(facts)).collect();
        let total = self.base + lines.iter().map(|line| line.points).sum();
        CreditScore { lines, total, grade: self.grade_of(total) }
    }

    /// The grade of so many points, by place.
    #[must_use]
    pub fn grade_of(&self, total: Points) -> usize {
        let found = self.grades.iter().position(|grade| total >= grade.at_least);
        found.unwrap_or(self.grades.len().saturating_sub(1))
    }

    /// 建议额度: the grade's share of a limit, rounded down.
    #[must_use]
    pub fn suggested(&self, limit: Fen, grade: usize) -> Fen {
        let Some(grade) = self.grades.get(grade) else { return Fen::ZERO };
        Rounding { to: self.down_to, down: true }.round(&(&limit.yuan() * &grade.share))
    }

    /// What every suggestion says.
    #[must_use]
    pub fn note() -> Sentence {
        Sentence::new(
            "评分卡结果供审查参考，不替代银行的审批",
            "What the card says helps the review; it does not decide",
        )
    }
}

impl Characteristic {
    /// Most points it gives.
    #[must_use]
    pub fn most(&self) -> Points {
        self.grading.awards().map(|award| award.high()).max().unwrap_or_default().max(self.missing)
    }

    fn line(&self, facts: &dyn Facts) -> CardLine {
        match self.grading.awarded(facts) {
            Ok((value, award)) => CardLine { value, points: award.low(), issues: Issues::default() },
            Err(issues) => CardLine { value: None, points: self.missing, issues },
        }
    }
}

impl CreditScore {
    /// On what fewer points are got than by the peer in the middle, most lost first.
    #[must_use]
    pub fn shortfalls(&self, medians: &[PeerMedian]) -> Vec<Shortfall> {
        let lost = self.lines.iter().zip(medians).enumerate().map(|(characteristic, (line, median))| {
            Shortfall { characteristic, lost: median.points - line.points }
        });
        let mut found: Vec<Shortfall> = lost.filter(|one| one.lost > Points::ZERO).collect();
        // Of equals the one that stands first in the card.
        found.sort_by_key(|one| std::cmp::Reverse(one.lost));
        found
    }
}

/// The medians of `peers` on each of `characteristics`; nothing where there are no peers.
#[must_use]
pub fn medians(peers: &[&CreditScore], characteristics: usize) -> Vec<PeerMedian> {
    if peers.is_empty() {
        return Vec::new();
    }
    let of_one = |place: usize| {
        let lines = peers.iter().filter_map(|peer| peer.lines.get(place));
        let points: Vec<Exact> = lines.clone().map(|line| line.points.exact()).collect();
        let values: Vec<Exact> = lines
            .filter_map(|line| match &line.value {
                Some(Value::Number(number)) => Some(number.clone()),
                _ => None,
            })
            .collect();
        let known = values.len();
        PeerMedian {
            points: median(points).and_then(|points| Points::rounded(&points)).unwrap_or_default(),
            value: median(values),
            known,
        }
    };
    (0..characteristics).map(of_one).collect()
}

/// The number in the middle, or half-way between the two that are.
fn median(mut numbers: Vec<Exact>) -> Option<Exact> {
    numbers.sort();
    let middle = numbers.len() / 2;
    let upper = numbers.get(middle)?.clone();
    if numbers.len() % 2 == 1 {
        return Some(upper);
    }
    let sum = &numbers[middle - 1] + &upper;
    Some(&sum * &Exact::scaled(5, -1))
}

/// Which way a person departs from what the card suggests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Departure {
    /// 未偏离.
    None,
    /// 上调.
    Up,
    /// 下调.
    Down,
}

impl Departure {
    /// How a limit stands to what the card suggests. Where it suggests nothing, because the 参考额度 is not known, any limit above
    /// nothing departs from it.
    #[must_use]
    pub fn of(suggested: Option<Fen>, limit: Fen) -> Self {
        match limit.cmp(&suggested.unwrap_or(Fen::ZERO)) {
            std::cmp::Ordering::Equal => Self::None,
            std::cmp::Ordering::Greater => Self::Up,
            std::cmp::Ordering::Less => Self::Down,
        }
    }
}

/// How a review departs from the card; who departs from it says why.
///
/// # Errors
/// That the justification is missing or too short.
pub fn departure(suggested: Option<Fen>, limit: Fen, justification: &str) -> Result<Departure, Refusal> {
    let departs = Departure::of(suggested, limit);
    if departs != Departure::None && justification.trim().chars().count() < LEAST_SAID {
        return Err(Refusal::new(
            "override-unjustified",
            format!("额度与评分卡建议不同，请写明理由，至少{LEAST_SAID}字"),
            format!(
                "the limit is not the one the card suggests: say why, in at least {LEAST_SAID} characters"
            ),
        ));
    }
    Ok(departs)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn score(points: &[(i64, Option<i64>)]) -> CreditScore {
        let line = |(points, value): &(i64, Option<i64>)| CardLine {
            value: value.map(|value| Value::Number(Exact::from(value))),
            points: Points::from_whole(*points),
            issues: Issues::default(),
        };
        let lines: Vec<CardLine> = points.iter().map(line).collect();
        CreditScore { total: lines.iter().map(|line| line.points).sum(), lines, grade: 0 }
    }

    #[track_caller]
    fn check_median(numbers: &[i64], expected: Option<&str>) {
        let found = median(numbers.iter().copied().map(Exact::from).collect());
        assert_eq!(found.map(|found| found.to_string()).as_deref(), expected, "{numbers:?}");
    }

    #[test]
    fn the_median_is_the_middle_or_half_way_between_two() {
        check_median(&[], None);
        check_median(&[7], Some("7"));
        check_median(&[9, 1], Some("5"));
        check_median(&[9, 2, 1, 4], Some("3"));
        check_median(&[1, 2], Some("1.5"));
        check_median(&[5, 5, 1], Some("5"));
    }

    #[test]
    fn missing_values_count_by_their_points_and_not_as_numbers() {
        let peers = [score(&[(10, Some(8))]), score(&[(2, None)]), score(&[(6, Some(4))])];
        let found = medians(&peers.iter().collect::<Vec<_>>(), 1);
        assert_eq!(
            found,
            [PeerMedian { points: Points::from_whole(6), value: Some(Exact::from(6)), known: 2 }]
        );
        assert!(medians(&[], 1).is_empty());
    }

    #[test]
    fn only_what_is_below_the_peer_in_the_middle_is_a_shortfall_most_first() {
        let one = score(&[(5, None), (0, None), (9, None), (3, None)]);
        let peers = [score(&[(6, None), (4, None), (9, None), (7, None)])];
        let found = one.shortfalls(&medians(&peers.iter().collect::<Vec<_>>(), 4));
        let shown: Vec<_> = found.iter().map(|one| (one.characteristic, one.lost.to_string())).collect();
        assert_eq!(shown, [(1, "4".to_owned()), (3, "4".to_owned()), (0, "1".to_owned())]);
    }

    #[track_caller]
    fn check_departure(suggested: Option<i64>, limit: i64, said: &str, expected: Option<Departure>) {
        let found = departure(suggested.map(Fen), Fen(limit), said);
        assert_eq!(found.ok(), expected, "{suggested:?} {limit} {said}");
    }

    #[test]
    fn who_departs_from_the_card_says_why() {
        check_departure(Some(100), 100, "", Some(Departure::None));
        check_departure(Some(100), 101, "", None);
        check_departure(Some(100), 101, "　九个字还不够长啊　", None);
        check_departure(Some(100), 101, "已核实在手订单三千万元", Some(Departure::Up));
        check_departure(Some(100), 99, "已核实在手订单减少一半", Some(Departure::Down));
        check_departure(None, 1, "参考额度缺数据，已现场核实", Some(Departure::Up));
        check_departure(None, 0, "", Some(Departure::None));
    }
}
