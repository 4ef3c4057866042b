//! `product/1`: a loan product, resolved for one day, with everything wrong in it named.

use std::path::{Path, PathBuf};

use domain::{
    Status,
    cultivation::InForce,
    finance::{Product, Security},
    indicators::Dictionary,
    policies::{DataDay, DataYear},
};
use jiff::civil::Date;

use crate::{
    document,
    ladder::clauses::Clauses,
    loaded::Loaded,
    policy::{self, Found, FoundKind, officer_check, service, vocabulary, word},
    reader::{Disk, Files, Node, Problem, Problems, Reading, history, values},
};

mod expect;
mod lints;
mod parts;
mod table;

pub use expect::EXPECT;
pub(crate) use expect::run_cases;
pub use table::PRODUCT;

use parts::Parts;

static PRODUCTS: FoundKind = FoundKind { record: &PRODUCT, overlap: "product-overlap" };

/// The product files among `paths` (files, or folders of them), by code and first day.
///
/// # Errors
/// Files that cannot be read or do not say enough, and versions of a product that are on the shelf on the same day.
pub fn find_products(paths: &[PathBuf]) -> Result<Vec<Found>, Vec<Problem>> {
    policy::find(&PRODUCTS, paths)
}

/// The products among `files` that are `named`, by code and first day.
///
/// # Errors
/// As [`find_products`].
pub fn find_products_from(files: &dyn Files, named: &[PathBuf]) -> Result<Vec<Found>, Vec<Problem>> {
    policy::versions(&PRODUCTS, Reading::new(files), named.to_vec())
}

/// Reports versions of one product that are on the shelf on the same day.
pub(crate) fn refuse_overlaps(reading: &mut Reading<'_>, files: &[PathBuf]) {
    policy::refuse_two_versions(&PRODUCTS, reading, files);
}

/// Reads a product from disk, resolved for `date`.
///
/// # Errors
/// Every problem of the file and the files it refers to, at least one of them an error.
pub fn load_product(path: &Path, date: Date) -> Result<Loaded<Product>, Vec<Problem>> {
    load_product_from(&Disk, path, date)
}

/// Reads a product, resolved for `date`.
///
/// # Errors
/// As [`load_product`].
pub fn load_product_from(
    files: &dyn Files,
    path: &Path,
    date: Date,
) -> Result<Loaded<Product>, Vec<Problem>> {
    let mut reading = Reading::new(files);
    let Some((root, dictionary)) = open(&mut reading, path) else {
        return Loaded::finish(reading, None, None);
    };
    let product = read(&root, &dictionary, date, &mut reading.problems);
    Loaded::finish(reading, product, Some(dictionary))
}

/// Everything wrong with a product on any day something changes in it.
pub(crate) fn check(reading: &mut Reading<'_>, path: &Path) {
    let Some((root, dictionary)) = open(reading, path) else { return };
    for date in document::dates(&root) {
        read(&root, &dictionary, date, &mut reading.problems);
    }
}

/// The product on a date, or on its first day, with its data dictionary.
pub(crate) fn read_for(
    reading: &mut Reading<'_>,
    path: &Path,
    date: Option<Date>,
) -> Option<(Product, Dictionary)> {
    let (root, dictionary) = open(reading, path)?;
    let date = date.or_else(|| document::first_day(&root))?;
    let product = read(&root, &dictionary, date, &mut reading.problems)?;
    Some((product, dictionary))
}

/// A product file, histories still in it, and its data dictionary.
fn open(reading: &mut Reading<'_>, path: &Path) -> Option<(Node, Dictionary)> {
    document::open_with_items(reading, path, &PRODUCT)
}

/// The product on a day, if nothing in it is wrong; whatever is wrong is reported.
fn read(root: &Node, dictionary: &Dictionary, date: Date, problems: &mut Problems) -> Option<Product> {
    let count = problems.len();
    document::refuse_outside(root, date, problems);
    document::refuse_unfounded(root, problems);
    let root = &history::resolve(root, date, problems);
    let parameters = policy::parameters::read(root, dictionary, problems);
    let words = vocabulary(dictionary, &parameters);
    let status = root.get("status").and_then(values::status);
    let clauses = Clauses { dictionary: &words, official: status == Some(Status::Official) };
    let conditions: Vec<_> =
        root.list("conditions").iter().map(|node| clauses.read(node, problems)).collect();
    let checks: Vec<_> =
        root.list("officer_checks").iter().map(|node| officer_check(&clauses, node, problems)).collect();
    document::refuse_repeated(root.list("conditions").iter().chain(root.list("officer_checks")), problems);
    let parts = Parts { dictionary: &words };
    let limit = root.get("limit").and_then(|node| parts.limit(node, problems));
    let rate = root.get("rate").and_then(|node| parts.rate(node, problems));
    let sharing = parts.sharing(root, problems);
    let fees = parts::fees(root, problems);
    let term = root.get("term").and_then(|node| parts::term(node, problems));
    let repayments = parts::repayments(root, problems);
    let subsidy = root.get("subsidy").map(|node| parts::subsidy(node, problems));
    if problems.errors_since(count) {
        return None;
    }
    let data = root.get("data")?;
    let product = Product {
        code: values::text_of(root, "code")?,
        name: root.get("name").and_then(values::name)?,
        version: values::text_of(root, "version")?,
        status: status?,
        basis: values::basis_list(root, "basis"),
        bank: root.get("bank").and_then(values::name)?,
        purpose: root.get("purpose").and_then(values::name)?,
        security: word(root.get("security")?, &Security::ALL)?,
        term: term?,
        repayments,
        regions: root.list("regions").iter().filter_map(values::name).collect(),
        in_force: InForce { from: document::first_day(root)?, until: document::last_day(root) },
        on: date,
        data_year: word(data.get("year")?, &[(DataYear::Last, "last"), (DataYear::This, "this")])?,
        data_day: word(
            data.get("judged_on")?,
            &[(DataDay::YearEnd, "year_end"), (DataDay::Matching, "matching")],
        )?,
        parameters,
        conditions: conditions.into_iter().collect::<Option<_>>()?,
        officer_checks: checks.into_iter().collect::<Option<_>>()?,
        limit: limit?,
        rate: rate?,
        sharing: sharing?,
        fees: fees?,
        subsidy: match subsidy {
            Some(subsidy) => Some(subsidy?),
            None => None,
        },
        service: service(root.get("service")),
        remarks: root.list("remarks").iter().filter_map(values::name).collect(),
    };
    lints::check(root, &product, problems);
    if problems.errors_since(count) { None } else { Some(product) }
}
