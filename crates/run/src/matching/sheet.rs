//! Matches as a file: a line per enterprise, and what every policy comes to.

use std::path::Path;

use columnar::{MatchTable, Options};
use domain::{
    Name, Status,
    policies::{Award, Fen, Policy, Standing},
};
use export::{ExportProblem, SummaryColumns};
use formula::{Language, Sentence};
use jiff::Timestamp;

use super::MatchRun;
use crate::{RunProblem, THREADS, Written};

/// Who writes matches, when, and in which language.
#[derive(Debug, Clone, Copy)]
pub struct MatchMaking<'a> {
    /// Language of headings and reasons.
    pub language: Language,
    /// When.
    pub now: Timestamp,
    /// Who, as the operating system or the server knows them.
    pub by: &'a str,
}

/// The matches as a file not yet in its place.
///
/// # Errors
/// That the file cannot be written.
pub fn matches_file(
    run: &MatchRun,
    output: &Path,
    making: &MatchMaking<'_>,
    options: &Options,
) -> Result<Written, RunProblem> {
    let matches = run.matches();
    let table = MatchTable {
        matches: &matches,
        matched: &run.matched,
        settled: &run.settled,
        results: run.results(),
        dictionary: &run.dictionary,
        language: making.language,
    };
    let failed = |beside: &Path, problem: ExportProblem| RunProblem::Export {
        target: output.to_owned(),
        beside: beside.to_owned(),
        problem: Box::new(problem),
    };
    let info = info(run, making);
    Written::with(output, |beside| {
        let batch = table.batch(options).map_err(|error| failed(beside, error.into()))?;
        export::write_results(&batch, &info, beside).map_err(|problem| failed(beside, problem))
    })
}

fn info(run: &MatchRun, making: &MatchMaking<'_>) -> export::ResultsInfo {
    let title =
        Sentence::new(format!("惠企政策匹配（{}）", run.on), format!("Matches with policies ({})", run.on));
    let illustrative = run.policies.iter().any(|one| one.value.status == Status::Illustrative);
    export::ResultsInfo {
        scheme: Name { zh: "惠企政策匹配".to_owned(), en: Some("Matches with policies".to_owned()) },
        title,
        version: String::new(),
        status: if illustrative { Status::Illustrative } else { Status::Official },
        receipt: lines(run, making),
        summary: SummaryColumns { total: String::new(), ..SummaryColumns::default() },
        language: making.language,
        threads: THREADS,
    }
}

/// What the file says about its making: the note, the day, then every policy with its totals.
fn lines(run: &MatchRun, making: &MatchMaking<'_>) -> Vec<(Sentence, String)> {
    let language = making.language;
    let mut lines = vec![
        (Sentence::new("说明", "Note"), Policy::note().in_language(language).to_owned()),
        (Sentence::new("匹配日", "Day of matching"), run.on.to_string()),
    ];
    for (index, one) in run.policies.iter().enumerate() {
        let title = Sentence::new(one.value.name.zh.clone(), one.value.name.in_language(Language::English));
        lines.push((title, run.totals(index).sentence(&one.value).in_language(language).to_owned()));
    }
    if let Some(scheme) = &run.scheme {
        let name = scheme.value.name.in_language(language);
        lines.push((Sentence::new("积分方案", "Points by"), format!("{name} {}", scheme.value.version)));
    }
    lines.push((
        Sentence::new("程序版本", "Program version"),
        concat!("jifen ", env!("CARGO_PKG_VERSION")).to_owned(),
    ));
    lines.push((Sentence::new("生成时间", "Made at"), making.now.to_string()));
    lines
}

/// What one policy comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Totals {
    /// Enterprises by standing, in the order of [`Standing::ALL`].
    pub standings: [usize; 4],
    /// Σ claims.
    pub claimed: Fen,
    /// What would be needed without the end of the budget.
    pub needed: Fen,
    /// Σ grants.
    pub granted: Fen,
    /// What is left of the budget.
    pub left: Option<Fen>,
}

impl MatchRun {
    /// What the policy with this index comes to.
    #[must_use]
    pub fn totals(&self, index: usize) -> Totals {
        let (matched, settled) = (&self.matched[index], &self.settled[index]);
        let count = |standing: Standing| matched.standings.iter().filter(|one| **one == standing).count();
        Totals {
            standings: Standing::ALL.map(|(standing, _)| count(standing)),
            claimed: settled.claimed,
            needed: settled.needed,
            granted: settled.granted,
            left: settled.left,
        }
    }
}

impl Totals {
    fn sentence(&self, policy: &Policy) -> Sentence {
        let mut zh = String::new();
        let mut en = String::new();
        for ((standing, _), count) in Standing::ALL.iter().zip(self.standings) {
            let word = standing.sentence();
            zh.push_str(&format!("{}{count}家，", word.zh));
            en.push_str(&format!("{count} {}, ", word.en));
        }
        if matches!(policy.award, Award::Right(_)) || self.claimed.0 == 0 {
            return Sentence::new(zh.trim_end_matches('，'), en.trim_end_matches(", "));
        }
        zh.push_str(&format!("应得{}元，分配后{}元", self.claimed.shown(), self.granted.shown()));
        en.push_str(&format!("claims {} yuan, granted {} yuan", self.claimed.shown(), self.granted.shown()));
        if let Some(left) = self.left {
            zh.push_str(&format!("，预算余{}元", left.shown()));
            en.push_str(&format!(", left of the budget {} yuan", left.shown()));
        }
        Sentence::new(zh, en)
    }
}
