//! One enterprise on one rung, told in full.

use super::{
    Titles,
    body::{BasisBody, RungBody, VerdictWord, missing_name, per_cent},
    judged::Judged,
    named, said,
};
use crate::{desk::Desk, wire::SourceWord};
use domain::cultivation::{Assessment, Clause, ClauseFinding, Lack, Ladder, RowKind, State, Step, met_from};
use formula::Language;
use serde::Serialize;
use utoipa::ToSchema;

/// One enterprise on one rung.
#[derive(Serialize, ToSchema)]
#[schema(as = EnterpriseRung)]
pub(super) struct EnterpriseRung {
    /// The rung.
    #[serde(flatten)]
    rung: RungBody,
    /// What an authority recognised, by the register; never computed.
    recognition: Option<Recognition>,
    /// What is computed.
    verdict: VerdictWord,
    /// What is computed, in words.
    verdict_text: String,
    /// How many single conditions must still come true; absent when it is met or out of reach.
    short: Option<usize>,
    /// Whether it can be reached: no veto stands against it, and no age has passed its limit.
    reachable: bool,
    /// 保守分.
    points_low: Option<String>,
    /// 乐观分.
    points_high: Option<String>,
    /// Every condition and every item of the scorecard.
    lines: Vec<Line>,
    /// What is still to be done, cheapest first.
    path: Vec<PathStep>,
    /// Better bands of the scorecard, the nearest of each item.
    next_bands: Vec<NextBand>,
    /// What the title brings.
    benefits: Vec<BenefitBody>,
}

/// What an authority recognised.
#[derive(Serialize, ToSchema)]
#[schema(as = LadderRecognition)]
struct Recognition {
    /// Valid from.
    valid_from: String,
    /// Valid to.
    valid_to: Option<String>,
    /// 证书编号.
    certificate: Option<String>,
    /// Who says so.
    source: String,
}

/// What a line is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = LadderLineKind)]
enum KindWord {
    /// 一票否决.
    Veto,
    /// 硬条件.
    Hard,
    /// 直接确认.
    Direct,
    /// 评分类别.
    Section,
    /// 评分项.
    Item,
    /// 总分.
    Total,
    /// 得分要求.
    Pass,
}

/// How a line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = LadderLineState)]
enum StateWord {
    /// 满足.
    Met,
    /// 不满足.
    Unmet,
    /// 无法判断.
    Unknown,
    /// 待人工核验.
    Officer,
    /// 区间未定.
    Open,
}

impl From<State> for StateWord {
    fn from(state: State) -> Self {
        match state {
            State::Met => Self::Met,
            State::Unmet => Self::Unmet,
            State::Unknown => Self::Unknown,
            State::Officer => Self::Officer,
            State::Open => Self::Open,
        }
    }
}

impl From<RowKind> for KindWord {
    fn from(kind: RowKind) -> Self {
        match kind {
            RowKind::Veto => Self::Veto,
            RowKind::Hard => Self::Hard,
            RowKind::Direct => Self::Direct,
            RowKind::Section => Self::Section,
            RowKind::Item => Self::Item,
            RowKind::Total => Self::Total,
            RowKind::Pass => Self::Pass,
        }
    }
}

/// A condition or an item of the scorecard.
#[derive(Serialize, ToSchema)]
#[schema(as = LadderLine)]
struct Line {
    /// What it is about.
    kind: KindWord,
    /// 0 for a clause, 1 and more for its parts.
    depth: u8,
    /// Its number in the notice; a part has its clause's.
    code: String,
    /// What it asks for.
    name: String,
    /// 条款.
    article: Option<String>,
    /// How it stands.
    state: Option<StateWord>,
    /// The value, unit included.
    value: Option<String>,
    /// What it is held against.
    bound: Option<String>,
    /// How far it is, unit included.
    gap: Option<String>,
    /// 保守分.
    points_low: Option<String>,
    /// 乐观分.
    points_high: Option<String>,
    /// 满分.
    full: Option<String>,
    /// What is missing, who decides, what to ask.
    remark: Option<String>,
    /// Codes of the items it looks at; see `sources`.
    items: Vec<String>,
}

/// What has to be done about something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = LadderPathKind)]
enum Doing {
    /// Report data that are missing.
    Report,
    /// Have an officer look.
    Check,
    /// Change something.
    Change,
    /// Nothing but time.
    Wait,
}

/// A step on the way to the rung.
#[derive(Serialize, ToSchema)]
#[schema(as = LadderPathStep)]
struct PathStep {
    /// What kind of step.
    kind: Doing,
    /// The clause or pass rule.
    code: String,
    /// What is lacking, and by how much.
    text: String,
    /// How far it is relative to the bound, in per cent.
    gap: Option<String>,
    /// For what comes with time: the day from which it is met.
    from: Option<String>,
    /// For points: the fewest better bands that give them.
    bands: Vec<String>,
}

/// A better band of an item.
#[derive(Serialize, ToSchema)]
#[schema(as = LadderNextBand)]
struct NextBand {
    /// The item.
    code: String,
    /// The value now, where the band begins, and what it is worth.
    text: String,
    /// How far it is relative to the edge, in per cent.
    gap: Option<String>,
    /// What is gained at the conservative end.
    gain_low: String,
    /// What is gained at the optimistic end.
    gain_high: String,
}

/// What a title brings.
#[derive(Serialize, ToSchema)]
#[schema(as = LadderBenefit)]
struct BenefitBody {
    /// What it is.
    name: String,
    /// The document that grants it.
    basis: BasisBody,
}

/// Where a value comes from.
#[derive(Serialize, ToSchema)]
#[schema(as = LadderSource)]
pub(super) struct SourceBody {
    /// The item's code.
    pub(super) item: String,
    /// What it is called.
    pub(super) name: String,
    /// The year; 0 for items of no period.
    pub(super) period: i32,
    /// The value in the item's unit.
    pub(super) value: String,
    /// Who states it.
    pub(super) source: SourceWord,
    /// The import it came with.
    pub(super) import_id: Option<String>,
    /// The row of the import's sheet.
    pub(super) row: Option<u32>,
    /// The file's name.
    pub(super) file: Option<String>,
    /// The sheet.
    pub(super) sheet: Option<String>,
    /// The cell, such as `D7`.
    pub(super) cell: Option<String>,
}

impl EnterpriseRung {
    pub(super) fn of(desk: &Desk, judged: &Judged, titles: &Titles, (rung, at): (usize, usize)) -> Self {
        let loaded = &judged.library.rungs.ladders[rung];
        let ladder = &loaded.value;
        let assessment = judged.library.assessment(rung, at);
        let lacks = assessment.lacks(ladder);
        let standing = &judged.library.standings[at][rung];
        let member = &judged.members[at];
        let held = titles.held(member.id.as_deref(), ladder.label.as_deref(), super::today(desk));
        Self {
            rung: RungBody::of(desk, judged, rung),
            recognition: held.map(|label| Recognition {
                valid_from: label.valid_from.to_string(),
                valid_to: label.valid_to.map(|day| day.to_string()),
                certificate: label.certificate.clone(),
                source: label.source.clone(),
            }),
            verdict: assessment.verdict.into(),
            verdict_text: said(desk, &assessment.verdict.sentence()),
            short: standing.short,
            reachable: lacks.is_some(),
            points_low: standing.points.map(|points| points.low().to_string()),
            points_high: standing.points.map(|points| points.high().to_string()),
            lines: lines(desk, judged, rung, &assessment),
            path: lacks.map_or_else(Vec::new, |lacks| path(desk, judged, ladder, &assessment, &lacks, at)),
            next_bands: next_bands(desk, ladder, &assessment),
            benefits: ladder
                .benefits
                .iter()
                .map(|one| BenefitBody { name: named(desk, &one.name), basis: BasisBody::of(&one.basis) })
                .collect(),
        }
    }
}

fn lines(desk: &Desk, judged: &Judged, rung: usize, assessment: &Assessment) -> Vec<Line> {
    let ladder = &judged.library.rungs.ladders[rung].value;
    let text = |sentence: &formula::Sentence| said(desk, sentence);
    let rows = judged.library.rows(rung, assessment).into_iter();
    rows.map(|row| Line {
        items: if row.depth == 0 || row.kind == RowKind::Item {
            items(ladder, row.kind, &row.code)
        } else {
            Vec::new()
        },
        kind: row.kind.into(),
        depth: row.depth,
        name: text(&row.name),
        article: row.article.clone(),
        state: row.state.map(Into::into),
        value: row.value.as_ref().map(|cell| text(&cell.text)),
        bound: row.bound.as_ref().map(text),
        gap: row.gap.as_ref().map(text),
        points_low: row.points.map(|points| points.low().to_string()),
        points_high: row.points.map(|points| points.high().to_string()),
        full: row.full.map(|full| full.to_string()),
        remark: row.remark.as_ref().map(text),
        code: row.code,
    })
    .collect()
}

fn items(ladder: &Ladder, kind: RowKind, code: &str) -> Vec<String> {
    let clauses: &[Clause] = match kind {
        RowKind::Veto | RowKind::Hard => &ladder.hard,
        RowKind::Direct => &ladder.direct,
        _ => &[],
    };
    let of_clause = clauses.iter().find(|clause| clause.code == code).map(Clause::items);
    let sections = ladder.scorecard.iter().filter(|_| kind == RowKind::Item).flat_map(|card| &card.sections);
    let item = sections.flat_map(|section| &section.items).find(|item| item.code == code);
    let codes = of_clause.or_else(|| item.map(|item| item.items())).unwrap_or_default();
    codes.into_iter().map(str::to_owned).collect()
}

/// Cheapest first: report what is missing, have an officer look, change what is nearest, wait.
fn path(
    desk: &Desk,
    judged: &Judged,
    ladder: &Ladder,
    assessment: &Assessment,
    lacks: &[Lack<'_>],
    at: usize,
) -> Vec<PathStep> {
    let open = ladder
        .hard
        .iter()
        .zip(&assessment.hard)
        .filter_map(|(clause, found)| open(desk, judged, clause, found));
    let facts = judged.library.facts(at);
    let mut steps: Vec<(Doing, Option<formula::Exact>, PathStep)> =
        open.map(|step| (step.kind, None, step)).collect();
    if let Some(step) = points_missing(desk, judged, assessment) {
        steps.push((step.kind, None, step));
    }
    for lack in lacks {
        let from = lack.requirement().and_then(|requirement| met_from(requirement, &facts));
        let gap = lack.relative_gap();
        let kind = if from.is_some() { Doing::Wait } else { Doing::Change };
        let bands = match lack {
            Lack::Points(rule, found) => assessment.cheapest(ladder, rule, found).unwrap_or_default(),
            _ => Vec::new(),
        };
        let step = PathStep {
            kind,
            code: lack.code().to_owned(),
            text: said(desk, &lack.sentence()),
            gap: gap.as_ref().map(per_cent),
            from: from.map(|day| day.to_string()),
            bands: bands.iter().map(|step| said(desk, &step.sentence())).collect(),
        };
        steps.push((kind, gap, step));
    }
    steps.sort_by_key(|(kind, gap, _)| (*kind, gap.is_none(), gap.clone()));
    steps.into_iter().map(|(_, _, step)| step).collect()
}

fn open(desk: &Desk, judged: &Judged, clause: &Clause, found: &ClauseFinding) -> Option<PathStep> {
    let name = clause.name.in_language(desk.context.language);
    let (kind, text) = match found.state {
        State::Officer => (Doing::Check, name.to_owned()),
        State::Unknown => (Doing::Report, with_missing(desk, judged, name, &found.finding.issues)),
        _ => return None,
    };
    Some(PathStep { kind, code: clause.code.clone(), text, gap: None, from: None, bands: Vec::new() })
}

/// What the scorecard lacks while it could still decide.
fn points_missing(desk: &Desk, judged: &Judged, assessment: &Assessment) -> Option<PathStep> {
    let score = assessment.score.as_ref()?;
    let undecided =
        score.pass.iter().any(|rule| rule.state == State::Open) && !score.issues.missing.is_empty();
    let name = match desk.context.language {
        Language::Chinese => "综合评价得分",
        Language::English => "Total score",
    };
    undecided.then(|| PathStep {
        kind: Doing::Report,
        code: "total".to_owned(),
        text: with_missing(desk, judged, name, &score.issues),
        gap: None,
        from: None,
        bands: Vec::new(),
    })
}

fn with_missing(desk: &Desk, judged: &Judged, name: &str, issues: &domain::cultivation::Issues) -> String {
    let missing: Vec<String> = issues.missing.iter().map(|one| missing_name(desk, judged, one).1).collect();
    match (desk.context.language, missing.is_empty()) {
        (_, true) => name.to_owned(),
        (Language::Chinese, _) => format!("{name}：缺少{}", missing.join("、")),
        (Language::English, _) => format!("{name}: {} missing", missing.join(", ")),
    }
}

fn next_bands(desk: &Desk, ladder: &Ladder, assessment: &Assessment) -> Vec<NextBand> {
    let mut all: Vec<Step<'_>> = assessment.steps(ladder);
    all.dedup_by_key(|step| step.place);
    all.iter()
        .map(|step| NextBand {
            code: step.item.code.clone(),
            text: said(desk, &step.sentence()),
            gap: step.relative_gap().as_ref().map(per_cent),
            gain_low: step.gain.0.to_string(),
            gain_high: step.gain.1.to_string(),
        })
        .collect()
}
