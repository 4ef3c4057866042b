//! One-time codes (TOTP, RFC 6238: SHA-1, six digits, thirty seconds) and recovery codes.

use crate::{edge::Edge, text};
use hmac::{Hmac, KeyInit, Mac};
use jiff::Timestamp;
use sha1::Sha1;
use sha2::Sha256;
use subtle::ConstantTimeEq;

const STEP: i64 = 30;
const RECOVERY_CODES: usize = 10;

/// The key from which every person's secret is derived: a copy of the database alone gives no codes.
#[derive(Clone)]
pub(crate) struct MasterKey([u8; 32]);

impl MasterKey {
    pub(crate) fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The secret of a person under a nonce that is stored.
    pub(crate) fn secret(&self, user_id: &str, nonce: &str) -> Vec<u8> {
        let mut mac = keyed::<Hmac<Sha256>>(&self.0);
        mac.update(b"totp\0");
        mac.update(user_id.as_bytes());
        mac.update(b"\0");
        mac.update(nonce.as_bytes());
        mac.finalize().into_bytes()[..20].to_vec()
    }

    /// The key that bank accounts are sealed with in a year.
    pub(crate) fn sealing(&self, year: i16) -> [u8; 32] {
        let mut mac = keyed::<Hmac<Sha256>>(&self.0);
        mac.update(b"account\0");
        mac.update(&year.to_be_bytes());
        mac.finalize().into_bytes().into()
    }

    /// The secret that signs what is sent to a webhook: nothing of it is stored.
    pub(crate) fn webhook(&self, id: &str) -> [u8; 32] {
        let mut mac = keyed::<Hmac<Sha256>>(&self.0);
        mac.update(b"webhook\0");
        mac.update(id.as_bytes());
        mac.finalize().into_bytes().into()
    }

    /// What is stored of a recovery code: keyed, because a code has too few bits for a plain hash. Spaces, hyphens
    /// and small letters make no difference.
    pub(crate) fn recovery_fingerprint(&self, user_id: &str, code: &str) -> String {
        let plain: String =
            code.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect();
        let mut mac = keyed::<Hmac<Sha256>>(&self.0);
        mac.update(b"recovery\0");
        mac.update(user_id.as_bytes());
        mac.update(b"\0");
        mac.update(plain.as_bytes());
        text::hex(&mac.finalize().into_bytes())
    }
}

#[expect(clippy::expect_used, reason = "HMAC takes keys of any length")]
fn keyed<M: KeyInit>(key: &[u8]) -> M {
    M::new_from_slice(key).expect("HMAC takes keys of any length")
}

/// The step that `now` lies in.
pub(crate) fn step(now: Timestamp) -> i64 {
    now.as_second().div_euclid(STEP)
}

/// The code of `step`.
pub(crate) fn code(secret: &[u8], step: i64) -> String {
    let mut mac = keyed::<Hmac<Sha1>>(secret);
    mac.update(&step.to_be_bytes());
    let hash = mac.finalize().into_bytes();
    let at = usize::from(hash[19] & 15);
    let number = u32::from_be_bytes([hash[at] & 0x7f, hash[at + 1], hash[at + 2], hash[at + 3]]);
    format!("{:06}", number % 1_000_000)
}

/// The step whose code this is: the present one, or one before or after for clocks that differ.
pub(crate) fn matching_step(secret: &[u8], given: &str, now: Timestamp) -> Option<i64> {
    let now = step(now);
    // Every step is looked at, whether an earlier one matched or not.
    let matches = |step: &i64| bool::from(code(secret, *step).as_bytes().ct_eq(given.as_bytes()));
    [now - 1, now, now + 1].into_iter().filter(matches).max()
}

/// The address an authenticator program reads as a picture.
pub(crate) fn address(secret: &[u8], login: &str) -> String {
    let safe: String = login.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    format!("otpauth://totp/Jifen:{safe}?secret={}&issuer=Jifen", text::base32(secret))
}

/// Fresh recovery codes: 50 bits each, in two groups.
pub(crate) fn recovery_codes(edge: &Edge) -> Vec<String> {
    let one = |_| {
        let letters = text::base32(&edge.bytes::<7>());
        format!("{}-{}", &letters[..5], &letters[5..10])
    };
    (0..RECOVERY_CODES).map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_as_in_rfc_6238() {
        let secret = b"12345678901234567890";
        // The appendix lists eight digits; ours are the last six.
        let cases = [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ];
        for (second, expected) in cases {
            assert_eq!(code(secret, step(Timestamp::from_second(second).unwrap())), expected, "{second}");
        }
    }

    #[test]
    fn a_recovery_code_is_stored_under_a_key_that_is_not_in_the_database() {
        let (one, other) = (MasterKey::new([1; 32]), MasterKey::new([2; 32]));
        let stored = one.recovery_fingerprint("ann", "ABCDE-FGHIJ");
        assert_eq!(stored, one.recovery_fingerprint("ann", " abcde fghij "));
        assert_ne!(stored, one.recovery_fingerprint("bob", "ABCDE-FGHIJ"));
        assert_ne!(stored, other.recovery_fingerprint("ann", "ABCDE-FGHIJ"));
        assert_ne!(stored, text::fingerprint("ann\0ABCDEFGHIJ"));
    }

    #[test]
    fn a_code_is_good_for_one_step_around() {
        let secret = b"12345678901234567890";
        let now = Timestamp::from_second(1_000_000_000).unwrap();
        for (away, good) in [(-2, false), (-1, true), (0, true), (1, true), (2, false)] {
            let found = matching_step(secret, &code(secret, step(now) + away), now);
            assert_eq!(found.is_some(), good, "{away}");
        }
        assert_eq!(matching_step(secret, "", now), None);
    }
}
