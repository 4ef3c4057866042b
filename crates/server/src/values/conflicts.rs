//! The conflicts of a batch.

use super::{StandingWord, ValueBody};
use crate::{
    batches,
    census::Member,
    counting::Counted,
    desk::Desk,
    enterprises::note_list,
    exporting::{self, AsFile, Column, Export, Exported, Exporting, SOURCES, STANDINGS},
    input::Params,
    problem::{Code, Field, Problem},
    reply::{Answer, Reply},
    users::names,
    wire::SourceWord,
};
use axum::extract::Path;
use serde::{Deserialize, Serialize};
use store::{Page, StoreError, batches::Batch};
use utoipa::{IntoParams, ToSchema};

/// A value that sources do not agree on.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub(crate) struct ConflictBody {
    /// The participant.
    participant_id: String,
    /// The enterprise.
    enterprise_id: String,
    /// Its name.
    name: String,
    /// Its 统一社会信用代码.
    credit_code: String,
    /// What is said.
    #[serde(flatten)]
    value: ValueBody,
}

impl ConflictBody {
    /// `value` of `member`.
    pub(crate) fn of(member: &Member, value: &Counted<'_>) -> Self {
        Self {
            participant_id: member.participant.id.clone(),
            enterprise_id: member.enterprise.id.clone(),
            name: member.enterprise.name.clone(),
            credit_code: member.enterprise.credit_code.clone(),
            value: value.into(),
        }
    }
}

/// The conflicts of a batch.
#[derive(Serialize, ToSchema)]
pub(crate) struct ConflictList {
    /// How many there are.
    total: usize,
    /// One page of them, by enterprise.
    items: Vec<ConflictBody>,
}

/// Which conflicts.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WantedConflicts {
    /// About this item.
    item: Option<String>,
    /// Those an officer decided too.
    decided: Option<bool>,
    /// Leave out so many.
    skip: Option<usize>,
    /// Rows of a page, 1 to 200.
    limit: Option<usize>,
}

/// The values on which sources differ beyond the tolerance, side by side.
#[utoipa::path(get, path = "/api/v1/batches/{id}/conflicts", operation_id = "list_conflicts", tag = "values",
    params(("id" = String, Path, description = "The batch"), WantedConflicts),
    responses((status = 200, body = ConflictList, description = "A page")),
    extensions(("x-permission" = json!("value:conflicts")), ("x-reads" = json!("list"))))]
pub(crate) async fn conflicts(
    desk: Desk,
    Path(id): Path<String>,
    Params(wanted): Params<WantedConflicts>,
) -> Answer {
    let batch = batches::found(&desk, &id).await?;
    let limit = wanted.limit.unwrap_or(50);
    if !(1..=200).contains(&limit) {
        let field = Field::new("?limit", "应为 1 至 200", "must be 1 to 200");
        return Err(Problem::new(Code::QueryNotUnderstood).at(vec![field]).into());
    }
    let skip = wanted.skip.unwrap_or(0);
    let (total, items) = found(&desk, &batch, &wanted, skip, limit).await?;
    note_list(&desk, ("batch", Some(&id)), items.iter().map(|_| batch.path.as_str())).await?;
    let people = names(&desk, items.iter().filter_map(|one| one.value.decided_by.as_deref())).await?;
    let named = |one: ConflictBody| ConflictBody { value: one.value.named(&people), ..one };
    Ok(Reply::ok(&ConflictList { total, items: items.into_iter().map(named).collect() }))
}

/// How many there are, and so many of them after the first `skip`.
async fn found(
    desk: &Desk,
    batch: &Batch,
    wanted: &WantedConflicts,
    skip: usize,
    limit: usize,
) -> Result<(usize, Vec<ConflictBody>), StoreError> {
    let now = desk.app.digests.now(desk.database(), &desk.app.rules, batch).await?;
    let asked = |one: &&ConflictBody| {
        let open = one.value.standing == StandingWord::Disputed;
        let wanted_too = wanted.decided == Some(true) && one.value.standing == StandingWord::Decided;
        (open || wanted_too) && wanted.item.as_ref().is_none_or(|item| *item == one.value.item)
    };
    let total = now.conflicts().filter(asked).count();
    Ok((total, now.conflicts().filter(asked).skip(skip).take(limit).cloned().collect()))
}

/// How conflicts are exported: one line for each source that says something.
const CONFLICTS: Export = Export {
    resource: "conflict",
    title: ("数据冲突", "conflicts"),
    columns: &[
        Column::plain("name", "企业名称", "Enterprise"),
        Column::plain("credit_code", "统一社会信用代码", "Credit code"),
        Column::plain("item_name", "数据项", "Item"),
        Column::plain("item", "数据项代码", "Code of the item"),
        Column::plain("period", "年度", "Year"),
        Column::word("source", "数据来源", "Source", SOURCES),
        Column::plain("value", "填报值", "Value"),
        Column::plain("counts", "采用", "Counts"),
        Column::word("standing", "状态", "State", STANDINGS),
        Column::plain("reason", "裁定理由", "Reason"),
        Column::plain("decided_by_name", "裁定人", "Decided by"),
        Column::time("decided_at", "裁定时间", "Decided at"),
    ],
};

/// What one source says in a conflict.
#[derive(Serialize)]
struct Side {
    name: String,
    credit_code: String,
    item_name: Option<String>,
    item: String,
    period: i32,
    source: SourceWord,
    value: Option<String>,
    counts: bool,
    standing: StandingWord,
    reason: Option<String>,
    decided_by_name: Option<String>,
    decided_at: Option<String>,
}

/// The conflicts as a file, as filtered.
#[utoipa::path(get, path = "/api/v1/batches/{id}/conflicts/export", operation_id = "export_conflicts", tag = "values",
    params(("id" = String, Path, description = "The batch"), WantedConflicts, AsFile),
    responses((status = 200, description = "The file", content(
        (Vec<u8> = "text/csv"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ))),
    extensions(("x-permission" = json!("value:conflicts")), ("x-reads" = json!("list")), ("x-time-limit" = json!(120))))]
pub(crate) async fn export_conflicts(
    desk: Desk,
    Path(id): Path<String>,
    exporting: Exporting<WantedConflicts>,
) -> Exported {
    exporting::allowed_now(&desk)?;
    let batch = batches::found(&desk, &id).await?;
    let (wanted, file) = exporting.parts();
    let (_, items) = found(&desk, &batch, &wanted, 0, usize::MAX).await?;
    let people = names(&desk, items.iter().filter_map(|one| one.value.decided_by.as_deref())).await?;
    let dictionary = desk.app.rules.dictionary();
    let sides = |one: ConflictBody| {
        let ConflictBody { name, credit_code, value, .. } = one;
        let ValueBody { item, period, standing, reason, decided_by_name, decided_at, said, .. } =
            value.named(&people);
        let item_name = dictionary.find(&item);
        let item_name = item_name.map(|item| item.name.in_language(desk.context.language).to_owned());
        said.into_iter().map(move |said| Side {
            name: name.clone(),
            credit_code: credit_code.clone(),
            item_name: item_name.clone(),
            item: item.clone(),
            period,
            source: said.source,
            value: said.value,
            counts: said.counts,
            standing,
            reason: reason.clone(),
            decided_by_name: decided_by_name.clone(),
            decided_at: decided_at.clone(),
        })
    };
    let items: Vec<Side> = items.into_iter().flat_map(sides).collect();
    let page = Page { total: items.len() as u64, next: None, items };
    exporting::send(&desk, &CONFLICTS, file, page, |side| side).await
}
