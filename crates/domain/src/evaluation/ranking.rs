//! Rank: places among the ranked, on stored points.

use std::collections::{BTreeMap, HashMap};

use formula::Exact;

use super::{Rank, Score};
use crate::Points;

/// One enterprise in a list to be ranked.
#[derive(Debug, Clone, Copy)]
pub struct Entrant<'a> {
    /// Its score.
    pub score: &'a Score,
    /// Its technology field, where known.
    pub field: Option<&'a str>,
}

/// The places of one enterprise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ranks {
    /// Among all.
    pub overall: Rank,
    /// Among those of its stage.
    pub in_stage: Rank,
    /// Among those of its technology field; `None` when its field is not known.
    pub in_field: Option<Rank>,
}

impl Rank {
    /// 百分位: the share of the list whose points are at or below these, itself included: (of − place + 1) / of.
    /// The best has 1, a lone last 1/of, and ties share the percentile of their place.
    ///
    /// ```
    /// use domain::evaluation::Rank;
    /// let share = Rank { place: 2, of: 4 }.at_or_below();
    /// assert_eq!(share.to_string(), "0.75");
    /// ```
    #[must_use]
    pub fn at_or_below(self) -> Exact {
        let (place, of) = (i128::from(self.place), i128::from(self.of));
        Exact::ratio(of - place + 1, of).unwrap_or(Exact::ZERO)
    }
}

/// Competition ranks ("1, 2, 2, 4") overall, within stage and within field, on stored points. Only entrants with a
/// stage and without veto ([`Score::ranked`]) take part; the others get `None`. The order of entrants never matters.
#[must_use]
pub fn rank(entrants: &[Entrant<'_>]) -> Vec<Option<Ranks>> {
    let mut overall = List::default();
    let mut stages: HashMap<usize, List> = HashMap::new();
    let mut fields: HashMap<&str, List> = HashMap::new();
    for entrant in entrants {
        let Some((stage, points)) = place_at(entrant) else { continue };
        overall.add(points);
        stages.entry(stage).or_default().add(points);
        if let Some(field) = entrant.field {
            fields.entry(field).or_default().add(points);
        }
    }
    overall.settle();
    stages.values_mut().chain(fields.values_mut()).for_each(List::settle);
    let ranks = |entrant: &Entrant<'_>| {
        let (stage, points) = place_at(entrant)?;
        let in_field = entrant.field.and_then(|field| fields.get(field)?.rank(points));
        Some(Ranks { overall: overall.rank(points)?, in_stage: stages.get(&stage)?.rank(points)?, in_field })
    };
    entrants.iter().map(ranks).collect()
}

fn place_at(entrant: &Entrant<'_>) -> Option<(usize, Points)> {
    let score = entrant.score;
    let stage = score.stage.as_ref().ok().filter(|_| score.ranked())?;
    Some((*stage, score.total))
}

/// How many have which points; after [`List::settle`], the best place of each.
#[derive(Debug, Default)]
struct List {
    of: u32,
    places: BTreeMap<Points, u32>,
}

impl List {
    fn add(&mut self, points: Points) {
        self.of += 1;
        *self.places.entry(points).or_default() += 1;
    }

    fn settle(&mut self) {
        let mut better = 0;
        for place in self.places.values_mut().rev() {
            let alike = *place;
            *place = better + 1;
            better += alike;
        }
    }

    fn rank(&self, points: Points) -> Option<Rank> {
        Some(Rank { place: *self.places.get(&points)?, of: self.of })
    }
}
