//! The functions.

use super::{Evaluation, Part, Why, all, both, calendar, compare, ln::ln};
use crate::{
    BinaryOperator, Exact, Expr, ExprKind, Fact, Function, ItemRef, Missing, ResultKind, Undefined, Value,
    check::{digits, greatest_periods, in_periods},
};

impl Evaluation<'_> {
    pub(super) fn call(self, function: Function, arguments: &[Expr]) -> Part {
        use Function as F;
        match function {
            F::Min => self.extreme(arguments, BinaryOperator::Less),
            F::Max => self.extreme(arguments, BinaryOperator::Greater),
            F::Clamp => self.clamp(arguments),
            F::Abs => self.on_number(arguments, |number| Ok(number.abs())),
            F::Floor => self.on_number(arguments, |number| Ok(number.floor())),
            F::Ceil => self.on_number(arguments, |number| Ok(number.ceil())),
            F::Ln => self.on_number(arguments, |number| {
                ln(number).ok_or_else(|| Why::undefined(Undefined::LogarithmOfNonPositive))
            }),
            F::Round => {
                let places = arguments.get(1).and_then(digits).unwrap_or(0);
                self.on_number(arguments, |number| Ok(number.round_half_up(places)))
            }
            F::Sum | F::Mean | F::Count | F::Growth | F::MeanGrowth => self.over_periods(function, arguments),
            F::YearsSince | F::DaysSince => self.since(function, arguments),
            F::HasLabel => self.label(arguments),
            F::Points => self.result(ResultKind::Points, arguments),
            F::Stage => self.result(ResultKind::Stage, arguments),
            F::Grade => self.result(ResultKind::Grade, arguments),
            F::OrElse => self.or_else(arguments),
            F::IsMissing => {
                let part = arguments.first().map(|argument| self.value(argument));
                Ok(Value::Truth(matches!(part, Some(Err(Why::Missing(_))))))
            }
        }
    }

    fn on_number(self, arguments: &[Expr], function: impl FnOnce(&Exact) -> Part<Exact>) -> Part {
        let number = self.number(&arguments[0])?;
        function(&number).map(Value::Number)
    }

    /// The first value that stands in `order` to all the others.
    fn extreme(self, arguments: &[Expr], order: BinaryOperator) -> Part {
        let mut values = all(arguments.iter().map(|argument| self.value(argument)))?;
        let mut best = values.swap_remove(0);
        for value in values {
            if compare(order, &value, &best) {
                best = value;
            }
        }
        Ok(best)
    }

    fn clamp(self, arguments: &[Expr]) -> Part {
        let values = all(arguments.iter().map(|argument| self.value(argument)))?;
        let [value, low, high] = &values[..] else { return Err(super::unreachable_kind()) };
        let below = |a: &Value, b: &Value| compare(BinaryOperator::Less, a, b);
        if below(high, low) {
            return Err(Why::undefined(Undefined::EmptyRange));
        }
        let kept = if below(value, low) {
            low
        } else if below(high, value) {
            high
        } else {
            value
        };
        Ok(kept.clone())
    }

    /// The second value when the first is not known; all the reasons when neither is.
    fn or_else(self, arguments: &[Expr]) -> Part {
        match self.value(&arguments[0]) {
            Ok(value) => Ok(value),
            Err(why) => self.value(&arguments[1]).map_err(|more| why.and(more)),
        }
    }

    // --- several periods ---

    fn over_periods(self, function: Function, arguments: &[Expr]) -> Part {
        let ExprKind::Item(item) = &arguments[0].kind else { return Err(super::unreachable_kind()) };
        let periods = match arguments.get(1) {
            Some(count) => self.periods(count, greatest_periods(function)),
            None => Ok(1),
        };
        if function == Function::Count {
            let known = (0..periods?).filter(|back| self.item(item, *back).is_ok()).count();
            return Ok(Value::Number(Exact::from(known as i64)));
        }
        // how far back is needed is told even when an item is missing too
        let looks_back = matches!(function, Function::Growth | Function::MeanGrowth);
        let values = match &periods {
            Ok(periods) => self.values(item, periods + u8::from(looks_back)),
            Err(_) => self.values(item, 1),
        };
        let (periods, values) = both(periods, values)?;
        let count = Exact::from(i64::from(periods));
        match function {
            Function::Sum => Ok(Value::Number(total(values))),
            Function::Mean => Ok(Value::Number(total(values) / count)),
            _ => mean_growth(&values, &count).map(Value::Number),
        }
    }

    fn periods(self, count: &Expr, most: u8) -> Part<u8> {
        let count = self.number(count)?;
        let fits =
            in_periods(&count, most).then(|| count.to_i64().and_then(|count| u8::try_from(count).ok()));
        fits.flatten().ok_or_else(|| Why::undefined(Undefined::PeriodsOutOfRange))
    }

    /// The item in this and the earlier periods, newest first.
    fn values(self, item: &ItemRef, periods: u8) -> Part<Vec<Exact>> {
        all((0..periods).map(|back| match self.item(item, back)? {
            Value::Number(number) => Ok(number),
            _ => Err(super::unreachable_kind()),
        }))
    }

    // --- dates, labels, results ---

    fn since(self, function: Function, arguments: &[Expr]) -> Part {
        let Value::Date(date) = self.value(&arguments[0])? else { return Err(super::unreachable_kind()) };
        let as_of = self.facts.as_of();
        Ok(Value::Number(match function {
            Function::YearsSince => calendar::years_between(date, as_of),
            _ => Exact::from(calendar::days_between(date, as_of)),
        }))
    }

    fn label(self, arguments: &[Expr]) -> Part {
        let ExprKind::Text(label) = &arguments[0].kind else { return Err(super::unreachable_kind()) };
        let held = self.facts.has_label(label);
        held.map(Value::Truth).ok_or_else(|| Why::missing(Missing::Label(label.clone())))
    }

    fn result(self, kind: ResultKind, arguments: &[Expr]) -> Part {
        let scheme = arguments.first().and_then(|argument| match &argument.kind {
            ExprKind::Text(scheme) => Some(scheme.as_str()),
            _ => None,
        });
        match (kind, self.facts.result(kind, scheme)) {
            (ResultKind::Points, Some(Fact::Number(points))) => Ok(Value::Number(points)),
            (ResultKind::Stage | ResultKind::Grade, Some(Fact::Text(code))) => Ok(Value::Text(code)),
            _ => Err(Why::missing(Missing::Result(kind, scheme.map(str::to_owned)))),
        }
    }
}

fn total(values: Vec<Exact>) -> Exact {
    values.into_iter().fold(Exact::ZERO, |sum, value| sum + value)
}

/// Mean of the ratios of each value to the one behind it, minus one.
fn mean_growth(values: &[Exact], count: &Exact) -> Part<Exact> {
    let mut ratios = Exact::ZERO;
    for (value, before) in values.iter().zip(values.iter().skip(1)) {
        if before.is_negative() {
            return Err(Why::undefined(Undefined::NotComparable));
        }
        let ratio = value.checked_div(before).ok_or_else(|| Why::undefined(Undefined::NotComparable))?;
        ratios = ratios + ratio;
    }
    let mean = ratios.checked_div(count).ok_or_else(super::unreachable_kind)?;
    Ok(mean - Exact::ONE)
}
