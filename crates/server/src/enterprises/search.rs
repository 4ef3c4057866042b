//! What the search box looks through: names, code, and the first letters of the name in every reading.

use pinyin::ToPinyinMulti;

/// Up to so many spellings of one name are all kept.
const ALL: usize = 32;
/// Where there are more, every reading of any so many characters side by side is kept.
const WINDOW: usize = 4;
/// Readings of one character looked at; more than three first letters do not occur in names.
const READINGS: usize = 3;

/// The text that is searched, in small letters.
pub(crate) fn text(name: &str, former: &[String], code: &str) -> String {
    let mut parts = vec![name.to_lowercase()];
    parts.extend(former.iter().map(|name| name.to_lowercase()));
    parts.push(code.to_lowercase());
    parts.extend(initials(name));
    parts.join(" ")
}

/// The first letters of a name in every reading of its characters: 重庆 is `cq` and `zq`.
pub(crate) fn initials(name: &str) -> Vec<String> {
    let letters: Vec<Vec<char>> = name.chars().filter_map(readings).collect();
    let spellings =
        letters.iter().try_fold(1usize, |all, here| all.checked_mul(here.len()).filter(|all| *all <= ALL));
    let periods = if spellings.is_some() { letters.len().max(1) } else { WINDOW };
    let mut found: Vec<String> = Vec::new();
    for choice in choices(&letters, periods, spellings.is_some()) {
        if !found.contains(&choice) {
            found.push(choice);
        }
    }
    found
}

/// The first letters a character is read with, the most usual first; none for brackets and the like.
fn readings(character: char) -> Option<Vec<char>> {
    if character.is_ascii_alphanumeric() {
        return Some(vec![character.to_ascii_lowercase()]);
    }
    let multi = character.to_pinyin_multi()?;
    let mut letters = Vec::new();
    for reading in multi {
        let letter = reading.plain().chars().next()?.to_ascii_lowercase();
        if !letters.contains(&letter) && letters.len() < READINGS {
            letters.push(letter);
        }
    }
    Some(letters)
}

/// Spellings such that every combination of readings of `periods` characters side by side occurs in one of them: the
/// characters at a distance of `periods` change together.
fn choices(letters: &[Vec<char>], periods: usize, all: bool) -> Vec<String> {
    let most = letters.iter().map(Vec::len).max().unwrap_or(1);
    let widths: Vec<usize> =
        (0..periods).map(|place| if all { letters.get(place).map_or(1, Vec::len) } else { most }).collect();
    let count: usize = widths.iter().product();
    (0..count)
        .map(|mut number| {
            let picks: Vec<usize> = widths
                .iter()
                .map(|width| {
                    let pick = number % width;
                    number /= width;
                    pick
                })
                .collect();
            letters.iter().enumerate().map(|(at, here)| here[picks[at % periods] % here.len()]).collect()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, typed: &[&str]) {
        let found = initials(name);
        for text in typed {
            assert!(found.iter().any(|letters| letters.contains(text)), "{name}: {text} not in {found:?}");
        }
        assert!(found.len() <= 81, "{name}: {}", found.len());
    }

    #[test]
    fn names_are_found_by_first_letters_in_every_reading() {
        check("星火智能装备有限公司", &["xhzn", "znzb", "yxgs"]);
        check("重庆长安", &["cqca", "zqza", "cqza", "zqca"]);
        check("厦门银行", &["xmyh", "xmyx", "smyh"]);
        check("ABC科技（北京）有限公司", &["abckj", "kjbj"]);
        check("100%可靠", &["100kk"]);
    }

    #[test]
    fn a_name_full_of_readings_stays_short_and_is_found_by_any_four_letters() {
        let name = "重长乐行朝曾单都会车厦藏重长";
        let letters: Vec<Vec<char>> = name.chars().filter_map(readings).collect();
        let found = initials(name);
        assert!(found.len() <= 81);
        for window in letters.windows(WINDOW) {
            for one in choices(window, window.len(), true) {
                assert!(found.iter().any(|spelling| spelling.contains(&one)), "{one}");
            }
        }
    }

    #[test]
    fn code_and_former_names_are_searched_too() {
        let text = text("星火Tech", &["旧名".to_owned()], "91350100M000100Y43");
        assert!(text.contains("星火tech") && text.contains("旧名") && text.contains("91350100m000100y43"));
    }
}
