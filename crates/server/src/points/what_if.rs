//! What a change of data would do, against the same reference.

use super::{
    body::{Named, PlaceBody, SumsBody, flag_words},
    published,
};
use crate::{
    desk::Desk,
    enterprises,
    input::Json,
    problem::{Code, Field, Problem},
    reply::{Answer, Reply},
};
use ::run::Run;
use axum::extract::Path;
use domain::evaluation::{Overlay, Rank, Score, what_if};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// So many changes at once.
const MOST: usize = 60;

/// Values to try.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Changes {
    /// By item code, the value in the item's own unit as it is typed; `null` for missing.
    values: BTreeMap<String, Option<String>>,
    /// What it is read for; needed of those who are not of the enterprise's zone, and written down.
    #[serde(default)]
    purpose: Option<String>,
}

/// A score as it is and as it would be. Everybody else stays as they are.
#[derive(Serialize, ToSchema)]
pub(crate) struct WhatIfBody {
    /// As it is.
    before: ScoreBody,
    /// As it would be.
    after: ScoreBody,
    /// Indicators whose points change.
    moved: Vec<MovedBody>,
}

/// A score in short.
#[derive(Serialize, ToSchema)]
struct ScoreBody {
    /// Its stage; absent when it could not be told.
    stage: Option<Named>,
    /// The sums; absent when withheld or without stage.
    sums: Option<SumsBody>,
    /// The place within the stage among the others as they are.
    stage_rank: Option<PlaceBody>,
}

/// An indicator whose points change.
#[derive(Serialize, ToSchema)]
struct MovedBody {
    /// Which.
    #[serde(flatten)]
    indicator: Named,
    /// 得分 as it is.
    before: String,
    /// 得分 as it would be.
    after: String,
    /// 满分 then.
    full: String,
    /// What is remarkable then.
    flags: Vec<&'static str>,
}

/// Scores a participant of a published run with other values, against the same reference. Nothing is kept.
#[utoipa::path(post, path = "/api/v1/participants/{id}/what-if", operation_id = "try_values", tag = "points",
    params(("id" = String, Path, description = "The participant")), request_body = Changes,
    responses((status = 200, body = WhatIfBody, description = "Before and after")),
    extensions(("x-permission" = json!("points:read")), ("x-reads" = json!("enterprise"))))]
pub(crate) async fn try_values(desk: Desk, Path(id): Path<String>, Json(changes): Json<Changes>) -> Answer {
    let published = published(&desk, &id).await?;
    enterprises::answer_for(&desk, &published.found.enterprise, changes.purpose.as_deref()).await?;
    let run = &published.opened;
    let facts = run.population.row(published.row);
    let overlay = overlay(run, &changes, Overlay::new(&facts))?;
    let outcome = what_if(&run.scheme.value, &run.calibration, &overlay);
    let score = |score: &Score| ScoreBody {
        stage: score.stage.as_ref().ok().map(|&index| {
            let stage = &run.scheme.value.stages[index];
            Named::new(&stage.code, &stage.name)
        }),
        sums: SumsBody::of(&run.scheme.value, score),
        stage_rank: place_among_others(run, published.row, score).map(Into::into),
    };
    Ok(Reply::ok(&WhatIfBody {
        before: score(&outcome.before),
        after: score(&outcome.after),
        moved: moved(run, &outcome.before, &outcome.after),
    }))
}

/// Every change, or every mistake in them at once.
fn overlay<'a>(run: &Run, changes: &Changes, facts: Overlay<'a>) -> Result<Overlay<'a>, Problem> {
    let mut wrong = Vec::new();
    let mut overlay = facts;
    if changes.values.len() > MOST {
        wrong.push(Field::new("/values", "一次最多改 60 项", "at most 60 values at once"));
    }
    for (code, typed) in changes.values.iter().take(MOST) {
        let pointer = format!("/values/{code}");
        let Some(item) = run.scheme.dictionary.find(code).filter(|item| item.code == *code) else {
            wrong.push(Field::new(pointer, "数据字典里没有这一项", "the data dictionary has no such item"));
            continue;
        };
        match typed.as_deref().map(|typed| item.fact(typed.trim())) {
            Some(None) => wrong.push(Field::new(pointer, "不是这一项的值", "is not a value of this item")),
            Some(fact) => overlay = overlay.with_item(code.clone(), 0, fact),
            None => overlay = overlay.with_item(code.clone(), 0, None),
        }
    }
    if wrong.is_empty() { Ok(overlay) } else { Err(Problem::new(Code::NotAccepted).at(wrong)) }
}

fn moved(run: &Run, before: &Score, after: &Score) -> Vec<MovedBody> {
    let all = run.scheme.value.indicators.iter().zip(before.indicators.iter().zip(&after.indicators));
    let changed =
        all.filter(|(_, (before, after))| (before.points, before.full) != (after.points, after.full));
    let body = changed.map(|(indicator, (before, after))| MovedBody {
        indicator: Named::new(&indicator.code, &indicator.name),
        before: before.points.to_string(),
        after: after.points.to_string(),
        full: after.full.to_string(),
        flags: flag_words(after.flags),
    });
    body.collect()
}

/// The place a total would take in its stage while everybody else stays as they are.
fn place_among_others(run: &Run, row: usize, score: &Score) -> Option<Rank> {
    let stage = score.stage.clone().ok()?;
    if !score.ranked() {
        return None;
    }
    let others = (0..run.scores.len()).filter(|&other| {
        other != row && run.scores.stage(other) == Some(stage) && run.scores.places(other).is_some()
    });
    let (mut better, mut of) = (0, 1);
    for other in others {
        of += 1;
        better += u32::from(run.scores.total(other) > score.total);
    }
    Some(Rank { place: better + 1, of })
}
