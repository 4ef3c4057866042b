//! 企业画像 as files: one as a workbook, or those of a whole list, made by a job.

mod many;
mod one;
mod work;

pub(crate) use many::*;
pub(crate) use one::*;
pub(crate) use work::{clear_old, make};

use crate::app::App;
use std::path::PathBuf;

/// Of so many enterprises at once.
const MOST: usize = 2_000;

/// Where the file lies that job `id` makes: beside the database, in no backup, for some days.
fn place(app: &App, id: &str) -> PathBuf {
    folder(app).join(format!("{id}.zip"))
}

fn folder(app: &App) -> PathBuf {
    app.config.data.join("portraits")
}
