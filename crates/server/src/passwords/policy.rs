//! What a password must be like.

use super::common;
use crate::{config::PasswordProfile, problem::Field};

/// What is known of the person, and so must not be in the password.
pub(crate) struct Person<'a> {
    pub(crate) login: &'a str,
    pub(crate) name: &'a str,
    pub(crate) organisation: &'a str,
    /// The zone's own words, from the configuration: its name in pinyin, its abbreviation.
    pub(crate) words: &'a [String],
}

/// What people here try first, as stems without digits; the frequent passwords of the world are in [`common`].
const STEMS: [&str; 24] = [
    "password",
    "passwd",
    "qwerty",
    "qwertyuiop",
    "asdfgh",
    "zxcvbn",
    "admin",
    "administrator",
    "root",
    "welcome",
    "letmein",
    "iloveyou",
    "woaini",
    "woaizhongguo",
    "zhongguo",
    "beijing",
    "shanghai",
    "gaoxinqu",
    "jifen",
    "test",
    "guest",
    "abc",
    "qaz",
    "qazwsx",
];

/// How many former passwords may not come again.
pub(crate) const fn history_length(profile: PasswordProfile) -> u64 {
    match profile {
        PasswordProfile::Asvs => 0,
        PasswordProfile::Dengbao => 5,
    }
}

/// Everything wrong with a password, at `pointer`.
pub(crate) fn check(
    password: &str,
    profile: PasswordProfile,
    person: &Person<'_>,
    pointer: &str,
) -> Vec<Field> {
    let length = password.chars().count();
    let least = match profile {
        PasswordProfile::Asvs => 12,
        PasswordProfile::Dengbao => 10,
    };
    let rules: [(bool, String, &str); 4] = [
        (
            (least..=128).contains(&length),
            format!("长度应为 {least} 至 128 个字符"),
            "must have {least} to 128 characters",
        ),
        (
            profile == PasswordProfile::Asvs || classes(password) >= 4,
            "须含大写字母、小写字母、数字和符号".to_owned(),
            "must have capitals, small letters, digits and signs",
        ),
        (
            !is_guessable(password) && !common::is_common(password),
            "过于常见或有规律，容易被猜到".to_owned(),
            "is common or regular and easily guessed",
        ),
        (
            !tells(password, person),
            "不能包含账号、姓名、单位名称或本平台的常用词".to_owned(),
            "must not hold the log-in name, the name, the organisation or a word of this platform",
        ),
    ];
    rules
        .into_iter()
        .filter(|(good, ..)| !good)
        .map(|(_, zh, en)| Field::new(pointer, zh, en.replace("{least}", &least.to_string())))
        .collect()
}

fn classes(password: &str) -> usize {
    let kinds: [fn(char) -> bool; 4] =
        [char::is_uppercase, char::is_lowercase, |c| c.is_ascii_digit(), |c| !c.is_alphanumeric()];
    kinds.iter().filter(|kind| password.chars().any(**kind)).count()
}

/// Few different characters, mostly runs (`1234`, `abcd`, `aaaa`), or a common word with digits around.
fn is_guessable(password: &str) -> bool {
    let lower = password.to_lowercase();
    let chars: Vec<char> = lower.chars().collect();
    let mut different = chars.clone();
    different.sort_unstable();
    different.dedup();
    let steps = chars.windows(2).filter(|pair| u32::from(pair[0]).abs_diff(u32::from(pair[1])) <= 1).count();
    let plain = common::letters(&lower);
    different.len() < 5
        || steps * 3 > chars.len() * 2
        || STEMS.iter().any(|stem| plain.contains(stem) && plain.len() <= stem.len() + 2)
}

fn tells(password: &str, person: &Person<'_>) -> bool {
    let lower = password.to_lowercase();
    let holds = |word: &str| {
        word.chars().count() >= 2 && word.len() >= 4 && lower.contains(&word.trim().to_lowercase())
    };
    let parts = person.login.split(['.', '-', '_', '@']);
    let own = person.words.iter().map(String::as_str);
    [person.login, person.name].into_iter().chain(parts).chain(own).any(holds)
        || holds_part(&lower, person.organisation)
}

/// Four characters in a row of the organisation's name: nobody types the whole of it.
fn holds_part(lower: &str, organisation: &str) -> bool {
    let name: Vec<char> = organisation.to_lowercase().chars().collect();
    name.windows(4.min(name.len().max(1))).any(|run| lower.contains(&run.iter().collect::<String>()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PERSON: Person<'static> =
        Person { login: "wang.fang", name: "王芳", organisation: "示范高新区", words: &[] };

    fn problems(password: &str, profile: PasswordProfile) -> usize {
        check(password, profile, &PERSON, "/password").len()
    }

    #[test]
    fn long_and_unguessable_is_enough_for_asvs() {
        for good in ["correct horse battery", "三只蓝色的企鹅在雪地里跳舞", "kT9#rw2!vBq6"] {
            assert_eq!(problems(good, PasswordProfile::Asvs), 0, "{good}");
        }
        for bad in [
            "short",
            "aaaaaaaaaaaaaa",
            "123456789012",
            "abcdefghijkl",
            "P@ssw0rd2024!!",
            "xx-wang.fang-2024",
            "我是王芳今年三十岁啊啊啊",
            "Qwertyuiop12345",
            &"x7#Kw".repeat(40),
        ] {
            assert!(problems(bad, PasswordProfile::Asvs) > 0, "{bad}");
        }
    }

    #[test]
    fn words_of_the_platform_and_the_person_are_refused() {
        let words = ["shifan".to_owned(), "sfgxq".to_owned()];
        let person = Person { words: &words, ..PERSON };
        for bad in [
            "7#Shifan-kqwz-88",
            "kw!SFGXQ-mzpt-31",
            "我在示范高新上班已经十年了",
            "the-fang-of-a-wolf-92",
            "xx wang.fang xx yy",
        ] {
            assert!(!check(bad, PasswordProfile::Asvs, &person, "/x").is_empty(), "{bad}");
        }
        assert!(check("correct horse battery", PasswordProfile::Asvs, &person, "/x").is_empty());
        let nowhere = Person { organisation: "", ..PERSON };
        assert!(check("correct horse battery", PasswordProfile::Asvs, &nowhere, "/x").is_empty());
    }

    #[test]
    fn dengbao_asks_for_four_classes() {
        assert_eq!(problems("kT9#rw2!vB", PasswordProfile::Dengbao), 0);
        for bad in ["kT9#rw2!v", "correct horse battery", "KT9#RW2!VBQ6", "kTa#rwx!vBqz"] {
            assert!(problems(bad, PasswordProfile::Dengbao) > 0, "{bad}");
        }
    }
}
