//! The demonstration's zone, filled through the same imports that people use: files are written, taken in, looked at
//! and stored row by row.

use crate::{App, files, rules::Rules};
use demo::{Row, Zone};
use domain::indicators::{Dictionary, Item};
use export::{ExportProblem, FactRow, write_facts};
use formula::Fact;
use jiff::civil::Date;
use serde_json::json;
use std::collections::BTreeMap;
use store::{
    PageRequest, Scope, StoreError, Work,
    batches::{self, BatchState, NewParticipant, Plan},
    enterprises,
    imports::{self, Change, ImportKind, ImportMode, ImportState, NewImport},
    jobs,
    organisations::{self, Organisation},
    settings, users,
    values::ValueSource,
};

const SEED: u64 = 1;
/// The year being collected, and the two before it.
const YEAR: i32 = 2025;
/// How often a job that somebody else does is looked at.
const LOOK: std::time::Duration = std::time::Duration::from_millis(50);
/// The setting that says it is done.
const FILLED: &str = "demonstration-filled";
const SCHEME: &str = "schemes/zone-four-stage.yaml";

/// Fills the zone called `name` unless that was done. What a start before did not get to is done by the next: an import
/// of what is known changes nothing.
///
/// # Errors
/// The store's failure, or a file that cannot be written.
pub(super) async fn fill(app: &App, name: &str, count: usize) -> Result<(), StoreError> {
    let Some(place) = unfilled_zone(app, name).await? else { return Ok(()) };
    let by = users::by_login(&app.database, "zone").await?;
    let by = by.ok_or(StoreError::Corrupt { what: "demo", value: "zone".to_owned() })?;
    let drawn = tokio::task::spawn_blocking(move || demo::zone(count, SEED, &[YEAR - 2, YEAR - 1, YEAR]));
    let zone = drawn.await.map_err(|error| std::io::Error::other(error.to_string()))?;
    let latest = latest(&zone);
    let register =
        columns(&zone, |item| app.rules.known().register.find(&item.code).is_some(), app.rules.known());
    let file = table(app, &zone, &register, &latest).await?;
    import(app, &place, &by.id, ("企业库.parquet", &file), None).await?;
    let batch = open_batch(app, &place, &by.id).await?;
    let all: Vec<&Row> = zone.rows.iter().collect();
    for source in ValueSource::ALL.iter().filter(|source| **source != ValueSource::Own) {
        let wanted = |item: &Item| item.code == "credit_code" || reporter(item) == *source;
        let columns = columns(&zone, wanted, app.rules.known());
        if *app.closing.borrow() {
            return Ok(());
        }
        if columns.len() > 1 {
            let file = table(app, &zone, &columns, &all).await?;
            let name = format!("{}.parquet", source.word());
            import(app, &place, &by.id, (&name, &file), Some((&batch, *source))).await?;
        }
    }
    let work = app.database.begin(app.edge.now()).await?;
    settings::put(&work, FILLED, "true").await?;
    work.commit(&crate::admin::entry("fill", "demo", "demo", &place.path), &[]).await?;
    Ok(())
}

async fn unfilled_zone(app: &App, name: &str) -> Result<Option<Organisation>, StoreError> {
    let filter = organisations::Filter { name: Some(name.to_owned()), ..organisations::Filter::default() };
    let page = PageRequest { limit: 1, after: None, descending: false };
    let sort = organisations::Sort::Name;
    let found = organisations::list(&app.database, &Scope::Everything, &filter, sort, &page).await?;
    let Some(zone) = found.items.into_iter().next() else { return Ok(None) };
    let filled = settings::get(&app.database, FILLED).await?.is_some();
    Ok((!filled).then_some(zone))
}

/// The last year of each enterprise: the register has no years.
fn latest(zone: &Zone) -> Vec<&Row> {
    let mut by_code: BTreeMap<&str, &Row> = BTreeMap::new();
    for row in &zone.rows {
        if let Some(Some(Fact::Text(code))) = row.facts.first() {
            by_code.insert(code, row);
        }
    }
    by_code.into_values().collect()
}

/// The places of the columns whose items are wanted.
fn columns(zone: &Zone, wanted: impl Fn(&Item) -> bool, rules: &Rules) -> Vec<usize> {
    let is = |code: &&str| rules.dictionary.find(code).is_some_and(&wanted);
    zone.columns.iter().enumerate().filter(|(_, code)| is(code)).map(|(place, _)| place).collect()
}

/// Which source reports an item, by what the dictionary says.
fn reporter(item: &Item) -> ValueSource {
    let said = item.source.as_deref().unwrap_or_default();
    let first = [
        ("税务", ValueSource::Tax),
        ("人社", ValueSource::Hr),
        ("知识产权", ValueSource::Ip),
        ("科技", ValueSource::Science),
        ("工信", ValueSource::Industry),
        ("市场监管", ValueSource::Market),
    ];
    let named =
        first.iter().filter_map(|(word, source)| Some((said.find(word)?, *source))).min_by_key(|(at, _)| *at);
    named.map_or(ValueSource::Torch, |(_, source)| source)
}

/// Writes some columns of some rows as a file that was sent in; its hash and size.
async fn table(app: &App, zone: &Zone, columns: &[usize], rows: &[&Row]) -> Result<files::Kept, StoreError> {
    let codes: Vec<&str> = columns.iter().map(|place| zone.columns[*place]).collect();
    let picked: Vec<(i32, Vec<Option<Fact>>)> = rows
        .iter()
        .map(|row| (row.period, columns.iter().map(|place| row.facts[*place].clone()).collect()))
        .collect();
    let folder = files::folder(app);
    let dictionary: &Dictionary = &app.rules.known().dictionary;
    let written = files::keep_written(&folder, "x.parquet", |target| {
        let beside = folder.join(".demo.parquet");
        let facts = picked.iter().map(|(period, facts)| FactRow { period: Some(*period), facts });
        let done = write_facts(&beside, dictionary, &codes, facts);
        done.map_err(|problem: ExportProblem| std::io::Error::other(problem.message.en))?;
        std::io::copy(&mut std::fs::File::open(&beside)?, target)?;
        std::fs::remove_file(&beside)
    });
    Ok(written?)
}

/// Takes a file in and stores it, as the worker does.
async fn import(
    app: &App,
    zone: &Organisation,
    by: &str,
    (name, file): (&str, &files::Kept),
    values: Option<(&str, ValueSource)>,
) -> Result<(), StoreError> {
    let (id, job_id) = (app.edge.id(), app.edge.id());
    let columns = crate::imports::columns_of(app, name, file, values.is_some());
    let new = NewImport {
        id: &id,
        zone,
        kind: if values.is_some() { ImportKind::Values } else { ImportKind::Register },
        batch_id: values.map(|(batch, _)| batch),
        source: values.map_or("register", |(_, source)| source.word()),
        period: None,
        file_name: name,
        file_hash: &file.hash,
        file_size: i64::try_from(file.size).unwrap_or_default(),
        mode: ImportMode::Good,
        columns: &json!(columns).to_string(),
        by,
    };
    let work = app.database.begin(app.edge.now()).await?;
    let import = imports::add(&work, &new).await?;
    jobs::add(&work, &job_id, "import", by, &zone.path).await?;
    let change =
        Change { state: Some(ImportState::Running), job_id: Some(job_id.clone()), ..Change::default() };
    imports::change(&work, &import, change).await?;
    work.commit(&crate::admin::entry("send", "import", &id, &zone.path), &[]).await?;
    // The server's own worker may have it; whoever does it, the next file comes after it.
    while jobs::by_id(&app.database, &job_id).await?.is_some_and(|job| !job.state.is_over()) {
        if !app.do_next_job().await? {
            tokio::time::sleep(LOOK).await;
        }
        if *app.closing.borrow() {
            break;
        }
    }
    Ok(())
}

/// The evaluation in progress, with everybody in it.
async fn open_batch(app: &App, zone: &Organisation, by: &str) -> Result<String, StoreError> {
    let filter =
        batches::Filter { zone_id: Some(zone.id.clone()), year: Some(YEAR), ..batches::Filter::default() };
    let page = PageRequest { limit: 1, after: None, descending: false };
    let known = batches::list(&app.database, &Scope::Everything, &filter, &page).await?;
    if let Some(batch) = known.items.into_iter().next() {
        return Ok(batch.id);
    }
    let day = |month: i8, day: i8| Date::new(i16::try_from(YEAR + 1).unwrap_or(2026), month, day);
    let (opens, closes, reviewed) = (day(9, 1), day(12, 15), day(12, 31));
    let at = |day: Result<Date, jiff::Error>| day.unwrap_or(Date::MAX);
    let plan = Plan {
        year: YEAR,
        title: format!("{YEAR}年度企业创新积分评价"),
        scheme: SCHEME.to_owned(),
        scheme_hash: crate::text::fingerprint(include_str!("../../../../rules/schemes/zone-four-stage.yaml")),
        opens_on: at(opens),
        enterprise_deadline: at(closes),
        review_deadline: at(reviewed),
        objections: None,
        second_review: true,
    };
    let id = app.edge.id();
    let work: Work = app.database.begin(app.edge.now()).await?;
    let batch = batches::add(&work, zone, &id, &plan, by).await?;
    batches::set_state(&work, &batch, BatchState::Open).await?;
    let register = enterprises::by_codes(&work, &zone.id, None).await?;
    let taking_part = register
        .into_iter()
        .filter(enterprises::Enterprise::is_open)
        .map(|one| NewParticipant { id: app.edge.id(), enterprise_id: one.id, path: one.path })
        .collect();
    batches::add_participants(&work, &id, taking_part).await?;
    work.commit(&crate::admin::entry("open", "batch", &id, &zone.path), &[]).await?;
    Ok(id)
}
