//! Reminding officers of applications: two working days before the last day, and once more when it has passed.

use super::detail_of;
use crate::{
    admin::entry,
    app::App,
    caller::beijing_day,
    notices::{Kind, unasked},
    rules::policy_officers,
};
use domain::policies::applying::working_days_after;
use serde_json::json;
use std::collections::BTreeMap;
use store::{
    OrganisationKind, Scope, StoreError,
    applications::{self, Application},
    notices, organisations, settings,
};

/// So many working days before the last one.
const BEFORE: u16 = 2;
/// What was said, by application.
const SAID: &str = "applications-reminded";

/// Reminds them; says how many messages were sent.
///
/// # Errors
/// The store's failure.
pub async fn remind_about_applications(app: &App) -> Result<usize, StoreError> {
    let now = app.edge.now();
    let today = beijing_day(now);
    let pressing = applications::due_by(&app.database, working_days_after(today, BEFORE)).await?;
    let said = settings::get(&app.database, SAID).await?;
    let said: BTreeMap<String, String> =
        said.and_then(|(text, _)| serde_json::from_str(&text).ok()).unwrap_or_default();
    // A move makes another version, the last day's passing another word: each is said once.
    let stage = |one: &Application| {
        let late = one.due_on.is_some_and(|due| due < today);
        format!("{} {}", one.version, if late { "late" } else { "soon" })
    };
    let stages: BTreeMap<String, String> = pressing.iter().map(|one| (one.id.clone(), stage(one))).collect();
    let new: Vec<&Application> =
        pressing.iter().filter(|one| said.get(&one.id) != stages.get(&one.id)).collect();
    if new.is_empty() {
        return Ok(0);
    }
    let mut officers = BTreeMap::new();
    for zone in new.iter().map(|one| &one.zone_id) {
        if !officers.contains_key(zone) {
            let known = organisations::within(&app.database, &Scope::Everything, zone).await?;
            let path = known.filter(|zone| zone.kind == OrganisationKind::Zone).map(|zone| zone.path);
            let people = match &path {
                Some(path) => policy_officers(&app.database, path).await?,
                None => Vec::new(),
            };
            officers.insert(zone.clone(), people);
        }
    }
    let work = app.database.begin(now).await?;
    settings::put(&work, SAID, &json!(stages).to_string()).await?;
    let (mut messages, mut entries) = (Vec::new(), Vec::new());
    for one in new {
        let detail = detail_of(one);
        for (path, person) in officers.get(&one.zone_id).into_iter().flatten() {
            let reader = (path.as_str(), Some(person.as_str()));
            messages.push(unasked(&app.edge, reader, Kind::PolicyApplicationDue, &detail));
        }
        let mut note = entry("remind", "policy-application", &one.id, &one.path);
        note.detail = detail;
        entries.push(note);
    }
    let sent = messages.len();
    notices::send(&work, messages).await?;
    match entries.split_first() {
        Some((first, more)) => work.commit(first, more).await.map(|_| sent),
        None => Ok(0),
    }
}
