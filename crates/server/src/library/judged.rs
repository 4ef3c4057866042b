//! A run held against every ladder, kept while it is looked at. It is a function of the run's snapshot, the rule files,
//! the day and the occasion, so it can be forgotten and computed again at any time.

use super::usual_day;
use crate::{
    app::App,
    contents,
    desk::Desk,
    kept::Kept,
    problem::{Code, Problem, Stop},
};
use domain::{
    cultivation::{Application, Occasion},
    indicators::Item,
};
use jiff::civil::Date;
use run::{Library, Options, Reading, RunProblem, Rungs, Scratch};
use std::{collections::HashMap, sync::Arc, time::Duration};
use store::{
    PageRequest, Scope, StoreError,
    batches::{self, Batch},
    enterprises,
    runs::{self, Filter, Run, RunState},
};
use tokio::sync::{Semaphore, SemaphorePermit};

/// So many are kept; a zone of 6,000 takes some 30 MB.
const KEPT: usize = 4;
/// So many of these are computed before anybody asks.
const AHEAD: u64 = 2;
/// So many are computed at once: each day that somebody asks for is a computation of the whole zone.
pub(crate) const AT_ONCE: usize = 2;
/// Who waits for so long is told to come back.
pub(crate) const WAIT: Duration = Duration::from_secs(20);

/// Run, day, occasion, and when the zone's own rule files changed last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Key {
    run: String,
    application: (Date, bool),
    rules: String,
}

/// What was computed last.
pub(crate) type Cache = Kept<Key, Judged, KEPT>;

/// One enterprise of the run.
#[derive(Debug, Clone)]
pub(crate) struct Member {
    /// Its id in the register; none when it has left it.
    pub(crate) id: Option<String>,
    pub(crate) credit_code: String,
    pub(crate) name: String,
    pub(crate) park: Option<String>,
    pub(crate) field: Option<String>,
    pub(crate) size: Option<String>,
}

/// A run on every rung.
pub(crate) struct Judged {
    pub(super) library: Library,
    /// In the order of the library.
    pub(super) members: Vec<Member>,
    /// 测算码.
    pub(super) code: String,
    by_code: HashMap<String, usize>,
}

impl Judged {
    /// That of `run`, computed unless it is known. `on` is the day of application.
    pub(super) async fn of(
        desk: &Desk,
        run: &Run,
        batch: &Batch,
        on: Option<Date>,
        review: bool,
    ) -> Result<Arc<Self>, Stop> {
        let on = on.unwrap_or_else(|| usual_day(batch.year, super::today(desk)));
        Self::on_day(&desk.app, run, batch, on, review).await
    }

    async fn on_day(app: &App, run: &Run, batch: &Batch, on: Date, review: bool) -> Result<Arc<Self>, Stop> {
        let rules = app.rules.ladders_stamp();
        let key = Key { run: run.id.clone(), application: (on, review), rules };
        let cell = app.library.place(&key);
        let judged = cell.get_or_try_init(|| judge(app, run, batch, on, review)).await?;
        Ok(judged.clone())
    }

    /// The place of the rung `code`.
    pub(super) fn rung(&self, code: &str) -> Result<usize, Problem> {
        let ladders = &self.library.rungs.ladders;
        let found = ladders.iter().position(|one| one.value.rung == code || one.value.code == code);
        found.ok_or_else(|| {
            let codes: Vec<&str> = ladders.iter().map(|one| one.value.rung.as_str()).collect();
            let field = crate::problem::Field::new(
                "?rung",
                format!("没有这个梯级，或当日没有有效的规则；可选：{}", codes.join("、")),
                format!("no such rung, or none in force on the day; there are: {}", codes.join(", ")),
            );
            Problem::new(Code::QueryNotUnderstood).at(vec![field])
        })
    }

    /// The place of an enterprise.
    pub(super) fn member(&self, credit_code: &str) -> Option<usize> {
        self.by_code.get(credit_code).copied()
    }

    pub(super) fn on(&self) -> Date {
        self.library.rungs.application.on
    }

    /// The name of an item of the dictionary.
    pub(super) fn item(&self, code: &str) -> Option<&Item> {
        self.library.dictionary().find(code)
    }
}

/// A place to compute in.
///
/// # Errors
/// 503 when none becomes free within `wait`.
pub(crate) async fn place(places: &Semaphore, wait: Duration) -> Result<SemaphorePermit<'_>, Problem> {
    match tokio::time::timeout(wait, places.acquire()).await {
        Ok(Ok(place)) => Ok(place),
        Ok(Err(_)) => Err(Problem::new(Code::NotReady)),
        Err(_) => Err(Problem::new(Code::Busy).after(10)),
    }
}

/// Computes what people are about to look at, so that nobody waits for it: the latest published years, as they are
/// shown today. What is known already is left as it is.
///
/// # Errors
/// The store's failure; rule files that cannot be read are told to whoever looks.
pub(crate) async fn look_ahead(app: &App) -> Result<(), StoreError> {
    let page = PageRequest { limit: AHEAD, after: None, descending: true };
    let filter = Filter { states: vec![RunState::Published], ..Filter::default() };
    let today = crate::caller::beijing_day(app.edge.now());
    let found = runs::list(&app.database, &Scope::Everything, &filter, &page).await?;
    for run in found.items.into_iter().rev() {
        if let Some(batch) = batches::within(&app.database, &Scope::Everything, &run.batch_id).await? {
            drop(Judged::on_day(app, &run, &batch, usual_day(batch.year, today), false).await);
        }
    }
    Ok(())
}

async fn judge(app: &App, run: &Run, batch: &Batch, on: Date, review: bool) -> Result<Arc<Judged>, Stop> {
    let occasion = if review { Occasion::Review } else { Occasion::Recognition };
    let application = Application { on, occasion };
    let known = enterprises::by_codes(&app.database, &batch.zone_id, None).await?;
    let mut ids: HashMap<String, String> = known.into_iter().map(|one| (one.credit_code, one.id)).collect();
    let (rules, table, year) = (app.rules.clone(), run.snapshot_hash.clone(), batch.year);
    let data = app.config.data.clone();
    let _place = place(&app.judging, WAIT).await?;
    let work = move || -> Result<(Library, String), RunProblem> {
        let snapshot = contents::place(&data, &table);
        let at = |error| RunProblem::file(&snapshot, error);
        // Files are kept without the ending that tells what they are.
        let scratch = Scratch::below(&data).map_err(at)?;
        let input = scratch.path().join("snapshot.parquet");
        std::fs::copy(&snapshot, &input).map_err(at)?;
        let reading = Reading { input, sheet: None, period: Some(year), as_of: Some(on), id_column: None };
        let rungs = Rungs::choose(&rules, &rules.ladders(), application)?;
        let library = Library::read(rungs, rules.dictionary(), &reading)?.judge(&Options::default());
        let code = library.code(&table);
        Ok((library, code))
    };
    let done = tokio::task::spawn_blocking(work).await;
    let (library, code) = match done {
        Ok(Ok(done)) => done,
        Ok(Err(problem)) => return Err(not_judged(&problem)),
        Err(error) => return Err(StoreError::File(std::io::Error::other(error.to_string())).into()),
    };
    let member = |index| {
        let credit_code: String = library.id(index);
        Member {
            id: ids.remove(&credit_code),
            name: library.text("name", index).unwrap_or_default(),
            park: library.text("park", index),
            field: library.text("tech_field", index),
            size: library.text("size_class", index),
            credit_code,
        }
    };
    let members: Vec<Member> = (0..library.len()).map(member).collect();
    let by_code = members.iter().enumerate().map(|(at, one)| (one.credit_code.clone(), at)).collect();
    Ok(Arc::new(Judged { library, members, code, by_code }))
}

/// Rule files of the zone's own folder may be wrong: the person who edits them learns what.
fn not_judged(problem: &RunProblem) -> Stop {
    tracing::error!(%problem, "a run was not held against the ladders");
    let said = problem.sentence();
    Problem::new(Code::WrongState)
        .saying(format!("未能测算：{}", said.zh), format!("Nothing was computed: {}", said.en))
        .into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn who_finds_every_place_taken_is_told_to_come_back() {
        let places = Semaphore::new(1);
        let held = place(&places, Duration::ZERO).await.unwrap();
        let told = place(&places, Duration::ZERO).await.unwrap_err();
        assert_eq!(told.code(), Code::Busy);
        drop(held);
        assert!(place(&places, Duration::ZERO).await.is_ok());
    }
}
