//! The words of the field, as people read and as rule files write them.

use formula::Sentence;

use super::{RateReads, Repayment, Security, Standing};

impl Security {
    /// Every kind with the word rule files use.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::Credit, "credit"),
        (Self::PublicGuarantee, "public_guarantee"),
        (Self::Guarantee, "guarantee"),
        (Self::Pledge, "pledge"),
        (Self::Mortgage, "mortgage"),
    ];

    /// In both languages.
    #[must_use]
    pub fn sentence(self) -> Sentence {
        match self {
            Self::Credit => Sentence::new("信用", "credit"),
            Self::PublicGuarantee => Sentence::new("政府性融资担保", "public guarantee"),
            Self::Guarantee => Sentence::new("保证", "guarantee"),
            Self::Pledge => Sentence::new("质押", "pledge"),
            Self::Mortgage => Sentence::new("抵押", "mortgage"),
        }
    }
}

impl Repayment {
    /// Every way with the word rule files use.
    pub const ALL: [(Self, &'static str); 4] = [
        (Self::EqualInstalments, "equal_instalments"),
        (Self::EqualPrincipal, "equal_principal"),
        (Self::MonthlyInterest, "monthly_interest"),
        (Self::AtMaturity, "at_maturity"),
    ];

    /// In both languages.
    #[must_use]
    pub fn sentence(self) -> Sentence {
        match self {
            Self::EqualInstalments => Sentence::new("等额本息", "equal instalments"),
            Self::EqualPrincipal => Sentence::new("等额本金", "equal principal"),
            Self::MonthlyInterest => {
                Sentence::new("按月付息到期还本", "interest monthly, principal at the end")
            }
            Self::AtMaturity => Sentence::new("到期一次还本付息", "all at the end"),
        }
    }
}

impl RateReads {
    /// Every reading with the word rule files use.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::Exactly, "exactly"), (Self::AtMost, "at_most"), (Self::From, "from")];
}

impl Standing {
    /// Every standing with the word case files use, best first.
    pub const ALL: [(Self, &'static str); 4] = [
        (Self::Eligible, "eligible"),
        (Self::Officer, "officer"),
        (Self::Unknown, "unknown"),
        (Self::Not, "not"),
    ];

    /// In both languages.
    #[must_use]
    pub fn sentence(self) -> Sentence {
        match self {
            Self::Eligible => Sentence::new("符合准入条件", "eligible"),
            Self::Officer => Sentence::new("待银行核验", "to be checked by the bank"),
            Self::Unknown => Sentence::new("数据不足", "cannot tell"),
            Self::Not => Sentence::new("不符合", "not eligible"),
        }
    }
}
