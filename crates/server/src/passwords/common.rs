//! Passwords that everybody tries first. Only hashes are carried; `common.py` beside this file says where they are from.

use sha2::{Digest, Sha256};

/// Four bytes each, sorted.
const HASHES: &[u8] = include_bytes!("common.bin");

/// So many signs and digits around a common word do not make it a password of its own.
const AROUND: usize = 8;

/// Whether the password is one of the most frequent ones: as it is, with signs for letters, twice in a row, or with a
/// few digits and signs around.
pub(super) fn is_common(password: &str) -> bool {
    let lower = password.to_lowercase();
    let letters = letters(&lower);
    let around = lower.chars().count() - inside(&lower).chars().count();
    let core = lower.trim_matches(|c: char| !c.is_alphanumeric());
    is_listed(&lower)
        || is_listed(core)
        || (around <= AROUND && letters.chars().count() >= 4 && is_listed(&letters))
        || half(&lower).is_some_and(is_listed)
}

/// The word inside: without what stands before and behind, with signs read as the letters they stand for.
pub(super) fn letters(lower: &str) -> String {
    inside(lower).chars().map(unmask).filter(|c| c.is_alphabetic()).collect()
}

fn inside(lower: &str) -> &str {
    lower.trim_matches(|c: char| !c.is_alphabetic())
}

/// `ab` of `abab`.
fn half(text: &str) -> Option<&str> {
    let (one, other) = text.split_at_checked(text.len() / 2)?;
    (one == other).then_some(one)
}

/// The letter that a digit or sign often stands for.
fn unmask(c: char) -> char {
    match c {
        '0' => 'o',
        '1' | '!' => 'i',
        '3' => 'e',
        '@' => 'a',
        '$' | '5' => 's',
        other => other,
    }
}

fn is_listed(word: &str) -> bool {
    let digest = Sha256::digest(word);
    let (all, rest) = HASHES.as_chunks::<4>();
    debug_assert!(rest.is_empty());
    all.binary_search_by(|hash| hash.as_slice().cmp(&digest[..4])).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_thousand_hashes_in_order() {
        let (all, rest) = HASHES.as_chunks::<4>();
        assert_eq!((all.len(), rest.len()), (10_000, 0));
        assert!(all.is_sorted());
    }

    #[test]
    fn the_most_frequent_passwords_are_refused_in_their_disguises() {
        for bad in [
            "123456789",
            "1q2w3e4r5t6y",
            "Mailcreated5240",
            "password123",
            "P@ssw0rd-2026!!",
            "Dragon12345!!",
            "starwarsstarwars",
            "##football##99",
            "Sunsh1ne#2026",
        ] {
            assert!(is_common(bad), "{bad}");
        }
        for good in
            ["correct horse battery", "kT9#rw2!vBq6", "love-8391-7725-0192-44", "三只蓝色的企鹅在雪地里跳舞"]
        {
            assert!(!is_common(good), "{good}");
        }
    }
}
