//! The portrait of one enterprise as a workbook.

use crate::{
    desk::Desk,
    enterprises::{Reading, answer_for},
    exporting::{self, Exported},
    input::Params,
    points::{Portrait, published},
    problem::Code,
};
use axum::extract::Path;
use formula::Language;
use serde_json::json;
use store::runs;

/// The portrait of a participant as a workbook: who it is, pillars and indicators beside its stage, gains, years.
#[utoipa::path(get, path = "/api/v1/participants/{id}/portrait", operation_id = "export_portrait", tag = "points",
    params(("id" = String, Path, description = "The participant"), Reading),
    responses((status = 200, description = "The workbook",
        content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")),
    extensions(("x-permission" = json!("points:read")), ("x-reads" = json!("enterprise"))))]
pub(crate) async fn export_portrait(
    desk: Desk,
    Path(id): Path<String>,
    Params(reading): Params<Reading>,
) -> Exported {
    exporting::allowed_now(&desk)?;
    let published = published(&desk, &id).await?;
    let (enterprise, batch) = (&published.found.enterprise, &published.found.batch);
    answer_for(&desk, enterprise, reading.purpose.as_deref()).await?;
    let years = runs::published_of(desk.database(), desk.scope(), &enterprise.id).await?;
    let portrait = Portrait {
        run: &published.opened,
        row: published.row,
        enterprise,
        batch,
        receipt_code: &published.run.receipt_code,
        years: &years,
        language: desk.context.language,
    };
    let bytes = portrait.workbook().map_err(|error| {
        tracing::error!(%error, participant = id, "a portrait was not written");
        Code::InternalError
    })?;
    let note = desk.note("export", "portrait").on(&id, &published.found.participant.path);
    desk.write_down(note.with(json!({"year": batch.year}))).await?;
    let of = format!("{}-{}", enterprise.credit_code, batch.year);
    let full = match desk.context.language {
        Language::Chinese => format!("企业画像-{of}"),
        Language::English => format!("portrait-{of}"),
    };
    Ok(exporting::workbook(format!("portrait-{of}"), full, bytes))
}
