//! Organisations: a centre above zones; departments, banks and enterprises below.

mod add;
mod change;
mod lookup;

pub use add::{NewOrganisation, add};
pub use change::{close, identify, rename};
pub use lookup::{Filter, Sort, by_credit_code, list, within};

use crate::{OrganisationKind, StoreError, error::Result, moment::time, tables::organisations::Model};
use jiff::{Timestamp, civil::Date};

/// One organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    /// Its id.
    pub id: String,
    /// What it is.
    pub kind: OrganisationKind,
    /// The one above.
    pub parent_id: Option<String>,
    /// `/` + the ids from the top down to itself, each followed by `/`.
    pub path: String,
    /// Its legal name.
    pub name: String,
    /// 统一社会信用代码.
    pub credit_code: Option<String>,
    /// Open from this day.
    pub opens_on: Date,
    /// Closed from this day.
    pub closes_on: Option<Date>,
    /// Grows with each change.
    pub version: i64,
    /// When it was entered.
    pub created_at: Timestamp,
}

impl Organisation {
    /// Whether it is open on `day`.
    #[must_use]
    pub fn is_open_on(&self, day: Date) -> bool {
        self.opens_on <= day && self.closes_on.is_none_or(|closes| day < closes)
    }
}

fn day(what: &'static str, text: &str) -> Result<Date> {
    text.parse().map_err(|_| StoreError::Corrupt { what, value: text.to_owned() })
}

impl TryFrom<Model> for Organisation {
    type Error = StoreError;

    fn try_from(model: Model) -> Result<Self> {
        Ok(Self {
            kind: OrganisationKind::from_word(&model.kind)?,
            opens_on: day("organisations.opens_on", &model.opens_on)?,
            closes_on: model.closes_on.map(|text| day("organisations.closes_on", &text)).transpose()?,
            id: model.id,
            parent_id: model.parent_id,
            path: model.path,
            name: model.name,
            credit_code: model.credit_code,
            version: model.version,
            created_at: time(model.created_at),
        })
    }
}
