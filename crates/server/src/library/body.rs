//! How rungs and standings are told.

use super::{Titles, judged::Judged, named, note, said};
use crate::desk::Desk;
use domain::{Status, cultivation::Verdict};
use formula::{Exact, Missing, Sentence};
use run::Standing;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// 测算结论.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = LadderVerdict)]
pub(crate) enum VerdictWord {
    /// 符合.
    Meets,
    /// 有望.
    Promising,
    /// 需人工核验.
    NeedsOfficer,
    /// 数据不足.
    NeedsData,
    /// 不符合.
    Fails,
}

impl From<Verdict> for VerdictWord {
    fn from(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Meets => Self::Meets,
            Verdict::Promising => Self::Promising,
            Verdict::NeedsOfficer => Self::NeedsOfficer,
            Verdict::NeedsData => Self::NeedsData,
            Verdict::Fails => Self::Fails,
        }
    }
}

/// A document a rule rests on.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = LadderBasis)]
pub(crate) struct BasisBody {
    /// Its title.
    title: String,
    /// 文号.
    number: Option<String>,
    /// 条款.
    article: Option<String>,
    /// When somebody last compared the rule with it.
    checked_on: Option<String>,
}

impl BasisBody {
    pub(super) fn of(basis: &domain::Basis) -> Self {
        Self {
            title: basis.title.clone(),
            number: basis.number.clone(),
            article: basis.article.clone(),
            checked_on: basis.checked_on.map(|day| day.to_string()),
        }
    }
}

/// A rung with the rules that an application goes by.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = LadderRung)]
pub(crate) struct RungBody {
    /// Its permanent code.
    pub(super) rung: String,
    /// The rules' own code.
    code: String,
    /// What it is called.
    pub(super) name: String,
    /// Version of the rules.
    version: String,
    /// Whether every number is published (`false`: an example that must not look official).
    official: bool,
    /// In force from.
    from: String,
    /// In force to.
    until: Option<String>,
    /// Where the rules hold; absent for those of the whole country.
    place: Option<String>,
    /// The rungs directly below.
    after: Vec<String>,
    /// The label that recognised enterprises hold.
    pub(super) label: Option<String>,
    /// Documents.
    basis: Vec<BasisBody>,
    /// How sure the rules are, and what is left open.
    remarks: Vec<String>,
    /// SHA-256 of the rule files.
    source_hash: String,
}

impl RungBody {
    pub(super) fn of(desk: &Desk, judged: &Judged, rung: usize) -> Self {
        let loaded = &judged.library.rungs.ladders[rung];
        let ladder = &loaded.value;
        Self {
            rung: ladder.rung.clone(),
            code: ladder.code.clone(),
            name: named(desk, &ladder.name),
            version: ladder.version.clone(),
            official: ladder.status == Status::Official,
            from: ladder.in_force.from.to_string(),
            until: ladder.in_force.until.map(|day| day.to_string()),
            place: ladder.place.as_ref().map(|place| named(desk, place)),
            after: ladder.after.clone(),
            label: ladder.label.clone(),
            basis: ladder.basis.iter().map(BasisBody::of).collect(),
            remarks: ladder.remarks.iter().map(|remark| named(desk, remark)).collect(),
            source_hash: loaded.source_hash.clone(),
        }
    }
}

/// How one enterprise stands on a rung.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = LadderStanding)]
pub(crate) struct StandingBody {
    /// The enterprise; absent when it has left the register.
    enterprise_id: Option<String>,
    /// 统一社会信用代码.
    credit_code: String,
    /// Its name in the run.
    name: String,
    /// 园区.
    park: Option<String>,
    /// 技术领域, a category of the item `tech_field`.
    field: Option<String>,
    /// What is computed.
    verdict: VerdictWord,
    /// How many single conditions must still come true; absent when it is met or out of reach.
    short: Option<usize>,
    /// The largest relative gap among them, in per cent.
    gap: Option<String>,
    /// What is lacking, when it is little.
    lacking: Option<String>,
    /// How many conditions cannot be told for lack of data.
    unknown: usize,
    /// What is missing, when the verdict waits for data.
    missing: Vec<String>,
    /// 保守分.
    points_low: Option<String>,
    /// 乐观分.
    points_high: Option<String>,
    /// Whether an authority has recognised it, by the register (never computed).
    recognised: bool,
    /// Recognised until.
    valid_to: Option<String>,
    /// 测算结果仅供参考，以主管部门认定为准.
    note: String,
}

impl StandingBody {
    pub(super) fn of(desk: &Desk, judged: &Judged, titles: &Titles, (rung, index): (usize, usize)) -> Self {
        let bare = &judged.library.standings[index][rung];
        // Words are made for those who are shown only.
        let lacking = match bare.short {
            Some(1..) => judged.library.standing(rung, index).lacking,
            _ => None,
        };
        let member = &judged.members[index];
        let label = judged.library.rungs.ladders[rung].value.label.as_deref();
        let held = titles.held(member.id.as_deref(), label, super::today(desk));
        Self {
            enterprise_id: member.id.clone(),
            credit_code: member.credit_code.clone(),
            name: member.name.clone(),
            park: member.park.clone(),
            field: member.field.clone(),
            verdict: bare.verdict.into(),
            short: bare.short,
            gap: bare.gap.as_ref().map(per_cent),
            lacking: lacking.map(|lacking| said(desk, &lacking)),
            unknown: bare.unknown,
            missing: missing(desk, judged, bare),
            points_low: bare.points.map(|points| points.low().to_string()),
            points_high: bare.points.map(|points| points.high().to_string()),
            recognised: held.is_some(),
            valid_to: held.and_then(|label| label.valid_to).map(|day| day.to_string()),
            note: note(desk),
        }
    }
}

/// What to say to an enterprise, in both languages: what it lacks, and what is missing.
pub(super) fn advice(judged: &Judged, (rung, index): (usize, usize)) -> Sentence {
    let standing = judged.library.standing(rung, index);
    let lacking = standing.lacking.filter(|_| standing.short.is_some_and(|short| short > 0));
    let missing: Vec<Sentence> = standing.missing.iter().map(|one| judged.library.missing(one)).collect();
    let joined = |parts: Vec<&str>, by: &str| {
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(by)
    };
    let of = |pick: fn(&Sentence) -> &str, between: &str, after: &str| {
        let missing = joined(missing.iter().map(pick).collect(), between);
        joined(vec![lacking.as_ref().map_or("", pick), &missing], after)
    };
    Sentence { zh: of(|one| &one.zh, "、", "；"), en: of(|one| &one.en, ", ", "; ") }
}

fn missing(desk: &Desk, judged: &Judged, standing: &Standing) -> Vec<String> {
    standing.missing.iter().map(|one| missing_name(desk, judged, one).1).collect()
}

/// Key and name of something that is missing: an item `back` years ago is another thing to ask for.
pub(super) fn missing_name(desk: &Desk, judged: &Judged, missing: &Missing) -> (String, String) {
    let key = match missing {
        Missing::Item { code, back: 0 } => code.clone(),
        Missing::Item { code, back } => format!("{code}[-{back}]"),
        Missing::Label(label) => format!("label:{label}"),
        Missing::Result(..) => "result".to_owned(),
    };
    (key, said(desk, &judged.library.missing(missing)))
}

/// A ratio in per cent with at most one place, never rounded to nothing.
pub(super) fn per_cent(ratio: &Exact) -> String {
    let whole = ratio.shift(2);
    let rounded = whole.round_half_up(1);
    if rounded.is_zero() && !ratio.is_zero() { "<0.1".to_owned() } else { rounded.to_string() }
}
