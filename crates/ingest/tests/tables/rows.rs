//! Rows for people who take the good ones.

use std::collections::BTreeMap;

use ingest::{Code, ReadOptions, Rows, read_rows};

use crate::kit::{TestFile, dictionary};

fn read(text: &str, options: &ReadOptions) -> Result<Rows, Vec<Code>> {
    let file = TestFile::new("rows.csv", text.as_bytes());
    read_rows(&file.path(), &dictionary(), options)
        .map_err(|problems| problems.shown().iter().map(|problem| problem.code).collect())
}

fn texts(rows: &Rows, column: &str) -> Vec<Option<String>> {
    let column = rows.column(column).unwrap();
    (0..rows.len()).map(|index| rows.text(column, index).map(|text| text.into_owned())).collect()
}

const A: &str = "91350100M000100Y43";
const B: &str = "91000000MA00000157";

#[test]
fn good_rows_are_read_as_canonical_text_and_bad_ones_known_by_number() {
    let text = format!(
        "统一社会信用代码,研发费用(元),从业人员,成立日期,是否上市,技术领域\n{A},\"1,234.50\",12,2015/3/2,是,电子信息\n{B},12O,1.5,,,\n"
    );
    let rows = read(&text, &ReadOptions::default()).unwrap();
    let first = |column: &str| texts(&rows, column)[0].clone().unwrap_or_default();
    assert_eq!(
        ["credit_code", "rd_expense", "staff", "founded", "listed", "field"].map(first),
        [A, "0.12345", "12", "2015-03-02", "true", "it"]
    );
    assert_eq!((rows.problems.spoil(2), rows.problems.spoil(3), rows.row(1)), (false, true, 3));
    assert_eq!(texts(&rows, "rd_expense")[1], None, "a bad cell is no value");
}

#[test]
fn a_bad_row_is_known_even_where_its_details_are_not_kept() {
    let bad: String = (0..50).map(|number| format!("x{number},5\n")).collect();
    let options = ReadOptions { kept: 3, ..ReadOptions::default() };
    let rows = read(&format!("统一社会信用代码,从业人员\n{bad}"), &options).unwrap();
    assert_eq!((rows.problems.shown().len(), rows.problems.errors()), (3, 50));
    assert!((2..52).all(|row| rows.problems.spoil(row)));
}

#[test]
fn the_example_row_of_a_template_is_left_out() {
    let text = format!("统一社会信用代码,从业人员\n示例 {A},120\n{B},7\n");
    let rows = read(&text, &ReadOptions::default()).unwrap();
    assert_eq!((rows.len(), rows.problems.errors(), rows.row(0)), (1, 0, 3));
    assert_eq!(texts(&rows, "staff"), [Some("7".to_owned())]);
}

#[test]
fn a_person_says_what_headings_mean() {
    let text = format!("代码,研发投入(千元),从业人员\n{A},5,7\n");
    assert_eq!(read(&text, &ReadOptions::default()).unwrap_err().last(), Some(&Code::NoCodeColumn));
    let headings = BTreeMap::from(
        [("代码", "credit_code"), ("研发投入(千元)", "rd_expense"), ("从业人员", "")]
            .map(|(from, to)| (from.to_owned(), to.to_owned())),
    );
    let rows = read(&text, &ReadOptions { headings, ..ReadOptions::default() }).unwrap();
    assert_eq!(texts(&rows, "rd_expense"), [Some("0.5".to_owned())], "the unit still counts");
    assert_eq!(rows.column("staff"), None, "left out on purpose");
}

#[test]
fn a_column_without_a_heading_spoils_the_whole_file() {
    let text = format!("统一社会信用代码,,从业人员\n{A},1,2\n");
    assert_eq!(read(&text, &ReadOptions::default()).unwrap_err(), [Code::UnnamedColumn]);
}

#[test]
fn a_list_of_names_is_read_when_names_may_tell_who_it_is() {
    let text = "2026年第一批名单,\n序号,企业名称\n1,星火智能有限公司\n";
    assert!(read(text, &ReadOptions::default()).unwrap_err().contains(&Code::NoCodeColumn));
    let options = ReadOptions { by_name: true, ..ReadOptions::default() };
    let rows = read(text, &options).unwrap();
    assert_eq!(texts(&rows, "name"), [Some("星火智能有限公司".to_owned())]);
    assert!(!rows.problems.spoil(3));
    // A column of codes that is not filled everywhere is no problem either; a wrong code still is.
    let text = format!("统一社会信用代码,企业名称\n,星火\n{A},远航\n123,可靠\n");
    let rows = read(&text, &options).unwrap();
    assert_eq!([2, 3, 4].map(|row| rows.problems.spoil(row)), [false, false, true]);
}
