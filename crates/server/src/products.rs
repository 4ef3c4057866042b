//! 金融超市: the loan products, what they offer by the data of an evaluation, and what a loan costs.

mod cost;
mod files;
mod mine;
mod offered;
mod offers;
mod schedule;
mod trial;
mod words;

pub(crate) use cost::read_money;
pub(crate) use files::*;
pub(crate) use mine::*;
pub(crate) use offered::Cache;
pub(crate) use offers::*;
pub(crate) use schedule::*;
pub(crate) use trial::*;
pub(crate) use words::percent;
