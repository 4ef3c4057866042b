//! Results: one row per enterprise, as a table or as a workbook that explains itself.

mod cells;
mod how_to_read;
mod sheet;
mod summary;

use std::{
    io::{BufWriter, Write},
    path::Path,
};

use arrow::array::RecordBatch;
use domain::{Name, Status};
use formula::{Language, Sentence};

pub(crate) use cells::{Cell, Column};
pub(crate) use sheet::write_cell;

use crate::{
    ExportProblem,
    atomic::{self, Early, Format},
    csv_text, fields, parquet_file,
};

/// What a file of results says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResultsInfo {
    /// Title of the file, e.g. 高新区企业创新积分（2023年度）.
    pub title: Sentence,
    /// The scheme's name.
    pub scheme: Name,
    /// The scheme's version.
    pub version: String,
    /// Whether the scheme may look official.
    pub status: Status,
    /// What the receipt says, line by line: label and value.
    pub receipt: Vec<(Sentence, String)>,
    /// Which columns the summary counts.
    pub summary: SummaryColumns,
    /// The language of headers and explanations.
    pub language: Language,
    /// Threads for writing Parquet columns.
    pub threads: usize,
}

/// The columns of the batch that the summary counts, by field name. One that is not there is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SummaryColumns {
    /// The enterprise's code; this column stays in sight when scrolling.
    pub code: String,
    /// The enterprise's name.
    pub name: String,
    /// The stage's name.
    pub stage: String,
    /// The grade.
    pub grade: String,
    /// The total points.
    pub total: String,
    /// The overall rank.
    pub rank: String,
    /// Stages in the order in which they are counted, as the stage column writes them; others follow.
    pub stages: Vec<String>,
    /// Grades in the order in which they are counted, as the grade column writes them; others follow.
    pub grades: Vec<String>,
}

impl Default for SummaryColumns {
    fn default() -> Self {
        let own = str::to_owned;
        Self {
            code: own("credit_code"),
            name: own("name"),
            stage: own("stage_name"),
            grade: own("grade"),
            total: own("total"),
            rank: own("rank_all"),
            stages: Vec::new(),
            grades: Vec::new(),
        }
    }
}

impl ResultsInfo {
    /// What every sheet says when the scheme is illustrative.
    pub(crate) fn banner(&self) -> Option<&'static str> {
        match (self.status, self.language) {
            (Status::Official, _) => None,
            (Status::Illustrative, Language::Chinese) => Some("示例方案，非官方权重"),
            (Status::Illustrative, Language::English) => {
                Some("Illustrative scheme, weights are not official")
            }
        }
    }

    /// The scheme in one line.
    pub(crate) fn scheme_line(&self) -> String {
        format!("{} {}", self.scheme.in_language(self.language), self.version)
    }

    fn status_word(&self) -> &'static str {
        match (self.status, self.language) {
            (Status::Official, Language::Chinese) => "官方方案",
            (Status::Official, Language::English) => "official",
            (Status::Illustrative, _) => self.banner().unwrap_or_default(),
        }
    }
}

/// Writes results to `path`, as CSV, XLSX or Parquet by its extension.
///
/// Fields may carry metadata `title_zh`, `title_en`, `unit` and `kind` (see [`Kind`](crate::Kind)). Parquet keeps them
/// together with `status`, `scheme` and `version`; CSV says the status in its last column.
///
/// # Errors
/// One [`ExportProblem`]; then `path` is as it was before.
pub fn write_results(batch: &RecordBatch, info: &ResultsInfo, path: &Path) -> Result<(), ExportProblem> {
    let format = Format::of(path)?;
    atomic::write(path, |target| match format {
        Format::Csv => write_csv(batch, info, target),
        Format::Xlsx => write_workbook(batch, info, target),
        Format::Parquet => write_parquet(batch, info, target),
    })
}

fn write_csv<W: Write>(batch: &RecordBatch, info: &ResultsInfo, target: W) -> Result<(), ExportProblem> {
    let schema = batch.schema();
    let columns = Column::all(batch)?;
    let status = match info.language {
        Language::Chinese => "方案性质",
        Language::English => "scheme status",
    };
    let mut writer = csv_text::writer(target)?;
    let titles = schema.fields().iter().map(|field| fields::title(field, info.language));
    csv_text::record(&mut writer, titles.chain([status.to_owned()]))?;
    for row in 0..batch.num_rows() {
        let cells = columns.iter().map(|column| column.csv(row, info.language));
        csv_text::record(&mut writer, cells.chain([info.status_word().into()]))?;
    }
    writer.flush().map_err(|error| ExportProblem::internal(&error))
}

fn write_parquet(
    batch: &RecordBatch,
    info: &ResultsInfo,
    target: &mut BufWriter<Early<'_>>,
) -> Result<(), ExportProblem> {
    let mut metadata = batch.schema().metadata().clone();
    let status = match info.status {
        Status::Official => "official",
        Status::Illustrative => "illustrative",
    };
    metadata.insert("status".to_owned(), status.to_owned());
    metadata.insert("scheme".to_owned(), info.scheme.zh.clone());
    metadata.insert("version".to_owned(), info.version.clone());
    let schema = batch.schema().as_ref().clone().with_metadata(metadata);
    let batch = batch.clone().with_schema(std::sync::Arc::new(schema))?;
    parquet_file::write(&batch, target, info.threads)
}

fn write_workbook(
    batch: &RecordBatch,
    info: &ResultsInfo,
    target: &mut BufWriter<Early<'_>>,
) -> Result<(), ExportProblem> {
    crate::workbook::check_rows(batch.num_rows())?;
    let mut workbook = crate::workbook::new()?;
    let columns = Column::all(batch)?;
    how_to_read::write(&mut workbook, &batch.schema(), info)?;
    summary::write(&mut workbook, &columns, info)?;
    sheet::write(&mut workbook, batch, &columns, info)?;
    workbook.save_to_writer(target)?;
    Ok(())
}
