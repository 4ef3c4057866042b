//! Which enterprises of a run an analysis is about.

use super::dimension::{Dimension, Teller};
use ::run::Run;

/// Which enterprises: those that are everything that is given.
#[derive(Debug, Default)]
pub(super) struct Subset {
    /// Of this stage.
    pub(super) stage: Option<String>,
    /// In this field of technology.
    pub(super) field: Option<String>,
    /// Of this section of industries.
    pub(super) industry: Option<String>,
    /// In this park.
    pub(super) park: Option<String>,
    /// Of this size.
    pub(super) size: Option<String>,
    /// Holding this title.
    pub(super) label: Option<String>,
}

impl Subset {
    /// The rows it holds.
    pub(super) fn rows(&self, run: &Run, teller: &mut Teller<'_>) -> Vec<usize> {
        let asked = [
            (Dimension::Stage, &self.stage),
            (Dimension::Field, &self.field),
            (Dimension::Industry, &self.industry),
            (Dimension::Park, &self.park),
            (Dimension::Size, &self.size),
            (Dimension::Label, &self.label),
        ];
        let asked: Vec<(Dimension, &String)> =
            asked.into_iter().filter_map(|(dimension, code)| Some((dimension, code.as_ref()?))).collect();
        let holds =
            |row: &usize| asked.iter().all(|(dimension, code)| teller.codes(*dimension, *row).contains(code));
        (0..run.scores.len()).filter(holds).collect()
    }
}
