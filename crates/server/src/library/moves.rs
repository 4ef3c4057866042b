//! Moves between growth stages from one published year to another.

use super::{members::published, named, run_and_batch};
use crate::{
    batches::year_end,
    desk::Desk,
    input::Params,
    problem::Code,
    reply::{Answer, Reply},
    rules::ZoneRules,
};
use axum::extract::Path;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use store::runs;
use utoipa::{IntoParams, ToSchema};

/// Since when.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Since {
    /// The year to compare with; two years before when it was published, else the earliest published.
    since: Option<i32>,
}

/// How many went from one stage to another.
#[derive(Serialize, ToSchema)]
struct StageMove {
    /// The stage then; absent when it could not be told.
    from: Option<String>,
    /// The stage now.
    to: Option<String>,
    /// What they are called.
    from_name: Option<String>,
    /// What they are called.
    to_name: Option<String>,
    /// So many enterprises.
    enterprises: usize,
}

/// Moves between growth stages.
#[derive(Serialize, ToSchema)]
pub(crate) struct StageMoves {
    /// The year compared with.
    since: i32,
    /// The year of the run.
    year: i32,
    /// Enterprises in both years whose stage is known in both.
    both: usize,
    /// Of these, how many are in another stage now.
    moved: usize,
    /// The share of those that moved, in per cent with one place.
    share: String,
    /// Joined since.
    joined: usize,
    /// Took part then and no longer.
    gone: usize,
    /// Every pair of stages, most frequent first.
    moves: Vec<StageMove>,
}

/// Who moved between growth stages since an earlier published year, and which share that is.
#[utoipa::path(get, path = "/api/v1/runs/{id}/stage-moves", operation_id = "read_stage_moves", tag = "library",
    params(("id" = String, Path, description = "The run"), Since),
    responses((status = 200, body = StageMoves, description = "The moves")),
    extensions(("x-permission" = json!("library:read"))))]
pub(crate) async fn stage_moves(desk: Desk, Path(id): Path<String>, Params(wanted): Params<Since>) -> Answer {
    let (run, batch) = run_and_batch(&desk, &id).await?;
    let earlier: Vec<_> = published(&desk, &batch.zone_id)
        .await?
        .into_iter()
        .filter(|(_, one)| one.year < batch.year)
        .collect();
    let asked = wanted.since.unwrap_or(batch.year - 2);
    let exact = earlier.iter().find(|(_, one)| one.year == asked);
    let (then, before) = match (exact, wanted.since) {
        (Some(found), _) => found,
        (None, Some(_)) => return Err(Code::NotFound.into()),
        (None, None) => earlier.last().ok_or(Code::NotFound)?,
    };
    let stages = async |run: &str| -> Result<HashMap<String, Option<String>>, store::StoreError> {
        let results = runs::results(desk.database(), run).await?;
        Ok(results.into_iter().map(|one| (one.enterprise_id, one.stage)).collect())
    };
    let (was, is) = (stages(&then.id).await?, stages(&run.id).await?);
    let mut pairs: BTreeMap<(Option<&str>, Option<&str>), usize> = BTreeMap::new();
    let (mut both, mut moved) = (0_usize, 0_usize);
    for (id, now) in &is {
        let Some(then) = was.get(id) else { continue };
        *pairs.entry((then.as_deref(), now.as_deref())).or_default() += 1;
        if let (Some(then), Some(now)) = (then, now) {
            both += 1;
            moved += usize::from(then != now);
        }
    }
    let rules = ZoneRules::of_zone(&desk, &batch.path).await?;
    let scheme = rules.scheme(&batch.scheme, year_end(batch.year), "");
    let names: HashMap<String, String> = scheme.map_or_else(
        |_| HashMap::new(),
        |loaded| loaded.value.stages.iter().map(|one| (one.code.clone(), named(&desk, &one.name))).collect(),
    );
    let name =
        |code: Option<&str>| code.map(|code| names.get(code).cloned().unwrap_or_else(|| code.to_owned()));
    let one = |((from, to), enterprises): (&(Option<&str>, Option<&str>), &usize)| StageMove {
        from: from.map(str::to_owned),
        to: to.map(str::to_owned),
        from_name: name(*from),
        to_name: name(*to),
        enterprises: *enterprises,
    };
    let mut moves: Vec<StageMove> = pairs.iter().filter(|((from, to), _)| from != to).map(one).collect();
    moves.sort_by_key(|one| std::cmp::Reverse(one.enterprises));
    Ok(Reply::ok(&StageMoves {
        since: before.year,
        year: batch.year,
        both,
        moved,
        share: share(moved, both),
        joined: is.keys().filter(|id| !was.contains_key(*id)).count(),
        gone: was.keys().filter(|id| !is.contains_key(*id)).count(),
        moves,
    }))
}

/// Per cent with one place, rounded half up in whole numbers.
fn share(part: usize, whole: usize) -> String {
    if whole == 0 {
        return "0.0".to_owned();
    }
    let tenths = (part * 2_000 + whole) / (2 * whole);
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn shares_are_rounded_half_up_without_floating_point() {
        for (part, whole, shown) in [
            (742, 6_032, "12.3"),
            (0, 5, "0.0"),
            (5, 5, "100.0"),
            (1, 8, "12.5"),
            (1, 2_000, "0.1"),
            (1, 3, "33.3"),
            (0, 0, "0.0"),
        ] {
            assert_eq!(share(part, whole), shown, "{part}/{whole}");
        }
    }
}
