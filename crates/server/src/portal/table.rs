//! The rows of a public list: who has which place in a stage, and who lets the name stand.

use crate::{
    app::App,
    problem::{Code, Stop},
};
use ::run::Run as Opened;
use domain::Name;
use std::{
    collections::{BTreeSet, HashMap},
    sync::Arc,
};
use store::{
    Scope,
    batches::{self, Batch},
    enterprises,
    organisations::{self, Organisation},
    portal::{self, PublicList},
    runs::{self, Run},
};

/// The results of a year that is shown.
pub(super) struct Shown {
    pub(super) zone: Organisation,
    pub(super) batch: Batch,
    pub(super) list: PublicList,
    pub(super) run: Run,
    pub(super) opened: Arc<Opened>,
}

impl Shown {
    /// The year of `batch_id`, while the zone shows it.
    ///
    /// # Errors
    /// 404 otherwise.
    pub(super) async fn of(app: &App, batch_id: &str) -> Result<Self, Stop> {
        let database = &app.database;
        let list =
            portal::of_batch(database, batch_id).await?.filter(|list| list.shown).ok_or(Code::NotFound)?;
        let batch = batches::within(database, &Scope::Everything, batch_id).await?.ok_or(Code::NotFound)?;
        let zone = organisations::within(database, &Scope::Everything, &list.zone_id).await?;
        let zone = zone.ok_or(Code::NotFound)?;
        let run = runs::published(database, batch_id).await?.ok_or(Code::NotFound)?;
        let opened = app.shelf.open(app, &run).await?;
        Ok(Self { zone, batch, list, run, opened })
    }

    /// The rows of a stage (and field), by place; and how many more there are that let no name stand.
    pub(super) async fn rows(
        &self,
        app: &App,
        stage: Option<usize>,
        field: Option<&str>,
    ) -> Result<(Vec<Row>, usize), Stop> {
        let scope = Scope::Below(self.batch.path.clone());
        let allowed = portal::allowed_within(&app.database, &scope).await?;
        let known = enterprises::by_codes(&app.database, &self.batch.zone_id, None).await?;
        let names: HashMap<String, String> = known
            .into_iter()
            .filter(|one| allowed.contains(&one.id))
            .map(|one| (one.credit_code, one.name))
            .collect();
        let (scheme, scores) = (&self.opened.scheme.value, &self.opened.scores);
        let (mut rows, mut unnamed) = (Vec::new(), 0);
        for index in 0..scores.len() {
            let (Some(at), Some(places)) = (scores.stage(index), scores.places(index)) else { continue };
            let asked = stage.is_none_or(|stage| stage == at)
                && field.is_none_or(|field| scores.field(index) == Some(field));
            let place = places.in_stage.place;
            if !asked || self.list.most.is_some_and(|most| place > most) {
                continue;
            }
            match names.get(&self.opened.id(index)) {
                None => unnamed += 1,
                Some(name) => rows.push(Row {
                    name: name.clone(),
                    stage: at,
                    place,
                    field: scores.field(index).map(|code| self.field_name(code)),
                    grade: scores.grade(index).map(|grade| scheme.grades[grade].name.clone()),
                    points: self.list.shows_points.then(|| scores.total(index).to_string()),
                }),
            }
        }
        rows.sort_by(|one, other| {
            (one.stage, one.place, &one.name).cmp(&(other.stage, other.place, &other.name))
        });
        Ok((rows, unnamed))
    }

    /// The fields of technology of those with a place.
    pub(super) fn fields(&self) -> Vec<(String, Name)> {
        let scores = &self.opened.scores;
        let codes: BTreeSet<&str> = (0..scores.len()).filter_map(|index| scores.field(index)).collect();
        codes.into_iter().map(|code| (code.to_owned(), self.field_name(code))).collect()
    }

    fn field_name(&self, code: &str) -> Name {
        let item = self.opened.scheme.value.field_item.as_deref().unwrap_or_default();
        let known = self.opened.scheme.dictionary.find(item).and_then(|item| item.category_name(code));
        known.cloned().unwrap_or_else(|| Name { zh: code.to_owned(), en: None })
    }
}

/// One enterprise on a public list.
pub(super) struct Row {
    pub(super) name: String,
    /// The index of its stage.
    pub(super) stage: usize,
    /// Its place in the stage.
    pub(super) place: u32,
    pub(super) field: Option<Name>,
    pub(super) grade: Option<Name>,
    /// Its points, where the zone shows them.
    pub(super) points: Option<String>,
}
