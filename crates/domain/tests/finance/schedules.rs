//! Instalments against published vectors, and their laws.

use std::path::{Path, PathBuf};

use domain::{
    finance::{DayCount, Instalment, Loan, Repayment, due_dates, schedule},
    policies::Fen,
};
use formula::Exact;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use serde_json::Value;

fn vectors(name: &str) -> Option<Value> {
    let path: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/vectors").join(name);
    let Ok(text) = std::fs::read_to_string(path) else {
        println!("skipped: shared/data/vectors/{name} is not here");
        return None;
    };
    Some(serde_json::from_str(&text).unwrap())
}

fn loan(yuan: i64, percent: &str, repayment: Repayment, months: u16) -> Loan {
    Loan {
        principal: Fen::from_yuan(yuan),
        yearly: percent.parse::<Exact>().unwrap().shift(-2),
        repayment,
        count: DayCount::Months,
        drawn_on: date(2026, 1, 15),
        due: due_dates(date(2026, 2, 15), months),
    }
}

/// Principal, interest and balance of an instalment, in yuan.
#[track_caller]
fn check(line: &Instalment, principal: &str, interest: &str, balance: &str) {
    let told = [line.principal, line.interest, line.balance].map(Fen::shown);
    assert_eq!(told, [principal, interest, balance].map(str::to_owned));
}

#[test]
fn equal_instalments_repay_a_million_in_a_year() {
    let lines = schedule(&loan(1_000_000, "3.85", Repayment::EqualInstalments, 12));
    assert_eq!(lines.len(), 12);
    assert!(lines[..11].iter().all(|line| line.payment() == lines[0].payment()));
    check(&lines[0], "81,873.06", "3,208.33", "918,126.94");
    assert_eq!(lines[11].balance, Fen::ZERO);
}

#[test]
fn equal_principal_pays_less_every_month_and_the_last_takes_the_cents() {
    let lines = schedule(&loan(1_000_000, "3.6", Repayment::EqualPrincipal, 12));
    check(&lines[0], "83,333.33", "3,000.00", "916,666.67");
    check(&lines[1], "83,333.33", "2,750.00", "833,333.34");
    check(&lines[11], "83,333.37", "250.00", "0.00");
}

#[test]
fn interest_is_paid_every_month_and_the_principal_at_the_end() {
    let lines = schedule(&loan(1_000_000, "3.6", Repayment::MonthlyInterest, 3));
    check(&lines[0], "0.00", "3,000.00", "1,000,000.00");
    check(&lines[2], "1,000,000.00", "3,000.00", "0.00");
}

#[test]
fn banks_count_interest_by_the_day_over_360() {
    let by_day = Loan { count: DayCount::Days(360), ..loan(1_000_000, "3.6", Repayment::MonthlyInterest, 3) };
    let lines = schedule(&by_day);
    check(&lines[0], "0.00", "3,100.00", "1,000,000.00"); // 31 days
    check(&lines[1], "0.00", "2,800.00", "1,000,000.00"); // 28 days
    check(
        &schedule(&Loan { repayment: Repayment::AtMaturity, ..by_day })[0],
        "1,000,000.00",
        "9,000.00",
        "0.00",
    ); // 90 days
}

#[test]
fn a_loan_without_interest_is_shared_equally() {
    let lines = schedule(&loan(1_000, "0", Repayment::EqualInstalments, 4));
    assert!(lines.iter().all(|line| line.payment() == Fen::from_yuan(250) && line.interest == Fen::ZERO));
}

fn day_count(vector: &Value) -> Option<DayCount> {
    match (vector["days_in_year"].as_str()?, vector["days_in_month"].as_str()?) {
        ("DAYS_360", "DAYS_30") => Some(DayCount::Months),
        ("ACTUAL", "ACTUAL") => Some(DayCount::Actual),
        (year, _) => year.strip_prefix("DAYS_")?.parse().ok().map(DayCount::Days),
    }
}

fn fen(value: &Value) -> Fen {
    Fen::exactly(&value.to_string().parse::<Exact>().unwrap()).unwrap()
}

fn day(value: &Value) -> Date {
    value.as_str().unwrap().parse().unwrap()
}

/// Of loans by the month the vectors write the first of the month where the interest they expect is that of the day of the
/// month: the day is taken from the loan.
fn due_days(vector: &Value, drawn_on: Date) -> Vec<Date> {
    let periods = vector["periods"].as_array().unwrap();
    if vector["frequency"] == "MONTHS" {
        let months = u16::try_from(periods.len()).unwrap();
        return due_dates(drawn_on, months + 1).split_off(1);
    }
    periods.iter().map(|period| day(&period["due"])).collect()
}

#[test]
fn instalments_agree_with_published_vectors() {
    let Some(vectors) = vectors("emi_vectors.json") else { return };
    for vector in vectors.as_array().unwrap() {
        let drawn_on = day(&vector["disbursed_on"]);
        let loan = Loan {
            principal: fen(&vector["principal"]),
            yearly: vector["annual_rate_percent"].as_str().unwrap().parse::<Exact>().unwrap().shift(-2),
            repayment: Repayment::EqualInstalments,
            count: day_count(vector).unwrap(),
            drawn_on,
            due: due_days(vector, drawn_on),
        };
        let told = |line: &Instalment| [line.payment(), line.interest, line.principal, line.balance];
        let found: Vec<_> = schedule(&loan).iter().map(told).collect();
        let wanted = vector["expected"].as_array().unwrap().iter();
        let wanted: Vec<_> = wanted
            .map(|line| ["emi", "interest", "principal", "balance"].map(|key| fen(&line[key])))
            .collect();
        assert_eq!(found, wanted, "{}", vector["name"]);
        for (part, line) in loan.parts_of_a_year().iter().zip(vector["expected"].as_array().unwrap()) {
            let factor = (&loan.yearly * part).round_half_up(12);
            let expected: Exact = line["rate_factor"].to_string().parse().unwrap();
            assert_eq!(factor, expected, "{}", vector["name"]);
        }
    }
}

#[test]
fn due_days_agree_with_published_vectors() {
    let Some(vectors) = vectors("monthly_due_dates.json") else { return };
    for vector in vectors.as_array().unwrap() {
        let wanted: Vec<Date> = vector["due_dates"].as_array().unwrap().iter().map(day).collect();
        let count = u16::try_from(wanted.len()).unwrap();
        assert_eq!(due_dates(wanted[0], count), wanted, "{}", vector["name"]);
    }
}

#[test]
fn a_day_that_a_month_does_not_have_is_its_last() {
    let due = due_dates(date(2028, 1, 31), 4);
    assert_eq!(due, [date(2028, 1, 31), date(2028, 2, 29), date(2028, 3, 31), date(2028, 4, 30)]);
}

proptest! {
    /// Σ principal is the loan, balances fall to nothing, nobody pays less than nothing.
    #[test]
    fn a_loan_is_repaid_to_the_cent(
        cents in 1i64..100_000_000_000,
        hundredths in 0i64..3_600,
        months in 1u16..60,
        way in 0usize..4,
        count in 0usize..4,
    ) {
        let count = [DayCount::Months, DayCount::Days(360), DayCount::Days(365), DayCount::Actual][count];
        let loan = Loan {
            principal: Fen(cents),
            yearly: Exact::scaled(i128::from(hundredths), -4),
            count,
            ..loan(1, "0", Repayment::ALL[way].0, months)
        };
        let lines = schedule(&loan);
        let repaid: Fen = lines.iter().map(|line| line.principal).sum();
        prop_assert_eq!(repaid, loan.principal);
        prop_assert_eq!(lines.last().unwrap().balance, Fen::ZERO);
        prop_assert!(lines.iter().all(|line| line.principal.0 >= 0 && line.interest.0 >= 0 && line.balance.0 >= 0));
        prop_assert!(lines.windows(2).all(|pair| pair[1].balance <= pair[0].balance));
    }

    /// The sooner the principal is repaid, the less interest.
    #[test]
    fn interest_grows_with_what_is_owed(cents in 1_000_000i64..10_000_000_000, hundredths in 1i64..2_400, months in 2u16..48) {
        let of = |repayment| {
            let one = Loan {
                principal: Fen(cents),
                yearly: Exact::scaled(i128::from(hundredths), -4),
                ..loan(1, "0", repayment, months)
            };
            schedule(&one).iter().map(|line| line.interest).sum::<Fen>()
        };
        // Each line is rounded by half a cent at most.
        let slack = Fen(i64::from(months));
        prop_assert!(of(Repayment::EqualPrincipal) <= of(Repayment::EqualInstalments) + slack);
        prop_assert!(of(Repayment::EqualInstalments) <= of(Repayment::MonthlyInterest) + slack);
    }
}
