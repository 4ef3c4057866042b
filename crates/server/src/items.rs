//! The data dictionary: what a code that other answers name is called, and what its values are.

use crate::{
    desk::Desk,
    reply::{Answer, Reply},
    schemes::{CodeBody, NameBody},
};
use domain::indicators::{Item, ItemKind};
use serde::Serialize;
use utoipa::ToSchema;

/// An item of the data dictionary.
#[derive(Serialize, ToSchema)]
#[schema(as = Item)]
pub(crate) struct ItemBody {
    /// Its permanent code.
    code: String,
    /// What people call it.
    name: NameBody,
    /// `number`, `truth`, `text`, `date`, `credit_code` or `labels`.
    kind: &'static str,
    /// The unit its values are kept in.
    unit: Option<&'static str>,
    /// Whether a value belongs to a year.
    yearly: bool,
    /// Whether the register keeps it: its workbooks may have it as a column.
    register: bool,
    /// Whether workbooks of values may have it as a column.
    values: bool,
    /// The codes its values may have; none for free text.
    categories: Vec<CodeBody>,
    /// What it means, in Chinese.
    meaning: String,
    /// Where it usually comes from.
    reporter: Option<String>,
}

/// The data dictionary with what the register asks beyond it, in its order.
#[utoipa::path(get, path = "/api/v1/items", operation_id = "list_items", tag = "batches",
    responses((status = 200, body = Vec<ItemBody>, description = "The items")),
    extensions(("x-permission" = json!("item:list"))))]
pub(crate) async fn list(desk: Desk) -> Answer {
    let known = desk.app.rules.known();
    let own = known
        .dictionary
        .items()
        .iter()
        .map(|item| ItemBody { register: known.register.find(&item.code).is_some(), ..ItemBody::of(item) });
    let beyond = known.register.items().iter().filter(|item| known.dictionary.find(&item.code).is_none());
    let beyond = beyond.map(|item| ItemBody { register: true, values: false, ..ItemBody::of(item) });
    Ok(Reply::ok(&own.chain(beyond).collect::<Vec<_>>()))
}

impl ItemBody {
    fn of(item: &Item) -> Self {
        Self {
            code: item.code.clone(),
            name: (&item.name).into(),
            kind: kind(&item.kind),
            unit: item.unit().map(|unit| unit.symbol),
            yearly: item.yearly,
            register: false,
            values: true,
            categories: match &item.kind {
                ItemKind::Text { categories } => {
                    categories.iter().map(|(code, name)| CodeBody::of(code, name)).collect()
                }
                _ => Vec::new(),
            },
            meaning: item.meaning.clone(),
            reporter: item.source.clone(),
        }
    }
}

const fn kind(kind: &ItemKind) -> &'static str {
    match kind {
        ItemKind::Number { .. } => "number",
        ItemKind::Truth => "truth",
        ItemKind::Text { .. } => "text",
        ItemKind::Date => "date",
        ItemKind::CreditCode => "credit_code",
        ItemKind::Labels => "labels",
    }
}
