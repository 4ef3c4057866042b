//! 产品试算: a loan product that is being written, on the data of a run: who could borrow, how much, and who gains and loses
//! against the version in force. Nothing is kept, and banks do not see it: it is about enterprises that have not consented.

use super::{
    offered::{OffersOfRun, offer_with},
    offers::{OfferedProduct, in_numbers},
};
use crate::{
    desk::Desk,
    input::Json,
    library::{named, read_day, run_and_batch, said, today, usual_day},
    policies::change::{TrialGroup, TrialMover, grouped, movers},
    reply::{Answer, Reply},
    rules::{Beside, WithText, ZoneRules},
    scheme_drafts::ProblemOfText,
};
use axum::extract::Path as FromPath;
use domain::{
    finance::{Product, Standing},
    policies::Fen,
};
use formula::Sentence;
use serde::{Deserialize, Serialize};
use std::{collections::HashMap, path::Path};
use store::runs;
use utoipa::ToSchema;

/// The file that the text stands for.
const FILE: &str = "products/on-trial.yaml";

/// A loan product on trial.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TryProduct {
    /// The rule file (`product/1`).
    content: String,
    /// The day; today, or the last day of the year after the run's, when left out.
    on: Option<String>,
}

/// How many of the eligible a cap decides for.
#[derive(Serialize, ToSchema)]
struct BindingCap {
    /// The cap.
    name: String,
    /// For how many it is the least.
    enterprises: usize,
}

/// What a product would offer. A limit counts where the enterprise is eligible.
#[derive(Serialize, ToSchema)]
#[schema(as = ProductTrialResult)]
struct ResultBody {
    /// The day.
    on: String,
    /// By the text.
    after: OfferedProduct,
    /// By the version on the shelf; absent for a product that is new.
    before: Option<OfferedProduct>,
    /// How many could borrow more than before.
    gain: usize,
    /// How many could borrow less.
    lose: usize,
    /// Which caps decide by the text.
    binding: Vec<BindingCap>,
    /// By stage, field, size and park.
    groups: Vec<TrialGroup>,
    /// Who gains or loses most.
    movers: Vec<TrialMover>,
    /// 参考额度，以银行审批为准.
    note: String,
}

/// What a text is worth as a loan product, and what it would offer.
#[derive(Serialize, ToSchema)]
pub(crate) struct ProductTrial {
    /// Whether nothing is wrong with it.
    sound: bool,
    /// What is wrong with it, and what is allowed but probably not meant.
    problems: Vec<ProblemOfText>,
    /// What it would offer; absent while it is not sound, or when it is not on the shelf on the day.
    result: Option<ResultBody>,
    /// Why there is no result, when it is sound.
    why: Option<String>,
}

/// Tries a loan product on the data of a run: every mistake of its text, and once there is none, who could borrow how much,
/// and who gains and loses against the version on the shelf. Nothing is kept.
#[utoipa::path(post, path = "/api/v1/runs/{id}/product-trial", operation_id = "try_product", tag = "finance",
    params(("id" = String, Path, description = "The run")), request_body = TryProduct,
    responses((status = 200, body = ProductTrial, description = "What it is worth")),
    extensions(("x-permission" = json!("product:try")), ("x-time-limit" = json!(60))))]
pub(crate) async fn try_product(
    desk: Desk,
    FromPath(id): FromPath<String>,
    Json(given): Json<TryProduct>,
) -> Answer {
    let (run, batch) = run_and_batch(&desk, &id).await?;
    WithText::accepted(&given.content, given.on.as_deref())?;
    let on = read_day(given.on.as_deref())?.unwrap_or_else(|| usual_day(batch.year, today(&desk)));
    let before = OffersOfRun::of(&desk, &run, &batch, Some(on)).await?;
    let files = WithText::new(ZoneRules::library_at(&desk, &batch.zone_id).await?, FILE, given.content);
    let problems = files.problems().await?;
    let sound = !problems.iter().any(rulebook::Problem::is_error);
    let problems = problems.iter().map(|problem| ProblemOfText::of(&desk, problem)).collect();
    if !sound {
        return Ok(Reply::ok(&ProductTrial { sound, problems, result: None, why: None }));
    }
    let chosen = files.beside(files.home().products(), rulebook::find_products_from, Beside::Nothing);
    let after = offer_with(&desk.app, (&run, &batch), on, (files, chosen)).await?;
    let of_text = |one: &rulebook::Loaded<Product>| one.files.iter().any(|file| file == Path::new(FILE));
    let at = after.run.products.iter().position(of_text);
    let Some(at) = at else {
        let zh = format!("{on}不在它的上架期内，或它用的不是{}年度的数据。", batch.year);
        let en = format!("It is not on the shelf on {on}, or looks at another year than {}.", batch.year);
        let why = said(&desk, &Sentence::new(zh, en));
        return Ok(Reply::ok(&ProductTrial { sound, problems, result: None, why: Some(why) }));
    };
    let stages = runs::results(desk.database(), &run.id).await?;
    let stages = stages.into_iter().map(|one| (one.enterprise_id, one.stage)).collect();
    let result = compared(&desk, &before, (&after, at), &stages);
    Ok(Reply::ok(&ProductTrial { sound, problems, result: Some(result), why: None }))
}

/// The limit of everybody who is eligible under the product with index `product`, in the order of the table.
fn limits(offers: &OffersOfRun, product: Option<usize>) -> Vec<Fen> {
    let limit = |at: usize| {
        let offered = offers.run.offered.get(product?)?.get(at)?;
        offered.limit.filter(|_| offered.standing == Standing::Eligible)
    };
    (0..offers.run.len()).map(|at| limit(at).unwrap_or_default()).collect()
}

fn compared(
    desk: &Desk,
    before: &OffersOfRun,
    (after, at): (&OffersOfRun, usize),
    stages: &HashMap<String, Option<String>>,
) -> ResultBody {
    let code = &after.rules(at).code;
    let known = before.run.products.iter().position(|one| one.value.code == *code);
    let (then, now) = (limits(before, known), limits(after, Some(at)));
    let changes = movers(&after.members.list, &then, &now);
    ResultBody {
        on: after.run.on.to_string(),
        after: in_numbers(desk, after, at),
        before: known.map(|known| in_numbers(desk, before, known)),
        gain: changes.gain,
        lose: changes.lose,
        binding: binding(desk, after, at),
        groups: grouped(&after.members.list, stages, &then, &now),
        movers: changes.most,
        note: said(desk, &Product::note()),
    }
}

/// Which caps decide, in the order of the file.
fn binding(desk: &Desk, offers: &OffersOfRun, product: usize) -> Vec<BindingCap> {
    let caps = &offers.rules(product).limit.caps;
    let mut counts = vec![0_usize; caps.len()];
    let eligible = |at: &usize| offers.run.offered[product][*at].standing == Standing::Eligible;
    for at in (0..offers.run.len()).filter(eligible) {
        if let Some(Ok(limit)) = offers.run.offer(product, at).map(|offer| offer.limit) {
            limit.binding.iter().for_each(|cap| counts[*cap] += 1);
        }
    }
    let body = |(cap, enterprises): (&domain::policies::Part, usize)| BindingCap {
        name: named(desk, &cap.name),
        enterprises,
    };
    caps.iter().zip(counts).map(body).collect()
}
