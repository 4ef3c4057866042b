//! The demonstration's zone: three years published and one in progress. Everything in it is done as people do it:
//! files are sent in and stored row by row by the worker, batches are arranged, filed, reviewed, computed and
//! published through the API, by the persons of the demonstration.

mod applications;
mod awards;
mod collecting;
mod consents;
mod filing;
mod funds;
mod lists;
mod loans;
mod log_ins;
mod person;
mod sending;
mod shown;
mod written;
mod years;

use crate::{App, caller::beijing_day};
use demo::{Story, Zone};
use jiff::civil::Date;
use person::Person;
use std::{collections::HashMap, sync::Arc};
use store::{
    Database, PageRequest, Scope, StoreError,
    organisations::{self, Organisation},
    settings,
};

/// What the zone is drawn from.
const SEED: u64 = 1;
/// So many years are published.
const PUBLISHED: i32 = 3;
/// The first year that is published looks back at so many before it.
const BEFORE: i32 = 2;
/// The setting that says it is done.
const FILLED: &str = "demonstration-filled";
const SCHEME: &str = "schemes/zone-four-stage.yaml";
/// The enterprise whose person signs in as `enterprise`: the gazelle among the stories.
const OWN: usize = 1;

/// The code of the enterprise whose person signs in as `enterprise`.
fn own_credit_code() -> String {
    let told = demo::zone(OWN + 1, SEED, &[]).stories;
    told.into_iter().nth(OWN).map(|story| story.credit_code).unwrap_or_default()
}

/// A zone being filled, and who does it.
struct Stage<'a> {
    app: &'a App,
    place: Organisation,
    drawn: Arc<Zone>,
    /// The year being collected.
    year: i32,
    today: Date,
    /// 王芳 of the zone's administration.
    officer: Person,
    /// 李强, who reviews.
    reviewer: Person,
    /// 孙伟, who publishes.
    publisher: Person,
}

/// Fills the zone called `name`; `false` when the server closed before it was done. What a start before did not get to
/// is done by the next.
///
/// # Errors
/// The store's failure, a file that cannot be written, or a step that the server refused.
pub(super) async fn fill(app: &App, name: &str, count: usize) -> Result<bool, StoreError> {
    let Some(place) = unfilled_zone(app, name).await? else { return Ok(true) };
    let today = beijing_day(app.edge.now());
    let year = i32::from(today.year()) - 1;
    let years: Vec<i32> = (year - PUBLISHED - BEFORE..=year).collect();
    let drawn = tokio::task::spawn_blocking(move || drawn(count, &years));
    let drawn = Arc::new(drawn.await.map_err(|error| std::io::Error::other(error.to_string()))?);
    let router = crate::router(app);
    let stage = Stage {
        officer: Person::signs_in(app, &router, "zone").await?,
        reviewer: Person::signs_in(app, &router, "reviewer").await?,
        publisher: Person::signs_in(app, &router, "publisher").await?,
        app,
        place,
        drawn,
        year,
        today,
    };
    let log_ins = log_ins::enter(&stage).await?;
    sending::register(&stage).await?;
    lists::send(&stage).await?;
    for year in year - PUBLISHED..year {
        years::evaluate(&stage, year).await?;
    }
    lists::make_tasks(&stage, year - 1).await?;
    shown::show(&stage, year - 1).await?;
    awards::open(&stage, &router, year - 1).await?;
    consents::grant(&stage, &router, &log_ins).await?;
    loans::lend(&stage, &router, &log_ins).await?;
    collecting::collect(&stage, &router, &log_ins).await?;
    written::write(&stage, &router).await?;
    applications::apply(&stage, &router, &log_ins).await?;
    consents::look_after(&stage, &router, &log_ins).await?;
    funds::support(&stage, &router, &log_ins).await?;
    if *app.closing.borrow() {
        return Ok(false);
    }
    for person in [&stage.officer, &stage.reviewer, &stage.publisher] {
        person.signs_out(app).await?;
    }
    let work = app.database.begin(app.edge.now()).await?;
    settings::put(&work, FILLED, "true").await?;
    work.commit(&crate::admin::entry("fill", "demo", "demo", &stage.place.path), &[]).await?;
    Ok(true)
}

/// The zone of the seed; the enterprise with a person of its own is called as that person's organisation.
fn drawn(count: usize, years: &[i32]) -> Zone {
    let mut zone = demo::zone(count, SEED, years);
    let own = own_credit_code();
    let name = zone.columns.iter().position(|column| *column == "name");
    for row in &mut zone.rows {
        if code_of(&row.facts) == Some(own.as_str())
            && let Some(name) = name
        {
            row.facts[name] = Some(formula::Fact::Text(super::ENTERPRISE.into()));
        }
    }
    zone
}

/// The credit code of a row: the first column.
fn code_of(facts: &[Option<formula::Fact>]) -> Option<&str> {
    match facts.first() {
        Some(Some(formula::Fact::Text(code))) => Some(code),
        _ => None,
    }
}

async fn named(database: &Database, name: &str) -> Result<Option<Organisation>, StoreError> {
    let filter = organisations::Filter { name: Some(name.to_owned()), ..organisations::Filter::default() };
    let page = PageRequest { limit: 1, after: None, descending: false };
    let sort = organisations::Sort::Name;
    let found = organisations::list(database, &Scope::Everything, &filter, sort, &page).await?;
    Ok(found.items.into_iter().next())
}

/// The id of the zone called so and the stories told in it, once it is filled.
pub(super) async fn stories(
    database: &Database,
    name: &str,
) -> Result<Option<(String, Vec<Story>)>, StoreError> {
    let filled = settings::get(database, FILLED).await?.is_some();
    let zone = if filled { named(database, name).await? } else { None };
    // No more enterprises than stories: they are the first ones, whatever the size of the zone.
    Ok(zone.map(|zone| (zone.id, demo::zone(demo::STORIES, SEED, &[]).stories)))
}

async fn unfilled_zone(app: &App, name: &str) -> Result<Option<Organisation>, StoreError> {
    let Some(zone) = named(&app.database, name).await? else { return Ok(None) };
    let filled = settings::get(&app.database, FILLED).await?.is_some();
    Ok((!filled).then_some(zone))
}

impl Stage<'_> {
    /// The organisation below the zone of the person who signs in as `enterprise`.
    async fn own_organisation(&self, work: &store::Work) -> Result<Option<Organisation>, StoreError> {
        let filter = organisations::Filter {
            parent_id: Some(self.place.id.clone()),
            name: Some(super::ENTERPRISE.to_owned()),
            ..organisations::Filter::default()
        };
        let page = PageRequest { limit: 1, after: None, descending: false };
        let found =
            organisations::list(work, &Scope::Everything, &filter, organisations::Sort::Name, &page).await?;
        Ok(found.items.into_iter().next())
    }

    /// The place of a column.
    fn column(&self, item: &str) -> Option<usize> {
        self.drawn.columns.iter().position(|column| *column == item)
    }

    /// What is true about the enterprises in the year being collected, by credit code.
    fn truth(&self) -> HashMap<&str, &demo::Row> {
        let rows = self.drawn.rows.iter().filter(|row| row.period == self.year);
        rows.filter_map(|row| Some((code_of(&row.facts)?, row))).collect()
    }
}
