//! Hostile files are refused in bounded memory: each is read by a child process whose peak is measured.

use std::{
    fs::File,
    io::{BufWriter, Write},
    path::{Path, PathBuf},
    process::Command,
};

use crate::kit::package::{Package, row};
use ingest::ReadOptions;
use zip::CompressionMethod::{Deflated, Stored};

const VARIABLE: &str = "JIFEN_TEST_HOSTILE_FILE";
const LIMIT_KIB: u64 = 256 * 1024;

/// The child's part; it does nothing unless the parent named a file.
#[test]
fn the_child_reads_the_file_it_is_given() {
    let Some(path) = std::env::var_os(VARIABLE) else { return };
    let problems = crate::kit::read(Path::new(&path), &ReadOptions::default()).unwrap_err();
    let codes: Vec<&str> = problems.shown().iter().map(|problem| problem.code.as_str()).collect();
    let mut different = codes.clone();
    different.dedup();
    println!("{problems}");
    println!("codes={}", different.join(","));
    println!("peak={}", peak_kib().unwrap_or(0));
}

/// Peak resident memory of this process, where the system tells.
fn peak_kib() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

fn check(name: &str, codes: &str, make: impl FnOnce(&Path)) {
    let folder = tempfile::tempdir().unwrap();
    let path: PathBuf = folder.path().join(name);
    make(&path);
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "hostile::the_child_reads_the_file_it_is_given", "--nocapture"])
        .env(VARIABLE, &path)
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{name}: {text}{}", String::from_utf8_lossy(&output.stderr));
    let value = |key: &str| text.lines().find_map(|line| line.split_once(key)).unwrap().1.to_owned();
    assert_eq!(value("codes="), codes, "{name}: {text}");
    let peak: u64 = value("peak=").parse().unwrap();
    println!("{codes}: peak {} MiB", peak / 1024);
    assert!(peak < LIMIT_KIB, "{name} took {peak} KiB");
}

fn package(path: &Path) -> Package<BufWriter<File>> {
    Package::new(BufWriter::new(File::create(path).unwrap()))
}

/// `megabytes` of `pattern` between `before` and `after` in one part.
fn fill(
    path: &Path,
    part: &str,
    method: zip::CompressionMethod,
    (before, pattern, after): (&str, &str, &str),
    megabytes: usize,
) {
    let mut package = package(path);
    // Only the test of the ratio needs tight packing.
    package.begin(part, method, if megabytes < 100 { 6 } else { 1 });
    package.write(before.as_bytes());
    let block = pattern.repeat((1 << 20) / pattern.len());
    for _ in 0..megabytes {
        package.write(block.as_bytes());
    }
    package.write(after.as_bytes());
    if part != "xl/worksheets/sheet1.xml" {
        package.part("xl/worksheets/sheet1.xml", "<worksheet><sheetData/></worksheet>");
    }
    package.finish().flush().unwrap();
}

const SHEET: &str = "xl/worksheets/sheet1.xml";

#[test]
fn a_sheet_that_declares_seventeen_thousand_million_cells() {
    check("declared.xlsx", "too-large", |path| {
        let mut package = package(path);
        let corner = "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>";
        let data = format!("{}{corner}", row(1, &["credit_code"]));
        package.part(
            SHEET,
            &format!(
                "<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData>{data}</sheetData></worksheet>"
            ),
        );
        package.finish().flush().unwrap();
        assert!(std::fs::metadata(path).unwrap().len() < 2_500);
    });
}

#[test]
fn a_cell_in_the_last_corner_without_a_declaration() {
    check("corner.xlsx", "missing-code,unnamed-column", |path| {
        let mut package = package(path);
        let corner = "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>";
        package.part(
            SHEET,
            &format!("<worksheet><sheetData>{}{corner}</sheetData></worksheet>", row(1, &["credit_code"])),
        );
        package.finish().flush().unwrap();
    });
}

#[test]
fn half_a_gigabyte_in_one_text() {
    let around = (
        "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>",
        "a",
        "</t></is></c></row></sheetData></worksheet>",
    );
    check("string.xlsx", "text-too-long", |path| fill(path, SHEET, Deflated, around, 512));
}

#[test]
fn a_quarter_of_a_gigabyte_in_one_comment() {
    check("comment.xlsx", "text-too-long", |path| {
        fill(path, SHEET, Stored, ("<worksheet><!--", "<a>", "--><sheetData/></worksheet>"), 250);
    });
}

#[test]
fn a_bomb_of_rows() {
    check("rows.xlsx", "damaged-file", |path| {
        fill(path, SHEET, Stored, ("<worksheet><sheetData>", "<row></row>", "</sheetData></worksheet>"), 250);
    });
}

#[test]
fn a_bomb_of_empty_tags() {
    check("tags.xlsx", "suspicious-archive", |path| {
        fill(path, SHEET, Deflated, ("<worksheet>", "<a></a>", "<sheetData/></worksheet>"), 64);
    });
}

#[test]
fn a_bomb_of_shared_texts() {
    check("shared.xlsx", "too-large", |path| {
        fill(
            path,
            "xl/sharedStrings.xml",
            Stored,
            ("<sst>", "<si><t>one of very many texts that nobody will ever want to read</t></si>", "</sst>"),
            250,
        );
    });
}

#[test]
fn more_shared_text_than_memory_is_given() {
    check("texts.xlsx", "too-large", |path| {
        let pattern = format!("<si><t>{}</t></si>", "x".repeat(1_000));
        fill(path, "xl/sharedStrings.xml", Stored, ("<sst>", &pattern, "</sst>"), 200);
    });
}

#[test]
fn a_sheet_with_more_text_than_memory_is_given() {
    let before = format!("<worksheet><sheetData>{}", row(1, &["credit_code", "企业名称"]));
    let pattern = format!("<row><c/><c t=\"inlineStr\"><is><t>{}</t></is></c></row>", "x".repeat(30_000));
    check("names.xlsx", "too-large,missing-code", |path| {
        fill(path, SHEET, Stored, (&before, &pattern, "</sheetData></worksheet>"), 200);
    });
}

#[test]
fn tags_nested_without_end() {
    check("nested.xlsx", "damaged-file", |path| {
        fill(path, SHEET, Stored, ("<worksheet>", "<a>", ""), 250);
    });
}

#[test]
fn entities_that_multiply() {
    check("laughs.xlsx", "xml-entity", |path| {
        let mut package = package(path);
        package.part(
            SHEET,
            "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><worksheet><sheetData><row><c t=\"str\"><v>&b;</v></c></row></sheetData></worksheet>",
        );
        package.finish().flush().unwrap();
    });
}

#[test]
fn an_archive_of_very_many_entries() {
    check("entries.xlsx", "suspicious-archive", |path| {
        let mut package = package(path);
        for index in 0..3_000 {
            package.part(&format!("x{index}"), "");
        }
        package.finish().flush().unwrap();
    });
}

#[test]
fn a_quotation_mark_that_is_never_closed() {
    check("quote.csv", "too-large", |path| {
        let mut file = BufWriter::new(File::create(path).unwrap());
        file.write_all(b"credit_code,name\n1,\"").unwrap();
        let block = "a,".repeat(1 << 19);
        for _ in 0..300 {
            file.write_all(block.as_bytes()).unwrap();
        }
        file.flush().unwrap();
    });
}
