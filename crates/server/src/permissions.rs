//! Who may do what: one readable table, and the scope that follows from it.

use formula::Sentence;
use std::collections::HashMap;
use store::{OrganisationKind, Role, Scope, organisations::Organisation};

/// The table as it is read by people.
const TEXT: &str = include_str!("permissions/table.txt");

/// The order of the columns.
const COLUMNS: [Role; 11] = [
    Role::CentreOfficer,
    Role::ZoneAdministrator,
    Role::DataReviewer,
    Role::RuleAuthor,
    Role::Publisher,
    Role::PolicyOfficer,
    Role::BankOfficer,
    Role::EnterpriseUser,
    Role::Auditor,
    Role::SystemAdministrator,
    Role::SecurityAdministrator,
];

/// How far a permission reaches; greater is farther.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// What belongs to the person.
    Person,
    /// The own organisation.
    Organisation,
    /// The own zone and all below.
    Zone,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Permission {
    /// The person has to prove again that it is them.
    pub fresh: bool,
    /// A second person has to confirm.
    pub two: bool,
    reaches: HashMap<Role, Reach>,
}

/// The whole table.
#[derive(Debug, Clone)]
pub struct Permissions(HashMap<String, Permission>);

impl Permissions {
    /// The table of this program.
    ///
    /// # Errors
    /// The first line that is not understood.
    pub fn of_this_program() -> Result<Self, String> {
        Self::parse(TEXT)
    }

    fn parse(text: &str) -> Result<Self, String> {
        let lines = text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
        let mut rows = HashMap::new();
        for line in lines {
            let (name, row) = parse_row(line).ok_or_else(|| format!("permission table: {line}"))?;
            if rows.insert(name.clone(), row).is_some() {
                return Err(format!("permission table: {name} stands twice"));
            }
        }
        Ok(Self(rows))
    }

    /// The row of a name, e.g. `organisation:list`.
    #[must_use]
    pub fn row(&self, name: &str) -> Option<&Permission> {
        self.0.get(name)
    }

    /// Every name, sorted.
    #[must_use]
    pub fn names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.0.keys().map(String::as_str).collect();
        names.sort_unstable();
        names
    }

    /// Every permission that needs two persons, sorted.
    #[must_use]
    pub fn two_person_names(&self) -> Vec<&str> {
        self.names().into_iter().filter(|name| self.0.get(*name).is_some_and(|row| row.two)).collect()
    }

    /// Whether giving `role` needs two persons: the administrative roles, and every role that may itself confirm
    /// something. Else somebody could make a second person of their own to confirm with.
    #[must_use]
    pub fn is_weighty(&self, role: Role) -> bool {
        is_administrative(role) || self.0.values().any(|row| row.two && row.reaches.contains_key(&role))
    }
}

fn parse_row(line: &str) -> Option<(String, Permission)> {
    let cells: Vec<&str> = line.split_whitespace().collect();
    let [name, marks, reaches @ ..] = cells.as_slice() else { return None };
    if reaches.len() != COLUMNS.len() || !name.contains(':') {
        return None;
    }
    let mut permission = Permission { fresh: false, two: false, reaches: HashMap::new() };
    for mark in marks.split(',') {
        match mark {
            "-" => {}
            "fresh" => permission.fresh = true,
            "two" => permission.two = true,
            _ => return None,
        }
    }
    for (role, cell) in COLUMNS.iter().zip(reaches) {
        let reach = match *cell {
            "." => continue,
            "P" => Reach::Person,
            "O" => Reach::Organisation,
            "Z" => Reach::Zone,
            _ => return None,
        };
        permission.reaches.insert(*role, reach);
    }
    Some(((*name).to_owned(), permission))
}

impl Permission {
    /// The roles that have it at all.
    pub(crate) fn holders(&self) -> Vec<Role> {
        let mut holders: Vec<Role> = self.reaches.keys().copied().collect();
        holders.sort_unstable();
        holders
    }

    /// The farthest reach among `roles`; `None` when none of them may.
    #[must_use]
    pub fn reach(&self, roles: &[Role]) -> Option<Reach> {
        roles.iter().filter_map(|role| self.reaches.get(role).copied()).max()
    }
}

/// The part of the data that `reach` means for a person of `organisation`.
pub(crate) fn scope(reach: Reach, user_id: &str, organisation: &Organisation) -> Scope {
    match reach {
        Reach::Person => Scope::Person(user_id.to_owned()),
        Reach::Organisation => Scope::Organisation(organisation.path.clone()),
        Reach::Zone => zone_scope(organisation),
    }
}

fn zone_scope(organisation: &Organisation) -> Scope {
    let path = organisation.path.as_str();
    match organisation.kind {
        OrganisationKind::Centre => Scope::Everything,
        OrganisationKind::Zone if organisation.parent_id.is_none() => Scope::Everything,
        OrganisationKind::Zone => Scope::Below(path.to_owned()),
        OrganisationKind::Department => Scope::Below(above(path).to_owned()),
        // A bank or an enterprise has nothing below it, whatever the table says.
        OrganisationKind::Bank | OrganisationKind::Enterprise => Scope::Organisation(path.to_owned()),
    }
}

/// `/a/b/` of `/a/b/c/`.
fn above(path: &str) -> &str {
    let trimmed = path.trim_end_matches('/');
    trimmed.rfind('/').map_or("/", |at| &path[..=at])
}

/// Whether a role belongs into an organisation of this kind.
pub(crate) const fn role_fits(role: Role, kind: OrganisationKind) -> bool {
    use OrganisationKind::{Bank, Centre, Department, Enterprise, Zone};
    match role {
        Role::CentreOfficer => matches!(kind, Centre),
        Role::BankOfficer => matches!(kind, Bank),
        Role::EnterpriseUser => matches!(kind, Enterprise),
        Role::ZoneAdministrator | Role::DataReviewer => matches!(kind, Zone | Department),
        Role::RuleAuthor | Role::Publisher | Role::PolicyOfficer => {
            matches!(kind, Centre | Zone | Department)
        }
        Role::Auditor | Role::SystemAdministrator | Role::SecurityAdministrator => {
            matches!(kind, Centre | Zone)
        }
    }
}

/// Whether somebody with `own` roles may give `role` to another.
pub(crate) fn may_grant(own: &[Role], role: Role) -> bool {
    if is_administrative(role) { own.contains(&Role::SecurityAdministrator) } else { !own.is_empty() }
}

/// The roles that only a security administrator gives.
const fn is_administrative(role: Role) -> bool {
    matches!(
        role,
        Role::Auditor | Role::SystemAdministrator | Role::SecurityAdministrator | Role::CentreOfficer
    )
}

/// What a role is called.
pub(crate) fn role_name(role: Role) -> Sentence {
    let (zh, en) = match role {
        Role::CentreOfficer => ("中心工作人员", "centre officer"),
        Role::ZoneAdministrator => ("高新区管理员", "zone administrator"),
        Role::DataReviewer => ("数据审核员", "data reviewer"),
        Role::RuleAuthor => ("规则编制员", "rule author"),
        Role::Publisher => ("发布员", "publisher"),
        Role::PolicyOfficer => ("政策专员", "policy officer"),
        Role::BankOfficer => ("银行客户经理", "bank officer"),
        Role::EnterpriseUser => ("企业用户", "enterprise user"),
        Role::Auditor => ("审计员", "auditor"),
        Role::SystemAdministrator => ("系统管理员", "system administrator"),
        Role::SecurityAdministrator => ("安全管理员", "security administrator"),
    };
    Sentence::new(zh, en)
}

/// Whether one person holds two of the three administrations (三员分立).
pub(crate) fn mixes_duties(roles: &[Role]) -> bool {
    let three = [Role::SystemAdministrator, Role::SecurityAdministrator, Role::Auditor];
    three.iter().filter(|role| roles.contains(role)).count() > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_understood() {
        let table = Permissions::of_this_program().unwrap();
        assert!(table.names().len() > 10);
        let head: Vec<&str> =
            TEXT.lines().rfind(|line| line.starts_with('#')).unwrap().split_whitespace().collect();
        assert_eq!(head.len(), COLUMNS.len() + 3);
        for (name, role) in head[3..].iter().zip(COLUMNS) {
            assert!(role.word().contains(name), "{name} stands over {}", role.word());
        }
    }

    #[test]
    fn a_line_that_is_not_understood_is_named() {
        for bad in [
            "x:y - Z",
            "xy - . . . . . . . . . . .",
            "x:y odd . . . . . . . . . . .",
            "x:y - Q . . . . . . . . . .",
        ] {
            assert!(Permissions::parse(bad).unwrap_err().contains(bad), "{bad}");
        }
    }

    #[test]
    fn several_roles_reach_as_far_as_the_farthest() {
        let table = Permissions::of_this_program().unwrap();
        let list = table.row("job:list").unwrap();
        assert_eq!(list.reach(&[Role::Auditor, Role::SystemAdministrator]), Some(Reach::Zone));
        assert_eq!(list.reach(&[Role::Auditor]), Some(Reach::Person));
        assert_eq!(table.row("backup:make").unwrap().reach(&[Role::Auditor]), None);
        assert_eq!(list.reach(&[]), None, "a person without a role may nothing");
    }

    #[test]
    fn who_could_confirm_something_is_made_by_two_persons() {
        let table = Permissions::of_this_program().unwrap();
        for (role, weighty) in [
            (Role::CentreOfficer, true),
            (Role::ZoneAdministrator, true),
            (Role::Auditor, true),
            (Role::SystemAdministrator, true),
            (Role::SecurityAdministrator, true),
            (Role::Publisher, false),
            (Role::EnterpriseUser, false),
            (Role::BankOfficer, false),
        ] {
            assert_eq!(table.is_weighty(role), weighty, "{}", role.word());
        }
    }

    #[test]
    fn whoever_may_confirm_an_action_may_look_at_it_and_decide() {
        let table = Permissions::of_this_program().unwrap();
        assert_eq!(table.two_person_names(), ["role:give", "user:recover"]);
        for role in table.two_person_names().iter().flat_map(|name| table.row(name).unwrap().holders()) {
            for name in ["approval:list", "approval:read", "approval:decide", "approval:withdraw"] {
                assert!(table.row(name).unwrap().reach(&[role]).is_some(), "{} {name}", role.word());
            }
        }
    }

    #[test]
    fn the_path_above() {
        for (path, expected) in [("/a/b/c/", "/a/b/"), ("/a/", "/"), ("/", "/")] {
            assert_eq!(above(path), expected);
        }
    }
}
