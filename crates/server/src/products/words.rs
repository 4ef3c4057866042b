//! How an enterprise stands to a product, and rates, on the wire.

use domain::finance::Standing;
use formula::Exact;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How an enterprise stands to a loan product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum OfferStanding {
    /// 符合准入条件.
    Eligible,
    /// 待银行核验: the data are met, the bank must still answer.
    BankCheck,
    /// 数据不足.
    CannotTell,
    /// 不符合.
    NotEligible,
}

impl From<Standing> for OfferStanding {
    fn from(standing: Standing) -> Self {
        match standing {
            Standing::Eligible => Self::Eligible,
            Standing::Officer => Self::BankCheck,
            Standing::Unknown => Self::CannotTell,
            Standing::Not => Self::NotEligible,
        }
    }
}

/// A share as percent, exact where it is a decimal, otherwise to six places: `3.85`.
pub(crate) fn percent(share: &Exact) -> String {
    let hundredfold = share.shift(2);
    if hundredfold.is_decimal() { hundredfold.to_string() } else { hundredfold.to_decimal(6) }
}

/// A share as percent to two places, half up: what an average comes to.
pub(super) fn rounded_percent(share: &Exact) -> String {
    share.shift(2).round_half_up(2).to_decimal(2)
}
