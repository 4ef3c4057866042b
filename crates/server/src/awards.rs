//! From list to money: 兑现名单, 公示, accounts, 付款批次, 台账. Nothing is paid twice, no budget is exceeded, and nothing is
//! ever removed: every award, batch and entry stays with who did what and why.

mod account;
mod body;
mod confirm;
mod figures;
mod ledger;
mod lookup;
mod moves;
mod objections;
mod open;
mod payments;
mod results;
mod results_file;

pub(crate) use body::*;
pub(crate) use confirm::*;
pub(crate) use figures::*;
pub(crate) use ledger::*;
pub(crate) use lookup::*;
pub(crate) use moves::*;
pub(crate) use objections::*;
pub(crate) use open::*;
pub(crate) use payments::*;
pub(crate) use results::*;
pub(crate) use results_file::*;

use crate::{
    batches::refused,
    desk::Desk,
    problem::{Code, Problem, Stop},
};
use domain::policies::paying;
use formula::Language;
use std::collections::HashMap;
use store::{
    Scope,
    awards::{self, Award, AwardList, AwardState, ListState, PaymentBatch, PaymentState},
    enterprises::{self, Enterprise},
};

/// The list `id` as far as the caller reaches.
async fn list_found(desk: &Desk, id: &str) -> Result<AwardList, Stop> {
    awards::list_within(desk.database(), desk.scope(), id).await?.ok_or_else(|| Code::NotFound.into())
}

/// The award `id` as far as the caller reaches, with its list.
async fn award_found(desk: &Desk, id: &str) -> Result<(Award, AwardList), Stop> {
    let award = awards::award_within(desk.database(), desk.scope(), id).await?.ok_or(Code::NotFound)?;
    let list = awards::list_within(desk.database(), &Scope::Everything, &award.list_id).await?;
    Ok((award, list.ok_or(Code::NotFound)?))
}

/// The batch `id` as far as the caller reaches, with its list.
async fn batch_found(desk: &Desk, id: &str) -> Result<(PaymentBatch, AwardList), Stop> {
    let batch = awards::batch_within(desk.database(), desk.scope(), id).await?.ok_or(Code::NotFound)?;
    let list = awards::list_within(desk.database(), &Scope::Everything, &batch.list_id).await?;
    Ok((batch, list.ok_or(Code::NotFound)?))
}

/// The state of a list after `action`.
///
/// # Errors
/// 409 with the reason.
fn list_after(list: &AwardList, action: paying::AwardListAction) -> Result<ListState, Problem> {
    let state = paying::AwardList::from_word(list.state.word());
    let next = state.ok_or_else(|| Problem::new(Code::WrongState))?.after(action).map_err(refused)?;
    Ok(ListState::from_word(next.word()).unwrap_or(list.state))
}

/// The state of an award on its list after `action`.
///
/// # Errors
/// 409 with the reason.
fn award_after(award: &Award, list: &AwardList, action: paying::AwardAction) -> Result<AwardState, Problem> {
    let wrong = || Problem::new(Code::WrongState);
    let state = paying::Award::from_word(award.state.word()).ok_or_else(wrong)?;
    let list = paying::AwardList::from_word(list.state.word()).ok_or_else(wrong)?;
    let next = state.after(action, list).map_err(refused)?;
    Ok(AwardState::from_word(next.word()).unwrap_or(award.state))
}

/// The state of a batch after `action`.
///
/// # Errors
/// 409 with the reason.
fn batch_after(batch: &PaymentBatch, action: paying::PaymentBatchAction) -> Result<PaymentState, Problem> {
    let state = paying::PaymentBatch::from_word(batch.state.word());
    let next = state.ok_or_else(|| Problem::new(Code::WrongState))?.after(action).map_err(refused)?;
    Ok(PaymentState::from_word(next.word()).unwrap_or(batch.state))
}

/// These enterprises, by id.
pub(crate) async fn named(
    desk: &Desk,
    ids: impl Iterator<Item = String>,
) -> Result<HashMap<String, Enterprise>, Stop> {
    let ids: Vec<String> = ids.collect();
    let known = enterprises::by_ids(desk.database(), &ids).await?;
    Ok(known.into_iter().map(|one| (one.id.clone(), one)).collect())
}

/// What the policy of a list is called.
pub(crate) fn policy_name(list: &AwardList, language: Language) -> &str {
    match (language, &list.policy_name_en) {
        (Language::English, Some(name)) => name,
        _ => &list.policy_name,
    }
}

/// Insists that a reason was given.
fn check_reason(reason: &str) -> Result<(), Problem> {
    let mut checks = crate::input::Checks::default();
    let length = reason.trim().chars().count();
    checks.that((1..=500).contains(&length), "/reason", "应为 1 至 500 字", "must have 1 to 500 characters");
    checks.done()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_the_machines_are_those_that_are_stored() {
        fn check(machine: &[&str], stored: &[&str]) {
            assert_eq!(machine, stored);
        }
        let words = |all: Vec<&'static str>| all;
        check(
            &words(paying::AwardList::ALL.iter().map(|one| one.word()).collect()),
            &words(ListState::ALL.iter().map(|one| one.word()).collect()),
        );
        check(
            &words(paying::Award::ALL.iter().map(|one| one.word()).collect()),
            &words(AwardState::ALL.iter().map(|one| one.word()).collect()),
        );
        check(
            &words(paying::PaymentBatch::ALL.iter().map(|one| one.word()).collect()),
            &words(PaymentState::ALL.iter().map(|one| one.word()).collect()),
        );
    }
}
