//! What a bank reads under a consent. Consent is looked at twice: before anything is computed, and in the transaction that
//! writes the reading down, right before the answer is sent. A consent that was revoked meanwhile yields nothing.

use super::{is_a_bank, readings::note_reading};
use crate::{
    desk::Desk,
    enterprises::{ContactBody, EnterpriseBody, LabelBody},
    input::Params,
    library::{chosen, today},
    points::{Out, PointsExplained, Published, RowBody, Rows},
    problem::{Code, Stop},
    products::{EnterpriseOffers, WantedOwnOffers, offers_for},
    reply::{Answer, Reply},
    wire::ConsentPurposeWord,
};
use axum::extract::Path;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::{
    Source,
    batches::Batch,
    consents::{self, Consent, ConsentField, ConsentPurpose},
    enterprises::{self, Enterprise},
    runs::Run,
};
use utoipa::{IntoParams, ToSchema};

/// For what.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Disclosing {
    /// For what it is read: the purpose of the consent.
    #[param(inline)]
    purpose: ConsentPurposeWord,
}

/// A reading that a consent allows so far.
struct Allowed {
    enterprise: Enterprise,
    field: ConsentField,
    purpose: ConsentPurpose,
}

impl Allowed {
    /// # Errors
    /// 404 as if the enterprise were not there, whatever is wrong with the consent.
    async fn of(desk: &Desk, id: &str, field: ConsentField, wanted: &Disclosing) -> Result<Self, Stop> {
        let purpose = wanted.purpose.into();
        consent(desk, desk.database(), id, field, purpose).await?;
        let known = enterprises::by_ids(desk.database(), &[id.to_owned()]).await?;
        let enterprise = known.into_iter().next().ok_or(Code::NotFound)?;
        Ok(Self { enterprise, field, purpose })
    }

    /// Sends `body` when the consent still holds, after the reading is written down.
    async fn send<T: Serialize>(self, desk: &Desk, body: &T) -> Answer {
        let Self { enterprise, field, purpose } = self;
        let change = desk.begin().await?;
        let work = change.work();
        consents::take_turns(work, &enterprise.id).await?;
        let consent = consent(desk, work, &enterprise.id, field, purpose).await?;
        let reading = note_reading(desk, work, &consent, field).await?;
        let detail = json!({
            "operation": desk.operation(), "field": field.word(), "consent_id": consent.id, "bank": reading.bank_id,
        });
        let note = desk.note("read-values", "enterprise").on(&enterprise.id, &enterprise.path);
        change.finish(note.for_purpose(purpose.word()).with(detail), Reply::ok(body)).await
    }
}

/// The consent to the caller's bank that holds now for this field and purpose.
async fn consent(
    desk: &Desk,
    source: &impl Source,
    enterprise_id: &str,
    field: ConsentField,
    purpose: ConsentPurpose,
) -> Result<Consent, Stop> {
    if !is_a_bank(desk)? {
        return Err(Code::NotFound.into());
    }
    let pair = (desk.caller()?.organisation.id.as_str(), enterprise_id);
    let live = consents::live(source, pair, purpose, today(desk)).await?;
    live.filter(|consent| consent.fields.contains(&field)).ok_or_else(|| Code::NotFound.into())
}

/// 基本信息 of an enterprise that lets the caller's bank see it.
#[utoipa::path(get, path = "/api/v1/disclosures/{id}/profile", operation_id = "disclose_profile", tag = "finance",
    params(("id" = String, Path, description = "The enterprise"), Disclosing),
    responses((status = 200, body = EnterpriseBody, description = "The enterprise")),
    extensions(("x-permission" = json!("disclosure:read")), ("x-reads" = json!("enterprise"))))]
pub(crate) async fn disclose_profile(
    desk: Desk,
    Path(id): Path<String>,
    Params(wanted): Params<Disclosing>,
) -> Answer {
    let allowed = Allowed::of(&desk, &id, ConsentField::Profile, &wanted).await?;
    let body = EnterpriseBody::of(desk.app.rules.known(), allowed.enterprise.clone());
    allowed.send(&desk, &body).await
}

/// 资质标签 of an enterprise that lets the caller's bank see them.
#[utoipa::path(get, path = "/api/v1/disclosures/{id}/labels", operation_id = "disclose_labels", tag = "finance",
    params(("id" = String, Path, description = "The enterprise"), Disclosing),
    responses((status = 200, body = Vec<LabelBody>, description = "The labels")),
    extensions(("x-permission" = json!("disclosure:read")), ("x-reads" = json!("enterprise"))))]
pub(crate) async fn disclose_labels(
    desk: Desk,
    Path(id): Path<String>,
    Params(wanted): Params<Disclosing>,
) -> Answer {
    let allowed = Allowed::of(&desk, &id, ConsentField::Labels, &wanted).await?;
    let (labels, day) = (enterprises::labels_of(desk.database(), &id).await?, today(&desk));
    let body: Vec<LabelBody> = labels.into_iter().map(|label| LabelBody::of(label, day)).collect();
    allowed.send(&desk, &body).await
}

/// 联系人 of an enterprise that lets the caller's bank see them.
#[utoipa::path(get, path = "/api/v1/disclosures/{id}/contacts", operation_id = "disclose_contacts", tag = "finance",
    params(("id" = String, Path, description = "The enterprise"), Disclosing),
    responses((status = 200, body = Vec<ContactBody>, description = "The contacts")),
    extensions(("x-permission" = json!("disclosure:read")), ("x-reads" = json!("enterprise"))))]
pub(crate) async fn disclose_contacts(
    desk: Desk,
    Path(id): Path<String>,
    Params(wanted): Params<Disclosing>,
) -> Answer {
    let allowed = Allowed::of(&desk, &id, ConsentField::Contacts, &wanted).await?;
    let contacts = enterprises::contacts_of(desk.database(), &id).await?;
    let body: Vec<ContactBody> = contacts.into_iter().map(ContactBody::plain).collect();
    allowed.send(&desk, &body).await
}

/// The points of an enterprise in the year published last.
#[derive(Serialize, ToSchema)]
pub(crate) struct DisclosedPoints {
    /// The published run.
    run_id: String,
    /// The year evaluated.
    year: i32,
    /// 凭据码 of the run.
    receipt_code: String,
    /// What the enterprise got; absent when it took no part.
    points: Option<RowBody>,
}

/// 创新积分 of an enterprise that lets the caller's bank see them.
#[utoipa::path(get, path = "/api/v1/disclosures/{id}/points", operation_id = "disclose_points", tag = "finance",
    params(("id" = String, Path, description = "The enterprise"), Disclosing),
    responses((status = 200, body = DisclosedPoints, description = "The points")),
    extensions(("x-permission" = json!("disclosure:read")), ("x-reads" = json!("enterprise"))))]
pub(crate) async fn disclose_points(
    desk: Desk,
    Path(id): Path<String>,
    Params(wanted): Params<Disclosing>,
) -> Answer {
    let allowed = Allowed::of(&desk, &id, ConsentField::Points, &wanted).await?;
    let (run, batch) = chosen(&desk, &allowed.enterprise, None).await?;
    let opened = desk.app.shelf.open(&desk.app, &run).await?;
    let out = Out { run, batch, opened };
    let row = out.opened.row_of(&allowed.enterprise.credit_code);
    let points = match row {
        Some(row) => Some(Rows::of(&desk, &out, &[row]).await?.body(row)),
        None => None,
    };
    let body = DisclosedPoints {
        points,
        year: out.batch.year,
        run_id: out.run.id,
        receipt_code: out.run.receipt_code,
    };
    allowed.send(&desk, &body).await
}

/// 指标得分明细 of an enterprise that lets the caller's bank see them: every indicator with its value and why.
#[utoipa::path(get, path = "/api/v1/disclosures/{id}/indicators", operation_id = "disclose_indicators",
    tag = "finance", params(("id" = String, Path, description = "The enterprise"), Disclosing),
    responses((status = 200, body = PointsExplained, description = "The points and why")),
    extensions(("x-permission" = json!("disclosure:read")), ("x-reads" = json!("enterprise"))))]
pub(crate) async fn disclose_indicators(
    desk: Desk,
    Path(id): Path<String>,
    Params(wanted): Params<Disclosing>,
) -> Answer {
    let allowed = Allowed::of(&desk, &id, ConsentField::Indicators, &wanted).await?;
    let chosen: (Run, Batch) = chosen(&desk, &allowed.enterprise, None).await?;
    let published = Published::of_enterprise(&desk, chosen, &allowed.enterprise).await?;
    allowed.send(&desk, &PointsExplained::of(published)).await
}

/// 参考额度 of an enterprise that lets the caller's bank see them, under every product of that bank on the shelf today.
#[utoipa::path(get, path = "/api/v1/disclosures/{id}/offers", operation_id = "disclose_offers", tag = "finance",
    params(("id" = String, Path, description = "The enterprise"), Disclosing),
    responses((status = 200, body = EnterpriseOffers, description = "The offers")),
    extensions(("x-permission" = json!("disclosure:read")), ("x-reads" = json!("enterprise")), ("x-time-limit" = json!(60))))]
pub(crate) async fn disclose_offers(
    desk: Desk,
    Path(id): Path<String>,
    Params(wanted): Params<Disclosing>,
) -> Answer {
    let allowed = Allowed::of(&desk, &id, ConsentField::Offers, &wanted).await?;
    let body = offers_for(&desk, &allowed.enterprise, &WantedOwnOffers::default()).await?;
    let body = body.of_bank(&desk.caller()?.organisation.name);
    allowed.send(&desk, &body).await
}
