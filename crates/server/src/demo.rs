//! A demonstration: made-up organisations and one person per role, with a second security administrator to confirm.
//! Loopback only; the configuration sees to it.

mod zone;

use crate::{App, ServeError, admin, caller::beijing_day, permissions::role_name};
use ::demo::Story;
use formula::Sentence;
use jiff::ToSpan;
use store::{
    Database, OrganisationKind, Role, StoreError, Work,
    organisations::{self, NewOrganisation, Organisation},
    settings,
    users::{self, NewUser, Tongue},
};

/// One person per role, and a second one where two are needed: log-in, name, role, and where.
const PEOPLE: [(&str, &str, Role, Place); 13] = [
    ("centre", "陈立", Role::CentreOfficer, Place::Centre),
    ("zone", "王芳", Role::ZoneAdministrator, Place::Zone),
    ("reviewer", "李强", Role::DataReviewer, Place::Department),
    ("author", "赵敏", Role::RuleAuthor, Place::Zone),
    ("publisher", "孙伟", Role::Publisher, Place::Zone),
    ("policy", "周婷", Role::PolicyOfficer, Place::Department),
    ("bank", "吴磊", Role::BankOfficer, Place::Bank),
    ("bank-2", "何静", Role::BankOfficer, Place::Bank),
    ("enterprise", "郑洁", Role::EnterpriseUser, Place::Enterprise),
    ("auditor", "冯涛", Role::Auditor, Place::Centre),
    ("system", "褚静", Role::SystemAdministrator, Place::Centre),
    ("security", "卫东", Role::SecurityAdministrator, Place::Centre),
    ("security-2", "苏晴", Role::SecurityAdministrator, Place::Centre),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Centre,
    Zone,
    Department,
    Bank,
    Enterprise,
}

/// The zone that is filled.
const ZONE: &str = "示范高新技术产业开发区";

/// The enterprise whose person signs in as `enterprise`.
const ENTERPRISE: &str = "星火智能装备有限公司";

/// The setting that marks a database as a demonstration's.
const MARK: &str = "demonstration";

/// Makes organisations and people unless they are there, gives all people one fresh password, and says the log-ins.
///
/// # Errors
/// A database with people that is no demonstration's, the store's failure, or no place to hash.
pub async fn seed(app: &App, say: &mut impl FnMut(&Sentence)) -> Result<(), ServeError> {
    let password = password(app);
    let hash = app.hasher.hash(&app.edge, &password).await;
    let hash = hash.map_err(|_| StoreError::Corrupt { what: "demo password", value: String::new() })?;
    keep_apart(app).await?;
    let marked = is_one(&app.database).await?;
    let work = app.database.begin(app.edge.now()).await?;
    if !marked {
        people(app, &work).await?;
        settings::put(&work, MARK, "true").await?;
    }
    for (login, ..) in PEOPLE {
        if let Some(user) = users::by_login(&work, login).await? {
            users::set_password(&work, &user.id, &hash).await?;
        }
    }
    work.commit(&admin::entry("seed", "demo", "demo", "/"), &[]).await?;
    say(&Sentence::new(
        format!("演示账号，口令均为 {password}："),
        format!("Demonstration log-ins (password {password}):"),
    ));
    for (login, name, role, _) in PEOPLE {
        let zh = role_name(role).zh;
        say(&Sentence::new(
            format!("  {login:<12} {name}  {zh}"),
            format!("  {login:<12} {name}  {}", role.word()),
        ));
    }
    Ok(())
}

/// Sees to it that a demonstration and real people never share a database.
///
/// # Errors
/// That they would, or the store's failure.
pub(crate) async fn keep_apart(app: &App) -> Result<(), ServeError> {
    match (app.config.demo, is_one(&app.database).await?) {
        // Real people may be called like ours: their passwords are not to be touched.
        (true, false) if users::any(&app.database).await? => Err(ServeError::RealPeople),
        (false, true) => Err(ServeError::Demonstration),
        _ => Ok(()),
    }
}

async fn is_one(database: &Database) -> Result<bool, StoreError> {
    Ok(settings::get(database, MARK).await?.is_some())
}

/// Fills the demonstration's zone with enterprises, three published years and one in progress, as people would do it,
/// while the server answers already, and says how that ended. What is there stays; where this is no demonstration, nothing
/// is done or said.
pub async fn fill(app: App) -> Option<Sentence> {
    let count = app.config.demo_enterprises;
    if !app.config.demo || count == 0 {
        return None;
    }
    if app.config.second_factor {
        // The zone is filled over the API as its people would do it, and these have no codes yet.
        return Some(Sentence::new(
            "已要求动态码登录，演示园区不预填数据；要看演示数据，请去掉 --second-factor 后换一个数据目录重新启动",
            "One-time codes are demanded, so the demonstration's zone stays empty; to see its data, start without --second-factor in another data folder",
        ));
    }
    match zone::fill(&app, ZONE, count).await {
        Ok(true) => Some(Sentence::new(
            "演示数据已就绪：三个已发布年度，一个进行中的批次",
            "The demonstration's data are ready: three published years, one in progress",
        )),
        Ok(false) => None,
        Err(error) => {
            tracing::error!(%error, "the demonstration's zone was not filled");
            Some(Sentence::new(
                "演示数据未能备齐，原因见日志；重新启动会接着准备",
                "The demonstration's data could not be made ready; the log says why, and the next start goes on",
            ))
        }
    }
}

/// The id of the filled zone and the stories told in it; nothing where `database` is no demonstration's.
///
/// # Errors
/// The store's failure.
pub(crate) async fn stories(database: &Database) -> Result<Option<(String, Vec<Story>)>, StoreError> {
    zone::stories(database, ZONE).await
}

/// Long enough for either policy, and easy to type.
fn password(app: &App) -> String {
    let letters = crate::text::base32(&app.edge.bytes::<10>()).to_lowercase();
    format!("Jf-{}-{}-7", &letters[..6], &letters[6..12])
}

async fn people(app: &App, work: &Work) -> Result<(), StoreError> {
    let centre = open(app, work, OrganisationKind::Centre, None, "省科技创新管理中心（演示）").await?;
    let zone = open(app, work, OrganisationKind::Zone, Some(&centre), ZONE).await?;
    let other = open(app, work, OrganisationKind::Zone, Some(&centre), "滨江高新技术产业开发区").await?;
    let department = open(app, work, OrganisationKind::Department, Some(&zone), "科技创新局").await?;
    let bank = open(app, work, OrganisationKind::Bank, Some(&zone), "示范银行科技支行").await?;
    let enterprise = open(app, work, OrganisationKind::Enterprise, Some(&zone), ENTERPRISE).await?;
    open(app, work, OrganisationKind::Enterprise, Some(&other), "远航新材料有限公司").await?;
    for (login, name, role, place) in PEOPLE {
        let organisation = match place {
            Place::Centre => &centre,
            Place::Zone => &zone,
            Place::Department => &department,
            Place::Bank => &bank,
            Place::Enterprise => &enterprise,
        };
        let id = app.edge.id();
        let roles = [role];
        let new = NewUser { id: &id, organisation, login, name, language: Tongue::Chinese, roles: &roles };
        users::add(work, &new).await?;
    }
    Ok(())
}

async fn open(
    app: &App,
    work: &Work,
    kind: OrganisationKind,
    parent: Option<&Organisation>,
    name: &str,
) -> Result<Organisation, StoreError> {
    let id = app.edge.id();
    let opens_on = beijing_day(app.edge.now()).saturating_sub(1.year());
    organisations::add(work, &NewOrganisation { id: &id, kind, parent, name, credit_code: None, opens_on })
        .await
}
