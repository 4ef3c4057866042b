//! Facts of one enterprise that are turned into exact numbers once, however many conditions ask for them.

use std::{cell::RefCell, collections::HashMap};

use formula::{Fact, Facts, ResultKind};
use jiff::civil::Date;

use crate::population::Row;

/// A row that remembers what it was asked for.
pub(crate) struct Remembering<'a> {
    row: Row<'a>,
    seen: RefCell<HashMap<(String, u8), Option<Fact>>>,
}

impl<'a> Remembering<'a> {
    pub(crate) fn new(row: Row<'a>) -> Self {
        Self { row, seen: RefCell::default() }
    }
}

impl Facts for Remembering<'_> {
    fn item(&self, code: &str, back: u8) -> Option<Fact> {
        let key = (code.to_owned(), back);
        if let Some(known) = self.seen.borrow().get(&key) {
            return known.clone();
        }
        let fact = self.row.item(code, back);
        self.seen.borrow_mut().insert(key, fact.clone());
        fact
    }

    fn as_of(&self) -> Date {
        self.row.as_of()
    }

    fn has_label(&self, label: &str) -> Option<bool> {
        self.row.has_label(label)
    }

    fn result(&self, kind: ResultKind, scheme: Option<&str>) -> Option<Fact> {
        self.row.result(kind, scheme)
    }
}
