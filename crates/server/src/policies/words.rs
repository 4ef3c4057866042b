//! The words of policies on the wire.

use domain::policies::{Kind, Standing, Way};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// 政策类型: what it gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = PolicyKind)]
pub(crate) enum KindWord {
    /// 减免.
    Relief,
    /// 奖补.
    Grant,
    /// 权益.
    Right,
    /// 资质.
    Title,
}

impl From<Kind> for KindWord {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Relief => Self::Relief,
            Kind::Grant => Self::Grant,
            Kind::Right => Self::Right,
            Kind::Title => Self::Title,
        }
    }
}

/// 兑现方式: how it reaches the entitled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = PolicyWay)]
pub(crate) enum WayWord {
    /// 免申即享.
    WithoutApplication,
    /// 即申即享.
    OnRequest,
    /// 快申快享.
    FastTrack,
    /// 评审.
    Review,
}

impl From<Way> for WayWord {
    fn from(way: Way) -> Self {
        match way {
            Way::WithoutApplication => Self::WithoutApplication,
            Way::OnRequest => Self::OnRequest,
            Way::FastTrack => Self::FastTrack,
            Way::Review => Self::Review,
        }
    }
}

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
