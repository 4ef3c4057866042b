//! Matches as a table: one line per enterprise, and of every policy how it stands, what it gets, and why.

use std::sync::Arc;

use arrow::{
    array::{ArrayRef, Decimal128Array, RecordBatch, StringArray, UInt32Array},
    datatypes::{DataType, Field, Schema},
    error::ArrowError,
};
use domain::{
    indicators::Dictionary,
    policies::{Fen, Grant, Judged, Policy, Settled, Standing, failing, judge, lacking, pending},
};
use formula::{Language, Sentence};

use super::{Match, Matched, Results};
use crate::{
    Options,
    work::{blocks, share},
};

/// Enterprises per task.
const BLOCK: usize = 256;

/// All that was found, in the order of the policies.
#[derive(Debug, Clone, Copy)]
pub struct MatchTable<'a> {
    /// The policies with their enterprises.
    pub matches: &'a [Match<'a>],
    /// How everybody stands.
    pub matched: &'a [Matched],
    /// What becomes of the claims.
    pub settled: &'a [Settled],
    /// Points, where they are known.
    pub results: Option<&'a Results>,
    /// Names of what is missing.
    pub dictionary: &'a Dictionary,
    /// The language of texts.
    pub language: Language,
}

impl MatchTable<'_> {
    /// The table. Fields carry `title_zh`, `title_en` and `kind`.
    ///
    /// # Errors
    /// Never in practice: the columns are made to fit.
    pub fn batch(&self, options: &Options) -> Result<RecordBatch, ArrowError> {
        let Some(first) = self.matches.first() else {
            return RecordBatch::try_new(Arc::new(Schema::empty()), vec![]);
        };
        let count = first.population.len();
        let grants: Vec<Vec<Option<Grant>>> =
            (0..self.matches.len()).map(|policy| self.grants(policy, count)).collect();
        let mut columns = Columns { fields: Vec::new(), arrays: Vec::new(), language: self.language };
        columns.identity(first);
        let entitled = |index: usize| {
            self.matched.iter().filter(|one| one.standings[index] == Standing::Entitled).count()
        };
        columns.counts("entitled", "符合的政策数", "Policies entitled to", (0..count).map(entitled));
        let total =
            |index: usize| grants.iter().filter_map(|of| of[index]).map(|grant| grant.amount).sum::<Fen>();
        columns.money(
            "granted".to_owned(),
            &Sentence::new("分配后金额合计", "Granted in all"),
            (0..count).map(|index| Some(total(index))),
        );
        for (policy, (one, grants)) in self.matches.iter().zip(&grants).enumerate() {
            self.policy(policy, one, grants, &mut columns, options);
        }
        RecordBatch::try_new(Arc::new(Schema::new(columns.fields)), columns.arrays)
    }

    /// The grants of one policy by enterprise.
    fn grants(&self, policy: usize, count: usize) -> Vec<Option<Grant>> {
        let mut grants = vec![None; count];
        let claims = self.matched[policy].claims.claims.iter();
        for (claim, grant) in claims.zip(&self.settled[policy].grants) {
            grants[claim.enterprise as usize] = Some(*grant);
        }
        grants
    }

    fn policy(
        &self,
        index: usize,
        one: &Match<'_>,
        grants: &[Option<Grant>],
        columns: &mut Columns,
        options: &Options,
    ) {
        let policy = one.policy;
        let (zh, en) = (&policy.name.zh, policy.name.in_language(Language::English));
        let titled =
            |more_zh: &str, more_en: &str| Sentence::new(format!("{zh}{more_zh}"), format!("{en}{more_en}"));
        let standings = self.matched[index].standings.iter();
        let words = standings.map(|standing| Some(standing.sentence().in_language(self.language).to_owned()));
        columns.texts(policy.code.clone(), &titled("", ""), words);
        if !self.matched[index].claims.claims.is_empty() {
            let granted = grants.iter().map(|grant| grant.map(|grant| grant.amount));
            columns.money(format!("{}.granted", policy.code), &titled("·金额", ": granted"), granted);
        }
        let why = share(*options, blocks(grants.len(), BLOCK), |range| {
            range.map(|enterprise| self.why(index, one, enterprise, grants[enterprise])).collect::<Vec<_>>()
        });
        columns.texts(format!("{}.why", policy.code), &titled("·原因", ": why"), why.into_iter().flatten());
    }

    fn why(&self, index: usize, one: &Match<'_>, enterprise: usize, grant: Option<Grant>) -> Option<String> {
        let standing = self.matched[index].standings[enterprise];
        let told = if standing == Standing::Entitled {
            grant.map(|grant| cuts(&self.policies(), one.policy, &grant)).unwrap_or_default()
        } else {
            reasons(one.policy, &judge(one.policy, &one.facts(enterprise, self.results)), self.dictionary)
        };
        let separator = if self.language == Language::Chinese { "；" } else { "; " };
        let words: Vec<&str> = told.iter().map(|each| each.in_language(self.language)).collect();
        (!words.is_empty()).then(|| words.join(separator))
    }

    fn policies(&self) -> Vec<&Policy> {
        self.matches.iter().map(|one| one.policy).collect()
    }
}

/// Why an enterprise is not (yet) entitled: what fails, what is missing, what an officer must answer.
#[must_use]
pub fn reasons(policy: &Policy, judged: &Judged, dictionary: &Dictionary) -> Vec<Sentence> {
    match judged.standing {
        Standing::Entitled => Vec::new(),
        Standing::Not => failing(policy, judged),
        Standing::Unknown => lacking(judged, dictionary),
        Standing::Officer => pending(policy, judged),
    }
}

/// Why less is granted than was claimed.
#[must_use]
pub fn cuts(policies: &[&Policy], policy: &Policy, grant: &Grant) -> Vec<Sentence> {
    let mut told = Vec::new();
    if let Some(higher) = grant.higher.and_then(|index| policies.get(usize::try_from(index).ok()?)) {
        let (zh, en) = (&higher.name.zh, higher.name.in_language(Language::English));
        told.push(Sentence::new(
            format!("就高不重复，已享受“{zh}”"),
            format!("only the highest of the group: {en}"),
        ));
    }
    if let (true, Some(ceiling)) = (grant.ceiling, &policy.stacking.ceiling) {
        let most = ceiling.amount.in_words();
        told.push(Sentence::new(
            format!("受年度上限{most}限制"),
            format!("cut by the yearly ceiling of {} yuan", ceiling.amount),
        ));
    }
    if grant.budget {
        told.push(Sentence::new("受年度预算限制", "cut by the budget of the year"));
    }
    told
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

    /// Money in yuan, to the cent.
    fn money(&mut self, name: String, title: &Sentence, amounts: impl Iterator<Item = Option<Fen>>) {
        let fen: Decimal128Array = amounts.map(|amount| amount.map(|amount| i128::from(amount.0))).collect();
        let unit = if self.language == Language::Chinese { "（元）" } else { " (yuan)" };
        let title = Sentence::new(format!("{}{unit}", title.zh), format!("{}{unit}", title.en));
        self.push(name, &title, "value", Arc::new(fen.with_data_type(DataType::Decimal128(38, 2))));
    }

    fn identity(&mut self, one: &Match<'_>) {
        let everybody = 0..one.population.len();
        let codes: StringArray = everybody.clone().map(|index| one.population.id(index)).collect();
        let title = Sentence::new("统一社会信用代码", "Credit code");
        self.push("credit_code".to_owned(), &title, "code", Arc::new(codes));
        if one.population.column("name").is_some() {
            let names = everybody.map(|index| one.population.text("name", index));
            self.texts("name".to_owned(), &Sentence::new("企业名称", "Name"), names);
        }
    }
}
