//! Bank accounts: sealed at rest, shown with their last four digits only.
//!
//! A sealed account is `year:nonce:ciphertext`, all hexadecimal but the year. The key is derived from the master key and the
//! year of sealing, so it rotates every year and older accounts stay readable; the award's id is bound to the text, so an
//! account cannot be moved to another award inside the database. ChaCha20-Poly1305 (RFC 8439).

use crate::{one_time::MasterKey, text};
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use serde::{Deserialize, Serialize};

/// Where money goes.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Account {
    /// 户名.
    pub(crate) holder: String,
    /// 开户银行.
    pub(crate) bank: String,
    /// 账号: digits only.
    pub(crate) number: String,
}

impl Account {
    /// What people see of it.
    pub(super) fn shown(&self) -> String {
        let last: String = {
            let digits: Vec<char> = self.number.chars().collect();
            digits[digits.len().saturating_sub(4)..].iter().collect()
        };
        format!("{} **** {last}", self.bank)
    }

    /// Sealed for `award` in `year`.
    pub(super) fn seal(
        &self,
        master: &MasterKey,
        year: i16,
        award: &str,
        nonce: [u8; NONCE_LEN],
    ) -> Option<String> {
        let key = key(master, year)?;
        let mut bytes = serde_json::to_vec(self).ok()?;
        let aad = Aad::from(award.as_bytes());
        key.seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), aad, &mut bytes).ok()?;
        Some(format!("{year}:{}:{}", text::hex(&nonce), text::hex(&bytes)))
    }

    /// The account that was sealed for `award`; none when it was sealed for another, by another key, or changed.
    pub(super) fn open(sealed: &str, master: &MasterKey, award: &str) -> Option<Self> {
        let mut parts = sealed.split(':');
        let year: i16 = parts.next()?.parse().ok()?;
        let nonce: [u8; NONCE_LEN] = text::unhex(parts.next()?)?.try_into().ok()?;
        let mut bytes = text::unhex(parts.next()?)?;
        let aad = Aad::from(award.as_bytes());
        let plain = key(master, year)?.open_in_place(Nonce::assume_unique_for_key(nonce), aad, &mut bytes);
        serde_json::from_slice(plain.ok()?).ok()
    }
}

fn key(master: &MasterKey, year: i16) -> Option<LessSafeKey> {
    Some(LessSafeKey::new(UnboundKey::new(&CHACHA20_POLY1305, &master.sealing(year)).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn account() -> Account {
        Account {
            holder: "某某有限公司".into(), bank: "示范银行".into(), number: "6222020200112230".into()
        }
    }

    #[test]
    fn what_is_sealed_is_opened_for_the_same_award_and_by_the_same_key_only() {
        let (master, other) = (MasterKey::new([7; 32]), MasterKey::new([8; 32]));
        let sealed = account().seal(&master, 2026, "a", [3; NONCE_LEN]).unwrap();
        assert!(!sealed.contains("6222") && sealed.starts_with("2026:"));
        assert!(Account::open(&sealed, &master, "a") == Some(account()));
        assert!(Account::open(&sealed, &master, "b").is_none(), "an account does not move to another award");
        assert!(Account::open(&sealed, &other, "a").is_none());
        let changed = format!("{}0", &sealed[..sealed.len() - 1]);
        let changed = if changed == sealed { format!("{}1", &sealed[..sealed.len() - 1]) } else { changed };
        assert!(Account::open(&changed, &master, "a").is_none());
    }

    #[test]
    fn keys_rotate_by_year_and_old_ones_stay_good() {
        let master = MasterKey::new([7; 32]);
        let old = account().seal(&master, 2025, "a", [3; NONCE_LEN]).unwrap();
        let new = account().seal(&master, 2026, "a", [3; NONCE_LEN]).unwrap();
        assert_ne!(old[5..], new[5..]);
        assert!(Account::open(&old, &master, "a") == Account::open(&new, &master, "a"));
    }

    #[test]
    fn people_see_the_last_four_digits() {
        assert_eq!(account().shown(), "示范银行 **** 2230");
    }
}
