//! 公示: lists of awards on public notice, for everybody to see. An enterprise is named when it agreed to be.

use super::{
    page::{Speaker, page},
    pages::{Reader, other, speaker},
};
use crate::{
    app::App,
    awards::policy_name,
    desk::Desk,
    input::Params,
    problem::{Code, Stop},
};
use axum::{extract::Path, response::Response};
use domain::policies::Fen;
use formula::Language;
use maud::{Markup, html};
use std::collections::HashMap;
use store::{
    PageRequest, Scope,
    awards::{self, Award, AwardList, AwardState, ListFilter, ListState},
    enterprises, organisations, portal,
};

/// So many lists are shown, the newest first.
const MOST: u64 = 100;

/// The lists that are on public notice now.
async fn on_notice(app: &App) -> Result<Vec<(AwardList, String)>, Stop> {
    let filter = ListFilter { state: Some(ListState::Notice), ..ListFilter::default() };
    let request = PageRequest { limit: MOST, after: None, descending: true };
    let found = awards::lists_page(&app.database, &Scope::Everything, &filter, &request).await?;
    let mut all = Vec::new();
    for list in found.items {
        let zone = organisations::within(&app.database, &Scope::Everything, &list.zone_id).await?;
        all.push((list, zone.map(|zone| zone.name).unwrap_or_default()));
    }
    Ok(all)
}

/// The part of the portal's first page that leads to them.
pub(super) async fn section(app: &App, s: Speaker) -> Result<Markup, Stop> {
    let lists = on_notice(app).await?;
    Ok(html! {
        section {
            h2 { (s.say("政策兑现公示", "Awards on public notice")) }
            @if lists.is_empty() { p { (s.say("目前没有公示中的名单。", "No list is on public notice now.")) } }
            ul { @for (list, zone) in &lists {
                li { a href=(format!("/public/awards/{}?lang={}", list.id, s.word())) {
                    (zone) " · " (policy_name(list, s.0)) " · " (list.period)
                } }
            } }
        }
    })
}

/// A list of awards while it is on public notice.
#[utoipa::path(get, path = "/public/awards/{id}", operation_id = "read_public_awards", tag = "portal",
    params(("id" = String, Path, description = "The list"), Reader),
    responses((status = 200, description = "The page", content_type = "text/html")),
    extensions(("x-permission" = json!("open"))))]
pub(crate) async fn public_awards(
    desk: Desk,
    Path(id): Path<String>,
    Params(reader): Params<Reader>,
) -> Result<Response, Stop> {
    let s = speaker(&desk, reader.lang.as_deref());
    let database = desk.database();
    let list = awards::list_within(database, &Scope::Everything, &id).await?;
    let list = list.filter(|list| list.state == ListState::Notice).ok_or(Code::NotFound)?;
    let zone = organisations::within(database, &Scope::Everything, &list.zone_id).await?;
    let zone = zone.map(|zone| zone.name).unwrap_or_default();
    let mut all: Vec<Award> = awards::awards_of_list(database, &id).await?;
    all.retain(|one| one.state != AwardState::Struck);
    all.sort_by(|one, other| (other.amount, &one.id).cmp(&(one.amount, &other.id)));
    let agreed = portal::allowed_within(database, &Scope::Below(list.path.clone())).await?;
    let ids: Vec<String> =
        all.iter().map(|one| one.enterprise_id.clone()).filter(|id| agreed.contains(id)).collect();
    let names: HashMap<String, String> =
        enterprises::by_ids(database, &ids).await?.into_iter().map(|one| (one.id, one.name)).collect();
    let total: i64 = all.iter().map(|one| one.amount).sum();
    let (from, until) =
        list.notice.map_or_else(Default::default, |(from, until)| (from.to_string(), until.to_string()));
    let counted = match s.0 {
        Language::Chinese => {
            format!(
                "拟兑现 {} 家企业，合计 {} 元，其中 {} 家同意公开名称。",
                all.len(),
                Fen(total).shown(),
                names.len()
            )
        }
        Language::English => format!(
            "{} enterprises are to get {} yuan in all; {} of them agree to be named.",
            all.len(),
            Fen(total).shown(),
            names.len()
        ),
    };
    let body = html! {
        @if !list.official { p { strong { (s.say("示例政策，并非任何单位发布的政策。", "An example: this policy was issued by nobody.")) } } }
        p {
            (s.say("公示期 ", "Public notice from ")) (from) (s.say(" 至 ", " to ")) (until) (s.say("。", ". "))
            (s.say(
                "公示期内，本区企业登录后可以对名单提出异议；异议全部办结以前不付款。",
                "While it lasts, enterprises of the zone can object to the list after signing in; nothing is paid before every objection is decided.",
            ))
        }
        p .quiet { (s.say("名单编号 ", "List ")) code { (list.id) } " · " (s.say("匹配码 ", "matching code ")) code { (list.code.get(..16).unwrap_or_default()) } }
        section {
            p { (counted) }
            div .frame tabindex="0" role="region" aria-label=(s.say("公示名单", "The list")) {
                table {
                    thead { tr {
                        th scope="col" { (s.say("序号", "No.")) }
                        th scope="col" { (s.say("企业名称", "Enterprise")) }
                        th scope="col" { (s.say("金额（元）", "Amount (yuan)")) }
                    } }
                    tbody { @for (index, one) in all.iter().enumerate() {
                        tr {
                            td { (index + 1) }
                            td { @match names.get(&one.enterprise_id) {
                                Some(name) => { (name) }
                                None => { span .quiet { (s.say("未同意公开名称", "not named")) } }
                            } }
                            td { (Fen(one.amount).shown()) }
                        }
                    } }
                }
            }
        }
    };
    let title = format!("{zone} · {} · {}", policy_name(&list, s.0), s.say("公示", "public notice"));
    Ok(page(s, &title, &other(s, &format!("/public/awards/{id}"), ""), &body))
}
