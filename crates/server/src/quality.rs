//! 数据质量: checks of a batch, on demand and before it is frozen.

mod findings;

use crate::{
    batches,
    census::Census,
    desk::Desk,
    enterprises::note_list,
    input::Params,
    problem::{Code, Problem, Stop},
    reply::{Answer, Reply},
    schemes::NameBody,
};
use axum::extract::Path;
use domain::collection::Severity;
use findings::{Finding, Gathered};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::{Source, batches::Batch};
use utoipa::{IntoParams, ToSchema};

/// The file of checks below `rules/`.
const CHECKS: &str = "checks/zone.yaml";
/// So many findings of a check are shown at most.
const MOST: usize = 1_000;

/// How many enterprises have a known value of an item, and from which source it counts.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct CoverageBody {
    /// The item's code.
    item: String,
    /// Enterprises with a known value.
    known: usize,
    /// Of them, by the source that counts.
    sources: BTreeMap<String, usize>,
}

/// What one check found.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct CheckBody {
    /// Its permanent code.
    code: String,
    /// What it is called.
    name: NameBody,
    /// `blocking`, `warning` or `note`.
    severity: &'static str,
    /// Why a finding matters.
    explanation: NameBody,
    /// What to do about it.
    advice: NameBody,
    /// How many findings there are.
    count: usize,
    /// The first of them.
    findings: Vec<Finding>,
}

/// The quality of a batch's data.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct QualityBody {
    /// Enterprises that take part.
    participants: usize,
    /// Whether findings of blocking checks stop the freeze.
    blocked: bool,
    /// By item.
    coverage: Vec<CoverageBody>,
    /// By check, in the order of the file.
    checks: Vec<CheckBody>,
}

impl QualityBody {
    /// The same with one check only, or all, and fewer findings of each.
    fn shown(&self, only: Option<&str>, limit: usize) -> Self {
        let asked = |check: &&CheckBody| only.is_none_or(|code| code == check.code);
        let cut = |check: &CheckBody| CheckBody {
            findings: check.findings.iter().take(limit).cloned().collect(),
            ..check.clone()
        };
        let blocking = Severity::Blocking.word();
        let checks: Vec<CheckBody> = self.checks.iter().filter(asked).map(cut).collect();
        let blocked = checks.iter().any(|check| check.severity == blocking && check.count > 0);
        Self { participants: self.participants, blocked, coverage: self.coverage.clone(), checks }
    }
}

/// How much is shown.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WantedQuality {
    /// This check only.
    check: Option<String>,
    /// So many findings of each check, up to 1000.
    limit: Option<usize>,
}

/// Checks the values that count in a batch, now.
#[utoipa::path(get, path = "/api/v1/batches/{id}/quality", operation_id = "read_quality", tag = "quality",
    params(("id" = String, Path, description = "The batch"), WantedQuality),
    responses((status = 200, body = QualityBody, description = "What was found")),
    extensions(("x-permission" = json!("quality:read")), ("x-reads" = json!("list"))))]
pub(crate) async fn read(
    desk: Desk,
    Path(id): Path<String>,
    Params(wanted): Params<WantedQuality>,
) -> Answer {
    let batch = batches::found(&desk, &id).await?;
    let limit = wanted.limit.unwrap_or(20).min(MOST);
    let checks = checks(&desk)?;
    let examine = examined(&desk, desk.database(), &batch, &checks.value, MOST);
    let digests = &desk.app.digests;
    let quality = digests.quality(desk.database(), &batch, &checks.source_hash, examine).await?;
    let quality = quality.shown(wanted.check.as_deref(), limit);
    let shown = quality.checks.iter().map(|check| check.findings.len()).sum();
    note_list(&desk, ("batch", Some(&id)), std::iter::repeat_n(batch.path.as_str(), shown)).await?;
    Ok(Reply::ok(&quality))
}

/// Goes on when no blocking check found anything.
///
/// # Errors
/// 409 that names the checks and how much they found.
pub(crate) async fn insist_free_of_blocking(
    desk: &Desk,
    source: &impl Source,
    batch: &Batch,
) -> Result<(), Stop> {
    let quality = examined(desk, source, batch, &checks(desk)?.value, 0).await?;
    let blocking = Severity::Blocking.word();
    let stopping = quality.checks.iter().filter(|check| check.severity == blocking && check.count > 0);
    let (zh, en): (Vec<String>, Vec<String>) = stopping
        .map(|check| {
            let en = check.name.en.as_ref().unwrap_or(&check.name.zh);
            (format!("{}{}处", check.name.zh, check.count), format!("{en}: {}", check.count))
        })
        .unzip();
    if zh.is_empty() {
        return Ok(());
    }
    let problem = Problem::new(Code::WrongState).saying(
        format!("数据质量检查未通过，不能冻结：{}。", zh.join("，")),
        format!("Blocking checks: {}.", en.join("; ")),
    );
    Err(problem.into())
}

/// The checks as their file has them now.
fn checks(desk: &Desk) -> Result<rulebook::Loaded<rulebook::Checks>, Problem> {
    let loaded = rulebook::load_checks_from(&desk.app.rules, std::path::Path::new(CHECKS));
    loaded.map_err(|problems| {
        let say = |language| rulebook::render_all(&problems, language);
        Problem::new(Code::WrongState).saying(
            format!("数据质量检查文件有误：{}", say(rulebook::Language::Chinese)),
            format!("The file of checks has problems: {}", say(rulebook::Language::English)),
        )
    })
}

async fn examined(
    desk: &Desk,
    source: &impl Source,
    batch: &Batch,
    checks: &rulebook::Checks,
    limit: usize,
) -> Result<QualityBody, Stop> {
    let census = Census::of(source, batch).await?;
    let dictionary = desk.app.rules.dictionary();
    let gathered = Gathered::of(&census, dictionary, batch.year);
    let mut bodies = Vec::new();
    for check in &checks.checks {
        let mut found = gathered.findings(check);
        let count = found.len();
        found.truncate(limit);
        bodies.push(CheckBody {
            code: check.code.clone(),
            name: (&check.name).into(),
            severity: check.severity.word(),
            explanation: (&check.explanation).into(),
            advice: (&check.advice).into(),
            count,
            findings: found,
        });
    }
    let blocked = bodies.iter().any(|check| check.severity == Severity::Blocking.word() && check.count > 0);
    Ok(QualityBody {
        participants: census.members.len(),
        blocked,
        coverage: gathered.coverage(),
        checks: bodies,
    })
}
