//! What waits for review, with what is different.

use crate::{
    batches,
    census::{Census, Member},
    counting::Counted,
    desk::Desk,
    enterprises::note_list,
    problem::Stop,
    reply::{Answer, Reply},
    values::ValueBody,
};
use axum::extract::Path;
use domain::{
    collection::{Source, Tolerance},
    indicators::Dictionary,
};
use formula::Fact;
use serde::Serialize;
use store::batches::{Batch, ParticipantState};
use utoipa::ToSchema;

/// A filing that waits.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub(crate) struct Waiting {
    /// The participant.
    pub(super) participant_id: String,
    /// Its version, for `If-Match`.
    pub(super) version: i64,
    /// The enterprise's name.
    name: String,
    /// Its 统一社会信用代码.
    credit_code: String,
    /// Submitted then.
    submitted_at: Option<String>,
    /// What the enterprise says otherwise than the departments, or where they say nothing.
    pub(super) differences: Vec<ValueBody>,
}

/// The filings of a batch that wait for review, those with most differences first.
#[utoipa::path(get, path = "/api/v1/batches/{id}/reviews", operation_id = "list_reviews", tag = "filings",
    params(("id" = String, Path, description = "The batch")),
    responses((status = 200, body = Vec<Waiting>, description = "The queue")),
    extensions(("x-permission" = json!("filing:queue")), ("x-reads" = json!("list"))))]
pub(crate) async fn list_reviews(desk: Desk, Path(id): Path<String>) -> Answer {
    let batch = batches::found(&desk, &id).await?;
    let now = desk.app.digests.now(desk.database(), &desk.app.rules, &batch).await?;
    let mut waiting: Vec<Waiting> = now.waiting().cloned().collect();
    drop(now);
    note_list(&desk, ("batch", Some(&id)), waiting.iter().map(|_| batch.path.as_str())).await?;
    waiting.sort_by_key(|one| std::cmp::Reverse(one.differences.len()));
    Ok(Reply::ok(&waiting))
}

/// Everything that waits for review, as `source` has it: within a change, with what the change did.
pub(super) async fn waiting(
    desk: &Desk,
    source: &impl store::Source,
    batch: &Batch,
) -> Result<Vec<Waiting>, Stop> {
    let census = Census::of(source, batch).await?;
    let dictionary = desk.app.rules.dictionary();
    let mut all = Vec::new();
    census.each_with_own(dictionary, |member, counted| {
        if member.filing == ParticipantState::Submitted {
            all.push(Waiting::of(dictionary, &census, member, counted));
        }
    });
    Ok(all)
}

impl Waiting {
    /// The filing of `member`, with what it says otherwise than the departments among `counted`.
    pub(crate) fn of(
        dictionary: &Dictionary,
        census: &Census,
        member: &Member,
        counted: &[Counted<'_>],
    ) -> Self {
        let differs = |one: &&Counted<'_>| {
            let tolerance = census.plan.item(one.item).map(|item| item.tolerance.clone()).unwrap_or_default();
            is_different(dictionary, one, &tolerance)
        };
        Self {
            participant_id: member.participant.id.clone(),
            version: member.participant.version,
            name: member.enterprise.name.clone(),
            credit_code: member.enterprise.credit_code.clone(),
            submitted_at: member.participant.submitted_at.map(|at| at.to_string()),
            differences: counted.iter().filter(differs).map(ValueBody::from).collect(),
        }
    }
}

/// Whether the enterprise says something that no department says.
fn is_different(dictionary: &Dictionary, counted: &Counted<'_>, tolerance: &Tolerance) -> bool {
    let fact = |text: Option<&str>| dictionary.find(counted.item)?.fact(text?);
    let Some(own) = counted.said.iter().find(|said| said.source == Source::Own) else { return false };
    let own = fact(own.stated.text());
    let departments = counted.said.iter().filter(|said| said.source != Source::Own);
    let mut known = departments.filter_map(|said| fact(said.stated.text())).peekable();
    if known.peek().is_none() {
        return own.is_some();
    }
    !known.any(|known| match (&known, &own) {
        (Fact::Number(left), Some(Fact::Number(right))) => tolerance.allows(left, right),
        (left, right) => Some(left) == right.as_ref(),
    })
}
