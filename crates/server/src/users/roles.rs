//! Which roles may be given to whom.

use crate::{
    approvals::Parties,
    config::{Config, PasswordProfile},
    input::Checks,
    permissions::{may_grant, mixes_duties, role_fits, role_name},
    problem::{Code, Stop},
};
use formula::Sentence;
use store::{OrganisationKind, Role};

/// A change of roles: whose kind of organisation, what they had, what they are to have.
#[derive(Clone, Copy)]
pub(super) struct Giving<'a> {
    pub(super) kind: OrganisationKind,
    pub(super) had: &'a [Role],
    pub(super) roles: &'a [Role],
}

impl Giving<'_> {
    /// The roles that are new.
    pub(super) fn given(&self) -> impl Iterator<Item = Role> {
        self.roles.iter().copied().filter(|role| !self.had.contains(role))
    }

    /// Every role that comes, goes or stays: who may not give one of them does not touch its holder.
    pub(super) fn touched(&self) -> Vec<Role> {
        self.had.iter().copied().chain(self.given()).collect()
    }

    fn taken(&self) -> impl Iterator<Item = Role> {
        self.had.iter().copied().filter(|role| !self.roles.contains(role))
    }

    /// Whether somebody with the roles `own` may do this. Roles that stay need no right.
    pub(super) fn is_allowed(&self, own: &[Role]) -> bool {
        self.given().chain(self.taken()).all(|role| may_grant(own, role))
    }

    /// Goes on when both persons may do this.
    ///
    /// # Errors
    /// What it means that one of them may not.
    pub(super) fn is_allowed_to_both(&self, both: &Parties) -> Result<(), Stop> {
        match both.each().into_iter().find(|(party, _)| !self.is_allowed(&party.user.roles)) {
            Some((_, code)) => Err(code.into()),
            None => Ok(()),
        }
    }

    /// Goes on when the roles may be given at all.
    ///
    /// # Errors
    /// 403 for three duties in one hand, 422 for a role in the wrong place.
    pub(super) fn check(&self, config: &Config) -> Result<(), Stop> {
        if config.profile == PasswordProfile::Dengbao && mixes_duties(self.roles) {
            return Err(Code::DutiesNotSeparate.into());
        }
        let mut checks = Checks::default();
        checks.that(!self.roles.is_empty(), "/roles", "至少一个角色", "needs at least one");
        for (index, role) in self.roles.iter().enumerate() {
            checks.that(
                role_fits(*role, self.kind),
                &format!("/roles/{index}"),
                "此角色不属于该类单位",
                "does not belong into such an organisation",
            );
        }
        Ok(checks.done()?)
    }
}

/// Roles as people read them.
pub(super) fn named(roles: &[Role]) -> Sentence {
    let all = |pick: fn(&Sentence) -> &str, comma: &str, none: &str| {
        let names: Vec<String> = roles.iter().map(|role| pick(&role_name(*role)).to_owned()).collect();
        if names.is_empty() { none.to_owned() } else { names.join(comma) }
    };
    Sentence::new(all(|name| &name.zh, "、", "无"), all(|name| &name.en, ", ", "none"))
}
