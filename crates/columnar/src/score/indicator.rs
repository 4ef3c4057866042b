//! One indicator, chunk by chunk.

use domain::{
    Points,
    evaluation::{Calibration, Context, Flags, Position, points_of, veto_state},
    indicators::{Indicator, Scheme, Veto},
};
use formula::Outcome;

use super::{IndicatorColumns, VetoCode};
use crate::{
    Population,
    calibrate::entered,
    columns::{FlagsBuilder, PointsBuilder},
    decimals::{Given, ULP},
    entering::{enter, is_entered},
    kernel::{Decision, Kernel, Method, Middle, Percentile, Setting},
    lanes::{DOUBT, KNOWN, MISSING, Numbers, UNDEFINED},
    positions::Positions,
    program::{CHUNK, Chunk, Program},
};

/// Everything about one indicator that does not change from chunk to chunk.
struct Scoring<'a> {
    setting: Setting<'a>,
    indicator: &'a Indicator,
    positions: &'a Positions,
    program: Option<Program<'a>>,
    /// By stage, then field; the first of each stage is for enterprises without a field.
    kernels: Vec<Kernel<'a>>,
    /// By stage: the plain middle of amounts in proportion.
    middles: Vec<Option<Middle>>,
    /// By enterprise: plain points that were found all together, −1 for the others; empty when none were.
    walked: Vec<i32>,
    entered: bool,
}

/// Fewer values are looked up one by one.
const MANY: usize = 16;

fn percentile_of<'k, 'a>(kernel: &'k Kernel<'a>) -> Option<&'k Percentile<'a>> {
    match &kernel.method {
        Method::Percentile(percentile) if kernel.always == Flags::default() => Some(percentile),
        _ => None,
    }
}

fn middles_of(kernels: &[Kernel<'_>]) -> Vec<Option<Middle>> {
    let middle = |kernel: &Kernel<'_>| match &kernel.method {
        Method::Affine(affine) if kernel.always == Flags::default() => affine.middle(),
        _ => None,
    };
    kernels.iter().map(middle).collect()
}

/// The columns of one indicator being filled.
struct Builders {
    points: PointsBuilder,
    flags: FlagsBuilder,
}

/// The columns of one indicator, and how many enterprises the exact rules decided.
pub(super) fn score_indicator(
    scheme: &Scheme,
    calibration: &Calibration,
    population: &Population,
    positions: &Positions,
    index: usize,
) -> (IndicatorColumns, u64) {
    let setting = Setting { scheme, calibration, population, indicator: index };
    let scoring = Scoring::new(setting, positions);
    let most = scoring.indicator.full.iter().map(|full| full.0).max().unwrap_or(0);
    let mut columns = Builders {
        points: PointsBuilder::with_capacity(most, population.len()),
        flags: FlagsBuilder::with_capacity(population.len()),
    };
    let mut exact_rows = 0;
    for start in (0..population.len()).step_by(CHUNK) {
        let chunk = Chunk { start, len: CHUNK.min(population.len() - start) };
        exact_rows += scoring.chunk(chunk, &mut columns);
    }
    exact_rows += scoring.kernels.iter().map(Kernel::asked).sum::<u64>();
    (IndicatorColumns { points: columns.points.finish(), flags: columns.flags.finish() }, exact_rows)
}

impl<'a> Scoring<'a> {
    fn new(setting: Setting<'a>, positions: &'a Positions) -> Self {
        let indicator = &setting.scheme.indicators[setting.indicator];
        let stages = 0..setting.scheme.stages.len();
        let fields = || std::iter::once(None).chain(positions.fields.iter().cloned().map(Some));
        let prepare = |stage: usize| {
            fields()
                .map(move |field| Kernel::prepare(setting, stage, &Position { stage: Some(stage), field }))
        };
        let kernels: Vec<_> = stages.flat_map(prepare).collect();
        let entered = kernels.iter().any(|kernel| kernel.entered);
        let program = Program::compile(indicator.value.expr(), setting.population);
        let middles = if positions.fields.is_empty() { middles_of(&kernels) } else { Vec::new() };
        let walked = Vec::new();
        let mut scoring = Self { setting, indicator, positions, program, kernels, middles, walked, entered };
        scoring.walked = scoring.walk();
        scoring
    }

    /// Sorts the values of each stage and walks along the population, where every enterprise is compared by percentile
    /// within all or within its stage: much faster than looking up one after the other.
    fn walk(&self) -> Vec<i32> {
        let count = self.setting.population.len();
        let percentiles: Vec<_> = self.kernels.iter().map(percentile_of).collect();
        if count < MANY || !self.positions.fields.is_empty() || percentiles.iter().all(Option::is_none) {
            return Vec::new();
        }
        let values = self.values_by_stage();
        let mut walked = vec![-1; count];
        for (stage, (percentile, values)) in (0u8..).zip(percentiles.iter().zip(values)) {
            let Some(percentile) = percentile else { continue };
            let rows: Vec<u32> = (0u32..)
                .zip(&self.positions.stage)
                .filter(|(_, at)| **at == stage)
                .map(|(row, _)| row)
                .collect();
            percentile.walk(&values, |place, points| walked[rows[place] as usize] = points);
        }
        walked
    }

    /// The values of each stage as population rules see them, in the order of enterprises; NaN where not known here.
    fn values_by_stage(&self) -> Vec<Vec<f64>> {
        let mut values = vec![Vec::new(); self.setting.scheme.stages.len()];
        let count = self.setting.population.len();
        for start in (0..count).step_by(CHUNK) {
            let chunk = Chunk { start, len: CHUNK.min(count - start) };
            let numbers = entered(self.program.as_ref(), chunk);
            let at = &self.positions.stage[start..start + chunk.len];
            for ((&value, &state), &stage) in numbers.value.iter().zip(&numbers.state).zip(at) {
                if let Some(values) = values.get_mut(usize::from(stage)) {
                    values.push(if state == KNOWN { value } else { f64::NAN });
                }
            }
        }
        values
    }

    fn kernel(&self, index: usize) -> Option<(usize, &Kernel<'a>)> {
        let stage = self.positions.stage_at(index)?;
        let field = self.positions.field_at(index).map_or(0, |field| field + 1);
        let kernel = self.kernels.get(stage * (self.positions.fields.len() + 1) + field)?;
        Some((stage, kernel))
    }

    fn chunk(&self, chunk: Chunk, columns: &mut Builders) -> u64 {
        let raw = self.program.as_ref().and_then(|program| program.numbers(chunk));
        let raw = raw.unwrap_or_else(|| Numbers::doubtful(chunk.len));
        let entered = (self.entered && !is_entered(&raw)).then(|| {
            let mut numbers = raw.clone();
            enter(&mut numbers);
            numbers
        });
        let mut values = Values { raw, entered, points: vec![None; self.setting.scheme.stages.len()], chunk };
        let mut exact_rows = 0;
        let middles = self.middles(&values);
        let codes = [columns.flags.code(Flags::default(), true), columns.flags.code(Flags::ZERO, true)];
        for offset in 0..chunk.len {
            let index = chunk.start + offset;
            let walked = self.walked.get(index).copied().filter(|points| *points >= 0);
            let points =
                walked.or_else(|| values.in_the_middle(middles, self.positions.stage[index], offset));
            if let Some((points, zero)) = points.zip(values.raw.given(offset).is_zero()) {
                columns.points.push(i64::from(points));
                columns.flags.push_code(codes[usize::from(zero)]);
                continue;
            }
            let Some((stage, kernel)) = self.kernel(index) else {
                columns.points.push(0);
                columns.flags.push(Flags::default(), false);
                continue;
            };
            let ((points, flags), known) = values.decide(stage, kernel, offset).unwrap_or_else(|| {
                exact_rows += 1;
                self.exactly(index)
            });
            columns.points.push(points);
            columns.flags.push(flags, known);
        }
        exact_rows
    }

    /// The plain middles of the stages, where the values of this chunk mean their own decimals and peers know no fields.
    fn middles(&self, values: &Values) -> &[Option<Middle>] {
        let typed = values.entered.as_ref().unwrap_or(&values.raw).typed;
        if typed && values.raw.typed { &self.middles } else { &[] }
    }

    fn exactly(&self, index: usize) -> (Decision, bool) {
        let row = self.setting.population.row(index);
        let position = self.positions.exact(index);
        let value = self.indicator.value.evaluate(&row);
        let context = Context {
            calibration: self.setting.calibration,
            position: &position,
            indicator: self.setting.indicator,
            direction: self.indicator.direction,
            facts: &row,
        };
        let stage = position.stage.unwrap_or_default();
        let (Points(points), flags) = points_of(self.setting.scheme, stage, &value, &context);
        ((points, flags), matches!(value, Outcome::Known(_)))
    }
}

impl Numbers {
    pub(crate) fn doubtful(len: usize) -> Self {
        Self { state: vec![DOUBT; len], ..Self::constant(0.0, 0.0, None, len) }
    }

    fn given(&self, offset: usize) -> Given {
        let value = self.value[offset];
        let whole = self.places.is_some_and(|places| places <= 0);
        let implied = || if whole { 0.0 } else { value.abs() * ULP };
        let error = self.error.get(offset).copied().unwrap_or_else(implied);
        Given { value, error, typed: self.typed, places: self.places }
    }
}

/// What is known of a chunk.
struct Values {
    raw: Numbers,
    /// The same rounded to 12 places, where some rule sees them so.
    entered: Option<Numbers>,
    /// What the rule of a stage comes to where it is a formula; filled when asked for.
    points: Vec<Option<Numbers>>,
    chunk: Chunk,
}

impl Values {
    /// The points of a value that is surely neither below the floor nor above the cap.
    #[inline]
    fn in_the_middle(&self, middles: &[Option<Middle>], stage: u8, offset: usize) -> Option<i32> {
        let middle = middles.get(usize::from(stage))?.as_ref()?;
        let numbers = self.entered.as_ref().unwrap_or(&self.raw);
        let value = numbers.value[offset];
        if numbers.state[offset] != KNOWN || value < middle.low || value > middle.high {
            return None;
        }
        Some(middle.points(value)).filter(|points| *points >= 0)
    }

    /// The decision in doubles, and whether the value is known; `None` where the exact rules must decide.
    fn decide(&mut self, stage: usize, kernel: &Kernel<'_>, offset: usize) -> Option<(Decision, bool)> {
        match self.raw.state[offset] {
            MISSING => return Some((kernel.missing, false)),
            UNDEFINED => return Some((kernel.undefined, false)),
            KNOWN => {}
            _ => return None,
        }
        if let Method::NotApplicable = kernel.method {
            return Some(((0, Flags::NOT_APPLICABLE), true));
        }
        let zero = if self.raw.given(offset).is_zero()? { Flags::ZERO } else { Flags::default() };
        let (points, flags) = match &kernel.method {
            Method::Formula(program, same) => {
                let points = &mut self.points[stage];
                if points.is_none() {
                    *points = program.numbers(self.chunk);
                }
                let points = points.as_ref()?;
                let decision = match points.state[offset] {
                    MISSING => kernel.missing,
                    UNDEFINED => kernel.undefined,
                    KNOWN => same.decide(points.given(offset))?,
                    _ => return None,
                };
                (decision.0, decision.1 | kernel.always)
            }
            _ => {
                let numbers = self.entered.as_ref().filter(|_| kernel.entered).unwrap_or(&self.raw);
                if numbers.state[offset] != KNOWN {
                    return None;
                }
                kernel.decide(numbers.given(offset))?
            }
        };
        Some(((points, flags | zero), true))
    }
}

/// What a veto came to for every enterprise.
pub(super) fn veto_codes(veto: &Veto, population: &Population) -> Vec<VetoCode> {
    let program = Program::compile(veto.when.expr(), population);
    let mut codes = Vec::with_capacity(population.len());
    for start in (0..population.len()).step_by(CHUNK) {
        let chunk = Chunk { start, len: CHUNK.min(population.len() - start) };
        let truths = program.as_ref().and_then(|program| program.truths(chunk));
        codes.extend((0..chunk.len).map(|offset| {
            let seen = truths.as_ref().map(|truths| (truths.state[offset], truths.holds[offset]));
            match seen {
                Some((KNOWN, true)) => VetoCode::Vetoed,
                Some((KNOWN, false)) => VetoCode::Clear,
                Some((MISSING | UNDEFINED, _)) => VetoCode::Unknown,
                _ => exact_veto(veto, population, start + offset),
            }
        }));
    }
    codes
}

fn exact_veto(veto: &Veto, population: &Population, index: usize) -> VetoCode {
    use domain::evaluation::VetoState;
    match veto_state(&veto.when.evaluate(&population.row(index))) {
        VetoState::Clear => VetoCode::Clear,
        VetoState::Vetoed => VetoCode::Vetoed,
        VetoState::Unknown(_) => VetoCode::Unknown,
    }
}
