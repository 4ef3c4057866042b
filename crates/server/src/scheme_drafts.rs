//! 建指标: schemes that a zone writes itself. A rule author writes, tries on the data of a frozen year and hands in; a
//! second person publishes; from then on years can be evaluated by it.
//!
//! What is written is the rule file itself: the form and the text of the console edit one document, whose comments stay.

mod body;
mod comments;
mod lookup;
mod moves;
mod trial;
mod weighting;
mod weights;
mod write;

pub(crate) use body::{Head, ProblemOfText, people, writers};
pub(crate) use comments::*;
pub(crate) use lookup::*;
pub(crate) use moves::*;
pub(crate) use trial::*;
pub(crate) use weights::*;
pub(crate) use write::*;

use crate::{
    desk::Desk,
    problem::{Code, Stop},
    rules::{ZoneRules, nearest_in_force},
};
use domain::indicators::Scheme;
use jiff::civil::Date;
use rulebook::{Loaded, check_from};
use std::path::Path;
use store::rule_drafts::{self, RuleDraft, RuleKind};

/// The scheme `id` as far as the caller reaches.
async fn found(desk: &Desk, id: &str) -> Result<RuleDraft, Stop> {
    rule_drafts::within(desk.database(), desk.scope(), &[RuleKind::Scheme], id)
        .await?
        .ok_or_else(|| Code::NotFound.into())
}

/// What a text is worth as a scheme of the zone at `path`: everything wrong with it, and the scheme when nothing is.
struct Judged {
    problems: Vec<rulebook::Problem>,
    loaded: Option<Loaded<Scheme>>,
}

impl Judged {
    fn is_sound(&self) -> bool {
        !self.problems.iter().any(rulebook::Problem::is_error)
    }
}

/// Judges `text` as the file `file`, resolved for the day in force nearest to `wanted`.
async fn judge(desk: &Desk, path: &str, (file, text): (&str, &str), wanted: Date) -> Result<Judged, Stop> {
    let rules = ZoneRules::of_zone(desk, path).await?.with(file, text);
    let file = file.to_owned();
    // A rule file may be large and its checks look at every day something changes: not where requests are answered.
    let judging = tokio::task::spawn_blocking(move || {
        let file = Path::new(&file);
        let problems = check_from(&rules, file).problems;
        let loaded = rulebook::load_scheme_from(&rules, file, nearest_in_force(&rules, file, wanted)).ok();
        Judged { problems, loaded }
    });
    judging.await.map_err(|error| {
        tracing::error!(%error, "a scheme was not judged");
        Code::InternalError.into()
    })
}
