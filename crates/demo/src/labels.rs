//! Labels an enterprise holds. They follow the published conditions roughly: the ladders decide exactly.

use crate::{
    accounts::Accounts,
    cells::{part, wan},
    path::Core,
    people::People,
    profile::Profile,
    random::Random,
    results::Results,
};

/// The latest year of an enterprise, as far as labels ask.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Latest {
    pub(crate) core: Core,
    pub(crate) accounts: Accounts,
    pub(crate) people: People,
    pub(crate) results: Results,
    pub(crate) valuation: Option<i64>,
    /// 股权融资额 of the year.
    pub(crate) funded: crate::cells::Money,
}

impl Latest {
    fn rd_permille_at_least(&self, permille: i64) -> bool {
        self.core.rd_expense > 0 && self.core.rd_expense >= part(self.core.revenue, permille)
    }

    fn technical_share_at_least(&self, permille: i64) -> bool {
        self.people.technical * 1000 >= self.people.employed * permille
    }
}

/// The labels, in the order of the ladder.
pub(crate) fn hold(random: &mut Random, profile: &Profile, latest: &Latest, path: &[Core]) -> String {
    let innovative = grew(path, 1150) && latest.rd_permille_at_least(30) && random.chance(550);
    let specialised = innovative && latest.core.revenue >= wan(1000) && random.chance(600);
    let held = [
        ("科技型中小企业", tech_sme(latest) && random.chance(800)),
        ("创新型中小企业", innovative),
        ("高新技术企业", hitech(profile, latest) && random.chance(850)),
        ("专精特新中小企业", specialised),
        ("专精特新小巨人企业", specialised && latest.core.revenue >= wan(5000) && random.chance(350)),
        ("瞪羚企业", gazelle(path)),
        ("独角兽企业", unicorn(profile, latest)),
    ];
    held.iter().filter(|(_, holds)| *holds).map(|(label, _)| *label).collect::<Vec<_>>().join(";")
}

fn tech_sme(latest: &Latest) -> bool {
    latest.people.employed <= 500
        && latest.core.revenue <= wan(20_000)
        && latest.accounts.total_assets <= wan(20_000)
        && latest.technical_share_at_least(100)
        && latest.rd_permille_at_least(30)
}

fn hitech(profile: &Profile, latest: &Latest) -> bool {
    let least = match latest.core.revenue {
        revenue if revenue <= wan(5000) => 50,
        revenue if revenue <= wan(20_000) => 40,
        _ => 30,
    };
    profile.age_in(latest.core.year) >= 1
        && latest.rd_permille_at_least(least)
        && latest.technical_share_at_least(100)
        && latest.accounts.hitech_revenue >= part(latest.accounts.total_income, 600)
        && latest.results.first_class + latest.results.second_class > 0
}

/// Whether revenue grew by a factor (in ‰) every year there is.
fn grew(path: &[Core], factor: i64) -> bool {
    path.len() > 1 && path.windows(2).all(|pair| pair[1].revenue >= part(pair[0].revenue, factor))
}

fn gazelle(path: &[Core]) -> bool {
    path.len() > 2 && path[0].revenue >= wan(1000) && grew(path, 1200)
}

/// Valued at a thousand million dollars or more, not listed, at most ten years old.
fn unicorn(profile: &Profile, latest: &Latest) -> bool {
    latest.valuation.is_some_and(|valuation| valuation >= 100_000)
        && !profile.listed
        && profile.age_in(latest.core.year) <= 10
}
