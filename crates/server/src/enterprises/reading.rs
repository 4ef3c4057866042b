//! 谁看了企业的数据: what another party than the enterprise and the zone that registers it reads is written down.
//! See `docs/adr/0016-who-read-what.md`.

use crate::{desk::Desk, input::Checks, problem::Stop};
use serde::Deserialize;
use serde_json::json;
use std::collections::BTreeMap;
use store::{OrganisationKind, enterprises::Enterprise};
use utoipa::IntoParams;

/// For what.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Reading {
    /// What it is read for; needed of those who are not of the enterprise's zone, and written down.
    pub(crate) purpose: Option<String>,
}

/// So much of a query is kept.
const LONGEST: usize = 500;

/// Who is not of the enterprise's zone says why, and it is written down.
///
/// # Errors
/// 422 without a purpose; the store's failure: nothing is read then.
pub(crate) async fn answer_for(desk: &Desk, one: &Enterprise, purpose: Option<&str>) -> Result<(), Stop> {
    let of_a_zone = !is_another_party(desk)?;
    if of_a_zone && desk.zone().await.is_ok_and(|zone| zone.id == one.zone_id) {
        return Ok(());
    }
    let purpose = purpose.unwrap_or_default().trim();
    let mut checks = Checks::default();
    checks.name(purpose, "?purpose");
    checks.done()?;
    let note = desk.note("read-values", "enterprise").on(&one.id, &one.path).for_purpose(purpose);
    Ok(desk.write_down(note.with(json!({ "operation": desk.operation() }))).await?)
}

/// Another party reads a list: one row for each zone whose enterprises are in it, with how many they are and what was
/// searched for. `paths` are those of the enterprises.
///
/// # Errors
/// The store's failure: nothing is read then.
pub(crate) async fn note_list<'a>(
    desk: &Desk,
    (resource, id): (&str, Option<&str>),
    paths: impl IntoIterator<Item = &'a str>,
) -> Result<(), Stop> {
    if !is_another_party(desk)? {
        return Ok(());
    }
    let mut zones: BTreeMap<&str, usize> = BTreeMap::new();
    for path in paths {
        *zones.entry(zone_of(path)).or_default() += 1;
    }
    if zones.is_empty() {
        zones.insert(&desk.caller()?.user.path, 0);
    }
    let query: String = desk.query().unwrap_or_default().chars().take(LONGEST).collect();
    let mut notes = zones.into_iter().map(|(zone, rows)| {
        let detail = json!({ "operation": desk.operation(), "query": query, "rows": rows });
        desk.note("read-list", resource).about(id, zone).with(detail)
    });
    let Some(first) = notes.next() else { return Ok(()) };
    Ok(desk.write_down_all(first, notes.collect()).await?)
}

/// Whether whoever asks is of no zone. People of a zone, of its departments and of its enterprises reach nothing of
/// another zone: the scope of every query sees to it.
fn is_another_party(desk: &Desk) -> Result<bool, Stop> {
    let kind = desk.caller()?.organisation.kind;
    Ok(matches!(kind, OrganisationKind::Centre | OrganisationKind::Bank))
}

/// The path of the zone above `path`: the centre's id and the zone's.
fn zone_of(path: &str) -> &str {
    path.match_indices('/').nth(2).map_or(path, |(at, _)| &path[..=at])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_zone_stands_second_in_a_path() {
        for (path, zone) in [("/c/z/e/", "/c/z/"), ("/c/z/", "/c/z/"), ("/c/", "/c/"), ("/", "/")] {
            assert_eq!(zone_of(path), zone);
        }
    }
}
