//! What a zone does for a loan beside money, and what its enterprise says of the service.

use crate::{
    Source, StoreError, Work,
    error::Result,
    moment::{millis, time},
    role::words,
    tables::{loan_ratings, loan_steps},
};
use jiff::Timestamp;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};

words! {
    /// What a zone does for a loan.
    StepKind, "step of a zone", {
        /// 推荐.
        Recommend = "recommend",
        /// 担保登记.
        Guarantee = "guarantee",
        /// 风险补偿备案.
        File = "file",
    }
}

/// What a zone did for a loan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Its id.
    pub id: String,
    /// The loan.
    pub loan_id: String,
    /// What.
    pub kind: StepKind,
    /// For a filing: the fund.
    pub fund_id: Option<String>,
    /// The share of the principal that it bears, in percent, exact decimal text.
    pub share_percent: Option<String>,
    /// For a guarantee: who guarantees.
    pub guarantor: Option<String>,
    /// The number of the paper.
    pub reference: Option<String>,
    /// What is said with it.
    pub note: Option<String>,
    /// Who did it.
    pub made_by: String,
    /// When; [`add_step`] sets it to the time of the change.
    pub made_at: Timestamp,
}

impl TryFrom<loan_steps::Model> for Step {
    type Error = StoreError;

    fn try_from(row: loan_steps::Model) -> Result<Self> {
        Ok(Self {
            kind: StepKind::from_word(&row.kind)?,
            id: row.id,
            loan_id: row.loan_id,
            fund_id: row.fund_id,
            share_percent: row.share_percent,
            guarantor: row.guarantor,
            reference: row.reference,
            note: row.note,
            made_by: row.made_by,
            made_at: time(row.made_at),
        })
    }
}

/// Writes a step down.
///
/// # Errors
/// [`StoreError::Taken`] when the loan was filed already.
pub async fn add_step(work: &Work, new: Step) -> Result<Step> {
    let row = loan_steps::Model {
        id: new.id,
        loan_id: new.loan_id,
        kind: new.kind.word().to_owned(),
        fund_id: new.fund_id,
        share_percent: new.share_percent,
        guarantor: new.guarantor,
        reference: new.reference,
        note: new.note,
        made_by: new.made_by,
        made_at: millis(work.now()),
    };
    row.into_active_model().insert(&work.executor()).await?.try_into()
}

/// The steps of a loan, first to last. The caller has made sure that it may see the loan.
///
/// # Errors
/// The engine's failure.
pub async fn steps_of(source: &impl Source, loan_id: &str) -> Result<Vec<Step>> {
    use loan_steps::{Column, Entity};
    let query = Entity::find().filter(Column::LoanId.eq(loan_id));
    let query = query.order_by_asc(Column::MadeAt).order_by_asc(Column::Id);
    query.all(&source.executor()).await?.into_iter().map(Step::try_from).collect()
}

/// The filings with these funds. The caller has made sure that it may see the funds.
///
/// # Errors
/// The engine's failure.
pub async fn filed_with(source: &impl Source, fund_ids: &[String]) -> Result<Vec<Step>> {
    use loan_steps::{Column, Entity};
    let query = Entity::find().filter(Column::FundId.is_in(fund_ids.iter().map(String::as_str)));
    query.order_by_asc(Column::Id).all(&source.executor()).await?.into_iter().map(Step::try_from).collect()
}

/// What an enterprise says of the service of a bank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rating {
    /// The loan.
    pub loan_id: String,
    /// 1 to 5, 5 best.
    pub stars: i64,
    /// In words.
    pub said: Option<String>,
    /// Who said it.
    pub rated_by: String,
    /// When; [`rate`] sets it to the time of the change.
    pub rated_at: Timestamp,
}

impl From<loan_ratings::Model> for Rating {
    fn from(row: loan_ratings::Model) -> Self {
        Self {
            loan_id: row.loan_id,
            stars: row.stars,
            said: row.said,
            rated_by: row.rated_by,
            rated_at: time(row.rated_at),
        }
    }
}

/// Writes a rating down.
///
/// # Errors
/// [`StoreError::Taken`] when the loan has one.
pub async fn rate(work: &Work, new: Rating) -> Result<Rating> {
    let row = loan_ratings::Model {
        loan_id: new.loan_id,
        stars: new.stars,
        said: new.said,
        rated_by: new.rated_by,
        rated_at: millis(work.now()),
    };
    Ok(row.into_active_model().insert(&work.executor()).await?.into())
}

/// The ratings of the loans `ids`. The caller has made sure that it may see the loans.
///
/// # Errors
/// The engine's failure.
pub async fn ratings_of(source: &impl Source, ids: &[String]) -> Result<Vec<Rating>> {
    let mut found = Vec::new();
    for ids in ids.chunks(1_000) {
        let wanted = loan_ratings::Column::LoanId.is_in(ids.iter().map(String::as_str));
        let query = loan_ratings::Entity::find().filter(wanted).order_by_asc(loan_ratings::Column::LoanId);
        found.extend(query.all(&source.executor()).await?.into_iter().map(Rating::from));
    }
    Ok(found)
}
