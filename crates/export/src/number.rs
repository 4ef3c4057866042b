//! Exact decimals as text and as Arrow columns.

use std::sync::Arc;

use arrow::array::{ArrayRef, Decimal128Array, Float64Array};
use formula::Exact;

use crate::ExportProblem;

/// `mantissa × 10^-scale` without trailing zeros and without an exponent.
pub(crate) fn decimal_text(mantissa: i128, scale: i8) -> String {
    let Ok(places) = usize::try_from(scale) else {
        return Exact::scaled(mantissa, -i32::from(scale)).to_string();
    };
    let sign = if mantissa < 0 { "-" } else { "" };
    let digits = format!("{:0>width$}", mantissa.unsigned_abs(), width = places + 1);
    let (whole, fraction) = digits.split_at(digits.len() - places);
    let fraction = fraction.trim_end_matches('0');
    if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
}

/// The double that means `value`, when there is one.
pub(crate) fn as_double(value: &Exact) -> Option<f64> {
    let double = value.to_f64();
    (Exact::from_f64_shortest(double).as_ref() == Some(value)).then_some(double)
}

/// The number a workbook may hold for `value`: spreadsheets keep 15 digits, a longer number must be written as text.
pub(crate) fn for_workbook(value: &Exact) -> Option<f64> {
    let double = as_double(value)?;
    let kept: f64 = format!("{double:.14e}").parse().ok()?;
    (kept.to_bits() == double.to_bits()).then_some(double)
}

/// Doubles when every value is the shortest text of one, `Decimal128(38, s)` otherwise.
pub(crate) fn column(values: &[Option<Exact>]) -> Result<ArrayRef, ExportProblem> {
    let doubles: Option<Vec<Option<f64>>> = values
        .iter()
        .map(|value| match value {
            None => Some(None),
            Some(value) => as_double(value).map(Some),
        })
        .collect();
    if let Some(doubles) = doubles {
        return Ok(Arc::new(Float64Array::from(doubles)));
    }
    let scale =
        (0..=38i8).find(|scale| values.iter().flatten().all(|it| it.shift(i32::from(*scale)).is_integer()));
    let Some(scale) = scale else { return Err(not_a_decimal()) };
    let mantissas: Option<Vec<Option<i128>>> = values
        .iter()
        .map(|value| match value {
            None => Some(None),
            Some(value) => value.shift(i32::from(scale)).to_ratio_i128().map(|(mantissa, _)| Some(mantissa)),
        })
        .collect();
    let array =
        Decimal128Array::from(mantissas.ok_or_else(not_a_decimal)?).with_precision_and_scale(38, scale)?;
    array.validate_decimal_precision(38).map_err(|_| not_a_decimal())?;
    Ok(Arc::new(array))
}

pub(crate) fn not_a_decimal() -> ExportProblem {
    ExportProblem::new(
        "not-a-decimal",
        "有一个数不是38位以内的有限小数。",
        "A number is not a finite decimal of at most 38 digits.",
    )
}

/// The shortest decimal text of a double, without an exponent; empty for what is no number.
pub(crate) fn double_text(value: f64) -> String {
    if value.is_finite() { (value + 0.0).to_string() } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_written_as_exact_numbers_are() {
        for (mantissa, scale, text) in
            [(0, 4, "0"), (50_000, 4, "5"), (-5, 1, "-0.5"), (1_234_500, 4, "123.45"), (7, -2, "700")]
        {
            assert_eq!(decimal_text(mantissa, scale), text);
        }
        for power in 0..37 {
            let mantissa = 10i128.pow(power);
            for mantissa in [mantissa, mantissa - 1, 17 * mantissa / 10, -mantissa, -mantissa - 1] {
                for scale in [-3, 0, 1, 4, 12, 38] {
                    let exact = Exact::scaled(mantissa, -i32::from(scale));
                    assert_eq!(decimal_text(mantissa, scale), exact.to_string());
                }
            }
        }
    }

    #[test]
    fn doubles_are_written_as_the_decimals_they_mean() {
        for value in [0.0, -0.0, 0.1, 0.1 + 0.2, 1e22, 123_456_789.125, -2.5e-9, 1e38, 5e-38] {
            let exact = Exact::from_f64_shortest(value).map(|exact| exact.to_string());
            assert_eq!(Some(double_text(value)), exact);
        }
        assert_eq!([double_text(f64::NAN), double_text(f64::INFINITY)], ["", ""]);
        assert_eq!(double_text(2f64.powi(200)).len(), 61);
    }
}
