//! What the titles of the ladders ask for beyond the yearly figures: size, awards, systems, checks, scores.
//!
//! Drawn from a stream of its own, so that everything else of an enterprise is as it was before these items came.

use crate::{
    cells::{Cells, Money, part, wan},
    column::Column,
    enterprise::Year,
    path::Core,
    profile::{Profile, Stage},
    random::{POSITIONS, Random},
    trade::Trade,
};

/// Keeps this stream apart from the enterprise's own.
const STREAM: u64 = 0x7469_746C_6573;

const DIGITAL: [&str; 4] = ["one", "two", "three", "four"];
const DIGITAL_SHARES: [[i64; 4]; 4] = [[70, 25, 5, 0], [45, 38, 15, 2], [20, 42, 32, 6], [8, 32, 44, 16]];
const POSITIONS_IN_CHAIN: [&str; 3] = ["other", "six_bases", "chain"];

/// Of a thousand, by stage.
struct Odds {
    award: i64,
    honours: i64,
    maker: i64,
    quality_award: i64,
    quality_system: i64,
    brand: i64,
    informed: i64,
    institution: i64,
    top_three: i64,
}

const ODDS: [Odds; 4] = [
    Odds {
        award: 3,
        honours: 0,
        maker: 5,
        quality_award: 0,
        quality_system: 130,
        brand: 200,
        informed: 250,
        institution: 60,
        top_three: 2,
    },
    Odds {
        award: 12,
        honours: 8,
        maker: 14,
        quality_award: 8,
        quality_system: 520,
        brand: 480,
        informed: 600,
        institution: 320,
        top_three: 15,
    },
    Odds {
        award: 50,
        honours: 40,
        maker: 10,
        quality_award: 40,
        quality_system: 860,
        brand: 680,
        informed: 880,
        institution: 620,
        top_three: 70,
    },
    Odds {
        award: 140,
        honours: 110,
        maker: 4,
        quality_award: 110,
        quality_system: 950,
        brand: 820,
        informed: 970,
        institution: 780,
        top_three: 160,
    },
];

/// What does not change from year to year.
pub(crate) struct Titles {
    random: Random,
    position: &'static str,
    digital: &'static str,
    award: bool,
    ranked: bool,
    honours: bool,
    maker_500: bool,
    maker_50: bool,
    quality_award: bool,
    quality_system: bool,
    certified: bool,
    brand: bool,
    informed: bool,
    institution: &'static str,
    top_three: bool,
    applied_permille: i64,
    talent: bool,
    early: Money,
    /// Chain, field, direction, place in the market, eaglet: `None` where nobody has looked.
    checks: [Option<bool>; 5],
    local_points: Option<i64>,
    score: Option<i64>,
    /// 投后估值 of a round in yuan, in 万元.
    valued: Option<i64>,
    /// Revenue of the three years before the oldest one told, latest first.
    before: [Money; 3],
}

impl Titles {
    pub(crate) fn draw(seed: u64, number: u64, profile: &Profile, path: &[Core]) -> Self {
        let mut random = Random::of_enterprise(seed ^ STREAM, usize::try_from(number).unwrap_or(usize::MAX));
        let stage = profile.stage as usize;
        let odds = &ODDS[stage];
        let good = profile.quality * 1000 / POSITIONS;
        let likely = |random: &mut Random, permille: i64| random.chance(permille * (500 + good) / 1000);
        let award = likely(&mut random, odds.award);
        let maker_500 = likely(&mut random, odds.maker);
        let quality_system = random.chance(odds.quality_system);
        let check = |random: &mut Random, looked: i64| {
            random.chance(looked).then(|| random.chance(350 + good * 6 / 10))
        };
        let early_round = profile.stage as i64 <= Stage::Growing as i64 && likely(&mut random, 60);
        let score = 18 + good * 55 / 1000 + random.between(-6, 16) + stage as i64 * 4;
        Self {
            position: POSITIONS_IN_CHAIN[random.weighted(&[70 - good / 25, 18, 12 + good / 25])],
            digital: DIGITAL[random.weighted(&DIGITAL_SHARES[stage])],
            award,
            ranked: award && random.chance(450),
            honours: likely(&mut random, odds.honours),
            maker_500,
            maker_50: maker_500 && random.chance(120),
            quality_award: likely(&mut random, odds.quality_award),
            quality_system,
            certified: quality_system || random.chance(40),
            brand: random.chance(odds.brand),
            informed: random.chance(odds.informed),
            institution: institution(&mut random, odds.institution),
            top_three: likely(&mut random, odds.top_three),
            applied_permille: random.between(450, 1000),
            talent: likely(&mut random, [40, 60, 120, 260][stage]),
            early: if early_round { wan(random.between(1, 90) * 100) } else { 0 },
            checks: [550, 600, 600, 650, 120].map(|looked| check(&mut random, looked)),
            local_points: random
                .chance(350)
                .then(|| (3 + good * 9 / 1000 + random.between(-2, 3)).clamp(0, 15)),
            score: random.chance([250, 700, 880, 920][stage]).then_some(score.clamp(5, 96)),
            valued: valued(&mut random, profile),
            before: earlier(&mut random, path),
            random,
        }
    }

    /// Writes the items of the year at `place` of `path`. Some never arrive.
    pub(crate) fn fill(
        &mut self,
        year: &mut Year,
        profile: &Profile,
        path: &[Core],
        place: usize,
        funded: Money,
    ) {
        let core = path[place];
        let results = year.figures.results;
        let cells = &mut year.cells;
        let size = size_class(profile.trade, core.people, core.revenue, year.figures.accounts.total_assets);
        cells.text(Column::SizeClass, size);
        cells.whole(Column::Class1IpMain, part(results.own, self.applied_permille));
        for (column, truth) in [
            (Column::ProvincialAward, self.award),
            (Column::AwardRanked, self.ranked),
            (Column::MinistryAwardTopThree, self.ranked),
            (Column::NationalAwardTopThree3y, self.ranked && self.honours),
            (Column::HonoursInForce, self.honours),
            (Column::MakerChina500, self.maker_500),
            (Column::MakerChina50, self.maker_50),
            (Column::QualityAward, self.quality_award),
            (Column::QualitySystem, self.quality_system),
            (Column::OwnBrand, self.brand),
            (Column::StandardsJoined, results.standards > 0),
            (Column::CoreBusinessInformed, self.informed),
            (Column::SystemCertified, self.certified),
            (Column::MarketTopThree, self.top_three),
            (Column::PrivateInvestment, funded > 0 || year.figures.valuation.is_some()),
            (Column::TalentOrAward, self.talent),
        ] {
            cells.truth(column, truth);
        }
        cells.text(Column::ChainPosition, self.position);
        cells.text(Column::DigitalLevel, self.digital);
        let level = if results.platforms > 2 {
            "national"
        } else if results.platforms > 0 {
            "provincial"
        } else {
            self.institution
        };
        cells.text(Column::RdInstitutionLevel, level);
        let checks = [
            Column::ChainChecked,
            Column::FieldChecked,
            Column::DirectionChecked,
            Column::MarketPositionChecked,
            Column::EagletChecked,
        ];
        for (column, found) in checks.into_iter().zip(self.checks) {
            if let Some(found) = found {
                cells.truth(column, found);
            }
        }
        if let Some(points) = self.local_points {
            cells.whole(Column::LocalFeaturePoints, points);
        }
        if let Some(score) = self.score {
            cells.whole(Column::DevelopmentScore, (score + self.random.between(-3, 3)).clamp(0, 100));
        }
        self.money(cells, profile, path, place, funded, year.figures.valuation);
        let applied = results.own + self.random.below(4);
        cells.whole(Column::OwnIpApplied, applied);
        cells.whole(Column::OwnIpGranted, results.own.min(applied));
        cells.whole(Column::PctFiled, part(applied, self.random.below(160)));
        self.lose_some(cells);
    }

    fn money(
        &mut self,
        cells: &mut Cells,
        profile: &Profile,
        path: &[Core],
        place: usize,
        funded: Money,
        valuation: Option<i64>,
    ) {
        cells.money(Column::EarlyInvestment, self.early);
        cells.money(Column::EquityFinancingTotal, funded + self.early);
        if valuation.is_some() {
            // All its rounds were in dollars: a confirmed zero.
            cells.whole(Column::ValuationRmb, 0);
        } else if let Some(valued) = self.valued {
            cells.whole(Column::ValuationRmb, valued);
            cells.truth(Column::PrivateInvestment, true);
        }
        if profile.age_in(path[place].year - 3) >= 0 {
            let told = place.checked_sub(3).and_then(|base| path.get(base)).map(|core| core.revenue);
            cells.money(Column::BaseRevenue, told.unwrap_or(self.before[2 - place.min(2)]));
        }
    }

    /// A missing value stays missing; it does not become a zero.
    fn lose_some(&mut self, cells: &mut Cells) {
        for &column in &Column::ALL[Column::SizeClass as usize..] {
            if self.random.chance(12) {
                cells.clear(column);
            }
        }
    }
}

/// A few that grow fast have raised their rounds in yuan: 4 to 120亿元.
fn valued(random: &mut Random, profile: &Profile) -> Option<i64> {
    let raised = profile.stage as i64 >= Stage::Growing as i64 && !profile.listed && random.chance(25);
    let most = if random.chance(250) { 120 } else { 30 };
    raised.then(|| random.between(4, most) * 10_000)
}

fn institution(random: &mut Random, permille: i64) -> &'static str {
    if !random.chance(permille) {
        return "none";
    }
    ["municipal", "below"][random.weighted(&[55, 45])]
}

/// Revenue before the oldest year: one, two and three years back.
fn earlier(random: &mut Random, path: &[Core]) -> [Money; 3] {
    let mut revenue = path.first().map_or(0, |core| core.revenue);
    [(); 3].map(|()| {
        revenue = revenue * 1000 / (1000 + random.between(-120, 420));
        revenue
    })
}

/// 企业划型 for the industries of the zone: every measure must reach the bound of a class.
pub(crate) fn size_class(trade: &Trade, people: i64, revenue: Money, assets: Money) -> &'static str {
    let reaches: [bool; 3] = match trade.size_industry {
        "software" => [(300, 10_000), (100, 1000), (10, 50)].map(|(p, r)| people >= p && revenue >= wan(r)),
        "information_transmission" => {
            [(2000, 100_000), (100, 1000), (10, 100)].map(|(p, r)| people >= p && revenue >= wan(r))
        }
        "leasing_business" => {
            [(300, 120_000), (100, 8000), (10, 100)].map(|(p, a)| people >= p && assets >= wan(a))
        }
        "other" => [300, 100, 10].map(|p| people >= p),
        _ => [(1000, 40_000), (300, 2000), (20, 300)].map(|(p, r)| people >= p && revenue >= wan(r)),
    };
    let classes = ["large", "medium", "small"];
    reaches.iter().zip(classes).find(|(reached, _)| **reached).map_or("micro", |(_, class)| class)
}

/// What is written of an enterprise whose story is told: in order, nothing special.
pub(crate) fn in_order(
    cells: &mut Cells,
    trade: &Trade,
    people: i64,
    revenue: Money,
    assets: Money,
    property: i64,
    raised: bool,
) {
    cells.text(Column::SizeClass, size_class(trade, people, revenue, assets));
    cells.whole(Column::Class1IpMain, property);
    let truths = &Column::ALL[Column::ProvincialAward as usize..=Column::TalentOrAward as usize];
    for &column in truths {
        cells.truth(
            column,
            [Column::QualitySystem, Column::OwnBrand, Column::CoreBusinessInformed, Column::SystemCertified]
                .contains(&column),
        );
    }
    for column in
        [Column::ChainChecked, Column::FieldChecked, Column::DirectionChecked, Column::MarketPositionChecked]
    {
        cells.truth(column, true);
    }
    cells.truth(Column::PrivateInvestment, raised);
    cells.text(Column::ChainPosition, "six_bases");
    cells.text(Column::DigitalLevel, "two");
    cells.text(Column::RdInstitutionLevel, if people > 100 { "provincial" } else { "municipal" });
    cells.whole(Column::LocalFeaturePoints, 8);
    cells.whole(Column::DevelopmentScore, 62);
    cells.whole(Column::OwnIpApplied, property);
    cells.whole(Column::OwnIpGranted, property / 2);
    cells.whole(Column::PctFiled, property / 10);
    cells.money(Column::EarlyInvestment, 0);
}
