//! The data of a run matched with every policy, kept while it is looked at. It is a function of the run, the rule files and
//! the day, so it can be forgotten and matched again at any time.

use crate::{
    app::App,
    contents,
    desk::Desk,
    kept::Kept,
    library::{Member, WAIT, place, today, usual_day},
    problem::{Code, Field, Problem, Stop},
    rules::ZoneRules,
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

/// Run, day, and which rule files the zone has.
pub(crate) type Key = (String, Date, String);
/// What was matched last.
pub(crate) type Cache = Kept<Key, Matching, KEPT>;

/// Everybody of a run under every policy in force on a day.
pub(crate) struct Matching {
    pub(crate) run: MatchRun,
    /// Everybody, in the order of the table.
    pub(crate) members: Members,
    /// 匹配码.
    pub(crate) code: String,
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
        let rules = ZoneRules::library_at(desk, &batch.zone_id).await?;
        let key = (run.id.clone(), on, rules.policies_stamp());
        let cell = app.matched.place(&key);
        Ok(cell.get_or_try_init(|| match_all(app, rules, (run, batch), on)).await?.clone())
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
        self.members.place(credit_code)
    }

    /// The policy at a place.
    pub(crate) fn rules(&self, policy: usize) -> &Policy {
        &self.run.policies[policy].value
    }
}

async fn match_all(app: &App, rules: ZoneRules, of: (&Run, &Batch), on: Date) -> Result<Arc<Matching>, Stop> {
    let named = rules.policies();
    Ok(Arc::new(match_with(app, of, on, (rules, named)).await?))
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
    let table = run.snapshot_hash.clone();
    let work = move |reading: &Reading, evaluated: &dyn Fn(&str) -> Evaluated| {
        let chosen = InForce::choose(&rules, &named, on)?;
        let run = chosen.matched(reading, evaluated, &Options::default())?;
        let code = run.code(&table);
        Ok((run, code))
    };
    let (known, done) = on_data_of(app, (run, batch), work).await?;
    let (run, code) = done.map_err(|problem| not_matched(&problem))?;
    let members = Members::of(known, &run.ids(), |item, at| run.text(item, at));
    Ok(Matching { run, members, code })
}

/// Everybody of a run, in the order of its table.
pub(crate) struct Members {
    /// In the order of the table.
    pub(crate) list: Vec<Member>,
    by_code: HashMap<String, usize>,
}

impl Members {
    pub(crate) fn of(
        known: Vec<enterprises::Enterprise>,
        codes: &[String],
        text: impl Fn(&str, usize) -> Option<String>,
    ) -> Self {
        let mut ids: HashMap<String, String> =
            known.into_iter().map(|one| (one.credit_code, one.id)).collect();
        let member = |(index, credit_code): (usize, &String)| Member {
            id: ids.remove(credit_code),
            name: text("name", index).unwrap_or_default(),
            park: text("park", index),
            field: text("tech_field", index),
            size: text("size_class", index),
            credit_code: credit_code.clone(),
        };
        let list: Vec<Member> = codes.iter().enumerate().map(member).collect();
        let by_code = codes.iter().enumerate().map(|(at, code)| (code.clone(), at)).collect();
        Self { list, by_code }
    }

    /// The place of an enterprise.
    pub(crate) fn place(&self, credit_code: &str) -> Option<usize> {
        self.by_code.get(credit_code).copied()
    }
}

impl std::ops::Index<usize> for Members {
    type Output = Member;

    fn index(&self, at: usize) -> &Member {
        &self.list[at]
    }
}

/// Does `work` with the frozen data of a run and what the run found for everybody; the register comes back with it.
///
/// # Errors
/// The store's failure; those of the work are in what comes back.
pub(crate) async fn on_data_of<R: Send + 'static>(
    app: &App,
    (run, batch): (&Run, &Batch),
    work: impl FnOnce(&Reading, &dyn Fn(&str) -> Evaluated) -> Result<R, RunProblem> + Send + 'static,
) -> Result<(Vec<enterprises::Enterprise>, Result<R, RunProblem>), Stop> {
    let known = enterprises::by_codes(&app.database, &batch.zone_id, None).await?;
    let evaluated = evaluated(app, run, &known).await?;
    let (table, year) = (run.snapshot_hash.clone(), batch.year);
    let data = app.config.data.clone();
    let _place = place(&app.judging, WAIT).await?;
    let all = move || -> Result<R, RunProblem> {
        let snapshot = contents::place(&data, &table);
        let at = |error| RunProblem::file(&snapshot, error);
        // Files are kept without the ending that tells what they are.
        let scratch = Scratch::below(&data).map_err(at)?;
        let input = scratch.path().join("snapshot.parquet");
        std::fs::copy(&snapshot, &input).map_err(at)?;
        let reading = Reading { input, sheet: None, period: Some(year), as_of: None, id_column: None };
        work(&reading, &|code: &str| evaluated.get(code).cloned().unwrap_or_default())
    };
    match tokio::task::spawn_blocking(all).await {
        Ok(done) => Ok((known, done)),
        Err(error) => Err(StoreError::File(std::io::Error::other(error.to_string())).into()),
    }
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
