//! The hash of results: independent of the file they are written to, its columns and its language.

use columnar::VetoCode;
use domain::Points;
use receipt::{Hasher, Sha256Hex};

use crate::Run;

/// Hashes stages, points, flags, totals, vetoes, grades and ranks of every enterprise, in the order of the table.
///
/// Columns are hashed one after the other, each under its name; every value as eight bytes, low byte first. Stages and
/// grades enter by place in the scheme plus one, with zero for none; so do ranks, of which zero is none anyway.
#[must_use]
pub fn hash_results(run: &Run) -> Sha256Hex {
    let (scheme, scores) = (&run.scheme.value, &run.scores);
    let mut hasher = Hasher::new();
    hasher.text("results/1").text(&scheme.code).text(&scheme.version);
    let rows = 0..scores.len();
    let ids: Vec<String> = rows.clone().map(|index| run.id(index)).collect();
    hasher.text("id").text(&ids.join("\n"));
    let mut column = |name: &str, value: &dyn Fn(usize) -> u64| {
        let bytes: Vec<u8> = rows.clone().flat_map(|index| value(index).to_le_bytes()).collect();
        hasher.text(name).part(&bytes);
    };
    column("stage", &|index| place(scores.stage(index)));
    for (indicator, columns) in scheme.indicators.iter().zip(scores.indicators()) {
        column(&indicator.code, &|index| units(columns.points.get(index)));
        column("flags", &|index| u64::from(columns.flags.get(index).0));
    }
    for (pillar, points) in scheme.pillars.iter().zip(scores.pillars()) {
        column(&pillar.code, &|index| units(points.get(index)));
    }
    column("base", &|index| units(scores.base(index)));
    column("bonus", &|index| units(scores.bonus(index)));
    column("deduction", &|index| units(scores.deduction(index)));
    column("total", &|index| units(scores.total(index)));
    for (veto, codes) in scheme.vetoes.iter().zip(scores.vetoes()) {
        column(&veto.code, &|index| match codes[index] {
            VetoCode::Clear => 0,
            VetoCode::Vetoed => 1,
            VetoCode::Unknown => 2,
        });
    }
    column("grade", &|index| place(scores.grade(index)));
    column("known", &|index| u64::from(scores.coverage(index).0));
    column("rank", &|index| scores.places(index).map_or(0, |places| u64::from(places.overall.place)));
    column("rank in stage", &|index| {
        scores.places(index).map_or(0, |places| u64::from(places.in_stage.place))
    });
    column("rank in field", &|index| {
        scores.places(index).and_then(|places| places.in_field).map_or(0, |rank| u64::from(rank.place))
    });
    hasher.finish()
}

fn place(index: Option<usize>) -> u64 {
    index.map_or(0, |index| index as u64 + 1)
}

fn units(points: Points) -> u64 {
    points.0.cast_unsigned()
}
