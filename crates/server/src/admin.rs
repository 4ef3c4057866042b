//! The first people, and what an administrator does at the machine itself.

use crate::{
    App,
    config::PasswordProfile,
    permissions::{mixes_duties, role_fits},
    sessions::{attempts_key, folded},
    text,
};
use formula::Sentence;
use jiff::SignedDuration;
use serde_json::json;
use store::{
    OrganisationKind, PageRequest, Role, Scope, StoreError, Work, attempts,
    audit::{Entry, Outcome},
    invitations,
    organisations::{self, Filter, NewOrganisation, Organisation, Sort},
    second_factor, sessions,
    users::{self, NewUser, Tongue, UserState},
};
use thiserror::Error;

const LINK_LIFE: SignedDuration = SignedDuration::from_hours(24);

/// The accounts of the first administrators: log-in, name, roles. With `dengbao` one person each. Giving the roles of
/// administrators needs two persons, so there are two security administrators from the start.
fn founders(profile: PasswordProfile) -> Vec<(&'static str, &'static str, Vec<Role>)> {
    let (system, security) = (Role::SystemAdministrator, Role::SecurityAdministrator);
    match profile {
        PasswordProfile::Asvs => {
            vec![("admin", "管理员", vec![system, security]), ("admin-2", "管理员（复核）", vec![security])]
        }
        PasswordProfile::Dengbao => vec![
            ("sysadmin", "系统管理员", vec![system]),
            ("secadmin", "安全管理员", vec![security]),
            ("secadmin-2", "安全管理员（复核）", vec![security]),
            ("auditor", "审计员", vec![Role::Auditor]),
        ],
    }
}

/// On a database without people: makes the first administrators and says their one-time links. Links that nobody
/// has used by the next start are made anew.
///
/// # Errors
/// The store's failure.
pub async fn first_links(app: &App, say: &mut impl FnMut(&Sentence)) -> Result<(), StoreError> {
    let founders = founders(app.config.profile);
    if !users::any(&app.database).await? {
        let work = app.database.begin(app.edge.now()).await?;
        let centre = centre(app, &work).await?;
        for (login, name, roles) in &founders {
            let id = app.edge.id();
            let new =
                NewUser { id: &id, organisation: &centre, login, name, language: Tongue::Chinese, roles };
            users::add(&work, &new).await?;
        }
        work.commit(&entry("found", "platform", &centre.id, &centre.path), &[]).await?;
    }
    let mut links = Vec::new();
    for (login, ..) in founders {
        let user = users::by_login(&app.database, login).await?;
        if let Some(user) = user.filter(|user| user.state == UserState::Invited) {
            links.push(format!("  {login}: {}", link(app, &user.id, &user.path).await?));
        }
    }
    if !links.is_empty() {
        say(&Sentence::new(
            "首次使用：请在24小时内打开下列一次性链接，为管理员设置口令（重新启动会换发新链接）",
            "First use: open these one-time links within 24 hours and choose the administrators' passwords (a restart makes new ones)",
        ));
    }
    for link in links {
        say(&Sentence::new(link.as_str(), link.as_str()));
    }
    Ok(())
}

async fn centre(app: &App, work: &Work) -> Result<Organisation, StoreError> {
    let id = app.edge.id();
    let opens_on = crate::caller::beijing_day(app.edge.now());
    let kind = OrganisationKind::Centre;
    let new =
        NewOrganisation { id: &id, kind, parent: None, name: "管理中心", credit_code: None, opens_on };
    organisations::add(work, &new).await
}

/// Makes a one-time link for the person who signs in as `login`: they choose a new password, open sessions end, and
/// with `second_factor` their one-time codes go too. `None` when there is no such person or they are shut out.
///
/// # Errors
/// The store's failure.
pub async fn reset_password(
    app: &App,
    login: &str,
    second_factor: bool,
) -> Result<Option<String>, StoreError> {
    let user = users::by_login(&app.database, &folded(login)).await?;
    let Some(user) = user.filter(|user| user.state != UserState::Disabled) else { return Ok(None) };
    let work = app.database.begin(app.edge.now()).await?;
    sessions::end_all(&work, &user.id, None).await?;
    attempts::clear(&work, &attempts_key(login)).await?;
    if second_factor {
        second_factor::remove(&work, &user.id).await?;
    }
    let link = issue(app, &work, &user.id).await?;
    let mut entry = entry("reset", "user", &user.id, &user.path);
    entry.detail = json!({"at": "the machine", "second_factor_removed": second_factor});
    work.commit(&entry, &[]).await?;
    Ok(Some(link))
}

/// Why nobody was appointed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum NotAppointed {
    /// There is no such role.
    #[error("there is no such role")]
    Role,
    /// The role is none that is given in the centre.
    #[error("the role belongs into another kind of organisation than the topmost one")]
    Place,
    /// One person would hold two of the three administrations.
    #[error("system, security and audit administration cannot be one person")]
    Duties,
    /// The person belongs elsewhere.
    #[error("the person does not belong to the topmost organisation")]
    Person,
    /// There is no organisation at the top yet.
    #[error("nothing was set up yet: start the server once")]
    Nothing,
}

impl NotAppointed {
    /// The same in both languages.
    #[must_use]
    pub fn sentence(self) -> Sentence {
        let zh = match self {
            Self::Role => "没有这个角色",
            Self::Place => "该角色不能设在最上级单位",
            Self::Duties => "系统、安全、审计管理员不得由同一人担任",
            Self::Person => "此人不属于最上级单位",
            Self::Nothing => "平台尚未初始化，请先运行一次 jifen serve",
        };
        Sentence::new(zh, self.to_string())
    }
}

/// Gives `role` to the person who signs in as `login` in the topmost organisation, who is entered as `name` when
/// nobody is called so; and makes a one-time link for them. For whoever runs the machine, when nobody is left who
/// could confirm what another administrator asks for: it is written down like everything else.
///
/// # Errors
/// The store's failure; inside, why it was not done.
pub async fn appoint(
    app: &App,
    login: &str,
    name: &str,
    role: Role,
) -> Result<Result<String, NotAppointed>, StoreError> {
    let work = app.database.begin(app.edge.now()).await?;
    let Some(top) = top(&work).await? else { return Ok(Err(NotAppointed::Nothing)) };
    if !role_fits(role, top.kind) {
        return Ok(Err(NotAppointed::Place));
    }
    let login = folded(login);
    let known = users::by_login(&work, &login).await?;
    let mut roles = known.as_ref().map_or_else(Vec::new, |user| user.roles.clone());
    roles.push(role);
    if app.config.profile == PasswordProfile::Dengbao && mixes_duties(&roles) {
        return Ok(Err(NotAppointed::Duties));
    }
    let (user, had) = match known {
        Some(user) if user.organisation_id != top.id => return Ok(Err(NotAppointed::Person)),
        Some(user) => {
            // Somebody shut out comes back by the link.
            let state = (user.state == UserState::Disabled).then_some(UserState::Invited);
            let change = users::Change { roles: Some(&roles), state, ..users::Change::default() };
            (users::change(&work, &user, &change).await?, user.roles)
        }
        None => {
            let (id, language) = (app.edge.id(), Tongue::Chinese);
            let new = NewUser { id: &id, organisation: &top, login: &login, name, language, roles: &roles };
            (users::add(&work, &new).await?, Vec::new())
        }
    };
    let link = issue(app, &work, &user.id).await?;
    let mut entry = entry("appoint", "user", &user.id, &user.path);
    let words = |roles: &[Role]| roles.iter().map(|role| role.word()).collect::<Vec<_>>();
    entry.detail = json!({"at": "the machine", "login": login, "roles": [words(&had), words(&user.roles)]});
    work.commit(&entry, &[]).await?;
    Ok(Ok(link))
}

/// The organisation that nothing stands above: the centre, or the only zone.
async fn top(work: &Work) -> Result<Option<Organisation>, StoreError> {
    for kind in [OrganisationKind::Centre, OrganisationKind::Zone] {
        let filter = Filter { kind: Some(kind), ..Filter::default() };
        let request = PageRequest { limit: 200, after: None, descending: false };
        let page = organisations::list(work, &Scope::Everything, &filter, Sort::CreatedAt, &request).await?;
        if let Some(found) = page.items.into_iter().find(|one| one.parent_id.is_none()) {
            return Ok(Some(found));
        }
    }
    Ok(None)
}

async fn link(app: &App, user_id: &str, path: &str) -> Result<String, StoreError> {
    let work = app.database.begin(app.edge.now()).await?;
    let link = issue(app, &work, user_id).await?;
    work.commit(&entry("issue", "invitation", user_id, path), &[]).await?;
    Ok(link)
}

async fn issue(app: &App, work: &Work, user_id: &str) -> Result<String, StoreError> {
    let token = app.edge.secret("jfi_");
    let expires_at = work.now() + LINK_LIFE;
    invitations::issue(work, &app.edge.id(), user_id, &text::fingerprint(&token), expires_at).await?;
    Ok(format!("{}/accept#{token}", app.config.public_url))
}

/// An entry of the system itself.
pub(crate) fn entry(action: &str, resource: &str, id: &str, path: &str) -> Entry {
    Entry {
        actor_id: None,
        actor_name: None,
        address: None,
        request_id: None,
        action: action.to_owned(),
        resource: resource.to_owned(),
        resource_id: Some(id.to_owned()),
        path: path.to_owned(),
        purpose: None,
        outcome: Outcome::Done,
        detail: json!({}),
    }
}
