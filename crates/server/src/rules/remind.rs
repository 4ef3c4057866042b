//! Reminding those who write rules: when a policy or product ends within 60 days, and again within 30 and within 7, unless a
//! version comes after it. A zone's policy officers hear of everything on its shelves, a bank of what it published itself.

use super::{ZoneRules, zone::every};
use crate::{
    admin::entry,
    app::App,
    caller::beijing_day,
    notices::{Kind, unasked},
};
use jiff::civil::Date;
use rulebook::{Found, find_policies_from, find_products_from};
use serde_json::{Value, json};
use std::{collections::BTreeMap, path::PathBuf};
use store::{
    Database, OrganisationKind, Role, Scope, StoreError, notices,
    organisations::Organisation,
    settings,
    users::{self, UserState},
};

/// So many days before the last one.
const STAGES: [i32; 3] = [7, 30, 60];
/// So many are named in a message.
const NAMED: usize = 5;

/// A policy or product whose last version ends soon.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Ending {
    /// `policy` or `product`, its code and version.
    key: String,
    product: bool,
    zh: String,
    en: String,
    until: Date,
    /// Within so many days: one of [`STAGES`].
    stage: i32,
}

/// Reminds them; says how many messages were sent.
///
/// # Errors
/// The store's failure.
pub async fn remind_rule_writers(app: &App) -> Result<usize, StoreError> {
    let mut sent = 0;
    for zone in every(&app.database, OrganisationKind::Zone).await? {
        let rules = ZoneRules::library_for(app, &app.database, &zone).await?;
        let (policies, products) = (rules.policies(), rules.products());
        sent += remind(app, &zone, rules, policies, products).await?;
    }
    for bank in every(&app.database, OrganisationKind::Bank).await? {
        let (rules, products) = ZoneRules::products_of_bank(app, &app.database, &bank.path).await?;
        if !products.is_empty() {
            sent += remind(app, &bank, rules, Vec::new(), products).await?;
        }
    }
    Ok(sent)
}

/// Reminds the people of `organisation` of what they were not told yet.
async fn remind(
    app: &App,
    organisation: &Organisation,
    rules: ZoneRules,
    policies: Vec<PathBuf>,
    products: Vec<PathBuf>,
) -> Result<usize, StoreError> {
    let today = beijing_day(app.edge.now());
    let found = tokio::task::spawn_blocking(move || {
        let policies = find_policies_from(&rules, &policies).map(|found| ending(&found, false, today));
        let products = find_products_from(&rules, &products).map(|found| ending(&found, true, today));
        // A file that is wrong is told to whoever looks at the library.
        policies.into_iter().chain(products).flatten().collect::<Vec<_>>()
    });
    let found = found.await.map_err(|error| StoreError::File(std::io::Error::other(error.to_string())))?;
    let name = format!("rules-ending/{}", organisation.id);
    let said = settings::get(&app.database, &name).await?;
    let mut said: BTreeMap<String, i32> =
        said.and_then(|(text, _)| serde_json::from_str(&text).ok()).unwrap_or_default();
    let new: Vec<&Ending> = found.iter().filter(|one| said.get(&one.key) != Some(&one.stage)).collect();
    if new.is_empty() {
        return Ok(0);
    }
    // What is not found now may be found again: a file is wrong for a while, and nobody is to hear of it twice.
    said.extend(new.iter().map(|one| (one.key.clone(), one.stage)));
    let readers = readers(app, organisation).await?;
    let detail = detail(&new);
    let work = app.database.begin(app.edge.now()).await?;
    settings::put(&work, &name, &json!(said).to_string()).await?;
    let message = |(path, person): &(String, Option<String>)| {
        unasked(&app.edge, (path, person.as_deref()), Kind::RulesEnding, &detail)
    };
    let messages: Vec<_> = readers.iter().map(message).collect();
    let sent = messages.len();
    notices::send(&work, messages).await?;
    let mut note = entry("remind", "rules", &organisation.id, &organisation.path);
    note.detail = detail;
    work.commit(&note, &[]).await.map(|_| sent)
}

/// Who is told, with their path: everybody of a bank; of a zone and its departments those who write its policies.
async fn readers(
    app: &App,
    organisation: &Organisation,
) -> Result<Vec<(String, Option<String>)>, StoreError> {
    if organisation.kind == OrganisationKind::Bank {
        return Ok(vec![(organisation.path.clone(), None)]);
    }
    let officers = policy_officers(&app.database, &organisation.path).await?;
    Ok(officers.into_iter().map(|(path, person)| (path, Some(person))).collect())
}

/// The paths and ids of those who work on a zone's policies, in the zone itself and its departments.
///
/// # Errors
/// The store's failure.
pub(crate) async fn policy_officers(
    database: &Database,
    zone_path: &str,
) -> Result<Vec<(String, String)>, StoreError> {
    let within = Scope::Below(zone_path.to_owned());
    let officers = users::with_any_role(database, &[Role::PolicyOfficer]).await?;
    let own = officers.into_iter().map(|(user, _)| user);
    let own = own.filter(|user| user.state == UserState::Active && within.holds(&user.path));
    Ok(own.map(|user| (user.path, user.id)).collect())
}

/// Of each code the last version, where it ends soon; `found` is by code and first day.
fn ending(found: &[Found], product: bool, today: Date) -> Vec<Ending> {
    let last = found.chunk_by(|one, other| one.code == other.code).filter_map(<[Found]>::last);
    let ending = last.filter_map(|one| {
        let until = one.in_force.until.filter(|until| *until >= today)?;
        let days = today.until(until).ok()?.get_days();
        Some(Ending {
            key: format!("{} {} {}", if product { "product" } else { "policy" }, one.code, one.version),
            product,
            zh: one.name.zh.clone(),
            en: one.name.en.clone().unwrap_or_else(|| one.name.zh.clone()),
            until,
            stage: STAGES.into_iter().find(|stage| days <= *stage)?,
        })
    });
    ending.collect()
}

fn detail(new: &[&Ending]) -> Value {
    let mut by_day = new.to_vec();
    by_day.sort_by_key(|one| (one.until, one.key.clone()));
    let names = |of: fn(&Ending) -> &String| by_day.iter().take(NAMED).map(|one| of(one)).collect::<Vec<_>>();
    json!({
        "policies": new.iter().filter(|one| !one.product).count(),
        "products": new.iter().filter(|one| one.product).count(),
        "next": by_day.first().map(|one| one.until.to_string()),
        "names": names(|one| &one.zh),
        "names_en": names(|one| &one.en),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Name, Status, cultivation::InForce};
    use jiff::civil::date;

    fn version(code: &str, version: &str, from: Date, until: Option<Date>) -> Found {
        Found {
            path: format!("{code}-{version}.yaml").into(),
            code: code.into(),
            name: Name { zh: code.into(), en: None },
            status: Status::Illustrative,
            version: version.into(),
            replaces: None,
            in_force: InForce { from, until },
        }
    }

    #[test]
    fn only_the_last_version_of_a_code_ends_it() {
        let (from, end) = (date(2026, 1, 1), date(2026, 12, 31));
        let found = [
            version("a", "1", from, Some(end)),
            version("b", "1", from, Some(end)),
            version("b", "2", date(2027, 1, 1), None),
            version("c", "1", from, None),
        ];
        let told = |today: Date| -> Vec<(String, i32)> {
            ending(&found, false, today).into_iter().map(|one| (one.key, one.stage)).collect()
        };
        let a = |stage| vec![("policy a 1".to_owned(), stage)];
        assert_eq!(told(date(2026, 10, 31)), [], "61 days before the last one");
        assert_eq!(told(date(2026, 11, 1)), a(60));
        assert_eq!(told(date(2026, 12, 1)), a(30));
        assert_eq!(told(date(2026, 12, 24)), a(7));
        assert_eq!(told(end), a(7), "on its last day");
        assert_eq!(told(date(2027, 1, 1)), [], "it is over");
    }
}
