//! What has to be there after a kill.

use super::{Kept, Server, story::TAKING_PART};
use crate::kit::Place;
use jiff::Timestamp;
use run::Opened;
use std::collections::BTreeMap;
use store::{
    Database, PageRequest, Scope, audit,
    batches::{self, BatchState, ParticipantState},
    filings,
    imports::{self, ImportState},
    jobs::{self, JobState},
    runs::{self, Run, RunState},
    values::{self, Which},
};

const ALL: PageRequest = PageRequest { limit: 1_000_000, after: None, descending: false };

/// Looks at the data as the kill left them.
pub async fn look(place: &Place, kept: &Kept) {
    let database = Database::open(&place.address, &place.anchor(), Timestamp::now()).await.unwrap();
    let verdict = audit::verify(&database).await.unwrap();
    assert!(verdict.is_good(), "{verdict:?}");
    whole_imports(&database, kept).await;
    whole_runs(&database, kept).await;
    for ((what, which), how) in kept {
        match what.as_str() {
            "submitted" | "approved" => insist_filed(&database, what, which, how).await,
            "frozen" => {
                let batch = batches::within(&database, &Scope::Everything, which).await.unwrap().unwrap();
                let still = matches!(batch.state, BatchState::Frozen | BatchState::Published);
                assert!(still, "the freeze of {which} was acknowledged: {:?}", batch.state);
            }
            _ => {}
        }
    }
    database.close().await.unwrap();
}

/// An import is there with all its rows or with none.
async fn whole_imports(database: &Database, kept: &Kept) {
    let found = imports::list(database, &Scope::Everything, &imports::Filter::default(), &ALL).await.unwrap();
    let mut rows: BTreeMap<String, usize> = BTreeMap::new();
    for statement in values::statements(database, &Which::default()).await.unwrap() {
        if let Some(import) = statement.import_id {
            *rows.entry(import).or_default() += 1;
        }
    }
    for import in &found.items {
        let expected = if import.state == ImportState::Done { TAKING_PART } else { 0 };
        let stored = rows.remove(&import.id).unwrap_or(0);
        assert_eq!(stored, expected, "rows of import {}, which is {:?}", import.id, import.state);
        let acknowledged = kept.contains_key(&("import".to_owned(), import.id.clone()));
        assert!(!acknowledged || import.state == ImportState::Done, "{} was acknowledged", import.id);
    }
    assert!(rows.is_empty(), "rows of imports that are not there: {rows:?}");
    let there = |id: &String| found.items.iter().any(|import| import.id == *id);
    assert!(kept.keys().all(|(what, id)| what != "import" || there(id)), "an acknowledged import is gone");
}

/// A run is there with all its results and its audit row, or not at all; of a batch one is published at most.
async fn whole_runs(database: &Database, kept: &Kept) {
    let found = runs::list(database, &Scope::Everything, &runs::Filter::default(), &ALL).await.unwrap().items;
    let mut published: BTreeMap<&str, usize> = BTreeMap::new();
    for run in &found {
        assert_eq!(
            runs::results(database, &run.id).await.unwrap().len(),
            TAKING_PART,
            "results of {}",
            run.id
        );
        assert!(!runs::frozen_of(database, &run.id).await.unwrap().is_empty(), "values of {}", run.id);
        *published.entry(&run.batch_id).or_default() += usize::from(run.state == RunState::Published);
    }
    assert!(published.values().all(|count| *count <= 1), "{published:?}");
    let out = |run: &&Run| matches!(run.state, RunState::Published | RunState::Superseded);
    for (action, expected) in [("compute", found.len()), ("publish", found.iter().filter(out).count())] {
        let filter = audit::Filter { action: Some(action.to_owned()), ..audit::Filter::default() };
        let rows = audit::list(database, &Scope::Everything, &filter, &ALL).await.unwrap().total;
        assert_eq!(usize::try_from(rows).unwrap(), expected, "audit rows of {action}");
    }
    for ((what, id), code) in kept.iter().filter(|((what, _), _)| what == "run" || what == "published") {
        let run = found.iter().find(|run| run.id == *id);
        let run = run.unwrap_or_else(|| panic!("{what} {id} was acknowledged and is gone"));
        assert_eq!(&run.receipt_code, code);
        assert!(what == "run" || out(&run), "the publication of {id} was acknowledged: {:?}", run.state);
    }
}

async fn insist_filed(database: &Database, what: &str, which: &str, receipt: &str) {
    let found = batches::participant(database, &Scope::Everything, which).await.unwrap().unwrap();
    assert_eq!(found.receipt_number.as_deref(), Some(receipt), "{what} {which}");
    let state = filings::frozen_from(database, which).await.unwrap().unwrap_or(found.state);
    let enough = match what {
        "approved" => state == ParticipantState::Approved,
        _ => matches!(state, ParticipantState::Submitted | ParticipantState::Approved),
    };
    assert!(enough, "{what} {which} was acknowledged: {state:?}");
}

/// After the last life every job comes to its end, and what was published verifies by itself.
pub async fn look_at_the_end(place: &Place, life: i32, kept: &Kept) {
    let server = Server::open(place.folder.path(), &place.address, life).await;
    server.works().await;
    let all =
        jobs::list(&server.database, &Scope::Everything, &jobs::Filter::default(), &ALL).await.unwrap().items;
    let unended: Vec<_> = all.iter().filter(|job| job.state != JobState::Done).collect();
    assert!(unended.is_empty(), "{unended:?}");
    let publisher = server.actor("publisher").await;
    for (what, id) in kept.keys() {
        if what == "published" {
            let file = tempfile::Builder::new().suffix(".zip").tempfile().unwrap();
            std::fs::write(file.path(), publisher.bytes(&format!("/api/v1/runs/{id}/bundle")).await).unwrap();
            let opened = Opened::read(file.path()).unwrap();
            let job = opened.job(run::Options::default()).unwrap();
            let mut again = job.score(job.prepare(jiff::civil::date(2030, 1, 1)).unwrap()).unwrap();
            assert_eq!(opened.recomputed(&mut again).unwrap(), [], "run {id} verifies");
        }
    }
    server.database.close().await.unwrap();
    look(place, kept).await;
}
