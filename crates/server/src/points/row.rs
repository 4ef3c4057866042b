//! One enterprise of a run in short, as lists show it. Names are in the reader's language.

use super::{Out, body::flag_words};
use crate::{desk::Desk, problem::Stop};
use ::run::Run;
use domain::{
    evaluation::Flags,
    indicators::{Dictionary, Scheme},
};
use formula::{Fact, Facts};
use serde::Serialize;
use std::collections::HashMap;
use store::{
    batches,
    enterprises::{self, Enterprise},
};
use utoipa::ToSchema;

/// The item that says how large an enterprise is.
const SIZE: &str = "size_class";

/// What an enterprise got, in short.
#[derive(Serialize, ToSchema)]
#[schema(as = PointsRow)]
pub(crate) struct RowBody {
    /// Its place in the evaluation, by which its points are read; absent when it has left the register.
    pub(crate) participant_id: Option<String>,
    /// The enterprise; absent when it has left the register.
    pub(crate) enterprise_id: Option<String>,
    /// Its legal name.
    pub(crate) name: String,
    /// Its 统一社会信用代码.
    pub(crate) credit_code: String,
    /// 园区.
    pub(crate) park: Option<String>,
    /// 技术领域, by name.
    pub(crate) field: Option<String>,
    /// 企业规模, by name, where it was reported.
    pub(crate) size: Option<String>,
    /// Its stage, by name; absent when data are missing.
    pub(crate) stage: Option<String>,
    /// Its total, exact decimal text; absent when withheld or without stage.
    pub(crate) total: Option<String>,
    /// Its grade, by name.
    pub(crate) grade: Option<String>,
    /// Its place among all.
    pub(crate) rank: Option<u32>,
    /// Its place within its stage.
    pub(crate) stage_rank: Option<u32>,
    /// Base indicators whose value is known.
    pub(crate) known: u32,
    /// Base indicators that count.
    pub(crate) asked: u32,
    /// What is remarkable about some of its indicators.
    pub(crate) flags: Vec<&'static str>,
    /// The veto that withholds the score, by name.
    pub(crate) withheld: Option<String>,
}

/// Everything remarkable about the indicators that count for `row`.
pub(super) fn flags_of(run: &Run, row: usize) -> Flags {
    let scheme = &run.scheme.value;
    let Some(stage) = run.scores.stage(row) else { return Flags::default() };
    let counting = run.scores.indicators().iter().zip(&scheme.indicators);
    let counting = counting.filter(|(_, indicator)| indicator.full[stage].0 != 0);
    counting.fold(Flags::default(), |all, (columns, _)| all | columns.flags.get(row))
}

/// The size that was reported for `row`.
pub(super) fn size_of(run: &Run, row: usize) -> Option<String> {
    match run.population.row(row).item(SIZE, 0) {
        Some(Fact::Text(code)) => Some(code.to_string()),
        _ => None,
    }
}

/// The index of the first veto that applies to `row`.
pub(super) fn veto_of(run: &Run, row: usize) -> Option<usize> {
    let vetoes = run.scores.vetoes().iter();
    vetoes.enumerate().find(|(_, codes)| codes[row] == ::run::VetoCode::Vetoed).map(|(index, _)| index)
}

/// Rows of one page with what the register knows of them.
pub(crate) struct Rows<'a> {
    desk: &'a Desk,
    run: &'a Run,
    known: HashMap<String, Enterprise>,
    participants: HashMap<String, String>,
}

impl<'a> Rows<'a> {
    /// Reads the register for `rows`.
    pub(crate) async fn of(desk: &'a Desk, out: &'a Out, rows: &[usize]) -> Result<Self, Stop> {
        let (run, database) = (&*out.opened, desk.database());
        let codes: Vec<String> = rows.iter().map(|&row| run.id(row)).collect();
        let known = enterprises::by_codes(database, &out.batch.zone_id, Some(&codes)).await?;
        let ids: Vec<String> = known.iter().map(|one| one.id.clone()).collect();
        let all = batches::participants_by_enterprises(database, &out.batch.id, &ids).await?;
        let participants = all.into_iter().map(|one| (one.enterprise_id, one.id)).collect();
        let known = known.into_iter().map(|one| (one.credit_code.clone(), one)).collect();
        Ok(Self { desk, run, known, participants })
    }

    /// The row as it is sent.
    pub(crate) fn body(&self, row: usize) -> RowBody {
        let (scheme, scores) = (&self.run.scheme.value, &self.run.scores);
        let code = self.run.id(row);
        let one = self.known.get(&code);
        let places = scores.places(row);
        let stage = scores.stage(row);
        let veto = veto_of(self.run, row);
        let (known, asked) = scores.coverage(row);
        RowBody {
            participant_id: one.and_then(|one| self.participants.get(&one.id).cloned()),
            enterprise_id: one.map(|one| one.id.clone()),
            name: one.map_or_else(|| self.run.name(row).unwrap_or_default(), |one| one.name.clone()),
            credit_code: code,
            park: one.and_then(|one| one.park.clone()),
            field: scores.field(row).map(|code| self.field(scheme, code)),
            size: size_of(self.run, row).map(|code| self.category(&self.run.scheme.dictionary, SIZE, &code)),
            stage: stage.map(|stage| self.said(&scheme.stages[stage].name)),
            total: (stage.is_some() && veto.is_none()).then(|| scores.total(row).to_string()),
            grade: scores.grade(row).map(|grade| self.said(&scheme.grades[grade].name)),
            rank: places.map(|places| places.overall.place),
            stage_rank: places.map(|places| places.in_stage.place),
            known,
            asked,
            flags: flag_words(flags_of(self.run, row)),
            withheld: veto.map(|veto| self.said(&scheme.vetoes[veto].name)),
        }
    }

    fn said(&self, name: &domain::Name) -> String {
        name.in_language(self.desk.context.language).to_owned()
    }

    fn field(&self, scheme: &Scheme, code: &str) -> String {
        let item = scheme.field_item.as_deref().unwrap_or_default();
        self.category(&self.run.scheme.dictionary, item, code)
    }

    fn category(&self, dictionary: &Dictionary, item: &str, code: &str) -> String {
        let name = dictionary.find(item).and_then(|item| item.category_name(code));
        name.map_or_else(|| code.to_owned(), |name| self.said(name))
    }
}
