//! 方案, 政策, 产品 that are written here: draft → submitted → published; sent back to be written on, or withdrawn.

use super::machine::{Refusal, words};

words! {
    /// How far a rule file that is written here is.
    RuleDraft {
        /// Being written.
        Draft = "draft" "草稿" "draft";
        /// Waiting for a second person.
        Submitted = "submitted" "待审核" "submitted";
        /// It counts; it never changes again.
        Published = "published" "已发布" "published";
        /// Nothing came of it.
        Withdrawn = "withdrawn" "已撤回" "withdrawn";
    }
}

words! {
    /// What kind of rule file is written.
    RuleKind {
        /// 方案.
        Scheme = "scheme" "方案" "scheme";
        /// 政策.
        Policy = "policy" "政策" "policy";
        /// 信贷产品.
        Product = "product" "产品" "product";
        /// 评分卡.
        Scorecard = "scorecard" "评分卡" "scorecard";
    }
}

words! {
    /// What is done to it.
    RuleAction {
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

impl RuleDraft {
    /// The state of one of this kind after `action`.
    ///
    /// # Errors
    /// Why it is not allowed now.
    pub fn after(self, action: RuleAction, kind: RuleKind) -> Result<Self, Refusal> {
        let what = kind.name();
        let (zh, en) = (what.zh, what.en);
        match (self, action) {
            (Self::Draft, RuleAction::Write) => Ok(Self::Draft),
            (Self::Draft, RuleAction::Submit) => Ok(Self::Submitted),
            (Self::Submitted, RuleAction::SendBack) => Ok(Self::Draft),
            (Self::Submitted, RuleAction::Publish) => Ok(Self::Published),
            (Self::Draft | Self::Submitted, RuleAction::Withdraw) => Ok(Self::Withdrawn),
            (Self::Draft, RuleAction::SendBack | RuleAction::Publish) => Err(Refusal::new(
                "rules-not-submitted",
                format!("{zh}尚未提交审核"),
                format!("the {en} has not been submitted"),
            )),
            (Self::Submitted, RuleAction::Write | RuleAction::Submit) => Err(Refusal::new(
                "rules-submitted",
                format!("{zh}已提交审核，须先退回才能修改"),
                format!("the {en} is submitted; it must be sent back before it can change"),
            )),
            (Self::Published, _) => Err(Refusal::new(
                "rules-published",
                format!("{zh}已发布，不能更改；如需调整，请据此新建版本"),
                format!("the {en} is published and never changes; make a new version of it"),
            )),
            (Self::Withdrawn, _) => {
                Err(Refusal::new("rules-withdrawn", format!("{zh}已撤回"), format!("the {en} was withdrawn")))
            }
        }
    }
}

/// Whether `publisher` may publish: it takes somebody who neither began the file, nor wrote on it last, nor handed it in.
///
/// # Errors
/// That it is one person.
pub fn may_publish_rules(writers: &[&str], publisher: &str) -> Result<(), Refusal> {
    if !writers.contains(&publisher) {
        return Ok(());
    }
    Err(Refusal::new(
        "second-person-needed",
        "编制与发布须由不同的人完成，请由另一位发布员发布",
        "whoever wrote it may not publish it; another publisher must",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_written_handed_in_and_published_or_given_up() {
        let check = |from: RuleDraft, action, to: Result<RuleDraft, &str>| {
            assert_eq!(
                from.after(action, RuleKind::Scheme).map_err(|refusal| refusal.code),
                to,
                "{from:?} {action:?}"
            );
        };
        use RuleAction as A;
        use RuleDraft as S;
        check(S::Draft, A::Write, Ok(S::Draft));
        check(S::Draft, A::Submit, Ok(S::Submitted));
        check(S::Draft, A::Publish, Err("rules-not-submitted"));
        check(S::Draft, A::Withdraw, Ok(S::Withdrawn));
        check(S::Submitted, A::Write, Err("rules-submitted"));
        check(S::Submitted, A::SendBack, Ok(S::Draft));
        check(S::Submitted, A::Publish, Ok(S::Published));
        check(S::Submitted, A::Withdraw, Ok(S::Withdrawn));
        for action in A::ALL {
            check(S::Published, *action, Err("rules-published"));
            check(S::Withdrawn, *action, Err("rules-withdrawn"));
        }
    }

    #[test]
    fn it_takes_two_to_publish() {
        let codes = |who| may_publish_rules(&["author", "helper"], who).map_err(|refusal| refusal.code);
        assert_eq!(codes("publisher"), Ok(()));
        assert_eq!(codes("helper"), Err("second-person-needed"));
    }
}
