//! What each enterprise got in a run.

use crate::{
    Mark, MarkValue, Page, PageRequest, Scope, Source, StoreError, Work, batches,
    error::Result,
    page::paged,
    tables::{
        participants,
        run_results::{Column, Entity, Model},
    },
    work::insert_all,
};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};

/// One enterprise of a run. Points are whole 10⁻⁴ points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunResult {
    /// The enterprise.
    pub enterprise_id: String,
    /// Its path.
    pub path: String,
    /// Code of its stage; none when data are missing.
    pub stage: Option<String>,
    /// Its technology field.
    pub field: Option<String>,
    /// Its total; none when withheld or without stage.
    pub total: Option<i64>,
    /// Its grade.
    pub grade: Option<String>,
    /// Its place among all.
    pub rank: Option<i64>,
    /// Its place within its stage.
    pub stage_rank: Option<i64>,
    /// Base indicators whose value is known.
    pub known: i64,
    /// Base indicators that count.
    pub asked: i64,
    /// Code of the veto that withholds the score.
    pub withheld: Option<String>,
    /// Points and flags of every indicator, as JSON text.
    pub points: String,
}

impl From<Model> for RunResult {
    fn from(row: Model) -> Self {
        Self {
            enterprise_id: row.enterprise_id,
            path: row.path,
            stage: row.stage,
            field: row.field,
            total: row.total,
            grade: row.grade,
            rank: row.rank,
            stage_rank: row.stage_rank,
            known: row.known,
            asked: row.asked,
            withheld: row.withheld,
            points: row.points,
        }
    }
}

/// Enters the results of a run.
///
/// # Errors
/// The engine's failure.
pub async fn add_results(work: &Work, run_id: &str, results: Vec<RunResult>) -> Result<()> {
    let rows = results.into_iter().map(|one| {
        let row = Model {
            run_id: run_id.to_owned(),
            enterprise_id: one.enterprise_id,
            path: one.path,
            stage: one.stage,
            field: one.field,
            total: one.total,
            grade: one.grade,
            rank: one.rank,
            stage_rank: one.stage_rank,
            known: one.known,
            asked: one.asked,
            withheld: one.withheld,
            points: one.points,
        };
        row.into_active_model()
    });
    insert_all(work, rows.collect(), None).await
}

/// Every result of a run, by enterprise. For officers of the zone: the caller has made sure of it.
///
/// # Errors
/// The engine's failure.
pub async fn results(source: &impl Source, run_id: &str) -> Result<Vec<RunResult>> {
    let query = Entity::find().filter(Column::RunId.eq(run_id)).order_by_asc(Column::EnterpriseId);
    Ok(query.all(&source.executor()).await?.into_iter().map(RunResult::from).collect())
}

/// What the enterprises `ids` got in a run. The caller has made sure that it may know.
///
/// # Errors
/// The engine's failure.
pub async fn results_for(source: &impl Source, run_id: &str, ids: &[String]) -> Result<Vec<RunResult>> {
    let mut found = Vec::new();
    for ids in ids.chunks(1_000) {
        let query = Entity::find()
            .filter(Column::RunId.eq(run_id))
            .filter(Column::EnterpriseId.is_in(ids.iter().map(String::as_str)))
            .order_by_asc(Column::EnterpriseId);
        found.extend(query.all(&source.executor()).await?.into_iter().map(RunResult::from));
    }
    Ok(found)
}

/// What one enterprise got in a run, when `scope` holds it.
///
/// # Errors
/// The engine's failure.
pub async fn result_of(
    source: &impl Source,
    scope: &Scope,
    run_id: &str,
    enterprise_id: &str,
) -> Result<Option<RunResult>> {
    let query = Entity::find()
        .filter(Column::RunId.eq(run_id))
        .filter(Column::EnterpriseId.eq(enterprise_id))
        .filter(scope.on(Column::Path, Column::EnterpriseId));
    Ok(query.one(&source.executor()).await?.map(RunResult::from))
}

/// What an enterprise got in the published run of one year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedResult {
    /// The year evaluated.
    pub year: i32,
    /// The participant of that year's batch.
    pub participant_id: String,
    /// The published run.
    pub run_id: String,
    /// How many had a place.
    pub ranked: i64,
    /// What it got.
    pub result: RunResult,
}

/// What an enterprise got in every published run, newest year first, when `scope` holds it.
///
/// # Errors
/// The engine's failure.
pub async fn published_of(
    source: &impl Source,
    scope: &Scope,
    enterprise_id: &str,
) -> Result<Vec<PublishedResult>> {
    let own = participants::Entity::find()
        .filter(participants::Column::EnterpriseId.eq(enterprise_id))
        .filter(scope.on(participants::Column::Path, participants::Column::EnterpriseId))
        .all(&source.executor())
        .await?;
    let mut all = Vec::new();
    for participant in own {
        let batch = batches::within(source, &Scope::Everything, &participant.batch_id).await?;
        let Some(batch) = batch else { continue };
        let Some(run) = super::published(source, &batch.id).await? else { continue };
        let Some(result) = result_of(source, scope, &run.id, enterprise_id).await? else { continue };
        all.push(PublishedResult {
            year: batch.year,
            participant_id: participant.id,
            run_id: run.id,
            ranked: run.ranked,
            result,
        });
    }
    all.sort_by_key(|one| std::cmp::Reverse(one.year));
    Ok(all)
}

/// Which results.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ResultFilter {
    /// Of this stage.
    pub stage: Option<String>,
    /// Of this grade.
    pub grade: Option<String>,
    /// Withheld ones only.
    pub withheld: bool,
}

/// The results of a run within `scope`, by place; enterprises without one come first, or last when descending.
///
/// # Errors
/// The engine's failure.
pub async fn results_page(
    source: &impl Source,
    scope: &Scope,
    run_id: &str,
    filter: &ResultFilter,
    page: &PageRequest,
) -> Result<Page<RunResult>> {
    let mut select =
        Entity::find().filter(Column::RunId.eq(run_id)).filter(scope.on(Column::Path, Column::EnterpriseId));
    if let Some(stage) = &filter.stage {
        select = select.filter(Column::Stage.eq(stage.as_str()));
    }
    if let Some(grade) = &filter.grade {
        select = select.filter(Column::Grade.eq(grade.as_str()));
    }
    select = if filter.withheld {
        select.filter(Column::Withheld.is_not_null())
    } else {
        select.filter(Column::Rank.is_not_null())
    };
    // Withheld enterprises have no place: they are listed by id.
    let sort = if filter.withheld { Column::EnterpriseId } else { Column::Rank };
    let withheld = filter.withheld;
    let mark = move |row: &Model| Mark {
        value: match row.rank {
            Some(rank) if !withheld => MarkValue::Number(rank),
            _ => MarkValue::Text(row.enterprise_id.clone()),
        },
        id: row.enterprise_id.clone(),
    };
    paged(source, select, (sort, Column::EnterpriseId), page, mark)
        .await?
        .try_map(|row| Ok::<_, StoreError>(RunResult::from(row)))
}
