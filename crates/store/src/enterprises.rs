//! 企业库: the enterprises of a zone, with former names, labels, contacts and history.

mod add;
mod change;
mod contacts;
mod history;
mod labels;
mod lookup;

pub use add::{NewEnterprise, add_all};
pub use change::{Fields, apply, close, link, merge, touch};
pub use contacts::{Contact, contacts_of, contacts_of_all, replace_contacts};
pub use history::{Event, history_of, note_all};
pub use labels::{Label, add_labels, change_labels, labels_of, labels_of_all, labels_within, remove_label};
pub(crate) use lookup::ids_with;
pub use lookup::{
    Filter, Sort, by_codes, by_ids, by_organisation, former_names, former_names_within, list, tally_of,
    versions, within,
};

use crate::{
    StoreError,
    error::Result,
    moment::{day, time},
    role::words,
    tables::enterprises::Model,
};
use jiff::{Timestamp, civil::Date};

words! {
    /// 登记状态, with the words of the data dictionary; `merged` is the platform's own.
    EnterpriseStatus, "enterprise status", {
        /// 存续.
        Active = "active",
        /// 停业.
        Suspended = "suspended",
        /// 歇业.
        Dormant = "dormant",
        /// 清算.
        Liquidation = "liquidation",
        /// 迁出.
        MovedOut = "moved_out",
        /// 责令关闭.
        OrderedClosed = "ordered_closed",
        /// 吊销.
        Revoked = "revoked",
        /// 撤销.
        Rescinded = "rescinded",
        /// 注销.
        Deregistered = "deregistered",
        /// 已并入另一企业.
        Merged = "merged",
    }
}

/// One enterprise of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enterprise {
    /// Its id.
    pub id: String,
    /// The zone that registers it.
    pub zone_id: String,
    /// Its log-in organisation, when it has one.
    pub organisation_id: Option<String>,
    /// That organisation's path, or the zone's.
    pub path: String,
    /// 统一社会信用代码.
    pub credit_code: String,
    /// Its legal name now.
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
    /// 技术领域, a category of the dictionary.
    pub field: Option<String>,
    /// The enterprise it was merged into.
    pub merged_into: Option<String>,
    /// The day it left the register.
    pub closed_on: Option<Date>,
    /// Entered then.
    pub created_at: Timestamp,
    /// Changed last then.
    pub changed_at: Timestamp,
    /// Grows with each change.
    pub version: i64,
}

impl TryFrom<Model> for Enterprise {
    type Error = StoreError;

    fn try_from(model: Model) -> Result<Self> {
        Ok(Self {
            founded_on: day("enterprises.founded_on", model.founded_on)?,
            entered_on: day("enterprises.entered_on", model.entered_on)?,
            closed_on: day("enterprises.closed_on", model.closed_on)?,
            status: EnterpriseStatus::from_word(&model.status)?,
            id: model.id,
            zone_id: model.zone_id,
            organisation_id: model.organisation_id,
            path: model.path,
            credit_code: model.credit_code,
            name: model.name,
            search: model.search,
            park: model.park,
            district: model.district,
            industry: model.industry,
            field: model.field,
            merged_into: model.merged_into,
            created_at: time(model.created_at),
            changed_at: time(model.changed_at),
            version: model.version,
        })
    }
}
