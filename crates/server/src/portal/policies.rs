//! The policy library, for everybody: for whom, how much, until when, how, whom to ask.

use super::{
    page::{Speaker, page},
    pages::{other, speaker},
    shelf::{Shelf, ShelfReader},
};
use crate::{
    desk::Desk,
    input::Params,
    library::today,
    policies::{in_force, policy_on},
    problem::Stop,
};
use axum::{extract::Path, response::Response};
use domain::{
    Status,
    cultivation::{Clause, ClauseBody},
    policies::{Award, Policy},
};
use maud::{Markup, html};

/// Every policy that is in force today.
#[utoipa::path(get, path = "/public/policies", operation_id = "read_public_policies", tag = "portal", params(ShelfReader),
    responses((status = 200, description = "The page", content_type = "text/html")),
    extensions(("x-permission" = json!("open"))))]
pub(crate) async fn public_policies(
    desk: Desk,
    Params(reader): Params<ShelfReader>,
) -> Result<Response, Stop> {
    let s = speaker(&desk, reader.lang.as_deref());
    let shelf = Shelf::of(&desk, &reader).await?;
    let all = in_force(&shelf.rules, today(&desk))?;
    let body = html! {
        (shelf.choice(s, "/public/policies"))
        section {
            @if all.is_empty() { p { (s.say("目前没有有效的政策。", "No policy is in force now.")) } }
            ul { @for policy in &all {
                li {
                    a href=(format!("/public/policies/{}?lang={}{}", policy.code, s.word(), shelf.more())) { (s.name(&policy.name)) }
                    " · " (policy.way.sentence().in_language(s.0))
                    @if let Some(until) = policy.in_force.until { " · " (s.say("至 ", "until ")) (until) }
                }
            } }
        }
    };
    Ok(page(s, s.say("惠企政策", "Policies"), &other(s, "/public/policies", &shelf.more()), &body))
}

/// One policy.
#[utoipa::path(get, path = "/public/policies/{id}", operation_id = "read_public_policy", tag = "portal",
    params(("id" = String, Path, description = "The policy's code"), ShelfReader),
    responses((status = 200, description = "The page", content_type = "text/html")),
    extensions(("x-permission" = json!("open"))))]
pub(crate) async fn public_policy(
    desk: Desk,
    Path(id): Path<String>,
    Params(reader): Params<ShelfReader>,
) -> Result<Response, Stop> {
    let s = speaker(&desk, reader.lang.as_deref());
    let shelf = Shelf::of(&desk, &reader).await?;
    let (policy, _, source) = policy_on(&shelf.rules, &id, today(&desk))?;
    let body = html! {
        @if policy.status == Status::Illustrative {
            p { strong { (s.say("示例政策，并非任何单位发布的政策。", "An example: this policy was issued by nobody.")) } }
        }
        section { (facts(s, &policy)) }
        section {
            h2 { (s.say("条件（由数据判定，须全部满足）", "Conditions, decided by data, all to be met")) }
            (clauses(s, &policy.conditions))
        }
        @if !policy.officer_checks.is_empty() { section {
            h2 { (s.say("人工核验", "Officer checks")) }
            (clauses(s, &policy.officer_checks))
        } }
        section {
            p .quiet { (Policy::note().in_language(s.0)) }
            details {
                summary { (s.say("规则原文", "The rule file")) }
                pre { (source) }
            }
        }
    };
    Ok(page(s, s.name(&policy.name), &other(s, &format!("/public/policies/{id}"), &shelf.more()), &body))
}

fn facts(s: Speaker, policy: &Policy) -> Markup {
    let gives: Vec<&str> = match &policy.award {
        Award::Right(right) => vec![s.name(right)],
        Award::Money(money) => money.parts.iter().map(|part| s.name(&part.name)).collect(),
    };
    let materials: Vec<&str> = policy.service.materials.iter().map(|one| s.name(one)).collect();
    let until = policy.in_force.until.map_or_else(String::new, |until| format!(" – {until}"));
    let documents = policy.basis.iter().map(|basis| match &basis.number {
        Some(number) => format!("{}（{number}）", basis.title),
        None => basis.title.clone(),
    });
    let documents: Vec<String> = documents.collect();
    let joined = |all: &[&str]| all.join(s.say("、", ", "));
    html! {
        ul {
            li { (s.say("发布单位：", "Issued by: ")) (s.name(&policy.issuer)) }
            @if !documents.is_empty() { li { (s.say("依据：", "Rests on: ")) (documents.join(s.say("；", "; "))) } }
            li { (s.say("类型：", "Kind: ")) (policy.kind.sentence().in_language(s.0)) }
            li { (s.say("支持内容：", "Gives: ")) (joined(&gives)) }
            @if let Some(budget) = &policy.budget {
                li { (s.say("年度预算：", "Budget of the year: ")) (budget.amount.shown()) (s.say(" 元", " yuan")) }
            }
            li { (s.say("有效期：", "In force: ")) (policy.in_force.from) (until) }
            li { (s.say("怎样办理：", "How: ")) (policy.way.sentence().in_language(s.0)) }
            li { (s.say("申请材料：", "Materials: "))
                @if materials.is_empty() { (s.say("不需材料", "none")) } @else { (joined(&materials)) }
            }
            @if let Some(days) = policy.service.working_days {
                li { (s.say("办理时限：", "Service time: ")) (days) (s.say(" 个工作日", " working days")) }
            }
            @if let Some(contact) = &policy.service.contact {
                li { (s.say("联系方式：", "Whom to ask: ")) (s.name(contact)) }
            }
        }
    }
}

pub(super) fn clauses(s: Speaker, clauses: &[Clause]) -> Markup {
    html! {
        ol { @for clause in clauses {
            li {
                (s.name(&clause.name))
                @if let ClauseBody::OfficerCheck(check) = &clause.body {
                    " — " (check.question.in_language(s.0))
                }
            }
        } }
    }
}
