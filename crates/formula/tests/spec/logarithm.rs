//! The one function that rounds. Known values were computed elsewhere with 120 digits.

use formula::Exact;
use proptest::prelude::*;

use crate::kit::{check_value, facts, formula};

#[test]
fn logarithms_are_right_to_the_last_of_30_places() {
    for (number, logarithm) in [
        ("1", "0"),
        ("2", "0.693147180559945309417232121458"),
        ("3", "1.098612288668109691395245236923"),
        ("7", "1.945910149055313305105352743443"),
        ("10", "2.302585092994045684017991454684"),
        ("0.5", "-0.693147180559945309417232121458"),
        ("1 / 3", "-1.098612288668109691395245236923"),
        ("22 / 7", "1.14513230430300254837382295598"),
        ("123456789.123", "18.631401767164318041763956576764"),
        ("99999999999999999999999999999999999999", "87.498233533773735992683675278006"),
        ("0.00000000000000000000000000000000000001", "-87.498233533773735992683675278006"),
        ("2.718281828459045235360287471352662498", "1"),
        ("1.000000000000001", "0.000000000000001"),
        ("0.999999999999999", "-0.000000000000001000000000000001"),
        // too near to 1 for 30 places
        ("1.0000000000000000000000000000001", "0"),
        ("1.0000000000000000000000000000005", "0"),
        // 1.25e-61 above the rounding edge: the first precision cannot tell
        ("1 / 0.9999999999999999999999999999995", "0.000000000000000000000000000001"),
        ("1.0000000000000000000000000000006", "0.000000000000000000000000000001"),
    ] {
        check_value(&format!("ln({number})"), "", logarithm);
    }
}

#[test]
fn numbers_far_beyond_a_literal_have_logarithms_too() {
    let nine = "99999999999999999999999999999999999999";
    let product = format!("({})", vec![nine; 60].join(" * "));
    check_value(&format!("四舍五入(ln({product}) / ln({nine}), 9)"), "", "60");
    check_value(&format!("四舍五入(ln(1 / {product}) / ln({nine}), 9)"), "", "-60");
}

fn ln(value: &Exact) -> Exact {
    let typed = facts(&format!("评分系数={value}"));
    formula("自然对数(评分系数)").evaluate(&typed).as_number().cloned().unwrap()
}

fn positive() -> impl Strategy<Value = Exact> {
    (1..i64::MAX, -18..6i32).prop_map(|(digits, exponent)| Exact::scaled(digits.into(), exponent))
}

proptest! {
    #[test]
    fn the_logarithm_of_a_product_is_the_sum(a in positive(), b in 1..1_000_000_000i64) {
        let b = Exact::from(b);
        let off = (ln(&(&a * &b)) - (ln(&a) + ln(&b))).abs();
        prop_assert!(off <= Exact::scaled(3, -30) / Exact::from(2), "{}", off);
    }

    #[test]
    fn the_logarithm_rises(a in positive(), step in 1..1_000_000i64) {
        let higher = &a + &(&a * &Exact::scaled(step.into(), -18));
        prop_assert!(ln(&a) < ln(&higher));
    }

    #[test]
    fn the_logarithm_agrees_with_the_machine(a in positive()) {
        let machine = a.to_f64().ln();
        let off = ln(&a).to_f64() - machine;
        prop_assert!(off.abs() <= 1e-14 * machine.abs().max(1.0));
    }

    #[test]
    fn it_has_30_places_and_the_inverse_has_the_opposite_sign(a in positive()) {
        let logarithm = ln(&a);
        prop_assert_eq!(logarithm.round_half_up(30), logarithm.clone());
        let inverse = formula("自然对数(1 / 评分系数)").evaluate(&facts(&format!("评分系数={a}")));
        prop_assert_eq!(inverse.as_number(), Some(&-logarithm));
    }
}
