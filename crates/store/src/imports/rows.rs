//! The rows of a preview that a person should look at.

use crate::{
    Mark, MarkValue, Page, PageRequest, Source, StoreError, Work,
    error::Result,
    page::paged,
    role::words,
    tables::import_rows::{Column, Entity, Model},
    work::insert_all,
};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};

words! {
    /// What an import does with a row.
    RowOutcome, "row outcome", {
        /// Something new comes in.
        Created = "created",
        /// Something becomes different.
        Changed = "changed",
        /// Everything is known already.
        Unchanged = "unchanged",
        /// It cannot be taken.
        Rejected = "rejected",
    }
}

/// A row of a preview.
#[derive(Debug, Clone, PartialEq)]
pub struct ImportRow {
    /// Its place in the preview, from 1.
    pub number: i64,
    /// The row of the sheet.
    pub row: u32,
    /// The enterprise's code, as far as it was understood.
    pub credit_code: Option<String>,
    /// The enterprise's name.
    pub name: Option<String>,
    /// What is done with it.
    pub outcome: RowOutcome,
    /// Changed cells with before and after, or problems.
    pub detail: serde_json::Value,
}

impl TryFrom<Model> for ImportRow {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self> {
        let detail = serde_json::from_str(&row.detail)
            .map_err(|_| StoreError::Corrupt { what: "import_rows.detail", value: row.import_id.clone() })?;
        Ok(Self {
            number: row.number,
            row: u32::try_from(row.row_number).unwrap_or_default(),
            credit_code: row.credit_code,
            name: row.name,
            outcome: RowOutcome::from_word(&row.outcome)?,
            detail,
        })
    }
}

/// Puts `rows` in the place of the preview an import had.
///
/// # Errors
/// The engine's failure.
pub async fn replace_rows(work: &Work, import_id: &str, rows: Vec<ImportRow>) -> Result<()> {
    Entity::delete_many().filter(Column::ImportId.eq(import_id)).exec(&work.executor()).await?;
    let rows = rows.into_iter().map(|one| {
        let row = Model {
            import_id: import_id.to_owned(),
            number: one.number,
            row_number: one.row.into(),
            credit_code: one.credit_code,
            name: one.name,
            outcome: one.outcome.word().to_owned(),
            detail: one.detail.to_string(),
        };
        row.into_active_model()
    });
    insert_all(work, rows.collect(), None).await
}

/// The rows of an import's preview, in their order; `outcome` narrows.
///
/// # Errors
/// The engine's failure.
pub async fn rows_of(
    source: &impl Source,
    import_id: &str,
    outcome: Option<RowOutcome>,
    page: &PageRequest,
) -> Result<Page<ImportRow>> {
    let mut select = Entity::find().filter(Column::ImportId.eq(import_id));
    if let Some(outcome) = outcome {
        select = select.filter(Column::Outcome.eq(outcome.word()));
    }
    let mark = |row: &Model| Mark { value: MarkValue::Number(row.number), id: row.import_id.clone() };
    paged(source, select, (Column::Number, Column::ImportId), page, mark).await?.try_map(ImportRow::try_from)
}
