//! One enterprise: its profile, its years, its labels, and the holes in its data.

use crate::{
    Row, accounts,
    cells::Cells,
    column::Column,
    labels::{self, Latest},
    path::{self, Core},
    people,
    profile::Profile,
    random::Random,
    results,
    review::Review,
    standing::Standing,
    titles::Titles,
};

struct Habits {
    accounts: accounts::Habits,
    people: people::Habits,
    results: results::Habits,
    standing: Standing,
    review: Review,
}

/// The rows of enterprise `number` (from 1), oldest year first.
pub(crate) fn rows(seed: u64, number: u64, years: &[i32]) -> Vec<Row> {
    let mut random = Random::of_enterprise(seed, usize::try_from(number).unwrap_or(usize::MAX));
    let Some(&latest) = years.last() else { return Vec::new() };
    let profile = Profile::draw(&mut random, number, latest);
    let path = path::walk(&mut random, &profile, years);
    let habits = Habits {
        accounts: accounts::Habits::draw(&mut random, &profile),
        people: people::Habits::draw(&mut random, &profile),
        results: results::Habits::draw(&mut random, &profile),
        standing: Standing::draw(&mut random),
        review: Review::draw(&mut random, &profile),
    };
    let mut valuation = None;
    let mut drawn: Vec<_> =
        path.iter().map(|core| year(&mut random, &profile, &habits, core, latest, &mut valuation)).collect();
    let Some(last) = drawn.last() else { return Vec::new() };
    let labels = labels::hold(&mut random, &profile, &last.figures, &path);
    let mut titles = Titles::draw(seed, number, &profile, &path);
    let mut funded = 0;
    for (place, year) in drawn.iter_mut().enumerate() {
        funded += year.figures.funded;
        titles.fill(year, &profile, &path, place, funded);
    }
    deliver(&mut random, drawn, &labels)
}

/// A year as it was drawn.
pub(crate) struct Year {
    pub(crate) cells: Cells,
    pub(crate) figures: Latest,
}

/// What arrives of the years: now and then an earlier year is absent altogether.
fn deliver(random: &mut Random, drawn: Vec<Year>, labels: &str) -> Vec<Row> {
    let last = drawn.len().saturating_sub(1);
    let mut rows = Vec::with_capacity(drawn.len());
    for (place, Year { mut cells, figures }) in drawn.into_iter().enumerate() {
        if place == last || !random.chance(20) {
            cells.text(Column::Labels, labels);
            rows.push(with_gaps(random, Row { period: figures.core.year, facts: cells.0 }));
        }
    }
    rows
}

fn year(
    random: &mut Random,
    profile: &Profile,
    habits: &Habits,
    core: &Core,
    latest: i32,
    valuation: &mut Option<i64>,
) -> Year {
    let mut cells = Cells::new();
    profile.fill(&mut cells);
    let accounts = accounts::fill(&mut cells, random, profile, &habits.accounts, core);
    let funded = accounts::financing(&mut cells, random, profile, valuation);
    let people = people::fill(&mut cells, random, profile, &habits.people, core);
    let results = results::fill(&mut cells, random, profile, &habits.results, core);
    cells.whole(Column::NicheYears, profile.age_in(core.year).max(0));
    habits.review.fill(&mut cells, profile, core.year, &results);
    habits.standing.fill(&mut cells, random, profile, core.year, core.year == latest);
    let figures = Latest { core: *core, accounts, people, results, valuation: *valuation, funded };
    Year { cells, figures }
}

/// Some values never arrive. A missing value stays missing; it does not become a zero.
fn with_gaps(random: &mut Random, mut row: Row) -> Row {
    let own = &Column::ALL[..Column::SizeClass as usize];
    for (fact, column) in row.facts.iter_mut().zip(own) {
        if random.chance(column.gap_permille()) {
            *fact = None;
        }
    }
    row
}
