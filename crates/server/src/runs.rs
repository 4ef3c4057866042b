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
pub(crate) use compute::{Trouble, compute};
pub(crate) use lookup::*;
pub(crate) use publish::*;

use crate::{
    desk::Desk,
    problem::{Code, Stop},
};
use store::runs::{self, Run};

/// The run `id` as far as the caller reaches.
pub(crate) async fn found(desk: &Desk, id: &str) -> Result<Run, Stop> {
    runs::within(desk.database(), desk.scope(), id).await?.ok_or_else(|| Code::NotFound.into())
}
