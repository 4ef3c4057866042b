//! 参考额度 over a population: what each product offers each enterprise, the twin of [`domain::finance::offer`].
//!
//! Conditions that products share are looked at once per chunk. Conditions and limits are decided in doubles with a bound of their
//! error; where that leaves anything open the exact offer is asked. A limit is looked at whatever the conditions say: an
//! enterprise that is not eligible yet learns what it could borrow.

use domain::{
    finance::{Offer, Product, Standing, offer},
    policies::Fen,
};

use crate::{
    Options, Population, Results,
    conditions::{Codes, Conditions, OFFICER, Terms, UNKNOWN, UNMET},
    policies::Evaluated,
    program::{CHUNK, Chunk, Limited, Limits, Reads, Told},
    work::{blocks, share},
};

/// One product with the enterprises as it sees them.
#[derive(Debug, Clone, Copy)]
pub struct Offering<'a> {
    /// The product.
    pub product: &'a Product,
    /// The enterprises: the same in the same order for every product.
    pub population: &'a Population,
}

/// What a product offers one enterprise, in short.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offered {
    /// How it stands.
    pub standing: Standing,
    /// The limit by the caps, whatever the conditions say; `None` where data are missing.
    pub limit: Option<Fen>,
}

impl<'a> Offering<'a> {
    /// What the product offers enterprise `index`, in full.
    #[must_use]
    pub fn offer(&self, index: usize, results: Option<&Results>) -> Offer {
        offer(self.product, &Evaluated { row: self.population.row(index), index, results })
    }

    fn exactly(&self, index: usize, results: Option<&Results>) -> Offered {
        let found = self.offer(index, results);
        Offered { standing: found.standing, limit: found.limit.ok().map(|limit| limit.amount) }
    }

    fn terms(&self, results: Option<&'a Results>) -> Terms<'a> {
        let product = self.product;
        let reads = Reads { population: self.population, results, parameters: &product.parameters };
        Terms { conditions: &product.conditions, officer_checks: &product.officer_checks, reads }
    }
}

/// What each product offers each enterprise.
#[must_use]
pub fn offer_all(
    offerings: &[Offering<'_>],
    results: Option<&Results>,
    options: &Options,
) -> Vec<Vec<Offered>> {
    let count = offerings.first().map_or(0, |one| one.population.len());
    let terms: Vec<Terms<'_>> = offerings.iter().map(|one| one.terms(results)).collect();
    let conditions = Conditions::of(&terms);
    let limits: Vec<Option<Limits<'_>>> =
        offerings.iter().zip(&terms).map(|(one, terms)| Limits::compile(one.product, terms.reads)).collect();
    let parts = share(*options, blocks(count, CHUNK), |range| {
        let chunk = Chunk { start: range.start, len: range.len() };
        let mut codes = conditions.chunk(chunk);
        let each = offerings.iter().zip(&limits).zip(&conditions.of_each);
        let found = each.map(|((one, limits), asked)| {
            let standings = standings(chunk, asked, &mut codes);
            let told = limits.as_ref().and_then(|limits| limits.told(chunk));
            let offered = standings.into_iter().enumerate().map(|(place, standing)| {
                let told = told.as_ref().and_then(|told| offered(standing, told[place]));
                told.unwrap_or_else(|| one.exactly(chunk.start + place, results))
            });
            offered.collect::<Vec<_>>()
        });
        found.collect::<Vec<_>>()
    });
    let mut all: Vec<Vec<Offered>> = offerings.iter().map(|_| Vec::with_capacity(count)).collect();
    for part in parts {
        all.iter_mut().zip(part).for_each(|(all, part)| all.extend(part));
    }
    all
}

/// How the enterprises of a chunk stand by conditions and checks alone.
fn standings(chunk: Chunk, asked: &[usize], codes: &mut Codes<'_, '_>) -> Vec<Standing> {
    let mut found = vec![Standing::Eligible; chunk.len];
    for &condition in asked {
        for (standing, code) in found.iter_mut().zip(codes.decide_all(condition)) {
            // The worst decides.
            *standing = (*standing).min(match *code {
                UNMET => Standing::Not,
                UNKNOWN => Standing::Unknown,
                OFFICER => Standing::Officer,
                _ => Standing::Eligible,
            });
        }
    }
    found
}

/// The offer by standing, limit and rate; `None` where these leave something open.
fn offered(standing: Standing, told: Limited) -> Option<Offered> {
    let limit = match told.limit {
        Told::Cents(limit) => Some(limit),
        Told::Nothing => None,
        Told::Doubt => return None,
    };
    let rated = told.rated?;
    let standing = match limit {
        _ if standing == Standing::Not => Standing::Not,
        Some(limit) if limit.0 <= 0 => Standing::Not,
        Some(_) if rated => standing,
        _ => Standing::Unknown,
    };
    Some(Offered { standing, limit })
}
