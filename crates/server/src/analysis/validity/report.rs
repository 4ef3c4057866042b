//! What was found, as it is sent.

use super::telling::{
    Band, Ends, Gathered, Seen, area, bands, evidence, gap, gathered, interval_of_share, stability,
};
use crate::{
    analysis::{Teller, counts, shown, statistics::share, subset::Subset, total},
    rules::Rules,
    schemes::NameBody,
};
use ::run::Run;
use domain::{Points, evaluation::Flags, indicators::Class};
use serde::Serialize;
use utoipa::ToSchema;

/// Bands of a measure.
const BANDS: usize = 5;
/// Bands of this run, for the PSI.
const TENTHS: usize = 10;
/// Points of the picture of what is gathered.
const STEPS: usize = 40;
/// With fewer of either kind a sample is small.
const LEAST: usize = 30;
/// One part of full points, in the units measures of indicators are kept in.
const PARTS: i128 = 1_000_000;

/// How well points told enterprises apart by what became of them.
#[derive(Serialize, ToSchema)]
#[schema(as = ValidityOfPoints)]
pub(crate) struct ValidityBody {
    /// Enterprises that are looked at.
    enterprises: usize,
    /// Of which it is known what became.
    observed: usize,
    /// Ended well.
    good: usize,
    /// Did not.
    bad: usize,
    /// The part that ended well, 0 to 1.
    good_share: Option<String>,
    /// Whether so few of either kind make all this uncertain.
    small: bool,
    /// Fewer of either kind than so many are few.
    least: usize,
    /// What the total tells.
    total: PredictorBody,
    /// By grade, the highest first; those without a grade last.
    grades: Vec<GradeBody>,
    /// The parts of good and of bad enterprises with so many points or fewer, ascending.
    gathered: Vec<GatheredBody>,
    /// What each indicator tells, in the scheme's order.
    indicators: Vec<IndicatorValidityBody>,
}

/// How well one measure tells good from bad.
#[derive(Serialize, ToSchema)]
#[schema(as = Predictor)]
struct PredictorBody {
    /// Enterprises with this measure and a known end.
    measured: usize,
    /// AUC: the chance that of a good and a bad enterprise, drawn blindly, the good one has more; equal ones count half.
    auc: Option<String>,
    /// The lower end of its 95 % interval.
    auc_low: Option<String>,
    /// The upper end.
    auc_high: Option<String>,
    /// KS: the widest gap between the parts of bad and of good ones with so many or fewer.
    ks: Option<String>,
    /// Where it is: points of the total, or the part of full points of an indicator.
    ks_at: Option<String>,
    /// IV, the sum over the bands.
    iv: Option<String>,
    /// What the IV comes to.
    #[schema(inline)]
    strength: Option<Strength>,
    /// PSI: how far measures have moved from this run to the one it is compared with.
    psi: Option<String>,
    /// What the PSI comes to.
    #[schema(inline)]
    drift: Option<Drift>,
    /// Its bands, the lowest first; that without a measure last.
    bands: Vec<BandBody>,
}

/// What an IV comes to. Siddiqi, Credit Risk Scorecards (2006), chapter 6.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
enum Strength {
    /// Below 0.02.
    None,
    /// Below 0.1.
    Weak,
    /// Below 0.3.
    Medium,
    /// Below 0.5.
    Strong,
    /// 0.5 and more: to be looked into.
    Suspicious,
}

/// What a PSI comes to. Siddiqi (2006), chapter 10.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
enum Drift {
    /// Below 0.1.
    Stable,
    /// Below 0.25.
    Some,
    /// 0.25 and more.
    Great,
}

/// A band of a measure.
#[derive(Serialize, ToSchema)]
#[schema(as = BandOfPredictor)]
struct BandBody {
    /// The least in it: points of the total, or the part of full points; absent for those without.
    from: Option<String>,
    /// The most in it.
    to: Option<String>,
    /// Its numbers.
    #[serde(flatten)]
    ends: EndsBody,
}

/// How those of a band or grade ended.
#[derive(Serialize, ToSchema)]
#[schema(as = EndsOfBand)]
struct EndsBody {
    /// Ended well.
    good: usize,
    /// Did not.
    bad: usize,
    /// The part that ended well, 0 to 1.
    good_share: Option<String>,
    /// The lower end of its 95 % interval.
    low: Option<String>,
    /// The upper end.
    high: Option<String>,
    /// WoE.
    woe: Option<String>,
    /// What it adds to the IV.
    iv: Option<String>,
    /// Whether half of one was added to each because one of both is none.
    adjusted: bool,
}

impl EndsBody {
    fn of(ends: Ends, all: Ends) -> Self {
        let found = evidence(ends, all);
        let interval = interval_of_share(ends.good, ends.good + ends.bad);
        Self {
            good: ends.good,
            bad: ends.bad,
            good_share: shown(share(ends.good, ends.good + ends.bad)),
            low: shown(interval.map(|interval| interval.0)),
            high: shown(interval.map(|interval| interval.1)),
            woe: shown(found.map(|found| found.weight)),
            iv: shown(found.map(|found| found.information)),
            adjusted: found.is_some_and(|found| found.adjusted),
        }
    }
}

/// How those of a grade ended.
#[derive(Serialize, ToSchema)]
#[schema(as = GradeValidity)]
struct GradeBody {
    /// The grade; absent for those without.
    grade: Option<NameBody>,
    /// Its numbers.
    #[serde(flatten)]
    ends: EndsBody,
}

/// What is gathered up to a measure.
#[derive(Serialize, ToSchema)]
#[schema(as = GatheredEnds)]
struct GatheredBody {
    /// Points.
    points: String,
    /// The part of the good, 0 to 1.
    good: String,
    /// The part of the bad.
    bad: String,
}

/// What one indicator tells.
#[derive(Serialize, ToSchema)]
#[schema(as = ValidityOfIndicator)]
struct IndicatorValidityBody {
    /// Its permanent code.
    code: String,
    /// What people call it.
    name: NameBody,
    /// Enterprises with a known end of whose stage it is.
    observed: usize,
    /// What it tells; measured as a part of full points (得分率), below nought for deductions.
    predictor: PredictorBody,
}

/// A run with what became of each row, and the run the PSI compares it with.
pub(super) struct Report<'a> {
    pub(super) run: &'a Run,
    pub(super) ends: Vec<Option<bool>>,
    pub(super) compared: Option<&'a Run>,
}

/// What is measured.
#[derive(Clone, Copy)]
enum Measure {
    /// Points of the total.
    Total,
    /// The part of full points of an indicator.
    Indicator(usize),
}

impl Measure {
    /// The measure of a row; `None` where it does not count at all, `Some(None)` where it is missing.
    fn of(self, run: &Run, row: usize) -> Option<Option<i64>> {
        let Self::Indicator(index) = self else { return Some(total(run, row)) };
        let (scheme, columns) = (&run.scheme.value, &run.scores.indicators()[index]);
        let one = &scheme.indicators[index];
        let full = one.full[run.scores.stage(row)?].0;
        if full == 0 {
            return None;
        }
        let lacking = Flags::MISSING.0 | Flags::UNDEFINED.0;
        if (columns.flags.get(row).0 & lacking) != 0 {
            return Some(None);
        }
        let sign = if scheme.class_of(one) == Class::Deduction { -1 } else { 1 };
        let part = sign * i128::from(columns.points.get(row).0) * PARTS / i128::from(full);
        Some(i64::try_from(part).ok())
    }

    fn shown(self, measure: i64) -> String {
        match self {
            Self::Total => Points(measure).to_string(),
            // Six decimals less two: enough to tell bands apart.
            Self::Indicator(_) => {
                let (whole, sign) = (measure.unsigned_abs() / 100, if measure < 0 { "-" } else { "" });
                format!("{sign}{}.{:04}", whole / 10_000, whole % 10_000)
            }
        }
    }

    /// The measures of all enterprises of a run it counts for.
    fn all(self, run: &Run, rows: impl Iterator<Item = usize>) -> Vec<Option<i64>> {
        rows.filter_map(|row| self.of(run, row)).collect()
    }
}

impl Report<'_> {
    /// What was found of the rows of `subset`.
    pub(super) fn body(&self, subset: &Subset, rules: &Rules) -> ValidityBody {
        let rows_of = |run: &Run| subset.rows(run, &mut Teller::new(run, rules));
        let rows = rows_of(self.run);
        let compared = self.compared.map(|run| (run, rows_of(run)));
        let compared = compared.as_ref().map(|(run, rows)| (*run, rows.as_slice()));
        let seen = self.seen(&rows, Measure::Total);
        let ends = Ends::of(&seen);
        let scheme = &self.run.scheme.value;
        let indicators = scheme.indicators.iter().enumerate().map(|(index, one)| {
            let seen = self.seen(&rows, Measure::Indicator(index));
            let same = compared.and_then(|(run, rows)| {
                let other = run.scheme.value.indicators.iter().position(|other| other.code == one.code)?;
                Some((run, rows, Measure::Indicator(other)))
            });
            IndicatorValidityBody {
                code: one.code.clone(),
                name: (&one.name).into(),
                observed: seen.len(),
                predictor: self.predictor(&rows, Measure::Indicator(index), &seen, same),
            }
        });
        ValidityBody {
            enterprises: rows.len(),
            observed: seen.len(),
            good: ends.good,
            bad: ends.bad,
            good_share: shown(share(ends.good, seen.len())),
            small: ends.good.min(ends.bad) < LEAST,
            least: LEAST,
            grades: self.grades(&rows, ends),
            gathered: picture(&gathered(&seen)),
            indicators: indicators.filter(|one| one.observed > 0).collect(),
            total: self.predictor(
                &rows,
                Measure::Total,
                &seen,
                compared.map(|(run, rows)| (run, rows, Measure::Total)),
            ),
        }
    }

    /// The rows whose end is known and for which `measure` counts.
    fn seen(&self, rows: &[usize], measure: Measure) -> Vec<Seen> {
        let seen = |&row: &usize| Some(Seen { good: self.ends[row]?, measure: measure.of(self.run, row)? });
        rows.iter().filter_map(seen).collect()
    }

    fn predictor(
        &self,
        rows: &[usize],
        measure: Measure,
        seen: &[Seen],
        compared: Option<(&Run, &[usize], Measure)>,
    ) -> PredictorBody {
        let all = Ends::of(seen);
        let bands = bands(seen, BANDS);
        let area = area(seen);
        let interval = area.and_then(|area| area.interval);
        let gap = gap(&gathered(seen)).filter(|_| all.both());
        let information =
            bands.iter().map(|band| Some(evidence(band.ends, all)?.information)).sum::<Option<f64>>();
        let information = information.filter(|_| all.both());
        let moved = compared.and_then(|(run, others, same)| {
            let before = measure.all(self.run, rows.iter().copied());
            stability(&before, &same.all(run, others.iter().copied()), TENTHS)
        });
        PredictorBody {
            measured: seen.iter().filter(|one| one.measure.is_some()).count(),
            auc: shown(area.map(|area| area.value)),
            auc_low: shown(interval.map(|interval| interval.0)),
            auc_high: shown(interval.map(|interval| interval.1)),
            ks: shown(gap.map(|gap| gap.width)),
            ks_at: gap.map(|gap| measure.shown(gap.at)),
            iv: shown(information),
            strength: information.map(strength),
            psi: shown(moved),
            drift: moved.map(drift),
            bands: bands.iter().map(|band| band_body(measure, *band, all)).collect(),
        }
    }

    fn grades(&self, rows: &[usize], all: Ends) -> Vec<GradeBody> {
        let grades = &self.run.scheme.value.grades;
        let mut ends = vec![Ends::default(); grades.len() + 1];
        for &row in rows {
            let grade = self.run.scores.grade(row).filter(|_| counts(self.run, row));
            let place = &mut ends[grade.unwrap_or(grades.len())];
            match self.ends[row] {
                Some(true) => place.good += 1,
                Some(false) => place.bad += 1,
                None => {}
            }
        }
        let names = grades.iter().map(|grade| Some((&grade.name).into())).chain([None]);
        let found = names.zip(ends).filter(|(_, ends)| *ends != Ends::default());
        found.map(|(grade, ends)| GradeBody { grade, ends: EndsBody::of(ends, all) }).collect()
    }
}

fn band_body(measure: Measure, band: Band, all: Ends) -> BandBody {
    BandBody {
        from: band.range.map(|(from, _)| measure.shown(from)),
        to: band.range.map(|(_, to)| measure.shown(to)),
        ends: EndsBody::of(band.ends, all),
    }
}

fn strength(information: f64) -> Strength {
    match information {
        iv if iv < 0.02 => Strength::None,
        iv if iv < 0.1 => Strength::Weak,
        iv if iv < 0.3 => Strength::Medium,
        iv if iv < 0.5 => Strength::Strong,
        _ => Strength::Suspicious,
    }
}

fn drift(moved: f64) -> Drift {
    match moved {
        psi if psi < 0.1 => Drift::Stable,
        psi if psi < 0.25 => Drift::Some,
        _ => Drift::Great,
    }
}

/// About [`STEPS`] of what is gathered, evenly; among them the last, and where both kinds are farthest apart.
fn picture(all: &[Gathered]) -> Vec<GatheredBody> {
    let step = all.len().div_ceil(STEPS).max(1);
    let widest = gap(all).map(|gap| gap.at);
    let shown_at =
        |at: usize, one: &Gathered| (all.len() - 1 - at).is_multiple_of(step) || Some(one.measure) == widest;
    let chosen = all.iter().enumerate().filter(|(at, one)| shown_at(*at, one));
    let body = |(_, one): (usize, &Gathered)| {
        Some(GatheredBody {
            points: Measure::Total.shown(one.measure),
            good: shown(Some(one.good))?,
            bad: shown(Some(one.bad))?,
        })
    };
    chosen.filter_map(body).collect()
}
