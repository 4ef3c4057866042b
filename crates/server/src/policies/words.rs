//! How an enterprise stands to a policy, on the wire.

use domain::policies::Standing;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How an enterprise stands to a policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = EntitlementStanding)]
pub(crate) enum StandingWord {
    /// 符合.
    Entitled,
    /// 待人工核验: the data are met, an officer must still answer.
    OfficerCheck,
    /// 数据不足.
    CannotTell,
    /// 不符合.
    NotEntitled,
}

impl From<Standing> for StandingWord {
    fn from(standing: Standing) -> Self {
        match standing {
            Standing::Entitled => Self::Entitled,
            Standing::Officer => Self::OfficerCheck,
            Standing::Unknown => Self::CannotTell,
            Standing::Not => Self::NotEntitled,
        }
    }
}
