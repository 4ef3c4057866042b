//! Annual reports of a rung: who made the report of a year, who did not, and about whom no list says anything. What is
//! shown is what authorities' lists say; nothing is computed.

use super::{
    Titles,
    members::{found_in, in_order, shown, zone},
    titles::title_of,
};
use crate::{
    desk::Desk,
    exporting::{self, AsFile, Column, Export, Exported, Exporting, REPORTS},
    input::Params,
    listing::{self, List},
    problem::{Code, Field, Problem, Stop},
    reply::{Answer, Reply},
};
use axum::extract::Path;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use store::{
    annual_reports::{self, AnnualReport},
    enterprises::{self, Enterprise},
};
use utoipa::{IntoParams, ToSchema};

/// What is known about a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum ReportState {
    /// 未填报: an authority's list says that it was not made.
    Missed,
    /// 名单未提及: the enterprise held the title at the end of the year, and no list says anything about it.
    Silent,
    /// 已填报.
    Reported,
}

/// Which reports.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WantedReports {
    /// The rung's code.
    rung: String,
    /// The year the reports are about; last year when left out.
    year: Option<i16>,
    /// Only those in this state; `missed` is the list of those who missed.
    #[param(inline)]
    state: Option<ReportState>,
    /// With this in name or credit code.
    search: Option<String>,
    /// In this park.
    park: Option<String>,
    /// `name`.
    sort: Option<String>,
    /// Rows of a page, 1 to 200.
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

/// An enterprise and its report of a year.
#[derive(Serialize, ToSchema)]
#[schema(as = AnnualReport)]
pub(crate) struct ReportBody {
    /// The enterprise.
    enterprise_id: String,
    /// 统一社会信用代码.
    credit_code: String,
    /// Its name.
    name: String,
    /// 园区.
    park: Option<String>,
    /// The year.
    year: i16,
    /// What is known.
    state: ReportState,
    /// Made on this day.
    reported_on: Option<String>,
    /// How many years up to this one were missed, by authorities' lists.
    missed_years: usize,
    /// The certificate at the end of the year.
    certificate: Option<String>,
    /// Valid to.
    valid_to: Option<String>,
    /// The import of the list that says so.
    import_id: Option<String>,
}

const SORTS: [(&str, ()); 1] = [("name", ())];

impl WantedReports {
    async fn find(&self, desk: &Desk, zone_id: &str) -> Result<Vec<ReportBody>, Stop> {
        let title = title_of(&desk.app.rules, &self.rung).ok_or_else(|| {
            let (zh, en) = ("没有这个梯级，或该梯级没有称号", "no such rung, or it gives no title");
            Problem::new(Code::QueryNotUnderstood).at(vec![Field::new("?rung", zh, en)])
        })?;
        let year = self.year.unwrap_or_else(|| super::today(desk).year() - 1);
        let last = Date::new(year, 12, 31).unwrap_or(Date::MAX);
        let titles = Titles::of(desk, zone_id).await?;
        let mut said: HashMap<String, Vec<AnnualReport>> = HashMap::new();
        for one in annual_reports::of_rung(desk.database(), zone_id, &self.rung).await? {
            said.entry(one.enterprise_id.clone()).or_default().push(one);
        }
        let mut found = Vec::new();
        for enterprise in enterprises::by_codes(desk.database(), zone_id, None).await? {
            let reports = said.get(&enterprise.id).map_or(&[][..], Vec::as_slice);
            let held = titles.held(Some(&enterprise.id), Some(&title.label), last);
            let report = reports.iter().find(|one| one.year == i32::from(year));
            let state = match report {
                Some(one) if one.reported => ReportState::Reported,
                Some(_) => ReportState::Missed,
                None if held.is_some() => ReportState::Silent,
                None => continue,
            };
            if !self.holds(&enterprise, state) {
                continue;
            }
            let missed = reports.iter().filter(|one| !one.reported && one.year <= i32::from(year)).count();
            found.push(ReportBody {
                enterprise_id: enterprise.id,
                credit_code: enterprise.credit_code,
                name: enterprise.name,
                park: enterprise.park,
                year,
                state,
                reported_on: report.and_then(|one| one.reported_on).map(|day| day.to_string()),
                missed_years: missed,
                certificate: held.and_then(|label| label.certificate.clone()),
                valid_to: held.and_then(|label| label.valid_to).map(|day| day.to_string()),
                import_id: report.and_then(|one| one.import_id.clone()),
            });
        }
        found.sort_by(|one, other| (&one.name, &one.credit_code).cmp(&(&other.name, &other.credit_code)));
        Ok(found)
    }

    fn holds(&self, enterprise: &Enterprise, state: ReportState) -> bool {
        self.state.is_none_or(|wanted| wanted == state)
            && found_in(enterprise, self.search.as_deref(), self.park.as_deref())
    }
}

/// The annual reports of a year: of everybody who held the title at its end or stands on a list.
#[utoipa::path(get, path = "/api/v1/organisations/{id}/annual-reports", operation_id = "list_annual_reports",
    tag = "library", params(("id" = String, Path, description = "The zone"), WantedReports),
    responses((status = 200, body = inline(List<ReportBody>), description = "A page")),
    extensions(("x-permission" = json!("library:list")), ("x-reads" = json!("list"))))]
pub(crate) async fn list_annual_reports(
    desk: Desk,
    Path(id): Path<String>,
    Params(wanted): Params<WantedReports>,
) -> Answer {
    let asked = listing::asked(wanted.limit, wanted.cursor.as_deref(), wanted.sort.as_deref(), &SORTS)?;
    let zone = zone(&desk, &id).await?;
    let found = wanted.find(&desk, &zone.id).await?;
    let page = shown(&desk, &zone, found, &asked).await?;
    Ok(Reply::ok(&asked.list(page, |one| one)))
}

/// The columns of an export.
pub(crate) const ANNUAL_REPORTS: Export = Export {
    resource: "annual-reports",
    title: ("年报填报情况", "annual reports"),
    columns: &[
        Column::plain("name", "企业名称", "Name"),
        Column::plain("credit_code", "统一社会信用代码", "Credit code"),
        Column::plain("park", "园区", "Park"),
        Column::plain("year", "年度", "Year"),
        Column::word("state", "填报情况", "State", REPORTS),
        Column::plain("reported_on", "填报日期", "Reported on"),
        Column::plain("missed_years", "累计未填报年数", "Years missed"),
        Column::plain("certificate", "证书编号", "Certificate"),
        Column::plain("valid_to", "有效期至", "Valid to"),
        Column::plain("enterprise_id", "企业编号", "Enterprise id"),
    ],
};

/// The same as a file.
#[utoipa::path(get, path = "/api/v1/organisations/{id}/annual-reports/export",
    operation_id = "export_annual_reports", tag = "library",
    params(("id" = String, Path, description = "The zone"), WantedReports, AsFile),
    responses((status = 200, description = "The file", content(
        (Vec<u8> = "text/csv"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ))),
    extensions(("x-permission" = json!("library:export")), ("x-reads" = json!("list")), ("x-time-limit" = json!(120))))]
pub(crate) async fn export_annual_reports(
    desk: Desk,
    Path(id): Path<String>,
    exporting: Exporting<WantedReports>,
) -> Exported {
    exporting::allowed_now(&desk)?;
    let (wanted, file) = exporting.parts();
    let asked = listing::whole(wanted.sort.as_deref(), &SORTS, desk.app.config.export_rows)?;
    let zone = zone(&desk, &id).await?;
    let found = wanted.find(&desk, &zone.id).await?;
    exporting::send(&desk, &ANNUAL_REPORTS, file, in_order(found, &asked), |one| one).await
}
