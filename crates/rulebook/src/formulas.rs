//! Formula texts of a rule file.

use formula::{Expected, Formula, Vocabulary};

use crate::reader::{Node, Problems};

/// The formula a node holds; everything wrong or doubtful in it is reported at its place in the file.
pub fn read(
    node: &Node,
    vocabulary: &dyn Vocabulary,
    expected: Expected,
    problems: &mut Problems,
) -> Option<Formula> {
    match Formula::parse_expecting(node.text()?, vocabulary, expected) {
        Ok(formula) => {
            problems.diagnostics(node, formula.warnings().to_vec());
            Some(formula)
        }
        Err(diagnostics) => {
            problems.diagnostics(node, diagnostics);
            None
        }
    }
}
