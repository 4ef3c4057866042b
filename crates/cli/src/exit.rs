//! How the command ends. The codes are documented in `docs/CLI.md` and never change meaning.

use std::{path::Path, process::ExitCode};

use formula::Sentence;

/// Exit codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Exit {
    /// Done.
    Done = 0,
    /// The data or the rules have problems; nothing was written.
    Problems = 1,
    /// The command line cannot be understood.
    Usage = 2,
    /// A receipt or a case does not hold.
    Differs = 3,
    /// A file cannot be read or written.
    File = 4,
    /// The enterprise or the person is not there.
    NotFound = 5,
    /// The database or the address to listen on cannot be used.
    Unavailable = 6,
    /// A fault of the program.
    Internal = 70,
}

impl Exit {
    /// The permanent name programs see.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Problems => "problems",
            Self::Usage => "usage",
            Self::Differs => "differs",
            Self::File => "file",
            Self::NotFound => "not-found",
            Self::Unavailable => "unavailable",
            Self::Internal => "internal",
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// Why a command ended before its work was done. The report is already complete: problems are listed, not counted.
#[derive(Debug)]
pub struct Stop {
    /// The exit code.
    pub exit: Exit,
    /// What happened and what to do.
    pub message: Box<Sentence>,
    /// The same for programs.
    pub details: Box<serde_json::Value>,
}

/// What a command comes to.
pub type Ended = Result<Exit, Stop>;

impl Stop {
    /// An end with a message.
    #[must_use]
    pub fn new(exit: Exit, message: Sentence) -> Self {
        Self::with_details(exit, message, serde_json::Value::Null)
    }

    /// An end with a message and what programs need to know.
    #[must_use]
    pub fn with_details(exit: Exit, message: Sentence, details: serde_json::Value) -> Self {
        Self { exit, message: Box::new(message), details: Box::new(details) }
    }

    /// A file that cannot be read or written.
    #[must_use]
    pub fn file(path: &Path, error: &std::io::Error) -> Self {
        let shown = path.display();
        let (zh, en) = io_reason(error);
        Self::new(Exit::File, Sentence::new(format!("{shown}：{zh}"), format!("{shown}: {en}")))
    }
}

fn io_reason(error: &std::io::Error) -> (String, String) {
    use std::io::ErrorKind;
    let pair = |zh: &str, en: &str| (zh.to_owned(), en.to_owned());
    match error.kind() {
        ErrorKind::NotFound => pair("没有这个文件或文件夹", "no such file or folder"),
        ErrorKind::AlreadyExists => pair("已有同名文件，不会覆盖", "exists already and is not overwritten"),
        ErrorKind::PermissionDenied => pair("没有权限", "permission denied"),
        ErrorKind::IsADirectory => pair("这是文件夹，不是文件", "is a folder, not a file"),
        ErrorKind::NotADirectory => pair("路径中有一段不是文件夹", "part of the path is not a folder"),
        ErrorKind::ReadOnlyFilesystem => pair("磁盘只读", "the disk is read-only"),
        ErrorKind::StorageFull => pair("磁盘已满", "the disk is full"),
        _ => (format!("读写失败（{error}）"), error.to_string()),
    }
}
