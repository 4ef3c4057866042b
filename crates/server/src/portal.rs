//! 公众门户: what a zone shows to everybody. Pages that are whole without script, in both languages, for people and for
//! those who index them; and what decides who stands there: the zone shows the results of a year, an enterprise lets its
//! name stand.

mod consent;
mod lists;
mod notices;
mod page;
mod pages;
mod policies;
mod products;
mod shelf;
mod table;
mod verify;

pub(crate) use consent::*;
pub(crate) use lists::*;
pub(crate) use notices::*;
pub(crate) use pages::*;
pub(crate) use policies::*;
pub(crate) use products::*;
pub(crate) use verify::*;
