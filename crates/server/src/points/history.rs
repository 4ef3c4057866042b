//! An enterprise through the years.

use crate::{
    desk::Desk,
    enterprises::{Reading, answer_for},
    input::Params,
    participants,
    reply::{Answer, Reply},
};
use axum::extract::Path;
use domain::Points;
use serde::Serialize;
use store::runs;
use utoipa::ToSchema;

/// What an enterprise got in one published year.
#[derive(Serialize, ToSchema)]
pub(crate) struct YearOfPoints {
    /// The year evaluated.
    year: i32,
    /// The participant of that year.
    participant_id: String,
    /// The published run.
    run_id: String,
    /// Code of its stage.
    stage: Option<String>,
    /// Its total, exact decimal text; absent when withheld or without stage.
    total: Option<String>,
    /// Its grade.
    grade: Option<String>,
    /// Its place within its stage.
    stage_rank: Option<i64>,
    /// Its place among all.
    rank: Option<i64>,
    /// How many had a place.
    ranked: i64,
    /// Code of the veto that withholds the score.
    withheld: Option<String>,
}

/// The published results of the enterprise of a participant, newest year first.
#[utoipa::path(get, path = "/api/v1/participants/{id}/history", operation_id = "read_points_history", tag = "points",
    params(("id" = String, Path, description = "The participant"), Reading),
    responses((status = 200, body = Vec<YearOfPoints>, description = "The years")),
    extensions(("x-permission" = json!("points:read")), ("x-reads" = json!("enterprise"))))]
pub(crate) async fn read_history(
    desk: Desk,
    Path(id): Path<String>,
    Params(reading): Params<Reading>,
) -> Answer {
    let found = participants::found(&desk, &id).await?;
    answer_for(&desk, &found.enterprise, reading.purpose.as_deref()).await?;
    let years = runs::published_of(desk.database(), desk.scope(), &found.enterprise.id).await?;
    let body: Vec<YearOfPoints> = years
        .into_iter()
        .map(|one| YearOfPoints {
            year: one.year,
            participant_id: one.participant_id,
            run_id: one.run_id,
            stage: one.result.stage,
            total: one.result.total.map(|units| Points(units).to_string()),
            grade: one.result.grade,
            stage_rank: one.result.stage_rank,
            rank: one.result.rank,
            ranked: one.ranked,
            withheld: one.result.withheld,
        })
        .collect();
    Ok(Reply::ok(&body))
}
