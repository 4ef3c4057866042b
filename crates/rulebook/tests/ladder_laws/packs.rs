//! Every other ladder that ships, each with what it looks at drawn at random.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use domain::cultivation::{Application, Ladder, Occasion, Verdict, assess};
use formula::{Exact, Fact};
use jiff::civil::{Date, date};
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};
use rulebook::Loaded;

use crate::kit::{
    Enterprise, Item, Key,
    Kind::{self, Level, Truth, UpTo},
    forgetting_only_widens, improving_never_lowers, load,
};

/// What more of an item does to an enterprise.
#[derive(Clone, Copy, PartialEq)]
enum Effect {
    /// It helps, and most have it.
    Helps,
    /// It helps, and few have it: awards, large rounds.
    Rare,
    /// It stands against the enterprise, and few have it.
    Harms,
    /// It helps in one place and harms in another.
    Mixed,
}
use Effect::{Harms, Helps, Mixed, Rare};

/// Every item the ladders look at. Of earlier years only what adds up over years helps.
const ITEMS: &[(&str, Kind, Effect)] = &[
    ("operating_revenue", UpTo(12_000), Mixed),
    ("main_revenue", UpTo(12_000), Helps),
    ("net_profit", UpTo(1_500), Helps),
    ("total_assets", UpTo(9_000), Helps),
    ("total_liabilities", UpTo(8_000), Harms),
    ("rd_expense", UpTo(1_500), Helps),
    ("staff", UpTo(300), Mixed),
    ("rd_staff", UpTo(200), Helps),
    ("niche_years", UpTo(12), Helps),
    ("market_share", UpTo(40), Helps),
    ("class1_ip", UpTo(3), Helps),
    ("class1_ip_own", UpTo(3), Helps),
    ("class1_ip_high_value", UpTo(2), Rare),
    ("class1_ip_main", UpTo(8), Helps),
    ("class2_ip", UpTo(6), Helps),
    ("inventions_in_force", UpTo(60), Helps),
    ("equity_financing", UpTo(9_000), Rare),
    ("equity_financing_total", UpTo(4_000), Rare),
    ("early_investment", UpTo(9_000), Rare),
    ("valuation", UpTo(200_000), Helps),
    ("valuation_rmb", UpTo(1_200_000), Rare),
    ("development_score", UpTo(100), Helps),
    ("local_feature_points", UpTo(15), Helps),
    ("own_ip_applied", UpTo(8), Helps),
    ("own_ip_granted", UpTo(4), Helps),
    ("pct_filed", UpTo(3), Rare),
    ("size_class", Level(&["large", "medium", "small", "micro"]), Helps),
    ("emerging_industry", Level(&["none", "information"]), Helps),
    ("chain_position", Level(&["other", "six_bases", "chain"]), Helps),
    ("digital_level", Level(&["one", "two", "three", "four"]), Helps),
    ("rd_institution_level", Level(&["none", "below", "municipal", "provincial", "national"]), Helps),
    ("mainland_resident", Truth, Helps),
    ("products_allowed", Truth, Helps),
    ("market_position_checked", Truth, Helps),
    ("direction_checked", Truth, Helps),
    ("chain_checked", Truth, Helps),
    ("field_checked", Truth, Helps),
    ("eaglet_checked", Truth, Helps),
    ("quality_award", Truth, Rare),
    ("quality_system", Truth, Helps),
    ("own_brand", Truth, Helps),
    ("standards_joined", Truth, Rare),
    ("core_business_informed", Truth, Helps),
    ("system_certified", Truth, Helps),
    ("market_top_three", Truth, Rare),
    ("private_investment", Truth, Helps),
    ("provincial_award", Truth, Rare),
    ("award_ranked", Truth, Rare),
    ("ministry_award_top_three", Truth, Rare),
    ("national_award_top_three_3y", Truth, Rare),
    ("honours_in_force", Truth, Rare),
    ("provincial_rd_institution", Truth, Rare),
    ("maker_china_500", Truth, Rare),
    ("maker_china_50", Truth, Rare),
    ("talent_or_award", Truth, Rare),
    ("listed", Truth, Harms),
    ("major_accident", Truth, Harms),
    ("quality_accident", Truth, Harms),
    ("environmental_violation", Truth, Harms),
    ("data_incident", Truth, Harms),
    ("tax_evasion", Truth, Harms),
    ("false_declaration", Truth, Harms),
    ("research_misconduct", Truth, Harms),
    ("abnormal_operation", Truth, Harms),
    ("serious_violation", Truth, Harms),
];

/// Items of which every year counts for itself or adds to a sum.
const EVERY_YEAR: [&str; 3] = ["rd_expense", "equity_financing", "development_score"];

struct Pack {
    ladder: Loaded<Ladder>,
    /// What it looks at; the date of founding and the base revenue aside.
    items: Vec<(Item, Effect)>,
}

/// Whether revenue helps whatever else happens: where it is not divided by.
const REVENUE_HELPS: [&str; 2] = ["huangpu-gazelle", "huangpu-gazelle-cultivation"];

fn pack(name: &str, application: Application) -> Pack {
    let ladder = load(name, application);
    let reads: BTreeSet<(String, u8)> = ladder
        .value
        .formulas()
        .iter()
        .flat_map(|formula| formula.reads())
        .map(|item| (item.name.to_string(), item.back))
        .collect();
    let items = reads.iter().filter(|(code, _)| code != "founded_on" && code != "base_revenue").map(
        |(code, back)| {
            let (known, kind, effect) = ITEMS
                .iter()
                .find(|(known, ..)| known == code)
                .unwrap_or_else(|| panic!("{name}: {code} is not among the items drawn"));
            let kind = match (ladder.value.code.as_str(), *known) {
                // Leaders are larger.
                ("tech-leader-local", "operating_revenue") => UpTo(90_000),
                ("tech-leader-local", "rd_expense") => UpTo(9_000),
                _ => *kind,
            };
            let effect = match (*back, *known) {
                (0, "operating_revenue") if REVENUE_HELPS.contains(&ladder.value.code.as_str()) => Helps,
                (0, _) => *effect,
                (_, every) if EVERY_YEAR.contains(&every) => *effect,
                _ => Mixed,
            };
            (Item((known, *back), kind, effect == Helps || effect == Rare), effect)
        },
    );
    Pack { items: items.collect(), ladder }
}

const OLD: Date = date(2025, 6, 30);
const NEW: Date = date(2026, 4, 1);

static PACKS: LazyLock<Vec<Pack>> = LazyLock::new(|| {
    let recognition = [
        ("innovative-2022.yaml", OLD),
        ("specialised-2022.yaml", OLD),
        ("specialised-2026.yaml", NEW),
        ("little-giant-2022.yaml", OLD),
        ("little-giant-2026.yaml", NEW),
        ("local/huangpu-gazelle.yaml", OLD),
        ("local/huangpu-gazelle-cultivation.yaml", OLD),
        ("local/huangpu-unicorn.yaml", OLD),
        ("local/huangpu-potential-unicorn.yaml", OLD),
        ("local/hangzhou-eaglet-2024.yaml", OLD),
        ("local/tech-leader.yaml", OLD),
    ];
    let review = [
        ("specialised-2022.yaml", NEW),
        ("specialised-2026.yaml", date(2027, 6, 30)),
        ("little-giant-2026.yaml", date(2027, 6, 30)),
    ];
    let recognition = recognition.map(|(name, on)| pack(name, Application::recognition(on)));
    recognition.into_iter().chain(review.map(|(name, on)| pack(name, Application::review(on)))).collect()
});

/// Mostly good: what helps is there, what is rare or harms is not. One draw in eight is anything.
fn drawn(kind: Kind, effect: Effect, draw: u32) -> Fact {
    let (anything, draw) = (draw.is_multiple_of(8), draw / 8);
    match kind {
        UpTo(most) => {
            let (whole, half) = (i64::from(draw) % (most + 1), i64::from(draw) % (most / 2 + 1));
            Fact::Number(Exact::from(match effect {
                _ if anything => whole,
                Helps => most - half,
                Rare => 0,
                Harms => half,
                Mixed => whole,
            }))
        }
        Truth if anything => Fact::Truth(draw.is_multiple_of(2)),
        Truth => Fact::Truth(effect == Helps),
        Level(levels) => Fact::Text(levels[draw as usize % levels.len()].into()),
    }
}

/// An enterprise and the index of the pack it is held against.
fn enterprise() -> impl Strategy<Value = (usize, Enterprise)> {
    (0..PACKS.len()).prop_flat_map(|index| (Just(index), enterprise_for(index)))
}

fn enterprise_for(index: usize) -> impl Strategy<Value = Enterprise> {
    let count = PACKS[index].items.len();
    let draws = prop::collection::vec(prop::option::weighted(0.98, any::<u32>()), count);
    (draws, prop::option::weighted(0.95, prop::bool::weighted(0.9)), 1i16..13).prop_map(
        move |(draws, labelled, age)| {
            let items = PACKS[index].items.iter().zip(draws);
            let drawn = items.filter_map(|((Item(key, kind, _), effect), draw)| {
                Some((*key, drawn(*kind, *effect, draw?)))
            });
            let mut facts: BTreeMap<Key, Fact> = drawn.collect();
            facts.insert(("founded_on", 0), Fact::Date(date(2025 - age, 3, 1)));
            if let Some(base) = facts.get(&("operating_revenue", 3)).cloned() {
                facts.insert(("base_revenue", 0), base);
            }
            Enterprise { facts, labelled }
        },
    )
}

fn items(index: usize) -> Vec<Item> {
    PACKS[index].items.iter().map(|(Item(key, kind, helps), _)| Item(*key, *kind, *helps)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 800, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn improving_a_helpful_item_never_lowers_the_result((index, firm) in enterprise(), by in 1i64..400) {
        improving_never_lowers(&PACKS[index].ladder.value, &items(index), &firm, by)?;
    }

    #[test]
    fn forgetting_only_widens_the_result((index, firm) in enterprise(), forget: usize) {
        forgetting_only_widens(&PACKS[index].ladder.value, &firm, forget)?;
    }
}

/// The laws would say nothing if everybody failed.
#[test]
fn the_drawn_enterprises_come_to_several_verdicts_of_each_pack() {
    let mut runner = TestRunner::deterministic();
    for (index, pack) in PACKS.iter().enumerate() {
        let mut seen: BTreeMap<Verdict, usize> = BTreeMap::new();
        for _ in 0..1_500 {
            let firm = enterprise_for(index).new_tree(&mut runner).expect("a tree").current();
            *seen.entry(assess(&pack.ladder.value, &firm).verdict).or_default() += 1;
        }
        let code = &pack.ladder.value.code;
        assert!(seen.contains_key(&Verdict::Fails) && seen.len() >= 3, "{code}: {seen:?}");
        assert!(seen.contains_key(&Verdict::Meets), "{code}: {seen:?}");
    }
}

/// What is only for one occasion is not asked for on the other.
#[test]
fn a_review_is_not_held_to_what_only_recognition_asks() {
    let codes = |occasion| {
        let ladder = load("little-giant-2026.yaml", Application { on: date(2027, 6, 30), occasion });
        ladder.value.hard.iter().map(|clause| clause.code.clone()).collect::<BTreeSet<_>>()
    };
    let (recognition, review) = (codes(Occasion::Recognition), codes(Occasion::Review));
    let only =
        |one: &BTreeSet<String>, other: &BTreeSet<String>| one.difference(other).cloned().collect::<Vec<_>>();
    assert_eq!(only(&recognition, &review), ["2b", "7", "C"]);
    assert_eq!(only(&review, &recognition), ["7r"]);
}
