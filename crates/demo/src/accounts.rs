//! Money of a year: income, costs, balance sheet, R&D, financing.

use crate::{
    cells::{Cells, Money, part, wan},
    column::Column,
    path::Core,
    profile::{Profile, Stage},
    random::{Deciles, Position, Random, at},
};

/// Shares in ‰.
const HITECH_SHARES: Deciles = [0, 260, 430, 540, 610, 660, 710, 770, 830, 900, 1000];
const MARGINS: [Deciles; 4] = [
    [-900, -420, -250, -140, -70, -20, 20, 55, 95, 150, 330],
    [-400, -110, -30, 10, 30, 50, 70, 95, 125, 170, 320],
    [-250, -50, 5, 25, 42, 58, 76, 97, 125, 165, 300],
    [-180, -30, 12, 30, 45, 60, 76, 95, 120, 155, 280],
];
const ASSETS_TO_REVENUE: Deciles = [300, 520, 670, 810, 940, 1080, 1250, 1470, 1790, 2350, 4200];
const DEBT_TO_ASSETS: Deciles = [30, 130, 220, 295, 360, 425, 490, 555, 630, 730, 1150];
const TAXES_TO_REVENUE: Deciles = [0, 5, 10, 16, 22, 28, 35, 43, 53, 68, 130];

/// How likely a round is, in ‰, and its size in 万元, by stage.
const ROUND_PERMILLE: [i64; 4] = [110, 90, 60, 25];
const ROUND_SIZES: [Deciles; 4] = [
    [30, 80, 120, 200, 300, 400, 500, 700, 1000, 1500, 5000],
    [100, 300, 500, 700, 1000, 1300, 1800, 2500, 3500, 6000, 15_000],
    [500, 1000, 1800, 2500, 3000, 4000, 5000, 7000, 10_000, 18_000, 50_000],
    [1000, 3000, 5000, 8000, 10_000, 13_000, 18_000, 25_000, 40_000, 70_000, 150_000],
];

/// How an enterprise keeps its books: positions that stay from year to year.
#[derive(Debug, Clone)]
pub(crate) struct Habits {
    hitech: Position,
    margin: Position,
    assets: Position,
    debt: Position,
    taxes: Position,
    exports: i64,
    technical: i64,
}

impl Habits {
    pub(crate) fn draw(random: &mut Random, profile: &Profile) -> Self {
        Self {
            hitech: random.position_like(profile.quality, 50),
            margin: random.position_like(profile.quality, 40),
            assets: random.position(),
            debt: random.position(),
            taxes: random.position(),
            exports: if random.chance(300) { random.between(10, 600) } else { 0 },
            technical: if profile.trade.sells_work() { random.between(100, 700) } else { random.below(60) },
        }
    }
}

/// What later steps want to know of a year's accounts.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Accounts {
    pub(crate) hitech_revenue: Money,
    pub(crate) total_income: Money,
    pub(crate) total_assets: Money,
}

fn noisy(random: &mut Random, table: &Deciles, position: Position) -> i64 {
    at(table, position + random.between(-500, 500))
}

/// Writes the accounts of a year.
pub(crate) fn fill(
    cells: &mut Cells,
    random: &mut Random,
    profile: &Profile,
    habits: &Habits,
    core: &Core,
) -> Accounts {
    let hitech_revenue = part(core.revenue, noisy(random, &HITECH_SHARES, habits.hitech));
    let total_income = core.revenue + part(core.revenue, random.between(0, 25));
    income(cells, random, habits, core, hitech_revenue, total_income);
    let profit = profit(random, profile, habits, core);
    cells.money(Column::NetProfit, profit);
    cells.money(Column::TotalCosts, (core.revenue - part(profit, 1150)).max(core.rd_expense));
    cells.money(Column::TaxesPaid, part(core.revenue, noisy(random, &TAXES_TO_REVENUE, habits.taxes)));
    let total_assets = balance(cells, random, habits, core);
    research(cells, random, core, profit);
    Accounts { hitech_revenue, total_income, total_assets }
}

fn income(cells: &mut Cells, random: &mut Random, habits: &Habits, core: &Core, hitech: Money, total: Money) {
    cells.money(Column::OperatingRevenue, core.revenue);
    cells.money(Column::MainRevenue, part(core.revenue, random.between(780, 1000)));
    cells.money(Column::SalesRevenue, core.revenue);
    cells.money(Column::HitechRevenue, hitech);
    cells.money(Column::TotalIncome, total);
    cells.money(Column::TechnicalIncome, part(core.revenue, habits.technical));
    cells.money(Column::Exports, part(core.revenue, habits.exports));
}

/// A start-up that spends most of its revenue on R&D loses what it cannot earn.
fn profit(random: &mut Random, profile: &Profile, habits: &Habits, core: &Core) -> Money {
    let earned = part(core.revenue, noisy(random, &MARGINS[profile.stage as usize], habits.margin));
    earned - (core.rd_expense - core.revenue / 2).max(0)
}

fn balance(cells: &mut Cells, random: &mut Random, habits: &Habits, core: &Core) -> Money {
    let by_revenue = part(core.revenue, noisy(random, &ASSETS_TO_REVENUE, habits.assets));
    let assets = by_revenue + core.rd_expense + wan(random.between(10, 40));
    let liabilities = part(assets, noisy(random, &DEBT_TO_ASSETS, habits.debt));
    cells.money(Column::TotalAssets, assets);
    cells.money(Column::TotalLiabilities, liabilities);
    cells.money(Column::NetAssets, assets - liabilities);
    let borrowed = if random.chance(550) { random.between(50, 600) } else { 0 };
    cells.money(Column::LoanBalance, part(liabilities, borrowed));
    assets
}

fn research(cells: &mut Cells, random: &mut Random, core: &Core, profit: Money) {
    let rd_expense = core.rd_expense;
    cells.money(Column::RdExpense, rd_expense);
    let abroad = if random.chance(120) { random.between(10, 450) } else { 0 };
    cells.money(Column::RdExpenseDomestic, rd_expense - part(rd_expense, abroad));
    let outsourced = if random.chance(400) { random.between(10, 300) } else { 0 };
    cells.money(Column::RdOutsourced, part(rd_expense, outsourced));
    // Deducting R&D once more saves the tax rate on it: 15 % or 25 %, when there is a profit to tax.
    let rate = if random.chance(700) { 150 } else { 250 };
    cells.money(Column::RdTaxRelief, if profit > 0 { part(rd_expense, rate) } else { 0 });
}

/// Writes the financing of a year, and says how much equity came in; a valuation stands until the next round.
pub(crate) fn financing(
    cells: &mut Cells,
    random: &mut Random,
    profile: &Profile,
    valuation: &mut Option<i64>,
) -> Money {
    let stage = profile.stage as usize;
    let likely = ROUND_PERMILLE[stage] * (4000 + profile.quality) / 9000;
    let round = random.chance(likely) && !profile.listed;
    let venture = if round { wan(random.draw_like(&ROUND_SIZES[stage], profile.quality, 50)) } else { 0 };
    let other = if random.chance(40) { wan(random.draw(&ROUND_SIZES[0])) } else { 0 };
    if round {
        // A round buys 8 to 25 % of the enterprise; 7 元 to the dollar.
        *valuation = Some(venture / 100 * 1000 / random.between(80, 250) / 7);
    }
    cells.money(Column::VentureCapital, venture);
    cells.money(Column::EquityFinancing, venture + other);
    if let Some(valuation) = *valuation {
        cells.whole(Column::Valuation, valuation);
    }
    cells.tenths(
        Column::MarketShare,
        match profile.stage {
            Stage::Startup => random.between(0, 20),
            Stage::Growing => random.between(1, 60),
            Stage::Expanding => random.between(5, 180),
            Stage::Mature => random.between(10, 420),
        },
    );
    venture + other
}
