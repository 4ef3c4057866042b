//! What formulas read: the table, and what the rules they stand in bring along.

use domain::policies::Parameter;

use crate::{Population, Results};

/// What formulas read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reads<'a> {
    /// The enterprises.
    pub(crate) population: &'a Population,
    /// Points, stages and grades; none where nobody has evaluated them.
    pub(crate) results: Option<&'a Results>,
    /// Numbers of the rules themselves, which go before items of the same code.
    pub(crate) parameters: &'a [Parameter],
}

impl<'a> From<&'a Population> for Reads<'a> {
    fn from(population: &'a Population) -> Self {
        Self { population, results: None, parameters: &[] }
    }
}
