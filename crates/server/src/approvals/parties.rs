//! The two persons, each looked at again at the time of the decision.

use super::Wish;
use crate::{
    app::App,
    caller::beijing_day,
    desk::Desk,
    permissions::{Permission, may_grant, scope},
    problem::{Code, Stop},
};
use store::{
    Role, Scope, Source, StoreError,
    approvals::{Approval, Sight},
    organisations::{self, Organisation},
    users::{self, User, UserState},
};

/// A person who takes part, as of now.
#[derive(Debug, Clone)]
pub(crate) struct Party {
    pub(crate) user: User,
    /// How far the permission reaches for them.
    pub(crate) scope: Scope,
}

/// Both of them.
#[derive(Debug, Clone)]
pub(crate) struct Parties {
    pub(crate) first: Party,
    pub(crate) second: Party,
}

impl Parties {
    /// Each, with what it means when they may not: the first one's request has lapsed, the second one is refused.
    pub(crate) fn each(&self) -> [(&Party, Code); 2] {
        [(&self.first, Code::RequesterMayNot), (&self.second, Code::NotAllowed)]
    }
}

/// The person `id` when they may sign in and hold `permission` at `path`, as of now: for what was asked for before.
///
/// # Errors
/// The store's failure.
pub(crate) async fn party(
    app: &App,
    source: &impl Source,
    id: &str,
    permission: &str,
    path: &str,
) -> Result<Option<Party>, StoreError> {
    let Some(user) = users::by_id(source, id).await? else { return Ok(None) };
    let organisation = organisations::within(source, &Scope::Everything, &user.organisation_id).await?;
    let Some(organisation) = organisation else { return Ok(None) };
    let row = app.permissions.row(permission);
    Ok(row.and_then(|row| holder(app, user, &organisation, row)).filter(|party| party.scope.holds(path)))
}

fn holder(app: &App, user: User, organisation: &Organisation, row: &Permission) -> Option<Party> {
    let open = organisation.is_open_on(beijing_day(app.edge.now()));
    let reach = row.reach(&user.roles)?;
    let scope = scope(reach, &user.id, organisation);
    (open && user.state == UserState::Active).then_some(Party { user, scope })
}

/// How many people besides `but` could confirm `wish` now.
///
/// # Errors
/// The store's failure.
pub(crate) async fn confirmers(
    desk: &Desk,
    source: &impl Source,
    wish: &Wish,
    but: &[&str],
) -> Result<usize, Stop> {
    let Some(row) = desk.app.permissions.row(wish.action.kind().permission()) else { return Ok(0) };
    let all = users::with_any_role(source, &row.holders()).await?;
    let able = all
        .into_iter()
        .filter(|(user, _)| !but.contains(&user.id.as_str()) && gives(&user.roles, &wish.grants))
        .filter_map(|(user, organisation)| holder(&desk.app, user, &organisation, row));
    Ok(able.filter(|party| party.scope.holds(&wish.path)).count())
}

/// Whether somebody with the roles `own` may give all of `grants`.
pub(crate) fn gives(own: &[Role], grants: &[Role]) -> bool {
    grants.iter().all(|role| may_grant(own, *role))
}

/// What the caller sees of all that waits for a second person.
pub(crate) fn sight(desk: &Desk) -> Result<Sight, Stop> {
    let caller = desk.caller()?;
    let table = &desk.app.permissions;
    let reach_of = |name: &str| table.row(name)?.reach(&caller.user.roles);
    let mut reaches: Vec<(Option<String>, Scope)> = table
        .two_person_names()
        .into_iter()
        .filter_map(|name| {
            let scope = scope(reach_of(name)?, &caller.user.id, &caller.organisation);
            Some((Some(name.to_owned()), scope))
        })
        .collect();
    if caller.user.roles.contains(&Role::Auditor) {
        reaches.push((None, desk.scope().clone()));
    }
    Ok(Sight { own: caller.user.id.clone(), reaches })
}

/// The approval `id` as far as the caller sees it.
pub(crate) async fn found(desk: &Desk, source: &impl Source, id: &str) -> Result<Approval, Stop> {
    let sight = sight(desk)?;
    store::approvals::within(source, &sight, id).await?.ok_or_else(|| Code::NotFound.into())
}
