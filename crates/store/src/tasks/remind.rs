//! Reminding officers of their tasks, once per stage and last day.

use super::{Task, TaskState};
use crate::{
    Source, Work,
    error::Result,
    tables::tasks::{Column, Entity},
};
use jiff::civil::Date;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, sea_query::Expr};

/// The open tasks that are due on `until` or before, with what their officer was reminded of last; the most pressing
/// first.
///
/// # Errors
/// The engine's failure.
pub async fn pressing(source: &impl Source, until: Date) -> Result<Vec<(Task, Option<String>)>> {
    let open = [TaskState::Open, TaskState::Contacted, TaskState::Promised];
    let query = Entity::find()
        .filter(Column::State.is_in(open.map(TaskState::word)))
        .filter(Column::DueOn.lte(until.to_string()))
        .order_by_asc(Column::DueOn)
        .order_by_asc(Column::Id);
    let rows = query.all(&source.executor()).await?;
    rows.into_iter()
        .map(|mut row| {
            let reminded = row.reminded.take();
            Ok((Task::try_from(row)?, reminded))
        })
        .collect()
}

/// Notes that the officer was reminded of `stage`. The task itself does not change: its version stays.
///
/// # Errors
/// The engine's failure.
pub async fn reminded(work: &Work, ids: &[String], stage: &str) -> Result<()> {
    for ids in ids.chunks(500) {
        Entity::update_many()
            .col_expr(Column::Reminded, Expr::value(stage))
            .filter(Column::Id.is_in(ids.iter().map(String::as_str)))
            .exec(&work.executor())
            .await?;
    }
    Ok(())
}
