//! 培育阶梯: one rung with everything its notice asks for.

use formula::{Formula, Sentence};
use jiff::civil::Date;

use super::{Application, Bound, Grading, ItemRule, Occasion, Requirement, ScoreItem, Scorecard};
use crate::{Basis, Name, Status};

/// The days a rule applies to, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct InForce {
    /// First day.
    pub from: Date,
    /// Last day; `None` while nobody has repealed it.
    pub until: Option<Date>,
}

impl InForce {
    /// Whether the rule applies on `day`.
    #[must_use]
    pub fn covers(&self, day: Date) -> bool {
        day >= self.from && self.until.is_none_or(|until| day <= until)
    }
}

/// A rung of the ladder, resolved for one application.
#[derive(Debug, Clone, PartialEq)]
pub struct Ladder {
    /// Permanent code, e.g. `tech-sme-2017`.
    pub code: String,
    /// 名称, e.g. 科技型中小企业.
    pub name: Name,
    /// Version text of the file.
    pub version: String,
    /// Whether it may look official.
    pub status: Status,
    /// Documents it rests on.
    pub basis: Vec<Basis>,
    /// The days it applies to.
    pub in_force: InForce,
    /// Days outside those on which a review (复核) still goes by it.
    pub reviews: Option<InForce>,
    /// What it is resolved for.
    pub application: Application,
    /// The rung it is a version of, e.g. `specialised`; its own code unless the file says so.
    pub rung: String,
    /// The rungs directly below, by code.
    pub after: Vec<String>,
    /// The label of the register that a recognised enterprise holds, e.g. 高新技术企业; `None` where there is none.
    pub label: Option<String>,
    /// What a recognised enterprise gets, each with its source.
    pub benefits: Vec<Benefit>,
    /// 适用地区, for rules of a place; `None` for those of the whole country.
    pub place: Option<Name>,
    /// What every reader must know: how sure the rule is, what is left open.
    pub remarks: Vec<Name>,
    /// 硬条件: all must be met; vetoes (一票否决) stand first.
    pub hard: Vec<Clause>,
    /// 直接确认: one met clause makes the scorecard unnecessary. The hard conditions still hold.
    pub direct: Vec<Clause>,
    /// 综合评价: points and how many are asked for.
    pub scorecard: Option<Scorecard>,
}

impl Ladder {
    /// Whether `application` goes by these rules.
    #[must_use]
    pub fn covers(in_force: InForce, reviews: Option<InForce>, application: Application) -> bool {
        let kept = application.occasion == Occasion::Review
            && reviews.is_some_and(|days| days.covers(application.on));
        kept || in_force.covers(application.on)
    }

    /// Every formula of the ladder: which items, periods and labels it looks at is known from these.
    #[must_use]
    pub fn formulas(&self) -> Vec<&Formula> {
        let mut found = Vec::new();
        for clause in self.hard.iter().chain(&self.direct) {
            match &clause.body {
                ClauseBody::Typed(requirement) => of_requirement(requirement, &mut found),
                ClauseBody::OfficerCheck(check) => found.extend(&check.answer),
            }
        }
        let sections = self.scorecard.iter().flat_map(|card| &card.sections);
        for item in sections.flat_map(|section| &section.items) {
            of_item(item, &mut found);
        }
        found
    }

    /// What every output of a ladder must carry: only the authority recognises an enterprise.
    #[must_use]
    pub fn note() -> Sentence {
        Sentence::new(
            "测算结果仅供参考，以主管部门认定为准",
            "An estimate for reference only; recognition is decided by the competent authority",
        )
    }
}

impl Clause {
    /// Codes of the items it looks at, each once, sorted.
    #[must_use]
    pub fn items(&self) -> Vec<&str> {
        let mut formulas = Vec::new();
        match &self.body {
            ClauseBody::Typed(requirement) => of_requirement(requirement, &mut formulas),
            ClauseBody::OfficerCheck(check) => formulas.extend(&check.answer),
        }
        codes(&formulas)
    }
}

impl ScoreItem {
    /// Codes of the items it looks at, each once, sorted.
    #[must_use]
    pub fn items(&self) -> Vec<&str> {
        let mut formulas = Vec::new();
        of_item(self, &mut formulas);
        codes(&formulas)
    }
}

fn codes<'l>(formulas: &[&'l Formula]) -> Vec<&'l str> {
    let mut codes: Vec<&str> =
        formulas.iter().flat_map(|formula| formula.items()).map(|item| item.name.as_str()).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

fn of_requirement<'l>(requirement: &'l Requirement, found: &mut Vec<&'l Formula>) {
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

fn of_item<'l>(item: &'l ScoreItem, found: &mut Vec<&'l Formula>) {
    match &item.rule {
        ItemRule::Graded(grading) => of_grading(grading, found),
        ItemRule::Judged { level } => level.iter().for_each(|level| of_grading(level, found)),
        ItemRule::BestOf(alternatives) => {
            alternatives.iter().for_each(|alternative| of_grading(&alternative.grading, found));
        }
    }
    found.extend(&item.recorded);
}

fn of_grading<'l>(grading: &'l Grading, found: &mut Vec<&'l Formula>) {
    match grading {
        Grading::Bands { value, .. } | Grading::Cases { value, .. } => found.push(value),
        Grading::Rows { rows, .. } | Grading::Sum { rows, .. } => {
            found.extend(rows.iter().map(|row| &row.when));
        }
    }
}

/// What a title brings, quoted.
#[derive(Debug, Clone, PartialEq)]
pub struct Benefit {
    /// What it is.
    pub name: Name,
    /// The document that grants it.
    pub basis: Basis,
}

/// One numbered clause of the notice.
#[derive(Debug, Clone, PartialEq)]
pub struct Clause {
    /// The number the notice gives it, e.g. `2`; permanent, unique within the ladder.
    pub code: String,
    /// What it asks for, in the words of the notice.
    pub name: Name,
    /// 条款, e.g. 第六条第二款.
    pub article: Option<String>,
    /// The document, where it is not the ladder's first one.
    pub basis: Option<Basis>,
    /// 一票否决: failing it cannot be made good by anything else.
    pub veto: bool,
    /// What a reader must know of this clause, e.g. that its words are not confirmed.
    pub remark: Option<Name>,
    /// Who can tell whether it is met.
    pub body: ClauseBody,
}

/// A clause is judged by the machine or by an officer, never half by each.
#[derive(Debug, Clone, PartialEq)]
pub enum ClauseBody {
    /// 机器可判定: typed conditions on data.
    Typed(Requirement),
    /// 人工核验: a person must look.
    OfficerCheck(Box<OfficerCheck>),
}

/// 人工核验: what an officer must answer with yes for the clause to be met.
#[derive(Debug, Clone, PartialEq)]
pub struct OfficerCheck {
    /// The question, e.g. 产品和服务是否不属于国家规定的禁止、限制和淘汰类？
    pub question: Name,
    /// A truth that holds an officer's recorded decision; missing until somebody has looked.
    pub answer: Option<Formula>,
}
