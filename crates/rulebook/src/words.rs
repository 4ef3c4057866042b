//! Numbers and shares as people read them.

use domain::{Points, indicators::Award};
use formula::{Exact, Unit};

/// A value in base units, shown in `unit`: `50万元`, `15%`, `3`.
#[must_use]
pub fn in_unit(value: &Exact, unit: Option<&'static Unit>) -> String {
    let Some(unit) = unit else { return value.to_string() };
    let number = value.checked_div(&unit.scale()).unwrap_or_else(|| value.clone());
    format!("{number}{}", unit.symbol)
}

/// A share as a percentage: `40%`.
#[must_use]
pub fn percent(share: &Exact) -> String {
    format!("{}%", share.shift(2))
}

/// An award in words: `8分`, `满分`, `满分的40%`, `不得分`.
#[must_use]
pub fn award_zh(award: &Award) -> String {
    match award {
        Award::Points(points) | Award::Share(points) if points.is_zero() => "不得分".to_owned(),
        Award::Points(points) => format!("{points}分"),
        Award::Share(share) if *share == Exact::ONE => "满分".to_owned(),
        Award::Share(share) => format!("满分的{}", percent(share)),
    }
}

/// An award in words: `8 points`, `full points`, `40% of full points`, `no points`.
#[must_use]
pub fn award_en(award: &Award) -> String {
    match award {
        Award::Points(points) | Award::Share(points) if points.is_zero() => "no points".to_owned(),
        Award::Points(points) => format!("{points} points"),
        Award::Share(share) if *share == Exact::ONE => "full points".to_owned(),
        Award::Share(share) => format!("{} of full points", percent(share)),
    }
}

/// Points out of full points that an award comes to.
#[must_use]
pub fn award_points(award: &Award, full: Points) -> Exact {
    match award {
        Award::Points(points) => points.clone(),
        Award::Share(share) => share * &full.exact(),
    }
}
