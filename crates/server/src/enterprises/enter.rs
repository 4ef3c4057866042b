//! Entering one enterprise by hand.

use super::{EnterpriseBody, industry, search_text};
use crate::{
    caller::beijing_day,
    desk::Desk,
    input::{Checks, Json},
    organisations::credit_code,
    reply::{Answer, Reply},
};
use jiff::civil::Date;
use serde::Deserialize;
use serde_json::json;
use store::{
    Scope,
    enterprises::{self, EnterpriseStatus, Event, NewEnterprise},
    organisations,
};
use utoipa::ToSchema;

/// An enterprise to enter.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct EnterEnterprise {
    /// 统一社会信用代码.
    credit_code: String,
    /// Its legal name.
    name: String,
    /// 成立日期 (`2015-03-02`).
    founded_on: Option<String>,
    /// 入区日期.
    entered_on: Option<String>,
    /// 园区.
    park: Option<String>,
    /// 行政区划代码, six digits.
    district: Option<String>,
    /// GB/T 4754-2017 code, two to four digits.
    industry: Option<String>,
    /// 技术领域, a category of the item `tech_field`.
    field: Option<String>,
}

/// Enters an enterprise into the register of the caller's zone.
#[utoipa::path(post, path = "/api/v1/enterprises", operation_id = "enter_enterprise", tag = "enterprises",
    request_body = EnterEnterprise, responses((status = 201, body = EnterpriseBody, description = "Entered")),
    extensions(("x-permission" = json!("enterprise:edit")), ("x-idempotency-key" = json!("required"))))]
pub(crate) async fn enter(desk: Desk, Json(given): Json<EnterEnterprise>) -> Answer {
    let zone = desk.zone().await?;
    let today = beijing_day(desk.now());
    let mut checks = Checks::default();
    let code = credit_code(&given.credit_code, "/credit_code").unwrap_or_else(|wrong| {
        checks.also(wrong);
        String::new()
    });
    checks.name(&given.name, "/name");
    let founded_on = past_day(&mut checks, given.founded_on.as_deref(), "/founded_on", today);
    let entered_on = past_day(&mut checks, given.entered_on.as_deref(), "/entered_on", today);
    check_words(
        &desk,
        &mut checks,
        given.industry.as_deref(),
        given.field.as_deref(),
        given.district.as_deref(),
    );
    checks.done()?;
    let change = desk.begin().await?;
    let organisation = organisations::by_credit_code(change.work(), &code).await?;
    let own = organisation.filter(|one| one.parent_id.as_deref() == Some(zone.id.as_str()));
    let id = desk.app.edge.id();
    let plain =
        |text: Option<String>| text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    let name = given.name.trim().to_owned();
    let new = NewEnterprise {
        id: id.clone(),
        search: search_text(&name, &[], &code),
        credit_code: code,
        name,
        founded_on,
        entered_on,
        status: EnterpriseStatus::Active,
        park: plain(given.park),
        district: plain(given.district),
        industry: plain(given.industry),
        field: plain(given.field),
        organisation: own.map(|one| (one.id, one.path)),
    };
    let detail = json!({"credit_code": [null, new.credit_code], "name": [null, new.name]});
    enterprises::add_all(change.work(), &zone, vec![new]).await?;
    event(&desk, change.work(), &id, "enter", json!({})).await?;
    let entered = enterprises::within(change.work(), &Scope::Everything, &id).await?;
    let entered = entered.ok_or(crate::problem::Code::InternalError)?;
    let note = desk.note("enter", "enterprise").on(&id, &entered.path).with(detail);
    let version = entered.version;
    let body = EnterpriseBody::of(desk.app.rules.known(), entered);
    let reply = Reply::created(&body, &format!("/api/v1/enterprises/{id}")).versioned(version);
    change.finish(note, reply).await
}

/// A day that is not in the future.
pub(super) fn past_day(checks: &mut Checks, text: Option<&str>, pointer: &str, today: Date) -> Option<Date> {
    let day = text.map(str::parse::<Date>).transpose();
    checks.that(day.is_ok(), pointer, "应为日期，如 2015-03-02", "must be a day, e.g. 2015-03-02");
    let day = day.ok().flatten();
    checks.that(day.is_none_or(|day| day <= today), pointer, "日期晚于今天", "is in the future");
    day
}

/// Codes of the lists that ship.
pub(super) fn check_words(
    desk: &Desk,
    checks: &mut Checks,
    of_industry: Option<&str>,
    field: Option<&str>,
    district: Option<&str>,
) {
    let rules = desk.app.rules.known();
    let digits = of_industry
        .is_none_or(|code| code.bytes().all(|byte| byte.is_ascii_digit()) && industry(rules, code).is_some());
    checks.that(
        digits,
        "/industry",
        "不是国民经济行业分类的代码，如 6513",
        "is no code of GB/T 4754-2017, such as 6513",
    );
    let item = rules.dictionary.find("tech_field");
    let known = field.is_none_or(|code| item.is_some_and(|item| item.category_name(code).is_some()));
    checks.that(known, "/field", "没有这个技术领域", "is no field of technology");
    let six = district.is_none_or(|code| code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit()));
    checks.that(six, "/district", "行政区划代码为六位数字", "must have six digits");
}

/// Writes down for the enterprise's page what happened.
pub(crate) async fn event(
    desk: &Desk,
    work: &store::Work,
    enterprise_id: &str,
    action: &str,
    detail: serde_json::Value,
) -> Result<(), crate::problem::Stop> {
    let event = Event {
        id: desk.app.edge.id(),
        enterprise_id: enterprise_id.to_owned(),
        action: action.to_owned(),
        detail,
        import_id: None,
        changed_by: Some(desk.caller()?.user.id.clone()),
        changed_at: desk.now(),
    };
    Ok(enterprises::note_all(work, vec![event]).await?)
}
