//! What happens to every request before and after its handler, from the outside in:
//! [`request`] → [`limits`] → [`cross_site`] → [`authorise`].

mod authorise;
mod cross_site;
mod denial;
mod limits;
mod rates;
mod request;

pub(crate) use authorise::{Claim, authorise};
pub(crate) use cross_site::cross_site;
pub(crate) use limits::limits;
pub(crate) use rates::{Bucket, Buckets};
pub(crate) use request::{CONTENT_SECURITY, request};

use formula::Language;
use std::net::{IpAddr, Ipv4Addr};

/// What is known of a request before anybody is identified.
#[derive(Debug, Clone)]
pub(crate) struct Context {
    /// The id in logs, audit and answers.
    pub(crate) request_id: String,
    /// Where it came from, as far as it can be believed.
    pub(crate) address: IpAddr,
    /// The language of the answer.
    pub(crate) language: Language,
    /// The caller's program, cut to a length.
    pub(crate) agent: String,
}

impl Default for Context {
    fn default() -> Self {
        Self {
            request_id: String::new(),
            address: IpAddr::V4(Ipv4Addr::UNSPECIFIED),
            language: Language::Chinese,
            agent: String::new(),
        }
    }
}
