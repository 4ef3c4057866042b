//! The items that the points of an enterprise look at, to be tried with other values.

use super::body::{Named, fact_typed};
use ::run::Run;
use domain::{evaluation::Explanation, indicators::Scheme};
use formula::{Facts, Formula};
use serde::Serialize;
use utoipa::ToSchema;

/// An item that some indicator of the stage looks at.
#[derive(Serialize, ToSchema)]
#[schema(as = PointsInput)]
pub(super) struct InputBody {
    /// Which.
    #[serde(flatten)]
    item: Named,
    /// Its present value as it is typed, in the item's own unit; absent when missing.
    typed: Option<String>,
    /// Codes of the indicators that look at it, in the scheme's order.
    indicators: Vec<String>,
}

/// Every item that an indicator with full points looks at, in the scheme's order. Of earlier years only what was asked
/// for them is looked at, which a change of today does not touch.
pub(super) fn inputs(run: &Run, facts: &dyn Facts, why: &Explanation) -> Vec<InputBody> {
    let scheme = &run.scheme.value;
    let Ok(stage) = why.score.stage else { return Vec::new() };
    let mut found: Vec<InputBody> = Vec::new();
    for (index, indicator) in scheme.indicators.iter().enumerate() {
        if why.score.indicators[index].full.0 == 0 {
            continue;
        }
        for code in codes(scheme, stage, index) {
            let Some(item) = run.scheme.dictionary.find(&code) else { continue };
            match found.iter_mut().find(|known| known.item.code == item.code) {
                Some(known) => known.indicators.push(indicator.code.clone()),
                None => found.push(InputBody {
                    typed: facts.item(&item.code, 0).as_ref().map(fact_typed),
                    item: Named::new(&item.code, &item.name),
                    indicators: vec![indicator.code.clone()],
                }),
            }
        }
    }
    found
}

/// Codes of the items of this year that an indicator looks at, each once.
fn codes(scheme: &Scheme, stage: usize, indicator: usize) -> Vec<String> {
    let indicator = &scheme.indicators[indicator];
    let rule: Option<&Formula> = indicator.rules.get(stage).and_then(domain::indicators::Rule::formula);
    let formulas = std::iter::once(&indicator.value).chain(rule);
    let mut codes: Vec<String> = Vec::new();
    for item in formulas.flat_map(Formula::items).filter(|item| item.back == 0) {
        if !codes.contains(&item.name) {
            codes.push(item.name.clone());
        }
    }
    codes
}
