//! 企业库: enterprises of a zone, entered and edited by hand or by import, found by parts of name, code or initials.

mod change;
mod close;
mod enter;
mod export;
mod labels;
mod lookup;
mod reading;
mod search;
mod size;
mod values;

pub(crate) use change::*;
pub(crate) use close::*;
pub(crate) use enter::*;
pub(crate) use export::*;
pub(crate) use labels::*;
pub(crate) use lookup::*;
pub(crate) use reading::*;
pub(crate) use search::text as search_text;
pub(crate) use values::*;

use crate::{
    desk::Desk,
    problem::{Code, Stop},
    rules::Rules,
    wire::EnterpriseStatusWord,
};
use domain::enterprise::TaxonomyEntry;
use serde::Serialize;
use store::enterprises::{self, Enterprise};
use utoipa::ToSchema;

/// An enterprise in a list.
#[derive(Serialize, ToSchema)]
#[schema(as = Enterprise)]
pub(crate) struct EnterpriseBody {
    /// Its id.
    id: String,
    /// The zone that registers it.
    zone_id: String,
    /// The organisation it signs in as.
    organisation_id: Option<String>,
    /// 统一社会信用代码.
    credit_code: String,
    /// Its legal name now.
    name: String,
    /// 登记状态.
    status: EnterpriseStatusWord,
    /// 成立日期.
    founded_on: Option<String>,
    /// 入区日期.
    entered_on: Option<String>,
    /// 园区.
    park: Option<String>,
    /// 行政区划代码.
    district: Option<String>,
    /// GB/T 4754-2017 code.
    industry: Option<String>,
    /// What that code is called.
    industry_name: Option<String>,
    /// The letter of its section.
    industry_section: Option<String>,
    /// 技术领域, a category of the item `tech_field`.
    field: Option<String>,
    /// The enterprise it was merged into.
    merged_into: Option<String>,
    /// Left the register on this day.
    closed_on: Option<String>,
    /// Entered then.
    created_at: String,
    /// Changed last then.
    changed_at: String,
}

impl EnterpriseBody {
    pub(crate) fn of(rules: &Rules, one: Enterprise) -> Self {
        let entry = one.industry.as_deref().and_then(|code| industry(rules, code));
        Self {
            industry_name: entry.map(|entry| entry.name.zh.clone()),
            industry_section: entry.map(|entry| rules.industries.top(entry).code.clone()),
            id: one.id,
            zone_id: one.zone_id,
            organisation_id: one.organisation_id,
            credit_code: one.credit_code,
            name: one.name,
            status: one.status.into(),
            founded_on: one.founded_on.map(|day| day.to_string()),
            entered_on: one.entered_on.map(|day| day.to_string()),
            park: one.park,
            district: one.district,
            industry: one.industry,
            field: one.field,
            merged_into: one.merged_into,
            closed_on: one.closed_on.map(|day| day.to_string()),
            created_at: one.created_at.to_string(),
            changed_at: one.changed_at.to_string(),
        }
    }
}

/// The industry a code belongs to: two to four digits, with or without the section's letter.
pub(crate) fn industry<'a>(rules: &'a Rules, code: &str) -> Option<&'a TaxonomyEntry> {
    let digits = code.trim_start_matches(|letter: char| letter.is_ascii_uppercase());
    let shape = (2..=4).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    let found = rules.industries.find(digits).filter(|_| shape && code.len() - digits.len() <= 1)?;
    let letter = &code[..code.len() - digits.len()];
    (letter.is_empty() || rules.industries.top(found).code == letter).then_some(found)
}

/// The enterprise `id` as far as the caller reaches.
async fn found(desk: &Desk, id: &str) -> Result<Enterprise, Stop> {
    enterprises::within(desk.database(), desk.scope(), id).await?.ok_or_else(|| Code::NotFound.into())
}
