//! Everybody of a run by a scorecard, kept while it is looked at: a function of the run, the card and the day.

use super::finding::{Finding, Wanted, found_for};
use crate::{
    app::App,
    kept::Kept,
    policies::on_data_of,
    problem::{Code, Problem, Stop},
};
use ::run::{CardRun, Evaluated, Options, Reading};
use domain::finance::CreditScorecard;
use jiff::civil::Date;
use rulebook::Loaded;
use std::sync::Arc;
use store::{
    Scope,
    batches::{self, Batch},
    runs::{self, Run},
};

/// So many are kept.
const KEPT: usize = 2;

/// Run, day, and the card by the hash of its files.
type Key = (String, Date, String);
/// What was computed last; none where the card looks at another year.
pub(crate) type Cache = Kept<Key, Option<CardRun>, KEPT>;

/// What `card` makes of an enterprise and what it wants, on the data of the run `run_id` as of `on`.
///
/// # Errors
/// 409 when the enterprise took no part, or the card looks at another year.
pub(crate) async fn score(
    app: &App,
    card: Loaded<CreditScorecard>,
    (run_id, on): (&str, Date),
    one: &Wanted<'_>,
) -> Result<Finding, Stop> {
    let run = runs::within(&app.database, &Scope::Everything, run_id).await?.ok_or(Code::NotFound)?;
    let batch = batches::within(&app.database, &Scope::Everything, &run.batch_id).await?;
    let batch = batch.ok_or(Code::NotFound)?;
    let key = (run.id.clone(), on, card.source_hash.clone());
    let place = app.carded.place(&key);
    let all = place.get_or_try_init(|| over(app, (&run, &batch), card, on)).await?;
    let found = all.as_ref().as_ref().and_then(|all| found_for(all, &run.snapshot_hash, one));
    found.ok_or_else(|| {
        let year = batch.year;
        Problem::new(Code::WrongState)
            .saying(
                format!("该企业没有{year}年度的数据，或评分卡使用其他年度的数据，无法评分。"),
                format!("There are no data of {year} for the enterprise, or the card looks at another year."),
            )
            .into()
    })
}

async fn over(
    app: &App,
    of: (&Run, &Batch),
    card: Loaded<CreditScorecard>,
    on: Date,
) -> Result<Arc<Option<CardRun>>, Stop> {
    let work = move |reading: &Reading, evaluated: &dyn Fn(&str) -> Evaluated| {
        CardRun::over(card, on, reading, evaluated, &Options::default())
    };
    let (_, done) = on_data_of(app, of, work).await?;
    let all = done.map_err(|problem| {
        tracing::error!(%problem, "a scorecard was not computed");
        let said = problem.sentence();
        Problem::new(Code::WrongState)
            .saying(format!("未能评分：{}", said.zh), format!("Nothing was scored: {}", said.en))
    })?;
    Ok(Arc::new(all))
}
