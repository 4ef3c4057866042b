//! 评分卡: the scorecards a bank reviews applications by. A bank sees its own and nobody else's; they are files, or written here
//! and published by two persons of the bank.

mod files;
mod finding;
mod scored;

pub(crate) use files::*;
pub(crate) use finding::*;
pub(crate) use scored::*;
