//! Words of the store as they stand in JSON and in the OpenAPI document.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

macro_rules! wire {
    ($(#[$doc:meta])* $name:ident = $store:ty { $($variant:ident),+ $(,)? }) => {
        wire! { "kebab-case"; $(#[$doc])* $name = $store: $($variant),+ }
    };
    // A token, not a `literal`: the OpenAPI document reads the case only where it stands bare.
    ($case:tt; $(#[$doc:meta])* $name:ident = $store:ty: $($(#[$own:meta])* $variant:ident),+) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
        #[serde(rename_all = $case)]
        pub(crate) enum $name { $($(#[$own])* $variant),+ }

        impl From<$store> for $name {
            fn from(value: $store) -> Self {
                match value { $(<$store>::$variant => Self::$variant),+ }
            }
        }

        impl From<$name> for $store {
            fn from(value: $name) -> Self {
                match value { $($name::$variant => Self::$variant),+ }
            }
        }
    };
}

wire! {
    /// What a person does on the platform.
    RoleWord = store::Role {
        CentreOfficer, ZoneAdministrator, DataReviewer, RuleAuthor, Publisher, PolicyOfficer, BankOfficer,
        EnterpriseUser, Auditor, SystemAdministrator, SecurityAdministrator,
    }
}

wire! {
    /// What an organisation is.
    KindWord = store::OrganisationKind { Centre, Zone, Department, Bank, Enterprise }
}

wire! {
    /// Whether a person may sign in.
    StateWord = store::users::UserState { Invited, Active, Disabled }
}

wire! {
    /// How far a scheme of a zone is.
    SchemeStateWord = store::rule_drafts::DraftState { Draft, Submitted, Published, Withdrawn }
}

wire! {
    /// How far a policy or product that is written here is.
    DraftStateWord = store::rule_drafts::DraftState { Draft, Submitted, Published, Withdrawn }
}

wire! {
    /// What kind of rule file is written.
    RuleKindWord = store::rule_drafts::RuleKind { Scheme, Policy, Product, Scorecard }
}

wire! {
    /// How far a job is.
    JobStateWord = store::jobs::JobState { Waiting, Running, Done, Failed, Cancelled }
}

wire! {
    /// What became of a registration.
    RegistrationStateWord = store::registrations::RegistrationState { Waiting, Confirmed, Refused }
}

wire! {
    /// What became of an action that needs two persons.
    ApprovalStateWord = store::approvals::ApprovalState { Waiting, Confirmed, Declined, Withdrawn, Lapsed, Expired }
}

wire! {
    /// How far a task is.
    TaskStateWord = store::tasks::TaskState { Open, Contacted, Promised, Done, GivenUp }
}

wire! {
    /// How far an evaluation is.
    BatchStateWord = store::batches::BatchState { Draft, Open, Frozen, Published, Closed }
}

wire! {
    /// How far an enterprise's filing is.
    ParticipantStateWord = store::batches::ParticipantState { Draft, Submitted, Returned, Approved, Frozen }
}

wire! {
    /// How far a run is.
    RunStateWord = store::runs::RunState { Draft, Published, Superseded, Discarded }
}

wire! {
    /// How far an objection is.
    ObjectionStateWord = store::objections::ObjectionState { Open, Upheld, Dismissed, Withdrawn }
}

wire! {
    /// What a policy gives.
    PolicyKindWord = domain::policies::Kind { Relief, Grant, Right, Title }
}

wire! {
    /// How a policy reaches the entitled.
    PolicyWayWord = domain::policies::Way { WithoutApplication, OnRequest, FastTrack, Review }
}

wire! {
    /// What a bank falls back on.
    SecurityWord = domain::finance::Security { Credit, PublicGuarantee, Guarantee, Pledge, Mortgage }
}

wire! {
    /// How a loan is repaid.
    RepaymentWord = domain::finance::Repayment { EqualInstalments, EqualPrincipal, MonthlyInterest, AtMaturity }
}

wire! {
    /// How a published rate reads: the rate itself, a ceiling, the lowest there is.
    RateReadsWord = domain::finance::RateReads { Exactly, AtMost, From }
}

wire! {
    /// How far a list of awards is.
    AwardListStateWord = store::awards::ListState { Review, Notice, Paying, Closed, Cancelled }
}

wire! {
    /// How far an award is.
    AwardStateWord = store::awards::AwardState {
        Listed, Struck, Confirmed, Batched, Paid, Failed, Returned, ClawedBack, Cancelled
    }
}

wire! {
    /// How far a batch of payments is.
    PaymentStateWord = store::awards::PaymentState { Prepared, Released, Settled, Withdrawn }
}

wire! {
    /// What happened to the money.
    LedgerKindWord = store::awards::LedgerKind { Paid, Failed, Returned, ClawedBack }
}

wire! {
    /// How far an objection to a list of awards is.
    AwardObjectionStateWord = store::awards::AwardObjectionState { Open, Upheld, Dismissed }
}

/// Who reports a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum SourceWord {
    /// 税务.
    Tax,
    /// 人社.
    Hr,
    /// 知识产权.
    Ip,
    /// 科技.
    Science,
    /// 工信.
    Industry,
    /// 市场监管.
    Market,
    /// 火炬统计.
    Torch,
    /// 企业自报.
    #[serde(rename = "self")]
    Own,
}

impl From<store::values::ValueSource> for SourceWord {
    fn from(source: store::values::ValueSource) -> Self {
        use store::values::ValueSource as Of;
        match source {
            Of::Tax => Self::Tax,
            Of::Hr => Self::Hr,
            Of::Ip => Self::Ip,
            Of::Science => Self::Science,
            Of::Industry => Self::Industry,
            Of::Market => Self::Market,
            Of::Torch => Self::Torch,
            Of::Own => Self::Own,
        }
    }
}

impl From<SourceWord> for store::values::ValueSource {
    fn from(word: SourceWord) -> Self {
        match word {
            SourceWord::Tax => Self::Tax,
            SourceWord::Hr => Self::Hr,
            SourceWord::Ip => Self::Ip,
            SourceWord::Science => Self::Science,
            SourceWord::Industry => Self::Industry,
            SourceWord::Market => Self::Market,
            SourceWord::Torch => Self::Torch,
            SourceWord::Own => Self::Own,
        }
    }
}

wire! {
    /// How an action ended.
    OutcomeWord = store::audit::Outcome { Done, Refused, Failed }
}

wire! {
    "snake_case";
    /// 登记状态, with the words of the data dictionary.
    EnterpriseStatusWord = store::enterprises::EnterpriseStatus:
        Active, Suspended, Dormant, Liquidation, MovedOut, OrderedClosed, Revoked, Rescinded, Deregistered, Merged
}

wire! {
    "kebab-case";
    /// Who reports values.
    ValueSourceWord = store::values::ValueSource:
        Tax, Hr, Ip, Science, Industry, Market, Torch, #[serde(rename = "self")] Own
}

wire! {
    /// What is imported.
    ImportKindWord = store::imports::ImportKind { Register, Values, Titles, AnnualReports }
}

wire! {
    /// All rows or none, or the good rows only.
    ImportModeWord = store::imports::ImportMode { All, Good }
}

wire! {
    /// How far an import is.
    ImportStateWord = store::imports::ImportState {
        Uploaded, Previewing, Previewed, Running, Done, Failed, Cancelled,
    }
}

wire! {
    /// What an import does with a row.
    RowOutcomeWord = store::imports::RowOutcome { Created, Changed, Unchanged, Rejected }
}

/// The language a person reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(crate) enum LanguageWord {
    /// 简体中文.
    #[serde(rename = "zh")]
    Chinese,
    /// English.
    #[serde(rename = "en")]
    English,
}

impl From<store::users::Tongue> for LanguageWord {
    fn from(tongue: store::users::Tongue) -> Self {
        match tongue {
            store::users::Tongue::Chinese => Self::Chinese,
            store::users::Tongue::English => Self::English,
        }
    }
}

impl From<LanguageWord> for store::users::Tongue {
    fn from(word: LanguageWord) -> Self {
        match word {
            LanguageWord::Chinese => Self::Chinese,
            LanguageWord::English => Self::English,
        }
    }
}

/// Each of a list as its word on the wire.
pub(crate) fn words<S: Copy, W: From<S>>(values: &[S]) -> Vec<W> {
    values.iter().map(|value| W::from(*value)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use store::Role;

    #[test]
    fn a_word_on_the_wire_is_the_word_stored() {
        for role in Role::ALL {
            assert_eq!(serde_json::to_value(RoleWord::from(*role)).unwrap(), role.word());
        }
        for kind in store::OrganisationKind::ALL {
            assert_eq!(serde_json::to_value(KindWord::from(*kind)).unwrap(), kind.word());
        }
        for status in store::enterprises::EnterpriseStatus::ALL {
            assert_eq!(serde_json::to_value(EnterpriseStatusWord::from(*status)).unwrap(), status.word());
        }
        for source in store::values::ValueSource::ALL {
            assert_eq!(serde_json::to_value(ValueSourceWord::from(*source)).unwrap(), source.word());
        }
        for state in store::imports::ImportState::ALL {
            assert_eq!(serde_json::to_value(ImportStateWord::from(*state)).unwrap(), state.word());
        }
        for tongue in store::users::Tongue::ALL {
            assert_eq!(serde_json::to_value(LanguageWord::from(*tongue)).unwrap(), tongue.word());
        }
    }
}

wire! {
    /// What a bank is let see: 基本信息, 资质标签, 创新积分, 指标得分明细, 参考额度, 联系人.
    ConsentFieldWord = store::consents::ConsentField { Profile, Labels, Points, Indicators, Offers, Contacts }
}

wire! {
    /// What a bank is let see it for: 产品推介, 授信审批, 贷后管理.
    ConsentPurposeWord = store::consents::ConsentPurpose { Marketing, CreditReview, PostLoan }
}

wire! {
    /// How far a message that is sent on is.
    DeliveryStateWord = store::webhooks::DeliveryState { Waiting, Delivered, Failed }
}

wire! {
    /// How far an application under a policy is.
    ApplicationStateWord = store::applications::ApplicationState { Submitted, Asked, Passed, Refused, Withdrawn }
}

wire! {
    /// What is done to an application under a policy.
    ApplicationActionWord = store::applications::ApplicationAction { Apply, Ask, Answer, Pass, Refuse, Withdraw }
}

wire! {
    /// How far an application is, and the loan it becomes.
    LoanStateWord = store::loans::LoanState {
        Submitted, Reviewing, Asked, Proposed, Approved, Signed, Lent, Overdue, Settled, Rejected, Withdrawn, Lapsed,
    }
}

wire! {
    /// What is done to an application or a loan.
    LoanActionWord = store::loans::LoanAction {
        Apply, Accept, Ask, Answer, Propose, Confirm, SendBack, Reject, Withdraw, Sign, Draw, Repay, FallDue, Cure,
        Settle, Lapse,
    }
}

wire! {
    /// What a zone does for a loan.
    StepKindWord = store::loans::StepKind { Recommend, Guarantee, File }
}

wire! {
    /// What a fund is for.
    FundKindWord = store::funds::FundKind { Risk, Interest }
}

wire! {
    /// Money of a fund.
    FundEntryKindWord = store::funds::EntryKind { PayIn, Compensate, Recover, Subsidise, GiveBack }
}

wire! {
    /// How far an entry of a fund is.
    EntryStateWord = store::funds::EntryState { Waiting, Booked, Struck }
}

wire! {
    /// Why a bank does not lend.
    RejectReasonWord = store::loans::RejectReason { Points, Credit, Ability, Purpose, Material, Quota, Other }
}
