//! 计算结果: computing a batch, comparing, publishing, exporting.

mod ask;
mod body;
mod bundle;
mod compare;
mod compute;
mod lookup;
mod made;
mod publish;
mod snapshot;

pub(crate) use ask::*;
pub(crate) use body::*;
pub(crate) use bundle::*;
pub(crate) use compute::{STEPS, Trouble, compute};
pub(crate) use lookup::*;
pub(crate) use publish::*;

use crate::{
    desk::Desk,
    problem::{Code, Stop},
};
use store::runs::{self, Run, RunState};

/// The run `id` as far as the caller reaches. One that was never published (a draft, or one thrown away) is there only
/// for those who list runs.
///
/// # Errors
/// 404 for everybody else; 401 when nobody is signed in.
pub(crate) async fn found(desk: &Desk, id: &str) -> Result<Run, Stop> {
    let run = runs::within(desk.database(), desk.scope(), id).await?.ok_or(Code::NotFound)?;
    let was_published = matches!(run.state, RunState::Published | RunState::Superseded);
    if was_published || desk.holds("run:list")? { Ok(run) } else { Err(Code::NotFound.into()) }
}
