//! 还款计算: instalments of any loan, to the cent. Nothing is kept.

use super::{
    cost::{a_month_later, check_months, read_money, wrong},
    words::rounded_percent,
};
use crate::{
    desk::Desk,
    input::Params,
    library::{read_day, today},
    problem::Problem,
    reply::{Answer, Reply},
    wire::RepaymentWord,
};
use domain::{
    finance::{DayCount, Instalment, Loan, cost, due_dates, schedule},
    policies::Fen,
};
use formula::Exact;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// How interest is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum CountWord {
    /// Every month is a twelfth of a year.
    Months,
    /// Days over 360.
    #[serde(rename = "days-360")]
    Days360,
    /// Days over 365.
    #[serde(rename = "days-365")]
    Days365,
}

impl From<CountWord> for DayCount {
    fn from(word: CountWord) -> Self {
        match word {
            CountWord::Months => Self::Months,
            CountWord::Days360 => Self::Days(360),
            CountWord::Days365 => Self::Days(365),
        }
    }
}

/// A loan.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WantedLoan {
    /// 本金 in yuan, to the cent.
    amount: String,
    /// 年利率 in percent, 0 to 36, e.g. `3.85`.
    yearly: String,
    /// 期限 in months, 1 to 360.
    months: u16,
    /// How it is repaid.
    #[param(inline)]
    repayment: RepaymentWord,
    /// How interest is counted; months as twelfths when left out.
    #[param(inline)]
    count: Option<CountWord>,
    /// 放款日; today when left out.
    drawn_on: Option<String>,
    /// The first day something is due; a month after the loan is drawn when left out.
    first_due_on: Option<String>,
}

/// One instalment. Amounts are yuan.
#[derive(Serialize, ToSchema)]
#[schema(as = Instalment)]
struct InstalmentBody {
    /// The day it is due.
    due: String,
    /// 应还.
    payment: String,
    /// 本金.
    principal: String,
    /// 利息.
    interest: String,
    /// What is still owed after it.
    balance: String,
}

impl From<&Instalment> for InstalmentBody {
    fn from(line: &Instalment) -> Self {
        Self {
            due: line.due.to_string(),
            payment: line.payment().to_string(),
            principal: line.principal.to_string(),
            interest: line.interest.to_string(),
            balance: line.balance.to_string(),
        }
    }
}

/// The instalments of a loan. Amounts are yuan.
#[derive(Serialize, ToSchema)]
pub(crate) struct LoanSchedule {
    /// Σ of the interest.
    interest: String,
    /// Σ of everything paid.
    paid: String,
    /// What a year costs in percent to two places: interest over the money owed and its time, simple.
    yearly_percent: Option<String>,
    /// In order.
    instalments: Vec<InstalmentBody>,
}

/// The instalments of any loan, to the cent: each amount is rounded once, half up, and the last takes what rounding left.
#[utoipa::path(get, path = "/api/v1/loan-schedule", operation_id = "read_loan_schedule", tag = "finance",
    params(WantedLoan), responses((status = 200, body = LoanSchedule, description = "The instalments")),
    extensions(("x-permission" = json!("product:read"))))]
pub(crate) async fn read_schedule(desk: Desk, Params(wanted): Params<WantedLoan>) -> Answer {
    let loan = wanted.loan(&desk)?;
    let lines = schedule(&loan);
    let found = cost(&loan, &lines, &[], None);
    Ok(Reply::ok(&LoanSchedule {
        interest: found.interest.to_string(),
        paid: lines.iter().map(Instalment::payment).sum::<Fen>().to_string(),
        yearly_percent: found.yearly.as_ref().map(rounded_percent),
        instalments: lines.iter().map(InstalmentBody::from).collect(),
    }))
}

impl WantedLoan {
    fn loan(&self, desk: &Desk) -> Result<Loan, Problem> {
        check_months(self.months)?;
        let drawn_on = read_day(self.drawn_on.as_deref())?.unwrap_or_else(|| today(desk));
        let first = read_day(self.first_due_on.as_deref())?.unwrap_or_else(|| a_month_later(drawn_on));
        if first <= drawn_on {
            return Err(wrong(
                "?first_due_on",
                "首次还款日要晚于放款日".to_owned(),
                "the first instalment is due after the loan is drawn".to_owned(),
            ));
        }
        Ok(Loan {
            principal: read_money("?amount", &self.amount)?,
            yearly: read_percent(&self.yearly)?,
            repayment: self.repayment.into(),
            count: self.count.map_or(DayCount::Months, Into::into),
            drawn_on,
            due: due_dates(first, self.months),
        })
    }
}

fn read_percent(written: &str) -> Result<Exact, Problem> {
    let percent = written.trim().trim_end_matches('%').parse::<Exact>().ok();
    let fits = percent.filter(|percent| !percent.is_negative() && *percent <= Exact::from(36));
    let share = fits.map(|percent| percent.shift(-2));
    share.ok_or_else(|| {
        wrong(
            "?yearly",
            "年利率以百分数写，0至36，如 3.85".to_owned(),
            "a rate in percent from 0 to 36, e.g. 3.85".to_owned(),
        )
    })
}
