//! The first enterprises of the zone are told, not drawn: each shows something a scheme must get right.

use formula::Sentence;
use jiff::civil::Date;

use crate::{
    Row, Story,
    cells::{Cells, Money, wan},
    column::Column,
    credit_code::credit_code,
    review, standing, titles,
    trade::{TRADES, Trade},
};

/// An enterprise with a story, as written down below.
struct Tale {
    code: &'static str,
    name: &'static str,
    trade: usize,
    age: i64,
    title: (&'static str, &'static str),
    text: (&'static str, &'static str),
    labels: &'static str,
    /// The last years, oldest first.
    years: &'static [Figures],
    /// What is special about every year, after all else is written.
    twist: fn(&mut Cells, bool),
}

/// A year of a tale; money in hundredths of 万元.
struct Figures {
    revenue: Money,
    rd_expense: Money,
    profit: Money,
    net_assets: Money,
    people: i64,
    researchers: i64,
    inventions: i64,
    venture: Money,
}

#[expect(clippy::too_many_arguments, reason = "a table row; the columns are named once, in `Figures`")]
const fn figures(
    revenue: Money,
    rd_expense: Money,
    profit: Money,
    net_assets: Money,
    people: i64,
    researchers: i64,
    inventions: i64,
    venture: Money,
) -> Figures {
    Figures { revenue, rd_expense, profit, net_assets, people, researchers, inventions, venture }
}

const TALES: &[Tale] = &[
    Tale {
        code: "new-and-unknown",
        name: "霁州萤火初光软件有限公司",
        trade: 0,
        age: 0,
        title: ("刚起步，数据很少", "Just started, few data"),
        text: (
            "成立不足一年，只有营业收入、研发费用和人数。增长率没有上年可比，是“缺失”，不是零。",
            "Less than a year old: revenue, R&D and people are all there is. Growth has no year before: missing, not zero.",
        ),
        labels: "",
        years: &[figures(wan(38), wan(22), wan(-9), wan(41), 6, 4, 1, 0)],
        twist: keep_little,
    },
    Tale {
        code: "gazelle",
        name: "昭岚跃川智能装备有限公司",
        trade: 14,
        age: 5,
        title: ("瞪羚：两年增至五倍", "A gazelle: fivefold in two years"),
        text: (
            "营业收入 1200万 → 2640万 → 6072万元，两年增速 120% 和 130%，从成长期升入扩展期。",
            "Revenue of 12.0, 26.4 and 60.72 million yuan: it grew by 120 % and 130 % and moved from growth to expansion.",
        ),
        labels: "科技型中小企业;创新型中小企业;高新技术企业;专精特新中小企业;瞪羚企业",
        years: &[
            figures(wan(1200), wan(132), wan(60), wan(700), 34, 12, 4, wan(500)),
            figures(wan(2640), wan(264), wan(211), wan(1400), 61, 22, 7, 0),
            figures(wan(6072), wan(546), wan(607), wan(4300), 118, 40, 15, wan(3000)),
        ],
        twist: know_base,
    },
    Tale {
        code: "fading-research",
        name: "珩州磐恒汽车部件股份有限公司",
        trade: 16,
        age: 19,
        title: ("成熟企业，研发占比下滑", "Mature, spending ever less on R&D"),
        text: (
            "营业收入连年增长，研发费用占比从 6% 降到 4% 再到 2%：规模越大，创新投入的得分越低。",
            "Revenue grows every year, R&D falls from 6 % of it to 4 % and 2 %: it grows larger while its points for innovation input fall.",
        ),
        labels: "高新技术企业",
        years: &[
            figures(wan(52_000), wan(3120), wan(4700), wan(31_000), 610, 72, 21, 0),
            figures(wan(61_000), wan(2440), wan(6100), wan(36_500), 655, 61, 12, 0),
            figures(wan(73_000), wan(1460), wan(8000), wan(43_800), 702, 40, 5, 0),
        ],
        twist: nothing,
    },
    Tale {
        code: "vetoed",
        name: "璟川镇峦新材料有限公司",
        trade: 6,
        age: 11,
        title: ("一票否决", "Vetoed"),
        text: (
            "各项都好，但近三年发生过重大安全事故：不予积分，只公布原因。",
            "Good at everything, but there was a major safety accident: no points are shown, only the reason.",
        ),
        labels: "高新技术企业;专精特新中小企业;专精特新小巨人企业",
        years: &[
            figures(wan(14_800), wan(1184), wan(1500), wan(9800), 182, 46, 14, 0),
            figures(wan(18_200), wan(1547), wan(2000), wan(11_600), 205, 54, 17, 0),
            figures(wan(22_500), wan(2025), wan(2700), wan(14_000), 231, 63, 22, 0),
        ],
        twist: accident,
    },
    Tale {
        code: "exactly-fifteen-percent",
        name: "栖澜衡准自动化有限公司",
        trade: 15,
        age: 8,
        title: ("增长率恰好 15%", "Growth of exactly 15 %"),
        text: (
            "营业收入 700万 → 805万 → 925.75万元，每年恰好增长 15%，应归入“15%及以上”一档；净资产 1000 → 1200 → 1320，\
             两年平均增长率也恰好 15%，二进制浮点会算成 14.99…%。",
            "Revenue of 7.00, 8.05 and 9.2575 million yuan grows by exactly 15 % a year and belongs to the band from 15 %. \
             Net assets of 10.0, 12.0 and 13.2 million grow by exactly 15 % on average; binary floating point says 14.99… %.",
        ),
        labels: "科技型中小企业",
        years: &[
            figures(wan(700), wan(49), wan(56), wan(1000), 21, 6, 2, 0),
            figures(wan(805), wan(58), wan(64), wan(1200), 23, 7, 2, 0),
            figures(92_575, wan(68), wan(74), wan(1320), 25, 8, 3, 0),
        ],
        twist: nothing,
    },
    Tale {
        code: "nothing-before",
        name: "翊城启曜储能科技有限公司",
        trade: 11,
        age: 3,
        title: ("上年为零，不可比", "Zero in the year before"),
        text: (
            "前两年没有营业收入，今年 320万元：增长率的基期为零，“不可比”，不得分并标注，不能当作无穷大。",
            "No revenue for two years, then 3.2 million yuan: growth from zero is not comparable. No points, and a flag.",
        ),
        labels: "科技型中小企业",
        years: &[
            figures(0, wan(60), wan(-85), wan(900), 9, 6, 1, wan(1000)),
            figures(0, wan(110), wan(-160), wan(740), 14, 9, 3, 0),
            figures(wan(320), wan(150), wan(-120), wan(2620), 22, 13, 4, wan(2000)),
        ],
        twist: nothing,
    },
    Tale {
        code: "true-zeros",
        name: "筠海素问基因科技有限公司",
        trade: 3,
        age: 4,
        title: ("看似矛盾的零", "Zeros that look contradictory"),
        text: (
            "创新药企业，产品未上市：营业收入、高新技术产品收入、缴税确认为零，研发费用却有 4380万元。零是事实，不是缺失；\
             研发费用占比的分母为零，“不可比”。",
            "Its drug is not on the market: revenue, high-tech revenue and taxes are confirmed zeros beside 43.8 million yuan \
             of R&D. The zeros are facts, not gaps; R&D to revenue divides by zero and is not comparable.",
        ),
        labels: "科技型中小企业",
        years: &[
            figures(0, wan(1650), wan(-1900), wan(8100), 28, 21, 3, wan(8000)),
            figures(0, wan(3120), wan(-3500), wan(4600), 41, 31, 6, 0),
            figures(0, wan(4380), wan(-4900), wan(14_700), 57, 43, 9, wan(15_000)),
        ],
        twist: nothing,
    },
    Tale {
        code: "no-stage",
        name: "禾屿拾穗水处理技术有限公司",
        trade: 13,
        age: 7,
        title: ("缺营业收入，定不了阶段", "No revenue known, so no stage"),
        text: (
            "今年的营业收入还没有送到：不能判定阶段，不评分，提示先补数据；绝不按零归入初创期。",
            "This year's revenue has not arrived: no stage, no points, and a hint to complete the data. It is not a start-up.",
        ),
        labels: "高新技术企业",
        years: &[
            figures(wan(2100), wan(126), wan(150), wan(1500), 38, 11, 2, 0),
            figures(wan(2350), wan(150), wan(170), wan(1650), 41, 12, 3, 0),
            figures(wan(2600), wan(170), wan(185), wan(1800), 44, 13, 3, 0),
        ],
        twist: lose_revenue,
    },
];

/// How many enterprises are told.
pub(crate) const COUNT: usize = TALES.len();

/// The rows of tale `index`, oldest year first, and its story.
pub(crate) fn tell(index: usize, years: &[i32]) -> (Vec<Row>, Story) {
    let tale = &TALES[index];
    let credit_code = credit_code(index as u64 + 1);
    let latest = years.last().copied().unwrap_or_default();
    // The years of a tale are the last of those asked for.
    let told = tale.years.len().min(years.len());
    let figures = &tale.years[tale.years.len() - told..];
    let rows = years[years.len() - told..].iter().zip(figures).map(|(&year, figures)| {
        let mut cells = Cells::new();
        identity(&mut cells, tale, &credit_code, latest);
        write(&mut cells, figures, &TRADES[tale.trade]);
        let age = (tale.age - i64::from(latest - year)).max(0);
        cells.whole(Column::NicheYears, age);
        let property = figures.inventions * 2 + figures.people / 4;
        review::in_order(&mut cells, age + 1, property, figures.people > 100);
        let assets = figures.net_assets * 7 / 5;
        let raised = tale.years.iter().any(|year| year.venture > 0);
        let trade = &TRADES[tale.trade];
        titles::in_order(
            &mut cells,
            trade,
            figures.people,
            figures.revenue,
            assets,
            figures.inventions,
            raised,
        );
        standing::clean(&mut cells, if tale.age < 2 { "M" } else { "A" });
        (tale.twist)(&mut cells, year == latest);
        Row { period: year, facts: cells.0 }
    });
    let rows = rows.collect();
    let story = Story {
        code: tale.code,
        credit_code,
        name: tale.name.to_owned(),
        title: Sentence::new(tale.title.0, tale.title.1),
        text: Sentence::new(tale.text.0, tale.text.1),
    };
    (rows, story)
}

fn identity(cells: &mut Cells, tale: &Tale, credit_code: &str, latest: i32) {
    let trade = &TRADES[tale.trade];
    cells.text(Column::CreditCode, credit_code);
    cells.text(Column::Name, tale.name);
    let year = i16::try_from(i64::from(latest) - tale.age).unwrap_or_default();
    if let Ok(date) = Date::new(year, 3, 18) {
        cells.date(Column::FoundedOn, date);
        cells.date(Column::ZoneEnteredOn, date);
    }
    cells.text(Column::Park, "创新谷");
    cells.text(Column::District, "000000");
    cells.text(Column::IndustryCode, trade.industry);
    cells.text(Column::IndustrySection, trade.section);
    cells.text(Column::SizeIndustry, trade.size_industry);
    cells.text(Column::TechField, trade.field);
    cells.text(Column::EmergingIndustry, trade.emerging);
    cells.text(Column::RegistrationType, if tale.name.contains("股份") { "160" } else { "150" });
    cells.text(Column::Status, "active");
    cells.money(Column::RegisteredCapital, wan(1000));
    cells.truth(Column::Listed, false);
    cells.truth(Column::MainlandResident, true);
    cells.text(Column::Labels, tale.labels);
}

fn write(cells: &mut Cells, year: &Figures, trade: &Trade) {
    accounts(cells, year);
    people(cells, year);
    results(cells, year, trade);
}

/// Round shares keep a tale easy to follow: 90 % main, 80 % high-tech, debt two fifths of net assets.
fn accounts(cells: &mut Cells, year: &Figures) {
    let revenue = year.revenue;
    let liabilities = year.net_assets * 2 / 5;
    for (column, amount) in [
        (Column::OperatingRevenue, revenue),
        (Column::MainRevenue, revenue * 9 / 10),
        (Column::SalesRevenue, revenue),
        (Column::HitechRevenue, revenue * 4 / 5),
        (Column::TotalIncome, revenue),
        (Column::TechnicalIncome, revenue / 10),
        (Column::Exports, 0),
        (Column::TotalCosts, (revenue - year.profit).max(year.rd_expense)),
        (Column::NetProfit, year.profit),
        (Column::TaxesPaid, revenue / 25),
        (Column::TotalAssets, year.net_assets + liabilities),
        (Column::TotalLiabilities, liabilities),
        (Column::NetAssets, year.net_assets),
        (Column::LoanBalance, 0),
        (Column::RdExpense, year.rd_expense),
        (Column::RdExpenseDomestic, year.rd_expense),
        (Column::RdOutsourced, 0),
        (Column::RdTaxRelief, if year.profit > 0 { year.rd_expense * 3 / 20 } else { 0 }),
        (Column::VentureCapital, year.venture),
        (Column::EquityFinancing, year.venture),
    ] {
        cells.money(column, amount);
    }
}

fn people(cells: &mut Cells, year: &Figures) {
    for (column, number) in [
        (Column::EmployeesYearEnd, year.people),
        (Column::EmployeesAverage, year.people),
        (Column::Staff, year.people),
        (Column::RdStaff, year.researchers),
        (Column::TechStaff, (year.researchers * 6 / 5).min(year.people)),
        (Column::GraduatesHired, year.people / 12),
        (Column::Postgraduates, year.researchers / 3),
        (Column::Doctors, year.researchers / 15),
        (Column::Bachelors, year.people / 2),
        (Column::Returnees, year.people / 40),
        (Column::LeadingTalents, 0),
    ] {
        cells.whole(column, number);
    }
}

fn results(cells: &mut Cells, year: &Figures, trade: &Trade) {
    let in_force = year.inventions * 2;
    for (column, number) in [
        (Column::InventionApplications, year.inventions),
        (Column::PctApplications, year.inventions / 5),
        (Column::InventionsInForce, in_force),
        (Column::Class1Ip, in_force),
        (Column::Class1IpOwn, in_force),
        (Column::Class1IpHighValue, in_force / 4),
        (Column::Class2Ip, year.people / 4),
        (Column::SoftwareCopyrights, if trade.sells_work() { year.people / 5 } else { 0 }),
        (Column::ResultConversions, year.inventions / 2 + 1),
        (Column::Standards, 0),
        (Column::Platforms, i64::from(year.people > 100)),
        (Column::Awards, 0),
        (Column::Projects, i64::from(year.researchers > 20)),
    ] {
        cells.whole(column, number);
    }
    cells.money(Column::TechnologyContracts, year.revenue / 20);
    cells.tenths(Column::MarketShare, year.people / 2);
}

fn nothing(_: &mut Cells, _: bool) {}

/// Revenue three years before the latest is known: it grew by more than 20 % a year since.
fn know_base(cells: &mut Cells, latest: bool) {
    if latest {
        cells.money(Column::BaseRevenue, wan(1000));
    }
}

fn accident(cells: &mut Cells, latest: bool) {
    for column in [Column::MajorAccident, Column::IncidentLastOrThisYear, Column::IncidentWithinOneYear] {
        cells.truth(column, latest);
    }
}

fn lose_revenue(cells: &mut Cells, latest: bool) {
    if latest {
        cells.clear(Column::OperatingRevenue);
    }
}

/// Only identity, standing and a handful of figures are known.
fn keep_little(cells: &mut Cells, _: bool) {
    let known = [
        Column::OperatingRevenue,
        Column::RdExpense,
        Column::Staff,
        Column::EmployeesYearEnd,
        Column::RdStaff,
        Column::InventionApplications,
    ];
    let figures = &Column::ALL[Column::OperatingRevenue as usize..Column::MajorAccident as usize];
    let findings = &Column::ALL[Column::OperatingYears as usize..];
    for &column in figures.iter().chain(findings) {
        if !known.contains(&column) {
            cells.clear(column);
        }
    }
}
