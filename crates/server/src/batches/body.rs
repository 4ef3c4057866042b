//! A batch as it is sent.

use crate::wire::BatchStateWord;
use serde::Serialize;
use store::batches::Batch;
use utoipa::ToSchema;

/// An evaluation of one year.
#[derive(Serialize, ToSchema)]
#[schema(as = Batch)]
pub(crate) struct BatchBody {
    /// Its id.
    id: String,
    /// The zone.
    zone_id: String,
    /// The year whose data are evaluated.
    year: i32,
    /// What people call it.
    title: String,
    /// The scheme's file below `rules/`.
    scheme: String,
    /// SHA-256 of what the rule files said when it was arranged; a run uses exactly those.
    scheme_hash: String,
    /// How far it is.
    state: BatchStateWord,
    /// Data are collected from this day.
    opens_on: String,
    /// The last day for enterprises.
    enterprise_deadline: String,
    /// The last day for reviewers.
    review_deadline: String,
    /// First day of 公示异议期.
    objection_from: Option<String>,
    /// Last day of 公示异议期.
    objection_to: Option<String>,
    /// Whether a second person reviews.
    second_review: bool,
    /// Made then.
    created_at: String,
}

impl From<Batch> for BatchBody {
    fn from(batch: Batch) -> Self {
        let (from, to) = batch.objections.unzip();
        Self {
            id: batch.id,
            zone_id: batch.zone_id,
            year: batch.year,
            title: batch.title,
            scheme: batch.scheme,
            scheme_hash: batch.scheme_hash,
            state: batch.state.into(),
            opens_on: batch.opens_on.to_string(),
            enterprise_deadline: batch.enterprise_deadline.to_string(),
            review_deadline: batch.review_deadline.to_string(),
            objection_from: from.map(|day| day.to_string()),
            objection_to: to.map(|day| day.to_string()),
            second_review: batch.second_review,
            created_at: batch.created_at.to_string(),
        }
    }
}
