//! Schemes of every kind of rule over the items of the tables.

use domain::{
    Name, Points, Status,
    indicators::{
        Award, Band, Case, Class, Direction, Fallback, Grade, Indicator, MissingPolicy, Peers,
        PercentileConvention, Pillar, Rule, Scheme, Stage, Veto, Winsorise,
    },
};
use formula::{Exact, Formula};
use proptest::{collection::vec, option, prelude::*};

use super::tables::{EDGES, dictionary};

/// Value formulas that come to numbers, of every shape the engine knows and some it leaves to the exact one.
pub const NUMBER_FORMULAS: &[&str] = &[
    "rev",
    "rd",
    "staff",
    "share",
    "ratio",
    "months",
    "absent",
    "rev[-1]",
    "rd / rev",
    "rnd_staff / staff",
    "rev / staff",
    "rev - rd",
    "rd + rd[-1]",
    "-rev",
    "rev * ratio",
    "ratio * ratio - share",
    "growth(rev)",
    "mean_growth(rev, 1)",
    "sum(rd, 2)",
    "mean(rd, 2)",
    "count(rev, 3)",
    "min(rev, rd)",
    "max(rev, rd, 100万元)",
    "clamp(rd / rev, 0, 15%)",
    "abs(rev - rd)",
    "round(rd / rev, 3)",
    "floor(staff / 3人)",
    "ceil(rnd_staff / staff)",
    "round(ratio, -1)",
    "ln(1 + ratio)",
    "ln(rev / 1万元)",
    "or_else(rd, 0)",
    "or_else(growth(rev), share)",
    "if staff > 10人 then rd / staff else rd / 10人",
    "if rd / rev >= 15% and not (staff = 5人) then 1 else 0.15",
    "if is_missing(rd) or listed then 1 else ratio",
    "bands rd / rev { < 5%: 1; <= 15%: 2; else: 3 }",
    "if has_label(\"高企\") then 1 else 0",
    "if sector = \"a\" then 1 else 2",
    "if sector in [\"a\", \"b\"] then ratio else share",
    "if ratio in [1, 2.5, 10] then 1 else 0",
    "years_since(founded)",
    "1",
];

/// Conditions for vetoes.
const CONDITIONS: &[&str] = &[
    "listed",
    "rd / rev < 5%",
    "has_label(\"科小\")",
    "sector != \"c\"",
    "rev[-1] > rev",
    "staff = 0人 or rd = 0",
    "years_since(founded) < 3年",
    "growth(rev) < 0 and listed",
];

/// Points formulas.
const POINT_FORMULAS: &[&str] =
    &["ratio", "share * 100", "rnd_staff / staff * 10", "min(10, ratio + 0.5)", "years_since(founded) / 1年"];

fn formula(source: &str) -> Formula {
    Formula::parse(source, &dictionary()).unwrap_or_else(|problems| panic!("{source}: {problems:?}"))
}

fn name(text: &str) -> Name {
    Name { zh: text.to_owned(), en: None }
}

fn exact(text: &str) -> Exact {
    text.parse().unwrap()
}

/// Numbers rules are made of: the tables' edges in several units, shares, odd fractions.
fn any_edge() -> impl Strategy<Value = Exact> {
    let scale = prop::sample::select(vec!["1", "10000", "0.01"]);
    let edge =
        (prop::sample::select(EDGES.to_vec()), scale).prop_map(|(edge, scale)| &exact(edge) * &exact(scale));
    prop_oneof![
        6 => edge.clone(),
        1 => edge.prop_map(|edge| -edge),
        1 => (1i128..50, 1i128..50).prop_map(|(a, b)| Exact::ratio(a, b).unwrap()),
    ]
}

fn positive_edge() -> impl Strategy<Value = Exact> {
    any_edge().prop_filter("above zero", |edge| *edge > Exact::ZERO)
}

fn any_share() -> impl Strategy<Value = Exact> {
    prop::sample::select(vec!["0", "0.1", "0.25", "0.333333", "0.5", "0.6", "0.9", "1"]).prop_map(exact)
}

fn any_award() -> impl Strategy<Value = Award> {
    prop_oneof![
        any_share().prop_map(Award::Share),
        (0i64..12).prop_map(|points| Award::Points(points.into()))
    ]
}

fn bands() -> impl Strategy<Value = Rule> {
    vec((any_edge(), any::<bool>(), any_award()), 1..5).prop_map(|mut edges| {
        edges.sort_by(|a, b| a.0.cmp(&b.0));
        edges.dedup_by(|a, b| a.0 == b.0);
        let mut bands: Vec<_> = edges
            .into_iter()
            .map(|(lower, lower_inclusive, award)| Band { lower: Some(lower), lower_inclusive, award })
            .collect();
        bands[0].lower = None;
        Rule::Bands(bands)
    })
}

fn direct_rule() -> impl Strategy<Value = Rule> {
    let linear =
        (any_edge(), any_edge(), any_share()).prop_map(|(low, high, base)| Rule::Linear { low, high, base });
    let log = (positive_edge(), positive_edge()).prop_map(|(scale, cap)| Rule::Log { scale, cap });
    let per_unit = (positive_edge(), any_award(), any::<bool>())
        .prop_map(|(per, award, whole)| Rule::PerUnit { per, award, whole });
    let points =
        prop::sample::select(POINT_FORMULAS.to_vec()).prop_map(|source| Rule::Formula(formula(source)));
    prop_oneof![4 => bands(), 3 => linear, 1 => log, 2 => per_unit, 1 => points]
}

fn any_peers() -> impl Strategy<Value = Peers> {
    (any::<bool>(), any::<bool>()).prop_map(|(same_stage, same_field)| Peers { same_stage, same_field })
}

fn any_fallback() -> impl Strategy<Value = Fallback> {
    prop_oneof![
        Just(Fallback::WiderGroup),
        Just(Fallback::NoPoints),
        direct_rule().prop_map(|rule| Fallback::Rule(Box::new(rule))),
    ]
}

fn population_rule() -> impl Strategy<Value = Rule> {
    let winsorise = option::of((0i64..30, 60i64..=100)).prop_map(|cut| {
        cut.map(|(lower, upper)| Winsorise {
            lower: Exact::scaled(lower.into(), -2),
            upper: Exact::scaled(upper.into(), -2),
        })
    });
    let common = (any_peers(), 1u32..8, any_fallback()).boxed();
    let min_max = (common.clone(), winsorise).prop_map(|((peers, minimum_peers, fallback), winsorise)| {
        Rule::MinMax { peers, winsorise, minimum_peers, fallback }
    });
    let convention =
        prop::sample::select(vec![PercentileConvention::MeanRank, PercentileConvention::Competition]);
    let percentile =
        (common.clone(), convention).prop_map(|((peers, minimum_peers, fallback), convention)| {
            Rule::Percentile { peers, convention, minimum_peers, fallback }
        });
    let z_score = (common, 1i64..4).prop_map(|((peers, minimum_peers, fallback), width)| Rule::ZScore {
        peers,
        width: width.into(),
        minimum_peers,
        fallback,
    });
    prop_oneof![min_max, percentile, z_score]
}

fn category() -> impl Strategy<Value = (Formula, Rule)> {
    (any_award(), any_award(), any_award(), prop::sample::select(vec!["sector", "listed", "staff"])).prop_map(
        |(first, second, otherwise, item)| {
            let case = |values: &[&str], award| Case {
                values: values.iter().map(|v| (*v).to_owned()).collect(),
                award,
            };
            let cases = vec![case(&["a", "true", "5"], first), case(&["b", "c"], second)];
            (formula(item), Rule::Category { cases, otherwise })
        },
    )
}

fn any_policy() -> impl Strategy<Value = MissingPolicy> {
    prop_oneof![Just(MissingPolicy::Zero), any_share().prop_map(MissingPolicy::Share)]
}

fn any_full() -> impl Strategy<Value = Points> {
    prop_oneof![1 => Just(Points::ZERO), 6 => (1i64..30).prop_map(Points::from_whole), 2 => (1i64..300_000).prop_map(Points)]
}

fn any_indicator() -> impl Strategy<Value = Indicator> {
    let numeric = (
        prop::sample::select(NUMBER_FORMULAS.to_vec()).prop_map(formula),
        vec(prop_oneof![direct_rule(), population_rule()], 3),
    );
    let categorical = category().prop_map(|(value, rule)| (value, vec![rule.clone(), rule.clone(), rule]));
    (
        prop_oneof![8 => numeric, 1 => categorical],
        vec(any_full(), 3),
        0usize..4,
        any::<bool>(),
        prop_oneof![4 => Just(exact("1")), 1 => any_share()],
        prop_oneof![4 => Just(exact("0")), 1 => any_share()],
        option::of(any_policy()),
    )
        .prop_map(|((value, rules), full, pillar, higher, cap, floor, missing)| Indicator {
            code: String::new(),
            name: name(""),
            pillar,
            value,
            unit: None,
            full,
            rules,
            direction: if higher { Direction::Higher } else { Direction::Lower },
            cap,
            floor,
            missing,
            basis: None,
            local: false,
        })
}

fn stages() -> Vec<Stage> {
    let stage =
        |code: &str, when: &str| Stage { code: code.to_owned(), name: name(code), when: formula(when) };
    vec![
        stage("start", "rev < 10万元"),
        stage("growth", "rev >= 10万元 and rev < 2000万元"),
        stage("mature", "rev >= 2000万元"),
    ]
}

fn pillars() -> Vec<Pillar> {
    let pillar =
        |code: &str, class, parent| Pillar { code: code.to_owned(), name: name(code), class, parent };
    vec![
        pillar("base", Class::Base, None),
        pillar("part", Class::Base, Some(0)),
        pillar("bonus", Class::Bonus, None),
        pillar("deduction", Class::Deduction, None),
    ]
}

/// Any scheme over the items of the tables.
pub fn any_scheme() -> impl Strategy<Value = Scheme> {
    (
        vec(any_indicator(), 1..5),
        option::of((0i64..20).prop_map(Points::from_whole)),
        vec(prop::sample::select(CONDITIONS.to_vec()), 0..3),
        any_policy(),
        option::of(any_share()),
        any::<bool>(),
    )
        .prop_map(|(indicators, bonus_cap, vetoes, missing, minimum_coverage, fields)| {
            scheme(indicators, bonus_cap, &vetoes, missing, minimum_coverage, fields)
        })
}

fn scheme(
    mut indicators: Vec<Indicator>,
    bonus_cap: Option<Points>,
    vetoes: &[&str],
    missing: MissingPolicy,
    minimum_coverage: Option<Exact>,
    fields: bool,
) -> Scheme {
    for (indicator, number) in indicators.iter_mut().zip(1..) {
        indicator.code = format!("i{number}");
        indicator.name = name(&indicator.code);
    }
    let veto = |source: &&str| Veto {
        code: (*source).to_owned(),
        name: name(source),
        when: formula(source),
        basis: None,
    };
    let grade = |code: &str, at_least| Grade {
        code: code.to_owned(),
        name: name(code),
        at_least: Points::from_whole(at_least),
    };
    Scheme {
        code: "any".to_owned(),
        name: name("any"),
        version: "1".to_owned(),
        status: Status::Illustrative,
        basis: Vec::new(),
        in_force_on: jiff::civil::date(2023, 1, 1),
        full_points: Points::from_whole(100),
        stages: stages(),
        pillars: pillars(),
        indicators,
        bonus_cap,
        vetoes: vetoes.iter().map(veto).collect(),
        grades: vec![grade("A", 20), grade("B", 5), grade("C", 0)],
        missing,
        minimum_coverage,
        field_item: fields.then(|| "sector".to_owned()),
    }
}
