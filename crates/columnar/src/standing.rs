//! Where everybody stands on every rung: one line per enterprise, what is held kept apart from what is computed.

use std::sync::Arc;

use arrow::{
    array::{Array, ArrayRef, RecordBatch, StringArray, UInt32Array},
    datatypes::{Field, Schema},
    error::ArrowError,
};
use domain::cultivation::{Assessment, Lack, Ladder, PointRange, Verdict, assess};
use formula::{Exact, Language, Missing, Sentence};

use crate::{
    Assessed, Options, Population,
    remembering::Remembering,
    work::{blocks, share},
};

/// Enterprises per task.
const BLOCK: usize = 256;

/// Most conditions an enterprise may lack for what it lacks to be told in the summary.
const NEAR: usize = 3;

/// How one enterprise stands on one rung.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// 测算结论.
    pub verdict: Verdict,
    /// How many conditions are unmet.
    pub unmet: usize,
    /// How many single conditions must still come true; `None` when it is met or cannot be reached.
    pub short: Option<usize>,
    /// How many conditions cannot be told.
    pub unknown: usize,
    /// How many wait for an officer.
    pub officer: usize,
    /// The largest relative gap among what is lacking; `None` when one cannot be told.
    pub gap: Option<Exact>,
    /// `[保守分, 乐观分]`, where the ladder has a scorecard.
    pub points: Option<PointRange>,
    /// What is missing; only of those whose verdict waits for data.
    pub missing: Vec<Missing>,
    /// What is unmet, in words; only of those who lack few conditions and no veto.
    pub lacking: Option<Sentence>,
}

impl Standing {
    /// Out of an assessment.
    #[must_use]
    pub fn of(ladder: &Ladder, assessment: &Assessment) -> Self {
        let bare = Self::without_words(ladder, assessment);
        let near = bare.short.is_some_and(|short| short <= NEAR);
        let lacking = if near { assessment.lacking(ladder) } else { None };
        let lacking = lacking.and_then(|all| {
            all.into_iter().reduce(|before, after| {
                Sentence::new(format!("{}；{}", before.zh, after.zh), format!("{}; {}", before.en, after.en))
            })
        });
        Self { lacking, ..bare }
    }

    /// The same without what is lacking in words: for everybody on every rung, of whom a page shows few.
    #[must_use]
    pub fn without_words(ladder: &Ladder, assessment: &Assessment) -> Self {
        let fails = assessment.verdict == Verdict::Fails;
        let lacks = if fails { assessment.lacks(ladder) } else { None };
        let short = lacks.as_ref().map(Vec::len);
        let near = lacks.filter(|lacks| lacks.len() <= NEAR);
        let gaps =
            near.and_then(|lacks| lacks.iter().map(Lack::relative_gap).collect::<Option<Vec<Exact>>>());
        Self {
            verdict: assessment.verdict,
            unmet: assessment.unmet,
            short,
            unknown: assessment.unknown,
            officer: assessment.officer,
            gap: gaps.and_then(|gaps| gaps.into_iter().max()),
            points: assessment.score.as_ref().map(|score| score.total),
            missing: match assessment.verdict {
                Verdict::NeedsData => assessment.missing().into_iter().collect(),
                _ => Vec::new(),
            },
            lacking: None,
        }
    }

    /// Whether only `count` single conditions or fewer keep it from the rung.
    #[must_use]
    pub fn misses_by(&self, count: usize) -> bool {
        self.short.is_some_and(|short| (1..=count).contains(&short))
    }
}

/// Everybody on every ladder: for each enterprise of `population`, in its order, one standing per ladder, without words.
#[must_use]
pub fn stand(ladders: &[&Ladder], population: &Population, options: &Options) -> Vec<Vec<Standing>> {
    let parts = share(*options, blocks(population.len(), BLOCK), |range| {
        let one = |index| {
            let facts = Remembering::new(population.row(index));
            let stand = |ladder: &&Ladder| Standing::without_words(ladder, &assess(ladder, &facts));
            ladders.iter().map(stand).collect()
        };
        range.map(one).collect::<Vec<Vec<Standing>>>()
    });
    parts.into_iter().flatten().collect()
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
