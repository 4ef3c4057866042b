//! 统一社会信用代码: judged by the domain; what is wrong is told with what may have been meant.

use crate::problem::Field;
use domain::enterprise::{CreditCodeVerdict, Reason, judge};

/// The code as it is stored (half-width, capitals, no spaces).
///
/// # Errors
/// Every reason why `text` is none, at `pointer`.
pub(crate) fn credit_code(text: &str, pointer: &str) -> Result<String, Vec<Field>> {
    match judge(text) {
        CreditCodeVerdict::Accept(code) | CreditCodeVerdict::AcceptWithWarning(code, _) => {
            Ok(code.to_string())
        }
        CreditCodeVerdict::Reject(reasons) => {
            Err(reasons.iter().map(|reason| field(reason, pointer)).collect())
        }
    }
}

fn field(reason: &Reason, pointer: &str) -> Field {
    let meant: Vec<&str> = reason.suggestions.iter().take(3).map(|code| code.as_str()).collect();
    let (zh, en) = (&reason.message.zh, &reason.message.en);
    if meant.is_empty() {
        return Field::new(pointer, zh, en);
    }
    let meant = meant.join(" / ");
    Field::new(
        pointer,
        format!("{zh}（或为 {meant}，请对照营业执照）"),
        format!("{en} (perhaps {meant}; see the business licence)"),
    )
}
