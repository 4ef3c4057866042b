//! The jobs: looking at every row, and storing. What is stored, the end of the job and the audit entry are one
//! transaction under the job's fence: it happens once or not at all, whoever is killed when.

use super::{
    annual_reports, plan::Tally, problems, reading, register, returned, standing, titles, values,
    whose::Register,
};
use crate::{
    app::App,
    caller::beijing_day,
    files,
    jobs::{self as queue, Kind, Progress, Stopped},
    problem::Stop,
};
use formula::Language;
use ingest::Rows;
use serde_json::{Value, json};
use std::{sync::Arc, time::Instant};
use store::{
    OrganisationKind, PageRequest, Scope, StoreError, Work,
    audit::{Entry, Outcome},
    enterprises::{self, Enterprise},
    imports::{self, Change, Import, ImportKind, ImportMode, ImportRow, ImportState, RowOutcome},
    jobs::{self, Job, JobState},
    organisations,
    values::{self as stated, Sender, ValueSource, Which},
};

/// What is to be stored.
enum Effect {
    Register(Box<register::Effect>),
    Values(Vec<stated::Written>),
    Titles(titles::Effect),
    AnnualReports(Vec<store::annual_reports::AnnualReport>),
}

/// What looking at every row came to.
struct Looked {
    outcome: Value,
    rejected: usize,
    preview: Vec<ImportRow>,
    returned: Option<String>,
    effect: Option<Effect>,
}

/// What is known before the file is read.
enum Known {
    Register(register::Known),
    Values(values::Known),
    Titles(titles::Known),
    AnnualReports(annual_reports::Known),
}

/// Does the job to its end.
///
/// # Errors
/// The store's failure; the job is tried again when its lease is over.
pub(crate) async fn run(app: &App, job: &Job, kind: Kind) -> Result<(), StoreError> {
    let Some(import) = imports::of_job(&app.database, &job.id).await? else {
        return queue::finish(app, job, JobState::Failed, &json!({"code": "not-found"})).await;
    };
    if job.cancel_at.is_some() {
        return cancelled(app, job, &import).await;
    }
    let began = Instant::now();
    let known = known(app, &import).await?;
    let progress = Arc::new(Progress::default());
    let looking = look(app, &import, known, progress.clone());
    let looked = queue::watched(app, job, &progress, looking).await;
    let looked = match looked {
        Ok(Ok(Some(looked))) => looked,
        // The server is closing: the job is left to be taken up again.
        Ok(Ok(None)) if *app.closing.borrow() => return Ok(()),
        Ok(Ok(None)) => return cancelled(app, job, &import).await,
        Ok(Err(outcome)) => return failed(app, job, &import, outcome).await,
        Err(_) => return failed(app, job, &import, json!({"code": "internal-error"})).await,
    };
    if jobs::by_id(&app.database, &job.id).await?.is_some_and(|now| now.cancel_at.is_some()) {
        return cancelled(app, job, &import).await;
    }
    match kind {
        Kind::Import => store(app, job, &import, looked, began).await,
        _ => preview(app, job, &import, looked, began).await,
    }
}

/// Everything that a row is compared with.
async fn known(app: &App, import: &Import) -> Result<Known, StoreError> {
    let register = enterprises::by_codes(&app.database, &import.zone_id, None).await?;
    if import.kind == ImportKind::Values {
        let which = Which {
            batch_id: import.batch_id.clone(),
            source: ValueSource::from_word(&import.source).ok(),
            ..Which::default()
        };
        let said = stated::statements(&app.database, &which).await?;
        return Ok(Known::Values(values::Known::of(register, said)));
    }
    match import.kind {
        ImportKind::Titles => return Ok(Known::Titles(of_title(app, import, register).await?)),
        ImportKind::AnnualReports => {
            return Ok(Known::AnnualReports(of_reports(app, import, register).await?));
        }
        ImportKind::Values | ImportKind::Register => {}
    }
    let today = beijing_day(app.edge.now());
    let mut labels = std::collections::HashMap::<String, Vec<String>>::new();
    for label in enterprises::labels_within(&app.database, &import.zone_id).await? {
        if label.holds_on(today) {
            labels.entry(label.enterprise_id).or_default().push(label.label);
        }
    }
    let organisations = log_ins(app, import).await?;
    let enterprises = register.into_iter().map(|one| (one.credit_code.clone(), one)).collect();
    Ok(Known::Register(register::Known { enterprises, labels, organisations, today }))
}

/// What a list of a title is compared with. The source of such an import is the rung.
async fn of_title(
    app: &App,
    import: &Import,
    register: Vec<Enterprise>,
) -> Result<titles::Known, StoreError> {
    let former = enterprises::former_names_within(&app.database, &import.zone_id).await?;
    let label = crate::library::title_of(&app.rules, &import.source).map(|title| title.label);
    let label =
        label.ok_or_else(|| StoreError::Corrupt { what: "imports.source", value: import.source.clone() })?;
    let mut held = std::collections::HashMap::<String, Vec<enterprises::Label>>::new();
    for one in enterprises::labels_within(&app.database, &import.zone_id).await? {
        if one.label == label {
            held.entry(one.enterprise_id.clone()).or_default().push(one);
        }
    }
    let usual = reading::Columns::of(import).usual;
    let register = Register::of(register, former);
    Ok(titles::Known { register, label, held, usual, import_id: import.id.clone() })
}

/// What a list of annual reports is compared with.
async fn of_reports(
    app: &App,
    import: &Import,
    register: Vec<Enterprise>,
) -> Result<annual_reports::Known, StoreError> {
    let former = enterprises::former_names_within(&app.database, &import.zone_id).await?;
    let said = store::annual_reports::of_rung(&app.database, &import.zone_id, &import.source).await?;
    Ok(annual_reports::Known {
        register: Register::of(register, former),
        rung: import.source.clone(),
        said: said.into_iter().map(|one| ((one.enterprise_id.clone(), one.year), one)).collect(),
        import_id: import.id.clone(),
        by: import.created_by.clone(),
    })
}

/// The enterprises of the zone that can sign in, by credit code.
async fn log_ins(
    app: &App,
    import: &Import,
) -> Result<std::collections::HashMap<String, (String, String)>, StoreError> {
    let filter = organisations::Filter {
        kind: Some(OrganisationKind::Enterprise),
        parent_id: Some(import.zone_id.clone()),
        name: None,
    };
    let mut page = PageRequest { limit: 1_000, after: None, descending: false };
    let mut all = std::collections::HashMap::new();
    loop {
        let sort = organisations::Sort::Name;
        let found = organisations::list(&app.database, &Scope::Everything, &filter, sort, &page).await?;
        for one in found.items {
            if let Some(code) = one.credit_code {
                all.insert(code, (one.id, one.path));
            }
        }
        let Some(next) = found.next else { return Ok(all) };
        page.after = Some(next);
    }
}

/// Reads the file and plans; `None` when somebody stopped it, the inner error when the file cannot be read.
async fn look(
    app: &App,
    import: &Import,
    known: Known,
    progress: Arc<Progress>,
) -> Result<Result<Option<Looked>, Value>, Stop> {
    let request = reading::Request::of(app, import);
    let folder = files::folder(app);
    reading::blocking(app, move |app| {
        let rows = match reading::read(app.rules.known(), &request) {
            Ok(rows) => rows,
            Err(found) => {
                let told = found.shown().iter().take(50).map(|one| problems::Trouble::from(one).json());
                return Err(json!({"code": "file-not-understood", "problems": told.collect::<Vec<_>>()}));
            }
        };
        let mut tally = Tally::of(&rows);
        let effect = match effect(app, &rows, &known, &mut tally, &progress) {
            Ok(effect) => effect,
            Err(Stopped) => return Ok(None),
        };
        let marked = tally.troubles.keys().any(|row| *row > 0);
        let returned = marked.then(|| {
            let sheet = rows.sheet.as_deref();
            files::keep_written(&folder, "x.xlsx", |target| {
                returned::write(&request.path, sheet, &tally.troubles, Language::Chinese, target)
                    .map_err(|problem| std::io::Error::other(problem.message.en))
            })
        });
        let returned = returned.and_then(|kept| match kept {
            Ok(kept) => Some(kept.hash),
            Err(error) => {
                tracing::error!(%error, "a workbook could not be given back");
                None
            }
        });
        Ok(Some(Looked {
            outcome: tally.json(),
            rejected: tally.count(RowOutcome::Rejected),
            preview: tally.preview(),
            returned,
            effect: Some(effect),
        }))
    })
    .await
}

fn effect(
    app: &App,
    rows: &Rows,
    known: &Known,
    tally: &mut Tally,
    progress: &Progress,
) -> Result<Effect, Stopped> {
    let id = || app.edge.id();
    Ok(match known {
        Known::Register(known) => {
            Effect::Register(Box::new(register::plan(app.rules.known(), rows, known, tally, progress, id)?))
        }
        Known::Values(known) => {
            Effect::Values(values::plan(app.rules.known(), rows, known, tally, progress, id)?)
        }
        Known::Titles(known) => Effect::Titles(titles::plan(rows, known, tally, progress, id)?),
        Known::AnnualReports(known) => {
            Effect::AnnualReports(annual_reports::plan(rows, known, tally, progress)?)
        }
    })
}

/// The rate people see.
fn timed(mut outcome: Value, began: Instant) -> Value {
    let millis = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX).max(1);
    let rows = outcome["rows"].as_u64().unwrap_or(0);
    outcome["milliseconds"] = millis.into();
    outcome["rows_per_second"] = (rows * 1_000 / millis).into();
    outcome
}

async fn preview(
    app: &App,
    job: &Job,
    import: &Import,
    looked: Looked,
    began: Instant,
) -> Result<(), StoreError> {
    let work = app.database.begin(app.edge.now()).await?;
    let Some(now) = imports::of_job(&work, &job.id).await? else { return Ok(()) };
    let outcome = timed(looked.outcome, began);
    let change = Change {
        state: Some(ImportState::Previewed),
        outcome: Some(outcome.to_string()),
        returned_hash: Some(looked.returned),
        ..Change::default()
    };
    imports::change(&work, &now, change).await?;
    imports::replace_rows(&work, &import.id, looked.preview).await?;
    end(work, job, JobState::Done, outcome, "preview", import).await
}

async fn store(
    app: &App,
    job: &Job,
    import: &Import,
    looked: Looked,
    began: Instant,
) -> Result<(), StoreError> {
    if looked.rejected > 0 && import.mode == ImportMode::All {
        let mut outcome = looked.outcome;
        outcome["code"] = "rows-rejected".into();
        return failed(app, job, import, outcome).await;
    }
    let work = app.database.begin(app.edge.now()).await?;
    let Some(now) = imports::of_job(&work, &job.id).await? else { return Ok(()) };
    if now.state != ImportState::Running {
        return Ok(());
    }
    if let Some(why) = standing::no_longer(app, &work, job, import).await? {
        work.undo().await?;
        return failed(app, job, import, why).await;
    }
    if let Some(effect) = looked.effect {
        write(app, &work, import, effect).await?;
    }
    let outcome = timed(looked.outcome, began);
    let change = Change {
        state: Some(ImportState::Done),
        outcome: Some(outcome.to_string()),
        returned_hash: Some(looked.returned),
        ..Change::default()
    };
    imports::change(&work, &now, change).await?;
    imports::replace_rows(&work, &import.id, looked.preview).await?;
    end(work, job, JobState::Done, outcome, "import", import).await
}

async fn write(app: &App, work: &Work, import: &Import, effect: Effect) -> Result<(), StoreError> {
    match effect {
        Effect::Values(written) => {
            let sender = Sender {
                batch_id: import.batch_id.as_deref().unwrap_or_default(),
                source: ValueSource::from_word(&import.source)?,
                import_id: &import.id,
                by: &import.created_by,
            };
            stated::add_written(work, sender, written).await
        }
        Effect::Register(effect) => write_register(app, work, import, *effect).await,
        Effect::Titles(effect) => {
            enterprises::change_labels(work, effect.changed).await?;
            enterprises::add_labels(work, effect.new).await?;
            note_events(work, import, effect.events).await
        }
        Effect::AnnualReports(reports) => store::annual_reports::put_all(work, reports).await,
    }
}

/// Writes down what happened to enterprises, by this import and who sent it.
async fn note_events(
    work: &Work,
    import: &Import,
    events: Vec<enterprises::Event>,
) -> Result<(), StoreError> {
    let by = |mut event: enterprises::Event| {
        event.import_id = Some(import.id.clone());
        event.changed_by = Some(import.created_by.clone());
        event
    };
    enterprises::note_all(work, events.into_iter().map(by).collect()).await
}

async fn write_register(
    app: &App,
    work: &Work,
    import: &Import,
    effect: register::Effect,
) -> Result<(), StoreError> {
    let zone = organisations::within(work, &Scope::Everything, &import.zone_id).await?;
    let zone = zone.ok_or(StoreError::Corrupt { what: "imports.zone_id", value: import.zone_id.clone() })?;
    let today = beijing_day(app.edge.now());
    enterprises::add_all(work, &zone, effect.new).await?;
    for (seen, fields) in effect.changes {
        apply(work, &seen, fields, today).await?;
    }
    enterprises::add_labels(work, effect.labels).await?;
    let asked: Vec<String> = effect.contacts.iter().map(|one| one.enterprise_id.clone()).collect();
    enterprises::replace_contacts(work, &asked, effect.contacts).await?;
    note_events(work, import, effect.events).await
}

async fn apply(
    work: &Work,
    seen: &Enterprise,
    fields: enterprises::Fields,
    today: jiff::civil::Date,
) -> Result<(), StoreError> {
    enterprises::apply(work, seen, fields, today).await.map(|_| ())
}

/// Ends the job inside `work`; a worker that lost it meanwhile leaves nothing behind.
async fn end(
    work: Work,
    job: &Job,
    state: JobState,
    result: Value,
    action: &str,
    import: &Import,
) -> Result<(), StoreError> {
    if !jobs::finish(&work, job, state, &result.to_string()).await? {
        return work.undo().await;
    }
    let entry = Entry {
        actor_id: Some(job.owner_id.clone()),
        actor_name: None,
        address: None,
        request_id: None,
        action: action.to_owned(),
        resource: "import".to_owned(),
        resource_id: Some(import.id.clone()),
        path: import.path.clone(),
        purpose: None,
        outcome: if state == JobState::Done { Outcome::Done } else { Outcome::Failed },
        detail: json!({"file_hash": import.file_hash, "source": import.source, "outcome": result}),
    };
    work.commit(&entry, &[]).await?;
    Ok(())
}

/// Ends an import whose job came to a bad end in the program itself.
///
/// # Errors
/// The store's failure.
pub(crate) async fn broke(app: &App, job: &Job) -> Result<(), StoreError> {
    match imports::of_job(&app.database, &job.id).await? {
        Some(import) => failed(app, job, &import, json!({"code": "internal-error"})).await,
        None => queue::finish(app, job, JobState::Failed, &json!({"code": "internal-error"})).await,
    }
}

async fn failed(app: &App, job: &Job, import: &Import, outcome: Value) -> Result<(), StoreError> {
    over(app, job, import, ImportState::Failed, JobState::Failed, outcome).await
}

async fn cancelled(app: &App, job: &Job, import: &Import) -> Result<(), StoreError> {
    over(app, job, import, ImportState::Cancelled, JobState::Cancelled, json!({})).await
}

async fn over(
    app: &App,
    job: &Job,
    import: &Import,
    state: ImportState,
    job_state: JobState,
    outcome: Value,
) -> Result<(), StoreError> {
    let work = app.database.begin(app.edge.now()).await?;
    let Some(now) = imports::of_job(&work, &job.id).await? else { return Ok(()) };
    let change = Change { state: Some(state), outcome: Some(outcome.to_string()), ..Change::default() };
    imports::change(&work, &now, change).await?;
    let action = if state == ImportState::Cancelled { "cancel" } else { "fail" };
    end(work, job, job_state, outcome, action, import).await
}
