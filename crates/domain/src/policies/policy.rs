//! 政策: one policy, resolved for one day.

use formula::{Exact, Fact, Facts, Formula, ResultKind, Sentence, Unit};
use jiff::civil::{Date, date};

use super::{Award, Budget, Fen, RunsOut};
use crate::{
    Basis, Name, Status,
    cultivation::{Bound, Clause, ClauseBody, InForce, Requirement},
};

/// 政策类型: what it gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// 减免: something need not be paid.
    Relief,
    /// 奖补: money is paid.
    Grant,
    /// 权益: something may be used, somebody comes first.
    Right,
    /// 资质: a title is given.
    Title,
}

/// 兑现方式: how it reaches the entitled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Way {
    /// 免申即享: nobody applies; data decide everything.
    WithoutApplication,
    /// 即申即享: a confirmation, paid at once.
    OnRequest,
    /// 快申快享: an application, done within 60 working days.
    FastTrack,
    /// 评审: experts review.
    Review,
}

/// Which year's data a policy looks at, seen from the day of matching.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DataYear {
    /// 上年度.
    Last,
    /// 本年度.
    This,
}

/// On which day ages and labels are judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DataDay {
    /// The last day of the data's year.
    YearEnd,
    /// The day of matching.
    Matching,
}

impl DataYear {
    /// The year, seen from `day`.
    #[must_use]
    pub fn seen_from(self, day: Date) -> i32 {
        i32::from(day.year()) - i32::from(self == Self::Last)
    }
}

impl DataDay {
    /// The day ages and labels are judged on, with data of `year` looked at on `day`.
    #[must_use]
    pub fn in_year(self, year: i32, day: Date) -> Date {
        match self {
            Self::Matching => day,
            Self::YearEnd => date(i16::try_from(year).unwrap_or(day.year()), 12, 31),
        }
    }
}

/// 参数: a number of the day that a policy counts with and others publish, e.g. LPR.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parameter {
    /// The code formulas use.
    pub code: String,
    /// 名称, which formulas use too.
    pub name: Name,
    /// The value in `unit`.
    pub value: Exact,
    /// Its unit; `None` for plain numbers.
    pub unit: Option<&'static Unit>,
    /// The last day the value holds; `None` for one that does not run out.
    pub until: Option<Date>,
}

/// A yearly ceiling that several policies may share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ceiling {
    /// Its code: policies with the same code fill the same ceiling.
    pub code: String,
    /// Most that one enterprise gets in a year under all of them.
    pub amount: Fen,
}

/// 叠加规则.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Stacking {
    /// 就高不重复: of the policies of one group an enterprise gets only the highest.
    pub group: Option<String>,
    /// 年度上限.
    pub ceiling: Option<Ceiling>,
}

/// 办理: what an enterprise needs to know to get it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Service {
    /// 办理时限 in working days.
    pub working_days: Option<u16>,
    /// 联系方式.
    pub contact: Option<Name>,
    /// 材料; empty where nothing is asked for.
    pub materials: Vec<Name>,
}

/// One policy, resolved for one day.
#[derive(Debug, Clone, PartialEq)]
pub struct Policy {
    /// Permanent code.
    pub code: String,
    /// 名称.
    pub name: Name,
    /// Version text of the file.
    pub version: String,
    /// Whether it may look official.
    pub status: Status,
    /// Documents it rests on, with their 文号.
    pub basis: Vec<Basis>,
    /// 发布单位.
    pub issuer: Name,
    /// 类型.
    pub kind: Kind,
    /// 兑现方式.
    pub way: Way,
    /// The days it is in force.
    pub in_force: InForce,
    /// The day its values are taken for.
    pub on: Date,
    /// Which year's data.
    pub data_year: DataYear,
    /// On which day ages and labels are judged.
    pub data_day: DataDay,
    /// Numbers others publish.
    pub parameters: Vec<Parameter>,
    /// What the machine judges: all must be met.
    pub conditions: Vec<Clause>,
    /// What an officer must answer, kept apart.
    pub officer_checks: Vec<Clause>,
    /// What it gives.
    pub award: Award,
    /// How it goes together with others.
    pub stacking: Stacking,
    /// The money of the year; `None` where it is not limited.
    pub budget: Option<Budget>,
    /// How it is got.
    pub service: Service,
    /// What every reader must know.
    pub remarks: Vec<Name>,
}

impl Policy {
    /// The year of the data it needs when matched on `day`.
    #[must_use]
    pub fn year_needed(&self, day: Date) -> i32 {
        self.data_year.seen_from(day)
    }

    /// The day ages and labels are judged on when matched on `day`.
    #[must_use]
    pub fn judged_on(&self, day: Date) -> Date {
        self.data_day.in_year(self.year_needed(day), day)
    }

    /// Every formula: which items, periods and labels it looks at is known from these.
    #[must_use]
    pub fn formulas(&self) -> Vec<&Formula> {
        let mut found = self.condition_formulas();
        found.extend(formulas_of(&self.officer_checks));
        found.extend(self.award.formulas());
        found.extend(self.budget.iter().filter_map(Budget::formula));
        found
    }

    /// The formulas of the conditions a machine judges.
    #[must_use]
    pub fn condition_formulas(&self) -> Vec<&Formula> {
        formulas_of(&self.conditions)
    }

    /// Whether somebody's points are needed to decide it.
    #[must_use]
    pub fn needs_points(&self) -> bool {
        let in_line =
            self.budget.as_ref().is_some_and(|budget| matches!(budget.runs_out, RunsOut::ByPoints(_)));
        in_line || self.formulas().iter().any(|formula| formula.results().next().is_some())
    }

    /// What every list made by matching says.
    #[must_use]
    pub fn note() -> Sentence {
        Sentence::new(
            "测算结果仅供参考，以主管部门的审定和公示为准",
            "An estimate for reference only; the competent authority decides after public notice",
        )
    }
}

/// Every formula of clauses: what data decide by, and where an officer's answer is kept.
#[must_use]
pub(crate) fn formulas_of(clauses: &[Clause]) -> Vec<&Formula> {
    let mut found = Vec::new();
    for clause in clauses {
        match &clause.body {
            ClauseBody::Typed(requirement) => of_requirement(requirement, &mut found),
            ClauseBody::OfficerCheck(check) => found.extend(&check.answer),
        }
    }
    found
}

fn of_requirement<'p>(requirement: &'p Requirement, found: &mut Vec<&'p Formula>) {
    match requirement {
        Requirement::Test(test) => {
            found.push(test.value());
            if let Bound::Formula(bound) = test.bound() {
                found.push(bound);
            }
        }
        Requirement::Holds { formula, .. } => found.push(formula),
        Requirement::Group { parts, .. } => parts.iter().for_each(|part| of_requirement(part, found)),
    }
}

/// Facts in which a policy's parameters have their values, in every period alike.
pub struct WithParameters<'a> {
    facts: &'a dyn Facts,
    parameters: &'a [Parameter],
}

impl<'a> WithParameters<'a> {
    /// `facts` with `parameters` among them.
    #[must_use]
    pub fn new(facts: &'a dyn Facts, parameters: &'a [Parameter]) -> Self {
        Self { facts, parameters }
    }
}

impl Facts for WithParameters<'_> {
    fn item(&self, code: &str, back: u8) -> Option<Fact> {
        match self.parameters.iter().find(|parameter| parameter.code == code) {
            Some(parameter) => Some(Fact::Number(parameter.value.clone())),
            None => self.facts.item(code, back),
        }
    }

    fn as_of(&self) -> Date {
        self.facts.as_of()
    }

    fn has_label(&self, label: &str) -> Option<bool> {
        self.facts.has_label(label)
    }

    fn result(&self, kind: ResultKind, scheme: Option<&str>) -> Option<Fact> {
        self.facts.result(kind, scheme)
    }
}
