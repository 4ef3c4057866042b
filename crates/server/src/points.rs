//! 企业积分查询: why an enterprise has its points, what would gain most, and what a change would do.

mod body;
mod explain;
mod history;
mod shelf;
mod what_if;

pub(crate) use explain::*;
pub(crate) use history::*;
pub(crate) use shelf::Shelf;
pub(crate) use what_if::*;

use crate::{
    desk::Desk,
    participants::{self, Found},
    problem::{Code, Stop},
};
use ::run::Run as Opened;
use std::sync::Arc;
use store::runs::{self, Run};

/// What is published of a participant.
struct Published {
    found: Found,
    run: Run,
    opened: Arc<Opened>,
    /// Its row in the run.
    row: usize,
}

/// The published run of participant `id`, opened, as far as the caller reaches.
async fn published(desk: &Desk, id: &str) -> Result<Published, Stop> {
    let found = participants::found(desk, id).await?;
    let run = runs::published(desk.database(), &found.batch.id).await?.ok_or(Code::NotFound)?;
    let opened = desk.app.shelf.open(&desk.app, &run).await?;
    let row = opened.row_of(&found.enterprise.credit_code).ok_or(Code::NotFound)?;
    Ok(Published { found, run, opened, row })
}
