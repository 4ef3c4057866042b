//! How an enterprise has grown: revenue, R&D and people of each year, told backwards from the latest one.

use crate::{
    cells::{Money, part, wan},
    profile::{Profile, Stage},
    random::{Deciles, Random, at},
};

/// The figures of one year that all others follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Core {
    pub(crate) year: i32,
    pub(crate) revenue: Money,
    pub(crate) rd_expense: Money,
    /// People at year end.
    pub(crate) people: i64,
}

/// Revenue of the latest year in 万元, by stage.
const REVENUES: [Deciles; 4] = [
    [2, 18, 40, 70, 105, 150, 205, 265, 335, 415, 500],
    [500, 620, 770, 960, 1210, 1540, 1970, 2520, 3210, 4050, 5000],
    [5000, 6000, 7300, 8900, 10_900, 13_300, 16_400, 20_300, 25_400, 31_800, 40_000],
    [40_000, 44_000, 49_500, 57_000, 67_000, 80_000, 99_000, 128_000, 180_000, 300_000, 900_000],
];

/// Growth of revenue over a year in ‰, by stage.
const GROWTHS: [Deciles; 4] = [
    [-500, -200, -50, 60, 150, 240, 340, 470, 680, 1050, 2600],
    [-350, -120, -30, 40, 90, 150, 210, 280, 390, 570, 1300],
    [-300, -90, -20, 30, 70, 110, 160, 220, 300, 420, 900],
    [-250, -70, -15, 20, 50, 80, 115, 160, 220, 310, 600],
];

/// R&D to revenue in ‰, by stage.
const INTENSITIES: [Deciles; 4] = [
    [15, 55, 95, 140, 190, 245, 310, 390, 510, 720, 1500],
    [8, 30, 42, 52, 61, 71, 84, 100, 125, 175, 320],
    [5, 22, 31, 38, 44, 51, 59, 69, 84, 112, 200],
    [2, 14, 21, 28, 33, 38, 43, 50, 60, 79, 140],
];

/// Revenue per head in 万元; start-ups have people before they have revenue.
const REVENUE_PER_HEAD: Deciles = [28, 42, 52, 61, 70, 80, 92, 108, 132, 178, 360];
const STARTUP_PEOPLE: Deciles = [1, 3, 4, 5, 7, 9, 11, 14, 18, 25, 45];
/// What a start-up spends on R&D whatever it earns, in 万元.
const STARTUP_RD: Deciles = [0, 4, 8, 13, 19, 26, 35, 48, 70, 120, 420];

/// The years of an enterprise in `years` (ascending) since it was founded, oldest first.
pub(crate) fn walk(random: &mut Random, profile: &Profile, years: &[i32]) -> Vec<Core> {
    let Some((&latest, earlier)) = years.split_last() else { return Vec::new() };
    let habit = random.position_like(profile.quality, 55);
    let mut path = vec![latest_year(random, profile, latest, habit)];
    for &year in earlier.iter().rev() {
        if profile.age_in(year) < 0 {
            break;
        }
        let next = path[path.len() - 1];
        path.push(year_before(random, profile, next, year, habit));
    }
    path.reverse();
    path
}

fn latest_year(random: &mut Random, profile: &Profile, year: i32, habit: i64) -> Core {
    let stage = profile.stage;
    let fraction = random.below(100);
    let revenue = wan(random.draw(&REVENUES[stage as usize])) - fraction;
    // Some start-ups have not sold anything yet: a confirmed zero, not a missing value.
    let revenue = if stage == Stage::Startup && random.chance(30) { 0 } else { revenue };
    let people = match stage {
        Stage::Startup => random.draw(&STARTUP_PEOPLE),
        _ => (revenue / wan(random.draw(&REVENUE_PER_HEAD))).max(3),
    };
    Core { year, revenue, rd_expense: rd_expense(random, profile, revenue, habit), people }
}

fn year_before(random: &mut Random, profile: &Profile, next: Core, year: i32, habit: i64) -> Core {
    let years = i64::from(next.year - year).clamp(1, 10);
    let mut revenue = next.revenue;
    let mut people = next.people;
    for _ in 0..years {
        let growth = random.draw_like(&GROWTHS[profile.stage as usize], profile.quality, 40);
        revenue = revenue * 1000 / (1000 + growth);
        people = (people * 1000 / (1000 + growth / 2)).max(1);
    }
    Core { year, revenue, rd_expense: rd_expense(random, profile, revenue, habit), people }
}

/// R&D follows revenue by the habit of the enterprise, with some noise.
fn rd_expense(random: &mut Random, profile: &Profile, revenue: Money, habit: i64) -> Money {
    let position = habit + random.between(-700, 700);
    let by_revenue = part(revenue, at(&INTENSITIES[profile.stage as usize], position));
    if profile.stage == Stage::Startup { by_revenue.max(wan(at(&STARTUP_RD, position))) } else { by_revenue }
}
