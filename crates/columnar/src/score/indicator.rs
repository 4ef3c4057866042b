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
    calibrate::{Ascending, Seats, entered},
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
    /// By stage, no stage included: the plain middle of amounts in proportion.
    middles: Option<Box<[Middle; 256]>>,
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

fn middles_of(kernels: &[Kernel<'_>]) -> Option<Box<[Middle; 256]>> {
    let middle = |kernel: &Kernel<'_>| match &kernel.method {
        Method::Affine(affine) if kernel.always == Flags::default() => affine.middle(),
        _ => None,
    };
    let mut middles = Box::new([Middle::NONE; 256]);
    let mut any = false;
    for (place, found) in middles.iter_mut().zip(kernels.iter().map(middle)) {
        any |= found.is_some();
        *place = found.unwrap_or(Middle::NONE);
    }
    any.then_some(middles)
}

/// The columns of one indicator being filled.
struct Builders {
    points: PointsBuilder,
    flags: FlagsBuilder,
}

/// The columns of one indicator, and how many enterprises the exact rules decided. Where calibrating has put the values of
/// a stage in order, they need not be put in order again.
pub(super) fn score_indicator(
    scheme: &Scheme,
    calibration: &Calibration,
    population: &Population,
    positions: &Positions,
    index: usize,
    ascending: &[Option<Ascending>],
) -> (IndicatorColumns, u64) {
    let setting = Setting { scheme, calibration, population, indicator: index };
    let scoring = Scoring::new(setting, positions, ascending);
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
    fn new(setting: Setting<'a>, positions: &'a Positions, ascending: &[Option<Ascending>]) -> Self {
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
        let middles = if positions.fields.is_empty() { middles_of(&kernels) } else { None };
        let walked = Vec::new();
        let mut scoring = Self { setting, indicator, positions, program, kernels, middles, walked, entered };
        scoring.walked = scoring.walk(ascending);
        scoring
    }

    /// Walks along the values of each stage in order and along the population, where every enterprise is compared by
    /// percentile within all or within its stage: much faster than looking up one after the other.
    fn walk(&self, ascending: &[Option<Ascending>]) -> Vec<i32> {
        let count = self.setting.population.len();
        let percentiles: Vec<_> = self.kernels.iter().map(percentile_of).collect();
        if count < MANY || !self.positions.fields.is_empty() || percentiles.iter().all(Option::is_none) {
            return Vec::new();
        }
        let mut walked = vec![-1; count];
        let mut tell = |row: usize, points| walked[row] = points;
        let known = |stage: usize| ascending.get(stage).is_some_and(Option::is_some);
        let all_known =
            (0..).zip(&percentiles).all(|(stage, percentile)| percentile.is_none() || known(stage));
        let mut seats = if all_known { Vec::new() } else { self.seats_by_stage() };
        for (stage, percentile) in percentiles.into_iter().enumerate() {
            let Some(percentile) = percentile else { continue };
            match ascending.get(stage) {
                Some(Some(ascending)) => percentile.walk(ascending, &mut tell),
                _ => {
                    let seats = seats.get_mut(stage).map(std::mem::take);
                    let ascending = seats.and_then(|seats| Ascending::of(seats).ok());
                    ascending.iter().for_each(|ascending| percentile.walk(ascending, &mut tell));
                }
            }
        }
        walked
    }

    /// The known values of each stage as population rules see them, with the enterprises they belong to.
    fn seats_by_stage(&self) -> Vec<Seats> {
        let mut seats: Vec<Seats> = self.setting.scheme.stages.iter().map(|_| Seats::default()).collect();
        seats.iter_mut().zip(self.positions.count_by_stage()).for_each(|(seats, count)| seats.reserve(count));
        let count = self.setting.population.len();
        for start in (0..count).step_by(CHUNK) {
            let chunk = Chunk { start, len: CHUNK.min(count - start) };
            let numbers = entered(self.program.as_ref(), chunk);
            let at = &self.positions.stage[start..start + chunk.len];
            let rows = (0u32..).skip(start);
            for (((&value, &state), &stage), row) in
                numbers.value.iter().zip(&numbers.state).zip(at).zip(rows)
            {
                if let Some(seats) = seats.get_mut(usize::from(stage)).filter(|_| state == KNOWN) {
                    seats.values.push(value);
                    seats.rows.push(row);
                }
            }
        }
        seats
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
        let (mut units, mut codes) = ([-1; CHUNK], [0; CHUNK]);
        let (units, codes) = (&mut units[..chunk.len], &mut codes[..chunk.len]);
        self.plain(&values, units);
        values.mark_zeros(units, codes, &mut columns.flags);
        let mut exact_rows = 0;
        for (offset, (units, code)) in units.iter_mut().zip(codes.iter_mut()).enumerate() {
            if *units >= 0 {
                continue;
            }
            let index = chunk.start + offset;
            let ((points, flags), known) = match self.kernel(index) {
                None => ((0, Flags::default()), false),
                Some((stage, kernel)) => values.decide(stage, kernel, offset).unwrap_or_else(|| {
                    exact_rows += 1;
                    self.exactly(index)
                }),
            };
            *units = points;
            *code = columns.flags.code(flags, known);
        }
        columns.points.extend(units);
        columns.flags.extend(codes);
        exact_rows
    }

    /// The points of all values of a chunk that are known and plain; −1 for the others.
    fn plain(&self, values: &Values, units: &mut [i64]) {
        let numbers = values.entered.as_ref().unwrap_or(&values.raw);
        let chunk = values.chunk.start..values.chunk.start + values.chunk.len;
        if let Some(middles) = self.middles.as_ref().filter(|_| numbers.typed && values.raw.typed) {
            let stages = &self.positions.stage[chunk.clone()];
            for ((units, &value), &stage) in units.iter_mut().zip(&numbers.value).zip(stages) {
                *units = middles[usize::from(stage)].points(value);
            }
        }
        if let Some(walked) = self.walked.get(chunk) {
            for (units, &points) in units.iter_mut().zip(walked) {
                *units = if points >= 0 { i64::from(points) } else { *units };
            }
        }
        for (units, &state) in units.iter_mut().zip(&numbers.state) {
            *units = if state == KNOWN { *units } else { -1 };
        }
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
    /// The flags of the plain values: that they are zero, or nothing. Where that cannot be told, a value is not plain.
    fn mark_zeros(&self, units: &mut [i64], codes: &mut [u8], flags: &mut FlagsBuilder) {
        let plain = [flags.code(Flags::default(), true), flags.code(Flags::ZERO, true)];
        if self.raw.typed {
            for (code, &value) in codes.iter_mut().zip(&self.raw.value) {
                *code = plain[usize::from(value == 0.0)];
            }
            return;
        }
        for (offset, (units, code)) in
            units.iter_mut().zip(codes).enumerate().filter(|(_, (units, _))| **units >= 0)
        {
            match self.raw.given(offset).is_zero() {
                Some(zero) => *code = plain[usize::from(zero)],
                None => *units = -1,
            }
        }
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
