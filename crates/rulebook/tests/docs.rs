//! The page for rule authors is true: its examples run, its tables are those of the code.
//! To renew the tables: `UPDATE=1 cargo test -p jifen-rulebook docs`.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{fmt::Write, fs, path::PathBuf};

use rulebook::{Language, check_path, render_all, render_test_report, test_path};

fn page() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/RULES.md"))
}

/// Fenced blocks: what stands behind the fence, and the content.
fn blocks(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let Some(info) = line.strip_prefix("```") else { continue };
        let content: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        found.push((info.to_owned(), content.join("\n") + "\n"));
    }
    found
}

/// The files of the page in a folder of their own.
fn example() -> (tempfile::TempDir, Vec<(String, String)>) {
    let folder = tempfile::tempdir().unwrap();
    let blocks = blocks(&fs::read_to_string(page()).unwrap());
    for (info, content) in &blocks {
        if let Some(name) = info.strip_prefix("yaml file=") {
            fs::write(folder.path().join(name), content).unwrap();
        }
    }
    (folder, blocks)
}

#[test]
fn example_files_check_clean_and_pass_their_cases() {
    let (folder, _) = example();
    let report = check_path(folder.path());
    assert!(report.files.len() >= 8, "{:?}", report.files);
    assert!(report.problems.is_empty(), "\n{}", render_all(&report.problems, Language::Chinese));
    let tests = test_path(folder.path());
    assert!(tests.is_ok(), "\n{}", render_test_report(&tests, Language::Chinese));
    assert!(tests.passed() >= 7);
}

#[test]
fn example_indicators_check_clean() {
    let (folder, blocks) = example();
    let indicators: Vec<&String> =
        blocks.iter().filter(|(info, _)| info == "yaml indicator").map(|(_, content)| content).collect();
    assert!(indicators.len() >= 10);
    for indicator in indicators {
        let indented: String = indicator.lines().map(|line| format!("        {line}\n")).collect();
        let scheme = format!(
            "format: scheme/1\ncode: x\nname: 例\nversion: \"1\"\nstatus: illustrative\n\
             in_force: {{from: 2025-01-01}}\nitems: items.yaml\nfull_points: 10\nfield: 技术领域\n\
             stages:\n  - {{code: all, name: 全部, when: 真}}\n\
             pillars:\n  - code: p\n    name: 例\n    indicators:\n      -\n{indented}"
        );
        let path = folder.path().join("indicator.yaml");
        fs::write(&path, &scheme).unwrap();
        let report = check_path(&path);
        assert!(report.problems.is_empty(), "{scheme}\n{}", render_all(&report.problems, Language::Chinese));
    }
}

#[test]
fn example_mistakes_look_as_shown() {
    let (folder, blocks) = example();
    let mut seen = 0;
    for pair in blocks.windows(2) {
        let Some(info) = pair[0].0.strip_prefix("yaml wrong=") else { continue };
        let (name, rest) = info.split_once(' ').unwrap();
        let mut quoted = rest.split('"').skip(1).step_by(2);
        let (good, bad) = (quoted.next().unwrap(), quoted.next().unwrap());
        let path = folder.path().join(name);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(good));
        fs::write(&path, text.replace(good, bad)).unwrap();
        let report = check_path(&path);
        let prefix = format!("{}/", folder.path().display());
        assert_eq!(render_all(&report.problems, Language::Chinese).replace(&prefix, ""), pair[1].1);
        seen += 1;
    }
    assert!(seen > 0);
}

#[test]
fn tables_are_those_of_the_code() {
    let text = fs::read_to_string(page()).unwrap();
    let mut renewed = text.clone();
    for (name, table) in [("units", units()), ("functions", functions()), ("codes", codes())] {
        let start_mark = format!("<!-- generated: {name} -->\n");
        let start = renewed.find(&start_mark).unwrap() + start_mark.len();
        let end = start + renewed[start..].find("<!-- end -->").unwrap();
        renewed.replace_range(start..end, &table);
    }
    if std::env::var_os("UPDATE").is_some() {
        fs::write(page(), &renewed).unwrap();
        return;
    }
    assert!(
        text == renewed,
        "tables of docs/RULES.md are out of date: UPDATE=1 cargo test -p jifen-rulebook docs"
    );
}

fn units() -> String {
    let mut table = String::from("| 单位 | 英文写法 | 量 | 合多少基本单位 |\n| --- | --- | --- | --- |\n");
    for unit in formula::UNITS {
        let _ = writeln!(
            table,
            "| {} | `{}` | {} | {} |",
            unit.symbol,
            unit.ascii,
            unit.dimension.name_zh(),
            unit.scale()
        );
    }
    table
}

fn functions() -> String {
    let mut table = String::from("| 函数 | 英文写法 | 参数 | 含义 | 例 |\n| --- | --- | --- | --- | --- |\n");
    for function in formula::functions::FUNCTIONS {
        let _ = writeln!(
            table,
            "| {} | `{}` | {} | {} {} | `{}` |",
            function.zh,
            function.ascii,
            function.arity().zh,
            function.about_zh,
            function.about_en,
            function.example
        );
    }
    table
}

fn codes() -> String {
    let mut table = String::from("| 代码 | 含义 | Meaning |\n| --- | --- | --- |\n");
    let own = rulebook::codes::CODES.iter().map(|code| (code.code, code.zh, code.en));
    let formulas = formula::codes::CODES.iter().map(|code| (code.code, code.zh, code.en));
    for (code, zh, en) in own.chain(formulas) {
        let _ = writeln!(table, "| `{code}` | {zh} | {en} |");
    }
    table
}
