//! Every state of a task × every state it may be moved to.

use domain::cultivation::Task;

#[test]
fn a_task_goes_on_is_given_up_with_a_reason_and_taken_up_again() {
    let mut allowed = Vec::new();
    for &from in Task::ALL {
        for &to in Task::ALL {
            match from.moved(to, true) {
                Ok(next) => allowed.push(format!("{} → {}", from.word(), next.word())),
                Err(refusal) => {
                    assert!(refusal.reason.en.is_ascii() && !refusal.reason.zh.is_ascii(), "{refusal:?}")
                }
            }
        }
    }
    assert_eq!(
        allowed,
        [
            "open → contacted",
            "open → promised",
            "open → done",
            "open → given-up",
            "contacted → open",
            "contacted → promised",
            "contacted → done",
            "contacted → given-up",
            "promised → open",
            "promised → done",
            "promised → given-up",
            "done → open",
            "given-up → open",
        ]
    );
    for &from in Task::ALL {
        assert!(from.moved(Task::GivenUp, false).is_err(), "{from:?} without a reason");
    }
}
