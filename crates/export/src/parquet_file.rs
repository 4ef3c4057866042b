//! Parquet: snappy, columns encoded by several threads, no dictionary where it cannot help.

use std::{
    io::Write,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
};

use arrow::{
    array::RecordBatch,
    datatypes::{DataType, SchemaRef},
};
use parquet::{
    arrow::{
        ArrowSchemaConverter, add_encoded_arrow_schema_to_metadata,
        arrow_writer::{ArrowColumnChunk, ArrowColumnWriter, ArrowRowGroupWriterFactory, compute_leaves},
    },
    basic::Compression,
    file::{
        properties::{WriterProperties, WriterVersion},
        writer::SerializedFileWriter,
    },
    schema::types::ColumnPath,
};

use crate::ExportProblem;

/// Rows of a row group.
const GROUP_ROWS: usize = 1 << 20;

/// Writes `batch` with its field metadata. The bytes do not depend on `threads`.
pub(crate) fn write<W: Write + Send>(
    batch: &RecordBatch,
    target: W,
    threads: usize,
) -> Result<(), ExportProblem> {
    let schema = batch.schema();
    let mut properties = properties(&schema);
    add_encoded_arrow_schema_to_metadata(&schema, &mut properties);
    let parquet_schema = ArrowSchemaConverter::new().convert(&schema)?;
    let mut writer =
        SerializedFileWriter::new(target, parquet_schema.root_schema_ptr(), Arc::new(properties))?;
    let factory = ArrowRowGroupWriterFactory::new(&writer, Arc::clone(&schema));
    let mut start = 0;
    let mut group = 0;
    while start < batch.num_rows() {
        let part = batch.slice(start, GROUP_ROWS.min(batch.num_rows() - start));
        let chunks = encode(&part, factory.create_column_writers(group)?, threads)?;
        let mut row_group = writer.next_row_group()?;
        for chunk in chunks {
            chunk.append_to_row_group(&mut row_group)?;
        }
        row_group.close()?;
        start += part.num_rows();
        group += 1;
    }
    writer.close()?;
    Ok(())
}

/// Fixed-point points and measured values hardly repeat: a dictionary would only cost time.
fn properties(schema: &SchemaRef) -> WriterProperties {
    let mut builder = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_writer_version(WriterVersion::PARQUET_1_0)
        .set_created_by("jifen".to_owned());
    for field in schema.fields() {
        let texts =
            matches!(field.data_type(), DataType::Utf8 | DataType::LargeUtf8 | DataType::Dictionary(_, _));
        let unique = field.name() == "credit_code" || field.name() == "name";
        if !texts || unique {
            builder =
                builder.set_column_dictionary_enabled(ColumnPath::new(vec![field.name().clone()]), false);
        }
    }
    builder.build()
}

/// Encodes every column of a row group; workers take columns until none is left.
fn encode(
    batch: &RecordBatch,
    writers: Vec<ArrowColumnWriter>,
    threads: usize,
) -> Result<Vec<ArrowColumnChunk>, ExportProblem> {
    let schema = batch.schema();
    let work: Vec<Mutex<Option<ArrowColumnWriter>>> =
        writers.into_iter().map(|writer| Mutex::new(Some(writer))).collect();
    let next = AtomicUsize::new(0);
    let worker = || -> Result<Vec<(usize, ArrowColumnChunk)>, ExportProblem> {
        let mut done = Vec::new();
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(slot) = work.get(index) else { return Ok(done) };
            let Some(mut writer) = slot.lock().ok().and_then(|mut slot| slot.take()) else { continue };
            for leaf in compute_leaves(schema.field(index), batch.column(index))? {
                writer.write(&leaf)?;
            }
            done.push((index, writer.close()?));
        }
    };
    let mut chunks = Vec::with_capacity(batch.num_columns());
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads.max(1)).map(|_| scope.spawn(worker)).collect();
        for worker in workers {
            let done = worker.join().map_err(|_| ExportProblem::internal(&"a thread stopped"))?;
            chunks.extend(done?);
        }
        Ok::<(), ExportProblem>(())
    })?;
    chunks.sort_by_key(|(index, _)| *index);
    Ok(chunks.into_iter().map(|(_, chunk)| chunk).collect())
}
