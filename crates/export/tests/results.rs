//! Files of results, as their readers see them.
#![expect(clippy::unwrap_used, reason = "a test that cannot prepare its files must stop")]

use std::{collections::HashMap, ops::ControlFlow, path::Path, sync::Arc};

use arrow::{
    array::{ArrayRef, Decimal64Array, Float64Array, Int32Array, RecordBatch, StringArray},
    datatypes::{Field, Schema},
};
use domain::{Name, Status};
use export::{Kind, ResultsInfo, SummaryColumns, write_results};
use formula::{Language, Sentence};
use ingest::sheets::{Sheets, Sink, Value};
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;

fn column(name: &str, title: (&str, &str), kind: Kind, unit: &str, array: ArrayRef) -> (Field, ArrayRef) {
    let metadata: HashMap<String, String> =
        [("title_zh", title.0), ("title_en", title.1), ("kind", kind.as_str()), ("unit", unit)]
            .into_iter()
            .map(|(key, value)| (key.to_owned(), value.to_owned()))
            .collect();
    (Field::new(name, array.data_type().clone(), true).with_metadata(metadata), array)
}

fn texts(values: [Option<&str>; 4]) -> ArrayRef {
    Arc::new(StringArray::from(values.to_vec()))
}

fn results() -> RecordBatch {
    let total = Decimal64Array::from(vec![Some(856_250), Some(723_333), None, Some(723_333)]);
    let columns = [
        column(
            "credit_code",
            ("统一社会信用代码", "Credit code"),
            Kind::Code,
            "",
            texts([
                Some("914403001922038216"),
                Some("91330100799655058B"),
                Some("91350100M000100Y43"),
                Some("9144030071526726XG"),
            ]),
        ),
        column(
            "name",
            ("企业名称", "Name"),
            Kind::Text,
            "",
            texts([Some("甲"), Some("=HYPERLINK(\"http://x\")"), Some("-丙,\"丙\""), None]),
        ),
        column(
            "stage",
            ("阶段", "Stage"),
            Kind::Text,
            "",
            texts([Some("成长期"), Some("初创期"), None, Some("初创期")]),
        ),
        column("grade", ("等级", "Grade"), Kind::Text, "", texts([Some("A"), Some("B"), None, Some("B")])),
        column(
            "profit",
            ("净利润", "Profit"),
            Kind::Value,
            "万元",
            Arc::new(Float64Array::from(vec![Some(-5.25), Some(0.0), None, Some(1234.5)])),
        ),
        column(
            "total",
            ("总分", "Total"),
            Kind::Points,
            "分",
            Arc::new(total.with_precision_and_scale(18, 4).unwrap()),
        ),
        column(
            "rank",
            ("名次", "Rank"),
            Kind::Rank,
            "",
            Arc::new(Int32Array::from(vec![Some(1), Some(2), None, Some(2)])),
        ),
    ];
    let (fields, arrays): (Vec<Field>, Vec<ArrayRef>) = columns.into_iter().unzip();
    RecordBatch::try_new(Arc::new(Schema::new(fields)), arrays).unwrap()
}

fn info(language: Language, status: Status) -> ResultsInfo {
    ResultsInfo {
        title: Sentence::new("高新区企业创新积分（2023年度）", "Innovation points of the zone (2023)"),
        scheme: Name { zh: "四阶段方案".to_owned(), en: Some("Four stages".to_owned()) },
        version: "2024.1".to_owned(),
        status,
        receipt: vec![(Sentence::new("凭据摘要", "Receipt digest"), "sha256:0123".to_owned())],
        summary: SummaryColumns {
            stage: "stage".to_owned(),
            rank: "rank".to_owned(),
            stages: vec!["成长期".to_owned(), "初创期".to_owned()],
            ..SummaryColumns::default()
        },
        language,
        threads: 2,
    }
}

/// The cells of every sheet: `B3=…`.
fn grids(path: &Path) -> String {
    #[derive(Default)]
    struct Dump(String);
    impl Sink for Dump {
        fn cell(&mut self, row: u32, column: u32, value: Value<'_>) {
            let kind = if matches!(value, Value::Text(_)) { "" } else { "#" };
            self.0.push_str(&format!("  {}{row}={kind}{}", ingest::column_letter(column), value.shown()));
        }
        fn row_end(&mut self, _row: u32, _width: Option<u32>) -> ControlFlow<()> {
            self.0.push('\n');
            ControlFlow::Continue(())
        }
    }
    let mut sheets = Sheets::open(path).unwrap();
    let names = sheets.names();
    let mut dump = Dump::default();
    for (index, name) in names.iter().enumerate() {
        dump.0.push_str(&format!("[{name}]\n"));
        sheets.scan(index, &mut dump).unwrap();
    }
    dump.0
}

#[test]
fn csv_keeps_points_exact_and_defuses_formulas() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("结果.csv");
    write_results(&results(), &info(Language::Chinese, Status::Illustrative), &path).unwrap();
    insta::assert_snapshot!(std::fs::read_to_string(&path).unwrap().trim_start_matches('\u{feff}'), @r#"
    统一社会信用代码,企业名称,阶段,等级,净利润（万元）,总分（分）,名次,方案性质
    914403001922038216,甲,成长期,A,-5.25,85.625,1,示例方案，非官方权重
    91330100799655058B,"'=HYPERLINK(""http://x"")",初创期,B,0,72.3333,2,示例方案，非官方权重
    91350100M000100Y43,"'-丙,""丙""",,,,,,示例方案，非官方权重
    9144030071526726XG,,初创期,B,1234.5,72.3333,2,示例方案，非官方权重
    "#);
}

#[test]
fn a_workbook_explains_itself_and_says_on_every_sheet_that_its_scheme_is_an_example() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("结果.xlsx");
    write_results(&results(), &info(Language::Chinese, Status::Illustrative), &path).unwrap();
    insta::assert_snapshot!(grids(&path), @r#"
    [说明]
      A1=高新区企业创新积分（2023年度）
      A2=示例方案，非官方权重
      A4=方案  B4=四阶段方案 2024.1
      A5=方案性质  B5=示例方案，非官方权重
      A6=凭据摘要  B6=sha256:0123
      A8=积分  B8=保存四位小数，显示四舍五入到两位；合计按保存值相加。
      A9=名次  B9=1为最好；同分同名次，其后名次顺延。
      A10=空白  B10=表示缺失或不适用，不等于零；零是有人确认的零。
      A11=代码  B11=统一社会信用代码为文本格式，请勿改为数字，否则会丢失后几位。
      A12=核对  B12=凭据记录了方案、数据和结果的摘要；用同样的方案和数据重算，结果逐字节相同。
      A14=结果表的列  B14=内容
      A15=统一社会信用代码  B15=代码 · credit_code
      A16=企业名称  B16=文字 · name
      A17=阶段  B17=文字 · stage
      A18=等级  B18=文字 · grade
      A19=净利润（万元）  B19=指标值 · profit
      A20=总分（分）  B20=积分 · total
      A21=名次  B21=名次 · rank
    [汇总]
      A1=高新区企业创新积分（2023年度）
      A2=四阶段方案 2024.1
      A3=示例方案，非官方权重
      A5=全部  B5=企业数  C5=平均积分  D5=积分中位数  E5=最高积分
      A6=全部企业  B6=#4  C6=#76.7639  D6=#72.3333  E6=#85.625
      A8=阶段  B8=企业数  C8=平均积分  D8=积分中位数  E8=最高积分
      A9=成长期  B9=#1  C9=#85.625  D9=#85.625  E9=#85.625
      A10=初创期  B10=#2  C10=#72.3333  D10=#72.3333  E10=#72.3333
      A11=（无）  B11=#1
      A13=等级  B13=企业数  C13=平均积分  D13=积分中位数  E13=最高积分
      A14=A  B14=#1  C14=#85.625  D14=#85.625  E14=#85.625
      A15=B  B15=#2  C15=#72.3333  D15=#72.3333  E15=#72.3333
      A16=（无）  B16=#1
      A18=领先企业  B18=名称  C18=阶段  D18=积分  E18=名次
      A19=914403001922038216  B19=甲  C19=成长期  D19=#85.625  E19=#1
      A20=91330100799655058B  B20==HYPERLINK("http://x")  C20=初创期  D20=#72.3333  E20=#2
      A21=9144030071526726XG  C21=初创期  D21=#72.3333  E21=#2
    [结果]
      A1=示例方案，非官方权重 · 四阶段方案 2024.1
      A2=统一社会信用代码  B2=企业名称  C2=阶段  D2=等级  E2=净利润（万元）  F2=总分（分）  G2=名次
      A3=914403001922038216  B3=甲  C3=成长期  D3=A  E3=#-5.25  F3=#85.625  G3=#1
      A4=91330100799655058B  B4==HYPERLINK("http://x")  C4=初创期  D4=B  E4=#0  F4=#72.3333  G4=#2
      A5=91350100M000100Y43  B5=-丙,"丙"
      A6=9144030071526726XG  C6=初创期  D6=B  E6=#1234.5  F6=#72.3333  G6=#2
    "#);
}

#[test]
fn the_same_in_english_for_an_official_scheme() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("results.xlsx");
    write_results(&results(), &info(Language::English, Status::Official), &path).unwrap();
    insta::assert_snapshot!(grids(&path), @r#"
    [How to read]
      A1=Innovation points of the zone (2023)
      A3=Scheme  B3=Four stages 2024.1
      A4=Status  B4=official
      A5=Receipt digest  B5=sha256:0123
      A7=Points  B7=Kept with four decimals, shown rounded half up to two; totals add the kept values.
      A8=Ranks  B8=1 is best; equal points share the best place and the places after it are skipped.
      A9=Empty cells  B9=Missing or not applicable, never zero; a zero is a zero somebody confirmed.
      A10=Codes  B10=Credit codes are text cells; as numbers they would lose their last digits.
      A11=Checking  B11=The receipt holds digests of scheme, data and results; a re-run gives the same bytes.
      A13=Column of the results  B13=Contents
      A14=Credit code  B14=code · credit_code
      A15=Name  B15=text · name
      A16=Stage  B16=text · stage
      A17=Grade  B17=text · grade
      A18=Profit (万元)  B18=value · profit
      A19=Total (分)  B19=points · total
      A20=Rank  B20=rank · rank
    [Summary]
      A1=Innovation points of the zone (2023)
      A2=Four stages 2024.1
      A4=All  B4=enterprises  C4=mean points  D4=median points  E4=highest points
      A5=all enterprises  B5=#4  C5=#76.7639  D5=#72.3333  E5=#85.625
      A7=Stage  B7=enterprises  C7=mean points  D7=median points  E7=highest points
      A8=成长期  B8=#1  C8=#85.625  D8=#85.625  E8=#85.625
      A9=初创期  B9=#2  C9=#72.3333  D9=#72.3333  E9=#72.3333
      A10=(none)  B10=#1
      A12=Grade  B12=enterprises  C12=mean points  D12=median points  E12=highest points
      A13=A  B13=#1  C13=#85.625  D13=#85.625  E13=#85.625
      A14=B  B14=#2  C14=#72.3333  D14=#72.3333  E14=#72.3333
      A15=(none)  B15=#1
      A17=leading enterprises  B17=name  C17=stage  D17=points  E17=rank
      A18=914403001922038216  B18=甲  C18=成长期  D18=#85.625  E18=#1
      A19=91330100799655058B  B19==HYPERLINK("http://x")  C19=初创期  D19=#72.3333  E19=#2
      A20=9144030071526726XG  C20=初创期  D20=#72.3333  E20=#2
    [Results]
      A1=Four stages 2024.1
      A2=Credit code  B2=Name  C2=Stage  D2=Grade  E2=Profit (万元)  F2=Total (分)  G2=Rank
      A3=914403001922038216  B3=甲  C3=成长期  D3=A  E3=#-5.25  F3=#85.625  G3=#1
      A4=91330100799655058B  B4==HYPERLINK("http://x")  C4=初创期  D4=B  E4=#0  F4=#72.3333  G4=#2
      A5=91350100M000100Y43  B5=-丙,"丙"
      A6=9144030071526726XG  C6=初创期  D6=B  E6=#1234.5  F6=#72.3333  G6=#2
    "#);
}

#[test]
fn the_sheet_of_results_keeps_header_and_code_in_sight_and_has_a_filter() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("结果.xlsx");
    write_results(&results(), &info(Language::Chinese, Status::Illustrative), &path).unwrap();
    let mut archive = zip::ZipArchive::new(std::fs::File::open(&path).unwrap()).unwrap();
    let mut sheet = String::new();
    std::io::Read::read_to_string(&mut archive.by_name("xl/worksheets/sheet3.xml").unwrap(), &mut sheet)
        .unwrap();
    for part in ["<pane xSplit=\"1\" ySplit=\"2\"", "<autoFilter ref=\"A2:G6\"", "<cols>"] {
        assert!(sheet.contains(part), "{part} is not in {sheet}");
    }
    assert!(!sheet.contains("<f>"));
}

#[test]
fn the_same_results_give_the_same_bytes_whatever_the_number_of_threads() {
    let folder = tempfile::tempdir().unwrap();
    let big = arrow::compute::concat_batches(&results().schema(), &vec![results(); 5_000]).unwrap();
    for name in ["a.xlsx", "a.parquet", "a.csv"] {
        let bytes = |threads: usize| {
            let path = folder.path().join(name);
            let info = ResultsInfo { threads, ..info(Language::Chinese, Status::Official) };
            write_results(&big, &info, &path).unwrap();
            std::fs::read(path).unwrap()
        };
        let first = bytes(1);
        assert!(first == bytes(1) && first == bytes(2) && first == bytes(7), "{name}");
    }
}

#[test]
fn parquet_keeps_types_titles_and_status() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.parquet");
    write_results(&results(), &info(Language::Chinese, Status::Illustrative), &path).unwrap();
    let builder = ParquetRecordBatchReaderBuilder::try_new(std::fs::File::open(&path).unwrap()).unwrap();
    let schema = Arc::clone(builder.schema());
    assert_eq!(schema.metadata()["status"], "illustrative");
    assert_eq!(schema.field_with_name("total").unwrap().metadata()["title_zh"], "总分");
    let batch = builder.build().unwrap().next().unwrap().unwrap();
    assert_eq!(batch.columns(), results().columns());
}

#[test]
fn a_path_that_cannot_be_written_is_one_clear_error_and_nothing_is_left_behind() {
    let folder = tempfile::tempdir().unwrap();
    let nowhere = folder.path().join("没有这个文件夹").join("a.xlsx");
    std::fs::create_dir(folder.path().join("b.csv")).unwrap();
    let written = |path: &Path| write_results(&results(), &info(Language::Chinese, Status::Official), path);
    for (path, code) in [
        (nowhere, "cannot-write"),
        (folder.path().join("b.csv"), "cannot-write"),
        (folder.path().join("a.doc"), "unknown-format"),
    ] {
        let problem = written(&path).unwrap_err();
        assert_eq!(problem.code, code, "{problem}");
        assert!(problem.hint.is_some());
    }
    let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|it| it.unwrap().file_name()).collect();
    assert_eq!(left, ["b.csv"]);
}

#[test]
fn a_failure_half_way_leaves_the_old_file_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.xlsx");
    std::fs::write(&path, "old").unwrap();
    let columns = (0..20_000).map(|index| {
        let array: ArrayRef = Arc::new(Int32Array::from(vec![1]));
        (format!("c{index}"), array)
    });
    let wide = RecordBatch::try_from_iter(columns).unwrap();
    write_results(&wide, &info(Language::Chinese, Status::Official), &path).unwrap_err();
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "old");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}
