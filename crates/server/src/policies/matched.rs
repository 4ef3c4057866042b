//! The data of a run matched with every policy, kept while it is looked at. It is a function of the run, the rule files and
//! the day, so it can be forgotten and matched again at any time.

use crate::{
    app::App,
    contents,
    desk::Desk,
    kept::Kept,
    library::{Member, WAIT, place, today, usual_day},
    problem::{Code, Field, Problem, Stop},
};
use domain::{Points, policies::Policy};
use jiff::civil::Date;
use rulebook::Files;
use run::{Evaluated, InForce, MatchRun, Options, Reading, RunProblem, Scratch};
use std::{collections::HashMap, path::PathBuf, sync::Arc};
use store::{
    StoreError,
    batches::Batch,
    enterprises,
    runs::{self, Run},
};

/// So many are kept.
const KEPT: usize = 3;

/// Run, day, and when the zone's own rule files changed last.
pub(crate) type Key = (String, Date, String);
/// What was matched last.
pub(crate) type Cache = Kept<Key, Matching, KEPT>;

/// Everybody of a run under every policy in force on a day.
pub(crate) struct Matching {
    pub(crate) run: MatchRun,
    /// In the order of the table.
    pub(crate) members: Vec<Member>,
    /// 匹配码.
    pub(crate) code: String,
    by_code: HashMap<String, usize>,
}

impl Matching {
    /// That of `run`, matched unless it is known. `on` is the day of matching.
    pub(crate) async fn of(
        desk: &Desk,
        run: &Run,
        batch: &Batch,
        on: Option<Date>,
    ) -> Result<Arc<Self>, Stop> {
        let app = &desk.app;
        let on = on.unwrap_or_else(|| usual_day(batch.year, today(desk)));
        let key = (run.id.clone(), on, app.rules.policies_stamp());
        let cell = app.matched.place(&key);
        Ok(cell.get_or_try_init(|| match_all(app, run, batch, on)).await?.clone())
    }

    /// The place of the policy `code`.
    pub(crate) fn policy(&self, code: &str) -> Result<usize, Problem> {
        let found = self.run.policies.iter().position(|one| one.value.code == code);
        found.ok_or_else(|| {
            let codes: Vec<&str> = self.run.policies.iter().map(|one| one.value.code.as_str()).collect();
            let field = Field::new(
                "?policy",
                format!("没有这项政策，或当日未生效；可选：{}", codes.join("、")),
                format!("no such policy, or not in force on the day; there are: {}", codes.join(", ")),
            );
            Problem::new(Code::QueryNotUnderstood).at(vec![field])
        })
    }

    /// The place of an enterprise.
    pub(crate) fn member(&self, credit_code: &str) -> Option<usize> {
        self.by_code.get(credit_code).copied()
    }

    /// The policy at a place.
    pub(crate) fn rules(&self, policy: usize) -> &Policy {
        &self.run.policies[policy].value
    }
}

async fn match_all(app: &App, run: &Run, batch: &Batch, on: Date) -> Result<Arc<Matching>, Stop> {
    let named = app.rules.policies();
    Ok(Arc::new(match_with(app, (run, batch), on, (app.rules.clone(), named)).await?))
}

/// The data of a run matched with those of the policy files `named` that are in force on `on`.
///
/// # Errors
/// 409 with what is wrong with a rule file, or the store's failure.
pub(super) async fn match_with<F: Files + Send + 'static>(
    app: &App,
    (run, batch): (&Run, &Batch),
    on: Date,
    (rules, named): (F, Vec<PathBuf>),
) -> Result<Matching, Stop> {
    let known = enterprises::by_codes(&app.database, &batch.zone_id, None).await?;
    let evaluated = evaluated(app, run, &known).await?;
    let mut ids: HashMap<String, String> = known.into_iter().map(|one| (one.credit_code, one.id)).collect();
    let (table, year) = (run.snapshot_hash.clone(), batch.year);
    let data = app.config.data.clone();
    let _place = place(&app.judging, WAIT).await?;
    let work = move || -> Result<(MatchRun, String), RunProblem> {
        let snapshot = contents::place(&data, &table);
        let at = |error| RunProblem::file(&snapshot, error);
        // Files are kept without the ending that tells what they are.
        let scratch = Scratch::below(&data).map_err(at)?;
        let input = scratch.path().join("snapshot.parquet");
        std::fs::copy(&snapshot, &input).map_err(at)?;
        let reading = Reading { input, sheet: None, period: Some(year), as_of: None, id_column: None };
        let chosen = InForce::choose(&rules, &named, on)?;
        let of = |code: &str| evaluated.get(code).cloned().unwrap_or_default();
        let run = chosen.matched(&reading, &of, &Options::default())?;
        let code = run.code(&table);
        Ok((run, code))
    };
    let (run, code) = match tokio::task::spawn_blocking(work).await {
        Ok(Ok(done)) => done,
        Ok(Err(problem)) => return Err(not_matched(&problem)),
        Err(error) => return Err(StoreError::File(std::io::Error::other(error.to_string())).into()),
    };
    let codes = run.ids();
    let member = |(index, credit_code): (usize, &String)| Member {
        id: ids.remove(credit_code),
        name: run.name(index).unwrap_or_default(),
        park: run.text("park", index),
        field: run.text("tech_field", index),
        credit_code: credit_code.clone(),
    };
    let members: Vec<Member> = codes.iter().enumerate().map(member).collect();
    let by_code = codes.into_iter().enumerate().map(|(at, code)| (code, at)).collect();
    Ok(Matching { run, members, code, by_code })
}

/// What the run found for each enterprise, by credit code.
async fn evaluated(
    app: &App,
    run: &Run,
    known: &[enterprises::Enterprise],
) -> Result<HashMap<String, Evaluated>, StoreError> {
    let codes: HashMap<&str, &str> =
        known.iter().map(|one| (one.id.as_str(), one.credit_code.as_str())).collect();
    let results = runs::results(&app.database, &run.id).await?;
    let found = results.into_iter().filter_map(|one| {
        let code = (*codes.get(one.enterprise_id.as_str())?).to_owned();
        Some((code, Evaluated { points: one.total.map(Points), stage: one.stage, grade: one.grade }))
    });
    Ok(found.collect())
}

/// Rule files of the zone's own folder may be wrong: the person who edits them learns what.
fn not_matched(problem: &RunProblem) -> Stop {
    tracing::error!(%problem, "a run was not matched with the policies");
    let said = problem.sentence();
    Problem::new(Code::WrongState)
        .saying(format!("未能匹配：{}", said.zh), format!("Nothing was matched: {}", said.en))
        .into()
}
