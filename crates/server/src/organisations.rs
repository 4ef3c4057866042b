//! Organisations.

mod close;
mod credit_code;
mod lookup;
mod open;
mod rename;

pub(crate) use close::*;
pub(crate) use credit_code::credit_code;
pub(crate) use lookup::*;
pub(crate) use open::*;
pub(crate) use rename::*;

use crate::{
    desk::Desk,
    problem::{Code, Stop},
    wire::KindWord,
};
use serde::Serialize;
use store::organisations::{self, Organisation};
use utoipa::ToSchema;

/// An organisation.
#[derive(Serialize, ToSchema)]
#[schema(as = Organisation)]
pub(crate) struct Body {
    /// Its id.
    id: String,
    /// What it is.
    kind: KindWord,
    /// The one above.
    parent_id: Option<String>,
    /// Its legal name.
    name: String,
    /// 统一社会信用代码.
    credit_code: Option<String>,
    /// Open from this day.
    opens_on: String,
    /// Closed from this day.
    closes_on: Option<String>,
    /// Entered then.
    created_at: String,
}

impl From<Organisation> for Body {
    fn from(organisation: Organisation) -> Self {
        Self {
            id: organisation.id,
            kind: organisation.kind.into(),
            parent_id: organisation.parent_id,
            name: organisation.name,
            credit_code: organisation.credit_code,
            opens_on: organisation.opens_on.to_string(),
            closes_on: organisation.closes_on.map(|day| day.to_string()),
            created_at: organisation.created_at.to_string(),
        }
    }
}

/// The organisation `id` as far as the caller reaches.
async fn found(desk: &Desk, id: &str) -> Result<Organisation, Stop> {
    organisations::within(desk.database(), desk.scope(), id).await?.ok_or_else(|| Code::NotFound.into())
}
