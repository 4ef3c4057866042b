//! What kind of file this is, by its first bytes and its extension together.

use std::{fs::File, io::Read, path::Path};

use formula::Sentence;

use super::Refusal;
use crate::{CellProblem, Code};

/// The kinds of table files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FileKind {
    Csv,
    Xlsx,
    Parquet,
}

/// Opens `path` and looks at its first bytes.
pub(crate) fn sniff(path: &Path) -> Result<FileKind, Refusal> {
    let extension = path.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    let head = first_bytes(path)?;
    if head.is_empty() {
        return Err(Box::new(
            CellProblem::error(Code::EmptyFile, Sentence::new("文件是空的。", "The file is empty."))
                .with_hint("请检查导出是否成功", "check that the export succeeded"),
        ));
    }
    let found = kind_of(&head);
    match (extension.as_str(), found) {
        ("xls", _) => Err(old_excel()),
        ("xlsx" | "xlsm", Found::Zip) => Ok(FileKind::Xlsx),
        ("xlsx" | "xlsm", Found::Compound) => Err(encrypted()),
        ("parquet" | "pq", Found::Parquet) => Ok(FileKind::Parquet),
        ("csv" | "tsv" | "txt", Found::Other) => Ok(FileKind::Csv),
        ("csv" | "tsv" | "txt" | "xlsx" | "xlsm" | "parquet" | "pq", _) => {
            Err(wrong_extension(&extension, found))
        }
        _ => Err(unknown_format(&extension)),
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Found {
    Zip,
    Compound,
    Parquet,
    Other,
}

fn kind_of(head: &[u8]) -> Found {
    match head {
        [b'P', b'K', 3 | 5, 4 | 6, ..] => Found::Zip,
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Found::Compound,
        [b'P', b'A', b'R', b'1', ..] => Found::Parquet,
        _ => Found::Other,
    }
}

fn first_bytes(path: &Path) -> Result<Vec<u8>, Refusal> {
    let mut head = Vec::new();
    let metadata = std::fs::metadata(path).map_err(|error| cannot_read(&error))?;
    if !metadata.is_file() {
        return Err(cannot_read(&std::io::Error::other("not a regular file")));
    }
    File::open(path)
        .and_then(|file| file.take(8).read_to_end(&mut head))
        .map_err(|error| cannot_read(&error))?;
    Ok(head)
}

/// The file cannot be opened or read.
pub(crate) fn cannot_read(error: &std::io::Error) -> Refusal {
    let problem = CellProblem::error(
        Code::CannotRead,
        Sentence::new(
            format!("文件不能打开或读取（{error}）。"),
            format!("The file cannot be read ({error})."),
        ),
    );
    Box::new(problem.with_hint("检查路径和权限", "check the path and the permissions"))
}

fn old_excel() -> Refusal {
    Box::new(
        CellProblem::error(
            Code::OldExcel,
            Sentence::new("不读取旧版 .xls 工作簿。", "Old .xls workbooks are not read."),
        )
        .with_hint(
            "在 Excel 或 WPS 中打开，另存为“.xlsx 工作簿”后再导入",
            "open it in Excel or WPS and save it as an .xlsx workbook",
        ),
    )
}

fn encrypted() -> Refusal {
    Box::new(
        CellProblem::error(
            Code::EncryptedWorkbook,
            Sentence::new(
                "工作簿设有打开密码，或其实是旧版 .xls。",
                "The workbook is protected by a password, or is an old .xls in truth.",
            ),
        )
        .with_hint(
            "在 Excel 或 WPS 中打开，取消密码并另存为“.xlsx 工作簿”",
            "open it in Excel or WPS, remove the password and save it as an .xlsx workbook",
        ),
    )
}

fn wrong_extension(extension: &str, found: Found) -> Refusal {
    let (zh, en, hint_zh, hint_en) = match found {
        Found::Zip => (
            "ZIP 压缩包（可能是 .xlsx）",
            "a ZIP archive (perhaps .xlsx)",
            "改扩展名为 .xlsx",
            "rename it to .xlsx",
        ),
        Found::Compound => ("旧版 Office 文件", "an old Office file", "另存为 .xlsx", "save it as .xlsx"),
        Found::Parquet => ("Parquet 文件", "a Parquet file", "改扩展名为 .parquet", "rename it to .parquet"),
        Found::Other => (
            "文本或其他内容",
            "text or something else",
            "若是文本表格，改扩展名为 .csv；若是下载的文件，请重新下载",
            "if it is a text table, rename it to .csv; if it was downloaded, download it again",
        ),
    };
    Box::new(
        CellProblem::error(
            Code::WrongExtension,
            Sentence::new(
                format!("扩展名是 .{extension}，内容却是{zh}。"),
                format!("The extension is .{extension}, but the contents are {en}."),
            ),
        )
        .with_hint(hint_zh, hint_en),
    )
}

fn unknown_format(extension: &str) -> Refusal {
    Box::new(
        CellProblem::error(
            Code::UnknownFormat,
            Sentence::new(
                format!("不读取“.{extension}”文件。"),
                format!("Files of the kind \".{extension}\" are not read."),
            ),
        )
        .with_hint("请用 .csv、.xlsx 或 .parquet", "use .csv, .xlsx or .parquet"),
    )
}

/// A Parquet file has no cells to stream; [`crate::read_table`] reads it by column.
pub(crate) fn not_a_sheet() -> Refusal {
    unknown_format("parquet")
}
