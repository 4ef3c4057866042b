//! What the reader of a rule has to know of the indicator it belongs to.

use domain::{Points, indicators::Direction};
use formula::{Dimension, Exact, Sentence, Type, Unit};

use crate::{
    items,
    reader::{Node, Problems, values},
};

/// The indicator a rule belongs to, as far as it could be read.
pub(crate) struct Context<'a> {
    /// The type of its value; `None` when the formula is wrong, so that nothing more is said about units.
    pub kind: Option<Type>,
    /// The unit bare numbers are in.
    pub unit: Option<&'static Unit>,
    /// Lowest and highest value the item behind it can take, in base units.
    pub range: (Option<Exact>, Option<Exact>),
    /// Full points of the stages the rule is used in (not those with none), with the stage's name.
    pub full: Vec<(String, Points)>,
    /// Whether more is better.
    pub direction: Direction,
    /// Whether the scheme says where the technology field is.
    pub has_field: bool,
    /// The categories its value can be, when it is a text item with categories.
    pub categories: &'a [(String, domain::Name)],
}

impl Context<'_> {
    /// What the value measures, when it is a number.
    pub fn dimension(&self) -> Option<Dimension> {
        match self.kind {
            Some(Type::Number(dimension)) => Some(dimension),
            _ => None,
        }
    }

    /// The number under `key` in base units; a unit that does not measure the same is reported.
    pub fn number(&self, node: &Node, key: &str, problems: &mut Problems) -> Option<Exact> {
        let given = node.get(key)?;
        let quantity = values::quantity(given)?;
        if let (Some(unit), Some(dimension)) = (quantity.unit, self.dimension())
            && unit.dimension != dimension
        {
            items::wrong_dimension(given, unit, dimension, problems);
            return None;
        }
        Some(quantity.in_base_units(self.unit))
    }

    /// The number under `key`, which must be above zero.
    pub fn positive(&self, node: &Node, key: &str, problems: &mut Problems) -> Option<Exact> {
        let value = self.number(node, key, problems)?;
        if value > Exact::ZERO {
            return Some(value);
        }
        let message = Sentence::new(format!("“{key}”必须大于零"), format!("`{key}` must be above zero"));
        problems.error("not-positive", node.get(key).unwrap_or(node), message);
        None
    }

    /// A value in base units as people read it: in the indicator's unit.
    pub fn shown(&self, value: &Exact) -> String {
        crate::words::in_unit(value, self.unit)
    }
}
