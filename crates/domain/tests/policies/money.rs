//! Money is shared to the cent.

use domain::policies::{Fen, Rounding, share};
use formula::Exact;
use proptest::prelude::*;

#[track_caller]
fn check(total: i64, claims: &[i64], expected: &[i64]) {
    let claims: Vec<(Fen, usize)> = claims.iter().enumerate().map(|(id, claim)| (Fen(*claim), id)).collect();
    let shares: Vec<i64> = share(Fen(total), &claims).into_iter().map(|part| part.0).collect();
    assert_eq!(shares, expected);
}

#[test]
fn cents_go_to_the_largest_remainders() {
    check(100, &[100, 100, 100], &[34, 33, 33]); // equal in everything: the smaller id
    check(10, &[5, 10, 15], &[2, 3, 5]); // 1.67, 3.33, 5
    check(7, &[3, 3, 3], &[3, 2, 2]);
    check(0, &[3, 4], &[0, 0]);
    check(-5, &[3, 4], &[0, 0]);
    check(1, &[1, 1_000_000], &[0, 1]);
    check(50, &[10, 20], &[10, 20]); // enough for all
    check(9, &[], &[]);
    check(9_000_000_000_000_000, &[i64::MAX / 2, i64::MAX / 2], &[4_500_000_000_000_000; 2]);
}

#[test]
fn amounts_read_like_bills() {
    for (fen, shown, words) in [
        (0, "0.00", "0元"),
        (5, "0.05", "0.05元"),
        (123_456_789, "1,234,567.89", "123.456789万元"),
        (-100_000, "-1,000.00", "-1000元"),
        (30_000_000, "300,000.00", "30万元"),
        (999_999, "9,999.99", "9999.99元"),
    ] {
        assert_eq!((Fen(fen).shown().as_str(), Fen(fen).in_words().as_str()), (shown, words));
    }
}

#[test]
fn rounding_goes_to_its_unit_once() {
    let check = |yuan: &str, to: i64, down: bool, expected: i64| {
        let yuan: Exact = yuan.parse().unwrap();
        assert_eq!(Rounding { to: Fen(to), down }.round(&yuan), Fen(expected), "{yuan}");
    };
    check("0.005", 1, false, 1);
    check("0.004999999", 1, false, 0);
    check("0.009", 1, true, 0);
    check("149.99", 10_000, false, 10_000);
    check("150", 10_000, false, 20_000);
    check("199.99", 10_000, true, 10_000);
    check("99999999999999999999", 1, false, Fen::MOST.0);
}

proptest! {
    /// Σ = the budget to the cent, nobody above the claim, and within a cent of the exact share.
    #[test]
    fn shares_add_up(total in 0i64..10_000_000, claims in prop::collection::vec(0i64..1_000_000, 0..40)) {
        let asked: Vec<(Fen, usize)> = claims.iter().enumerate().map(|(id, claim)| (Fen(*claim), id)).collect();
        let sum: i64 = claims.iter().sum();
        let shares = share(Fen(total), &asked);
        prop_assert_eq!(shares.iter().copied().sum::<Fen>(), Fen(total.min(sum)));
        for (part, (claim, _)) in shares.iter().zip(&asked) {
            prop_assert!(part <= claim);
            if sum > total {
                let apart = i128::from(part.0) * i128::from(sum) - i128::from(claim.0) * i128::from(total);
                prop_assert!(apart.abs() < i128::from(sum));
            }
        }
    }

    /// The order of the table decides nothing, and more for the same claim is never less.
    #[test]
    fn shares_do_not_depend_on_order(total in 0i64..100_000, claims in prop::collection::vec(0i64..10_000, 1..20), turn in 0usize..20) {
        let asked: Vec<(Fen, usize)> = claims.iter().enumerate().map(|(id, claim)| (Fen(*claim), id)).collect();
        let mut turned = asked.clone();
        turned.rotate_left(turn % asked.len());
        let by_id = |claims: &[(Fen, usize)]| {
            let mut pairs: Vec<(usize, Fen)> = claims.iter().map(|(_, id)| *id).zip(share(Fen(total), claims)).collect();
            pairs.sort_unstable();
            pairs
        };
        prop_assert_eq!(by_id(&asked), by_id(&turned));
    }
}
