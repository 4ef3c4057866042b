//! What the zone of the demonstration shows to everybody: the latest year, and the enterprises that agreed. That they
//! agreed is invented, as they are.

use super::Stage;
use crate::admin;
use std::collections::HashMap;
use store::{
    Scope, StoreError, batches, enterprises,
    portal::{self, PublicList},
    runs, users,
};

/// The first of each stage are shown.
const MOST: i64 = 50;
/// One of so many does not agree.
const SILENT: usize = 3;

/// Shows the results of `year`.
///
/// # Errors
/// The store's failure.
pub(super) async fn show(stage: &Stage<'_>, year: i32) -> Result<(), StoreError> {
    let database = &stage.app.database;
    let filter = batches::Filter { zone_id: Some(stage.place.id.clone()), ..batches::Filter::default() };
    let page = store::PageRequest { limit: 50, after: None, descending: true };
    let all = batches::list(database, &Scope::Everything, &filter, &page).await?;
    let Some(batch) = all.items.into_iter().find(|batch| batch.year == year) else { return Ok(()) };
    let Some(run) = runs::published(database, &batch.id).await? else { return Ok(()) };
    let results = runs::results(database, &run.id).await?;
    let first: Vec<String> = results
        .into_iter()
        .filter(|one| one.stage_rank.is_some_and(|rank| rank <= MOST))
        .map(|one| one.enterprise_id)
        .collect();
    let paths: HashMap<String, String> =
        enterprises::by_ids(database, &first).await?.into_iter().map(|one| (one.id, one.path)).collect();
    let Some(by) = users::by_login(database, "zone").await? else { return Ok(()) };
    let work = database.begin(stage.app.edge.now()).await?;
    for (_, id) in first.iter().enumerate().filter(|(at, _)| at % SILENT != 0) {
        if let Some(path) = paths.get(id)
            && portal::consent(&work, id).await?.is_none()
        {
            portal::say(&work, (id, path), (true, &by.id), 0).await?;
        }
    }
    if portal::of_batch(&work, &batch.id).await?.is_none() {
        let list = PublicList {
            batch_id: batch.id.clone(),
            zone_id: batch.zone_id.clone(),
            path: batch.path.clone(),
            shown: true,
            most: u32::try_from(MOST).ok(),
            shows_points: false,
            changed_by: by.id,
            changed_at: work.now(),
            version: 0,
        };
        portal::set(&work, list).await?;
    }
    work.commit(&admin::entry("show", "public-list", &batch.id, &batch.path), &[]).await?;
    Ok(())
}
