//! Who came onto a rung and who left it, with day and reason: from certificates in the register, never computed.

use super::{
    Titles,
    members::{found_in, in_order, shown, zone},
    titles::title_of,
};
use crate::{
    desk::Desk,
    exporting::{self, AsFile, Column, Export, Exported, Exporting, STATUSES, TITLE_CHANGES},
    input::Params,
    listing::{self, List},
    problem::{Code, Field, Problem, Stop},
    reply::{Answer, Reply},
};
use axum::extract::Path;
use jiff::{ToSpan, civil::Date};
use serde::{Deserialize, Serialize};
use store::enterprises::{self, Enterprise, Label};
use utoipa::{IntoParams, ToSchema};

/// A certificate within so many months after another one renews it.
const RENEWED_WITHIN: i32 = 12;

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum TitleChange {
    /// 新进: recognised, and not within the twelve months before.
    Entered,
    /// 复核或重新认定: recognised again.
    Renewed,
    /// 到期退出: the certificate ended and none followed within twelve months, or none has yet.
    Expired,
    /// 撤销退出: it was taken away before its time.
    Revoked,
    /// 离区退出: the enterprise left the register.
    Gone,
}

impl TitleChange {
    fn leaves(self) -> bool {
        matches!(self, Self::Expired | Self::Revoked | Self::Gone)
    }
}

/// Which changes.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WantedChanges {
    /// The rung's code; all rungs when left out.
    rung: Option<String>,
    /// In this year; this year when left out.
    year: Option<i16>,
    /// Only this.
    #[param(inline)]
    change: Option<TitleChange>,
    /// Only those who left (`true`) or came (`false`).
    left: Option<bool>,
    /// With this in name or credit code.
    search: Option<String>,
    /// In this park.
    park: Option<String>,
    /// `on`.
    sort: Option<String>,
    /// Rows of a page, 1 to 200.
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

/// Somebody came onto a rung or left it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TitleChangeRow)]
pub(crate) struct ChangeBody {
    /// The enterprise.
    enterprise_id: String,
    /// 统一社会信用代码.
    credit_code: String,
    /// Its name.
    name: String,
    /// 园区.
    park: Option<String>,
    /// The title.
    label: String,
    /// What happened.
    change: TitleChange,
    /// When: the first day with the title, or the first without.
    on: String,
    /// Why, where more is known: why it was revoked, or how the enterprise left the register.
    reason: Option<String>,
    /// 证书编号.
    certificate: Option<String>,
    /// 批次或文号.
    document: Option<String>,
    /// Valid from.
    valid_from: String,
    /// Valid to.
    valid_to: Option<String>,
    /// Who says so: `list` for an authority's list.
    source: String,
}

const SORTS: [(&str, ()); 1] = [("on", ())];

/// Everything that happened with one title of one enterprise until `today`; `held` are its certificates.
fn of_title<'l>(
    held: &[&'l Label],
    closed_on: Option<Date>,
    today: Date,
) -> Vec<(Date, TitleChange, &'l Label)> {
    let gap = RENEWED_WITHIN.months();
    let end = |label: &Label| {
        let end = label.valid_to.unwrap_or(Date::MAX);
        closed_on.map_or(end, |closed| end.min(closed.yesterday().unwrap_or(closed)))
    };
    let mut all = Vec::new();
    for label in held {
        let others = || held.iter().filter(|other| other.id != label.id);
        let from = label.valid_from;
        if closed_on.is_some_and(|closed| closed <= from) {
            continue;
        }
        if from <= today {
            let before =
                others().any(|other| other.valid_from < from && end(other).saturating_add(gap) >= from);
            all.push((from, if before { TitleChange::Renewed } else { TitleChange::Entered }, *label));
        }
        let last = end(label);
        let after = last.tomorrow().ok().filter(|day| *day <= today);
        let follows = |other: &&&Label| {
            other.valid_from > from && other.valid_from <= last.saturating_add(gap) && end(other) > last
        };
        let overlapped = others().any(|other| other.holds_on(last) && end(other) > last);
        if let Some(day) = after
            && !overlapped
            && !others().any(|other| follows(&other))
        {
            let gone = closed_on.is_some_and(|closed| closed <= day);
            let change = match () {
                () if gone && label.valid_to.is_none_or(|to| to >= day) => TitleChange::Gone,
                () if label.ended.is_some() => TitleChange::Revoked,
                () => TitleChange::Expired,
            };
            all.push((day, change, *label));
        }
    }
    all
}

impl WantedChanges {
    async fn find(&self, desk: &Desk, zone_id: &str) -> Result<Vec<ChangeBody>, Stop> {
        let label = match &self.rung {
            None => None,
            Some(rung) => Some(title_of(&desk.app.rules, rung).ok_or_else(|| {
                let (zh, en) = ("没有这个梯级，或该梯级没有称号", "no such rung, or it gives no title");
                Problem::new(Code::QueryNotUnderstood).at(vec![Field::new("?rung", zh, en)])
            })?),
        };
        let wanted = label.map(|title| title.label);
        let today = super::today(desk);
        let year = self.year.unwrap_or_else(|| today.year());
        let titles = Titles::of(desk, zone_id).await?;
        let mut found = Vec::new();
        for enterprise in enterprises::by_codes(desk.database(), zone_id, None).await? {
            if !found_in(&enterprise, self.search.as_deref(), self.park.as_deref()) {
                continue;
            }
            let labels = titles.0.get(&enterprise.id).map_or(&[][..], Vec::as_slice);
            let mut names: Vec<&str> = labels.iter().map(|one| one.label.as_str()).collect();
            names.sort_unstable();
            names.dedup();
            for name in
                names.into_iter().filter(|name| wanted.as_deref().is_none_or(|wanted| wanted == *name))
            {
                let held: Vec<&Label> = labels.iter().filter(|one| one.label == name).collect();
                let changes = of_title(&held, enterprise.closed_on, today);
                let these =
                    changes.into_iter().filter(|(on, change, _)| on.year() == year && self.asks_for(*change));
                found.extend(these.map(|change| told(&enterprise, change)));
            }
        }
        found.sort_by(|one, other| {
            (&one.on, one.change, &one.credit_code).cmp(&(&other.on, other.change, &other.credit_code))
        });
        Ok(found)
    }

    fn asks_for(&self, change: TitleChange) -> bool {
        self.change.is_none_or(|wanted| wanted == change)
            && self.left.is_none_or(|left| left == change.leaves())
    }
}

fn told(enterprise: &Enterprise, (on, change, label): (Date, TitleChange, &Label)) -> ChangeBody {
    let reason = match change {
        TitleChange::Revoked => label.ended.clone(),
        TitleChange::Gone => Some(enterprise.status.word().to_owned()),
        _ => None,
    };
    ChangeBody {
        enterprise_id: enterprise.id.clone(),
        credit_code: enterprise.credit_code.clone(),
        name: enterprise.name.clone(),
        park: enterprise.park.clone(),
        label: label.label.clone(),
        change,
        on: on.to_string(),
        reason,
        certificate: label.certificate.clone(),
        document: label.document.clone(),
        valid_from: label.valid_from.to_string(),
        valid_to: label.valid_to.map(|day| day.to_string()),
        source: label.source.clone(),
    }
}

/// Who came onto a rung in a year and who left it, with the reason: recognised, renewed, expired, revoked, gone.
#[utoipa::path(get, path = "/api/v1/organisations/{id}/title-changes", operation_id = "list_title_changes",
    tag = "library", params(("id" = String, Path, description = "The zone"), WantedChanges),
    responses((status = 200, body = inline(List<ChangeBody>), description = "A page")),
    extensions(("x-permission" = json!("library:list")), ("x-reads" = json!("list"))))]
pub(crate) async fn list_title_changes(
    desk: Desk,
    Path(id): Path<String>,
    Params(wanted): Params<WantedChanges>,
) -> Answer {
    let asked = listing::asked(wanted.limit, wanted.cursor.as_deref(), wanted.sort.as_deref(), &SORTS)?;
    let zone = zone(&desk, &id).await?;
    let found = wanted.find(&desk, &zone.id).await?;
    let page = shown(&desk, &zone, found, &asked).await?;
    Ok(Reply::ok(&asked.list(page, |one| one)))
}

/// The columns of an export.
pub(crate) const CHANGES: Export = Export {
    resource: "title-changes",
    title: ("称号进出情况", "titles gained and lost"),
    columns: &[
        Column::plain("name", "企业名称", "Name"),
        Column::plain("credit_code", "统一社会信用代码", "Credit code"),
        Column::plain("park", "园区", "Park"),
        Column::plain("label", "称号", "Title"),
        Column::word("change", "变动", "Change", TITLE_CHANGES),
        Column::plain("on", "日期", "Day"),
        Column::word("reason", "原因", "Reason", STATUSES),
        Column::plain("certificate", "证书编号", "Certificate"),
        Column::plain("document", "批次或文号", "Batch or document"),
        Column::plain("valid_from", "有效期自", "Valid from"),
        Column::plain("valid_to", "有效期至", "Valid to"),
        Column::plain("source", "来源", "Source"),
        Column::plain("enterprise_id", "企业编号", "Enterprise id"),
    ],
};

/// The same as a file.
#[utoipa::path(get, path = "/api/v1/organisations/{id}/title-changes/export",
    operation_id = "export_title_changes", tag = "library",
    params(("id" = String, Path, description = "The zone"), WantedChanges, AsFile),
    responses((status = 200, description = "The file", content(
        (Vec<u8> = "text/csv"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ))),
    extensions(("x-permission" = json!("library:export")), ("x-reads" = json!("list")), ("x-time-limit" = json!(120))))]
pub(crate) async fn export_title_changes(
    desk: Desk,
    Path(id): Path<String>,
    exporting: Exporting<WantedChanges>,
) -> Exported {
    exporting::allowed_now(&desk)?;
    let (wanted, file) = exporting.parts();
    let asked = listing::whole(wanted.sort.as_deref(), &SORTS, desk.app.config.export_rows)?;
    let zone = zone(&desk, &id).await?;
    let found = wanted.find(&desk, &zone.id).await?;
    exporting::send(&desk, &CHANGES, file, in_order(found, &asked), |one| one).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const TODAY: Date = date(2026, 11, 26);

    fn label(id: &str, from: Date, to: Option<Date>) -> Label {
        Label {
            id: id.into(),
            enterprise_id: "e".into(),
            label: "高新技术企业".into(),
            valid_from: from,
            valid_to: to,
            source: "list".into(),
            certificate: None,
            document: None,
            import_id: None,
            ended: None,
        }
    }

    fn check(held: &[Label], closed_on: Option<Date>, expected: &[(Date, TitleChange)]) {
        let held: Vec<&Label> = held.iter().collect();
        let mut found: Vec<_> =
            of_title(&held, closed_on, TODAY).into_iter().map(|(on, what, _)| (on, what)).collect();
        found.sort_unstable();
        assert_eq!(found, expected);
    }

    #[test]
    fn one_comes_in_once_is_renewed_and_leaves_at_the_end() {
        use TitleChange::{Entered, Expired, Renewed};
        let first = label("1", date(2019, 12, 2), Some(date(2022, 12, 1)));
        // A new certificate four months after the old one ended is a renewal, not another entry.
        let second = label("2", date(2023, 4, 1), Some(date(2026, 3, 31)));
        check(
            &[first.clone(), second],
            None,
            &[(date(2019, 12, 2), Entered), (date(2023, 4, 1), Renewed), (date(2026, 4, 1), Expired)],
        );
        let late = label("3", date(2024, 12, 2), None);
        check(
            &[first, late],
            None,
            &[(date(2019, 12, 2), Entered), (date(2022, 12, 2), Expired), (date(2024, 12, 2), Entered)],
        );
    }

    #[test]
    fn what_is_revoked_or_leaves_the_zone_says_so() {
        use TitleChange::{Entered, Gone, Revoked};
        let mut revoked = label("1", date(2024, 1, 1), Some(date(2025, 5, 31)));
        revoked.ended = Some("累计两年未填报年报".into());
        check(&[revoked], None, &[(date(2024, 1, 1), Entered), (date(2025, 6, 1), Revoked)]);
        let valid = label("1", date(2024, 1, 1), Some(date(2026, 12, 31)));
        check(&[valid], Some(date(2026, 7, 1)), &[(date(2024, 1, 1), Entered), (date(2026, 7, 1), Gone)]);
    }
}
