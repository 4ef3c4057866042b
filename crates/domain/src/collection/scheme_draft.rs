//! 方案: draft → submitted → published; sent back to be written on, or withdrawn.

use super::machine::{Refusal, words};

words! {
    /// How far a scheme of a zone is.
    SchemeDraft {
        /// Being written.
        Draft = "draft" "草稿" "draft";
        /// Waiting for a second person.
        Submitted = "submitted" "待审核" "submitted";
        /// Years can be evaluated by it; it never changes again.
        Published = "published" "已发布" "published";
        /// Nothing came of it.
        Withdrawn = "withdrawn" "已撤回" "withdrawn";
    }
}

words! {
    /// What is done to a scheme.
    SchemeAction {
        /// Changing its text.
        Write = "write" "修改" "write";
        /// Handing it in.
        Submit = "submit" "提交" "submit";
        /// Sending it back to its author.
        SendBack = "send-back" "退回" "send back";
        /// Publishing.
        Publish = "publish" "发布" "publish";
        /// Giving it up.
        Withdraw = "withdraw" "撤回" "withdraw";
    }
}

impl SchemeDraft {
    /// The state after `action`.
    ///
    /// # Errors
    /// Why it is not allowed now.
    pub fn after(self, action: SchemeAction) -> Result<Self, Refusal> {
        match (self, action) {
            (Self::Draft, SchemeAction::Write) => Ok(Self::Draft),
            (Self::Draft, SchemeAction::Submit) => Ok(Self::Submitted),
            (Self::Submitted, SchemeAction::SendBack) => Ok(Self::Draft),
            (Self::Submitted, SchemeAction::Publish) => Ok(Self::Published),
            (Self::Draft | Self::Submitted, SchemeAction::Withdraw) => Ok(Self::Withdrawn),
            (Self::Draft, SchemeAction::SendBack | SchemeAction::Publish) => Err(Refusal::new(
                "scheme-not-submitted",
                "方案尚未提交审核",
                "the scheme has not been submitted",
            )),
            (Self::Submitted, SchemeAction::Write | SchemeAction::Submit) => Err(Refusal::new(
                "scheme-submitted",
                "方案已提交审核，须先退回才能修改",
                "the scheme is submitted; it must be sent back before it can change",
            )),
            (Self::Published, _) => Err(Refusal::new(
                "scheme-published",
                "方案已发布，不能更改；如需调整，请据此新建版本",
                "the scheme is published and never changes; make a new version of it",
            )),
            (Self::Withdrawn, _) => {
                Err(Refusal::new("scheme-withdrawn", "方案已撤回", "the scheme was withdrawn"))
            }
        }
    }
}

/// Whether `publisher` may publish a scheme: it takes somebody who neither began it, nor wrote on it last, nor handed it in.
///
/// # Errors
/// That it is one person.
pub fn may_publish_scheme(writers: &[&str], publisher: &str) -> Result<(), Refusal> {
    if !writers.contains(&publisher) {
        return Ok(());
    }
    Err(Refusal::new(
        "second-person-needed",
        "编制与发布须由不同的人完成，请由另一位发布员发布",
        "whoever wrote a scheme may not publish it; another publisher must",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scheme_is_written_handed_in_and_published_or_given_up() {
        let check = |from: SchemeDraft, action, to: Result<SchemeDraft, &str>| {
            assert_eq!(from.after(action).map_err(|refusal| refusal.code), to, "{from:?} {action:?}");
        };
        use SchemeAction as A;
        use SchemeDraft as S;
        check(S::Draft, A::Write, Ok(S::Draft));
        check(S::Draft, A::Submit, Ok(S::Submitted));
        check(S::Draft, A::Publish, Err("scheme-not-submitted"));
        check(S::Draft, A::Withdraw, Ok(S::Withdrawn));
        check(S::Submitted, A::Write, Err("scheme-submitted"));
        check(S::Submitted, A::SendBack, Ok(S::Draft));
        check(S::Submitted, A::Publish, Ok(S::Published));
        check(S::Submitted, A::Withdraw, Ok(S::Withdrawn));
        for action in A::ALL {
            check(S::Published, *action, Err("scheme-published"));
            check(S::Withdrawn, *action, Err("scheme-withdrawn"));
        }
    }

    #[test]
    fn it_takes_two_to_publish() {
        let codes = |who| may_publish_scheme(&["author", "helper"], who).map_err(|refusal| refusal.code);
        assert_eq!(codes("publisher"), Ok(()));
        assert_eq!(codes("helper"), Err("second-person-needed"));
    }
}
