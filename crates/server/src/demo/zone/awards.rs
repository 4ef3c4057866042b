//! What the zone of the demonstration pays by the latest published year: a list being reviewed, one on public notice, and
//! one whose notice is over, so that the enterprise that signs in can confirm its account. The policies are examples.

use super::{Stage, person::Person, years};
use crate::admin;
use jiff::ToSpan;
use serde_json::{Value, json};
use store::{
    Scope, StoreError,
    awards::{self, AwardList, ListState},
    enterprises, runs,
};

/// The notice that is over began so many days ago and lasted so long.
const BEGAN: i32 = 20;
const LASTED: i32 = 10;
/// The one that is not over lasts so many days from now.
const LASTS: i32 = 15;

/// Opens the lists of `year`.
///
/// # Errors
/// The store's failure, or a step that the server refused.
pub(super) async fn open(stage: &Stage<'_>, router: &axum::Router, year: i32) -> Result<(), StoreError> {
    let Some(batch) = years::found(stage, year).await? else { return Ok(()) };
    let Some(run) = runs::published(&stage.app.database, &batch.id).await? else { return Ok(()) };
    let officer = Person::signs_in(stage.app, router, "policy").await?;
    if officer.reads("/api/v1/award-lists?limit=1").await?["total"] != 0 {
        return officer.signs_out(stage.app).await;
    }
    let matching = officer.reads(&format!("/api/v1/runs/{}/policies", run.id)).await?;
    let paying = own(stage, &officer, &run.id).await?;
    let money = |one: &&Value| {
        let free = one["way"] == "without-application";
        free && one["money"] == true && one["granted"] != "0" && one["entitled"] != 0
    };
    let codes = matching["policies"].as_array().into_iter().flatten().filter(money);
    let mut codes: Vec<&str> = codes.filter_map(|one| one["code"].as_str()).collect();
    // The one that pays the enterprise with a person comes first.
    codes.sort_by_key(|code| paying.as_deref() != Some(*code));
    for (place, code) in codes.into_iter().take(3).enumerate() {
        let path = format!("/api/v1/runs/{}/award-lists", run.id);
        let made = officer.posts(&path, &json!({ "policy": code })).await?;
        let Some(id) = made["id"].as_str() else { continue };
        let list = awards::list_within(&stage.app.database, &Scope::Everything, id).await?;
        if let Some(list) = list {
            advance(stage, &list, place).await?;
        }
    }
    officer.signs_out(stage.app).await
}

/// The policy that grants the enterprise with a person of its own most.
async fn own(stage: &Stage<'_>, officer: &Person, run: &str) -> Result<Option<String>, StoreError> {
    let code = super::own_credit_code();
    let known =
        enterprises::by_codes(&stage.app.database, &stage.place.id, Some(&[code])).await?.into_iter().next();
    let Some(known) = known else { return Ok(None) };
    let path = format!("/api/v1/enterprises/{}/policies?run_id={run}", known.id);
    let told = officer.reads(&path).await?;
    let granted = |one: &&Value| {
        one["way"] == "without-application" && one["granted"].as_str().is_some_and(|granted| granted != "0")
    };
    let first = told["policies"].as_array().into_iter().flatten().find(granted);
    Ok(first.and_then(|one| one["policy"].as_str()).map(str::to_owned))
}

/// The first list is being paid, the second on public notice, the third as it was opened.
async fn advance(stage: &Stage<'_>, list: &AwardList, place: usize) -> Result<(), StoreError> {
    let (from, until, state) = match place {
        0 => (BEGAN, BEGAN - LASTED, ListState::Paying),
        1 => (0, -LASTS, ListState::Notice),
        _ => return Ok(()),
    };
    let notice = (stage.today.saturating_sub(from.days()), stage.today.saturating_sub(until.days()));
    let work = stage.app.database.begin(stage.app.edge.now()).await?;
    awards::move_list(&work, list, state, Some(notice), None).await?;
    work.commit(&admin::entry("move", "award-list", &list.id, &list.path), &[]).await?;
    Ok(())
}
