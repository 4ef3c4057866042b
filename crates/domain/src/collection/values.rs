//! Which of several sources' values counts, and whether they conflict.

use formula::{Exact, Fact};

use super::machine::words;

words! {
    /// Where a value comes from.
    Source {
        /// 税务.
        Tax = "tax" "税务" "tax";
        /// 人力资源和社会保障.
        Hr = "hr" "人社" "human resources";
        /// 知识产权.
        Ip = "ip" "知识产权" "intellectual property";
        /// 科技.
        Science = "science" "科技" "science";
        /// 工业和信息化.
        Industry = "industry" "工信" "industry";
        /// 市场监管.
        Market = "market" "市监" "market regulation";
        /// 火炬统计.
        Torch = "torch" "火炬统计" "Torch statistics";
        /// The enterprise itself.
        Own = "self" "企业自报" "self-reported";
    }
}

/// How far values of two sources may differ before it is a conflict.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Tolerance {
    /// Not at all.
    #[default]
    None,
    /// By this share of the larger magnitude: 0.05 is 5 %.
    Share(Exact),
}

impl Tolerance {
    /// Whether `left` and `right` are close enough. Decided exactly.
    #[must_use]
    pub fn allows(&self, left: &Exact, right: &Exact) -> bool {
        if left == right {
            return true;
        }
        let Self::Share(share) = self else { return false };
        let magnitude = left.abs().max(right.abs());
        (left - right).abs() <= &magnitude * share
    }
}

/// What a source says.
#[derive(Debug, Clone, PartialEq)]
pub enum Reported {
    /// A value; a known zero is one.
    Known(Fact),
    /// The source says that there is none to be had. Never zero.
    Missing,
}

/// What one source says about one item of one period, the latest it said.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate<'a> {
    /// Its id.
    pub id: &'a str,
    /// Who says it.
    pub source: Source,
    /// What it says.
    pub reported: Reported,
    /// When, in any unit that grows.
    pub entered_at: i64,
}

/// An officer's choice among candidates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice<'a> {
    /// The candidate chosen.
    pub id: &'a str,
    /// When.
    pub decided_at: i64,
}

/// How the value that counts came to count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nobody says anything, or all say that it is missing.
    Absent,
    /// By source priority; nobody contradicts.
    Agreed,
    /// By source priority, though another source contradicts: an officer has to decide.
    Disputed,
    /// An officer decided.
    Decided,
}

/// Picks the candidate that counts: the officer's choice where it is still current, otherwise the known value of the
/// source that stands first in `priority`. Sources that `priority` does not name come last, in their own order. A value
/// that is said to be missing counts only when no source knows one.
///
/// A choice is current until a source says something new about the item.
#[must_use]
pub fn choose<'c, 'a>(
    candidates: &'c [Candidate<'a>],
    priority: &[Source],
    tolerance: &Tolerance,
    choice: Option<Choice<'_>>,
) -> (Option<&'c Candidate<'a>>, Standing) {
    let current = choice.filter(|choice| candidates.iter().all(|one| one.entered_at <= choice.decided_at));
    if let Some(chosen) = current.and_then(|choice| candidates.iter().find(|one| one.id == choice.id)) {
        return (Some(chosen), Standing::Decided);
    }
    let place = |source: Source| priority.iter().position(|one| *one == source).unwrap_or(priority.len());
    let order = |one: &&Candidate<'_>| (place(one.source), one.source);
    let known = || candidates.iter().filter(|one| matches!(one.reported, Reported::Known(_)));
    let Some(first) = known().min_by_key(order) else {
        return (candidates.iter().min_by_key(order), Standing::Absent);
    };
    let contradicted = known().any(|one| !agree(&first.reported, &one.reported, tolerance));
    (Some(first), if contradicted { Standing::Disputed } else { Standing::Agreed })
}

fn agree(left: &Reported, right: &Reported, tolerance: &Tolerance) -> bool {
    match (left, right) {
        (Reported::Known(Fact::Number(left)), Reported::Known(Fact::Number(right))) => {
            tolerance.allows(left, right)
        }
        (left, right) => left == right,
    }
}
