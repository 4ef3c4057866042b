//! Awkward workbooks made by others, against what another program reads in them.

use std::{collections::BTreeMap, ops::ControlFlow, path::Path};

use ingest::{
    ReadOptions,
    sheets::{Sheets, Sink, Value},
};
use serde_json::Value as Json;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/excel");

/// A cell as the reference program prints it.
#[derive(Debug, Clone, PartialEq)]
enum Seen {
    Text(String),
    Number(f64),
    /// A day count with the moment it stands for.
    Date(f64, String),
}

#[derive(Default)]
struct Grid(BTreeMap<(u32, u32), Seen>);

impl Sink for Grid {
    fn cell(&mut self, row: u32, column: u32, value: Value<'_>) {
        let seen = match value {
            Value::Number(number) | Value::Percent(number) => Seen::Number(number),
            Value::Date { serial, moment } => {
                Seen::Date(serial, moment.map(|it| it.to_string()).unwrap_or_default())
            }
            other => Seen::Text(other.shown()),
        };
        self.0.insert((row, column), seen);
    }

    fn row_end(&mut self, _row: u32, _width: Option<u32>) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
}

/// The folder of the checkout's own neighbour, or of the worktree's.
fn folder() -> Option<std::path::PathBuf> {
    let near = Path::new(FOLDER).to_owned();
    let far = Path::new(FOLDER).join("../../../../shared/data/excel");
    let found = [near, far].into_iter().find(|folder| folder.is_dir());
    if found.is_none() {
        println!("skipped: the reference workbooks are not there");
    }
    found
}

fn matches(seen: &Seen, expected: &Json) -> bool {
    match (seen, expected) {
        (Seen::Number(number), Json::Number(expected)) => {
            expected.as_f64().is_some_and(|it| it.to_bits() == number.to_bits())
        }
        // The reference keeps the escape; spreadsheets show the line break it stands for.
        (Seen::Text(text), Json::String(expected)) => *text == expected.replace("_x000D_\n", "\n"),
        (Seen::Date(serial, moment), Json::String(expected)) => match expected.split_once(" days, ") {
            Some((days, time)) => (duration(days, time) - serial * 86_400.0).abs() < 0.5,
            None => moment == expected,
        },
        _ => false,
    }
}

fn duration(days: &str, time: &str) -> f64 {
    let parts: Vec<f64> = time.split(':').map(|part| part.parse().unwrap()).collect();
    days.parse::<f64>().unwrap() * 86_400.0 + parts[0] * 3_600.0 + parts[1] * 60.0 + parts[2]
}

fn expected_cells(sheet: &Json) -> BTreeMap<(u32, u32), Json> {
    let mut cells = BTreeMap::new();
    for (row, line) in (1u32..).zip(sheet["rows"].as_array().unwrap()) {
        for (column, cell) in (0u32..).zip(line.as_array().unwrap()) {
            if !cell.is_null() {
                cells.insert((row, column), cell.clone());
            }
        }
    }
    cells
}

#[test]
fn every_reference_workbook_reads_as_in_the_reference_program() {
    let Some(folder) = folder() else { return };
    let expected: Json =
        serde_json::from_str(&std::fs::read_to_string(folder.join("expected_openpyxl.json")).unwrap())
            .unwrap();
    let mut compared = 0;
    for (file, sheets) in expected.as_object().unwrap() {
        let path = folder.join(file);
        if !path.is_file() {
            continue;
        }
        let mut book = Sheets::open(&path).unwrap_or_else(|problem| panic!("{file}: {problem:?}"));
        for (index, name) in book.names().into_iter().enumerate() {
            let mut grid = Grid::default();
            let end = book.scan(index, &mut grid).unwrap();
            let cells = expected_cells(&sheets[&name]);
            let mut places: Vec<_> = cells.keys().chain(grid.0.keys()).collect();
            places.sort();
            places.dedup();
            for place in places {
                let (seen, wanted) = (grid.0.get(place), cells.get(place));
                let same = match (seen, wanted) {
                    (Some(seen), Some(wanted)) => matches(seen, wanted),
                    // Cells hidden under a merged one keep their text in the file; the reference drops them.
                    (Some(Seen::Text(text)), None) => text.is_empty() || covered(&end.merged, *place),
                    _ => false,
                };
                assert!(same, "{file} {name} {place:?}: {seen:?} is not {wanted:?}");
            }
            assert_eq!(end.merged.len(), sheets[&name]["merged"].as_array().unwrap().len(), "{file} {name}");
            compared += 1;
        }
    }
    assert!(compared >= 12, "only {compared} sheets were compared");
}

fn covered(merged: &[ingest::sheets::Merged], (row, column): (u32, u32)) -> bool {
    merged.iter().any(|area| {
        (area.rows.0..=area.rows.1).contains(&row) && (area.columns.0..=area.columns.1).contains(&column)
    })
}

#[test]
fn none_of_them_is_a_table_of_enterprises_and_each_is_told_so() {
    let Some(folder) = folder() else { return };
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "json") {
            continue;
        }
        let problems = crate::kit::read(&path, &ReadOptions::default()).unwrap_err();
        assert!(problems.errors() > 0);
        assert!(problems.shown().iter().all(|problem| problem.hint.is_some()), "{problems}");
    }
}

#[test]
fn the_reference_csv_reads_as_it_stands() {
    let Some(folder) = folder() else { return };
    let mut grid = Grid::default();
    Sheets::open(&folder.join("ee_no_bom.csv")).unwrap().scan(0, &mut grid).unwrap();
    assert_eq!(grid.0.len(), 22);
    assert_eq!(grid.0[&(1, 0)], Seen::Text("姓名".to_owned()));
    assert_eq!(grid.0[&(11, 0)], Seen::Text("姓名9".to_owned()));
    assert_eq!(grid.0[&(11, 1)], Seen::Text("20".to_owned()));
}
