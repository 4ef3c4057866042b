//! What holds for every scheme and every row.

use domain::{
    Points,
    evaluation::{Entrant, Flags, Score, rank, score},
    indicators::{Direction, Fallback, Indicator, PercentileConvention, Rule, Scheme, Winsorise},
};
use proptest::prelude::*;

use crate::kit::*;

fn any_peers() -> impl Strategy<Value = domain::indicators::Peers> {
    prop_oneof![Just(ALL), Just(STAGE), Just(FIELD), Just(STAGE_AND_FIELD)]
}

fn any_fallback() -> impl Strategy<Value = Fallback> {
    prop_oneof![
        Just(Fallback::WiderGroup),
        Just(Fallback::NoPoints),
        Just(Fallback::Rule(Box::new(linear("-50", "50")))),
    ]
}

fn single_value_rule() -> impl Strategy<Value = Rule> {
    prop_oneof![
        (-20i64..20, 1i64..20, 1i64..20).prop_map(|(low, step, share)| {
            let edges = [low, low + step, low + 2 * step].map(|edge| edge.to_string());
            let worth = [share, 2 * share, 5 * share].map(|share| format!("{share}%"));
            bands(&[("", "0"), (&edges[0], &worth[0]), (&edges[1], &worth[1]), (&edges[2], &worth[2])])
        }),
        (-20i64..20, 1i64..30).prop_map(|(low, width)| linear(&low.to_string(), &(low + width).to_string())),
        (1i64..10, 1i64..100).prop_map(|(scale, cap)| Rule::Log { scale: scale.into(), cap: cap.into() }),
        (1i64..10, 1i64..9, any::<bool>()).prop_map(|(per, worth, whole)| Rule::PerUnit {
            per: per.into(),
            award: award(&worth.to_string()),
            whole
        }),
    ]
}

fn population_rule() -> impl Strategy<Value = Rule> {
    prop_oneof![
        (any_peers(), any_fallback(), 0u32..5, any::<bool>()).prop_map(
            |(peers, fallback, minimum_peers, cut)| {
                let winsorise = cut.then(|| Winsorise { lower: exact("0.1"), upper: exact("0.9") });
                Rule::MinMax { peers, winsorise, minimum_peers, fallback }
            }
        ),
        (any_peers(), any_fallback(), 0u32..5, any::<bool>()).prop_map(
            |(peers, fallback, minimum_peers, mean)| {
                let convention =
                    if mean { PercentileConvention::MeanRank } else { PercentileConvention::Competition };
                Rule::Percentile { peers, convention, minimum_peers, fallback }
            }
        ),
        (any_peers(), any_fallback(), 2u32..5, 1i64..4).prop_map(
            |(peers, fallback, minimum_peers, width)| {
                Rule::ZScore { peers, width: width.into(), minimum_peers, fallback }
            }
        ),
    ]
}

fn any_scheme() -> impl Strategy<Value = Scheme> {
    let rule = prop_oneof![single_value_rule(), population_rule()];
    let one = (rule, 0i64..30, 0usize..4, 0i64..3, any::<bool>());
    prop::collection::vec(one, 1..6).prop_map(|indicators| {
        let mut scheme = scheme()
            .stages(&[("small", "从业人员 < 10人"), ("large", "从业人员 >= 10人")])
            .veto("失信")
            .grade("A", 20)
            .grade("B", 5);
        for (rule, full, pillar, floor, lower) in indicators {
            let direction = if lower { Direction::Lower } else { Direction::Higher };
            let floor = exact(&floor.to_string()).shift(-1);
            scheme = scheme.under(pillar, Indicator { direction, floor, ..indicator("x", full, rule) });
        }
        scheme
    })
}

fn any_row() -> impl Strategy<Value = Row> {
    let x = prop::option::weighted(0.9, (-4000i64..4000, 0u32..3));
    let field = prop::option::of(prop_oneof![Just("it"), Just("bio")]);
    (x, prop::option::weighted(0.9, 0i64..20), field, prop::option::of(any::<bool>())).prop_map(
        |(x, staff, field, listed)| {
            let mut row = row();
            if let Some((x, places)) = x {
                row = row.with("x", &formula::Exact::from(x).shift(-(places as i32)).to_string());
            }
            if let Some(staff) = staff {
                row = row.with("staff", &staff.to_string());
            }
            if let Some(field) = field {
                row = row.with("field", field);
            }
            if let Some(listed) = listed {
                row = row.with("listed", if listed { "true" } else { "false" });
            }
            row
        },
    )
}

fn any_population() -> impl Strategy<Value = Vec<Row>> {
    prop::collection::vec(any_row(), 0..25)
}

proptest! {
    #[test]
    fn indicators_add_up_and_stay_within_full_points(scheme in any_scheme(), rows in any_population()) {
        for score in scores(&scheme, &rows) {
            let mut sums = [Points::ZERO; 4];
            for (indicator, each) in scheme.indicators.iter().zip(&score.indicators) {
                prop_assert!(Points::ZERO <= each.points && each.points <= each.full);
                sums[indicator.pillar] += each.points;
            }
            prop_assert_eq!(score.base, sums[BASE] + sums[CHILD]);
            prop_assert_eq!((score.bonus, score.deduction), (sums[BONUS], sums[DEDUCTION]));
            prop_assert_eq!(score.total, (score.base + score.bonus - score.deduction).max(Points::ZERO));
            prop_assert_eq!(score.pillars[BASE], score.base);
        }
    }

    #[test]
    fn the_order_of_rows_never_matters(scheme in any_scheme(), rows in any_population(), turn in 0usize..25) {
        let mut turned: Vec<Row> = rows.iter().rev().cloned().collect();
        if !turned.is_empty() {
            let turn = turn % turned.len();
            turned.rotate_left(turn);
        }
        let calibration = calibrated(&scheme, &rows);
        prop_assert_eq!(&calibration, &calibrated(&scheme, &turned));
        let places = |rows: &[Row]| {
            let scores: Vec<Score> = rows.iter().map(|row| score(&scheme, &calibration, row)).collect();
            let entrants: Vec<Entrant<'_>> = scores.iter().map(|score| Entrant { score, field: None }).collect();
            let ranks = rank(&entrants);
            let mut places: Vec<_> = scores.iter().zip(ranks).map(|(score, ranks)| (score.total, ranks.map(|r| (r.overall.place, r.in_stage.place)))).collect();
            places.sort();
            places
        };
        prop_assert_eq!(places(&rows), places(&turned));
    }

    #[test]
    fn a_better_value_never_lowers_points(rule in prop_oneof![single_value_rule(), population_rule()], rows in any_population(), lower: bool, x in -300i64..300, more in 0i64..100) {
        let lower = lower && matches!(rule, Rule::MinMax { .. } | Rule::Percentile { .. } | Rule::ZScore { .. });
        // A fallback rule that runs upwards is not this law's subject.
        let steady = |fallback: &Fallback| !matches!(fallback, Fallback::Rule(_));
        if let Rule::MinMax { fallback, .. } | Rule::Percentile { fallback, .. } | Rule::ZScore { fallback, .. } = &rule {
            prop_assume!(!lower || steady(fallback));
        }
        let direction = if lower { Direction::Lower } else { Direction::Higher };
        let scheme = scheme().and(Indicator { direction, ..indicator("x", 10, rule) });
        let calibration = calibrated(&scheme, &rows);
        let points = |x: i64| score(&scheme, &calibration, &row().with("x", &x.to_string())).total;
        let (worse, better) = if lower { (x + more, x) } else { (x, x + more) };
        prop_assert!(points(worse) <= points(better));
    }

    #[test]
    fn missing_is_never_zero(scheme in any_scheme(), rows in any_population(), staff in 0i64..20) {
        let calibration = calibrated(&scheme, &rows);
        let without = row().with("staff", &staff.to_string());
        let zero = score(&scheme, &calibration, &without.clone().with("x", "0"));
        let missing = score(&scheme, &calibration, &without);
        for (zero, missing) in zero.indicators.iter().zip(&missing.indicators) {
            if zero.full > Points::ZERO {
                prop_assert!(zero.flags.has(Flags::ZERO) && !zero.flags.has(Flags::MISSING));
                prop_assert!(missing.flags.has(Flags::MISSING) && !missing.flags.has(Flags::ZERO));
                prop_assert_eq!(missing.points, Points::ZERO);
            }
        }
        prop_assert!(missing.known == 0 && zero.known == zero.required);
    }

    #[test]
    fn no_one_ties_with_a_better_place(scheme in any_scheme(), rows in any_population()) {
        let scores = scores(&scheme, &rows);
        let entrants: Vec<Entrant<'_>> = scores.iter().map(|score| Entrant { score, field: None }).collect();
        let ranks = rank(&entrants);
        for (score, ranks) in scores.iter().zip(&ranks) {
            let Some(ranks) = ranks else { continue };
            let better = scores.iter().filter(|other| other.ranked() && other.total > score.total).count();
            prop_assert_eq!(ranks.overall.place as usize, better + 1);
        }
    }
}
