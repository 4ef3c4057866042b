//! Parquet: snappy, columns encoded by several threads, no dictionary where it cannot help.

use std::{
    collections::BTreeMap,
    io::Write,
    sync::{Arc, Mutex, PoisonError, mpsc},
};

use arrow::{
    array::{ArrayRef, RecordBatch},
    datatypes::{DataType, Field, SchemaRef},
};
use parquet::{
    arrow::{
        ArrowSchemaConverter, add_encoded_arrow_schema_to_metadata,
        arrow_writer::{ArrowColumnChunk, ArrowColumnWriter, ArrowRowGroupWriterFactory, compute_leaves},
    },
    basic::Compression,
    errors::ParquetError,
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
        let writers = factory.create_column_writers(group)?;
        let mut row_group = writer.next_row_group()?;
        encode(&part, writers, threads, |chunk| Ok(chunk.append_to_row_group(&mut row_group)?))?;
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

/// Encodes every column of a row group, workers taking columns until none is left, and gives each to `append` in the
/// order of the columns as soon as it is ready: while later ones are encoded, the first are on their way to the disk.
fn encode(
    batch: &RecordBatch,
    writers: Vec<ArrowColumnWriter>,
    threads: usize,
    mut append: impl FnMut(ArrowColumnChunk) -> Result<(), ExportProblem>,
) -> Result<(), ExportProblem> {
    let schema = batch.schema();
    let count = writers.len();
    let work = Mutex::new(writers.into_iter().enumerate());
    let next = || work.lock().unwrap_or_else(PoisonError::into_inner).next();
    let (ready, taken) = mpsc::channel();
    let worker = |ready: mpsc::Sender<(usize, Result<ArrowColumnChunk, ParquetError>)>| {
        while let Some((index, writer)) = next() {
            let chunk = encode_column(schema.field(index), batch.column(index), writer);
            if ready.send((index, chunk)).is_err() {
                return;
            }
        }
    };
    std::thread::scope(|scope| {
        for ready in vec![ready; threads.max(1)] {
            scope.spawn(move || worker(ready));
        }
        let mut waiting = BTreeMap::new();
        let mut appended = 0;
        for (index, chunk) in taken {
            waiting.insert(index, chunk?);
            while let Some(chunk) = waiting.remove(&appended) {
                append(chunk)?;
                appended += 1;
            }
        }
        if appended == count { Ok(()) } else { Err(ExportProblem::internal(&"a thread stopped")) }
    })
}

fn encode_column(
    field: &Field,
    column: &ArrayRef,
    mut writer: ArrowColumnWriter,
) -> Result<ArrowColumnChunk, ParquetError> {
    for leaf in compute_leaves(field, column)? {
        writer.write(&leaf)?;
    }
    writer.close()
}
