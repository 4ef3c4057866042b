//! Columns read chunk by chunk.

use arrow::{
    array::{Array, BooleanArray, Date32Array, Decimal128Array, Float64Array, StringArray},
    buffer::BooleanBuffer,
};
use formula::{Exact, ItemRef};

use super::Chunk;
use crate::{
    Population,
    decimals::{Near, ULP, column_places},
    lanes::{DOUBT, KNOWN, MISSING, Numbers, Truths},
    population::{Column, NO_ROW},
};

/// Where the values of an item stand: in the rows themselves or behind an index.
#[derive(Debug, Clone, Copy)]
struct Place<'a> {
    rows: Option<&'a [u32]>,
}

impl<'a> Place<'a> {
    /// `None` when nobody has a row that far back.
    fn new(population: &'a Population, back: u8) -> Option<Self> {
        let periods = population.periods();
        if back == 0 && periods.in_place() {
            return Some(Self { rows: None });
        }
        periods.rows_back(back).map(|rows| Self { rows: Some(rows) })
    }

    /// The table's row of each enterprise of the chunk, `None` where there is none.
    fn rows(self, chunk: Chunk) -> impl Iterator<Item = Option<usize>> + 'a {
        (chunk.start..chunk.start + chunk.len).map(move |index| match self.rows {
            None => Some(index),
            Some(rows) => (rows[index] != NO_ROW).then_some(rows[index] as usize),
        })
    }
}

/// The values of a number item, in base units.
#[derive(Debug)]
pub(super) struct NumberSource<'a> {
    column: NumberColumn<'a>,
    scale: Option<Near>,
    places: Option<i32>,
}

#[derive(Debug)]
enum NumberColumn<'a> {
    Doubles(&'a Float64Array, Place<'a>),
    /// Decimals; the zeros all of them end with are cut off.
    Decimals {
        array: &'a Decimal128Array,
        place: Place<'a>,
        zeros: i128,
        places: i32,
    },
    /// No such column, or nobody has a row that far back.
    Missing,
}

impl<'a> NumberSource<'a> {
    /// `None` when the column does not hold numbers.
    pub(super) fn new(item: &ItemRef, population: &'a Population) -> Option<Self> {
        let scale = item.unit.map_or(Exact::ONE, formula::Unit::scale);
        let place = Place::new(population, item.back);
        let (column, places) = match (population.item(&item.name), place) {
            (None, _) | (_, None) => (NumberColumn::Missing, Some(0)),
            (Some(Column::Doubles(doubles, places)), Some(place)) => {
                let places = *places.get_or_init(|| column_places(doubles.values()));
                (NumberColumn::Doubles(doubles, place), places)
            }
            (Some(Column::Decimals(array)), Some(place)) => {
                let (zeros, places) = trailing_zeros(array);
                (NumberColumn::Decimals { array, place, zeros, places }, Some(places))
            }
            _ => return None,
        };
        let places = places.zip(power_of_ten(&scale)).map(|(places, power)| places - power);
        let scale = (scale != Exact::ONE).then(|| Near::new(&scale));
        Some(Self { column, scale, places })
    }

    pub(super) fn read(&self, chunk: Chunk) -> Numbers {
        let mut numbers = self.read_typed(chunk);
        if matches!(self.column, NumberColumn::Missing) {
            return numbers;
        }
        let doubles = matches!(self.column, NumberColumn::Doubles(..));
        let whole = doubles && self.scale.is_none() && self.places.is_some_and(|places| places <= 0);
        let share = match (whole, doubles) {
            (true, _) => 0.0,
            (false, true) => ULP,
            (false, false) => 3.0 * ULP,
        };
        numbers.error = numbers.value.iter().map(|value| value.abs() * share).collect();
        if let Some(scale) = self.scale {
            let scale = Numbers::constant(scale.value, scale.error, None, chunk.len);
            numbers = numbers.multiply(&scale);
            numbers.places = self.places;
        }
        numbers
    }

    /// The values are what the table says, in base units: no error needs to be told.
    pub(super) fn is_typed(&self) -> bool {
        self.scale.is_none() && !matches!(self.column, NumberColumn::Decimals { .. })
    }

    /// The values as they stand in the table, without errors.
    pub(super) fn read_typed(&self, chunk: Chunk) -> Numbers {
        let numbers = match &self.column {
            NumberColumn::Missing => return absent(chunk.len),
            NumberColumn::Doubles(array, Place { rows: None }) => in_place(array, chunk),
            NumberColumn::Doubles(array, place) => {
                gather(place.rows(chunk), chunk, |row| array.is_valid(row).then(|| array.value(row)))
            }
            NumberColumn::Decimals { array, place, zeros, places } => {
                let power = 10f64.powi(*places);
                #[expect(
                    clippy::cast_precision_loss,
                    reason = "the loss is within the error bound of the caller"
                )]
                let value = |row| array.is_valid(row).then(|| (array.value(row) / zeros) as f64 / power);
                gather(place.rows(chunk), chunk, value)
            }
        };
        Numbers { places: self.places, typed: self.is_typed(), ..numbers }
    }
}

fn absent(len: usize) -> Numbers {
    Numbers { state: vec![MISSING; len], ..Numbers::constant(0.0, 0.0, Some(0), len) }
}

/// Values that stand in the rows themselves; errors are left to the caller. Adding zero turns −0 into 0.
fn in_place(array: &Float64Array, chunk: Chunk) -> Numbers {
    let value =
        array.values()[chunk.start..chunk.start + chunk.len].iter().map(|value| value + 0.0).collect();
    let state = match array.nulls().filter(|nulls| nulls.null_count() > 0) {
        None => vec![KNOWN; chunk.len],
        Some(nulls) => states(&nulls.inner().slice(chunk.start, chunk.len)),
    };
    Numbers { value, error: Vec::new(), state, places: None, typed: false }
}

/// The states of a chunk from its validity bits.
fn states(valid: &BooleanBuffer) -> Vec<u8> {
    let mut state = Vec::with_capacity(valid.len() + 64);
    for word in valid.bit_chunks().iter_padded() {
        word.to_le_bytes().iter().for_each(|&byte| state.extend(STATES[usize::from(byte)]));
    }
    state.truncate(valid.len());
    state
}

/// The states under every byte of validity bits: a bit that is set is a value that is known.
const STATES: [[u8; 8]; 256] = {
    let mut states = [[MISSING; 8]; 256];
    let mut place = 0;
    while place < 256 * 8 {
        if ((place / 8) >> (place % 8)) & 1 == 1 {
            states[place / 8][place % 8] = KNOWN;
        }
        place += 1;
    }
    states
};

fn gather(
    rows: impl Iterator<Item = Option<usize>>,
    chunk: Chunk,
    read: impl Fn(usize) -> Option<f64>,
) -> Numbers {
    let mut numbers = Numbers::default();
    numbers.value.reserve(chunk.len);
    numbers.state.reserve(chunk.len);
    for row in rows {
        let value = row.and_then(&read);
        numbers.value.push(value.unwrap_or(0.0) + 0.0);
        numbers.state.push(if value.is_some() { KNOWN } else { MISSING });
    }
    numbers
}

/// The power of ten that divides every value of a column, and the decimal places left after dividing by it.
fn trailing_zeros(array: &Decimal128Array) -> (i128, i32) {
    let (mut zeros, mut places) = (1i128, i32::from(array.scale()));
    let divides = |by: i128| array.iter().flatten().all(|value| value % by == 0);
    while places > 0 && divides(zeros * 10) {
        zeros *= 10;
        places -= 1;
    }
    (zeros, places)
}

fn power_of_ten(scale: &Exact) -> Option<i32> {
    (-6..=9).find(|&power| Exact::scaled(1, power) == *scale)
}

/// The values of a 是/否 item.
#[derive(Debug)]
pub(super) struct TruthSource<'a> {
    array: Option<(&'a BooleanArray, Place<'a>)>,
}

impl<'a> TruthSource<'a> {
    pub(super) fn new(item: &ItemRef, population: &'a Population) -> Option<Self> {
        match (population.item(&item.name), Place::new(population, item.back)) {
            (None, _) | (_, None) => Some(Self { array: None }),
            (Some(Column::Truths(array)), Some(place)) => Some(Self { array: Some((array, place)) }),
            _ => None,
        }
    }

    pub(super) fn read(&self, chunk: Chunk) -> Truths {
        truths(self.array, chunk, |array, row| array.is_valid(row).then(|| array.value(row)))
    }
}

/// The values of a text item.
#[derive(Debug)]
pub(crate) struct TextSource<'a> {
    array: Option<(&'a StringArray, Place<'a>)>,
}

impl<'a> TextSource<'a> {
    pub(crate) fn new(item: &ItemRef, population: &'a Population) -> Option<Self> {
        match (population.item(&item.name), Place::new(population, item.back)) {
            (None, _) | (_, None) => Some(Self { array: None }),
            (Some(Column::Texts(array)), Some(place)) => Some(Self { array: Some((array, place)) }),
            _ => None,
        }
    }

    pub(super) fn is_in(&self, chunk: Chunk, options: &[String], negated: bool) -> Truths {
        let found = |text: &str| options.iter().any(|option| option == text);
        truths(self.array, chunk, |array, row| {
            array.is_valid(row).then(|| found(array.value(row)) != negated)
        })
    }

    /// The text of every enterprise of the chunk.
    pub(crate) fn texts(&self, chunk: Chunk) -> Vec<Option<&'a str>> {
        let Some((array, place)) = self.array else { return vec![None; chunk.len] };
        let text = |row: usize| array.is_valid(row).then(|| array.value(row));
        place.rows(chunk).map(|row| row.and_then(text)).collect()
    }
}

/// Days since the dates of an item.
#[derive(Debug)]
pub(super) struct DateSource<'a> {
    array: Option<(&'a Date32Array, Place<'a>)>,
    as_of: i32,
}

/// Dates further away are left to the exact evaluator.
const FAR: i32 = 400_000;

impl<'a> DateSource<'a> {
    /// `None` when the column does not hold dates.
    pub(super) fn new(item: &ItemRef, population: &'a Population) -> Option<Self> {
        let since = population.as_of().since(jiff::civil::date(1970, 1, 1)).ok()?;
        let as_of = since.get_days();
        match (population.item(&item.name), Place::new(population, item.back)) {
            (None, _) | (_, None) => Some(Self { array: None, as_of }),
            (Some(Column::Dates(array)), Some(place)) => Some(Self { array: Some((array, place)), as_of }),
            _ => None,
        }
    }

    /// Whole days from the date to the day ages are judged on.
    pub(super) fn days(&self, chunk: Chunk) -> Numbers {
        let Some((array, place)) = self.array else { return absent(chunk.len) };
        let mut numbers = Numbers::constant(0.0, 0.0, Some(0), chunk.len);
        for (place, row) in place.rows(chunk).enumerate() {
            match row.filter(|row| array.is_valid(*row)).map(|row| array.value(row)) {
                None => numbers.state[place] = MISSING,
                Some(day) if day.checked_sub(self.as_of).is_none_or(|days| days.abs() > FAR) => {
                    numbers.state[place] = DOUBT;
                }
                Some(day) => numbers.value[place] = f64::from(self.as_of - day),
            }
        }
        numbers
    }

    /// Years from the date, near enough to tell most of them from a bound: counted in years of equal length, no leap day moves
    /// one by more than three days.
    pub(super) fn years(&self, chunk: Chunk) -> Numbers {
        self.days(chunk).map(None, |days, _| (days / 365.2425, 0.02))
    }
}

/// Whether a label is held.
#[derive(Debug)]
pub(super) struct LabelSource<'a> {
    array: Option<(&'a StringArray, Place<'a>)>,
    label: String,
}

impl<'a> LabelSource<'a> {
    pub(super) fn new(label: &str, population: &'a Population) -> Option<Self> {
        let place = Place::new(population, 0)?;
        let array = population.labels().map(|labels| (labels, place));
        Some(Self { array, label: label.to_owned() })
    }

    pub(super) fn read(&self, chunk: Chunk) -> Truths {
        let held = |list: &str| list.split(';').any(|held| held.trim() == self.label);
        truths(self.array, chunk, |array, row| array.is_valid(row).then(|| held(array.value(row))))
    }
}

fn truths<A>(
    source: Option<(&A, Place<'_>)>,
    chunk: Chunk,
    read: impl Fn(&A, usize) -> Option<bool>,
) -> Truths {
    let Some((array, place)) = source else {
        return Truths { holds: vec![false; chunk.len], state: vec![MISSING; chunk.len] };
    };
    let mut truths = Truths::default();
    for row in place.rows(chunk) {
        let holds = row.and_then(|row| read(array, row));
        truths.holds.push(holds.unwrap_or(false));
        truths.state.push(if holds.is_some() { KNOWN } else { MISSING });
    }
    truths
}
