//! Rules as sentences people read: what `rules show`, `rules diff` and explanations say of a rule.

use domain::indicators::{
    Award, Band, Case, Dictionary, Direction, Fallback, Indicator, MissingPolicy, Peers,
    PercentileConvention, Rule, Winsorise,
};
use formula::{Exact, ExprKind, Formula, Language, Unit};

use crate::words::{award_en, award_zh, in_unit, percent};

/// A rule of an indicator as a sentence, e.g. `研发费用≥200万元得满分；≥50万元且<200万元得满分的40%；<50万元不得分`.
#[must_use]
pub fn rule_sentence(
    rule: &Rule,
    indicator: &Indicator,
    dictionary: &Dictionary,
    language: Language,
) -> String {
    let prose = Prose { indicator, dictionary, zh: language == Language::Chinese };
    prose.rule(rule)
}

/// What a missing value is worth, in words.
#[must_use]
pub fn missing_sentence(policy: &MissingPolicy, language: Language) -> String {
    match (policy, language) {
        (MissingPolicy::Zero, Language::Chinese) => "缺失时不得分".to_owned(),
        (MissingPolicy::Zero, Language::English) => "a missing value earns no points".to_owned(),
        (MissingPolicy::Share(share), Language::Chinese) => format!("缺失时得满分的{}", percent(share)),
        (MissingPolicy::Share(share), Language::English) => {
            format!("a missing value earns {} of full points", percent(share))
        }
    }
}

/// A formula in the reader's language: Chinese names, or codes.
#[must_use]
pub fn formula_text(formula: &Formula, dictionary: &Dictionary, language: Language) -> String {
    match language {
        Language::Chinese => formula.to_chinese(dictionary),
        Language::English => formula.to_code(),
    }
}

struct Prose<'a> {
    indicator: &'a Indicator,
    dictionary: &'a Dictionary,
    zh: bool,
}

impl Prose<'_> {
    fn say(&self, zh: String, en: String) -> String {
        if self.zh { zh } else { en }
    }

    fn name(&self) -> &str {
        if self.zh { &self.indicator.name.zh } else { self.indicator.name.in_language(Language::English) }
    }

    fn unit(&self) -> Option<&'static Unit> {
        self.indicator.unit
    }

    fn shown(&self, value: &Exact) -> String {
        in_unit(value, self.unit())
    }

    fn award(&self, award: &Award) -> String {
        if self.zh { format_award_zh(award) } else { format!("earns {}", award_en(award)) }
    }

    fn rule(&self, rule: &Rule) -> String {
        match rule {
            Rule::Bands(bands) => self.bands(bands),
            Rule::Linear { low, high, base } => self.linear(low, high, base),
            Rule::Log { scale, cap } => self.log(scale, cap),
            Rule::MinMax { peers, winsorise, minimum_peers, fallback } => {
                let cut = self.winsorise(winsorise.as_ref());
                let group = self.group(*peers);
                let sentence = self.say(
                    format!("在{group}的最小值与最大值之间按比例得分{cut}{}", self.reversed()),
                    format!(
                        "in proportion between the smallest and largest value of {group}{cut}{}",
                        self.reversed()
                    ),
                );
                sentence + &self.fallback(*minimum_peers, fallback)
            }
            Rule::Percentile { peers, convention, minimum_peers, fallback } => {
                self.percentile(*peers, *convention) + &self.fallback(*minimum_peers, fallback)
            }
            Rule::ZScore { peers, width, minimum_peers, fallback } => {
                self.z_score(*peers, width) + &self.fallback(*minimum_peers, fallback)
            }
            Rule::PerUnit { per, award, whole } => self.per_unit(per, award, *whole),
            Rule::Category { cases, otherwise } => self.category(cases, otherwise),
            Rule::Formula(formula) => {
                let language = if self.zh { Language::Chinese } else { Language::English };
                let text = formula_text(formula, self.dictionary, language);
                self.say(format!("按公式计分：{text}"), format!("points are {text}"))
            }
        }
    }

    fn reversed(&self) -> String {
        match self.indicator.direction {
            Direction::Higher => String::new(),
            Direction::Lower => self.say("，越小得分越高".to_owned(), ", less is better".to_owned()),
        }
    }

    fn bands(&self, bands: &[Band]) -> String {
        let mut parts: Vec<String> =
            bands.iter().enumerate().map(|(index, band)| self.band(band, bands.get(index + 1))).collect();
        if self.indicator.direction == Direction::Higher {
            parts.reverse();
        }
        let separator = if self.zh { "；" } else { "; " };
        format!("{}{}", self.name(), parts.join(separator).trim_start())
    }

    fn band(&self, band: &Band, next: Option<&Band>) -> String {
        let lower = band
            .lower
            .as_ref()
            .map(|edge| format!("{}{}", if band.lower_inclusive { "≥" } else { ">" }, self.shown(edge)));
        let upper = next.and_then(|next| {
            let edge = next.lower.as_ref()?;
            Some(format!("{}{}", if next.lower_inclusive { "<" } else { "≤" }, self.shown(edge)))
        });
        let award = self.award(&band.award);
        let joint = if self.zh { "且" } else { " and " };
        let range = match (lower, upper) {
            (Some(lower), Some(upper)) => format!("{lower}{joint}{upper}"),
            (Some(only), None) | (None, Some(only)) => only,
            (None, None) => self.say("不论多少".to_owned(), "whatever it is".to_owned()),
        };
        if self.zh { format!("{range}{award}") } else { format!(" {range} {award}") }
    }

    fn linear(&self, low: &Exact, high: &Exact, base: &Exact) -> String {
        let (low, high, name) = (self.shown(low), self.shown(high), self.name());
        if base.is_zero() {
            return self.say(
                format!("{name}为{low}不得分，{high}得满分，其间按比例"),
                format!("{name}: no points at {low}, full points at {high}, in proportion between"),
            );
        }
        let base = percent(base);
        self.say(
            format!("{name}为{low}得满分的{base}，{high}得满分，按同一斜率增减，最低不得分（功效系数）"),
            format!("{name}: {base} of full points at {low}, full points at {high}, on one straight line, never below none"),
        )
    }

    fn log(&self, scale: &Exact, cap: &Exact) -> String {
        let (scale, cap, name) = (self.shown(scale), self.shown(cap), self.name());
        self.say(
            format!("{name}按对数得分：先快后慢，{cap}得满分，不大于零不得分（尺度{scale}）"),
            format!("{name}: logarithmic, full points at {cap}, none at zero and below (scale {scale})"),
        )
    }

    fn group(&self, peers: Peers) -> String {
        let (zh, en) = match (peers.same_stage, peers.same_field) {
            (true, true) => ("同阶段同领域企业", "enterprises of the same stage and field"),
            (true, false) => ("同阶段企业", "enterprises of the same stage"),
            (false, true) => ("同领域企业", "enterprises of the same field"),
            (false, false) => ("全部企业", "all enterprises"),
        };
        self.say(zh.to_owned(), en.to_owned())
    }

    fn winsorise(&self, cut: Option<&Winsorise>) -> String {
        let Some(Winsorise { lower, upper }) = cut else { return String::new() };
        let (lower, upper) = (percent(lower), percent(upper));
        self.say(
            format!("（先把两端收到{lower}和{upper}分位）"),
            format!(" (tails first cut to the {lower} and {upper} quantiles)"),
        )
    }

    fn percentile(&self, peers: Peers, convention: PercentileConvention) -> String {
        let group = self.group(peers);
        let (zh, en) = match convention {
            PercentileConvention::MeanRank => ("并列取平均名次", "ties share their mean rank"),
            PercentileConvention::Competition => ("按低于它的家数计", "counted by how many lie below"),
        };
        self.say(
            format!("按在{group}中的百分位得分（{zh}）{}", self.reversed()),
            format!("by percentile among {group} ({en}){}", self.reversed()),
        )
    }

    fn z_score(&self, peers: Peers, width: &Exact) -> String {
        let group = self.group(peers);
        self.say(
            format!("按在{group}中的标准分得分：平均水平得满分的一半，好{width}个标准差得满分{}", self.reversed()),
            format!(
                "by standard score among {group}: half of full points at the mean, full points {width} deviations better{}",
                self.reversed()
            ),
        )
    }

    fn fallback(&self, minimum: u32, fallback: &Fallback) -> String {
        let what = match fallback {
            Fallback::WiderGroup => self.say(
                "改与同阶段、再与全部企业比较".to_owned(),
                "compare with the stage, then with all".to_owned(),
            ),
            Fallback::NoPoints => self.say("不得分并作标记".to_owned(), "no points, with a flag".to_owned()),
            Fallback::Rule(rule) => {
                let rule = self.rule(rule);
                self.say(format!("改为{rule}"), format!("instead {rule}"))
            }
        };
        self.say(
            format!("；有数据的不足{minimum}家时{what}"),
            format!("; with fewer than {minimum} known values: {what}"),
        )
    }

    fn per_unit(&self, per: &Exact, award: &Award, whole: bool) -> String {
        let per = self.shown(per);
        let award_text = if self.zh { award_zh(award) } else { award_en(award) };
        let name = self.name();
        let every = if whole { "每满" } else { "每" };
        self.say(
            format!("{name}{every}{per}得{award_text}，最多得满分"),
            format!(
                "{name}: {award_text} for each {}{per}, up to full points",
                if whole { "whole " } else { "" }
            ),
        )
    }

    fn category(&self, cases: &[Case], otherwise: &Award) -> String {
        let mut parts: Vec<String> = cases.iter().map(|case| self.case(case)).collect();
        let rest = self.award(otherwise);
        parts.push(self.say(format!("其余{rest}"), format!("anything else {rest}")));
        let separator = if self.zh { "；" } else { "; " };
        let colon = if self.zh { "：" } else { ": " };
        format!("{}{colon}{}", self.name(), parts.join(separator))
    }

    fn case(&self, case: &Case) -> String {
        let names: Vec<String> = case.values.iter().map(|code| self.category_name(code)).collect();
        let award = self.award(&case.award);
        if self.zh {
            format!("{}{award}", names.join("、"))
        } else {
            format!("{} {award}", names.join(", "))
        }
    }

    fn category_name(&self, code: &str) -> String {
        if self.zh && (code == "true" || code == "false") {
            return if code == "true" { "是" } else { "否" }.to_owned();
        }
        let ExprKind::Item(item) = &self.indicator.value.expr().kind else { return code.to_owned() };
        let kind = self.dictionary.find(&item.name).map(|item| &item.kind);
        let Some(domain::indicators::ItemKind::Text { categories }) = kind else { return code.to_owned() };
        let language = if self.zh { Language::Chinese } else { Language::English };
        let known = categories.iter().find(|(known, _)| known == code);
        known.map_or(code, |(_, name)| name.in_language(language)).to_owned()
    }
}

fn format_award_zh(award: &Award) -> String {
    match award_zh(award).as_str() {
        "不得分" => "不得分".to_owned(),
        other => format!("得{other}"),
    }
}
