//! What may have been meant: look-alikes, swapped neighbours, one wrong character. Only codes that are right in every
//! respect are offered.

use super::{ALPHABET, CreditCode, LENGTH};

/// Most suggestions given.
const MOST: usize = 8;
/// Most places of B/8 that are tried both ways.
const MOST_PLACES: usize = 6;

/// Registration departments in use: the first character of a real code.
const DEPARTMENTS: &[u8] = b"123456789ANY";
/// First two digits of districts in use; 10 is the national authority.
const PROVINCES: [&[u8; 2]; 35] = [
    b"10", b"11", b"12", b"13", b"14", b"15", b"21", b"22", b"23", b"31", b"32", b"33", b"34", b"35", b"36",
    b"37", b"41", b"42", b"43", b"44", b"45", b"46", b"50", b"51", b"52", b"53", b"54", b"61", b"62", b"63",
    b"64", b"65", b"71", b"81", b"82",
];

/// Codes that `text` (normalised) may have been meant to be, likeliest first.
pub(super) fn likely(text: &str) -> Vec<CreditCode> {
    let Ok(given) = <[u8; LENGTH]>::try_from(text.as_bytes()) else { return Vec::new() };
    let readable = given.map(look_alike);
    let mut found = Found { given, codes: Vec::new() };
    for candidate in eights_and_bs(readable) {
        found.offer(candidate);
    }
    for place in 0..LENGTH - 1 {
        let mut candidate = readable;
        candidate.swap(place, place + 1);
        found.offer(candidate);
    }
    if found.codes.is_empty() {
        found.codes = one_wrong(given, readable);
    }
    found.codes.truncate(MOST);
    found.codes
}

/// Codes that differ in one character: guesses, where neither look-alikes nor swapped neighbours explain the text.
fn one_wrong(given: [u8; LENGTH], readable: [u8; LENGTH]) -> Vec<CreditCode> {
    let mut found = Found { given, codes: Vec::new() };
    for place in 0..LENGTH {
        for character in *ALPHABET {
            let mut candidate = readable;
            candidate[place] = character;
            found.offer(candidate);
        }
    }
    found.codes
}

/// The character of the alphabet that a letter outside it is mistaken for.
fn look_alike(character: u8) -> u8 {
    match character {
        b'O' => b'0',
        b'I' => b'1',
        b'S' => b'5',
        b'Z' => b'2',
        other => other,
    }
}

/// Every reading of the Bs and 8s, the fewest changes first.
fn eights_and_bs(readable: [u8; LENGTH]) -> Vec<[u8; LENGTH]> {
    let places: Vec<usize> =
        (0..LENGTH).filter(|place| matches!(readable[*place], b'8' | b'B')).take(MOST_PLACES).collect();
    let mut choices: Vec<u32> = (0..1 << places.len()).collect();
    choices.sort_by_key(|choice: &u32| (choice.count_ones(), *choice));
    let reading = |choice: u32| {
        let mut candidate = readable;
        for (bit, place) in places.iter().enumerate() {
            if choice & (1 << bit) != 0 {
                candidate[*place] = if candidate[*place] == b'B' { b'8' } else { b'B' };
            }
        }
        candidate
    };
    choices.into_iter().map(reading).collect()
}

struct Found {
    given: [u8; LENGTH],
    codes: Vec<CreditCode>,
}

impl Found {
    fn offer(&mut self, candidate: [u8; LENGTH]) {
        if !self.plausible(&candidate) {
            return;
        }
        let code = std::str::from_utf8(&candidate).ok().and_then(CreditCode::read);
        if let Some(code) = code.filter(CreditCode::organisation_is_right)
            && !self.codes.contains(&code)
        {
            self.codes.push(code);
        }
    }

    /// A change must not invent a department or a province that does not exist.
    fn plausible(&self, candidate: &[u8; LENGTH]) -> bool {
        let department = candidate[0] == self.given[0] || DEPARTMENTS.contains(&candidate[0]);
        let kind = candidate[1] == self.given[1] || (b'1'..=b'9').contains(&candidate[1]);
        let province = candidate[2..4] == self.given[2..4]
            || PROVINCES.iter().any(|province| province.as_slice() == &candidate[2..4]);
        department && kind && province
    }
}
