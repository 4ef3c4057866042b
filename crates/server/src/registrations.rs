//! Enterprises ask to be let in by their credit code; the zone confirms.

mod apply;
mod decide;
mod lookup;
mod status;

pub(crate) use apply::*;
pub(crate) use decide::*;
pub(crate) use lookup::*;
pub(crate) use status::*;

use crate::{
    desk::Desk,
    problem::{Code, Stop},
    wire::RegistrationStateWord,
};
use serde::Serialize;
use store::registrations::{self, Registration};
use utoipa::ToSchema;

/// A registration, as the zone sees it.
#[derive(Serialize, ToSchema)]
#[schema(as = Registration)]
pub(crate) struct RegistrationBody {
    /// Its id.
    id: String,
    /// The zone that decides.
    zone_id: String,
    /// The enterprise's legal name.
    name: String,
    /// 统一社会信用代码.
    credit_code: String,
    /// The log-in name wished for.
    login: String,
    /// The person to ask.
    contact: String,
    /// What became of it.
    state: RegistrationStateWord,
    /// Why it was refused.
    reason: Option<String>,
    /// Asked then.
    created_at: String,
    /// Decided then.
    decided_at: Option<String>,
}

impl From<Registration> for RegistrationBody {
    fn from(registration: Registration) -> Self {
        Self {
            id: registration.id,
            zone_id: registration.zone_id,
            name: registration.name,
            credit_code: registration.credit_code,
            login: registration.login,
            contact: registration.contact,
            state: registration.state.into(),
            reason: registration.reason,
            created_at: registration.created_at.to_string(),
            decided_at: registration.decided_at.map(|at| at.to_string()),
        }
    }
}

/// The registration `id` as far as the caller reaches.
async fn found(desk: &Desk, id: &str) -> Result<Registration, Stop> {
    registrations::within(desk.database(), desk.scope(), id).await?.ok_or_else(|| Code::NotFound.into())
}
