//! 培育任务: who looks after which enterprise of a list, by when, and what became of it.

mod advice;
mod assign;
mod body;
mod files;
mod lookup;
mod moves;
mod remind;
mod results;

pub(crate) use assign::*;
pub(crate) use body::*;
pub(crate) use files::*;
pub(crate) use lookup::*;
pub(crate) use moves::*;
pub use remind::remind_officers;
pub(crate) use results::*;

use crate::{
    desk::Desk,
    problem::{Code, Stop},
};
use store::tasks::{self, Task};

/// The task `id` as far as the caller reaches.
async fn found(desk: &Desk, id: &str) -> Result<Task, Stop> {
    tasks::within(desk.database(), desk.scope(), id).await?.ok_or_else(|| Code::NotFound.into())
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_words_of_storage_are_the_words_of_the_domain() {
        let stored: Vec<&str> = store::tasks::TaskState::ALL.iter().map(|state| state.word()).collect();
        let known: Vec<&str> = domain::cultivation::Task::ALL.iter().map(|state| state.word()).collect();
        assert_eq!(stored, known);
    }
}
