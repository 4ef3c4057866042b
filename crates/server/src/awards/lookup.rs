//! Listing and reading lists and awards.

use super::{AwardBody, ListBody, ListPage, award_found, list_found, named};
use crate::{
    desk::Desk,
    enterprises::note_list,
    exporting::{self, AWARD_LIST_STATES, AWARD_STATES, AsFile, Column, Export, Exported, Exporting},
    input::Params,
    listing::{self, Asked, List},
    problem::Stop,
    reply::{Answer, Reply},
    wire::{AwardListStateWord, AwardStateWord},
};
use axum::extract::Path;
use serde::Deserialize;
use store::{
    Page, StoreError,
    awards::{self, Award, AwardFilter, AwardList, ListFilter},
};
use utoipa::IntoParams;

/// Which lists.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WantedLists {
    /// Of this policy.
    policy: Option<String>,
    /// Of this year.
    period: Option<i32>,
    /// This far.
    #[param(inline)]
    state: Option<AwardListStateWord>,
    /// `opened_at`; `-opened_at` for newest first.
    sort: Option<String>,
    /// Rows of a page, 1 to 200.
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

const LIST_SORTS: [(&str, ()); 1] = [("opened_at", ())];

/// The lists the caller may see.
#[utoipa::path(get, path = "/api/v1/award-lists", operation_id = "list_award_lists", tag = "awards",
    params(WantedLists), responses((status = 200, body = inline(List<ListBody>), description = "A page")),
    extensions(("x-permission" = json!("award-list:list"))))]
pub(crate) async fn list_lists(desk: Desk, Params(wanted): Params<WantedLists>) -> Answer {
    let asked = listing::asked(wanted.limit, wanted.cursor.as_deref(), wanted.sort.as_deref(), &LIST_SORTS)?;
    let page = wanted.page(&desk, &asked).await?;
    Ok(Reply::ok(&asked.list(page, |list| ListBody::new(list, desk.context.language))))
}

impl WantedLists {
    async fn page(self, desk: &Desk, asked: &Asked<()>) -> Result<Page<AwardList>, StoreError> {
        let filter = ListFilter {
            zone_id: None,
            policy: self.policy,
            period: self.period,
            state: self.state.map(Into::into),
        };
        awards::lists_page(desk.database(), desk.scope(), &filter, &asked.page).await
    }
}

/// The columns of an export.
pub(crate) const LISTS: Export = Export {
    resource: "award-list",
    title: ("兑现名单目录", "award-lists"),
    columns: &[
        Column::plain("policy_name", "政策", "Policy"),
        Column::plain("policy", "政策代码", "Code"),
        Column::plain("policy_version", "政策版本", "Version of the policy"),
        Column::plain("official", "是否正式政策", "Issued by somebody"),
        Column::plain("period", "兑现年度", "Year"),
        Column::word("state", "状态", "State", AWARD_LIST_STATES),
        Column::plain("entitled", "符合的企业数", "Entitled"),
        Column::plain("budget", "开立时可用预算（元）", "Budget left when opened (yuan)"),
        Column::plain("matched_on", "匹配日", "Matched on"),
        Column::plain("notice_from", "公示开始", "Notice from"),
        Column::plain("notice_until", "公示截止", "Notice until"),
        Column::plain("reason", "原因", "Reason"),
        Column::time("opened_at", "开立时间", "Opened at"),
        Column::time("changed_at", "更新时间", "Changed at"),
        Column::plain("code", "匹配码", "Matching code"),
        Column::plain("id", "编号", "Id"),
        Column::plain("run_id", "计算编号", "Run id"),
        Column::plain("zone_id", "高新区编号", "Zone id"),
        Column::plain("opened_by", "开立人编号", "Opened by"),
        Column::plain("version", "版本", "Version"),
    ],
};

/// The lists as a file.
#[utoipa::path(get, path = "/api/v1/award-lists/export", operation_id = "export_award_lists", tag = "awards",
    params(WantedLists, AsFile),
    responses((status = 200, description = "The file", content(
        (Vec<u8> = "text/csv"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ))),
    extensions(("x-permission" = json!("award-list:list")), ("x-reads" = json!("list")), ("x-time-limit" = json!(120))))]
pub(crate) async fn export_lists(desk: Desk, exporting: Exporting<WantedLists>) -> Exported {
    exporting::allowed_now(&desk)?;
    let (wanted, file) = exporting.parts();
    let asked = listing::whole(wanted.sort.as_deref(), &LIST_SORTS, desk.app.config.export_rows)?;
    let page = wanted.page(&desk, &asked).await?;
    exporting::send(&desk, &LISTS, file, page, |list| ListBody::new(list, desk.context.language)).await
}

/// One list with its sums.
#[utoipa::path(get, path = "/api/v1/award-lists/{id}", operation_id = "read_award_list", tag = "awards",
    params(("id" = String, Path, description = "The list")),
    responses((status = 200, body = ListPage, description = "The list")),
    extensions(("x-permission" = json!("award-list:list"))))]
pub(crate) async fn read_list(desk: Desk, Path(id): Path<String>) -> Answer {
    let list = list_found(&desk, &id).await?;
    let all = awards::awards_of_list(desk.database(), &id).await?;
    let open = awards::open_objections(desk.database(), &id).await?;
    let version = list.version;
    Ok(Reply::ok(&ListPage::new(list, &all, open, desk.context.language)).versioned(version))
}

/// Which awards.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WantedAwards {
    /// On this list.
    list_id: Option<String>,
    /// Of this enterprise.
    enterprise_id: Option<String>,
    /// In this batch now or last.
    batch_id: Option<String>,
    /// This far.
    #[param(inline)]
    state: Option<AwardStateWord>,
    /// `amount`; `-amount` for largest first.
    sort: Option<String>,
    /// Rows of a page, 1 to 200.
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

const SORTS: [(&str, ()); 1] = [("amount", ())];

impl WantedAwards {
    async fn page(self, desk: &Desk, asked: &Asked<()>) -> Result<Page<Award>, Stop> {
        let filter = AwardFilter {
            list_id: self.list_id,
            enterprise_id: self.enterprise_id,
            state: self.state.map(Into::into),
            batch_id: self.batch_id,
        };
        Ok(awards::awards_page(desk.database(), desk.scope(), &filter, &asked.page).await?)
    }
}

/// The awards the caller may see: officers those of their zone, enterprises their own.
#[utoipa::path(get, path = "/api/v1/awards", operation_id = "list_awards", tag = "awards",
    params(WantedAwards), responses((status = 200, body = inline(List<AwardBody>), description = "A page")),
    extensions(("x-permission" = json!("award:list")), ("x-reads" = json!("list"))))]
pub(crate) async fn list_awards(desk: Desk, Params(wanted): Params<WantedAwards>) -> Answer {
    let asked = listing::asked(wanted.limit, wanted.cursor.as_deref(), wanted.sort.as_deref(), &SORTS)?;
    let page = wanted.page(&desk, &asked).await?;
    note_list(&desk, ("award", None), page.items.iter().map(|one| one.path.as_str())).await?;
    let known = named(&desk, page.items.iter().map(|one| one.enterprise_id.clone())).await?;
    Ok(Reply::ok(&asked.list(page, |one| AwardBody::new(&desk, one, &known))))
}

/// The columns of an export.
pub(crate) const AWARDS: Export = Export {
    resource: "award",
    title: ("兑现名单", "awards"),
    columns: &[
        Column::plain("name", "企业名称", "Name"),
        Column::plain("credit_code", "统一社会信用代码", "Credit code"),
        Column::plain("park", "园区", "Park"),
        Column::plain("policy", "政策代码", "Policy"),
        Column::plain("period", "兑现年度", "Year"),
        Column::plain("claimed", "应得金额（元）", "Claim (yuan)"),
        Column::plain("amount", "核定金额（元）", "Amount (yuan)"),
        Column::plain("cuts", "核减原因", "Why less"),
        Column::word("state", "状态", "State", AWARD_STATES),
        Column::plain("reason", "原因", "Reason"),
        Column::plain("account", "收款账户", "Account"),
        Column::time("confirmed_at", "确认时间", "Confirmed at"),
        Column::time("paid_at", "付款时间", "Paid at"),
        Column::time("changed_at", "更新时间", "Changed at"),
        Column::plain("batch_id", "付款批次编号", "Batch id"),
        Column::plain("id", "编号", "Id"),
        Column::plain("list_id", "名单编号", "List id"),
        Column::plain("enterprise_id", "企业编号", "Enterprise id"),
        Column::plain("version", "版本", "Version"),
    ],
};

/// The awards as a file, as filtered and sorted; accounts as they are shown.
#[utoipa::path(get, path = "/api/v1/awards/export", operation_id = "export_awards", tag = "awards",
    params(WantedAwards, AsFile),
    responses((status = 200, description = "The file", content(
        (Vec<u8> = "text/csv"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ))),
    extensions(("x-permission" = json!("award:export")), ("x-reads" = json!("list")), ("x-time-limit" = json!(120))))]
pub(crate) async fn export_awards(desk: Desk, exporting: Exporting<WantedAwards>) -> Exported {
    exporting::allowed_now(&desk)?;
    let (wanted, file) = exporting.parts();
    let asked = listing::whole(wanted.sort.as_deref(), &SORTS, desk.app.config.export_rows)?;
    let page = wanted.page(&desk, &asked).await?;
    let known = named(&desk, page.items.iter().map(|one| one.enterprise_id.clone())).await?;
    exporting::send(&desk, &AWARDS, file, page, |one| AwardBody::new(&desk, one, &known)).await
}

/// One award.
#[utoipa::path(get, path = "/api/v1/awards/{id}", operation_id = "read_award", tag = "awards",
    params(("id" = String, Path, description = "The award")),
    responses((status = 200, body = AwardBody, description = "The award")),
    extensions(("x-permission" = json!("award:list")), ("x-reads" = json!("list"))))]
pub(crate) async fn read_award(desk: Desk, Path(id): Path<String>) -> Answer {
    let (award, _) = award_found(&desk, &id).await?;
    note_list(&desk, ("award", Some(&id)), [award.path.as_str()]).await?;
    let known = named(&desk, [award.enterprise_id.clone()].into_iter()).await?;
    let version = award.version;
    Ok(Reply::ok(&AwardBody::new(&desk, award, &known)).versioned(version))
}
