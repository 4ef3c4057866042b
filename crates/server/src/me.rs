//! What a person does about themselves: password, sessions, one-time codes, tokens.

mod identities;
mod password;
mod profile;
mod second_factor;
mod sessions;
mod tokens;

pub(crate) use identities::*;
pub(crate) use password::*;
pub(crate) use profile::*;
pub(crate) use second_factor::*;
pub(crate) use sessions::*;
pub(crate) use tokens::*;
