//! Why nothing was written.

use std::{fmt, path::Path};

use formula::Sentence;

/// Why nothing was written. Nothing is left behind under the wanted name that was not there before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportProblem {
    /// Permanent kebab-case code: `cannot-write`, `unknown-format`, `too-many-rows`, `not-a-decimal`, `internal`.
    pub code: &'static str,
    /// What and why, with the file's name.
    pub message: Sentence,
    /// How to mend it.
    pub hint: Option<Sentence>,
}

impl ExportProblem {
    pub(crate) fn new(code: &'static str, zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { code, message: Sentence::new(zh, en), hint: None }
    }

    pub(crate) fn with_hint(mut self, zh: &str, en: &str) -> Self {
        self.hint = Some(Sentence::new(zh, en));
        self
    }

    pub(crate) fn cannot_write(path: &Path, error: &impl fmt::Display) -> Self {
        let path = path.display();
        Self::new("cannot-write", format!("不能写入 {path}（{error}）。"), format!("{path} cannot be written ({error})."))
            .with_hint(
                "检查文件夹是否存在、是否有权限、文件是否正被其他程序打开",
                "check that the folder exists, that you may write there, and that no other program holds the file open",
            )
    }

    /// The file that is to be copied cannot be read any more.
    #[must_use]
    pub fn unreadable() -> Self {
        Self::internal(&"the source is gone or damaged")
    }

    pub(crate) fn internal(detail: &impl fmt::Display) -> Self {
        Self::new("internal", format!("写出时出错（{detail}）。"), format!("Writing failed ({detail})."))
    }
}

impl fmt::Display for ExportProblem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.code, self.message.en)
    }
}

impl std::error::Error for ExportProblem {}

impl From<arrow::error::ArrowError> for ExportProblem {
    fn from(error: arrow::error::ArrowError) -> Self {
        Self::internal(&error)
    }
}

impl From<rust_xlsxwriter::XlsxError> for ExportProblem {
    fn from(error: rust_xlsxwriter::XlsxError) -> Self {
        Self::internal(&error)
    }
}

impl From<parquet::errors::ParquetError> for ExportProblem {
    fn from(error: parquet::errors::ParquetError) -> Self {
        Self::internal(&error)
    }
}
