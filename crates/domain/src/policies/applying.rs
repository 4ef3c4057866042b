//! 政策申报: from an application under a policy that is not paid without one to an officer's answer, and the clock beside it.
//!
//! An enterprise applies with its data filled in and its materials; officers answer the policy's checks, ask for what is
//! missing, pass or refuse. Nothing is ever removed. Money follows only from a list: see [`paying`](super::paying).

use jiff::{ToSpan, civil::Date, civil::Weekday};

use super::{Policy, Way};
use crate::collection::{Refusal, machine::words};

words! {
    /// How far an application is.
    Application {
        /// Waits for an officer.
        Submitted = "submitted" "待核验" "waiting for an officer";
        /// An officer wants something more; the clock stands still.
        Asked = "asked" "待补正" "more is asked for";
        /// Every check was answered with yes.
        Passed = "passed" "核验通过" "passed";
        /// It was not.
        Refused = "refused" "不予通过" "refused";
        /// The enterprise took it back.
        Withdrawn = "withdrawn" "已撤回" "withdrawn";
    }
}

words! {
    /// What is done to it.
    ApplicationAction {
        /// An officer asks for more.
        Ask = "ask" "要求补正" "more asked for";
        /// The enterprise gives it.
        Answer = "answer" "补正" "more given";
        /// An officer answers every check with yes.
        Pass = "pass" "核验通过" "passed";
        /// An officer says no, with the reason.
        Refuse = "refuse" "不予通过" "refused";
        /// The enterprise takes it back.
        Withdraw = "withdraw" "撤回" "withdrawn";
    }
}

/// Who makes a move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Applying {
    /// The enterprise that applies.
    Enterprise,
    /// An officer of its zone.
    Officer,
}

impl ApplicationAction {
    /// Who makes this move.
    #[must_use]
    pub const fn by(self) -> Applying {
        match self {
            Self::Answer | Self::Withdraw => Applying::Enterprise,
            Self::Ask | Self::Pass | Self::Refuse => Applying::Officer,
        }
    }
}

impl Application {
    /// Whether something is still to come.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Submitted | Self::Asked)
    }

    /// The state after `action`.
    ///
    /// # Errors
    /// Why not.
    pub fn after(self, action: ApplicationAction) -> Result<Self, Refusal> {
        use ApplicationAction as Action;
        match (self, action) {
            (Self::Submitted, Action::Ask) => Ok(Self::Asked),
            (Self::Asked, Action::Answer) => Ok(Self::Submitted),
            (Self::Submitted, Action::Pass) => Ok(Self::Passed),
            (Self::Submitted | Self::Asked, Action::Refuse) => Ok(Self::Refused),
            (Self::Submitted | Self::Asked, Action::Withdraw) => Ok(Self::Withdrawn),
            _ => {
                let (state, done) = (self.name(), action.name());
                Err(Refusal::new(
                    "application-state",
                    format!("“{}”时不能{}", state.zh, done.zh),
                    format!("not possible while {}: {}", state.en, done.en),
                ))
            }
        }
    }
}

impl Way {
    /// Whether enterprises apply at all.
    #[must_use]
    pub const fn takes_applications(self) -> bool {
        !matches!(self, Self::WithoutApplication)
    }
}

impl Policy {
    /// 即申即享 with nothing for an officer to answer: whoever the data entitle has passed by applying.
    #[must_use]
    pub fn passes_at_once(&self) -> bool {
        self.way == Way::OnRequest && self.officer_checks.is_empty()
    }
}

/// Monday to Friday. Public holidays and the days worked in their place are announced year by year and are not in here: a
/// clock that counts a holiday as a working day is never too late.
fn is_working_day(day: Date) -> bool {
    !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// The day `count` working days after `from`; the day itself is not counted.
#[must_use]
pub fn working_days_after(from: Date, count: u16) -> Date {
    let mut day = from;
    for _ in 0..count {
        day = day.saturating_add(1.day());
        while !is_working_day(day) {
            day = day.saturating_add(1.day());
        }
    }
    day
}

/// How many working days there are after `from`, to `until` and with it; none when `until` is not later.
#[must_use]
pub fn working_days_between(from: Date, until: Date) -> u16 {
    let (mut day, mut count) = (from, 0u16);
    while day < until {
        day = day.saturating_add(1.day());
        count = count.saturating_add(u16::from(is_working_day(day)));
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    /// Every move that is allowed, and by leaving it out every one that is not.
    #[test]
    fn these_moves_and_no_others() {
        let mut moves = Vec::new();
        for state in Application::ALL {
            for action in ApplicationAction::ALL {
                if let Ok(next) = state.after(*action) {
                    moves.push(format!("{} {} {}", state.word(), action.word(), next.word()));
                }
            }
        }
        assert_eq!(
            moves,
            [
                "submitted ask asked",
                "submitted pass passed",
                "submitted refuse refused",
                "submitted withdraw withdrawn",
                "asked answer submitted",
                "asked refuse refused",
                "asked withdraw withdrawn",
            ]
        );
    }

    #[test]
    fn what_is_decided_stays_decided() {
        for state in Application::ALL.iter().filter(|state| !state.is_open()) {
            for action in ApplicationAction::ALL {
                let refusal = state.after(*action).unwrap_err();
                assert_eq!(refusal.code, "application-state");
            }
        }
    }

    #[test]
    fn a_weekend_does_not_count() {
        fn check(from: Date, count: u16, until: Date) {
            assert_eq!(working_days_after(from, count), until);
            assert_eq!(working_days_between(from, until), count);
        }
        // Friday, the 27th of November 2026.
        let friday = date(2026, 11, 27);
        check(friday, 0, friday);
        check(friday, 1, date(2026, 11, 30));
        check(friday, 5, date(2026, 12, 4));
        check(friday, 60, date(2027, 2, 19));
        // Applied for on a Sunday: Monday is the first day.
        check(date(2026, 11, 29), 1, date(2026, 11, 30));
        assert_eq!(working_days_between(friday, date(2026, 11, 29)), 0);
        assert_eq!(working_days_between(friday, date(2026, 11, 1)), 0);
    }

    proptest! {
        #[test]
        fn counting_there_and_back_agrees(offset in 0i32..4000, count in 0u16..200) {
            let from = date(2024, 1, 1).saturating_add(offset.days());
            let until = working_days_after(from, count);
            prop_assert_eq!(working_days_between(from, until), count);
            prop_assert!(count == 0 || is_working_day(until));
        }
    }
}
