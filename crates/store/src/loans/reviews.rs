//! 审查: what the scorecard of a bank made of an application, and the limit somebody set by it or against it.

use crate::{
    Source, Work,
    error::Result,
    moment::{millis, time},
    tables::loan_reviews::{Column, Entity, Model},
};
use jiff::Timestamp;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};

/// A review of an application.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// Its id.
    pub id: String,
    /// The loan.
    pub loan_id: String,
    /// The code of the scorecard.
    pub card: String,
    /// Its version.
    pub card_version: String,
    /// Its whole file as it was.
    pub card_text: String,
    /// 评分码.
    pub code: String,
    /// Points in 1/10,000.
    pub total: i64,
    /// The code of the grade.
    pub grade: String,
    /// JSON: how the card came to it.
    pub finding: String,
    /// What the card suggests, in cents; none where the reference limit is not known.
    pub suggested: Option<i64>,
    /// What may be lent at most, in cents.
    pub limit: i64,
    /// Why that is not what the card suggests.
    pub justification: Option<String>,
    /// Who reviewed.
    pub made_by: String,
    /// When; [`add_review`] sets it to the time of the change.
    pub made_at: Timestamp,
}

impl From<Model> for Review {
    fn from(row: Model) -> Self {
        Self {
            id: row.id,
            loan_id: row.loan_id,
            card: row.card,
            card_version: row.card_version,
            card_text: row.card_text,
            code: row.code,
            total: row.total,
            grade: row.grade,
            finding: row.finding,
            suggested: row.suggested,
            limit: row.reviewed_limit,
            justification: row.justification,
            made_by: row.made_by,
            made_at: time(row.made_at),
        }
    }
}

/// Writes a review down behind those there are. Who writes waits for the loan's turn.
///
/// # Errors
/// The engine's failure.
pub async fn add_review(work: &Work, new: Review) -> Result<Review> {
    let before = reviews_of(work, &new.loan_id).await?.len();
    let row = Model {
        id: new.id,
        loan_id: new.loan_id,
        card: new.card,
        card_version: new.card_version,
        card_text: new.card_text,
        code: new.code,
        total: new.total,
        grade: new.grade,
        finding: new.finding,
        suggested: new.suggested,
        reviewed_limit: new.limit,
        justification: new.justification,
        made_by: new.made_by,
        made_at: millis(work.now()),
        place: i64::try_from(before).unwrap_or(i64::MAX),
    };
    Ok(row.into_active_model().insert(&work.executor()).await?.into())
}

/// The reviews of a loan, first to last. The caller has made sure that it may see the loan, and that it is its bank's.
///
/// # Errors
/// The engine's failure.
pub async fn reviews_of(source: &impl Source, loan_id: &str) -> Result<Vec<Review>> {
    let query = Entity::find().filter(Column::LoanId.eq(loan_id)).order_by_asc(Column::Place);
    Ok(query.all(&source.executor()).await?.into_iter().map(Review::from).collect())
}
