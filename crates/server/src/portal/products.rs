//! The loan products, for everybody: for whom, how much, at which rate, what it costs, whom to ask.

use super::{
    page::{Speaker, page},
    pages::{other, speaker},
    policies::clauses,
    shelf::{Shelf, ShelfReader},
};
use crate::{
    desk::Desk,
    input::Params,
    library::today,
    problem::Stop,
    products::{on_shelf, product_on},
};
use axum::{extract::Path, response::Response};
use domain::{Name, Status, finance::Product};
use maud::{Markup, html};

/// Every product that is on the shelf today.
#[utoipa::path(get, path = "/public/products", operation_id = "read_public_products", tag = "portal", params(ShelfReader),
    responses((status = 200, description = "The page", content_type = "text/html")),
    extensions(("x-permission" = json!("open"))))]
pub(crate) async fn public_products(
    desk: Desk,
    Params(reader): Params<ShelfReader>,
) -> Result<Response, Stop> {
    let s = speaker(&desk, reader.lang.as_deref());
    let shelf = Shelf::of(&desk, &reader).await?;
    let all = on_shelf(&shelf.rules, today(&desk))?;
    let body = html! {
        (shelf.choice(s, "/public/products"))
        section {
            p .quiet { (Product::note().in_language(s.0)) }
            @if all.is_empty() { p { (s.say("目前没有在架的产品。", "No product is on the shelf now.")) } }
            ul { @for product in &all {
                li {
                    a href=(format!("/public/products/{}?lang={}{}", product.code, s.word(), shelf.more())) { (s.name(&product.name)) }
                    " · " (s.name(&product.bank))
                    " · " (product.security.sentence().in_language(s.0))
                    " · " (s.say("最长 ", "up to ")) (product.term.most) (s.say(" 个月", " months"))
                }
            } }
        }
    };
    Ok(page(s, s.say("金融超市", "Finance supermarket"), &other(s, "/public/products", &shelf.more()), &body))
}

/// One product.
#[utoipa::path(get, path = "/public/products/{id}", operation_id = "read_public_product", tag = "portal",
    params(("id" = String, Path, description = "The product's code"), ShelfReader),
    responses((status = 200, description = "The page", content_type = "text/html")),
    extensions(("x-permission" = json!("open"))))]
pub(crate) async fn public_product(
    desk: Desk,
    Path(id): Path<String>,
    Params(reader): Params<ShelfReader>,
) -> Result<Response, Stop> {
    let s = speaker(&desk, reader.lang.as_deref());
    let shelf = Shelf::of(&desk, &reader).await?;
    let (product, _, source) = product_on(&shelf.rules, &id, today(&desk))?;
    let body = html! {
        @if product.status == Status::Illustrative {
            p { strong { (s.say("示例产品，并非任何银行公布的条款。", "An example: no bank offers these terms.")) } }
        }
        section { (facts(s, &product)) }
        section {
            h2 { (s.say("额度取以下各项中最小的一项", "The limit is the least of these")) }
            ul { @for cap in &product.limit.caps { li { (s.name(&cap.name)) } } }
        }
        section {
            h2 { (s.say("准入条件（由数据判定，须全部满足）", "Conditions, decided by data, all to be met")) }
            (clauses(s, &product.conditions))
        }
        @if !product.officer_checks.is_empty() { section {
            h2 { (s.say("银行核验", "Checked by the bank")) }
            (clauses(s, &product.officer_checks))
        } }
        section {
            p .quiet { (Product::note().in_language(s.0)) }
            details {
                summary { (s.say("规则原文", "The rule file")) }
                pre { (source) }
            }
        }
    };
    Ok(page(s, s.name(&product.name), &other(s, &format!("/public/products/{id}"), &shelf.more()), &body))
}

fn facts(s: Speaker, product: &Product) -> Markup {
    let joined = |all: &[Name]| all.iter().map(|one| s.name(one)).collect::<Vec<_>>().join(s.say("、", ", "));
    let ways = product.repayments.iter().map(|way| way.sentence().in_language(s.0).to_owned());
    let ways: Vec<String> = ways.collect();
    let until = product.in_force.until.map_or_else(String::new, |until| format!(" – {until}"));
    html! {
        ul {
            li { (s.say("银行：", "Bank: ")) (s.name(&product.bank)) }
            li { (s.say("用途：", "For: ")) (s.name(&product.purpose)) }
            li { (s.say("担保方式：", "Security: ")) (product.security.sentence().in_language(s.0)) }
            li { (s.say("期限：", "Term: ")) (product.term.least) " – " (product.term.most) (s.say(" 个月", " months")) }
            li { (s.say("还款方式：", "Repayment: ")) (ways.join(s.say("、", ", "))) }
            @if !product.regions.is_empty() { li { (s.say("适用地区：", "Where: ")) (joined(&product.regions)) } }
            li { (s.say("上架期：", "On the shelf: ")) (product.in_force.from) (until) }
            @if !product.service.materials.is_empty() {
                li { (s.say("申请材料：", "Materials: ")) (joined(&product.service.materials)) }
            }
            @if let Some(days) = product.service.working_days {
                li { (s.say("办理时限：", "Service time: ")) (days) (s.say(" 个工作日", " working days")) }
            }
            @if let Some(contact) = &product.service.contact {
                li { (s.say("联系方式：", "Whom to ask: ")) (s.name(contact)) }
            }
            @for remark in &product.remarks { li { (s.name(remark)) } }
        }
    }
}
