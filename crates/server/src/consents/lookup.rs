//! Which consents there are: an enterprise sees its own, a bank those that hold, a zone those of its enterprises.

use super::{Parties, is_a_bank};
use crate::{
    desk::Desk,
    enterprises::note_list,
    exporting::{
        self, AsFile, CONSENT_FIELDS, CONSENT_PURPOSES, CONSENT_STATES, Column, Export, Exported, Exporting,
    },
    input::Params,
    library::today,
    listing::{self, Asked, List},
    problem::{Code, Stop},
    reply::{Answer, Reply},
    wire::{ConsentFieldWord, ConsentPurposeWord},
};
use axum::extract::Path;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use store::{
    Page,
    consents::{self, Consent},
};
use utoipa::{IntoParams, ToSchema};

/// Whether a consent holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum ConsentState {
    /// 有效.
    Live,
    /// 已撤回.
    Revoked,
    /// 已到期.
    Expired,
}

/// A consent.
#[derive(Serialize, ToSchema)]
#[schema(as = Consent)]
pub(crate) struct ConsentBody {
    /// Its id.
    id: String,
    /// Who grants it.
    enterprise_id: String,
    /// Its name now.
    enterprise_name: String,
    /// Its 统一社会信用代码.
    credit_code: String,
    /// To whom.
    bank_id: String,
    /// What the bank is called.
    bank_name: String,
    /// What is seen.
    fields: Vec<ConsentFieldWord>,
    /// For what.
    purpose: ConsentPurposeWord,
    /// Whether it holds today.
    state: ConsentState,
    /// From this day.
    valid_from: String,
    /// To this day, the day included.
    valid_until: String,
    /// What was agreed to, as it was read.
    text: String,
    /// SHA-256 of that text.
    text_digest: String,
    /// When it was granted.
    granted_at: String,
    /// When it was revoked.
    revoked_at: Option<String>,
    /// For `If-Match`.
    version: i64,
}

impl ConsentBody {
    pub(super) fn of(consent: Consent, parties: &Parties, today: Date) -> Self {
        let (enterprise_name, credit_code) = parties.enterprise(&consent.enterprise_id);
        let state = match (consent.revoked_at, consent.is_live(today)) {
            (Some(_), _) => ConsentState::Revoked,
            (None, true) => ConsentState::Live,
            (None, false) => ConsentState::Expired,
        };
        Self {
            enterprise_name,
            credit_code,
            bank_name: parties.bank(&consent.bank_id),
            state,
            id: consent.id,
            enterprise_id: consent.enterprise_id,
            bank_id: consent.bank_id,
            fields: consent.fields.into_iter().map(Into::into).collect(),
            purpose: consent.purpose.into(),
            valid_from: consent.valid_from.to_string(),
            valid_until: consent.valid_until.to_string(),
            text: consent.agreed_text,
            text_digest: consent.text_digest,
            granted_at: consent.granted_at.to_string(),
            revoked_at: consent.revoked_at.map(|at| at.to_string()),
            version: consent.version,
        }
    }
}

/// Which consents.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WantedConsents {
    /// Of enterprises with this in the name or credit code.
    search: Option<String>,
    /// For this purpose.
    #[param(inline)]
    purpose: Option<ConsentPurposeWord>,
    /// Only those that hold today, or only those that do not. A bank sees those that hold.
    live: Option<bool>,
    /// `granted_at`; `-granted_at` for newest first.
    sort: Option<String>,
    /// Rows of a page, 1 to 200.
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

const SORTS: [(&str, ()); 1] = [("granted_at", ())];

impl WantedConsents {
    async fn page(self, desk: &Desk, asked: &Asked<()>) -> Result<(Page<Consent>, Parties, Date), Stop> {
        let day = today(desk);
        let live = if is_a_bank(desk)? { Some(true) } else { self.live };
        let filter = consents::Filter {
            purpose: self.purpose.map(Into::into),
            live: live.map(|live| (day, live)),
            search: self.search.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()),
            ..consents::Filter::default()
        };
        let page = consents::list(desk.database(), desk.scope(), &filter, &asked.page).await?;
        let pairs = page.items.iter().map(|one| (one.enterprise_id.as_str(), one.bank_id.as_str()));
        let parties = Parties::of(desk, pairs).await?;
        Ok((page, parties, day))
    }
}

/// The consents the caller may see.
#[utoipa::path(get, path = "/api/v1/consents", operation_id = "list_consents", tag = "finance",
    params(WantedConsents),
    responses((status = 200, body = inline(List<ConsentBody>), description = "A page")),
    extensions(("x-permission" = json!("consent:list")), ("x-reads" = json!("list"))))]
pub(crate) async fn list_consents(desk: Desk, Params(wanted): Params<WantedConsents>) -> Answer {
    let asked = listing::asked(wanted.limit, wanted.cursor.as_deref(), wanted.sort.as_deref(), &SORTS)?;
    let (page, parties, day) = wanted.page(&desk, &asked).await?;
    note_list(&desk, ("consent", None), page.items.iter().map(|one| one.path.as_str())).await?;
    Ok(Reply::ok(&asked.list(page, |one| ConsentBody::of(one, &parties, day))))
}

/// The columns of an export.
pub(crate) const CONSENTS: Export = Export {
    resource: "consent",
    title: ("银行授权", "consents"),
    columns: &[
        Column::plain("enterprise_name", "企业", "Enterprise"),
        Column::plain("credit_code", "统一社会信用代码", "Credit code"),
        Column::plain("bank_name", "银行", "Bank"),
        Column::word("fields", "授权内容", "Fields", CONSENT_FIELDS),
        Column::word("purpose", "用途", "Purpose", CONSENT_PURPOSES),
        Column::word("state", "状态", "State", CONSENT_STATES),
        Column::plain("valid_from", "生效日期", "Valid from"),
        Column::plain("valid_until", "截止日期", "Valid until"),
        Column::time("granted_at", "授权时间", "Granted at"),
        Column::time("revoked_at", "撤回时间", "Revoked at"),
        Column::plain("text", "授权书", "Text"),
        Column::plain("text_digest", "授权书摘要", "Digest of the text"),
        Column::plain("id", "编号", "Id"),
        Column::plain("enterprise_id", "企业编号", "Enterprise id"),
        Column::plain("bank_id", "银行编号", "Bank id"),
        Column::plain("version", "版本", "Version"),
    ],
};

/// The same as a file.
#[utoipa::path(get, path = "/api/v1/consents/export", operation_id = "export_consents", tag = "finance",
    params(WantedConsents, AsFile),
    responses((status = 200, description = "The file", content(
        (Vec<u8> = "text/csv"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ))),
    extensions(("x-permission" = json!("consent:list")), ("x-reads" = json!("list")), ("x-time-limit" = json!(120))))]
pub(crate) async fn export_consents(desk: Desk, exporting: Exporting<WantedConsents>) -> Exported {
    exporting::allowed_now(&desk)?;
    let (wanted, file) = exporting.parts();
    let asked = listing::whole(wanted.sort.as_deref(), &SORTS, desk.app.config.export_rows)?;
    let (page, parties, day) = wanted.page(&desk, &asked).await?;
    exporting::send(&desk, &CONSENTS, file, page, |one| ConsentBody::of(one, &parties, day)).await
}

/// One consent with the text that was agreed to.
#[utoipa::path(get, path = "/api/v1/consents/{id}", operation_id = "read_consent", tag = "finance",
    params(("id" = String, Path, description = "The consent")),
    responses((status = 200, body = ConsentBody, description = "The consent")),
    extensions(("x-permission" = json!("consent:list")), ("x-reads" = json!("list"))))]
pub(crate) async fn read_consent(desk: Desk, Path(id): Path<String>) -> Answer {
    let seen = consents::within(desk.database(), desk.scope(), &id).await?.ok_or(Code::NotFound)?;
    let day = today(&desk);
    if is_a_bank(&desk)? && !seen.is_live(day) {
        return Err(Code::NotFound.into());
    }
    note_list(&desk, ("consent", Some(&id)), [seen.path.as_str()]).await?;
    let pair = [(seen.enterprise_id.as_str(), seen.bank_id.as_str())];
    let parties = Parties::of(&desk, pair.into_iter()).await?;
    let version = seen.version;
    Ok(Reply::ok(&ConsentBody::of(seen, &parties, day)).versioned(version))
}
