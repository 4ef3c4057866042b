//! A policy or product being written, as it is sent.

use super::{Judged, organisation, owner};
use crate::{
    desk::Desk,
    library::said,
    problem::Stop,
    scheme_drafts::{Head, ProblemOfText, people, writers},
    users::names,
    wire::{DraftStateWord, RuleKindWord},
};
use formula::Sentence;
use serde::Serialize;
use std::collections::HashMap;
use store::rule_drafts::RuleDraft;
use utoipa::ToSchema;

/// A policy or product that is written here, in a list.
#[derive(Serialize, ToSchema)]
#[schema(as = RuleDraft)]
pub(crate) struct DraftBody {
    /// Its id.
    id: String,
    /// What it is.
    kind: RuleKindWord,
    /// Who writes it: a zone or a bank.
    owner_id: String,
    /// Its name.
    owner_name: String,
    /// Its file below `rules/`.
    file: String,
    /// What its text calls it, as far as that can be read.
    name: Option<String>,
    /// Its permanent code, as far as that can be read.
    code: Option<String>,
    /// Its version, as far as that can be read.
    rules_version: Option<String>,
    /// How far it is.
    state: DraftStateWord,
    /// Why it was sent back or withdrawn.
    reason: Option<String>,
    /// Who began it.
    author_name: Option<String>,
    /// When.
    created_at: String,
    /// Changed last then.
    changed_at: String,
    /// Who changed the text last.
    changed_by_name: Option<String>,
    /// Who handed it in.
    submitted_by_name: Option<String>,
    /// When.
    submitted_at: Option<String>,
    /// Who published it.
    published_by_name: Option<String>,
    /// When.
    published_at: Option<String>,
    /// Whether the caller wrote it, and so may not publish it.
    own: bool,
    /// Whether the caller's organisation writes it, and so may change it.
    ours: bool,
    /// Grows with each change.
    version: i64,
}

/// Names of people and organisations, read beforehand.
pub(super) struct Names {
    people: HashMap<String, String>,
    owners: HashMap<String, String>,
    ours: Option<String>,
    caller: String,
}

impl Names {
    pub(super) async fn of(desk: &Desk, drafts: &[RuleDraft]) -> Result<Self, Stop> {
        let mut owners = HashMap::new();
        for one in drafts {
            if !owners.contains_key(&one.owner_id) {
                owners.insert(one.owner_id.clone(), organisation(desk, &one.owner_id).await?.name);
            }
        }
        let caller = desk.caller()?.user.id.clone();
        let everybody = people(drafts).chain(std::iter::once(caller.as_str()));
        Ok(Self {
            people: names(desk, everybody).await?,
            owners,
            ours: owner(desk).await.ok().map(|one| one.id),
            caller,
        })
    }
}

impl DraftBody {
    pub(super) fn of(draft: &RuleDraft, names: &Names) -> Self {
        let name = |id: &str| names.people.get(id).cloned();
        let by = |moved: &Option<(String, jiff::Timestamp)>| moved.as_ref().and_then(|(id, _)| name(id));
        let head = Head::of(&draft.content);
        Self {
            id: draft.id.clone(),
            kind: draft.kind.into(),
            owner_id: draft.owner_id.clone(),
            owner_name: names.owners.get(&draft.owner_id).cloned().unwrap_or_default(),
            file: draft.file.clone(),
            name: head.name,
            code: head.code,
            rules_version: head.version,
            state: draft.state.into(),
            reason: draft.reason.clone(),
            author_name: name(&draft.author_id),
            created_at: draft.created_at.to_string(),
            changed_at: draft.changed_at.to_string(),
            changed_by_name: name(&draft.changed_by),
            submitted_by_name: by(&draft.submitted),
            submitted_at: draft.submitted.as_ref().map(|(_, at)| at.to_string()),
            published_by_name: by(&draft.published),
            published_at: draft.published.as_ref().map(|(_, at)| at.to_string()),
            own: writers(draft).contains(&names.caller.as_str()),
            ours: names.ours.as_ref() == Some(&draft.owner_id),
            version: draft.version,
        }
    }
}

/// A policy or product being written, whole.
#[derive(Serialize, ToSchema)]
#[schema(as = RuleDraftWhole)]
pub(crate) struct WholeBody {
    /// Who, when, how far.
    #[serde(flatten)]
    pub(super) draft: DraftBody,
    /// The rule file.
    pub(super) content: String,
    /// The rule file of the version that counts now; absent where there is none.
    pub(super) before: Option<String>,
    /// What it is worth.
    #[serde(flatten)]
    pub(super) judged: JudgedBody,
}

/// What a text is worth.
#[derive(Serialize, ToSchema)]
#[schema(as = RuleJudged)]
pub(crate) struct JudgedBody {
    /// Whether nothing is wrong with it and nothing stands in its way; it can be handed in.
    sound: bool,
    /// What is wrong with it, and what is allowed but probably not meant.
    problems: Vec<ProblemOfText>,
    /// What stands in its way beside its own mistakes: a version there is already, a day that is over.
    hindrances: Vec<String>,
    /// All of it as Chinese prose (Markdown); absent while it has mistakes.
    text: Option<String>,
}

impl JudgedBody {
    pub(super) fn of(desk: &Desk, judged: &Judged, hindrances: &[Sentence]) -> Self {
        Self {
            sound: judged.is_sound() && hindrances.is_empty(),
            problems: judged.problems.iter().map(|one| ProblemOfText::of(desk, one)).collect(),
            hindrances: hindrances.iter().map(|one| said(desk, one)).collect(),
            text: judged.prose.clone(),
        }
    }
}
