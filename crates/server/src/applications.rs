//! 政策申报: applications under policies that are not paid without one. What the data say is filled in and not asked again;
//! officers answer what only they can, within the time the policy promises. Money follows only from a list.

mod apply;
mod body;
mod form;
mod invite;
mod lookup;
mod moves;
mod remind;

pub(crate) use apply::*;
pub(crate) use body::*;
pub(crate) use form::*;
pub(crate) use invite::*;
pub(crate) use lookup::*;
pub(crate) use moves::*;
pub use remind::remind_about_applications;

use crate::{
    batches::refused,
    desk::Desk,
    notices::{Kind, notice},
    problem::{Code, Problem, Stop},
};
use domain::policies::applying::{self, Applying};
use serde_json::json;
use store::{
    OrganisationKind, Work,
    applications::{self, Application, ApplicationAction, ApplicationState},
    notices,
};

/// The application `id` as far as the caller reaches.
async fn found(desk: &Desk, id: &str) -> Result<Application, Stop> {
    applications::within(desk.database(), desk.scope(), id).await?.ok_or_else(|| Code::NotFound.into())
}

/// The state of an application after `action`.
///
/// # Errors
/// 409 with the reason.
fn after(seen: &Application, action: applying::ApplicationAction) -> Result<ApplicationState, Problem> {
    let state = applying::Application::from_word(seen.state.word());
    let next = state.ok_or_else(|| Problem::new(Code::WrongState))?.after(action).map_err(refused)?;
    Ok(ApplicationState::from_word(next.word()).unwrap_or(seen.state))
}

/// Insists that the move is the caller's to make.
///
/// # Errors
/// 403.
fn check_party(desk: &Desk, action: applying::ApplicationAction) -> Result<(), Stop> {
    let enterprise = desk.caller()?.organisation.kind == OrganisationKind::Enterprise;
    let own = if enterprise { Applying::Enterprise } else { Applying::Officer };
    if own == action.by() { Ok(()) } else { Err(Code::NotAllowed.into()) }
}

/// What goes into the words of a message.
fn detail_of(one: &Application) -> serde_json::Value {
    json!({
        "application_id": one.id, "policy": one.policy_name, "policy_en": one.policy_name_en, "year": one.period,
        "state": one.state.word(), "reason": one.reason, "due": one.due_on.map(|day| day.to_string()),
    })
}

/// Tells the officers (each with the path of the own organisation) that it is their turn.
async fn tell_officers(
    desk: &Desk,
    work: &Work,
    one: &Application,
    officers: Vec<(String, String)>,
) -> Result<(), Stop> {
    let detail = detail_of(one);
    let message = |(path, person): (String, String)| {
        let mut message = notice(desk, &path, None, Kind::PolicyApplied, &detail)?;
        message.person_id = Some(person);
        Ok::<_, Stop>(message)
    };
    let messages: Vec<_> = officers.into_iter().map(message).collect::<Result<_, _>>()?;
    Ok(notices::send(work, messages).await?)
}

/// Tells the enterprise what became of its application.
async fn tell_enterprise(desk: &Desk, work: &Work, one: &Application) -> Result<(), Stop> {
    let message = notice(desk, &one.path, None, Kind::PolicyApplicationMoved, &detail_of(one))?;
    Ok(notices::send(work, vec![message]).await?)
}

/// What is written down of a move.
fn told(one: &Application, action: ApplicationAction, note: Option<&str>) -> serde_json::Value {
    json!({
        "action": action.word(), "policy": one.policy, "version": one.policy_version, "period": one.period,
        "state": one.state.word(), "reason": note,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_the_machine_are_those_that_are_stored() {
        let states: Vec<&str> = applying::Application::ALL.iter().map(|one| one.word()).collect();
        assert_eq!(states, ApplicationState::ALL.iter().map(|one| one.word()).collect::<Vec<_>>());
        // An application is made once, not moved to.
        let actions =
            std::iter::once("apply").chain(applying::ApplicationAction::ALL.iter().map(|one| one.word()));
        assert_eq!(
            actions.collect::<Vec<_>>(),
            ApplicationAction::ALL.iter().map(|one| one.word()).collect::<Vec<_>>()
        );
    }
}
