//! Rule files that a zone or a bank writes itself — 方案, 政策, 产品 — from the first line to the one that counts, and what
//! people say about them on the way.

use crate::{
    Scope, Source, StoreError, Work,
    error::Result,
    moment::{millis, time},
    role::words,
    tables::{
        rule_comments,
        rule_drafts::{ActiveModel, Column, Entity, Model},
    },
    work::change_seen,
};
use jiff::Timestamp;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, Set};

words! {
    /// What kind of rule file is written.
    RuleKind, "kind of rules", {
        /// 方案.
        Scheme = "scheme",
        /// 政策.
        Policy = "policy",
        /// 信贷产品.
        Product = "product",
        /// 评分卡.
        Scorecard = "scorecard",
    }
}

words! {
    /// How far a draft is.
    DraftState, "draft state", {
        /// Being written.
        Draft = "draft",
        /// Waiting for a second person.
        Submitted = "submitted",
        /// In use: it never changes again.
        Published = "published",
        /// Nothing came of it.
        Withdrawn = "withdrawn",
    }
}

/// A rule file of a zone or a bank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleDraft {
    /// Its id.
    pub id: String,
    /// What it is.
    pub kind: RuleKind,
    /// The zone or bank.
    pub owner_id: String,
    /// Its path.
    pub path: String,
    /// The file it began as.
    pub based_on: Option<String>,
    /// The file it is, below `rules/`.
    pub file: String,
    /// The text of the rule file.
    pub content: String,
    /// How far it is.
    pub state: DraftState,
    /// Why it was sent back or withdrawn.
    pub reason: Option<String>,
    /// Who began it.
    pub author_id: String,
    /// Who changed the text last.
    pub changed_by: String,
    /// When; [`add`] sets it to the time of the change.
    pub created_at: Timestamp,
    /// Changed last then.
    pub changed_at: Timestamp,
    /// Who handed it in, and when.
    pub submitted: Option<(String, Timestamp)>,
    /// Who published it, and when.
    pub published: Option<(String, Timestamp)>,
    /// Grows with each change.
    pub version: i64,
}

impl TryFrom<Model> for RuleDraft {
    type Error = StoreError;

    fn try_from(row: Model) -> Result<Self> {
        Ok(Self {
            kind: RuleKind::from_word(&row.kind)?,
            state: DraftState::from_word(&row.state)?,
            id: row.id,
            owner_id: row.owner_id,
            path: row.path,
            based_on: row.based_on,
            file: row.file,
            content: row.content,
            reason: row.reason,
            author_id: row.author_id,
            changed_by: row.changed_by,
            created_at: time(row.created_at),
            changed_at: time(row.changed_at),
            submitted: row.submitted_by.zip(row.submitted_at.map(time)),
            published: row.published_by.zip(row.published_at.map(time)),
            version: row.version,
        })
    }
}

/// Begins a draft.
///
/// # Errors
/// [`StoreError::Taken`] when there is one at that file already.
pub async fn add(work: &Work, new: RuleDraft) -> Result<RuleDraft> {
    let now = millis(work.now());
    let row = Model {
        id: new.id,
        kind: new.kind.word().to_owned(),
        owner_id: new.owner_id,
        path: new.path,
        based_on: new.based_on,
        file: new.file,
        content: new.content,
        state: DraftState::Draft.word().to_owned(),
        reason: None,
        changed_by: new.author_id.clone(),
        author_id: new.author_id,
        created_at: now,
        changed_at: now,
        submitted_by: None,
        submitted_at: None,
        published_by: None,
        published_at: None,
        version: 1,
    };
    row.into_active_model().insert(&work.executor()).await?.try_into()
}

/// Gives `seen` another text.
///
/// # Errors
/// [`StoreError::Stale`] when somebody changed it first.
pub async fn write(work: &Work, seen: &RuleDraft, content: &str, by: &str) -> Result<RuleDraft> {
    let change = ActiveModel {
        content: Set(content.to_owned()),
        changed_by: Set(by.to_owned()),
        changed_at: Set(millis(work.now())),
        ..Default::default()
    };
    update(work, seen, change).await
}

/// Moves `seen` on to `state`, by this person and for this reason.
///
/// # Errors
/// [`StoreError::Stale`] when somebody changed it first.
pub async fn set_state(
    work: &Work,
    seen: &RuleDraft,
    state: DraftState,
    by: &str,
    reason: Option<&str>,
) -> Result<RuleDraft> {
    let mut change = ActiveModel {
        state: Set(state.word().to_owned()),
        reason: Set(reason.map(str::to_owned)),
        ..Default::default()
    };
    let (who, when) = (Set(Some(by.to_owned())), Set(Some(millis(work.now()))));
    match state {
        DraftState::Submitted => (change.submitted_by, change.submitted_at) = (who, when),
        DraftState::Published => (change.published_by, change.published_at) = (who, when),
        DraftState::Draft | DraftState::Withdrawn => {}
    }
    update(work, seen, change).await
}

async fn update(work: &Work, seen: &RuleDraft, change: ActiveModel) -> Result<RuleDraft> {
    let seen_at = (Column::Version, seen.version);
    let row =
        change_seen::<Entity, _>(work, (Column::Id, &seen.id), seen_at, change, |row| row.version).await?;
    row.try_into()
}

/// The draft `id` of one of these kinds, when `scope` holds it.
///
/// # Errors
/// The engine's failure.
pub async fn within(
    source: &impl Source,
    scope: &Scope,
    kinds: &[RuleKind],
    id: &str,
) -> Result<Option<RuleDraft>> {
    let query =
        Entity::find_by_id(id).filter(of_kinds(kinds)).filter(scope.on(Column::Path, Column::AuthorId));
    query.one(&source.executor()).await?.map(RuleDraft::try_from).transpose()
}

fn of_kinds(kinds: &[RuleKind]) -> sea_orm::sea_query::SimpleExpr {
    Column::Kind.is_in(kinds.iter().map(|kind| kind.word()))
}

/// The drafts of these kinds within `scope`, the newest first; of one state or of all.
///
/// # Errors
/// The engine's failure.
pub async fn list(
    source: &impl Source,
    scope: &Scope,
    kinds: &[RuleKind],
    state: Option<DraftState>,
) -> Result<Vec<RuleDraft>> {
    let mut query = Entity::find().filter(of_kinds(kinds)).filter(scope.on(Column::Path, Column::AuthorId));
    if let Some(state) = state {
        query = query.filter(Column::State.eq(state.word()));
    }
    let query = query.order_by_desc(Column::CreatedAt).order_by_desc(Column::Id);
    query.all(&source.executor()).await?.into_iter().map(RuleDraft::try_from).collect()
}

/// Something said about a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// Its id.
    pub id: String,
    /// The draft.
    pub draft_id: String,
    /// The code of the part it is about.
    pub about: Option<String>,
    /// What was said.
    pub said: String,
    /// By whom.
    pub author_id: String,
    /// When; [`comment`] sets it to the time of the change.
    pub said_at: Timestamp,
}

impl From<rule_comments::Model> for Comment {
    fn from(row: rule_comments::Model) -> Self {
        Self {
            id: row.id,
            draft_id: row.draft_id,
            about: row.about,
            said: row.said,
            author_id: row.author_id,
            said_at: time(row.said_at),
        }
    }
}

/// Says something.
///
/// # Errors
/// The engine's failure.
pub async fn comment(work: &Work, new: Comment) -> Result<Comment> {
    let row = rule_comments::Model {
        id: new.id,
        draft_id: new.draft_id,
        about: new.about,
        said: new.said,
        author_id: new.author_id,
        said_at: millis(work.now()),
    };
    Ok(row.into_active_model().insert(&work.executor()).await?.into())
}

/// What was said about the draft `id`, in order.
///
/// # Errors
/// The engine's failure.
pub async fn comments(source: &impl Source, id: &str) -> Result<Vec<Comment>> {
    let query = rule_comments::Entity::find()
        .filter(rule_comments::Column::DraftId.eq(id))
        .order_by_asc(rule_comments::Column::SaidAt)
        .order_by_asc(rule_comments::Column::Id);
    Ok(query.all(&source.executor()).await?.into_iter().map(Comment::from).collect())
}
