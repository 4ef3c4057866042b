//! Day counts of workbooks: the 1900 system with its 29 February that never was, and the 1904 system.

use jiff::civil::{Date, DateTime, Time, date};

/// The moment a day count stands for, to the millisecond; `None` for 1900-02-29, negative counts and counts beyond
/// the year 9999.
pub(crate) fn moment(serial: f64, date1904: bool) -> Option<DateTime> {
    if !(0.0..2_958_466.0).contains(&serial) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "the range was checked above")]
    let milliseconds = (serial * 86_400_000.0).round() as i64;
    let (days, rest) = (milliseconds / 86_400_000, milliseconds % 86_400_000);
    let day = day(days, date1904)?;
    Some(day.to_datetime(time(rest)?))
}

fn day(days: i64, date1904: bool) -> Option<Date> {
    let (epoch, days) = match days {
        days if date1904 => (date(1904, 1, 1), days),
        60 => return None,
        // Before the phantom day the count starts one day later.
        days if days < 60 => (date(1899, 12, 31), days),
        days => (date(1899, 12, 30), days),
    };
    epoch.checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}

fn time(milliseconds: i64) -> Option<Time> {
    let part = |divisor: i64, modulus: i64| i8::try_from(milliseconds / divisor % modulus).ok();
    let nanoseconds = i32::try_from(milliseconds % 1_000).ok()? * 1_000_000;
    Time::new(part(3_600_000, 24)?, part(60_000, 60)?, part(1_000, 60)?, nanoseconds).ok()
}

#[cfg(test)]
mod tests {
    use super::moment;

    #[test]
    fn day_counts_are_read_in_both_systems() {
        for (serial, date1904, text) in [
            (44_197.0, false, "2021-01-01T00:00:00"),
            (42_735.0, true, "2021-01-01T00:00:00"),
            (1.0, false, "1900-01-01T00:00:00"),
            (59.0, false, "1900-02-28T00:00:00"),
            (61.0, false, "1900-03-01T00:00:00"),
            (43_831.042_372_685_18, false, "2020-01-01T01:01:01"),
        ] {
            assert_eq!(moment(serial, date1904).unwrap().to_string(), text);
        }
        for serial in [60.0, -1.0, 1e12, f64::NAN, f64::INFINITY] {
            assert_eq!(moment(serial, false), None, "{serial}");
        }
    }
}
