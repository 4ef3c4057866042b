//! 科技企业培育库: everybody of a run on every rung of the cultivation ladder, lists of who to look after, and the ladder of
//! one enterprise. What an authority recognised and what is computed stand beside each other and are never mixed.

mod annual_reports;
mod body;
mod changes;
mod counts;
mod judged;
mod ladder;
mod ladder_body;
mod members;
mod moves;
mod overview;
mod phone;
mod standings;
mod titles;

pub(crate) use annual_reports::*;
pub(crate) use changes::*;
pub(crate) use counts::*;
pub(crate) use judged::{AT_ONCE, Cache, Member, WAIT, look_ahead, place};
pub(crate) use ladder::*;
pub(crate) use members::*;
pub(crate) use moves::*;
pub(crate) use overview::*;
pub(crate) use phone::*;
pub(crate) use standings::*;
pub(crate) use titles::*;

use crate::{caller::beijing_day, desk::Desk, enterprises::note_list, problem::Stop};
use domain::cultivation::Ladder;
use formula::Sentence;
use jiff::civil::Date;
use std::collections::HashMap;
use store::{
    batches::{self, Batch},
    enterprises::{self, Label},
    runs::Run,
};

/// 测算结果仅供参考，以主管部门认定为准.
fn note(desk: &Desk) -> String {
    said(desk, &Ladder::note())
}

pub(crate) fn said(desk: &Desk, sentence: &Sentence) -> String {
    sentence.in_language(desk.context.language).to_owned()
}

pub(crate) fn named(desk: &Desk, name: &domain::Name) -> String {
    name.in_language(desk.context.language).to_owned()
}

/// The run `id` as far as the caller reaches, with its batch.
pub(crate) async fn run_and_batch(desk: &Desk, id: &str) -> Result<(Run, Batch), Stop> {
    let run = crate::runs::found(desk, id).await?;
    let batch = batches::within(desk.database(), &store::Scope::Everything, &run.batch_id).await?;
    Ok((run, batch.ok_or(crate::problem::Code::NotFound)?))
}

/// Another party sees so many enterprises of a run.
pub(crate) async fn note_run(desk: &Desk, id: &str, rows: usize) -> Result<(), Stop> {
    let run = crate::runs::found(desk, id).await?;
    note_list(desk, ("run", Some(id)), std::iter::repeat_n(run.path.as_str(), rows)).await
}

/// The day an application would be made with the data of a year: today, or the last day of the year after it.
pub(crate) fn usual_day(year: i32, today: Date) -> Date {
    let last = i16::try_from(year + 1).ok().and_then(|year| Date::new(year, 12, 31).ok());
    last.map_or(today, |last| last.min(today))
}

pub(crate) fn today(desk: &Desk) -> Date {
    beijing_day(desk.now())
}

/// What the enterprises of a zone hold, by enterprise.
struct Titles(HashMap<String, Vec<Label>>);

impl Titles {
    async fn of(desk: &Desk, zone_id: &str) -> Result<Self, Stop> {
        let mut titles: HashMap<String, Vec<Label>> = HashMap::new();
        for label in enterprises::labels_within(desk.database(), zone_id).await? {
            titles.entry(label.enterprise_id.clone()).or_default().push(label);
        }
        Ok(Self(titles))
    }

    /// The title `label` that an enterprise holds on `day`; of several the one that lasts longest.
    fn held(&self, enterprise_id: Option<&str>, label: Option<&str>, day: Date) -> Option<&Label> {
        let held = self.0.get(enterprise_id?)?.iter();
        let held = held.filter(|one| Some(one.label.as_str()) == label && one.holds_on(day));
        held.max_by_key(|one| one.valid_to.unwrap_or(Date::MAX))
    }

    fn all(&self) -> impl Iterator<Item = &Label> {
        self.0.values().flatten()
    }
}
