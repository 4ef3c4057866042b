//! Where a whole zone stands on the shipped ladders, together and one enterprise after the other.

use std::{collections::BTreeSet, path::Path};

use columnar::{Options, Population, Standing, stand};
use domain::{
    cultivation::{Application, Ladder, Occasion, assess},
    indicators::Dictionary,
};
use jiff::civil::date;

/// The ladders in force for whoever applies on a day of 2026, with their dictionary.
fn shipped() -> (Vec<Ladder>, Dictionary) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rules/ladders");
    let application = Application { on: date(2026, 11, 26), occasion: Occasion::Recognition };
    let rungs = rulebook::load_rungs(&[folder]).unwrap();
    let versions = rungs.iter().flat_map(|rung| &rung.versions);
    let loaded: Vec<_> =
        versions.filter_map(|version| rulebook::load_ladder(&version.path, application).ok()).collect();
    let dictionary = loaded[0].dictionary.clone();
    (loaded.into_iter().map(|loaded| loaded.value).collect(), dictionary)
}

/// The drawn zone as it is read from a table.
fn zone(dictionary: &Dictionary, count: usize) -> Population {
    let zone = demo::zone(count, 7, &[2023, 2024, 2025]);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("zone.parquet");
    let rows = zone.rows.iter().map(|row| export::FactRow { period: Some(row.period), facts: &row.facts });
    export::write_facts(&file, dictionary, &zone.columns, rows).unwrap();
    let table = ingest::read_table(&file, dictionary, &ingest::ReadOptions::default()).unwrap();
    Population::new(table.batch, dictionary, None, date(2025, 12, 31)).unwrap()
}

#[test]
fn a_zone_stands_as_each_of_its_enterprises_does() {
    let (ladders, dictionary) = shipped();
    let population = zone(&dictionary, 600);
    let ladders: Vec<&Ladder> = ladders.iter().collect();
    let one_by_one: Vec<Vec<Standing>> = (0..population.len())
        .map(|index| {
            let facts = population.row(index);
            let one = |ladder: &&Ladder| Standing::without_words(ladder, &assess(ladder, &facts));
            ladders.iter().map(one).collect()
        })
        .collect();
    for threads in [1, 3] {
        let together = stand(&ladders, &population, &Options::with_threads(threads));
        assert_eq!(together, one_by_one, "on {threads} threads");
    }
    // Else it would agree about little.
    let verdicts: BTreeSet<String> =
        one_by_one.iter().flatten().map(|one| format!("{:?}", one.verdict)).collect();
    assert!(ladders.len() >= 8 && verdicts.len() >= 4, "{} ladders, {verdicts:?}", ladders.len());
}
