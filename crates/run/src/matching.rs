//! Matching: all enterprises of a table with all policies in force on a day.

mod applied;
mod proof;
mod sheet;

use std::path::PathBuf;

use columnar::{Match, Matched, Options, Population, Results, match_policies};
use domain::{
    Name,
    indicators::{Dictionary, Scheme},
    policies::{Grant, Judged, Policy, Settled, judge, settle},
};
use formula::Sentence;
use jiff::civil::Date;
use receipt::Hasher;
use rulebook::{Disk, Files, Found, Loaded, find_policies, find_policies_from, load_policy_from};

use crate::{
    Reading, RunProblem, insist_readable, load_scheme,
    seen::{Populations, YearTable, all_items, evaluated_of, year_end},
};

pub use applied::Datum;
pub use proof::{OpenedMatch, hash_matches, match_receipt_of};
pub use sheet::{MatchMaking, Totals, matches_file};

/// What is to be matched with what.
#[derive(Debug, Clone)]
pub struct MatchJob {
    /// Policy files, or folders of them.
    pub policies: Vec<PathBuf>,
    /// The day of matching: it chooses the policies.
    pub on: Date,
    /// The table; its `as_of` is not looked at, policies say on which day they judge.
    pub reading: Reading,
    /// A scheme whose points policies may ask for.
    pub scheme: Option<PathBuf>,
    /// How many threads.
    pub options: Options,
}

/// A policy that was found and not matched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// Its code.
    pub code: String,
    /// 名称.
    pub name: Name,
    /// Why.
    pub why: WhyLeftOut,
}

/// Why a policy was not matched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyLeftOut {
    /// It is not in force on the day.
    NotInForce,
    /// The table holds another year than it looks at.
    OtherYear {
        /// The year it looks at.
        needed: i32,
    },
}

/// A table with everything that was found.
pub struct MatchRun {
    /// The policies, by code.
    pub policies: Vec<Loaded<Policy>>,
    /// Their files, in the same order.
    pub paths: Vec<PathBuf>,
    /// What was not matched.
    pub left_out: Vec<LeftOut>,
    /// The scheme that gave the points.
    pub scheme: Option<Loaded<Scheme>>,
    /// Every item the rules speak of, parameters too.
    pub dictionary: Dictionary,
    /// The day of matching.
    pub on: Date,
    /// The sheet that was read.
    pub sheet: Option<String>,
    /// What is doubtful in the table but not wrong.
    pub warnings: ingest::Problems,
    /// How everybody stands to each policy.
    pub matched: Vec<Matched>,
    /// What becomes of the claims.
    pub settled: Vec<Settled>,
    results: Option<Results>,
    /// The enterprises as seen on each day that policies judge on.
    populations: Populations,
}

impl MatchJob {
    /// Reads rules and table, matches, settles.
    ///
    /// # Errors
    /// Rules or tables with problems, files that cannot be read. No policy at all is not an error: nothing is matched.
    pub fn run(&self) -> Result<MatchRun, RunProblem> {
        for path in &self.policies {
            if !path.is_dir() {
                insist_readable(path)?;
            }
        }
        let found = find_policies(&self.policies).map_err(RunProblem::Rules)?;
        let chosen = InForce::on(&Disk, found, self.on)?;
        let scheme = self.scheme.as_deref().map(|path| load_scheme(path, None, self.on)).transpose()?;
        let seen = chosen.look(scheme.as_ref(), &self.reading)?;
        let results = scheme.as_ref().and_then(|scheme| {
            Some(points_of(
                &scheme.value,
                seen.populations.get(&year_end(seen.year, self.on))?,
                &self.options,
            ))
        });
        Ok(seen.settle(scheme, results, &self.options))
    }
}

/// The points, stage and grade that somebody has by an evaluation that was made before.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Evaluated {
    /// Total points; `None` when withheld.
    pub points: Option<domain::Points>,
    /// Stage code.
    pub stage: Option<String>,
    /// Grade code.
    pub grade: Option<String>,
}

/// The policies of a home that are in force on a day.
pub struct InForce {
    policies: Vec<Loaded<Policy>>,
    paths: Vec<PathBuf>,
    left_out: Vec<LeftOut>,
    on: Date,
}

impl InForce {
    /// Those among the policy files `named` of `files`.
    ///
    /// # Errors
    /// Every problem of the files.
    pub fn choose(files: &dyn Files, named: &[PathBuf], on: Date) -> Result<Self, RunProblem> {
        Self::on(files, find_policies_from(files, named).map_err(RunProblem::Rules)?, on)
    }

    fn on(files: &dyn Files, found: Vec<Found>, on: Date) -> Result<Self, RunProblem> {
        let (in_force, others): (Vec<_>, Vec<_>) = found.into_iter().partition(|one| one.in_force.covers(on));
        // Of a policy with a version in force nobody needs to hear of the others.
        let others = others.into_iter().filter(|one| in_force.iter().all(|other| other.code != one.code));
        let left_out =
            others.map(|one| LeftOut { code: one.code, name: one.name, why: WhyLeftOut::NotInForce });
        let mut left_out: Vec<LeftOut> = left_out.collect();
        left_out.dedup_by(|one, other| one.code == other.code);
        let policies = load(files, &in_force, on)?;
        Ok(Self { policies, paths: in_force.into_iter().map(|one| one.path).collect(), left_out, on })
    }

    /// Matches a table with them. `evaluated` tells by credit code what an evaluation found before.
    ///
    /// # Errors
    /// Every problem of the table.
    pub fn matched(
        self,
        reading: &Reading,
        evaluated: &dyn Fn(&str) -> Evaluated,
        options: &Options,
    ) -> Result<MatchRun, RunProblem> {
        let seen = self.look(None, reading)?;
        let results = evaluated_of(&seen.populations, evaluated);
        Ok(seen.settle(None, Some(results), options))
    }

    /// Reads the table as each policy sees it; those that look at another year are left out.
    fn look(mut self, scheme: Option<&Loaded<Scheme>>, reading: &Reading) -> Result<Seen, RunProblem> {
        let dictionaries = self.policies.iter().map(|one| &one.dictionary);
        let dictionary = all_items(dictionaries.chain(scheme.map(|one| &one.dictionary)));
        let table = YearTable::read(reading, &dictionary, self.on)?;
        let year = table.year;
        let (matched, other_year): (Vec<_>, Vec<_>) = self
            .policies
            .into_iter()
            .zip(self.paths)
            .partition(|(one, _)| one.value.year_needed(self.on) == year);
        (self.policies, self.paths) = matched.into_iter().unzip();
        self.left_out.extend(other_year.into_iter().map(|(one, _)| LeftOut {
            code: one.value.code.clone(),
            name: one.value.name.clone(),
            why: WhyLeftOut::OtherYear { needed: one.value.year_needed(self.on) },
        }));
        let days = self.policies.iter().map(|one| one.value.judged_on(self.on));
        let populations = table.populations(&dictionary, days.chain([year_end(year, self.on)]))?;
        let (sheet, warnings) = table.about();
        Ok(Seen { chosen: self, dictionary, sheet, warnings, populations, year })
    }
}

/// A table as the policies see it.
struct Seen {
    chosen: InForce,
    dictionary: Dictionary,
    sheet: Option<String>,
    warnings: ingest::Problems,
    populations: Populations,
    year: i32,
}

impl Seen {
    fn settle(self, scheme: Option<Loaded<Scheme>>, results: Option<Results>, options: &Options) -> MatchRun {
        let InForce { policies, paths, left_out, on } = self.chosen;
        let mut run = MatchRun {
            policies,
            paths,
            left_out,
            scheme,
            dictionary: self.dictionary,
            on,
            sheet: self.sheet,
            warnings: self.warnings,
            matched: Vec::new(),
            settled: Vec::new(),
            results,
            populations: self.populations,
        };
        (run.matched, run.settled) = run.matched_and_settled(options);
        run
    }
}

fn load(files: &dyn Files, found: &[Found], on: Date) -> Result<Vec<Loaded<Policy>>, RunProblem> {
    let (mut loaded, mut problems) = (Vec::new(), Vec::new());
    for one in found {
        match load_policy_from(files, &one.path, on) {
            Ok(policy) => loaded.push(policy),
            Err(wrong) => problems.extend(wrong),
        }
    }
    if problems.is_empty() { Ok(loaded) } else { Err(RunProblem::Rules(problems)) }
}

/// Points, stages and grades of everybody; withheld points are none.
fn points_of(scheme: &Scheme, population: &Population, options: &Options) -> Results {
    let (_, scores) = columnar::calibrate_and_score(scheme, population, options);
    let everybody = 0..population.len();
    let points = |index: usize| {
        let scored = scores.stage(index).is_some() && !scores.vetoed(index);
        scored.then(|| scores.total(index))
    };
    Results {
        points: everybody.clone().map(points).collect(),
        stages: everybody
            .clone()
            .map(|index| Some(scheme.stages[scores.stage(index)?].code.clone()))
            .collect(),
        grades: everybody.map(|index| Some(scheme.grades[scores.grade(index)?].code.clone())).collect(),
    }
}

impl MatchRun {
    /// Each policy with the enterprises as it sees them.
    #[must_use]
    pub fn matches(&self) -> Vec<Match<'_>> {
        let seen = |policy: &Policy| self.populations.get(&policy.judged_on(self.on));
        self.policies
            .iter()
            .filter_map(|one| Some(Match { policy: &one.value, population: seen(&one.value)? }))
            .collect()
    }

    fn matched_and_settled(&self, options: &Options) -> (Vec<Matched>, Vec<Settled>) {
        let matches = self.matches();
        let matched = match_policies(&matches, self.results.as_ref(), false, options);
        let policies: Vec<&Policy> = matches.iter().map(|one| one.policy).collect();
        let claims: Vec<_> = matched.iter().map(|one| &one.claims).collect();
        let ids = self.ids();
        let id = |index: u32| ids.get(index as usize).map_or("", String::as_str);
        let settled = settle(&policies, &claims, &[], id);
        (matched, settled)
    }

    /// What tells each enterprise apart.
    #[must_use]
    pub fn ids(&self) -> Vec<String> {
        let population = self.population();
        let id = |index: usize| population.and_then(|population| population.id(index)).unwrap_or_default();
        (0..self.len()).map(id).collect()
    }

    /// How many enterprises there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.population().map_or(0, Population::len)
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The year of the data; `None` when the table names none.
    #[must_use]
    pub fn period(&self) -> Option<i32> {
        self.population().and_then(Population::period)
    }

    /// 企业名称, where the table has it.
    #[must_use]
    pub fn name(&self, index: usize) -> Option<String> {
        self.population()?.text("name", index)
    }

    /// 匹配码: the rules, the table (by its hash), what everybody's evaluation found, and what came of it. Whoever matches the
    /// same gets the same.
    #[must_use]
    pub fn code(&self, table: &str) -> String {
        let mut hasher = Hasher::new();
        hasher.text("entitlements/1").text(table);
        for one in &self.policies {
            hasher.text(&one.value.code).text(&one.source_hash);
        }
        for points in self.results.iter().flat_map(|results| &results.points) {
            hasher.text(&points.map_or(String::new(), |points| points.to_string()));
        }
        hasher.text(&hash_matches(self));
        hasher.finish()
    }

    /// A value of enterprise `index` as text, e.g. its `park`.
    #[must_use]
    pub fn text(&self, item: &str, index: usize) -> Option<String> {
        self.population()?.text(item, index)
    }

    /// How enterprise `index` stands to the policy with index `policy`, in full.
    #[must_use]
    pub fn judged(&self, policy: usize, index: usize) -> Option<Judged> {
        let one = &self.policies.get(policy)?.value;
        let population = self.populations.get(&one.judged_on(self.on))?;
        let seen = Match { policy: one, population };
        Some(judge(one, &seen.facts(index, self.results.as_ref())))
    }

    /// Why: every failing condition with its gap, what is missing, what an officer must answer.
    #[must_use]
    pub fn reasons(&self, policy: usize, judged: &Judged) -> Vec<Sentence> {
        columnar::reasons(&self.policies[policy].value, judged, &self.dictionary)
    }

    /// Why less is granted than claimed.
    #[must_use]
    pub fn cuts(&self, policy: usize, grant: &Grant) -> Vec<Sentence> {
        let policies: Vec<&Policy> = self.policies.iter().map(|one| &one.value).collect();
        columnar::cuts(&policies, policies[policy], grant)
    }

    /// What becomes of the claim of enterprise `index` under the policy with index `policy`.
    #[must_use]
    pub fn grant(&self, policy: usize, index: usize) -> Option<Grant> {
        let index = u32::try_from(index).ok()?;
        let claims = &self.matched.get(policy)?.claims.claims;
        let at = claims.binary_search_by_key(&index, |claim| claim.enterprise).ok()?;
        self.settled.get(policy)?.grants.get(at).copied()
    }

    /// Points and grades that policies may ask for.
    #[must_use]
    pub fn results(&self) -> Option<&Results> {
        self.results.as_ref()
    }

    /// Whether a policy asks for points and there are none.
    #[must_use]
    pub fn lacks_points(&self) -> bool {
        self.scheme.is_none() && self.policies.iter().any(|one| one.value.needs_points())
    }

    fn population(&self) -> Option<&Population> {
        self.populations.values().next()
    }
}
