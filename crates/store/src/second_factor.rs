//! One-time codes (TOTP) and recovery codes. A step is used once: the last one is remembered.

use crate::{
    Source, Work,
    error::Result,
    moment::millis,
    tables::{recovery_codes, second_factors},
};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, sea_query::Expr};

/// The second factor of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecondFactor {
    /// The shared secret, sealed by the caller.
    pub secret: String,
    /// Whether a code was shown to work; before that it asks for nothing.
    pub confirmed: bool,
    /// The last step used.
    pub last_step: i64,
}

/// The second factor of the person.
///
/// # Errors
/// The engine's failure.
pub async fn of_user(source: &impl Source, user_id: &str) -> Result<Option<SecondFactor>> {
    let row = second_factors::Entity::find_by_id(user_id).one(&source.executor()).await?;
    Ok(row.map(|row| SecondFactor {
        secret: row.secret,
        confirmed: row.confirmed_at.is_some(),
        last_step: row.last_step,
    }))
}

/// Starts over with a new, unconfirmed secret.
///
/// # Errors
/// The engine's failure.
pub async fn begin(work: &Work, user_id: &str, secret: &str) -> Result<()> {
    remove(work, user_id).await?;
    let row = second_factors::Model {
        user_id: user_id.to_owned(),
        secret: secret.to_owned(),
        confirmed_at: None,
        last_step: 0,
    };
    second_factors::Entity::insert(row.into_active_model()).exec_without_returning(&work.executor()).await?;
    Ok(())
}

/// Confirms the secret with its first step, and keeps the hashes of the recovery codes.
///
/// # Errors
/// The engine's failure.
pub async fn confirm(work: &Work, user_id: &str, code_hashes: &[String]) -> Result<()> {
    let executor = work.executor();
    second_factors::Entity::update_many()
        .col_expr(second_factors::Column::ConfirmedAt, Expr::value(millis(work.now())))
        .filter(second_factors::Column::UserId.eq(user_id))
        .exec(&executor)
        .await?;
    for code_hash in code_hashes {
        let row = recovery_codes::Model {
            user_id: user_id.to_owned(),
            code_hash: code_hash.clone(),
            used_at: None,
        };
        recovery_codes::Entity::insert(row.into_active_model()).exec_without_returning(&executor).await?;
    }
    Ok(())
}

/// Uses the step `step`; `false` when it or a later one was used.
///
/// # Errors
/// The engine's failure.
pub async fn use_step(work: &Work, user_id: &str, step: i64) -> Result<bool> {
    let update = second_factors::Entity::update_many()
        .col_expr(second_factors::Column::LastStep, Expr::value(step))
        .filter(second_factors::Column::UserId.eq(user_id))
        .filter(second_factors::Column::LastStep.lt(step));
    Ok(update.exec(&work.executor()).await?.rows_affected == 1)
}

/// Uses a recovery code; `false` when there is none such left.
///
/// # Errors
/// The engine's failure.
pub async fn use_recovery_code(work: &Work, user_id: &str, code_hash: &str) -> Result<bool> {
    let update = recovery_codes::Entity::update_many()
        .col_expr(recovery_codes::Column::UsedAt, Expr::value(millis(work.now())))
        .filter(recovery_codes::Column::UserId.eq(user_id))
        .filter(recovery_codes::Column::CodeHash.eq(code_hash))
        .filter(recovery_codes::Column::UsedAt.is_null());
    Ok(update.exec(&work.executor()).await?.rows_affected == 1)
}

/// How many recovery codes are left.
///
/// # Errors
/// The engine's failure.
pub async fn recovery_codes_left(source: &impl Source, user_id: &str) -> Result<u64> {
    let query = recovery_codes::Entity::find()
        .filter(recovery_codes::Column::UserId.eq(user_id))
        .filter(recovery_codes::Column::UsedAt.is_null());
    Ok(query.count(&source.executor()).await?)
}

/// Takes the second factor and its recovery codes away.
///
/// # Errors
/// The engine's failure.
pub async fn remove(work: &Work, user_id: &str) -> Result<()> {
    let executor = work.executor();
    let codes = recovery_codes::Entity::delete_many().filter(recovery_codes::Column::UserId.eq(user_id));
    codes.exec(&executor).await?;
    second_factors::Entity::delete_by_id(user_id).exec(&executor).await?;
    Ok(())
}
