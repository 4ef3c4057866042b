//! Everything that every request asks for, in one query: the session, its person with roles, and their organisation.

use super::Session;
use crate::{
    Source,
    error::Result,
    organisations::Organisation,
    tables::{organisations, sessions, users},
    users::{User, of_row},
};
use sea_orm::{ConnectionTrait, EntityTrait, FromQueryResult, IdenStatic, Iterable, Statement};

/// Who holds a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// The session.
    pub session: Session,
    /// The person, with their roles now.
    pub user: User,
    /// Their organisation.
    pub organisation: Organisation,
}

/// The holder of a token, unless its session was ended. Whether it timed out is for the caller to say.
///
/// # Errors
/// The engine's failure.
pub async fn holder(source: &impl Source, token_hash: &str) -> Result<Option<Holder>> {
    let executor = source.executor();
    let statement =
        Statement::from_sql_and_values(executor.get_database_backend(), sql(), [token_hash.into()]);
    let Some(row) = executor.query_one_raw(statement).await? else { return Ok(None) };
    let session = sessions::Model::from_query_result(&row, "s_")?;
    let user = users::Model::from_query_result(&row, "u_")?;
    let organisation = organisations::Model::from_query_result(&row, "o_")?;
    let roles: String = row.try_get("", "roles")?;
    Ok(Some(Holder {
        session: session.into(),
        user: of_row(user, &roles)?,
        organisation: organisation.try_into()?,
    }))
}

/// `string_agg` is known to PostgreSQL and to SQLite from 3.44 on.
fn sql() -> String {
    let columns = [
        columns::<sessions::Entity>("s"),
        columns::<users::Entity>("u"),
        columns::<organisations::Entity>("o"),
    ];
    format!(
        "SELECT {}, COALESCE((SELECT string_agg(r.role, ' ') FROM user_roles r WHERE r.user_id = u.id), '') AS roles \
         FROM sessions s JOIN users u ON u.id = s.user_id JOIN organisations o ON o.id = u.organisation_id \
         WHERE s.token_hash = $1 AND s.ended_at IS NULL",
        columns.join(", ")
    )
}

/// `s.id AS s_id, …` for all columns of a table.
fn columns<E: EntityTrait>(short: &str) -> String {
    let one = |column: E::Column| format!("{short}.{0} AS {short}_{0}", column.as_str());
    E::Column::iter().map(one).collect::<Vec<_>>().join(", ")
}
