//! A checked formula.

use crate::{Expr, Type};

/// A formula whose names, types and units are checked against a data dictionary.
#[derive(Debug, Clone, PartialEq)]
pub struct Formula {
    source: String,
    expr: Expr,
    kind: Type,
}

impl Formula {
    /// The text it was read from.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The tree, names resolved to codes.
    #[must_use]
    pub fn expr(&self) -> &Expr {
        &self.expr
    }

    /// The type of its value.
    #[must_use]
    pub fn kind(&self) -> Type {
        self.kind
    }
}
