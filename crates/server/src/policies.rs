//! 政策库 and 免申即享: the policies, and who is entitled to what by the data of an evaluation.

pub(crate) mod change;
mod entitlements;
mod files;
mod matched;
mod mine;
mod phone;
mod totals;
mod trial;
mod words;

pub(crate) use entitlements::*;
pub(crate) use files::*;
pub(crate) use matched::{Cache, Matching, Members, on_data_of};
pub(crate) use mine::*;
pub(crate) use phone::*;
pub(crate) use totals::*;
pub(crate) use trial::*;
pub(crate) use words::*;
