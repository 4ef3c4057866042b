//! 科技型中小企业 and 高新技术企业.

use std::{collections::BTreeMap, sync::LazyLock};

use domain::cultivation::{Ladder, assess, rows};
use formula::{Exact, Fact};
use jiff::civil::date;
use proptest::{prelude::*, strategy::ValueTree};
use rulebook::Loaded;

use crate::kit::{
    Enterprise, Item, Key,
    Kind::{self, Level, Truth, UpTo},
    fact, forgetting_only_widens, improving_never_lowers, load, rank,
};

const LEVELS: Kind = Level(&["none", "low", "average", "fairly_high", "high"]);

const TECH_SME: &[Item] = &[
    Item(("staff", 0), UpTo(600), false),
    Item(("tech_staff", 0), UpTo(200), true),
    Item(("sales_revenue", 0), UpTo(21_000), false),
    Item(("total_costs", 0), UpTo(20_000), false),
    Item(("total_assets", 0), UpTo(21_000), false),
    Item(("rd_expense", 0), UpTo(1_500), true),
    Item(("class1_ip", 0), UpTo(2), true),
    Item(("class2_ip", 0), UpTo(5), true),
    Item(("mainland_resident", 0), Truth, true),
    Item(("products_allowed", 0), Truth, true),
    Item(("provincial_rd_institution", 0), Truth, true),
    Item(("led_standards", 0), Truth, true),
    Item(("abnormal_operation", 0), Truth, false),
    Item(("major_accident", 0), Truth, false),
    Item(("incident_last_or_this_year", 0), Truth, false),
];

const HIGH_TECH: &[Item] = &[
    Item(("staff", 0), UpTo(300), false),
    Item(("tech_staff", 0), UpTo(60), true),
    Item(("sales_revenue", 0), UpTo(21_000), false),
    Item(("sales_revenue", 1), UpTo(21_000), false),
    Item(("sales_revenue", 2), UpTo(21_000), false),
    Item(("net_assets", 0), UpTo(9_000), true),
    Item(("net_assets", 1), UpTo(5_000), false),
    Item(("net_assets", 2), UpTo(4_000), false),
    Item(("hitech_revenue", 0), UpTo(20_000), true),
    Item(("total_income", 0), UpTo(22_000), false),
    Item(("class1_ip", 0), UpTo(2), true),
    Item(("class2_ip", 0), UpTo(8), true),
    Item(("class2_ip_used", 0), UpTo(3), false),
    Item(("own_ip", 0), UpTo(5), true),
    Item(("result_conversions", 0), UpTo(8), true),
    Item(("result_conversions", 1), UpTo(8), true),
    Item(("result_conversions", 2), UpTo(8), true),
    Item(("ip_advancement", 0), LEVELS, true),
    Item(("standards_or_codes", 0), Truth, true),
    Item(("core_ip_checked", 0), Truth, true),
    Item(("mainland_resident", 0), Truth, true),
    Item(("expert_management_system", 0), UpTo(6), true),
    Item(("expert_management_institution", 0), UpTo(6), true),
    Item(("expert_management_talent", 0), UpTo(4), true),
    Item(("rd_expense", 0), UpTo(3_000), false),
    Item(("rd_expense", 1), UpTo(3_000), false),
    Item(("rd_expense", 2), UpTo(3_000), false),
];

static TECH_SME_LADDER: LazyLock<Loaded<Ladder>> =
    LazyLock::new(|| load("tech-sme-2017.yaml", date(2025, 6, 30)));
static HIGH_TECH_LADDER: LazyLock<Loaded<Ladder>> =
    LazyLock::new(|| load("high-tech-2016.yaml", date(2025, 6, 30)));

/// Nothing stands against the enterprise that is not among its items; the items are drawn, some are missing.
fn enterprise(items: &'static [Item]) -> impl Strategy<Value = Enterprise> {
    let draws = prop::collection::vec(prop::option::weighted(0.97, any::<u32>()), items.len());
    (draws, prop::option::weighted(0.9, any::<bool>())).prop_map(move |(draws, high_tech)| {
        let mut facts = settled();
        for (Item(key, kind, helpful), draw) in items.iter().zip(draws) {
            facts.remove(key);
            facts.extend(draw.map(|draw| (*key, fact(*kind, *helpful, draw))));
        }
        // Domestic R&D is nine tenths of all.
        for back in 0..3 {
            if let Some(Fact::Number(rd)) = facts.get(&("rd_expense", back)) {
                let domestic = rd * &Exact::scaled(9, -1);
                facts.insert(("rd_expense_domestic", back), Fact::Number(domestic));
            }
        }
        // Who had an accident last year had one within three years.
        if facts.get(&("incident_last_or_this_year", 0)) == Some(&Fact::Truth(true)) {
            facts.insert(("major_accident", 0), Fact::Truth(true));
        }
        Enterprise { facts, labelled: high_tech }
    })
}

fn settled() -> BTreeMap<Key, Fact> {
    let no = ["quality_accident", "environmental_violation", "research_misconduct", "serious_violation"];
    let no = no.into_iter().chain(["major_accident", "national_award_top_three", "abnormal_operation"]);
    let mut facts: BTreeMap<Key, Fact> = no.map(|code| ((code, 0), Fact::Truth(false))).collect();
    facts.insert(("founded_on", 0), Fact::Date(date(2015, 3, 1)));
    facts.insert(("tech_field", 0), Fact::Text("materials".into()));
    facts.insert(("incident_within_one_year", 0), Fact::Truth(false));
    facts
}

/// Codes, kinds and depths of the lines.
fn layout(loaded: &Loaded<Ladder>, firm: &Enterprise) -> Vec<String> {
    let lines = rows(&loaded.value, &assess(&loaded.value, firm), &loaded.dictionary);
    lines.iter().map(|row| format!("{:?} {} {} {}", row.kind, row.depth, row.code, row.name.zh)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn improving_helps_a_tech_sme(firm in enterprise(TECH_SME), by in 1i64..400) {
        improving_never_lowers(&TECH_SME_LADDER.value, TECH_SME, &firm, by)?;
    }

    #[test]
    fn improving_helps_a_high_tech_enterprise(firm in enterprise(HIGH_TECH), by in 1i64..400) {
        improving_never_lowers(&HIGH_TECH_LADDER.value, HIGH_TECH, &firm, by)?;
    }

    #[test]
    fn forgetting_widens_a_tech_sme(firm in enterprise(TECH_SME), forget: usize) {
        forgetting_only_widens(&TECH_SME_LADDER.value, &firm, forget)?;
    }

    #[test]
    fn forgetting_widens_a_high_tech_enterprise(firm in enterprise(HIGH_TECH), forget: usize) {
        forgetting_only_widens(&HIGH_TECH_LADDER.value, &firm, forget)?;
    }

    #[test]
    fn every_enterprise_gets_the_same_lines(one in enterprise(HIGH_TECH), other in enterprise(TECH_SME)) {
        for ladder in [&*TECH_SME_LADDER, &*HIGH_TECH_LADDER] {
            prop_assert_eq!(layout(ladder, &one), layout(ladder, &other));
            prop_assert_eq!(layout(ladder, &one), layout(ladder, &Enterprise::default()));
        }
    }

    /// More domestic R&D in any year, nothing else changed.
    #[test]
    fn more_research_never_lowers_a_high_tech_enterprise(firm in enterprise(HIGH_TECH), year in 0u8..3, more in 1i64..300) {
        let mut better = firm.clone();
        for code in ["rd_expense", "rd_expense_domestic"] {
            if let Some(Fact::Number(amount)) = better.facts.get_mut(&(code, year)) {
                *amount = &*amount + &Exact::from(more);
            }
        }
        let ladder = &HIGH_TECH_LADDER.value;
        let (before, after) = (assess(ladder, &firm), assess(ladder, &better));
        prop_assert!(rank(after.verdict) >= rank(before.verdict), "{:?} to {:?}", before.verdict, after.verdict);
    }
}

/// The laws would say nothing if everybody failed.
#[test]
fn the_drawn_enterprises_come_to_every_verdict() {
    let mut seen = BTreeMap::new();
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    for _ in 0..1500 {
        for (ladder, items) in [(&*TECH_SME_LADDER, TECH_SME), (&*HIGH_TECH_LADDER, HIGH_TECH)] {
            let firm = enterprise(items).new_tree(&mut runner).expect("a tree").current();
            *seen.entry((ladder.value.code.clone(), assess(&ladder.value, &firm).verdict)).or_insert(0) += 1;
        }
    }
    assert!(seen.len() >= 9, "{seen:?}");
}

/// Every item the rules look at is among those the formulas name, so that a table can say what it lacks.
#[test]
fn a_ladder_tells_what_it_looks_at() {
    let reads = |loaded: &Loaded<Ladder>| {
        let formulas = loaded.value.formulas();
        let items: std::collections::BTreeSet<String> = formulas
            .iter()
            .flat_map(|formula| formula.reads())
            .map(|item| format!("{}-{}", item.name, item.back))
            .collect();
        let labels: Vec<String> =
            formulas.iter().flat_map(|formula| formula.labels()).map(str::to_owned).collect();
        (items, labels)
    };
    let (items, labels) = reads(&TECH_SME_LADDER);
    assert_eq!(labels, ["高新技术企业"]);
    let nothing = assess(&TECH_SME_LADDER.value, &Enterprise::default()).missing();
    for missing in nothing {
        if let formula::Missing::Item { code, back } = missing {
            assert!(items.contains(&format!("{code}-{back}")), "{code}");
        }
    }
    assert!(items.contains("products_allowed-0"), "an officer's answer is looked at, never missing");
    let (items, _) = reads(&HIGH_TECH_LADDER);
    assert!(items.contains("net_assets-2") && items.contains("expert_growth_sales-0"), "{items:?}");
}
