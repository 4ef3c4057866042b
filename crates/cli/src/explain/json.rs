//! The explanation for programs. Numbers are texts in base units (元, 人, 个, ratio 1), so that no reader rounds them.

use domain::{
    Points,
    evaluation::{Flags, Gain, IndicatorExplanation, IndicatorScore, StageIssue, VetoState},
    indicators::Indicator,
};
use formula::{Fact, Missing, Outcome, Step, Value as Datum};
use run::{Run, status_word};
use serde_json::{Value, json};

use super::Explained;

/// Everything about one enterprise.
pub fn answer(run: &Run, explained: &Explained) -> Value {
    let scheme = &run.scheme.value;
    let explanation = &explained.explanation;
    let score = &explanation.score;
    let places = run.scores.places(explained.row);
    // A veto withholds the score: its sums are null, as in the results.
    let sum = |points: Points| if score.vetoed() { Value::Null } else { json!(points.to_string()) };
    let rank = |rank: domain::evaluation::Rank| json!({"place": rank.place, "of": rank.of});
    let indicators = scheme.indicators.iter().zip(&score.indicators).zip(&explanation.indicators);
    json!({
        "id": run.id(explained.row),
        "name": run.name(explained.row),
        "scheme": {"code": scheme.code, "version": scheme.version, "status": status_word(scheme.status)},
        "as_of": run.as_of.to_string(),
        "stage": match &score.stage {
            Ok(index) => json!({"code": scheme.stages[*index].code}),
            Err(issue) => json!({"code": null, "issue": stage_issue(issue)}),
        },
        "vetoes": scheme.vetoes.iter().zip(&score.vetoes).map(|(veto, state)| json!({
            "code": veto.code,
            "state": match state {
                VetoState::Clear => "clear",
                VetoState::Vetoed => "vetoed",
                VetoState::Unknown(_) => "unknown",
            },
        })).collect::<Vec<_>>(),
        "indicators": indicators.map(|((indicator, scored), explained)| indicator_json(indicator, scored, explained)).collect::<Vec<_>>(),
        "pillars": scheme.pillars.iter().zip(&score.pillars).map(|(pillar, points)| json!({
            "code": pillar.code,
            "points": sum(*points),
        })).collect::<Vec<_>>(),
        "base": sum(score.base),
        "bonus": sum(score.bonus),
        "deduction": sum(score.deduction),
        "total": sum(score.total),
        "grade": score.grade.map(|grade| scheme.grades[grade].code.clone()),
        "coverage": {"known": score.known, "required": score.required},
        "rank": places.map(|places| json!({
            "all": rank(places.overall),
            "stage": rank(places.in_stage),
            "field": places.in_field.map(rank),
        })),
        "gains": explained.gains.iter().map(|gain| gain_json(run, gain)).collect::<Vec<_>>(),
    })
}

fn stage_issue(issue: &StageIssue) -> Value {
    match issue {
        StageIssue::Missing(missing) => {
            json!({"missing": missing.iter().map(missing_json).collect::<Vec<_>>()})
        }
        StageIssue::None => json!("no stage condition holds"),
        StageIssue::Several(stages) => json!({"several": stages}),
        StageIssue::Undefined => json!("a stage condition is undefined"),
    }
}

fn missing_json(missing: &Missing) -> Value {
    match missing {
        Missing::Item { code, back } => json!({"item": code, "periods_back": back}),
        Missing::Label(label) => json!({"label": label}),
        Missing::Result(..) => json!("result"),
    }
}

fn indicator_json(indicator: &Indicator, scored: &IndicatorScore, explained: &IndicatorExplanation) -> Value {
    json!({
        "code": indicator.code,
        "value": step_json(&explained.value),
        "points": scored.points.to_string(),
        "full": scored.full.to_string(),
        "lost": explained.lost.to_string(),
        "flags": flag_words(scored.flags),
        "rule": {"zh": explained.applied.zh, "en": explained.applied.en},
        "reference": explained.reference.as_ref().map(|reference| json!({
            "count": reference.count,
            "minimum": reference.minimum.to_string(),
            "maximum": reference.maximum.to_string(),
            "mean": reference.mean.as_ref().map(ToString::to_string),
            "deviation": reference.deviation.as_ref().map(ToString::to_string),
        })),
        "next": explained.next.as_ref().map(|next| json!({
            "value": next.value.to_string(),
            "inclusive": next.inclusive,
            "upwards": next.upwards,
            "points": next.points.to_string(),
        })),
    })
}

/// The words of a set of flags.
pub fn flag_words(flags: Flags) -> Vec<&'static str> {
    let words = [
        (Flags::MISSING, "missing"),
        (Flags::UNDEFINED, "undefined"),
        (Flags::ZERO, "zero"),
        (Flags::CAPPED, "capped"),
        (Flags::FLOORED, "floored"),
        (Flags::FALLBACK, "fallback"),
        (Flags::NO_REFERENCE, "no-reference"),
        (Flags::SUBSTITUTED, "substituted"),
        (Flags::NOT_APPLICABLE, "not-applicable"),
    ];
    words.into_iter().filter(|(flag, _)| flags.has(*flag)).map(|(_, word)| word).collect()
}

fn step_json(step: &Step) -> Value {
    let value = match &step.outcome {
        Outcome::Known(value) => datum_json(value),
        Outcome::Missing(missing) => json!({"missing": missing.iter().map(missing_json).collect::<Vec<_>>()}),
        Outcome::Undefined(reasons) => {
            json!({"undefined": reasons.iter().map(ToString::to_string).collect::<Vec<_>>()})
        }
    };
    json!({"text": step.text, "value": value, "parts": step.parts.iter().map(step_json).collect::<Vec<_>>()})
}

fn datum_json(value: &Datum) -> Value {
    match value {
        Datum::Number(number) => json!(number.to_string()),
        Datum::Truth(truth) => json!(truth),
        Datum::Text(text) => json!(text.as_ref()),
        Datum::Date(date) => json!(date.to_string()),
    }
}

fn gain_json(run: &Run, gain: &Gain) -> Value {
    let fact = |fact: &Fact| match fact {
        Fact::Number(number) => json!(number.to_string()),
        Fact::Truth(truth) => json!(truth),
        Fact::Text(text) => json!(text.as_ref()),
        Fact::Date(date) => json!(date.to_string()),
    };
    let points = |points: Points| points.to_string();
    json!({
        "indicator": run.scheme.value.indicators[gain.indicator].code,
        "item": gain.change.item,
        "from": gain.change.from.as_ref().map(fact),
        "to": fact(&gain.change.to),
        "on_indicator": points(gain.on_indicator),
        "on_total": points(gain.on_total),
    })
}
