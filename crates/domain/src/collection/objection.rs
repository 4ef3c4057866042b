//! 异议: open → upheld | dismissed, with a clock.

use super::machine::{Refusal, words};
use jiff::{ToSpan, civil::Date};

words! {
    /// How far an objection is.
    Objection {
        /// Nobody decided yet; the value is marked.
        Open = "open" "处理中" "open";
        /// The value is corrected.
        Upheld = "upheld" "成立" "upheld";
        /// The value stands.
        Dismissed = "dismissed" "不成立" "dismissed";
        /// The enterprise took it back.
        Withdrawn = "withdrawn" "已撤回" "withdrawn";
    }
}

words! {
    /// What is done to an objection.
    ObjectionAction {
        /// The officer finds the value wrong.
        Uphold = "uphold" "认定成立" "uphold";
        /// The officer finds the value right.
        Dismiss = "dismiss" "认定不成立" "dismiss";
        /// The enterprise takes it back.
        Withdraw = "withdraw" "撤回" "withdraw";
    }
}

impl Objection {
    /// The state after `action`.
    ///
    /// # Errors
    /// That it was decided already, and how.
    pub fn after(self, action: ObjectionAction) -> Result<Self, Refusal> {
        match (self, action) {
            (Self::Open, ObjectionAction::Uphold) => Ok(Self::Upheld),
            (Self::Open, ObjectionAction::Dismiss) => Ok(Self::Dismissed),
            (Self::Open, ObjectionAction::Withdraw) => Ok(Self::Withdrawn),
            (decided, _) => {
                let name = decided.name();
                Err(Refusal::new(
                    "objection-decided",
                    format!("该异议已有结论：{}", name.zh),
                    format!("the objection is decided: {}", name.en),
                ))
            }
        }
    }
}

/// 办理期限: how long an objection may stay undecided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// The day it was raised; not counted itself.
    pub opened_on: Date,
}

impl Clock {
    /// Days allowed.
    pub const DAYS: i32 = 20;

    /// The last day for a decision.
    #[must_use]
    pub fn due_on(self) -> Date {
        self.opened_on.saturating_add(Self::DAYS.days())
    }

    /// Days left on `today`: 0 on the last day, negative when overdue.
    #[must_use]
    pub fn days_left(self, today: Date) -> i32 {
        today.until(self.due_on()).map_or(0, |span| span.get_days())
    }
}
