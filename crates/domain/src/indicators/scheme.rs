//! 指标方案: stages, pillars, indicators, bonus items, deductions, vetoes, grades.

use std::collections::BTreeMap;

use formula::{Exact, Formula, Unit};
use jiff::civil::Date;

use super::Rule;
use crate::{Basis, Name, Points, Status};

/// A complete scheme, resolved for one date.
#[derive(Debug, Clone, PartialEq)]
pub struct Scheme {
    /// Permanent code, e.g. `national-trial-2024`.
    pub code: String,
    /// 名称.
    pub name: Name,
    /// Version text of the file, e.g. `2024.1`.
    pub version: String,
    /// Whether it may look official.
    pub status: Status,
    /// Documents it rests on.
    pub basis: Vec<Basis>,
    /// The date its values were resolved for.
    pub in_force_on: Date,
    /// Full points of each stage without bonus (100, 1000 …).
    pub full_points: Points,
    /// 阶段: exactly one predicate holds for each enterprise.
    pub stages: Vec<Stage>,
    /// 一级指标 in file order, parents before children.
    pub pillars: Vec<Pillar>,
    /// 指标 in file order; `pillar` points into `pillars`.
    pub indicators: Vec<Indicator>,
    /// Most that all bonus indicators together can add; `None` for no cap.
    pub bonus_cap: Option<Points>,
    /// 一票否决 / 约束指标.
    pub vetoes: Vec<Veto>,
    /// 等级, best first.
    pub grades: Vec<Grade>,
    /// What a missing value is worth.
    pub missing: MissingPolicy,
    /// Below this share of known base indicators no grade is given; 0 … 1.
    pub minimum_coverage: Option<Exact>,
    /// The text item that holds the technology field, for peer groups and ranks within field.
    pub field_item: Option<String>,
}

/// 成长阶段.
#[derive(Debug, Clone, PartialEq)]
pub struct Stage {
    /// Permanent code, e.g. `growth`.
    pub code: String,
    /// 名称, e.g. 成长期.
    pub name: Name,
    /// Holds for the enterprises of this stage.
    pub when: Formula,
}

/// What the points of a pillar do to the total.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Class {
    /// Counts towards full points.
    Base,
    /// 加分: adds, up to the scheme's bonus cap.
    Bonus,
    /// 扣分: is subtracted.
    Deduction,
}

/// 一级指标 (or a level between).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pillar {
    /// Permanent code.
    pub code: String,
    /// 名称.
    pub name: Name,
    /// What its points do.
    pub class: Class,
    /// The pillar it belongs to: an index below its own.
    pub parent: Option<usize>,
}

/// Whether more is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
}

/// 二级指标: a value and the rule that turns it into points.
#[derive(Debug, Clone, PartialEq)]
pub struct Indicator {
    /// Permanent code.
    pub code: String,
    /// 名称.
    pub name: Name,
    /// Index into [`Scheme::pillars`].
    pub pillar: usize,
    /// 取值公式.
    pub value: Formula,
    /// The unit values are shown in and edges are written in.
    pub unit: Option<&'static Unit>,
    /// 满分 of each stage, in the order of [`Scheme::stages`]. For deductions: the most that is taken.
    pub full: Vec<Points>,
    /// The rule of each stage, in the order of [`Scheme::stages`].
    pub rules: Vec<Rule>,
    /// Whether more is better (rules that look at the population).
    pub direction: Direction,
    /// Most points given, as a share of full points (1 unless said).
    pub cap: Exact,
    /// Least points given to a known value, as a share of full points (0 unless said).
    pub floor: Exact,
    /// Overrides the scheme's policy.
    pub missing: Option<MissingPolicy>,
    /// Document and article.
    pub basis: Option<Basis>,
    /// Whether it was added by the extending scheme ("18+N").
    pub local: bool,
}

/// 一票否决: the score is hidden from finance and lists; the reason is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Veto {
    /// Permanent code.
    pub code: String,
    /// The reason shown.
    pub name: Name,
    /// Holds when the enterprise is vetoed.
    pub when: Formula,
    /// Document and article.
    pub basis: Option<Basis>,
}

/// 等级.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grade {
    /// Permanent code, e.g. `A`.
    pub code: String,
    /// 名称.
    pub name: Name,
    /// Least total.
    pub at_least: Points,
}

/// What a missing or undefined value of an indicator is worth. Always flagged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MissingPolicy {
    /// No points (the default).
    Zero,
    /// A share of full points, 0 … 1.
    Share(Exact),
}

impl Indicator {
    /// Every formula it is made of: its value first, then those of its rules.
    pub fn formulas(&self) -> impl Iterator<Item = &Formula> {
        let of_rules = self.rules.iter().filter_map(Rule::formula);
        std::iter::once(&self.value).chain(of_rules)
    }
}

impl Scheme {
    /// Every item that the scheme looks at, by code; `true` for those without which a stage or a base indicator has no
    /// value for the year itself.
    #[must_use]
    pub fn items(&self) -> BTreeMap<String, bool> {
        let mut items = BTreeMap::new();
        let mut add = |formula: &Formula, needed: bool| {
            for item in formula.items() {
                *items.entry(item.name.clone()).or_insert(false) |= needed && item.back == 0;
            }
        };
        self.stages.iter().for_each(|stage| add(&stage.when, true));
        for indicator in &self.indicators {
            add(&indicator.value, self.class_of(indicator) == Class::Base);
            indicator.formulas().for_each(|formula| add(formula, false));
        }
        self.vetoes.iter().for_each(|veto| add(&veto.when, false));
        if let Some(field) = &self.field_item {
            items.entry(field.clone()).or_insert(false);
        }
        items
    }

    /// The class of an indicator.
    #[must_use]
    pub fn class_of(&self, indicator: &Indicator) -> Class {
        self.pillars[indicator.pillar].class
    }

    /// The policy for a missing value of `indicator`.
    #[must_use]
    pub fn missing_policy<'a>(&'a self, indicator: &'a Indicator) -> &'a MissingPolicy {
        indicator.missing.as_ref().unwrap_or(&self.missing)
    }

    /// The grade of a total, best first.
    #[must_use]
    pub fn grade_of(&self, total: Points) -> Option<usize> {
        self.grades.iter().position(|grade| total >= grade.at_least)
    }
}
