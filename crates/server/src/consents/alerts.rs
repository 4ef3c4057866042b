//! 贷后预警: of the enterprises a bank has lent to and that let it look after the loan, whose points fell or are withheld, whose grade
//! fell, and which titles ended or end soon. Found when it is looked at, and every field that was looked into is written
//! down for its enterprise.

use super::{is_a_bank, readings::note_looks};
use crate::{
    desk::Desk,
    library::today,
    problem::{Code, Stop},
    reply::{Answer, Reply},
};
use domain::Points;
use jiff::{ToSpan, civil::Date};
use serde::Serialize;
use serde_json::json;
use std::collections::BTreeMap;
use store::{
    Scope, StoreError,
    consents::{self, Consent, ConsentField, ConsentPurpose},
    enterprises::{self, Enterprise, Label},
    loans::{self, LoanState},
    runs::{self, PublishedResult},
};
use utoipa::ToSchema;

/// A fall of so many points is told.
const FALL: Points = Points::from_whole(5);
/// A title that ended so many days ago, or ends in so many, is told.
const DAYS: i32 = 90;

/// What is amiss.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
enum AlertKind {
    /// The points of the year published last are withheld, and those of the year before were not.
    PointsWithheld,
    /// They fell by five or more.
    PointsFell,
    /// A title ended in the last 90 days and nothing has taken its place.
    TitleEnded,
    /// A title ends within 90 days and nothing follows it.
    TitleEnding,
}

/// Something a bank should look at. Points are exact decimal texts.
#[derive(Serialize, ToSchema)]
struct LoanAlert {
    /// What is amiss.
    kind: AlertKind,
    /// With whom.
    enterprise_id: String,
    /// Its name.
    name: String,
    /// 统一社会信用代码.
    credit_code: String,
    /// Its loans that are not settled.
    loan_ids: Vec<String>,
    /// The year of `after`, for points.
    year: Option<i32>,
    /// Points of the year before.
    before: Option<String>,
    /// Points of the year published last; absent when withheld.
    after: Option<String>,
    /// The title.
    title: Option<String>,
    /// Its last day.
    until: Option<String>,
}

/// Alerts, and whom they cannot be about.
#[derive(Serialize, ToSchema)]
pub(crate) struct LoanAlerts {
    /// What is withheld first, then what fell most, then titles by their last day.
    alerts: Vec<LoanAlert>,
    /// Enterprises with loans that let the bank look at points or titles to look after them.
    watched: usize,
    /// Enterprises with loans that do not.
    unwatched: usize,
}

/// An enterprise that is looked at, with what it allows.
struct Watched {
    enterprise: Enterprise,
    consent: Consent,
    loan_ids: Vec<String>,
}

/// What should be looked at of the enterprises the caller's bank has lent to: by consents for 贷后管理 and their fields.
#[utoipa::path(get, path = "/api/v1/loan-alerts", operation_id = "list_loan_alerts", tag = "finance",
    responses((status = 200, body = LoanAlerts, description = "The alerts")),
    extensions(("x-permission" = json!("loan-alert:list")), ("x-reads" = json!("list")), ("x-time-limit" = json!(60))))]
pub(crate) async fn list_loan_alerts(desk: Desk) -> Answer {
    if !is_a_bank(&desk)? {
        return Err(Code::NotAllowed.into());
    }
    let day = today(&desk);
    let lent = lent_to(&desk).await?;
    let mut all = Vec::new();
    for one in watched(&desk, lent.clone(), day).await? {
        let alerts = alerts_of(&desk, &one, day).await?;
        all.push((one, alerts));
    }
    let change = desk.begin().await?;
    let mut alerts = Vec::new();
    let mut seen = 0;
    for (one, found) in all {
        // A consent that was revoked meanwhile yields nothing.
        if note_looks(&desk, change.work(), &one.consent, &of_interest(&one.consent).collect(), day).await? {
            seen += 1;
            alerts.extend(found);
        }
    }
    alerts.sort_by_cached_key(|one: &LoanAlert| {
        (one.kind, fall_of(one), one.until.clone(), one.credit_code.clone())
    });
    let unwatched = lent.len() - seen;
    let own = &desk.caller()?.organisation;
    let detail = json!({"operation": desk.operation(), "watched": seen, "alerts": alerts.len()});
    let note = desk.note("read-list", "loan-alert").about(None, &own.path).with(detail);
    change.finish(note, Reply::ok(&LoanAlerts { alerts, watched: seen, unwatched })).await
}

/// Largest first.
fn fall_of(one: &LoanAlert) -> i64 {
    let points = |text: &Option<String>| {
        let exact = text.as_deref().and_then(|text| text.parse::<formula::Exact>().ok());
        exact.and_then(|exact| Points::rounded(&exact)).map_or(0, |points| points.0)
    };
    points(&one.after) - points(&one.before)
}

/// Enterprises with loans of the bank that are signed and not settled, with these loans.
async fn lent_to(desk: &Desk) -> Result<BTreeMap<String, Vec<String>>, StoreError> {
    let mut lent: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for loan in loans::all(desk.database(), desk.scope()).await? {
        if matches!(loan.state, LoanState::Signed | LoanState::Lent | LoanState::Overdue) {
            lent.entry(loan.enterprise_id).or_default().push(loan.id);
        }
    }
    Ok(lent)
}

fn of_interest(consent: &Consent) -> impl Iterator<Item = ConsentField> + '_ {
    let fields = [ConsentField::Points, ConsentField::Labels];
    fields.into_iter().filter(|field| consent.fields.contains(field))
}

async fn watched(desk: &Desk, lent: BTreeMap<String, Vec<String>>, day: Date) -> Result<Vec<Watched>, Stop> {
    let bank = &desk.caller()?.organisation.id;
    let ids: Vec<String> = lent.keys().cloned().collect();
    let mut known: BTreeMap<String, Enterprise> = BTreeMap::new();
    for enterprise in enterprises::by_ids(desk.database(), &ids).await? {
        known.insert(enterprise.id.clone(), enterprise);
    }
    let mut all = Vec::new();
    for (id, loan_ids) in lent {
        let pair = (bank.as_str(), id.as_str());
        let consent = consents::live(desk.database(), pair, ConsentPurpose::PostLoan, day).await?;
        let consent = consent.filter(|consent| of_interest(consent).next().is_some());
        if let (Some(consent), Some(enterprise)) = (consent, known.remove(&id)) {
            all.push(Watched { enterprise, consent, loan_ids });
        }
    }
    Ok(all)
}

async fn alerts_of(desk: &Desk, one: &Watched, day: Date) -> Result<Vec<LoanAlert>, StoreError> {
    let mut found = Vec::new();
    for field in of_interest(&one.consent) {
        if field == ConsentField::Points {
            let results = runs::published_of(desk.database(), &Scope::Everything, &one.enterprise.id).await?;
            found.extend(about_points(one, &results));
        } else {
            let labels = enterprises::labels_of(desk.database(), &one.enterprise.id).await?;
            found.extend(about_titles(one, &labels, day));
        }
    }
    Ok(found)
}

impl Watched {
    fn alert(&self, kind: AlertKind) -> LoanAlert {
        LoanAlert {
            kind,
            enterprise_id: self.enterprise.id.clone(),
            name: self.enterprise.name.clone(),
            credit_code: self.enterprise.credit_code.clone(),
            loan_ids: self.loan_ids.clone(),
            year: None,
            before: None,
            after: None,
            title: None,
            until: None,
        }
    }
}

/// The year published last against the one before it; what is missing in either tells nothing.
fn about_points(one: &Watched, results: &[PublishedResult]) -> Option<LoanAlert> {
    let [now, before, ..] = results else { return None };
    let (last, earlier) = (now.result.total.map(Points), before.result.total.map(Points)?);
    let kind = fall(earlier, last, now.result.withheld.is_some())?;
    Some(LoanAlert {
        year: Some(now.year),
        before: Some(earlier.to_string()),
        after: last.map(|total| total.to_string()),
        ..one.alert(kind)
    })
}

fn fall(earlier: Points, last: Option<Points>, withheld: bool) -> Option<AlertKind> {
    match last {
        None => withheld.then_some(AlertKind::PointsWithheld),
        Some(last) => (earlier.0 - last.0 >= FALL.0).then_some(AlertKind::PointsFell),
    }
}

fn about_titles(one: &Watched, labels: &[Label], day: Date) -> Vec<LoanAlert> {
    let held = labels.iter().map(|label| (label.label.as_str(), label.valid_from, label.valid_to));
    let alerts = ends(held, day).into_iter().map(|(title, until)| {
        let kind = if until < day { AlertKind::TitleEnded } else { AlertKind::TitleEnding };
        LoanAlert { title: Some(title.to_owned()), until: Some(until.to_string()), ..one.alert(kind) }
    });
    alerts.collect()
}

/// Titles that ended lately or end soon, of each the one that lasts longest: a new certificate takes the place of an old one.
/// Given are titles with their first and last days.
fn ends<'l>(titles: impl Iterator<Item = (&'l str, Date, Option<Date>)>, day: Date) -> Vec<(&'l str, Date)> {
    let (first, last) = (day.saturating_sub(DAYS.days()), day.saturating_add(DAYS.days()));
    let mut longest: BTreeMap<&str, Option<Date>> = BTreeMap::new();
    for (title, from, until) in titles {
        // What begins later than that follows nothing.
        if from <= last {
            let known = longest.entry(title).or_insert(until);
            // One without a last day lasts longer than any.
            *known = known.zip(until).map(|(known, until)| known.max(until));
        }
    }
    let near = |(title, until): (&'l str, Option<Date>)| {
        Some((title, until.filter(|until| (first..=last).contains(until))?))
    };
    longest.into_iter().filter_map(near).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn five_points_are_a_fall_and_a_little_less_is_none() {
        let points = Points::from_whole;
        for (earlier, last, withheld, kind) in [
            (points(60), Some(points(55)), false, Some(AlertKind::PointsFell)),
            (points(60), Some(Points(550_001)), false, None),
            (points(60), Some(points(70)), false, None),
            (points(60), None, true, Some(AlertKind::PointsWithheld)),
            // Without a stage: data are missing, nothing is known to be amiss.
            (points(60), None, false, None),
        ] {
            assert_eq!(fall(earlier, last, withheld), kind, "{earlier} {last:?}");
        }
    }

    #[test]
    fn a_title_ends_when_nothing_follows_it() {
        let day = date(2026, 11, 28);
        let check = |titles: &[(&str, Date, Option<Date>)], found: &[(&str, Date)]| {
            assert_eq!(ends(titles.iter().copied(), day), found);
        };
        let (long_ago, soon) = (date(2023, 12, 1), date(2026, 12, 15));
        check(&[("高新技术企业", long_ago, Some(soon))], &[("高新技术企业", soon)]);
        check(&[("高新技术企业", long_ago, Some(date(2026, 8, 30)))], &[("高新技术企业", date(2026, 8, 30))]);
        check(&[("高新技术企业", long_ago, Some(date(2026, 8, 29)))], &[]);
        check(&[("高新技术企业", long_ago, Some(date(2027, 2, 26)))], &[("高新技术企业", date(2027, 2, 26))]);
        check(&[("高新技术企业", long_ago, Some(date(2027, 2, 27)))], &[]);
        let follows = ("高新技术企业", date(2026, 12, 16), Some(date(2029, 12, 15)));
        check(&[("高新技术企业", long_ago, Some(soon)), follows], &[]);
        check(&[("高新技术企业", long_ago, Some(soon)), ("高新技术企业", long_ago, None)], &[]);
    }
}
