//! Scores as a table, for files and screens.

mod columns;
mod words;

use std::{collections::HashMap, sync::Arc};

use arrow::{
    array::{ArrayRef, BooleanArray, Float64Array, RecordBatch, StringArray, UInt32Array},
    buffer::NullBuffer,
    datatypes::{Field, Schema},
};
use domain::{Name, indicators::Scheme};

use crate::{Population, Scores, VetoCode, positions::NO_STAGE};
use columns::Titled;

/// How much a table of results holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Detail {
    /// Points and places only.
    Points,
    /// Values, full and lost points, flags, coverage and percentiles too.
    Full,
}

/// A table being put together.
struct Table<'a> {
    scheme: &'a Scheme,
    population: &'a Population,
    scores: &'a Scores,
    detail: Detail,
    /// Which enterprises have a stage; `None` when all have.
    staged: Option<NullBuffer>,
    /// Whose sums are shown: those with a stage and no veto; `None` when all are.
    shown: Option<NullBuffer>,
    fields: Vec<Field>,
    arrays: Vec<ArrayRef>,
}

impl Scores {
    /// One row per enterprise, in the order of the population. Columns, those in brackets with [`Detail::Full`] only:
    ///
    /// | column | type | what |
    /// |---|---|---|
    /// | `credit_code` (or the key of the table), `name` | as in the table | who |
    /// | `stage`, \[`stage_name`\] | dictionary of `Utf8` | 阶段; null where none could be given, and then no points |
    /// | \[`X.value`\] | `Float64` (`Utf8` for texts) | the indicator's value in its display unit; null when missing or undefined |
    /// | `X.points` | `Decimal32(9, 4)` or `Decimal64(18, 4)` | 得分 of indicator `X` |
    /// | \[`X.full`, `X.lost`\] | as points | 满分, 失分 |
    /// | \[`X.flags`\] | dictionary of `Utf8` | remarks, separated by `；` |
    /// | `pillar.P` | as points | points of pillar `P`, children included; null, as all sums, where a veto withholds the score |
    /// | `base`, `bonus`, `deduction`, `total` | as points | the sums; `bonus` and `deduction` only where the scheme has such |
    /// | `vetoed`, `veto_reasons` | `Boolean`, `Utf8` | only where the scheme has vetoes; reasons that cannot be told end in `（待核）` |
    /// | `grade` | dictionary of `Utf8` | only where the scheme has grades |
    /// | \[`coverage`\] | `Float64` | share of base indicators whose value is known, 0 … 1 |
    /// | `rank_all`, `rank_stage`, `rank_field` | `UInt32` | places; null for who is not ranked |
    /// | \[`percentile_all`, `percentile_stage`, `percentile_field`\] | `Float64` | share of the list at or below, 0 … 1 |
    ///
    /// Fields carry metadata `title_zh`, `title_en`, `kind` (`code`, `text`, `points`, `value`, `rank`, `percent`, `flag`)
    /// and, for values, `unit`.
    #[must_use]
    pub fn to_record_batch(&self, scheme: &Scheme, population: &Population, detail: Detail) -> RecordBatch {
        let staged = self
            .stage
            .contains(&NO_STAGE)
            .then(|| self.stage.iter().map(|&stage| stage != NO_STAGE).collect());
        let vetoed = (0..self.len()).any(|index| self.vetoed(index));
        let shown = (staged.is_some() || vetoed).then(|| {
            (0..self.len()).map(|index| self.stage[index] != NO_STAGE && !self.vetoed(index)).collect()
        });
        let mut table = Table {
            scheme,
            population,
            scores: self,
            detail,
            staged,
            shown,
            fields: Vec::new(),
            arrays: Vec::new(),
        };
        table.who();
        table.stages();
        (0..scheme.indicators.len()).for_each(|index| table.indicator(index));
        table.sums();
        table.vetoes();
        table.grades();
        table.places();
        table.finish()
    }
}

impl Table<'_> {
    fn add(&mut self, name: &str, kind: &str, title: Titled, array: ArrayRef) {
        self.add_in_unit(name, kind, title, None, array);
    }

    fn add_in_unit(&mut self, name: &str, kind: &str, title: Titled, unit: Option<&str>, array: ArrayRef) {
        let mut metadata = HashMap::from([
            ("kind".to_owned(), kind.to_owned()),
            ("title_zh".to_owned(), title.zh),
            ("title_en".to_owned(), title.en),
        ]);
        if let Some(unit) = unit {
            metadata.insert("unit".to_owned(), unit.to_owned());
        }
        let field = Field::new(name, array.data_type().clone(), array.is_nullable());
        self.fields.push(field.with_metadata(metadata));
        self.arrays.push(array);
    }

    fn full(&self) -> bool {
        self.detail == Detail::Full
    }

    fn who(&mut self) {
        if let Some(key) = self.population.key().map(str::to_owned)
            && let Some(array) = self.population.column(&key)
        {
            self.add(&key, "code", Titled::new("统一社会信用代码", "Credit code"), array);
        }
        if let Some(array) = self.population.column("name") {
            self.add("name", "text", Titled::new("企业名称", "Name"), array);
        }
    }

    fn stages(&mut self) {
        let codes: Vec<&str> = self.scheme.stages.iter().map(|stage| stage.code.as_str()).collect();
        let array = columns::coded(&self.scores.stage, &codes);
        self.add("stage", "text", Titled::new("阶段代码", "Stage"), array);
        if self.full() {
            let names: Vec<&str> = self.scheme.stages.iter().map(|stage| stage.name.zh.as_str()).collect();
            let array = columns::coded(&self.scores.stage, &names);
            self.add("stage_name", "text", Titled::new("阶段", "Stage (Chinese name)"), array);
        }
    }

    fn indicator(&mut self, index: usize) {
        let indicator = &self.scheme.indicators[index];
        let columns = &self.scores.indicators[index];
        let named = |part: &str| format!("{}.{part}", indicator.code);
        let title = |zh: &str, en: &str| Titled::of(&indicator.name, zh, en);
        if self.full() {
            let unit = indicator.unit.map(|unit| unit.symbol);
            let array = columns::values(indicator, self.population);
            self.add_in_unit(&named("value"), "value", title("指标值", "value"), unit, array);
        }
        let points = columns::points(&columns.points, self.staged.as_ref());
        self.add(&named("points"), "points", title("得分", "points"), points);
        if self.full() {
            let (full, lost) = columns::full_and_lost(indicator, self.scores, columns, self.staged.as_ref());
            self.add(&named("full"), "points", title("满分", "full points"), full);
            self.add(&named("lost"), "points", title("失分", "lost points"), lost);
            let flags = words::flags(&columns.flags, self.staged.as_ref());
            self.add(&named("flags"), "flag", title("提示", "remarks"), flags);
        }
    }

    fn sums(&mut self) {
        let totals = &self.scores.totals;
        for (pillar, points) in self.scheme.pillars.iter().zip(&totals.pillars) {
            let array = columns::points(points, self.shown.as_ref());
            self.add(
                &format!("pillar.{}", pillar.code),
                "points",
                Titled::of(&pillar.name, "小计", "subtotal"),
                array,
            );
        }
        use domain::indicators::Class::{Bonus, Deduction};
        let has = |class| self.scheme.pillars.iter().any(|pillar| pillar.class == class);
        let (bonus, deduction) = (has(Bonus), has(Deduction));
        let sums = [
            ("base", &totals.base, "基础分", "Base points", bonus || deduction),
            ("bonus", &totals.bonus, "加分", "Bonus", bonus),
            ("deduction", &totals.deduction, "扣分", "Deductions", deduction),
            ("total", &totals.total, "总分", "Total", true),
        ];
        for (name, points, zh, en, wanted) in sums {
            if wanted {
                let array = columns::points(points, self.shown.as_ref());
                self.add(name, "points", Titled::new(zh, en), array);
            }
        }
    }

    fn vetoes(&mut self) {
        if self.scheme.vetoes.is_empty() {
            return;
        }
        let rows = 0..self.scores.len();
        let vetoed: BooleanArray = rows.clone().map(|index| Some(self.scores.vetoed(index))).collect();
        self.add("vetoed", "flag", Titled::new("一票否决", "Vetoed"), Arc::new(vetoed));
        let reasons: StringArray = rows.map(|index| self.reasons(index)).collect();
        self.add("veto_reasons", "text", Titled::new("否决原因", "Veto reasons"), Arc::new(reasons));
    }

    fn reasons(&self, index: usize) -> Option<String> {
        let reasons = self.scheme.vetoes.iter().zip(&self.scores.vetoes).filter_map(|(veto, codes)| {
            match codes[index] {
                VetoCode::Clear => None,
                VetoCode::Vetoed => Some(veto.name.zh.clone()),
                VetoCode::Unknown => Some(format!("{}（待核）", veto.name.zh)),
            }
        });
        let reasons: Vec<String> = reasons.collect();
        (!reasons.is_empty()).then(|| reasons.join("；"))
    }

    fn grades(&mut self) {
        if !self.scheme.grades.is_empty() {
            let codes: Vec<&str> = self.scheme.grades.iter().map(|grade| grade.code.as_str()).collect();
            let array = columns::coded(self.scores.totals.grades(), &codes);
            self.add("grade", "text", Titled::new("等级", "Grade"), array);
        }
        if self.full() {
            let share = |index: usize| match self.scores.coverage(index) {
                (_, 0) => None,
                (known, required) => Some(f64::from(known) / f64::from(required)),
            };
            let coverage: Float64Array = (0..self.scores.len()).map(share).collect();
            self.add("coverage", "percent", Titled::new("数据覆盖率", "Coverage"), Arc::new(coverage));
        }
    }

    fn places(&mut self) {
        let places = &self.scores.places;
        let lists = [
            ("all", Some(&places.overall), "总", "overall"),
            ("stage", Some(&places.in_stage), "同阶段", "within stage"),
            ("field", places.in_field.as_ref(), "同领域", "within field"),
        ];
        for (name, list, zh, en) in lists {
            let Some(list) = list else { continue };
            let ranked = columns::ranked(&list.place);
            let array = UInt32Array::new(list.place.clone(), ranked);
            let title = Titled::new(&format!("{zh}名次"), &format!("Rank {en}"));
            self.add(&format!("rank_{name}"), "rank", title, Arc::new(array));
        }
        if self.full() {
            self.percentiles();
        }
    }

    fn percentiles(&mut self) {
        type Pick = fn(&crate::Places) -> Option<domain::evaluation::Rank>;
        let lists: [(&str, &str, &str, Pick); 3] = [
            ("all", "总", "overall", |places| Some(places.overall)),
            ("stage", "同阶段", "within stage", |places| Some(places.in_stage)),
            ("field", "同领域", "within field", |places| places.in_field),
        ];
        for (name, zh, en, pick) in lists {
            if name == "field" && self.scores.places.in_field.is_none() {
                continue;
            }
            let share = |index: usize| {
                let rank = self.scores.places(index).as_ref().and_then(pick)?;
                Some(f64::from(rank.of - rank.place + 1) / f64::from(rank.of))
            };
            let array: Float64Array = (0..self.scores.len()).map(share).collect();
            let title = Titled::new(&format!("{zh}百分位"), &format!("Percentile {en}"));
            self.add(&format!("percentile_{name}"), "percent", title, Arc::new(array));
        }
    }

    #[expect(
        clippy::expect_used,
        reason = "every column is made with one value per enterprise and its own type"
    )]
    fn finish(self) -> RecordBatch {
        RecordBatch::try_new(Arc::new(Schema::new(self.fields)), self.arrays).expect("columns of one length")
    }
}

impl Titled {
    fn of(name: &Name, zh: &str, en: &str) -> Self {
        let english = name.en.as_deref().unwrap_or(&name.zh);
        Self::new(&format!("{}·{zh}", name.zh), &format!("{english}: {en}"))
    }
}
