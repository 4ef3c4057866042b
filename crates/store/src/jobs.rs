//! Long work: one row each, taken by one worker at a time.
//!
//! A worker holds a lease and a fence number. When it is lost (killed, paused), the lease runs out, the next worker
//! takes the job with a higher fence, and the first can no longer write: its effect happens once or not at all.

use crate::{
    Mark, MarkValue, Page, PageRequest, Scope, Source, StoreError, Work,
    error::Result,
    moment::{millis, time},
    page::paged,
    role::words,
    tables::jobs::{ActiveModel, Column, Entity, Model},
};
use jiff::{SignedDuration, Timestamp};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, EntityTrait, ExprTrait, IntoActiveModel, PaginatorTrait,
    QueryFilter, QueryOrder, Set, sea_query::Expr,
};

words! {
    /// How far a job is.
    JobState, "job state", {
        /// Not begun.
        Waiting = "waiting",
        /// A worker has it.
        Running = "running",
        /// It ended well.
        Done = "done",
        /// It ended badly; the result says why.
        Failed = "failed",
        /// Somebody stopped it.
        Cancelled = "cancelled",
    }
}

impl JobState {
    /// Whether nothing more will happen.
    #[must_use]
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Done | Self::Failed | Self::Cancelled)
    }
}

/// One job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// Its id.
    pub id: String,
    /// What it does; words the server gives a meaning.
    pub kind: String,
    /// How far it is.
    pub state: JobState,
    /// Who asked for it.
    pub owner_id: String,
    /// The organisation it belongs to.
    pub path: String,
    /// Steps done.
    pub done: i64,
    /// Steps in all, when known.
    pub total: Option<i64>,
    /// What came out, as JSON text.
    pub result: Option<String>,
    /// Asked for then.
    pub created_at: Timestamp,
    /// Begun then.
    pub started_at: Option<Timestamp>,
    /// Over then.
    pub ended_at: Option<Timestamp>,
    /// Somebody wants it stopped since then.
    pub cancel_at: Option<Timestamp>,
    /// Which taking of the job this is; a worker with a lower number has lost it.
    pub fence: i64,
    /// Grows with each change.
    pub version: i64,
}

impl TryFrom<Model> for Job {
    type Error = StoreError;

    fn try_from(model: Model) -> Result<Self> {
        Ok(Self {
            state: JobState::from_word(&model.state)?,
            id: model.id,
            kind: model.kind,
            owner_id: model.owner_id,
            path: model.path,
            done: model.done,
            total: model.total,
            result: model.result,
            created_at: time(model.created_at),
            started_at: model.started_at.map(time),
            ended_at: model.ended_at.map(time),
            cancel_at: model.cancel_at.map(time),
            fence: model.fence,
            version: model.version,
        })
    }
}

/// Asks for a job.
///
/// # Errors
/// The engine's failure.
pub async fn add(work: &Work, id: &str, kind: &str, owner_id: &str, path: &str) -> Result<Job> {
    let model = Model {
        id: id.to_owned(),
        kind: kind.to_owned(),
        state: JobState::Waiting.word().to_owned(),
        owner_id: owner_id.to_owned(),
        path: path.to_owned(),
        done: 0,
        total: None,
        result: None,
        created_at: millis(work.now()),
        started_at: None,
        ended_at: None,
        cancel_at: None,
        lease_until: 0,
        fence: 0,
        version: 1,
    };
    model.into_active_model().insert(&work.executor()).await?.try_into()
}

/// Takes the oldest job that waits or whose worker was lost, for `lease`.
///
/// # Errors
/// The engine's failure.
pub async fn take(work: &Work, lease: SignedDuration) -> Result<Option<Job>> {
    let now = work.now();
    let lost = Condition::all()
        .add(Column::State.eq(JobState::Running.word()))
        .add(Column::LeaseUntil.lt(millis(now)));
    let free = Condition::any().add(Column::State.eq(JobState::Waiting.word())).add(lost);
    let query = Entity::find().filter(free).order_by_asc(Column::CreatedAt).order_by_asc(Column::Id);
    let Some(row) = query.one(&work.executor()).await? else { return Ok(None) };
    let change = ActiveModel {
        state: Set(JobState::Running.word().to_owned()),
        started_at: Set(row.started_at.or(Some(millis(now)))),
        lease_until: Set(millis(now + lease)),
        fence: Set(row.fence + 1),
        ..Default::default()
    };
    // Of two workers that read the same row, the fence lets one through.
    if !apply(work, &row.id, row.fence, change).await? {
        return Ok(None);
    }
    by_id(work, &row.id).await
}

/// Notes progress and renews the lease; `false` when the worker has lost the job and must stop.
///
/// # Errors
/// The engine's failure.
pub async fn progress(
    work: &Work,
    job: &Job,
    done: i64,
    total: Option<i64>,
    lease: SignedDuration,
) -> Result<bool> {
    let change = ActiveModel {
        done: Set(done),
        total: Set(total),
        lease_until: Set(millis(work.now() + lease)),
        ..Default::default()
    };
    apply(work, &job.id, job.fence, change).await
}

/// Ends the job as `state` with `result` (JSON text); `false` when the worker has lost it.
///
/// # Errors
/// The engine's failure.
pub async fn finish(work: &Work, job: &Job, state: JobState, result: &str) -> Result<bool> {
    let change = ActiveModel {
        state: Set(state.word().to_owned()),
        result: Set(Some(result.to_owned())),
        ended_at: Set(Some(millis(work.now()))),
        ..Default::default()
    };
    apply(work, &job.id, job.fence, change).await
}

/// Gives a job back that its worker leaves undone: the next one begins it anew. A worker that lost it changes nothing.
///
/// # Errors
/// The engine's failure.
pub async fn give_back(work: &Work, job: &Job) -> Result<bool> {
    let change = ActiveModel {
        state: Set(JobState::Waiting.word().to_owned()),
        lease_until: Set(0),
        ..Default::default()
    };
    apply(work, &job.id, job.fence, change).await
}

/// Gives every job back that is said to run; how many. Only for a start that knows that nobody else works on this
/// database: whoever had them is gone.
///
/// # Errors
/// The engine's failure.
pub async fn give_all_back(work: &Work) -> Result<u64> {
    let change = ActiveModel {
        state: Set(JobState::Waiting.word().to_owned()),
        lease_until: Set(0),
        ..Default::default()
    };
    let update = Entity::update_many()
        .set(change)
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::State.eq(JobState::Running.word()));
    Ok(update.exec(&work.executor()).await?.rows_affected)
}

/// How many jobs wait to be begun.
///
/// # Errors
/// The engine's failure.
pub async fn waiting(source: &impl Source) -> Result<u64> {
    let waiting = Entity::find().filter(Column::State.eq(JobState::Waiting.word()));
    Ok(waiting.count(&source.executor()).await?)
}

/// Applies `change` when the job is still open under `fence`.
async fn apply(work: &Work, id: &str, fence: i64, change: ActiveModel) -> Result<bool> {
    let update = Entity::update_many()
        .set(change)
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(id))
        .filter(Column::Fence.eq(fence))
        .filter(Column::State.is_in([JobState::Waiting.word(), JobState::Running.word()]));
    Ok(update.exec(&work.executor()).await?.rows_affected == 1)
}

/// Asks for the job to be stopped: a waiting one is over at once, a running one when its worker looks.
///
/// # Errors
/// The engine's failure.
pub async fn cancel(work: &Work, job: &Job) -> Result<bool> {
    let now = millis(work.now());
    let mut change = ActiveModel { cancel_at: Set(Some(now)), ..Default::default() };
    if job.state == JobState::Waiting {
        change.state = Set(JobState::Cancelled.word().to_owned());
        change.ended_at = Set(Some(now));
    }
    apply(work, &job.id, job.fence, change).await
}

/// The job `id`, whoever asks: for workers.
///
/// # Errors
/// The engine's failure.
pub async fn by_id(source: &impl Source, id: &str) -> Result<Option<Job>> {
    Entity::find_by_id(id).one(&source.executor()).await?.map(Job::try_from).transpose()
}

/// The job `id`, when `scope` holds it.
///
/// # Errors
/// The engine's failure.
pub async fn within(source: &impl Source, scope: &Scope, id: &str) -> Result<Option<Job>> {
    let query = Entity::find_by_id(id).filter(scope.on(Column::Path, Column::OwnerId));
    query.one(&source.executor()).await?.map(Job::try_from).transpose()
}

/// Which jobs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of this kind.
    pub kind: Option<String>,
    /// This far.
    pub state: Option<JobState>,
}

/// The jobs within `scope` that match, by the time they were asked for.
///
/// # Errors
/// The engine's failure.
pub async fn list(
    source: &impl Source,
    scope: &Scope,
    filter: &Filter,
    page: &PageRequest,
) -> Result<Page<Job>> {
    let mut select = Entity::find().filter(scope.on(Column::Path, Column::OwnerId));
    if let Some(kind) = &filter.kind {
        select = select.filter(Column::Kind.eq(kind.as_str()));
    }
    if let Some(state) = filter.state {
        select = select.filter(Column::State.eq(state.word()));
    }
    let mark = |row: &Model| Mark { value: MarkValue::Number(row.created_at), id: row.id.clone() };
    paged(source, select, (Column::CreatedAt, Column::Id), page, mark).await?.try_map(Job::try_from)
}
