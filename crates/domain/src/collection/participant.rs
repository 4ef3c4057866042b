//! 参评企业的填报: draft → submitted → returned | approved → frozen.

use super::machine::{Refusal, words};

words! {
    /// How far an enterprise's filing is.
    Participant {
        /// The enterprise has not submitted.
        Draft = "draft" "待填报" "not submitted";
        /// Waiting for review.
        Submitted = "submitted" "待审核" "submitted";
        /// Sent back with reasons.
        Returned = "returned" "已退回" "returned";
        /// Reviewed and accepted.
        Approved = "approved" "已通过" "approved";
        /// The batch is frozen.
        Frozen = "frozen" "已冻结" "frozen";
    }
}

words! {
    /// What is done to a filing.
    ParticipantAction {
        /// The enterprise saves a draft.
        Save = "save" "暂存" "save";
        /// The enterprise submits.
        Submit = "submit" "提交" "submit";
        /// A reviewer sends it back.
        Return = "return" "退回" "return";
        /// A reviewer approves.
        Approve = "approve" "通过" "approve";
        /// The batch freezes.
        Freeze = "freeze" "冻结" "freeze";
        /// The batch thaws.
        Thaw = "thaw" "解冻" "thaw";
    }
}

/// A filing with what decides its next move besides its state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filing<'a> {
    /// Its state.
    pub state: Participant,
    /// How many reviewers must approve: 1 or 2.
    pub reviewers: u8,
    /// Who approved already.
    pub approved_by: &'a [&'a str],
    /// What it goes back to when the batch thaws.
    pub frozen_from: Participant,
}

impl Filing<'_> {
    /// The state after `action` by the person `by`.
    ///
    /// # Errors
    /// Why it is not allowed now, or not for this person.
    pub fn after(&self, action: ParticipantAction, by: &str) -> Result<Participant, Refusal> {
        use Participant as Is;
        use ParticipantAction as Do;
        match (self.state, action) {
            (Is::Draft | Is::Returned, Do::Save) => Ok(self.state),
            (Is::Draft | Is::Returned, Do::Submit) => Ok(Is::Submitted),
            (Is::Submitted | Is::Approved, Do::Return) => Ok(Is::Returned),
            (Is::Submitted, Do::Approve) if self.approved_by.contains(&by) => Err(Refusal::new(
                "second-reviewer-needed",
                "本批次须由两人审核，您已审核通过，请由另一人复核",
                "this evaluation asks for two reviewers; you approved already, somebody else must",
            )),
            (Is::Submitted, Do::Approve) if self.approved_by.len() + 1 < usize::from(self.reviewers) => {
                Ok(Is::Submitted)
            }
            (Is::Submitted, Do::Approve) => Ok(Is::Approved),
            (Is::Frozen, Do::Thaw) => Ok(self.frozen_from),
            (state, Do::Freeze) if state != Is::Frozen => Ok(Is::Frozen),
            (state, action) => Err(refusal(state, action)),
        }
    }
}

fn refusal(state: Participant, action: ParticipantAction) -> Refusal {
    use Participant as Is;
    use ParticipantAction as Do;
    let (code, zh, en) = match (state, action) {
        (Is::Frozen, _) => ("filing-frozen", "数据已冻结，不能再改动", "the data are frozen"),
        (Is::Submitted, Do::Save | Do::Submit) => (
            "filing-submitted",
            "已提交，正在审核；如需修改请联系审核员退回",
            "it is submitted and under review; ask a reviewer to return it for changes",
        ),
        (Is::Approved, Do::Save | Do::Submit) => (
            "filing-approved",
            "已审核通过；如有不同意见请提出异议",
            "it is approved; object to a value if it is wrong",
        ),
        (Is::Approved, Do::Approve) => ("filing-approved", "已审核通过", "it is approved already"),
        (Is::Draft | Is::Returned, Do::Return | Do::Approve) => {
            ("filing-not-submitted", "企业尚未提交", "the enterprise has not submitted")
        }
        (_, _) => ("filing-not-frozen", "数据未冻结", "the data are not frozen"),
    };
    Refusal::new(code, zh, en)
}
