//! What a scorecard made of one enterprise, as it is kept and shown: in both languages, amounts and points exact.

use crate::{desk::Desk, library::said};
use ::run::{CardRun, Peers};
use domain::{
    Name,
    cultivation::Grading,
    finance::{CardLine, CreditScorecard, PeerMedian, Shortfall},
    indicators::{Dictionary, ItemKind},
    policies::Fen,
};
use formula::{Exact, Sentence, Unit, Value};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// So many reasons are said at most: those that weigh most.
const MOST_REASONS: usize = 5;

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Told {
    zh: String,
    en: String,
}

impl Told {
    fn of(sentence: &Sentence) -> Self {
        Self { zh: sentence.zh.clone(), en: sentence.en.clone() }
    }

    fn name(name: &Name) -> Self {
        Self { zh: name.zh.clone(), en: name.in_language(formula::Language::English).to_owned() }
    }

    fn to(&self, desk: &Desk) -> String {
        said(desk, &Sentence::new(self.zh.clone(), self.en.clone()))
    }
}

/// One characteristic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct FoundLine {
    code: String,
    name: Told,
    value: Option<Told>,
    points: String,
    most: String,
    missing: Vec<Told>,
    peer_points: Option<String>,
    peer_value: Option<String>,
}

/// Who is scored, and what it wants.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wanted<'a> {
    /// The enterprise.
    pub(crate) credit_code: &'a str,
    /// Its 参考额度, where it is known.
    pub(crate) limit: Option<Fen>,
    /// What it asked for.
    pub(crate) asked: Fen,
}

/// What a card made of one enterprise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Finding {
    /// 评分码.
    pub(crate) code: String,
    /// Exact decimal text.
    pub(crate) total: String,
    most: String,
    base: String,
    /// The code of the grade.
    pub(crate) grade: String,
    grade_name: Told,
    share_percent: String,
    lines: Vec<FoundLine>,
    peers: usize,
    of_stage: bool,
    reasons: Vec<Told>,
    reference_limit: Option<String>,
    /// In yuan.
    suggested: Option<String>,
}

/// One characteristic of a scorecard for one enterprise.
#[derive(Serialize, ToSchema)]
struct ScoreLine {
    /// Its code.
    code: String,
    /// What it is called.
    name: String,
    /// Its value; absent where it lies in the bin for what is missing.
    value: Option<String>,
    /// The points of its bin.
    points: String,
    /// Most points it gives.
    most: String,
    /// What is missing or cannot be computed.
    missing: Vec<String>,
    /// The peers' median of the points; absent where there are too few.
    peer_points: Option<String>,
    /// The peers' median of the values that are known numbers.
    peer_value: Option<String>,
}

/// What a scorecard makes of one enterprise. Points are exact decimal texts.
#[derive(Serialize, ToSchema)]
pub(crate) struct LoanScore {
    /// 评分码: whoever computes the same gets the same.
    code: String,
    /// The total.
    total: String,
    /// Most points there are.
    most: String,
    /// What everybody gets.
    base: String,
    /// The code of the grade.
    grade: String,
    /// What it is called.
    grade_name: String,
    /// The share of the reference limit that the grade suggests, in percent.
    share_percent: String,
    /// One per characteristic.
    lines: Vec<ScoreLine>,
    /// How many enterprises the medians are of.
    peers: usize,
    /// Whether these are those of its stage; everybody of the run otherwise.
    of_stage: bool,
    /// On what fewer points are got than by the peer in the middle, most lost first.
    reasons: Vec<String>,
    /// 参考额度 when it was applied for, in yuan; absent where data were missing.
    reference_limit: Option<String>,
    /// 建议额度 in yuan, no more than was asked for; absent where the reference limit is not known.
    suggested: Option<String>,
}

impl Finding {
    /// What is suggested, in cents.
    pub(crate) fn suggestion(&self) -> Option<Fen> {
        Fen::exactly(&self.suggested.as_deref()?.parse::<Exact>().ok()?)
    }

    /// As it is sent.
    pub(crate) fn body(&self, desk: &Desk) -> LoanScore {
        let line = |one: &FoundLine| ScoreLine {
            code: one.code.clone(),
            name: one.name.to(desk),
            value: one.value.as_ref().map(|value| value.to(desk)),
            points: one.points.clone(),
            most: one.most.clone(),
            missing: one.missing.iter().map(|told| told.to(desk)).collect(),
            peer_points: one.peer_points.clone(),
            peer_value: one.peer_value.clone(),
        };
        LoanScore {
            code: self.code.clone(),
            total: self.total.clone(),
            most: self.most.clone(),
            base: self.base.clone(),
            grade: self.grade.clone(),
            grade_name: self.grade_name.to(desk),
            share_percent: self.share_percent.clone(),
            lines: self.lines.iter().map(line).collect(),
            peers: self.peers,
            of_stage: self.of_stage,
            reasons: self.reasons.iter().map(|told| told.to(desk)).collect(),
            reference_limit: self.reference_limit.clone(),
            suggested: self.suggested.clone(),
        }
    }
}

/// What everybody's card says of one; `None` where the enterprise is not among them.
pub(super) fn found_for(
    all: &CardRun,
    table: &str,
    &Wanted { credit_code, limit, asked }: &Wanted<'_>,
) -> Option<Finding> {
    let place = all.place(credit_code)?;
    let (card, score, peers) = (&all.card.value, all.score(place)?, all.peers(place));
    let grade = card.grades.get(score.grade)?;
    let shortfalls = score.shortfalls(&peers.medians);
    let lines = score.lines.iter().enumerate();
    // Never more than was asked for.
    let suggested = limit.map(|limit| card.suggested(limit, score.grade).min(asked));
    Some(Finding {
        code: all.code(table, credit_code),
        total: score.total.to_string(),
        most: card.most().to_string(),
        base: card.base.to_string(),
        grade: grade.code.clone(),
        grade_name: Told::name(&grade.name),
        share_percent: crate::products::percent(&grade.share),
        lines: lines.map(|(at, line)| found_line((card, &all.card.dictionary), at, line, &peers)).collect(),
        peers: peers.count,
        of_stage: peers.stage.is_some(),
        reasons: shortfalls
            .iter()
            .take(MOST_REASONS)
            .map(|one| Told::of(&reason((card, &all.card.dictionary), *one, &score.lines, &peers.medians)))
            .collect(),
        reference_limit: limit.map(|limit| limit.to_string()),
        suggested: suggested.map(|suggested| suggested.to_string()),
    })
}

fn found_line(
    (card, dictionary): (&CreditScorecard, &Dictionary),
    at: usize,
    line: &CardLine,
    peers: &Peers,
) -> FoundLine {
    let one = &card.characteristics[at];
    let median = peers.medians.get(at);
    FoundLine {
        code: one.code.clone(),
        name: Told::name(&one.name),
        value: line.value.as_ref().map(|value| Told::of(&shown(&one.grading, value, dictionary))),
        points: line.points.to_string(),
        most: one.most().to_string(),
        missing: line.issues.sentences(dictionary).iter().map(Told::of).collect(),
        peer_points: median.map(|median| median.points.to_string()),
        peer_value: median.and_then(|median| median.value.as_ref()).map(|value| in_unit(&one.grading, value)),
    }
}

/// Why points are lost: the value, the peers' median, and by how many points.
fn reason(
    (card, dictionary): (&CreditScorecard, &Dictionary),
    one: Shortfall,
    lines: &[CardLine],
    medians: &[PeerMedian],
) -> Sentence {
    let (characteristic, line) = (&card.characteristics[one.characteristic], &lines[one.characteristic]);
    let median = medians.get(one.characteristic).and_then(|median| median.value.as_ref());
    let name = Told::name(&characteristic.name);
    let value = match &line.value {
        Some(value) => shown(&characteristic.grading, value, dictionary),
        None => Sentence::new("没有数据", "no data"),
    };
    let peers = median.map(|median| in_unit(&characteristic.grading, median));
    let lost = one.lost;
    match peers {
        Some(peers) => Sentence::new(
            format!("{}：{}，同类企业中位数{peers}，少得{lost}分", name.zh, value.zh),
            format!("{}: {}, the median of its peers is {peers}; {lost} points fewer", name.en, value.en),
        ),
        None => Sentence::new(
            format!("{}：{}，比同类企业中位数少得{lost}分", name.zh, value.zh),
            format!("{}: {}; {lost} points fewer than the median of its peers", name.en, value.en),
        ),
    }
}

/// A value as people read it.
fn shown(grading: &Grading, value: &Value, dictionary: &Dictionary) -> Sentence {
    match value {
        Value::Number(number) => {
            let text = in_unit(grading, number);
            Sentence::new(text.clone(), text)
        }
        Value::Truth(true) => Sentence::new("是", "yes"),
        Value::Truth(false) => Sentence::new("否", "no"),
        Value::Date(day) => Sentence::new(day.to_string(), day.to_string()),
        Value::Text(code) => {
            let item = grading.value().and_then(|value| dictionary.find(value.source().trim()));
            let name = item.and_then(|item| match &item.kind {
                ItemKind::Text { categories } => {
                    categories.iter().find(|(known, _)| known.as_str() == &**code).map(|(_, name)| name)
                }
                _ => None,
            });
            name.map_or_else(
                || Sentence::new(code.to_string(), code.to_string()),
                |name| {
                    Sentence::new(name.zh.clone(), name.in_language(formula::Language::English).to_owned())
                },
            )
        }
    }
}

/// A number in the unit of the bins, to two decimals.
fn in_unit(grading: &Grading, number: &Exact) -> String {
    let unit: Option<&'static Unit> = match grading {
        Grading::Bands { unit, .. } => *unit,
        _ => None,
    };
    match unit {
        Some(unit) => format!("{}{}", unit.from_base(number).round_half_up(2), unit.symbol),
        None => number.round_half_up(2).to_string(),
    }
}
