//! Objections to a list on public notice: raised by enterprises of the zone, decided by its officers.

use super::{award_after, check_reason, moves::strike};
use crate::{
    desk::Desk,
    enterprises::note_list,
    etag,
    exporting::{self, AWARD_OBJECTION_STATES, AsFile, Column, Export, Exported, Exporting},
    input::{Checks, Json, Params},
    library::today,
    listing::{self, Asked, List},
    notices::{Kind, notice},
    problem::{Code, Problem},
    reply::{Answer, Reply},
    wire::AwardObjectionStateWord,
};
use axum::extract::Path;
use domain::policies::paying::AwardAction;
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::{
    Page, Scope, StoreError,
    awards::{self, AwardObjection, AwardObjectionState, ListState},
    enterprises, notices,
};
use utoipa::{IntoParams, ToSchema};

/// An objection to a list.
#[derive(Serialize, ToSchema)]
#[schema(as = AwardObjection)]
pub(crate) struct AwardObjectionBody {
    /// Its id.
    id: String,
    /// The list.
    list_id: String,
    /// Who objects.
    enterprise_id: String,
    /// The award objected to; absent when the objector says to be missing from the list.
    award_id: Option<String>,
    /// Why.
    reason: String,
    /// How far it is.
    state: AwardObjectionStateWord,
    /// What was decided, and why.
    decision: Option<String>,
    /// When it was raised.
    raised_at: String,
    /// When it was decided.
    decided_at: Option<String>,
    /// For `If-Match`.
    version: i64,
}

impl From<AwardObjection> for AwardObjectionBody {
    fn from(one: AwardObjection) -> Self {
        Self {
            id: one.id,
            list_id: one.list_id,
            enterprise_id: one.enterprise_id,
            award_id: one.award_id,
            reason: one.reason,
            state: one.state.into(),
            decision: one.decision,
            raised_at: one.raised_at.to_string(),
            decided_at: one.decided_at.map(|at| at.to_string()),
            version: one.version,
        }
    }
}

/// An objection to raise.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RaiseAwardObjection {
    /// The list, as its public notice names it.
    list_id: String,
    /// The award objected to; left out by an enterprise that should be on the list and is not.
    award_id: Option<String>,
    /// Why.
    reason: String,
}

/// Objects to a list while it is on public notice. Payment does not begin before every objection is decided.
#[utoipa::path(post, path = "/api/v1/award-objections", operation_id = "raise_award_objection", tag = "awards",
    request_body = RaiseAwardObjection,
    responses((status = 201, body = AwardObjectionBody, description = "Raised")),
    extensions(("x-permission" = json!("award-objection:raise")), ("x-idempotency-key" = json!("required"))))]
pub(crate) async fn raise_award_objection(desk: Desk, Json(given): Json<RaiseAwardObjection>) -> Answer {
    let caller = desk.caller()?;
    let (by, path) = (caller.user.id.clone(), caller.user.path.clone());
    let own = enterprises::by_organisation(desk.database(), &caller.organisation.id).await?;
    let own = own.ok_or(Code::NotAllowed)?;
    // A list on public notice is everybody's to see: an enterprise may object to those of its own zone.
    let list = awards::list_within(desk.database(), &Scope::Everything, &given.list_id).await?;
    let list = list.filter(|list| list.zone_id == own.zone_id && list.state != ListState::Review);
    let list = list.ok_or(Code::NotFound)?;
    let open = list.state == ListState::Notice
        && list.notice.is_some_and(|(from, until)| (from..=until).contains(&today(&desk)));
    if !open {
        let (zh, en) =
            ("名单不在公示期内，不能提出异议。", "Objections are taken while the list is on public notice.");
        return Err(Problem::new(Code::WrongState).saying(zh, en).into());
    }
    check_reason(&given.reason)?;
    let mut checks = Checks::default();
    if let Some(id) = &given.award_id {
        let award = awards::award_within(desk.database(), &Scope::Everything, id).await?;
        let on_list = award.is_some_and(|award| award.list_id == list.id);
        checks.that(on_list, "/award_id", "不在这份名单上", "is not on the list");
    }
    checks.done()?;
    let change = desk.begin().await?;
    awards::hold_list(change.work(), &list).await?;
    let new = AwardObjection {
        id: desk.app.edge.id(),
        list_id: list.id.clone(),
        zone_path: list.path.clone(),
        path,
        enterprise_id: own.id,
        award_id: given.award_id,
        reason: given.reason.trim().to_owned(),
        state: AwardObjectionState::Open,
        decision: None,
        raised_by: by,
        raised_at: desk.now(),
        decided_by: None,
        decided_at: None,
        version: 1,
    };
    let raised = awards::object(change.work(), new).await?;
    let detail = json!({ "list_id": raised.list_id, "award_id": raised.award_id, "policy": list.policy });
    let note = desk.note("raise", "award-objection").on(&raised.id, &raised.path).with(detail);
    let (location, version) = (format!("/api/v1/award-objections/{}", raised.id), raised.version);
    change.finish(note, Reply::created(&AwardObjectionBody::from(raised), &location).versioned(version)).await
}

/// Which objections.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WantedAwardObjections {
    /// To this list.
    list_id: Option<String>,
    /// This far.
    #[param(inline)]
    state: Option<AwardObjectionStateWord>,
    /// `raised_at`; `-raised_at` for newest first.
    sort: Option<String>,
    /// Rows of a page, 1 to 200.
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

const SORTS: [(&str, ()); 1] = [("raised_at", ())];

/// The objections the caller may see: officers those to lists of their zone, enterprises their own.
#[utoipa::path(get, path = "/api/v1/award-objections", operation_id = "list_award_objections", tag = "awards",
    params(WantedAwardObjections),
    responses((status = 200, body = inline(List<AwardObjectionBody>), description = "A page")),
    extensions(("x-permission" = json!("award-objection:list")), ("x-reads" = json!("list"))))]
pub(crate) async fn list_award_objections(
    desk: Desk,
    Params(wanted): Params<WantedAwardObjections>,
) -> Answer {
    let asked = listing::asked(wanted.limit, wanted.cursor.as_deref(), wanted.sort.as_deref(), &SORTS)?;
    let page = wanted.page(&desk, &asked).await?;
    note_list(&desk, ("award-objection", None), page.items.iter().map(|one| one.path.as_str())).await?;
    Ok(Reply::ok(&asked.list(page, AwardObjectionBody::from)))
}

impl WantedAwardObjections {
    async fn page(self, desk: &Desk, asked: &Asked<()>) -> Result<Page<AwardObjection>, StoreError> {
        let filter = (self.list_id.as_deref(), self.state.map(Into::into));
        awards::objections_page(desk.database(), desk.scope(), filter, &asked.page).await
    }
}

/// The columns of an export.
pub(crate) const AWARD_OBJECTIONS: Export = Export {
    resource: "award-objection",
    title: ("公示异议", "award-objections"),
    columns: &[
        Column::plain("reason", "理由", "Reason"),
        Column::word("state", "状态", "State", AWARD_OBJECTION_STATES),
        Column::plain("decision", "办理意见", "Decision"),
        Column::time("raised_at", "提出时间", "Raised at"),
        Column::time("decided_at", "办结时间", "Decided at"),
        Column::plain("id", "编号", "Id"),
        Column::plain("list_id", "名单编号", "List id"),
        Column::plain("award_id", "名单项编号", "Award id"),
        Column::plain("enterprise_id", "企业编号", "Enterprise id"),
        Column::plain("version", "版本", "Version"),
    ],
};

/// The same as a file.
#[utoipa::path(get, path = "/api/v1/award-objections/export", operation_id = "export_award_objections",
    tag = "awards", params(WantedAwardObjections, AsFile),
    responses((status = 200, description = "The file", content(
        (Vec<u8> = "text/csv"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ))),
    extensions(("x-permission" = json!("award-objection:list")), ("x-reads" = json!("list")), ("x-time-limit" = json!(120))))]
pub(crate) async fn export_award_objections(
    desk: Desk,
    exporting: Exporting<WantedAwardObjections>,
) -> Exported {
    exporting::allowed_now(&desk)?;
    let (wanted, file) = exporting.parts();
    let asked = listing::whole(wanted.sort.as_deref(), &SORTS, desk.app.config.export_rows)?;
    let page = wanted.page(&desk, &asked).await?;
    exporting::send(&desk, &AWARD_OBJECTIONS, file, page, AwardObjectionBody::from).await
}

/// A decision.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DecideAwardObjection {
    /// Whether the objector is right. The award objected to is struck off then.
    upheld: bool,
    /// Why, for the objector to read.
    reason: String,
}

/// Decides an objection; the objector is told. Of one that is upheld the award is struck off its list.
#[utoipa::path(post, path = "/api/v1/award-objections/{id}/decide", operation_id = "decide_award_objection",
    tag = "awards", params(("id" = String, Path, description = "The objection")),
    request_body = DecideAwardObjection,
    responses((status = 200, body = AwardObjectionBody, description = "Decided")),
    extensions(("x-permission" = json!("award:review")), ("x-if-match" = json!("required"))))]
pub(crate) async fn decide_award_objection(
    desk: Desk,
    Path(id): Path<String>,
    Json(given): Json<DecideAwardObjection>,
) -> Answer {
    let seen = awards::objection_within(desk.database(), desk.scope(), &id).await?.ok_or(Code::NotFound)?;
    etag::require(&desk, seen.version)?;
    if seen.state != AwardObjectionState::Open {
        let (zh, en) = ("该异议已有结论。", "The objection is decided already.");
        return Err(Problem::new(Code::WrongState).saying(zh, en).into());
    }
    check_reason(&given.reason)?;
    let by = desk.caller()?.user.id.clone();
    let reason = given.reason.trim();
    let change = desk.begin().await?;
    let work = change.work();
    let list = awards::list_within(work, &Scope::Everything, &seen.list_id).await?.ok_or(Code::NotFound)?;
    let now = awards::decide_objection(work, &seen, given.upheld, reason, &by).await?;
    if let Some(award) = seen.award_id.as_deref().filter(|_| given.upheld) {
        let award = awards::award_within(work, &Scope::Everything, award).await?.ok_or(Code::NotFound)?;
        if award_after(&award, &list, AwardAction::Strike).is_ok() {
            strike(work, &award, &list, true, reason).await?;
        }
    }
    let detail = json!({
        "policy": list.policy_name, "policy_en": list.policy_name_en, "year": list.period, "state": now.state.word(), "reason": now.decision,
        "list_id": list.id, "award_id": now.award_id,
    });
    notices::send(work, vec![notice(&desk, &now.path, None, Kind::AwardObjectionDecided, &detail)?]).await?;
    let note = desk.note("decide", "award-objection").on(&id, &now.path).with(detail);
    let version = now.version;
    change.finish(note, Reply::ok(&AwardObjectionBody::from(now)).versioned(version)).await
}
