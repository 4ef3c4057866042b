//! What a loan costs in all.

use domain::{
    Name,
    finance::{Cost, DayCount, Fee, FeeOf, Loan, Repayment, Subsidy, cost, due_dates, schedule},
    policies::Fen,
};
use formula::Exact;
use jiff::civil::date;

fn a_year(repayment: Repayment) -> Loan {
    Loan {
        principal: Fen::from_yuan(1_000_000),
        yearly: "0.036".parse().unwrap(),
        repayment,
        count: DayCount::Months,
        drawn_on: date(2026, 1, 15),
        due: due_dates(date(2026, 2, 15), 12),
    }
}

fn fee(of: FeeOf) -> Fee {
    Fee { code: "f".to_owned(), name: Name { zh: "费用".to_owned(), en: None }, of }
}

fn counted(loan: &Loan, fees: &[Fee], subsidy: Option<&Subsidy>) -> Cost {
    cost(loan, &schedule(loan), fees, subsidy)
}

#[test]
fn interest_alone_costs_the_rate_whatever_the_way_of_repaying() {
    for (repayment, _) in Repayment::ALL {
        let found = counted(&a_year(repayment), &[], None);
        let yearly = found.yearly.clone().unwrap().round_half_up(6);
        assert_eq!(yearly, "0.036".parse::<Exact>().unwrap(), "{repayment:?}");
        assert_eq!(found.total(), found.interest);
    }
}

#[test]
fn fees_are_told_apart_and_raise_what_a_year_costs() {
    let fees = [
        fee(FeeOf::Yearly("0.01".parse().unwrap())),
        fee(FeeOf::Once("0.002".parse().unwrap())),
        fee(FeeOf::Amount(Fen::from_yuan(500))),
    ];
    let found = counted(&a_year(Repayment::MonthlyInterest), &fees, None);
    assert_eq!(found.fees, [10_000, 2_000, 500].map(Fen::from_yuan));
    assert_eq!((found.interest, found.total()), (Fen::from_yuan(36_000), Fen::from_yuan(48_500)));
    assert_eq!(found.yearly.unwrap(), "0.0485".parse::<Exact>().unwrap());
}

#[test]
fn a_yearly_fee_of_half_a_year_is_half() {
    let half = Loan { due: due_dates(date(2026, 2, 15), 6), ..a_year(Repayment::MonthlyInterest) };
    let found = counted(&half, &[fee(FeeOf::Yearly("0.01".parse().unwrap()))], None);
    assert_eq!(found.fees, [Fen::from_yuan(5_000)]);
}

#[test]
fn a_subsidy_pays_a_share_of_the_interest_up_to_its_cap_and_never_the_fees() {
    let half = |cap: Option<i64>| Subsidy {
        share: "0.5".parse().unwrap(),
        cap: cap.map(Fen::from_yuan),
        policy: None,
    };
    let fees = [fee(FeeOf::Amount(Fen::from_yuan(500)))];
    let with = |cap| counted(&a_year(Repayment::MonthlyInterest), &fees, Some(&half(cap)));
    assert_eq!((with(None).subsidy, with(None).net()), (Fen::from_yuan(18_000), Fen::from_yuan(18_500)));
    assert_eq!(with(Some(10_000)).subsidy, Fen::from_yuan(10_000));
    assert_eq!(with(None).yearly.unwrap(), "0.0365".parse::<Exact>().unwrap());
}
