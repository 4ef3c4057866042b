//! 培育任务: open → contacted → promised → done; given up with a reason at any step, and taken up again.

use crate::collection::Refusal;
use crate::collection::machine::words;

words! {
    /// How far a task is.
    Task {
        /// Nobody did anything yet.
        Open = "open" "待办" "open";
        /// The enterprise was reached.
        Contacted = "contacted" "已联系" "contacted";
        /// The enterprise promised to do it.
        Promised = "promised" "已承诺" "promised";
        /// It did.
        Done = "done" "已完成" "done";
        /// Nothing will come of it.
        GivenUp = "given-up" "已放弃" "given up";
    }
}

impl Task {
    /// Whether somebody still has to do something.
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(self, Self::Open | Self::Contacted | Self::Promised)
    }

    /// The state after an officer moved it to `to`.
    ///
    /// # Errors
    /// That it is there already, or over: then it has to be taken up again first; giving up needs a reason.
    pub fn moved(self, to: Self, has_reason: bool) -> Result<Self, Refusal> {
        let name = self.name();
        if self == to {
            return Err(Refusal::new(
                "task-there-already",
                format!("任务已经是“{}”", name.zh),
                format!("the task is {} already", name.en),
            ));
        }
        if !self.is_open() && to != Self::Open {
            return Err(Refusal::new(
                "task-over",
                format!("任务{}，请先重新打开", name.zh),
                format!("the task is {}; take it up again first", name.en),
            ));
        }
        if self == Self::Promised && to == Self::Contacted {
            return Err(Refusal::new(
                "task-backwards",
                "企业已经承诺，不必退回“已联系”；未履行的请放弃或重新打开",
                "the enterprise has promised; give the task up or open it again when it did not keep that",
            ));
        }
        if to == Self::GivenUp && !has_reason {
            return Err(Refusal::new(
                "task-needs-reason",
                "放弃任务须说明原因",
                "giving a task up needs a reason",
            ));
        }
        Ok(to)
    }
}
