//! The stories of the demonstration: enterprises that are there on purpose. Any other server has none.

use crate::{
    demo,
    desk::Desk,
    enterprises::note_list,
    reply::{Answer, Reply},
    schemes::NameBody,
};
use serde::Serialize;
use std::collections::HashMap;
use store::enterprises::{self, Enterprise};
use utoipa::ToSchema;

/// One story.
#[derive(Serialize, ToSchema)]
#[schema(as = Story)]
pub(crate) struct StoryBody {
    /// Its permanent code.
    code: &'static str,
    /// What it is about.
    title: NameBody,
    /// What happened, and what must come of it.
    text: NameBody,
    /// The enterprise; it may be too young for the published years.
    enterprise_id: String,
    /// Whose story it is: its legal name.
    name: String,
    /// Its 统一社会信用代码.
    credit_code: String,
}

/// The stories of the demonstration, of enterprises within reach; none on any other server.
#[utoipa::path(get, path = "/api/v1/stories", operation_id = "list_stories", tag = "points",
    responses((status = 200, body = Vec<StoryBody>, description = "The stories")),
    extensions(("x-permission" = json!("points:list")), ("x-reads" = json!("list"))))]
pub(crate) async fn list_stories(desk: Desk) -> Answer {
    let stories = demo::stories(desk.database()).await?;
    let Some((zone, stories)) = stories else { return Ok(Reply::ok(&Vec::<StoryBody>::new())) };
    let codes: Vec<String> = stories.iter().map(|story| story.credit_code.clone()).collect();
    let known = enterprises::by_codes(desk.database(), &zone, Some(&codes)).await?;
    let mut known: HashMap<String, Enterprise> = known
        .into_iter()
        .filter(|one| desk.scope().holds(&one.path))
        .map(|one| (one.credit_code.clone(), one))
        .collect();
    let told = stories.into_iter().filter_map(|story| {
        let one = known.remove(&story.credit_code)?;
        let body = StoryBody {
            code: story.code,
            title: story.title.into(),
            text: story.text.into(),
            enterprise_id: one.id,
            name: one.name,
            credit_code: one.credit_code,
        };
        Some((one.path, body))
    });
    let (paths, bodies): (Vec<String>, Vec<StoryBody>) = told.unzip();
    note_list(&desk, ("enterprise", None), paths.iter().map(String::as_str)).await?;
    Ok(Reply::ok(&bodies))
}
