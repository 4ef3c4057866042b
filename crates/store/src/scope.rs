//! What a caller may see, narrowed in the query.

use sea_orm::{ColumnTrait, Condition, ExprTrait, sea_query::SimpleExpr};

/// The part of the data a caller reaches. Computed once per request; every list and look-up takes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// Everything (the centre, the three administrators).
    Everything,
    /// The organisation at this path and all below it.
    Below(String),
    /// What belongs to this organisation itself (its path).
    Organisation(String),
    /// What belongs to this person only.
    Person(String),
    /// Nothing at all.
    Nothing,
}

impl Scope {
    /// The condition on a table whose rows carry a path and a person.
    pub(crate) fn on<C: ColumnTrait>(&self, path: C, person: C) -> Condition {
        Condition::all().add(match self {
            Self::Everything => return Condition::all(),
            Self::Below(prefix) => prefix_of(path, prefix),
            Self::Organisation(own) => path.eq(own.as_str()),
            Self::Person(id) => person.eq(id.as_str()),
            Self::Nothing => path.is_null(),
        })
    }

    /// Whether an organisation at `path` lies inside. A person's own scope holds no organisation.
    #[must_use]
    pub fn holds(&self, path: &str) -> bool {
        match self {
            Self::Everything => true,
            Self::Below(prefix) => path.starts_with(prefix.as_str()),
            Self::Organisation(own) => path == own,
            Self::Person(_) | Self::Nothing => false,
        }
    }
}

/// `path` starts with `prefix`, as a range so that an index serves it. Paths are `/id/id/`, so `0` follows `/`.
fn prefix_of<C: ColumnTrait>(path: C, prefix: &str) -> SimpleExpr {
    let mut end = prefix.trim_end_matches('/').to_owned();
    end.push('0');
    path.gte(prefix).and(path.lt(end))
}
