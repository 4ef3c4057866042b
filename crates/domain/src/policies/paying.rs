//! From list to money: which moves a list, an award on it and a batch of payments may make.
//!
//! A list is reviewed, shown in public, paid, closed. An award on it is struck out with a reason or confirmed by its
//! enterprise, goes into a batch, and is paid or comes back. Nothing is ever removed.

use crate::collection::{Refusal, machine::words};

words! {
    /// How far a list of awards (兑现名单) is.
    AwardList {
        /// Officers look through it.
        Review = "review" "名单审核" "under review";
        /// 公示.
        Notice = "notice" "公示中" "public notice";
        /// Enterprises confirm their accounts, batches are paid.
        Paying = "paying" "兑付中" "being paid";
        /// All awards are final.
        Closed = "closed" "已办结" "closed";
        /// Given up before anything was paid.
        Cancelled = "cancelled" "已撤销" "cancelled";
    }
}

words! {
    /// What is done to a list.
    AwardListAction {
        /// Shown to everybody.
        Show = "show" "开始公示" "put on public notice";
        /// Back to the officers.
        SendBack = "send-back" "退回审核" "sent back to review";
        /// The notice is over.
        Begin = "begin" "公示期满，开始兑付" "notice over, payment begins";
        /// Everything is final.
        Close = "close" "办结" "closed";
        /// Given up.
        Cancel = "cancel" "撤销" "cancelled";
    }
}

words! {
    /// How far one award is.
    Award {
        /// On the list.
        Listed = "listed" "待确认" "to be confirmed";
        /// Struck out with a reason.
        Struck = "struck" "已剔除" "struck out";
        /// The enterprise said where the money goes.
        Confirmed = "confirmed" "已确认账户" "account confirmed";
        /// In a batch of payments.
        Batched = "batched" "已入付款批次" "in a batch";
        /// The money is there.
        Paid = "paid" "已付款" "paid";
        /// The bank could not pay.
        Failed = "failed" "付款失败" "payment failed";
        /// The money came back.
        Returned = "returned" "已退回" "money came back";
        /// The money was taken back.
        ClawedBack = "clawed-back" "已追回" "clawed back";
        /// Its list was given up.
        Cancelled = "cancelled" "已撤销" "cancelled";
    }
}

words! {
    /// What is done to an award.
    AwardAction {
        /// Taken off the list.
        Strike = "strike" "剔除" "struck out";
        /// Put back on.
        Restore = "restore" "恢复" "restored";
        /// The enterprise confirms the account.
        Confirm = "confirm" "确认账户" "account confirmed";
        /// Put into a batch.
        Prepare = "prepare" "入付款批次" "put into a batch";
        /// Taken out of a batch that was not released.
        TakeOut = "take-out" "移出付款批次" "taken out of the batch";
        /// Paid.
        Pay = "pay" "付款" "paid";
        /// Could not be paid.
        Fail = "fail" "付款失败" "payment failed";
        /// The money came back.
        Return = "return" "退回" "came back";
        /// The money is taken back.
        ClawBack = "claw-back" "追回" "clawed back";
    }
}

words! {
    /// How far a batch of payments is.
    PaymentBatch {
        /// Made by one person, waiting for another.
        Prepared = "prepared" "待放行" "waiting for release";
        /// Released: the file for the finance system may be fetched.
        Released = "released" "已放行" "released";
        /// Every payment has its result.
        Settled = "settled" "已回盘" "settled";
        /// Given up before release.
        Withdrawn = "withdrawn" "已撤回" "withdrawn";
    }
}

words! {
    /// What is done to a batch.
    PaymentBatchAction {
        /// A second person releases it.
        Release = "release" "放行" "released";
        /// The last result is in.
        Settle = "settle" "回盘" "settled";
        /// Given up.
        Withdraw = "withdraw" "撤回" "withdrawn";
    }
}

fn no(
    code: &'static str,
    (state_zh, state_en): (&str, &str),
    (action_zh, action_en): (&str, &str),
) -> Refusal {
    Refusal::new(
        code,
        format!("“{state_zh}”时不能{action_zh}"),
        format!("not possible while {state_en}: {action_en}"),
    )
}

macro_rules! refused {
    ($code:literal, $state:expr, $action:expr) => {{
        let (state, action) = ($state.name(), $action.name());
        Err(no($code, (&state.zh, &state.en), (&action.zh, &action.en)))
    }};
}

impl AwardList {
    /// The state after `action`.
    ///
    /// # Errors
    /// Why not.
    pub fn after(self, action: AwardListAction) -> Result<Self, Refusal> {
        use AwardListAction as Action;
        match (self, action) {
            (Self::Review, Action::Show) => Ok(Self::Notice),
            (Self::Notice, Action::SendBack) => Ok(Self::Review),
            (Self::Notice, Action::Begin) => Ok(Self::Paying),
            (Self::Paying, Action::Close) => Ok(Self::Closed),
            (Self::Review | Self::Notice | Self::Paying, Action::Cancel) => Ok(Self::Cancelled),
            _ => refused!("list-state", self, action),
        }
    }
}

impl Award {
    /// Whether nothing more is to be expected of it.
    #[must_use]
    pub fn is_final(self) -> bool {
        matches!(self, Self::Struck | Self::Paid | Self::ClawedBack | Self::Cancelled)
    }

    /// Whether it can be struck off only by giving up money that is on its way or gone.
    #[must_use]
    pub fn moves_money(self) -> bool {
        matches!(self, Self::Batched | Self::Paid | Self::Failed | Self::Returned | Self::ClawedBack)
    }

    /// The state after `action` on a list that is so far.
    ///
    /// # Errors
    /// Why not.
    pub fn after(self, action: AwardAction, list: AwardList) -> Result<Self, Refusal> {
        use AwardAction as Action;
        let open = matches!(list, AwardList::Review | AwardList::Notice | AwardList::Paying);
        let paying = list == AwardList::Paying;
        match (self, action) {
            (Self::Listed | Self::Confirmed | Self::Failed | Self::Returned, Action::Strike) if open => {
                Ok(Self::Struck)
            }
            (Self::Struck, Action::Restore) if open => Ok(Self::Listed),
            (Self::Listed | Self::Confirmed | Self::Failed | Self::Returned, Action::Confirm) if paying => {
                Ok(Self::Confirmed)
            }
            (Self::Confirmed, Action::Prepare) if paying => Ok(Self::Batched),
            (Self::Batched, Action::TakeOut) => Ok(Self::Confirmed),
            (Self::Batched, Action::Pay) => Ok(Self::Paid),
            (Self::Batched, Action::Fail) => Ok(Self::Failed),
            (Self::Paid, Action::Return) if paying => Ok(Self::Returned),
            (Self::Paid, Action::ClawBack) => Ok(Self::ClawedBack),
            (Self::Listed | Self::Confirmed | Self::Failed | Self::Returned, Action::Strike)
            | (Self::Struck, Action::Restore)
            | (Self::Listed | Self::Confirmed | Self::Failed | Self::Returned, Action::Confirm)
            | (Self::Paid, Action::Return)
            | (Self::Confirmed, Action::Prepare) => refused!("list-state", list, action),
            _ => refused!("award-state", self, action),
        }
    }
}

impl PaymentBatch {
    /// The state after `action`.
    ///
    /// # Errors
    /// Why not.
    pub fn after(self, action: PaymentBatchAction) -> Result<Self, Refusal> {
        use PaymentBatchAction as Action;
        match (self, action) {
            (Self::Prepared, Action::Release) => Ok(Self::Released),
            (Self::Prepared, Action::Withdraw) => Ok(Self::Withdrawn),
            (Self::Released, Action::Settle) => Ok(Self::Settled),
            _ => refused!("batch-state", self, action),
        }
    }
}

/// The release takes a second person.
///
/// # Errors
/// That `by` prepared the batch.
pub fn may_release(prepared_by: &str, by: &str) -> Result<(), Refusal> {
    if prepared_by == by {
        let (zh, en) = (
            "付款批次须由编制人以外的人放行",
            "a batch is released by another person than the one who prepared it",
        );
        return Err(Refusal::new("own-batch", zh, en));
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
        for list in AwardList::ALL {
            for action in AwardListAction::ALL {
                if let Ok(next) = list.after(*action) {
                    moves.push(format!("list {} {} {}", list.word(), action.word(), next.word()));
                }
            }
        }
        for batch in PaymentBatch::ALL {
            for action in PaymentBatchAction::ALL {
                if let Ok(next) = batch.after(*action) {
                    moves.push(format!("batch {} {} {}", batch.word(), action.word(), next.word()));
                }
            }
        }
        assert_eq!(
            moves,
            [
                "list review show notice",
                "list review cancel cancelled",
                "list notice send-back review",
                "list notice begin paying",
                "list notice cancel cancelled",
                "list paying close closed",
                "list paying cancel cancelled",
                "batch prepared release released",
                "batch prepared withdraw withdrawn",
                "batch released settle settled",
            ]
        );
    }

    #[test]
    fn money_moves_only_out_of_a_batch_and_an_account_is_confirmed_only_while_a_list_is_paid() {
        for list in AwardList::ALL {
            for state in Award::ALL {
                for action in AwardAction::ALL {
                    let Ok(next) = state.after(*action, *list) else { continue };
                    if matches!(next, Award::Paid | Award::Failed) {
                        assert_eq!(*state, Award::Batched);
                    }
                    if next == Award::Batched {
                        assert_eq!((*state, *list), (Award::Confirmed, AwardList::Paying));
                    }
                    if *action == AwardAction::Confirm {
                        assert_eq!(*list, AwardList::Paying);
                    }
                    assert!(*state != Award::ClawedBack && *state != Award::Cancelled, "final");
                }
            }
        }
    }

    #[test]
    fn who_prepared_does_not_release() {
        assert!(may_release("a", "b").is_ok());
        let refusal = may_release("a", "a").unwrap_err();
        assert_eq!(refusal.code, "own-batch");
    }
}
