//! Token buckets in memory, per account and per address.

use crate::{
    address::subscriber,
    problem::{Code, Problem},
};
use jiff::Timestamp;
use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Mutex, PoisonError},
};

/// Whose bucket.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Bucket {
    /// Any request from this address.
    Address(IpAddr),
    /// Sign-in requests from this address.
    SignIn(IpAddr),
    /// Refusals written down to nobody in particular, from this address.
    Strangers(IpAddr),
    /// Requests of this person.
    Account(String),
    /// Exports of this person.
    Export(String),
}

/// All buckets. A bucket that has filled up again is forgotten.
#[derive(Default)]
pub(crate) struct Buckets(Mutex<HashMap<Bucket, Level>>);

/// Tokens in thousandths, at a time in milliseconds.
#[derive(Clone, Copy)]
struct Level {
    milli: i64,
    at: i64,
}

/// Beyond so many buckets the full ones are cleared away.
const MANY: usize = 50_000;

impl Buckets {
    /// Takes one token from a bucket that holds a minute's worth of `per_minute`.
    ///
    /// # Errors
    /// 429 with the time until there is a token.
    pub(crate) fn take(&self, bucket: Bucket, per_minute: u32, now: Timestamp) -> Result<(), Problem> {
        let bucket = match bucket {
            Bucket::Address(address) => Bucket::Address(subscriber(address)),
            Bucket::SignIn(address) => Bucket::SignIn(subscriber(address)),
            Bucket::Strangers(address) => Bucket::Strangers(subscriber(address)),
            account @ (Bucket::Account(_) | Bucket::Export(_)) => account,
        };
        let (rate, at) = (i64::from(per_minute), now.as_millisecond());
        let full = rate * 1_000;
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() > MANY {
            // A minute fills every bucket.
            all.retain(|_, level| at - level.at < 60_000);
        }
        let level = all.entry(bucket).or_insert(Level { milli: full, at });
        // rate tokens a minute = rate/60 thousandths a millisecond
        let gained = (at - level.at).max(0).saturating_mul(rate) / 60;
        level.milli = level.milli.saturating_add(gained).min(full);
        level.at = level.at.max(at);
        if level.milli >= 1_000 {
            level.milli -= 1_000;
            return Ok(());
        }
        let wait = (1_000 - level.milli) * 60 / rate.max(1);
        Err(Problem::new(Code::TooManyRequests).after(u64::try_from((wait + 999) / 1_000).unwrap_or(1)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::SignedDuration;

    #[test]
    fn a_bucket_empties_and_fills_again() {
        let buckets = Buckets::default();
        let start = Timestamp::from_second(1_000).unwrap();
        let take = |seconds: i64| {
            let who = Bucket::Account("ann".to_owned());
            buckets.take(who, 6, start + SignedDuration::from_secs(seconds)).is_ok()
        };
        assert_eq!([0; 7].map(take), [true, true, true, true, true, true, false]);
        assert!(!take(9));
        assert!(take(10), "one token in ten seconds");
        assert!(!take(10));
        assert!(!take(5), "a clock that goes back gives nothing");
        assert!(take(100));
    }

    #[test]
    fn one_callers_bucket_is_not_anothers() {
        let buckets = Buckets::default();
        let now = Timestamp::from_second(1_000).unwrap();
        let take = |address: &str| buckets.take(Bucket::Address(address.parse().unwrap()), 1, now).is_ok();
        assert!(take("1.1.1.1") && !take("1.1.1.1") && take("1.1.1.2"));
        assert!(take("2001:db8::1") && !take("2001:db8::2"), "one subscriber");
    }
}
