//! The titles that rungs give: what authorities' lists can be about.

use super::named;
use crate::{
    desk::Desk,
    reply::{Answer, Reply},
    rules::{RuleHome, Title},
};
use domain::cultivation::{Application, Occasion};
use serde::Serialize;
use std::collections::BTreeSet;
use utoipa::ToSchema;

/// The title of the rung `code`.
pub(crate) fn title_of(rules: &RuleHome, code: &str) -> Option<Title> {
    rules.titles().iter().find(|title| title.rung == code).cloned()
}

/// Codes of the items that the rules in force look at, of any rung.
pub(crate) fn items_of_ladders(rules: &RuleHome) -> BTreeSet<String> {
    let rungs = rulebook::load_rungs_from(rules, &rules.ladders()).unwrap_or_default();
    let versions = rungs.into_iter().flat_map(|rung| rung.versions);
    let ladder = |version: rulebook::Version| {
        let application = Application { on: version.in_force.from, occasion: Occasion::Recognition };
        rulebook::load_ladder_from(rules, &version.path, application).ok()
    };
    let ladders: Vec<_> = versions.filter_map(ladder).collect();
    let formulas = ladders.iter().flat_map(|loaded| loaded.value.formulas());
    formulas.flat_map(|formula| formula.items().map(|item| item.name.clone()).collect::<Vec<_>>()).collect()
}

/// A title.
#[derive(Serialize, ToSchema)]
#[schema(as = LadderTitle)]
pub(crate) struct TitleBody {
    /// The rung's code.
    rung: String,
    /// What the rung is called.
    name: String,
    /// The label that recognised enterprises hold.
    label: String,
}

/// The rungs that give a title: what authorities' lists can be about.
#[utoipa::path(get, path = "/api/v1/titles", operation_id = "list_titles", tag = "library",
    responses((status = 200, body = Vec<TitleBody>, description = "The titles")),
    extensions(("x-permission" = json!("library:list"))))]
pub(crate) async fn list_titles(desk: Desk) -> Answer {
    let body =
        |title: Title| TitleBody { name: named(&desk, &title.name), rung: title.rung, label: title.label };
    Ok(Reply::ok(&desk.app.rules.titles().iter().cloned().map(body).collect::<Vec<_>>()))
}
