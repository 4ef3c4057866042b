//! Sign-in attempts, counted per log-in name before the password is looked at, so that many guesses at once are
//! counted too. Names nobody has are counted alike: an answer tells nothing about who exists.

use crate::{
    Source, Work,
    error::Result,
    moment::{millis, time},
    tables::sign_in_attempts::{Column, Entity, Model},
};
use jiff::{SignedDuration, Timestamp};
use sea_orm::{EntityTrait, IntoActiveModel, sea_query::OnConflict};

/// How many failures are free, and how long the wait grows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// Attempts that cost nothing.
    pub free: i64,
    /// Failures older than this are forgotten.
    pub window: SignedDuration,
    /// The wait after the first attempt beyond, doubled with each further one.
    pub first_wait: SignedDuration,
    /// Never longer than this: nobody can lock another out for long.
    pub longest_wait: SignedDuration,
}

/// May the attempt go on?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Claim {
    /// Yes; it is counted as a failure until [`clear`] is called.
    Go {
        /// Unless it succeeds, the next one has to wait until this time.
        locks_until: Option<Timestamp>,
    },
    /// Not before this time.
    WaitUntil(Timestamp),
}

/// Counts an attempt at the name with this hash.
///
/// # Errors
/// The engine's failure.
pub async fn claim(work: &Work, login_hash: &str, patience: &Patience) -> Result<Claim> {
    let now = work.now();
    work.take_turns(login_hash).await?;
    let known = Entity::find_by_id(login_hash).one(&work.executor()).await?;
    let recent = known.filter(|row| {
        now.duration_since(time(row.first_at)) < patience.window || time(row.locked_until) > now
    });
    if let Some(row) = &recent
        && time(row.locked_until) > now
    {
        return Ok(Claim::WaitUntil(time(row.locked_until)));
    }
    let failures = recent.as_ref().map_or(0, |row| row.failures) + 1;
    let until = now + wait(failures, patience);
    let row = Model {
        login_hash: login_hash.to_owned(),
        failures,
        first_at: recent.map_or_else(|| millis(now), |row| row.first_at),
        locked_until: millis(until),
    };
    let replace = OnConflict::column(Column::LoginHash)
        .update_columns([Column::Failures, Column::FirstAt, Column::LockedUntil])
        .to_owned();
    let insert = Entity::insert(row.into_active_model()).on_conflict(replace);
    insert.exec_without_returning(&work.executor()).await?;
    Ok(Claim::Go { locks_until: (until > now).then_some(until) })
}

/// How long the next attempt has to wait after `failures` of them.
fn wait(failures: i64, patience: &Patience) -> SignedDuration {
    let beyond = failures - patience.free;
    if beyond < 0 {
        return SignedDuration::ZERO;
    }
    let doubled = 1_i32.checked_shl(u32::try_from(beyond).unwrap_or(u32::MAX).min(20)).unwrap_or(i32::MAX);
    patience.first_wait.checked_mul(doubled).unwrap_or(patience.longest_wait).min(patience.longest_wait)
}

/// Forgets the failures of the name: its owner signed in, or an administrator unlocked it.
///
/// # Errors
/// The engine's failure.
pub async fn clear(work: &Work, login_hash: &str) -> Result<()> {
    Entity::delete_by_id(login_hash).exec(&work.executor()).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_doubles_and_stops_growing() {
        let patience = Patience {
            free: 5,
            window: SignedDuration::from_mins(15),
            first_wait: SignedDuration::from_secs(30),
            longest_wait: SignedDuration::from_mins(15),
        };
        let cases =
            [(1, 0), (4, 0), (5, 30), (6, 60), (7, 120), (9, 480), (10, 900), (60, 900), (i64::MAX, 900)];
        for (failures, seconds) in cases {
            assert_eq!(wait(failures, &patience).as_secs(), seconds, "after {failures}");
        }
    }
}
