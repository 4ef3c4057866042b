//! Pages by cursor: no row is seen twice or left out when rows are added meanwhile.

use crate::{Source, error::Result};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, Order, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, Select, Value, sea_query::LikeExpr,
};

/// The place a page ended: the value sorted by, and the id that breaks ties.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The value sorted by.
    pub value: MarkValue,
    /// The row's id.
    pub id: String,
}

/// A value that can be sorted by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MarkValue {
    /// Text, compared by bytes.
    Text(String),
    /// A number or a time in milliseconds.
    Number(i64),
}

impl From<MarkValue> for Value {
    fn from(value: MarkValue) -> Self {
        match value {
            MarkValue::Text(text) => text.into(),
            MarkValue::Number(number) => number.into(),
        }
    }
}

/// Which page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageRequest {
    /// At most this many rows (1..=200 is sensible; the caller checks).
    pub limit: u64,
    /// Continue behind this place.
    pub after: Option<Mark>,
    /// Greatest first.
    pub descending: bool,
}

/// One page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<T> {
    /// The rows.
    pub items: Vec<T>,
    /// Where the next page begins, when there is one.
    pub next: Option<Mark>,
    /// How many rows the whole list has.
    pub total: u64,
}

/// Runs `select` page-wise, sorted by `sort` and then `id`.
pub(crate) async fn paged<E>(
    source: &impl Source,
    select: Select<E>,
    (sort, id): (E::Column, E::Column),
    request: &PageRequest,
    mark: impl Fn(&E::Model) -> Mark,
) -> Result<Page<E::Model>>
where
    E: EntityTrait,
    E::Model: FromQueryResult + Sized + Send + Sync,
{
    let executor = source.executor();
    let total = select.clone().count(&executor).await?;
    let order = if request.descending { Order::Desc } else { Order::Asc };
    let mut page = select.order_by(sort, order.clone()).order_by(id, order).limit(request.limit + 1);
    if let Some(after) = &request.after {
        page = page.filter(behind(sort, id, after, request.descending));
    }
    let mut items = page.all(&executor).await?;
    let limit = usize::try_from(request.limit).unwrap_or(usize::MAX);
    let more = items.len() > limit;
    items.truncate(limit);
    let next = if more { items.last().map(mark) } else { None };
    Ok(Page { items, next, total })
}

/// The pattern of texts that hold `part`, whose own `%` and `_` are plain characters.
pub(crate) fn holding(part: &str) -> LikeExpr {
    LikeExpr::new(format!("%{}%", plain(part))).escape('\\')
}

/// A pattern that begins with `part`, whose signs are only signs.
pub(crate) fn beginning(part: &str) -> LikeExpr {
    LikeExpr::new(format!("{}%", plain(part))).escape('\\')
}

fn plain(part: &str) -> String {
    part.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
}

fn behind<C: ColumnTrait>(sort: C, id: C, after: &Mark, descending: bool) -> Condition {
    let value = Value::from(after.value.clone());
    let (past, tied) = if descending {
        (sort.lt(value.clone()), id.lt(after.id.as_str()))
    } else {
        (sort.gt(value.clone()), id.gt(after.id.as_str()))
    };
    Condition::any().add(past).add(Condition::all().add(sort.eq(value)).add(tied))
}

impl<T> Page<T> {
    /// The same page with every row turned into something else.
    ///
    /// # Errors
    /// The first error of `turn`.
    pub fn try_map<U, E>(
        self,
        turn: impl FnMut(T) -> std::result::Result<U, E>,
    ) -> std::result::Result<Page<U>, E> {
        let items = self.items.into_iter().map(turn).collect::<std::result::Result<_, _>>()?;
        Ok(Page { items, next: self.next, total: self.total })
    }
}
