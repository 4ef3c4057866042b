//! What enterprises are told apart by: stage, field, industry, park, size, title, age, grade.

use super::counts;
use crate::{rules::Rules, schemes::NameBody};
use ::run::Run;
use domain::{Name, indicators::ItemKind};
use formula::{Fact, Facts};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use utoipa::ToSchema;

/// What enterprises are told apart by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Dimension {
    /// 发展阶段.
    Stage,
    /// 等级.
    Grade,
    /// 技术领域.
    Field,
    /// 行业门类 (GB/T 4754-2017).
    Industry,
    /// 园区.
    Park,
    /// 企业规模, as it was reported.
    Size,
    /// 资质; an enterprise that holds several is counted with each.
    Label,
    /// 成立年限.
    Age,
}

/// Years that part one age from the next: less than 3, 3 to 5, 5 to 10, 10 and more.
const AGES: [(i16, &str, &str, &str); 4] = [
    (3, "under-3", "不满3年", "under 3 years"),
    (5, "3-5", "3年以上不满5年", "3 to 5 years"),
    (10, "5-10", "5年以上不满10年", "5 to 10 years"),
    (i16::MAX, "10-up", "10年以上", "10 years and more"),
];

/// One kind of enterprise.
#[derive(Serialize, ToSchema)]
#[schema(as = KindOfEnterprise)]
pub(crate) struct KindBody {
    /// Its code; absent for enterprises of which it is not known.
    pub(super) code: Option<String>,
    /// What people call it; absent where the code says it.
    pub(super) name: Option<NameBody>,
}

/// The rows of a run by kind.
pub(crate) struct Kinds {
    pub(super) kinds: Vec<KindBody>,
    /// Of each kind its rows, in order.
    pub(super) rows: Vec<Vec<usize>>,
}

/// Tells what the enterprises of a run are.
pub(crate) struct Teller<'a> {
    run: &'a Run,
    rules: &'a Rules,
    /// Sections by industry code, looked up once each: a zone has thousands of enterprises and few industries.
    sections: HashMap<String, Option<String>>,
}

impl<'a> Teller<'a> {
    pub(crate) fn new(run: &'a Run, rules: &'a Rules) -> Self {
        Self { run, rules, sections: HashMap::new() }
    }

    fn text(&self, row: usize, item: &str) -> Option<String> {
        match self.run.population.row(row).item(item, 0) {
            Some(Fact::Text(text)) => Some(text.to_string()),
            _ => None,
        }
    }

    fn section(&mut self, code: String) -> Option<String> {
        let industries = &self.rules.industries;
        let found = self
            .sections
            .entry(code)
            .or_insert_with_key(|code| industries.find(code).map(|entry| industries.top(entry).code.clone()));
        found.clone()
    }

    /// The codes of `row`: none where it is not known, several where it is more than one thing.
    pub(super) fn codes(&mut self, dimension: Dimension, row: usize) -> Vec<String> {
        let (scheme, scores) = (&self.run.scheme.value, &self.run.scores);
        let one = match dimension {
            Dimension::Stage => scores.stage(row).map(|stage| scheme.stages[stage].code.clone()),
            Dimension::Grade => {
                let grade = scores.grade(row).filter(|_| counts(self.run, row));
                grade.map(|grade| scheme.grades[grade].code.clone())
            }
            Dimension::Field => self.text(row, "tech_field"),
            Dimension::Industry => self.text(row, "industry_code").and_then(|code| self.section(code)),
            Dimension::Park => self.text(row, "park"),
            Dimension::Size => self.text(row, "size_class"),
            Dimension::Label => {
                let held = self.text(row, "labels").unwrap_or_default();
                return held.split(';').filter(|label| !label.is_empty()).map(str::to_owned).collect();
            }
            Dimension::Age => match self.run.population.row(row).item("founded_on", 0) {
                Some(Fact::Date(founded)) => age(founded, self.run.as_of).map(str::to_owned),
                _ => None,
            },
        };
        one.into_iter().collect()
    }

    /// `rows` by kind: those of the scheme in its order, others by their code, the unknown last.
    pub(crate) fn split(&mut self, dimension: Dimension, rows: &[usize]) -> Kinds {
        let mut known: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        let mut unknown = Vec::new();
        for &row in rows {
            let codes = self.codes(dimension, row);
            if codes.is_empty() {
                unknown.push(row);
            }
            for code in codes {
                known.entry(code).or_default().push(row);
            }
        }
        let mut split = Kinds { kinds: Vec::new(), rows: Vec::new() };
        for (code, name) in dimension.ordered(self.run) {
            if let Some(rows) = known.remove(&code) {
                split.push(Some(code), Some(name), rows);
            }
        }
        for (code, rows) in known {
            let name = dimension.name(self.run, self.rules, &code);
            split.push(Some(code), name, rows);
        }
        if !unknown.is_empty() {
            split.push(None, None, unknown);
        }
        split
    }
}

impl Dimension {
    /// Kinds that have an order of their own.
    fn ordered(self, run: &Run) -> Vec<(String, Name)> {
        let (scheme, dictionary) = (&run.scheme.value, &run.scheme.dictionary);
        let categories = |code: &str| match dictionary.find(code).map(|item| &item.kind) {
            Some(ItemKind::Text { categories }) => categories.clone(),
            _ => Vec::new(),
        };
        match self {
            Self::Stage => scheme.stages.iter().map(|one| (one.code.clone(), one.name.clone())).collect(),
            Self::Grade => scheme.grades.iter().map(|one| (one.code.clone(), one.name.clone())).collect(),
            Self::Field => categories("tech_field"),
            Self::Size => categories("size_class"),
            Self::Age => AGES
                .iter()
                .map(|(_, code, zh, en)| {
                    ((*code).to_owned(), Name { zh: (*zh).to_owned(), en: Some((*en).to_owned()) })
                })
                .collect(),
            Self::Industry | Self::Park | Self::Label => Vec::new(),
        }
    }

    fn name(self, run: &Run, rules: &Rules, code: &str) -> Option<Name> {
        match self {
            Self::Industry => rules.industries.find(code).map(|entry| entry.name.clone()),
            Self::Field => run.scheme.dictionary.find("tech_field")?.category_name(code).cloned(),
            _ => None,
        }
    }
}

impl IntoIterator for Kinds {
    type Item = (KindBody, Vec<usize>);
    type IntoIter = std::iter::Zip<std::vec::IntoIter<KindBody>, std::vec::IntoIter<Vec<usize>>>;

    /// Each kind with its rows.
    fn into_iter(self) -> Self::IntoIter {
        self.kinds.into_iter().zip(self.rows)
    }
}

impl Kinds {
    fn push(&mut self, code: Option<String>, name: Option<Name>, rows: Vec<usize>) {
        self.kinds.push(KindBody { code, name: name.as_ref().map(Into::into) });
        self.rows.push(rows);
    }
}

/// By full years: who was founded on this day three years ago is three years old.
fn age(founded: Date, today: Date) -> Option<&'static str> {
    let had = i16::from((founded.month(), founded.day()) > (today.month(), today.day()));
    let years = today.year() - founded.year() - had;
    (founded <= today).then(|| AGES.iter().find(|(below, ..)| years < *below).map(|one| one.1))?
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn years_are_full_years() {
        let today = date(2025, 12, 31);
        let check = |founded, code| assert_eq!(age(founded, today), code, "{founded}");
        check(date(2023, 1, 1), Some("under-3"));
        check(date(2022, 12, 31), Some("3-5"));
        check(date(2021, 1, 1), Some("3-5"));
        check(date(2020, 12, 31), Some("5-10"));
        check(date(2015, 12, 31), Some("10-up"));
        check(date(2016, 1, 1), Some("5-10"));
        check(date(2026, 1, 1), None);
    }
}
