//! 授权: an enterprise lets a bank read named fields for one purpose until a day. Without a consent that holds at the moment
//! of answering a bank is told nothing of any enterprise, and whatever it is told is written down for the enterprise to see.

mod alerts;
mod disclosed;
mod grant;
mod lookup;
mod prospects;
mod readings;

pub(crate) use alerts::*;
pub(crate) use disclosed::*;
pub(crate) use grant::*;
pub(crate) use lookup::*;
pub(crate) use prospects::*;
pub(crate) use readings::*;

use crate::{desk::Desk, problem::Stop};
use domain::finance;
use std::collections::{BTreeSet, HashMap};
use store::{
    OrganisationKind, Scope,
    consents::{ConsentField, ConsentPurpose},
    enterprises::{self, Enterprise},
    organisations,
};

/// The field as the domain knows it.
fn field_of(field: ConsentField) -> finance::ConsentField {
    match field {
        ConsentField::Profile => finance::ConsentField::Profile,
        ConsentField::Labels => finance::ConsentField::Labels,
        ConsentField::Points => finance::ConsentField::Points,
        ConsentField::Indicators => finance::ConsentField::Indicators,
        ConsentField::Offers => finance::ConsentField::Offers,
        ConsentField::Contacts => finance::ConsentField::Contacts,
    }
}

/// The field as it is kept.
pub(crate) fn field_kept(field: finance::ConsentField) -> ConsentField {
    match field {
        finance::ConsentField::Profile => ConsentField::Profile,
        finance::ConsentField::Labels => ConsentField::Labels,
        finance::ConsentField::Points => ConsentField::Points,
        finance::ConsentField::Indicators => ConsentField::Indicators,
        finance::ConsentField::Offers => ConsentField::Offers,
        finance::ConsentField::Contacts => ConsentField::Contacts,
    }
}

/// The purpose as the domain knows it.
fn purpose_of(purpose: ConsentPurpose) -> finance::ConsentPurpose {
    match purpose {
        ConsentPurpose::Marketing => finance::ConsentPurpose::Marketing,
        ConsentPurpose::CreditReview => finance::ConsentPurpose::CreditReview,
        ConsentPurpose::PostLoan => finance::ConsentPurpose::PostLoan,
    }
}

/// Whether the caller is a bank's: consents that are over are not there for it.
fn is_a_bank(desk: &Desk) -> Result<bool, Stop> {
    Ok(desk.caller()?.organisation.kind == OrganisationKind::Bank)
}

/// Enterprises and banks by id, to be named in answers the caller may have.
pub(crate) struct Parties {
    enterprises: HashMap<String, Enterprise>,
    banks: HashMap<String, String>,
}

impl Parties {
    /// Those of these pairs of enterprise and bank.
    pub(crate) async fn of<'a>(
        desk: &Desk,
        pairs: impl Iterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, Stop> {
        let (of, to): (BTreeSet<&str>, BTreeSet<&str>) = pairs.unzip();
        let ids: Vec<String> = of.into_iter().map(str::to_owned).collect();
        let known = enterprises::by_ids(desk.database(), &ids).await?;
        let mut banks = HashMap::new();
        for id in to {
            if let Some(bank) = organisations::within(desk.database(), &Scope::Everything, id).await? {
                banks.insert(bank.id, bank.name);
            }
        }
        Ok(Self { enterprises: known.into_iter().map(|one| (one.id.clone(), one)).collect(), banks })
    }

    /// Name and credit code of an enterprise.
    pub(crate) fn enterprise(&self, id: &str) -> (String, String) {
        self.enterprises.get(id).map(|one| (one.name.clone(), one.credit_code.clone())).unwrap_or_default()
    }

    /// The name of a bank.
    pub(crate) fn bank(&self, id: &str) -> String {
        self.banks.get(id).cloned().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_consent_are_those_that_are_stored() {
        for field in ConsentField::ALL {
            assert_eq!(field_of(*field).word(), field.word());
            assert_eq!(field_kept(field_of(*field)), *field);
        }
        for purpose in ConsentPurpose::ALL {
            assert_eq!(purpose_of(*purpose).word(), purpose.word());
        }
        assert_eq!(ConsentField::ALL.len(), finance::ConsentField::ALL.len());
        assert_eq!(ConsentPurpose::ALL.len(), finance::ConsentPurpose::ALL.len());
    }
}
