//! Who gets more and who less by a text on trial than by what is in force.

use crate::library::Member;
use domain::policies::Fen;
use serde::Serialize;
use std::{
    cmp::Reverse,
    collections::{BTreeMap, HashMap},
};
use utoipa::ToSchema;

/// So many who gain or lose most are named.
const NAMED: usize = 50;

/// One group of enterprises: what it gets by the version in force and by the text. Amounts are yuan.
#[derive(Serialize, ToSchema)]
#[schema(as = GroupOnTrial)]
pub(crate) struct TrialGroup {
    /// What is grouped by: `stage`, `field`, `size`, `park`.
    by: &'static str,
    /// The group; empty where it is not known.
    key: String,
    /// How many get something by the text.
    served: usize,
    /// Σ by the version in force.
    before: String,
    /// Σ by the text.
    after: String,
}

/// An enterprise that gains or loses. Amounts are yuan.
#[derive(Serialize, ToSchema)]
#[schema(as = MoverOnTrial)]
pub(crate) struct TrialMover {
    /// 统一社会信用代码.
    credit_code: String,
    /// Its name.
    name: String,
    /// By the version in force.
    before: String,
    /// By the text.
    after: String,
}

/// Who gains and who loses.
pub(crate) struct Changes {
    /// How many get more than before.
    pub(crate) gain: usize,
    /// How many get less.
    pub(crate) lose: usize,
    /// Those that gain or lose most.
    pub(crate) most: Vec<TrialMover>,
}

/// Who gains and who loses from `then` to `now`, both in the order of `members`.
pub(crate) fn movers(members: &[Member], then: &[Fen], now: &[Fen]) -> Changes {
    let change = |index: usize| now[index].0 - then[index].0;
    let mut moved: Vec<usize> = (0..now.len()).filter(|index| change(*index) != 0).collect();
    let gain = moved.iter().filter(|index| change(**index) > 0).count();
    let lose = moved.len() - gain;
    moved.sort_by_key(|index| (Reverse(change(*index).abs()), members[*index].credit_code.clone()));
    let mover = |index: usize| TrialMover {
        credit_code: members[index].credit_code.clone(),
        name: members[index].name.clone(),
        before: then[index].to_string(),
        after: now[index].to_string(),
    };
    Changes { gain, lose, most: moved.into_iter().take(NAMED).map(mover).collect() }
}

/// What groups get: by stage (`stages`, by the enterprise's id), field, size and park.
pub(crate) fn grouped(
    members: &[Member],
    stages: &HashMap<String, Option<String>>,
    then: &[Fen],
    now: &[Fen],
) -> Vec<TrialGroup> {
    let stage = |index: usize| members[index].id.as_ref().and_then(|id| stages.get(id).cloned().flatten());
    let mut groups = by("stage", then, now, stage);
    groups.extend(by("field", then, now, |index| members[index].field.clone()));
    groups.extend(by("size", then, now, |index| members[index].size.clone()));
    groups.extend(by("park", then, now, |index| members[index].park.clone()));
    groups
}

fn by(by: &'static str, then: &[Fen], now: &[Fen], key: impl Fn(usize) -> Option<String>) -> Vec<TrialGroup> {
    let mut groups: BTreeMap<String, (usize, Fen, Fen)> = BTreeMap::new();
    for (index, (then, now)) in then.iter().zip(now).enumerate() {
        let group = groups.entry(key(index).unwrap_or_default()).or_default();
        group.0 += usize::from(now.0 > 0);
        group.1 += *then;
        group.2 += *now;
    }
    let told = groups.into_iter().map(|(key, (served, before, after))| TrialGroup {
        by,
        key,
        served,
        before: before.to_string(),
        after: after.to_string(),
    });
    told.collect()
}
