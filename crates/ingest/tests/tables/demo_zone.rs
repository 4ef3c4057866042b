//! The demonstration zone goes through every format without one problem.

use std::path::Path;

use export::{FactRow, write_facts};
use ingest::{ReadOptions, read_table};

const ITEMS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../rules/items/enterprise.yaml");

#[test]
fn the_demo_zone_is_written_and_read_without_a_problem() {
    let dictionary = rulebook::load_items(Path::new(ITEMS)).unwrap().value;
    let zone = demo::zone(300, 7, &[2022, 2023]);
    let folder = tempfile::tempdir().unwrap();
    let mut tables = Vec::new();
    for name in ["zone.csv", "zone.xlsx", "zone.parquet"] {
        let path = folder.path().join(name);
        let rows = zone.rows.iter().map(|row| FactRow { period: Some(row.period), facts: &row.facts });
        write_facts(&path, &dictionary, &zone.columns, rows).unwrap();
        let table = read_table(&path, &dictionary, &ReadOptions::default()).unwrap();
        assert!(table.warnings.is_empty(), "{name}: {}", table.warnings);
        assert_eq!(table.batch.num_rows(), zone.rows.len(), "{name}");
        assert_eq!(table.batch.num_columns(), zone.columns.len() + 1, "{name}");
        tables.push(table.batch);
    }
    assert!(tables[0] == tables[1] && tables[1] == tables[2]);
}
