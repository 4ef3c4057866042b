//! 培育阶梯 over a population: every enterprise assessed exactly, laid out one line each.

use std::sync::Arc;

use arrow::{
    array::{ArrayRef, Decimal64Array, RecordBatch, StringArray, UInt32Array},
    datatypes::{DataType, Field, Schema},
    error::ArrowError,
};
use domain::{
    Points,
    cultivation::{Assessment, Ladder, Row as Line, RowKind, assess, rows},
    indicators::Dictionary,
};
use formula::{Language, Sentence};

use crate::{
    Options, Population, Standing,
    work::{blocks, share},
};

/// Enterprises per task.
const BLOCK: usize = 256;

/// A ladder held against everybody.
#[derive(Debug, Clone)]
pub struct Assessed {
    /// One line per enterprise: code, name, verdict, counts, points, then every condition with state, value and gap.
    /// Fields carry `title_zh`, `title_en` and `kind`.
    pub batch: RecordBatch,
    /// How everybody stands, in the order of the population.
    pub standings: Vec<Standing>,
}

/// Assesses every enterprise of `population`. Texts are in `language`.
///
/// # Errors
/// Never in practice: the columns are made to fit.
pub fn assess_ladder(
    ladder: &Ladder,
    population: &Population,
    dictionary: &Dictionary,
    language: Language,
    options: &Options,
) -> Result<Assessed, ArrowError> {
    let parts = share(*options, blocks(population.len(), BLOCK), |range| {
        range
            .map(|index| {
                let assessment = assess(ladder, &population.row(index));
                let lines = rows(ladder, &assessment, dictionary);
                Assessee { assessment, lines }
            })
            .collect::<Vec<_>>()
    });
    let assessees: Vec<Assessee> = parts.into_iter().flatten().collect();
    let standings = assessees.iter().map(|one| Standing::of(ladder, &one.assessment)).collect();
    let mut table = Columns { fields: Vec::new(), arrays: Vec::new(), language };
    table.identity(population);
    table.overview(&assessees);
    for line in 0..assessees.first().map_or(0, |one| one.lines.len()) {
        table.line(&assessees, line);
    }
    let batch = RecordBatch::try_new(Arc::new(Schema::new(table.fields)), table.arrays)?;
    Ok(Assessed { batch, standings })
}

/// One enterprise assessed. The lines follow the ladder, so every enterprise has the same ones.
struct Assessee {
    assessment: Assessment,
    lines: Vec<Line>,
}

struct Columns {
    fields: Vec<Field>,
    arrays: Vec<ArrayRef>,
    language: Language,
}

impl Columns {
    fn push(&mut self, name: String, title: &Sentence, kind: &str, array: ArrayRef) {
        let metadata =
            [("title_zh", title.zh.clone()), ("title_en", title.en.clone()), ("kind", kind.to_owned())];
        let metadata = metadata.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
        self.fields.push(Field::new(name, array.data_type().clone(), true).with_metadata(metadata));
        self.arrays.push(array);
    }

    fn texts(&mut self, name: String, title: &Sentence, texts: impl Iterator<Item = Option<String>>) {
        self.push(name, title, "text", Arc::new(texts.collect::<StringArray>()));
    }

    fn counts(&mut self, name: &str, zh: &str, en: &str, counts: impl Iterator<Item = usize>) {
        let counts = counts.map(|count| u32::try_from(count).ok());
        self.push(
            name.to_owned(),
            &Sentence::new(zh, en),
            "count",
            Arc::new(counts.collect::<UInt32Array>()),
        );
    }

    fn points(&mut self, name: String, title: &Sentence, points: impl Iterator<Item = Option<Points>>) {
        let units: Decimal64Array = points.map(|points| points.map(|points| points.0)).collect();
        let precision = DataType::Decimal64(18, 4);
        self.push(name, title, "points", Arc::new(units.with_data_type(precision)));
    }

    fn identity(&mut self, population: &Population) {
        let everybody = 0..population.len();
        let code = Sentence::new("统一社会信用代码", "Credit code");
        let codes: StringArray = everybody.clone().map(|index| population.id(index)).collect();
        self.push("credit_code".to_owned(), &code, "code", Arc::new(codes));
        if population.column("name").is_some() {
            let names = everybody.map(|index| population.text("name", index));
            self.texts("name".to_owned(), &Sentence::new("企业名称", "Name"), names);
        }
    }

    fn overview(&mut self, assessees: &[Assessee]) {
        let language = self.language;
        let each = |of: fn(&Assessment) -> usize| assessees.iter().map(move |one| of(&one.assessment));
        let verdicts = assessees
            .iter()
            .map(|one| Some(one.assessment.verdict.sentence().in_language(language).to_owned()));
        self.texts("verdict".to_owned(), &Sentence::new("测算结论", "Verdict"), verdicts);
        self.counts("unmet", "不满足的条件数", "Conditions unmet", each(|it| it.unmet));
        self.counts("unknown", "无法判断的条件数", "Conditions that cannot be told", each(|it| it.unknown));
        self.counts("officer", "待人工核验的条件数", "Officer checks pending", each(|it| it.officer));
    }

    /// The columns of one line of the layout, taken from every enterprise.
    fn line(&mut self, assessees: &[Assessee], line: usize) {
        let Some(sample) = assessees.first().map(|one| &one.lines[line]) else { return };
        let code = format!("{}.{line}", sample.code);
        let named = |zh: &str, en: &str| {
            let number = if matches!(sample.kind, RowKind::Total | RowKind::Pass) {
                String::new()
            } else {
                format!("{} ", sample.code)
            };
            Sentence::new(
                format!("{number}{}{zh}", sample.name.zh),
                format!("{number}{}{en}", sample.name.en),
            )
        };
        let all = || assessees.iter().filter_map(|one| one.lines.get(line));
        let language = self.language;
        if all().any(|line| line.state.is_some()) {
            let states =
                all().map(|line| line.state.map(|state| state.sentence().in_language(language).to_owned()));
            self.texts(format!("{code}.state"), &named("", ""), states);
        }
        if all().any(|line| line.value.is_some()) {
            let values =
                all().map(|line| line.value.as_ref().map(|cell| cell.text.in_language(language).to_owned()));
            self.texts(format!("{code}.value"), &named("·数值", ": value"), values);
        }
        if all().any(|line| line.gap.is_some()) {
            let gaps = all().map(|line| line.gap.as_ref().map(|gap| gap.in_language(language).to_owned()));
            self.texts(format!("{code}.gap"), &named("·差距", ": gap"), gaps);
        }
        if all().any(|line| line.points.is_some()) {
            let low = all().map(|line| line.points.map(|range| range.low()));
            self.points(format!("{code}.low"), &named("·保守分", ": conservative"), low);
            let high = all().map(|line| line.points.map(|range| range.high()));
            self.points(format!("{code}.high"), &named("·乐观分", ": optimistic"), high);
        }
        if all().any(|line| line.remark.is_some()) {
            let remarks =
                all().map(|line| line.remark.as_ref().map(|remark| remark.in_language(language).to_owned()));
            self.texts(format!("{code}.remark"), &named("·说明", ": remark"), remarks);
        }
    }
}
