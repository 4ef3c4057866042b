//! 企业积分查询: why an enterprise has its points, what would gain most, and what a change would do.

mod body;
mod explain;
mod history;
mod indicator;
mod inputs;
mod list;
mod lookup;
mod peers;
mod portrait;
mod recommend;
mod row;
mod scale;
mod shelf;
mod what_if;

pub(crate) use body::fact_shown;
pub(crate) use explain::*;
pub(crate) use history::*;
pub(crate) use list::*;
pub(crate) use lookup::*;
pub(crate) use peers::*;
pub(crate) use portrait::Portrait;
pub(crate) use recommend::*;
pub(crate) use row::{RowBody, Rows};
pub(crate) use scale::ScaleBody;
pub(crate) use shelf::Shelf;
pub(crate) use what_if::*;

use crate::{
    desk::Desk,
    participants::{self, Found},
    problem::{Code, Field, Problem, Stop},
};
use ::run::Run as Opened;
use std::sync::Arc;
use store::{
    Scope,
    batches::{self, Batch},
    enterprises::Enterprise,
    runs::{self, Run, RunState},
};

/// What is published of a participant.
pub(crate) struct Published {
    pub(crate) found: Found,
    pub(crate) run: Run,
    pub(crate) opened: Arc<Opened>,
    /// Its row in the run.
    pub(crate) row: usize,
}

/// The published run of participant `id`, opened, as far as the caller reaches.
pub(crate) async fn published(desk: &Desk, id: &str) -> Result<Published, Stop> {
    let found = participants::found(desk, id).await?;
    let run = runs::published(desk.database(), &found.batch.id).await?.ok_or(Code::NotFound)?;
    let opened = desk.app.shelf.open(&desk.app, &run).await?;
    let row = opened.row_of(&found.enterprise.credit_code).ok_or(Code::NotFound)?;
    Ok(Published { found, run, opened, row })
}

impl Published {
    /// Of one enterprise in a published run, whoever was found to be allowed.
    ///
    /// # Errors
    /// 404 when it took no part.
    pub(crate) async fn of_enterprise(
        desk: &Desk,
        (run, batch): (Run, Batch),
        enterprise: &Enterprise,
    ) -> Result<Self, Stop> {
        let found = crate::library::participant(desk, &batch, enterprise).await?.ok_or(Code::NotFound)?;
        let opened = desk.app.shelf.open(&desk.app, &run).await?;
        let row = opened.row_of(&enterprise.credit_code).ok_or(Code::NotFound)?;
        Ok(Self { found, run, opened, row })
    }
}

/// A run whose results are out, opened, with its batch.
pub(crate) struct Out {
    pub(crate) run: Run,
    pub(crate) batch: Batch,
    pub(crate) opened: Arc<Opened>,
}

/// The run `id`, as far as the caller reaches: published, or published before a correction took its place.
pub(crate) async fn out(desk: &Desk, id: &str) -> Result<Out, Stop> {
    let run = crate::runs::found(desk, id).await?;
    if !matches!(run.state, RunState::Published | RunState::Superseded) {
        return Err(Code::NotFound.into());
    }
    let batch = batches::within(desk.database(), &Scope::Everything, &run.batch_id).await?;
    let batch = batch.ok_or(Code::NotFound)?;
    let opened = desk.app.shelf.open(&desk.app, &run).await?;
    Ok(Out { run, batch, opened })
}

/// The run at `pointer` of the zone, opened, as far as the caller reaches: published, or a draft for those who list runs;
/// the one published last when none is named.
///
/// # Errors
/// 400 at `pointer` when the zone has no such run.
pub(crate) async fn out_or_draft(
    desk: &Desk,
    id: Option<&str>,
    pointer: &str,
    zone: &str,
) -> Result<Out, Stop> {
    let unknown = || {
        let field = Field::new(pointer, "本区没有这个计算结果", "there is no such run of the zone");
        Problem::new(Code::QueryNotUnderstood).at(vec![field])
    };
    let id = match id {
        Some(id) => id.to_owned(),
        None => latest(desk, zone).await?.ok_or_else(unknown)?,
    };
    let run = runs::within(desk.database(), desk.scope(), &id).await?.ok_or_else(unknown)?;
    let published = matches!(run.state, RunState::Published | RunState::Superseded);
    let batch = batches::within(desk.database(), &Scope::Everything, &run.batch_id).await?;
    let batch = batch.filter(|batch| batch.zone_id == zone && (published || run.state == RunState::Draft));
    let batch = batch.ok_or_else(unknown)?;
    if !published && !desk.holds("run:list")? {
        return Err(unknown().into());
    }
    let opened = desk.app.shelf.open(&desk.app, &run).await?;
    Ok(Out { run, batch, opened })
}

/// The id of the run of the zone's latest year that is published.
async fn latest(desk: &Desk, zone: &str) -> Result<Option<String>, Stop> {
    let filter = batches::Filter { zone_id: Some(zone.to_owned()), ..batches::Filter::default() };
    let page = store::PageRequest { limit: 200, after: None, descending: true };
    for batch in batches::list(desk.database(), &Scope::Everything, &filter, &page).await?.items {
        if let Some(run) = runs::published(desk.database(), &batch.id).await? {
            return Ok(Some(run.id));
        }
    }
    Ok(None)
}
