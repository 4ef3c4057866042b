//! The first people, and what an administrator does at the machine itself.

use crate::{
    App,
    config::PasswordProfile,
    sessions::{attempts_key, folded},
    text,
};
use formula::Sentence;
use jiff::SignedDuration;
use serde_json::json;
use store::{
    OrganisationKind, Role, StoreError, Work, attempts,
    audit::{Entry, Outcome},
    invitations,
    organisations::{self, NewOrganisation, Organisation},
    second_factor, sessions,
    users::{self, NewUser, Tongue, UserState},
};

const LINK_LIFE: SignedDuration = SignedDuration::from_hours(24);

/// The accounts of the first administrators: log-in, name, roles. With `dengbao` one person each.
fn founders(profile: PasswordProfile) -> Vec<(&'static str, &'static str, Vec<Role>)> {
    let (system, security) = (Role::SystemAdministrator, Role::SecurityAdministrator);
    match profile {
        PasswordProfile::Asvs => vec![("admin", "管理员", vec![system, security])],
        PasswordProfile::Dengbao => vec![
            ("sysadmin", "系统管理员", vec![system]),
            ("secadmin", "安全管理员", vec![security]),
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
