//! An enterprise's values by year, each with where it came from.

use super::{answer_for, found};
use crate::{
    desk::Desk,
    imports::Origins,
    input::Params,
    problem::Stop,
    reply::{Answer, Reply},
    wire::ValueSourceWord,
};
use axum::extract::Path;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use store::{
    users,
    values::{self, NO_PERIOD, Stated, Statement, Which, latest},
};
use utoipa::{IntoParams, ToSchema};

/// Which values.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Wanted {
    /// Of this year.
    period: Option<i32>,
    /// Of this batch.
    batch_id: Option<String>,
    /// Also those that a later statement of the same source has replaced.
    all: Option<bool>,
    /// What they are read for; needed of those who are not of the enterprise's zone, and written down.
    purpose: Option<String>,
}

/// One value with its provenance.
#[derive(Serialize, ToSchema)]
#[schema(as = ReportedValue)]
pub(crate) struct ValueBody {
    /// The item's code.
    item: String,
    /// The item's name.
    name: String,
    /// The year; absent for items that belong to no year.
    period: Option<i32>,
    /// Who reports.
    source: ValueSourceWord,
    /// `known`, `zero` (confirmed) or `missing` (said to be missing).
    state: &'static str,
    /// Decimal text in the item's unit, a category's code, a text, a day.
    value: Option<String>,
    /// The item's unit.
    unit: Option<&'static str>,
    /// Whether it counts for its source, or a later statement replaced it.
    counts: bool,
    /// The statement it is part of.
    statement_id: String,
    /// The batch it was made for.
    batch_id: String,
    /// The import it came with; a form otherwise.
    import_id: Option<String>,
    /// The file's name.
    file: Option<String>,
    /// The sheet.
    sheet: Option<String>,
    /// The cell, such as `D7`.
    cell: Option<String>,
    /// The heading of its column.
    heading: Option<String>,
    /// The attachment that proves it.
    evidence: Option<String>,
    /// What the reporter says about it.
    explanation: Option<String>,
    /// The person who entered it.
    entered_by: String,
    /// That person's name.
    entered_by_name: Option<String>,
    /// When.
    entered_at: String,
}

/// The values of an enterprise, by item, year and source. Missing values are not in the list: nobody reported them.
#[utoipa::path(get, path = "/api/v1/enterprises/{id}/values", operation_id = "read_enterprise_values",
    tag = "enterprises", params(("id" = String, Path, description = "The enterprise"), Wanted),
    responses((status = 200, body = Vec<ValueBody>, description = "The values")),
    extensions(("x-permission" = json!("enterprise:values")), ("x-reads" = json!("enterprise"))))]
pub(crate) async fn read_values(
    desk: Desk,
    Path(id): Path<String>,
    Params(wanted): Params<Wanted>,
) -> Answer {
    let one = found(&desk, &id).await?;
    answer_for(&desk, &one, wanted.purpose.as_deref()).await?;
    let which = Which {
        enterprise_id: Some(id),
        batch_id: wanted.batch_id,
        period: wanted.period,
        ..Which::default()
    };
    let statements = values::statements(desk.database(), &which).await?;
    let known = Sources::of(&desk, &statements).await?;
    let counts = latest(&statements);
    let mut list = Vec::new();
    for statement in &statements {
        for (item, stated) in &statement.cells {
            let key = (item.as_str(), statement.period, statement.source);
            let last = counts.get(&key).is_some_and(|(of, _)| of.id == statement.id);
            if last || wanted.all == Some(true) {
                list.push(known.body(&desk, statement, item, stated, last));
            }
        }
    }
    list.sort_by(|one, other| {
        let key =
            |body: &ValueBody| (std::cmp::Reverse(body.period), body.item.clone(), body.entered_at.clone());
        key(one).cmp(&key(other))
    });
    Ok(Reply::ok(&list))
}

/// The imports and people that statements name.
struct Sources {
    origins: Origins,
    people: HashMap<String, String>,
}

impl Sources {
    async fn of(desk: &Desk, statements: &[Statement]) -> Result<Self, Stop> {
        let origins = Origins::of(desk, statements.iter()).await?;
        let mut all = Self { origins, people: HashMap::new() };
        for statement in statements {
            if !all.people.contains_key(&statement.entered_by)
                && let Some(user) = users::by_id(desk.database(), &statement.entered_by).await?
            {
                all.people.insert(user.id, user.name);
            }
        }
        Ok(all)
    }

    fn body(&self, desk: &Desk, of: &Statement, item: &str, stated: &Stated, counts: bool) -> ValueBody {
        let known = desk.app.rules.known().dictionary.find(item);
        let origin = self.origins.find(of, item);
        let remark = of.remarks.get(item);
        ValueBody {
            item: item.to_owned(),
            name: known.map_or_else(|| item.to_owned(), |known| known.name.zh.clone()),
            period: Some(of.period).filter(|period| *period != NO_PERIOD),
            source: of.source.into(),
            state: match stated {
                Stated::Missing => "missing",
                Stated::Known(_) if stated.is_zero() => "zero",
                Stated::Known(_) => "known",
            },
            value: stated.text().map(str::to_owned),
            unit: known.and_then(|known| known.unit()).map(|unit| unit.symbol),
            counts,
            statement_id: of.id.clone(),
            batch_id: of.batch_id.clone(),
            import_id: of.import_id.clone(),
            file: origin.file,
            sheet: origin.sheet,
            cell: origin.cell,
            heading: origin.heading,
            evidence: remark.and_then(|remark| remark.evidence.clone()),
            explanation: remark.and_then(|remark| remark.explanation.clone()),
            entered_by: of.entered_by.clone(),
            entered_by_name: self.people.get(&of.entered_by).cloned(),
            entered_at: of.entered_at.to_string(),
        }
    }
}
