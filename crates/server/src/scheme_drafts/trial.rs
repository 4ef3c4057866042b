//! 试算: a scheme held against a frozen year, beside the scheme that year was computed by. Nothing is kept.

use super::found;
use crate::{
    analysis::{Dimension, KindBody, Teller, dull_indicators, quantile, rank_correlation, shown_share},
    desk::Desk,
    enterprises::note_list,
    input::Params,
    points::{Out, RowBody, Rows, out_or_draft},
    problem::{Code, Stop},
    reply::{Answer, Reply},
    rules::ZoneRules,
    schemes::NameBody,
};
use ::run::{Options, Run};
use axum::extract::Path;
use domain::{
    Points,
    indicators::{Grade, Scheme},
};
use formula::Facts;
use rulebook::Loaded;
use serde::{Deserialize, Serialize};
use std::{collections::HashMap, sync::Arc};
use store::rule_drafts::RuleDraft;
use utoipa::{IntoParams, ToSchema};

/// So many who gain or lose most are named.
const NAMED: usize = 10;

/// On which year, and told by what.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WantedTrial {
    /// The run whose frozen values are taken, and with which it is compared; the one published last when absent.
    run: Option<String>,
    /// Who gains and loses, by this; by stage when absent.
    #[param(inline)]
    by: Option<Dimension>,
}

/// A scheme on the values of a frozen year, beside the scheme of that year.
#[derive(Serialize, ToSchema)]
#[schema(as = SchemeTrial)]
pub(crate) struct TrialBody {
    /// The run.
    run_id: String,
    /// The year.
    year: i32,
    /// As it was computed.
    before: SideBody,
    /// As it would be.
    after: SideBody,
    /// Enterprises with a place in both.
    both: usize,
    /// Of them, those with a better place.
    up: usize,
    /// With a worse one.
    down: usize,
    /// How many places an enterprise moves on average.
    moves: Option<String>,
    /// Spearman's correlation of both orders: 1 when nobody moves.
    agreement: Option<String>,
    /// The part of the first tenth that stays in it.
    kept_of_first: Option<String>,
    /// Enterprises whose stage is another one.
    restaged: usize,
    /// Who gains and loses, by kind.
    groups: Vec<GroupBody>,
    /// Grades, best first, of both schemes.
    grades: Vec<GradeCount>,
    /// Indicators that tell nobody apart.
    idle: Vec<IdleBody>,
    /// Items that a stage or a base indicator needs and of which nobody's value is known that year.
    not_collected: Vec<NameBody>,
    /// Those who gain most places.
    winners: Vec<MoverBody>,
    /// Those who lose most.
    losers: Vec<MoverBody>,
}

/// One scheme on everybody. Points are exact decimal texts; quantiles rounded half up to four decimals.
#[derive(Serialize, ToSchema)]
#[schema(as = TrialSide)]
struct SideBody {
    /// Code and version of the scheme.
    scheme: String,
    /// What people call it.
    name: NameBody,
    /// 满分.
    full_points: String,
    /// Enterprises with points.
    scored: usize,
    /// Withheld by a veto.
    withheld: usize,
    /// Without stage.
    unstaged: usize,
    /// A quarter has less.
    lower: Option<String>,
    /// Half has less.
    median: Option<String>,
    /// A quarter has more.
    upper: Option<String>,
    /// How many have so many twentieths of full points: 0 to 5 %, 5 to 10 % … 95 % and more.
    histogram: Vec<usize>,
}

/// One kind of enterprise.
#[derive(Serialize, ToSchema)]
#[schema(as = TrialGroup)]
struct GroupBody {
    /// Which.
    kind: KindBody,
    /// How many have a place in both.
    enterprises: usize,
    /// With a better place.
    up: usize,
    /// With a worse one.
    down: usize,
    /// How many places they gain on average; below nought they lose.
    gain: Option<String>,
}

/// A grade with its numbers.
#[derive(Serialize, ToSchema)]
#[schema(as = TrialGrade)]
struct GradeCount {
    /// Its permanent code.
    code: String,
    /// What people call it.
    name: NameBody,
    /// How many had it.
    before: Option<usize>,
    /// How many would have it.
    after: Option<usize>,
}

/// An indicator that tells nobody apart in a stage.
#[derive(Serialize, ToSchema)]
#[schema(as = IdleIndicator)]
struct IdleBody {
    /// Its permanent code.
    code: String,
    /// What people call it.
    name: NameBody,
    /// The stage.
    stage: NameBody,
    /// The part of enterprises whose value is known, 0 to 1.
    known: Option<String>,
}

/// An enterprise that moves.
#[derive(Serialize, ToSchema)]
#[schema(as = TrialMover)]
struct MoverBody {
    /// Who, with its points as they were.
    #[serde(flatten)]
    row: RowBody,
    /// Its place as it would be.
    place: u32,
    /// Its points as they would be.
    points: String,
    /// How many places it gains; below nought it loses.
    gain: i64,
}

/// Holds a scheme against a frozen year.
#[utoipa::path(get, path = "/api/v1/scheme-drafts/{id}/trial", operation_id = "try_scheme", tag = "schemes",
    params(("id" = String, Path, description = "The scheme"), WantedTrial),
    responses((status = 200, body = TrialBody, description = "What would change")),
    extensions(("x-permission" = json!("scheme:review")), ("x-reads" = json!("list")), ("x-time-limit" = json!(60))))]
pub(crate) async fn try_scheme(
    desk: Desk,
    Path(id): Path<String>,
    Params(wanted): Params<WantedTrial>,
) -> Answer {
    let draft = found(&desk, &id).await?;
    let (out, tried) = tried_on(&desk, &draft, wanted.run.as_deref()).await?;
    let trial = Trial::new(&out.opened, &tried);
    let named: Vec<&Pair> = trial.most(true).chain(trial.most(false)).collect();
    note_list(&desk, ("run", Some(&out.run.id)), trial.pairs.iter().map(|_| out.batch.path.as_str())).await?;
    let known: Vec<usize> = named.iter().map(|pair| pair.row).collect();
    let rows = Rows::of(&desk, &out, &known).await?;
    let mover = |pair: &Pair| MoverBody {
        row: rows.body(pair.row),
        place: pair.after,
        points: tried.scores.total(pair.row).to_string(),
        gain: pair.gain(),
    };
    let (winners, losers) = (trial.most(true).map(mover).collect(), trial.most(false).map(mover).collect());
    let mut teller = Teller::new(&tried, desk.app.rules.known());
    let groups = trial.groups(wanted.by.unwrap_or(Dimension::Stage), &mut teller);
    let body = TrialBody {
        run_id: out.run.id.clone(),
        year: out.batch.year,
        before: SideBody::of(&out.opened),
        after: SideBody::of(&tried),
        both: trial.pairs.len(),
        up: trial.pairs.iter().filter(|pair| pair.gain() > 0).count(),
        down: trial.pairs.iter().filter(|pair| pair.gain() < 0).count(),
        moves: trial.moves(),
        agreement: trial.agreement(),
        kept_of_first: trial.kept_of_first(),
        restaged: trial.restaged(),
        groups,
        grades: grades(&out.opened, &tried),
        idle: idle(&tried),
        not_collected: not_collected(&tried),
        winners,
        losers,
    };
    Ok(Reply::ok(&body))
}

/// The values of `opened` scored by another scheme.
async fn computed(opened: Arc<Run>, scheme: Loaded<Scheme>) -> Result<Run, Stop> {
    let computing = tokio::task::spawn_blocking(move || opened.by(scheme, &Options::with_threads(1)));
    computing.await.map_err(|error| {
        tracing::error!(%error, "a scheme was not tried");
        Code::InternalError.into()
    })
}

/// The scheme of a draft on the values of the run `run`, computed.
pub(super) async fn tried_on(desk: &Desk, draft: &RuleDraft, run: Option<&str>) -> Result<(Out, Run), Stop> {
    let out = out_or_draft(desk, run, "?run", &draft.owner_id).await?;
    let rules = ZoneRules::of_zone(desk, &draft.path).await?.with(&draft.file, &draft.content);
    let loaded = rules.scheme(&draft.file, out.opened.as_of, "")?;
    let tried = computed(Arc::clone(&out.opened), loaded).await?;
    Ok((out, tried))
}

/// An enterprise with a place in both.
struct Pair {
    row: usize,
    before: u32,
    after: u32,
}

impl Pair {
    fn gain(&self) -> i64 {
        i64::from(self.before) - i64::from(self.after)
    }
}

struct Trial<'a> {
    before: &'a Run,
    after: &'a Run,
    pairs: Vec<Pair>,
    /// By gain, the greatest first.
    order: Vec<usize>,
}

fn place(run: &Run, row: usize) -> Option<u32> {
    run.scores.places(row).map(|places| places.overall.place)
}

impl<'a> Trial<'a> {
    fn new(before: &'a Run, after: &'a Run) -> Self {
        let pair = |row| Some(Pair { row, before: place(before, row)?, after: place(after, row)? });
        let pairs: Vec<Pair> = (0..before.scores.len()).filter_map(pair).collect();
        let mut order: Vec<usize> = (0..pairs.len()).collect();
        order.sort_by_key(|&at| (std::cmp::Reverse(pairs[at].gain()), pairs[at].row));
        Self { before, after, pairs, order }
    }

    /// Those who gain most, or lose most.
    fn most(&self, gain: bool) -> impl Iterator<Item = &Pair> {
        let many = self.order.len();
        let at = move |at: usize| if gain { self.order[at] } else { self.order[many - 1 - at] };
        let moves = move |pair: &&Pair| if gain { pair.gain() > 0 } else { pair.gain() < 0 };
        (0..many.min(NAMED)).map(move |place| &self.pairs[at(place)]).filter(moves)
    }

    fn moves(&self) -> Option<String> {
        let sum: i64 = self.pairs.iter().map(|pair| pair.gain().abs()).sum();
        mean(sum, self.pairs.len())
    }

    fn agreement(&self) -> Option<String> {
        let both: Vec<(i64, i64)> = self
            .pairs
            .iter()
            .map(|pair| (self.before.scores.total(pair.row).0, self.after.scores.total(pair.row).0))
            .collect();
        rank_correlation(&both)
    }

    fn kept_of_first(&self) -> Option<String> {
        let first = self.pairs.len().div_ceil(10);
        let inside = |place: u32| usize::try_from(place).is_ok_and(|place| place <= first);
        let before: Vec<&Pair> = self.pairs.iter().filter(|pair| inside(pair.before)).collect();
        let kept = before.iter().filter(|pair| inside(pair.after)).count();
        shown_share(kept, before.len())
    }

    fn restaged(&self) -> usize {
        let code =
            |run: &Run, row| run.scores.stage(row).map(|stage| run.scheme.value.stages[stage].code.clone());
        (0..self.before.scores.len()).filter(|&row| code(self.before, row) != code(self.after, row)).count()
    }

    fn groups(&self, by: Dimension, teller: &mut Teller<'_>) -> Vec<GroupBody> {
        let gains: HashMap<usize, i64> = self.pairs.iter().map(|pair| (pair.row, pair.gain())).collect();
        let rows: Vec<usize> = self.pairs.iter().map(|pair| pair.row).collect();
        let kinds = teller.split(by, &rows);
        let body = |(kind, rows): (KindBody, Vec<usize>)| {
            let own: Vec<i64> = rows.iter().filter_map(|row| gains.get(row).copied()).collect();
            GroupBody {
                kind,
                enterprises: own.len(),
                up: own.iter().filter(|gain| **gain > 0).count(),
                down: own.iter().filter(|gain| **gain < 0).count(),
                gain: mean(own.iter().sum(), own.len()),
            }
        };
        kinds.into_iter().map(body).collect()
    }
}

/// `sum` over `count`, with one decimal, half away from nought.
fn mean(sum: i64, count: usize) -> Option<String> {
    let count = i64::try_from(count).ok().filter(|count| *count > 0)?;
    let tenths = (20 * sum.abs() + count) / (2 * count);
    let sign = if sum < 0 && tenths > 0 { "-" } else { "" };
    Some(format!("{sign}{}.{}", tenths / 10, tenths % 10))
}

impl SideBody {
    fn of(run: &Run) -> Self {
        let scheme = &run.scheme.value;
        let rows = 0..run.scores.len();
        let has_points = |row: &usize| run.scores.stage(*row).is_some() && !run.scores.vetoed(*row);
        let mut totals: Vec<i64> =
            rows.clone().filter(has_points).map(|row| run.scores.total(row).0).collect();
        totals.sort_unstable();
        let at = |part, whole| quantile(&totals, part, whole).map(|units| Points(units).to_string());
        let full = scheme.full_points.0.max(1);
        let mut histogram = vec![0; 20];
        for total in &totals {
            let twentieth = usize::try_from(total.saturating_mul(20) / full).unwrap_or(0);
            histogram[twentieth.min(19)] += 1;
        }
        Self {
            scheme: format!("{} {}", scheme.code, scheme.version),
            name: (&scheme.name).into(),
            full_points: scheme.full_points.to_string(),
            scored: totals.len(),
            withheld: rows.clone().filter(|&row| run.scores.vetoed(row)).count(),
            unstaged: rows.filter(|&row| run.scores.stage(row).is_none() && !run.scores.vetoed(row)).count(),
            lower: at(1, 4),
            median: at(1, 2),
            upper: at(3, 4),
            histogram,
        }
    }
}

/// The grades of both schemes: those of the new one first.
fn grades(before: &Run, after: &Run) -> Vec<GradeCount> {
    let count = |run: &Run, code: &str| {
        let grade = run.scheme.value.grades.iter().position(|one| one.code == code)?;
        let has = |row: &usize| run.scores.grade(*row) == Some(grade) && place(run, *row).is_some();
        Some((0..run.scores.len()).filter(has).count())
    };
    let old = before.scheme.value.grades.iter();
    let gone = old.filter(|one| after.scheme.value.grades.iter().all(|new| new.code != one.code));
    let all = after.scheme.value.grades.iter().chain(gone);
    let body = |one: &Grade| GradeCount {
        before: count(before, &one.code),
        after: count(after, &one.code),
        code: one.code.clone(),
        name: (&one.name).into(),
    };
    all.map(body).collect()
}

fn idle(run: &Run) -> Vec<IdleBody> {
    let body = |(indicator, stage, known): (usize, usize, Option<String>)| {
        let scheme = &run.scheme.value;
        IdleBody {
            code: scheme.indicators[indicator].code.clone(),
            name: (&scheme.indicators[indicator].name).into(),
            stage: (&scheme.stages[stage].name).into(),
            known,
        }
    };
    dull_indicators(run).into_iter().map(body).collect()
}

fn not_collected(run: &Run) -> Vec<NameBody> {
    let scheme = &run.scheme;
    let needed = scheme.value.items().into_iter().filter(|(_, needed)| *needed);
    let anybody =
        |code: &str| (0..run.population.len()).any(|row| run.population.row(row).item(code, 0).is_some());
    let lacking = needed.filter(|(code, _)| !anybody(code));
    let name = |(code, _): (String, bool)| match scheme.dictionary.find(&code) {
        Some(item) => (&item.name).into(),
        None => NameBody { zh: code, en: None },
    };
    lacking.map(name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn means_are_rounded_half_away_from_nought() {
        assert_eq!(mean(5, 2).as_deref(), Some("2.5"));
        assert_eq!(mean(-1, 20).as_deref(), Some("-0.1"));
        assert_eq!((mean(0, 3).as_deref(), mean(1, 0)), (Some("0.0"), None));
    }
}
