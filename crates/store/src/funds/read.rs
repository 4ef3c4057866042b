//! Finding funds and their entries, within a scope only.

use super::{Entry, EntryKind, EntryState, Fund};
use crate::{
    Mark, MarkValue, Page, PageRequest, Scope, Source,
    error::Result,
    page::paged,
    tables::{fund_entries, funds},
};
use sea_orm::{
    ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, Func},
};

/// The funds within `scope`, by name.
///
/// # Errors
/// The engine's failure.
pub async fn of_zone(source: &impl Source, scope: &Scope) -> Result<Vec<Fund>> {
    use funds::Column;
    let query = funds::Entity::find().filter(scope.on(Column::Path, Column::OpenedBy));
    let query = query.order_by_asc(Column::Name).order_by_asc(Column::Id);
    query.all(&source.executor()).await?.into_iter().map(Fund::try_from).collect()
}

/// The fund `id`, when `scope` holds it.
///
/// # Errors
/// The engine's failure.
pub async fn within(source: &impl Source, scope: &Scope, id: &str) -> Result<Option<Fund>> {
    use funds::Column;
    let query = funds::Entity::find_by_id(id).filter(scope.on(Column::Path, Column::OpenedBy));
    query.one(&source.executor()).await?.map(Fund::try_from).transpose()
}

/// The entry `id`, when `scope` holds it.
///
/// # Errors
/// The engine's failure.
pub async fn entry_within(source: &impl Source, scope: &Scope, id: &str) -> Result<Option<Entry>> {
    use fund_entries::Column;
    let query = fund_entries::Entity::find_by_id(id).filter(scope.on(Column::Path, Column::EnteredBy));
    query.one(&source.executor()).await?.map(Entry::try_from).transpose()
}

/// Which entries.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EntryFilter {
    /// Of this fund.
    pub fund_id: Option<String>,
    /// Of this kind.
    pub kind: Option<EntryKind>,
    /// So far.
    pub state: Option<EntryState>,
}

/// The entries within `scope` that match, by the time they were entered.
///
/// # Errors
/// The engine's failure.
pub async fn entries_page(
    source: &impl Source,
    scope: &Scope,
    filter: &EntryFilter,
    page: &PageRequest,
) -> Result<Page<Entry>> {
    use fund_entries::{Column, Entity, Model};
    let mut select = Entity::find().filter(scope.on(Column::Path, Column::EnteredBy));
    if let Some(fund) = &filter.fund_id {
        select = select.filter(Column::FundId.eq(fund.as_str()));
    }
    if let Some(kind) = filter.kind {
        select = select.filter(Column::Kind.eq(kind.word()));
    }
    if let Some(state) = filter.state {
        select = select.filter(Column::State.eq(state.word()));
    }
    let mark = |row: &Model| Mark { value: MarkValue::Number(row.entered_at), id: row.id.clone() };
    paged(source, select, (Column::EnteredAt, Column::Id), page, mark).await?.try_map(Entry::try_from)
}

/// Every entry of the loans `ids`, first to last. The caller has made sure that it may see the loans.
///
/// # Errors
/// The engine's failure.
pub async fn of_loans(source: &impl Source, ids: &[String]) -> Result<Vec<Entry>> {
    use fund_entries::{Column, Entity};
    let mut found = Vec::new();
    for ids in ids.chunks(1_000) {
        let query = Entity::find().filter(Column::LoanId.is_in(ids.iter().map(String::as_str)));
        let query = query.order_by_asc(Column::EnteredAt).order_by_asc(Column::Id);
        found.extend(query.all(&source.executor()).await?);
    }
    found.into_iter().map(Entry::try_from).collect()
}

/// How many entries of the funds `ids` there are, and Σ of their amounts in cents, by fund, kind and state. The caller has made
/// sure that it may see the funds.
///
/// # Errors
/// The engine's failure.
pub async fn sums(
    source: &impl Source,
    ids: &[String],
) -> Result<Vec<(String, EntryKind, EntryState, i64, i64)>> {
    use fund_entries::{Column, Entity};
    // PostgreSQL sums into a decimal of its own.
    let amount = Expr::expr(Func::coalesce([Column::Amount.sum(), Expr::val(0)])).cast_as("BIGINT");
    let rows: Vec<(String, String, String, i64, i64)> = Entity::find()
        .filter(Column::FundId.is_in(ids.iter().map(String::as_str)))
        .select_only()
        .column(Column::FundId)
        .column(Column::Kind)
        .column(Column::State)
        .expr(Column::Id.count())
        .expr(amount)
        .group_by(Column::FundId)
        .group_by(Column::Kind)
        .group_by(Column::State)
        .into_tuple()
        .all(&source.executor())
        .await?;
    let read = |(fund, kind, state, count, sum): (String, String, String, i64, i64)| {
        Ok((fund, EntryKind::from_word(&kind)?, EntryState::from_word(&state)?, count, sum))
    };
    rows.into_iter().map(read).collect()
}
