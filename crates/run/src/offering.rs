//! 金融超市: all enterprises of a table and all loan products on the shelf on a day.

use std::path::PathBuf;

use columnar::{Offered, Offering, Options, Population, Results, offer_all};
use domain::{
    finance::{Offer, Product},
    indicators::Dictionary,
};
use jiff::civil::Date;
use receipt::Hasher;
use rulebook::{Files, Loaded, find_products_from, load_product_from};

use crate::{
    Evaluated, LeftOut, Reading, RunProblem, WhyLeftOut,
    seen::{Populations, YearTable, all_items, evaluated_of, year_end},
};

/// The products of a home that are on the shelf on a day.
pub struct OnShelf {
    products: Vec<Loaded<Product>>,
    on: Date,
}

/// A table with what every product offers everybody.
pub struct OfferRun {
    /// The products, by code.
    pub products: Vec<Loaded<Product>>,
    /// Those that look at another year than the table has.
    pub left_out: Vec<LeftOut>,
    /// Every item the products speak of.
    pub dictionary: Dictionary,
    /// The day.
    pub on: Date,
    /// What each product offers each enterprise.
    pub offered: Vec<Vec<Offered>>,
    results: Results,
    populations: Populations,
}

impl OnShelf {
    /// Those among the product files `named` of `files`.
    ///
    /// # Errors
    /// Every problem of the files.
    pub fn choose(files: &dyn Files, named: &[PathBuf], on: Date) -> Result<Self, RunProblem> {
        let found = find_products_from(files, named).map_err(RunProblem::Rules)?;
        let (mut products, mut problems) = (Vec::new(), Vec::new());
        for one in found.into_iter().filter(|one| one.in_force.covers(on)) {
            match load_product_from(files, &one.path, on) {
                Ok(product) => products.push(product),
                Err(wrong) => problems.extend(wrong),
            }
        }
        if problems.is_empty() { Ok(Self { products, on }) } else { Err(RunProblem::Rules(problems)) }
    }

    /// What they offer everybody of a table. `evaluated` tells by credit code what an evaluation found before.
    ///
    /// # Errors
    /// Every problem of the table.
    pub fn offered(
        self,
        reading: &Reading,
        evaluated: &dyn Fn(&str) -> Evaluated,
        options: &Options,
    ) -> Result<OfferRun, RunProblem> {
        let dictionary = all_items(self.products.iter().map(|one| &one.dictionary));
        let table = YearTable::read(reading, &dictionary, self.on)?;
        let (year, on) = (table.year, self.on);
        let (products, others): (Vec<_>, Vec<_>) =
            self.products.into_iter().partition(|one| one.value.year_needed(on) == year);
        let left_out = others.into_iter().map(|one| LeftOut {
            why: WhyLeftOut::OtherYear { needed: one.value.year_needed(on) },
            code: one.value.code,
            name: one.value.name,
        });
        let days = products.iter().map(|one| one.value.judged_on(on));
        let populations = table.populations(&dictionary, days.chain([year_end(year, on)]))?;
        let results = evaluated_of(&populations, evaluated);
        let left_out = left_out.collect();
        let mut run =
            OfferRun { products, left_out, dictionary, on, offered: Vec::new(), results, populations };
        run.offered = offer_all(&run.offerings(), Some(&run.results), options);
        Ok(run)
    }
}

impl OfferRun {
    /// What the products offer everybody, found anew: for whoever wants to know how long that takes.
    #[must_use]
    pub fn offered_again(&self, options: &Options) -> Vec<Vec<Offered>> {
        offer_all(&self.offerings(), Some(&self.results), options)
    }

    fn offerings(&self) -> Vec<Offering<'_>> {
        (0..self.products.len()).filter_map(|product| self.offering(product)).collect()
    }

    fn offering(&self, product: usize) -> Option<Offering<'_>> {
        let product = &self.products.get(product)?.value;
        let population = self.populations.get(&product.judged_on(self.on))?;
        Some(Offering { product, population })
    }

    /// What the product with index `product` offers enterprise `index`, in full.
    #[must_use]
    pub fn offer(&self, product: usize, index: usize) -> Option<Offer> {
        Some(self.offering(product)?.offer(index, Some(&self.results)))
    }

    /// What tells each enterprise apart.
    #[must_use]
    pub fn ids(&self) -> Vec<String> {
        let id = |index: usize| self.population().and_then(|all| all.id(index)).unwrap_or_default();
        (0..self.len()).map(id).collect()
    }

    /// How many enterprises there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.population().map_or(0, Population::len)
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// 企业名称, where the table has it.
    #[must_use]
    pub fn name(&self, index: usize) -> Option<String> {
        self.text("name", index)
    }

    /// A value of enterprise `index` as text, e.g. its `park`.
    #[must_use]
    pub fn text(&self, item: &str, index: usize) -> Option<String> {
        self.population()?.text(item, index)
    }

    /// The points of enterprise `index`; `None` when withheld.
    #[must_use]
    pub fn points(&self, index: usize) -> Option<domain::Points> {
        self.results.points.get(index).copied().flatten()
    }

    /// The stage of enterprise `index`.
    #[must_use]
    pub fn stage(&self, index: usize) -> Option<&str> {
        self.results.stages.get(index)?.as_deref()
    }

    /// 测算码: the products, the table (by its hash), points, and what came of it. Whoever computes the same gets the same.
    #[must_use]
    pub fn code(&self, table: &str) -> String {
        let mut hasher = Hasher::new();
        hasher.text("offers/1").text(table).text(&self.on.to_string());
        for one in &self.products {
            hasher.text(&one.value.code).text(&one.source_hash);
        }
        for points in &self.results.points {
            hasher.text(&points.map_or(String::new(), |points| points.to_string()));
        }
        for offered in self.offered.iter().flatten() {
            let limit = offered.limit.map_or(String::new(), |limit| limit.0.to_string());
            let word = domain::finance::Standing::ALL.iter().find(|(one, _)| *one == offered.standing);
            hasher.text(word.map_or("", |(_, word)| word)).text(&limit);
        }
        hasher.finish()
    }

    fn population(&self) -> Option<&Population> {
        self.populations.values().next()
    }
}
