//! Where everybody stands on every rung: one line per enterprise, what is held kept apart from what is computed.

use std::sync::Arc;

use arrow::{
    array::{Array, ArrayRef, RecordBatch, StringArray, UInt32Array},
    datatypes::{Field, Schema},
    error::ArrowError,
};
use domain::cultivation::{Assessment, Ladder, Verdict};
use formula::{Exact, Language, Sentence};

use crate::{Assessed, Population};

/// Most conditions an enterprise may lack for what it lacks to be told in the summary.
const NEAR: usize = 3;

/// How one enterprise stands on one rung.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// 测算结论.
    pub verdict: Verdict,
    /// How many conditions are unmet.
    pub unmet: usize,
    /// How many single conditions must still come true; `None` when it is met or cannot be reached.
    pub short: Option<usize>,
    /// How many conditions cannot be told.
    pub unknown: usize,
    /// The largest relative gap among them; `None` when one cannot be told.
    pub gap: Option<Exact>,
    /// What is unmet, in words; only of those who lack few conditions and no veto.
    pub lacking: Option<Sentence>,
}

impl Standing {
    /// Out of an assessment.
    #[must_use]
    pub fn of(ladder: &Ladder, assessment: &Assessment) -> Self {
        let fails = assessment.verdict == Verdict::Fails;
        let lacking = if fails { assessment.lacking(ladder) } else { None };
        let short = lacking.as_ref().map(Vec::len);
        let near = short.is_some_and(|short| short <= NEAR);
        let lacking = lacking.filter(|_| near).and_then(|all| {
            all.into_iter().reduce(|before, after| {
                Sentence::new(format!("{}；{}", before.zh, after.zh), format!("{}; {}", before.en, after.en))
            })
        });
        Self {
            verdict: assessment.verdict,
            unmet: assessment.unmet,
            short,
            unknown: assessment.unknown,
            gap: if near { assessment.largest_gap() } else { None },
            lacking,
        }
    }

    /// Whether only `count` single conditions or fewer keep it from the rung.
    #[must_use]
    pub fn misses_by(&self, count: usize) -> bool {
        self.short.is_some_and(|short| (1..=count).contains(&short))
    }
}

/// The summary of several ladders, in their order from the lowest rung up. Texts are in `language`.
///
/// # Errors
/// Never in practice: the columns are made to fit.
pub fn summarise(
    rungs: &[(&Ladder, &Assessed)],
    population: &Population,
    language: Language,
) -> Result<RecordBatch, ArrowError> {
    let mut table = Columns { fields: Vec::new(), arrays: Vec::new() };
    let everybody = 0..population.len();
    let codes = everybody.clone().map(|index| population.id(index)).collect::<StringArray>();
    table.push("credit_code", "统一社会信用代码", "Credit code", "code", Arc::new(codes));
    for (column, zh, en) in [("name", "企业名称", "Name"), ("labels", "持有的称号", "Titles held")] {
        if population.column(column).is_some() {
            table.texts(column, zh, en, everybody.clone().map(|index| population.text(column, index)));
        }
    }
    let nearest: Vec<Option<usize>> = everybody.clone().map(|index| nearest(rungs, index)).collect();
    let passed = everybody.clone().map(|index| {
        let met = rungs.iter().filter(|(_, found)| found.standings[index].verdict == Verdict::Meets);
        let names: Vec<&str> = met.map(|(ladder, _)| ladder.name.in_language(language)).collect();
        (!names.is_empty()).then(|| names.join(if language == Language::Chinese { "；" } else { "; " }))
    });
    table.texts("meets", "测算符合的梯级", "Rungs met (computed)", passed);
    let near = |index: usize| nearest[index].map(|rung| (rungs[rung].0, &rungs[rung].1.standings[index]));
    let names = everybody
        .clone()
        .map(|index| near(index).map(|(ladder, _)| ladder.name.in_language(language).to_owned()));
    table.texts("nearest", "最接近的梯级", "Nearest rung not met", names);
    table.counts(
        "nearest_unmet",
        "还差几项",
        "Conditions short",
        everybody.clone().map(|index| near(index).and_then(|(_, found)| found.short)),
    );
    let lacking = everybody.clone().map(|index| {
        near(index).and_then(|(_, found)| Some(found.lacking.as_ref()?.in_language(language).to_owned()))
    });
    table.texts("nearest_lacks", "差在哪里", "What it lacks", lacking);
    for (ladder, found) in rungs {
        let (zh, en) = (&ladder.name.zh, ladder.name.in_language(Language::English));
        let verdicts =
            found.standings.iter().map(|one| Some(one.verdict.sentence().in_language(language).to_owned()));
        table.texts(&ladder.code, zh, en, verdicts);
        let unmet = found.standings.iter().map(|one| Some(one.unmet));
        table.counts(
            &format!("{}.unmet", ladder.code),
            &format!("{zh}·不满足的条件数"),
            &format!("{en}: conditions unmet"),
            unmet,
        );
    }
    RecordBatch::try_new(Arc::new(Schema::new(table.fields)), table.arrays)
}

/// The rung that fewest conditions keep enterprise `index` from; of equals the one most is known of, then the one with
/// the smallest gap, then the lowest.
fn nearest(rungs: &[(&Ladder, &Assessed)], index: usize) -> Option<usize> {
    let missed = rungs.iter().enumerate().map(|(rung, (_, found))| (rung, &found.standings[index]));
    let missed = missed.filter(|(_, one)| one.misses_by(NEAR));
    missed
        .min_by_key(|(rung, one)| (one.short, one.unknown, one.gap.is_none(), one.gap.clone(), *rung))
        .map(|(rung, _)| rung)
}

struct Columns {
    fields: Vec<Field>,
    arrays: Vec<ArrayRef>,
}

impl Columns {
    fn push(&mut self, name: &str, zh: &str, en: &str, kind: &str, array: ArrayRef) {
        let metadata = [("title_zh", zh), ("title_en", en), ("kind", kind)];
        let metadata = metadata.into_iter().map(|(key, value)| (key.to_owned(), value.to_owned())).collect();
        self.fields.push(Field::new(name, array.data_type().clone(), true).with_metadata(metadata));
        self.arrays.push(array);
    }

    fn texts(&mut self, name: &str, zh: &str, en: &str, texts: impl Iterator<Item = Option<String>>) {
        self.push(name, zh, en, "text", Arc::new(texts.collect::<StringArray>()));
    }

    fn counts(&mut self, name: &str, zh: &str, en: &str, counts: impl Iterator<Item = Option<usize>>) {
        let counts = counts.map(|count| count.and_then(|count| u32::try_from(count).ok()));
        self.push(name, zh, en, "count", Arc::new(counts.collect::<UInt32Array>()));
    }
}
