//! Entering an organisation.

use super::Organisation;
use crate::{OrganisationKind, Source, Work, error::Result, moment::millis, tables::organisations::Model};
use jiff::civil::Date;
use sea_orm::{ActiveModelTrait, IntoActiveModel};

/// What must be known to enter one.
#[derive(Debug, Clone)]
pub struct NewOrganisation<'a> {
    /// Its id, given by the caller.
    pub id: &'a str,
    /// What it is.
    pub kind: OrganisationKind,
    /// The one above; the caller has looked it up within the actor's scope.
    pub parent: Option<&'a Organisation>,
    /// Its legal name.
    pub name: &'a str,
    /// 统一社会信用代码, checked by the caller.
    pub credit_code: Option<&'a str>,
    /// Open from this day.
    pub opens_on: Date,
}

/// Nothing stays open longer than what it stands under.
fn closes_with(new: &NewOrganisation<'_>) -> Option<String> {
    let above = new.parent?.closes_on?;
    Some(above.max(new.opens_on).to_string())
}

/// Enters `new`.
///
/// # Errors
/// [`crate::StoreError::Taken`] when the credit code is known already.
pub async fn add(work: &Work, new: &NewOrganisation<'_>) -> Result<Organisation> {
    let above = new.parent.map_or("/", |parent| parent.path.as_str());
    let model = Model {
        id: new.id.to_owned(),
        kind: new.kind.word().to_owned(),
        parent_id: new.parent.map(|parent| parent.id.clone()),
        path: format!("{above}{}/", new.id),
        name: new.name.to_owned(),
        credit_code: new.credit_code.map(str::to_owned),
        opens_on: new.opens_on.to_string(),
        closes_on: closes_with(new),
        version: 1,
        created_at: millis(work.now()),
    };
    model.into_active_model().insert(&work.executor()).await?.try_into()
}
