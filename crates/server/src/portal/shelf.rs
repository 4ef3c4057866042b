//! Of which zone the policies and products of a public page are.

use super::page::Speaker;
use crate::{
    desk::Desk,
    problem::{Code, Stop},
    rules::{ZoneRules, all_zones},
};
use maud::{Markup, html};
use serde::Deserialize;
use store::organisations::Organisation;
use utoipa::IntoParams;

/// In which language, and of which zone.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ShelfReader {
    /// `zh` or `en`; as the browser asks when absent.
    pub(super) lang: Option<String>,
    /// The zone; the only one there is when absent, otherwise what every zone has.
    zone: Option<String>,
}

/// What a reader chose, and what there is to choose.
pub(super) struct Shelf {
    pub(super) rules: ZoneRules,
    zones: Vec<Organisation>,
    zone: Option<String>,
}

impl Shelf {
    /// That of `reader`.
    ///
    /// # Errors
    /// 404 for a zone that is not there.
    pub(super) async fn of(desk: &Desk, reader: &ShelfReader) -> Result<Self, Stop> {
        let zones = all_zones(desk).await?;
        let rules = match &reader.zone {
            Some(id) if zones.iter().any(|zone| zone.id == *id) => ZoneRules::library_at(desk, id).await?,
            Some(_) => return Err(Code::NotFound.into()),
            None => ZoneRules::library(desk).await?,
        };
        Ok(Self { rules, zones, zone: reader.zone.clone() })
    }

    /// What follows the language in an address of the same zone.
    pub(super) fn more(&self) -> String {
        self.zone.as_ref().map_or_else(String::new, |id| format!("&zone={id}"))
    }

    /// The zones to choose from, where there are several.
    pub(super) fn choice(&self, s: Speaker, path: &str) -> Markup {
        html! {
            @if self.zones.len() > 1 {
                p .quiet {
                    (s.say("选择高新区，可看到当地发布的内容：", "Choose a zone to see what it publishes itself: "))
                    @for (at, zone) in self.zones.iter().enumerate() {
                        @if at > 0 { " · " }
                        @if self.zone.as_ref() == Some(&zone.id) { strong { (zone.name) } }
                        @else { a href=(format!("{path}?zone={}&lang={}", zone.id, s.word())) { (zone.name) } }
                    }
                }
            }
        }
    }
}
