//! 数据大屏: a zone's latest year at a glance, in one answer, so that a screen on a wall asks once a minute and a link to it
//! opens nothing else.
//!
//! Everything here is said by the analysis, the list of points and the progress of a year too, and computed by them.

use crate::{
    analysis::{Dimension, DistributionBody, GroupBody, distribution},
    batches::{BoardBody, progress},
    desk::Desk,
    enterprises::note_list,
    input::Params,
    points::{Out, Rows, by_place, out},
    problem::Stop,
    reply::{Answer, Reply},
};
use serde::{Deserialize, Serialize};
use store::{
    PageRequest, Scope,
    batches::{self, Batch, BatchState},
    organisations, runs,
};
use utoipa::{IntoParams, ToSchema};

/// So many enterprises lead.
const TOP: usize = 10;
/// So many years are compared.
const YEARS: usize = 6;

/// Whose screen.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WantedScreen {
    /// Of this zone; of the zone that published the latest year when absent.
    zone_id: Option<String>,
}

/// What a screen on a wall shows.
#[derive(Serialize, ToSchema)]
#[schema(as = Screen)]
pub(crate) struct ScreenBody {
    /// The zone, or the caller's own organisation where nothing is published.
    organisation: String,
    /// When this was put together.
    at: String,
    /// The latest published year; absent before the first one.
    latest: Option<LatestBody>,
    /// The evaluation that is going on.
    running: Option<RunningBody>,
}

/// The latest published year.
#[derive(Serialize, ToSchema)]
#[schema(as = ScreenOfYear)]
struct LatestBody {
    /// Its run.
    run_id: String,
    /// What its evaluation is called.
    title: String,
    /// How points are spread, also by stage.
    stages: DistributionBody,
    /// By field of technology.
    fields: Vec<GroupBody>,
    /// By grade.
    grades: Vec<GroupBody>,
    /// The medians of the published years, the earliest first.
    years: Vec<YearBody>,
    /// Who leads; absent for those who may not see lists of points.
    top: Option<Vec<TopBody>>,
}

/// One published year.
#[derive(Serialize, ToSchema)]
#[schema(as = YearOfScreen)]
struct YearBody {
    /// The year.
    year: i32,
    /// Half have less; absent when nobody has points.
    median: Option<String>,
}

/// One of those who lead.
#[derive(Serialize, ToSchema)]
#[schema(as = LeaderOfScreen)]
struct TopBody {
    /// Its place among all.
    rank: Option<u32>,
    /// Its legal name.
    name: String,
    /// Its points.
    total: Option<String>,
}

/// The evaluation that is going on.
#[derive(Serialize, ToSchema)]
#[schema(as = RunningOfScreen)]
struct RunningBody {
    /// What it is called.
    title: String,
    /// How far it is.
    board: BoardBody,
}

/// A zone's latest published year and the one that is going on, for a screen on a wall.
#[utoipa::path(get, path = "/api/v1/screen", operation_id = "read_screen", tag = "analysis", params(WantedScreen),
    responses((status = 200, body = ScreenBody, description = "What it shows")),
    extensions(("x-permission" = json!("screen:read")), ("x-reads" = json!("list"))))]
pub(crate) async fn read_screen(desk: Desk, Params(wanted): Params<WantedScreen>) -> Answer {
    let published = published(&desk, wanted.zone_id.clone()).await?;
    let zone = match published.first() {
        Some((batch, _)) => {
            organisations::within(desk.database(), &Scope::Everything, &batch.zone_id).await?
        }
        None => None,
    };
    let latest = match published.first() {
        Some((_, run)) => Some(latest(&desk, run, &published).await?),
        None => None,
    };
    let body = ScreenBody {
        organisation: match &zone {
            Some(zone) => zone.name.clone(),
            None => desk.caller()?.organisation.name.clone(),
        },
        at: desk.now().to_string(),
        latest,
        running: running(&desk, zone.map(|zone| zone.id).or(wanted.zone_id)).await?,
    };
    Ok(Reply::ok(&body))
}

/// The published years of one zone, the latest first, each with its run.
async fn published(desk: &Desk, zone_id: Option<String>) -> Result<Vec<(Batch, String)>, Stop> {
    let page = PageRequest { limit: 200, after: None, descending: true };
    // Published, or over since: what was published stays.
    let filter = batches::Filter { zone_id, ..batches::Filter::default() };
    let mut years: Vec<(Batch, String)> = Vec::new();
    for batch in batches::list(desk.database(), desk.scope(), &filter, &page).await?.items {
        let same_zone = years.first().is_none_or(|(first, _)| first.zone_id == batch.zone_id);
        if same_zone
            && years.len() < YEARS
            && let Some(run) = runs::published(desk.database(), &batch.id).await?
        {
            years.push((batch, run.id));
        }
    }
    Ok(years)
}

async fn latest(desk: &Desk, run: &str, published: &[(Batch, String)]) -> Result<LatestBody, Stop> {
    let this = out(desk, run).await?;
    let rules = desk.app.rules.known();
    let by = |dimension| distribution(&this.opened, rules, Some(dimension));
    let stages = by(Dimension::Stage);
    let mut years = Vec::new();
    for (batch, id) in published.iter().rev() {
        let median = match id == run {
            true => stages.median(),
            false => distribution(&out(desk, id).await?.opened, rules, None).median(),
        };
        years.push(YearBody { year: batch.year, median });
    }
    Ok(LatestBody {
        run_id: this.run.id.clone(),
        title: this.batch.title.clone(),
        stages,
        fields: by(Dimension::Field).groups,
        grades: by(Dimension::Grade).groups,
        years,
        top: if desk.holds("points:list")? { Some(top(desk, &this).await?) } else { None },
    })
}

async fn top(desk: &Desk, out: &Out) -> Result<Vec<TopBody>, Stop> {
    let rows = by_place(&out.opened, TOP);
    note_list(desk, ("run", Some(&out.run.id)), rows.iter().map(|_| out.batch.path.as_str())).await?;
    let shown = Rows::of(desk, out, &rows).await?;
    let line = |row| {
        let row = shown.body(row);
        TopBody { rank: row.rank, name: row.name, total: row.total }
    };
    Ok(rows.into_iter().map(line).collect())
}

/// The evaluation of the latest year that is open.
async fn running(desk: &Desk, zone_id: Option<String>) -> Result<Option<RunningBody>, Stop> {
    let page = PageRequest { limit: 1, after: None, descending: true };
    let filter = batches::Filter { zone_id, state: Some(BatchState::Open), ..batches::Filter::default() };
    let open = batches::list(desk.database(), desk.scope(), &filter, &page).await?.items.into_iter().next();
    Ok(match open {
        Some(batch) => Some(RunningBody { title: batch.title.clone(), board: progress(desk, &batch).await? }),
        None => None,
    })
}
