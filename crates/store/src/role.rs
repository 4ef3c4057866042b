//! Roles and kinds of organisation, with the words they are stored under.

use crate::StoreError;

macro_rules! words {
    ($(#[$doc:meta])* $name:ident, $what:literal, { $($(#[$vdoc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// Every one, in the order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word it is stored and sent under.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The one with this word.
            ///
            /// # Errors
            /// [`StoreError::Corrupt`] when no variant has it.
            pub fn from_word(word: &str) -> std::result::Result<Self, StoreError> {
                match word {
                    $($word => Ok(Self::$variant),)+
                    other => Err(StoreError::Corrupt { what: $what, value: other.to_owned() }),
                }
            }
        }
    };
}
pub(crate) use words;

words! {
    /// What a person does on the platform.
    Role, "role", {
        /// 科技主管部门(中心)工作人员: sees all zones.
        CentreOfficer = "centre-officer",
        /// 高新区管理员.
        ZoneAdministrator = "zone-administrator",
        /// 数据审核员.
        DataReviewer = "data-reviewer",
        /// 规则编制员.
        RuleAuthor = "rule-author",
        /// 发布员.
        Publisher = "publisher",
        /// 政策专员.
        PolicyOfficer = "policy-officer",
        /// 银行客户经理.
        BankOfficer = "bank-officer",
        /// 企业用户.
        EnterpriseUser = "enterprise-user",
        /// 审计员 (三员之一).
        Auditor = "auditor",
        /// 系统管理员 (三员之一).
        SystemAdministrator = "system-administrator",
        /// 安全管理员 (三员之一).
        SecurityAdministrator = "security-administrator",
    }
}

words! {
    /// What an organisation is.
    OrganisationKind, "organisation kind", {
        /// 中心: above all zones.
        Centre = "centre",
        /// 高新区.
        Zone = "zone",
        /// 部门 of a zone.
        Department = "department",
        /// 银行.
        Bank = "bank",
        /// 企业.
        Enterprise = "enterprise",
    }
}

impl OrganisationKind {
    /// Whether an organisation of this kind may stand under `parent` (`None`: at the top).
    #[must_use]
    pub const fn may_stand_under(self, parent: Option<Self>) -> bool {
        matches!(
            (self, parent),
            (Self::Centre, None)
                | (Self::Zone, None | Some(Self::Centre))
                | (Self::Bank, Some(Self::Centre | Self::Zone))
                | (Self::Department | Self::Enterprise, Some(Self::Zone))
        )
    }
}
