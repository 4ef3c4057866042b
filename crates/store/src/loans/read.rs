//! Finding loans, within a scope only.

use super::{Loan, LoanState};
use crate::{
    Mark, MarkValue, Page, PageRequest, Scope, Source,
    enterprises::ids_with,
    error::Result,
    moment::millis,
    page::paged,
    tables::{
        loans::{Column, Entity, Model},
        runs,
    },
};
use jiff::{Timestamp, civil::Date};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
};
use std::collections::HashMap;

/// Whoever reaches the enterprise, or the bank.
fn reach(scope: &Scope) -> Condition {
    Condition::any()
        .add(scope.on(Column::Path, Column::AppliedBy))
        .add(scope.on(Column::BankPath, Column::AppliedBy))
}

/// The loan `id`, when `scope` holds its enterprise or its bank.
///
/// # Errors
/// The engine's failure.
pub async fn within(source: &impl Source, scope: &Scope, id: &str) -> Result<Option<Loan>> {
    let query = Entity::find_by_id(id).filter(reach(scope));
    query.one(&source.executor()).await?.map(Loan::try_from).transpose()
}

/// Which loans.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// This far.
    pub states: Vec<LoanState>,
    /// Under this product.
    pub product: Option<String>,
    /// Of enterprises with this in the name or credit code.
    pub search: Option<String>,
}

/// The loans within `scope` that match, by the time they were applied for.
///
/// # Errors
/// The engine's failure.
pub async fn list(
    source: &impl Source,
    scope: &Scope,
    filter: &Filter,
    page: &PageRequest,
) -> Result<Page<Loan>> {
    let mut select = Entity::find().filter(reach(scope));
    if !filter.states.is_empty() {
        select = select.filter(Column::State.is_in(filter.states.iter().map(|state| state.word())));
    }
    if let Some(product) = &filter.product {
        select = select.filter(Column::Product.eq(product.as_str()));
    }
    if let Some(text) = &filter.search {
        select = select.filter(Column::EnterpriseId.in_subquery(ids_with(text)));
    }
    let mark = |row: &Model| Mark { value: MarkValue::Number(row.applied_at), id: row.id.clone() };
    paged(source, select, (Column::AppliedAt, Column::Id), page, mark).await?.try_map(Loan::try_from)
}

/// The loans `ids` as far as `scope` holds them.
///
/// # Errors
/// The engine's failure.
pub async fn by_ids(source: &impl Source, scope: &Scope, ids: &[String]) -> Result<Vec<Loan>> {
    let mut found = Vec::new();
    for ids in ids.chunks(1_000) {
        let wanted = Column::Id.is_in(ids.iter().map(String::as_str));
        let query = Entity::find().filter(reach(scope)).filter(wanted).order_by_asc(Column::Id);
        found.extend(query.all(&source.executor()).await?);
    }
    found.into_iter().map(Loan::try_from).collect()
}

/// Every loan within `scope`, for figures.
///
/// # Errors
/// The engine's failure.
pub async fn all(source: &impl Source, scope: &Scope) -> Result<Vec<Loan>> {
    let query = Entity::find().filter(reach(scope));
    query.all(&source.executor()).await?.into_iter().map(Loan::try_from).collect()
}

/// The loans within `scope` that were drawn, and applied for on a run of the evaluation `batch_id`.
///
/// # Errors
/// The engine's failure.
pub async fn drawn_on(source: &impl Source, scope: &Scope, batch_id: &str) -> Result<Vec<Loan>> {
    let runs = runs::Entity::find().select_only().column(runs::Column::Id);
    let runs = runs.filter(runs::Column::BatchId.eq(batch_id)).into_query();
    let query = Entity::find().filter(reach(scope)).filter(Column::Drawn.gt(0));
    let query = query.filter(Column::RunId.in_subquery(runs));
    query.all(&source.executor()).await?.into_iter().map(Loan::try_from).collect()
}

/// Whether a bank says of each of the enterprises `ids` that a loan was its first; those of which no bank says anything are left out.
///
/// # Errors
/// The engine's failure.
pub async fn first_loans(source: &impl Source, ids: &[String]) -> Result<HashMap<String, bool>> {
    let mut found: HashMap<String, bool> = HashMap::new();
    for ids in ids.chunks(1_000) {
        let query = Entity::find()
            .select_only()
            .column(Column::EnterpriseId)
            .column(Column::FirstLoan)
            .filter(Column::EnterpriseId.is_in(ids.iter().map(String::as_str)))
            .filter(Column::FirstLoan.is_not_null());
        let rows: Vec<(String, i64)> = query.into_tuple().all(&source.executor()).await?;
        for (id, first) in rows {
            let known = found.entry(id).or_insert(false);
            *known = *known || first != 0;
        }
    }
    Ok(found)
}

/// Every loan that waits for a party and has not moved since `before`, and every one whose approval nobody has drawn on and
/// that ends on a day from `today` to `until`. For work that nobody asked for.
///
/// # Errors
/// The engine's failure.
pub async fn pressing(
    source: &impl Source,
    before: Timestamp,
    (today, until): (Date, Date),
) -> Result<Vec<Loan>> {
    use LoanState as State;
    let states = |states: &[State]| Column::State.is_in(states.iter().map(|state| state.word()));
    let waiting = states(&[State::Submitted, State::Reviewing, State::Asked, State::Proposed])
        .and(Column::ChangedAt.lte(millis(before)));
    let ending = states(&[State::Approved, State::Signed])
        .and(Column::ValidUntil.between(today.to_string(), until.to_string()));
    let query = Entity::find().filter(waiting.or(ending)).order_by_asc(Column::Id);
    query.all(&source.executor()).await?.into_iter().map(Loan::try_from).collect()
}

/// Every loan whose approval ended before `today` and on which nobody has drawn. For work that nobody asked for.
///
/// # Errors
/// The engine's failure.
pub async fn run_out(source: &impl Source, today: Date) -> Result<Vec<Loan>> {
    let states = [LoanState::Approved, LoanState::Signed].map(LoanState::word);
    let query = Entity::find().filter(Column::State.is_in(states));
    let query = query.filter(Column::ValidUntil.lt(today.to_string())).order_by_asc(Column::Id);
    query.all(&source.executor()).await?.into_iter().map(Loan::try_from).collect()
}
