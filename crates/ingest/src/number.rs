//! Decimals as people type them, and the double or the exact decimal they are kept as.

use formula::{Exact, MAX_DIGITS, NotANumber};

/// `mantissa × 10^exponent`, without trailing zeros in the mantissa.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Decimal {
    pub(crate) mantissa: i128,
    pub(crate) exponent: i32,
}

const POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    1e19, 1e20, 1e21, 1e22,
];

impl Decimal {
    pub(crate) fn new(mut mantissa: i128, mut exponent: i32) -> Self {
        if mantissa == 0 {
            return Self { mantissa: 0, exponent: 0 };
        }
        // Most numbers are short, and dividing short ones is much faster.
        if let Ok(mut short) = i64::try_from(mantissa) {
            while short % 10 == 0 {
                short /= 10;
                exponent += 1;
            }
            return Self { mantissa: i128::from(short), exponent };
        }
        while mantissa % 10 == 0 {
            mantissa /= 10;
            exponent += 1;
        }
        Self { mantissa, exponent }
    }

    /// Reads `-12`, `0.05`, `.5`, `1.2E+3`: ASCII only, no separators. Same language as [`Exact`]'s own reader.
    pub(crate) fn parse(text: &str) -> Result<Self, NotANumber> {
        let bytes = text.as_bytes();
        if let Some(short) = Self::parse_short(bytes) {
            return Ok(short);
        }
        let (negative, mut rest) = match bytes {
            [b'-', rest @ ..] => (true, rest),
            [b'+', rest @ ..] => (false, rest),
            rest => (false, rest),
        };
        let (mut mantissa, mut places, mut digits, mut significant) = (0i128, 0i32, 0usize, 0usize);
        let mut point = false;
        while let [byte, tail @ ..] = rest {
            match byte {
                b'0'..=b'9' => {
                    digits += 1;
                    significant += usize::from(significant > 0 || *byte != b'0');
                    if significant > MAX_DIGITS {
                        return Err(NotANumber::TooLong);
                    }
                    mantissa = mantissa * 10 + i128::from(byte - b'0');
                    places += i32::from(point);
                }
                b'.' if !point => point = true,
                b'e' | b'E' => break,
                _ => return Err(NotANumber::Malformed),
            }
            rest = tail;
        }
        if digits == 0 {
            return Err(NotANumber::Malformed);
        }
        let exponent = match rest {
            [] => 0,
            [_, exponent @ ..] => parse_exponent(exponent)?,
        };
        if places > 64 {
            return Err(NotANumber::TooLong);
        }
        Ok(Self::new(if negative { -mantissa } else { mantissa }, exponent - places))
    }

    /// Reads at most 18 digits with at most one point, as nearly all numbers are written.
    fn parse_short(bytes: &[u8]) -> Option<Self> {
        let (negative, digits) = match bytes {
            [b'-', rest @ ..] => (true, rest),
            rest => (false, rest),
        };
        if digits.len() > 18 {
            return None;
        }
        let (mut mantissa, mut point) = (0i64, None);
        for (place, byte) in digits.iter().enumerate() {
            match byte {
                b'0'..=b'9' => mantissa = mantissa * 10 + i64::from(byte - b'0'),
                b'.' if point.is_none() => point = Some(place),
                _ => return None,
            }
        }
        let places = point.map_or(0, |point| digits.len() - point - 1);
        if digits.len() == usize::from(point.is_some()) {
            return None;
        }
        let mantissa = i128::from(if negative { -mantissa } else { mantissa });
        Some(Self::new(mantissa, -i32::try_from(places).ok()?))
    }

    /// The shortest decimal that reads back as `value`; `None` for NaN and infinities.
    pub(crate) fn from_double(value: f64) -> Option<Self> {
        if !value.is_finite() {
            return None;
        }
        if value.fract() == 0.0 && value.abs() < 9_007_199_254_740_992.0 {
            #[expect(clippy::cast_possible_truncation, reason = "a whole number below 2^53")]
            return Some(Self::new(i128::from(value as i64), 0));
        }
        Self::parse(&format!("{value:e}")).ok()
    }

    /// The nearest double; infinite beyond its range.
    pub(crate) fn to_double(self) -> f64 {
        let small = self.mantissa.unsigned_abs() < 1 << 53;
        let power = POWERS.get(self.exponent.unsigned_abs() as usize);
        match power {
            // Both are exact doubles, so a single operation rounds once.
            #[expect(clippy::cast_precision_loss, reason = "below 2^53")]
            Some(power) if small && self.exponent >= 0 => self.mantissa as f64 * power,
            #[expect(clippy::cast_precision_loss, reason = "below 2^53")]
            Some(power) if small => self.mantissa as f64 / power,
            _ => format!("{}e{}", self.mantissa, self.exponent).parse().unwrap_or(f64::INFINITY),
        }
    }

    /// Whether `double`, the nearest double, has this decimal as its shortest text.
    pub(crate) fn is_shortest_of(self, double: f64) -> bool {
        let fifteen_digits = self.mantissa.unsigned_abs() < 1_000_000_000_000_000;
        let ordinary = (1e-290..1e290).contains(&double.abs()) || self.mantissa == 0;
        (fifteen_digits && ordinary) || Self::from_double(double) == Some(self)
    }

    pub(crate) fn exact(self) -> Exact {
        Exact::scaled(self.mantissa, self.exponent)
    }

    /// The decimal an exact number is, when it is one with at most 38 digits.
    pub(crate) fn from_exact(value: &Exact) -> Option<Self> {
        if !value.is_decimal() {
            return None;
        }
        Self::parse(&value.to_string()).ok()
    }

    pub(crate) fn is_whole(self) -> bool {
        self.exponent >= 0
    }

    /// `self × 10^digits`.
    pub(crate) fn shift(self, digits: i32) -> Self {
        if self.mantissa == 0 { self } else { Self { exponent: self.exponent + digits, ..self } }
    }

    /// The mantissa at `scale` decimal places, when it has at most 38 digits.
    pub(crate) fn at_scale(self, scale: i32) -> Option<i128> {
        if self.mantissa == 0 {
            return Some(0);
        }
        let power = u32::try_from(self.exponent + scale).ok()?;
        let mantissa = self.mantissa.checked_mul(10i128.checked_pow(power)?)?;
        (mantissa.unsigned_abs() < 10u128.pow(38)).then_some(mantissa)
    }
}

fn parse_exponent(bytes: &[u8]) -> Result<i32, NotANumber> {
    let value: i32 =
        std::str::from_utf8(bytes).ok().and_then(|text| text.parse().ok()).ok_or(NotANumber::Malformed)?;
    if value.abs() > 330 { Err(NotANumber::TooLong) } else { Ok(value) }
}

#[cfg(test)]
mod tests {
    use formula::Exact;
    use proptest::prelude::*;

    use super::Decimal;

    #[test]
    fn a_decimal_knows_when_a_double_is_enough() {
        for (text, enough) in [
            ("0.1", true),
            ("123456789012345", true),
            ("0.30000000000000004", true),
            ("0.30000000000000002", false),
            ("12345678901234567", false),
            ("9007199254740993", false),
            ("1e-320", true),
            ("1e22", true),
        ] {
            let decimal = Decimal::parse(text).unwrap();
            assert_eq!(decimal.is_shortest_of(decimal.to_double()), enough, "{text}");
        }
    }

    proptest! {
        #[test]
        fn it_reads_what_the_exact_reader_reads(text in "[-+]?[0-9]{0,25}(\\.[0-9]{0,20})?([eE][-+]?[0-9]{1,2})?") {
            prop_assert_eq!(Decimal::parse(&text).map(Decimal::exact), text.parse::<Exact>());
        }

        #[test]
        fn its_double_is_the_nearest(mantissa in any::<i64>(), exponent in -30i32..30) {
            let decimal = Decimal::new(i128::from(mantissa), exponent);
            let expected: f64 = format!("{mantissa}e{exponent}").parse().unwrap();
            prop_assert_eq!(decimal.to_double().to_bits(), (expected + 0.0).to_bits());
        }

        #[test]
        fn every_double_is_the_double_of_its_decimal(value in any::<f64>()) {
            prop_assume!(value.is_finite());
            let decimal = Decimal::from_double(value).unwrap();
            prop_assert!(decimal.is_shortest_of(value));
            prop_assert_eq!(decimal.to_double().to_bits(), (value + 0.0).to_bits());
        }
    }
}
