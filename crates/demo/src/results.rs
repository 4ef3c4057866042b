//! What innovation brings forth in a year: intellectual property, contracts, platforms, awards.

use crate::{
    cells::{Cells, Money, part, wan},
    column::Column,
    path::Core,
    profile::{Profile, Stage},
    random::{Deciles, Position, Random, at},
};

/// How many patents an enterprise makes of its R&D, in % of one for each 120万元.
const PATENTING: Deciles = [0, 0, 20, 45, 70, 95, 125, 165, 220, 310, 600];
const PCT_PERMILLE: Deciles = [0, 0, 0, 0, 0, 30, 80, 140, 220, 330, 600];
const SECOND_CLASS: Deciles = [0, 1, 2, 4, 6, 8, 11, 15, 21, 33, 80];
const CONVERSIONS: Deciles = [0, 0, 1, 1, 2, 3, 3, 4, 5, 7, 12];
const HIGH_VALUE_PERMILLE: Deciles = [0, 0, 0, 40, 90, 140, 200, 280, 380, 500, 800];

/// How an enterprise turns R&D into results: positions that stay from year to year.
#[derive(Debug, Clone)]
pub(crate) struct Habits {
    patenting: Position,
    second_class: i64,
    contracts: bool,
    platforms: i64,
}

impl Habits {
    pub(crate) fn draw(random: &mut Random, profile: &Profile) -> Self {
        let patenting = random.position_like(profile.quality, 60);
        let size = profile.stage as i64 + 2;
        Self {
            patenting,
            second_class: random.draw_like(&SECOND_CLASS, profile.quality, 40) * size / 3,
            contracts: random.chance(if profile.trade.sells_work() { 650 } else { 350 }),
            platforms: platforms(random, profile),
        }
    }
}

fn platforms(random: &mut Random, profile: &Profile) -> i64 {
    let likely = [15, 60, 250, 600][profile.stage as usize] * (2000 + profile.quality) / 7000;
    if random.chance(likely) { random.between(1, 1 + profile.stage as i64) } else { 0 }
}

/// What later steps want to know of a year's results.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Results {
    pub(crate) first_class: i64,
    /// Of the first class, self-developed.
    pub(crate) own: i64,
    pub(crate) second_class: i64,
    pub(crate) standards: i64,
    pub(crate) platforms: i64,
}

/// Writes the results of a year.
pub(crate) fn fill(
    cells: &mut Cells,
    random: &mut Random,
    profile: &Profile,
    habits: &Habits,
    core: &Core,
) -> Results {
    let mut results = property(cells, random, profile, habits, core);
    cells.money(Column::TechnologyContracts, contracts(random, profile, habits, core));
    let conversions = random.draw_like(&CONVERSIONS, profile.quality, 60) * (profile.stage as i64 + 3) / 4;
    cells.whole(Column::ResultConversions, conversions);
    let old_enough = profile.stage as i64 >= Stage::Expanding as i64;
    let standards = if random.chance(if old_enough { 160 } else { 15 }) { random.between(1, 3) } else { 0 };
    cells.whole(Column::Standards, standards);
    results.standards = standards;
    cells.whole(Column::Platforms, habits.platforms);
    let awards = random.chance([3, 10, 40, 120][profile.stage as usize]);
    cells.whole(Column::Awards, i64::from(awards));
    let projects = random.chance([25, 50, 120, 260][profile.stage as usize]);
    let projects = if projects { random.between(1, 1 + profile.stage as i64) } else { 0 };
    cells.whole(Column::Projects, projects);
    results
}

fn property(
    cells: &mut Cells,
    random: &mut Random,
    profile: &Profile,
    habits: &Habits,
    core: &Core,
) -> Results {
    let applications = applications(random, habits, core.rd_expense);
    let share = random.draw(&PCT_PERMILLE);
    let abroad = part(applications, share) + i64::from(random.chance(applications * share % 1000));
    cells.whole(Column::InventionApplications, applications);
    cells.whole(Column::PctApplications, abroad);
    // A patent takes about two years and stays; less than half are granted and kept.
    let years = (profile.age_in(core.year) - 1).clamp(0, 10);
    let in_force = applications * years * 45 / 100 + random.below(years + 1) / 3;
    let first_class = in_force + i64::from(random.chance(15));
    let own = part(first_class, random.between(600, 1000));
    cells.whole(Column::InventionsInForce, in_force);
    cells.whole(Column::Class1Ip, first_class);
    cells.whole(Column::Class1IpOwn, own);
    cells.whole(
        Column::Class1IpHighValue,
        part(own, random.draw_like(&HIGH_VALUE_PERMILLE, profile.quality, 60)),
    );
    let second_class = habits.second_class * (years + 2) / 6;
    let software = if profile.trade.section == "I" { random.between(500, 950) } else { random.below(350) };
    cells.whole(Column::Class2Ip, second_class);
    cells.whole(Column::SoftwareCopyrights, part(second_class, software));
    Results { first_class, own, second_class, standards: 0, platforms: habits.platforms }
}

fn applications(random: &mut Random, habits: &Habits, rd_expense: Money) -> i64 {
    let position = habits.patenting + random.between(-900, 900);
    let scaled = rd_expense * at(&PATENTING, position);
    let one = wan(120) * 100;
    (scaled + random.below(one)) / one
}

fn contracts(random: &mut Random, profile: &Profile, habits: &Habits, core: &Core) -> Money {
    if !habits.contracts || random.chance(200) {
        return 0;
    }
    let most = if profile.trade.sells_work() { 420 } else { 90 };
    part(core.revenue, random.between(5, most))
}
