//! The conflicts of a batch.

use super::ValueBody;
use crate::{
    batches,
    census::Census,
    desk::Desk,
    enterprises::note_list,
    input::Params,
    problem::{Code, Field, Problem},
    reply::{Answer, Reply},
    users::names,
};
use axum::extract::Path;
use domain::collection::Standing;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// A value that sources do not agree on.
#[derive(Serialize, ToSchema)]
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
    let census = Census::of(desk.database(), &batch).await?;
    let (mut total, mut items) = (0, Vec::new());
    let skip = wanted.skip.unwrap_or(0);
    census.each(desk.app.rules.dictionary(), |one, counted| {
        for value in counted {
            let open = value.standing == Standing::Disputed;
            let wanted_too = wanted.decided == Some(true) && value.standing == Standing::Decided;
            let about = wanted.item.as_ref().is_none_or(|item| item == value.item);
            if !about || !(open || wanted_too) {
                continue;
            }
            total += 1;
            if total > skip && items.len() < limit {
                items.push(ConflictBody {
                    participant_id: one.participant.id.clone(),
                    enterprise_id: one.enterprise.id.clone(),
                    name: one.enterprise.name.clone(),
                    credit_code: one.enterprise.credit_code.clone(),
                    value: value.into(),
                });
            }
        }
    });
    note_list(&desk, ("batch", Some(&id)), items.iter().map(|_| batch.path.as_str())).await?;
    let people = names(&desk, items.iter().filter_map(|one| one.value.decided_by.as_deref())).await?;
    let named = |one: ConflictBody| ConflictBody { value: one.value.named(&people), ..one };
    Ok(Reply::ok(&ConflictList { total, items: items.into_iter().map(named).collect() }))
}
