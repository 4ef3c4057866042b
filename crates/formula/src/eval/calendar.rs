//! Years and days between two dates.

use jiff::civil::Date;

use crate::Exact;

/// Calendar days from `date` to `as_of`; negative when `date` is later.
pub(super) fn days_between(date: Date, as_of: Date) -> i64 {
    day_number(as_of) - day_number(date)
}

/// Whole anniversaries of `date` passed by `as_of`, plus the days since the last one over the days of the year that
/// runs from it to the next. Negative when `date` is later. Who is born on 29 February has the anniversary on the
/// 28th in common years.
pub(super) fn years_between(date: Date, as_of: Date) -> Exact {
    let today = day_number(as_of);
    let mut passed = i64::from(as_of.year()) - i64::from(date.year());
    if anniversary(date, passed) > today {
        passed -= 1;
    }
    let (last, next) = (anniversary(date, passed), anniversary(date, passed + 1));
    let part = Exact::ratio(i128::from(today - last), i128::from(next - last)).unwrap_or_default();
    Exact::from(passed) + part
}

/// The day number of the `years`-th anniversary.
fn anniversary(date: Date, years: i64) -> i64 {
    let year = i64::from(date.year()) + years;
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let day = if date.month() == 2 && date.day() == 29 && !leap { 28 } else { date.day() };
    days_from_civil(year, date.month().into(), day.into())
}

fn day_number(date: Date) -> i64 {
    days_from_civil(date.year().into(), date.month().into(), date.day().into())
}

/// Days since 0000-03-01 in the proleptic Gregorian calendar, for any year: dates beyond what [`Date`] can hold come
/// up as "the next anniversary" of its last year. Years begin in March, so that the leap day is the last of its year.
fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let leaps = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    365 * year + leaps + (153 * month + 2) / 5 + day - 1
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[track_caller]
    fn check(from: (i16, i8, i8), to: (i16, i8, i8), years: &str, days: i64) {
        let (from, to) = (date(from.0, from.1, from.2), date(to.0, to.1, to.2));
        assert_eq!(years_between(from, to).to_string(), years);
        assert_eq!(days_between(from, to), days);
    }

    #[test]
    fn years_are_anniversaries_and_a_part() {
        check((2020, 1, 1), (2023, 1, 1), "3", 1096);
        check((2020, 1, 1), (2022, 12, 31), "1094/365", 1095);
        check((2023, 4, 1), (2024, 4, 1), "1", 366);
        check((2023, 4, 1), (2024, 3, 31), "365/366", 365);
        check((2024, 2, 29), (2025, 2, 28), "1", 365);
        check((2024, 2, 29), (2025, 2, 27), "364/365", 364);
        check((2024, 2, 29), (2028, 2, 28), "1463/366", 1460);
        check((2024, 2, 29), (2028, 2, 29), "4", 1461);
    }

    #[test]
    fn a_later_date_gives_negative_years() {
        check((2027, 1, 1), (2026, 1, 1), "-1", -365);
        check((2026, 1, 2), (2026, 1, 1), "-1/365", -1);
        check((2026, 1, 1), (2026, 1, 1), "0", 0);
    }

    #[test]
    fn the_ends_of_the_calendar_are_no_trouble() {
        check((9999, 12, 31), (9999, 12, 31), "0", 0);
        check((9998, 12, 31), (9999, 12, 31), "1", 365);
        assert!(days_between(Date::MIN, Date::MAX) > 7_000_000);
        assert!(years_between(Date::MIN, Date::MAX) > Exact::from(19_998));
    }

    #[test]
    fn days_agree_with_the_calendar_library() {
        let start = date(1899, 12, 31);
        for step in (0..80_000i64).step_by(37) {
            let day = start.checked_add(jiff::SignedDuration::from_hours(24 * step)).unwrap();
            assert_eq!(days_between(start, day), step, "{day}");
        }
    }
}
