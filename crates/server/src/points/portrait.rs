//! 企业画像 as a workbook: what the page shows of one enterprise, sheet by sheet.

use super::{
    explain::{full_of_pillar, gain_body},
    indicator::indicators,
    peers::{PeerLine, peers},
};
use crate::{exporting::FLAGS, schemes::NameBody};
use ::run::Run;
use domain::{
    Points, Status,
    evaluation::{Explanation, explain, gains},
    indicators::Class,
};
use export::{ExportProblem, ListCell, ListSheet, write_sheets};
use formula::Language;
use store::{batches::Batch, enterprises::Enterprise, runs::PublishedResult};

/// Whose portrait, and what it is made of.
pub(crate) struct Portrait<'a> {
    /// The published run, opened.
    pub(crate) run: &'a Run,
    /// The enterprise's row in it.
    pub(crate) row: usize,
    /// The enterprise as the register has it.
    pub(crate) enterprise: &'a Enterprise,
    /// The evaluation.
    pub(crate) batch: &'a Batch,
    /// 凭据码 of the run.
    pub(crate) receipt_code: &'a str,
    /// Its published years, newest first.
    pub(crate) years: &'a [PublishedResult],
    /// In which language.
    pub(crate) language: Language,
}

/// A sheet: its name and headings in both languages.
type Sheet = ((&'static str, &'static str), &'static [(&'static str, &'static str)]);

const IDENTITY: Sheet = (("概况", "Overview"), &[("项目", "What"), ("内容", "Is")]);
const PILLARS: Sheet = (
    ("一级指标", "Pillars"),
    &[
        ("一级指标", "Pillar"),
        ("类别", "Kind"),
        ("得分", "Points"),
        ("满分", "Full points"),
        ("本阶段下四分位", "Lower quartile of the stage"),
        ("本阶段中位数", "Median of the stage"),
        ("本阶段上四分位", "Upper quartile of the stage"),
    ],
);
const INDICATORS: Sheet = (
    ("指标得分", "Indicators"),
    &[
        ("指标", "Indicator"),
        ("数值", "Value"),
        ("得分", "Points"),
        ("满分", "Full points"),
        ("失分", "Lost points"),
        ("本阶段中位数", "Median of the stage"),
        ("得分依据", "Why"),
        ("说明", "Remarks"),
    ],
);
const GAINS: Sheet = (
    ("提升建议", "Gains"),
    &[
        ("数据项", "Item"),
        ("现值", "Now"),
        ("达到", "To"),
        ("该指标加分", "Indicator gains"),
        ("总分加分", "Total gains"),
    ],
);
const YEARS: Sheet = (
    ("历年积分", "Years"),
    &[
        ("年度", "Year"),
        ("积分", "Points"),
        ("等级", "Grade"),
        ("总排名", "Place"),
        ("本阶段排名", "Place in stage"),
        ("参评企业", "Enterprises"),
    ],
);

impl Portrait<'_> {
    /// The workbook.
    ///
    /// # Errors
    /// The writer's failure.
    pub(crate) fn workbook(&self) -> Result<Vec<u8>, ExportProblem> {
        let (scheme, facts) = (&self.run.scheme.value, self.run.population.row(self.row));
        let why = explain(scheme, &self.run.calibration, &facts, &self.run.scheme.dictionary);
        let among = peers(self.run, self.row);
        let line = |code: &str, lines: &[PeerLine]| -> [ListCell; 3] {
            let spread = lines.iter().find(|one| one.of.code == code).and_then(|one| one.spread.as_ref());
            match spread {
                Some(spread) => [text(&spread.lower), text(&spread.median), text(&spread.upper)],
                None => [ListCell::Empty, ListCell::Empty, ListCell::Empty],
            }
        };
        let pillars = why.score.stage.as_ref().ok().map(|&stage| {
            let lines = scheme.pillars.iter().enumerate().map(|(index, pillar)| {
                let points = (!why.score.vetoed()).then(|| why.score.pillars[index].to_string());
                let full = full_of_pillar(scheme, stage, index).to_string();
                let mut cells = vec![
                    text(pillar.name.in_language(self.language)),
                    text(self.say(class(pillar.class))),
                    maybe(points),
                    text(&full),
                ];
                cells.extend(line(&pillar.code, &among.pillars));
                cells
            });
            lines.collect()
        });
        let indicators = indicators(self.run, &facts, &why).into_iter().map(|one| {
            let [_, median, _] = line(&one.indicator.code, &among.indicators);
            vec![
                text(self.name(&one.indicator.name)),
                maybe(one.value),
                text(&one.points),
                text(&one.full),
                text(&one.lost),
                median,
                text(self.name(&one.rule)),
                text(&self.flags(&one.flags)),
            ]
        });
        let gains = gains(scheme, &self.run.calibration, &facts, &self.run.scheme.dictionary);
        let gains = gains.iter().filter(|gain| gain.on_total.0 > 0).map(|gain| {
            let gain = gain_body(self.run, gain);
            vec![
                text(self.name(&gain.item.name)),
                maybe(gain.from),
                text(&gain.to),
                text(&gain.on_indicator),
                text(&gain.on_total),
            ]
        });
        write_sheets(&[
            self.sheet(IDENTITY, self.identity(&why)),
            self.sheet(PILLARS, pillars.unwrap_or_default()),
            self.sheet(INDICATORS, indicators.collect()),
            self.sheet(GAINS, gains.collect()),
            self.sheet(YEARS, self.years()),
        ])
    }

    fn identity(&self, why: &Explanation) -> Vec<Vec<ListCell>> {
        let scheme = &self.run.scheme.value;
        let places = self.run.scores.places(self.row).filter(|_| !why.score.vetoed());
        let scored = why.score.stage.is_ok() && !why.score.vetoed();
        let stage = why.score.stage.as_ref().ok().map(|&stage| &scheme.stages[stage].name);
        let grade = why.score.grade.filter(|_| scored).map(|grade| &scheme.grades[grade].name);
        let named = |name: Option<&domain::Name>| name.map(|name| name.in_language(self.language).to_owned());
        let place = |rank: domain::evaluation::Rank| format!("{} / {}", rank.place, rank.of);
        let illustrative = scheme.status == Status::Illustrative;
        let lines: [((&str, &str), Option<String>); 16] = [
            (("企业名称", "Name"), Some(self.enterprise.name.clone())),
            (("统一社会信用代码", "Credit code"), Some(self.enterprise.credit_code.clone())),
            (("成立日期", "Founded"), self.enterprise.founded_on.map(|day| day.to_string())),
            (("园区", "Park"), self.enterprise.park.clone()),
            (("评价", "Evaluation"), Some(self.batch.title.clone())),
            (("发展阶段", "Stage"), named(stage)),
            (("积分", "Points"), scored.then(|| why.score.total.to_string())),
            (("等级", "Grade"), named(grade)),
            (("总排名", "Place"), places.map(|places| place(places.overall))),
            (("本阶段排名", "Place in stage"), places.map(|places| place(places.in_stage))),
            (("本领域排名", "Place in field"), places.and_then(|places| places.in_field).map(place)),
            (
                ("有数据的指标", "Indicators with data"),
                Some(format!("{} / {}", why.score.known, why.score.required)),
            ),
            (("评价时点", "As of"), Some(self.run.as_of.to_string())),
            (
                ("指标方案", "Scheme"),
                named(Some(&scheme.name)).map(|name| format!("{name} {}", scheme.version)),
            ),
            (
                ("方案性质", "Kind of scheme"),
                Some(
                    self.say(if illustrative {
                        ("示例，非官方公布", "illustrative, not official")
                    } else {
                        ("官方公布", "official")
                    })
                    .to_owned(),
                ),
            ),
            (("凭据码", "Receipt code"), Some(self.receipt_code.to_owned())),
        ];
        lines.into_iter().map(|(what, is)| vec![text(self.say(what)), maybe(is)]).collect()
    }

    fn years(&self) -> Vec<Vec<ListCell>> {
        let line = |one: &PublishedResult| {
            vec![
                ListCell::Number(one.year.into()),
                maybe(one.result.total.map(|units| Points(units).to_string())),
                maybe(one.result.grade.as_deref().map(|code| self.grade(code))),
                one.result.rank.map_or(ListCell::Empty, ListCell::Number),
                one.result.stage_rank.map_or(ListCell::Empty, ListCell::Number),
                ListCell::Number(one.ranked),
            ]
        };
        self.years.iter().map(line).collect()
    }

    /// A grade of some year by its name; by its code where this year's scheme has none of the kind.
    fn grade(&self, code: &str) -> String {
        let known = self.run.scheme.value.grades.iter().find(|grade| grade.code == code);
        known.map_or(code, |grade| grade.name.in_language(self.language)).to_owned()
    }

    fn sheet(&self, (title, heads): Sheet, rows: Vec<Vec<ListCell>>) -> ListSheet<'static> {
        ListSheet { title: self.say(title), heads: heads.iter().map(|head| self.say(*head)).collect(), rows }
    }

    fn say<'t>(&self, (zh, en): (&'t str, &'t str)) -> &'t str {
        if self.language == Language::Chinese { zh } else { en }
    }

    fn name<'n>(&self, name: &'n NameBody) -> &'n str {
        match (&name.en, self.language) {
            (Some(en), Language::English) => en,
            _ => &name.zh,
        }
    }

    fn flags(&self, flags: &[&str]) -> String {
        let said = flags.iter().map(|flag| crate::exporting::say(FLAGS, flag, self.language));
        said.collect::<Vec<_>>().join(self.say(("、", ", ")))
    }
}

const fn class(class: Class) -> (&'static str, &'static str) {
    match class {
        Class::Base => ("基础分", "base"),
        Class::Bonus => ("加分项", "bonus"),
        Class::Deduction => ("扣分项", "deduction"),
    }
}

fn text(text: &str) -> ListCell {
    ListCell::Text(text.to_owned())
}

fn maybe(text: Option<String>) -> ListCell {
    text.map_or(ListCell::Empty, ListCell::Text)
}
