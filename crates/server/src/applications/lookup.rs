//! Which applications there are: an enterprise sees its own, a zone those of its enterprises.

use super::{ApplicationBody, ApplicationPage, AwardOfApplication, MoveBody, body, found};
use crate::{
    awards::named,
    desk::Desk,
    enterprises::note_list,
    exporting::{self, APPLICATION_STATES, AsFile, Column, Export, Exported, Exporting, POLICY_WAYS},
    input::Params,
    library::today,
    listing::{self, Asked, List},
    problem::{Code, Stop},
    reply::{Answer, Reply},
    users::names,
    wire::ApplicationStateWord,
};
use axum::extract::Path;
use serde::Deserialize;
use std::collections::HashMap;
use store::{
    Page, Scope,
    applications::{self, Application, ApplicationFilter, ApplicationState},
    awards, batches,
    enterprises::Enterprise,
    runs,
};
use utoipa::IntoParams;

/// Which applications.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WantedApplications {
    /// This far.
    #[param(inline)]
    state: Option<ApplicationStateWord>,
    /// Only those that wait for somebody.
    open: Option<bool>,
    /// Only those that wait for an officer and are late.
    late: Option<bool>,
    /// Under this policy.
    policy: Option<String>,
    /// For the money of this year.
    period: Option<i32>,
    /// Of enterprises with this in the name or credit code.
    search: Option<String>,
    /// `applied_at`; `-applied_at` for newest first.
    sort: Option<String>,
    /// Rows of a page, 1 to 200.
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

const SORTS: [(&str, ()); 1] = [("applied_at", ())];
const OPEN: [ApplicationState; 2] = [ApplicationState::Submitted, ApplicationState::Asked];

impl WantedApplications {
    async fn page(
        self,
        desk: &Desk,
        asked: &Asked<()>,
    ) -> Result<(Page<Application>, HashMap<String, Enterprise>), Stop> {
        let late = self.late == Some(true);
        let states = match (self.state, self.open, late) {
            (Some(state), ..) => vec![state.into()],
            (None, _, true) => vec![ApplicationState::Submitted],
            (None, Some(true), _) => OPEN.to_vec(),
            (None, Some(false), _) => {
                ApplicationState::ALL.iter().copied().filter(|state| !OPEN.contains(state)).collect()
            }
            (None, None, _) => Vec::new(),
        };
        let search = self.search.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
        let filter = ApplicationFilter {
            states,
            policy: self.policy,
            period: self.period,
            search,
            due_before: late.then(|| today(desk)),
        };
        let page =
            applications::applications_page(desk.database(), desk.scope(), &filter, &asked.page).await?;
        let known = named(desk, page.items.iter().map(|one| one.enterprise_id.clone())).await?;
        Ok((page, known))
    }
}

/// The applications the caller may see.
#[utoipa::path(get, path = "/api/v1/policy-applications", operation_id = "list_policy_applications", tag = "policies",
    params(WantedApplications),
    responses((status = 200, body = inline(List<ApplicationBody>), description = "A page")),
    extensions(("x-permission" = json!("policy-application:list")), ("x-reads" = json!("list"))))]
pub(crate) async fn list_policy_applications(
    desk: Desk,
    Params(wanted): Params<WantedApplications>,
) -> Answer {
    let asked = listing::asked(wanted.limit, wanted.cursor.as_deref(), wanted.sort.as_deref(), &SORTS)?;
    let (page, known) = wanted.page(&desk, &asked).await?;
    note_list(&desk, ("policy-application", None), page.items.iter().map(|one| one.path.as_str())).await?;
    Ok(Reply::ok(&asked.list(page, |one| ApplicationBody::of(&desk, &one, &known))))
}

/// The columns of an export.
pub(crate) const APPLICATIONS: Export = Export {
    resource: "policy-application",
    title: ("政策申报", "policy applications"),
    columns: &[
        Column::plain("name", "企业名称", "Name"),
        Column::plain("credit_code", "统一社会信用代码", "Credit code"),
        Column::plain("policy_name", "政策", "Policy"),
        Column::word("way", "兑现方式", "Way", POLICY_WAYS),
        Column::plain("period", "年度", "Year"),
        Column::plain("claimed", "应得金额（元）", "Claim (yuan)"),
        Column::word("state", "状态", "State", APPLICATION_STATES),
        Column::plain("reason", "原因", "Reason"),
        Column::plain("due_on", "办结期限", "Due on"),
        Column::plain("working_days_left", "剩余工作日", "Working days left"),
        Column::time("applied_at", "申报时间", "Applied at"),
        Column::time("decided_at", "办结时间", "Decided at"),
        Column::time("changed_at", "最近办理时间", "Moved last at"),
        Column::plain("policy", "政策代码", "Policy code"),
        Column::plain("policy_version", "政策版本", "Policy version"),
        Column::plain("official", "是否正式发布", "Official"),
        Column::plain("id", "编号", "Id"),
        Column::plain("enterprise_id", "企业编号", "Enterprise id"),
        Column::plain("version", "版本", "Version"),
    ],
};

/// The same as a file.
#[utoipa::path(get, path = "/api/v1/policy-applications/export", operation_id = "export_policy_applications",
    tag = "policies", params(WantedApplications, AsFile),
    responses((status = 200, description = "The file", content(
        (Vec<u8> = "text/csv"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ))),
    extensions(("x-permission" = json!("policy-application:list")), ("x-reads" = json!("list")), ("x-time-limit" = json!(120))))]
pub(crate) async fn export_policy_applications(
    desk: Desk,
    exporting: Exporting<WantedApplications>,
) -> Exported {
    exporting::allowed_now(&desk)?;
    let (wanted, file) = exporting.parts();
    let asked = listing::whole(wanted.sort.as_deref(), &SORTS, desk.app.config.export_rows)?;
    let (page, known) = wanted.page(&desk, &asked).await?;
    exporting::send(&desk, &APPLICATIONS, file, page, |one| ApplicationBody::of(&desk, &one, &known)).await
}

/// One application with its form, its materials, what officers answered and everything that happened to it.
#[utoipa::path(get, path = "/api/v1/policy-applications/{id}", operation_id = "read_policy_application",
    tag = "policies", params(("id" = String, Path, description = "The application")),
    responses((status = 200, body = ApplicationPage, description = "The application")),
    extensions(("x-permission" = json!("policy-application:list")), ("x-reads" = json!("list"))))]
pub(crate) async fn read_policy_application(desk: Desk, Path(id): Path<String>) -> Answer {
    let one = found(&desk, &id).await?;
    note_list(&desk, ("policy-application", Some(&id)), [one.path.as_str()]).await?;
    let known = named(&desk, [one.enterprise_id.clone()].into_iter()).await?;
    let moves = applications::moves_of(desk.database(), &id).await?;
    let people = names(&desk, moves.iter().filter_map(|one| one.made_by.as_deref())).await?;
    let (batch, participant_id) = evaluation(&desk, &one).await?;
    let language = desk.context.language;
    let page = ApplicationPage {
        data: body::data_told(&one, batch.year, language),
        checks: body::checks_told(&one, language),
        materials: body::materials_told(&one, language),
        participant_id,
        moves: moves.into_iter().map(|one| MoveBody::of(one, &people)).collect(),
        award: award(&desk, &one).await?,
        run_id: one.run_id.clone(),
        code: one.code.clone(),
        matched_on: one.matched_on.to_string(),
        policy_text: one.policy_text.clone(),
        application: ApplicationBody::of(&desk, &one, &known),
    };
    Ok(Reply::ok(&page).versioned(one.version))
}

/// The evaluation the form was filled in from, and the enterprise's place in it.
async fn evaluation(desk: &Desk, one: &Application) -> Result<(batches::Batch, Option<String>), Stop> {
    let everything = Scope::Everything;
    let run = runs::within(desk.database(), &everything, &one.run_id).await?.ok_or(Code::NotFound)?;
    let batch = batches::within(desk.database(), &everything, &run.batch_id).await?.ok_or(Code::NotFound)?;
    let known = [one.enterprise_id.clone()];
    let known = batches::participants_by_enterprises(desk.database(), &batch.id, &known).await?;
    Ok((batch, known.into_iter().next().map(|participant| participant.id)))
}

/// What became of the money of an application that passed.
async fn award(desk: &Desk, one: &Application) -> Result<Option<AwardOfApplication>, Stop> {
    let of = (one.enterprise_id.as_str(), one.policy.as_str(), one.period);
    Ok(awards::award_of(desk.database(), desk.scope(), of).await?.map(AwardOfApplication::of))
}
