//! Everybody together: groups, ceilings, budgets, to the cent and whatever the order.

use domain::policies::{Claim, Claims, Fen, LastInLine, Policy, RunsOut, Settled, order_key, settle};
use formula::Expected;
use proptest::prelude::*;

use crate::kit::{formula, given, in_group, points, policy, under_ceiling, with_budget};

fn claims(amounts: &[(u32, i64)]) -> Claims {
    let claims = amounts.iter().map(|(enterprise, fen)| Claim { enterprise: *enterprise, amount: Fen(*fen) });
    Claims { claims: claims.collect(), keys: Vec::new() }
}

fn in_line(amounts: &[(u32, i64, i64)]) -> Claims {
    let keys = amounts.iter().map(|(_, _, key)| *key).collect();
    let amounts: Vec<(u32, i64)> = amounts.iter().map(|(enterprise, fen, _)| (*enterprise, *fen)).collect();
    Claims { keys, ..claims(&amounts) }
}

fn settled(policies: &[Policy], claims: &[Claims]) -> Vec<Settled> {
    settle(&policies.iter().collect::<Vec<_>>(), claims, &[], |index| index)
}

fn granted(settled: &Settled) -> Vec<i64> {
    settled.grants.iter().map(|grant| grant.amount.0).collect()
}

#[test]
fn of_a_group_only_the_highest_stays() {
    let policies = [in_group("a", "g"), in_group("b", "g"), policy("c")];
    let found = settled(
        &policies,
        &[claims(&[(0, 5), (1, 9), (2, 7)]), claims(&[(0, 8), (2, 7)]), claims(&[(0, 1)])],
    );
    assert_eq!(granted(&found[0]), [0, 9, 7]); // of equal amounts the smaller code
    assert_eq!(granted(&found[1]), [8, 0]);
    assert_eq!(granted(&found[2]), [1]);
    assert_eq!(found[0].grants[0].higher, Some(1));
    assert_eq!(found[1].grants[1].higher, Some(0));
}

#[test]
fn a_ceiling_takes_from_the_smaller_amounts() {
    let policies = [under_ceiling("a", 1), under_ceiling("b", 1), policy("c")];
    let found =
        settled(&policies, &[claims(&[(0, 30), (1, 100)]), claims(&[(0, 80), (1, 1)]), claims(&[(0, 500)])]);
    assert_eq!(granted(&found[0]), [20, 100]);
    assert_eq!(granted(&found[1]), [80, 0]);
    assert_eq!(granted(&found[2]), [500]);
    assert!(found[0].grants[0].ceiling && !found[1].grants[0].ceiling && found[1].grants[1].ceiling);
}

#[test]
fn by_points_the_highest_come_first_and_equals_are_treated_alike() {
    let asked =
        || [in_line(&[(0, 60, points(80)), (1, 60, points(90)), (2, 60, points(80)), (3, 60, i64::MAX)])];
    let share = [with_budget("a", 1, RunsOut::ByPoints(LastInLine::Share))];
    let found = settled(&share, &asked());
    assert_eq!(granted(&found[0]), [20, 60, 20, 0]);
    assert_eq!((found[0].left, found[0].needed), (Some(Fen(0)), Fen(240)));
    let nothing = [with_budget("a", 1, RunsOut::ByPoints(LastInLine::Nothing))];
    let found = settled(&nothing, &asked());
    assert_eq!(granted(&found[0]), [0, 60, 0, 0]);
    assert_eq!(found[0].left, Some(Fen(40)));
    assert!(found[0].grants[0].budget && !found[0].grants[1].budget);
}

#[test]
fn the_line_is_made_of_points_or_days() {
    let by_points = with_budget("a", 1, RunsOut::ByPoints(LastInLine::Share));
    let key = |policy: &Policy, text: &str| order_key(policy, &given(text));
    assert!(key(&by_points, "积分=90") < key(&by_points, "积分=89.9999"));
    assert_eq!(key(&by_points, ""), Some(i64::MAX));
    let date = Box::new(formula("到账", Expected::Any));
    let by_time = with_budget("a", 1, RunsOut::ByTime(date, LastInLine::Share));
    assert!(key(&by_time, "到账=2024-12-31") < key(&by_time, "到账=2025-01-01"));
    assert_eq!(key(&by_time, ""), Some(i64::MAX));
    assert_eq!(key(&with_budget("a", 1, RunsOut::ProRata), "积分=90"), None);
}

#[test]
fn what_was_spent_before_is_not_spent_again() {
    let one = with_budget("a", 1, RunsOut::ProRata);
    let left = |spent: i64| {
        let found = settle(&[&one], &[claims(&[(0, 80), (1, 80)])], &[Fen(spent)], |index| index);
        (granted(&found[0]), found[0].left)
    };
    assert_eq!(left(0), (vec![50, 50], Some(Fen(0))));
    assert_eq!(left(75), (vec![13, 12], Some(Fen(0))));
    assert_eq!(left(100), (vec![0, 0], Some(Fen(0))));
    assert_eq!(left(500), (vec![0, 0], Some(Fen(0))));
}

/// Four policies: two of a group, all under one ceiling, one budget of each kind.
fn zone() -> Vec<Policy> {
    let mut all = vec![
        with_budget("a", 30, RunsOut::ProRata),
        with_budget("b", 20, RunsOut::ByPoints(LastInLine::Share)),
        with_budget("c", 20, RunsOut::ByPoints(LastInLine::Nothing)),
        policy("d"),
    ];
    for policy in &mut all {
        policy.stacking = under_ceiling("x", 15).stacking;
    }
    all[0].stacking.group = Some("g".to_owned());
    all[1].stacking.group = Some("g".to_owned());
    all
}

type Asked = Vec<[Option<(i64, u8)>; 4]>;

fn asked() -> impl Strategy<Value = Asked> {
    let cell = prop::option::weighted(0.7, (1i64..2_000, 0u8..6));
    prop::collection::vec([cell.clone(), cell.clone(), cell.clone(), cell], 0..30)
}

fn of(asked: &Asked) -> Vec<Claims> {
    (0..4)
        .map(|place| {
            let rows = (0u32..).zip(asked).filter_map(|(row, cells)| Some((row, cells[place]?)));
            in_line(&rows.map(|(row, (fen, key))| (row, fen, i64::from(key))).collect::<Vec<_>>())
        })
        .collect()
}

proptest! {
    #[test]
    fn budgets_and_ceilings_hold_and_sums_agree(asked in asked()) {
        let (policies, claims) = (zone(), of(&asked));
        let found = settled(&policies, &claims);
        prop_assert_eq!(&found, &settled(&policies, &claims), "again is the same");
        for (policy, (one, claims)) in policies.iter().zip(found.iter().zip(&claims)) {
            prop_assert_eq!(one.granted, one.grants.iter().map(|grant| grant.amount).sum());
            prop_assert_eq!(one.claimed, claims.claims.iter().map(|claim| claim.amount).sum());
            for (grant, claim) in one.grants.iter().zip(&claims.claims) {
                prop_assert!(Fen::ZERO <= grant.amount && grant.amount <= claim.amount);
                let why = grant.higher.is_some() || grant.ceiling || grant.budget;
                prop_assert_eq!(grant.amount < claim.amount, why, "every cut says why");
            }
            if let Some(budget) = &policy.budget {
                prop_assert!(one.granted <= budget.amount);
                prop_assert_eq!(one.left, Some(budget.amount - one.granted));
                let gives_all = !matches!(budget.runs_out, RunsOut::ByPoints(LastInLine::Nothing));
                if gives_all && one.needed > budget.amount {
                    prop_assert_eq!(one.granted, budget.amount, "Σ = budget");
                }
            }
        }
        for enterprise in 0..u32::try_from(asked.len()).unwrap() {
            let own = |place: usize| {
                let at = claims[place].claims.iter().position(|claim| claim.enterprise == enterprise)?;
                Some(found[place].grants[at].amount)
            };
            let amounts: Vec<Fen> = (0..4).filter_map(own).collect();
            prop_assert!(amounts.into_iter().sum::<Fen>() <= Fen::from_yuan(15));
            prop_assert!(own(0).unwrap_or_default().0 == 0 || own(1).unwrap_or_default().0 == 0);
        }
    }

    /// Enterprises in another order, the same ids: everybody gets the same.
    #[test]
    fn the_order_of_the_table_decides_nothing(asked in asked(), turn in 0usize..30) {
        prop_assume!(!asked.is_empty());
        let policies = zone();
        let count = asked.len();
        let turned: Asked = (0..count).map(|row| asked[(row + turn) % count]).collect();
        let refs: Vec<&Policy> = policies.iter().collect();
        let plain = settle(&refs, &of(&asked), &[], |index| index as usize);
        let moved = settle(&refs, &of(&turned), &[], |index| (index as usize + turn) % count);
        for place in 0..4 {
            let by_id = |claims: &[Claims], found: &[Settled], shift: usize| {
                let ids = claims[place].claims.iter().map(|claim| (claim.enterprise as usize + shift) % count);
                let mut pairs: Vec<(usize, Fen)> =
                    ids.zip(found[place].grants.iter().map(|grant| grant.amount)).collect();
                pairs.sort_unstable();
                pairs
            };
            prop_assert_eq!(by_id(&of(&asked), &plain, 0), by_id(&of(&turned), &moved, turn));
        }
    }

    /// A larger budget gives nobody less in line, and more points are never worth less.
    #[test]
    fn more_is_never_less(rows in prop::collection::vec((1i64..500, 0i64..8), 1..20), budget in 0i64..40, more in 0i64..20) {
        let asked = || {
            let rows: Vec<(u32, i64, i64)> = (0u32..).zip(&rows).map(|(row, (fen, key))| (row, *fen, *key)).collect();
            [in_line(&rows)]
        };
        let get = |yuan: i64| {
            let one = with_budget("a", yuan, RunsOut::ByPoints(LastInLine::Share));
            granted(&settled(&[one], &asked())[0])
        };
        let (less, larger) = (get(budget), get(budget + more));
        for (less, larger) in less.iter().zip(&larger) {
            prop_assert!(*less <= *larger + 1, "but for the cent of a tie");
        }
        for (one, (fen, key)) in rows.iter().enumerate() {
            for (other, (other_fen, other_key)) in rows.iter().enumerate() {
                if key < other_key {
                    prop_assert!(less[one] == *fen || less[other] == 0, "{one} {other} {other_fen}");
                }
            }
        }
    }
}
