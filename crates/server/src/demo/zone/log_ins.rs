//! Enterprises with people of their own: those with a story, and one of fifty others.

use super::{Stage, code_of};
use crate::demo::ENTERPRISE;
use jiff::ToSpan;
use std::collections::BTreeSet;
use store::{
    OrganisationKind, Role, StoreError, Work,
    organisations::{self, NewOrganisation},
    users::{self, NewUser, Tongue},
};

/// One enterprise of so many has people who sign in.
const ONE_OF: usize = 50;

/// Enters them, unless they are there; log-in names with credit codes, in the order of the zone.
///
/// # Errors
/// The store's failure.
pub(super) async fn enter(stage: &Stage<'_>) -> Result<Vec<(String, String)>, StoreError> {
    let all = chosen(stage);
    // Nobody knows this password: these people act by themselves. An administrator may reset one to look in.
    let password = crate::text::base32(&stage.app.edge.bytes::<20>());
    let hash = stage.app.hasher.hash(&stage.app.edge, &password).await;
    let hash = hash.map_err(|_| StoreError::Corrupt { what: "demo password", value: String::new() })?;
    let work = stage.app.database.begin(stage.app.edge.now()).await?;
    let mut log_ins = Vec::with_capacity(all.len());
    for (number, (code, name)) in all.into_iter().enumerate() {
        let own = name == ENTERPRISE;
        let login = if own { "enterprise".to_owned() } else { format!("qy{:03}", number + 1) };
        if organisations::by_credit_code(&work, code).await?.is_none() {
            match stage.own_organisation(&work).await?.filter(|_| own) {
                Some(known) => drop(organisations::identify(&work, &known, code).await?),
                None => add(stage, &work, (code, name), &login, &hash).await?,
            }
        }
        log_ins.push((login, code.to_owned()));
    }
    work.commit(&crate::admin::entry("fill", "organisation", "demo", &stage.place.path), &[]).await?;
    Ok(log_ins)
}

/// Codes and names of the enterprises that get people.
fn chosen<'a>(stage: &'a Stage<'_>) -> Vec<(&'a str, &'a str)> {
    let told: BTreeSet<&str> = stage.drawn.stories.iter().map(|story| story.credit_code.as_str()).collect();
    let name = stage.column("name");
    let rows = stage.drawn.rows.iter().filter(|row| row.period == stage.year).enumerate();
    let wanted = rows.filter_map(|(index, row)| {
        let code = code_of(&row.facts)?;
        let name = match row.facts.get(name?) {
            Some(Some(formula::Fact::Text(name))) => name,
            _ => return None,
        };
        (told.contains(code) || index % ONE_OF == ONE_OF - 1).then_some((code, &**name))
    });
    wanted.collect()
}

async fn add(
    stage: &Stage<'_>,
    work: &Work,
    (code, name): (&str, &str),
    login: &str,
    hash: &str,
) -> Result<(), StoreError> {
    let (id, user_id) = (stage.app.edge.id(), stage.app.edge.id());
    let new = NewOrganisation {
        id: &id,
        kind: OrganisationKind::Enterprise,
        parent: Some(&stage.place),
        name,
        credit_code: Some(code),
        opens_on: stage.today.saturating_sub(1.year()),
    };
    let organisation = organisations::add(work, &new).await?;
    let person = format!("{}经办人", name.chars().take(4).collect::<String>());
    let new = NewUser {
        id: &user_id,
        organisation: &organisation,
        login,
        name: &person,
        language: Tongue::Chinese,
        roles: &[Role::EnterpriseUser],
    };
    users::add(work, &new).await?;
    users::set_password(work, &user_id, hash).await
}
