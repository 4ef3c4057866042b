//! A scheme being written, as it is sent.

use super::Judged;
use crate::{desk::Desk, schemes::ShownBody, wire::SchemeStateWord};
use formula::Severity;
use serde::Serialize;
use std::collections::HashMap;
use store::rule_drafts::RuleDraft;
use utoipa::ToSchema;

/// A scheme of a zone, in a list.
#[derive(Serialize, ToSchema)]
#[schema(as = SchemeDraft)]
pub(crate) struct DraftBody {
    /// Its id.
    id: String,
    /// The zone.
    zone_id: String,
    /// Its file below `rules/`: what a batch names once it is published.
    file: String,
    /// The file it began as.
    based_on: Option<String>,
    /// What its text calls it, as far as that can be read.
    name: Option<String>,
    /// Its permanent code, as far as that can be read.
    code: Option<String>,
    /// Its version, as far as that can be read.
    scheme_version: Option<String>,
    /// How far it is.
    state: SchemeStateWord,
    /// Why it was sent back or withdrawn.
    reason: Option<String>,
    /// Who began it.
    author_id: String,
    /// Their name.
    author_name: Option<String>,
    /// When.
    created_at: String,
    /// Changed last then.
    changed_at: String,
    /// Who changed the text last.
    changed_by_name: Option<String>,
    /// Who handed it in.
    submitted_by_name: Option<String>,
    /// When.
    submitted_at: Option<String>,
    /// Who published it.
    published_by_name: Option<String>,
    /// When.
    published_at: Option<String>,
    /// Whether the caller wrote it, and so may not publish it.
    own: bool,
    /// Grows with each change.
    version: i64,
}

impl DraftBody {
    /// `draft`, with the names of people by their id.
    pub(super) fn of(draft: &RuleDraft, names: &HashMap<String, String>, caller: &str) -> Self {
        let name = |id: &str| names.get(id).cloned();
        let head = Head::of(&draft.content);
        Self {
            id: draft.id.clone(),
            zone_id: draft.owner_id.clone(),
            file: draft.file.clone(),
            based_on: draft.based_on.clone(),
            name: head.name,
            code: head.code,
            scheme_version: head.version,
            state: draft.state.into(),
            reason: draft.reason.clone(),
            author_id: draft.author_id.clone(),
            author_name: name(&draft.author_id),
            created_at: draft.created_at.to_string(),
            changed_at: draft.changed_at.to_string(),
            changed_by_name: name(&draft.changed_by),
            submitted_by_name: draft.submitted.as_ref().and_then(|(id, _)| name(id)),
            submitted_at: draft.submitted.as_ref().map(|(_, at)| at.to_string()),
            published_by_name: draft.published.as_ref().and_then(|(id, _)| name(id)),
            published_at: draft.published.as_ref().map(|(_, at)| at.to_string()),
            own: writers(draft).contains(&caller),
            version: draft.version,
        }
    }

    /// Code and version, as far as they can be read.
    pub(super) fn named(&self) -> (String, String) {
        let or = |text: &Option<String>, other: &str| text.clone().unwrap_or_else(|| other.to_owned());
        (or(&self.code, "scheme"), or(&self.scheme_version, "draft"))
    }
}

/// Who wrote a rule file: whoever began it, changed it last, or handed it in.
pub(crate) fn writers(draft: &RuleDraft) -> Vec<&str> {
    let submitted = draft.submitted.as_ref().map(|(id, _)| id.as_str());
    [draft.author_id.as_str(), draft.changed_by.as_str()].into_iter().chain(submitted).collect()
}

/// Everybody whom a list of drafts names.
pub(crate) fn people(drafts: &[RuleDraft]) -> impl Iterator<Item = &str> {
    drafts.iter().flat_map(|one| {
        let published = one.published.as_ref().map(|(id, _)| id.as_str());
        writers(one).into_iter().chain(published)
    })
}

/// What stands at the top of a rule file, read line by line: a text that is being written need not be sound.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) name: Option<String>,
    pub(crate) code: Option<String>,
    pub(crate) version: Option<String>,
}

impl Head {
    pub(crate) fn of(text: &str) -> Self {
        let mut head = Self::default();
        let mut in_name = false;
        for line in text.lines() {
            let (indented, bare) = (line.starts_with(' '), line.trim());
            let Some((key, value)) = bare.split_once(':') else { continue };
            let value = plain(value);
            match (indented, key) {
                (false, "code") => head.code = head.code.or(value),
                (false, "version") => head.version = head.version.or(value),
                (false, "name") if head.name.is_none() => {
                    in_name = value.is_none();
                    head.name = value.map(|value| chinese(&value));
                }
                (true, "zh") if in_name => {
                    head.name = value;
                    in_name = false;
                }
                (false, _) => in_name = false,
                _ => {}
            }
        }
        head
    }
}

/// A scalar without quotes and without a comment behind it.
fn plain(value: &str) -> Option<String> {
    let value = value.trim();
    let quoted = ['"', '\''].into_iter().find(|quote| value.starts_with(*quote));
    let text = match quoted {
        Some(quote) => value[1..].split(quote).next().unwrap_or_default(),
        None => value.split(" #").next().unwrap_or_default().trim(),
    };
    (!text.is_empty()).then(|| text.to_owned())
}

/// The Chinese name of `{zh: …, en: …}`, or the whole text.
fn chinese(text: &str) -> String {
    let inner = text.strip_prefix('{').map(|inner| inner.trim_end_matches('}'));
    let zh = inner.and_then(|inner| inner.split(", ").find_map(|part| part.trim().strip_prefix("zh:")));
    zh.and_then(plain).unwrap_or_else(|| text.to_owned())
}

/// A scheme being written, whole.
#[derive(Serialize, ToSchema)]
#[schema(as = SchemeDraftWhole)]
pub(crate) struct WholeBody {
    /// Who, when, how far.
    #[serde(flatten)]
    draft: DraftBody,
    /// The rule file.
    content: String,
    /// What it is worth.
    #[serde(flatten)]
    judged: JudgedBody,
}

impl WholeBody {
    pub(super) fn of(desk: &Desk, draft: DraftBody, content: String, judged: &Judged) -> Self {
        Self { draft, content, judged: JudgedBody::of(desk, judged) }
    }
}

/// What a text is worth as a scheme.
#[derive(Serialize, ToSchema)]
#[schema(as = SchemeJudged)]
pub(crate) struct JudgedBody {
    /// Whether nothing is wrong with it; it can be handed in and tried.
    sound: bool,
    /// What is wrong with it, and what is allowed but probably not meant.
    problems: Vec<ProblemOfText>,
    /// The scheme as people read it; absent while it is not sound.
    shown: Option<ShownBody>,
}

impl JudgedBody {
    pub(super) fn of(desk: &Desk, judged: &Judged) -> Self {
        let problem = |problem: &rulebook::Problem| ProblemOfText::of(desk, problem);
        Self {
            sound: judged.is_sound(),
            problems: judged.problems.iter().map(problem).collect(),
            shown: judged.loaded.as_ref().filter(|_| judged.is_sound()).map(ShownBody::of),
        }
    }
}

/// One problem of a rule file: where, what, how to mend it; in the caller's language.
#[derive(Serialize, ToSchema)]
#[schema(as = ProblemOfText)]
pub(crate) struct ProblemOfText {
    /// Its permanent code.
    code: &'static str,
    /// `error` or `warning`.
    severity: &'static str,
    /// The file it is in: the scheme, or one that it refers to.
    file: String,
    /// The line, from 1.
    line: usize,
    /// The column, from 1, in characters.
    column: usize,
    /// The line where it ends.
    end_line: usize,
    /// The column behind its end.
    end_column: usize,
    /// What and why.
    message: String,
    /// How to mend it.
    hint: Option<String>,
}

impl ProblemOfText {
    pub(crate) fn of(desk: &Desk, problem: &rulebook::Problem) -> Self {
        let language = desk.context.language;
        let (start, end) = (problem.place.start(), problem.place.end());
        Self {
            code: problem.code,
            severity: match problem.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
            },
            file: problem.place.file().to_owned(),
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
            message: problem.message.in_language(language).to_owned(),
            hint: problem.hint.as_ref().map(|hint| hint.in_language(language).to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_of_a_text_is_read_even_when_the_rest_is_broken() {
        let check = |text: &str, name: Option<&str>, code: Option<&str>, version: Option<&str>| {
            let head = Head::of(text);
            assert_eq!(
                (head.name.as_deref(), head.code.as_deref(), head.version.as_deref()),
                (name, code, version)
            );
        };
        let text = "# 名称: x\nformat: scheme/1\ncode: a-1 # 代码\nname:\n  zh: 甲方案\n  en: A\nversion: \"2025.1\"\nstages:\n  - {code: b";
        check(text, Some("甲方案"), Some("a-1"), Some("2025.1"));
        check("name: {zh: 乙方案, en: B}\nversion: 2", Some("乙方案"), None, Some("2"));
        check("name: 丙方案", Some("丙方案"), None, None);
        check("stages:\n  - code: x\n    name: y", None, None, None);
        check("", None, None, None);
    }
}
