//! What the unified social credit code of a cell is worth.

use domain::enterprise::{CreditCodeVerdict, judge as verdict};
use formula::Sentence;

use crate::{
    CellProblem, Code,
    values::{Fault, fault},
};

/// The code in its normal form, with a warning when it is doubtful; or why it is refused, with what was probably meant.
pub(crate) fn judge(text: &str) -> Result<(String, Option<Fault>), Fault> {
    match verdict(text) {
        CreditCodeVerdict::Accept(code) => Ok((code.to_string(), None)),
        CreditCodeVerdict::AcceptWithWarning(code, warnings) => {
            let reason = joined(warnings.iter().map(|warning| &warning.message));
            let warning = CellProblem::warning(Code::DoubtfulCreditCode, reason)
                .with_hint("核对营业执照", "check the business licence");
            Ok((code.to_string(), Some(Box::new(warning))))
        }
        CreditCodeVerdict::Reject(reasons) => {
            let sentence = joined(reasons.iter().map(|reason| &reason.message));
            let problem = fault(Code::BadCreditCode, sentence.zh, sentence.en)
                .with_hint("核对营业执照后改正", "check the business licence and correct it");
            // Of several codes that would be right, naming one would be a guess.
            let mut meant = reasons.iter().flat_map(|reason| &reason.suggestions);
            let only = meant.next().filter(|_| meant.next().is_none());
            Err(Box::new(CellProblem { suggestion: only.map(ToString::to_string), ..problem }))
        }
    }
}

fn joined<'a>(sentences: impl Iterator<Item = &'a Sentence> + Clone) -> Sentence {
    let zh: Vec<&str> = sentences.clone().map(|sentence| sentence.zh.as_str()).collect();
    let en: Vec<&str> = sentences.map(|sentence| sentence.en.as_str()).collect();
    Sentence::new(zh.concat(), en.join(" "))
}
