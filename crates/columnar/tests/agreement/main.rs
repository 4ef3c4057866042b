//! The columnar engine and the exact one, which goes enterprise by enterprise, must agree to the last digit.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod cases;
mod ladders;
mod offers;
mod policies;
mod schemes;
mod tables;

use columnar::{Options, Population, Scores, VetoCode};
use domain::{
    evaluation::{self, Calibration, Entrant, Position, Score, VetoState},
    indicators::Scheme,
};
use formula::Facts;
use proptest::prelude::*;
use schemes::any_scheme;
use tables::{Table, any_table};

/// Calibrates, scores and ranks both ways and compares everything.
#[track_caller]
fn agree(scheme: &Scheme, table: &Table, threads: usize) -> Scores {
    let population = table.population();
    let rows: Vec<_> = (0..population.len()).map(|index| population.row(index)).collect();
    let facts: Vec<&dyn Facts> = rows.iter().map(|row| row as &dyn Facts).collect();
    let expected = evaluation::calibrate(scheme, &facts);
    let options = Options::with_threads(threads);
    let calibration = columnar::calibrate(scheme, &population, &options);
    assert_eq!(calibration, expected, "calibration\n{scheme:#?}\n{table:?}");
    let scores = columnar::score(scheme, &calibration, &population, &options);
    compare(scheme, &calibration, &population, &scores);
    let both = (calibration, scores);
    assert_eq!(both, columnar::calibrate_and_score(scheme, &population, &options));
    drop(rows);
    let mut released = population;
    assert_eq!(both, columnar::calibrate_and_score_releasing(scheme, &mut released, &options));
    let (_, scores) = both;
    scores
}

fn compare(scheme: &Scheme, calibration: &Calibration, population: &Population, scores: &Scores) {
    let expected: Vec<Score> = (0..population.len())
        .map(|index| evaluation::score(scheme, calibration, &population.row(index)))
        .collect();
    let fields: Vec<Option<String>> =
        (0..population.len()).map(|index| Position::of(scheme, None, &population.row(index)).field).collect();
    let entrants: Vec<_> = expected
        .iter()
        .zip(&fields)
        .map(|(score, field)| Entrant { score, field: field.as_deref() })
        .collect();
    let ranks = evaluation::rank(&entrants);
    for (index, expected) in expected.iter().enumerate() {
        compare_one(scheme, scores, index, expected);
    }
    for index in 0..population.len() {
        assert_eq!(scores.field(index), fields[index].as_deref());
        let places = scores.places(index).map(|places| (places.overall, places.in_stage, places.in_field));
        assert_eq!(places, ranks[index].map(|ranks| (ranks.overall, ranks.in_stage, ranks.in_field)));
    }
}

fn compare_one(scheme: &Scheme, scores: &Scores, index: usize, expected: &Score) {
    assert_eq!(scores.stage(index), expected.stage.as_ref().ok().copied(), "stage of {index}");
    for (number, (columns, expected)) in scores.indicators().iter().zip(&expected.indicators).enumerate() {
        let got = (columns.points.get(index), columns.flags.get(index));
        let indicator = &scheme.indicators[number];
        assert_eq!(
            got,
            (expected.points, expected.flags),
            "enterprise {index}, value {:?}, {} under {:#?}",
            expected.value,
            indicator.value.source(),
            indicator,
        );
    }
    let pillars: Vec<_> = scores.pillars().iter().map(|pillar| pillar.get(index)).collect();
    assert_eq!(pillars, expected.pillars);
    let totals = (scores.base(index), scores.bonus(index), scores.deduction(index), scores.total(index));
    assert_eq!(totals, (expected.base, expected.bonus, expected.deduction, expected.total));
    assert_eq!(scores.coverage(index), (expected.known, expected.required), "coverage of {index}");
    assert_eq!(scores.grade(index), expected.grade, "grade of {index}");
    let vetoes: Vec<_> = scores.vetoes().iter().map(|veto| veto[index]).collect();
    let expected: Vec<_> = expected.vetoes.iter().map(code).collect();
    assert_eq!(vetoes, expected);
}

fn code(state: &VetoState) -> VetoCode {
    match state {
        VetoState::Clear => VetoCode::Clear,
        VetoState::Vetoed => VetoCode::Vetoed,
        VetoState::Unknown(_) => VetoCode::Unknown,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases::count(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn both_engines_agree_on_any_scheme_and_table(scheme in any_scheme(), table in any_table()) {
        agree(&scheme, &table, 1);
    }

    #[test]
    fn threads_and_the_order_of_rows_change_nothing(scheme in any_scheme(), table in any_table(), turn in 0usize..50) {
        let scores = agree(&scheme, &table, 1);
        prop_assert_eq!(&scores, &agree(&scheme, &table, 3));
        let turned = agree(&scheme, &table.turned(turn), 2);
        let count = scores.len();
        for index in 0..count {
            let place = table.turned_place(turn, index);
            prop_assert_eq!(scores.total(index), turned.total(place));
            prop_assert_eq!(scores.places(index), turned.places(place));
        }
    }
}
