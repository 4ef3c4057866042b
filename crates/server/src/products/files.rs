//! The products as files: what is on the shelf, and everything about one of them.

use super::words::percent;
use crate::{
    desk::Desk,
    exporting::{self, AsFile, Column, Export, Exported, Exporting, SECURITIES},
    input::Params,
    library::{named, read_day, said, today},
    listing::{self, Asked, List},
    policies::{ClauseText, OnDay, VersionOfFile, basis_text, clause, versions_for, wrong_files},
    problem::{Code, Stop},
    reply::{Answer, Reply},
    rules::ZoneRules,
    wire::{RateReadsWord, RepaymentWord, SecurityWord, words},
};
use axum::extract::Path;
use domain::{
    Status,
    finance::{FeeOf, Product},
};
use jiff::civil::Date;
use rulebook::{Found, Loaded};
use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use store::{Page, StoreError};
use utoipa::{IntoParams, ToSchema};

/// Which products.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WantedProducts {
    /// With this in name, code or bank.
    search: Option<String>,
    /// Only with this to fall back on.
    #[param(inline)]
    security: Option<SecurityWord>,
    /// Only those that lend for so many months.
    months: Option<u16>,
    /// Those on the shelf on this day; today when left out.
    on: Option<String>,
    /// Those whose time has not come or is over, too.
    all: Option<bool>,
    /// `name` or `bank`.
    sort: Option<String>,
    /// Rows of a page, 1 to 200.
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

#[derive(Debug, Clone, Copy)]
enum Sort {
    Name,
    Bank,
}

const SORTS: [(&str, Sort); 2] = [("name", Sort::Name), ("bank", Sort::Bank)];

/// A loan product.
#[derive(Serialize, ToSchema)]
#[schema(as = LoanProduct)]
pub(crate) struct ProductBody {
    /// Its permanent code.
    pub(super) code: String,
    /// What it is called.
    pub(super) name: String,
    /// Version of its file.
    version: String,
    /// Whether somebody offers it (`false`: an example that must not look official).
    pub(super) official: bool,
    /// 银行.
    pub(super) bank: String,
    /// The same in Chinese, as organisations are called.
    #[serde(skip)]
    pub(super) bank_name: String,
    /// 用途.
    purpose: String,
    /// 担保方式.
    pub(super) security: SecurityWord,
    /// Shortest term in months.
    pub(super) least_months: u16,
    /// Longest term in months.
    pub(super) most_months: u16,
    /// 还款方式 there are.
    pub(super) repayments: Vec<RepaymentWord>,
    /// 适用地区; everywhere when empty.
    regions: Vec<String>,
    /// How its rate reads.
    reads: RateReadsWord,
    /// What the limit is the least of.
    caps: Vec<String>,
    /// On the shelf from.
    from: String,
    /// … to; without an end when absent.
    until: Option<String>,
    /// Whether it is on the shelf on the day asked for.
    on_shelf: bool,
    /// 办理时限 in working days.
    pub(super) working_days: Option<u16>,
    /// 联系方式.
    pub(super) contact: Option<String>,
}

impl ProductBody {
    pub(super) fn of(desk: &Desk, product: &Product, on: Date) -> Self {
        Self {
            code: product.code.clone(),
            name: named(desk, &product.name),
            version: product.version.clone(),
            official: product.status == Status::Official,
            bank: named(desk, &product.bank),
            bank_name: product.bank.zh.clone(),
            purpose: named(desk, &product.purpose),
            security: product.security.into(),
            least_months: product.term.least,
            most_months: product.term.most,
            repayments: words(&product.repayments),
            regions: product.regions.iter().map(|region| named(desk, region)).collect(),
            reads: product.rate.reads.into(),
            caps: product.limit.caps.iter().map(|cap| named(desk, &cap.name)).collect(),
            from: product.in_force.from.to_string(),
            until: product.in_force.until.map(|day| day.to_string()),
            on_shelf: product.in_force.covers(on),
            working_days: product.service.working_days,
            contact: product.service.contact.as_ref().map(|contact| named(desk, contact)),
        }
    }
}

pub(crate) fn found(rules: &ZoneRules) -> Result<Vec<Found>, Stop> {
    rulebook::find_products_from(rules, &rules.products()).map_err(|problems| wrong(&problems))
}

fn wrong(problems: &[rulebook::Problem]) -> Stop {
    wrong_files(("信贷产品", "product"), problems)
}

/// The product in `file` as it is on `on`, or on its nearest day on the shelf.
fn load(rules: &ZoneRules, file: &Found, on: Date) -> Result<Loaded<Product>, Stop> {
    let days = file.in_force;
    let day = on.max(days.from).min(days.until.unwrap_or(Date::MAX));
    let loaded = rulebook::load_product_from(rules, &file.path, day);
    let mut loaded = loaded.map_err(|problems| wrong(&problems))?;
    // A version that another one replaces ends before its own file says so.
    loaded.value.in_force = days;
    Ok(loaded)
}

/// The products on the shelf on `on`, by bank and name in Chinese.
///
/// # Errors
/// 409 with what is wrong with a rule file.
pub(crate) fn on_shelf(rules: &ZoneRules, on: Date) -> Result<Vec<Product>, Stop> {
    let mut all = Vec::new();
    for file in versions_for(found(rules)?, on) {
        if file.in_force.covers(on) {
            all.push(load(rules, &file, on)?.value);
        }
    }
    all.sort_by(|one, other| {
        (&one.bank.zh, &one.name.zh, &one.code).cmp(&(&other.bank.zh, &other.name.zh, &other.code))
    });
    Ok(all)
}

/// The version of the product `code` that counts on `on`, its rule file's path and text.
///
/// # Errors
/// 404 when there is none, 409 with what is wrong with a rule file.
pub(crate) fn product_on(
    rules: &ZoneRules,
    code: &str,
    on: Date,
) -> Result<(Product, PathBuf, String), Stop> {
    let all = found(rules)?.into_iter().filter(|one| one.code == code).collect();
    let file = versions_for(all, on).into_iter().next().ok_or(Code::NotFound)?;
    let product = load(rules, &file, on)?.value;
    let source = rulebook::Files::read(rules, &file.path).map_err(StoreError::File)?;
    Ok((product, file.path, String::from_utf8_lossy(&source).into_owned()))
}

/// The products of the shelf.
#[utoipa::path(get, path = "/api/v1/products", operation_id = "list_products", tag = "finance",
    params(WantedProducts), responses((status = 200, body = inline(List<ProductBody>), description = "A page")),
    extensions(("x-permission" = json!("product:list"))))]
pub(crate) async fn list_products(desk: Desk, Params(wanted): Params<WantedProducts>) -> Answer {
    let asked = listing::asked(wanted.limit, wanted.cursor.as_deref(), wanted.sort.as_deref(), &SORTS)?;
    let found = wanted.find(&desk, &asked).await?;
    Ok(Reply::ok(&asked.list(found, |one| one)))
}

impl WantedProducts {
    async fn find(&self, desk: &Desk, asked: &Asked<Sort>) -> Result<Page<ProductBody>, Stop> {
        let on = read_day(self.on.as_deref())?.unwrap_or_else(|| today(desk));
        let rules = &ZoneRules::library(desk).await?;
        let mut bodies = Vec::new();
        for file in versions_for(found(rules)?, on) {
            let body = ProductBody::of(desk, &load(rules, &file, on)?.value, on);
            if self.holds(&body) {
                bodies.push(body);
            }
        }
        let by = |body: &ProductBody| match asked.sort {
            Sort::Name => (body.name.clone(), body.bank.clone(), body.code.clone()),
            Sort::Bank => (body.bank.clone(), body.name.clone(), body.code.clone()),
        };
        bodies.sort_by_cached_key(by);
        if asked.page.descending {
            bodies.reverse();
        }
        Ok(listing::in_memory(bodies, asked))
    }

    fn holds(&self, body: &ProductBody) -> bool {
        let search = self.search.as_deref().map(str::trim);
        let named = search.is_none_or(|part| {
            [&body.name, &body.code, &body.bank].into_iter().any(|text| text.contains(part))
        });
        let lends = |months: u16| (body.least_months..=body.most_months).contains(&months);
        named
            && self.security.is_none_or(|security| security == body.security)
            && self.months.is_none_or(lends)
            && (body.on_shelf || self.all.unwrap_or(false))
    }
}

/// The columns of an export.
pub(crate) const PRODUCTS: Export = Export {
    resource: "product",
    title: ("信贷产品", "loan products"),
    columns: &[
        Column::plain("name", "产品名称", "Product"),
        Column::plain("bank", "银行", "Bank"),
        Column::plain("purpose", "用途", "Purpose"),
        Column::word("security", "担保方式", "Security", SECURITIES),
        Column::plain("least_months", "最短期限（月）", "Shortest term (months)"),
        Column::plain("most_months", "最长期限（月）", "Longest term (months)"),
        Column::word("repayments", "还款方式", "Repayment", exporting::REPAYMENTS),
        Column::plain("caps", "额度取其最小", "Limit is the least of"),
        Column::word("reads", "利率读法", "Rate reads", exporting::RATE_READS),
        Column::plain("regions", "适用地区", "Regions"),
        Column::plain("from", "上架期自", "From"),
        Column::plain("until", "上架期至", "Until"),
        Column::plain("on_shelf", "当日在架", "On the shelf"),
        Column::plain("official", "是否正式产品", "Offered by somebody"),
        Column::plain("working_days", "办理时限（工作日）", "Working days"),
        Column::plain("contact", "联系方式", "Contact"),
        Column::plain("code", "代码", "Code"),
        Column::plain("version", "版本", "Version"),
    ],
};

/// The same as a file.
#[utoipa::path(get, path = "/api/v1/products/export", operation_id = "export_products", tag = "finance",
    params(WantedProducts, AsFile),
    responses((status = 200, description = "The file", content(
        (Vec<u8> = "text/csv"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ))),
    extensions(("x-permission" = json!("product:list")), ("x-reads" = json!("list")), ("x-time-limit" = json!(120))))]
pub(crate) async fn export_products(desk: Desk, exporting: Exporting<WantedProducts>) -> Exported {
    exporting::allowed_now(&desk)?;
    let (wanted, file) = exporting.parts();
    let asked = listing::whole(wanted.sort.as_deref(), &SORTS, desk.app.config.export_rows)?;
    let found = wanted.find(&desk, &asked).await?;
    exporting::send(&desk, &PRODUCTS, file, found, |one| one).await
}

/// A fee.
#[derive(Serialize, ToSchema)]
#[schema(as = LoanFee)]
struct FeeBody {
    /// What it is called.
    name: String,
    /// Percent of the principal a year; absent for others.
    yearly_percent: Option<String>,
    /// Percent of the principal, once.
    once_percent: Option<String>,
    /// Yuan, once.
    amount: Option<String>,
}

/// The page of a product.
#[derive(Serialize, ToSchema)]
pub(crate) struct LoanProductPage {
    /// The product.
    #[serde(flatten)]
    product: ProductBody,
    /// Documents it rests on: title and 文号.
    basis: Vec<String>,
    /// 准入条件 that data decide: all must be met.
    conditions: Vec<ClauseText>,
    /// What the bank answers.
    officer_checks: Vec<ClauseText>,
    /// 材料.
    materials: Vec<String>,
    /// 费用.
    fees: Vec<FeeBody>,
    /// 贴息: percent of the interest that is paid back; absent where there is none.
    subsidy_percent: Option<String>,
    /// Most that is paid back per loan, in yuan.
    subsidy_cap: Option<String>,
    /// The policy that pays it back.
    subsidy_policy: Option<String>,
    /// What every reader must know.
    remarks: Vec<String>,
    /// All of it as Chinese prose (Markdown).
    text: String,
    /// The rule file, comments and all.
    source: String,
    /// Every version, oldest first.
    versions: Vec<VersionOfFile>,
    /// 参考额度，以银行审批为准.
    note: String,
}

/// One product: for whom, how much, at which rate, what it costs, whom to ask.
#[utoipa::path(get, path = "/api/v1/products/{id}", operation_id = "read_product", tag = "finance",
    params(("id" = String, Path, description = "The product's code"), OnDay),
    responses((status = 200, body = LoanProductPage, description = "The product")),
    extensions(("x-permission" = json!("product:read"))))]
pub(crate) async fn read_product(
    desk: Desk,
    Path(code): Path<String>,
    Params(wanted): Params<OnDay>,
) -> Answer {
    let on = read_day(wanted.on.as_deref())?.unwrap_or_else(|| today(&desk));
    let rules = &ZoneRules::library(&desk).await?;
    let all: Vec<Found> = found(rules)?.into_iter().filter(|one| one.code == code).collect();
    let mut versions = Vec::new();
    for file in &all {
        versions.push(VersionOfFile {
            version: file.version.clone(),
            from: file.in_force.from.to_string(),
            until: file.in_force.until.map(|day| day.to_string()),
        });
    }
    let (product, path, source) = product_on(rules, &code, on)?;
    let text = rulebook::show_from(rules, &path, Some(product.on));
    let names = |all: &[domain::Name]| all.iter().map(|one| named(&desk, one)).collect();
    let subsidy = product.subsidy.as_ref();
    Ok(Reply::ok(&LoanProductPage {
        basis: product.basis.iter().map(basis_text).collect(),
        conditions: product.conditions.iter().map(|one| clause(&desk, one)).collect(),
        officer_checks: product.officer_checks.iter().map(|one| clause(&desk, one)).collect(),
        materials: names(&product.service.materials),
        fees: product.fees.iter().map(|fee| fee_body(&desk, fee)).collect(),
        subsidy_percent: subsidy.map(|subsidy| percent(&subsidy.share)),
        subsidy_cap: subsidy.and_then(|subsidy| subsidy.cap).map(|cap| cap.to_string()),
        subsidy_policy: subsidy.and_then(|subsidy| subsidy.policy.clone()),
        remarks: names(&product.remarks),
        text: text.map_err(|problems| wrong(&problems))?,
        source,
        versions,
        note: said(&desk, &Product::note()),
        product: ProductBody::of(&desk, &product, on),
    }))
}

fn fee_body(desk: &Desk, fee: &domain::finance::Fee) -> FeeBody {
    let mut body =
        FeeBody { name: named(desk, &fee.name), yearly_percent: None, once_percent: None, amount: None };
    match &fee.of {
        FeeOf::Yearly(share) => body.yearly_percent = Some(percent(share)),
        FeeOf::Once(share) => body.once_percent = Some(percent(share)),
        FeeOf::Amount(amount) => body.amount = Some(amount.to_string()),
    }
    body
}
