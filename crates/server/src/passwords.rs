//! Passwords: argon2id off the async runtime, few at once, the rest in a short queue.

mod common;
mod policy;

pub(crate) use policy::{Person, check, history_length};

use crate::{
    edge::Edge,
    problem::{Code, Problem},
};
use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use std::sync::Arc;
use tokio::sync::Semaphore;

/// 19 MiB, two passes, one lane: the OWASP minimum, 47 ms on a slow core.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
/// Hashes at once, and hashes waiting; beyond that callers are told to come back.
const AT_ONCE: usize = 2;
const WAITING: usize = 48;

/// The pool that hashes.
pub(crate) struct Hasher {
    running: Arc<Semaphore>,
    queue: Arc<Semaphore>,
    /// Verified against when there is no such person, so that the answer takes as long.
    dummy: Arc<str>,
}

/// What a verification found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Verified {
    pub(crate) good: bool,
    /// The hash was made with other parameters than today's: hash again.
    pub(crate) outdated: bool,
}

impl Hasher {
    /// A pool. Hashes once for the dummy.
    ///
    /// # Errors
    /// Parameters argon2 does not take: the program is wrong.
    pub(crate) fn new(edge: &Edge) -> Result<Self, String> {
        let dummy = hash(&edge.secret(""), &edge.bytes())?;
        let queue = Arc::new(Semaphore::new(AT_ONCE + WAITING));
        Ok(Self { running: Arc::new(Semaphore::new(AT_ONCE)), queue, dummy: dummy.into() })
    }

    /// The PHC text of a password.
    ///
    /// # Errors
    /// 503 when too many wait.
    pub(crate) async fn hash(&self, edge: &Edge, password: &str) -> Result<String, Problem> {
        let (password, salt) = (password.to_owned(), edge.bytes::<16>());
        let hashed = self.run(move || hash(&password, &salt)).await?;
        hashed.map_err(|error| {
            tracing::error!(error, "argon2");
            Problem::new(Code::InternalError)
        })
    }

    /// Whether `password` belongs to `stored` (`None`: to nobody, in the same time).
    ///
    /// # Errors
    /// 503 when too many wait.
    pub(crate) async fn verify(&self, password: &str, stored: Option<&str>) -> Result<Verified, Problem> {
        let password = password.to_owned();
        let known = stored.is_some();
        let stored: Arc<str> = stored.map_or_else(|| Arc::clone(&self.dummy), Arc::from);
        let found = self.run(move || verify(&password, &stored)).await?;
        Ok(Verified { good: found.good && known, ..found })
    }

    async fn run<T: Send + 'static>(&self, job: impl FnOnce() -> T + Send + 'static) -> Result<T, Problem> {
        let busy = || Problem::new(Code::Busy).after(2);
        let _place = Arc::clone(&self.queue).try_acquire_owned().map_err(|_| busy())?;
        let _turn = Arc::clone(&self.running).acquire_owned().await.map_err(|_| busy())?;
        tokio::task::spawn_blocking(job).await.map_err(|_| Problem::new(Code::InternalError))
    }
}

fn argon() -> Result<Argon2<'static>, String> {
    let params = Params::new(MEMORY_KIB, PASSES, 1, None).map_err(|error| error.to_string())?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn hash(password: &str, salt: &[u8; 16]) -> Result<String, String> {
    let hashed: PasswordHash =
        argon()?.hash_password_with_salt(password.as_bytes(), salt).map_err(|error| error.to_string())?;
    Ok(hashed.to_string())
}

fn verify(password: &str, stored: &str) -> Verified {
    let (Ok(argon), Ok(parsed)) = (argon(), PasswordHash::new(stored)) else {
        return Verified { good: false, outdated: true };
    };
    let good = argon.verify_password(password.as_bytes(), &parsed).is_ok();
    let present = Params::try_from(&parsed).is_ok_and(|params| {
        params.m_cost() == MEMORY_KIB && params.t_cost() == PASSES && params.p_cost() == 1
    });
    Verified { good, outdated: !present }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_says_how_it_was_made_and_knows_its_password() {
        let stored = hash("correct horse", &[7; 16]).unwrap();
        assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{stored}");
        assert_eq!(verify("correct horse", &stored), Verified { good: true, outdated: false });
        assert_eq!(verify("Correct horse", &stored), Verified { good: false, outdated: false });
        assert!(!verify("x", "nonsense").good);
    }

    #[test]
    fn a_hash_with_other_parameters_is_outdated() {
        let weak = Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(8192, 1, 1, None).unwrap());
        let stored: PasswordHash = weak.hash_password_with_salt(b"x", &[7; 16]).unwrap();
        assert_eq!(verify("x", &stored.to_string()), Verified { good: true, outdated: true });
    }
}
