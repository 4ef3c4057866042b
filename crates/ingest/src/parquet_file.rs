//! Parquet: only the known columns are read, each on its own, by several threads.

use std::{
    fs::File,
    path::Path,
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
};

use arrow::{
    array::{Array, ArrayRef, new_empty_array},
    compute::concat,
};
use domain::indicators::Dictionary;
use formula::Sentence;
use parquet::{
    arrow::{
        ProjectionMask,
        arrow_reader::{ArrowReaderMetadata, ArrowReaderOptions, ParquetRecordBatchReaderBuilder},
    },
    errors::ParquetError,
};

mod convert;

use crate::{
    CellProblem, Code, Origin, Problems, ReadOptions,
    column::Filling,
    header::{Column, Names, Role, understand},
    reading::{Reading, Skipped},
    sheets::Refusal,
};

/// Most rows of a Parquet file.
const MAX_ROWS: i64 = 50_000_000;

/// Reads a Parquet file.
pub(crate) fn read<'d>(
    path: &Path,
    dictionary: &'d Dictionary,
    options: &ReadOptions,
) -> Result<Reading<'d>, Refusal> {
    let file = File::open(path).map_err(|error| refusal(&error.into()))?;
    let metadata =
        ArrowReaderMetadata::load(&file, ArrowReaderOptions::new()).map_err(|error| refusal(&error))?;
    let rows = rows_of(&metadata)?;
    let mut problems = Problems::default();
    let names = Names::new(dictionary, options);
    let headers: Vec<(u32, String)> = (0u32..)
        .zip(metadata.schema().fields())
        .map(|(index, field)| (index, field.name().clone()))
        .collect();
    let columns = understand(&headers, &names, options, &mut problems);
    check_whole(&columns, rows, &headers, options, &mut problems);
    let fillings: Vec<Filling<'d>> =
        columns.iter().filter_map(|column| Filling::new(column, options.id_column.is_some())).collect();
    let job = Job { path, metadata: &metadata, rows };
    let (done, more) = job.run(fillings, options.threads)?;
    problems.append(more);
    let mut reading = Reading::finish(done, rows, Origin::Counted, problems, options);
    reading.skipped = skipped(&columns, rows);
    Ok(reading)
}

fn rows_of(metadata: &ArrowReaderMetadata) -> Result<usize, Refusal> {
    let rows = metadata.metadata().file_metadata().num_rows();
    if !(0..=MAX_ROWS).contains(&rows) {
        return Err(Box::new(
            CellProblem::error(
                Code::TooLarge,
                Sentence::new(
                    format!("文件自称有{rows}行，上限{MAX_ROWS}行。"),
                    format!("The file declares {rows} rows; at most {MAX_ROWS} are read."),
                ),
            )
            .with_hint("拆分文件", "split the file"),
        ));
    }
    usize::try_from(rows).map_err(|_| damaged("rows"))
}

fn check_whole(
    columns: &[Column<'_>],
    rows: usize,
    headers: &[(u32, String)],
    options: &ReadOptions,
    problems: &mut Problems,
) {
    if rows == 0 {
        problems.push(
            CellProblem::error(
                Code::HeaderOnly,
                Sentence::new("只有表头，没有数据行。", "There is a header and not one row of data."),
            )
            .with_hint("检查导出是否完整", "check that the export is complete"),
        );
    }
    if columns.iter().any(|column| matches!(column.role, Role::Code)) {
        return;
    }
    let wanted = options.id_column.as_deref().unwrap_or("credit_code");
    let near = crate::text::nearest(wanted, headers.iter().map(|(_, name)| name.as_str()));
    let problem = CellProblem::error(
        Code::NoCodeColumn,
        Sentence::new(format!("没有“{wanted}”列。"), format!("There is no column \"{wanted}\".")),
    )
    .with_hint(
        "列名写 credit_code 或“统一社会信用代码”；用别的列标识企业时请指明列名",
        "call the column credit_code or 统一社会信用代码, or name another column that identifies the enterprise",
    );
    problems.push(CellProblem { suggestion: near.map(|near| format!("{near} → {wanted}")), ..problem });
}

fn skipped(columns: &[Column<'_>], rows: usize) -> Vec<Skipped> {
    let unknown = columns.iter().filter_map(|column| match &column.role {
        Role::Unknown { suggestion } => {
            Some(Skipped { place: column.place.clone(), suggestion: suggestion.clone(), filled: rows as u64 })
        }
        _ => None,
    });
    unknown.collect()
}

/// One file being read column by column.
struct Job<'a> {
    path: &'a Path,
    metadata: &'a ArrowReaderMetadata,
    rows: usize,
}

type Finished<'d> = (usize, Filling<'d>, Problems);

impl Job<'_> {
    /// Fills all columns on `threads` threads; the result does not depend on their number.
    fn run<'d>(
        &self,
        fillings: Vec<Filling<'d>>,
        threads: usize,
    ) -> Result<(Vec<Filling<'d>>, Problems), Refusal> {
        let count = fillings.len();
        let work: Vec<Mutex<Option<Filling<'d>>>> =
            fillings.into_iter().map(|filling| Mutex::new(Some(filling))).collect();
        let next = AtomicUsize::new(0);
        let mut finished: Vec<Finished<'d>> = Vec::with_capacity(count);
        std::thread::scope(|scope| {
            let workers: Vec<_> = (0..threads.clamp(1, count.max(1)))
                .map(|_| scope.spawn(|| self.work(&work, &next)))
                .collect();
            for worker in workers {
                // A panic of the decoder means a file it was not made for.
                finished.extend(worker.join().map_err(|_| damaged("the decoder gave up"))??);
            }
            Ok::<(), Refusal>(())
        })?;
        finished.sort_by_key(|(index, _, _)| *index);
        let mut problems = Problems::default();
        let mut fillings = Vec::with_capacity(count);
        for (_, filling, found) in finished {
            problems.append(found);
            fillings.push(filling);
        }
        Ok((fillings, problems))
    }

    /// Takes one column after the other until none is left.
    fn work<'d>(
        &self,
        work: &[Mutex<Option<Filling<'d>>>],
        next: &AtomicUsize,
    ) -> Result<Vec<Finished<'d>>, Refusal> {
        let mut finished = Vec::new();
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(slot) = work.get(index) else { return Ok(finished) };
            let Some(mut filling) = slot.lock().ok().and_then(|mut slot| slot.take()) else { continue };
            let array = self.column(filling.column.place.index as usize)?;
            let mut problems = Problems::default();
            convert::fill(&mut filling, array, &mut problems)?;
            finished.push((index, filling, problems));
        }
    }

    /// One column of the file as one array.
    fn column(&self, index: usize) -> Result<ArrayRef, Refusal> {
        // Each reader has a file of its own: cloned files share one position.
        let file = File::open(self.path).map_err(|error| refusal(&error.into()))?;
        let builder = ParquetRecordBatchReaderBuilder::new_with_metadata(file, self.metadata.clone());
        let mask = ProjectionMask::roots(builder.parquet_schema(), [index]);
        let reader = builder
            .with_projection(mask)
            // In one go: memory is taken as rows arrive, and nothing need be put together afterwards.
            .with_batch_size(self.rows.max(1))
            .build()
            .map_err(|error| refusal(&error))?;
        let mut arrays: Vec<ArrayRef> = Vec::new();
        for batch in reader {
            let batch = batch.map_err(|error| damaged(&error.to_string()))?;
            arrays.push(batch.column(0).clone());
        }
        let whole = match arrays.len() {
            0 => new_empty_array(self.metadata.schema().field(index).data_type()),
            1 => arrays.swap_remove(0),
            _ => {
                let parts: Vec<&dyn Array> = arrays.iter().map(AsRef::as_ref).collect();
                concat(&parts).map_err(|error| damaged(&error.to_string()))?
            }
        };
        if whole.len() == self.rows { Ok(whole) } else { Err(damaged("columns of different length")) }
    }
}

fn refusal(error: &ParquetError) -> Refusal {
    match error {
        ParquetError::NYI(detail) => unsupported(detail),
        ParquetError::General(detail) if detail.contains("Disabled feature") => unsupported(detail),
        ParquetError::External(inner) => match inner.downcast_ref::<std::io::Error>() {
            Some(error) => crate::sheets::cannot_read(error),
            None => damaged(&inner.to_string()),
        },
        other => damaged(&other.to_string()),
    }
}

fn unsupported(detail: &str) -> Refusal {
    Box::new(
        CellProblem::error(
            Code::UnsupportedCompression,
            Sentence::new(
                format!("Parquet 文件的压缩或编码方式不受支持（{detail}）。"),
                format!("The compression or encoding of the Parquet file is not supported ({detail})."),
            ),
        )
        .with_hint("用 snappy 压缩或不压缩重新保存", "write it again with snappy or no compression"),
    )
}

fn damaged(detail: &str) -> Refusal {
    if detail.contains("Disabled feature") {
        return unsupported(detail);
    }
    Box::new(
        CellProblem::error(
            Code::DamagedFile,
            Sentence::new(
                format!("Parquet 文件不完整或已损坏（{detail}）。"),
                format!("The Parquet file is truncated or damaged ({detail})."),
            ),
        )
        .with_hint("重新导出或重新下载", "export or download it again"),
    )
}
