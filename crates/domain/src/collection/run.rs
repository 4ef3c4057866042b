//! 计算结果: draft → published → superseded, or discarded.

use super::machine::{Refusal, words};

words! {
    /// How far a run is.
    Run {
        /// Computed; only officers see it.
        Draft = "draft" "草算" "draft";
        /// Published: it never changes again.
        Published = "published" "已发布" "published";
        /// A correction took its place; it stays readable.
        Superseded = "superseded" "已被更正" "superseded";
        /// Another draft took its place.
        Discarded = "discarded" "已作废" "discarded";
    }
}

words! {
    /// What is done to a run.
    RunAction {
        /// Publishing.
        Publish = "publish" "发布" "publish";
        /// A correction of it is published.
        Supersede = "supersede" "被更正" "supersede";
        /// Throwing a draft away.
        Discard = "discard" "作废" "discard";
    }
}

impl Run {
    /// The state after `action`.
    ///
    /// # Errors
    /// Why it is not allowed now.
    pub fn after(self, action: RunAction) -> Result<Self, Refusal> {
        match (self, action) {
            (Self::Draft, RunAction::Publish) => Ok(Self::Published),
            (Self::Draft, RunAction::Discard) => Ok(Self::Discarded),
            (Self::Published, RunAction::Supersede) => Ok(Self::Superseded),
            (Self::Draft, RunAction::Supersede) => {
                Err(Refusal::new("run-not-published", "该结果尚未发布", "the run is not published"))
            }
            (Self::Published, _) => Err(Refusal::new(
                "run-published",
                "该结果已发布，不能更改；如有错误请发布更正版本",
                "the run is published and never changes; a mistake is mended by a correction",
            )),
            (Self::Superseded, _) => {
                Err(Refusal::new("run-superseded", "该结果已被更正版本取代", "a correction took its place"))
            }
            (Self::Discarded, _) => {
                Err(Refusal::new("run-discarded", "该草算结果已作废", "the draft was discarded"))
            }
        }
    }
}

/// Whether `publisher` may publish what `runner` computed: it takes two people.
///
/// # Errors
/// That it is one person.
pub fn may_publish(runner: &str, publisher: &str) -> Result<(), Refusal> {
    if runner != publisher {
        return Ok(());
    }
    Err(Refusal::new(
        "second-person-needed",
        "计算与发布须由不同的人完成，请由另一位发布员发布",
        "whoever computed a run may not publish it; another publisher must",
    ))
}
