//! Files outside the database that its rows name: what a backup has to hold besides the database itself.

use crate::{
    Source,
    error::Result,
    tables::{attachments, batches, imports, runs, task_files},
};
use sea_orm::{EntityTrait, QuerySelect};

/// Everything that rows name by its hash.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Named {
    /// Evidence that enterprises attached, and files that officers added to tasks.
    pub evidence: Vec<String>,
    /// Files that were sent in, with the name they were sent under.
    pub sent: Vec<(String, String)>,
    /// Workbooks that were given back, marked.
    pub returned: Vec<String>,
    /// Receipts of runs, as text: each lists what its run was made from.
    pub receipts: Vec<String>,
    /// Snapshots and references of runs.
    pub made_from: Vec<String>,
    /// Rules set aside for batches, by the hash of their scheme.
    pub rules: Vec<String>,
}

/// What the rows of `source` name.
///
/// # Errors
/// The engine's failure.
pub async fn named(source: &impl Source) -> Result<Named> {
    let by = source.executor();
    let evidence = attachments::Entity::find().select_only().column(attachments::Column::Hash);
    let added = task_files::Entity::find().select_only().column(task_files::Column::Hash);
    let sent = imports::Entity::find().select_only();
    let sent = sent.column(imports::Column::FileHash).column(imports::Column::FileName);
    let returned = imports::Entity::find().select_only().column(imports::Column::ReturnedHash);
    let ran = runs::Entity::find().select_only().column(runs::Column::Receipt);
    let ran = ran.column(runs::Column::SnapshotHash).column(runs::Column::CalibrationHash);
    let rules = batches::Entity::find().select_only().column(batches::Column::SchemeHash);
    let returned: Vec<Option<String>> = returned.into_tuple().all(&by).await?;
    let mut named = Named {
        evidence: evidence.into_tuple().all(&by).await?,
        sent: sent.into_tuple().all(&by).await?,
        returned: returned.into_iter().flatten().collect(),
        rules: rules.into_tuple().all(&by).await?,
        ..Named::default()
    };
    let added: Vec<String> = added.into_tuple().all(&by).await?;
    named.evidence.extend(added);
    let ran: Vec<(String, String, String)> = ran.into_tuple().all(&by).await?;
    for (receipt, snapshot, reference) in ran {
        named.receipts.push(receipt);
        named.made_from.extend([snapshot, reference]);
    }
    Ok(named)
}
