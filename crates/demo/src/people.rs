//! People of a year.

use crate::{
    cells::{Cells, part},
    column::Column,
    path::Core,
    profile::Profile,
    random::{Deciles, Position, Random, at},
};

/// R&D staff to all in ‰, by stage.
const RD_SHARES: [Deciles; 4] = [
    [40, 150, 220, 290, 350, 410, 480, 560, 640, 750, 1000],
    [20, 75, 105, 140, 175, 215, 260, 315, 390, 490, 800],
    [15, 55, 80, 103, 125, 150, 180, 215, 265, 340, 600],
    [8, 38, 58, 78, 97, 117, 140, 168, 205, 265, 450],
];
const GRADUATE_SHARES: Deciles = [0, 0, 0, 8, 18, 30, 45, 65, 95, 145, 320];
const POSTGRADUATE_SHARES: Deciles = [0, 0, 12, 27, 45, 68, 97, 135, 185, 265, 600];

/// How an enterprise staffs itself: positions that stay from year to year.
#[derive(Debug, Clone)]
pub(crate) struct Habits {
    research: Position,
    learning: Position,
}

impl Habits {
    pub(crate) fn draw(random: &mut Random, profile: &Profile) -> Self {
        let research = random.position_like(profile.quality, 50);
        Self { research, learning: random.position_like(research, 50) }
    }
}

/// What later steps want to know of a year's people.
#[derive(Debug, Clone, Copy)]
pub(crate) struct People {
    pub(crate) employed: i64,
    pub(crate) technical: i64,
}

/// Writes the people of a year.
pub(crate) fn fill(
    cells: &mut Cells,
    random: &mut Random,
    profile: &Profile,
    habits: &Habits,
    core: &Core,
) -> People {
    let employed = core.people;
    let shares = &RD_SHARES[profile.stage as usize];
    let research = at(shares, habits.research + random.between(-400, 400));
    let research = share_of(random, employed, research);
    let technical = (research + share_of(random, research, helpers(research))).min(employed);
    let average = employed * 10 - random.below(employed.min(12) * 5 + 1);
    cells.whole(Column::EmployeesYearEnd, employed);
    cells.tenths(Column::EmployeesAverage, average);
    cells.tenths(Column::Staff, average);
    cells.whole(Column::RdStaff, research.min(average / 10));
    cells.whole(Column::TechStaff, technical.min(average / 10));
    education(cells, random, profile, habits, employed);
    People { employed, technical }
}

/// Managers and helpers of research: fewer for each researcher where there are many.
fn helpers(research: i64) -> i64 {
    if research > 50 { 120 } else { 200 }
}

fn education(cells: &mut Cells, random: &mut Random, profile: &Profile, habits: &Habits, employed: i64) {
    let hired_share = at(&GRADUATE_SHARES, random.position_like(profile.quality, 30));
    cells.whole(Column::GraduatesHired, share_of(random, employed, hired_share));
    let postgraduates = share_of(random, employed, at(&POSTGRADUATE_SHARES, habits.learning));
    cells.whole(Column::Postgraduates, postgraduates);
    let doctors = random.below(200);
    cells.whole(Column::Doctors, share_of(random, postgraduates, doctors));
    let rest = employed - postgraduates;
    let bachelors = random.between(200, 700);
    cells.whole(Column::Bachelors, share_of(random, rest, bachelors));
    let returnees = random.below(60);
    cells.whole(Column::Returnees, share_of(random, employed, returnees));
    let leading = random.chance(if profile.quality > 8500 { 350 } else { 20 });
    let leading = if leading { random.between(1, 3).min(employed) } else { 0 };
    cells.whole(Column::LeadingTalents, leading);
}

/// A share of people: the fraction of a person that is left over decides by chance.
fn share_of(random: &mut Random, people: i64, permille: i64) -> i64 {
    part(people, permille) + i64::from(random.chance(people * permille % 1000))
}
