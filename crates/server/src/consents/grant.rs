//! Granting a consent and revoking it.

use super::{ConsentBody, Parties, field_of, purpose_of};
use crate::{
    desk::Desk,
    etag,
    input::{Checks, Json, Params},
    library::{said, today},
    notices::{Kind, notice},
    problem::{Code, Field, Problem, Stop},
    reply::{Answer, Reply},
    text,
    wire::{ConsentFieldWord, ConsentPurposeWord},
};
use axum::extract::Path;
use domain::finance::{Agreement, TEXT_VERSION};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::{
    OrganisationKind, PageRequest, Scope,
    consents::{self, Consent, ConsentField, ConsentPurpose},
    enterprises::{self, Enterprise},
    notices,
    organisations::{self, Organisation},
};
use utoipa::{IntoParams, ToSchema};

/// A bank.
#[derive(Serialize, ToSchema)]
#[schema(as = Bank)]
pub(crate) struct BankBody {
    /// Its id.
    id: String,
    /// What it is called.
    name: String,
}

/// The banks that an enterprise may let see its data: those of its zone and of the centre above it.
#[utoipa::path(get, path = "/api/v1/banks", operation_id = "list_banks", tag = "finance",
    responses((status = 200, body = Vec<BankBody>, description = "The banks, by name")),
    extensions(("x-permission" = json!("consent:grant"))))]
pub(crate) async fn list_banks(desk: Desk) -> Answer {
    let banks = banks_within_reach(&desk).await?;
    let body = |bank: Organisation| BankBody { id: bank.id, name: bank.name };
    Ok(Reply::ok(&banks.into_iter().map(body).collect::<Vec<_>>()))
}

/// Banks of the caller's zone and of the centre above it that are open today.
pub(crate) async fn banks_within_reach(desk: &Desk) -> Result<Vec<Organisation>, Stop> {
    let zone = desk.zone().await?;
    let today = today(desk);
    let mut banks = Vec::new();
    for above in [Some(&zone.id), zone.parent_id.as_ref()].into_iter().flatten() {
        let filter = organisations::Filter {
            kind: Some(OrganisationKind::Bank),
            parent_id: Some(above.clone()),
            name: None,
        };
        let page = PageRequest { limit: 200, after: None, descending: false };
        let sort = organisations::Sort::Name;
        let found =
            organisations::list(desk.database(), &Scope::Everything, &filter, sort, &page).await?.items;
        banks.extend(found.into_iter().filter(|bank| bank.is_open_on(today)));
    }
    Ok(banks)
}

/// What is to be agreed to.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WantedConsentText {
    /// To whom.
    bank_id: String,
    /// What is seen: words of fields, separated by commas.
    fields: String,
    /// For what.
    #[param(inline)]
    purpose: ConsentPurposeWord,
    /// To this day, the day included.
    valid_until: String,
}

/// What is to be agreed to, in words.
#[derive(Serialize, ToSchema)]
pub(crate) struct ConsentText {
    /// The text in the reader's language.
    text: String,
    /// Its wording.
    version: String,
    /// SHA-256 of the text: sent back by who agrees to it.
    digest: String,
    /// From this day.
    valid_from: String,
    /// The last day it may be granted to.
    longest: String,
}

/// The text of a consent, to be read before it is granted.
#[utoipa::path(get, path = "/api/v1/consent-text", operation_id = "read_consent_text", tag = "finance",
    params(WantedConsentText),
    responses((status = 200, body = ConsentText, description = "The text")),
    extensions(("x-permission" = json!("consent:grant"))))]
pub(crate) async fn read_consent_text(desk: Desk, Params(wanted): Params<WantedConsentText>) -> Answer {
    let fields = wanted.fields.split(',').map(str::trim).filter(|word| !word.is_empty());
    let fields: Result<Vec<ConsentField>, _> = fields.map(ConsentField::from_word).collect();
    let fields = fields.map_err(|_| {
        let all = ConsentField::ALL.iter().map(|field| field.word()).collect::<Vec<_>>().join(", ");
        let field = Field::new("?fields", format!("可选：{all}"), format!("may be: {all}"));
        Problem::new(Code::QueryNotUnderstood).at(vec![field])
    })?;
    let terms = Terms::read(
        &desk,
        Given {
            bank_id: &wanted.bank_id,
            fields,
            purpose: wanted.purpose.into(),
            valid_until: &wanted.valid_until,
            mark: '?',
        },
    )
    .await?;
    let text = terms.text(&desk);
    Ok(Reply::ok(&ConsentText {
        version: TEXT_VERSION.to_owned(),
        digest: text::fingerprint(&text),
        text,
        valid_from: terms.from.to_string(),
        longest: Agreement::longest(terms.from).to_string(),
    }))
}

/// What somebody asks for, in a query (`?`) or in a body (`/`).
struct Given<'a> {
    bank_id: &'a str,
    fields: Vec<ConsentField>,
    purpose: ConsentPurpose,
    valid_until: &'a str,
    mark: char,
}

/// What is agreed to, checked.
struct Terms {
    enterprise: Enterprise,
    bank: Organisation,
    fields: Vec<ConsentField>,
    purpose: ConsentPurpose,
    from: Date,
    until: Date,
}

impl Terms {
    async fn read(desk: &Desk, given: Given<'_>) -> Result<Self, Stop> {
        let own = enterprises::by_organisation(desk.database(), &desk.caller()?.organisation.id).await?;
        let enterprise = own.ok_or(Code::NotAllowed)?;
        let bank = banks_within_reach(desk).await?.into_iter().find(|bank| bank.id == given.bank_id);
        let (from, mark) = (today(desk), given.mark);
        let until: Option<Date> = given.valid_until.parse().ok();
        let mut checks = Checks::default();
        let at = |name: &str| format!("{mark}{name}");
        checks.that(bank.is_some(), &at("bank_id"), "没有这家银行", "there is no such bank");
        let fields: Vec<ConsentField> =
            ConsentField::ALL.iter().copied().filter(|field| given.fields.contains(field)).collect();
        checks.that(!fields.is_empty(), &at("fields"), "至少选择一项内容", "name one field at least");
        let dated = |until| Agreement {
            enterprise: &enterprise.name,
            credit_code: &enterprise.credit_code,
            bank: bank.as_ref().map_or("", |bank| bank.name.as_str()),
            fields: &[],
            purpose: purpose_of(given.purpose),
            from,
            until,
        };
        match until.map(|until| dated(until).check()) {
            None => {
                checks.that(
                    false,
                    &at("valid_until"),
                    "应为日期，如2027-01-31",
                    "must be a day like 2027-01-31",
                );
            }
            Some(Err(refusal)) => {
                checks.that(false, &at("valid_until"), &refusal.reason.zh, &refusal.reason.en);
            }
            Some(Ok(())) => {}
        }
        checks.done()?;
        let (Some(bank), Some(until)) = (bank, until) else { return Err(Code::InternalError.into()) };
        Ok(Self { enterprise, bank, fields, purpose: given.purpose, from, until })
    }

    fn text(&self, desk: &Desk) -> String {
        let fields: Vec<_> = self.fields.iter().copied().map(field_of).collect();
        let agreement = Agreement {
            enterprise: &self.enterprise.name,
            credit_code: &self.enterprise.credit_code,
            bank: &self.bank.name,
            fields: &fields,
            purpose: purpose_of(self.purpose),
            from: self.from,
            until: self.until,
        };
        said(desk, &agreement.text())
    }
}

/// A consent to grant.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct GrantConsent {
    /// To whom.
    bank_id: String,
    /// What is seen.
    fields: Vec<ConsentFieldWord>,
    /// For what.
    purpose: ConsentPurposeWord,
    /// To this day, the day included: a year at most.
    valid_until: String,
    /// `digest` of the text that was read and is agreed to.
    digest: String,
}

/// Lets a bank read named fields for one purpose until a day. The text that was read is kept with its digest.
#[utoipa::path(post, path = "/api/v1/consents", operation_id = "grant_consent", tag = "finance",
    request_body = GrantConsent,
    responses((status = 201, body = ConsentBody, description = "Granted")),
    extensions(("x-permission" = json!("consent:grant")), ("x-idempotency-key" = json!("required"))))]
pub(crate) async fn grant_consent(desk: Desk, Json(given): Json<GrantConsent>) -> Answer {
    let terms = Terms::read(
        &desk,
        Given {
            bank_id: &given.bank_id,
            fields: given.fields.iter().map(|field| (*field).into()).collect(),
            purpose: given.purpose.into(),
            valid_until: &given.valid_until,
            mark: '/',
        },
    )
    .await?;
    let agreed = terms.text(&desk);
    let digest = text::fingerprint(&agreed);
    let mut checks = Checks::default();
    checks.that(
        digest == given.digest,
        "/digest",
        "授权书内容与您阅读的不一致，请重新阅读后再确认",
        "is not of the text as it is now; read it again and confirm",
    );
    checks.done()?;
    let caller = desk.caller()?;
    let new = Consent {
        id: desk.app.edge.id(),
        enterprise_id: terms.enterprise.id.clone(),
        path: caller.organisation.path.clone(),
        bank_id: terms.bank.id.clone(),
        bank_path: terms.bank.path.clone(),
        fields: terms.fields,
        purpose: terms.purpose,
        valid_from: terms.from,
        valid_until: terms.until,
        agreed_text: agreed,
        text_version: TEXT_VERSION.to_owned(),
        text_digest: digest,
        granted_by: caller.user.id.clone(),
        granted_at: desk.now(),
        revoked_by: None,
        revoked_at: None,
        version: 1,
    };
    // Names are read before the transaction begins: who waits inside one for a second connection may wait for ever.
    let pair = [(new.enterprise_id.as_str(), new.bank_id.as_str())];
    let parties = Parties::of(&desk, pair.into_iter()).await?;
    let change = desk.begin().await?;
    let work = change.work();
    consents::take_turns(work, &new.enterprise_id).await?;
    let pair = (new.bank_id.as_str(), new.enterprise_id.as_str());
    if consents::live(work, pair, new.purpose, terms.from).await?.is_some() {
        let (zh, en) = (
            "已有对该银行、该用途的有效授权；如需变更内容或期限，请先撤回原授权。",
            "A consent to this bank for this purpose holds already; revoke it first to change it.",
        );
        return Err(Problem::new(Code::WrongState).saying(zh, en).into());
    }
    let granted = consents::grant(work, new).await?;
    tell_bank(&desk, work, &granted, Kind::ConsentGranted).await?;
    let detail = json!({
        "bank": terms.bank.name, "fields": words(&granted), "purpose": granted.purpose.word(),
        "valid_until": granted.valid_until.to_string(), "text_digest": granted.text_digest,
    });
    let note = desk.note("grant", "consent").on(&granted.id, &granted.path).with(detail);
    let (location, version) = (format!("/api/v1/consents/{}", granted.id), granted.version);
    let body = ConsentBody::of(granted, &parties, terms.from);
    change.finish(note, Reply::created(&body, &location).versioned(version)).await
}

fn words(consent: &Consent) -> Vec<&'static str> {
    consent.fields.iter().map(|field| field.word()).collect()
}

/// Tells the people of the bank, without naming the enterprise: a notice outlives the consent.
async fn tell_bank(desk: &Desk, work: &store::Work, consent: &Consent, kind: Kind) -> Result<(), Stop> {
    let detail = json!({ "purpose": consent.purpose.word(), "valid_until": consent.valid_until.to_string() });
    Ok(notices::send(work, vec![notice(desk, &consent.bank_path, None, kind, &detail)?]).await?)
}

/// Revokes a consent: the bank's next reading is refused.
#[utoipa::path(post, path = "/api/v1/consents/{id}/revoke", operation_id = "revoke_consent", tag = "finance",
    params(("id" = String, Path, description = "The consent")),
    responses((status = 200, body = ConsentBody, description = "Revoked")),
    extensions(("x-permission" = json!("consent:grant")), ("x-if-match" = json!("required"))))]
pub(crate) async fn revoke_consent(desk: Desk, Path(id): Path<String>) -> Answer {
    let seen = consents::within(desk.database(), desk.scope(), &id).await?.ok_or(Code::NotFound)?;
    etag::require(&desk, seen.version)?;
    let day = today(&desk);
    if !seen.is_live(day) {
        let (zh, en) = ("该授权已撤回或已到期。", "The consent is revoked or over already.");
        return Err(Problem::new(Code::WrongState).saying(zh, en).into());
    }
    let by = desk.caller()?.user.id.clone();
    // Names are read before the transaction begins: who waits inside one for a second connection may wait for ever.
    let pair = [(seen.enterprise_id.as_str(), seen.bank_id.as_str())];
    let parties = Parties::of(&desk, pair.into_iter()).await?;
    let change = desk.begin().await?;
    let work = change.work();
    consents::take_turns(work, &seen.enterprise_id).await?;
    let now = consents::revoke(work, &seen, &by).await?;
    tell_bank(&desk, work, &now, Kind::ConsentRevoked).await?;
    let detail = json!({ "bank": parties.bank(&now.bank_id), "purpose": now.purpose.word() });
    let note = desk.note("revoke", "consent").on(&id, &now.path).with(detail);
    let version = now.version;
    change.finish(note, Reply::ok(&ConsentBody::of(now, &parties, day)).versioned(version)).await
}
