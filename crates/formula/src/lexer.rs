//! From text to tokens. Every problem is reported and stands as a token, so that reading goes on behind it.

use crate::{
    Diagnostic, Sentence, Span, codes,
    token::{
        BEHIND_COMMA, FOREIGN, INFIX, Keyword, Lexeme, PREFIX, SPOKEN, SPOKEN_PREFIX, SYMBOLS, Symbol, Token,
        begins_name, continues_name, fold, keyword,
    },
};

mod number;

/// The tokens of `source`, closed by [`Token::End`], and every problem met.
pub(crate) fn lex(source: &str) -> (Vec<Lexeme>, Vec<Diagnostic>) {
    let letters = source.char_indices().map(|(at, raw)| Letter { at, raw, folded: fold(raw) }).collect();
    let mut lexer = Lexer { source, letters, next: 0, lexemes: Vec::new(), problems: Vec::new() };
    lexer.run();
    (lexer.lexemes, lexer.problems)
}

#[derive(Clone, Copy)]
struct Letter {
    at: usize,
    raw: char,
    folded: char,
}

struct Lexer<'s> {
    source: &'s str,
    letters: Vec<Letter>,
    next: usize,
    lexemes: Vec<Lexeme>,
    problems: Vec<Diagnostic>,
}

impl Lexer<'_> {
    fn run(&mut self) {
        while let Some(letter) = self.letters.get(self.next) {
            match letter.folded {
                blank if blank.is_whitespace() => self.next += 1,
                '0'..='9' => self.number(),
                '"' | '\'' | '“' | '‘' | '「' | '『' => self.text(),
                '`' | '【' => self.quoted_name(),
                first if begins_name(first) => self.word(),
                _ => self.symbol(),
            }
        }
        self.push(Token::End, self.next);
    }

    /// The folded letter at `place`; a NUL behind the end.
    fn letter(&self, place: usize) -> char {
        self.letters.get(place).map_or('\0', |letter| letter.folded)
    }

    fn raw(&self, place: usize) -> char {
        self.letters.get(place).map_or('\0', |letter| letter.raw)
    }

    fn offset(&self, place: usize) -> usize {
        self.letters.get(place).map_or(self.source.len(), |letter| letter.at)
    }

    /// The bytes of letters `start..end`.
    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.offset(start), self.offset(end))
    }

    fn folded(&self, start: usize, end: usize) -> String {
        (start..end).map(|place| self.letter(place)).collect()
    }

    fn is_digit(&self, place: usize) -> bool {
        self.letter(place).is_ascii_digit()
    }

    fn starts_with(&self, place: usize, text: &str) -> bool {
        text.chars().enumerate().all(|(offset, letter)| self.letter(place + offset) == letter)
    }

    fn word_end(&self, start: usize) -> usize {
        let mut end = start;
        while continues_name(self.letter(end)) {
            end += 1;
        }
        end
    }

    /// Closes the token that began at letter `start` and ends before the next letter.
    fn push(&mut self, token: Token, start: usize) {
        let span = self.span(start, self.next);
        self.lexemes.push(Lexeme { token, span });
    }

    fn report(&mut self, code: &'static str, span: Span, message: Sentence, hint: Sentence) {
        self.problems.push(Diagnostic::error(code, span, message).with_hint(hint));
    }

    /// Whether the last token ends a value, so that an operator must follow.
    fn behind_value(&self) -> bool {
        self.lexemes.last().is_some_and(|lexeme| match &lexeme.token {
            Token::Number { .. }
            | Token::Text(_)
            | Token::Date(_)
            | Token::Name { .. }
            | Token::Unreadable => true,
            Token::Keyword(word) => matches!(word, Keyword::True | Keyword::False),
            Token::Symbol(symbol) => {
                matches!(symbol, Symbol::CloseRound | Symbol::CloseSquare | Symbol::CloseCurly)
            }
            Token::End => false,
        })
    }

    fn word(&mut self) {
        let start = self.next;
        let end = self.word_end(start);
        let word = self.folded(start, end);
        if let Some(entry) = self.spoken(start) {
            return self.foreign(start, entry);
        }
        let (token, length) = match (keyword(&word), self.leading_keyword(start)) {
            (Some(keyword), _) => (Token::Keyword(keyword), end - start),
            (None, Some((keyword, length))) => (Token::Keyword(keyword), length),
            (None, None) => (Token::Name { name: word, quoted: false }, end - start),
        };
        self.next = start + length;
        self.push(token, start);
    }

    /// A word of everyday language where a keyword or sign should stand: 不低于, 并且, 如果 …
    fn spoken(&self, start: usize) -> Option<&'static (&'static str, &'static str, Token)> {
        let behind = if self.behind_value() { SPOKEN } else { &[] };
        behind.iter().chain(SPOKEN_PREFIX).find(|(word, ..)| self.starts_with(start, word))
    }

    /// A keyword written without a space before the word that follows it: `…5%且研发费用…`, `若营业收入…`, `，则净利润…`.
    fn leading_keyword(&self, start: usize) -> Option<(Keyword, usize)> {
        let behind_comma = self.lexemes.last().is_some_and(|last| last.token == Token::Symbol(Symbol::Comma));
        let before = match (self.behind_value(), behind_comma) {
            (true, _) => INFIX,
            (_, true) => BEHIND_COMMA,
            _ => &[],
        };
        let (keyword, spelling) =
            before.iter().chain(PREFIX).find(|(_, spelling)| self.starts_with(start, spelling))?;
        Some((*keyword, spelling.chars().count()))
    }

    fn quoted_name(&mut self) {
        let start = self.next;
        let close = if self.letter(start) == '`' { '`' } else { '】' };
        let Some(end) = self.find_on_line(start + 1, close) else {
            self.next = self.line_end(start);
            self.report(
                codes::UNCLOSED_NAME,
                self.span(start, start + 1),
                Sentence::new(format!("名称缺少“{close}”"), format!("the name lacks its closing `{close}`")),
                Sentence::new(format!("在名称后面补上“{close}”"), format!("put `{close}` behind the name")),
            );
            return self.push(Token::Unreadable, start);
        };
        self.next = end + 1;
        let name = self.source[self.span(start + 1, end).range()].trim();
        if name.is_empty() {
            let span = self.span(start, self.next);
            self.report(
                codes::EMPTY_NAME,
                span,
                Sentence::new("名称是空的", "the name is empty"),
                Sentence::new("写上数据项的名称", "write the name of an item"),
            );
            return self.push(Token::Unreadable, start);
        }
        let name = name.to_owned();
        self.push(Token::Name { name, quoted: true }, start);
    }

    fn line_end(&self, start: usize) -> usize {
        (start..self.letters.len()).find(|place| self.raw(*place) == '\n').unwrap_or(self.letters.len())
    }

    fn find_on_line(&self, start: usize, close: char) -> Option<usize> {
        (start..self.line_end(start)).find(|place| self.raw(*place) == close)
    }

    /// A text in quotes. `\"` and `\\` stand for themselves; a text ends on its line.
    fn text(&mut self) {
        let start = self.next;
        let close = match self.raw(start) {
            '“' => '”',
            '‘' => '’',
            '「' => '」',
            '『' => '』',
            other => other,
        };
        let mut text = String::new();
        self.next += 1;
        loop {
            let letter = self.raw(self.next);
            if self.next >= self.letters.len() || letter == '\n' {
                self.unclosed_text(start, close);
                return self.push(Token::Unreadable, start);
            }
            self.next += 1;
            match letter {
                _ if letter == close => break,
                '\\' => self.escape(&mut text, close),
                _ => text.push(letter),
            }
        }
        self.push(Token::Text(text), start);
    }

    fn escape(&mut self, text: &mut String, close: char) {
        let letter = self.raw(self.next);
        if letter == '\\' || letter == close || letter == '"' {
            text.push(letter);
            self.next += 1;
            return;
        }
        text.push('\\');
        self.report(
            codes::UNKNOWN_ESCAPE,
            self.span(self.next - 1, self.next),
            Sentence::new(
                "反斜杠后面只能是引号或反斜杠",
                "a backslash may only stand before a quotation mark or a backslash",
            ),
            Sentence::new("要写反斜杠本身，请写两个：\\\\", "write a backslash itself as two: \\\\"),
        );
    }

    fn unclosed_text(&mut self, start: usize, close: char) {
        self.report(
            codes::UNCLOSED_TEXT,
            self.span(start, start + 1),
            Sentence::new("引号没有成对", "this quotation mark has no partner"),
            Sentence::new(
                format!("在文本后面、同一行内补上“{close}”"),
                format!("put {close} behind the text, on the same line"),
            ),
        );
    }

    fn symbol(&mut self) {
        let start = self.next;
        let foreign = FOREIGN.iter().find(|(text, ..)| self.starts_with(start, text));
        if let Some(entry) = foreign.filter(|_| !self.starts_with(start, "!=")) {
            self.foreign(start, entry);
        } else if let Some((spelling, symbol)) =
            SYMBOLS.iter().find(|(text, _)| self.starts_with(start, text))
        {
            self.next += spelling.chars().count();
            self.push(Token::Symbol(*symbol), start);
        } else {
            self.unexpected();
        }
    }

    /// An operator of another language: reported, and read as what was meant.
    fn foreign(&mut self, start: usize, (spelling, instead, token): &(&str, &str, Token)) {
        self.next = start + spelling.chars().count();
        self.report(
            codes::UNKNOWN_OPERATOR,
            self.span(start, self.next),
            Sentence::new(format!("没有运算符“{spelling}”"), format!("there is no operator `{spelling}`")),
            Sentence::new(format!("请写：{instead}"), format!("write {instead}")),
        );
        self.push(token.clone(), start);
    }

    /// A run of letters that mean nothing, reported once.
    fn unexpected(&mut self) {
        let start = self.next;
        while self.next < self.letters.len() && !self.is_readable(self.next) {
            self.next += 1;
        }
        self.next = self.next.max(start + 1);
        let shown: String = (start..self.next).take(8).map(|place| visible(self.raw(place))).collect();
        self.report(
            codes::UNEXPECTED_CHARACTER,
            self.span(start, self.next),
            Sentence::new(format!("不认识的字符“{shown}”"), format!("unexpected `{shown}`")),
            Sentence::new(
                "删去它；名称中有特殊字符时，请用【】括起来",
                "remove it; put a name with special characters in backticks",
            ),
        );
    }

    fn is_readable(&self, place: usize) -> bool {
        let letter = self.letter(place);
        letter.is_whitespace()
            || letter.is_ascii_digit()
            || begins_name(letter)
            || matches!(letter, '"' | '\'' | '“' | '‘' | '「' | '『' | '`' | '【')
            || FOREIGN.iter().any(|(text, ..)| self.starts_with(place, text))
            || SYMBOLS.iter().any(|(text, _)| self.starts_with(place, text))
    }
}

/// A letter as a person can see it: control and zero-width letters by number.
fn visible(letter: char) -> String {
    let hidden = letter.is_control() || matches!(letter, '\u{200B}'..='\u{200F}' | '\u{FEFF}' | '\u{2060}');
    if hidden { format!("U+{:04X}", u32::from(letter)) } else { letter.to_string() }
}
