//! An enterprise among those of its stage: medians and quartiles, and who is most like it.

use super::{
    Out,
    body::{ClassWord, Named},
    out, published,
    row::{RowBody, Rows},
};
use crate::{
    analysis::quantile,
    desk::Desk,
    enterprises::{self, Reading},
    input::Params,
    reply::{Answer, Reply},
};
use ::run::Run;
use axum::extract::Path;
use domain::{Points, indicators::Class};
use serde::Serialize;
use utoipa::ToSchema;

/// With fewer than so many, medians would tell about single enterprises.
const FEWEST: usize = 5;
/// So many are shown beside an enterprise.
const ALIKE: usize = 8;

/// Where an enterprise stands among those of its stage that have a place.
#[derive(Serialize, ToSchema)]
#[schema(as = PeersOfStage)]
pub(crate) struct PeersBody {
    /// The stage; absent when it could not be told.
    pub(super) stage: Option<Named>,
    /// How many of the stage have a place, this one included.
    pub(super) enterprises: usize,
    /// Whether they are enough to be compared with; otherwise there are no medians.
    pub(super) enough: bool,
    /// The total.
    pub(super) total: Option<SpreadBody>,
    /// The pillars that stand below no other, in the scheme's order.
    pub(super) pillars: Vec<PeerLine>,
    /// The indicators that count in the stage, in the scheme's order.
    pub(super) indicators: Vec<PeerLine>,
}

/// Quartiles of points.
#[derive(Serialize, ToSchema)]
#[schema(as = SpreadOfPoints)]
pub(super) struct SpreadBody {
    /// A quarter has less.
    pub(super) lower: String,
    /// Half has less.
    pub(super) median: String,
    /// A quarter has more.
    pub(super) upper: String,
}

/// Points beside those of the stage.
#[derive(Serialize, ToSchema)]
#[schema(as = PointsAmongPeers)]
pub(super) struct PeerLine {
    /// Which pillar or indicator.
    #[serde(flatten)]
    pub(super) of: Named,
    /// What its points do.
    pub(super) class: ClassWord,
    /// 得分 of this enterprise; absent when withheld.
    pub(super) points: Option<String>,
    /// 满分 in this stage.
    pub(super) full: String,
    /// Those of the stage; absent where there are too few.
    pub(super) spread: Option<SpreadBody>,
}

impl SpreadBody {
    /// Between two enterprises the distance is shared out; four decimals, half up.
    fn of(mut points: Vec<i64>) -> Option<Self> {
        if points.len() < FEWEST {
            return None;
        }
        points.sort_unstable();
        let quartile = |quarters| quantile(&points, quarters, 4).map(|units| Points(units).to_string());
        Some(Self { lower: quartile(1)?, median: quartile(2)?, upper: quartile(3)? })
    }
}

/// Medians and quartiles of the stage of a participant in the published run, beside its own points.
#[utoipa::path(get, path = "/api/v1/participants/{id}/peers", operation_id = "read_peers", tag = "points",
    params(("id" = String, Path, description = "The participant"), Reading),
    responses((status = 200, body = PeersBody, description = "Among its peers")),
    extensions(("x-permission" = json!("points:read")), ("x-reads" = json!("enterprise"))))]
pub(crate) async fn read_peers(
    desk: Desk,
    Path(id): Path<String>,
    Params(reading): Params<Reading>,
) -> Answer {
    let published = published(&desk, &id).await?;
    enterprises::answer_for(&desk, &published.found.enterprise, reading.purpose.as_deref()).await?;
    Ok(Reply::ok(&peers(&published.opened, published.row)))
}

pub(super) fn peers(run: &Run, row: usize) -> PeersBody {
    let (scheme, scores) = (&run.scheme.value, &run.scores);
    let Some(stage) = scores.stage(row) else {
        let (pillars, indicators) = (Vec::new(), Vec::new());
        return PeersBody { stage: None, enterprises: 0, enough: false, total: None, pillars, indicators };
    };
    let placed = |row: &usize| scores.stage(*row) == Some(stage) && scores.places(*row).is_some();
    let all: Vec<usize> = (0..scores.len()).filter(placed).collect();
    let spread = |of: &dyn Fn(usize) -> Points| SpreadBody::of(all.iter().map(|&row| of(row).0).collect());
    let withheld = scores.vetoed(row);
    let own = |points: Points| (!withheld).then(|| points.to_string());
    let line = |of: Named, class: Class, full: Points, points: &dyn Fn(usize) -> Points| PeerLine {
        of,
        class: class.into(),
        points: own(points(row)),
        full: full.to_string(),
        spread: spread(points),
    };
    let pillars = scheme.pillars.iter().enumerate().filter(|(_, pillar)| pillar.parent.is_none());
    let pillars = pillars.map(|(index, pillar)| {
        let full = super::explain::full_of_pillar(scheme, stage, index);
        let named = Named::new(&pillar.code, &pillar.name);
        line(named, pillar.class, full, &|row| scores.pillars()[index].get(row))
    });
    let indicators = scheme.indicators.iter().enumerate().filter(|(_, one)| one.full[stage].0 != 0);
    let indicators = indicators.map(|(index, one)| {
        let named = Named::new(&one.code, &one.name);
        line(named, scheme.class_of(one), one.full[stage], &|row| scores.indicators()[index].points.get(row))
    });
    PeersBody {
        stage: Some(Named::new(&scheme.stages[stage].code, &scheme.stages[stage].name)),
        enterprises: all.len(),
        enough: all.len() >= FEWEST,
        total: spread(&|row| scores.total(row)),
        pillars: pillars.collect(),
        indicators: indicators.collect(),
    }
}

/// Enterprises of the same stage and field whose total is nearest, nearest first.
#[utoipa::path(get, path = "/api/v1/participants/{id}/comparables", operation_id = "list_comparables", tag = "points",
    params(("id" = String, Path, description = "The participant")),
    responses((status = 200, body = Vec<RowBody>, description = "At most eight")),
    extensions(("x-permission" = json!("points:list")), ("x-reads" = json!("list"))))]
pub(crate) async fn list_comparables(desk: Desk, Path(id): Path<String>) -> Answer {
    let published = published(&desk, &id).await?;
    let out: Out = out(&desk, &published.run.id).await?;
    let rows = alike(&out.opened, published.row);
    let seen = rows.iter().map(|_| out.batch.path.as_str());
    enterprises::note_list(&desk, ("run", Some(&published.run.id)), seen).await?;
    let shown = Rows::of(&desk, &out, &rows).await?;
    Ok(Reply::ok(&rows.into_iter().map(|row| shown.body(row)).collect::<Vec<_>>()))
}

fn alike(run: &Run, row: usize) -> Vec<usize> {
    let scores = &run.scores;
    let Some(stage) = scores.stage(row) else { return Vec::new() };
    let same = |other: &usize| {
        *other != row
            && scores.stage(*other) == Some(stage)
            && scores.field(*other) == scores.field(row)
            && scores.places(*other).is_some()
    };
    let mut others: Vec<usize> = (0..scores.len()).filter(same).collect();
    let apart = |other: usize| (scores.total(other).0 - scores.total(row).0).abs();
    others.sort_by_cached_key(|&other| (apart(other), run.id(other)));
    others.truncate(ALIKE);
    others
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(points: &[i64], quartiles: Option<[&str; 3]>) {
        let found = SpreadBody::of(points.iter().map(|points| Points::from_whole(*points).0).collect());
        let found = found.map(|spread| [spread.lower, spread.median, spread.upper]);
        assert_eq!(found, quartiles.map(|all| all.map(str::to_owned)), "{points:?}");
    }

    #[test]
    fn quartiles_share_the_distance_between_two_enterprises() {
        check(&[5, 1, 4, 2, 3], Some(["2", "3", "4"]));
        check(&[1, 2, 3, 4, 5, 6], Some(["2.25", "3.5", "4.75"]));
        check(&[7, 7, 7, 7, 7, 7, 7], Some(["7", "7", "7"]));
        check(&[1, 2, 3, 4], None);
    }
}
