//! Where in which file a value came from.

use super::Columns;
use crate::{desk::Desk, problem::Stop};
use std::collections::HashMap;
use store::{
    Scope,
    imports::{self, Import},
    values::Statement,
};

/// The imports that statements came with.
pub(crate) struct Origins(HashMap<String, (Import, Columns)>);

/// Where a value came from.
#[derive(Default)]
pub(crate) struct Origin {
    /// The file's name.
    pub(crate) file: Option<String>,
    /// The sheet.
    pub(crate) sheet: Option<String>,
    /// The cell, such as `D7`.
    pub(crate) cell: Option<String>,
    /// The heading of its column.
    pub(crate) heading: Option<String>,
}

impl Origins {
    /// Those of `statements`, each read once.
    pub(crate) async fn of<'a>(
        desk: &Desk,
        statements: impl Iterator<Item = &'a Statement>,
    ) -> Result<Self, Stop> {
        let mut all = HashMap::new();
        for id in statements.filter_map(|one| one.import_id.as_ref()) {
            if !all.contains_key(id)
                && let Some(import) = imports::within(desk.database(), &Scope::Everything, id).await?
            {
                let columns = Columns::of(&import);
                all.insert(id.clone(), (import, columns));
            }
        }
        Ok(Self(all))
    }

    /// Where the value of `item` in a statement came from; nowhere when it was filled into a form.
    pub(crate) fn find(&self, of: &Statement, item: &str) -> Origin {
        let Some((import, columns)) = of.import_id.as_ref().and_then(|id| self.0.get(id)) else {
            return Origin::default();
        };
        let column = columns.columns.iter().find(|one| one.item == item);
        Origin {
            file: Some(import.file_name.clone()),
            sheet: columns.sheet.clone(),
            cell: column.zip(of.row).map(|(column, row)| format!("{}{row}", column.letter)),
            heading: column.map(|column| column.heading.clone()),
        }
    }
}
