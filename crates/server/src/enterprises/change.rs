//! Editing an enterprise. A field that is left out stays; `null` empties it.

use super::{EnterpriseBody, check_words, event, found, past_day, search_text};
use crate::{
    caller::beijing_day,
    desk::Desk,
    etag,
    input::{Checks, Json},
    problem::Code,
    reply::{Answer, Reply},
    wire::EnterpriseStatusWord,
};
use axum::extract::Path;
use jiff::civil::Date;
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value, json};
use store::enterprises::{self, Enterprise, Fields};
use utoipa::ToSchema;

/// What to change.
#[derive(Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct ChangeEnterprise {
    /// A new legal name; the old one is kept as a former name.
    name: Option<String>,
    /// 登记状态; `merged` comes by merging only.
    status: Option<EnterpriseStatusWord>,
    /// 成立日期.
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    founded_on: Option<Option<String>>,
    /// 入区日期.
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    entered_on: Option<Option<String>>,
    /// 园区.
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    park: Option<Option<String>>,
    /// 行政区划代码.
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    district: Option<Option<String>>,
    /// GB/T 4754-2017 code.
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    industry: Option<Option<String>>,
    /// 技术领域.
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>)]
    field: Option<Option<String>>,
}

/// `null` and a value are both given; what is left out is not.
fn given<'de, D: Deserializer<'de>>(reader: D) -> Result<Option<Option<String>>, D::Error> {
    Option::deserialize(reader).map(Some)
}

/// Changes an enterprise.
#[utoipa::path(patch, path = "/api/v1/enterprises/{id}", operation_id = "change_enterprise", tag = "enterprises",
    params(("id" = String, Path, description = "The enterprise")), request_body = ChangeEnterprise,
    responses((status = 200, body = EnterpriseBody, description = "Changed")),
    extensions(("x-permission" = json!("enterprise:edit")), ("x-if-match" = json!("required"))))]
pub(crate) async fn change(
    desk: Desk,
    Path(id): Path<String>,
    Json(given): Json<ChangeEnterprise>,
) -> Answer {
    let seen = found(&desk, &id).await?;
    etag::require(&desk, seen.version)?;
    if !seen.is_open() {
        return Err(Code::WrongState.into());
    }
    let today = beijing_day(desk.now());
    let fields = checked(&desk, &seen, given, today)?;
    let change = desk.begin().await?;
    let mut fields = fields;
    if let Some(name) = &fields.name {
        let mut former: Vec<String> =
            enterprises::former_names(change.work(), &id).await?.into_iter().map(|(name, _)| name).collect();
        former.push(seen.name.clone());
        fields.search = Some(search_text(name, &former, &seen.credit_code));
    }
    let changed = enterprises::apply(change.work(), &seen, fields, today).await?;
    let detail = differences(&seen, &changed);
    event(&desk, change.work(), &id, "edit", detail.clone()).await?;
    let note = desk.note("change", "enterprise").on(&id, &changed.path).with(detail);
    let version = changed.version;
    change
        .finish(note, Reply::ok(&EnterpriseBody::of(desk.app.rules.known(), changed)).versioned(version))
        .await
}

fn checked(
    desk: &Desk,
    seen: &Enterprise,
    given: ChangeEnterprise,
    today: Date,
) -> Result<Fields, crate::problem::Problem> {
    let mut checks = Checks::default();
    let name = given.name.map(|name| name.trim().to_owned());
    if let Some(name) = &name {
        checks.name(name, "/name");
    }
    let merged = given.status == Some(EnterpriseStatusWord::Merged);
    checks.that(!merged, "/status", "合并请用“合并”操作", "use the merge operation");
    let mut day = |text: Option<Option<String>>, pointer: &str| {
        text.map(|text| past_day(&mut checks, text.as_deref(), pointer, today))
    };
    let (founded_on, entered_on) =
        (day(given.founded_on, "/founded_on"), day(given.entered_on, "/entered_on"));
    let inner = |text: &Option<Option<String>>| text.clone().flatten();
    let (of_industry, field, district) =
        (inner(&given.industry), inner(&given.field), inner(&given.district));
    check_words(desk, &mut checks, of_industry.as_deref(), field.as_deref(), district.as_deref());
    checks.done()?;
    Ok(Fields {
        name: name.filter(|name| *name != seen.name),
        search: None,
        founded_on,
        entered_on,
        status: given.status.map(Into::into),
        park: given.park,
        district: given.district,
        industry: given.industry,
        field: given.field,
    })
}

/// Changed fields with before and after.
fn differences(seen: &Enterprise, now: &Enterprise) -> Value {
    let text = |day: Option<Date>| day.map(|day| day.to_string());
    let pairs = [
        ("name", Some(seen.name.clone()), Some(now.name.clone())),
        ("status", Some(seen.status.word().to_owned()), Some(now.status.word().to_owned())),
        ("founded_on", text(seen.founded_on), text(now.founded_on)),
        ("entered_on", text(seen.entered_on), text(now.entered_on)),
        ("park", seen.park.clone(), now.park.clone()),
        ("district", seen.district.clone(), now.district.clone()),
        ("industry", seen.industry.clone(), now.industry.clone()),
        ("field", seen.field.clone(), now.field.clone()),
    ];
    let differs = pairs.into_iter().filter(|(_, before, after)| before != after);
    Value::Object(
        differs.map(|(name, before, after)| (name.to_owned(), json!([before, after]))).collect::<Map<_, _>>(),
    )
}
