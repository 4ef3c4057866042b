//! A desk: an empty folder with the rules in it, and the command at hand.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

/// A folder of one's own, with `rules` in it as in a checkout.
pub struct Desk {
    folder: tempfile::TempDir,
}

/// What the command answered.
#[derive(Debug)]
pub struct Answer {
    /// The exit code.
    pub code: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

/// The root of the repository.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

impl Desk {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        copy_folder(&root().join("rules"), &folder.path().join("rules"));
        Self { folder }
    }

    /// A desk with a small zone in `zone/`.
    pub fn with_zone(enterprises: u32) -> Self {
        let desk = Self::new();
        desk.types(&format!("demo-data --enterprises {enterprises} --seed 7 --output zone")).good();
        desk
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn writes(&self, name: &str, text: impl AsRef<[u8]>) -> &Self {
        fs::write(self.path(name), text).expect("the desk can be written to");
        self
    }

    pub fn reads(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    pub fn bytes(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    pub fn has(&self, name: &str) -> bool {
        self.path(name).exists()
    }

    /// Names in a folder of the desk.
    pub fn lists(&self, name: &str) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(self.path(name))
            .expect("a folder")
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    /// Types `jifen …` in Chinese; words are split as a shell would, with single quotes.
    pub fn types(&self, line: &str) -> Answer {
        self.run(line, "zh_CN.UTF-8")
    }

    /// Types `jifen …` in English.
    pub fn types_in_english(&self, line: &str) -> Answer {
        self.run(line, "en_GB.UTF-8")
    }

    /// `jifen …` at this desk, not yet started.
    pub fn command(&self, line: &str, locale: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_jifen"));
        command
            .args(words(line))
            .current_dir(self.folder.path())
            .env_remove("LC_ALL")
            .env_remove("LC_MESSAGES")
            .env("LANG", locale)
            .env("JIFEN_USER", "tester")
            .env("SOURCE_DATE_EPOCH", "1767225600");
        command
    }

    fn run(&self, line: &str, locale: &str) -> Answer {
        let output: Output = self.command(line, locale).output().expect("the command runs");
        Answer {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).expect("UTF-8"),
            err: String::from_utf8(output.stderr).expect("UTF-8"),
        }
    }
}

impl Answer {
    /// Insists that it went well.
    #[track_caller]
    pub fn good(self) -> Self {
        assert_eq!(self.code, 0, "{}{}", self.out, self.err);
        self
    }

    /// Insists on an exit code.
    #[track_caller]
    pub fn ends(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{}{}", self.out, self.err);
        self
    }

    /// Both streams, the way a terminal shows them.
    pub fn seen(&self) -> String {
        format!("{}{}", self.out, self.err)
    }

    /// Insists that something can be read in the answer.
    #[track_caller]
    pub fn says(self, text: &str) -> Self {
        assert!(self.seen().contains(text), "“{text}” is not in:\n{}", self.seen());
        self
    }

    /// Standard output as JSON.
    #[track_caller]
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}:\n{}", self.seen()))
    }
}

/// Splits a line into words; single quotes keep spaces.
pub fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let (mut word, mut quoted, mut started) = (String::new(), false, false);
    for character in line.chars() {
        match character {
            '\'' => {
                quoted = !quoted;
                started = true;
            }
            ' ' if !quoted => {
                if started {
                    words.push(std::mem::take(&mut word));
                }
                started = false;
            }
            _ => {
                word.push(character);
                started = true;
            }
        }
    }
    if started {
        words.push(word);
    }
    words
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.file_type().expect("a type").is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a copy");
        }
    }
}
