//! 授权: what enterprises let banks see, and what banks have seen.

mod readings;

pub use readings::{Reading, ReadingFilter, note_reading, readings_page};

use crate::{
    Mark, MarkValue, Page, PageRequest, Scope, Source, StoreError, Work,
    enterprises::ids_with,
    error::Result,
    moment::{day, millis, time},
    page::paged,
    role::words,
    tables::consents::{ActiveModel, Column, Entity, Model},
    work::change_seen,
};
use jiff::{Timestamp, civil::Date};
use sea_orm::{ActiveModelTrait, ColumnTrait, Condition, EntityTrait, IntoActiveModel, QueryFilter, Set};

words! {
    /// What a bank is let see.
    ConsentField, "field of a consent", {
        /// 基本信息.
        Profile = "profile",
        /// 资质标签.
        Labels = "labels",
        /// 创新积分.
        Points = "points",
        /// 指标得分明细.
        Indicators = "indicators",
        /// 参考额度.
        Offers = "offers",
        /// 联系人.
        Contacts = "contacts",
    }
}

words! {
    /// What a bank is let see it for.
    ConsentPurpose, "purpose of a consent", {
        /// 产品推介.
        Marketing = "marketing",
        /// 授信审批.
        CreditReview = "credit-review",
        /// 贷后管理.
        PostLoan = "post-loan",
    }
}

/// One consent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consent {
    /// Its id.
    pub id: String,
    /// Who grants it.
    pub enterprise_id: String,
    /// The path of the enterprise's organisation.
    pub path: String,
    /// To whom.
    pub bank_id: String,
    /// The bank's path.
    pub bank_path: String,
    /// What is seen, in the order of [`ConsentField::ALL`], each once.
    pub fields: Vec<ConsentField>,
    /// For what.
    pub purpose: ConsentPurpose,
    /// From this day.
    pub valid_from: Date,
    /// To this day, the day included.
    pub valid_until: Date,
    /// What the person agreed to.
    pub agreed_text: String,
    /// Its wording.
    pub text_version: String,
    /// SHA-256 of the text, in hexadecimal.
    pub text_digest: String,
    /// Who granted it.
    pub granted_by: String,
    /// When; [`grant`] sets it to the time of the change.
    pub granted_at: Timestamp,
    /// Who revoked it.
    pub revoked_by: Option<String>,
    /// When.
    pub revoked_at: Option<Timestamp>,
    /// Grows with each change.
    pub version: i64,
}

impl Consent {
    /// Whether it lets a bank read on `day`.
    #[must_use]
    pub fn is_live(&self, day: Date) -> bool {
        self.revoked_at.is_none() && (self.valid_from..=self.valid_until).contains(&day)
    }
}

impl TryFrom<Model> for Consent {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self> {
        let corrupt = || StoreError::Corrupt { what: "consents.fields", value: row.fields.clone() };
        let words: Vec<String> = serde_json::from_str(&row.fields).map_err(|_| corrupt())?;
        let fields = words.iter().map(|word| ConsentField::from_word(word)).collect::<Result<_>>()?;
        // What cannot be read has never begun and is over.
        let from = day("consents.valid_from", Some(row.valid_from))?.unwrap_or(Date::MAX);
        let until = day("consents.valid_until", Some(row.valid_until))?.unwrap_or(Date::MIN);
        Ok(Self {
            fields,
            purpose: ConsentPurpose::from_word(&row.purpose)?,
            valid_from: from,
            valid_until: until,
            id: row.id,
            enterprise_id: row.enterprise_id,
            path: row.path,
            bank_id: row.bank_id,
            bank_path: row.bank_path,
            agreed_text: row.agreed_text,
            text_version: row.text_version,
            text_digest: row.text_digest,
            granted_by: row.granted_by,
            granted_at: time(row.granted_at),
            revoked_by: row.revoked_by,
            revoked_at: row.revoked_at.map(time),
            version: row.version,
        })
    }
}

/// Changes of the consents of one enterprise, and readings under them, wait for each other.
///
/// # Errors
/// The engine's failure.
pub async fn take_turns(work: &Work, enterprise_id: &str) -> Result<()> {
    work.take_turns(&format!("consents/{enterprise_id}")).await
}

/// Grants a consent.
///
/// # Errors
/// The engine's failure.
pub async fn grant(work: &Work, new: Consent) -> Result<Consent> {
    let words: Vec<&str> = new.fields.iter().map(|field| field.word()).collect();
    let row = Model {
        id: new.id,
        enterprise_id: new.enterprise_id,
        path: new.path,
        bank_id: new.bank_id,
        bank_path: new.bank_path,
        fields: serde_json::json!(words).to_string(),
        purpose: new.purpose.word().to_owned(),
        valid_from: new.valid_from.to_string(),
        valid_until: new.valid_until.to_string(),
        agreed_text: new.agreed_text,
        text_version: new.text_version,
        text_digest: new.text_digest,
        granted_by: new.granted_by,
        granted_at: millis(work.now()),
        revoked_by: None,
        revoked_at: None,
        version: 1,
    };
    row.into_active_model().insert(&work.executor()).await?.try_into()
}

/// Revokes `seen`.
///
/// # Errors
/// [`StoreError::Stale`] when somebody changed it first.
pub async fn revoke(work: &Work, seen: &Consent, by: &str) -> Result<Consent> {
    let change = ActiveModel {
        revoked_by: Set(Some(by.to_owned())),
        revoked_at: Set(Some(millis(work.now()))),
        ..Default::default()
    };
    let seen_at = (Column::Version, seen.version);
    let row =
        change_seen::<Entity, _>(work, (Column::Id, &seen.id), seen_at, change, |row| row.version).await?;
    row.try_into()
}

/// Whoever reaches the enterprise, or the bank.
fn reach(scope: &Scope) -> Condition {
    Condition::any()
        .add(scope.on(Column::Path, Column::GrantedBy))
        .add(scope.on(Column::BankPath, Column::GrantedBy))
}

/// The consent `id`, when `scope` holds its enterprise or its bank.
///
/// # Errors
/// The engine's failure.
pub async fn within(source: &impl Source, scope: &Scope, id: &str) -> Result<Option<Consent>> {
    let query = Entity::find_by_id(id).filter(reach(scope));
    query.one(&source.executor()).await?.map(Consent::try_from).transpose()
}

/// What lets `bank_id` read of `enterprise_id` for `purpose` on `day`; one at most, since [`grant`] is asked only then.
///
/// # Errors
/// The engine's failure.
pub async fn live(
    source: &impl Source,
    (bank_id, enterprise_id): (&str, &str),
    purpose: ConsentPurpose,
    day: Date,
) -> Result<Option<Consent>> {
    let query = Entity::find()
        .filter(Column::EnterpriseId.eq(enterprise_id))
        .filter(Column::BankId.eq(bank_id))
        .filter(Column::Purpose.eq(purpose.word()))
        .filter(live_on(day));
    query.one(&source.executor()).await?.map(Consent::try_from).transpose()
}

fn live_on(day: Date) -> Condition {
    let day = day.to_string();
    Condition::all()
        .add(Column::RevokedAt.is_null())
        .add(Column::ValidFrom.lte(day.as_str()))
        .add(Column::ValidUntil.gte(day.as_str()))
}

/// Which consents.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of this enterprise.
    pub enterprise_id: Option<String>,
    /// To this bank.
    pub bank_id: Option<String>,
    /// For this purpose.
    pub purpose: Option<ConsentPurpose>,
    /// That hold on this day (`true`) or do not.
    pub live: Option<(Date, bool)>,
    /// Of enterprises with this in the name or credit code.
    pub search: Option<String>,
}

/// The consents within `scope` that match, by the time they were granted.
///
/// # Errors
/// The engine's failure.
pub async fn list(
    source: &impl Source,
    scope: &Scope,
    filter: &Filter,
    page: &PageRequest,
) -> Result<Page<Consent>> {
    let mut select = Entity::find().filter(reach(scope));
    if let Some(enterprise) = &filter.enterprise_id {
        select = select.filter(Column::EnterpriseId.eq(enterprise.as_str()));
    }
    if let Some(bank) = &filter.bank_id {
        select = select.filter(Column::BankId.eq(bank.as_str()));
    }
    if let Some(purpose) = filter.purpose {
        select = select.filter(Column::Purpose.eq(purpose.word()));
    }
    if let Some((day, live)) = filter.live {
        let condition = live_on(day);
        select = select.filter(if live { condition } else { condition.not() });
    }
    if let Some(text) = &filter.search {
        select = select.filter(Column::EnterpriseId.in_subquery(ids_with(text)));
    }
    let mark = |row: &Model| Mark { value: MarkValue::Number(row.granted_at), id: row.id.clone() };
    paged(source, select, (Column::GrantedAt, Column::Id), page, mark).await?.try_map(Consent::try_from)
}
