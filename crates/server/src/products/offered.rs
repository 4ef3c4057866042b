//! What every product offers everybody of a run, kept while it is looked at. It is a function of the run, the rule files and
//! the day, so it can be forgotten and computed again at any time.

use crate::{
    app::App,
    desk::Desk,
    kept::Kept,
    library::{today, usual_day},
    policies::{Members, on_data_of},
    problem::{Code, Field, Problem, Stop},
    rules::ZoneRules,
};
use domain::finance::Product;
use jiff::civil::Date;
use rulebook::Files;
use run::{Evaluated, OfferRun, OnShelf, Options, Reading};
use std::{path::PathBuf, sync::Arc};
use store::{batches::Batch, runs::Run};

/// So many are kept.
const KEPT: usize = 3;

/// Run, day, and which rule files the zone has.
pub(crate) type Key = (String, Date, String);
/// What was computed last.
pub(crate) type Cache = Kept<Key, OffersOfRun, KEPT>;

/// Everybody of a run and every product on the shelf on a day.
pub(crate) struct OffersOfRun {
    pub(crate) run: OfferRun,
    /// Everybody, in the order of the table.
    pub(crate) members: Members,
    /// 测算码.
    pub(crate) code: String,
}

impl OffersOfRun {
    /// Those of `run`, computed unless they are known. `on` is the day that chooses the products.
    pub(crate) async fn of(
        desk: &Desk,
        run: &Run,
        batch: &Batch,
        on: Option<Date>,
    ) -> Result<Arc<Self>, Stop> {
        let app = &desk.app;
        let on = on.unwrap_or_else(|| usual_day(batch.year, today(desk)));
        let rules = ZoneRules::library_at(desk, &batch.zone_id).await?;
        let key = (run.id.clone(), on, rules.products_stamp());
        let cell = app.offered.place(&key);
        let named = rules.products();
        let computing =
            || async { Ok::<_, Stop>(Arc::new(offer_with(app, (run, batch), on, (rules, named)).await?)) };
        Ok(cell.get_or_try_init(computing).await?.clone())
    }

    /// The place of the product `code`.
    pub(crate) fn product(&self, code: &str) -> Result<usize, Problem> {
        let found = self.run.products.iter().position(|one| one.value.code == code);
        found.ok_or_else(|| {
            let codes: Vec<&str> = self.run.products.iter().map(|one| one.value.code.as_str()).collect();
            let field = Field::new(
                "?product",
                format!("没有这个产品，或当日不在架；可选：{}", codes.join("、")),
                format!("no such product, or not on the shelf on the day; there are: {}", codes.join(", ")),
            );
            Problem::new(Code::QueryNotUnderstood).at(vec![field])
        })
    }

    /// The product at a place.
    pub(crate) fn rules(&self, product: usize) -> &Product {
        &self.run.products[product].value
    }
}

/// What those of the product files `named` that are on the shelf on `on` offer everybody of a run.
///
/// # Errors
/// 409 with what is wrong with a rule file, or the store's failure.
pub(super) async fn offer_with<F: Files + Send + 'static>(
    app: &App,
    (run, batch): (&Run, &Batch),
    on: Date,
    (rules, named): (F, Vec<PathBuf>),
) -> Result<OffersOfRun, Stop> {
    let table = run.snapshot_hash.clone();
    let work = move |reading: &Reading, evaluated: &dyn Fn(&str) -> Evaluated| {
        let run = OnShelf::choose(&rules, &named, on)?.offered(reading, evaluated, &Options::default())?;
        let code = run.code(&table);
        Ok((run, code))
    };
    let (known, done) = on_data_of(app, (run, batch), work).await?;
    let (run, code) = done.map_err(|problem| {
        tracing::error!(%problem, "what products offer was not computed");
        let said = problem.sentence();
        Problem::new(Code::WrongState)
            .saying(format!("未能测算：{}", said.zh), format!("Nothing was computed: {}", said.en))
    })?;
    let members = Members::of(known, &run.ids(), |item, at| run.text(item, at));
    Ok(OffersOfRun { run, members, code })
}
