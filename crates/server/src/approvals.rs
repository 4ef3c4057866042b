//! Actions that need two persons: what the first one asks for is kept, a second one confirms or declines it.
//!
//! A permission marked `two` in the permission table is never used up by one person. The handler of such an action
//! calls [`ask`] instead of changing anything; [`confirm`] does the [`Action`] once, in the transaction of the
//! decision, after looking again at both persons and at the thing itself. A further noun adds a variant to
//! [`Action`] and says there what it is called, which permission it needs and how it is done.

mod action;
mod ask;
mod body;
mod confirm;
mod decline;
mod lookup;
mod parties;

pub(crate) use action::*;
pub(crate) use ask::*;
pub(crate) use body::*;
pub(crate) use confirm::*;
pub(crate) use decline::*;
pub(crate) use lookup::*;
pub(crate) use parties::*;
