//! Places.

use domain::evaluation::{Entrant, Ranks, Score, rank};
use formula::Exact;

use crate::kit::*;

fn ranked(rows: &[Row]) -> Vec<Option<Ranks>> {
    let scheme = scheme()
        .stages(&[("small", "从业人员 < 10人"), ("large", "从业人员 >= 10人")])
        .and(indicator("x", 100, linear("0", "100")))
        .veto("缺则(失信, 假)");
    let scores: Vec<Score> = rows.iter().map(|row| alone(&scheme, row)).collect();
    let entrants: Vec<Entrant<'_>> = scores.iter().map(|score| Entrant { score, field: None }).collect();
    rank(&entrants)
}

fn firm(staff: &str, x: &str) -> Row {
    row().with("staff", staff).with("x", x)
}

#[test]
fn ties_share_the_best_place() {
    let ranks =
        ranked(&[firm("1", "50"), firm("10", "70"), firm("1", "70"), firm("10", "20"), firm("1", "90")]);
    let shown: Vec<String> = ranks
        .iter()
        .flatten()
        .map(|ranks| {
            let (all, stage) = (ranks.overall, ranks.in_stage);
            format!("{}/{} {}/{}", all.place, all.of, stage.place, stage.of)
        })
        .collect();
    assert_eq!(shown, ["4/5 3/3", "2/5 1/2", "2/5 2/3", "5/5 2/2", "1/5 1/3"]);
    let percentiles: Vec<Exact> = ranks.iter().flatten().map(|ranks| ranks.overall.at_or_below()).collect();
    assert_eq!(percentiles, ["0.4", "0.8", "0.8", "0.2", "1"].map(exact));
}

#[test]
fn the_vetoed_and_those_without_stage_have_no_place() {
    let ranks = ranked(&[firm("1", "90").with("listed", "true"), row().with("x", "80"), firm("1", "50")]);
    assert!(ranks[0].is_none() && ranks[1].is_none());
    assert_eq!(ranks[2].map(|ranks| (ranks.overall.place, ranks.overall.of)), Some((1, 1)));
}

#[test]
fn within_a_field_only_where_the_field_is_known() {
    let scheme = scheme().and(indicator("x", 100, linear("0", "100")));
    let scores: Vec<Score> = ["10", "20", "30"].map(|x| alone(&scheme, &row().with("x", x))).to_vec();
    let fields = [Some("it"), Some("it"), None];
    let entrants: Vec<Entrant<'_>> =
        scores.iter().zip(fields).map(|(score, field)| Entrant { score, field }).collect();
    let places: Vec<_> =
        rank(&entrants).iter().map(|r| r.unwrap().in_field.map(|r| (r.place, r.of))).collect();
    assert_eq!(places, [Some((2, 2)), Some((1, 2)), None]);
}
