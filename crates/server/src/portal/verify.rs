//! Verification of a result by its code, for anybody.

use super::{
    page::{Speaker, page},
    pages::{other, speaker},
};
use crate::{desk::Desk, input::Params, problem::Stop};
use axum::response::Response;
use maud::{Markup, html};
use serde::Deserialize;
use store::{Scope, batches, organisations, runs};
use utoipa::IntoParams;

/// The form that asks for a code.
pub(super) fn form(s: Speaker, code: &str) -> Markup {
    html! {
        form action="/public/verify" method="get" {
            h2 { (s.say("核验结果", "Verify a result")) }
            p { (s.say("凭企业画像或导出文件上的核验码，查看它是否出自已发布的结果。", "With the code on a portrait or an exported file, see whether it comes from a published result.")) }
            input type="hidden" name="lang" value=(s.word());
            div .fields {
                div {
                    label for="code" { (s.say("核验码", "Code")) }
                    input id="code" name="code" value=(code) maxlength="80" required;
                }
                button type="submit" { (s.say("核验", "Verify")) }
            }
        }
    }
}

/// Which code.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WantedCode {
    /// `zh` or `en`.
    lang: Option<String>,
    /// The code as people type it.
    code: Option<String>,
}

/// Whether a code is that of a published result.
#[utoipa::path(get, path = "/public/verify", operation_id = "verify_code", tag = "portal", params(WantedCode),
    responses((status = 200, description = "The page", content_type = "text/html")),
    extensions(("x-permission" = json!("open"))))]
pub(crate) async fn public_verify(desk: Desk, Params(wanted): Params<WantedCode>) -> Result<Response, Stop> {
    let s = speaker(&desk, wanted.lang.as_deref());
    let typed = wanted.code.as_deref().unwrap_or_default().trim();
    let found = if typed.is_empty() {
        None
    } else {
        runs::by_receipt_code(&desk.app.database, &plain(typed)).await?
    };
    let batch = match &found {
        Some(run) => batches::within(&desk.app.database, &Scope::Everything, &run.batch_id).await?,
        None => None,
    };
    let zone = match &batch {
        Some(batch) => organisations::within(&desk.app.database, &Scope::Everything, &batch.zone_id).await?,
        None => None,
    };
    let body = html! {
        (form(s, typed))
        @if let (Some(run), Some(batch), Some(zone)) = (&found, &batch, &zone) {
            section role="status" {
                p .note { (s.say("核验通过：此码出自已发布的结果。", "It is: this code comes from a published result.")) }
                p { (zone.name) " · " (batch.title) }
                p { (s.say("发布日期 ", "Published ")) (crate::caller::beijing_day(run.published_at.unwrap_or(run.created_at))) }
                @if run.state == runs::RunState::Superseded {
                    p .note { (s.say("该结果此后已更正，请以更正后的结果为准。", "It has been corrected since; the corrected result counts.")) }
                }
                p .quiet { (s.say(
                    "导出的结果文件可用 jifen verify 命令在任何一台计算机上重新计算核对。",
                    "An exported result can be computed again on any computer with `jifen verify`.",
                )) }
            }
        } @else if !typed.is_empty() {
            section role="status" {
                p .note { (s.say("没有查到此核验码，请检查是否输入有误。", "There is no such code; please check what you typed.")) }
            }
        }
    };
    let query = if typed.is_empty() {
        String::new()
    } else {
        format!(
            "&{}",
            url::form_urlencoded::Serializer::new(String::new()).append_pair("code", typed).finish()
        )
    };
    Ok(page(s, s.say("核验结果", "Verify a result"), &other(s, "/public/verify", &query), &body))
}

/// A code as it is kept: people type spaces and small letters.
fn plain(typed: &str) -> String {
    typed.chars().filter(|one| !one.is_whitespace()).collect::<String>().to_lowercase()
}
