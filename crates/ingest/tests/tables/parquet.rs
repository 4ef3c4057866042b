//! Parquet files: what is read, and what bad input gets.

use std::{fs::File, path::Path, sync::Arc};

use arrow::{
    array::{
        ArrayRef, BooleanArray, Date32Array, Decimal128Array, DictionaryArray, Float32Array, Float64Array,
        Int32Array, Int64Array, RecordBatch, StringArray,
    },
    datatypes::Int32Type,
};
use ingest::ReadOptions;
use parquet::arrow::ArrowWriter;

use crate::kit::{CODES, TestFile, read, shown};

fn write(path: &Path, columns: Vec<(&str, ArrayRef)>) {
    let batch =
        RecordBatch::try_from_iter_with_nullable(columns.into_iter().map(|(name, it)| (name, it, true)))
            .unwrap();
    let mut writer = ArrowWriter::try_new(File::create(path).unwrap(), batch.schema(), None).unwrap();
    writer.write(&batch).unwrap();
    writer.close().unwrap();
}

fn check(columns: Vec<(&str, ArrayRef)>, options: &ReadOptions) -> String {
    let file = TestFile::new("企业.parquet", b"");
    write(&file.path(), columns);
    let one = shown(read(&file.path(), &ReadOptions { threads: 1, ..options.clone() }));
    let several = shown(read(&file.path(), &ReadOptions { threads: 3, ..options.clone() }));
    assert_eq!(one, several);
    one
}

fn codes() -> ArrayRef {
    Arc::new(StringArray::from(CODES[..3].to_vec()))
}

#[test]
fn any_sensible_type_is_read() {
    let fields: DictionaryArray<Int32Type> = ["电子信息", "it", "生物医药"].into_iter().collect();
    let expense =
        Decimal128Array::from(vec![Some(12_345), None, Some(1)]).with_precision_and_scale(20, 3).unwrap();
    let text = check(
        vec![
            ("credit_code", codes()),
            ("year", Arc::new(Int32Array::from(vec![2022, 2022, 2023]))),
            ("rd_expense(千元)", Arc::new(expense)),
            ("净利润", Arc::new(Float64Array::from(vec![Some(0.1), Some(-2.0), None]))),
            ("ratio", Arc::new(Float32Array::from(vec![0.1, 0.2, 0.3]))),
            ("staff", Arc::new(Int64Array::from(vec![Some(3), None, Some(0)]))),
            ("listed", Arc::new(BooleanArray::from(vec![Some(true), None, Some(false)]))),
            ("founded", Arc::new(Date32Array::from(vec![0, 18_266, -1]))),
            ("field", Arc::new(fields)),
            ("研发费用占比", Arc::new(StringArray::from(vec![Some("3.5%"), Some(""), Some("１２")]))),
            ("unheard_of", Arc::new(Int64Array::from(vec![1, 2, 3]))),
        ],
        &ReadOptions::default(),
    );
    insta::assert_snapshot!(text, @"
    credit_code:Utf8 | period:Int32 | rd_expense:Float64 | profit:Float64 | ratio:Float64 | staff:Float64 | listed:Boolean | founded:Date32 | field:Utf8 | rd_share:Float64
    1: 91350100M000100Y43 | 2022 | 1.2345 | 0.1 | 0.1 | 3.0 | true | 1970-01-01 | it | 3.5
    2: 9144030071526726XG | 2022 | ∅ | -2.0 | 0.2 | ∅ | ∅ | 2020-01-05 | it | ∅
    3: 914403001922038216 | 2023 | 0.0001 | ∅ | 0.3 | 0.0 | false | 1969-12-31 | bio | 12.0
    企业.parquet K (unheard_of): unknown-column
      数据字典中没有这一列，未读取。
      办法：改成数据字典中的名称或代码；不需要的列可以保留
    共0处错误、1处提醒
    ");
}

#[test]
fn numbers_that_no_double_means_stay_exact() {
    let text = check(
        vec![
            ("credit_code", codes()),
            ("profit", Arc::new(Int64Array::from(vec![9_007_199_254_740_993, 1, -5]))),
        ],
        &ReadOptions::default(),
    );
    insta::assert_snapshot!(text, @"
    credit_code:Utf8 | profit:Decimal128(38, 0)
    1: 91350100M000100Y43 | 9007199254740993
    2: 9144030071526726XG | 1
    3: 914403001922038216 | -5
    ");
}

#[test]
fn bad_values_are_named_by_record_and_column() {
    let text = check(
        vec![
            ("credit_code", Arc::new(StringArray::from(vec![Some(CODES[0]), Some(CODES[0]), None]))),
            ("rd_expense", Arc::new(Float64Array::from(vec![-1.0, f64::NAN, f64::INFINITY]))),
            ("staff", Arc::new(Float64Array::from(vec![1.5, 2.0, 3.0]))),
            ("profit", Arc::new(Date32Array::from(vec![0, 1, 2]))),
            ("founded", Arc::new(StringArray::from(vec!["x", "2020-01-05", ""]))),
        ],
        &ReadOptions::default(),
    );
    insta::assert_snapshot!(text, @"
    企业.parquet B1 (rd_expense): negative-value “-1”
      “研发费用”不能为负。
      办法：检查正负号
    企业.parquet C1 (staff): not-whole “1.5”
      “从业人员”应为整数。
      办法：检查单位和小数点
    企业.parquet D1 (profit): date-in-number “1970-01-01”
      这里应是数值，却是日期。
      办法：把单元格格式改为“常规”后重新填写
    企业.parquet E1 (founded): not-a-date “x”
      不是有效日期。
      办法：写成 2020-01-05、2020/1/5 或 2020年1月5日
    企业.parquet A2 (credit_code): duplicate-enterprise “91350100M000100Y43”
      第2行与第1行是同一企业的数据。
      办法：删去其中一行；多年数据请加“年度”列
    企业.parquet B2 (rd_expense): not-finite “NaN”
      不是有限的数。
      办法：没有数据就留空
    企业.parquet D2 (profit): date-in-number “1970-01-02”
      这里应是数值，却是日期。
      办法：把单元格格式改为“常规”后重新填写
    企业.parquet A3 (credit_code): missing-code
      这一行没有企业代码。
      办法：在来源中补上
    企业.parquet B3 (rd_expense): not-finite “inf”
      不是有限的数。
      办法：没有数据就留空
    企业.parquet D3 (profit): date-in-number “1970-01-03”
      这里应是数值，却是日期。
      办法：把单元格格式改为“常规”后重新填写
    共10处错误、0处提醒
    ");
}

#[test]
fn another_column_may_identify_the_enterprise() {
    let options =
        ReadOptions { id_column: Some("id".to_owned()), period: Some(2022), ..ReadOptions::default() };
    let text = check(
        vec![
            ("id", Arc::new(Int64Array::from(vec![1, 2]))),
            ("profit", Arc::new(Float64Array::from(vec![1.0, 2.0]))),
        ],
        &options,
    );
    insta::assert_snapshot!(text, @"
    credit_code:Utf8 | period:Int32 | profit:Float64
    1: 1 | 2022 | 1.0
    2: 2 | 2022 | 2.0
    ");
}

#[test]
fn duplicates_are_found_in_any_order() {
    let options = ReadOptions { id_column: Some("id".to_owned()), ..ReadOptions::default() };
    for (ids, duplicates) in [
        (vec![1, 2, 10, 11], 0),
        (vec![11, 2, 10, 1], 0),
        (vec![1, 2, 2, 11], 1),
        (vec![2, 1, 2, 2], 2),
        (vec![9, 9, 10, 10], 2),
    ] {
        let file = TestFile::new("a.parquet", b"");
        write(&file.path(), vec![("id", Arc::new(Int64Array::from(ids.clone())))]);
        let errors = match read(&file.path(), &options) {
            Ok(_) => 0,
            Err(problems) => problems.errors(),
        };
        assert_eq!(errors, duplicates, "{ids:?}");
    }
}

#[test]
fn a_file_cut_short_anywhere_is_refused() {
    let file = TestFile::new("企业.parquet", b"");
    write(
        &file.path(),
        vec![("credit_code", codes()), ("profit", Arc::new(Float64Array::from(vec![1.0, 2.0, 3.0])))],
    );
    let whole = std::fs::read(file.path()).unwrap();
    for length in (8..whole.len()).step_by(7) {
        let cut = TestFile::new("企业.parquet", &whole[..length]);
        let problems = read(&cut.path(), &ReadOptions::default()).unwrap_err();
        assert_eq!(problems.shown()[0].code, ingest::Code::DamagedFile, "{length} bytes: {problems}");
    }
    let mut worse = whole.clone();
    for place in (8..whole.len() - 8).step_by(3) {
        worse[place] ^= 0xA5;
        let file = TestFile::new("企业.parquet", &worse);
        // Whatever comes out, it comes out as a result.
        _ = read(&file.path(), &ReadOptions::default());
        worse[place] = whole[place];
    }
}
