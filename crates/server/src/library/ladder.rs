//! The ladder of one enterprise: where it stands, condition by condition, and the way up.

use super::{
    Titles,
    judged::Judged,
    ladder_body::{EnterpriseRung, SourceBody},
    members::published,
    note,
    overview::read_day,
    run_and_batch,
};
use crate::{
    desk::Desk,
    enterprises::answer_for,
    imports::Origins,
    input::Params,
    participants::Found,
    problem::{Code, Problem, Stop},
    reply::{Answer, Reply},
    values::Facts,
    wire::RunStateWord,
};
use axum::extract::Path;
use serde::{Deserialize, Serialize};
use store::{
    PageRequest, Scope,
    batches::{self, Batch, ParticipantFilter},
    enterprises::{self, Enterprise},
    runs::Run,
    values::ValueSource,
};
use utoipa::{IntoParams, ToSchema};

/// On which data, for which application.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct OnRun {
    /// The run; the latest published one of its zone when left out.
    run_id: Option<String>,
    /// The day of application.
    on: Option<String>,
    /// 复核 instead of 认定.
    review: Option<bool>,
    /// What it is read for; needed of those who are not of the enterprise's zone, and written down.
    purpose: Option<String>,
}

/// One enterprise on every rung.
#[derive(Serialize, ToSchema)]
#[schema(as = EnterpriseLadder)]
pub(crate) struct EnterpriseLadder {
    /// The enterprise.
    enterprise_id: String,
    /// 统一社会信用代码.
    credit_code: String,
    /// Its name now.
    name: String,
    /// The run it is held against.
    run_id: String,
    /// The run's state: of a draft nothing is final.
    run_state: RunStateWord,
    /// The year of the data.
    year: i32,
    /// The day of application.
    on: String,
    /// 复核 instead of 认定.
    review: bool,
    /// Its place in the batch, for confirming and correcting data.
    participant_id: Option<String>,
    /// From the lowest rung up.
    rungs: Vec<EnterpriseRung>,
    /// Where the values come from.
    sources: Vec<SourceBody>,
    /// 测算码 of everybody's computation this is a part of.
    code: String,
    /// 测算结果仅供参考，以主管部门认定为准.
    note: String,
}

/// One enterprise on every rung: what is met, what is lacking and by how much, and the way up, cheapest step first.
#[utoipa::path(get, path = "/api/v1/enterprises/{id}/ladder", operation_id = "read_enterprise_ladder", tag = "library",
    params(("id" = String, Path, description = "The enterprise"), OnRun),
    responses((status = 200, body = EnterpriseLadder, description = "The ladder")),
    extensions(("x-permission" = json!("ladder:read")), ("x-reads" = json!("enterprise")), ("x-time-limit" = json!(60))))]
pub(crate) async fn enterprise_ladder(
    desk: Desk,
    Path(id): Path<String>,
    Params(wanted): Params<OnRun>,
) -> Answer {
    let enterprise = enterprises::within(desk.database(), desk.scope(), &id).await?.ok_or(Code::NotFound)?;
    answer_for(&desk, &enterprise, wanted.purpose.as_deref()).await?;
    let on = read_day(wanted.on.as_deref())?;
    let (run, batch) = chosen(&desk, &enterprise, wanted.run_id.as_deref()).await?;
    let review = wanted.review.unwrap_or(false);
    let judged = Judged::of(&desk, &run, &batch, on, review).await?;
    let at = judged.member(&enterprise.credit_code).ok_or_else(|| {
        Problem::new(Code::WrongState).saying(
            format!("该企业没有参加{}年度评价，没有可测算的数据。", batch.year),
            format!("The enterprise took no part in the evaluation of {}; there are no data.", batch.year),
        )
    })?;
    let titles = Titles::of(&desk, &batch.zone_id).await?;
    let found = participant(&desk, &batch, &enterprise).await?;
    let rungs = (0..judged.library.rungs.ladders.len())
        .map(|rung| EnterpriseRung::of(&desk, &judged, &titles, (rung, at)))
        .collect();
    let sources = match &found {
        Some(found) => sources(&desk, found).await?,
        None => Vec::new(),
    };
    Ok(Reply::ok(&EnterpriseLadder {
        enterprise_id: enterprise.id,
        credit_code: enterprise.credit_code,
        name: enterprise.name,
        run_id: run.id,
        run_state: run.state.into(),
        year: batch.year,
        on: judged.on().to_string(),
        review,
        participant_id: found.map(|found| found.participant.id),
        rungs,
        sources,
        code: judged.code.clone(),
        note: note(&desk),
    }))
}

/// The run asked for, which must be of the enterprise's zone; else the latest published one.
pub(crate) async fn chosen(
    desk: &Desk,
    enterprise: &Enterprise,
    run: Option<&str>,
) -> Result<(Run, Batch), Stop> {
    if let Some(id) = run {
        let found = run_and_batch(desk, id).await?;
        return if found.1.zone_id == enterprise.zone_id { Ok(found) } else { Err(Code::NotFound.into()) };
    }
    let latest = published(desk, &enterprise.zone_id).await?.into_iter().next();
    latest.ok_or_else(|| {
        let (zh, en) = ("本区还没有发布过评价结果。", "The zone has published no evaluation yet.");
        Problem::new(Code::WrongState).saying(zh, en).into()
    })
}

/// The enterprise as a participant of an evaluation, when it takes part.
pub(crate) async fn participant(
    desk: &Desk,
    batch: &Batch,
    enterprise: &Enterprise,
) -> Result<Option<Found>, Stop> {
    let filter = ParticipantFilter {
        batch_id: Some(batch.id.clone()),
        enterprise_id: Some(enterprise.id.clone()),
        ..ParticipantFilter::default()
    };
    let page = PageRequest { limit: 1, after: None, descending: false };
    let known = batches::participants_page(desk.database(), &Scope::Everything, &filter, &page).await?;
    let found = known.items.into_iter().next();
    Ok(found.map(|participant| Found { participant, batch: batch.clone(), enterprise: enterprise.clone() }))
}

/// Who states the values that counted, and in which cell of which file.
async fn sources(desk: &Desk, found: &Found) -> Result<Vec<SourceBody>, Stop> {
    let facts = Facts::of(desk, found).await?;
    let dictionary = desk.app.rules.dictionary();
    let counted = facts.count(desk, false);
    let statements = counted.iter().filter_map(|one| Some(one.said[one.counts?].statement));
    let origins = Origins::of(desk, statements).await?;
    let told = counted.iter().filter_map(|one| {
        let said = &one.said[one.counts?];
        let value = one.known()?.to_owned();
        let source = ValueSource::from_word(said.source.word()).ok()?;
        let name = dictionary
            .find(one.item)
            .map_or_else(|| one.item.to_owned(), |item| super::named(desk, &item.name));
        let origin = origins.find(said.statement, one.item);
        Some(SourceBody {
            item: one.item.to_owned(),
            name,
            period: one.period,
            value,
            source: source.into(),
            import_id: said.statement.import_id.clone(),
            row: said.statement.row,
            file: origin.file,
            sheet: origin.sheet,
            cell: origin.cell,
        })
    });
    Ok(told.collect())
}
