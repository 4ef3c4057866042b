//! Batch query: the points of a list of credit codes.

use super::{
    out,
    row::{RowBody, Rows},
};
use crate::{
    desk::Desk,
    enterprises::note_list,
    input::{Checks, Json},
    reply::{Answer, Reply},
};
use axum::extract::Path;
use domain::enterprise::{judge, normalise};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use store::enterprises;
use utoipa::ToSchema;

/// So many codes at once.
const MOST: usize = 2_000;

/// Whom to look up.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Codes {
    /// Credit codes as people paste them; one that stands twice is answered once.
    codes: Vec<String>,
}

/// What was found, in the order asked.
#[derive(Serialize, ToSchema)]
pub(crate) struct LookedUp {
    /// Those with a result.
    found: Vec<RowBody>,
    /// The others.
    not_found: Vec<NotFound>,
}

/// A code without a result.
#[derive(Serialize, ToSchema)]
#[schema(as = CodeNotFound)]
struct NotFound {
    /// The code as it was given.
    code: String,
    /// Why.
    why: WhyNot,
}

/// Why a code has no result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
enum WhyNot {
    /// Not a credit code: its form or its check digit is wrong.
    Invalid,
    /// Not in the zone's register.
    Unknown,
    /// In the register, but not in this evaluation.
    NotEvaluated,
}

/// The points of up to 2,000 credit codes in a run; of every other code, why it has none.
#[utoipa::path(post, path = "/api/v1/runs/{id}/points/lookup", operation_id = "look_up_points", tag = "points",
    params(("id" = String, Path, description = "The run")), request_body = Codes,
    responses((status = 200, body = LookedUp, description = "What was found, and what not")),
    extensions(("x-permission" = json!("points:list")), ("x-reads" = json!("list"))))]
pub(crate) async fn look_up_points(desk: Desk, Path(id): Path<String>, Json(given): Json<Codes>) -> Answer {
    let mut checks = Checks::default();
    let good = (1..=MOST).contains(&given.codes.len());
    checks.that(good, "/codes", "一次查询 1 至 2000 个", "must be 1 to 2,000 codes at once");
    checks.done()?;
    let out = out(&desk, &id).await?;
    let mut seen = HashSet::new();
    let codes = given.codes.iter().map(|code| normalise(code));
    let codes: Vec<String> = codes.filter(|code| !code.is_empty() && seen.insert(code.clone())).collect();
    let zone = &out.batch.zone_id;
    let known = enterprises::by_codes(desk.database(), zone, Some(&codes)).await?;
    let known: HashSet<String> = known.into_iter().map(|one| one.credit_code).collect();
    let (mut rows, mut not_found) = (Vec::new(), Vec::new());
    for code in codes {
        match out.opened.row_of(&code) {
            Some(row) => rows.push(row),
            None => {
                let why = match () {
                    () if known.contains(&code) => WhyNot::NotEvaluated,
                    () if judge(&code).code().is_none() => WhyNot::Invalid,
                    () => WhyNot::Unknown,
                };
                not_found.push(NotFound { code, why });
            }
        }
    }
    note_list(&desk, ("run", Some(&id)), rows.iter().map(|_| out.batch.path.as_str())).await?;
    let shown = Rows::of(&desk, &out, &rows).await?;
    Ok(Reply::ok(&LookedUp { found: rows.into_iter().map(|row| shown.body(row)).collect(), not_found }))
}
