//! What became different from the run before: who moves, by how much, and why.

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use store::runs::{FrozenValues, Run, RunResult};
use utoipa::ToSchema;

/// Most enterprises told of one by one, those that moved most first.
const MOST: usize = 500;

/// The run before.
pub(super) struct Before {
    pub(super) run: Run,
    pub(super) results: Vec<RunResult>,
    pub(super) values: Vec<FrozenValues>,
    pub(super) scheme_hash: String,
    pub(super) same_batch: bool,
}

/// Why an enterprise moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Cause {
    /// Its own data changed.
    Data,
    /// The rules changed, its data did not.
    Rule,
    /// Neither: the enterprises it is compared with changed.
    Population,
}

/// One enterprise that moved.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct Mover {
    /// The enterprise.
    pub(crate) enterprise_id: String,
    /// Its name.
    pub(crate) name: String,
    /// Total before, exact decimal text.
    pub(crate) before: Option<String>,
    /// Total now.
    pub(crate) after: Option<String>,
    /// Place before.
    pub(crate) rank_before: Option<i64>,
    /// Place now.
    pub(crate) rank_after: Option<i64>,
    /// Stage before.
    pub(crate) stage_before: Option<String>,
    /// Stage now.
    pub(crate) stage_after: Option<String>,
    /// The veto that withheld the score before.
    pub(crate) withheld_before: Option<String>,
    /// The veto that withholds it now.
    pub(crate) withheld_after: Option<String>,
    /// Why; absent for enterprises that came or went.
    pub(crate) cause: Option<Cause>,
    /// The items whose values changed.
    pub(crate) items: Vec<String>,
}

/// A run beside the one before.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct Comparison {
    /// The run before.
    pub(crate) before_run_id: String,
    /// Whether it is of the same batch; otherwise of the year before.
    pub(crate) same_batch: bool,
    /// How many got more points.
    pub(crate) up: usize,
    /// How many got fewer.
    pub(crate) down: usize,
    /// How many got the same.
    pub(crate) same: usize,
    /// How many changed stage.
    pub(crate) stages: usize,
    /// How many are withheld that were not before.
    pub(crate) new_vetoes: usize,
    /// How many came.
    pub(crate) came: usize,
    /// How many went.
    pub(crate) went: usize,
    /// Who moved, those that moved most first; at most 500.
    pub(crate) movers: Vec<Mover>,
}

pub(super) fn compare(
    before: &Before,
    now: &[RunResult],
    values: &[FrozenValues],
    scheme_hash: &str,
    names: &HashMap<&str, &str>,
) -> Comparison {
    let old: BTreeMap<&str, &RunResult> =
        before.results.iter().map(|one| (one.enterprise_id.as_str(), one)).collect();
    let new: BTreeMap<&str, &RunResult> = now.iter().map(|one| (one.enterprise_id.as_str(), one)).collect();
    let (old_values, new_values) = (by_enterprise(&before.values), by_enterprise(values));
    let mut found = Comparison {
        before_run_id: before.run.id.clone(),
        same_batch: before.same_batch,
        up: 0,
        down: 0,
        same: 0,
        stages: 0,
        new_vetoes: 0,
        came: 0,
        went: 0,
        movers: Vec::new(),
    };
    let ids: std::collections::BTreeSet<&str> = old.keys().chain(new.keys()).copied().collect();
    let mut moved = Vec::new();
    for id in ids {
        let (was, is) = (old.get(id).copied(), new.get(id).copied());
        if !found.counts(was, is) {
            continue;
        }
        let items = changed(old_values.get(id), new_values.get(id));
        let cause = was.zip(is).map(|_| match (items.is_empty(), before.scheme_hash == scheme_hash) {
            (false, _) => Cause::Data,
            (true, false) => Cause::Rule,
            (true, true) => Cause::Population,
        });
        let size = total(is).unwrap_or(0).abs_diff(total(was).unwrap_or(0));
        moved.push((size, mover(id, names.get(id).copied().unwrap_or(""), was, is, cause, items)));
    }
    moved
        .sort_by(|(left, a), (right, b)| right.cmp(left).then_with(|| a.enterprise_id.cmp(&b.enterprise_id)));
    found.movers = moved.into_iter().take(MOST).map(|(_, mover)| mover).collect();
    found
}

impl Comparison {
    /// Counts one enterprise; whether anything about it is different.
    fn counts(&mut self, was: Option<&RunResult>, is: Option<&RunResult>) -> bool {
        let (Some(was), Some(is)) = (was, is) else {
            self.came += usize::from(is.is_some());
            self.went += usize::from(was.is_some());
            return true;
        };
        match is.total.cmp(&was.total) {
            std::cmp::Ordering::Greater => self.up += 1,
            std::cmp::Ordering::Less => self.down += 1,
            std::cmp::Ordering::Equal => self.same += 1,
        }
        self.stages += usize::from(is.stage != was.stage);
        self.new_vetoes += usize::from(is.withheld.is_some() && was.withheld.is_none());
        (is.total, is.rank, &is.stage, &is.withheld) != (was.total, was.rank, &was.stage, &was.withheld)
    }
}

fn total(result: Option<&RunResult>) -> Option<i64> {
    result.and_then(|one| one.total)
}

fn mover(
    id: &str,
    name: &str,
    was: Option<&RunResult>,
    is: Option<&RunResult>,
    cause: Option<Cause>,
    items: Vec<String>,
) -> Mover {
    Mover {
        enterprise_id: id.to_owned(),
        name: name.to_owned(),
        before: total(was).map(super::body::points),
        after: total(is).map(super::body::points),
        rank_before: was.and_then(|one| one.rank),
        rank_after: is.and_then(|one| one.rank),
        stage_before: was.and_then(|one| one.stage.clone()),
        stage_after: is.and_then(|one| one.stage.clone()),
        withheld_before: was.and_then(|one| one.withheld.clone()),
        withheld_after: is.and_then(|one| one.withheld.clone()),
        cause,
        items,
    }
}

type Years<'a> = BTreeMap<i32, &'a BTreeMap<String, String>>;

fn by_enterprise(values: &[FrozenValues]) -> HashMap<&str, Years<'_>> {
    let mut all: HashMap<&str, Years<'_>> = HashMap::new();
    for one in values {
        all.entry(&one.enterprise_id).or_default().insert(one.period, &one.cells);
    }
    all
}

/// The items whose values differ in some year that both have.
fn changed(was: Option<&Years<'_>>, is: Option<&Years<'_>>) -> Vec<String> {
    let (Some(was), Some(is)) = (was, is) else { return Vec::new() };
    let nothing = BTreeMap::new();
    let mut items = std::collections::BTreeSet::new();
    for year in was.keys().chain(is.keys()) {
        let (old, new) =
            (was.get(year).copied().unwrap_or(&nothing), is.get(year).copied().unwrap_or(&nothing));
        for item in old.keys().chain(new.keys()) {
            if old.get(item) != new.get(item) {
                items.insert(item.clone());
            }
        }
    }
    items.into_iter().collect()
}
