//! Which roles may be given to whom.

use crate::{
    config::PasswordProfile,
    desk::Desk,
    input::Checks,
    permissions::{may_grant, mixes_duties, role_fits},
    problem::{Code, Stop},
};
use store::{OrganisationKind, Role};

/// Goes on when the caller may give exactly these roles to somebody of such an organisation. Roles that the person
/// `had` already need no right to be given, only to be taken away.
///
/// # Errors
/// 403 for three duties in one hand or a right the caller lacks, 422 for a role in the wrong place.
pub(super) fn check(desk: &Desk, kind: OrganisationKind, had: &[Role], roles: &[Role]) -> Result<(), Stop> {
    let own = &desk.caller()?.user.roles;
    if desk.app.config.profile == PasswordProfile::Dengbao && mixes_duties(roles) {
        return Err(Code::DutiesNotSeparate.into());
    }
    let given = roles.iter().filter(|role| !had.contains(role));
    let taken = had.iter().filter(|role| !roles.contains(role));
    if given.chain(taken).any(|role| !may_grant(own, *role)) {
        return Err(Code::NotAllowed.into());
    }
    let mut checks = Checks::default();
    checks.that(!roles.is_empty(), "/roles", "至少一个角色", "needs at least one");
    for (index, role) in roles.iter().enumerate() {
        let fits = role_fits(*role, kind);
        checks.that(
            fits,
            &format!("/roles/{index}"),
            "此角色不属于该类单位",
            "does not belong into such an organisation",
        );
    }
    Ok(checks.done()?)
}
