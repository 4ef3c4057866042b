//! From an application to a loan that is repaid: which moves it may make, and who makes them.
//!
//! An enterprise applies; its bank accepts, asks for material, proposes terms that a second person of the bank confirms, or
//! rejects; the loan is signed, drawn, repaid. Nothing is ever removed.

use crate::collection::{Refusal, machine::words};

words! {
    /// How far an application is, and the loan it becomes.
    LoanState {
        /// Waits for the bank.
        Submitted = "submitted" "待受理" "waiting for the bank";
        /// The bank looks at it.
        Reviewing = "reviewing" "审查中" "under review";
        /// The bank wants something more.
        Asked = "asked" "待补充材料" "material asked for";
        /// One person of the bank proposes terms, another must confirm them.
        Proposed = "proposed" "待复核" "waiting for a second person";
        /// The bank lends on its terms until a day.
        Approved = "approved" "已批准" "approved";
        /// The contract is there.
        Signed = "signed" "已签约" "signed";
        /// Money was drawn.
        Lent = "lent" "在贷" "lent";
        /// What was due was not paid.
        Overdue = "overdue" "逾期" "overdue";
        /// Repaid.
        Settled = "settled" "已结清" "settled";
        /// The bank does not lend.
        Rejected = "rejected" "已拒绝" "rejected";
        /// The enterprise took it back.
        Withdrawn = "withdrawn" "已撤回" "withdrawn";
        /// Nobody signed or drew in time.
        Lapsed = "lapsed" "已失效" "lapsed";
    }
}

words! {
    /// What is done to it.
    LoanAction {
        /// The bank takes it up.
        Accept = "accept" "受理" "accepted";
        /// The bank asks for material.
        Ask = "ask" "要求补充材料" "material asked for";
        /// The enterprise answers.
        Answer = "answer" "补充材料" "material given";
        /// One person of the bank proposes terms.
        Propose = "propose" "提出批准意见" "terms proposed";
        /// Another one confirms them.
        Confirm = "confirm" "复核批准" "approved";
        /// Another one does not.
        SendBack = "send-back" "复核退回" "sent back";
        /// The bank does not lend.
        Reject = "reject" "拒绝" "rejected";
        /// The enterprise takes it back.
        Withdraw = "withdraw" "撤回" "withdrawn";
        /// The contract is signed.
        Sign = "sign" "签约" "signed";
        /// Money is drawn.
        Draw = "draw" "放款" "drawn";
        /// Money is repaid.
        Repay = "repay" "还款" "repaid";
        /// What was due was not paid.
        FallDue = "fall-due" "标记逾期" "marked overdue";
        /// What was due is paid.
        Cure = "cure" "解除逾期" "no longer overdue";
        /// Everything is repaid.
        Settle = "settle" "结清" "settled";
        /// Nobody signed or drew in time.
        Lapse = "lapse" "失效" "lapsed";
    }
}

words! {
    /// Why a bank does not lend.
    RejectReason {
        /// Points or grade.
        Points = "points" "积分或等级未达要求" "points or grade";
        /// What the credit bureau says.
        Credit = "credit" "信用记录不符合要求" "credit record";
        /// Income, debt, cash.
        Ability = "ability" "偿债能力不足" "ability to repay";
        /// What the money is for.
        Purpose = "purpose" "借款用途不符合要求" "purpose of the loan";
        /// Material is missing or wrong.
        Material = "material" "材料不全或不实" "material";
        /// The bank's own room.
        Quota = "quota" "本行额度或政策限制" "the bank's own limits";
        /// Anything else, said in words.
        Other = "other" "其他" "other";
    }
}

/// Who makes a move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Party {
    /// The enterprise that applies.
    Enterprise,
    /// Its bank.
    Bank,
}

impl LoanAction {
    /// Who makes this move.
    #[must_use]
    pub const fn by(self) -> Party {
        match self {
            Self::Answer | Self::Withdraw => Party::Enterprise,
            _ => Party::Bank,
        }
    }
}

impl LoanState {
    /// Whether something is still to come.
    #[must_use]
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::Settled | Self::Rejected | Self::Withdrawn | Self::Lapsed)
    }

    /// Whether a bank still looks into it: it may be reviewed until terms are proposed.
    #[must_use]
    pub const fn may_be_reviewed(self) -> bool {
        matches!(self, Self::Submitted | Self::Reviewing | Self::Asked)
    }

    /// Whose move an application waits for; nobody's once the bank has decided.
    #[must_use]
    pub const fn waits_for(self) -> Option<Party> {
        match self {
            Self::Submitted | Self::Reviewing | Self::Proposed => Some(Party::Bank),
            Self::Asked => Some(Party::Enterprise),
            _ => None,
        }
    }

    /// The state after `action`.
    ///
    /// # Errors
    /// Why not.
    pub fn after(self, action: LoanAction) -> Result<Self, Refusal> {
        use LoanAction as Action;
        match (self, action) {
            (Self::Submitted, Action::Accept)
            | (Self::Asked, Action::Answer)
            | (Self::Proposed, Action::SendBack) => Ok(Self::Reviewing),
            (Self::Reviewing, Action::Ask) => Ok(Self::Asked),
            (Self::Reviewing, Action::Propose) => Ok(Self::Proposed),
            (Self::Proposed, Action::Confirm) => Ok(Self::Approved),
            (Self::Submitted | Self::Reviewing | Self::Asked, Action::Reject) => Ok(Self::Rejected),
            (
                Self::Submitted | Self::Reviewing | Self::Asked | Self::Proposed | Self::Approved,
                Action::Withdraw,
            ) => Ok(Self::Withdrawn),
            (Self::Approved, Action::Sign) => Ok(Self::Signed),
            (Self::Approved | Self::Signed, Action::Lapse) => Ok(Self::Lapsed),
            (Self::Signed | Self::Lent, Action::Draw)
            | (Self::Lent, Action::Repay)
            | (Self::Overdue, Action::Cure) => Ok(Self::Lent),
            (Self::Lent, Action::FallDue) | (Self::Overdue, Action::Repay) => Ok(Self::Overdue),
            (Self::Lent | Self::Overdue, Action::Settle) => Ok(Self::Settled),
            _ => {
                let (state, done) = (self.name(), action.name());
                Err(Refusal::new(
                    "loan-state",
                    format!("“{}”时不能{}", state.zh, done.zh),
                    format!("not possible while {}: {}", state.en, done.en),
                ))
            }
        }
    }
}

/// Terms take a second person of the bank.
///
/// # Errors
/// That `by` proposed them.
pub fn may_confirm(proposed_by: &str, by: &str) -> Result<(), Refusal> {
    if proposed_by == by {
        let (zh, en) = (
            "批准意见须由提出人以外的人复核",
            "terms are confirmed by another person than the one who proposed them",
        );
        return Err(Refusal::new("own-proposal", zh, en));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every move that is allowed, and by leaving it out every one that is not.
    #[test]
    fn these_moves_and_no_others() {
        let mut moves = Vec::new();
        for state in LoanState::ALL {
            for action in LoanAction::ALL {
                if let Ok(next) = state.after(*action) {
                    moves.push(format!("{} {} {}", state.word(), action.word(), next.word()));
                }
            }
        }
        assert_eq!(
            moves,
            [
                "submitted accept reviewing",
                "submitted reject rejected",
                "submitted withdraw withdrawn",
                "reviewing ask asked",
                "reviewing propose proposed",
                "reviewing reject rejected",
                "reviewing withdraw withdrawn",
                "asked answer reviewing",
                "asked reject rejected",
                "asked withdraw withdrawn",
                "proposed confirm approved",
                "proposed send-back reviewing",
                "proposed withdraw withdrawn",
                "approved withdraw withdrawn",
                "approved sign signed",
                "approved lapse lapsed",
                "signed draw lent",
                "signed lapse lapsed",
                "lent draw lent",
                "lent repay lent",
                "lent fall-due overdue",
                "lent settle settled",
                "overdue repay overdue",
                "overdue cure lent",
                "overdue settle settled",
            ]
        );
    }

    #[test]
    fn what_is_over_stays_over_and_the_enterprise_never_decides_for_the_bank() {
        for state in LoanState::ALL.iter().filter(|state| !state.is_open()) {
            assert!(LoanAction::ALL.iter().all(|action| state.after(*action).is_err()), "{state:?}");
        }
        for action in LoanAction::ALL.iter().filter(|action| action.by() == Party::Enterprise) {
            for state in LoanState::ALL {
                let Ok(next) = state.after(*action) else { continue };
                assert!(matches!(next, LoanState::Withdrawn | LoanState::Reviewing));
            }
        }
    }

    /// Whose move is waited for can make one, and the application goes on by it.
    #[test]
    fn who_is_waited_for_can_move() {
        for state in LoanState::ALL {
            let Some(party) = state.waits_for() else { continue };
            let may = |action: &&LoanAction| action.by() == party && **action != LoanAction::Withdraw;
            assert!(
                LoanAction::ALL.iter().filter(may).any(|action| state.after(*action).is_ok()),
                "{state:?}"
            );
            assert!(state.is_open());
        }
    }

    #[test]
    fn who_proposed_does_not_confirm() {
        assert!(may_confirm("a", "b").is_ok());
        assert_eq!(may_confirm("a", "a").unwrap_err().code, "own-proposal");
    }
}
