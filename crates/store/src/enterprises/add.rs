//! Entering enterprises, one or many.

use super::{Enterprise, EnterpriseStatus};
use crate::{
    Work, error::Result, moment::millis, organisations::Organisation, tables::enterprises::Model,
    work::insert_all,
};
use jiff::civil::Date;
use sea_orm::IntoActiveModel;

/// What must be known to enter one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEnterprise {
    /// Its id, given by the caller.
    pub id: String,
    /// 统一社会信用代码, checked by the caller.
    pub credit_code: String,
    /// Its legal name.
    pub name: String,
    /// What the search box looks through.
    pub search: String,
    /// 成立日期.
    pub founded_on: Option<Date>,
    /// 入区日期.
    pub entered_on: Option<Date>,
    /// 登记状态.
    pub status: EnterpriseStatus,
    /// 园区.
    pub park: Option<String>,
    /// 行政区划代码.
    pub district: Option<String>,
    /// GB/T 4754-2017 code.
    pub industry: Option<String>,
    /// 技术领域.
    pub field: Option<String>,
    /// Its log-in organisation (id and path), when there is one already.
    pub organisation: Option<(String, String)>,
}

/// Enters `new` into the register of `zone`.
///
/// # Errors
/// [`crate::StoreError::Taken`] when the zone has one of the credit codes already.
pub async fn add_all(work: &Work, zone: &Organisation, new: Vec<NewEnterprise>) -> Result<()> {
    let now = millis(work.now());
    let models = new.into_iter().map(|one| model(zone, one, now).into_active_model());
    insert_all(work, models.collect(), None).await
}

fn model(zone: &Organisation, one: NewEnterprise, now: i64) -> Model {
    let (organisation_id, path) = match one.organisation {
        Some((id, path)) => (Some(id), path),
        None => (None, zone.path.clone()),
    };
    Model {
        id: one.id,
        zone_id: zone.id.clone(),
        organisation_id,
        path,
        credit_code: one.credit_code,
        name: one.name,
        search: one.search,
        founded_on: one.founded_on.map(|day| day.to_string()),
        entered_on: one.entered_on.map(|day| day.to_string()),
        status: one.status.word().to_owned(),
        park: one.park,
        district: one.district,
        industry: one.industry,
        field: one.field,
        merged_into: None,
        closed_on: None,
        created_at: now,
        changed_at: now,
        version: 1,
    }
}

impl Enterprise {
    /// Whether it takes part in anything still.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.closed_on.is_none() && self.merged_into.is_none()
    }
}
