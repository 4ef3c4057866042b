//! Who an enterprise is: everything about it that does not change from year to year.

use jiff::civil::Date;

use crate::{
    cells::{Cells, wan},
    column::Column,
    credit_code::credit_code,
    naming,
    random::{Deciles, Position, Random},
    trade::{TRADES, Trade, WEIGHTS},
};

/// How grown-up an enterprise is in the latest year.
///
/// The cuts are those of `zone-four-stage`: revenue below 500万, 5000万, 4亿元, and above.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stage {
    Startup,
    Growing,
    Expanding,
    Mature,
}

const STAGES: [Stage; 4] = [Stage::Startup, Stage::Growing, Stage::Expanding, Stage::Mature];
/// Of a hundred enterprises, by stage.
const STAGE_SHARES: [i64; 4] = [35, 30, 22, 13];

/// Years since founding, by stage.
const AGES: [Deciles; 4] = [
    [0, 1, 1, 2, 2, 3, 4, 5, 6, 8, 13],
    [1, 2, 3, 4, 5, 6, 7, 9, 11, 14, 21],
    [3, 5, 6, 7, 9, 10, 12, 14, 16, 19, 28],
    [5, 8, 10, 12, 13, 15, 17, 19, 21, 25, 38],
];

/// Registered capital in 万元, by stage.
const CAPITALS: [Deciles; 4] = [
    [10, 50, 100, 100, 200, 200, 300, 500, 500, 1000, 2000],
    [50, 100, 200, 300, 500, 500, 1000, 1000, 1500, 2000, 6000],
    [200, 500, 1000, 1000, 1500, 2000, 3000, 4000, 5000, 8000, 20_000],
    [1000, 3000, 5000, 5000, 8000, 10_000, 12_000, 18_000, 25_000, 40_000, 200_000],
];

const PARKS: [&str; 8] = [
    "创新谷",
    "智汇园",
    "星火产业园",
    "滨河科技园",
    "生命科学园",
    "新材料产业园",
    "光电产业园",
    "未来软件园",
];

const REGISTRATION_TYPES: [&str; 5] = ["150", "170", "160", "200", "300"];
const REGISTRATION_SHARES: [i64; 5] = [42, 44, 6, 4, 4];
const STATUSES: [&str; 5] = ["active", "deregistered", "moved_out", "revoked", "dormant"];
const STATUS_SHARES: [i64; 5] = [988, 5, 3, 2, 2];

/// An enterprise.
#[derive(Debug, Clone)]
pub(crate) struct Profile {
    pub(crate) credit_code: String,
    pub(crate) name: String,
    pub(crate) stage: Stage,
    pub(crate) trade: &'static Trade,
    /// How good it is at innovating; most values follow it somewhat.
    pub(crate) quality: Position,
    pub(crate) founded: Option<Date>,
    pub(crate) listed: bool,
    entered: Option<Date>,
    park: &'static str,
    registration_type: &'static str,
    status: &'static str,
    registered_capital: i64,
}

impl Profile {
    /// Enterprise `number` (from 1) of a zone whose latest year is `latest`.
    pub(crate) fn draw(random: &mut Random, number: u64, latest: i32) -> Self {
        let stage = STAGES[random.weighted(&STAGE_SHARES)];
        let trade = &TRADES[random.weighted(WEIGHTS)];
        let registration_type = REGISTRATION_TYPES[random.weighted(&REGISTRATION_SHARES)];
        let age = random.draw(&AGES[stage as usize]);
        let founded = day_of_year(random, i64::from(latest) - age);
        let joint_stock = registration_type == "160" || (stage == Stage::Mature && random.chance(250));
        Self {
            credit_code: credit_code(number),
            name: naming::company(number, random.pick(trade.words), joint_stock),
            stage,
            trade,
            quality: random.position(),
            founded,
            listed: joint_stock && stage == Stage::Mature && random.chance(450),
            entered: founded.map(|date| entry(random, date, latest)),
            park: random.pick(&PARKS),
            registration_type: if joint_stock { "160" } else { registration_type },
            status: STATUSES[random.weighted(&STATUS_SHARES)],
            registered_capital: random.draw(&CAPITALS[stage as usize]),
        }
    }

    /// Completed calendar years between founding and `year`.
    pub(crate) fn age_in(&self, year: i32) -> i64 {
        self.founded.map_or(0, |date| i64::from(year) - i64::from(date.year()))
    }

    /// Writes what is known of the enterprise into a row.
    pub(crate) fn fill(&self, cells: &mut Cells) {
        cells.text(Column::CreditCode, &self.credit_code);
        cells.text(Column::Name, &self.name);
        for (column, date) in [(Column::FoundedOn, self.founded), (Column::ZoneEnteredOn, self.entered)] {
            if let Some(date) = date {
                cells.date(column, date);
            }
        }
        cells.text(Column::Park, self.park);
        cells.text(Column::District, "000000");
        cells.text(Column::IndustryCode, self.trade.industry);
        cells.text(Column::IndustrySection, self.trade.section);
        cells.text(Column::SizeIndustry, self.trade.size_industry);
        cells.text(Column::TechField, self.trade.field);
        cells.text(Column::EmergingIndustry, self.trade.emerging);
        cells.text(Column::RegistrationType, self.registration_type);
        cells.text(Column::Status, self.status);
        cells.money(Column::RegisteredCapital, wan(self.registered_capital));
        cells.truth(Column::Listed, self.listed);
        cells.truth(Column::MainlandResident, true);
    }
}

/// A day of a year; never after September, so that a new enterprise has at least a quarter's figures.
fn day_of_year(random: &mut Random, year: i64) -> Option<Date> {
    let (month, day) = (random.between(1, 9), random.between(1, 28));
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// Most enterprises are founded in the zone; the others move in within some years.
fn entry(random: &mut Random, founded: Date, latest: i32) -> Date {
    let (moved, years) = (random.chance(300), random.between(1, 5));
    let year = i64::from(founded.year()) + years;
    if !moved || year > i64::from(latest) {
        return founded;
    }
    day_of_year(random, year).unwrap_or(founded)
}
