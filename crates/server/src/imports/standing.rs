//! Whether what was asked for may still be stored when its time has come.

use crate::{app::App, approvals};
use serde_json::{Value, json};
use store::{
    StoreError, Work,
    batches::{self, BatchState},
    imports::Import,
    jobs::Job,
};

/// Why what was asked for may not be stored any more: the batch moved on, or whoever asked may not import any more.
pub(super) async fn no_longer(
    app: &App,
    work: &Work,
    job: &Job,
    import: &Import,
) -> Result<Option<Value>, StoreError> {
    let told = |code: &str, zh: &str, en: &str| Some(json!({"code": code, "detail": {"zh": zh, "en": en}}));
    if approvals::party(app, work, &job.owner_id, "import:make", &import.path).await?.is_none() {
        return Ok(told(
            "not-allowed",
            "导入人的账号已停用或权限已收回，未写入任何数据。",
            "Whoever asked for it may not import any more; nothing was stored.",
        ));
    }
    let Some(id) = &import.batch_id else { return Ok(None) };
    let batch = batches::held(work, id).await?;
    if batch.is_some_and(|batch| matches!(batch.state, BatchState::Draft | BatchState::Open)) {
        return Ok(None);
    }
    Ok(told(
        "wrong-state",
        "批次在导入期间已冻结，未写入任何数据。",
        "The batch was frozen meanwhile; nothing was stored.",
    ))
}
