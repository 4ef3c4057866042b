//! What differs between two schemes, in words.

use super::NameBody;
use domain::indicators::Scheme;
use formula::Sentence;
use rulebook::{ChangeKind, Loaded, diff};
use serde::Serialize;
use utoipa::ToSchema;

/// One thing that differs.
#[derive(Serialize, ToSchema)]
#[schema(as = SchemeChange)]
pub(crate) struct ChangeBody {
    /// What happened: `added`, `removed`, `changed`.
    kind: &'static str,
    /// To what.
    what: NameBody,
    /// What it was; absent for what is new.
    before: Option<NameBody>,
    /// What it is; absent for what is gone.
    after: Option<NameBody>,
}

impl ChangeBody {
    /// Everything that differs; empty when both score everybody alike and look alike.
    pub(crate) fn between(before: &Loaded<Scheme>, after: &Loaded<Scheme>) -> Vec<Self> {
        let said = |sentence: Sentence| NameBody { zh: sentence.zh, en: Some(sentence.en) };
        let body = |change: rulebook::Change| Self {
            kind: match change.kind {
                ChangeKind::Added => "added",
                ChangeKind::Removed => "removed",
                ChangeKind::Changed => "changed",
            },
            what: said(change.what),
            before: change.before.map(said),
            after: change.after.map(said),
        };
        diff(before, after).into_iter().map(body).collect()
    }
}
