//! Numbers with their units, and dates.

use jiff::civil::Date;

use super::Lexer;
use crate::{
    Exact, NotANumber, Sentence, UNITS, Unit, codes, suggest,
    token::{INFIX, SPOKEN, Token, begins_name, keyword},
};

/// Spellings of units that people use beside the table: 三个月 is 3月.
const ALIASES: &[(&str, &str)] = &[("个月", "月"), ("个百分点", "百分点")];

enum Found {
    None,
    Unit(&'static Unit, usize),
    Unknown(usize),
}

impl Lexer<'_> {
    pub(super) fn number(&mut self) {
        if self.date() {
            return;
        }
        let start = self.next;
        self.next = self.digits_end();
        let grouped = self.skip_groups(start);
        let malformed = self.skip_fraction();
        let text = self.folded(start, self.next).replace(',', "");
        if grouped {
            self.report_groups(start, &text);
        }
        let value = if malformed { None } else { self.read(start, &text) };
        if malformed {
            self.report_malformed(start);
        }
        let unit = self.unit(start);
        let token = match (value, unit) {
            (Some(value), Ok(unit)) => Token::Number { value, unit },
            _ => Token::Unreadable,
        };
        self.push(token, start);
    }

    fn digits_end(&self) -> usize {
        let mut end = self.next;
        while self.is_digit(end) {
            end += 1;
        }
        end
    }

    /// Steps over `,234,567` behind one to three digits.
    fn skip_groups(&mut self, start: usize) -> bool {
        if self.next - start > 3 || self.letter(start) == '0' {
            return false;
        }
        let before = self.next;
        while self.separates_thousands(self.next)
            && (1..=3).all(|offset| self.is_digit(self.next + offset))
            && !self.is_digit(self.next + 4)
        {
            self.next += 4;
        }
        self.next > before
    }

    /// A comma; a full-width one (which people put between arguments without a space) only before a zero.
    fn separates_thousands(&self, at: usize) -> bool {
        self.raw(at) == ',' || self.raw(at) == '，' && self.letter(at + 1) == '0'
    }

    fn report_groups(&mut self, start: usize, text: &str) {
        self.report(
            codes::THOUSANDS_SEPARATOR,
            self.span(start, self.next),
            Sentence::new("数中不能用千分位逗号", "a number cannot have thousands separators"),
            Sentence::new(
                format!("写成 {text}；如果是两个数，请在逗号后空一格"),
                format!("write {text}; if these are two numbers, put a space behind the comma"),
            ),
        );
    }

    /// Steps over `.5`, and over more points; whether there was more than one, or one without digits.
    fn skip_fraction(&mut self) -> bool {
        let mut points = 0;
        while self.letter(self.next) == '.' {
            points += if self.is_digit(self.next + 1) { 1 } else { 2 };
            self.next += 1;
            self.next = self.digits_end();
        }
        points > 1
    }

    fn report_malformed(&mut self, start: usize) {
        self.report(
            codes::MALFORMED_NUMBER,
            self.span(start, self.next),
            Sentence::new("数的写法不对", "this is not a number"),
            Sentence::new(
                "小数点只能有一个，两边都要有数字，如 0.5",
                "write one point with digits on both sides, as in 0.5",
            ),
        );
    }

    fn read(&mut self, start: usize, text: &str) -> Option<Exact> {
        match text.parse() {
            Ok(value) => Some(value),
            Err(NotANumber::TooLong) => {
                self.report(
                    codes::NUMBER_TOO_LONG,
                    self.span(start, self.next),
                    Sentence::new("数超过 38 位", "the number has more than 38 digits"),
                    Sentence::new("换用更大的单位或减少小数位", "use a larger unit or fewer decimals"),
                );
                None
            }
            Err(NotANumber::Malformed) => {
                self.report_malformed(start);
                None
            }
        }
    }

    /// The unit behind a number; `Err` when there is one that is not known (reported).
    fn unit(&mut self, start: usize) -> Result<Option<&'static Unit>, ()> {
        let behind = self.next;
        let mut at = behind;
        while self.letter(at).is_whitespace() {
            at += 1;
        }
        match self.unit_at(at) {
            Found::Unit(unit, end) => {
                self.next = end;
                Ok(Some(unit))
            }
            Found::Unknown(end) if at == behind => {
                self.next = end;
                self.report_unknown_unit(start, at);
                Err(())
            }
            Found::Unknown(_) | Found::None => Ok(None),
        }
    }

    fn unit_at(&self, at: usize) -> Found {
        let first = self.letter(at);
        if matches!(first, '%' | '‰') {
            return Unit::named(&first.to_string()).map_or(Found::None, |unit| Found::Unit(unit, at + 1));
        }
        if !begins_name(first) {
            return Found::None;
        }
        let end = self.word_end(at);
        // the whole word, or the front of a word such as 万元且研发费用
        for stop in (at + 1..=end).rev() {
            let ends_here = stop == end || self.infix_at(stop);
            if ends_here && let Some(unit) = named(&self.folded(at, stop)) {
                return Found::Unit(unit, stop);
            }
        }
        if keyword(&self.folded(at, end)).is_some() || self.infix_at(at) {
            Found::None
        } else {
            Found::Unknown(end)
        }
    }

    fn infix_at(&self, at: usize) -> bool {
        INFIX.iter().any(|(_, word)| self.starts_with(at, word))
            || SPOKEN.iter().any(|(word, ..)| self.starts_with(at, word))
    }

    fn report_unknown_unit(&mut self, start: usize, at: usize) {
        let word = self.folded(at, self.next);
        let span = self.span(at, self.next);
        let number = self.folded(start, at);
        let symbols = UNITS.iter().map(|unit| unit.symbol);
        let hint = ten_thousands(&number, &word)
            .or_else(|| suggest::did_you_mean(&word, symbols.chain(UNITS.iter().map(|unit| unit.ascii))))
            .unwrap_or_else(|| {
                Sentence::new(
                    "可用的单位有元、万元、亿元、人、个、件、项、年、月、日、分、% 等；以数字开头的名称请用【】括起来",
                    "known units are yuan, wan_yuan, yi_yuan, persons, pieces, years, months, days, points, % and more; \
                     put a name that begins with a digit in backticks",
                )
            });
        self.report(
            codes::UNKNOWN_UNIT,
            span,
            Sentence::new(format!("不认识的单位“{word}”"), format!("unknown unit `{word}`")),
            hint,
        );
    }

    /// `2026-04-01` or `2026年4月1日`; whether there was one.
    fn date(&mut self) -> bool {
        let start = self.next;
        let found = self.date_parts(['-', '-', '\0']).or_else(|| self.date_parts(['年', '月', '日']));
        let Some(([year, month, day], end)) = found else { return false };
        self.next = end;
        let iso = self.letter(start + 4) == '-';
        if iso && end - start != 10 {
            self.report_short_date(start, [year, month, day]);
            self.push(Token::Unreadable, start);
            return true;
        }
        match to_date(year, month, day) {
            Some(date) => self.push(Token::Date(date), start),
            None => self.report_impossible_date(start),
        }
        true
    }

    /// Four digits, one or two, one or two, each followed by its mark (NUL: nothing), and where they end.
    fn date_parts(&self, marks: [char; 3]) -> Option<([u32; 3], usize)> {
        let mut at = self.next;
        let mut parts = [0; 3];
        for (place, (mark, widths)) in marks.into_iter().zip([4..=4, 1..=2, 1..=2]).enumerate() {
            let first = at;
            while self.is_digit(at) {
                at += 1;
            }
            if !widths.contains(&(at - first)) {
                return None;
            }
            parts[place] = self.folded(first, at).parse().ok()?;
            if mark != '\0' {
                (self.letter(at) == mark).then_some(())?;
                at += 1;
            }
        }
        Some((parts, at))
    }

    fn report_short_date(&mut self, start: usize, [year, month, day]: [u32; 3]) {
        self.report(
            codes::MALFORMED_DATE,
            self.span(start, self.next),
            Sentence::new("日期的月和日要写两位", "month and day of a date need two digits"),
            Sentence::new(
                format!("日期写成 {year}-{month:02}-{day:02}；如果是减法，请在减号两边空格"),
                format!("write the date as {year}-{month:02}-{day:02}; for a subtraction put spaces around the minus"),
            ),
        );
    }

    fn report_impossible_date(&mut self, start: usize) {
        self.report(
            codes::IMPOSSIBLE_DATE,
            self.span(start, self.next),
            Sentence::new("没有这一天", "this day does not exist"),
            Sentence::new("检查月份和日子", "check month and day"),
        );
        self.push(Token::Unreadable, start);
    }
}

fn to_date(year: u32, month: u32, day: u32) -> Option<Date> {
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

fn named(word: &str) -> Option<&'static Unit> {
    let word = ALIASES.iter().find(|(alias, _)| *alias == word).map_or(word, |(_, symbol)| symbol);
    Unit::named(word)
}

/// 2000万, 1.5亿: money without its 元; 5万人: a multiple of a unit that has none.
fn ten_thousands(number: &str, word: &str) -> Option<Sentence> {
    let multiples = [("百万", 6), ("千万", 7), ("万", 4), ("亿", 8), ("千", 3), ("百", 2)];
    let (unit, power) =
        multiples.iter().find_map(|(multiple, power)| Some((word.strip_prefix(multiple)?, *power)))?;
    if unit.is_empty() {
        return Some(Sentence::new(
            format!("金额请写成 {number}{word}元"),
            format!("for money write {number}{word}元"),
        ));
    }
    let unit = named(unit)?;
    let value = number.trim().parse::<Exact>().ok()?.shift(power);
    Some(Sentence::new(format!("写成 {value}{}", unit.symbol), format!("write {value} {}", unit.ascii)))
}
