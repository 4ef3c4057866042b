//! 参考额度 over a population: what each product offers each enterprise.
//!
//! Offers are exact throughout. Most enterprises are ruled out by few conditions, and products share them, but a limit is
//! looked at whatever the conditions say: an enterprise that is not eligible yet learns what it could borrow.

use domain::{
    finance::{Offer, Product, Standing, offer},
    policies::Fen,
};

use crate::{
    Options, Population, Results,
    policies::Evaluated,
    work::{blocks, share},
};

/// Enterprises per task.
const BLOCK: usize = 64;

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

impl Offering<'_> {
    /// What the product offers enterprise `index`, in full.
    #[must_use]
    pub fn offer(&self, index: usize, results: Option<&Results>) -> Offer {
        offer(self.product, &Evaluated { row: self.population.row(index), index, results })
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
    let parts = share(*options, blocks(count, BLOCK), |range| {
        let of = |one: &Offering<'_>| {
            let offered = range.clone().map(|index| {
                let found = one.offer(index, results);
                Offered { standing: found.standing, limit: found.limit.ok().map(|limit| limit.amount) }
            });
            offered.collect::<Vec<_>>()
        };
        offerings.iter().map(of).collect::<Vec<_>>()
    });
    let mut all: Vec<Vec<Offered>> = offerings.iter().map(|_| Vec::with_capacity(count)).collect();
    for part in parts {
        all.iter_mut().zip(part).for_each(|(all, part)| all.extend(part));
    }
    all
}
