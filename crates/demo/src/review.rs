//! What departments and officers have found out about an enterprise for the ladders.

use crate::{
    cells::{Cells, part},
    column::Column,
    profile::{Profile, Stage},
    random::{POSITIONS, Position, Random},
    results::Results,
};

const ADVANCEMENT: [&str; 5] = ["none", "low", "average", "fairly_high", "high"];
const CORE_SUPPORT: [&str; 5] = ["none", "weak", "average", "fairly_strong", "strong"];

/// What does not change from year to year.
#[derive(Debug, Clone)]
pub(crate) struct Review {
    award: bool,
    led_standards: bool,
    used_permille: i64,
    /// `None` where no officer has looked yet.
    products_allowed: Option<bool>,
    core_ip: Option<bool>,
    advancement: Option<Position>,
}

impl Review {
    pub(crate) fn draw(random: &mut Random, profile: &Profile) -> Self {
        let large = profile.stage as i64 >= Stage::Expanding as i64;
        let applied_before = large && random.chance(350);
        Self {
            award: random.chance(if large { 8 } else { 1 }),
            led_standards: random.chance(if large { 60 } else { 4 }),
            used_permille: if applied_before { random.between(100, 600) } else { 0 },
            products_allowed: random.chance(750).then(|| !random.chance(8)),
            core_ip: random.chance(600).then(|| !random.chance(60)),
            advancement: random.chance(500).then(|| random.position_like(profile.quality, 70)),
        }
    }

    /// Writes the findings of a year.
    pub(crate) fn fill(&self, cells: &mut Cells, profile: &Profile, year: i32, results: &Results) {
        // The year of founding counts as an accounting year.
        cells.whole(Column::OperatingYears, profile.age_in(year).max(0) + 1);
        cells.whole(Column::Class2IpUsed, part(results.second_class, self.used_permille));
        cells.whole(Column::OwnIp, results.own + part(results.second_class, 850));
        cells.truth(Column::StandardsOrCodes, results.standards > 0);
        cells.truth(Column::NationalAwardTopThree, self.award);
        cells.truth(Column::ProvincialRdInstitution, results.platforms > 0);
        cells.truth(Column::LedStandards, self.led_standards);
        for (column, found) in
            [(Column::ProductsAllowed, self.products_allowed), (Column::CoreIpChecked, self.core_ip)]
        {
            if let Some(found) = found {
                cells.truth(column, found);
            }
        }
        let has_property = results.first_class + results.second_class > 0;
        if let Some(position) = self.advancement {
            cells.text(Column::IpAdvancement, level(&ADVANCEMENT, position, has_property));
            cells.text(Column::IpCoreSupport, level(&CORE_SUPPORT, position, has_property));
        }
    }
}

/// Without intellectual property there is nothing to judge; the better the enterprise, the higher the level.
fn level(levels: &[&'static str; 5], position: Position, has_property: bool) -> &'static str {
    let index = if has_property { 1 + position.clamp(0, POSITIONS - 1) * 4 / POSITIONS } else { 0 };
    levels[usize::try_from(index).unwrap_or(0)]
}

/// What is found about an enterprise whose story is told: all in order.
pub(crate) fn in_order(cells: &mut Cells, operating_years: i64, property: i64, platform: bool) {
    cells.whole(Column::OperatingYears, operating_years);
    cells.whole(Column::Class2IpUsed, 0);
    cells.whole(Column::OwnIp, property);
    cells.truth(Column::ProvincialRdInstitution, platform);
    for column in [Column::StandardsOrCodes, Column::NationalAwardTopThree, Column::LedStandards] {
        cells.truth(column, false);
    }
    cells.truth(Column::ProductsAllowed, true);
    cells.truth(Column::CoreIpChecked, true);
    cells.text(Column::IpAdvancement, "fairly_high");
    cells.text(Column::IpCoreSupport, "fairly_strong");
}
